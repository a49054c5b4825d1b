/**
 * What stands beside a number that is typed on the stage.
 *
 * @module
 */

/** @import { Selection } from '../../notation/selection.js' */

/** What the field is called: the kind of its number, and its symbol. */
export const label = {
  /** @type {Record<Selection['kind'], (symbol: string) => string>} */
  of: {
    weight: (symbol) => `Weight ${symbol}`,
    bias: (symbol) => `Bias ${symbol}`,
    neuron: (symbol) => `Input ${symbol}`,
    target: (symbol) => `Target ${symbol}`,
    sample: (symbol) => symbol,
    cost: (symbol) => symbol,
  },
};

export const keys = 'Enter sets it · Tab goes on · Esc leaves';
