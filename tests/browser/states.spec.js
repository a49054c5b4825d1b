/**
 * The states of the page: each is reached, says what it is, and has a way on.
 */
import { axe, chooseExample, expect, open, openMenu, settled, startRun, test } from './page.js';

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('first visit: an invitation, something to press, and what Inspect will show', async ({ page }) => {
  await open(page);
  await expect(page.locator('.sentence')).toContainText('feed the sample forward');
  await expect(page.locator('.transport .primary')).toBeEnabled();
  await expect(page.locator('#side')).toContainText('Press it to keep them here, and to change them.');
  for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
  // After the first steps it is about what the equation is about.
  await expect(page.locator('#side .card h3')).toContainText('hidden neuron 1');
  expect(await axe(page)).toEqual([]);
});

test('loading: the bytes stand in the row that was pressed, and Stop keeps what is open', async ({
  page,
}) => {
  await open(page);
  /** @type {() => void} */
  let release = () => undefined;
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route('**/digits.bin.gz', async (route) => {
    await released;
    await route.continue().catch(() => undefined);
  });
  await openMenu(page, 'examples');
  await page.locator('[data-example="digits"]').click();
  await expect(page.locator('#examples-menu progress')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.locator('#examples-menu').getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('#examples-menu').getByRole('alert')).toContainText('nothing was changed');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-1');
  release();
  await page.unroute('**/digits.bin.gz');
  await chooseExample(page, 'digits');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 64-30-10');
});

/** Returns where something is, in whole px. @param {import('@playwright/test').Locator} locator */
const boxOf = async (locator) => Object.values((await locator.boundingBox()) ?? {}).map(Math.round);

test('running: Next is Stop in its place, and says how much is done', async ({ page }) => {
  await open(page);
  const next = await boxOf(page.locator('.transport .primary'));
  await startRun(page, 'miniBatches', '1000000000');
  const stop = page.locator('.transport .stop');
  await expect(stop).toContainText(/^\s*Stop [\d,]+ of 1,000,000,000 mini-batches\s*$/);
  expect(await boxOf(stop)).toEqual(next);
  expect(await axe(page)).toEqual([]);
  await stop.click();
  await expect(stop).toHaveCount(0);
});

test('stuck: the caption’s place says since when, and leads back', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', '0.0.4.2');
  await page.keyboard.press('ArrowRight');
  await page.locator('#eta').fill('1000');
  await page.locator('#eta').press('Enter');
  await startRun(page, 'miniBatches', '100');
  const trouble = page.locator('.trouble');
  await expect(trouble).toContainText('Hardly any gradient is left');
  await expect(trouble).toContainText('Since mini-batch 2, when η was set to 1000');
  await expect(trouble).toBeInViewport({ ratio: 1 });
  expect(await axe(page)).toEqual([]);
  await trouble.getByRole('button', { name: 'Go back to mini-batch 1' }).click();
  await settled(page, { ...ORIGIN, sample: 4, step: 2 });
  await expect(trouble).toHaveCount(0);
});

test('blow-up: the sentence names the parameter, and a tenth of eta goes on', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^target y₁/ }).focus();
  await page.keyboard.press('Enter');
  const target = page.getByRole('textbox', { name: 'y₁' });
  await target.fill('1e9');
  await target.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await page.locator('#eta').fill('1e308');
  await page.locator('#eta').press('Enter');
  await startRun(page, 'stop');
  const trouble = page.locator('.trouble');
  await expect(trouble).toContainText('would not be a finite number any more');
  expect(await axe(page)).toEqual([]);
  await trouble.getByRole('button', { name: 'Divide eta by 10' }).click();
  await expect(page.locator('#eta')).toHaveValue('1e+307');
  await expect(trouble).toHaveCount(0);
});

test.describe('without a connection', () => {
  test.use({ allowed: [/ERR_INTERNET_DISCONNECTED/] });

  test('offline: what is open keeps working; what has to be loaded says so where it is pressed', async ({
    page,
    context,
  }) => {
    await open(page);
    await page.keyboard.press('Shift+ArrowRight');
    // A change fetches the core that opens other examples.
    await page.locator('#eta').fill('1');
    await page.locator('#eta').press('Enter');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await openMenu(page, 'examples');
    await page.keyboard.press('Escape');
    await context.setOffline(true);
    await expect(page.locator('.notice')).toHaveText(/Offline. Everything that is open keeps working./);
    expect(await axe(page)).toEqual([]);
    await page.locator('h1').click();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.notice')).toHaveCount(0);
    await openMenu(page, 'examples');
    await expect(page.locator('[data-example="iris"]')).toContainText('needs a connection');
    await expect(page.locator('[data-example="xor"]')).not.toContainText('needs a connection');
    await page.locator('[data-example="iris"]').click();
    await expect(page.locator('#examples-menu').getByRole('alert')).toContainText('is there a connection?');
    await page.locator('[data-example="xor"]').click();
    await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 2-2-1');
  });
});

test('Undo and Back are told apart: each says what it would do', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveAttribute('title', 'Undo: nothing has been changed yet');
  await page.locator('#eta').fill('1');
  await page.locator('#eta').press('Enter');
  await expect(undo).toHaveAttribute('title', /^Undo the change of the learning rate/);
  await chooseExample(page, 'xor');
  await expect(undo).toHaveAttribute('title', /^Undo opening this example/);
  await undo.click();
  await expect(undo).toHaveAttribute('title', /^Undo the change of the learning rate/);
  await expect(page.getByRole('button', { name: 'Redo' })).toHaveAttribute(
    'title',
    /^Redo opening this example/,
  );
  await expect(page.getByRole('button', { name: 'Back', exact: true })).toHaveAttribute(
    'title',
    'Back in time, by the size of a step (←)',
  );
});
