/**
 * Cards for the selected and the pinned parts of the network. A card shows all numbers of its part. The card
 * of the selected part also has a field to change its value. Up to four cards can be pinned.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { focusOf } from '../../formula/equation.js';
import { classNameOf } from '../../notation/classes.js';
import { formatOf } from '../../notation/format.js';
import { plusOf, quantitiesOf } from '../../notation/quantities.js';
import { symbol } from '../../notation/names.js';
import { selectionKey, sameSelection } from '../../notation/selection.js';
import { editable } from '../../state/editable.js';
import { numberField } from '../parts/field.js';
import { everyDigit } from '../../words/en/lists.js';
import { cards as words, kinds } from '../../words/en/inspect.js';

/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * What is selected, in words.
 *
 * @param {Selection} selection
 * @param {number} layers
 */
function kindOf(selection, layers) {
  switch (selection.kind) {
    case 'weight': {
      const { layer, from, to } = selection;
      return kinds.weight({ layer, from: from + 1, to: to + 1 });
    }
    case 'bias':
      return kinds.bias({ layer: selection.layer, neuron: selection.neuron + 1 });
    case 'neuron': {
      const { layer } = selection;
      const kind = layer === 1 ? 'input' : layer === layers ? 'output' : 'hidden';
      return kinds[kind]({ layer, neuron: selection.neuron + 1 });
    }
    case 'target':
      return kinds.target({ neuron: selection.neuron + 1 });
    case 'sample':
      return kinds.sample;
    case 'cost':
      return kinds.cost;
  }
}

/**
 * Draws the name that the data has for what is selected: of a column or of a class.
 *
 * @param {Selection} selection
 * @param {PageState} state
 */
function nameOf(selection, { view }) {
  if (!view || !('neuron' in selection)) return nothing;
  const { data, after } = view;
  const { sizes, evaluates } = after;
  const isOutput =
    selection.kind === 'target' || (selection.kind === 'neuron' && selection.layer === sizes.length);
  const isInput = selection.kind === 'neuron' && selection.layer === 1;
  const named = isOutput && evaluates && (sizes.at(-1) ?? 1) > 1;
  const name = isInput
    ? data.inputNames?.[selection.neuron]
    : named
      ? classNameOf(data, selection.neuron)
      : undefined;
  return name === undefined ? nothing : html`<b class="data-name">${name}</b>`;
}

/**
 * @param {Selection} selection
 * @param {PageState} state
 * @param {Dispatch} dispatch
 * @param {{ field: boolean, close: (() => void) | undefined }} how
 */
function card(selection, state, dispatch, { field: withField, close }) {
  const now = state.view?.after;
  if (!now) return nothing;
  const name = symbol(selection);
  const typed = withField ? editable(now, selection) : undefined;
  const field = `value-${selectionKey(selection)}`;
  const { settings } = state;
  const { short, full } = formatOf(settings);
  const quantities = quantitiesOf(now, selection);
  const pinned = state.focus.pins.some((pin) => sameSelection(pin, selection));
  return html`<section class="card" aria-label=${words.label(name)}>
    <h3>
      <span class="name">${name}</span> <span class="muted">${kindOf(selection, now.sizes.length)}</span>
      ${nameOf(selection, state)}
      <span class="spring"></span>
      <button
        type="button"
        class="small"
        aria-pressed=${pinned ? 'true' : 'false'}
        @click=${() => dispatch({ type: pinned ? 'unpin' : 'pin', selection })}
      >
        ${pinned ? words.unpin : words.pin}
      </button>
      ${
        close
          ? html`<button type="button" class="small" aria-label=${words.close(name)} @click=${close}>
              ×
            </button>`
          : nothing
      }
    </h3>
    ${
      typed
        ? numberField({
            id: field,
            label: name,
            hint: words.hint,
            value: typed.value,
            refusal: state.feedback.refusals[field],
            commit: (value) => dispatch({ type: 'edit', edit: typed.edit(value), field }),
            dispatch,
          })
        : nothing
    }
    <dl>
      ${quantities.map(
        ({ name: what, quantity, value }) =>
          html`<div>
            <dt>${what}</dt>
            <dd data-fact=${quantity}>
              ${plusOf(quantity, value)}${settings.precise ? full(value) : short(value)}
            </dd>
          </div>`,
      )}
    </dl>
    ${quantities.length === 0 ? html`<p class="muted">${words.notComputed}</p>` : nothing}
  </section>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function cards(state, dispatch) {
  const { view, settings } = state;
  const { selection, hover, pins } = state.focus;
  if (!view) return nothing;
  // What is pointed at is looked at for a moment; a chosen thing whose field is in use stays. Else it is what
  // the equation is about.
  const looked = selection ?? hover ?? focusOf(view, undefined);
  const others = pins.filter((pin) => !sameSelection(pin, looked));
  return html`<label class="check muted">
      <input
        type="checkbox"
        .checked=${settings.precise}
        @change=${() => dispatch({ type: 'settings', settings: { precise: !settings.precise } })}
      />
      ${everyDigit}
    </label>
    ${
      looked
        ? card(looked, state, dispatch, {
            field: selection !== undefined,
            close: selection && (() => dispatch({ type: 'select', selection: undefined })),
          })
        : html`<p class="muted">${words.none}</p>`
    }
    ${others.map((pin) =>
      card(pin, state, dispatch, { field: false, close: () => dispatch({ type: 'unpin', selection: pin }) }),
    )}`;
}
