/**
 * The data sheet on a phone, rows with missing values, faulty cells, and the train/test split.
 */
import { dialog, go, isOpen, openSheet } from './data-sheet.js';
import { axe, expect, open, openMenu, test } from './page.js';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('data and the lesson are in the menu', async ({ page }) => {
    await openMenu(page, 'more');
    await page.getByRole('button', { name: 'Lesson', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Lesson' })).toBeInViewport({ ratio: 1 });
    await openMenu(page, 'more');
    await page.getByRole('button', { name: /^Data/ }).click();
    await dialog(page).getByRole('button', { name: 'Included', exact: true }).click();
    await expect(dialog(page)).toBeInViewport({ ratio: 1 });
    expect(await axe(page)).toEqual([]);
  });
});

test('rows with missing values can be left out, and a faulty cell corrected where it stands', async ({
  page,
}) => {
  await openSheet(page, 'Your own');
  const rows = ['length,width,kind', '1,2,a', ',,b', '3,4o,b', '5,6,a', '7,8,b', '9,1,a', '2,2,b'];
  await page.locator('#own-text').fill(rows.join('\n'));
  await page.locator('#own-text').press('Tab');
  await page.locator('#omit').check();
  await page.locator('#column-1').selectOption('input');
  await expect(dialog(page).getByRole('alert')).toHaveText('Row 4, column “width”: “4o” is not a number.');
  const cell = page.locator('#bad-cell');
  await expect(cell).toHaveValue('4o');
  await expect(cell).toBeInViewport({ ratio: 1 });
  expect(await axe(page)).toEqual([]);
  await cell.fill('4');
  await cell.press('Tab');
  await expect(dialog(page)).toContainText('6 samples, 2 inputs, 1 target; of each class: a: 3, b: 3.');
  await expect(page.locator('.data .go')).toHaveText('Open 6 rows');
  await go(page);
  await isOpen(page, '2-5-1', 'pasted table');
});

test('the border of the split can be dragged and moved by keys; test digits go to the stage', async ({
  page,
}) => {
  await openSheet(page, 'Included');
  await dialog(page)
    .getByRole('button', { name: /^Digits/ })
    .click();
  const bar = page.locator('.data .bar');
  await expect(bar).toHaveText(/1,438 train\s*359 test/);
  await bar.getByRole('slider').focus();
  for (let times = 0; times < 10; times += 1) await page.keyboard.press('ArrowLeft');
  await expect(bar).toHaveText(/1,258 train\s*539 test/);
  expect(await axe(page)).toEqual([]);
  await go(page);
  await isOpen(page, '64-30-10', 'Digits, 8 × 8');
  await openSheet(page, 'Samples');
  await dialog(page).getByRole('button', { name: 'test 539', exact: true }).click();
  await expect(dialog(page).getByRole('button', { name: /^Test sample/ })).toHaveCount(12);
  expect(await axe(page)).toEqual([]);
  await dialog(page)
    .getByRole('button', { name: /^Test sample 2,/ })
    .click();
  await expect(page.locator('.single-sample')).toBeVisible();
});
