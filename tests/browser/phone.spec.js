/**
 * The page on a phone: all of the picture beside its buttons, and sheets that leave it in view.
 */
import { overlapsOn } from './overlaps.js';
import { axe, expect, settled, test } from './page.js';
import { ORIGIN, boxesOn, open, positionsOf } from './still.js';
import { Session } from '../wasm/module.js';

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

test('a sheet leaves all of the picture in view, and fills the screen when it is pulled up', async ({
  page,
}) => {
  await open(page);
  for (let step = 1; step <= 8; step += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, step });
  }
  const sheet = page.locator('aside');
  for (const name of ['Inspect', 'Mini-batch', 'Training', 'Code', 'Practise']) {
    await page.getByRole('tab', { name }).tap();
    await expect(sheet).toBeVisible();
    const [stage, side, bar] = await Promise.all(
      ['#stage', 'aside', '.transport'].map((part) => page.locator(part).boundingBox()),
    );
    expect(Number(stage?.height), name).toBeGreaterThan(290);
    expect(Number(stage?.y) + Number(stage?.height), name).toBeLessThanOrEqual(Number(side?.y));
    expect(Number(side?.y) + Number(side?.height), name).toBeLessThanOrEqual(Number(bar?.y) + 1);
    expect(await overlapsOn(page), name).toEqual([]);
  }
  expect(await axe(page)).toEqual([]);
  const handle = page.getByRole('button', { name: 'Fill the screen' });
  await handle.tap();
  await expect.poll(async () => Number((await sheet.boundingBox())?.y)).toBeLessThan(20);
  await handle.tap();
  await expect.poll(async () => Number((await sheet.boundingBox())?.y)).toBeGreaterThan(350);
  // Pulled by a finger or a mouse.
  const box = await handle.boundingBox();
  const [x, y] = [Number(box?.x) + 20, Number(box?.y) + 8];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 200, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number((await sheet.boundingBox())?.y)).toBeLessThan(20);
});

test('equations stand beside one another as they are, or smaller, and none has to be moved', async ({
  page,
}) => {
  await open(page);
  for (const sizes of ['2-2-2', '3-3-1']) {
    for (const [at, size] of sizes.split('-').entries())
      await page.locator(`#size-${at + 1}`).evaluate((field, value) => {
        /** @type {HTMLInputElement} */ (field).value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }, size);
    await expect(page.locator('svg.network')).toHaveAttribute('aria-label', `Network ${sizes}`);
    for (let step = 0; step <= 10; step += 1) {
      const wide = await page
        .locator('.equation-card')
        .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect()));
      for (const { left, right } of wide) {
        expect(left, `${sizes}, step ${step}`).toBeGreaterThanOrEqual(0);
        expect(right, `${sizes}, step ${step}`).toBeLessThanOrEqual(390);
      }
      if (step === 10) break;
      await page.keyboard.press('ArrowRight');
      await settled(page, { ...ORIGIN, step: step + 1 });
    }
    await page.keyboard.press('Home');
    await settled(page, ORIGIN);
  }
});

test('the number of a sample never runs into that of the mini-batch', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Mini-batch' }).tap();
  await page.locator('#miniBatchSize').fill('8');
  await page.locator('#miniBatchSize').press('Enter');
  await page.getByRole('tab', { name: 'Mini-batch' }).tap();
  await expect(page.locator('.samples')).toContainText('of 8');
  const [samples, where] = await Promise.all(
    ['.samples', '.where'].map((part) => page.locator(part).boundingBox()),
  );
  expect(Number(samples?.x) + Number(samples?.width)).toBeLessThan(Number(where?.x));
});

test('the key opens from the menu', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'More' }).tap();
  await page.locator('#more-menu').getByRole('button', { name: 'Key', exact: true }).tap();
  await expect(page.locator('#key-menu')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('#more-menu')).toBeHidden();
});
