/**
 * The bundled files work like the sources, and a first visit downloads little.
 */
import { gzipSync } from 'node:zlib';

import { axe, expect, numbersOf, numbersOn, open, settled, showTab, startRun, test } from './page.js';
import { Session } from '../wasm/module.js';

test('the published page steps, explains and updates', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const session = Session.open('majority');
  for (let step = 1; step <= 8; step += 1) {
    await page.keyboard.press('ArrowRight');
    await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step });
  }
  expect(await numbersOn(page)).toEqual(
    numbersOf(session.stateAt({ epoch: 0, miniBatch: 0, sample: 0, step: 8 })),
  );
  await showTab(page, 'Code');
  await expect(page.locator('.panel-code')).toContainText('import numpy');
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 4, step: 2 });
  expect(await numbersOn(page)).toEqual(
    numbersOf(session.stateAt({ epoch: 0, miniBatch: 0, sample: 4, step: 2 })),
  );
  expect(await axe(page)).toEqual([]);
  // An edit fetches the full core.
  await page.locator('#eta').fill('0.75');
  await page.locator('#eta').press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await page.locator('#eta').blur();
  session.edit({ epoch: 0, miniBatch: 0, sample: 4, step: 2 }, { kind: 'eta', value: 0.75 }, false);
  await startRun(page, 'miniBatches', '100');
  await settled(page, { epoch: 50, miniBatch: 0, sample: 4, step: 2 });
  session.advance(101 - session.completed, Infinity);
  expect(await numbersOn(page)).toEqual(
    numbersOf(session.stateAt({ epoch: 50, miniBatch: 0, sample: 4, step: 2 })),
  );
});

test('the published page reads a table', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'Your own', exact: true }).click();
  await page.locator('#own-text').fill('a;b;kind\n1,5;2;yes\n2,5;3;no');
  await page.locator('#own-text').press('Tab');
  await expect(page.getByRole('dialog', { name: 'Data' })).toContainText('2 samples, 2 inputs, 1 target');
});

test('a first visit downloads less than 100 kB without fonts, 25 kB of it WebAssembly', async ({ page }) => {
  /** @type {Map<string, Promise<Buffer>>} */
  const fetched = new Map();
  page.on('response', (response) => fetched.set(new URL(response.url()).pathname, response.body()));
  await open(page);
  await page.keyboard.press('ArrowRight');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 1 });
  let [total, wasm] = [0, 0];
  for (const [path, body] of fetched) {
    if (path.includes('/fonts/')) continue;
    const { length } = gzipSync(await body, { level: 9 });
    total += length;
    if (path.endsWith('.wasm')) wasm += length;
  }
  expect(wasm).toBeGreaterThan(10_000);
  expect(wasm).toBeLessThan(25_000);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThan(100_000);
});
