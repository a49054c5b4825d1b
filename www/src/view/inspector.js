/**
 * The thing selected: its name, all its digits, and a field where it can be changed.
 *
 * @module
 */
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { full } from '../format.js';
import { symbol } from '../scene/names.js';
import { key } from '../scene/select.js';
import { numberField } from './field.js';

/** @import { Edit, State } from '../engine/protocol.js' */
/** @import { Dispatch, PageState, Selection } from '../state/state.js' */

/**
 * What can be typed for a selection, with its present value; nothing for what is computed.
 *
 * @param {State} state
 * @param {Selection} selection
 * @returns {{ value: number, edit: (value: number) => Edit } | undefined}
 */
function editable(state, selection) {
  const sample = state.row === undefined ? undefined : state.rows[state.row]?.sample;
  switch (selection.kind) {
    case 'weight': {
      const { layer, to, from } = selection;
      const value = state.weights[layer - 1]?.[to * (state.sizes[layer - 2] ?? 0) + from];
      return value === undefined
        ? undefined
        : { value, edit: (typed) => ({ kind: 'weight', layer, to, from, value: typed }) };
    }
    case 'bias': {
      const { layer, neuron } = selection;
      const value = state.biases[layer - 1]?.[neuron];
      return value === undefined
        ? undefined
        : { value, edit: (typed) => ({ kind: 'bias', layer, neuron, value: typed }) };
    }
    case 'neuron': {
      const value = state.x?.[selection.neuron];
      if (selection.layer !== 1 || value === undefined || sample === undefined) return undefined;
      return { value, edit: (typed) => ({ kind: 'input', sample, index: selection.neuron, value: typed }) };
    }
    case 'target': {
      const value = state.y?.[selection.neuron];
      if (value === undefined || sample === undefined) return undefined;
      return { value, edit: (typed) => ({ kind: 'target', sample, index: selection.neuron, value: typed }) };
    }
    case 'cost':
      return undefined;
  }
}

/** Every number known of a selection, by name. @param {State} state @param {Selection} selection @returns {[string, number | undefined][]} */
function known(state, selection) {
  switch (selection.kind) {
    case 'weight': {
      const at = selection.to * (state.sizes[selection.layer - 2] ?? 0) + selection.from;
      const l = selection.layer - 1;
      return [
        ['∂C/∂w of this sample', state.nablaW[l]?.[at]],
        ['Σ ∂C/∂w', state.sumNablaW[l]?.[at]],
        ['Σ ÷ m', state.meanNablaW[l]?.[at]],
        ['η · Σ ÷ m', state.changeW[l]?.[at]],
      ];
    }
    case 'bias': {
      const [l, at] = [selection.layer - 1, selection.neuron];
      return [
        ['∂C/∂b of this sample', state.nablaB[l]?.[at]],
        ['Σ ∂C/∂b', state.sumNablaB[l]?.[at]],
        ['Σ ÷ m', state.meanNablaB[l]?.[at]],
        ['η · Σ ÷ m', state.changeB[l]?.[at]],
      ];
    }
    case 'neuron': {
      const [l, at] = [selection.layer - 1, selection.neuron];
      if (l === 0) return [];
      return [
        ['z', state.z[l]?.[at]],
        ['a', state.a[l]?.[at]],
        ["σ'(z)", state.slope[l]?.[at]],
        ['δ', state.delta[l]?.[at]],
      ];
    }
    case 'target':
      return [];
    case 'cost':
      return [
        ['C', state.cost],
        ['mean C of the mini-batch', state.miniBatchCost],
      ];
  }
}

/** @param {PageState} state @param {Dispatch} dispatch */
export function inspector(state, dispatch) {
  const { selection, view } = state;
  if (!selection || !view) {
    return html`<section class="panel inspector">
      <h2>Selected</h2>
      <p class="muted">
        Choose a weight, bias, neuron, input or target on the stage to see all its digits and to change it.
      </p>
    </section>`;
  }
  const now = view.after;
  const name = symbol(selection);
  const typed = editable(now, selection);
  const field = `value-${key(selection)}`;
  const numbers = known(now, selection).filter(([, value]) => value !== undefined);
  return html`<section class="panel inspector" aria-label="Selected: ${name}">
    <h2>
      Selected <span class="name">${name}</span>
      <button type="button" class="small" @click=${() => dispatch({ type: 'select', selection: undefined })}>
        Close
      </button>
    </h2>
    ${
      typed
        ? numberField({
            id: field,
            label: name,
            hint: 'Any number; Enter to set it',
            value: typed.value,
            refusal: state.refusals[field],
            commit: (value) => dispatch({ type: 'edit', edit: typed.edit(value), field }),
            dispatch,
          })
        : nothing
    }
    <dl>
      ${numbers.map(
        ([what, value]) =>
          html`<div>
            <dt>${what}</dt>
            <dd>${full(Number(value))}</dd>
          </div>`,
      )}
    </dl>
    ${!typed && numbers.length === 0 ? html`<p class="muted">Not computed yet at this step.</p>` : nothing}
  </section>`;
}
