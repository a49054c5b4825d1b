/**
 * The only place that asks for animation frames. It runs only while something moves.
 *
 * @module
 */

/** A frame counts for at most so many milliseconds, so that nothing leaps after a pause of the browser. */
export const LONGEST_FRAME = 50;

/**
 * @param {(elapsed: number) => void} tick  gets the milliseconds since the frame before
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
