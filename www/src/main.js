/**
 * The page: events become actions, actions become state, state is drawn.
 *
 * @module
 */
import { render } from '../vendor/lit-html/lit-html.js';
import { createClient } from './client/client.js';
import { createClock } from './clock.js';
import { createExchange } from './exchange/exchange.js';
import { onKey } from './keys.js';
import { LESSON_EXAMPLE } from './lesson/stops.js';
import { load, save } from './settings.js';
import { isMoving } from './state/playback.js';
import { INITIAL } from './state/state.js';
import { update } from './state/update.js';
import { createLoader } from './view/loader.js';
import { laterPart } from './view/registry.js';
import { createFocus } from './view/parts/focus.js';
import { fetchSheet } from './view/parts/sheets.js';
import { page } from './view/screen/page.js';

/** @import { Action } from './state/state.js' */

function start() {
  const root = /** @type {HTMLElement} */ (document.getElementById('page'));
  let state = INITIAL;
  let isDrawing = false;
  const focus = createFocus();
  const fetchShown = createLoader(dispatch);
  const clock = createClock((elapsed) => dispatch({ type: 'tick', elapsed }));
  const client = createClient({
    onAnswer(command, answer) {
      dispatch({ type: 'answer', command, answer, elapsed: performance.now() - Number(command.time) });
      exchange.answered(command, answer);
      // Text stands in fonts of the browser until the page's own are there.
      setTimeout(() => fetchSheet('fonts/fonts.css').catch(() => undefined));
    },
    dispatch,
  });

  const exchange = createExchange({
    dispatch,
    now: () => state,
    ask: (command) => client.ask({ ...command, view: state.view, time: performance.now() }),
    sourceOf: client.sourceOf,
  });

  /** @param {Action} action */
  function dispatch(action) {
    const before = state;
    const next = update(state, action);
    state = next.state;
    // Settings that came with a moment are stored with the next choice.
    if (state.settings !== before.settings && action.type !== 'look')
      save(() => localStorage, state.settings);
    const { view } = state;
    for (const command of next.commands) client.ask({ ...command, view, time: performance.now() });
    fetchShown(state);
    clock(isMoving(state));
    exchange.after(action);
    if (state !== before) draw();
  }

  /** Draws once for all actions of a turn. */
  function draw() {
    if (isDrawing) return;
    isDrawing = true;
    queueMicrotask(() => {
      isDrawing = false;
      focus.before(state);
      const translated = laterPart()?.translated;
      translated?.before(root);
      render(page(state, dispatch), root);
      translated?.after();
      focus.after(state);
    });
  }

  document.getElementById('fallback')?.remove();

  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  reduced.addEventListener('change', () => dispatch({ type: 'reducedMotion', reduced: reduced.matches }));
  dispatch({ type: 'reducedMotion', reduced: reduced.matches });
  // Forced colours have their rules among the later ones.
  if (matchMedia('(forced-colors: active)').matches) fetchSheet('css/parts.css').catch(() => undefined);
  const phone = matchMedia('(max-width: 700px)');
  phone.addEventListener('change', () => dispatch({ type: 'phone', on: phone.matches }));
  dispatch({ type: 'phone', on: phone.matches });
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
  void exchange.begin({ type: 'open', example: LESSON_EXAMPLE });

  // With `?test` in its address the page can be made to fail, so that tests see it recover.
  if (new URLSearchParams(location.search).has('test')) {
    const ask = (/** @type {import('./protocol/messages.js').Request} */ request) => client.ask({ request });
    Object.assign(globalThis, { backstep: { ask } });
  }
}

// boot.js leaves a sentence in the page if this browser cannot run it.
if (!('cannotStart' in document.documentElement.dataset)) start();
