/**
 * What the caption tells of the last change, until the next step.
 *
 * @module
 */
import { patch } from './patch.js';

/** @import { Moment } from '../captions/moment.js' */
/** @import { Edit } from '../protocol/edit.js' */
/** @import { Request } from '../protocol/messages.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Resized } from '../scene/resized.js' */
/** @import { PageState } from './state.js' */

/** Steps after which a change no longer acts on the mini-batch shown. */
const MADE = new Set(['update', 'evaluate', 'shuffle']);

/** Returns the state without what was told of the last change. @param {PageState} state */
export const withoutMoment = (state) =>
  patch(state, { ui: { resized: undefined }, feedback: { moment: undefined } });

/**
 * Returns what is told of a change, if there is something to tell.
 *
 * @param {PageState} state  before it was answered
 * @param {Request} request
 * @param {View} view  the answer
 * @returns {Moment | undefined}
 */
export function momentAfter({ view: before, ui, feedback }, request, view) {
  if (request.kind !== 'edit' || !before) return undefined;
  // Several edits of one gesture are told as one change.
  const earlier = request.continues ? feedback.moment : undefined;
  return changeOf(request.edit, before.after, view.after, ui.resized, earlier);
}

/**
 * @param {Edit} edit
 * @param {State} before
 * @param {State} after
 * @param {Resized | undefined} resized
 * @param {Moment | undefined} earlier
 * @returns {Moment | undefined}
 */
function changeOf(edit, before, after, resized, earlier) {
  const made = MADE.has(before.step.kind);
  switch (edit.kind) {
    case 'eta': {
      const old = earlier?.kind === 'eta' ? earlier.old : before.eta;
      return old === after.eta ? undefined : { kind: 'eta', old, value: after.eta, made };
    }
    case 'miniBatchSize':
      return before.miniBatchSize === after.miniBatchSize ? undefined : sizeOf(before, after, made);
    case 'sizes':
      return resized && { kind: 'resized', resized, sizes: after.sizes, rows: after.rows };
    case 'weight': {
      const { layer, to, from, value } = edit;
      return { kind: 'edited', parameter: { kind: 'weight', layer, to, from }, value, made };
    }
    case 'bias': {
      const { layer, neuron, value } = edit;
      return { kind: 'edited', parameter: { kind: 'bias', layer, neuron }, value, made };
    }
    case 'input':
    case 'target':
      return { kind: 'sample', what: edit.kind, index: edit.index, value: edit.value, made };
    default:
      return undefined;
  }
}

/**
 * @param {State} before
 * @param {State} after
 * @param {boolean} made
 * @returns {Moment}
 */
function sizeOf(before, after, made) {
  const [from, to] = [before.position.sample + 1, after.position.sample + 1];
  return {
    kind: 'miniBatchSize',
    old: made ? before.m : before.miniBatchSize,
    value: after.miniBatchSize,
    moved: from === to || made ? undefined : { from, to },
    made,
  };
}
