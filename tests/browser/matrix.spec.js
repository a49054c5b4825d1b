/**
 * Nothing is lost: every state of the page × everything that can happen to its worker. After each, what was
 * there is there again, and what is said is true.
 */
import { readFileSync } from 'node:fs';

import { chooseExample, expect, numbersOn, open, openPanel, settled, startRun, test } from './page.js';

/** @import { Locator, Page } from '@playwright/test' */

/**
 * What the page shows that must be the same afterwards.
 *
 * @typedef {(fault: string) => Promise<void>} Check
 */

/** The file of the full core. */
const CORE = /backstep_bg\.wasm$/;
/** Faults that are made by a request. */
const MADE = ['panic', 'memory'];
/** For how many milliseconds the renderers are stopped. */
const STOPPED = 5_000;

/** @param {Page} page */
const notice = (page) => page.locator('.notice');
/** @param {Page} page @param {'panic' | 'hang' | 'memory'} how */
const fail = (page, how) =>
  page.evaluate((way) => /** @type {any} */ (globalThis).backstep.ask({ kind: 'fail', how: way }), how);
/** @param {Page} page */
const eta = (page) => page.locator('#eta');
/** @param {Page} page @param {string} value */
async function setEta(page, value) {
  await eta(page).fill(value);
  await eta(page).press('Enter');
}

/**
 * Ends the worker of the session from outside, as a browser does that needs its memory.
 *
 * @param {Page} page
 */
const close = (page) => worker(page).evaluate(() => self.close());
/** @param {Page} page */
function worker(page) {
  const found = page.workers().find((one) => one.url().endsWith('worker/worker.js'));
  if (!found) throw new Error('There is no worker.');
  return found;
}

/**
 * Stops all renderers of the browser and lets them go on, as sleep and debuggers do.
 *
 * @param {Page} page
 */
async function pause(page) {
  const browser = page.context().browser();
  const session = await browser?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  expect(renderers.length).toBeGreaterThan(0);
  for (const id of renderers) process.kill(id, 'SIGSTOP');
  await new Promise((resume) => setTimeout(resume, STOPPED));
  for (const id of renderers) process.kill(id, 'SIGCONT');
}

/**
 * Has the full core answered by something else, until the function that it returns is called.
 *
 * @param {Page} page
 * @param {'404' | 'HTML' | 'nothing' | 'half'} by
 */
async function coreIs(page, by) {
  let isWrong = true;
  const core = readFileSync(new URL('../../www/pkg/backstep_bg.wasm', import.meta.url));
  const html = '<!doctype html><title>Sign in</title>';
  const bodies = { 404: 'Not found', HTML: html, nothing: '', half: core.subarray(0, core.length / 2) };
  await page.route(CORE, (route) =>
    isWrong
      ? route.fulfill({ status: by === '404' ? 404 : 200, contentType: 'text/html', body: bodies[by] })
      : route.fallback(),
  );
  return () => (isWrong = false);
}

/**
 * States. Each is entered, and returns what must hold afterwards.
 *
 * @type {Record<string, (page: Page) => Promise<Check>>}
 */
const STATES = {
  async 'at rest'(page) {
    await setEta(page, '0.75');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await eta(page).blur();
    await page.keyboard.press('Shift+ArrowRight');
    const position = { epoch: 0, miniBatch: 1, sample: 0, step: 1 };
    for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
    await settled(page, position);
    // The page keeps the history of undo once it rests.
    await page.waitForTimeout(1_500);
    const kept = await numbersOn(page);
    return async () => {
      await settled(page, position);
      expect(await numbersOn(page)).toEqual(kept);
      await expect(eta(page)).toHaveValue('0.75');
      await page.keyboard.press('ArrowRight');
      await settled(page, { ...position, step: 2 });
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(eta(page)).toHaveValue('3');
    };
  },

  async 'mid-run'(page) {
    await setEta(page, '0.75');
    await startRun(page, 'stop');
    await expect(page.locator('.run-status')).toContainText('samples/s');
    await setEta(page, '0.5');
    await expect(page.locator('.timeline .edit')).not.toHaveCount(0);
    const before = await completed(page);
    return async (fault) => {
      // A module is made to fail by a request, which ends the run.
      if (!MADE.includes(fault)) {
        await expect(page.locator('.transport .stop')).toBeVisible();
        await expect.poll(() => completed(page), { timeout: 20_000 }).toBeGreaterThan(before);
        await page.locator('.transport .stop').click();
      }
      await expect(page.locator('.transport .stop')).toHaveCount(0);
      await expect(eta(page)).toHaveValue('0.5');
      expect(await completed(page)).toBeGreaterThan(before);
    };
  },

  async 'mid-import'(page) {
    const rows = Array.from({ length: 60_000 }, (_, at) => `${at % 7},${at % 3},${at % 2}`);
    const buffer = Buffer.from(`a,b,y\n${rows.join('\n')}`);
    const choose = async () => {
      await openSheet(page, 'Your own');
      await page.locator('#own-file').setInputFiles({ name: 'big.csv', mimeType: 'text/csv', buffer });
    };
    await choose();
    return async (fault) => {
      if (fault.startsWith('gone')) await choose();
      await expect(sheet(page)).toContainText('60,000 samples, 2 inputs', { timeout: 20_000 });
      await page.locator('.data .go').click();
      await expect(page.locator('svg.network')).toHaveAttribute('aria-label', /Network 2-/);
    };
  },

  async 'an edit on its way'(page) {
    /** @type {() => void} */
    let release = () => {};
    const released = new Promise((resume) => (release = () => resume(undefined)));
    await page.route(CORE, async (route) => {
      await released;
      await route.fallback();
    });
    await setEta(page, '0.75');
    setTimeout(release, 3_000);
    return async () => {
      await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled({ timeout: 20_000 });
      await expect(eta(page)).toHaveValue('0.75');
    };
  },

  async 'a single sample'(page) {
    await chooseExample(page, 'xor');
    await openPanel(page, 'Training', 'Confusion matrix');
    await page.locator('[data-wrong]').first().click();
    await expect(page.locator('.single-sample')).toBeVisible();
    await page.locator('h1').click();
    for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
    const position = { epoch: 0, miniBatch: 0, sample: 0, step: 2 };
    await settled(page, position);
    const kept = await numbersOn(page);
    return async () => {
      await expect(page.locator('.single-sample')).toBeVisible();
      await settled(page, position);
      expect(await numbersOn(page)).toEqual(kept);
      await page.getByRole('button', { name: 'Back to the run' }).click();
      await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 0 });
      await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 2-2-1');
    };
  },

  async 'data loading'(page) {
    await page.route('**/digits.bin.gz', async (route) => {
      await new Promise((resume) => setTimeout(resume, 1_500));
      await route.continue().catch(() => {});
    });
    const choose = async () => {
      await openSheet(page, 'Included');
      await sheet(page)
        .getByRole('button', { name: /^Digits/ })
        .click();
    };
    await choose();
    return async (fault) => {
      if (fault.startsWith('gone')) await choose();
      await expect(sheet(page)).toContainText('1,797 samples', { timeout: 20_000 });
      await page.locator('.data .go').click();
      await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 64-30-10');
    };
  },
};

/** @param {Page} page */
const sheet = (page) => page.getByRole('dialog', { name: 'Data' });
/** @param {Page} page */
const completed = async (page) =>
  Number.parseInt((await page.locator('.count').innerText()).replaceAll(',', ''), 10);
/** @param {Page} page @param {string} tab */
async function openSheet(page, tab) {
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await sheet(page).getByRole('button', { name: tab, exact: true }).click();
}

/**
 * Expects the sentence of a notice, and no other than what is true.
 *
 * @param {Locator} shown
 * @param {RegExp} sentence
 */
async function says(shown, sentence) {
  await expect(shown).toContainText(sentence, { timeout: 15_000 });
  await expect(shown).toHaveCount(1);
  await expect(shown).not.toContainText('lost yet');
}

const WHOLE = /was restarted\. Nothing is lost/;

/**
 * What can happen to the worker; each returns once what is to be said of it was said.
 *
 * @type {Record<string, (page: Page, state: string) => Promise<void>>}
 */
const FAULTS = {
  async panic(page) {
    await fail(page, 'panic');
    await says(notice(page), WHOLE);
  },
  async hang(page, state) {
    void worker(page)
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {});
    // It has begun when it is asked.
    await page.waitForTimeout(500);
    await asks(page, state);
    await says(notice(page), /stopped answering and was restarted\. Nothing is lost/);
  },
  async memory(page) {
    await fail(page, 'memory');
    await says(notice(page), WHOLE);
  },
  async 'closed from outside'(page, state) {
    await close(page);
    await asks(page, state);
    await says(notice(page), /stopped answering and was restarted\. Nothing is lost/);
  },
  async 'stopped for five seconds'(page) {
    await pause(page);
    await page.waitForTimeout(2_500);
    await expect(notice(page)).toHaveCount(0);
  },
  ...Object.fromEntries(
    /** @type {const} */ (['404', 'HTML', 'nothing', 'half']).map((by) => [
      `gone, and its core answered by ${by}`,
      async (/** @type {Page} */ page, /** @type {string} */ state) => {
        const right = await coreIs(page, by);
        await close(page);
        await asks(page, state);
        await expect(notice(page)).toContainText(/could not be fetched.*can still be saved/, {
          timeout: 15_000,
        });
        right();
        // A sheet is over the notice.
        if (await sheet(page).isVisible()) await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Try again' }).click();
        await says(notice(page), /Nothing is lost/);
      },
    ]),
  ),
};

/** States in which the worker is asked nothing. */
const IDLE = ['at rest', 'mid-import', 'a single sample'];

/**
 * Asks something of the worker, if the state does not: a worker that has ended is noticed then.
 *
 * @param {Page} page
 * @param {string} state
 */
const asks = async (page, state) =>
  IDLE.includes(state) &&
  page.evaluate(() => /** @type {any} */ (globalThis).backstep.ask({ kind: 'history' }));

test.use({ allowed: [/./] });
for (const [state, enter] of Object.entries(STATES)) {
  test.describe(`nothing is lost: ${state}`, () => {
    for (const [fault, happens] of Object.entries(FAULTS)) {
      test(fault, async ({ page }) => {
        test.setTimeout(60_000);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await open(page, '?test');
        const check = await enter(page);
        await happens(page, state);
        await check(fault);
      });
    }
  });
}
