/**
 * The line above the picture: the name of each layer, its size with − and +, and + between layers for a new
 * one.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { parseNumber } from '../../notation/format.js';
import { icon } from '../parts/icon.js';
import { onTyped, onTyping, typed } from '../parts/typed.js';

/** @import { Layout } from '../../scene/net-layout.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** The limits of the core; it refuses more by itself too. */
const MOST_LAYERS = 8;
const MOST_NEURONS = 1024;
/** Neurons of a layer that is added. */
const NEW_LAYER = 2;

/**
 * The changes one can make to `sizes`. Layers are told as they are shown, `indexOf` says which of `sizes`
 * they are; one that is about to go is none and can no more be changed.
 *
 * @param {readonly number[]} sizes
 * @param {(l: number) => number} indexOf
 * @param {Dispatch} dispatch
 */
function changes(sizes, indexOf, dispatch) {
  const all = sizes.map((_, l) => l);
  /** @param {number[]} next @param {number[]} keptLayers */
  const resize = (next, keptLayers) =>
    dispatch({ type: 'edit', edit: { kind: 'sizes', sizes: next, keptLayers }, field: 'sizes' });
  /** @param {(l: number) => void} change */
  const there = (change) => (/** @type {number} */ l) => {
    if (indexOf(l) >= 0) change(indexOf(l));
  };
  /** @param {number} l @param {number} size */
  const set = (l, size) => there((at) => resize(sizes.with(at, size), all))(l);
  return {
    set,
    remove: there((at) => resize(sizes.toSpliced(at, 1), all.toSpliced(at, 1))),
    insert: there((at) => resize(sizes.toSpliced(at, 0, NEW_LAYER), all.toSpliced(at, 0, -1))),
    /** @param {number} l @param {number} size  as it is now @param {HTMLInputElement} input */
    take: (l, size, input) => {
      const number = parseNumber(input.value);
      input.value = String(size);
      if (number === undefined || !Number.isInteger(number)) {
        const sentence = `A layer has a whole number of neurons, 1 to ${MOST_NEURONS}.`;
        dispatch({ type: 'refused', field: 'sizes', sentence });
      } else if (number !== size) set(l, number);
    },
  };
}

/** Puts an element at `x` px. @param {number} x */
const at = (x) =>
  ref((element) => {
    if (element instanceof HTMLElement) element.style.setProperty('left', `${Math.round(x)}px`);
  });

/** Returns what a layer is called. @param {number} layer @param {number} layers */
export function layerName(layer, layers) {
  if (layer === 1) return 'Input';
  if (layer === layers) return 'Output';
  return layers === 3 ? 'Hidden' : `Hidden ${layer}`;
}

/**
 * Draws the controls of a layer.
 *
 * @param {number} l
 * @param {readonly number[]} sizes  of the layers shown
 * @param {number} x
 * @param {ReturnType<typeof changes>} change
 */
function layerControls(l, sizes, x, change) {
  const layer = l + 1;
  const size = Number(sizes[l]);
  const name = layerName(layer, sizes.length);
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
  return html`<div class="layer" role="group" aria-label="Layer ${layer}, ${name}" ${at(x)}>
    <span class="layer-name">${name}</span>
    ${button(`One neuron less in layer ${layer}`, 'minus', size <= 1, () => change.set(l, size - 1))}
    <input
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-label="Neurons in layer ${layer}"
      .value=${typed(String(size))}
      @input=${onTyping}
      @blur=${onTyped}
      @change=${(/** @type {Event} */ event) => {
        onTyped(event);
        change.take(l, size, /** @type {HTMLInputElement} */ (event.target));
      }}
    />
    ${button(`One neuron more in layer ${layer}`, 'plus', size >= MOST_NEURONS, () =>
      change.set(l, size + 1),
    )}
    ${
      hidden
        ? html`<span class="remove"
            >${button(`Remove layer ${layer}`, 'close', false, () => change.remove(l))}</span
          >`
        : nothing
    }
  </div>`;
}

/**
 * Draws the line.
 *
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function architecture({ columns, scale, gaugeArea }, state, dispatch) {
  const shown = columns.map(({ size }) => size);
  // Who types faster than the worker answers goes on from what was asked for last.
  const { sizes: wanted = shown, keptLayers: wantedLayers } = state.pending;
  const indexOf = (/** @type {number} */ l) => (wantedLayers ? wantedLayers.indexOf(l) : l);
  const sizes = shown.map((size, l) => wanted[indexOf(l)] ?? size);
  const change = changes(wanted, indexOf, dispatch);
  const refusal = state.feedback.refusals['sizes'];
  const several = (shown.at(-1) ?? 1) > 1;
  return html`<div class="architecture">
    ${columns.map(({ x }, l) => layerControls(l, sizes, x * scale, change))}
    ${
      columns.length >= MOST_LAYERS
        ? nothing
        : columns.slice(1).map(({ x, layer }, l) => {
            const label = `Add a layer before layer ${layer}`;
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
      <span class="layer-name">${several ? 'Outputs meet targets' : 'Output meets target'}</span>
    </div>
    ${refusal === undefined ? nothing : html`<p class="refusal sizes" role="alert">${refusal}</p>`}
  </div>`;
}
