/**
 * How one layer is drawn: as large discs with their numbers inside and chips around them, or, where there is
 * no room, as capsules that hold a gauge and as many numbers as fit. Which neurons of a big layer are drawn.
 *
 * @module
 */
import { boxHeight, textWidth } from './metrics.js';

/** @import { Metrics } from './metrics.js' */
/** @import { Quantity } from './quantity.js' */

/** More rows than this are folded: first ones, a gap that says how many, last ones. */
export const MOST_ROWS = 12;

/**
 * What a capsule may hold, from the most to the least.
 * @typedef {'wide' | 'narrow' | 'tiny'} CapsuleKind
 */

/**
 * @typedef {object} Form
 * @property {'disc' | 'capsule'} shape
 * @property {number} spacing   from one row to the next
 * @property {number[]} shown   the neurons drawn, from the top
 * @property {{ row: number, hidden: number } | undefined} fold  the row of the gap, and how many it stands for
 * @property {number} r         radius of the disc, or of the capsule's gauge
 * @property {number} half      half the width of the body
 * @property {number} height    of the body
 * @property {number} biasLines 0 where the bias has no chip of its own
 * @property {boolean} zInside  in a disc: z stands inside, not under it
 * @property {Quantity[][]} grid  in a capsule: its numbers, row by row
 */

/**
 * The neurons of a layer that are drawn, and the gap.
 *
 * @param {number} neurons
 * @param {number} rows  there is room for
 * @returns {Pick<Form, 'shown' | 'fold'>}
 */
export function fold(neurons, rows) {
  if (neurons <= rows) return { shown: Array.from({ length: neurons }, (_, index) => index), fold: undefined };
  const last = Math.max(1, Math.floor((rows - 1) / 4));
  const first = rows - 1 - last;
  const shown = Array.from({ length: first + last }, (_, row) => (row < first ? row : neurons - rows + 1 + row));
  return { shown, fold: { row: first, hidden: neurons - first - last } };
}

/**
 * @param {object} layer
 * @param {number} layer.neurons
 * @param {boolean} layer.input   an input has neither z nor b nor δ
 * @param {number} layer.height   there is for it
 * @param {number} largest        radius of a disc
 * @param {CapsuleKind} kind
 * @param {Metrics} m
 * @returns {Form}
 */
export function form({ neurons, input, height }, largest, kind, m) {
  const u = m.unit;
  const most = Math.max(3, Math.min(MOST_ROWS, Math.floor(height / (27 * u))));
  const rows = Math.min(neurons, most);
  const common = { ...fold(neurons, rows), spacing: height / rows };
  return disc(common, input, largest, m) ?? capsule(common, input, kind, m);
}

/**
 * @param {Pick<Form, 'shown' | 'fold' | 'spacing'>} common
 * @param {boolean} input
 * @param {number} largest
 * @param {Metrics} m
 * @returns {Form | undefined}  if there is room for one
 */
function disc(common, input, largest, m) {
  const u = m.unit;
  const { spacing } = common;
  if (common.fold) return undefined;
  const least = 22 * u;
  if (input) {
    const r = Math.min(largest, (spacing - 12 * u) / 2);
    if (r < least) return undefined;
    return { ...common, shape: 'disc', r, half: r, height: 2 * r, biasLines: 0, zInside: false, grid: [] };
  }
  const chips = 2 * (m.chip + 5 * u) + m.gap;
  const body = { ...common, shape: /** @type {const} */ ('disc'), grid: [] };
  // Large discs give room to the lines of the bias, small ones do not.
  for (const biasLines of [3, 2, 1]) {
    const r = Math.min(largest, (spacing - chips - (boxHeight(biasLines, m) - m.chip)) / 2);
    if (r >= (biasLines === 1 ? 30 : 34) * u) return { ...body, r, half: r, height: 2 * r, biasLines, zInside: true };
  }
  const r = Math.min(largest, 30 * u, (spacing - chips - m.line) / 2);
  if (r < least) return undefined;
  return { ...body, r, half: r, height: 2 * r, biasLines: 1, zInside: false };
}

/**
 * @param {Pick<Form, 'shown' | 'fold' | 'spacing'>} common
 * @param {boolean} input
 * @param {CapsuleKind} kind
 * @param {Metrics} m
 * @returns {Form}
 */
function capsule(common, input, kind, m) {
  const u = m.unit;
  const line = 14 * u;
  const room = common.spacing - 5 * u;
  const lines = Math.max(1, Math.min(4, Math.floor((room - 6 * u) / line)));
  const grid = input ? /** @type {Quantity[][]} */ ([['a']]) : facts(kind, lines);
  const columns = Math.max(...grid.map((row) => row.length));
  const height = Math.min(room, Math.max(22 * u, grid.length * line + 6 * u));
  const r = Math.min(9 * u, height / 2 - 3 * u);
  const column = textWidth(input || kind === 'tiny' ? 6 : 8, m.small);
  const width = 5 * u + 2 * r + 6 * u + columns * column + (columns - 1) * 9 * u + 8 * u;
  return { ...common, shape: 'capsule', r, half: width / 2, height, biasLines: 0, zInside: false, grid };
}

/**
 * @param {CapsuleKind} kind
 * @param {number} lines
 * @returns {Quantity[][]}
 */
function facts(kind, lines) {
  if (kind === 'tiny') return [['a']];
  if (kind === 'wide') {
    return lines === 1
      ? [['a', 'delta']]
      : [
          ['a', 'b'],
          ['z', 'delta'],
        ];
  }
  /** @type {Quantity[][]} */
  const rows = [['a'], ['z'], ['delta'], ['b']];
  return lines === 2 ? [['a'], ['delta']] : rows.slice(0, lines);
}
