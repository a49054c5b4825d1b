/**
 * The data sheet under test: opens it, and says what is open after it.
 *
 * @module
 */
import { expect } from './page.js';

/** @import { Page } from '@playwright/test' */

/**
 * @param {Page} page
 * @param {string} tab
 */
export async function openSheet(page, tab) {
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('dialog', { name: 'Data' }).getByRole('button', { name: tab, exact: true }).click();
}

/**
 * @param {Page} page
 * @param {string} sizes
 * @param {string} title
 */
export async function isOpen(page, sizes, title) {
  await expect(page.locator('svg.network')).toHaveAttribute('aria-label', `Network ${sizes}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#examples-button b')).toHaveText(title);
}

export const go = (/** @type {Page} */ page) => page.locator('.data .go').click();

/** Shows the fields of what is opened. @param {Page} page */
export const change = (page) => page.getByRole('button', { name: 'change', exact: true }).click();
export const dialog = (/** @type {Page} */ page) => page.getByRole('dialog', { name: 'Data' });
