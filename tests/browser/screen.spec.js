/**
 * The new screen (`screen.html`): its numbers are the core's at every step, and nothing but them moves.
 */
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
  if (quantity === 'y') return values?.[neuron ?? 0];
  if (quantity === 'product') {
    const { products, count } = /** @type {NonNullable<State['terms']>} */ (state.terms);
    return products[from * count + to];
  }
  const index = neuron ?? to * (state.sizes[layer - 2] ?? 0) + from;
  const value = values?.[layer - 1]?.[index];
  // The stage shows what an update adds, the core tells what it subtracts.
  return quantity.startsWith('change') ? -value : value;
}

test('every number is the core’s, forward and back, and the parts stand still', async ({ page }) => {
  test.slow();
  await open(page);
  const session = Session.open('majority');
  const positions = positionsOf(session);
  const boxes = () =>
    page.locator('[data-part], .neuron .disc').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      }),
    );
  const first = await boxes();
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
    expect(await boxes()).toEqual(first);
    await expect(page.locator('.primary')).toHaveCount(1);
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
