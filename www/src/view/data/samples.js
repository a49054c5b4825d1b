/**
 * The samples of the session, to be changed: a page of the table, and for two inputs a map to put samples on.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { classNameOf, classOf } from '../../notation/classes.js';
import { full, parseNumber } from '../../notation/format.js';
import { PAGE_ROWS } from '../../state/data.js';
import { oneMoment } from '../../words/en/common.js';
import { samples as says, title } from '../../words/en/data.js';
import { pictures as words } from '../../words/en/data-dialog.js';
import { thumbnail } from '../parts/thumbnail.js';
import { samplesMap } from './map.js';
import { text } from './fields.js';
import { notANumber } from '../../words/en/lists.js';

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
  if (view?.singleSample) return html`<p class="muted">${says.singleSample}</p>`;
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
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  return html`<div class="row">
      ${
        test > 0
          ? html`<div class="which" role="group" aria-label=${says.label}>
              ${[false, true].map(
                (ofTest) =>
                  html`<button
                    type="button"
                    aria-pressed=${page.test === ofTest ? 'true' : 'false'}
                    @click=${() => turn(0, ofTest)}
                  >
                    ${ofTest ? words.test : words.train} ${number(ofTest ? test : count)}
                  </button>`,
              )}
            </div>`
          : html`<span>${says.train(html`<strong>${number(count)}</strong>`)}</span>`
      }
      <span class="spring"></span>
      <button
        type="button"
        ?disabled=${page.first === 0}
        @click=${() => turn(Math.max(0, page.first - PAGE_ROWS))}
      >
        ${says.back}
      </button>
      <span>${says.range(page.first + 1, Math.min(all, page.first + PAGE_ROWS))}</span>
      <button
        type="button"
        ?disabled=${page.first + PAGE_ROWS >= all}
        @click=${() => turn(page.first + PAGE_ROWS)}
      >
        ${says.on}
      </button>
    </div>
    ${refusal ? html`<p class="refused" role="alert">${refusal}</p>` : nothing}
    <div class="sides">
      ${
        inputs + outputs > MOST_FIELDS
          ? rows.test === page.test
            ? pictured(shown, page.test, view, dispatch)
            : html`<p class="muted">${oneMoment}</p>`
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
            @click=${() => dispatch({ type: 'changeSamples', add: lastShown(shown, inputs, outputs), title })}
          >
            ${says.add}
          </button>`
    }
    ${inputs + outputs > MOST_FIELDS ? nothing : html`<p class="muted">${says.acts}</p>`}`;
}

/**
 * Samples of many numbers as pictures. A test sample is a button that shows it on the stage.
 *
 * @param {Rows} rows
 * @param {boolean} test
 * @param {View} view
 * @param {Dispatch} dispatch
 */
function pictured({ first, xs, ys }, test, view, dispatch) {
  const { sizes } = view.after;
  const [inputs = 1, outputs = 1] = [sizes[0], sizes.at(-1)];
  const shown = Array.from({ length: xs.length / inputs }, (_, at) => {
    const x = xs.slice(at * inputs, (at + 1) * inputs);
    const name = classNameOf(view.data, classOf(ys.subarray(at * outputs, (at + 1) * outputs)));
    const picture = thumbnail(x) ?? html`<span>${words.numbers(inputs)}</span>`;
    return { number: first + at + 1, name, picture };
  });
  return html`<ul class="pictured">
      ${shown.map(({ number, name, picture }) =>
        test
          ? html`<li>
              <button
                type="button"
                aria-label=${words.press(name, number)}
                @click=${() => {
                  dispatch({ type: 'dialog', dialog: undefined });
                  dispatch({ type: 'openEvaluationSample', number, field: 'data' });
                }}
              >
                ${picture}<b>${name}</b>
              </button>
            </li>`
          : html`<li aria-label=${words.training(name, number)}>${picture}<b>${name}</b></li>`,
      )}
    </ul>
    <p class="muted">${test ? words.hint : words.noTest}</p>`;
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
  const { inputNames, classes } = view.data;
  const names = Array.from({ length: width }, (_, at) =>
    at < inputs
      ? (inputNames?.[at] ?? `x${at + 1}`)
      : ((outputs > 1 ? classes?.[at - inputs] : undefined) ?? `y${at - inputs + 1}`),
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
  return html`<div class="scrolled" tabindex="0" role="group" aria-label=${says.label}>
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
                        label: says.number(name, sample + 1),
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
                      aria-label=${says.remove(sample + 1)}
                      ?disabled=${view.data.count === 1}
                      @click=${() => dispatch({ type: 'changeSamples', remove: sample, title })}
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
