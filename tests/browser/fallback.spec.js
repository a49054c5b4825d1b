/**
 * In a browser in which the page cannot start, it says why within a second.
 */
import { pathToFileURL } from 'node:url';

import { test as plain } from '@playwright/test';

import { expect, test } from './page.js';

/**
 * Browser features: how to remove each before the page's scripts run, and the sentence that then appears.
 *
 * @type {[string, () => void, RegExp][]}
 */
const MISSING = [
  [
    'WebAssembly',
    () => Object.defineProperty(globalThis, 'WebAssembly', { value: undefined }),
    /with WebAssembly, which/,
  ],
  ['SIMD', () => void (WebAssembly.validate = () => false), /SIMD instructions/],
  [
    'module workers',
    () => {
      const Real = globalThis.Worker;
      // A browser without module workers ignores `type`.
      globalThis.Worker = /** @type {any} */ (
        function (/** @type {string} */ url) {
          return new Real(url);
        }
      );
    },
    /module worker/,
  ],
];

for (const [name, remove, sentence] of MISSING) {
  test.describe(`without ${name}`, () => {
    test.use({ allowed: [/./] });
    test('a sentence names what the browser lacks', async ({ page }) => {
      await page.addInitScript(remove);
      await page.goto('./', { waitUntil: 'commit' });
      await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    });
  });
}

plain('opened from a file, the page says that it needs a server', async ({ page }) => {
  await page.goto(pathToFileURL('www/index.html').href, { waitUntil: 'commit' });
  await expect(page.getByRole('alert').filter({ hasText: /opened from a file/ })).toBeVisible({
    timeout: 1_000,
  });
});

plain.describe('without JavaScript', () => {
  plain.use({ javaScriptEnabled: false });
  plain('a sentence asks for JavaScript', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText('It needs JavaScript switched on')).toBeVisible({ timeout: 1_000 });
  });
});
