/**
 * Presentation: the picture, the sentence and the steps, with buttons that can be touched and fade at rest.
 */
import { overlapsOn } from './overlaps.js';
import { axe, expect, settled, test } from './page.js';
import { ORIGIN, boxesOn, open, positionsOf } from './still.js';
import { Session } from '../wasm/module.js';

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
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible();
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

test('the buttons fade at rest, and come back by a pointer, a touch or a key', async ({ page }) => {
  await page.clock.install();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page);
  await page.keyboard.press('f');
  const buttons = page.locator('.transport');
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  await expect(buttons).toHaveCSS('opacity', '1');
  // From now on time stands still but for what is said here.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
  await expect(buttons).toHaveCSS('opacity', '0');
  const signs = [
    () => page.mouse.move(700, 300),
    () => page.locator('#stage').dispatchEvent('pointerdown'),
    () => page.keyboard.press('ArrowRight'),
  ];
  for (const sign of signs) {
    await sign();
    await expect(buttons).toHaveCSS('opacity', '1');
    await page.clock.runFor(2_900);
    await expect(buttons).toHaveCSS('opacity', '1');
    await page.clock.runFor(200);
    await expect(buttons).toHaveCSS('opacity', '0');
  }
  // With the keyboard on one of them they stay.
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Tab');
  await page.clock.runFor(10_000);
  await expect(buttons).toHaveCSS('opacity', '1');
});

test('on a phone all buttons of presentation can be tapped', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Next' }).click();
  await settled(page, { ...ORIGIN, step: 1 });
  await expect(page.locator('.tabs')).toBeHidden();
  expect(await overlapsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.locator('.topbar')).toBeVisible();
});
