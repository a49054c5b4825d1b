/**
 * The code of a step: its line of the NumPy program, the Rust functions of the core, and the arrays it uses.
 *
 * @module
 */

/** @import { Step } from '../protocol/position.js' */
/** @import { State } from '../protocol/state.js' */

/**
 * How the line of a step starts. It is found by its text, so that other lines of the program can change.
 *
 * The second text is for hidden layers, where δ and its gradient have lines of their own.
 *
 * @type {Record<Step['kind'], [string, string?]>}
 */
const LINE_STARTS = {
  load: ['zs, activations = [], [x]'],
  z: ['zs.append('],
  a: ['activations.append('],
  cost: ['cost ='],
  delta: ['delta = (activations[-1]', 'delta = (self.weights'],
  nabla: ['nabla_b, nabla_w = [delta], ', 'nabla_b, nabla_w = [delta, '],
  sum: ['sum_b, sum_w = [s + n'],
  mean: ['mean_b, mean_w ='],
  scale: ['step_b, step_w ='],
  update: ['self.weights = [w + d'],
  evaluate: ['return sum(np.argmax'],
  shuffle: ['order = rng.permutation'],
};

/**
 * Returns the number of the line that does a step, from 1.
 *
 * @param {readonly string[]} lines  the program
 * @param {Step} step
 * @param {number} layers  the number of layers, which is the number of the output layer
 * @returns {number | undefined}  `undefined` if the program has no such line
 */
export function lineNumberOf(lines, { kind, layer }, layers) {
  const [output, hidden] = LINE_STARTS[kind];
  const start = hidden !== undefined && layer !== layers ? hidden : output;
  const at = lines.findIndex((line) => line.trimStart().startsWith(start));
  return at < 0 ? undefined : at + 1;
}

/**
 * The Rust file and functions that do a step.
 *
 * @type {Record<Step['kind'], [string, string[]] | undefined>}
 */
const RUST_SOURCES = {
  load: undefined,
  z: ['layer.rs', ['weighted_input']],
  a: ['layer.rs', ['activate']],
  cost: ['layer.rs', ['cost']],
  delta: ['layer.rs', ['delta']],
  nabla: ['layer.rs', ['nabla']],
  sum: ['layer.rs', ['add_nabla']],
  mean: ['update.rs', ['mean']],
  scale: ['update.rs', ['step']],
  update: ['update.rs', ['updated', 'update']],
  evaluate: ['evaluate.rs', ['evaluate']],
  shuffle: ['rng.rs', ['permutation']],
};

/**
 * Returns the Rust file of a step and its functions there.
 *
 * @param {Step} step
 * @param {number} layers
 * @returns {{ file: string, functions: string[] } | undefined}  `undefined` for a step that computes nothing
 */
export function rustSourceOf({ kind, layer }, layers) {
  const rustSource = RUST_SOURCES[kind];
  if (!rustSource) return undefined;
  const [file, functions] = rustSource;
  if (kind !== 'delta') return { file, functions };
  return { file, functions: [layer === layers ? 'cost_derivative' : 'carry_back', 'slope', ...functions] };
}

/**
 * Returns the text of a public function in a Rust file, with its doc comment.
 *
 * @param {string} source
 * @param {string} name
 * @returns {string | undefined}
 */
export function extractFunction(source, name) {
  const lines = source.split('\n');
  const head = new RegExp(`^(\\s*)pub(\\(crate\\))? fn ${name}\\b`);
  const at = lines.findIndex((line) => head.test(line));
  if (at < 0) return undefined;
  const indent = String(lines[at]?.match(head)?.[1]);
  let first = at;
  while (first > 0 && lines[first - 1]?.startsWith(`${indent}///`)) first -= 1;
  const last = lines.findIndex((line, index) => index >= at && line === `${indent}}`);
  return lines
    .slice(first, last + 1)
    .map((line) => line.slice(indent.length))
    .join('\n');
}

/**
 * An array of the program, with its shape as NumPy prints it.
 *
 * @typedef {{ name: string, shape: string, values: Float64Array }} NamedArray
 */

/**
 * Returns the arrays that the line of a step reads and writes, except those not computed yet.
 *
 * @param {State} state
 * @returns {NamedArray[]}
 */
export function arraysOf(state) {
  const { kind, layer = state.sizes.length } = state.step;
  const l = layer - 1;
  const [n, inputs] = [state.sizes[l] ?? 0, state.sizes[l - 1] ?? 0];
  /**
   * @param {string} name
   * @param {Float64Array | undefined} values
   * @param {string} shape
   * @returns {NamedArray[]}
   */
  const named = (name, values, shape) => (values ? [{ name, shape, values }] : []);
  const [column, matrix] = [`(${n},)`, `(${n}, ${inputs})`];
  switch (kind) {
    case 'load':
      return named('x', state.x, `(${state.sizes[0]},)`);
    case 'z':
      return [
        ...named('w', state.weights[l], matrix),
        ...named('activations[-1]', state.a[l - 1], `(${inputs},)`),
        ...named('b', state.biases[l], column),
        ...named('zs[-1]', state.z[l], column),
      ];
    case 'a':
      return [...named('zs[-1]', state.z[l], column), ...named('activations[-1]', state.a[l], column)];
    case 'cost':
      return [...named('activations[-1]', state.a[l], column), ...named('y', state.y, column)];
    case 'delta':
      return [
        ...named('sigmoid_prime(z)', state.slope[l], column),
        ...named('w.T @ delta', state.carried[l], column),
        ...named(
          'activations[-1] - y',
          layer === state.sizes.length ? state.costDerivative : undefined,
          column,
        ),
        ...named('delta', state.delta[l], column),
      ];
    case 'nabla':
      return [
        ...named('delta', state.delta[l], column),
        ...named('activations', state.a[l - 1], `(${inputs},)`),
        ...named('nabla_w[0]', state.nablaW[l], matrix),
        ...named('nabla_b[0]', state.nablaB[l], column),
      ];
    case 'sum':
      return [
        ...named('sum_w[-1]', state.sumNablaW[l], matrix),
        ...named('sum_b[-1]', state.sumNablaB[l], column),
      ];
    case 'mean':
      return [
        ...named('mean_w[-1]', state.meanNablaW[l], matrix),
        ...named('mean_b[-1]', state.meanNablaB[l], column),
      ];
    case 'scale':
      return [...named('step_w[-1]', state.stepW[l], matrix), ...named('step_b[-1]', state.stepB[l], column)];
    case 'update':
      return [
        ...named('self.weights[-1]', state.weights[l], matrix),
        ...named('self.biases[-1]', state.biases[l], column),
      ];
    default:
      return [];
  }
}
