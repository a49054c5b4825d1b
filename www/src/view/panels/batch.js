/**
 * The samples of this mini-batch, filling up as they are computed.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { classOf, classNameOf } from '../../notation/classes.js';
import { thumbnail } from '../parts/thumbnail.js';
import { andMore } from '../../words/en/lists.js';
import { samples as words } from '../../words/en/mini-batch.js';

/** @import { View } from '../../protocol/view.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** So many samples are listed; the rest is counted. */
const MOST_ROWS = 12;
/** So many numbers of a list are shown. */
const MOST_NUMBERS = 4;

/**
 * @param {Float64Array | undefined} values
 * @param {(value: number) => string} short
 */
function list(values, short) {
  if (!values) return '';
  const shown = Array.from(values.slice(0, MOST_NUMBERS), (value) => short(value)).join('\u2002');
  return values.length > MOST_NUMBERS ? `${shown} …` : shown;
}

/**
 * A target or output of many classes as the class it stands for.
 *
 * @param {Float64Array | undefined} values
 * @param {View} view
 * @param {(value: number) => string} short
 */
function answer(values, { after, data, singleSample }, short) {
  // Classes with names are told by these.
  const few = values && values.length <= (data.classes ? 1 : MOST_NUMBERS);
  if (!values || !(after.evaluates || singleSample) || few) return list(values, short);
  const one = classOf(values);
  const value = Number(values[one]);
  return html`${data.classes ? classNameOf(data, one) : words.class(classNameOf(data, one))}${
    value === 1 || data.classes ? nothing : html` <span class="muted">${short(value)}</span>`
  }`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function batch(state, dispatch) {
  const { view } = state;
  if (!view) return nothing;
  const now = view.after;
  const { rows, row, position, m } = now;
  const { short } = formatOf(state.settings);
  const rest = m - MOST_ROWS;
  return html`<table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">x</th>
          <th scope="col">y</th>
          <th scope="col">a<sup>L</sup></th>
          <th scope="col">C</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MOST_ROWS).map(
          ({ x, y, output, cost }, at) =>
            html`<tr
              class=${at === row ? 'here' : ''}
              @pointerenter=${() => dispatch({ type: 'hover', selection: { kind: 'sample', row: at } })}
              @pointerleave=${() => dispatch({ type: 'hover', selection: undefined })}
            >
              <th scope="row">
                <button
                  type="button"
                  class="small"
                  title=${words.goTo(at + 1)}
                  @click=${() => dispatch({ type: 'show', position: { ...position, sample: at, step: 0 } })}
                >
                  ${at + 1}
                </button>
              </th>
              <td>${thumbnail(x) ?? list(x, short)}</td>
              <td>${answer(y, view, short)}</td>
              <td data-quantity="output" data-row=${at}>${answer(output, view, short)}</td>
              <td
                data-quantity="rowCost"
                data-row=${at}
                data-value=${cost === undefined ? nothing : full(cost)}
              >
                ${cost === undefined ? '' : short(cost)}
              </td>
            </tr>`,
        )}
      </tbody>
      ${
        now.miniBatchCost === undefined
          ? nothing
          : html`<tfoot>
              <tr>
                <th scope="row" colspan="4">${words.mean}</th>
                <td data-quantity="miniBatchCost" data-value=${full(now.miniBatchCost)}>
                  ${short(now.miniBatchCost)}
                </td>
              </tr>
            </tfoot>`
      }
    </table>
    ${rest > 0 ? html`<p class="muted">${andMore(rest)}</p>` : nothing}`;
}
