/**
 * Moments in and out of the page: links, the browser's history, and what the browser keeps.
 */
import { readFileSync } from 'node:fs';

import { axe, chooseExample, expect, settled, test } from './page.js';
import { linkOf, readLink } from '../../www/src/exchange/link.js';
import { startOf } from '../../www/src/exchange/moment.js';
import { Session } from '../wasm/module.js';

/** @import { Page } from '@playwright/test' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
const UPDATE = { ...ORIGIN, sample: 4, step: 2 };

/** Opens the page. @param {Page} page @param {string} [hash] */
async function open(page, hash = '') {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`./${hash}`);
}

/** Returns every number on the stage. @param {Page} page */
const numbersOn = (page) =>
  page
    .locator('svg.network [data-quantity]')
    .evaluateAll((all) => all.map((one) => JSON.stringify({ .../** @type {SVGElement} */ (one).dataset })));

/** Types an eta. @param {Page} page @param {string} eta */
async function setEta(page, eta) {
  await page.locator('#eta').fill(eta);
  await page.locator('#eta').press('Enter');
  await page.locator('#eta').blur();
  await expect(page.locator('#eta')).toHaveValue(eta);
}

/** Makes two changes, and goes to a moment within the second mini-batch. @param {Page} page */
async function work(page) {
  await settled(page, ORIGIN);
  await setEta(page, '0.75');
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page, UPDATE);
  await setEta(page, '0.5');
  for (const step of [0, 1, 2]) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, miniBatch: 1, step });
  }
  return { ...ORIGIN, miniBatch: 1, step: 2 };
}

/** Waits until the moment shown is in the address, and stored. @param {Page} page */
async function written(page) {
  const position = await page.locator('svg.network').getAttribute('data-position');
  await expect.poll(() => positionOf(page.url()), { timeout: 10_000 }).toBe(position);
  const packed = await page.evaluate(() => String(history.state.packed));
  await expect.poll(() => kept(page), { timeout: 10_000 }).toContain(packed);
}

/** Returns the position of a link. @param {string} url */
async function positionOf(url) {
  const { hash } = new URL(url);
  if (hash === '') return undefined;
  const { epoch, miniBatch, sample, step } = (await readLink(hash)).position;
  return [epoch, miniBatch, sample, step].join('.');
}

/** Returns the moments that are stored, packed. @param {Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    // Opening it would make it.
    if ((await indexedDB.databases()).length === 0) return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('backstep');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction('sessions').objectStore('sessions').getAll();
        all.onsuccess = () => {
          opening.result.close();
          resolve(all.result.map(({ moment }) => String(moment)));
        };
      };
    });
  });

test('a first visit writes no address and stores nothing', async ({ page }) => {
  /** @type {string[]} */
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  await open(page);
  await settled(page, ORIGIN);
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await expect(page.locator('.notice')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
  expect(fetched.filter((url) => /store|idb/.test(url))).toEqual([]);
  expect(await page.evaluate(() => [sessionStorage.length, localStorage.getItem('backstep last')])).toEqual([
    0,
    null,
  ]);
});

test('a reload comes back to the same moment, with undo; starting afresh can be undone', async ({ page }) => {
  await open(page);
  const position = await work(page);
  await written(page);
  const numbers = await numbersOn(page);
  await page.reload();
  await settled(page, position);
  expect(await numbersOn(page)).toEqual(numbers);
  await expect(page.locator('#eta')).toHaveValue('0.5');
  const notice = page.getByText('You are where you left off: epoch 1, mini-batch 2.');
  await expect(notice).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await settled(page, UPDATE);
  await expect(page.locator('#eta')).toHaveValue('0.75');
  await page.keyboard.press('Control+z');
  await settled(page, ORIGIN);
  await expect(page.locator('#eta')).toHaveValue('3');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('#eta')).toHaveValue('0.5');
  await expect(notice).toBeHidden();
  await written(page);
  await page.reload();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await settled(page, ORIGIN);
  await expect(page.locator('#eta')).toHaveValue('3');
  await page.keyboard.press('Control+z');
  await expect(page.locator('#eta')).toHaveValue('0.5');
});

test('a closed tab comes back in a new one; two tabs have two sessions', async ({ page, context }) => {
  await open(page);
  const position = await work(page);
  await written(page);
  const numbers = await numbersOn(page);
  const second = await context.newPage();
  await open(second);
  await settled(second, ORIGIN);
  await setEta(second, '7');
  await written(second);
  await second.reload();
  await expect(second.locator('#eta')).toHaveValue('7');
  await page.reload();
  await settled(page, position);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await settled(page, position);
  await second.close();
  await setEta(page, '0.25');
  await setEta(page, '0.5');
  await written(page);
  await page.close();
  const third = await context.newPage();
  await open(third);
  await settled(third, position);
  expect(await numbersOn(third)).toEqual(numbers);
  await expect(third.getByText('You are where you left off')).toBeVisible();
});

test('the link in Share opens the same numbers elsewhere', async ({ page, browser }) => {
  await open(page);
  const position = await work(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const field = page.getByLabel('Link to this moment');
  await expect(field).toHaveValue(/#m=1\.[\w-]+$/);
  await expect(page.locator('#share-menu')).toContainText('Epoch 1, mini-batch 2, sample 1, step a²');
  await expect(page.locator('#share-menu')).toContainText(/\d+ characters/);
  expect(await axe(page)).toEqual([]);
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  const numbers = await numbersOn(page);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.emulateMedia({ reducedMotion: 'reduce' });
  await elsewhere.goto(link);
  await settled(elsewhere, position);
  expect(await numbersOn(elsewhere)).toEqual(numbers);
  await expect(elsewhere.locator('#eta')).toHaveValue('0.5');
  await expect(elsewhere.locator('.notice')).toHaveCount(0);
  await elsewhere.context().close();
});

test('the browser goes back and forward through changes', async ({ page }) => {
  await open(page);
  await settled(page, ORIGIN);
  await chooseExample(page, 'xor');
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 2-2-1');
  await written(page);
  const before = page.url();
  await setEta(page, '0.75');
  await expect(page).not.toHaveURL(before);
  await page.goBack();
  await expect(page.locator('#eta')).toHaveValue('3');
  await expect(page).toHaveURL(before);
  await page.goForward();
  await expect(page.locator('#eta')).toHaveValue('0.75');
  await page.goBack();
  await page.goBack();
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', 'Network 3-2-1');
  expect(new URL(page.url()).hash).toBe('');
});

test('a link that is damaged says so, and the page opens as always', async ({ page }) => {
  await open(page, '#m=1.AAAAAAAA');
  await settled(page, ORIGIN);
  await expect(page.getByRole('alert')).toHaveText(
    /This link was not opened\. It is damaged or not complete\./,
  );
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
});

test('a link that asks for very much says so, can be stopped, and what is open stays', async ({ page }) => {
  await open(page);
  await settled(page, ORIGIN);
  await setEta(page, '0.75');
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
  await written(page);
  const own = page.url();
  const journal = Session.open('parity').journal();
  journal[1] = 1e12;
  const hash = await linkOf(startOf(journal));
  await page.evaluate((to) => (location.hash = to), hash);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('It needs 1,000,000,000,000 mini-batches to be computed, about 3 days.');
  await settled(page, { ...ORIGIN, step: 1 });
  await expect(page.locator('#eta')).toHaveValue('0.75');
  await expect(page).toHaveURL(own);
  await page.getByRole('button', { name: 'Compute and open' }).click();
  await expect(page.getByText(/Computing 1,000,000,000,000 mini-batches: 0 % are done/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(alert).toContainText('This link was not opened. Opening was stopped; nothing was changed.');
  await settled(page, { ...ORIGIN, step: 1 });
  await expect(page.locator('#eta')).toHaveValue('0.75');
});

test('storage that is damaged costs one sentence', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith('backstep unsaved')) localStorage.setItem(name, '1 2 3');
    }
  });
  await open(page);
  await work(page);
  await written(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('backstep');
        opening.onsuccess = () => {
          const store = opening.result.transaction('sessions', 'readwrite').objectStore('sessions');
          store.getAll().onsuccess = ({ target }) => {
            const [kept] = /** @type {IDBRequest} */ (target).result;
            store.put({ ...kept, moment: kept.moment.slice(3) }).onsuccess = resolve;
          };
        };
      }),
  );
  await page.reload();
  await settled(page, ORIGIN);
  await expect(page.locator('.notice')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('What was kept in this browser is damaged');
  await setEta(page, '0.25');
  await written(page);
});

test('storage that is denied costs one sentence, once', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await open(page);
  await settled(page, ORIGIN);
  await setEta(page, '0.75');
  await expect(page.getByText('This browser has no room to keep your work')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await settled(page, { ...ORIGIN, step: 1 });
  await expect(page).toHaveURL(/#m=1\./);
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('a file that was saved opens elsewhere, by button and by drop; another file is refused', async ({
  page,
  browser,
}) => {
  await open(page);
  const position = await work(page);
  const numbers = await numbersOn(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('majority.backstep');
  const path = await download.path();
  const elsewhere = await (await browser.newContext()).newPage();
  await open(elsewhere);
  await settled(elsewhere, ORIGIN);
  await elsewhere.getByRole('button', { name: 'Share' }).click();
  await elsewhere.getByLabel('Open a file').setInputFiles({
    ...{ name: 'a.backstep', mimeType: 'application/zip' },
    buffer: readFileSync(path),
  });
  await settled(elsewhere, position);
  expect(await numbersOn(elsewhere)).toEqual(numbers);
  const transfer = await elsewhere.evaluateHandle(() => {
    const made = new DataTransfer();
    made.items.add(new File(['no zip'], 'b.backstep'));
    return made;
  });
  await elsewhere.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(elsewhere.getByRole('alert')).toContainText('This file was not opened. It is damaged');
  await settled(elsewhere, position);
  await elsewhere.context().close();
});
