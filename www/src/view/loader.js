/**
 * Fetches what is shown for the first time: panels, the sheet of data, the table, source files.
 *
 * @module
 */
import { addImageLayout } from '../scene/layout.js';
import { isOpen } from '../state/panels.js';
import { PANELS } from './panels/list.js';
import { fetchSheet } from './parts/sheets.js';
import { addLater, register } from './registry.js';
import * as words from '../words/en/notices.js';

/** @import { Action, Dispatch, PageState } from '../state/state.js' */
/** @import { Draw } from './registry.js' */

/** Fetches what later steps need. @param {Dispatch} dispatch */
const later = (dispatch) => async () => {
  const { later } = await import('./screen/later.js');
  addLater(later);
  addImageLayout(later.imageLayout);
  later.watchConnection(dispatch);
  return undefined;
};

const number = async () => (await import('./screen/number-field.js')).numberOnStage;
const dataSheet = async () => (await import('./data/sheet.js')).dataSheet;
const lesson = async () => (await import('./chrome/lesson.js')).lesson;
const help = async () => (await import('./chrome/help.js')).help;
/** Fetches the menus, and those that use nothing else with them. */
const menus = async () => (await import('./menus/menus.js')).menus;
const table = async () => (await import('./panels/table.js')).twin;

/** Source files that can be read on the page. Those of the core are what it was compiled from. */
const SOURCES = [
  'src/code/network.py',
  ...['layer.rs', 'update.rs', 'evaluate.rs', 'rng.rs'].map((file) => `pkg/source/${file}`),
];

/** @type {ReadonlySet<string>} */
const MENUS = new Set(['examples', 'share', 'run', 'speed', 'more']);

/** A first visit shows the step that loads a sample, and the next one. */
const FIRST_STEPS = 1;
/** No layer of a first visit is larger. */
const LARGEST = 3;

/**
 * Returns whether more is shown than on a first visit: later steps, costs in the timeline, detail, a run,
 * what a change did, layers as pictures, a single sample.
 *
 * @param {PageState} state
 */
function showsMore({ view, playback, run, settings, feedback, ui }) {
  if (!view) return false;
  const { position, sizes } = view.after;
  const { epoch, miniBatch, sample, step } = position;
  if (epoch + miniBatch + sample > 0 || step > FIRST_STEPS) return true;
  const { completed, edits } = view.timeline;
  return (
    completed + edits.length > 0 ||
    view.singleSample ||
    run.current !== undefined ||
    feedback.moment !== undefined ||
    playback.pace === 'detail' ||
    settings.neurons ||
    ui.presentation ||
    ui.drawer ||
    sizes.some((size) => size > LARGEST)
  );
}

/**
 * @param {Dispatch} dispatch
 * @returns {(state: PageState) => void}  fetches what the state shows and is not there
 */
export function createLoader(dispatch) {
  /** Names of the parts that are there or on their way, and of those that could not be fetched. */
  const requested = new Set();
  const failed = new Set();
  const sources = [...SOURCES];
  /** What failed is tried again when one of these changes. @type {unknown[]} */
  let last = [];

  /** @param {string} sentence */
  const say = (sentence) => dispatch({ type: 'notice', notice: { sentence } });

  /**
   * Fetches a part, once.
   *
   * @param {string} name
   * @param {() => Promise<Draw | undefined>} load  gives what draws it, if it is drawn by itself
   * @param {Action} [close]  dispatched if it cannot be fetched
   */
  function part(name, load, close) {
    if (requested.has(name) || failed.has(name)) return;
    requested.add(name);
    Promise.all([load(), fetchSheet('css/parts.css')])
      .then(([draw]) => {
        if (draw) register(name, draw);
        dispatch({ type: 'partLoaded', name });
      })
      .catch(() => {
        requested.delete(name);
        failed.add(name);
        if (close) dispatch(close);
        say(words.partMissing);
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
        .catch(() => say(words.sourceMissing(file)));
    }
  }

  return (state) => {
    const { settings, view, focus, ui } = state;
    const now = [settings, view, focus.selection, ui.dialog, ui.asTable];
    if (now.some((value, at) => value !== last[at])) failed.clear();
    last = now;
    const more = showsMore(state);
    if (more) part('later', later(dispatch));
    // A first visit has nothing to inspect yet.
    if (more || settings.tab !== 'inspect' || (focus.selection ?? focus.hover ?? focus.pins[0])) {
      for (const { name, load, only } of PANELS) {
        if (load && isOpen(settings, name) && only?.(state) !== false) part(name, load);
      }
    }
    if (more || focus.selection || focus.typing) part('number', number);
    if (isOpen(settings, 'code')) code();
    if (state.lesson.stop !== undefined) part('lesson', lesson, { type: 'lesson', stop: undefined });
    if (ui.dialog === 'help') part('help', help, { type: 'dialog', dialog: undefined });
    if (ui.dialog === 'data') part('data', dataSheet, { type: 'dialog', dialog: undefined });
    if (ui.asTable) part('table', table, { type: 'showAsTable', on: false });
    if (more || MENUS.has(String(ui.dialog))) {
      for (const name of MENUS) {
        part(name, async () => (await menus())[name], { type: 'dialog', dialog: undefined });
      }
    }
    // Their styles come with those of the parts.
    if (state.feedback.notice) fetchSheet('css/parts.css').catch(() => undefined);
  };
}
