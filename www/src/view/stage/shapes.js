/**
 * Small shapes of the stage.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { fitNumber, full } from '../../notation/format.js';

/** @import { Style } from '../../notation/format.js' */
/** @import { Line } from '../../scene/scene.js' */

/**
 * The arc of an activation, clockwise from the top; a whole circle is 1.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {number} value
 */
export function arc(x, y, r, value) {
  // An arc of a whole turn would have no length; inputs beyond 1 are shown as full.
  const part = Math.min(0.9999, Math.abs(value));
  const angle = 2 * Math.PI * part * (value < 0 ? -1 : 1);
  const [endX, endY] = [x + r * Math.sin(angle), y - r * Math.cos(angle)];
  return `M ${x} ${y - r} A ${r} ${r} 0 ${part > 0.5 ? 1 : 0} ${value < 0 ? 0 : 1} ${endX} ${endY}`;
}

/** Which colour scale a quantity is drawn in. @type {Record<string, string>} */
const SCALES = {
  weights: 'value',
  biases: 'value',
  z: 'ink',
  a: 'ink',
  y: 'ink',
  cost: 'ink',
  miniBatchCost: 'ink',
  running: 'gold',
  changeW: 'gold',
  changeB: 'gold',
};

/** Width in px of one character of a size of type, as in stage.css. */
const CHARACTER = { big: 9.7, '': 7.6, small: 6.7, tiny: 5.5 };

/** Kept free in px at the sides of a number. */
const MARGIN = 4;

/** @typedef {{ size?: keyof typeof CHARACTER, room: number, style: Style }} Fit  `room` in px */

/**
 * The text of a number with as many digits as there is room for.
 *
 * @param {Line} line
 * @param {Fit} fit
 */
export function textOf({ value, glyph }, { size = '', room, style }) {
  const characters = Math.floor((room - MARGIN) / CHARACTER[size]) - (glyph ? glyph.length + 1 : 0);
  return fitNumber(value, style, characters);
}

/**
 * Draws a number after the symbol of its quantity. A text that is too long for its room is condensed and
 * never cut.
 *
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 * @param {{ layer?: number, neuron?: number, to?: number, from?: number }} where
 * @param {Fit} fit
 */
export function numberLine(line, x, y, where, fit) {
  const { value, opacity, quantity, glyph } = line;
  const { size = '', room } = fit;
  const scale = SCALES[quantity] ?? 'gradient';
  const sign = value < 0 ? 'negative' : 'positive';
  const text = textOf(line, fit);
  const characters = text.length + (glyph ? glyph.length + 1 : 0);
  const narrow = characters * CHARACTER[size] > room - MARGIN;
  // The space before it keeps one number from running into the next where the text is read out.
  return svg` <text class="number ${scale} ${sign} ${size}" x=${x} y=${y}
    fill-opacity=${opacity === 1 ? nothing : opacity}
    textLength=${narrow ? room - MARGIN : nothing} lengthAdjust="spacingAndGlyphs"
    data-quantity=${quantity} data-value=${full(value)}
    data-layer=${where.layer ?? nothing} data-neuron=${where.neuron ?? nothing}
    data-to=${where.to ?? nothing} data-from=${where.from ?? nothing}
  >${glyph ? svg`<tspan class="glyph">${glyph} </tspan>` : nothing}${text}</text>`;
}
