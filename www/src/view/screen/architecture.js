/**
 * The line above the picture: the name of each layer, its size with − and +, and + between layers for a new
 * one.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { icon } from '../parts/icon.js';
import { numberField } from '../parts/field.js';
import { MOST_LAYERS, MOST_NEURONS, sizesEditor } from '../parts/sizes.js';
import * as words from '../../words/en/stage.js';

/** @import { GaugeShows } from '../../scene/lighting.js' */
/** @import { Layout } from '../../scene/layout.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { SizeChanges } from '../parts/sizes.js' */

/** Half the px that the controls of a layer take, which stay on the stage. */
const HALF = 66;

/** Puts an element at `x` px. @param {number} x */
const at = (x) =>
  ref((element) => {
    if (element instanceof HTMLElement)
      element.style.setProperty('left', `${Math.round(Math.max(HALF, x))}px`);
  });

/** Returns what a layer is called. @param {number} layer @param {number} layers */
function layerName(layer, layers) {
  if (layer === 1) return words.input;
  if (layer === layers) return words.output;
  return layers === 3 ? words.hidden : words.hiddenOf(layer);
}

/**
 * Draws the controls of a layer.
 *
 * @param {number} l
 * @param {readonly number[]} sizes  of the layers shown
 * @param {number} x
 * @param {SizeChanges} change
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function layerControls(l, sizes, x, change, state, dispatch) {
  const layer = l + 1;
  const size = Number(sizes[l]);
  const name = layerName(layer, sizes.length);
  const id = `size-${layer}`;
  const hidden = layer > 1 && layer < sizes.length;
  /**
   * @param {string} label
   * @param {Parameters<typeof icon>[0]} sign
   * @param {boolean} disabled
   * @param {() => void} act
   */
  const button = (label, sign, disabled, act) =>
    html`<button
      type="button"
      class="round"
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${act}
    >
      ${icon(sign)}
    </button>`;
  return html`<div class="layer" role="group" aria-label=${words.layer(layer, name)} ${at(x)}>
    <span class="layer-name">${name}</span>
    ${button(words.less(layer), 'minus', size <= 1, () => change.set(l, size - 1, id))}
    ${numberField({
      ...{ id, label: words.size(layer), labelHidden: true, integer: true, value: size, dispatch },
      refusal: state.feedback.refusals[id],
      commit: (value) => change.set(l, value, id),
    })}
    ${button(words.oneMore(layer), 'plus', size >= MOST_NEURONS, () => change.set(l, size + 1, id))}
    ${
      hidden
        ? html`<span class="remove"
            >${button(words.remove(layer), 'close', false, () => change.remove(l))}</span
          >`
        : nothing
    }
  </div>`;
}

/**
 * What stands above the scales: what they are, or what the circles of the samples are.
 *
 * @param {GaugeShows} shows
 * @param {boolean} several
 * @param {boolean} updated
 */
function gaugeName(shows, several, updated) {
  if (shows !== 'samples') return several ? words.gauges : words.gauge;
  const ring = html`<i class="ring before"></i>`;
  return updated
    ? words.beforeAndAfter(ring, html`<i class="ring after"></i>`, several)
    : words.before(ring, several);
}

/**
 * Draws the line.
 *
 * @param {Layout} layout
 * @param {GaugeShows} shows
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function architecture({ columns, scale, gaugeArea }, shows, state, dispatch) {
  const shown = columns.map(({ size }) => size);
  const { sizes, change } = sizesEditor(shown, state, dispatch);
  const refusal = state.feedback.refusals['sizes'];
  const several = (shown.at(-1) ?? 1) > 1;
  const updated = state.view?.after.step.kind === 'update';
  return html`<div class="architecture">
    ${columns.map(({ x }, l) => layerControls(l, sizes, x * scale, change, state, dispatch))}
    ${
      columns.length >= MOST_LAYERS
        ? nothing
        : columns.slice(1).map(({ x, layer }, l) => {
            const label = words.insert(layer);
            return html`<button
              type="button"
              class="round add"
              aria-label=${label}
              title=${label}
              ${at(((x + (columns[l]?.x ?? 0)) / 2) * scale)}
              @click=${() => change.insert(l + 1)}
            >
              ${icon('plus')}
            </button>`;
          })
    }
    <div class="layer" ${at((gaugeArea.x + gaugeArea.width / 2) * scale)}>
      <span class="layer-name">${gaugeName(shows, several, updated)}</span>
    </div>
    ${refusal === undefined ? nothing : html`<p class="refusal sizes" role="alert">${refusal}</p>`}
  </div>`;
}
