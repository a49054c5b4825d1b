/**
 * A box with one number on each line: the numbers of an edge, or of a bias.
 *
 * @module
 */
import { short } from '../format.js';
import { number } from './marks.js';
import { boxHeight, textWidth } from './metrics.js';
import { KINDS, read, signOf } from './quantity.js';

/** @import { State } from '../engine/protocol.js' */
/** @import { BoxMark, NumberMark } from './marks.js' */
/** @import { Metrics } from './metrics.js' */
/** @import { Place, Quantity } from './quantity.js' */

/** Which lines go first when there is no room for all; the parameter itself always stays. @type {Quantity[][]} */
const DROPPED_FIRST = [
  ['sumNablaW', 'sumNablaB'],
  ['meanNablaW', 'meanNablaB'],
  ['nablaW', 'nablaB'],
  ['changeW', 'changeB'],
  ['wa', 'wDelta'],
];

/**
 * The quantities of a weight or bias that are known, at most `limit` of them, in the order in which they become
 * known.
 *
 * @param {State} state
 * @param {Quantity[]} quantities  the parameter first
 * @param {Place} place
 * @param {number} limit
 * @returns {Quantity[]}
 */
export function knownLines(state, quantities, place, limit) {
  let known = quantities.filter((quantity) => read(state, quantity, place) !== undefined);
  const { kind } = state.step;
  if (kind === 'update' || kind === 'evaluate' || kind === 'shuffle') {
    const shown = [quantities[0], 'changeW', 'changeB'];
    known = known.filter((quantity) => shown.includes(quantity));
  }
  // The step that adds to the sums has to show them.
  const order = kind === 'sum' ? [DROPPED_FIRST[2] ?? [], ...DROPPED_FIRST] : DROPPED_FIRST;
  for (const group of order) {
    if (known.length > limit) known = known.filter((quantity) => !group.includes(quantity));
  }
  return known;
}

/**
 * @param {object} about
 * @param {State} about.state
 * @param {string} about.mark
 * @param {'weight' | 'bias'} about.role
 * @param {Place} about.place
 * @param {Quantity[]} about.quantities
 * @param {number} about.gold  1 while the update is what was last carried out
 * @param {{ x: number, y: number, limit: number, width: number, grows: 'both' | 'up' }} at  middle of the box, or of
 *   its lower side where it grows up
 * @param {Metrics} m
 * @returns {{ box: BoxMark, numbers: NumberMark[] } | undefined}  nothing where nothing is known
 */
export function stack({ state, mark, role, place, quantities, gold }, at, m) {
  const lines = knownLines(state, quantities, place, at.limit).map((quantity) => {
    const value = /** @type {number} */ (read(state, quantity, place));
    const { prefix } = KINDS[quantity];
    return { quantity, value, characters: short(value).length + (prefix ? prefix.length + 0.6 : 0) };
  });
  const [first] = lines;
  if (!first) return undefined;
  const longest = Math.max(5, ...lines.map(({ characters }) => characters));
  const width = Math.min(at.width, textWidth(longest, m.font) + 2 * m.pad);
  const height = boxHeight(lines.length, m);
  const x = at.x - width / 2;
  const y = at.grows === 'up' ? at.y - height : at.y - height / 2;
  const inner = { left: x + m.pad, right: x + width - m.pad };
  const numbers = lines.map(({ quantity, value }, line) => {
    const middle = y + height / 2 + (line - (lines.length - 1) / 2) * m.line;
    const slot = {
      x: inner.right,
      y: middle + m.font * 0.36,
      size: m.font,
      width: inner.right - inner.left,
      anchor: /** @type {const} */ ('end'),
    };
    const parameter = quantity === 'w' || quantity === 'b';
    const more = { prefixX: inner.left, gold: parameter ? gold : 0, lead: parameter };
    return number({ mark, quantity, place, value }, slot, more);
  });
  const box = {
    key: mark,
    mark,
    role,
    x,
    y,
    width,
    height,
    scale: KINDS[first.quantity].scale,
    sign: signOf(first.value),
    gold,
    strength: 0,
    opacity: 1,
  };
  return { box, numbers };
}
