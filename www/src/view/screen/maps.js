/**
 * Each neuron's own map of two inputs, in its node.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { pictureOf } from '../../charts/decision-map.js';
import { surveyOf } from '../../state/survey.js';
import { ACTIVATION, paint } from '../parts/paint.js';

/** @import { PageState } from '../../state/state.js' */

/**
 * @param {{ x: number, y: number, layer: number, neuron: number }} at
 * @param {number} r
 * @param {PageState} state
 */
export function ownMap({ x, y, layer, neuron }, r, state) {
  if (!state.settings.neurons || layer === 1) return nothing;
  const { neurons } = surveyOf(state);
  const start = neurons?.starts[layer - 2];
  if (!neurons || start === undefined) return nothing;
  const picture = pictureOf(neurons, start + neuron);
  if (picture.start >= neurons.a.length) return nothing;
  const inner = r - 1.5;
  return svg`<foreignObject class="own-map" x=${x - inner} y=${y - inner}
    width=${2 * inner} height=${2 * inner}>
    ${html`<canvas
      aria-hidden="true"
      data-own-map=${`${layer} ${neuron}`}
      ${ref((canvas) => canvas && paint(/** @type {HTMLCanvasElement} */ (canvas), picture, ACTIVATION))}
    ></canvas>`}
  </foreignObject>`;
}
