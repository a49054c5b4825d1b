/**
 * While the page plays, a frame draws only what moves, and leaves the main thread free for most of its time.
 *
 * The limits hold on a busy machine, since they count drawings and the thread's own processor time. How long
 * frames take is measured by `cargo xtask bench`.
 */
import { expect, open, startRun, test, told } from './page.js';
import { framesOf, longestTask, quantile, trace } from './trace.js';

/** @import { Page } from '@playwright/test' */

/**
 * Parts of the page that may change in a frame that shows the same step as the one before. The sentence for
 * screen readers (`.unseen`) waits until it can be read, and so comes between two steps.
 */
const MOVING = ['svg.network', '.transport', '.unseen'];

/** Milliseconds of a frame at 60 frames a second. */
const FRAME = 1_000 / 60;
/** Milliseconds after which the browser calls a task long, because a person notices. */
const LONG = 50;

/**
 * Watches the page's elements in every frame from now on, and returns what was seen so far when called again.
 *
 * @param {Page} page
 */
const watch = (page) =>
  page.evaluate((moving) => {
    const seen = { within: 0, elsewhere: /** @type {string[]} */ ([]), most: 0 };
    let [ticks, tick, drawn] = [0, 0, 0];
    /** @type {string | undefined} */
    let last;
    const count = () => {
      ticks += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    new MutationObserver((all) => {
      // The card of the equation is moved once in a step, when its width is known.
      const isCard = (/** @type {Node} */ node) => node instanceof Element && node.matches('.equation-card');
      const records = all.filter(({ type, target }) => type !== 'attributes' || !isCard(target));
      if (records.length === 0) return;
      const network = /** @type {SVGElement} */ (document.querySelector('svg.network'));
      const { position } = network.dataset;
      // A new step changes all that is said about it.
      if (position === last) {
        seen.within += 1;
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          if (!element?.closest(moving))
            seen.elsewhere.push(`${element?.tagName} ${element?.getAttribute('class')}`);
        }
        drawn = ticks === tick ? drawn + 1 : 1;
        seen.most = Math.max(seen.most, drawn);
      }
      [last, tick] = [position, ticks];
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(globalThis, { seen });
  }, MOVING.join());

const seen = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (globalThis).seen);

test('a frame draws only what moves, and draws it once', async ({ page }) => {
  await open(page);
  await page.keyboard.press(' ');
  // What later steps need has been fetched and drawn.
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', /^0\.0\.0\.([2-9]|10)$/);
  await told(page);
  await watch(page);
  await expect.poll(async () => (await seen(page)).within, { timeout: 20_000 }).toBeGreaterThan(150);
  const { elsewhere, most } = await seen(page);
  expect(elsewhere).toEqual([]);
  expect(most).toBe(1);
});

for (const sizes of ['3-2-1', '8-8-8-8']) {
  test(`playing ${sizes} leaves most of a frame's time`, async ({ page, context }) => {
    test.setTimeout(60_000);
    await open(page);
    if (sizes !== '3-2-1') await resize(page);
    const session = await context.newCDPSession(page);
    await page.keyboard.press(' ');
    await expect(page.locator('svg.network')).not.toHaveAttribute('data-position', '0.0.0.0');
    const events = await trace(session, 4_000);
    const { frames } = framesOf(events);
    expect(frames.length).toBeGreaterThan(20);
    expect(frames.filter(({ forced }) => forced > 0)).toEqual([]);
    const works = frames.map(({ work }) => work);
    expect(quantile(works, 0.95)).toBeLessThan(FRAME);
    expect(longestTask(events)).toBeLessThan(LONG);
  });
}

test('a run leaves the main thread free', async ({ page, context }) => {
  await open(page);
  const session = await context.newCDPSession(page);
  await startRun(page, 'stop');
  await expect(page.locator('.run-status')).toContainText('samples/s');
  // The page itself asks for no frames while the picture rests.
  await page.evaluate(() => {
    const next = () => requestAnimationFrame(next);
    next();
  });
  const events = await trace(session, 4_000);
  expect(framesOf(events).frames.length).toBeGreaterThan(20);
  expect(longestTask(events)).toBeLessThan(LONG);
  await expect(page.locator('.transport .stop')).toBeVisible();
});

/**
 * Gives the network four layers of eight neurons.
 *
 * @param {Page} page
 */
async function resize(page) {
  await page.getByRole('button', { name: 'Add a layer before layer 3' }).click();
  // The output is the third layer until there are four.
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-2-1');
  for (const layer of [1, 2, 3, 4]) {
    await page.getByLabel(`Neurons in layer ${layer}`).fill('8');
    await page.getByLabel(`Neurons in layer ${layer}`).press('Enter');
  }
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 8-8-8-8');
  await page.locator('h1').click();
}
