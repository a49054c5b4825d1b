/**
 * Which class is taken for which, and the samples answered wrongly, to be looked at on the stage.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { classOf, listClasses, classNameOf, neverPredictedIn, countCorrect } from '../../notation/classes.js';
import { isCountExpensive, surveyOf } from '../../state/survey.js';
import { thumbnail } from '../parts/thumbnail.js';
import { byNumber } from './number.js';

/** @import { DataAt } from '../../protocol/data.js' */
/** @import { Confusion } from '../../protocol/survey.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** So many numbers of an input are named. */
const MOST_NUMBERS = 6;

/** @param {number} value */
const integer = (value) => value.toLocaleString('en');

/**
 * @param {Confusion} confusion
 * @param {DataAt} data
 */
function matrix({ classes, counts }, data) {
  const all = Array.from({ length: classes }, (_, at) => at);
  const most = Math.max(1, ...counts);
  return html`<div class="scroll wide" tabindex="0" role="region" aria-label="Which class is taken for which">
    <table class="plain confusion">
      <caption>
        Rows: what it is; columns: what the network answers.
      </caption>
      <thead>
        <tr>
          <td></td>
          ${all.map((taken) => html`<th scope="col">${classNameOf(data, taken)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${all.map(
          (of) =>
            html`<tr>
              <th scope="row">${classNameOf(data, of)}</th>
              ${all.map((taken) => {
                const count = Number(counts[of * classes + taken]);
                const shade = count === 0 ? 0 : Math.ceil((4 * count) / most);
                return html`<td
                  class="${of === taken ? 'right' : 'wrong'} shade-${shade}"
                  data-of=${of}
                  data-taken=${taken}
                  data-value=${count}
                >
                  ${count === 0 ? '·' : integer(count)}
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * A sample as a picture or as numbers.
 *
 * @param {Float64Array} x
 * @param {(value: number) => string} short
 */
function shown(x, short) {
  const picture = thumbnail(x);
  if (picture) return picture;
  const numbers = Array.from(x.slice(0, MOST_NUMBERS), short).join(' ');
  return html`<span class="numbers">${numbers}${x.length > MOST_NUMBERS ? ' …' : ''}</span>`;
}

/**
 * @param {Confusion} confusion
 * @param {DataAt} data
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function gallery({ counts, classes, wrong }, data, state, dispatch) {
  const { short } = formatOf(state.settings);
  const { total, correct } = countCorrect(counts, classes);
  const rest = total - correct - wrong.length;
  if (wrong.length === 0) return html`<p>All of them are answered rightly.</p>`;
  return html`<h3>Answered wrongly</h3>
    <ul class="gallery">
      ${wrong.map(({ sample, x, y, output }) => {
        const answered = classOf(output);
        const [of, taken] = [classOf(y), answered].map((one) => classNameOf(data, one));
        const given = output.length === 1 ? output[0] : output[answered];
        const title =
          `Sample ${sample + 1}: it is ${of}, taken for ${taken} with a = ${short(Number(given))}. ` +
          'Bring it on the stage.';
        return html`<li>
          <button
            type="button"
            data-wrong=${sample}
            title=${title}
            @click=${() => dispatch({ type: 'openSample', x, y })}
          >
            <span class="unseen">Sample ${sample + 1}, </span>${shown(x, short)}
            <span>${of} → ${taken}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${rest > 0 ? html`<p class="muted">and ${integer(rest)} more</p>` : nothing}`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function confusion(state, dispatch) {
  const { view } = state;
  if (!view) return nothing;
  if (view.singleSample)
    return html`<p class="muted">This session has a single sample: go back to the run to count.</p>`;
  if (!view.after.evaluates)
    return html`<p class="muted">Right answers are not counted with these samples.</p>`;
  const { confusion } = surveyOf(state);
  if (!confusion) {
    if (state.run.current) return html`<p class="muted">Counted when the run rests.</p>`;
    return isCountExpensive(state)
      ? html`<button type="button" id="count" @click=${() => dispatch({ type: 'countCorrect' })}>
            Count at this moment
          </button>
          <p class="muted">The network is big and the samples are many: it takes a moment.</p>`
      : html`<p class="muted">Counting …</p>`;
  }
  const { total, correct } = countCorrect(confusion.counts, confusion.classes);
  const neverPredicted = neverPredictedIn(confusion.counts, confusion.classes);
  return html`<p>At this moment ${integer(correct)} of ${integer(total)} are answered rightly.</p>
    ${
      neverPredicted.length > 0
        ? html`<p class="stuck">
            The network never predicts ${listClasses(neverPredicted, view.data)} here.
            ${
              view.after.index > 0
                ? 'When that stays so, the run is stuck: another seed or a smaller eta helps.'
                : 'It has not learnt yet.'
            }
          </p>`
        : nothing
    }
    ${matrix(confusion, view.data)} ${gallery(confusion, view.data, state, dispatch)}
    ${byNumber('confusion-number', state, dispatch)}`;
}
