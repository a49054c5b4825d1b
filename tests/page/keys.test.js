/**
 * The keyboard: every key of the help sheet, on keyboards of several languages.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { onKey } from '../../www/src/keys.js';
import { INITIAL } from '../../www/src/state/state.js';

/** @import { Action, PageState } from '../../www/src/state/state.js' */

/**
 * Presses a key; returns the action, or nothing if the key is left to the browser.
 *
 * @param {Partial<KeyboardEvent>} event
 * @param {{ state?: object, on?: string }} [where]  `on` is what the element with the focus is or is in
 */
function press(event, { state = {}, on = 'body' } = {}) {
  /** @type {Action[]} */
  const actions = [];
  let isTaken = false;
  const target = { closest: (/** @type {string} */ selector) => (selector.includes(on) ? {} : null) };
  onKey(
    /** @type {any} */ ({
      target,
      preventDefault: () => (isTaken = true),
      defaultPrevented: false,
      ...event,
    }),
    /** @type {PageState} */ ({ ...INITIAL, ...state }),
    (action) => actions.push(action),
  );
  assert.equal(actions.length, isTaken ? 1 : 0);
  return actions[0];
}

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
const RUN = { view: { timeline: { completed: 7 } } };
const SIGN = { prediction: { ...INITIAL.prediction, question: {}, mode: 'sign' } };

test('every key of the help sheet does what is said of it', () => {
  /** @type {[Partial<KeyboardEvent>, Action | undefined, object?][]} */
  const cases = [
    [{ key: ' ' }, { type: 'togglePlaying' }],
    [{ key: 'ArrowRight' }, { type: 'move', unit: 'pace', by: 1 }],
    [{ key: 'ArrowLeft' }, { type: 'move', unit: 'pace', by: -1 }],
    [
      { key: 'ArrowRight', shiftKey: true },
      { type: 'move', unit: 'miniBatch', by: 1 },
    ],
    [
      { key: 'ArrowLeft', shiftKey: true },
      { type: 'move', unit: 'miniBatch', by: -1 },
    ],
    [{ key: ']' }, { type: 'move', unit: 'sample', by: 1 }],
    [{ key: '[' }, { type: 'move', unit: 'sample', by: -1 }],
    [{ key: 'Home' }, { type: 'show', position: ORIGIN }],
    [{ key: 'End' }, { type: 'visit', index: 6 }, RUN],
    [{ key: 'End' }, undefined],
    [{ key: 'd' }, { type: 'pace', pace: 'detail' }],
    [{ key: 's' }, { type: 'pace', pace: 'step' }],
    [{ key: 'm' }, { type: 'pace', pace: 'miniBatch' }],
    [{ key: 't' }, { type: 'showAsTable', on: true }],
    [{ key: 'f' }, { type: 'presentationMode', on: true }],
    [{ key: 'd' }, undefined, { settings: { ...INITIAL.settings, letters: false } }],
    [{ key: 'z', ctrlKey: true }, { type: 'undo' }],
    [{ key: 'z', metaKey: true }, { type: 'undo' }],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, { type: 'redo' }],
    [{ key: 'y', ctrlKey: true }, { type: 'redo' }],
    [{ key: '−' }, { type: 'predict', guess: -1 }, SIGN],
    [{ key: '0' }, { type: 'predict', guess: 0 }, SIGN],
    [{ key: '+', shiftKey: true }, { type: 'predict', guess: 1 }, SIGN],
    [
      { key: 'Escape' },
      { type: 'presentationMode', on: false },
      { ui: { ...INITIAL.ui, presentation: true } },
    ],
    [
      { key: '?', shiftKey: true },
      { type: 'dialog', dialog: 'help' },
    ],
  ];
  for (const [event, action, state] of cases)
    assert.deepEqual(press(event, state && { state }), action, JSON.stringify(event));
});

test('keyboards of other languages have the same keys', () => {
  const forward = { type: 'move', unit: 'sample', by: 1 };
  // German and French on Windows, with AltGr; on a Mac, with Option.
  assert.deepEqual(press({ key: ']', ctrlKey: true, altKey: true }), forward);
  assert.deepEqual(press({ key: ']', altKey: true }), forward);
  assert.equal(press({ key: ']', ctrlKey: true }), undefined);
  assert.equal(press({ key: ']', metaKey: true }), undefined, 'a Mac goes forward in its history');
  for (const key of ['я', 'ζ', 'ז']) {
    assert.deepEqual(press({ key, code: 'KeyZ', ctrlKey: true }), { type: 'undo' }, key);
    assert.deepEqual(press({ key, code: 'KeyZ', ctrlKey: true, shiftKey: true }), { type: 'redo' }, key);
  }
  assert.deepEqual(press({ key: 'в', code: 'KeyD' }), { type: 'pace', pace: 'detail' });
  // A German keyboard has Y where others have Z.
  assert.deepEqual(press({ key: 'y', code: 'KeyZ', ctrlKey: true }), { type: 'redo' });
  assert.equal(press({ key: 'ß', code: 'Minus' }), undefined);
  assert.equal(press({ key: 'ArrowLeft', altKey: true }), undefined, 'a browser goes back with it');
});

test('nothing happens behind a dialog, and fields have their keys for themselves', () => {
  for (const event of [{ key: 'z', ctrlKey: true }, { key: 'ArrowRight' }, { key: ' ' }, { key: 't' }])
    assert.equal(press(event, { on: 'dialog' }), undefined, event.key);
  assert.equal(press({ key: 'z', ctrlKey: true }, { on: 'textarea' }), undefined);
  assert.equal(press({ key: 'ArrowRight' }, { on: 'select' }), undefined);
  assert.equal(press({ key: ' ' }, { on: 'button' }), undefined);
});
