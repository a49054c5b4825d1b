/**
 * Big layers as pictures: the weights into a neuron, their gradient, and the input itself, a square of
 * pixels each.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { formatOf } from '../../notation/format.js';
import * as words from '../../words/en/images.js';
import { GRADIENTS, GREATEST, VALUES, paint } from '../parts/paint.js';

/** @import { Box } from '../../scene/turned-boxes.js' */
/** @import { Layout } from '../../scene/layout.js' */
/** @import { Palette } from '../parts/paint.js' */
/** @import { PageState } from '../../state/state.js' */

/**
 * @param {Box} box
 * @param {string} label
 * @param {{ values: Float64Array, start: number, count: number }} what
 * @param {Palette} palette
 */
const picture = ({ x, y, width, height }, label, what, palette) =>
  svg`<foreignObject x=${x} y=${y} width=${width} height=${height}>
    ${html`<canvas
      class="picture"
      role="img"
      aria-label=${label}
      title=${label}
      ${ref((canvas) => canvas && paint(/** @type {HTMLCanvasElement} */ (canvas), what, GREATEST, palette))}
    ></canvas>`}
  </foreignObject>`;

/** @param {Float64Array} values */
const wholeOf = (values) => ({ values, start: 0, count: values.length });

/**
 * Returns what is said of an image's numbers: how many there are, the least and the largest.
 *
 * @param {{ values: Float64Array, start: number, count: number }} what
 * @param {PageState} state
 */
function said({ values, start, count }, { settings }) {
  const { short } = formatOf(settings);
  const own = values.subarray(start, start + count);
  const most = own.reduce((one, other) => Math.max(one, other), -Infinity);
  const least = own.reduce((one, other) => Math.min(one, other), Infinity);
  return { count: String(count), least: short(least), most: short(most) };
}

/**
 * Draws the pictures of a layout.
 *
 * @param {Pick<Layout, 'pictures' | 'input'>} layout
 * @param {PageState} state
 */
export function pictures(layout, state) {
  const now = state.view?.after;
  if (!now) return nothing;
  const all = layout.pictures.map(({ layer, neuron, weights, gradient }) => {
    const count = now.sizes[layer - 2] ?? 0;
    const start = neuron * count;
    const w = now.weights[layer - 1];
    const nabla = now.nablaW[layer - 1] ?? now.meanNablaW[layer - 1] ?? now.sumNablaW[layer - 1];
    const into = { neuron: String(neuron + 1), layer: String(layer) };
    /** @param {Float64Array} values */
    const of = (values) => ({ values, start, count });
    return [
      w ? picture(weights, words.weights({ ...into, ...said(of(w), state) }), of(w), VALUES) : nothing,
      nabla
        ? picture(gradient, words.gradient({ ...into, ...said(of(nabla), state) }), of(nabla), GRADIENTS)
        : nothing,
    ];
  });
  const { input } = layout;
  const x =
    now.x && input
      ? picture(input, words.input(said(wholeOf(now.x), state)), wholeOf(now.x), VALUES)
      : nothing;
  return svg`<g>${all}${x}</g>`;
}
