/**
 * The kinds of changes that Undo can take back, so that it says which comes next.
 *
 * @module
 */

/** @import { Request } from '../protocol/messages.js' */

/**
 * Kinds of changes, the newest last.
 *
 * @typedef {{ done: readonly string[], undone: readonly string[] }} Changes
 */

/** @type {Changes} */
export const CHANGES = Object.freeze({ done: [], undone: [] });

/** Requests that can be undone. */
const OPENS = new Set(['openData', 'openNetwork', 'changeSamples']);

/**
 * Returns the changes after an answer.
 *
 * @param {Changes} changes
 * @param {Request} request
 * @returns {Changes}
 */
export function changesAfter({ done, undone }, request) {
  const { kind } = request;
  if (kind === 'undo') return { done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] };
  if (kind === 'redo') return { done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) };
  const made = kind === 'edit' ? request.edit.kind : OPENS.has(kind) ? kind : undefined;
  if (made === undefined) return { done, undone };
  return { done: kind === 'edit' && request.continues ? done : [...done, made], undone: [] };
}
