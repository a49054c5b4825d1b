/**
 * Above each column: what layer it is, and buttons for its size; between columns, for a new layer.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { parse } from '../../format.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** The limits of the core; it refuses more by itself too. */
const MOST_LAYERS = 8;
const MOST_NEURONS = 1024;

/** @param {number} layer @param {number} layers */
const role = (layer, layers) => (layer === 1 ? 'input' : layer === layers ? 'output' : 'hidden');

/**
 * @param {Layout} shape
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function columnControls(shape, state, dispatch) {
  const { columns, compact, width } = shape;
  const shown = columns.map(({ size }) => size);
  // Who types faster than the worker answers goes on from what was asked for last.
  const sizes = state.wanted?.length === shown.length ? state.wanted : shown;
  /** @param {number[]} next @param {number[]} survivors */
  const resize = (next, survivors) =>
    dispatch({ type: 'edit', edit: { kind: 'sizes', sizes: next, survivors }, field: 'sizes' });
  const all = sizes.map((_, l) => l);
  /** @param {number} l @param {number} size */
  const set = (l, size) =>
    resize(
      sizes.map((other, at) => (at === l ? size : other)),
      all,
    );
  /** @param {number} l */
  const remove = (l) => resize(sizes.toSpliced(l, 1), all.toSpliced(l, 1));
  /** @param {number} l */
  const insert = (l) => resize(sizes.toSpliced(l, 0, 2), all.toSpliced(l, 0, -1));
  const half = compact ? 42 : 62;
  return html`<svg class="controls" width=${width} height="88" viewBox="0 0 ${width} 88">
      ${columns.map(
        (
          { layer, x, size },
          l,
        ) => svg`<foreignObject x=${Math.max(0, x - half)} y="4" width=${2 * half} height="56">
          ${html`<div class="column" role="group" aria-label="Layer ${layer}, ${role(layer, sizes.length)}">
            <span class="muted"
              >${compact ? role(layer, sizes.length) : `layer ${layer} · ${role(layer, sizes.length)}`}</span
            >
            <span class="size">
              <button
                type="button"
                aria-label="One neuron less in layer ${layer}"
                ?disabled=${size <= 1}
                @click=${() => set(l, (sizes[l] ?? size) - 1)}
              >
                −
              </button>
              <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-label="Neurons in layer ${layer}"
                .value=${live(String(size))}
                @change=${(/** @type {Event} */ event) => {
                  const input = /** @type {HTMLInputElement} */ (event.target);
                  const typed = parse(input.value);
                  input.value = String(size);
                  if (typed === undefined || !Number.isInteger(typed)) {
                    const sentence = `A layer has a whole number of neurons, 1 to ${MOST_NEURONS}.`;
                    dispatch({ type: 'refused', field: 'sizes', sentence });
                  } else if (typed !== sizes[l]) {
                    set(l, typed);
                  }
                }}
              />
              <button
                type="button"
                aria-label="One neuron more in layer ${layer}"
                ?disabled=${size >= MOST_NEURONS}
                @click=${() => set(l, (sizes[l] ?? size) + 1)}
              >
                +
              </button>
              ${
                layer > 1 && layer < sizes.length
                  ? html`<button
                      type="button"
                      aria-label="Remove layer ${layer}"
                      title="Remove this layer"
                      @click=${() => remove(l)}
                    >
                      ×
                    </button>`
                  : nothing
              }
            </span>
          </div>`}
        </foreignObject>`,
      )}
      ${
        columns.length >= MOST_LAYERS
          ? nothing
          : columns.slice(1).map(({ x, layer }, l) => {
              const middle = (x + (columns[l]?.x ?? 0)) / 2;
              return svg`<foreignObject x=${middle - 22} y=${compact ? 58 : 26} width="44" height="30">
              ${html`<div class="column"><button type="button" class="insert" aria-label="Add a layer before layer ${layer}" title="Add a layer here" @click=${() => insert(l + 1)}>+ ▮</button></div>`}
            </foreignObject>`;
            })
      }
    </svg>
    ${state.refusals['sizes'] === undefined ? nothing : html`<p class="refusal sizes" role="alert">${state.refusals['sizes']}</p>`}`;
}
