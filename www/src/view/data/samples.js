/**
 * The samples of the session, to be changed: a page of the table, and for two inputs a map to put samples on.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { full, parseNumber } from '../../notation/format.js';
import { PAGE_ROWS } from '../../state/data.js';
import { samplesMap } from './map.js';
import { text } from './fields.js';
import { oneMoment } from '../../words/en/common.js';
import { notANumber } from '../../words/en/lists.js';
import { samples as words } from '../../words/en/data.js';

/** @import { Rows } from '../../protocol/data.js' */
/** @import { Edit } from '../../protocol/edit.js' */
/** @import { View } from '../../protocol/view.js' */
/** @import { DataSheet } from '../../state/data.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Characters a field has room for at least. */
const LEAST_ROOM = 6;
/** The most numbers of a sample that are shown in fields. */
const MOST_FIELDS = 24;

/**
 * @param {DataSheet} sheet
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function samples({ rows, page }, { view, feedback }, dispatch) {
  if (view?.singleSample) return html`<p class="muted">${words.singleSample}</p>`;
  if (!view || !rows) return html`<p class="muted">${oneMoment}</p>`;
  const { count, test } = view.data;
  const [inputs = 1, outputs = 1] = [view.after.sizes[0], view.after.sizes.at(-1)];
  const all = page.test ? test : count;
  /**
   * @param {number} first
   * @param {boolean} [ofTest]
   */
  const turn = (first, ofTest = page.test) => dispatch({ type: 'showRows', first, test: ofTest });
  const refusal = feedback.refusals['samples'];
  const from = Math.max(0, page.first - rows.first);
  const shown = {
    ...rows,
    first: page.first,
    xs: rows.xs.slice(from * inputs, (from + PAGE_ROWS) * inputs),
    ys: rows.ys.slice(from * outputs, (from + PAGE_ROWS) * outputs),
  };
  return html`<div class="row">
      <span>
        ${
          test > 0
            ? words.trainAndTest(html`<strong>${count}</strong>`, html`<strong>${test}</strong>`)
            : words.train(html`<strong>${count}</strong>`)
        }
      </span>
      ${
        test > 0
          ? html`<button type="button" @click=${() => turn(0, !page.test)}>
              ${page.test ? words.showTrain : words.showTest}
            </button>`
          : nothing
      }
      <span class="spring"></span>
      <button
        type="button"
        ?disabled=${page.first === 0}
        @click=${() => turn(Math.max(0, page.first - PAGE_ROWS))}
      >
        ${words.back}
      </button>
      <span>${words.range(page.first + 1, Math.min(all, page.first + PAGE_ROWS))}</span>
      <button
        type="button"
        ?disabled=${page.first + PAGE_ROWS >= all}
        @click=${() => turn(page.first + PAGE_ROWS)}
      >
        ${words.on}
      </button>
    </div>
    ${refusal ? html`<p class="refused" role="alert">${refusal}</p>` : nothing}
    <div class="sides">
      ${
        inputs + outputs > MOST_FIELDS
          ? html`<p class="muted">${words.many(inputs + outputs)}</p>`
          : rows.test !== page.test
            ? html`<p class="muted">${oneMoment}</p>`
            : table(view, shown, page.test, inputs, outputs, dispatch)
      }
      ${
        inputs === 2 && !page.test && rows.first === 0
          ? samplesMap(rows, outputs, view.data, dispatch)
          : nothing
      }
    </div>
    ${
      page.test || inputs + outputs > MOST_FIELDS
        ? nothing
        : html`<button
            type="button"
            @click=${() => {
              const add = lastShown(shown, inputs, outputs);
              dispatch({ type: 'changeSamples', add, title: words.title });
            }}
          >
            ${words.add}
          </button>`
    }
    <p class="muted">${words.acts}</p>`;
}

/**
 * Returns x, then y of the last sample.
 *
 * @param {Rows} rows
 * @param {number} inputs
 * @param {number} outputs
 */
const lastShown = ({ xs, ys }, inputs, outputs) =>
  Float64Array.of(...xs.subarray(-inputs), ...ys.subarray(-outputs));

/**
 * @param {View} view
 * @param {Rows} rows
 * @param {boolean} test
 * @param {number} inputs
 * @param {number} outputs
 * @param {Dispatch} dispatch
 */
function table(view, rows, test, inputs, outputs, dispatch) {
  const width = inputs + outputs;
  const names = Array.from({ length: width }, (_, at) =>
    at < inputs ? `x${at + 1}` : `y${at - inputs + 1}`,
  );
  const shown = rows.xs.length / inputs;
  /**
   * @param {number} row
   * @param {number} at
   */
  const valueAt = (row, at) =>
    Number(at < inputs ? rows.xs[row * inputs + at] : rows.ys[row * outputs + at - inputs]);
  /**
   * @param {number} sample
   * @param {number} at
   * @param {number} value
   * @returns {Edit}
   */
  const editOf = (sample, at, value) =>
    at < inputs
      ? { kind: 'input', sample, index: at, value }
      : { kind: 'target', sample, index: at - inputs, value };
  /**
   * @param {number} sample
   * @param {number} at
   * @param {string} typed
   */
  const change = (sample, at, typed) => {
    const value = parseNumber(typed);
    if (value === undefined) {
      dispatch({ type: 'refused', field: 'samples', sentence: notANumber(typed) });
    } else dispatch({ type: 'edit', edit: editOf(sample, at, value), field: 'samples' });
  };
  // As wide as the longest number of the column.
  const sizes = names.map((_, at) =>
    Array.from({ length: shown }, (__, row) => full(valueAt(row, at)).length + 1).reduce(
      (most, length) => Math.max(most, length),
      LEAST_ROOM,
    ),
  );
  return html`<div class="scrolled" tabindex="0" role="group" aria-label=${words.label}>
    <table class="samples">
      <thead>
        <tr>
          <td></td>
          ${names.map((name) => html`<th scope="col">${name}</th>`)}
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${Array.from({ length: shown }, (_, row) => {
          const sample = rows.first + row;
          return html`<tr>
            <th scope="row">${sample + 1}</th>
            ${names.map((name, at) => {
              const value = full(valueAt(row, at));
              return html`<td>
                ${
                  test
                    ? value
                    : text({
                        id: `sample-${row}-${at}`,
                        label: words.number(name, sample + 1),
                        hidden: true,
                        size: Number(sizes[at]),
                        value,
                        change: (typed) => change(sample, at, typed),
                      })
                }
              </td>`;
            })}
            <td>
              ${
                test
                  ? nothing
                  : html`<button
                      type="button"
                      class="small"
                      aria-label=${words.remove(sample + 1)}
                      ?disabled=${view.data.count === 1}
                      @click=${() => dispatch({ type: 'changeSamples', remove: sample, title: words.title })}
                    >
                      −
                    </button>`
              }
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
