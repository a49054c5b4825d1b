/**
 * What widths, dashes, arcs and signs on the stage mean.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { keptCount } from '../../scene/resized.js';
import { edgeWidth, legendWeights } from '../../scene/widths.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Dispatch, PageState, Settings } from '../../state/state.js' */

/** @type {Record<Settings['widths'], string>} */
const KINDS = { auto: 'widths: by the data', linear: 'widths: linear', log: 'widths: logarithmic' };

/**
 * @param {boolean} flat  whether a neuron is saturated
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function legend(flat, layout, state, dispatch) {
  const { settings, view } = state;
  const { widthScale, resized } = state.ui;
  const { short, full } = formatOf(settings);
  /**
   * @param {number} weight
   * @param {string} sign
   */
  const line = (weight, sign) =>
    html`<span class="sample">
      <svg width="28" height="12" aria-hidden="true">
        ${svg`<g class="edge ${sign}"><line class="line" x1="0" x2="28" y1="6" y2="6"
          stroke-width=${edgeWidth(weight, widthScale)} /></g>`}
      </svg>
      ${full(sign === 'negative' ? -weight : weight)}
    </span>`;
  const sums = resized && view ? keptCount(resized, view.after.sizes) : undefined;
  const fresh = sums && sums.fresh > 0 ? html`, <i>${sums.fresh} new from the seed</i>` : '';
  return html`<div class="legend">
    <span>w</span>
    ${legendWeights(widthScale).map((weight) => line(weight, 'positive'))}
    ${line(widthScale.top / 2, 'negative')}
    <select
      aria-label="How widths grow with weights"
      @change=${(/** @type {Event} */ event) => {
        const { value } = /** @type {HTMLSelectElement} */ (event.target);
        dispatch({ type: 'settings', settings: { widths: /** @type {Settings['widths']} */ (value) } });
      }}
    >
      ${Object.entries(KINDS).map(
        ([kind, text]) =>
          html`<option value=${kind} .selected=${kind === settings.widths}>
            ${kind === 'auto' ? `${text} (${widthScale.kind === 'log' ? 'logarithmic' : 'linear'})` : text}
          </option>`,
      )}
    </select>
    <span
      class="signs"
      title=${layout.chips ? nothing : 'The outer arc is the share of the greatest δ known.'}
      >arc a${layout.chips ? '' : ' · outer arc δ'} · ∂ of this sample · Σ sum · Σ/m mean · η· change</span
    >
    ${
      flat
        ? html`<span class="flat" title="Learns next to nothing"
            >dotted ring: slope under ${short(0.01)}</span
          >`
        : nothing
    }
    ${sums ? html`<span class="resized"><b>${sums.kept} kept</b>${fresh}</span>` : nothing}
  </div>`;
}
