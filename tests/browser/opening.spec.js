/**
 * A first visit fetches the small core. The full core comes when it is needed, and continues the session.
 */
import {
  axe,
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

const FULL_CORE = /backstep(_bg\.wasm|\.js)$/;

/**
 * Returns a list that grows with the names of the WebAssembly modules that are fetched.
 *
 * @param {Page} page
 */
function modules(page) {
  /** @type {string[]} */
  const names = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').at(-1) ?? '';
    if (name.endsWith('.wasm')) names.push(name);
  });
  return names;
}

/**
 * Delays the full core by some milliseconds.
 *
 * @param {Page} page
 * @param {number} by
 */
const delayed = (page, by) =>
  page.route(FULL_CORE, async (route) => {
    await new Promise((resume) => setTimeout(resume, by));
    await route.continue();
  });

/**
 * Holds the full core back until the function that it returns is called.
 *
 * @param {Page} page
 */
async function held(page) {
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resume) => (release = () => resume(undefined)));
  await page.route(FULL_CORE, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('stepping fetches the small core only, an edit the full core', async ({ page }) => {
  const fetched = modules(page);
  await open(page);
  // Waits after each key: a step starts from the position shown.
  for (const [key, indices] of /** @type {const} */ ([
    ['ArrowRight', [0, 0, 1]],
    ['ArrowRight', [0, 0, 2]],
    ['ArrowLeft', [0, 0, 1]],
    ['Shift+ArrowRight', [0, 4, 2]],
    ['Shift+ArrowRight', [1, 4, 2]],
  ])) {
    await page.keyboard.press(key);
    const [miniBatch, sample, step] = indices;
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

test('an edit made while the full core is loading applies to the run that waits for it', async ({ page }) => {
  await open(page);
  await delayed(page, 1_500);
  await startRun(page, 'stop');
  await page.locator('#eta').fill('0.25');
  await page.locator('#eta').press('Enter');
  await expect(page.locator('.run-status')).toContainText('samples/s');
  await expect(page.locator('#eta')).toHaveValue('0.25');
  await page.locator('.transport .stop').click();
  await expect(page.locator('.transport .stop')).toBeHidden();
  // The edit is before the first mini-batch.
  await page.keyboard.press('Home');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 0 });
  await expect(page.locator('#eta')).toHaveValue('0.25');
});

test('checkboxes clicked while the full core is loading all take effect', async ({ page }) => {
  await open(page);
  await delayed(page, 800);
  await openPanel(page, 'Code', 'Conventions');
  await expect(page.locator('.convention input')).toHaveCount(3);
  const switches = await page.locator('.convention input').all();
  for (const one of switches) await one.uncheck();
  await expect(page.getByRole('status').filter({ hasText: 'One moment' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await expect(page.locator('.ribbon')).toContainText('÷1');
  await expect(page.getByText('One moment')).toBeHidden();
  for (const one of switches) await expect(one).not.toBeChecked();
  // The heading lists the conventions in force.
  await expect(page.locator('.panel-conventions .muted').first()).toHaveText(/,.*,/);
});

test('layer sizes typed while a new layer is loading apply to the layers shown', async ({ page }) => {
  await open(page);
  const release = await held(page);
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
  // A layer that is being removed cannot be edited, and its number is not given to another layer yet.
  await page.getByRole('button', { name: 'Remove layer 2' }).click();
  await page.getByRole('button', { name: 'One neuron more in layer 2' }).click();
  await page.getByRole('button', { name: 'Add a layer before layer 2' }).click();
  await page.getByRole('button', { name: 'One neuron more in layer 3' }).click();
  release();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 4-2-7');
  // Only the bias of the output is kept of the first network.
  // All weights are new, and so are the biases of the new layer; those of seven outputs have no line.
  await expect(page.locator('.network .outline')).toHaveCount(4 * 2 + 2 * 7 + 2);
});

test.describe('without a connection', () => {
  test.use({ allowed: [/./] });
  test('stepping works, and a sentence says why an edit does not', async ({ page }) => {
    await open(page);
    await page.keyboard.press('Shift+ArrowRight');
    const position = { epoch: 0, miniBatch: 0, sample: 4, step: 2 };
    await settled(page, position);
    const kept = await numbersOn(page);
    await page.route(FULL_CORE, (route) => route.abort());
    // A panel's question stays unanswered, and blocks nothing.
    await showTab(page, 'Training');
    await expect(page.locator('.panel-training')).toBeVisible();
    await page.getByRole('button', { name: /^weight w³₁₁/ }).press('Enter');
    await showTab(page, 'Inspect');
    await expect(page.getByRole('heading', { name: /^Ledger of/ })).toBeVisible();
    await page.locator('h1').click();
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
    // With a connection again, the edit works.
    await page.unroute(FULL_CORE);
    await page.locator('#eta').fill('0.5');
    await page.locator('#eta').press('Enter');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await expect(page.getByText('could not be fetched')).toBeHidden();
    await expect(page.locator('#eta')).toHaveValue('0.5');
  });
});
