/**
 * The only function that changes the state: `update(state, action)` returns the next state and the commands
 * for the worker. It is pure.
 *
 * @module
 */
import { updateData, askRows } from './data.js';
import { askDigit, drawInk, openSample, openEvaluationSample, showSample } from './drawing.js';
import { requestView, edit, openNetwork } from './edit.js';
import { clearRefusal } from './feedback.js';
import { pin, unpin } from './focus.js';
import { drag, nudge, typeNumber } from './gestures.js';
import { askInspection, inspectCommands } from './inspection.js';
import { visitStop } from './lesson.js';
import { withoutMoment } from './moment.js';
import { tabOf } from './panels.js';
import { tick, togglePlaying } from './motion.js';
import { narrate } from './narrate.js';
import { onlyState, patch } from './patch.js';
import { stopped } from './playback.js';
import { askBefore, dropQuestion } from './prediction.js';
import { receive, takeRefusal } from './receive.js';
import { editOrTune, setHidden, stopAndPress, startRun, stopRun } from './run.js';
import { countCorrect, askSurvey } from './survey.js';

/** @import { Press } from './playback.js' */
/** @import { Action, Next, PageState, Settings } from './state.js' */

/**
 * Moves in time, or asks for a prediction first.
 *
 * @param {PageState} state
 * @param {Press} action
 * @returns {Next}
 */
function move(state, action) {
  const asked = state.run.current ? undefined : askBefore(state, action);
  return asked ? onlyState(asked) : stopAndPress(dropQuestion(state), action);
}

/**
 * Takes a prediction, or none if it is skipped, and makes the move that waited for it.
 *
 * @param {PageState} state
 * @param {number | undefined} guess
 * @returns {Next}
 */
function answerPrediction(state, guess) {
  const { question } = state.prediction;
  if (!question) return onlyState(state);
  return stopAndPress(patch(clearRefusal(state, 'predict'), { prediction: { guess } }), question.press);
}

/**
 * Leaves an update that diverged: back to the start of the mini-batch, or with a tenth of eta.
 *
 * @param {PageState} state
 * @param {'back' | 'lower'} how
 * @returns {Next}
 */
function recover(state, how) {
  if (!state.view) return onlyState(state);
  const { position, eta } = state.view.after;
  const ready = patch(state, { feedback: { notice: undefined } });
  if (how === 'lower')
    return edit(ready, { type: 'edit', edit: { kind: 'eta', value: eta / 10 }, field: 'eta' });
  return requestView(stopped(ready), { kind: 'show', position: { ...position, sample: 0, step: 0 } }, 'cut');
}

/**
 * Returns a list of names with one of them at the end, or without it.
 *
 * @param {readonly string[]} names
 * @param {string} name
 * @param {boolean} on
 */
function withName(names, name, on) {
  const others = names.filter((other) => other !== name);
  return on ? [...others, name] : others;
}

/**
 * Returns the next state after an action, and the commands for the worker.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next}
 */
export function update(state, action) {
  const changed = updateData(state, action) ?? updateSession(state, action);
  const shown = showSample(state, changed);
  const next = askRows(askDigit(state, askSurvey(state, askInspection(state, shown))));
  return { ...next, state: narrate(next.state, action) };
}

/**
 * Carries out an action that moves, runs or edits the session; any other is left to `updatePage`.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next}
 */
function updateSession(state, action) {
  switch (action.type) {
    case 'open':
      return requestView(state, { kind: 'open', example: action.example }, 'cut');
    case 'openMoment':
      return { ...requestView(stopped(state), action.command.request, 'cut'), commands: [action.command] };
    case 'answer':
      return receive(state, action);
    case 'refused':
      return takeRefusal(state, action);
    case 'clearRefusal':
      return onlyState(clearRefusal(state, action.field));
    case 'move':
      return move(state, action);
    case 'predict':
      return answerPrediction(state, action.guess);
    case 'show':
      return requestView(stopped(state), { kind: 'show', position: action.position }, 'cut');
    case 'visit':
      return requestView(stopped(state), { kind: 'visit', index: action.index }, 'cut');
    case 'run':
      return startRun(state, action.goal);
    case 'stop':
      return stopRun(state);
    case 'restart':
      return { state, commands: [{ request: { kind: 'restart', most: action.most } }] };
    case 'hidden':
      return setHidden(state, action.hidden);
    case 'openSample':
      return openSample(state, action.x, action.y);
    case 'openEvaluationSample':
      return openEvaluationSample(state, action);
    case 'closeSample':
      return requestView(stopped(state), { kind: 'closeSample' }, 'cut');
    case 'drawInk':
      return drawInk(state, action);
    case 'countCorrect':
      return countCorrect(state);
    case 'lesson':
      return visitStop(state, action.stop);
    case 'recover':
      return recover(state, action.how);
    case 'edit':
      return editOrTune(state, action);
    case 'openNetwork':
      return openNetwork(state, action);
    case 'typeNumber':
      return onlyState(typeNumber(state, action.typing));
    case 'nudge':
      return nudge(state, action.selection, action.by);
    case 'grab':
      return onlyState(patch(state, { focus: { drag: { ...action, moved: false } } }));
    case 'drag':
      return drag(state, action.y);
    case 'release':
      return onlyState(patch(state, { focus: { drag: undefined }, pending: { gesture: undefined } }));
    case 'endGesture':
      return onlyState(patch(state, { pending: { gesture: undefined } }));
    case 'proposeSeed':
      return { state, commands: [{ request: { kind: 'proposeSeed' } }] };
    case 'checkAllGradients':
      return { state, commands: inspectCommands(state, true) };
    case 'undo':
    case 'redo':
      return requestView(
        patch(stopped(state), {
          feedback: { refusals: {} },
          ui: { resized: undefined },
          pending: { gesture: undefined },
        }),
        { kind: action.type },
        'cut',
      );
    case 'togglePlaying':
      return state.run.current ? stopRun(state) : togglePlaying(withoutMoment(state));
    case 'direction':
      return onlyState(patch(stopped(state), { playback: { direction: action.direction } }));
    case 'speed':
      return onlyState(patch(state, { playback: { speed: action.speed } }));
    case 'pace':
      // A motion goes on to the end of the step, so that the position stays the same.
      return onlyState(
        patch(state, { playback: { pace: action.pace, tEnd: state.playback.motion < 0 ? 0 : 1 } }),
      );
    case 'scrub':
      return onlyState(
        patch(withoutMoment(stopped(state)), { playback: { t: Math.min(1, Math.max(0, action.t)) } }),
      );
    case 'tick':
      return tick(state, action.elapsed);
    default:
      return onlyState(updatePage(state, action));
  }
}

/**
 * Carries out an action that needs no command for the worker.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {PageState}
 */
function updatePage(state, action) {
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
      return patch(dropQuestion(state), { prediction: { mode: action.mode } });
    case 'unfold':
      return patch(state, { panels: { unfolded: action.all } });
    case 'presentationMode':
      return patch(state, { ui: { presentation: action.on } });
    case 'phone':
      return patch(state, { ui: { phone: action.on } });
    case 'drawer':
      return patch(state, {
        ui: { drawer: action.on, tall: action.on && (action.tall ?? state.ui.tall) },
      });
    case 'showAsTable':
      return patch(state, { ui: { asTable: action.on } });
    case 'dialog':
      return patch(state, { ui: { dialog: action.dialog } });
    case 'panel':
      return patch(state, {
        settings: {
          open: withName(state.settings.open, action.panel, action.on),
          tab: action.on ? tabOf(action.panel) : state.settings.tab,
        },
      });
    case 'section':
      return patch(state, {
        settings: { sections: withName(state.settings.sections, action.section, action.on) },
      });
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
      return patch(state, { settings: action.settings });
    case 'notice':
      return patch(state, { feedback: { notice: action.notice } });
    case 'look':
      return patch(state, action.groups);
    case 'linked':
      return patch(state, { exchange: { linked: action.linked } });
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
