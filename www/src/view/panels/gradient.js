/**
 * How big the gradients are in each layer: where they vanish, it is plain to see.
 *
 * @module
 */
import { html, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { toPixels } from '../../charts/axes.js';
import { pending } from './pending.js';
import { gradient as words } from '../../words/en/mini-batch.js';

/** @import { Norms } from '../../protocol/inspection.js' */
/** @import { PageState } from '../../state/state.js' */

/** Length in px of the longest bar. */
const MOST = 112;
/** Bars span so many powers of ten. */
const DECADES = 6;

/**
 * @param {Norms} norms
 * @param {PageState} state
 */
function bars(norms, state) {
  const { short } = formatOf(state.settings);
  const greatest = Math.max(...norms.nablaW, ...norms.delta);
  const axis = { from: greatest / 10 ** DECADES, to: greatest, log: true };
  /**
   * @param {string} quantity
   * @param {number} value
   */
  const bar = (quantity, value) =>
    html`<td>
      <svg width=${MOST} height="8" aria-hidden="true">
        ${svg`<rect class=${quantity}
          width=${value > 0 ? toPixels(value, axis, 1, MOST) : 0} height="8" rx="2" />`}
      </svg>
      <span data-norm=${quantity} data-value=${full(value)}>${short(value)}</span>
    </td>`;
  const layers = Array.from(norms.nablaW, (nablaW, at) => ({
    layer: at + 2,
    nablaW,
    delta: Number(norms.delta[at]),
  }));
  return html`<table class="norms">
      <thead>
        <tr>
          <th scope="col">${words.layer}</th>
          <th scope="col">‖∂C/∂w‖</th>
          <th scope="col">‖δ‖</th>
        </tr>
      </thead>
      <tbody>
        ${layers.reverse().map(
          ({ layer, nablaW, delta }) =>
            html`<tr>
              <th scope="row">${layer}</th>
              ${bar('nablaW', nablaW)} ${bar('delta', delta)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="muted">${words.bars}</p>`;
}

/** @param {PageState} state */
export const gradient = (state) =>
  state.answers.inspection?.norms ? bars(state.answers.inspection.norms, state) : pending(state);
