/**
 * The page under test: opens it, watches it for errors, and reads its numbers.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { test as base, expect } from '@playwright/test';

import { numbersOfState } from '../page/picture-numbers.js';

/** @import { Page, PlaywrightTestArgs, PlaywrightTestOptions } from '@playwright/test' */
/** @import { PlaywrightWorkerArgs, PlaywrightWorkerOptions, TestType } from '@playwright/test' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { State } from '../../www/src/protocol/state.js' */

export { expect };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Playwright's `test`, with a page that fails the test after an error in the console, an exception, a
 * violation of the content security policy, or a request to another origin. `allowed` lists expected errors.
 *
 * @type {TestType<
 *   PlaywrightTestArgs & PlaywrightTestOptions & { allowed: RegExp[] },
 *   PlaywrightWorkerArgs & PlaywrightWorkerOptions
 * >}
 */
export const test = base.extend({
  allowed: [[], { option: true }],
  page: async ({ page, allowed, baseURL }, use) => {
    /** @type {string[]} */
    const faults = [];
    const own = new URL(String(baseURL));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const { origin, protocol, pathname } = new URL(request.url());
      if (protocol === 'blob:' || protocol === 'data:') return;
      if (origin !== own.origin || !pathname.startsWith(own.pathname))
        faults.push(`asked for ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
    });
    await use(page);
    expect(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
  },
});

/**
 * Opens the page and waits until the first numbers are there. It shows all numbers, not only those of the
 * step.
 *
 * @param {Page} page
 * @param {string} [search]
 */
export async function open(page, search = '') {
  await page.addInitScript(() => {
    const key = 'backstep settings';
    if (localStorage.getItem(key) === null) localStorage.setItem(key, '{"numbers":"all"}');
  });
  await page.goto(`./${search}`);
  await expect(page.locator('svg.network')).toHaveAttribute('data-position', '0.0.0.0');
}

/** @param {Position} position */
export const dotted = ({ epoch, miniBatch, sample, step }) => `${epoch}.${miniBatch}.${sample}.${step}`;

/**
 * Waits until a position is shown, nothing moves, and what its step needs has been fetched.
 *
 * @param {Page} page
 * @param {Position} position
 */
export async function settled(page, position) {
  const network = page.locator('svg.network');
  await expect(network).toHaveAttribute('data-position', dotted(position));
  await expect(network).toHaveAttribute('data-t', '1');
  await told(page);
}

/**
 * Waits until the caption tells of what is shown: what later steps need has been fetched.
 *
 * @param {Page} page
 */
export async function told(page) {
  await expect(page.locator('.sentence')).not.toBeEmpty();
  await expect(page.locator('.caption')).toHaveAttribute('aria-busy', 'false');
}

/** @typedef {Record<string, number>} Numbers  by quantity and indices, for example `weights 2 0 1` */

/**
 * Returns every number on the stage, with all its digits.
 *
 * @param {Page} page
 * @returns {Promise<Numbers>}
 */
export const numbersOn = (page) =>
  page.locator('svg.network').evaluate((network) => {
    /** @type {Record<string, number>} */
    const numbers = {};
    for (const element of /** @type {NodeListOf<SVGElement>} */ (
      network.querySelectorAll('text[data-value]')
    )) {
      const { quantity, layer, neuron, to, from, value } = element.dataset;
      const name = [quantity, layer, to, from, neuron].filter((part) => part !== undefined).join(' ');
      if (name in numbers) throw new Error(`${name} is on the stage twice`);
      if (quantity !== 'product') numbers[name] = Number(String(value).replaceAll('−', '-'));
    }
    return numbers;
  });

/**
 * Returns every number of the table that can stand in the place of the picture.
 *
 * @param {Page} page
 * @returns {Promise<Numbers>}
 */
export const tableOn = (page) =>
  page.locator('[data-twin]').evaluateAll((cells) =>
    Object.fromEntries(
      cells.map((cell) => {
        const { twin, value } = /** @type {HTMLElement} */ (cell).dataset;
        return [twin, Number(String(value).replaceAll('−', '-'))];
      }),
    ),
  );

/**
 * Returns every number that the stage has to show for a state of the core, when it shows all.
 *
 * @param {State} state
 * @param {boolean} [known]  also those that stand behind the products of a backward step
 * @returns {Numbers}
 */
export function numbersOf(state, known = false) {
  /** @type {Numbers} */
  const numbers = {};
  for (const line of numbersOfState(state, known)) {
    const [, layer = '', indices = '', quantity = '', value] = /** @type {RegExpExecArray} */ (
      /^(?:[wn](\d+) ([\d ]*\d))? (\w+) (\S+)$/.exec(line)
    );
    numbers[[quantity, layer, indices].filter(Boolean).join(' ')] = Number(value);
  }
  state.y?.forEach((value, j) => (numbers[`y ${j}`] = value));
  // Beside the leg, in the step that computes it; several outputs have no room for it.
  if (state.step.kind === 'cost' && state.miss?.length === 1) numbers['miss 0'] = Number(state.miss[0]);
  return numbers;
}

/**
 * Shows a tab of the side column.
 *
 * @param {Page} page
 * @param {'Inspect' | 'Mini-batch' | 'Training' | 'Code' | 'Practise'} name
 */
export const showTab = (page, name) => page.getByRole('tab', { name }).click();

/**
 * Opens a panel in a tab of the side column.
 *
 * @param {Page} page
 * @param {Parameters<typeof showTab>[1]} tab
 * @param {string} title
 */
export async function openPanel(page, tab, title) {
  await showTab(page, tab);
  const button = page.locator('#side').getByRole('button', { name: title, exact: true });
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}

/**
 * Opens a menu, unless it is open.
 *
 * @param {Page} page
 * @param {'examples' | 'share' | 'run' | 'speed' | 'more'} name
 */
export async function openMenu(page, name) {
  const menu = page.locator(`#${name}-menu`);
  if (!(await menu.isVisible())) await page.locator(`#${name}-button`).click();
  await expect(menu).toBeVisible();
}

/**
 * Opens an example.
 *
 * @param {Page} page
 * @param {string} name
 */
export async function chooseExample(page, name) {
  await openMenu(page, 'examples');
  await page.locator(`[data-example="${name}"]`).click();
  await expect(page.locator('#examples-menu')).toHaveCount(0);
}

/**
 * Starts a run.
 *
 * @param {Page} page
 * @param {string} kind  of goal
 * @param {string} [value]
 */
export async function startRun(page, kind, value) {
  await openMenu(page, 'run');
  await page.locator(`input[name="goal"][value="${kind}"]`).check();
  if (value !== undefined) {
    await page.locator(`#goal-${kind}`).fill(value);
    await page.locator(`#goal-${kind}`).press('Enter');
  }
  await page.locator('#run-menu .start').click();
}

/**
 * Returns the accessibility violations that axe finds, one short text for each.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function axe(page) {
  // `evaluate` is exempt from the page's content security policy, which forbids foreign scripts.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, {
      resultTypes: ['violations'],
      // It would read style sheets anew, which the policy forbids; no rule that is checked needs it.
      preload: false,
    });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
  });
}
