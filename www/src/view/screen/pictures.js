/**
 * Big layers as pictures: the weights into a neuron, their gradient, and the input itself, a square of
 * pixels each.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
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
    const into = `into neuron ${neuron + 1} of layer ${layer}, as a picture`;
    return [
      w ? picture(weights, `Weights ${into}`, { values: w, start, count }, VALUES) : nothing,
      nabla ? picture(gradient, `Gradient ${into}`, { values: nabla, start, count }, GRADIENTS) : nothing,
    ];
  });
  const { input } = layout;
  const x =
    now.x && input
      ? picture(input, 'Input, as a picture', { values: now.x, start: 0, count: now.x.length }, VALUES)
      : nothing;
  return svg`<g>${all}${x}</g>`;
}
