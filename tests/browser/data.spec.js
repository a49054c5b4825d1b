/**
 * The data sheet: previewing, opening, training with and editing every kind of data.
 */
import { axe, expect, open, openPanel, settled, showTab, startRun, test } from './page.js';
import { change, dialog, go, isOpen, openSheet } from './data-sheet.js';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
});

test('generated data can be previewed, opened, trained with and undone', async ({ page }) => {
  await openSheet(page, 'Generated');
  await page.getByRole('button', { name: 'moons' }).click();
  await expect(dialog(page)).toContainText('200 samples, 2 inputs, 1 target; of each class: 0: 100, 1: 100.');
  await page.locator('#set-count').fill('50');
  await page.locator('#set-count').press('Tab');
  await expect(dialog(page)).toContainText('50 samples');
  expect(await axe(page)).toEqual([]);
  await change(page);
  await page.locator('#data-share').fill('30');
  await go(page);
  await isOpen(page, '2-8-1', 'moons · 50 samples');
  await showTab(page, 'Mini-batch');
  await expect(page.locator('#side')).toContainText('1 of 4 in epoch 1');
  await startRun(page, 'epochs', '1');
  await expect(page.locator('#side')).toContainText('4 of 4 in epoch 1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await isOpen(page, '3-2-1', 'Majority of three bits');
  await page.getByRole('button', { name: 'Redo' }).click();
  await isOpen(page, '2-8-1', 'moons · 50 samples');
});

test('a truth table is one of 256, set by its answers', async ({ page }) => {
  await openSheet(page, 'Generated');
  await page.getByRole('button', { name: 'truth table' }).click();
  await expect(dialog(page)).toContainText('Answers of rule 232');
  await page.getByRole('button', { name: 'Answer to 000' }).click();
  await expect(dialog(page)).toContainText('Answers of rule 233');
  await go(page);
  await isOpen(page, '3-2-1', '3 bits · rule 233');
});

test('refused settings give a sentence, and the session stays as it was', async ({ page }) => {
  const before = await page.locator('svg.network').getAttribute('data-position');
  await openSheet(page, 'Generated');
  await page.getByRole('button', { name: 'circles' }).click();
  await change(page);
  const refusal = dialog(page).getByRole('alert');
  for (const [field, text, sentence] of [
    ['data-sizes', '3-8-1', 'The data has 2 inputs and 1 targets'],
    ['data-sizes', 'big', '“big” does not give layer sizes; for example 4-5-3 does.'],
    ['data-eta', 'fast', '“fast” is not a number.'],
    ['data-miniBatchSize', '161', 'The mini-batch size must be a whole number from 1 to 160.'],
    ['data-share', '100', 'Of 200 samples at least one must be trained with'],
  ]) {
    const input = page.locator(`#${field}`);
    const old = await input.inputValue();
    await input.fill(String(text));
    await go(page);
    await expect(refusal).toContainText(String(sentence));
    await input.fill(old);
    await input.press('Tab');
  }
  await page.locator('#set-noise').fill('7');
  await page.locator('#set-noise').press('Tab');
  await expect(refusal).toContainText('The noise must be a number from 0 to 1.');
  await expect(page.locator('.data .go')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', String(before));
  await expect(page.locator('#examples-button')).toContainText('Majority');
});

test('iris, penguins and digits are fetched when chosen, and show their licence', async ({ page }) => {
  await openPanel(page, 'Training', 'Confusion matrix');
  for (const [name, terms, sizes, classes] of [
    ['Iris', 'CC BY 4.0', '4-5-3', 'setosaversicolorvirginica'],
    ['Penguins', 'CC0', '4-5-3', 'AdelieChinstrapGentoo'],
    ['Digits, 8 × 8', 'E. Alpaydin', '64-30-10', '0123456789'],
  ]) {
    await openSheet(page, 'Included');
    await dialog(page)
      .getByRole('button', { name: new RegExp(String(name), 'i') })
      .first()
      .click();
    await expect(dialog(page)).toContainText(String(terms));
    await expect(dialog(page)).toContainText('of each class');
    expect(await axe(page)).toEqual([]);
    await go(page);
    await isOpen(page, String(sizes), String(name));
    // Classes have the names of their table.
    const heads = page.locator('table.confusion').getByRole('columnheader');
    await expect.poll(async () => (await heads.allInnerTexts()).join('')).toBe(classes);
  }
});

test('a pasted table becomes samples; a faulty one is refused by row and column', async ({ page }) => {
  await openSheet(page, 'Your own');
  const paste = page.locator('#own-text');
  await paste.fill('a;b;kind\n1,5;2;yes\n2,5;3;no\n3,5;?;yes');
  await paste.press('Tab');
  // A column that is not all numbers is left out by default, with the reason.
  await expect(dialog(page)).toContainText('Left out: Row 4, column “b”');
  await page.locator('#column-1').selectOption('input');
  await expect(dialog(page).getByRole('alert')).toContainText('Row 4, column “b”');
  await expect(page.locator('.data .go')).toHaveCount(0);
  // Pasted text is read at once, without leaving the field.
  await paste.evaluate((field, text) => {
    /** @type {HTMLTextAreaElement} */ (field).value = text;
    field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
  }, 'a;b;kind\n1,5;2;yes\n2,5;3;no\n3,5;4;yes');
  await expect(dialog(page)).toContainText('3 samples, 2 inputs, 1 target; of each class: no: 1, yes: 2.');
  await expect(page.locator('#delimiter')).toHaveValue(';');
  await expect(page.locator('#decimalComma')).toBeChecked();
  await page.locator('#input-scaling').selectOption('1');
  await page.getByText('As the network gets them').click();
  await expect(dialog(page).locator('.preview').getByRole('row').nth(2)).toContainText('0.500');
  expect(await axe(page)).toEqual([]);
  await page.locator('#coding').selectOption('oneHot');
  await expect(dialog(page)).toContainText('Opens as 2-5-2');
  // A text that is not a table removes the last table from the sheet, and stays to be corrected.
  const good = await paste.inputValue();
  await page.getByText('Other file').click();
  await paste.fill('a;b\n"1;2');
  await paste.press('Tab');
  await expect(dialog(page).getByRole('alert')).toContainText('quotation');
  await expect(page.locator('.data .go')).toHaveCount(0);
  await expect(page.locator('#column-1')).toHaveCount(0);
  await page.getByRole('button', { name: 'Generated' }).click();
  await page.getByRole('button', { name: 'Your own' }).click();
  await expect(paste).toHaveValue('a;b\n"1;2');
  await paste.fill(good);
  await paste.press('Tab');
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  await page.locator('#coding').selectOption('oneHot');
  await go(page);
  await isOpen(page, '2-5-2', 'pasted table');
  await expect(page.getByRole('button', { name: 'Data', exact: true })).toBeFocused();
});

test('reading a table can be cancelled, and the page works meanwhile', async ({ page }) => {
  // The table worker starts when the test says so, as if the file were big.
  /** @type {(() => void)[]} */
  const held = [];
  await page.route(/\/reader\.js$/, async (route) => {
    await new Promise((resume) => held.push(() => resume(undefined)));
    await route.continue().catch(() => {});
  });
  await openSheet(page, 'Your own');
  const paste = page.locator('#own-text');
  await paste.fill('a,b\n1,2\n3,4');
  await paste.press('Tab');
  const loading = dialog(page).locator('.loading');
  await expect(loading).toContainText('One moment …');
  expect(await axe(page)).toEqual([]);
  await loading.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog(page).getByRole('alert')).toHaveText('Reading was stopped; nothing was changed.');
  await expect(loading).toBeHidden();
  await page
    .locator('#own-file')
    .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n3,4\n5,6') });
  await expect(loading).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 1 });
  await expect.poll(() => held.length).toBe(2);
  for (const start of held) start();
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await expect(dialog(page)).toContainText('3 samples, 1 input, 1 target');
  await expect(loading).toBeHidden();
  // The table is as it was when its tab is opened again.
  await page.locator('#coding').selectOption('number');
  await dialog(page).getByRole('button', { name: 'Generated', exact: true }).click();
  await expect(page.locator('.data .go')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Your own', exact: true }).click();
  await expect(page.locator('#coding')).toHaveValue('number');
  await expect(dialog(page)).toContainText('3 samples, 1 input, 1 target');
  await go(page);
  await isOpen(page, '1-5-1', 'mine.csv');
});

test('a file of another format is refused, and IDX images are opened', async ({ page }) => {
  await openSheet(page, 'Your own');
  await page
    .locator('#own-file')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from([255, 216, 255]) });
  await expect(dialog(page).getByRole('alert')).toContainText('not in UTF-8');
  const images = Buffer.from([
    0,
    0,
    8,
    3,
    0,
    0,
    0,
    4,
    0,
    0,
    0,
    2,
    0,
    0,
    0,
    2,
    ...Array.from({ length: 16 }, (_, at) => at * 16),
  ]);
  const labels = Buffer.from([0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1]);
  const [first, second] = [page.locator('input[name=images]'), page.locator('input[name=labels]')];
  await first.setInputFiles({ name: 'mine.idx', mimeType: '', buffer: images });
  await second.setInputFiles({ name: 'labels.idx', mimeType: '', buffer: labels.subarray(0, 10) });
  await page.getByRole('button', { name: 'Preview the images' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('says it has 4');
  await second.setInputFiles({ name: 'labels.idx', mimeType: '', buffer: labels });
  await page.getByRole('button', { name: 'Preview the images' }).click();
  await expect(dialog(page)).toContainText('4 samples, 4 inputs, 2 targets');
  await go(page);
  await isOpen(page, '4-30-2', 'mine.idx');
});

test('samples can be edited, added and removed, and undo restores them', async ({ page }) => {
  await openSheet(page, 'Generated');
  await page.getByRole('button', { name: 'two blobs' }).click();
  await go(page);
  await isOpen(page, '2-4-1', 'two blobs · 200 samples');
  await openSheet(page, 'Samples');
  const which = (/** @type {string} */ name) => dialog(page).getByRole('button', { name, exact: true });
  await expect(which('train 160')).toHaveAttribute('aria-pressed', 'true');
  expect(await axe(page)).toEqual([]);
  const cell = page.locator('#sample-0-0');
  const old = await cell.inputValue();
  await cell.fill('0,25');
  await cell.press('Tab');
  await expect(cell).toHaveValue('0.25');
  await dialog(page).getByRole('button', { name: 'On', exact: true }).click();
  await expect(dialog(page).getByRole('rowheader').first()).toHaveText('13');
  await expect(dialog(page).getByRole('button', { name: 'On', exact: true })).toBeFocused();
  await expect(page.locator('.scatter svg :is(rect, circle)')).toHaveCount(160);
  await dialog(page).getByRole('button', { name: 'Back', exact: true }).click();
  await cell.fill('a lot');
  await cell.press('Tab');
  await expect(dialog(page).getByRole('alert')).toContainText('“a lot” is not a number.');
  await page.locator('.scatter svg').click({ position: { x: 40, y: 60 } });
  await expect(page.locator('.scatter svg :is(rect, circle)')).toHaveCount(161);
  // The page with the added sample is shown.
  await expect(dialog(page).getByRole('rowheader').last()).toHaveText('161');
  await page.getByRole('button', { name: 'Remove sample 161', exact: true }).click();
  await expect(page.locator('.scatter svg :is(rect, circle)')).toHaveCount(160);
  await which('test 40').click();
  await expect(dialog(page).locator('tbody input')).toHaveCount(0);
  await expect(dialog(page).locator('tbody tr')).toHaveCount(12);
  await expect(which('test 40')).toBeFocused();
  await page.keyboard.press('Escape');
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: 'Undo' }).click();
  await openSheet(page, 'Samples');
  await which('train 160').click();
  await expect(cell).toHaveValue(old);
});

test('MNIST is loaded when chosen, and loaded again after the worker crashed', async ({ page }) => {
  await page.goto('./?test');
  await expect(page.locator('svg.network')).toBeVisible();
  await openSheet(page, 'Included');
  await page.getByRole('button', { name: /MNIST/ }).click();
  await expect(dialog(page)).toContainText('70,000 samples, 784 inputs, 10 targets', { timeout: 20_000 });
  await go(page);
  await isOpen(page, '784-30-10', 'Handwritten digits');
  await showTab(page, 'Mini-batch');
  await expect(page.locator('#side')).toContainText('1 of 5000 in epoch 1');
  await page.evaluate(() => /** @type {any} */ (globalThis).backstep.ask({ kind: 'fail', how: 'panic' }));
  // It is said once the images are there again.
  await expect(page.locator('.notice')).toContainText('is being started again');
  await expect(page.getByRole('alert')).toContainText('was restarted', { timeout: 20_000 });
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', '0.0.0.1', { timeout: 20_000 });
  await isOpen(page, '784-30-10', 'Handwritten digits');
});

test('loading MNIST can be cancelled', async ({ page }) => {
  await page.route('**/train-images.idx.gz', async (route) => {
    await new Promise((resume) => setTimeout(resume, 4_000));
    await route.continue().catch(() => {});
  });
  await openSheet(page, 'Included');
  await page.getByRole('button', { name: /MNIST/ }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Loading was stopped; nothing was changed.');
  await expect(page.locator('#examples-button')).toContainText('Majority');
});
