/**
 * Where the page cannot start it says why, within a second.
 */
import { pathToFileURL } from 'node:url';

import { test as plain } from '@playwright/test';

import { expect, test } from './page.js';

/** Something taken away before any script of the page runs. @type {[string, () => void, RegExp][]} */
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
      // A browser that does not know modules never looks at `type`.
      globalThis.Worker = /** @type {any} */ (
        function (/** @type {string} */ url) {
          return new Real(url);
        }
      );
    },
    /module worker/,
  ],
];

for (const [name, take, sentence] of MISSING) {
  test.describe(name, () => {
    test.use({ allowed: [/./] });
    test('is asked for in a sentence', async ({ page }) => {
      await page.addInitScript(take);
      await page.goto('./', { waitUntil: 'commit' });
      await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    });
  });
}

plain('from a file it says where it belongs', async ({ page }) => {
  await page.goto(pathToFileURL('www/index.html').href, { waitUntil: 'commit' });
  await expect(page.getByRole('alert').filter({ hasText: /opened from a file/ })).toBeVisible({
    timeout: 1_000,
  });
});

plain.describe('without JavaScript', () => {
  plain.use({ javaScriptEnabled: false });
  plain('it says so', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByText('It needs JavaScript switched on')).toBeVisible({ timeout: 1_000 });
  });
});
