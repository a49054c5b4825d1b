/**
 * Sentences of a computation that ended unexpectedly, and of what came of it.
 *
 * @module
 */

export const restarting = 'The computation has ended unexpectedly and is being started again.';

/** What happened. */
export const crashed = 'The computation crashed and was restarted.';
export const silent = 'The computation stopped answering and was restarted.';
export const back = 'The computation is back.';

/** What came of what was asked last. */
export const leftOut = 'What was asked last made it crash, and was left out.';
/** Beside what was asked. */
export const crashedAt = 'The computation crashed at this, so it was left out.';
export const silentAt = 'The computation did not come to an end with this, so it was left out.';

/** What came of the rest. */
export const whole = 'Nothing is lost.';
export const goesOn = 'Nothing is lost, and the run goes on.';
/** @param {string} miniBatches */
export const runStopped = (miniBatches) =>
  `The run stopped after ${miniBatches} mini-batches; what it had done is kept.`;
export const undoLost = 'Only what could be undone is lost.';
/** @param {string} miniBatches @param {string} time */
export const toBeComputed = (miniBatches, time) =>
  `All changes are kept, but ${miniBatches} mini-batches have to be computed again, about ${time}.`;
export const compute = 'Compute them';

/** Why there is no computation. */
export const unfetched =
  'The computation could not be started: a part of the page could not be fetched. Is there a connection?';
export const forbidden =
  'The computation could not be started: this host’s content security policy does not allow WebAssembly ' +
  '(“wasm-unsafe-eval” is missing).';
export const unstarted = 'The computation could not be started. If it fails again, use another browser.';
export const again = 'The computation ended again while it was being brought back.';
export const kept = 'Nothing is lost yet: your work can still be saved with Share.';
export const tryAgain = 'Try again';
export const toTheStart = 'Go to the first mini-batch instead';
