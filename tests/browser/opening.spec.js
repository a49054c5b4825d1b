/**
 * A first visit fetches a small core; the full core comes when it is needed, and takes over where the small one is.
 */
import { axe, expect, numbersOf, numbersOn, open, settled, test } from './page.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */

const WHOLE = /backstep(_bg\.wasm|\.js)$/;

/** Names of the modules that are fetched from now on. @param {Page} page */
function modules(page) {
  /** @type {string[]} */
  const names = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').at(-1) ?? '';
    if (name.endsWith('.wasm')) names.push(name);
  });
  return names;
}

/** The full core comes so many milliseconds later. @param {Page} page @param {number} by */
const delayed = (page, by) =>
  page.route(WHOLE, async (route) => {
    await new Promise((resume) => setTimeout(resume, by));
    await route.continue();
  });

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('stepping needs the small core only, an edit brings the full core', async ({ page }) => {
  const fetched = modules(page);
  await open(page);
  // One after the other: a press is made from what is shown.
  for (const [key, place] of /** @type {const} */ ([
    ['ArrowRight', [0, 0, 1]],
    ['ArrowRight', [0, 0, 2]],
    ['ArrowLeft', [0, 0, 1]],
    ['Shift+ArrowRight', [0, 4, 2]],
    ['Shift+ArrowRight', [1, 4, 2]],
  ])) {
    await page.keyboard.press(key);
    const [miniBatch, sample, step] = place;
    await settled(page, { epoch: 0, miniBatch, sample, step });
  }
  expect(fetched).toEqual(['opening_bg.wasm']);
  const session = Session.open('majority');
  session.advance(2, Infinity);
  expect(await numbersOn(page)).toEqual(
    numbersOf(session.stateAt({ epoch: 0, miniBatch: 1, sample: 4, step: 2 })),
  );
  await page.locator('#eta').fill('0.75');
  await page.locator('#eta').press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  expect(fetched).toEqual(['opening_bg.wasm', 'backstep_bg.wasm']);
  session.edit({ epoch: 0, miniBatch: 1, sample: 4, step: 2 }, { kind: 'eta', value: 0.75 }, false);
  await page.locator('#eta').blur();
  await page.keyboard.press('Shift+ArrowRight');
  const next = { epoch: 1, miniBatch: 0, sample: 4, step: 2 };
  await settled(page, next);
  expect(await numbersOn(page)).toEqual(
    numbersOf(session.stateAt({ epoch: 1, miniBatch: 0, sample: 4, step: 2 })),
  );
});

test('what is changed while the full core is on its way is for the run it comes for', async ({ page }) => {
  await open(page);
  await delayed(page, 1_500);
  await page.locator('#goal-kind').selectOption('until stopped');
  await page.getByRole('button', { name: 'Run until stopped' }).click();
  await page.locator('#eta').fill('0.25');
  await page.locator('#eta').press('Enter');
  await expect(page.locator('.run-status')).toContainText('samples/s');
  await expect(page.locator('#eta')).toHaveValue('0.25');
  await page.getByRole('button', { name: '■ Stop' }).click();
  await expect(page.getByRole('button', { name: '■ Stop' })).toBeHidden();
  // It was changed before the first mini-batch.
  await page.keyboard.press('Home');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 0 });
  await expect(page.locator('#eta')).toHaveValue('0.25');
});

test('switches that are quicker than the core are all heard', async ({ page }) => {
  await open(page);
  await delayed(page, 800);
  await page.getByRole('button', { name: 'Conventions' }).click();
  await expect(page.locator('.convention input')).toHaveCount(3);
  const switches = await page.locator('.convention input').all();
  for (const one of switches) await one.uncheck();
  await expect(page.getByRole('status').filter({ hasText: 'One moment' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await expect(page.locator('.ribbon')).toContainText('÷ 1');
  await expect(page.getByText('One moment')).toBeHidden();
  for (const one of switches) await expect(one).not.toBeChecked();
  // Beside the heading stands what is in force.
  await expect(page.locator('.panel-conventions .muted').first()).toHaveText(/,.*,/);
});

test('layers are changed as they are shown, though one more is on its way', async ({ page }) => {
  await open(page);
  await delayed(page, 800);
  await page.getByRole('button', { name: 'Add a layer before layer 3' }).click();
  for (const [layer, size] of /** @type {const} */ ([
    [1, '4'],
    [2, '5'],
    [3, '6'],
  ])) {
    await page.getByLabel(`Neurons in layer ${layer}`).fill(size);
    await page.getByLabel(`Neurons in layer ${layer}`).press('Enter');
    await expect(page.getByLabel(`Neurons in layer ${layer}`)).toHaveValue(size);
  }
  // What is about to go cannot be changed any more, and its place is nobody else's.
  await page.getByRole('button', { name: 'Remove layer 2' }).click();
  await page.getByRole('button', { name: 'One neuron more in layer 2' }).click();
  await page.getByRole('button', { name: 'Add a layer before layer 2' }).click();
  await page.getByRole('button', { name: 'One neuron more in layer 3' }).click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 4-2-7');
  // Of the network that was shown the bias of the output is kept.
  await expect(page.locator('.resized')).toContainText('1 kept');
});

test.describe('without a connection', () => {
  test.use({ allowed: [/./] });
  test('stepping goes on, and a sentence says why an edit does not', async ({ page }) => {
    await open(page);
    await page.keyboard.press('Shift+ArrowRight');
    const position = { epoch: 0, miniBatch: 0, sample: 4, step: 2 };
    await settled(page, position);
    const kept = await numbersOn(page);
    await page.route(WHOLE, (route) => route.abort());
    // A question of a panel is left open, and stops nothing.
    await page.getByRole('button', { name: 'Training', exact: true }).click();
    await expect(page.locator('.panel-training')).toBeVisible();
    await page.getByRole('button', { name: /^weight w³₁₁/ }).press('Enter');
    await expect(page.getByRole('heading', { name: /^Ledger of/ })).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await settled(page, { ...position, step: 1 });
    await page.keyboard.press('ArrowRight');
    await settled(page, position);
    await expect(page.getByText('could not be fetched')).toBeHidden();
    await page.keyboard.press('Escape');
    await page.locator('#eta').fill('0.75');
    await page.locator('#eta').press('Enter');
    await expect(page.getByText('could not be fetched')).toBeVisible();
    await page.locator('#eta').blur();
    await settled(page, position);
    expect(await numbersOn(page)).toEqual(kept);
    await page.keyboard.press('ArrowRight');
    await settled(page, { epoch: 0, miniBatch: 1, sample: 0, step: 0 });
    // Once there is one again, so is the edit.
    await page.unroute(WHOLE);
    await page.locator('#eta').fill('0.5');
    await page.locator('#eta').press('Enter');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await expect(page.getByText('could not be fetched')).toBeHidden();
    await expect(page.locator('#eta')).toHaveValue('0.5');
  });
});
