/**
 * A number of the stage in a field where it stands: Enter sets it, Escape leaves it, Tab sets it and goes to
 * the next one. A text that is refused stays, with the sentence that says why.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { keyed } from '../../../vendor/lit-html/directives/keyed.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { full, parseNumber } from '../../notation/format.js';
import { symbol } from '../../notation/names.js';
import { sameSelection, selectionKey } from '../../notation/selection.js';
import { heightOf } from '../../scene/gauge.js';
import { pointAt } from '../../scene/turned-boxes.js';
import { editable } from '../../state/editable.js';
import { NUMBER_FIELD } from '../../state/gestures.js';
import { layoutOf } from '../../state/layout.js';
import { keys, label } from '../../words/en/typing.js';
import { faultOf } from '../parts/field.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** What an arrow key adds, and with shift. */
const STEP = 0.1;
const STEP_MORE = 1;
/** Px of half of the field, and the height of the line of the layers above the picture. */
const HALF = 52;
const ABOVE = 30;
/** The number stands beside the line of a bias and the scale of a target. */
const BESIDE = 34;

/** A number that can be typed, and where it stands. @typedef {{ selection: Selection, x: number, y: number }}
 * Place */

/**
 * Returns the numbers that can be typed, in the order of Tab: inputs, then layer by layer what goes into each
 * neuron, then targets.
 *
 * @param {Layout} layout
 * @param {(selection: Selection) => number | undefined} valueOf
 * @returns {Place[]}
 */
export function placesOf({ nodes, edges, biases, gauges, columns }, valueOf) {
  const inputs = nodes
    .filter(({ layer }) => layer === 1)
    .map(({ neuron, x, y }) => ({ selection: selectionOf('neuron', { layer: 1, neuron }), x, y }));
  const layers = columns.slice(1).flatMap(({ layer }) =>
    nodes
      .filter((node) => node.layer === layer)
      .flatMap(({ neuron }) => [
        ...edges
          .filter((edge) => edge.layer === layer && edge.to === neuron)
          .map((edge) => ({
            selection: selectionOf('weight', { layer, to: neuron, from: edge.from }),
            ...pointAt(edge, edge.share ?? 0.5),
          })),
        ...biases
          .filter((bias) => bias.layer === layer && bias.neuron === neuron && bias.length > 0)
          .map(({ x, y, length }) => ({
            selection: selectionOf('bias', { layer, neuron }),
            x: x + BESIDE,
            y: y - length / 2,
          })),
      ]),
  );
  const targets = gauges.map((gauge) => {
    const selection = selectionOf('target', { neuron: gauge.neuron });
    const y = gauge.lying ? gauge.top : heightOf(gauge, valueOf(selection) ?? 0);
    return { selection, x: gauge.x + BESIDE, y };
  });
  return [...inputs, ...layers, ...targets].filter(({ selection }) => valueOf(selection) !== undefined);
}

/**
 * @param {Selection['kind']} kind
 * @param {object} of
 * @returns {Selection}
 */
const selectionOf = (kind, of) => /** @type {any} */ ({ kind, ...of });

/**
 * Draws the field.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function numberOnStage(state, dispatch) {
  const { view, focus, feedback } = state;
  const { typing } = focus;
  const own = typing && view && editable(view.after, typing.selection);
  if (!typing || !view || !own) return nothing;
  const layout = layoutOf(state, view);
  const places = placesOf(layout, (selection) => editable(view.after, selection)?.value);
  const at = places.findIndex(({ selection }) => sameSelection(selection, typing.selection));
  const place = places[at];
  if (!place) return nothing;
  const refusal = feedback.refusals[NUMBER_FIELD];
  return keyed(
    selectionKey(typing.selection),
    html`<span
      class="number-field ${place.y > layout.height * 0.7 ? 'low' : ''} ${
        place.x > layout.width * 0.7 ? 'right' : ''
      }"
      ${ref((element) => put(element, place, layout))}
    >
      <input
        type="text"
        aria-label=${label.of[typing.selection.kind](symbol(typing.selection))}
        aria-invalid=${refusal ? 'true' : 'false'}
        aria-describedby="number-note"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        ${ref((element) => begin(element, typing.text ?? full(own.value), typing.text === undefined))}
        @input=${(/** @type {Event} */ { target }) => target && done.delete(target)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, places, at, own, dispatch)}
        @blur=${(/** @type {FocusEvent} */ event) => {
          const input = /** @type {HTMLInputElement} */ (event.target);
          set(input, place, own, undefined, dispatch);
        }}
      />
      ${
        refusal
          ? html`<span class="refusal" id="number-note" role="alert">${refusal}</span>`
          : html`<span class="note" id="number-note">${keys}</span>`
      }
    </span>`,
  );
}

/** Fields whose text has been set or given up; they lose the focus once more when they go. */
const done = new WeakSet();

/**
 * Sets the number that was typed, and goes to the next one or closes the field.
 *
 * @param {HTMLInputElement} input
 * @param {Place} place
 * @param {NonNullable<ReturnType<typeof editable>>} own
 * @param {Selection | undefined} next
 * @param {Dispatch} dispatch
 */
function set(input, { selection }, { value, edit }, next, dispatch) {
  if (done.has(input)) return;
  const number = parseNumber(input.value);
  if (number === undefined) {
    dispatch({ type: 'refused', field: NUMBER_FIELD, sentence: faultOf(input.value.trim()) });
    return;
  }
  done.add(input);
  if (number === value) {
    dispatch({ type: 'typeNumber', typing: next && { selection: next } });
  } else {
    dispatch({ type: 'typeNumber', typing: { selection, next } });
    dispatch({ type: 'edit', edit: edit(number), field: NUMBER_FIELD });
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {Place[]} places
 * @param {number} at
 * @param {NonNullable<ReturnType<typeof editable>>} own
 * @param {Dispatch} dispatch
 */
function onKey(event, places, at, own, dispatch) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const place = places[at];
  if (!place) return;
  const { key, shiftKey } = event;
  const up = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    done.add(input);
    dispatch({ type: 'typeNumber', typing: undefined });
  } else if (key === 'Enter') {
    event.preventDefault();
    set(input, place, own, undefined, dispatch);
  } else if (key === 'Tab') {
    const next = places[at + (shiftKey ? -1 : 1)];
    if (next) event.preventDefault();
    set(input, place, own, next?.selection, dispatch);
  } else if (up) {
    event.preventDefault();
    const value = parseNumber(input.value) ?? own.value;
    input.value = full(Number((value + up * (shiftKey ? STEP_MORE : STEP)).toPrecision(12)));
  }
}

/**
 * Puts the field where its number stands.
 *
 * @param {Element | undefined} element
 * @param {Place} place
 * @param {Layout} layout
 */
function put(element, { x, y }, { scale, width }) {
  if (!(element instanceof HTMLElement)) return;
  const left = Math.max(HALF + 4, Math.min(x * scale, width * scale - HALF - 4));
  element.style.setProperty('left', `${Math.round(left)}px`);
  element.style.setProperty('top', `${Math.round(ABOVE + y * scale)}px`);
}

/** Fields that have their text. @type {WeakSet<Element>} */
const begun = new WeakSet();

/**
 * Gives the field its text and the focus, once; when it goes, the focus returns to what it was about.
 *
 * @param {Element | undefined} element
 * @param {string} text
 * @param {boolean} all  whether typing replaces the text
 */
function begin(element, text, all) {
  if (element instanceof HTMLInputElement && !begun.has(element)) {
    begun.add(element);
    element.value = text;
    queueMicrotask(() => {
      element.focus({ preventScroll: true });
      if (all) element.select();
    });
  } else if (!element) {
    queueMicrotask(() => {
      const free = document.activeElement === null || document.activeElement === document.body;
      const chosen = document.querySelector('.network .chosen[role="button"]');
      if (free && chosen instanceof SVGElement) chosen.focus({ preventScroll: true });
    });
  }
}
