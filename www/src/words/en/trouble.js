/**
 * Sentences where learning has stopped, and what Undo would take back.
 *
 * @module
 */

export const diverged = {
  title: 'The numbers grew beyond all bounds',
};

export const stuck = {
  title: 'Hardly any gradient is left',
  /** @param {string | undefined} since  the mini-batch from which on eta was in force @param {string} eta */
  why: (since, eta) =>
    since === undefined
      ? 'The sigmoids are so flat that this update moves no weight noticeably, though the cost is high. ' +
        'More of the same will not help: go back, or begin with other start weights.'
      : `Since mini-batch ${since}, when η was set to ${eta}, the sigmoids have become so flat that this ` +
        'update moves no weight noticeably. Go back, and set a smaller η.',
  /** @param {string} miniBatch */
  back: (miniBatch) => `Go back to mini-batch ${miniBatch}`,
  start: 'Go back to the start',
  seed: 'New start weights',
};

export const offline = 'Offline. Everything that is open keeps working.';

/** What Undo and Redo would take back or make again, by the kind of change. */
export const undo = {
  none: 'Undo: nothing has been changed yet',
  noRedo: 'Redo: nothing has been undone',
  /** @param {string} change */
  undo: (change) => `Undo ${change} (Ctrl+Z). Back steps in time and undoes nothing.`,
  /** @param {string} change */
  redo: (change) => `Redo ${change} (Ctrl+Shift+Z)`,
  other: 'the last change',
  /** @type {Record<string, string>} */
  changes: {
    eta: 'the change of the learning rate',
    miniBatchSize: 'the change of the mini-batch size',
    sizes: 'the change of the layers',
    weight: 'the change of a weight',
    bias: 'the change of a bias',
    parameters: 'the change of the weights',
    input: 'the change of an input',
    target: 'the change of a target',
    conventions: 'the change of the conventions',
    seed: 'the new start weights',
    example: 'opening this example',
    openData: 'opening this data',
    openNetwork: 'opening these numbers',
    changeSamples: 'the change of the samples',
  },
};
