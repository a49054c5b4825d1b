/**
 * A page without a document: the pure update, with the real core in place of the worker.
 *
 * @module
 */
import assert from 'node:assert/strict';

import { tabOf } from '../../www/src/state/panels.js';
import { INITIAL } from '../../www/src/state/state.js';
import { update } from '../../www/src/state/update.js';
import { Session } from '../wasm/module.js';
import { answered } from './answers.js';
import { ORIGIN, viewAt } from './views.js';

/** @import { Request } from '../../www/src/protocol/messages.js' */
/** @import { Action, PageState } from '../../www/src/state/state.js' */

/**
 * Creates a page whose worker answers when the test tells it to.
 * @param {string[]} [open]  panels that are open; the tab of the first is shown
 */
export function page(open = []) {
  const session = Session.open('majority');
  /** @type {PageState} */
  let state = { ...INITIAL, settings: { ...INITIAL.settings, open, tab: tabOf(open[0] ?? '') } };
  /** @type {Request[]} */
  const asked = [];
  /** @param {Action} action */
  const act = (action) => {
    const next = update(state, action);
    state = next.state;
    asked.push(...next.commands.map(({ request }) => request));
    return state;
  };
  const answer = () => {
    const request = asked.shift();
    assert.ok(request, 'something was asked');
    if (request.kind === 'open') return act(answered(viewAt(session, ORIGIN)));
    if (request.kind === 'show') return act(answered(viewAt(session, request.position)));
    assert.equal(request.kind, 'move');
    if (request.kind !== 'move') return state;
    const to = session.neighbour(request.position, request.unit, request.by) ?? request.position;
    return act(answered(viewAt(session, to)));
  };
  act({ type: 'open', example: 'majority' });
  answer();
  return { act, answer, asked, now: () => state };
}

/** @type {Action} */
export const FORWARD = { type: 'move', unit: 'step', by: 1 };
/** @type {Action} */
export const BACK = { type: 'move', unit: 'step', by: -1 };
