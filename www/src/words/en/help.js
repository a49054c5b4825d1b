/**
 * The sheet behind “?”: keys, and how numbers are shown.
 *
 * @module
 */

export const title = 'Keys and numbers';

/** What the sheet lists: keys and what they do. @type {[string[], string][]} */
export const keys = [
  [['space'], 'play, pause'],
  [['←', '→'], 'back and forward, by the size of step chosen'],
  [['Shift ←', 'Shift →'], 'a mini-batch back and forward'],
  [['[', ']'], 'a sample back and forward'],
  [['Home', 'End'], 'to the start, to the last mini-batch run'],
  [['d', 's', 'm'], 'steps in detail, whole steps, whole mini-batches'],
  [['↑', '↓'], 'on a weight, bias, input or target: 0.1 more or less; with Shift\u00a01'],
  [['Enter', 'p'], 'choose, pin what has the focus'],
  [['t', 'f'], 'table, presentation'],
  [['Ctrl Z', 'Ctrl Shift Z'], 'undo, redo'],
  [['−', '0', '+'], 'where a sign is asked for: negative, zero, positive'],
  [['Esc'], 'close, leave the presentation'],
  [['?'], 'this sheet'],
];

export const letters = 'Single letters are keys';
export const decimals = 'Decimals';
export const comma = 'Decimal comma';
