/**
 * The top bar and its menu.
 *
 * @module
 */

/** @type {Record<string, string>} */
export const examples = {
  majority: 'Majority of three bits',
  parity: 'Parity of three bits',
  xor: 'Exclusive or',
  mazur: 'Mazur’s example',
  textbook: 'Han and Kamber’s example',
};

export const page = 'Backstep';
export const starting = 'Starting …';
export const singleSample = 'A single sample';
export const ownData = 'Your own data';
export const example = 'Other examples';
export const data = 'Data';
export const dataHint = 'Other data: generated, included, or your own';
export const lesson = 'Lesson';
export const lessonHint = 'Backpropagation in twelve stops';
export const present = 'Present';
export const presentHint = 'Bigger, and without controls (f)';
export const share = 'Share';
export const shareHint = 'A link to this moment';
export const views = 'Views';
export const viewsHint = 'Mini-batch, cards, code and more';
export const undo = 'Undo';
export const redo = 'Redo';
export const more = 'More';

/** The learning rate and the mini-batch size; the letters as they are drawn. */
/** @param {unknown} letter */
export const eta = (letter) => ['Learning rate ', letter];
export const etaLabel = 'Learning rate η (eta)';
export const etaHint = 'Any number';
export const etaSlider = 'eta, logarithmic';
/** @param {unknown} letter */
export const miniBatchSize = (letter) => ['Mini-batch ', letter];
export const miniBatchSizeLabel = 'Mini-batch size m';
/** @param {number} most */
export const miniBatchSizeHint = (most) => `Samples in a mini-batch, 1 to ${most}`;
