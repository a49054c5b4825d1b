/**
 * What a frame of the page costs, while steps play and while a run goes on. Run by `cargo xtask bench`.
 *
 * @module
 */
import { framesOf, longestTask, quantile, trace } from '../browser/trace.js';
import { inChromium } from './chromium.js';
import { table, write } from './results.js';

/** @import { CDPSession, Page } from '@playwright/test' */
/** @import { TraceEvent } from '../browser/trace.js' */

/** How long each case is traced, in milliseconds. */
const SPAN = 6_000;

/**
 * What is wanted of a case: that 95 of 100 frames take less than so many milliseconds of script, style and
 * layout, or that so many frames are drawn a second. It is measured here and not in a test, whose limits
 * have to hold on a busy machine.
 *
 * @type {Record<string, { script?: number, rate?: number }>}
 */
const WANTED = {
  '3-2-1 plays': { script: 4 },
  '3-2-1 plays, processor slowed 4×': { script: 10 },
  '8-8-8-8 plays, processor slowed 4×': { rate: 60 },
};
/** A frame more or less in the span is no frame missed. */
const NEARLY = 0.98;

/**
 * Waits until a network of these sizes is shown.
 *
 * @param {Page} page
 * @param {string} sizes
 */
const shown = (page, sizes) =>
  page.locator(`svg.network[aria-label="Network ${sizes}"]`).waitFor({ timeout: 60_000 });

/**
 * Gives the network four layers of eight neurons.
 *
 * @param {Page} page
 */
async function resize(page) {
  await page.getByRole('button', { name: 'Add a layer before layer 3' }).click();
  await shown(page, '3-2-2-1');
  for (const layer of [1, 2, 3, 4]) {
    await page.getByLabel(`Neurons in layer ${layer}`).fill('8');
    await page.getByLabel(`Neurons in layer ${layer}`).press('Enter');
  }
  await shown(page, '8-8-8-8');
}

/**
 * Opens the images of MNIST.
 *
 * @param {Page} page
 */
async function openMnist(page) {
  await page.locator('.topbar').getByRole('button', { name: /^Data/ }).click();
  await page.getByRole('button', { name: 'Included', exact: true }).click();
  await page.getByRole('button', { name: /MNIST/ }).click();
  await page.locator('.data .go').click();
  await shown(page, '784-30-10');
}

/**
 * Returns a row of the table: the frames of a trace in numbers.
 *
 * @param {string} name
 * @param {TraceEvent[]} events
 */
function row(name, events) {
  const { frames, seconds } = framesOf(events);
  const works = frames.map(({ work }) => work);
  const script = quantile(
    frames.map((frame) => frame.script),
    0.95,
  );
  const rate = frames.length / seconds;
  const times = [
    script,
    quantile(works, 0.5),
    quantile(works, 0.95),
    quantile(works, 1),
    longestTask(events),
  ];
  return [name, rate.toFixed(0), ...times.map((time) => time.toFixed(1)), verdict(name, script, rate)];
}

/**
 * Says what was wanted of a case, and whether it was reached.
 *
 * @param {string} name
 * @param {number} script
 * @param {number} rate
 */
function verdict(name, script, rate) {
  const wanted = WANTED[name];
  if (!wanted) return '';
  const [text, reached] =
    wanted.rate === undefined
      ? [`script and layout under ${wanted.script} ms`, script < Number(wanted.script)]
      : [`${wanted.rate} frames a second`, rate >= wanted.rate * NEARLY];
  return `${text}: ${reached ? 'reached' : 'missed'}`;
}

/**
 * Plays, with the processor as it is and slowed fourfold.
 *
 * @param {Page} page
 * @param {CDPSession} session
 * @param {string} sizes
 */
async function playing(page, session, sizes) {
  const rows = [];
  await page.locator('h1').click();
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await page.keyboard.press(' ');
    await page.waitForTimeout(1_000);
    const slowed = rate === 1 ? '' : `, processor slowed ${rate}×`;
    rows.push(row(`${sizes} plays${slowed}`, await trace(session, SPAN)));
    await page.keyboard.press(' ');
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return rows;
}

/**
 * Runs at full speed.
 *
 * @param {Page} page
 * @param {CDPSession} session
 */
async function running(page, session) {
  await page.locator('#run-button').click();
  await page.locator('input[name="goal"][value="stop"]').check();
  await page.getByRole('button', { name: 'Run until stopped' }).click();
  await page.locator('.run-status').waitFor();
  // The picture rests during a run, and asks for no frames itself.
  await page.evaluate(() => {
    const next = () => requestAnimationFrame(next);
    next();
  });
  return row('3-2-1 runs', await trace(session, SPAN));
}

const { version, result } = await inChromium(async (page, address) => {
  const session = await page.context().newCDPSession(page);
  const open = async () => {
    await page.goto(address);
    await shown(page, '3-2-1');
  };
  const rows = [];
  await open();
  rows.push(...(await playing(page, session, '3-2-1')));
  await open();
  await resize(page);
  rows.push(...(await playing(page, session, '8-8-8-8')));
  await open();
  await openMnist(page);
  rows.push(...(await playing(page, session, '784-30-10')));
  await open();
  rows.push(await running(page, session));
  return rows;
});

write('Frames', [
  'What the main thread works in a frame, in milliseconds of its processor time: script, style, layout and',
  'paint. A frame has 16.7 ms at 60 frames a second. A task of 50 ms is felt as a delay.',
  '',
  `Written by \`cargo xtask bench\`, in Chromium ${version} without a graphics processor, in a window of`,
  '1440 × 900.',
  '',
  ...table(
    [
      ...['', 'frames a second', 'script and layout, 95 of 100 below', 'all, median', 'all, 95 of 100 below'],
      ...['all, most', 'longest task', 'wanted'],
    ],
    result,
  ),
]);
process.exit(0);
