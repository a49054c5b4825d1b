/**
 * Each neuron's own map of two inputs, in its node.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { surveyOf } from '../../state/survey.js';
import { ACTIVATION, paint } from '../parts/paint.js';

/** @import { PageState } from '../../state/state.js' */

/** @param {{ x: number, y: number, layer: number, neuron: number }} at @param {number} r @param {PageState} state */
export function ownMap({ x, y, layer, neuron }, r, state) {
  if (!state.settings.neurons || layer === 1) return nothing;
  const { neurons } = surveyOf(state);
  const picture = neurons?.pictures[Number(neurons.starts[layer - 2]) + neuron];
  if (!picture) return nothing;
  const inner = r - 1.5;
  return svg`<foreignObject class="own-map" x=${x - inner} y=${y - inner} width=${2 * inner} height=${2 * inner}>
    ${html`<canvas
      aria-hidden="true"
      data-own-map=${`${layer} ${neuron}`}
      ${ref((canvas) => canvas && paint(/** @type {HTMLCanvasElement} */ (canvas), { values: picture }, ACTIVATION))}
    ></canvas>`}
  </foreignObject>`;
}
