/**
 * How conventions differ from those of the book.
 *
 * @module
 */

export const differences = {
  trainBiases: 'biases are not trained',
  halveCost: 'C is not halved',
  averageGradients: 'Σ is not divided by m',
};
