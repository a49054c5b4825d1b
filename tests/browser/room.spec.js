/**
 * The page where there is little room, where text is larger, and in colours that the system forces.
 */
import { overlapsOn } from './overlaps.js';
import { axe, expect, settled, test } from './page.js';
import { ORIGIN, open } from './still.js';

/** @import { Page } from '@playwright/test' */

/** Sizes of the window in px, by what they stand for. */
const WINDOWS = {
  'at 400 %': [360, 225],
  '320 px wide': [320, 640],
  'at 200 %': [720, 450],
  'just no phone': [701, 900],
  'just with a drawer': [1180, 900],
  'just without a drawer': [1181, 900],
  'just low': [1440, 860],
  'just not low': [1440, 861],
  'very low': [1280, 580],
};

/** Steps that are looked at: x, z, the cost, a hidden error. */
const STEPS = [0, 1, 5, 8];

/**
 * Returns the parts of the page that lie on one another or are wider than the window, and those that cut
 * what is in them.
 *
 * @param {Page} page
 */
const faultsOn = (page) =>
  page.evaluate(() => {
    const parts = ['topbar', 'ribbon', 'caption', 'stage', 'equation', 'transport', 'timeline'].flatMap(
      (name) => {
        const part = document.querySelector(`[data-part=${name}]`);
        // What is fixed lies over the page, which is scrolled below it.
        if (!part || getComputedStyle(part).position === 'fixed') return [];
        const { left, right, top, bottom } = part.getBoundingClientRect();
        return bottom > top ? [{ name, left, right, top, bottom }] : [];
      },
    );
    const found = [];
    for (const [at, one] of parts.entries()) {
      if (one.left < -0.5 || one.right > innerWidth + 0.5) found.push(`${one.name} is wider than the window`);
      for (const other of parts.slice(0, at))
        if (one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5)
          found.push(`${one.name} lies on ${other.name}`);
    }
    const visible = (/** @type {Element} */ one) => one.clientWidth > 1 && one.clientHeight > 1;
    for (const one of document.querySelectorAll('.topbar, .transport, .tabs, .what, .coming, .ribbon'))
      if (visible(one) && one.scrollWidth > one.clientWidth + 1) found.push(`${one.className} is cut`);
    return found;
  });

for (const [name, [width = 0, height = 0]] of Object.entries(WINDOWS)) {
  test(`nothing is cut or covered ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    for (let step = 0; step <= 8; step += 1) {
      if (step > 0) await page.keyboard.press('ArrowRight');
      await settled(page, { ...ORIGIN, step });
      if (!STEPS.includes(step)) continue;
      expect(await faultsOn(page), `step ${step}`).toEqual([]);
      expect(await overlapsOn(page), `step ${step}`).toEqual([]);
      expect(Number((await page.locator('#stage').boundingBox())?.height)).toBeGreaterThan(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      // Whatever is out of view can be scrolled to.
      await page.getByRole('button', { name: 'Next' }).scrollIntoViewIfNeeded();
      await expect(page.getByRole('button', { name: 'Next' })).toBeInViewport({ ratio: 0.99 });
    }
  });
}

for (const [width = 0, height = 0] of [
  [1440, 900],
  [390, 844],
]) {
  test(`with text twice as large the stage keeps its height, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.keyboard.press('ArrowRight');
    await settled(page, { ...ORIGIN, step: 1 });
    // As a browser that enlarges text alone does it.
    await page.evaluate(() => {
      const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.frame *')]).filter(
        (one) => !one.closest('svg'),
      );
      const sizes = all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      const lines = all.map((one) => Number.parseFloat(getComputedStyle(one).lineHeight));
      all.forEach((one, at) => {
        one.style.fontSize = `${2 * Number(sizes[at])}px`;
        if (Number.isFinite(lines[at])) one.style.lineHeight = `${2 * Number(lines[at])}px`;
      });
    });
    const boxes = await page.evaluate(() =>
      ['.caption', '#stage', '.sentence', '.equation'].map((part) => {
        const { top, bottom, height } = /** @type {Element} */ (
          document.querySelector(part)
        ).getBoundingClientRect();
        return { top, bottom, height };
      }),
    );
    const [caption, stage, sentence] = boxes;
    expect(Number(stage?.height)).toBeGreaterThan(200);
    // The sentence is all in its part, and its part lies on no other.
    expect(Number(sentence?.bottom)).toBeLessThanOrEqual(Number(caption?.bottom) + 1);
    if (width > 700) expect(Number(caption?.bottom)).toBeLessThanOrEqual(Number(stage?.top) + 1);
    await expect(page.getByRole('button', { name: 'Next' })).toBeInViewport({ ratio: 0.99 });
  });
}

test.describe('in forced colours', () => {
  test.use({ colorScheme: 'dark' });
  for (const width of [1440, 390]) {
    test(`the step, the samples done and Next are told from the others, ${width} px wide`, async ({
      page,
    }) => {
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('./');
      await settled(page, ORIGIN);
      for (let step = 1; step <= 6; step += 1) {
        await page.keyboard.press('ArrowRight');
        await settled(page, { ...ORIGIN, step });
      }
      /** @param {string} selector @param {string} [pseudo] */
      const background = (selector, pseudo) =>
        page.evaluate(
          ([css = '', before]) => {
            const one = document.querySelector(css);
            return one ? getComputedStyle(one, before).backgroundColor : undefined;
          },
          [selector, pseudo],
        );
      const cells = width > 700 ? '.step' : '.short ';
      await expect.poll(() => background(`.ribbon ${cells}.now`)).not.toBe(await background('body'));
      const now = await background(`.ribbon ${cells}.now`);
      const [done, coming] =
        width > 700
          ? [
              await background('.ribbon .step.done', '::after'),
              await background('.ribbon .step.coming', '::after'),
            ]
          : [await background('.ribbon .short .done'), await background('.ribbon .short .coming')];
      expect(new Set([now, done, coming]).size).toBe(3);
      expect(await background('.dots .now')).not.toBe(await background('.dots i:last-child'));
      expect(await background('.transport .primary')).not.toBe(await background('.transport .play'));
      expect(await axe(page)).toEqual([]);
    });
  }
});
