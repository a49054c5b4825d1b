/**
 * Charts, decision map, confusion matrix and single-sample sessions show the core's numbers, and work without
 * a mouse.
 */
import {
  axe,
  chooseExample,
  expect,
  numbersOf,
  numbersOn,
  open,
  openPanel,
  settled,
  showTab,
  startRun,
  test,
} from './page.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */
/** @import { Position } from '../../www/src/protocol/position.js' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/** @param {string | null} text */
const number = (text) => Number(String(text).replaceAll('−', '-'));

/**
 * @param {Page} page
 * @param {number} miniBatches
 */
const run = (page, miniBatches) => startRun(page, 'miniBatches', String(miniBatches));

test('the training charts have tables of their numbers, which link to the mini-batches', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Training', 'Training');
  await expect(page.locator('.panel-training')).toContainText('Nothing has been run yet');
  await run(page, 150);
  const session = Session.open('majority');
  session.advance(150, 1e9);
  await settled(page, session.positionOf(149));
  await expect(page.locator('.plot canvas')).toHaveCount(3);
  const { mean, running, evaluations } = session.timeline();
  const cost = page.locator('.chart-cost');
  await cost.locator('summary').click();
  await expect(cost.locator('tbody tr')).toHaveCount(150);
  await expect(cost.locator('tbody tr').first()).toContainText(
    `150 ${Number(mean[149]).toFixed(3)} ${Number(running[149]).toFixed(3)}`,
    { useInnerText: true },
  );
  const accuracy = page.locator('.chart-accuracy');
  await accuracy.locator('summary').click();
  await expect(accuracy.locator('tbody tr').last()).toContainText(`Epoch 1`);
  await expect(accuracy.locator('tbody tr').last()).toContainText(`${evaluations[0]?.correct} / 8`);
  await page.locator('.chart-norms summary').click();
  const norms = session.norms(ORIGIN);
  await expect(page.locator('.chart-norms tbody tr').last()).toContainText(
    Number(norms.nablaW[0]).toFixed(3),
  );
  expect(await axe(page)).toEqual([]);
  await page.locator('#logarithmic').check();
  await expect(page.locator('.plot canvas')).toHaveCount(3);
  await cost.getByRole('button', { name: '42', exact: true }).click();
  await settled(page, session.positionOf(41));
  // A click on a chart goes there too.
  const over = cost.locator('.u-over');
  const box = await over.boundingBox();
  await over.click({ position: { x: Number(box?.width) - 1, y: 20 } });
  await settled(page, session.positionOf(149));
});

test('the decision map has the outputs of the network; arrow keys read them', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Training', 'Decision map');
  await expect(page.locator('.panel-map')).toContainText('This one has 3');
  await chooseExample(page, 'xor');
  await expect(page.locator('.plane circle')).toHaveCount(4);
  const plane = page.getByRole('slider', { name: 'Decision map' });
  await plane.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  const readout = page.locator('[data-map="a"]');
  const session = Session.open('xor');
  /** @param {Position} at */
  const compare = async (at) => {
    const square = number(await readout.getAttribute('data-square'));
    const x1 = -0.25 + (1.5 * ((square % 48) + 0.5)) / 48;
    const x2 = 1.25 - (1.5 * (Math.floor(square / 48) + 0.5)) / 48;
    const [a] = session.answer(at, Float64Array.of(x1, x2));
    expect(Math.abs(number(await readout.getAttribute('data-value')) - Number(a))).toBeLessThan(1e-12);
  };
  await compare(ORIGIN);
  expect(await axe(page)).toEqual([]);
  const before = await readout.getAttribute('data-value');
  await page.locator('#neurons').check();
  await expect(page.locator('[data-own-map]')).toHaveCount(3);
  expect(await axe(page)).toEqual([]);
  await run(page, 500);
  session.advance(500, 1e9);
  await settled(page, session.positionOf(499));
  await expect(readout).not.toHaveAttribute('data-value', String(before));
  await compare(session.positionOf(499));
  // The map is updated during a run.
  await startRun(page, 'stop');
  const at = await readout.getAttribute('data-value');
  await expect(readout).not.toHaveAttribute('data-value', String(at));
  await page.locator('.transport .stop').click();
});

test('a wrong sample can be opened as a single-sample session, and the run is unchanged', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await chooseExample(page, 'xor');
  await openPanel(page, 'Training', 'Confusion matrix');
  await run(page, 100);
  const session = Session.open('xor');
  session.advance(100, 1e9);
  const position = session.positionOf(99);
  await settled(page, position);
  const { classes, counts, wrong } = session.confusion(position, 48);
  expect(classes).toBe(2);
  await expect(page.locator('[data-of]')).toHaveCount(4);
  const shown = await page
    .locator('[data-of]')
    .evaluateAll((cells) => cells.map((cell) => Number(/** @type {HTMLElement} */ (cell).dataset['value'])));
  expect(shown).toEqual([...counts]);
  expect(await axe(page)).toEqual([]);
  await page.locator('[data-wrong]').first().click();
  const singleSample = session.singleSampleSession(
    position,
    wrong[0]?.x ?? new Float64Array(),
    wrong[0]?.y ?? new Float64Array(),
  );
  await expect(page.locator('.single-sample')).toContainText('nothing here changes the run');
  await settled(page, ORIGIN);
  await page.locator('h1').click();
  for (let press = 1; press <= 10; press += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, step: press });
    expect(await numbersOn(page)).toEqual(numbersOf(singleSample.stateAt({ ...ORIGIN, step: press })));
  }
  expect(await axe(page)).toEqual([]);
  await page.locator('#eta').fill('0.1');
  await page.locator('#eta').press('Enter');
  await expect(page.locator('#eta')).toHaveValue('0.1');
  await page.getByRole('button', { name: 'Back to the run' }).click();
  await settled(page, position);
  await expect(page.locator('.single-sample')).toHaveCount(0);
  await expect(page.locator('#eta')).toHaveValue('3');
  await expect(page.locator('.count')).toHaveText('100 mini-batches run');
  expect(await numbersOn(page)).toEqual(numbersOf(session.stateAt(position)));
});

test('the page itself does not scroll, whatever panels are open', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await chooseExample(page, 'parity');
  await openPanel(page, 'Mini-batch', 'Gradient by layer');
  await openPanel(page, 'Training', 'Training');
  await openPanel(page, 'Training', 'Confusion matrix');
  await run(page, 100);
  await expect(page.locator('[data-wrong]').first()).toBeAttached();
  const more = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(await more()).toBe(0);
  await showTab(page, 'Mini-batch');
  await expect(page.locator('.panel-gradient tbody tr').first()).toBeAttached();
  expect(await more()).toBe(0);
});

test('a sample can be opened by its number too', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Training', 'Confusion matrix');
  const field = page.locator('#confusion-number');
  await field.fill('9');
  await field.press('Enter');
  await expect(page.locator('#confusion-number-refusal')).toContainText('from 1 to 8');
  expect(await axe(page)).toEqual([]);
  await field.fill('7');
  await field.press('Enter');
  await expect(page.locator('.single-sample')).toBeVisible();
  const numbers = await numbersOn(page);
  expect([numbers['a 1 0'], numbers['a 1 1'], numbers['a 1 2'], numbers['y 0']]).toEqual([1, 1, 0, 1]);
});

test('opening another example ends a single-sample session', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await chooseExample(page, 'xor');
  await openPanel(page, 'Training', 'Confusion matrix');
  await page.locator('[data-wrong]').first().click();
  await expect(page.locator('.single-sample')).toBeVisible();
  await chooseExample(page, 'parity');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-1');
  await expect(page.locator('.single-sample')).toHaveCount(0);
});

test('a refusal leaves a single-sample session open', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Training', 'Confusion matrix');
  await page.locator('#confusion-number').fill('7');
  await page.locator('#confusion-number').press('Enter');
  await expect(page.locator('.single-sample')).toBeVisible();
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'Samples', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('A single sample is on the stage');
  await page.getByRole('button', { name: 'Generated' }).click();
  await page.getByRole('button', { name: 'moons' }).click();
  await page.getByRole('button', { name: 'change', exact: true }).click();
  await page.locator('#data-sizes').fill('9-9-9');
  await page.locator('.data .go').click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('The data has 2 inputs');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
  await expect(page.locator('.single-sample')).toBeVisible();
});

test.describe('a worker that crashes', () => {
  test.use({ allowed: [/./] });
  test('in a single-sample session comes back to it', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, '?test');
    await chooseExample(page, 'xor');
    await openPanel(page, 'Training', 'Confusion matrix');
    await page.locator('[data-wrong]').first().click();
    await expect(page.locator('.single-sample')).toBeVisible();
    await page.evaluate(() => /** @type {any} */ (globalThis).backstep.ask({ kind: 'fail', how: 'panic' }));
    await expect(page.locator('.notice')).toContainText('was restarted', { timeout: 6_000 });
    await expect(page.locator('.single-sample')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the run' }).click();
    await expect(page.locator('.single-sample')).toHaveCount(0);
    await settled(page, ORIGIN);
    await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 2-2-1');
  });
});

test('a drawing is classified while it is drawn, and can be stepped through', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Practise', 'Draw a digit');
  await expect(page.locator('.panel-draw')).toContainText('784 or 64 inputs, ten outputs');
  await page.getByLabel('Neurons in layer 1').fill('64');
  await page.getByLabel('Neurons in layer 1').press('Enter');
  await page.getByLabel('Neurons in layer 3').fill('10');
  await page.getByLabel('Neurons in layer 3').press('Enter');
  const paper = page.locator('.paper');
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  const [x, y] = [Number(box?.x), Number(box?.y)];
  const [width, height] = [Number(box?.width), Number(box?.height)];
  await page.mouse.move(x + 0.5 * width, y + 0.2 * height);
  await page.mouse.down();
  for (const part of [0.4, 0.6, 0.8]) await page.mouse.move(x + 0.5 * width, y + part * height);
  await page.mouse.up();
  await expect(page.locator('[data-output]')).toHaveCount(10);
  await expect(page.locator('.paper polyline')).toHaveCount(1);
  expect(await axe(page)).toEqual([]);
  const outputs = await page
    .locator('[data-output]')
    .evaluateAll((cells) => cells.map((cell) => /** @type {HTMLElement} */ (cell).dataset['value']));
  await page.locator('#step-through').click();
  await expect(page.locator('.single-sample')).toBeVisible();
  await page.locator('h1').click();
  for (let press = 1; press <= 4; press += 1) await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 4 });
  const a = await numbersOn(page);
  outputs.forEach((output, at) => expect(a[`a 3 ${at}`]).toBe(number(String(output))));
  await page.getByRole('button', { name: 'Back to the run' }).click();
  await page.getByRole('button', { name: 'New paper' }).click();
  await expect(page.locator('[data-output]')).toHaveCount(0);
});
