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
import { andMore } from '../../words/en/lists.js';
import { confusion as words } from '../../words/en/training.js';

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
  return html`<div class="scroll wide" tabindex="0" role="region" aria-label=${words.label}>
    <table class="plain confusion">
      <caption>
        ${words.caption}
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
  if (wrong.length === 0) return html`<p>${words.allRight}</p>`;
  return html`<h3>${words.wrong}</h3>
    <ul class="gallery">
      ${wrong.map(({ sample, x, y, output }) => {
        const answered = classOf(output);
        const [of, taken] = [classOf(y), answered].map((one) => classNameOf(data, one));
        const given = output.length === 1 ? output[0] : output[answered];
        const title = words.one({
          sample: sample + 1,
          is: String(of),
          taken: String(taken),
          a: short(Number(given)),
        });
        return html`<li>
          <button
            type="button"
            data-wrong=${sample}
            title=${title}
            @click=${() => dispatch({ type: 'openSample', x, y })}
          >
            <span class="unseen">${words.sample(sample + 1)} </span>${shown(x, short)}
            <span>${of} → ${taken}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${rest > 0 ? html`<p class="muted">${andMore(integer(rest))}</p>` : nothing}`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function confusion(state, dispatch) {
  const { view } = state;
  if (!view) return nothing;
  if (view.singleSample) return html`<p class="muted">${words.singleSample}</p>`;
  if (!view.after.evaluates) return html`<p class="muted">${words.notCounted}</p>`;
  const { confusion } = surveyOf(state);
  if (!confusion) {
    if (state.run.current) return html`<p class="muted">${words.whenAtRest}</p>`;
    return isCountExpensive(state)
      ? html`<button type="button" id="count" @click=${() => dispatch({ type: 'countCorrect' })}>
            ${words.count}
          </button>
          <p class="muted">${words.expensive}</p>`
      : html`<p class="muted">${words.counting}</p>`;
  }
  const { total, correct } = countCorrect(confusion.counts, confusion.classes);
  const neverPredicted = neverPredictedIn(confusion.counts, confusion.classes);
  return html`<p>${words.right(integer(correct), integer(total))}</p>
    ${
      neverPredicted.length > 0
        ? html`<p class="stuck">
            ${(view.after.index > 0 ? words.never : words.neverYet)(listClasses(neverPredicted, view.data))}
          </p>`
        : nothing
    }
    ${matrix(confusion, view.data)} ${gallery(confusion, view.data, state, dispatch)}
    ${byNumber('confusion-number', state, dispatch)}`;
}
