/**
 * The one way in which state changes: `update(state, action)` gives the next state and what to ask the
 * worker. It touches nothing else.
 *
 * @module
 */
import { exists } from '../notation/selection.js';
import { widthsFor } from '../scene/widths.js';
import { drag, nudge, unpin } from './change.js';
import { chosen, rowsAgain, unread } from './data.js';
import { curious, questions } from './inspect.js';
import { ask, edit, openNetwork, stopped, without } from './edit.js';
import { visitStop } from './lesson.js';
import { arrive, tick, toggle } from './motion.js';
import { asking, judged, unasked } from './predict.js';
import { narrate } from './narrate.js';
import { askAgain, draw, invite, inviteNumber, recognised } from './draw.js';
import { change, hide, pressed, progressed, run, stop } from './run.js';
import { MOST_PINS, sameRun } from './state.js';
import { count, learn, survey } from './survey.js';

/** @import { Action, Next, PageState, Press } from './state.js' */

/** @param {PageState} state @returns {Next} */
const quiet = (state) => ({ state, commands: [] });

/** A new view is there. @param {PageState} state @param {Extract<Action, { type: 'answered' }>} action @returns {Next} */
function answered(state, { view, message, diverged, field }) {
  const { sizes, weights } = view.after;
  /** @param {PageState['selection']} selection */
  const still = (selection) => (selection && exists(selection, sizes) ? selection : undefined);
  const next = arrive(
    {
      ...state,
      refusals: without(state.refusals, field),
      wanted: undefined,
      wantedLayers: undefined,
      wantedConventions: undefined,
      slow: false,
      run: undefined,
      // What was typed or chosen is open now.
      sheet: field === 'homework' || field === 'data' ? undefined : state.sheet,
      beginning: state.beginning ?? view.journal,
      first: sameRun(view.journal, state.view?.journal) ? state.first : undefined,
      prediction: judged(state.prediction, view),
      selection: still(state.selection),
      hover: still(state.hover),
      pins: state.pins.filter(still),
      // While something plays, the scale stays as it is.
      scale: state.playing
        ? state.scale
        : widthsFor(weights, state.settings.widths, state.view && state.scale),
    },
    view,
  );
  if (message === undefined) return next;
  return quiet({ ...stopped(next.state), notice: { sentence: message, diverged } });
}

/** A press moves on, or is met with a question. @param {PageState} state @param {Press} action @returns {Next} */
function moveOn(state, action) {
  const asked = state.run ? undefined : asking(state, action);
  return asked ? quiet(asked) : pressed(unasked(state), action);
}

/** The question is answered, or passed by: the step it waited for is taken. @param {PageState} state @param {number | undefined} guess @returns {Next} */
function answerQuestion(state, guess) {
  const { question } = state.prediction;
  if (!question) return quiet(state);
  const refusals = without(state.refusals, 'predict');
  return pressed({ ...state, refusals, prediction: { ...state.prediction, guess } }, question.press);
}

/** What was asked for cannot be. @param {PageState} state @param {Extract<Action, { type: 'refused' }>} action @returns {Next} */
function refused(state, { sentence, diverged, field, request }) {
  const data = state.data && unread(state.data, request);
  const late = { wanted: undefined, wantedLayers: undefined, wantedConventions: undefined };
  const gone = { ...late, resized: undefined, slow: false };
  const still = { ...stopped(state), ...gone, data, waiting: undefined };
  if (field === undefined) return quiet({ ...still, run: undefined, notice: { sentence, diverged } });
  // A run goes on with what it had; what was asked for the sheet of data is not on its way any more.
  const now = state.run ? { ...state, data } : still;
  return quiet({ ...now, refusals: { ...state.refusals, [field]: sentence } });
}

/** A way out of an update that cannot be made. @param {PageState} state @param {'back' | 'lower'} how @returns {Next} */
function leave(state, how) {
  if (!state.view) return quiet(state);
  const { position, eta } = state.view.after;
  const clear = { ...state, notice: undefined };
  if (how === 'lower')
    return edit(clear, { type: 'edit', edit: { kind: 'eta', value: eta / 10 }, field: 'eta' });
  return ask(stopped(clear), { kind: 'show', position: { ...position, sample: 0, step: 0 } }, 'cut');
}

/** Settings that change what is shown. @param {PageState} state @param {Partial<PageState['settings']>} some @returns {PageState} */
function set(state, some) {
  const settings = { ...state.settings, ...some };
  if (!state.view || settings.widths === state.settings.widths) return { ...state, settings };
  return { ...state, settings, scale: widthsFor(state.view.after.weights, settings.widths, undefined) };
}

/**
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next}
 */
export function update(state, action) {
  const taken = chosen(state, action) ?? step(state, action);
  const next = rowsAgain(askAgain(state, survey(state, curious(state, taken))));
  return { ...next, state: narrate(next.state, action) };
}

/** @param {PageState} state @param {Action} action @returns {Next} */
function step(state, action) {
  switch (action.type) {
    case 'open':
      return ask(state, { kind: 'open', example: action.example }, 'cut');
    case 'answered':
      return answered(state, action);
    case 'refused':
      return refused(state, action);
    case 'withdraw':
      return quiet({ ...state, refusals: without(state.refusals, action.field) });
    case 'seedProposed':
      return edit(state, { type: 'edit', edit: { kind: 'seed', value: action.seed }, field: 'seed' });
    case 'move':
      return moveOn(state, action);
    case 'predict':
      return answerQuestion(state, action.guess);
    case 'show':
      return ask(stopped(state), { kind: 'show', position: action.position }, 'cut');
    case 'visit':
      return ask(stopped(state), { kind: 'visit', index: action.index }, 'cut');
    case 'run':
      return run(state, action.goal);
    case 'stop':
      return stop(state);
    case 'hidden':
      return hide(state, action.hidden);
    case 'openSample':
      return invite(state, action.x, action.y);
    case 'openEvaluationSample':
      return inviteNumber(state, action);
    case 'closeSample':
      return ask(stopped(state), { kind: 'closeSample' }, 'cut');
    case 'ink':
      return draw(state, action);
    case 'digit':
      return recognised(state, action.digit);
    case 'count':
      return count(state);
    case 'lesson':
      return visitStop(state, action.stop);
    case 'leave':
      return leave(state, action.how);
    case 'edit':
      return change(state, action);
    case 'openNetwork':
      return openNetwork(state, action);
    case 'nudge':
      return nudge(state, action.selection, action.by);
    case 'grab':
      return quiet({ ...state, drag: { ...action, moved: false } });
    case 'drag':
      return drag(state, action.y);
    case 'letGo':
      return quiet({ ...state, drag: undefined, gesture: undefined });
    case 'endGesture':
      return quiet({ ...state, gesture: undefined });
    case 'proposeSeed':
      return { state, commands: [{ request: { kind: 'proposeSeed' } }] };
    case 'gradientCheckAll':
      return { state, commands: questions(state, true) };
    case 'undo':
    case 'redo':
      return ask(
        { ...stopped(state), refusals: {}, resized: undefined, gesture: undefined },
        { kind: action.type },
        'cut',
      );
    case 'toggle':
      return state.run ? stop(state) : toggle({ ...state, resized: undefined });
    case 'direction':
      return quiet({ ...stopped(state), direction: action.direction });
    case 'speed':
      return quiet({ ...state, speed: action.speed });
    case 'pace':
      // What moves goes on to the end of the step, so that the place is not lost.
      return quiet({ ...state, pace: action.pace, goal: state.motion < 0 ? 0 : 1 });
    case 'scrub':
      return quiet({ ...stopped(state), t: Math.min(1, Math.max(0, action.t)) });
    case 'tick':
      return tick(state, action.elapsed);
    default:
      return quiet(looked(state, action));
  }
}

/** What is looked at, and how: nothing is asked of the worker. @param {PageState} state @param {Action} action @returns {PageState} */
function looked(state, action) {
  switch (action.type) {
    case 'select':
      return { ...state, selection: action.selection };
    case 'hover':
      return { ...state, hover: action.selection };
    case 'pin': {
      const others = unpin(state, action.selection);
      return { ...others, pins: [...others.pins, action.selection].slice(-MOST_PINS) };
    }
    case 'unpin':
      return unpin(state, action.selection);
    case 'predictBy':
      return { ...unasked(state), prediction: { ...unasked(state).prediction, mode: action.mode } };
    case 'unfold':
      return { ...state, unfolded: action.all };
    case 'present':
      return { ...state, presenting: action.on };
    case 'table':
      return { ...state, tabled: action.on };
    case 'sheet':
      return { ...state, sheet: action.sheet };
    case 'panel': {
      const others = state.settings.open.filter((panel) => panel !== action.panel);
      return set(state, { open: action.on ? [...others, action.panel] : others });
    }
    case 'loaded':
      return { ...state, loaded: [...state.loaded, action.part] };
    case 'fetched':
      return { ...state, code: { ...state.code, [action.file]: action.text } };
    case 'surveyed':
      return learn(state, action.survey, action.since);
    case 'logarithmic':
      return { ...state, logarithmic: action.on };
    case 'map':
      return { ...state, map: { ...state.map, ...action.map } };
    case 'until':
      return { ...state, until: action.until };
    case 'progress':
      return { ...progressed(state, action.running), refusals: without(state.refusals, action.field) };
    case 'slow':
      return state.slow || state.waiting === undefined ? state : { ...state, slow: true };
    case 'gradientCheckBy':
      return { ...state, h: action.h };
    case 'inspected':
      // An answer about a view that is not shown any more says nothing.
      if (action.view !== state.view) return state;
      return { ...state, inspection: action.inspection, first: action.inspection.first ?? state.first };
    case 'settings':
      return set(state, action.settings);
    case 'notice':
      return { ...state, notice: action.notice };
    case 'reducedMotion':
      return { ...state, reducedMotion: action.reduced, t: action.reduced ? 1 : state.t, motion: 0 };
    case 'room':
      return { ...state, room: { width: action.width, height: action.height } };
    default:
      return state;
  }
}
