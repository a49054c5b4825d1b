/**
 * Panels keep the order that the person chose, also with new and missing panels.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { orderPanels, movePanel, isOpen } from '../../www/src/state/panels.js';
import { INITIAL } from '../../www/src/state/state.js';
import { update } from '../../www/src/state/update.js';
import { partOf, register } from '../../www/src/view/registry.js';
import { Session } from '../wasm/module.js';
import { answered } from './answers.js';
import { page } from './page.js';
import { ORIGIN, viewAt } from './views.js';

/** @import { Settings } from '../../www/src/state/state.js' */

test('a panel missing in the chosen order is placed after its default predecessor', () => {
  const names = ['a', 'b', 'new', 'c'];
  assert.deepEqual(orderPanels(names, []), names);
  assert.deepEqual(orderPanels(names, ['c', 'b', 'a']), ['c', 'b', 'new', 'a']);
  assert.deepEqual(orderPanels(names, ['c', 'gone', 'c', 'b']), ['a', 'c', 'b', 'new']);
});

test('a panel moves by one, and not beyond the ends', () => {
  assert.deepEqual(movePanel(['a', 'b', 'c'], 'b', -1), ['b', 'a', 'c']);
  assert.deepEqual(movePanel(['a', 'b', 'c'], 'b', 1), ['a', 'c', 'b']);
  assert.deepEqual(movePanel(['a', 'b', 'c'], 'a', -1), ['a', 'b', 'c']);
  assert.deepEqual(movePanel(['a', 'b', 'c'], 'c', 1), ['a', 'b', 'c']);
});

test('no hidden or closed panel sends a question', () => {
  const session = Session.open('xor');
  session.advance(20, 1e9);
  const names = [
    ...['eta', 'gradient', 'gradient-check', 'ledger', 'published', 'homework'],
    ...['map', 'confusion', 'training', 'draw'],
  ];
  /** @param {Partial<Settings>} some */
  const asked = (some) => {
    const state = { ...INITIAL, settings: { ...INITIAL.settings, open: names, ...some } };
    const { state: now, commands } = update(state, answered(viewAt(session, ORIGIN)));
    const drawn = update(now, { type: 'countCorrect' }).state;
    const again = update(drawn, answered(viewAt(session, session.positionOf(9))));
    return [...commands, ...again.commands].map(({ request }) => request.kind);
  };
  assert.deepEqual(asked({}), ['inspect', 'survey', 'inspect', 'survey']);
  assert.deepEqual(asked({ hidden: names }), []);
  assert.deepEqual(asked({ open: [] }), []);
  for (const name of names) {
    const others = names.filter((other) => other !== name);
    assert.deepEqual(asked({ hidden: others }), asked({ open: [name] }), name);
  }
});

test('a hidden panel sends no question, and a lesson that needs it shows it again', () => {
  const { act, asked, now } = page(['eta']);
  asked.splice(0);
  act({ type: 'settings', settings: { hidden: ['eta', 'equation'] } });
  assert.equal(asked.length, 0);
  assert.equal(isOpen(now().settings, 'eta'), false);
  act({ type: 'lesson', stop: 10 });
  assert.equal(isOpen(now().settings, 'eta'), true);
  assert.deepEqual(now().settings.hidden, ['equation']);
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
