/**
 * Which line of the NumPy program, and which function of the core, does a step; and the arrays it reads and writes.
 *
 * @module
 */

/** @import { State, Step } from '../protocol/messages.js' */

/**
 * How the line of a step begins, found by its text so that the program can be changed freely. A hidden δ and its
 * gradient have lines of their own.
 * @type {Record<Step['kind'], [string, string?]>}
 */
const STARTS = {
  load: ['zs, activations = [], [x]'],
  z: ['zs.append('],
  a: ['activations.append('],
  cost: ['cost ='],
  delta: ['delta = (activations[-1]', 'delta = (self.weights'],
  nabla: ['nabla_b, nabla_w = [delta], ', 'nabla_b, nabla_w = [delta, '],
  sum: ['sum_b, sum_w = [s + n'],
  mean: ['mean_b, mean_w ='],
  scale: ['change_b, change_w ='],
  update: ['self.weights = [w - c'],
  evaluate: ['return sum(np.argmax'],
  shuffle: ['order = rng.permutation'],
};

/**
 * The line of a step, counted from 1.
 *
 * @param {readonly string[]} lines
 * @param {Step} step
 * @param {number} layers
 * @returns {number | undefined}  none if the program has no such line
 */
export function lineOf(lines, { kind, layer }, layers) {
  const [output, hidden] = STARTS[kind];
  const start = hidden !== undefined && layer !== layers ? hidden : output;
  const at = lines.findIndex((line) => line.trimStart().startsWith(start));
  return at < 0 ? undefined : at + 1;
}

/** Where the core does a step: file and functions. @type {Record<Step['kind'], [string, string[]] | undefined>} */
const CORE = {
  load: undefined,
  z: ['layer.rs', ['weighted_input']],
  a: ['layer.rs', ['activate']],
  cost: ['layer.rs', ['cost']],
  delta: ['layer.rs', ['delta']],
  nabla: ['layer.rs', ['nabla']],
  sum: ['layer.rs', ['add_nabla']],
  mean: ['update.rs', ['mean']],
  scale: ['update.rs', ['change']],
  update: ['update.rs', ['updated', 'update']],
  evaluate: ['evaluate.rs', ['evaluate']],
  shuffle: ['rng.rs', ['permutation']],
};

/**
 * The file of the core that does a step, and its functions there.
 *
 * @param {Step} step
 * @param {number} layers
 * @returns {{ file: string, functions: string[] } | undefined}  none for a step that computes nothing
 */
export function coreOf({ kind, layer }, layers) {
  const place = CORE[kind];
  if (!place) return undefined;
  const [file, functions] = place;
  if (kind !== 'delta') return { file, functions };
  return { file, functions: [layer === layers ? 'cost_derivative' : 'carry_back', 'slope', ...functions] };
}

/**
 * A function as it stands in a Rust file, with the comment before it.
 *
 * @param {string} source
 * @param {string} name
 * @returns {string | undefined}
 */
export function functionIn(source, name) {
  const lines = source.split('\n');
  const head = new RegExp(`^(\\s*)pub(\\(crate\\))? fn ${name}\\b`);
  const at = lines.findIndex((line) => head.test(line));
  if (at < 0) return undefined;
  const indent = String(lines[at]?.match(head)?.[1]);
  let first = at;
  while (first > 0 && lines[first - 1]?.startsWith(`${indent}///`)) first -= 1;
  const last = lines.findIndex((line, place) => place >= at && line === `${indent}}`);
  return lines
    .slice(first, last + 1)
    .map((line) => line.slice(indent.length))
    .join('\n');
}

/** An array of the program with its shape. @typedef {{ name: string, shape: string, values: Float64Array }} Named */

/**
 * The arrays that the line of a step reads and writes, as far as they are known.
 *
 * @param {State} state
 * @returns {Named[]}
 */
export function arraysOf(state) {
  const { kind, layer = state.sizes.length } = state.step;
  const l = layer - 1;
  const [n, inputs] = [state.sizes[l] ?? 0, state.sizes[l - 1] ?? 0];
  /** @param {string} name @param {Float64Array | undefined} values @param {string} shape @returns {Named[]} */
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
      return [
        ...named('change_w[-1]', state.changeW[l], matrix),
        ...named('change_b[-1]', state.changeB[l], column),
      ];
    case 'update':
      return [
        ...named('self.weights[-1]', state.weights[l], matrix),
        ...named('self.biases[-1]', state.biases[l], column),
      ];
    default:
      return [];
  }
}
