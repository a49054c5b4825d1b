/**
 * Small shapes of the stage.
 *
 * @module
 */
import { nothing, svg } from '../../vendor/lit-html/lit-html.js';
import { full, short } from '../format.js';

/** @import { Line } from '../scene/scene.js' */

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
  changeW: 'gold',
  changeB: 'gold',
};

/** Width in px of one character of a size of type, as in stage.css. @type {Record<string, number>} */
const CHARACTER = { big: 9.7, '': 7.6, small: 6.7, tiny: 5.5 };

/**
 * A number with the sign of its quantity before it. Where it is longer than its room it is set narrower, never cut.
 *
 * @param {Line} line
 * @param {number} x
 * @param {number} y
 * @param {{ layer?: number, neuron?: number, to?: number, from?: number }} where
 * @param {{ size?: 'big' | '' | 'small' | 'tiny', room: number }} fit  `room` in px
 */
export function numberLine({ value, strength, quantity, glyph }, x, y, where, { size = '', room }) {
  const scale = SCALES[quantity] ?? 'gradient';
  const sign = value < 0 ? 'negative' : 'positive';
  const text = short(value);
  const characters = text.length + (glyph ? glyph.length + 1 : 0);
  const narrow = characters * Number(CHARACTER[size]) > room - 4;
  // The space before it keeps one number from running into the next where the text is read out.
  return svg` <text class="number ${scale} ${sign} ${size}" x=${x} y=${y} opacity=${strength === 1 ? nothing : strength}
    textLength=${narrow ? room - 4 : nothing} lengthAdjust="spacingAndGlyphs"
    data-quantity=${quantity} data-value=${full(value)}
    data-layer=${where.layer ?? nothing} data-neuron=${where.neuron ?? nothing}
    data-to=${where.to ?? nothing} data-from=${where.from ?? nothing}
  >${glyph ? svg`<tspan class="glyph">${glyph} </tspan>` : nothing}${text}</text>`;
}

/**
 * What widths and colours mean.
 *
 * @param {number} height
 * @param {(weight: number) => number} edgeWidth
 */
export function legend(height, edgeWidth) {
  const y = height - 12;
  /** @param {number} x @param {string} kind @param {number} weight @param {string} text */
  const sample = (x, kind, weight, text) => svg`
    <line class="line ${kind}" x1=${x} x2=${x + 26} y1=${y} y2=${y} stroke-width=${edgeWidth(weight)} />
    <text x=${x + 32} y=${y + 4}>${text}</text>`;
  return svg`<g class="legend" aria-hidden="true">
    ${sample(16, 'edge positive', 0.5, 'w = 0.5')}
    ${sample(108, 'edge positive', 2, 'w = 2')}
    ${sample(186, 'edge negative', 1, 'w = −1')}
    <text x="270" y=${y + 4}>∂ of this sample · Σ sum · Σ/m mean · η· change</text>
  </g>`;
}
