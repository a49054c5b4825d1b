/**
 * Puts the parts together: events become actions, actions become state, state is drawn.
 *
 * @module
 */
import { render } from '../vendor/lit-html/lit-html.js';
import { createClock } from './clock.js';
import { createClient } from './client/client.js';
import { load, save } from './settings.js';
import { onKey } from './keys.js';
import { LESSON_EXAMPLE } from './lesson/lesson.js';
import { shows } from './state/panels.js';
import { INITIAL, isMoving } from './state/state.js';
import { update } from './state/update.js';
import { createFocus } from './view/parts/focus.js';
import { page } from './view/page.js';
import { PANELS } from './view/panels/list.js';

/** @import { Draw } from './view/panels/panel.js' */
/** @import { Request, View } from './protocol/messages.js' */
/** @import { Action, Settings } from './state/state.js' */

/** Milliseconds after which whoever waits is told to. */
const SLOW = 400;

/** What is fetched when it is wanted. */
const dataSheet = async () => (await import('./view/data/sheet.js')).dataSheet;
const table = async () => (await import('./view/panels/table.js')).twin;

/** Sources that can be read on the page, by file; the core's are those it was compiled from. @type {[string, string][]} */
const SOURCES = [
  ['network.py', './code/network.py'],
  ...['layer.rs', 'update.rs', 'evaluate.rs', 'rng.rs'].map(
    (file) => /** @type {[string, string]} */ ([file, `../pkg/source/${file}`]),
  ),
];

function start() {
  const root = /** @type {HTMLElement} */ (document.getElementById('page'));
  let state = INITIAL;
  let drawing = false;
  const focus = createFocus();
  /** The stop that the address asks for, as it is written there. */
  let wanted = /^#lesson-(\d+)$/.exec(location.hash)?.[1];
  /** @type {number | undefined} */
  let linked;
  /** @type {Settings | undefined} */
  let opened;
  /** @type {View | undefined} */
  let seen;
  /** Names of the parts that were fetched. @type {Set<string>} */
  const fetched = new Set();

  /** @type {WeakMap<Request, View>} what was shown when a request was made */
  const asked = new WeakMap();
  /** @type {WeakMap<Request, number>} when a request was made */
  const times = new WeakMap();
  /** @type {WeakMap<Request, string | undefined>} which field a request came from */
  const fields = new WeakMap();
  /** @type {WeakMap<Request, View | undefined>} with which view a survey was begun */
  const surveys = new WeakMap();

  /** @param {Action} action */
  function dispatch(action) {
    const next = update(state, action);
    const changed = next.state !== state;
    if (next.state.settings !== state.settings) save(() => localStorage, next.state.settings);
    state = next.state;
    for (const { request, field } of next.commands) {
      fields.set(request, field);
      times.set(request, performance.now());
      if (request.kind === 'survey') surveys.set(request, state.surveyed?.since);
      if (state.view) asked.set(request, state.view);
      client.ask(request);
    }
    if (action.type === 'copy') void copy(action.text);
    if (state.settings !== opened || state.view !== seen) fetchOpened();
    if (state.sheet === 'data')
      fetchPart('data', dataSheet, () => dispatch({ type: 'sheet', sheet: undefined }));
    if (state.tabled) fetchPart('table', table, () => dispatch({ type: 'table', on: false }));
    if (state.lesson !== linked) link();
    clock(isMoving(state));
    if (changed) draw();
  }

  /** The stop of the lesson stands in the address, to be linked. */
  function link() {
    linked = state.lesson;
    const { pathname, search } = location;
    history.replaceState(null, '', linked === undefined ? pathname + search : `#lesson-${linked + 1}`);
  }

  /** @param {string} text */
  async function copy(text) {
    let sentence = 'Copied.';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      sentence = 'This browser does not let the page copy.';
    }
    dispatch({ type: 'notice', notice: { sentence } });
  }

  /** Fetches the panels that have been opened, each once. */
  function fetchOpened() {
    const { settings } = state;
    opened = settings;
    seen = state.view;
    for (const { name, load, only } of PANELS) {
      if (!load || !shows(settings, name) || only?.(state) === false) continue;
      fetchPart(name, load);
    }
    if (shows(settings, 'code')) fetchCode();
  }

  /**
   * Fetches a part of the page that is wanted for the first time.
   *
   * @param {string} name
   * @param {() => Promise<Draw>} load
   * @param {() => void} [failed]
   */
  function fetchPart(name, load, failed) {
    if (fetched.has(name)) return;
    fetched.add(name);
    load()
      .then((draw) => dispatch({ type: 'loaded', panel: name, draw }))
      .catch(() => {
        fetched.delete(name);
        failed?.();
        dispatch({ type: 'notice', notice: { sentence: 'A part of the page could not be fetched.' } });
      });
  }

  /** Fetches the source files once somebody wants to read them. */
  function fetchCode() {
    for (const [file, path] of SOURCES.splice(0)) {
      fetch(new URL(path, import.meta.url))
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
        .then((text) => dispatch({ type: 'fetched', file, text }))
        .catch(() =>
          dispatch({ type: 'notice', notice: { sentence: `The source ${file} could not be fetched.` } }),
        );
    }
  }

  /** Draws once for all actions of a turn. */
  function draw() {
    if (drawing) return;
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      focus.before(state);
      render(page(state, dispatch), root);
      focus.after(state);
    });
  }

  const clock = createClock((elapsed) => dispatch({ type: 'tick', elapsed }));
  const client = createClient({
    view: (view, request, stop) => {
      dispatch({ type: 'answered', view, ...stop, field: fields.get(request) });
      // A link to a stop of the lesson is followed once there is a session.
      const first = wanted;
      wanted = undefined;
      if (first) dispatch({ type: 'lesson', stop: Number(first) - 1 });
    },
    refused: (sentence, request, diverged) =>
      dispatch({ type: 'refused', sentence, diverged, field: fields.get(request), request }),
    inspected: (inspection, request) => dispatch({ type: 'inspected', inspection, view: asked.get(request) }),
    surveyed: (survey, request) => dispatch({ type: 'surveyed', survey, since: surveys.get(request) }),
    digit: (digit) => dispatch({ type: 'digit', digit }),
    previewed: (preview, request) => {
      if (request.kind === 'preview') dispatch({ type: 'previewed', preview, source: request.source });
    },
    rows: (rows) => dispatch({ type: 'rows', rows }),
    read: (read, request) => dispatch({ type: 'tableRead', read, request }),
    loading: (loaded, total, request) => dispatch({ type: 'loading', loaded, total, request }),
    seed: (seed) => dispatch({ type: 'seedProposed', seed }),
    progress: (_, running, request) => {
      if (running) dispatch({ type: 'progress', running, field: fields.get(request) });
      else if (performance.now() - Number(times.get(request)) > SLOW) dispatch({ type: 'slow' });
    },
    notice: (sentence) => dispatch({ type: 'notice', notice: { sentence } }),
  });

  document.getElementById('fallback')?.remove();

  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  reduced.addEventListener('change', () => dispatch({ type: 'reducedMotion', reduced: reduced.matches }));
  dispatch({ type: 'reducedMotion', reduced: reduced.matches });
  document.addEventListener('visibilitychange', () => dispatch({ type: 'hidden', hidden: document.hidden }));
  document.addEventListener('keydown', (event) => onKey(event, state, dispatch));

  render(page(state, dispatch), root);
  const stage = /** @type {HTMLElement} */ (document.getElementById('stage'));
  new ResizeObserver(([entry]) => {
    const { width, height } = entry?.contentRect ?? stage.getBoundingClientRect();
    // While the page is laid out anew there can be no room at all for a moment.
    if (width > 0 && height > 0) dispatch({ type: 'room', width, height });
  }).observe(stage);

  dispatch({ type: 'settings', settings: load(() => localStorage) });
  dispatch({ type: 'open', example: LESSON_EXAMPLE });

  // With `?test` in its address the page can be made to fail, so that tests see it recover.
  if (new URLSearchParams(location.search).has('test')) {
    Object.assign(globalThis, {
      backstep: {
        fail: (/** @type {'panic' | 'hang' | 'memory'} */ how) => client.ask({ kind: 'fail', how }),
      },
    });
  }
}

// Where boot.js has found a reason why it cannot start, the page stays what it says.
if (!('cannotStart' in document.documentElement.dataset)) start();
