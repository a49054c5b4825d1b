/**
 * The one way in which state changes: `update(state, action)` gives the next state and what to ask the
 * worker. It touches nothing else.
 *
 * @module
 */
import { widthsFor } from '../scene/widths.js';
import { chosen, rowsAgain } from './data.js';
import { askAgain, draw, invite, inviteNumber } from './drawing.js';
import { ask, edit, openNetwork } from './edit.js';
import { clearRefusal } from './feedback.js';
import { pin, unpin } from './focus.js';
import { drag, nudge } from './gestures.js';
import { curious, questions } from './inspection.js';
import { visitStop } from './lesson.js';
import { tick, toggle } from './motion.js';
import { narrate } from './narrate.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';
import { asking, unasked } from './prediction.js';
import { receive, refused } from './receive.js';
import { change, hide, pressed, run, stop } from './run.js';
import { count, survey } from './survey.js';

/** @import { Press } from './playback.js' */
/** @import { Action, Next, PageState, Settings } from './state.js' */

/**
 * @param {PageState} state
 * @returns {Next}
 */
const quiet = (state) => ({ state, commands: [] });

/**
 * A press moves on, or is met with a question.
 *
 * @param {PageState} state
 * @param {Press} action
 * @returns {Next}
 */
function moveOn(state, action) {
  const asked = state.run.current ? undefined : asking(state, action);
  return asked ? quiet(asked) : pressed(unasked(state), action);
}

/**
 * The question is answered, or passed by: the step it waited for is taken.
 *
 * @param {PageState} state
 * @param {number | undefined} guess
 * @returns {Next}
 */
function answerQuestion(state, guess) {
  const { question } = state.prediction;
  if (!question) return quiet(state);
  return pressed(patch(clearRefusal(state, 'predict'), { prediction: { guess } }), question.press);
}

/**
 * A way out of an update that cannot be made.
 *
 * @param {PageState} state
 * @param {'back' | 'lower'} how
 * @returns {Next}
 */
function recover(state, how) {
  if (!state.view) return quiet(state);
  const { position, eta } = state.view.after;
  const clear = patch(state, { feedback: { notice: undefined } });
  if (how === 'lower')
    return edit(clear, { type: 'edit', edit: { kind: 'eta', value: eta / 10 }, field: 'eta' });
  return ask(stopped(clear), { kind: 'show', position: { ...position, sample: 0, step: 0 } }, 'cut');
}

/**
 * Returns a list of names with one added at its end, or without it.
 *
 * @param {readonly string[]} names
 * @param {string} name
 * @param {boolean} on
 */
function listed(names, name, on) {
  const others = names.filter((other) => other !== name);
  return on ? [...others, name] : others;
}

/**
 * Settings that change what is shown.
 *
 * @param {PageState} state
 * @param {Partial<Settings>} settings
 * @returns {PageState}
 */
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

/**
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next}
 */
function step(state, action) {
  switch (action.type) {
    case 'open':
      return ask(state, { kind: 'open', example: action.example }, 'cut');
    case 'answer':
      return receive(state, action);
    case 'refused':
      return refused(state, action);
    case 'clearRefusal':
      return quiet(clearRefusal(state, action.field));
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
    case 'drawInk':
      return draw(state, action);
    case 'countCorrect':
      return count(state);
    case 'lesson':
      return visitStop(state, action.stop);
    case 'recover':
      return recover(state, action.how);
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
    case 'release':
      return quiet(patch(state, { focus: { drag: undefined }, pending: { gesture: undefined } }));
    case 'endGesture':
      return quiet(patch(state, { pending: { gesture: undefined } }));
    case 'proposeSeed':
      return { state, commands: [{ request: { kind: 'proposeSeed' } }] };
    case 'checkAllGradients':
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
    case 'togglePlaying':
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

/**
 * What is looked at, and how: nothing is asked of the worker.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {PageState}
 */
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
    case 'predictionMode':
      return patch(unasked(state), { prediction: { mode: action.mode } });
    case 'unfold':
      return patch(state, { panels: { unfolded: action.all } });
    case 'presentationMode':
      return patch(state, { ui: { presentation: action.on } });
    case 'newScreen':
      return patch(state, { ui: { newScreen: true } });
    case 'drawer':
      return patch(state, { ui: { drawer: action.on } });
    case 'showAsTable':
      return patch(state, { ui: { asTable: action.on } });
    case 'dialog':
      return patch(state, { ui: { dialog: action.dialog } });
    case 'panel':
      return set(state, { open: listed(state.settings.open, action.panel, action.on) });
    case 'section':
      return set(state, { sections: listed(state.settings.sections, action.section, action.on) });
    case 'partLoaded':
      return patch(state, { fetched: { parts: [...state.fetched.parts, action.name] } });
    case 'sourceFetched':
      return patch(state, { fetched: { sources: { ...state.fetched.sources, [action.file]: action.text } } });
    case 'logarithmic':
      return patch(state, { panels: { logarithmic: action.on } });
    case 'decisionMap':
      return patch(state, { panels: { map: { ...state.panels.map, ...action.change } } });
    case 'nextGoal':
      return patch(state, { run: { nextGoal: action.goal } });
    case 'gradientCheckH':
      return patch(state, { panels: { h: action.h } });
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
