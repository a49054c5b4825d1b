/**
 * Mini-batch SGD in plain JavaScript, written for speed: `Float64Array`, loops over rows, no allocation in a
 * step.
 *
 * @module
 */
export class Plain {
  /**
   * @param {number[]} sizes
   * @param {Float64Array} parameters  layer by layer, weights row by row, then biases
   */
  constructor(sizes, parameters) {
    let at = 0;
    this.layers = sizes.slice(1).map((n, l) => {
      const from = sizes[l] ?? 0;
      const take = (/** @type {number} */ length) => parameters.slice(at, (at += length));
      const [weights, biases] = [take(n * from), take(n)];
      const zeros = (/** @type {number} */ length) => new Float64Array(length);
      return {
        n,
        from,
        weights,
        biases,
        sumW: zeros(n * from),
        sumB: zeros(n),
        a: zeros(n),
        delta: zeros(n),
      };
    });
  }

  /**
   * Adds the gradient of a sample to the sums.
   *
   * @param {Float64Array} x
   * @param {Float64Array} y
   */
  add(x, y) {
    const { layers } = this;
    let input = x;
    for (const { n, from, weights, biases, a } of layers) {
      for (let j = 0, at = 0; j < n; j += 1) {
        let z = 0;
        for (let k = 0; k < from; k += 1, at += 1) z += weights[at] * input[k];
        a[j] = 1 / (1 + Math.exp(-(z + biases[j])));
      }
      input = a;
    }
    for (let l = layers.length - 1; l >= 0; l -= 1) {
      const { n, from, a, delta, sumW, sumB } = layers[l];
      if (l === layers.length - 1) {
        for (let j = 0; j < n; j += 1) delta[j] = (a[j] - y[j]) * a[j] * (1 - a[j]);
      } else {
        const above = layers[l + 1];
        delta.fill(0);
        for (let j = 0, at = 0; j < above.n; j += 1) {
          const d = above.delta[j];
          for (let k = 0; k < n; k += 1, at += 1) delta[k] += above.weights[at] * d;
        }
        for (let j = 0; j < n; j += 1) delta[j] *= a[j] * (1 - a[j]);
      }
      const below = l > 0 ? layers[l - 1].a : x;
      for (let j = 0, at = 0; j < n; j += 1) {
        const d = delta[j];
        sumB[j] += d;
        for (let k = 0; k < from; k += 1, at += 1) sumW[at] += below[k] * d;
      }
    }
  }

  /**
   * Subtracts eta/m times the sums from the parameters, and begins new sums.
   *
   * @param {number} m
   * @param {number} eta
   */
  update(m, eta) {
    const rate = eta / m;
    for (const { weights, biases, sumW, sumB } of this.layers) {
      for (let i = 0; i < weights.length; i += 1) weights[i] -= rate * sumW[i];
      for (let i = 0; i < biases.length; i += 1) biases[i] -= rate * sumB[i];
      sumW.fill(0);
      sumB.fill(0);
    }
  }
}

/**
 * Returns a function that trains on a number of mini-batches.
 *
 * @param {import('./work.js').Shape} shape
 * @param {{ xs: Float64Array, ys: Float64Array, count: number }} samples
 * @param {Float64Array} parameters
 * @param {number} eta
 */
export function plain({ sizes, m }, { xs, ys, count }, parameters, eta) {
  const network = new Plain(sizes, parameters);
  const rows = (/** @type {Float64Array} */ values) => {
    const width = values.length / count;
    return Array.from({ length: count }, (_, i) => values.subarray(i * width, (i + 1) * width));
  };
  const [x, y] = [rows(xs), rows(ys)];
  let next = 0;
  return (/** @type {number} */ miniBatches) => {
    for (let i = 0; i < miniBatches; i += 1) {
      for (let s = 0; s < m; s += 1) {
        network.add(x[next], y[next]);
        next = (next + 1) % count;
      }
      network.update(m, eta);
    }
  };
}
