/**
 * The menu of examples: small ones, some to watch learn, and pictures, each with its network in small.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { defaultFields, parseFields } from '../../tables/data-settings.js';
import { examples as words } from '../../words/en/menus.js';
import { SHIPPED, sentenceFor, sourceNamed } from '../data/sources.js';
import { menuIcon } from './icons.js';
import { menu } from './menu.js';

/** @import { Source } from '../../protocol/data.js' */
/** @import { ExampleName } from '../../protocol/edit.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * An example: a built-in one, or data with a network for it.
 *
 * @typedef {object} Example
 * @property {string} name
 * @property {number[]} sizes
 * @property {'digit' | 'stroke'} [picture]  drawn in place of the inputs
 */

/** @type {Record<keyof typeof words.groups, Example[]>} */
const GROUPS = {
  hand: [
    { name: 'majority', sizes: [3, 2, 1] },
    { name: 'parity', sizes: [3, 2, 1] },
    { name: 'xor', sizes: [2, 2, 1] },
    { name: 'mazur', sizes: [2, 2, 2] },
    { name: 'textbook', sizes: [3, 2, 1] },
  ],
  watch: [
    { name: 'spirals', sizes: [2, 8, 8, 1] },
    { name: 'iris', sizes: [4, 5, 3] },
    { name: 'penguins', sizes: [4, 5, 3] },
  ],
  pictures: [
    { name: 'digits', sizes: [64, 30, 10], picture: 'digit' },
    { name: 'mnist', sizes: [784, 30, 10], picture: 'stroke' },
  ],
};
/** Data that the core computes, by its number there. */
const SPIRALS = 5;
const POINTS = Object.freeze({ kind: SPIRALS, rule: 232, count: 200, noise: 0.1, seed: 1 });

/** Examples that need a connection. */
const FETCHED = new Set(['iris', 'penguins', 'digits', 'mnist']);

const MEGA = 1_000_000;

/**
 * Returns where the data of an example comes from.
 *
 * @param {string} name
 * @returns {Promise<Source>}
 */
async function sourceOf(name) {
  if (name === 'spirals') return { kind: 'generated', title: words.lines['spirals']?.[0] ?? '', set: POINTS };
  const shipped = SHIPPED.find((one) => one.name === name);
  return sourceNamed(shipped ?? { name, title: name });
}

/**
 * Opens an example; the menu closes once it is open.
 *
 * @param {string} name
 * @param {Dispatch} dispatch
 */
async function open(name, dispatch) {
  if (GROUPS.hand.some((one) => one.name === name)) {
    dispatch({ type: 'dialog', dialog: undefined });
    dispatch({
      type: 'edit',
      edit: { kind: 'example', name: /** @type {ExampleName} */ (name) },
      field: 'example',
    });
    return;
  }
  dispatch({ type: 'changeDataSheet', change: { shipped: name } });
  try {
    const source = await sourceOf(name);
    const { settings } = parseFields(defaultFields(source));
    if (settings) dispatch({ type: 'openData', source, settings });
  } catch (error) {
    dispatch({ type: 'refused', field: 'data', sentence: sentenceFor(error) });
  }
}

/** Hides what a search does not find. @param {Event} event */
function filter({ target }) {
  const input = /** @type {HTMLInputElement} */ (target);
  const wanted = input.value.trim().toLowerCase();
  const menu = input.closest('.menu');
  let found = 0;
  for (const one of menu?.querySelectorAll('.example-item') ?? []) {
    const hit = String(one.textContent).toLowerCase().includes(wanted);
    one.toggleAttribute('hidden', !hit);
    found += Number(hit);
  }
  for (const group of menu?.querySelectorAll('section') ?? [])
    group.toggleAttribute('hidden', !group.querySelector('.example-item:not([hidden])'));
  menu?.querySelector('.none')?.toggleAttribute('hidden', found > 0);
}

/**
 * Draws the menu.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function examplesMenu(state, dispatch) {
  const refusal = state.feedback.refusals['data'];
  /** @param {Event} event */
  const openFound = (event) => {
    event.preventDefault();
    const form = /** @type {Element} */ (event.target);
    const first = form.closest('.menu')?.querySelector('.example-item:not([hidden])');
    if (first instanceof HTMLElement) first.click();
  };
  /** @param {PageState['ui']['dialog']} dialog */
  const go = (dialog) => () => dispatch({ type: 'dialog', dialog });
  return menu(
    'examples',
    words.title,
    html`<form class="find" role="search" @submit=${openFound}>
        ${menuIcon('search')}
        <input
          type="text"
          aria-label=${words.find}
          placeholder=${words.find}
          autocomplete="off"
          spellcheck="false"
          @input=${filter}
        />
      </form>
      ${Object.entries(GROUPS).map(
        ([group, examples]) =>
          html`<section aria-labelledby="examples-${group}">
            <h3 id="examples-${group}">${words.groups[/** @type {keyof typeof GROUPS} */ (group)]}</h3>
            <div class="grid">${examples.map((one) => item(one, state, dispatch))}</div>
          </section>`,
      )}
      <p class="none" hidden>${words.none}</p>
      ${refusal ? html`<p class="refused" role="alert">${refusal}</p>` : nothing}
      <footer>
        <button type="button" class="link" @click=${go('data')}>${words.other}</button>
        <button type="button" class="link" @click=${go('homework')}>${words.own}</button>
        <span class="muted">${words.undo}</span>
      </footer>`,
    dispatch,
  );
}

/**
 * @param {Example} example
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function item(example, { view, data }, dispatch) {
  const { name, sizes } = example;
  const [title, line] = words.lines[name] ?? [name, ''];
  const loading = data.shipped === name ? data.loading : undefined;
  const isOpen = name === view?.after.example;
  const mega = (/** @type {number} */ bytes) => (bytes / MEGA).toFixed(1);
  const total = loading?.total === undefined ? undefined : mega(loading.total);
  return html`<button
      type="button"
      class="example-item"
      ?autofocus=${isOpen || (name === 'majority' && !view?.after.example)}
      aria-current=${isOpen ? 'true' : 'false'}
      data-example=${name}
      @click=${() => void open(name, dispatch)}
    >
      ${thumbnail(example)}<span
        ><b>${title}</b
        ><small
          >${sizes.join('-')} · ${navigator.onLine || !FETCHED.has(name) ? line : words.offline}</small
        ></span
      >
    </button>
    ${
      loading
        ? html`<span class="loading">
            <progress
              aria-label=${words.loading}
              max=${loading.total ?? nothing}
              value=${loading.total === undefined ? nothing : loading.loaded}
            ></progress>
            <span>${words.loaded(mega(loading.loaded), total)}</span>
            <button type="button" class="link" @click=${() => dispatch({ type: 'cancelLoading' })}>
              ${words.stop}
            </button>
          </span>`
        : nothing
    }`;
}

/** Px of a thumbnail, and between the neurons of a column, at most. */
const WIDTH = 66;
const HEIGHT = 40;
const APART = 9;
/** So many neurons of a column are drawn. */
const MOST = 8;
/** The 8 × 8 pixels of a three of the included digits, from 0 to f. */
const THREE = '007fd10008d6f400021dd000002fb1000001cc1000001a8000845e90007dd900';

/** Draws a network in small. @param {Example} example */
function thumbnail({ sizes, picture }) {
  const left = picture ? 26 : 3;
  const shown = picture ? sizes.slice(1) : sizes;
  const columns = shown.map((size, at) => {
    const count = Math.min(MOST, size);
    const gap = Math.min(APART, (HEIGHT - 4) / Math.max(1, count - 1));
    const x = left + ((WIDTH - 3 - left) * at) / Math.max(1, shown.length - 1);
    return Array.from({ length: count }, (_, j) => ({ x, y: HEIGHT / 2 + (j - (count - 1) / 2) * gap }));
  });
  const lines = columns
    .slice(1)
    .flatMap((to, at) =>
      to.flatMap(({ x, y }) => (columns[at] ?? []).map((from) => `M${from.x} ${from.y}L${x} ${y}`)),
    );
  const r = columns.some((column) => column.length > 4) ? 1.6 : 2.4;
  return svg`<svg class="thumb" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="lines" d=${lines.join('')} />
    ${columns.flat().map(({ x, y }) => svg`<circle cx=${x} cy=${y} r=${r} />`)}
    ${
      picture === 'digit'
        ? Array.from(THREE, (hex, at) =>
            hex === '0'
              ? nothing
              : svg`<rect x=${(at % 8) * 2.5} y=${10 + Math.floor(at / 8) * 2.5} width="2.5" height="2.5"
                  fill-opacity=${(parseInt(hex, 16) / 15).toFixed(2)} />`,
          )
        : nothing
    }
    ${
      picture === 'stroke'
        ? svg`<path class="stroke" d="M15 11H8L6 19c5 -3 9 -1 8 4.500s-7 6 -10 3" />`
        : nothing
    }
  </svg>`;
}
