/**
 * Points in the plane: in small for each kind of generated data, and those of a preview.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { classOf } from '../../notation/classes.js';
import { points as words } from '../../words/en/data-dialog.js';

/** @import { Preview } from '../../protocol/data.js' */

/** A point in the plane, and whether it is of the second class. @typedef {[number, number, boolean]} Point */

const WIDTH = 72;
const HEIGHT = 44;
/** Px of the preview, and around its points. */
const WIDE = 280;
const TALL = 164;
const MARGIN = 14;

/** Numbers from −1 to 1 that look scattered, always the same: across and up. @param {number} at */
const scatter = (at) => 2 * ((0.5 + at * 0.7548776662) % 1) - 1;
/** @param {number} at */
const scatterUp = (at) => 2 * ((0.5 + at * 0.569840291) % 1) - 1;

/** @param {number} count @param {(share: number, at: number) => Point} make */
const list = (count, make) => Array.from({ length: count }, (_, at) => make(at / count, at));

/** The picture of each kind, in the order of the core. @type {readonly (() => Point[])[]} */
const KINDS = [
  () => [
    [-0.5, 0.5, false],
    [0.5, 0.5, true],
    [-0.5, -0.5, false],
    [0.5, -0.5, false],
  ],
  () =>
    list(44, (_, at) => {
      const [x, y] = [scatter(at), scatterUp(at)];
      return [x, y, x * y < 0];
    }),
  () =>
    list(40, (_, at) => {
      const second = at % 2 === 1;
      const [x, y] = [scatter(at) * 0.36, scatterUp(at) * 0.36];
      return [x + (second ? 0.45 : -0.45), y + (second ? 0.4 : -0.4), second];
    }),
  () =>
    list(44, (share, at) => {
      const second = at % 2 === 1;
      const r = (second ? 0.95 : 0.42) + 0.08 * scatter(at);
      return [r * Math.cos(12.57 * share), r * Math.sin(12.57 * share), second];
    }),
  () =>
    list(44, (_, at) => {
      const second = at % 2 === 1;
      const angle = (Math.PI * at) / 44;
      const [x, y] = [Math.cos(angle) * 0.62, Math.sin(angle) * 0.8];
      return second ? [0.34 - x, 0.2 - y, true] : [x - 0.34, y - 0.3, false];
    }),
  () =>
    list(48, (share, at) => {
      const second = at % 2 === 1;
      const angle = 8.2 * share + (second ? Math.PI : 0);
      return [share * Math.cos(angle), share * Math.sin(angle), second];
    }),
  () => list(28, (share, at) => [2 * share - 1, 0.75 * Math.sin(6.6 * share) + 0.05 * scatter(at), false]),
];

/**
 * Draws points; the second class is squares.
 *
 * @param {Point[]} all
 * @param {number} w
 * @param {number} h
 * @param {number} r
 */
const marks = (all, w, h, r) =>
  all.map(([x, y, second]) => {
    const [cx, cy] = [(w / 2) * (1 + x), (h / 2) * (1 - y)];
    return second
      ? svg`<rect class="one" x=${cx - r} y=${cy - r} width=${2 * r} height=${2 * r} />`
      : svg`<circle class="zero" cx=${cx} cy=${cy} r=${r} />`;
  });

/** Draws the picture of a kind of generated data. @param {number} kind */
export const kindPicture = (kind) =>
  svg`<svg class="plane" viewBox="-4 -4 ${WIDTH + 8} ${HEIGHT + 8}" aria-hidden="true">
    ${marks(KINDS[kind]?.() ?? [], WIDTH, HEIGHT, kind === 0 ? 3 : 1.5)}</svg>`;

/**
 * Draws the points of a preview of two inputs, or of one input and its target.
 *
 * @param {Preview} preview
 */
export function previewPoints({ inputs, outputs, count, rows: { xs, ys } }) {
  const curve = inputs === 1 && outputs === 1;
  if (inputs !== 2 && !curve) return nothing;
  const shown = xs.length / inputs;
  const raw = Array.from({ length: shown }, (_, at) => {
    const y = ys.subarray(at * outputs, (at + 1) * outputs);
    /** @type {Point} */
    const point = curve
      ? [Number(xs[at]), Number(y[0]), false]
      : [Number(xs[2 * at]), Number(xs[2 * at + 1]), classOf(y) === 1];
    return point;
  });
  const [left, right] = rangeOf(raw.map(([x]) => x));
  const [low, high] = rangeOf(raw.map(([, y]) => y));
  const all = raw.map(
    ([x, y, second]) =>
      /** @type {Point} */ ([
        (2 * (x - left)) / (right - left || 1) - 1,
        (2 * (y - low)) / (high - low || 1) - 1,
        second,
      ]),
  );
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  return svg`<svg class="plane large" role="img" aria-label=${words.label(number(shown), number(count))}
    viewBox="${-MARGIN} ${-MARGIN} ${WIDE + 2 * MARGIN} ${TALL + 2 * MARGIN}"
    >${marks(all, WIDE, TALL, 3.4)}</svg>`;
}

/** @param {number[]} values @returns {[number, number]} */
const rangeOf = (values) => [
  values.reduce((least, value) => Math.min(least, value), Infinity),
  values.reduce((most, value) => Math.max(most, value), -Infinity),
];
