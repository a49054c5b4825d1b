/**
 * The optical digits from start to end: opening, training, going back, stepping, and drawing a digit.
 */
import { expect, open, openPanel, settled, startRun, test } from './page.js';

test('digits can be trained, stopped, revisited, stepped through and drawn', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'Included' }).click();
  await page.getByRole('button', { name: /^Digits, 8/ }).click();
  await page.locator('.data .go').click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 64-30-10');
  await expect(page.locator('dialog')).toHaveCount(0);
  await openPanel(page, 'Training', 'Training');
  await openPanel(page, 'Training', 'Confusion matrix');
  await startRun(page, 'stop');
  // The run learns: more than 90 % of the test samples become correct.
  const share = async () => {
    const [, correct, total] =
      /: ([\d,]+) of ([\d,]+)/.exec(await page.locator('.evaluation').first().innerText()) ?? [];
    return Number(String(correct).replace(',', '')) / Number(String(total).replace(',', ''));
  };
  await expect.poll(share, { timeout: 20_000 }).toBeGreaterThan(0.9);
  const stop = page.locator('.transport .stop');
  await stop.click();
  await expect(stop).toHaveCount(0);
  await expect(page.locator('.plot canvas')).toHaveCount(3);
  const matrix = page.locator('[data-of]');
  await expect(matrix).toHaveCount(100);
  const counts = await matrix.evaluateAll((cells) =>
    cells.map((cell) => Number(/** @type {HTMLElement} */ (cell).dataset['value'])),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const right = counts.filter((_, at) => at % 11 === 0).reduce((sum, count) => sum + count, 0);
  expect(right / total).toBeGreaterThan(0.9);

  // Goes back to the first mini-batch, and one step forward.
  await page.getByRole('slider', { name: 'Timeline' }).focus();
  await page.keyboard.press('Home');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 10, step: 2 });
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await settled(page, { epoch: 0, miniBatch: 1, sample: 0, step: 0 });

  // At the end again, a stroke from top to bottom is classified while it is drawn.
  await page.keyboard.press('End');
  await openPanel(page, 'Practise', 'Draw a digit');
  const paper = page.locator('.paper');
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  const [x, y, width, height] = [box?.x, box?.y, box?.width, box?.height].map(Number);
  /** @param {number} part */
  const to = (part) => page.mouse.move(Number(x) + 0.5 * Number(width), Number(y) + part * Number(height));
  await to(0.15);
  await page.mouse.down();
  for (const part of [0.3, 0.5, 0.7, 0.85]) await to(part);
  await page.mouse.up();
  await expect(page.locator('[data-output]')).toHaveCount(10);
  await page.locator('#step-through').click();
  await expect(page.locator('.single-sample')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the run' }).click();
  await expect(page.locator('.single-sample')).toHaveCount(0);
});
