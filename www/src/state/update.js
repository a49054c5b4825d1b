/**
 * The one way in which state changes: `update(state, action)` gives the next state and what to ask the
 * worker. It touches nothing else.
 *
 * @module
 */
import { exists } from '../notation/selection.js';
import { widthsFor } from '../scene/widths.js';
import { chosen, rowsAgain, unread } from './data.js';
import { askAgain, draw, invite, inviteNumber, recognised } from './drawing.js';
import { ask, edit, openNetwork } from './edit.js';
import { sameRun } from './equality.js';
import { clearRefusal, refuse } from './feedback.js';
import { pin, unpin } from './focus.js';
import { drag, nudge } from './gestures.js';
import { curious, questions } from './inspection.js';
import { visitStop } from './lesson.js';
import { arrive, tick, toggle } from './motion.js';
import { narrate } from './narrate.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';
import { asking, judged, unasked } from './prediction.js';
import { change, hide, pressed, progressed, run, stop } from './run.js';
import { count, learn, survey } from './survey.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Press } from './playback.js' */
/** @import { Action, Next, PageState, Settings } from './state.js' */

/** Sizes and conventions that were asked for are there, or are refused. */
const NOTHING_PENDING = { sizes: undefined, keptLayers: undefined, conventions: undefined };

/** @param {PageState} state @returns {Next} */
const quiet = (state) => ({ state, commands: [] });

/** A new view is there. @param {PageState} state @param {Extract<Action, { type: 'answered' }>} action @returns {Next} */
function answered(state, { view, message, diverged, field }) {
  const { sizes, weights } = view.after;
  /** @param {Selection | undefined} selection */
  const still = (selection) => (selection && exists(selection, sizes) ? selection : undefined);
  const { ui, lesson, answers, focus, settings, playback } = state;
  // What was typed or chosen is open now.
  const opened = field === 'homework' || field === 'data';
  // While something plays, the scale stays as it is.
  const widthScale = playback.playing
    ? ui.widthScale
    : widthsFor(weights, settings.widths, state.view && ui.widthScale);
  const ready = patch(clearRefusal(state, field), {
    feedback: { slow: false },
    pending: NOTHING_PENDING,
    run: { current: undefined },
    ui: { dialog: opened ? undefined : ui.dialog, widthScale },
    lesson: { beginning: lesson.beginning ?? view.journal },
    answers: { first: sameRun(view.journal, state.view?.journal) ? answers.first : undefined },
    prediction: judged(state.prediction, view),
    focus: {
      selection: still(focus.selection),
      hover: still(focus.hover),
      pins: focus.pins.filter(still),
    },
  });
  const next = arrive(ready, view);
  if (message === undefined) return next;
  return quiet(patch(stopped(next.state), { feedback: { notice: { sentence: message, diverged } } }));
}

/** A press moves on, or is met with a question. @param {PageState} state @param {Press} action @returns {Next} */
function moveOn(state, action) {
  const asked = state.run.current ? undefined : asking(state, action);
  return asked ? quiet(asked) : pressed(unasked(state), action);
}

/** The question is answered, or passed by: the step it waited for is taken. @param {PageState} state @param {number | undefined} guess @returns {Next} */
function answerQuestion(state, guess) {
  const { question } = state.prediction;
  if (!question) return quiet(state);
  return pressed(patch(clearRefusal(state, 'predict'), { prediction: { guess } }), question.press);
}

/** What was asked for cannot be. @param {PageState} state @param {Extract<Action, { type: 'refused' }>} action @returns {Next} */
function refused(state, { sentence, diverged, field, request }) {
  const withData = patch(state, { data: unread(state.data, request) });
  const still = patch(stopped(withData), {
    playback: { waiting: undefined },
    pending: NOTHING_PENDING,
    ui: { resized: undefined },
    feedback: { slow: false },
  });
  if (field === undefined) {
    return quiet(patch(still, { run: { current: undefined }, feedback: { notice: { sentence, diverged } } }));
  }
  // A run goes on with what it had; what was asked for the sheet of data is not on its way any more.
  return quiet(refuse(state.run.current ? withData : still, field, sentence));
}

/** A way out of an update that cannot be made. @param {PageState} state @param {'back' | 'lower'} how @returns {Next} */
function leave(state, how) {
  if (!state.view) return quiet(state);
  const { position, eta } = state.view.after;
  const clear = patch(state, { feedback: { notice: undefined } });
  if (how === 'lower')
    return edit(clear, { type: 'edit', edit: { kind: 'eta', value: eta / 10 }, field: 'eta' });
  return ask(stopped(clear), { kind: 'show', position: { ...position, sample: 0, step: 0 } }, 'cut');
}

/** Settings that change what is shown. @param {PageState} state @param {Partial<Settings>} settings @returns {PageState} */
function set(state, settings) {
  const next = patch(state, { settings });
  const { widths } = next.settings;
  if (!state.view || widths === state.settings.widths) return next;
  return patch(next, { ui: { widthScale: widthsFor(state.view.after.weights, widths, undefined) } });
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
      return quiet(clearRefusal(state, action.field));
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
      return quiet(patch(state, { focus: { drag: { ...action, moved: false } } }));
    case 'drag':
      return drag(state, action.y);
    case 'letGo':
      return quiet(patch(state, { focus: { drag: undefined }, pending: { gesture: undefined } }));
    case 'endGesture':
      return quiet(patch(state, { pending: { gesture: undefined } }));
    case 'proposeSeed':
      return { state, commands: [{ request: { kind: 'proposeSeed' } }] };
    case 'gradientCheckAll':
      return { state, commands: questions(state, true) };
    case 'undo':
    case 'redo':
      return ask(
        patch(stopped(state), {
          feedback: { refusals: {} },
          ui: { resized: undefined },
          pending: { gesture: undefined },
        }),
        { kind: action.type },
        'cut',
      );
    case 'toggle':
      return state.run.current ? stop(state) : toggle(patch(state, { ui: { resized: undefined } }));
    case 'direction':
      return quiet(patch(stopped(state), { playback: { direction: action.direction } }));
    case 'speed':
      return quiet(patch(state, { playback: { speed: action.speed } }));
    case 'pace':
      // What moves goes on to the end of the step, so that the place is not lost.
      return quiet(
        patch(state, { playback: { pace: action.pace, tEnd: state.playback.motion < 0 ? 0 : 1 } }),
      );
    case 'scrub':
      return quiet(patch(stopped(state), { playback: { t: Math.min(1, Math.max(0, action.t)) } }));
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
      return patch(state, { focus: { selection: action.selection } });
    case 'hover':
      return patch(state, { focus: { hover: action.selection } });
    case 'pin':
      return pin(state, action.selection);
    case 'unpin':
      return unpin(state, action.selection);
    case 'predictBy':
      return patch(unasked(state), { prediction: { mode: action.mode } });
    case 'unfold':
      return patch(state, { panels: { unfolded: action.all } });
    case 'present':
      return patch(state, { ui: { presentation: action.on } });
    case 'table':
      return patch(state, { ui: { asTable: action.on } });
    case 'sheet':
      return patch(state, { ui: { dialog: action.sheet } });
    case 'panel': {
      const others = state.settings.open.filter((panel) => panel !== action.panel);
      return set(state, { open: action.on ? [...others, action.panel] : others });
    }
    case 'partLoaded':
      return patch(state, { fetched: { parts: [...state.fetched.parts, action.name] } });
    case 'fetched':
      return patch(state, { fetched: { sources: { ...state.fetched.sources, [action.file]: action.text } } });
    case 'surveyed':
      return learn(state, action.survey, action.since);
    case 'logarithmic':
      return patch(state, { panels: { logarithmic: action.on } });
    case 'map':
      return patch(state, { panels: { map: { ...state.panels.map, ...action.map } } });
    case 'until':
      return patch(state, { run: { nextGoal: action.until } });
    case 'progress':
      return clearRefusal(progressed(state, action.running), action.field);
    case 'slow':
      return state.feedback.slow || state.playback.waiting === undefined
        ? state
        : patch(state, { feedback: { slow: true } });
    case 'gradientCheckBy':
      return patch(state, { panels: { h: action.h } });
    case 'inspected':
      // An answer about a view that is not shown any more says nothing.
      if (action.view !== state.view) return state;
      return patch(state, {
        answers: { inspection: action.inspection, first: action.inspection.first ?? state.answers.first },
      });
    case 'settings':
      return set(state, action.settings);
    case 'notice':
      return patch(state, { feedback: { notice: action.notice } });
    case 'reducedMotion':
      return patch(state, {
        playback: { reducedMotion: action.reduced, t: action.reduced ? 1 : state.playback.t, motion: 0 },
      });
    case 'room':
      return patch(state, { ui: { room: { width: action.width, height: action.height } } });
    default:
      return state;
  }
}
