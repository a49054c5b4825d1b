/**
 * Mini-batch SGD in TensorFlow.js on its WebAssembly backend, in 32-bit numbers. A mini-batch is a matrix;
 * gradients are written out.
 *
 * @module
 */
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs';

/**
 * Returns a function that trains on a number of mini-batches.
 *
 * @param {import('./work.js').Shape} shape
 * @param {{ xs: Float64Array, ys: Float64Array, count: number }} samples
 * @param {Float64Array} parameters
 * @param {number} eta
 */
export async function tensorflow({ sizes, m }, { xs, ys, count }, parameters, eta) {
  await tf.setBackend('wasm');
  await tf.ready();
  let at = 0;
  const take = (/** @type {number} */ length) => Float32Array.from(parameters.slice(at, (at += length)));
  const layers = sizes.slice(1).map((n, l) => {
    const from = sizes[l] ?? 0;
    const weights = tf.variable(tf.tensor2d(take(n * from), [n, from]));
    return { weights, biases: tf.variable(tf.tensor1d(take(n))) };
  });
  const batches = Array.from({ length: count / m }, (_, i) => {
    const rows = (/** @type {Float64Array} */ values) => {
      const width = values.length / count;
      return tf.tensor2d(Float32Array.from(values.slice(i * m * width, (i + 1) * m * width)), [m, width]);
    };
    return { x: rows(xs), y: rows(ys) };
  });
  let next = 0;
  const step = () => {
    const { x, y } = batches[next];
    next = (next + 1) % batches.length;
    const a = [x];
    for (const { weights, biases } of layers) {
      a.push(tf.sigmoid(tf.add(tf.matMul(a[a.length - 1], weights, false, true), biases)));
    }
    let error = tf.sub(a[a.length - 1], y);
    for (let l = layers.length - 1; l >= 0; l -= 1) {
      const { weights, biases } = layers[l];
      const out = a[l + 1];
      const delta = tf.mul(error, tf.mul(out, tf.sub(1, out)));
      if (l > 0) error = tf.matMul(delta, weights);
      weights.assign(tf.sub(weights, tf.mul(eta / m, tf.matMul(delta, a[l], true, false))));
      biases.assign(tf.sub(biases, tf.mul(eta / m, tf.sum(delta, 0))));
    }
  };
  return (/** @type {number} */ miniBatches) => {
    for (let i = 0; i < miniBatches; i += 1) tf.tidy(step);
  };
}
