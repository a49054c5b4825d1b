/**
 * What is wrong with the fields of a session on other data.
 *
 * @module
 */

export const settings = {
  /** @param {string} typed */
  sizes: (typed) => `“${typed}” does not give layer sizes; for example 4-5-3 does.`,
  notANumber: {
    /** @param {string} typed */
    eta: (typed) => `eta: “${typed}” is not a number.`,
    /** @param {string} typed */
    miniBatchSize: (typed) => `The mini-batch size: “${typed}” is not a number.`,
    /** @param {string} typed */
    seed: (typed) => `The seed: “${typed}” is not a number.`,
    /** @param {string} typed */
    train: (typed) => `The number to train with: “${typed}” is not a number.`,
    /** @param {string} typed */
    test: (typed) => `The number to test with: “${typed}” is not a number.`,
    /** @param {string} typed */
    share: (typed) => `The share of the test data: “${typed}” is not a number.`,
    /** @param {string} typed */
    splitSeed: (typed) => `The seed of the train/test split: “${typed}” is not a number.`,
  },
};
