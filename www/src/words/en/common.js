/**
 * Words that several parts of the page need, also on a first visit.
 *
 * @module
 */

export const oneMoment = 'One moment …';
export const close = 'Close';
