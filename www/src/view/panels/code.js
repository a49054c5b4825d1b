/**
 * The step in code: a NumPy program with its line lit, and the Rust of the core that is compiled.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { arraysOf, rustSourceOf, extractFunction, lineNumberOf } from '../../code/step-code.js';
import { selectionsOf, splitTerms } from '../../code/terms.js';
import { pythonScript } from '../../code/python-script.js';
import { formatOf } from '../../notation/format.js';
import { formulaOf } from '../../formula/formula.js';
import { differencesFromBook } from '../../notation/unlike-book.js';
import { sameSelection } from '../../notation/selection.js';
import * as words from '../../words/en/code.js';

/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** The listing. */
const PROGRAM = 'network.py';
/** So many numbers of an array are shown. */
const MOST_NUMBERS = 24;

/**
 * @param {Float64Array} values
 * @param {(value: number) => string} short
 */
function numbers(values, short) {
  const shown = Array.from(values.slice(0, MOST_NUMBERS), (value) => short(value)).join('  ');
  return values.length > MOST_NUMBERS ? `${shown} …` : shown;
}

/** Which line a listing has been brought to. @type {WeakMap<Element, number | undefined>} */
const revealed = new WeakMap();

/**
 * Brings another line that is lit into the listing's own view, without moving the page.
 *
 * @param {Element | undefined} list
 * @param {number | undefined} line
 */
function reveal(list, line) {
  // Drawn again for something else, it stays where the reader has it.
  if (!list || revealed.get(list) === line) return;
  revealed.set(list, line);
  // The line is lit only once this has been drawn.
  queueMicrotask(() => {
    const lit = /** @type {HTMLElement | null} */ (list.querySelector('.lit'));
    const box = list.parentElement;
    if (lit && box)
      box.scrollTop +=
        lit.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
  });
}

/**
 * What a name of the step's line holds, with its shape, for who points at it.
 *
 * @param {string} term
 * @param {PageState} state
 */
function held(term, { view, settings }) {
  const { short } = formatOf(settings);
  const arrays = view ? arraysOf(view.after) : [];
  const own = arrays.filter(({ name }) => splitTerms(name).find((part) => part.term)?.term === term);
  return own.map(({ name, shape, values }) => `${name} ${shape}: ${numbers(values, short)}`).join('\n');
}

/**
 * @typedef {object} TermSelection
 * @property {string} term
 * @property {Selection} selection  what the term stands for on the stage
 */

/**
 * Draws a line of code with its terms coloured. In the line of the current step, pointing at a term
 * highlights on the stage what the term stands for, and a tooltip shows the values of its array.
 *
 * @param {string} line
 * @param {readonly TermSelection[] | undefined} selections  given only for the line of the current step
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
const colored = (line, selections, state, dispatch) =>
  splitTerms(line).map(({ text, term }) => {
    if (term === undefined) return text;
    const focused = state.focus.hover ?? state.focus.selection;
    const own = (selections ?? []).filter((one) => one.term === term).map(({ selection }) => selection);
    const lit = own.some((selection) => sameSelection(selection, focused)) ? 'lit-term' : '';
    const [selection] = own;
    const enter = selection ? () => dispatch({ type: 'hover', selection }) : nothing;
    const leave = selection ? () => dispatch({ type: 'hover', selection: undefined }) : nothing;
    const title = (selections && held(term, state)) || nothing;
    return html`<span class="term-${term} ${lit}" title=${title} @pointerenter=${enter} @pointerleave=${leave}
      >${text}</span
    >`;
  });

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function python(state, dispatch) {
  const { view } = state;
  const text = state.fetched.sources[PROGRAM];
  if (text === undefined || !view) return nothing;
  const lines = text.trimEnd().split('\n');
  const lit = lineNumberOf(lines, view.after.step, view.after.sizes.length);
  const formula = formulaOf(view, state.focus.selection, true);
  const selections = formula ? selectionsOf([...formula.symbols, ...formula.numbers]) : [];
  return html`<div class="listing" tabindex="0" role="region" aria-label=${PROGRAM}>
    <ol ${ref((list) => reveal(list, lit))}>
      ${lines.map((line, at) => {
        const own = at + 1 === lit ? selections : undefined;
        return html`<li
          class=${at + 1 === lit ? 'lit' : ''}
          aria-current=${at + 1 === lit ? 'true' : nothing}
        >
          <code>${line === '' ? ' ' : colored(line, own, state, dispatch)}</code>
        </li>`;
      })}
    </ol>
  </div>`;
}

/** @param {PageState} state */
function rust({ view, fetched }) {
  const place = view && rustSourceOf(view.after.step, view.after.sizes.length);
  if (!place) return html`<p class="muted">${words.nothingComputed}</p>`;
  const source = fetched.sources[place.file];
  const functions = source === undefined ? [] : place.functions.map((name) => extractFunction(source, name));
  return html`<p class="muted">${`crate/src/${place.file}`}</p>
    <div class="listing" tabindex="0" role="region" aria-label=${place.file}>
      ${functions.map((text) => html`<pre><code>${text}</code></pre>`)}
    </div>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function code(state, dispatch) {
  const { view, settings } = state;
  if (!view) return nothing;
  const { short } = formatOf(settings);
  const inRust = settings.sections.includes('rust');
  const text = state.fetched.sources[PROGRAM];
  const own = text === undefined ? undefined : pythonScript(view, text);
  return html`<p class="tools">
      <button
        type="button"
        class="small"
        aria-pressed=${inRust ? 'true' : 'false'}
        @click=${() => dispatch({ type: 'section', section: 'rust', on: !inRust })}
      >
        ${words.rust}
      </button>
      <button
        type="button"
        class="small"
        ?disabled=${text === undefined}
        @click=${() => text !== undefined && dispatch({ type: 'copy', text })}
      >
        ${words.copyListing}
      </button>
      <button
        type="button"
        class="small"
        title=${words.copyStepHint}
        ?disabled=${own === undefined}
        @click=${() => own !== undefined && dispatch({ type: 'copy', text: own })}
      >
        ${words.copyStep}
      </button>
    </p>
    ${
      differencesFromBook(view.after.conventions).length > 0 && !inRust
        ? html`<p class="muted">${words.differs(differencesFromBook(view.after.conventions).join(', '))}</p>`
        : nothing
    }
    ${inRust ? rust(state) : python(state, dispatch)}
    <dl class="arrays">
      ${arraysOf(view.after).map(
        ({ name, shape, values }) =>
          html`<div>
            <dt><code>${name}</code> <span class="muted">${shape}</span></dt>
            <dd>${numbers(values, short)}</dd>
          </div>`,
      )}
    </dl>`;
}
