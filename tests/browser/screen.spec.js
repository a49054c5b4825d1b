/**
 * The page: its numbers are the core's at every step, and nothing but them moves.
 */
import { overlapsOn } from './overlaps.js';
import { axe, expect, settled, test } from './page.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { State } from '../../www/src/protocol/state.js' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/** @param {Page} page */
async function open(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  await settled(page, ORIGIN);
}

/** Returns the positions of the first mini-batch. @param {InstanceType<any>} session */
function positionsOf(session) {
  /** @type {Position[]} */
  const positions = [ORIGIN];
  for (;;) {
    const next = session.neighbour(positions.at(-1), 'step', 1);
    if (next.miniBatch > 0) return positions;
    positions.push(next);
  }
}

/** Returns every number on the stage: what it is of, and its value. @param {Page} page */
const numbersOn = (page) =>
  page.locator('svg.network [data-quantity]').evaluateAll((all) =>
    all.map((one) => {
      const { quantity = '', layer, neuron, to, from, value } = /** @type {SVGElement} */ (one).dataset;
      const place = [layer, neuron, to, from].map((part) => (part === undefined ? undefined : Number(part)));
      return { quantity, place, value: Number(String(value).replaceAll('−', '-')) };
    }),
  );

/** Returns where the parts of the page, the steps and the neurons are. @param {Page} page */
const boxesOn = (page) =>
  page.locator('[data-part], .ribbon .step, .neuron .disc, .primary').evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('Next can be tapped beside the whole picture, and nothing is wider than the screen', async ({
    page,
  }) => {
    await open(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('button', { name: 'Next' }).tap();
    await settled(page, { ...ORIGIN, step: 1 });
    await expect(page.locator('svg.network')).toBeInViewport({ ratio: 0.99 });
    expect(await axe(page)).toEqual([]);
  });

  test('nothing moves, lies on anything or is cut at any step', async ({ page }) => {
    test.slow();
    await open(page);
    const first = await boxesOn(page);
    for (const position of positionsOf(Session.open('majority'))) {
      if (position.sample > 0 || position.step > 0) await page.keyboard.press('ArrowRight');
      await settled(page, position);
      expect(await overlapsOn(page), JSON.stringify(position)).toEqual([]);
      expect(await boxesOn(page)).toEqual(first);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(844);
    }
  });
});

test('presentation has Back, Next, Play and a way out that can be touched', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  await page.getByRole('button', { name: 'Present' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await settled(page, { ...ORIGIN, step: 1 });
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.locator('.topbar')).toBeVisible();
});

test('in presentation nothing moves by a step, and the equation ends beside the buttons', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  await page.keyboard.press('f');
  await expect(page.locator('.topbar')).toBeHidden();
  const first = await boxesOn(page);
  const buttons = await page.locator('.transport').boundingBox();
  for (const position of positionsOf(Session.open('majority'))) {
    if (position.sample > 0 || position.step > 0) await page.keyboard.press('ArrowRight');
    await settled(page, position);
    expect(await boxesOn(page)).toEqual(first);
    expect(await overlapsOn(page), JSON.stringify(position)).toEqual([]);
    const [card] = await page
      .locator('.equation-card')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    if (position.step > 0) expect(card).toBeLessThanOrEqual(Number(buttons?.x));
  }
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
    await page.getByRole('button', { name: /^Run/ }).first().click();
    await page.locator('#goal').fill(goal);
    await page.locator('button.start').click();
    await expect(page.locator('#goal-refusal')).toBeInViewport({ ratio: 1 });
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
