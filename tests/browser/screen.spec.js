/**
 * The page: its numbers are the core's at every step, and nothing but them moves.
 */
import { overlapsOn } from './overlaps.js';
import { axe, expect, openMenu, settled, test } from './page.js';
import { ORIGIN, boxesOn, open, positionsOf } from './still.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */
/** @import { State } from '../../www/src/protocol/state.js' */

/** Returns every number on the stage: what it is of, and its value. @param {Page} page */
const numbersOn = (page) =>
  page.locator('svg.network [data-quantity]').evaluateAll((all) =>
    all.map((one) => {
      const { quantity = '', layer, neuron, to, from, value } = /** @type {SVGElement} */ (one).dataset;
      const place = [layer, neuron, to, from].map((part) => (part === undefined ? undefined : Number(part)));
      return { quantity, place, value: Number(String(value).replaceAll('−', '-')) };
    }),
  );

/** Returns the first word of each button that is filled with the colour of text. @param {Page} page */
const filledButtons = (page) =>
  page.locator('button:visible:not([aria-current])').evaluateAll((all) => {
    const ink = getComputedStyle(document.body).color;
    return all
      .filter((one) => getComputedStyle(one).backgroundColor === ink)
      .map((one) => one.textContent?.trim().split(/\s/)[0]);
  });

/**
 * Returns the number of a state with this name.
 *
 * @param {State} state
 * @param {string} quantity
 * @param {(number | undefined)[]} place
 */
function numberOf(state, quantity, [layer = 0, neuron, to = 0, from = 0]) {
  const values = /** @type {any} */ (state)[quantity];
  if (typeof values === 'number') return values;
  if (quantity === 'y' || quantity === 'miss') return values?.[neuron ?? 0];
  if (quantity === 'product') {
    const { products, count } = /** @type {NonNullable<State['terms']>} */ (state.terms);
    return products[from * count + to];
  }
  const index = neuron ?? to * (state.sizes[layer - 2] ?? 0) + from;
  return values?.[layer - 1]?.[index];
}

test('every number is the core’s, forward and back, and the parts stand still', async ({ page }) => {
  test.slow();
  await open(page);
  const session = Session.open('majority');
  const positions = positionsOf(session);
  const first = await boxesOn(page);
  let seen = 0;
  for (const [at, position] of [...positions, ...[...positions].reverse().slice(1)].entries()) {
    if (at > 0) await page.keyboard.press(at < positions.length ? 'ArrowRight' : 'ArrowLeft');
    await settled(page, position);
    const state = session.stateAt(position);
    for (const { quantity, place, value } of await numbersOn(page)) {
      expect(value, `${quantity} ${place} at ${JSON.stringify(position)}`).toBe(
        numberOf(state, quantity, place),
      );
      seen += 1;
    }
    expect(await boxesOn(page)).toEqual(first);
    if (at < positions.length) expect(await overlapsOn(page), JSON.stringify(position)).toEqual([]);
    expect(await filledButtons(page)).toEqual(['Next']);
    await expect(page.locator('.sentence')).not.toBeEmpty();
  }
  expect(seen).toBeGreaterThan(600);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing at the steps of a mini-batch, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    for (const step of [0, 1, 5, 8]) {
      for (let at = step === 0 ? 1 : ({ 1: 0, 5: 1, 8: 5 }[step] ?? 0); at < step; at += 1) {
        await page.keyboard.press('ArrowRight');
        await settled(page, { ...ORIGIN, step: at + 1 });
      }
      expect(await axe(page), `step ${step}`).toEqual([]);
    }
    await page.keyboard.press('Shift+ArrowRight');
    await settled(page, { ...ORIGIN, sample: 4, step: 2 });
    expect(await axe(page), 'update').toEqual([]);
  });
}

test('on a slow connection the last sentence stands until the next one has come', async ({ page }) => {
  await open(page);
  /** @type {(value?: unknown) => void} */
  let release = () => undefined;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/view/screen/later.js', async (route) => {
    await held;
    await route.continue();
  });
  const sentence = page.locator('.sentence');
  const network = page.locator('svg.network');
  for (let step = 1; step <= 5; step += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(network).toHaveAttribute('data-position', `0.0.0.${step}`);
    // The sentences of weighted sums are there from the beginning.
    await expect(sentence).toHaveText(step < 3 ? /^\s*Each neuron adds up/ : /^\s*The output adds up/);
    await expect(page.locator('.kicker')).toContainText(step < 3 ? 'Weighted sums' : 'Weighted sum of');
  }
  release();
  await expect(sentence).toHaveText(/^\s*It answered/);
  await expect(page.locator('.kicker')).toContainText('Cost of this sample');
});

test('the focus runs along a line, and is no box around it', async ({ page }) => {
  await open(page);
  const line = page.locator('[data-line="weight-2-1-0"]');
  await page.locator('#stage').focus();
  while (!(await line.evaluate((one) => one === document.activeElement))) await page.keyboard.press('Tab');
  await expect(line).toHaveCSS('outline-style', 'none');
  const ring = line.locator('.grip');
  const focus = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--focus'));
  expect(await ring.evaluate((one) => getComputedStyle(one).stroke)).toBe(
    `rgb(${[1, 3, 5].map((at) => Number.parseInt(focus.trim().slice(at, at + 2), 16)).join(', ')})`,
  );
  // Turned as the line is, and not much wider.
  const { width, height, angle, slope } = await line.evaluate((one) => {
    const grip = /** @type {SVGRectElement} */ (one.querySelector('.grip'));
    const drawn = /** @type {SVGLineElement} */ (one.querySelector('.line'));
    const { a, b } = /** @type {DOMMatrix} */ (grip.getCTM());
    const [dx, dy] = [
      drawn.x2.baseVal.value - drawn.x1.baseVal.value,
      drawn.y2.baseVal.value - drawn.y1.baseVal.value,
    ];
    const box = grip.getBBox();
    return {
      width: box.width / Math.hypot(dx, dy),
      height: box.height,
      angle: Math.atan2(b, a),
      slope: Math.atan2(dy, dx),
    };
  });
  expect(angle).toBeCloseTo(slope, 3);
  expect(width).toBeCloseTo(1, 2);
  expect(height).toBeLessThan(30);
});

test('the caption tells of a change until the next step', async ({ page }) => {
  await open(page);
  const sentence = page.locator('.sentence');
  const said = page.locator('[aria-live=polite]').first();
  /** @param {string} field @param {string} value */
  const set = async (field, value) => {
    await page.locator(field).fill(value);
    await page.locator(field).press('Enter');
  };
  await set('#eta', '0.5');
  await expect(sentence).toHaveText(
    'From this mini-batch on η is 0.5 instead of 3, so the steps are shorter.',
  );
  await expect(said).toHaveText('From this mini-batch on η is 0.5 instead of 3, so the steps are shorter.');
  await page.locator('#stage').focus();
  await page.keyboard.press('ArrowRight');
  await expect(sentence).toHaveText(/^\s*Each neuron adds up/);
  await set('#size-2', '3');
  await expect(sentence).toHaveText(
    /^\s*Hidden neuron 3 is new: its 4 weights .* The 11 others are kept\.\s*$/,
  );
  await expect(page.locator('.outline')).toHaveCount(5);
  await page.locator('#stage').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.outline')).toHaveCount(0);
  await settled(page, { ...ORIGIN, sample: 4, step: 2 });
  await set('#eta', '3');
  await expect(sentence).toHaveText('This update was made with 0.5; the next one uses 3.');
  await page.locator('#stage').focus();
  await page.keyboard.press('[');
  await settled(page, { ...ORIGIN, sample: 3, step: 10 });
  await set('#miniBatchSize', '2');
  await expect(sentence).toHaveText(/^\s*A mini-batch has 2 samples now .* so sample 2 is shown\.\s*$/);
});

test('what is refused stays in its field, with one sentence beside it', async ({ page }) => {
  await open(page);
  for (const [field, text, sentence] of /** @type {const} */ ([
    ['#eta', '1e999', '“1e999” is too large: numbers go up to 1.8e308.'],
    ['#eta', '', 'Type a number; for example 3, 0.5 or 1e-3.'],
    ['#size-2', '0', 'A layer has 1 to 1024 neurons, but layer 2 would have 0.'],
    ['#size-3', '2.5', 'Neurons in layer 3 must be a whole number.'],
    ['#miniBatchSize', '9', 'The mini-batch size must be a whole number from 1 to 8.'],
  ])) {
    const input = page.locator(field);
    await input.fill(text);
    await input.press('Enter');
    const refusal = page.locator(`${field}-refusal`);
    await expect(refusal).toHaveText(sentence);
    await expect(refusal).toBeInViewport({ ratio: 1 });
    await expect(input).toHaveValue(text);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(await refusal.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    const [own, other] = [await input.boundingBox(), await refusal.boundingBox()];
    expect(Math.abs(Number(other?.y) - Number(own?.y) - Number(own?.height))).toBeLessThan(16);
    await input.press('Escape');
    await expect(refusal).toHaveCount(0);
  }
  for (const goal of ['0', '−3', '2.5']) {
    await openMenu(page, 'run');
    await page.locator('#goal-miniBatches').fill(goal);
    await page.locator('button.start').click();
    await expect(page.locator('#goal-miniBatches-refusal')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
  }
  await settled(page, ORIGIN);
});

test('after a click on a pace the arrow keys step; used by keyboard, the paces keep them', async ({
  page,
}) => {
  await open(page);
  await page.getByText('Detail', { exact: true }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', '0.0.0.1');
  await expect(page.getByRole('radio', { name: 'Detail' })).toBeChecked();
  await page.getByRole('button', { name: 'Play' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Step' })).toBeChecked();
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', '0.0.0.1');
});
