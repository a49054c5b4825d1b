/**
 * The one way in which state changes: `update(state, action)` gives the next state and what to ask the worker.
 * It touches nothing else.
 *
 * @module
 */
import { exists } from '../scene/select.js';
import { arrive, press, tick, toggle } from './motion.js';

/** @import { Request } from '../engine/protocol.js' */
/** @import { Action, Arrival, Next, PageState } from './state.js' */

/** @param {PageState} state @returns {Next} */
const quiet = (state) => ({ state, commands: [] });

/**
 * Asks for a view.
 *
 * @param {PageState} state
 * @param {Request} request
 * @param {Arrival} waiting
 * @param {string} [field]
 * @returns {Next}
 */
const ask = (state, request, waiting, field) => ({
  state: { ...state, waiting },
  commands: [{ request, field }],
});

/** Stops all motion where it is. @param {PageState} state @returns {PageState} */
const stopped = (state) => ({ ...state, playing: false, motion: 0, rest: 0, presses: [] });

/**
 * @param {Record<string, string>} refusals
 * @param {string | undefined} field
 */
function without(refusals, field) {
  if (field === undefined || !(field in refusals)) return refusals;
  const { [field]: _, ...rest } = refusals;
  return rest;
}

/**
 * An edit is made at the position shown. A new beginning goes there; everything else stays where it is, and
 * goes on playing.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'edit' }>} action
 * @returns {Next}
 */
function edit(state, { edit, continues = false, field, gesture }) {
  if (!state.view) return quiet(state);
  const { position } = state.view.after;
  const begins = edit.kind === 'seed' || edit.kind === 'example';
  const ready = { ...(begins ? stopped(state) : state), refusals: without(state.refusals, field) };
  const waiting = begins ? 'cut' : 'keep';
  return ask({ ...ready, gesture }, { kind: 'edit', position, edit, continues }, waiting, field);
}

/**
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next}
 */
export function update(state, action) {
  switch (action.type) {
    case 'open':
      return ask(state, { kind: 'open', example: action.example }, 'cut');
    case 'answered': {
      const refusals = without(state.refusals, action.field);
      const { message } = action;
      const { sizes } = action.view.after;
      const selection = state.selection && exists(state.selection, sizes) ? state.selection : undefined;
      const hover = state.hover && exists(state.hover, sizes) ? state.hover : undefined;
      const next = arrive({ ...state, refusals, selection, hover }, action.view);
      return message === undefined ? next : quiet({ ...stopped(next.state), notice: message });
    }
    case 'refused': {
      const still = { ...stopped(state), waiting: undefined };
      if (action.field === undefined) return quiet({ ...still, notice: action.sentence });
      return quiet({ ...still, refusals: { ...state.refusals, [action.field]: action.sentence } });
    }
    case 'withdraw':
      return quiet({ ...state, refusals: without(state.refusals, action.field) });
    case 'seedProposed':
      return edit(state, { type: 'edit', edit: { kind: 'seed', value: action.seed }, field: 'seed' });
    case 'move':
      return press(state, action);
    case 'show':
      return ask(stopped(state), { kind: 'show', position: action.position }, 'cut');
    case 'visit':
      return ask(stopped(state), { kind: 'visit', index: action.index }, 'cut');
    case 'run':
      return ask(stopped(state), { kind: 'run', miniBatches: action.miniBatches }, 'cut');
    case 'edit':
      return edit(state, action);
    case 'endGesture':
      return quiet({ ...state, gesture: undefined });
    case 'proposeSeed':
      return { state, commands: [{ request: { kind: 'proposeSeed' } }] };
    case 'undo':
    case 'redo':
      return ask({ ...stopped(state), refusals: {} }, { kind: action.type }, 'cut');
    case 'toggle':
      return toggle(state);
    case 'direction':
      return quiet({ ...stopped(state), direction: action.direction });
    case 'speed':
      return quiet({ ...state, speed: action.speed });
    case 'pace':
      return quiet({ ...state, pace: action.pace });
    case 'scrub':
      return quiet({ ...stopped(state), t: Math.min(1, Math.max(0, action.t)) });
    case 'tick':
      return tick(state, action.elapsed);
    case 'select':
      return quiet({ ...state, selection: action.selection });
    case 'hover':
      return quiet({ ...state, hover: action.selection });
    case 'unfold':
      return quiet({ ...state, unfolded: action.all });
    case 'notice':
      return quiet({ ...state, notice: action.sentence });
    case 'reducedMotion':
      return quiet({ ...state, reducedMotion: action.reduced, t: action.reduced ? 1 : state.t, motion: 0 });
    case 'room':
      return quiet({ ...state, room: { width: action.width, height: action.height } });
  }
}
