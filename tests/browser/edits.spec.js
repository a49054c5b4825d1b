/**
 * Edits in the middle of a mini-batch, and the refusal of invalid ones.
 */
import {
  axe,
  expect,
  numbersOf,
  numbersOn,
  open,
  openMenu,
  settled,
  showTab,
  startRun,
  tableOn,
  test,
} from './page.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */

const POSITION = { epoch: 0, miniBatch: 0, sample: 1, step: 3 };

/** Steps to the middle of the first mini-batch. @param {Page} page */
async function toTheMiddle(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.keyboard.press(']');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 10 });
  for (const step of [0, 1, 2, 3]) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...POSITION, step });
  }
}

/**
 * @param {Page} page
 * @param {string} field
 * @param {string} text
 */
async function type(page, field, text) {
  await page.locator(field).fill(text);
  await page.locator(field).press('Enter');
}

test('eta in the middle of a mini-batch acts on its update', async ({ page }) => {
  await toTheMiddle(page);
  const session = Session.open('majority');
  await type(page, '#eta', '0,25');
  await expect(page.locator('#eta')).toHaveValue('0.25');
  session.edit(POSITION, { kind: 'eta', value: 0.25 }, false);
  await page.locator('#eta').blur();
  await settled(page, POSITION);
  await page.keyboard.press('Shift+ArrowRight');
  const end = session.positionOf(0);
  await settled(page, end);
  expect(await numbersOn(page)).toEqual(numbersOf(session.stateAt(end)));

  // Undo restores the steps after the edit as they were, redo the new ones.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#eta')).not.toHaveValue('0.25');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.locator('#eta')).toHaveValue('0.25');
});

test('dragging the slider is one edit', async ({ page }) => {
  await open(page);
  const start = await page.locator('#eta').inputValue();
  const slider = page.getByRole('slider', { name: 'eta, logarithmic' });
  const box = await slider.boundingBox();
  const [x, y] = [Number(box?.x), Number(box?.y) + Number(box?.height) / 2];
  await page.mouse.move(x + 60, y);
  await page.mouse.down();
  for (const distance of [70, 80, 90, 100]) await page.mouse.move(x + distance, y);
  await page.mouse.up();
  await expect(page.locator('#eta')).not.toHaveValue(start);
  await page.keyboard.press('Control+z');
  await expect(page.locator('#eta')).toHaveValue(start);
});

test('resizing layers in the middle of a mini-batch keeps the parameters of remaining neurons', async ({
  page,
}) => {
  await toTheMiddle(page);
  const session = Session.open('majority');
  const before = session.stateAt(POSITION);
  await page.getByRole('button', { name: 'One neuron more in layer 2' }).click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-3-1');
  const at = session.edit(POSITION, { kind: 'sizes', sizes: [3, 3, 1], keptLayers: [0, 1, 2] }, false);
  const after = session.stateAt(at);
  await settled(page, at);
  // Where lines are dense, only some have their numbers; the table has all.
  const known = numbersOf(after);
  for (const [name, value] of Object.entries(await numbersOn(page))) expect(known[name], name).toBe(value);
  await page.locator('h1').click();
  await page.keyboard.press('t');
  await expect(page.locator('[data-twin]').first()).toBeVisible();
  const listed = await tableOn(page);
  expect(listed).toMatchObject(known);
  for (let k = 0; k < 3; k += 1) expect(listed[`weights 2 1 ${k}`]).toBe(before.weights[1]?.[3 + k]);
  await page.keyboard.press('t');

  await page.getByRole('button', { name: 'Add a layer before layer 3' }).click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-3-2-1');
  await page.getByRole('button', { name: 'Remove layer 3' }).click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-3-1');
  await page.getByRole('button', { name: 'One neuron less in layer 2' }).click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-1');
});

test('a weight, a bias, an input and a target can be typed', async ({ page }) => {
  await toTheMiddle(page);
  for (const [element, name, quantity] of /** @type {const} */ ([
    [page.getByRole('button', { name: /^weight w²₁₂/ }), 'w²₁₂', 'weights 2 0 1'],
    [page.getByRole('button', { name: /^bias b³₁/ }), 'b³₁', 'biases 3 0'],
    [page.getByRole('button', { name: /^neuron 2 of layer 1/ }), 'x₂', 'a 1 1'],
    [page.getByRole('button', { name: /^target y₁/ }), 'y₁', 'y 0'],
  ])) {
    await element.focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name });
    await field.fill('-0.625');
    await field.press('Enter');
    await expect(async () => expect((await numbersOn(page))[quantity]).toBe(-0.625)).toPass();
  }
});

test('invalid input is refused beside its field, and changes nothing', async ({ page }) => {
  test.slow();
  await toTheMiddle(page);
  const kept = await numbersOn(page);
  await page.getByRole('button', { name: /^weight w²₁₂/ }).focus();
  await page.keyboard.press('Enter');
  const weight = String(await page.locator('.inspector input[type=text]').getAttribute('id'));
  for (const [field, text, sentence] of [
    ['eta', 'fast', '“fast” is not a number; for example 3, 0.5 or 1e-3 is.'],
    ['eta', '1e999', '“1e999” is too large: numbers go up to 1.8e308.'],
    ['eta', '', 'Type a number; for example 3, 0.5 or 1e-3.'],
    ['miniBatchSize', '0', 'from 1 to 8'],
    ['miniBatchSize', '2.5', 'Mini-batch size m must be a whole number.'],
    ['miniBatchSize', '9', 'from 1 to 8'],
    ['seed', '-1', 'whole number from 0'],
    ['seed', '9007199254740993', 'whole number from 0'],
    [weight, 'NaN', 'is not a number'],
  ]) {
    const input = page.locator(`#${field}`);
    if (!(await input.isVisible())) await openMenu(page, 'more');
    const old = await input.inputValue();
    await type(page, `#${field}`, String(text));
    const refusal = page.locator(`#${field}-refusal`);
    await expect(refusal).toContainText(String(sentence));
    await expect(refusal).toBeInViewport({ ratio: 1 });
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await settled(page, POSITION);
    expect(await numbersOn(page)).toEqual(kept);
    expect(await axe(page)).toEqual([]);
    await input.press('Escape');
    await expect(refusal).toHaveCount(0);
    await expect(input).toHaveValue(old);
  }
});

test('an update that would overflow is not made, and a sentence says why', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('button', { name: /^target y₁/ }).focus();
  await page.keyboard.press('Enter');
  await type(page, '.inspector input[type=text]', '1e9');
  await type(page, '#eta', '1e308');
  await startRun(page, 'miniBatches', '100');
  await expect(page.getByRole('alert')).toContainText(/layer \d/);
  // The change is shown as infinite; the weights and biases stay as they were.
  const shown = await numbersOn(page);
  const parameters = Object.keys(shown).filter((name) => /^(weights|biases) /.test(name));
  expect(parameters).toHaveLength(11);
  for (const name of parameters) expect(Math.abs(Number(shown[name])), name).toBeLessThan(10);
});

test('text being typed stays while the page is redrawn', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.locator('#eta').fill('0.62');
  await page.getByLabel('Neurons in layer 2').fill('4');
  await page.locator('#eta').fill('0.625');
  // Waits until at least one step has been played.
  const network = page.locator('svg.network');
  await expect
    .poll(() => network.getAttribute('data-position'), { timeout: 10_000 })
    .not.toMatch(/^0\.0\.0\.[01]$/);
  await expect(page.locator('#eta')).toHaveValue('0.625');
  await page.locator('#eta').press('Enter');
  await expect(page.locator('#eta')).toHaveValue('0.625');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-4-1');
});

for (const [name, viewport, count] of /** @type {const} */ ([
  ['a desk', { width: 1440, height: 900 }, 5],
  ['a phone', { width: 390, height: 844 }, 2],
])) {
  test(`invalid text in every field is refused beside it, and no refusal covers another, on ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await open(page);
    // On a phone learning rate and mini-batch size stand in a sheet.
    if (count === 2) await showTab(page, 'Mini-batch');
    await expect(page.locator('#eta')).toBeVisible();
    const fields = await page.locator('input[type="text"]:visible').all();
    expect(fields.length).toBe(count);
    for (const field of fields) {
      await field.fill('nonsense');
      await field.press('Enter');
      const sentences = page.locator('.refusal:visible');
      await expect(sentences).not.toHaveCount(0);
      const boxes = await sentences.evaluateAll((all) =>
        all
          .filter((one) => getComputedStyle(one).visibility === 'visible')
          .map((one) => one.getBoundingClientRect().toJSON()),
      );
      for (const [at, one] of boxes.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.right).toBeLessThanOrEqual(viewport.width);
        for (const other of boxes.slice(0, at)) {
          const apart =
            one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top;
          expect(apart).toBe(true);
        }
      }
    }
    // The page has not become wider.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    // A field that is focused again shows its sentence.
    await page.locator('#eta').focus();
    await expect(page.locator('#eta-refusal')).toBeVisible();
    expect(await axe(page)).toEqual([]);
  });
}
