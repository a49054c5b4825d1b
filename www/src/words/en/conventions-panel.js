/**
 * The switches of the conventions in which worked examples differ from the book.
 *
 * @module
 */

/** The switches, and what holds when one is off. */
export const switches = {
  trainBiases: ['Biases are trained', 'else they stay; ∂C/∂b is computed all the same'],
  halveCost: ['C is halved: ½ Σ (a − y)²', 'else C = Σ (a − y)² and ∂C/∂a = 2 (a − y)'],
  averageGradients: ['Σ ∂C/∂w is divided by m', 'else the sum itself is multiplied by η'],
};

export const panel = {
  about: 'All three are the book’s. Other people’s numbers can differ in these; every formula here follows.',
  later: 'In force from the next mini-batch on.',
  reset: 'As in the book',
};
