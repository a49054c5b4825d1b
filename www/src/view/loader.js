/**
 * Fetches what is shown for the first time: panels, the sheet of data, the table, source files.
 *
 * @module
 */
import { isOpen } from '../state/panels.js';
import { PANELS } from './panels/list.js';
import { register } from './registry.js';

/** @import { Action, Dispatch, PageState } from '../state/state.js' */
/** @import { Draw } from './registry.js' */

const dataSheet = async () => (await import('./data/sheet.js')).dataSheet;
const table = async () => (await import('./panels/table.js')).twin;

/** Source files that can be read on the page. Those of the core are what it was compiled from. */
const SOURCES = [
  'src/code/network.py',
  ...['layer.rs', 'update.rs', 'evaluate.rs', 'rng.rs'].map((file) => `pkg/source/${file}`),
];

/**
 * @param {Dispatch} dispatch
 * @returns {(state: PageState) => void}  fetches what the state shows and is not there
 */
export function createLoader(dispatch) {
  /** Names of the parts that are there or on their way. */
  const requested = new Set();
  const sources = [...SOURCES];
  /** @type {PageState['settings'] | undefined} */
  let settings;
  /** @type {PageState['view']} */
  let view;

  /** @param {string} sentence */
  const say = (sentence) => dispatch({ type: 'notice', notice: { sentence } });

  /**
   * Fetches a part, once.
   *
   * @param {string} name
   * @param {() => Promise<Draw>} load
   * @param {Action} [close]  dispatched if it cannot be fetched
   */
  function part(name, load, close) {
    if (requested.has(name)) return;
    requested.add(name);
    load()
      .then((draw) => {
        register(name, draw);
        dispatch({ type: 'partLoaded', name });
      })
      .catch(() => {
        requested.delete(name);
        if (close) dispatch(close);
        say('A part of the page could not be fetched.');
      });
  }

  /** Fetches the source files, once. */
  function code() {
    for (const path of sources.splice(0)) {
      const file = String(path.split('/').at(-1));
      // From the page: this module is joined to others where the page is published.
      fetch(new URL(path, document.baseURI))
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
        .then((text) => dispatch({ type: 'sourceFetched', file, text }))
        .catch(() => say(`The source ${file} could not be fetched.`));
    }
  }

  return (state) => {
    if (state.settings !== settings || state.view !== view) {
      ({ settings, view } = state);
      for (const { name, load, only } of PANELS) {
        if (load && isOpen(state.settings, name) && only?.(state) !== false) part(name, load);
      }
      if (isOpen(state.settings, 'code')) code();
    }
    if (state.ui.dialog === 'data') part('data', dataSheet, { type: 'dialog', dialog: undefined });
    if (state.ui.asTable) part('table', table, { type: 'showAsTable', on: false });
  };
}
