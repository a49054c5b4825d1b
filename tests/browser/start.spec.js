/**
 * The first screen.
 */
import { axe, expect, numbersOf, numbersOn, open, showTab, test } from './page.js';
import { Session } from '../wasm/module.js';

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`the first screen is complete and accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    expect(await numbersOn(page)).toEqual(
      numbersOf(Session.open('majority').stateAt({ epoch: 0, miniBatch: 0, sample: 0, step: 0 })),
    );
    expect(await axe(page)).toEqual([]);
    for (const part of [
      'topbar',
      'ribbon',
      'caption',
      'stage',
      'equation',
      'transport',
      'timeline',
      'side',
    ]) {
      const box = await page.locator(`[data-part="${part}"]`).boundingBox();
      expect(box, part).not.toBeNull();
      expect(Number(box?.y) + Number(box?.height), part).toBeLessThanOrEqual(900);
      expect(Number(box?.x) + Number(box?.width), part).toBeLessThanOrEqual(1440);
    }
    expect(await page.locator('aside').evaluate((aside) => aside.scrollHeight - aside.clientHeight)).toBe(0);
  });
}

test('nothing moves and no frame is requested until something is pressed', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const real = globalThis.requestAnimationFrame;
    Object.assign(globalThis, { frames: 0 });
    globalThis.requestAnimationFrame = (callback) => {
      /** @type {any} */ (globalThis).frames += 1;
      return real.call(globalThis, callback);
    };
  });
  const picture = () =>
    page.locator('#page').evaluate((element) => new XMLSerializer().serializeToString(element));
  const before = await picture();
  await page.waitForTimeout(600);
  expect(await picture()).toBe(before);
  expect(await page.evaluate(() => /** @type {any} */ (globalThis).frames)).toBe(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('everything can be reached without scrolling sideways', async ({ page }) => {
    await open(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await axe(page)).toEqual([]);
    // The stage and the button of the next step are visible without scrolling.
    await expect(page.locator('svg.network')).toBeInViewport({ ratio: 0.99 });
    const step = page.getByRole('button', { name: /^Next/ });
    await expect(step).toBeInViewport({ ratio: 0.99 });
    await step.tap();
    await expect(page.locator('svg.network')).toHaveAttribute('data-position', '0.0.0.1');
    await showTab(page, 'Mini-batch');
    await expect(page.locator('#eta')).toBeInViewport();
  });
});

test('at 400 % zoom neurons do not overlap, and on a big screen they grow', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await open(page);
  const discs = () =>
    page
      .locator('.neuron .disc')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const small = await discs();
  for (const [at, one] of small.entries())
    for (const other of small.slice(0, at))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.width);
  await page.setViewportSize({ width: 1440, height: 900 });
  const usual = Number((await discs())[0]?.width);
  await page.setViewportSize({ width: 2560, height: 1440 });
  await expect.poll(async () => Number((await discs())[0]?.width)).toBeGreaterThan(1.4 * usual);
  // The controls above the columns stand side by side.
  const layers = await page
    .locator('.architecture .layer')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  expect(layers.length).toBeGreaterThan(3);
  for (const [at, one] of layers.slice(1).entries()) expect(one.left).toBeGreaterThan(layers[at].right);
});
