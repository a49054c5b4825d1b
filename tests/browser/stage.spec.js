/**
 * The stage: steps in detail, cards, editing in place, the table, the settings sheet.
 */
import { axe, dotted, expect, numbersOf, numbersOn, open, settled, tableOn, test, told } from './page.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/**
 * @param {Page} page
 * @param {number} presses
 */
async function forward(page, presses) {
  for (let press = 1; press <= presses; press += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, step: press });
  }
}

test('in detail each key press is one beat, forward or back, with the numbers of the core', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.keyboard.press('d');
  const { terms } = Session.open('majority').stateAt({ ...ORIGIN, step: 1 });
  const network = page.locator('svg.network');
  for (const [at, sum] of [...(terms?.running.slice(0, 3) ?? [])].entries()) {
    await page.keyboard.press('ArrowRight');
    await expect(network).toHaveAttribute('data-t', String((at + 1) / 8));
    await told(page);
    expect((await numbersOn(page))['running 2 0']).toBe(sum);
  }
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('ArrowLeft');
  await expect(network).toHaveAttribute('data-t', String(2 / 8));
  await page.keyboard.press('s');
  await expect(network).toHaveAttribute('data-t', String(2 / 8));
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
});

test('a card has the numbers of every step, and at most four stay pinned', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const neuron = page.getByRole('button', { name: /^neuron 1 of layer 2/ });
  await neuron.focus();
  await page.keyboard.press('p');
  await page.getByRole('button', { name: /^weight w³₁₁/ }).focus();
  await page.keyboard.press('p');
  await page.getByLabel('every digit').check();
  const session = Session.open('majority');
  const card = page.getByRole('region', { name: 'Card: a²₁' });
  await page.locator('h1').click();
  for (let step = 1; step <= 9; step += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, step });
    const { z, a, delta } = session.stateAt({ epoch: 0, miniBatch: 0, sample: 0, step });
    for (const [quantity, values] of Object.entries({ z, a, delta })) {
      const value = values[1]?.[0];
      const shown = card.locator(`[data-fact="${quantity}"]`);
      if (value === undefined) await expect(shown).toHaveCount(0);
      else await expect(shown).toHaveText(String(value).replace('-', '−'));
    }
  }
  for (const name of [/^bias b²₁/, /^bias b²₂/, /^bias b³₁/]) {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('p');
  }
  await expect(page.getByRole('button', { name: 'Unpin' })).toHaveCount(4);
  expect(await axe(page)).toEqual([]);
});

test('inputs and outputs of the element pointed at are highlighted', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^neuron 1 of layer 2/ }).hover();
  await expect(page.locator('.neuron.upstream')).toHaveCount(3);
  await expect(page.locator('.edge.upstream')).toHaveCount(3);
  await expect(page.locator('.edge.downstream')).toHaveCount(1);
  await expect(page.locator('.neuron.downstream')).toHaveCount(1);
});

test('values can be nudged and dragged in place, and one undo takes back a series of them', async ({
  page,
}) => {
  await open(page);
  const bias = page.getByRole('button', { name: /^bias b²₁/ });
  const start = Number((await numbersOn(page))['biases 2 0']);
  await bias.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowUp');
  await expect(async () =>
    expect((await numbersOn(page))['biases 2 0']).toBeCloseTo(start + 0.3, 9),
  ).toPass();
  await page.keyboard.press('Control+z');
  await expect(async () => expect((await numbersOn(page))['biases 2 0']).toBe(start)).toPass();
  const box = await bias.boundingBox();
  const [x, y] = [Number(box?.x) + 12, Number(box?.y) + 24];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const by of [5, 15, 25, 40]) await page.mouse.move(x, y - by);
  await page.mouse.up();
  await expect(async () =>
    expect((await numbersOn(page))['biases 2 0']).toBeCloseTo(start + 0.4, 9),
  ).toPass();
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect(async () => expect((await numbersOn(page))['biases 2 0']).toBe(start)).toPass();
});

test('the number of a weight can be pointed at, selected and dragged like its edge', async ({ page }) => {
  await open(page);
  const number = page.locator('.network text[data-quantity=weights][data-layer="3"]').first();
  const start = Number((await numbersOn(page))['weights 3 0 0']);
  const box = await number.boundingBox();
  const [x, y] = [Number(box?.x) + 20, Number(box?.y) + 8];
  await page.mouse.move(x, y);
  await expect(page.locator('.edge.lit')).toHaveAttribute('aria-label', /^weight w³₁₁/);
  await page.mouse.down();
  for (const by of [5, 15, 25, 40]) await page.mouse.move(x, y - by);
  await page.mouse.up();
  await expect(async () =>
    expect((await numbersOn(page))['weights 3 0 0']).toBeCloseTo(start + 0.4, 9),
  ).toPass();
  await expect(page.getByRole('button', { name: /^weight w³₁₁/ })).toBeFocused();
  await expect(page.locator('.inspector')).toContainText('weight from neuron 1 of layer 2');
  await page.keyboard.press('ArrowDown');
  await expect(async () =>
    expect((await numbersOn(page))['weights 3 0 0']).toBeCloseTo(start + 0.3, 9),
  ).toPass();
});

test('resizing marks kept and new parameters until the next step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByLabel('Neurons in layer 2').fill('3');
  await page.getByLabel('Neurons in layer 2').press('Enter');
  await expect(page.locator('.sentence')).toContainText('is new');
  await expect(page.locator('.sentence')).toContainText('The 11 others are kept.');
  await expect(page.locator('.network .outline')).toHaveCount(5);
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.sentence')).not.toContainText('is new');
  await expect(page.locator('.network .outline')).toHaveCount(0);
  await page.getByLabel('Neurons in layer 2').fill('2000');
  await page.getByLabel('Neurons in layer 2').press('Enter');
  await expect(page.locator('.layer .refusal')).toContainText('1 to 1024');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-3-1');
});

test('the table has the same numbers as the picture', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const session = Session.open('majority');
  for (const position of [
    { ...ORIGIN, step: 9 },
    { ...ORIGIN, sample: 4, step: 2 },
  ]) {
    if (position.sample === 0) await forward(page, position.step);
    else await page.keyboard.press('Shift+ArrowRight');
    await settled(page, position);
    const picture = await numbersOn(page);
    expect(picture).toEqual(numbersOf(session.stateAt(position)));
    await page.keyboard.press('t');
    // The table's module is fetched when it is first opened.
    await expect(page.locator('[data-twin]').first()).toBeVisible();
    expect(await tableOn(page), dotted(position)).toMatchObject(picture);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('t');
  }
});

test('the sheet lists the keyboard shortcuts, and single letters can be switched off', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.locator('#digits').selectOption('6');
  await page.locator('#comma').check();
  await page.getByLabel('Single letters are keys').uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^bias b²₁, 0,65/ })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.locator('svg.network')).toBeVisible();
  await page.keyboard.press('?');
  await page.getByLabel('Single letters are keys').check();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.keyboard.press('t');
  await expect(page.locator('.twin')).toBeVisible();
});

test('presentation mode has bigger numbers and few controls, and Escape ends it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const neuron = page.getByRole('button', { name: /^neuron 1 of layer 2/ });
  const before = Number((await neuron.boundingBox())?.width);
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(page.locator('.topbar')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  await expect(async () =>
    expect(Number((await neuron.boundingBox())?.width)).toBeGreaterThan(1.2 * before),
  ).toPass();
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('.topbar')).toBeVisible();
});

test('saturated neurons are marked, and an update that would overflow offers two ways out', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('button', { name: /^bias b²₁/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.inspector input[type=text]').fill('9');
  await page.locator('.inspector input[type=text]').press('Enter');
  await page.locator('h1').click();
  await forward(page, 1);
  await expect(page.getByRole('button', { name: /^neuron 1 of layer 2.*saturated$/ })).toBeVisible();
  await expect(page.locator('.neuron.saturated')).toHaveCount(1);

  await page.getByRole('button', { name: /^target y₁/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.inspector input[type=text]').fill('1e9');
  await page.locator('.inspector input[type=text]').press('Enter');
  await page.locator('#eta').fill('1e305');
  await page.locator('#eta').press('Enter');
  await page.locator('h1').click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('alert')).toContainText('would not be a finite number');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Divide eta by 10' }).click();
  await expect(page.locator('#eta')).toHaveValue('1e+304');
  await page.locator('h1').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: 'Back to the start of the mini-batch' }).click();
  await settled(page, ORIGIN);
});

test('big layers are folded and show their weights as pictures', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  for (const [layer, size] of [
    [1, 784],
    [2, 30],
    [3, 10],
  ]) {
    await page.getByLabel(`Neurons in layer ${layer}`).fill(String(size));
    await page.getByLabel(`Neurons in layer ${layer}`).press('Enter');
  }
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 784-30-10');
  const session = Session.open('majority');
  session.edit(ORIGIN, { kind: 'sizes', sizes: [784, 2, 1], keptLayers: [0, 1, 2] }, false);
  session.edit(ORIGIN, { kind: 'sizes', sizes: [784, 30, 1], keptLayers: [0, 1, 2] }, false);
  session.edit(ORIGIN, { kind: 'sizes', sizes: [784, 30, 10], keptLayers: [0, 1, 2] }, false);
  const weights = session.stateAt(ORIGIN).weights[1]?.slice(0, 784) ?? new Float64Array();
  const top = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  // The opacity of a pixel is the magnitude of its weight.
  const pixels = await page
    .getByRole('img', { name: /^Weights into neuron 1 of layer 2 as an image/ })
    .evaluate((element) => {
      const canvas = /** @type {HTMLCanvasElement} */ (element);
      const image = canvas.getContext('2d')?.getImageData(0, 0, 28, 28).data ?? [];
      return [canvas.width, canvas.height, ...Array.from(image).filter((_, at) => at % 4 === 3)];
    });
  expect(pixels).toEqual([
    28,
    28,
    ...Array.from(weights, (weight) => Math.round((255 * Math.abs(weight)) / top)),
  ]);
  await expect(page.getByRole('img', { name: /^Gradient/ })).toHaveCount(0);
  await page.locator('h1').click();
  await forward(page, 9);
  const gradient = page.getByRole('img', { name: /^Gradient of the weights into neuron 1 of layer 2/ });
  await expect(gradient).toBeVisible();
  // Without room for its number, δ is a bar below its neuron, and its number is in the card.
  await expect(page.locator('.network .delta')).toHaveCount(
    await page.getByRole('button', { name: /^neuron \d+ of layer [23]/ }).count(),
  );
  const { delta } = session.stateAt({ ...ORIGIN, step: 9 });
  await page.getByRole('button', { name: /^neuron 1 of layer 3/ }).press('Enter');
  const card = page.getByRole('region', { name: 'Card: a³₁' });
  await expect(card.locator('[data-fact="delta"]')).toHaveText(
    Number(delta[2]?.[0]).toFixed(3).replace('-', '−'),
  );
  expect(await axe(page)).toEqual([]);
});
