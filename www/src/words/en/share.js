/**
 * The menu of Share.
 *
 * @module
 */

export const label = 'Share this moment';
export const title = 'This moment';
export const singleSample = 'A single sample is shown. Leave it to share the session.';

/** @param {{ epoch: number, miniBatch: number, sample: number, step: string }} given */
export const ofSample = ({ epoch, miniBatch, sample, step }) =>
  `Epoch ${epoch}, mini-batch ${miniBatch}, sample ${sample}, step ${step}. ${same}`;
/** @param {{ epoch: number, miniBatch: number, step: string }} given */
export const ofMiniBatch = ({ epoch, miniBatch, step }) =>
  `Epoch ${epoch}, mini-batch ${miniBatch}, step ${step}. ${same}`;
const same = 'Whoever opens it sees the same numbers, to the last bit.';

/** @param {string} n @param {string} most */
export const fits = (n, most) => `${n} characters. Up to ${most} fit everywhere.`;
/** @param {string} n */
export const tooLong = (n) => `${n} characters, too long for mail and chat: save it as a file.`;
export const tooBig = 'Its data is too big for a link: save it as a file.';
export const link = 'Link to this moment';
export const copy = 'Copy';
export const save = 'Save as file';
export const open = 'Open a file';
