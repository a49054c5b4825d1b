/**
 * Where the scales stand on which outputs meet their targets.
 *
 * @module
 */

/** @import { Box } from './turned-boxes.js' */
/** @import { Column, Form, Gauge, Node } from './layout.js' */

/** Across the picture's width; and what deep networks take of it. @type {Record<Form, number>} */
const ACROSS = { desk: 842 / 1080, phone: 318 / 390 };
const SPARE = 88 / 1080;
/** Below the last scale: numbers of samples, their name with a single output, and the mean cost. */
const BELOW_GAUGE = { one: 62, several: 46 };
/** Px above the first scale, for the label of a target. */
const ABOVE_GAUGE = 24;
const LEAST_GAUGE = 24;
/** Px beside a list of outputs for their numbers. */
const NUMBERS = 92;
/** More outputs than these lie in a list. */
const MOST_STANDING = 4;

/**
 * @param {Node[]} nodes
 * @param {Column[]} columns
 * @param {Form} form
 * @param {number} width
 * @param {number} height
 * @returns {Gauge[]}
 */
export function gaugesOf(nodes, columns, form, width, height) {
  const output = columns.at(-1);
  const own = nodes.filter(({ layer }) => layer === output?.layer);
  const spare = form === 'desk' ? Math.min(1, Math.max(0, columns.length - 3) / 2) : 0;
  const x = (ACROSS[form] + SPARE * spare) * width;
  const lying = own.length > MOST_STANDING || (output?.drawn ?? 0) < (output?.size ?? 0);
  const spacing = own.length > 1 ? (own[1]?.y ?? 0) - (own[0]?.y ?? 0) : Infinity;
  const below = own.length > 1 ? BELOW_GAUGE.several : BELOW_GAUGE.one;
  const half = Math.min((own[0]?.y ?? 0) - ABOVE_GAUGE, height - below - (own.at(-1)?.y ?? 0));
  const tall = Math.max(LEAST_GAUGE, Math.min(236, spacing - 36, 2 * half));
  return own.map(({ neuron, y, r }) => {
    if (lying) {
      const from = (output?.x ?? 0) + r + (form === 'desk' ? 40 : 14);
      const numbers = form === 'desk' ? NUMBERS : 0;
      return { neuron, x: from, top: y, bottom: y, wide: Math.max(20, width - from - 24 - numbers), lying };
    }
    return { neuron, x, top: y - tall / 2, bottom: y + tall / 2, wide: Math.max(20, width - x - 20), lying };
  });
}

/** @param {Gauge[]} gauges @param {number} width @param {number} height @returns {Box} */
export function gaugeAreaOf(gauges, width, height) {
  const x = Math.min(...gauges.map((gauge) => gauge.x)) - 30;
  return { x, y: 0, width: width - x, height };
}
