/**
 * The panels that query the core show the core's answers.
 */
import { axe, chooseExample, expect, open, openPanel, settled, showTab, test } from './page.js';
import { Session } from '../wasm/module.js';

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/** @param {string | null} text */
const number = (text) => Number(String(text).replaceAll('−', '-'));

test('the eta curve shows the cost after the update, and eta can be dragged on it', async ({ page }) => {
  await open(page);
  await showTab(page, 'Mini-batch');
  const session = Session.open('majority');
  const chart = page.locator('.panel-eta svg.chart');
  const etas = Float64Array.from({ length: 81 }, (_, at) => 10 ** (-3 + at / 16));
  const costs = session.etaCurve(ORIGIN, etas);
  const least = Math.min(...costs.map((cost) => cost ?? Infinity));
  await expect(page.locator('.panel-eta')).toContainText(`Least cost ${least.toFixed(3)} at eta = `);
  await expect(chart.locator('polyline')).toHaveAttribute('points', /^(\S+ ){80}\S+$/);
  const box = await chart.boundingBox();
  await page.mouse.move(Number(box?.x) + 0.3 * Number(box?.width), Number(box?.y) + 40);
  await page.mouse.down();
  await page.mouse.move(Number(box?.x) + 0.5 * Number(box?.width), Number(box?.y) + 40);
  await page.mouse.up();
  await expect(page.locator('#eta')).not.toHaveValue('3');
  expect(number(await page.locator('#eta').inputValue())).toBeLessThan(1);
  await page.keyboard.press('Control+z');
  await expect(page.locator('#eta')).toHaveValue('3');
});

test('the gradient check compares the cost with backpropagation, for one parameter and for all', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Code', 'Gradient check');
  await page.getByRole('button', { name: /^weight w²₂₁/ }).focus();
  await page.keyboard.press('Enter');
  const session = Session.open('majority');
  const gradientCheck = session.gradientCheck(ORIGIN, 3, 1e-5);
  for (const name of /** @type {const} */ (['secant', 'slope', 'difference'])) {
    await expect(async () =>
      expect(
        number(await page.locator(`[data-gradient-check="${name}"][data-value]`).getAttribute('data-value')),
      ).toBe(gradientCheck[name]),
    ).toPass();
  }
  await page.getByRole('button', { name: 'Check all' }).click();
  await expect(page.locator('.differences li')).toHaveCount(11);
  const all = session.gradientCheckAll(ORIGIN, 1e-5);
  expect(Math.max(...all)).toBeLessThan(1e-6);
  const worst = all.indexOf(Math.max(...all));
  const names = ['w²₁₁', 'w²₁₂', 'w²₁₃', 'w²₂₁', 'w²₂₂', 'w²₂₃', 'b²₁', 'b²₂', 'w³₁₁', 'w³₁₂', 'b³₁'];
  await expect(page.locator('[data-gradient-check="worst"]')).toHaveText(String(names[worst]));
  expect(await axe(page)).toEqual([]);
  await openPanel(page, 'Mini-batch', 'Gradient by layer');
  await expect(page.locator('[data-norm]')).toHaveCount(4);
  const norms = session.norms(ORIGIN);
  const shown = await page
    .locator('[data-norm]')
    .evaluateAll((cells) =>
      cells.map((cell) =>
        Number(String(/** @type {HTMLElement} */ (cell).dataset['value']).replaceAll('−', '-')),
      ),
    );
  expect(shown).toEqual([norms.nablaW[1], norms.delta[1], norms.nablaW[0], norms.delta[0]]);
  expect(await axe(page)).toEqual([]);

  // After a step, the answers are for the new position.
  await showTab(page, 'Code');
  await page.locator('h1').click();
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page, { ...ORIGIN, sample: 4, step: 2 });
  const after = session.gradientCheck({ ...ORIGIN, sample: 4, step: 2 }, 3, 1e-5);
  await expect(async () =>
    expect(
      number(await page.locator('[data-gradient-check="slope"][data-value]').getAttribute('data-value')),
    ).toBe(after.slope),
  ).toPass();
});

test('vanishing gradients are visible, and open panels are remembered', async ({ page }) => {
  await open(page);
  await openPanel(page, 'Mini-batch', 'Gradient by layer');
  await page.reload();
  await expect(page.locator('.norms tbody tr')).toHaveCount(2);
  for (let layer = 3; layer < 6; layer += 1) {
    await page.getByRole('button', { name: `Add a layer before layer ${layer}` }).click();
  }
  await expect(page.locator('.norms tbody tr')).toHaveCount(5);
  const widths = await page
    .locator('.norms rect.delta')
    .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));
  expect(widths[4]).toBeLessThan(Number(widths[0]));
});

test('the tab shown stays when stepping and after a reload, and arrow keys move among the tabs', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  // After a click the arrow keys step, and do not move among the tabs.
  await showTab(page, 'Mini-batch');
  for (const step of [1, 2]) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, step });
  }
  const shown = page.getByRole('tab', { selected: true });
  await expect(shown).toHaveText('Mini-batch');
  // What keeps the moment is fetched with the second step: before that a reload begins anew.
  await expect(page).toHaveURL(/#m=/);
  await page.reload();
  await expect(shown).toHaveText('Mini-batch');
  await expect(page.locator('.panel-batch tbody tr')).toHaveCount(4);
  await shown.focus();
  await page.keyboard.press('ArrowRight');
  await expect(shown).toHaveText('Training');
  await expect(shown).toBeFocused();
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', '0.0.0.2');
  for (const name of /** @type {const} */ (['Code', 'Practise', 'Inspect', 'Mini-batch'])) {
    await showTab(page, name);
    await expect(page.getByRole('tabpanel', { name })).not.toBeEmpty();
    expect(await axe(page), name).toEqual([]);
  }
});

test('the ledger fills step by step, ends with the new value, and links back to samples', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('button', { name: /^weight w³₁₂/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('h1').click();
  const session = Session.open('majority');
  const cells = page.locator('.ledger [data-ledger]');
  /** @param {string} name */
  const cell = async (name) =>
    number(await page.locator(`[data-ledger="${name}"]`).getAttribute('data-value'));
  // Only the target of the first sample is known, no factor and no gradient.
  await expect(cells).toHaveCount(0);
  for (let press = 1; press <= 10; press += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, step: press });
    const { a, delta, nablaW, sumNablaW } = session.stateAt({ ...ORIGIN, step: press });
    const quantities = [a[1]?.[1], delta[2]?.[0], nablaW[2]?.[1], sumNablaW[2]?.[1]];
    await expect(cells).toHaveCount(quantities.filter((value) => value !== undefined).length);
  }
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page, { ...ORIGIN, sample: 4, step: 2 });
  await expect(cells).toHaveCount(4 * 4 + 3);
  const end = session.stateAt({ ...ORIGIN, sample: 4, step: 2 });
  expect(await cell('new')).toBe(end.weights[2]?.[1]);
  expect(await cell('step')).toBe(end.stepW[2]?.[1]);
  expect(await cell('mean')).toBe(end.meanNablaW[2]?.[1]);
  expect(await cell('sum 3')).toBe(end.sumNablaW[2]?.[1]);
  for (let row = 0; row < 4; row += 1) {
    const state = session.stateAt({ ...ORIGIN, sample: row, step: 10 });
    expect([await cell(`a ${row}`), await cell(`delta ${row}`), await cell(`nabla ${row}`)]).toEqual([
      state.a[1]?.[1],
      state.delta[2]?.[0],
      state.nablaW[2]?.[1],
    ]);
  }
  expect(await axe(page)).toEqual([]);
  await page.locator('[data-ledger="nabla 1"] button').click();
  await settled(page, { ...ORIGIN, sample: 1, step: 7 });
  await page.locator('[data-ledger="sum 0"] button').click();
  await settled(page, { ...ORIGIN, sample: 0, step: 10 });
});

test('the line of the step is highlighted, and its Rust code is the compiled source', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await showTab(page, 'Code');
  const lit = page.locator('.listing .lit');
  await expect(lit).toHaveText('zs, activations = [], [x]');
  await page.locator('h1').click();
  for (const text of ['zs.append(', 'activations.append(']) {
    await page.keyboard.press('ArrowRight');
    await expect(lit).toContainText(text);
    await expect(lit).toBeInViewport();
  }
  // A term is highlighted with its element on the stage, and the other way round.
  await page.keyboard.press('ArrowRight');
  await expect(lit).toContainText('zs.append(');
  const { biases } = Session.open('majority').stateAt({ ...ORIGIN, step: 3 });
  const title = `b (1,): ${Number(biases[2]?.[0]).toFixed(3).replace('-', '−')}`;
  await expect(lit.locator('.term-b').first()).toHaveAttribute('title', title);
  await lit.locator('.term-b').first().hover();
  await expect(page.locator('svg.network .bias.lit')).toHaveCount(1);
  await expect(page.locator('.equation math .lit')).not.toHaveCount(0);
  await page.locator('svg.network').hover({ position: { x: 5, y: 5 } });
  await expect(page.locator('.lit-term')).toHaveCount(0);
  await page.getByRole('button', { name: /^weight w³₁₁/ }).focus();
  await page.keyboard.press('Enter');
  await expect(lit.locator('.lit-term')).toHaveText('w');
  expect(await axe(page)).toEqual([]);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy this step as a script' }).click();
  await expect(page.locator('.notice')).toContainText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('class Network:');
  expect(copied).toContain('print("z3 =", zs[1].ravel().tolist())');
  await page.locator('.notice').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Rust of this step' }).click();
  await expect(page.locator('.listing')).toContainText('pub(crate) fn weighted_input(');
  await expect(page.locator('.listing')).not.toContainText('fn activate');
});

test('the lesson can be stepped through, left, resumed and linked to', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await chooseExample(page, 'xor');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 2-2-1');
  await page.getByRole('button', { name: 'Lesson' }).click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-1');
  const panel = page.getByRole('region', { name: 'Lesson' });
  for (let stop = 1; stop <= 12; stop += 1) {
    await expect(panel).toContainText(`stop ${stop} of 12`);
    await expect(panel).not.toContainText('You have gone on');
    if (stop < 12) await page.getByRole('button', { name: 'Next ›' }).click();
  }
  expect(await axe(page)).toEqual([]);
  await page.locator('h1').click();
  await page.keyboard.press('ArrowLeft');
  await expect(panel).toContainText('You have gone on');
  await page.getByRole('button', { name: 'Return to the stop' }).click();
  await expect(panel).toContainText('After 602 mini-batches');
  expect(new URL(page.url()).hash).toBe('#lesson-12');
  await page.goto('./#lesson-6');
  await page.reload();
  await expect(panel).toContainText('One output weight, three factors');
  await settled(page, { ...ORIGIN, step: 7 });
  await page.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(panel).toHaveCount(0);
  await expect(page).toHaveURL(/#m=1\./);
});

test('a cost that is too large for a number is not drawn', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openPanel(page, 'Practise', 'Check my homework');
  await page.getByRole('button', { name: /Type or paste/ }).click();
  await page.locator('textarea[name=numbers]').fill('w2 = [[1]]\nb2 = [0]\nx = [1]\ny = [2e154]\neta = 1');
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 1-1');
  await showTab(page, 'Mini-batch');
  await expect(page.locator('.panel-eta')).toContainText('its cost is too large for a number');
  await expect(page.locator('.panel-eta svg.chart')).toHaveCount(0);
});
