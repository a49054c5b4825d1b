/**
 * The picture's twin: the same numbers as a table, for who reads better than looks, or cannot look.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { divisorLabel, stepLabel } from '../../notation/conventions.js';
import { plusOf, quantitiesOf } from '../../notation/quantities.js';
import { symbol } from '../../notation/names.js';
import { layoutOf } from '../../state/layout.js';
import { quantities as named, table as words } from '../../words/en/inspect.js';

/** @import { Conventions } from '../../protocol/state.js' */
/** @import { NamedNumber } from '../../notation/quantities.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @typedef {{ head: string | ((conventions: Conventions) => string), quantities: string[] }} Column */

/** @type {Column[]} */
const NEURON = [
  { head: 'z', quantities: ['z'] },
  { head: 'a', quantities: ['a'] },
  { head: "σ'(z)", quantities: ['slope'] },
  { head: 'δ', quantities: ['delta'] },
];
/** @type {Column[]} */
const PARAMETER = [
  { head: words.value, quantities: ['weights', 'biases'] },
  { head: words.gradient, quantities: ['nablaW', 'nablaB'] },
  { head: 'Σ ∂C/∂', quantities: ['sumNablaW', 'sumNablaB'] },
  { head: (conventions) => `Σ ${divisorLabel(conventions)}`, quantities: ['meanNablaW', 'meanNablaB'] },
  { head: stepLabel, quantities: ['stepW', 'stepB'] },
];

/**
 * @param {string} caption
 * @param {Column[]} columns
 * @param {Selection[]} selections
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function table(caption, columns, selections, state, dispatch) {
  const now = state.view?.after;
  if (!now || selections.length === 0) return nothing;
  const { short } = formatOf(state.settings);
  /**
   * @param {NamedNumber | undefined} number
   * @param {Selection} selection
   */
  const cell = (number, selection) =>
    number
      ? html`<td
          data-twin=${[number.quantity, ...Object.values(selection).slice(1)].join(' ')}
          data-value=${full(number.value)}
        >
          ${plusOf(number.quantity, number.value)}${short(number.value)}
        </td>`
      : html`<td></td>`;
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.name}</th>
        ${columns.map(
          ({ head }) => html`<th scope="col">${typeof head === 'string' ? head : head(now.conventions)}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${selections.map((selection) => {
        const numbers = quantitiesOf(now, selection);
        return html`<tr>
          <th scope="row">
            <button type="button" class="small" @click=${() => dispatch({ type: 'select', selection })}>
              ${symbol(selection)}
            </button>
          </th>
          ${columns.map(({ quantities }) =>
            cell(
              numbers.find(({ quantity }) => quantities.includes(quantity)),
              selection,
            ),
          )}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function twin(state, dispatch) {
  const { view } = state;
  if (!view) return nothing;
  const { sizes } = view.after;
  const { nodes, edges, gaps } = layoutOf(state, view);
  /**
   * @param {number} layer
   * @returns {Selection[]}
   */
  const neurons = (layer) =>
    nodes.filter((node) => node.layer === layer).map(({ neuron }) => ({ kind: 'neuron', layer, neuron }));
  /**
   * @param {number} layer
   * @returns {Selection[]}
   */
  const biases = (layer) =>
    nodes.filter((node) => node.layer === layer).map(({ neuron }) => ({ kind: 'bias', layer, neuron }));
  /**
   * @param {number} layer
   * @returns {Selection[]}
   */
  const weights = (layer) =>
    edges.filter((edge) => edge.layer === layer).map(({ to, from }) => ({ kind: 'weight', layer, to, from }));
  /** @type {Selection[]} */
  const targets = neurons(sizes.length).map((selection) => ({
    kind: 'target',
    neuron: selection.kind === 'neuron' ? selection.neuron : 0,
  }));
  const hidden = gaps.reduce((sum, { count }) => sum + count, 0);
  return html`<div class="twin" tabindex="0" role="region" aria-label=${words.label}>
    ${hidden > 0 ? html`<p class="muted">${words.leftOut(hidden)}</p>` : nothing}
    ${sizes.map((_, l) => [
      table(words.neurons(l + 1), NEURON, neurons(l + 1), state, dispatch),
      l > 0
        ? table(words.parameters(l + 1), PARAMETER, [...weights(l + 1), ...biases(l + 1)], state, dispatch)
        : nothing,
    ])}
    ${table(words.targets, [{ head: 'y', quantities: ['y'] }], targets, state, dispatch)}
    ${table(
      words.cost,
      [
        { head: 'C', quantities: ['cost'] },
        { head: named.meanCost, quantities: ['miniBatchCost'] },
      ],
      [{ kind: 'cost' }],
      state,
      dispatch,
    )}
  </div>`;
}
