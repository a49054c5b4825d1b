/**
 * The step in code: a NumPy program with its line lit, and the Rust of the core that is compiled.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { arraysOf, coreOf, functionIn, lineOf } from '../../code/lines.js';
import { script } from '../../code/script.js';
import { formatOf } from '../../format.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** So many numbers of an array are shown. */
const MOST_NUMBERS = 24;

/** @param {Float64Array} values @param {(value: number) => string} short */
function numbers(values, short) {
  const shown = Array.from(values.slice(0, MOST_NUMBERS), (value) => short(value)).join('  ');
  return values.length > MOST_NUMBERS ? `${shown} …` : shown;
}

/** Brings the lit line into the listing's own view, without moving the page. @param {Element | undefined} list */
function reveal(list) {
  if (!list) return;
  // The line is lit only once this has been drawn.
  queueMicrotask(() => {
    const lit = /** @type {HTMLElement | null} */ (list.querySelector('.lit'));
    const box = list.parentElement;
    if (lit && box)
      box.scrollTop +=
        lit.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
  });
}

/** @param {PageState} state */
function python({ view, code }) {
  const text = code['network.py'];
  if (text === undefined || !view) return nothing;
  const lines = text.trimEnd().split('\n');
  const lit = lineOf(lines, view.after.step, view.after.sizes.length);
  return html`<div class="listing" tabindex="0" role="region" aria-label="network.py">
    <ol ${ref((list) => reveal(list))}>
      ${lines.map(
        (line, at) =>
          html`<li class=${at + 1 === lit ? 'lit' : ''} aria-current=${at + 1 === lit ? 'true' : nothing}>
            <code>${line === '' ? ' ' : line}</code>
          </li>`,
      )}
    </ol>
  </div>`;
}

/** @param {PageState} state */
function rust({ view, code }) {
  const place = view && coreOf(view.after.step, view.after.sizes.length);
  if (!place) return html`<p class="muted">This step computes nothing.</p>`;
  const source = code[place.file];
  const functions = source === undefined ? [] : place.functions.map((name) => functionIn(source, name));
  return html`<p class="muted">crate/src/${place.file}</p>
    <div class="listing" tabindex="0" role="region" aria-label=${place.file}>
      ${functions.map((text) => html`<pre><code>${text}</code></pre>`)}
    </div>`;
}

/** @param {PageState} state @param {Dispatch} dispatch */
export function code(state, dispatch) {
  const { view, settings } = state;
  if (!view) return nothing;
  const { short } = formatOf(settings);
  const inRust = settings.open.includes('rust');
  const text = state.code['network.py'];
  const own = text === undefined ? undefined : script(view, text);
  return html`<p class="tools">
      <button
        type="button"
        class="small"
        aria-pressed=${inRust ? 'true' : 'false'}
        @click=${() => dispatch({ type: 'panel', panel: 'rust', on: !inRust })}
      >
        Rust of this step
      </button>
      <button
        type="button"
        class="small"
        ?disabled=${text === undefined}
        @click=${() => text !== undefined && dispatch({ type: 'copy', text })}
      >
        Copy network.py
      </button>
      <button
        type="button"
        class="small"
        title="A Python program with the present numbers that prints what is shown"
        ?disabled=${own === undefined}
        @click=${() => own !== undefined && dispatch({ type: 'copy', text: own })}
      >
        Copy this step as a script
      </button>
    </p>
    ${inRust ? rust(state) : python(state)}
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
