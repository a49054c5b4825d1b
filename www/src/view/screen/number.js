/**
 * A number on the stage. It carries what it is: `data-quantity`, `data-layer`, `data-neuron` or `data-to`
 * and `data-from`, and `data-value` with all digits, so that it can be read back and compared.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { closes, sumOf } from '../../notation/closing.js';
import { formatOf, full } from '../../notation/format.js';

/** @import { Style } from '../../notation/format.js' */
/** @import { Shown } from '../../scene/picture.js' */

/** Where a number belongs. @typedef {{ layer?: number, neuron?: number, to?: number, from?: number }} Of */

/** What stands before a number below a line, in words of the equation. */
const LABELS = { product: 'w·δ', nabla: '∂', sum: 'Σ', mean: 'Σ/m', step: '' };

/** Returns the class of a number's colour: its scale and its sign. @param {Shown} shown */
export function toneOf({ tone, value }) {
  if (tone === 'ink') return 'ink';
  if (tone === 'step') return 'gold';
  if (tone === 'gradient') return value < 0 ? 'gneg' : 'gpos';
  return value < 0 ? 'neg' : 'pos';
}

/** Returns a step's number, which always has its sign. @param {number} value @param {Style} style */
export const signed = (value, style) => (value > 0 ? '+' : '') + formatOf(style).short(value);

/** Returns a number's text as it stands on the stage. @param {Shown} shown @param {Style} style */
export const textOf = ({ value, tone }, style) =>
  tone === 'step' ? signed(value, style) : formatOf(style).short(value);

/**
 * Returns ≈ before a step that, as it is written, does not lead from the old number to the new one.
 *
 * @param {Shown | undefined} above
 * @param {Shown} step
 * @param {Style} style
 */
const about = (above, { value: step }, style) =>
  above?.old === undefined ||
  closes({ given: [above.old, step], result: above.value, calculate: sumOf }, { style, finer: style })
    ? ''
    : '≈ ';

/**
 * Draws a number.
 *
 * @param {Shown} shown
 * @param {{ x?: number, y: number, of: Of, style: Style, kind: string, letter?: string, bare?: boolean,
 *   above?: Shown }} how  `kind` is its class; `bare`: there is no room to say which number it is; `above` is
 *   the number above it
 */
export function numberMark(shown, { x = 0, y, of, style, kind, letter, bare = false, above }) {
  const { value, old, strength, quantity, label } = shown;
  const before = letter ?? (label && !bare ? LABELS[label] : '');
  const text = about(above, shown, style) + textOf(shown, style);
  return svg`<text class="${kind} ${toneOf(shown)}" x=${x} y=${y}
    fill-opacity=${strength === 1 ? nothing : strength}
    data-quantity=${quantity} data-value=${full(value)}
    data-layer=${of.layer ?? nothing} data-neuron=${of.neuron ?? nothing}
    data-to=${of.to ?? nothing} data-from=${of.from ?? nothing}
  >${before ? svg`<tspan class="v">${before}</tspan> ` : nothing}${
    old === undefined
      ? text
      : [
          svg`<tspan class="old">${formatOf(style).short(old)}</tspan>`,
          svg`<tspan class="arrow"> → </tspan><tspan class="new">${text}</tspan>`,
        ]
  }</text>`;
}

/**
 * Draws the name of a button for screen readers. What is seen is hidden from them, since it has symbols in
 * place of words.
 *
 * @param {string} text
 * @param {{ x: number, y: number }} where
 */
export const nameForReaders = (text, { x, y }) => svg`<text class="said" x=${x} y=${y}>${text}</text>`;

/**
 * Draws a letter with its layer above its neurons, as in the equation: indices stand one over the other.
 *
 * @param {string} letter
 * @param {number} layer
 * @param {string} index
 * @param {{ x: number, y: number, kind: string }} where
 */
export const nameMark = (letter, layer, index, { x, y, kind }) =>
  svg`<text class=${kind} x=${x} y=${y}><tspan class="v">${letter}</tspan><tspan class="index" dy="-0.55em"
    dx="0.05em">${layer}</tspan><tspan class="index" dx=${`${-0.5 * String(layer).length}em`}
      dy="0.86em">${index}</tspan></text>`;
