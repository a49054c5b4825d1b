/**
 * What a frame costs, from a trace: script, style, layout and paint of the page's main thread. Measured and kept, not
 * judged: a machine that is busy is no fault of the page.
 */
import { mkdirSync, writeFileSync } from 'node:fs';

import { expect, open, test } from './page.js';

/** @import { CDPSession, Page } from '@playwright/test' */

/** What counts as the page's work, by name of trace event. */
const WORK = new Set([
  'FireAnimationFrame',
  'RunMicrotasks',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);

/**
 * Milliseconds of work in every frame of a while of playing.
 *
 * @param {Page} page
 * @param {CDPSession} session
 * @param {number} slowed  how many times the processor is slowed
 */
async function frames(page, session, slowed) {
  /** @type {{ name: string, ts: number, dur?: number, tid: number, ph: string }[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any} */ (value)));
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.keyboard.press(' ');
  await page.waitForTimeout(300);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await page.waitForTimeout(4_000);
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  await page.keyboard.press(' ');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const ticks = events.filter(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X');
  const thread = ticks[0]?.tid;
  ticks.sort((a, b) => a.ts - b.ts);
  const starts = ticks.map(({ ts }) => ts);
  const own = events.filter(({ name, tid, ph }) => tid === thread && ph === 'X' && WORK.has(name));
  // Microtasks of a frame run inside its callback: what lies in another event is not counted twice.
  const outer = own.filter(
    (event) =>
      !own.some(
        (other) =>
          other !== event &&
          other.ts <= event.ts &&
          other.ts + Number(other.dur) >= event.ts + Number(event.dur) &&
          (other.ts !== event.ts || other.dur !== event.dur),
      ),
  );
  const costs = starts.slice(0, -1).map((start, at) => {
    const end = Number(starts[at + 1]);
    const inside = outer.filter(({ ts }) => ts >= start && ts < end);
    return inside.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1_000;
  });
  costs.sort((a, b) => a - b);
  const seconds = (Number(starts.at(-1)) - Number(starts[0])) / 1e6;
  const share = (/** @type {number} */ part) => Number(costs[Math.floor(part * (costs.length - 1))]);
  return {
    frames: costs.length,
    'frames a second while moving': costs.length / seconds,
    'ms, middle': share(0.5),
    'ms, 95 of 100 under': share(0.95),
    'ms, most': share(1),
  };
}

test('what a frame costs is measured and kept', async ({ page, context }, info) => {
  test.setTimeout(90_000);
  await open(page);
  const session = await context.newCDPSession(page);
  /** @type {Record<string, Awaited<ReturnType<typeof frames>>>} */
  const figures = {};
  for (const sizes of ['3-2-1', '8-8-8-8']) {
    if (sizes !== '3-2-1') {
      await page.getByRole('button', { name: 'Add a layer before layer 3' }).click();
      // Layers are told as they are shown: the third is the output until there are four.
      await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-2-1');
      for (const layer of [1, 2, 3, 4]) {
        await page.getByLabel(`Neurons in layer ${layer}`).fill('8');
        await page.getByLabel(`Neurons in layer ${layer}`).press('Enter');
      }
      await expect(page.locator('svg.network')).toHaveAttribute('aria-label', `Network ${sizes}`);
      await page.locator('h1').click();
    }
    for (const slowed of [1, 4]) {
      figures[`${sizes}, processor slowed ${slowed}×`] = await frames(page, session, slowed);
    }
  }
  for (const figure of Object.values(figures)) expect(figure.frames).toBeGreaterThan(20);
  const text = JSON.stringify(figures, undefined, 2);
  await info.attach('frames.json', { body: text, contentType: 'application/json' });
  mkdirSync('target', { recursive: true });
  writeFileSync('target/frames.json', `${text}\n`);
});
