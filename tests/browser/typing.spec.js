/**
 * Numbers typed where they stand on the stage.
 */
import { axe, expect, open, openPanel, settled, test } from './page.js';

/** @import { Page } from '@playwright/test' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/** @param {Page} page */
const field = (page) => page.locator('.number-field input');

/** @param {Page} page @param {string} quantity @param {Record<string, number>} of */
const shown = (page, quantity, of) =>
  page.locator(
    `svg.network text[data-quantity="${quantity}"]` +
      Object.entries(of)
        .map(([name, value]) => `[data-${name}="${value}"]`)
        .join(''),
  );

test('a second click opens a number where it stands; Enter sets it, Escape leaves it', async ({ page }) => {
  await open(page);
  const number = shown(page, 'weights', { layer: 2, to: 0, from: 0 });
  await number.click();
  await expect(field(page)).toHaveCount(0);
  await number.click();
  await expect(field(page)).toBeFocused();
  expect(await axe(page)).toEqual([]);
  // It stands over its number.
  const [own, text] = [await field(page).boundingBox(), await number.boundingBox()];
  const middle = Number(text?.x) + Number(text?.width) / 2;
  expect(Math.abs(Number(own?.x) + Number(own?.width) / 2 - middle)).toBeLessThan(24);
  await page.keyboard.type('0.75');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
  await expect(number).toHaveAttribute('data-value', '0.75');
  // The focus is on its line again: arrow keys nudge, and step.
  await page.keyboard.press('ArrowUp');
  await expect(number).toHaveAttribute('data-value', '0.85');
  await number.click();
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
  await expect(number).toHaveAttribute('data-value', '0.85');
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
});

test('typing begins at what has the focus, and Tab goes on to what goes into the same neuron', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: /^weight w²₁₂/ }).focus();
  await page.keyboard.type('-1,5');
  await expect(field(page)).toHaveValue('-1,5');
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveAttribute('aria-label', 'Weight w²₁₃');
  await expect(shown(page, 'weights', { layer: 2, to: 0, from: 1 })).toHaveAttribute('data-value', '−1.5');
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveAttribute('aria-label', 'Bias b²₁');
  await page.keyboard.type('2');
  await page.keyboard.press('Shift+Tab');
  await expect(field(page)).toHaveAttribute('aria-label', 'Weight w²₁₃');
  await expect(shown(page, 'biases', { layer: 2, neuron: 0 })).toHaveAttribute('data-value', '2');
  await page.keyboard.press('Escape');
  // Each is an edit of its own.
  await page.keyboard.press('Control+z');
  await expect(shown(page, 'biases', { layer: 2, neuron: 0 })).not.toHaveAttribute('data-value', '2');
  await expect(shown(page, 'weights', { layer: 2, to: 0, from: 1 })).toHaveAttribute('data-value', '−1.5');
});

test('inputs and targets can be typed; what is refused stays with its sentence', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^neuron 3 of layer 1/ }).focus();
  await page.keyboard.press('.');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(shown(page, 'a', { layer: 1, neuron: 2 })).toHaveAttribute('data-value', '0.5');
  await page.getByRole('button', { name: /^target y₁/ }).focus();
  await page.keyboard.type('1e');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('“1e” is not a number; for example 3, 0.5 or 1e-3 is.');
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
  await expect(field(page)).toHaveValue('1e');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.type('-1');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
  await expect(shown(page, 'y', { neuron: 0 })).toHaveAttribute('data-value', '0.1');
});

test('a drag does not open the field, and a step closes it', async ({ page }) => {
  await open(page);
  const number = shown(page, 'weights', { layer: 2, to: 0, from: 0 });
  const box = await number.boundingBox();
  const [x, y] = [Number(box?.x) + 10, Number(box?.y) + 8];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const up of [10, 20, 30]) await page.mouse.move(x, y - up);
  await page.mouse.up();
  await expect(number).toHaveAttribute('data-value', /^0\.6/);
  await expect(field(page)).toHaveCount(0);
  await number.click();
  await expect(field(page)).toBeFocused();
  await page.locator('.transport .primary').click();
  await settled(page, { ...ORIGIN, step: 1 });
  await expect(field(page)).toHaveCount(0);
});

test('where a sign is asked for, a minus is the answer and opens no field', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Practise', 'Predict, then reveal');
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.panel-predict')).toContainText('What will z²₁ be?');
  await page.getByRole('button', { name: /^weight w²₁₂/ }).focus();
  await page.keyboard.press('-');
  await settled(page, { ...ORIGIN, step: 1 });
  await expect(field(page)).toHaveCount(0);
});
