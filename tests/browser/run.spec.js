/**
 * Runs at full speed: edits during a run, stopping, and going back into it.
 */
import {
  axe,
  chooseExample,
  expect,
  numbersOf,
  numbersOn,
  open,
  openMenu,
  openPanel,
  settled,
  showTab,
  startRun,
  test,
} from './page.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */

/** @param {Page} page */
const completed = async (page) =>
  Number.parseInt((await page.locator('.count').innerText()).replaceAll(',', ''), 10);

/** @param {Page} page */
const stop = (page) => page.locator('.transport .stop');

/** @param {Page} page */
async function runUntilStopped(page) {
  await startRun(page, 'stop');
  await expect(page.locator('.run-status')).toContainText('samples/s');
}

test('eta can be edited during a run; afterwards the timeline leads back into it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await runUntilStopped(page);
  const early = await completed(page);
  await expect.poll(() => completed(page), { intervals: [50] }).toBeGreaterThan(early);
  expect(await axe(page)).toEqual([]);
  await page.locator('#eta').fill('0.75');
  await page.locator('#eta').press('Enter');
  await expect(page.locator('.timeline .edit')).toHaveCount(1);
  await expect(stop(page)).toBeVisible();
  await page.locator('#miniBatchSize').fill('3');
  await page.locator('#miniBatchSize').press('Enter');
  await expect(page.locator('.timeline .edit')).toHaveCount(2);
  // An invalid value is refused beside its field, and the run continues.
  await page.locator('#miniBatchSize').fill('9');
  await page.locator('#miniBatchSize').press('Enter');
  await expect(page.locator('#miniBatchSize-refusal')).toContainText('from 1 to 8');
  await page.keyboard.press('Escape');
  await expect(page.locator('#miniBatchSize')).toHaveValue('3');
  const before = await completed(page);
  await expect.poll(() => completed(page), { intervals: [50] }).toBeGreaterThan(before);
  await stop(page).click();
  await expect(stop(page)).toHaveCount(0);
  const end = await completed(page);
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', /\.[23]\.[12]$/);
  await expect(page.locator('#eta')).toHaveValue('0.75');

  // Before the first edit, the run is the same as one without edits.
  const session = Session.open('majority');
  session.advance(early, 1e9);
  const track = page.getByRole('slider', { name: 'Timeline' });
  await track.focus();
  await page.keyboard.press('Home');
  await settled(page, session.positionOf(0));
  for (let index = 1; index <= 3; index += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page, session.positionOf(index));
  }
  await page.locator('h1').click();
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowLeft');
  await settled(page, { epoch: 1, miniBatch: 1, sample: 3, step: 10 });
  expect(await numbersOn(page)).toEqual(
    numbersOf(session.stateAt({ epoch: 1, miniBatch: 1, sample: 3, step: 10 })),
  );
  expect(await completed(page)).toBe(end);
});

test('a step during a run stops it and continues from there; opening another example ends it too', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await runUntilStopped(page);
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await expect(stop(page)).toHaveCount(0);
  // After the update comes the next mini-batch, or at the end of an epoch (two mini-batches) Evaluate.
  const next = (await completed(page)) % 2 === 0 ? /test/ : /^\s*x\s*$/;
  await expect(page.locator('.ribbon [aria-current="step"]')).toHaveText(next);
  await runUntilStopped(page);
  await chooseExample(page, 'xor');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 0 });
  await expect(page.locator('.count')).toHaveCount(0);
  await expect(stop(page)).toHaveCount(0);
});

test('correct samples are counted after each epoch, and a run ends at the accuracy of its goal', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await startRun(page, 'accuracy', '100');
  const session = Session.open('majority');
  while (session.timeline().evaluations.at(-1)?.correct !== 8) session.advance(1, 1e9);
  await settled(page, session.positionOf(session.completed - 1));
  const epoch = session.timeline().evaluations.length;
  await expect(page.locator('.evaluation').first()).toHaveText(`Epoch ${epoch}: 8 of 8 samples correct`);
  await expect(page.locator('.evaluation').nth(1)).toHaveText(`Epoch ${epoch - 1}: 7 of 8 samples correct`);
  // An invalid goal is refused beside its field.
  await startRun(page, 'accuracy', '101');
  await expect(page.locator('#goal-accuracy-refusal')).toContainText('at most 100 percent');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the status of a run is beside its button, and a single sample scrolls the stage into view', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await chooseExample(page, 'parity');
    await showTab(page, 'Mini-batch');
    await runUntilStopped(page);
    const status = page.locator('.status');
    await expect(status).toContainText(/[\d,]+ mini-batches run.*samples\/s.*Epoch [\d,]+: \d of 8/s);
    await expect(status).toBeInViewport();
    await expect(page.locator('.behind')).toBeInViewport();
    await stop(page).click();
    await expect(page.locator('.behind')).toHaveCount(0);
    await expect(status).not.toContainText('samples/s');
    await openPanel(page, 'Training', 'Confusion matrix');
    const number = page.locator('#confusion-number');
    await number.fill('9');
    await number.press('Enter');
    await expect(page.locator('#confusion-number-refusal')).toBeInViewport({ ratio: 1 });
    await number.fill('3');
    await number.press('Enter');
    await expect(page.getByRole('button', { name: 'Back to the run' })).toBeInViewport();
    await expect(page.locator('svg.network')).toBeInViewport({ ratio: 0.9 });
    expect(await axe(page)).toEqual([]);
  });
});

test('a goal that the example lacks is replaced by the default, and the button keeps the focus', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const menu = page.locator('#run-button');
  const chosen = page.locator('#run-menu input[name="goal"]:checked');
  await openMenu(page, 'run');
  await page.locator('input[name="goal"][value="accuracy"]').check();
  await page.keyboard.press('Escape');
  await chooseExample(page, 'mazur');
  await openMenu(page, 'run');
  await expect(chosen).toHaveValue('miniBatches');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Run 100 mini-batches' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.count')).toHaveText('100 mini-batches run');
  await expect(menu).toBeFocused();
  await chooseExample(page, 'majority');
  await openMenu(page, 'run');
  await expect(chosen).toHaveValue('accuracy');
});

test('a run that overflows stops at the last finite state, and a notice says so', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await page.getByRole('button', { name: /^target y₁/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.inspector input[type=text]').fill('1e9');
  await page.locator('.inspector input[type=text]').press('Enter');
  await page.locator('#eta').fill('1e308');
  await page.locator('#eta').press('Enter');
  await startRun(page, 'stop');
  await expect(page.locator('.notice')).toContainText('would not be a finite number any more');
  await expect(page.getByRole('button', { name: 'Divide eta by 10' })).toBeVisible();
  await expect(stop(page)).toHaveCount(0);
});

test.describe('a worker that crashes', () => {
  test.use({ allowed: [/./] });
  test('during a run is replaced, and the page works as before', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, '?test');
    await runUntilStopped(page);
    await page.evaluate(() => /** @type {any} */ (globalThis).backstep.ask({ kind: 'fail', how: 'panic' }));
    await expect(page.locator('.notice')).toContainText('was restarted', { timeout: 6_000 });
    await expect(stop(page)).toHaveCount(0);
    await page.locator('h1').click();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.ribbon [aria-current="step"]')).toBeVisible();
  });
});
