/**
 * Homework, conventions, published values and predictions show the numbers of the core.
 */
import { axe, expect, open, openPanel, settled, test } from './page.js';
import { Session } from '../wasm/module.js';

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/** @param {string | null} text */
const number = (text) => Number(String(text).replaceAll('−', '-'));

test.beforeEach(async ({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('typed homework is refused with one sentence or opened, can be stepped through, and undone', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
  await openPanel(page, 'Practise', 'Check my homework');
  await page.getByRole('button', { name: /Type or paste/ }).click();
  const text = page.getByRole('textbox', { name: 'Weights, biases, samples and eta' });
  await text.fill('w2 = [[1, 2], [3]]');
  await page.getByRole('button', { name: 'Compute' }).click();
  const refusal = page.locator('#homework-refusal');
  await expect(refusal).toHaveText('Row 2 of w2 has 1 numbers, but row 1 has 2.');
  const box = await refusal.boundingBox();
  const dialog = await page.locator('dialog').boundingBox();
  expect(Number(box?.y) + Number(box?.height)).toBeLessThan(Number(dialog?.y) + Number(dialog?.height));
  await expect(text).toHaveValue('w2 = [[1, 2], [3]]');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-1');
  expect(await axe(page)).toEqual([]);

  // The core's own refusals are shown in the same place.
  await text.fill(`w2 = [[${Array(5000).fill(0)}]]\nb2 = 0\nx = ${Array(5000).fill(0)}\ny = 0\neta = 1`);
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(refusal).toContainText('more than');

  await page.getByRole('button', { name: 'Mazur’s 2-2-2' }).click();
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 2-2-2');
  const session = Session.open('mazur');
  session.edit(
    ORIGIN,
    { kind: 'conventions', trainBiases: false, halveCost: true, averageGradients: true },
    false,
  );
  const first = session.stateAt({ ...ORIGIN, step: 10 });
  const end = session.stateAt({ ...ORIGIN, sample: 1, step: 2 });
  /** @param {string} name */
  const listed = async (name) =>
    number(await page.locator(`[data-sheet="${name}"]`).getAttribute('data-value'));
  expect(await listed('Sample 1: cost C')).toBe(first.cost);
  expect(await listed('Sample 1: δ δ²₁')).toBe(first.delta[1]?.[0]);
  expect(await listed('Sample 1: gradient ∂C/∂w³₁₁')).toBe(first.nablaW[2]?.[0]);
  expect(await listed('New values new w²₂₂')).toBe(end.weights[1]?.[3]);
  expect(await listed('New values new b³₁')).toBe(0.6);
  await page.locator('#places').selectOption('9');
  await expect(page.locator('[data-sheet="Sample 1: cost C"]')).toHaveText('0.298371109');
  expect(await axe(page)).toEqual([]);

  // The published value and why it differs.
  const published = page.locator('.panel-published');
  await expect(published).toContainText('0.291027924');
  await expect(published.locator('[data-published="frozen"]')).toHaveText('0.291027773694');
  await expect(published.locator('[data-published="trained"]')).toHaveText('0.280471446791');

  await page.locator('h1').click();
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page, { ...ORIGIN, sample: 1, step: 2 });
  await page.keyboard.press('Control+z');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-1');
  await settled(page, { ...ORIGIN, step: 1 });
});

test('conventions change the numbers and every label, and can be undone', async ({ page }) => {
  await open(page);
  await openPanel(page, 'Code', 'Conventions');
  await page.getByRole('checkbox', { name: /^Biases are trained/ }).uncheck();
  await page.getByRole('checkbox', { name: /^C is halved/ }).uncheck();
  await page.getByRole('checkbox', { name: /^Σ ∂C\/∂w is divided/ }).uncheck();
  const session = Session.open('majority');
  session.edit(
    ORIGIN,
    { kind: 'conventions', trainBiases: false, halveCost: false, averageGradients: false },
    false,
  );
  await expect(page.locator('.ribbon')).toContainText('÷1');
  await page.locator('h1').click();
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page, { ...ORIGIN, sample: 4, step: 2 });
  const end = session.stateAt({ ...ORIGIN, sample: 4, step: 2 });
  /** @param {string} which */
  const shown = async (which) => number(await page.locator(which).getAttribute('data-value'));
  expect(
    await shown('svg.network [data-quantity="weights"][data-layer="3"][data-to="0"][data-from="0"]'),
  ).toBe(end.weights[2]?.[0]);
  await expect(page.locator('svg.network [data-quantity="stepB"]')).toHaveCount(0);
  await expect(page.locator('.equation .columns')).toHaveText(/^[^m]*η[^m]*$/);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'As in the book' }).click();
  await expect(page.getByRole('checkbox', { name: /^C is halved/ })).toBeChecked();
  await expect(page.locator('.panel-conventions')).toContainText('from the next mini-batch on');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('checkbox', { name: /^C is halved/ })).not.toBeChecked();
});

test('a prediction hides the numbers of the step until it is answered, and keeps a score', async ({
  page,
}) => {
  await open(page);
  await openPanel(page, 'Practise', 'Predict, then reveal');
  const panel = page.locator('.panel-predict');
  await expect(panel).toContainText('a step forward asks first');
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await expect(panel).toContainText('What will z²₁ be?');
  await settled(page, ORIGIN);
  await expect(page.locator('svg.network [data-quantity="z"]')).toHaveCount(0);
  const z = Number(Session.open('majority').stateAt({ ...ORIGIN, step: 1 }).z[1]?.[0]);
  await page.keyboard.press(z > 0 ? '+' : '-');
  await settled(page, { ...ORIGIN, step: 1 });
  expect(number(await panel.locator('[data-predicted]').getAttribute('data-value'))).toBe(z);
  await expect(panel.locator('[data-score]')).toHaveText('1 of 1 right');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('radio', { name: 'values' }).check();
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('nothing');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('is not a number');
  await panel.getByRole('textbox').fill('99');
  await page.keyboard.press('Enter');
  await settled(page, { ...ORIGIN, step: 2 });
  await expect(panel).toContainText('Not quite');
  await expect(panel.locator('[data-score]')).toHaveText('1 of 2 right');
  // With the panel closed, a step is not asked about.
  await page.getByRole('button', { name: 'Predict, then reveal' }).click();
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 3 });
});
