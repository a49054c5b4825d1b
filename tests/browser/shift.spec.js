/**
 * Nothing on the page moves while a first visit loads: neither what is drawn first nor the fonts, which come
 * later, push anything aside.
 */
import { expect, test } from './page.js';

/** @import { Page } from '@playwright/test' */

/** The most that layout shifts may add up to; 0.1 counts as good. */
const MOST = 0.01;

/** Connections: bits a second and milliseconds of delay; of a fast one nothing is slowed. */
const CONNECTIONS = { fast: undefined, slow: { bits: 1_600_000, latency: 150 } };

/** Faces of the browser that stand in for the page's own, by what they stand in for. */
const STAND_INS = {
  'Inter BS': ['Inter fallback', 'Inter wide'],
  'Literata BS': ['Literata fallback', 'Literata even', 'Literata wide'],
};

/**
 * Returns the layout shifts of the page so far: how much, and what moved.
 *
 * @param {Page} page
 * @returns {Promise<{ value: number, moved: string[] }[]>}
 */
const shiftsOn = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          resolve(
            list.getEntries().map((entry) => {
              const { value, sources } = /** @type {any} */ (entry);
              return { value, moved: sources.map((/** @type {any} */ { node }) => node?.className ?? '') };
            }),
          );
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Without any shift the observer is never called.
        setTimeout(() => resolve([]), 500);
      }),
  );

for (const [name, connection] of Object.entries(CONNECTIONS)) {
  for (const phone of [false, true]) {
    test(`nothing shifts on a first visit, ${name}${phone ? ', on a phone' : ''}`, async ({
      page,
      context,
    }) => {
      if (phone) await page.setViewportSize({ width: 390, height: 844 });
      if (connection) {
        const session = await context.newCDPSession(page);
        const { bits, latency } = connection;
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', {
          ...{ offline: false, latency, downloadThroughput: bits / 8, uploadThroughput: bits / 8 },
        });
      }
      await page.goto('./');
      await expect(page.locator('.sentence')).not.toBeEmpty({ timeout: 30_000 });
      await expect
        .poll(() => page.evaluate(() => document.fonts.check('22px "Literata BS"')), { timeout: 30_000 })
        .toBe(true);
      await page.waitForLoadState('networkidle');
      const shifts = await shiftsOn(page);
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      expect(total, JSON.stringify(shifts)).toBeLessThan(MOST);
    });
  }
}

test('text in a face of the browser is as wide and as high as in the page’s own', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.sentence')).not.toBeEmpty();
  await page.waitForFunction(() => [...document.fonts].some(({ family }) => family.includes('Inter BS')));
  const measured = await page.evaluate(async (standIns) => {
    const text = 'The output’s error travels back over the weights: neuron 1 should have been larger, 0.057.';
    /** @param {string} family */
    const sizeIn = (family) => {
      const span = document.createElement('span');
      span.style.font = `400 22px/normal '${family}', monospace`;
      span.style.position = 'absolute';
      span.style.whiteSpace = 'nowrap';
      span.textContent = text;
      document.body.append(span);
      const { width, height } = span.getBoundingClientRect();
      span.remove();
      return { width, height };
    };
    const found = [];
    for (const [own, others] of Object.entries(standIns)) {
      await document.fonts.load(`22px "${own}"`, text);
      for (const other of others) {
        const face = [...document.fonts].find(({ family }) => family.replaceAll(/["']/g, '') === other);
        // Only faces that this machine has can be measured.
        const isThere = await face?.load().then(
          () => true,
          () => false,
        );
        if (isThere) found.push({ other, size: sizeIn(other), own: sizeIn(own) });
      }
    }
    return found;
  }, STAND_INS);
  expect(measured.length).toBeGreaterThan(1);
  for (const { other, size, own } of measured) {
    expect(Math.abs(size.width / own.width - 1), `${other} is ${size.width} px wide`).toBeLessThan(0.02);
    expect(Math.abs(size.height - own.height), `${other} is ${size.height} px high`).toBeLessThanOrEqual(1);
  }
});
