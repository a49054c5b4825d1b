/**
 * The tabs of the side column: only what is shown sends questions.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TABS, TAB_NAMES, isOpen, tabOf } from '../../www/src/state/panels.js';
import { INITIAL } from '../../www/src/state/state.js';
import { update } from '../../www/src/state/update.js';
import { partOf, register } from '../../www/src/view/registry.js';
import { Session } from '../wasm/module.js';
import { answered } from './answers.js';
import { page } from './page.js';
import { ORIGIN, viewAt } from './views.js';

/** @import { Settings } from '../../www/src/state/state.js' */

test('only the open panels of the tab shown send questions', () => {
  const session = Session.open('xor');
  session.advance(20, 1e9);
  const names = Object.values(TABS).flat();
  /** @param {Partial<Settings>} some */
  const asked = (some) => {
    const state = { ...INITIAL, settings: { ...INITIAL.settings, open: names, ...some } };
    const { state: now, commands } = update(state, answered(viewAt(session, ORIGIN)));
    const drawn = update(now, { type: 'countCorrect' }).state;
    const again = update(drawn, answered(viewAt(session, session.positionOf(9))));
    return [...commands, ...again.commands].map(({ request }) => request.kind);
  };
  for (const tab of TAB_NAMES) assert.deepEqual(asked({ tab, open: [] }), [], tab);
  assert.deepEqual(asked({ tab: 'training' }), ['survey', 'survey']);
  assert.deepEqual(asked({ tab: 'miniBatch' }), ['inspect', 'inspect']);
  for (const name of names) {
    const tab = tabOf(name);
    const others = names.filter((other) => tabOf(other) !== tab);
    assert.deepEqual(asked({ tab, open: [name, ...others] }), asked({ tab, open: [name] }), name);
  }
});

test('a panel that is opened is shown, and one whose tab is not shown is not open', () => {
  const { act, asked, now } = page(['eta']);
  asked.splice(0);
  act({ type: 'settings', settings: { tab: 'code' } });
  assert.equal(asked.length, 0);
  assert.equal(isOpen(now().settings, 'eta'), false);
  act({ type: 'panel', panel: 'ledger', on: true });
  assert.equal(now().settings.tab, 'inspect');
  act({ type: 'settings', settings: { tab: 'miniBatch' } });
  assert.equal(isOpen(now().settings, 'eta'), true);
});

test('what draws a panel is there once it has been fetched', () => {
  const draw = () => 'drawn';
  assert.equal(partOf('code'), undefined);
  register('code', draw);
  assert.equal(partOf('code'), draw);
  // The state has the names, so that the page is redrawn.
  const { state } = update(INITIAL, { type: 'partLoaded', name: 'code' });
  assert.deepEqual(state.fetched.parts, ['code']);
});
