/**
 * Colours have enough contrast and can be told apart, in both themes and with colour blindness.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('../../www/css/screen/theme.css', import.meta.url), 'utf8');

/**
 * The colours of a block of CSS, by name.
 *
 * @param {string} block
 * @returns {Record<string, string>}
 */
const variables = (block) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const THEMES = { light: variables(light), dark: { ...variables(light), ...variables(dark) } };

/** @typedef {[number, number, number]} Triple */

/**
 * Linear red, green and blue, 0 to 1.
 *
 * @param {string | undefined} colour
 * @returns {Triple}
 */
function linear(colour) {
  assert.ok(colour, 'the colour is in the theme');
  const channel = (/** @type {number} */ at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/**
 * @param {number[][]} matrix
 * @param {Triple} triple
 * @returns {Triple}
 */
const times = (matrix, triple) =>
  /** @type {Triple} */ (
    matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * Number(triple[at]), 0))
  );

/**
 * Contrast as in WCAG 2.
 *
 * @param {string | undefined} one
 * @param {string | undefined} other
 */
function contrast(one, other) {
  const [a = 0, b = 0] = [one, other].map((colour) => {
    const [red, green, blue] = linear(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * CIELAB under D65.
 *
 * @param {Triple} rgb
 * @returns {Triple}
 */
function lab(rgb) {
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const [x = 0, y = 0, z = 0] = xyz.map((value, at) => {
    const part = Math.max(0, value) / Number([0.95047, 1, 1.08883][at]);
    return part > 216 / 24_389 ? Math.cbrt(part) : ((24_389 / 27) * part + 16) / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * Difference of two colours (CIE 1976).
 *
 * @param {Triple} one
 * @param {Triple} other
 */
const difference = (one, other) => {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** Machado, Oliveira, Fernandes (2009), severity 1, on linear colours. */
const EYES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

for (const [theme, colours] of Object.entries(THEMES)) {
  test(`${theme}: text has a contrast of 4.5:1, graphics of 3:1`, () => {
    for (const ground of ['bg', 'stage', 'surface']) {
      for (const name of ['ink', 'ink2', 'ink3', 'pos', 'neg', 'gpos', 'gneg', 'gold', 'warn']) {
        const value = contrast(colours[name], colours[ground]);
        assert.ok(value >= 4.5, `${name} on ${ground}: ${value.toFixed(2)}`);
      }
      for (const name of ['control', 'focus', 'pos', 'neg', 'gpos', 'gneg', 'gold-mark']) {
        const value = contrast(colours[name], colours[ground]);
        assert.ok(value >= 3, `${name} on ${ground}: ${value.toFixed(2)}`);
      }
    }
    // The numbers of a changed weight are drawn on gold.
    for (const name of ['ink', 'pos', 'neg', 'gpos', 'gneg', 'gold']) {
      const value = contrast(colours[name], colours['gold-soft']);
      assert.ok(value >= 4.5, `${name} on gold: ${value.toFixed(2)}`);
    }
  });

  test(`${theme}: positive and negative differ for all kinds of vision, the two scales for most`, () => {
    for (const [one, other] of [
      ['pos', 'neg'],
      ['gpos', 'gneg'],
    ]) {
      const [a, b] = [linear(colours[String(one)]), linear(colours[String(other)])];
      assert.ok(difference(a, b) >= 40, `${one} and ${other}`);
      for (const [eye, matrix] of Object.entries(EYES)) {
        const apart = difference(times(matrix, a), times(matrix, b));
        assert.ok(apart >= 20, `${one} and ${other} with ${eye}: ${apart.toFixed(1)}`);
      }
    }
    for (const [one, other] of [
      ['pos', 'gpos'],
      ['neg', 'gneg'],
      ['pos', 'gneg'],
      ['neg', 'gpos'],
    ]) {
      const apart = difference(linear(colours[String(one)]), linear(colours[String(other)]));
      assert.ok(apart >= 25, `${one} and ${other}: ${apart.toFixed(1)}`);
    }
  });
}
