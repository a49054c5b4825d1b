/**
 * One quantity in one place, before and after a step: which number shows at which t, and how strongly.
 *
 * @module
 */

/**
 * What is drawn of a number. `strength` is its opacity; `changing` says that this step changes it.
 * @typedef {{ value: number, strength: number, changing: boolean }} Shown
 */

/**
 * From 0 at `from` to 1 at `to`, smoothly.
 * @param {number} t
 * @param {number} from
 * @param {number} to
 */
export function ramp(t, from, to) {
  const part = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return part * part * (3 - 2 * part);
}

/**
 * A number that was not known and is computed appears when what it is made of has arrived; one that is given up
 * goes first; one that changes is the old one until `turn` and the new one from there: never a number in between,
 * which nobody has computed. `undefined` where nothing is to be seen.
 *
 * @param {number | undefined} before
 * @param {number | undefined} after
 * @param {number} t
 * @param {number} [turn]
 * @returns {Shown | undefined}
 */
export function shownAt(before, after, t, turn = 0.7) {
  if (before === undefined && after === undefined) return undefined;
  if (before === undefined) {
    const strength = ramp(t, turn, Math.min(1, turn + 0.2));
    return strength > 0 ? { value: Number(after), strength, changing: true } : undefined;
  }
  if (after === undefined) {
    const strength = 1 - ramp(t, 0, 0.3);
    return strength > 0 ? { value: before, strength, changing: false } : undefined;
  }
  if (Object.is(before, after)) return { value: after, strength: 1, changing: false };
  // The moment itself counts as changing at the end too, so that it can be seen what an update has changed.
  return { value: t < turn ? before : after, strength: 1, changing: t > 0 };
}

/**
 * A size that is drawn, on its way from one computed value to another.
 * @param {number | undefined} before
 * @param {number | undefined} after
 * @param {number} part  0 to 1
 */
export function between(before, after, part) {
  if (after === undefined) return before ?? 0;
  if (before === undefined) return after * part;
  return before + (after - before) * part;
}
