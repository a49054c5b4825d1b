/**
 * A worker that crashes is replaced, and one notice says so.
 */
import { expect, numbersOn, open, settled, test } from './page.js';

for (const how of ['panic', 'hang', 'memory']) {
  test.describe(`after a failure of the worker: ${how}`, () => {
    test.use({ allowed: [/./] });
    test('the page is at the same position with the same numbers', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page, '?test');
      await page.locator('#eta').fill('0.75');
      await page.locator('#eta').press('Enter');
      await expect(page.locator('#eta')).toHaveValue('0.75');
      await page.locator('#eta').blur();
      await page.keyboard.press('Shift+ArrowRight');
      for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
      const position = { epoch: 0, miniBatch: 1, sample: 0, step: 1 };
      await settled(page, position);
      const kept = await numbersOn(page);
      await page.evaluate(
        (way) => /** @type {any} */ (globalThis).backstep.ask({ kind: 'fail', how: way }),
        how,
      );
      await expect(page.locator('.notice')).toContainText('was restarted', { timeout: 6_000 });
      await expect(page.locator('.notice')).toHaveCount(1);
      await page.keyboard.press('ArrowRight');
      await settled(page, { ...position, step: 2 });
      await page.keyboard.press('ArrowLeft');
      await settled(page, position);
      expect(await numbersOn(page)).toEqual(kept);
      await expect(page.locator('#eta')).toHaveValue('0.75');
    });
  });
}

test.describe('after a failure of the worker before any edit', () => {
  test.use({ allowed: [/./] });
  test('the page is at the same position with the same numbers', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, '?test');
    await page.keyboard.press('Shift+ArrowRight');
    for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
    const position = { epoch: 0, miniBatch: 1, sample: 0, step: 1 };
    await settled(page, position);
    const kept = await numbersOn(page);
    await page.evaluate(() => /** @type {any} */ (globalThis).backstep.ask({ kind: 'fail', how: 'hang' }));
    await expect(page.locator('.notice')).toContainText('was restarted', { timeout: 6_000 });
    await page.keyboard.press('ArrowLeft');
    await settled(page, { ...position, step: 0 });
    await page.keyboard.press('ArrowRight');
    await settled(page, position);
    expect(await numbersOn(page)).toEqual(kept);
  });
});
