/**
 * What is drawn of one quantity during a step: the number before it or after it, and how opaque.
 *
 * @module
 */

/**
 * A number as it is drawn.
 *
 * @typedef {object} Shown
 * @property {number} value
 * @property {number} opacity  above 0, up to 1
 * @property {boolean} changing  whether this step changes it
 */

/**
 * Returns 0 up to `from`, 1 from `to` on, and a smooth step between: 3p² − 2p³.
 * @param {number} t
 * @param {number} from
 * @param {number} to
 */
export function smoothstep(t, from, to) {
  const part = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return part * part * (3 - 2 * part);
}

/**
 * Returns what is drawn of a number at t. It fades in from `turn` on if the step computes it, and fades
 * out at the start if it is gone after the step. If it changes, the old number is replaced by the new one
 * at `turn`: no number between them is shown, since none was computed.
 *
 * @param {number | undefined} before
 * @param {number | undefined} after
 * @param {number} t
 * @param {number} [turn]  of t
 * @returns {Shown | undefined}  none if there is nothing to see
 */
export function shownAt(before, after, t, turn = 0.7) {
  if (before === undefined && after === undefined) return undefined;
  if (before === undefined) {
    const opacity = smoothstep(t, turn, Math.min(1, turn + 0.2));
    return opacity > 0 ? { value: Number(after), opacity, changing: true } : undefined;
  }
  if (after === undefined) {
    const opacity = 1 - smoothstep(t, 0, 0.3);
    return opacity > 0 ? { value: before, opacity, changing: false } : undefined;
  }
  if (Object.is(before, after)) return { value: after, opacity: 1, changing: false };
  // It still counts as changing at t = 1, so that one can see what an update has changed.
  return { value: t < turn ? before : after, opacity: 1, changing: t > 0 };
}

/**
 * Returns a value between two computed ones, for widths and arcs; from 0 if there is none before.
 * @param {number | undefined} before
 * @param {number | undefined} after
 * @param {number} part  0 to 1
 */
export function interpolate(before, after, part) {
  if (after === undefined) return before ?? 0;
  if (before === undefined) return after * part;
  return before + (after - before) * part;
}
