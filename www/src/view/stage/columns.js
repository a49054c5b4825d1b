/**
 * Above each column: what layer it is, and its size to be changed; between columns, a button for a new layer.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { zoomOf } from '../../state/layout.js';
import { MOST_LAYERS, MOST_NEURONS, sizeField, sizesEditor } from '../parts/sizes.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { SizeChanges } from '../parts/sizes.js' */

/**
 * @param {number} layer
 * @param {number} layers
 */
const role = (layer, layers) => (layer === 1 ? 'input' : layer === layers ? 'output' : 'hidden');

/**
 * @param {number} l
 * @param {readonly number[]} sizes  of the layers shown
 * @param {{ compact: boolean, narrow: boolean }} room
 * @param {SizeChanges} change
 */
function column(l, sizes, { compact, narrow }, change) {
  const layer = l + 1;
  const size = Number(sizes[l]);
  const kind = role(layer, sizes.length);
  /**
   * @param {string} label
   * @param {string} text
   * @param {boolean} disabled
   * @param {() => void} act
   */
  const button = (label, text, disabled, act) =>
    html`<button type="button" aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}>
      ${text}
    </button>`;
  // In little room there is only the number; it can be typed.
  const less = narrow
    ? nothing
    : button(`One neuron less in layer ${layer}`, '−', size <= 1, () => change.set(l, size - 1));
  const more = narrow
    ? nothing
    : button(`One neuron more in layer ${layer}`, '+', size >= MOST_NEURONS, () => change.set(l, size + 1));
  const hidden = layer > 1 && layer < sizes.length;
  return html`<div
    class="column ${compact ? 'narrow' : ''}"
    role="group"
    aria-label="Layer ${layer}, ${kind}"
  >
    <span class="muted">${compact ? kind : `layer ${layer} · ${kind}`}</span>
    <span class="size">
      ${less} ${sizeField(l, size, change)} ${more}
      ${hidden ? button(`Remove layer ${layer}`, '×', false, () => change.remove(l)) : nothing}
    </span>
  </div>`;
}

/**
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function columnControls({ columns, compact, width }, state, dispatch) {
  const shown = columns.map(({ size }) => size);
  const { sizes, change } = sizesEditor(shown, state, dispatch);
  const between = (columns[1]?.x ?? width) - (columns[0]?.x ?? 0);
  const half = compact ? 54 : 65;
  const narrow = compact && between < 2 * half;
  const [own, tall] = [narrow ? Math.min(56, between) : 2 * half, compact ? 50 : 56];
  const refusal = state.feedback.refusals['sizes'];
  return html`<svg
      class="controls"
      width=${state.ui.room.width}
      height=${88 * zoomOf(state)}
      viewBox="0 0 ${width} 88"
    >
      ${columns.map(({ x }, l) => {
        const left = Math.min(width - own, Math.max(0, x - own / 2));
        return svg`<foreignObject x=${left} y="4" width=${own} height=${tall}>
          ${column(l, sizes, { compact, narrow }, change)}
        </foreignObject>`;
      })}
      ${
        columns.length >= MOST_LAYERS
          ? nothing
          : columns.slice(1).map(({ x, layer }, l) => {
              const middle = (x + (columns[l]?.x ?? 0)) / 2;
              const label = `Add a layer before layer ${layer}`;
              return svg`<foreignObject x=${middle - 22} y=${compact ? 58 : 26} width="44" height="30">
                ${html`<div class="column">
                  <button
                    type="button"
                    class="insert"
                    aria-label=${label}
                    title=${label}
                    @click=${() => change.insert(l + 1)}
                  >
                    + ▮
                  </button>
                </div>`}
              </foreignObject>`;
            })
      }
    </svg>
    ${refusal === undefined ? nothing : html`<p class="refusal sizes" role="alert">${refusal}</p>`}`;
}
