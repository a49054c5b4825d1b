/**
 * The clock of animations, and the only module that requests animation frames. It runs only while something
 * moves.
 *
 * @module
 */

/** The most milliseconds that a frame counts for, so that nothing jumps after the browser has paused. */
export const LONGEST_FRAME = 50;

/**
 * Creates a clock that does not run yet.
 *
 * @param {(elapsed: number) => void} tick  gets the milliseconds since the previous frame
 * @param {(callback: (time: number) => void) => number} [nextFrame]
 * @returns {(running: boolean) => void}  starts or stops the clock
 */
export function createClock(tick, nextFrame = (callback) => requestAnimationFrame(callback)) {
  let running = false;
  let pending = false;
  /** @type {number | undefined} */
  let last;

  /** @param {number} time */
  function frame(time) {
    pending = false;
    if (!running) return;
    const elapsed = last === undefined ? 0 : Math.min(time - last, LONGEST_FRAME);
    last = time;
    tick(elapsed);
    request();
  }

  function request() {
    if (running && !pending) {
      pending = true;
      nextFrame(frame);
    }
  }

  return (run) => {
    if (run && !running) last = undefined;
    running = run;
    request();
  };
}
