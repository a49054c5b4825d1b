/**
 * Writes the step shown as a Python script: the NumPy program, the current numbers, and lines that print
 * results.
 *
 * @module
 */

/** @import { ByLayer, Conventions, SampleRow, State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */

/**
 * Writes a number so that Python reads back the same bits.
 *
 * @param {number} value
 */
function pythonNumber(value) {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isFinite(value) ? String(value) : `float("${value > 0 ? 'inf' : '-inf'}")`;
}

/** @param {ArrayLike<number>} values */
const pythonArray = (values) => `np.array([${Array.from(values, pythonNumber).join(', ')}], dtype=float)`;

/**
 * Returns the lines that make the network, the mini-batch and eta.
 *
 * @param {State} state
 * @param {Pick<SampleRow, 'x' | 'y'>[]} rows
 */
function setupLines({ sizes, weights, biases, eta }, rows) {
  /**
   * @param {Float64Array | undefined} w
   * @param {number} at
   */
  const matrix = (w, at) => `${pythonArray(w ?? [])}.reshape(${sizes[at + 1]}, ${sizes[at]})`;
  const samples = rows.map(({ x, y }) => `(${pythonArray(x)}, ${pythonArray(y)})`);
  return [
    'net = Network(',
    `    [${weights.slice(1).map(matrix).join(',\n     ')}],`,
    `    [${biases
      .slice(1)
      .map((b) => pythonArray(b ?? []))
      .join(',\n     ')}])`,
    `mini_batch = [${samples.join(',\n              ')}]`,
    `eta = ${pythonNumber(eta)}`,
  ];
}

/**
 * Returns the lines that print a quantity, one for each layer in which it has been computed.
 *
 * @param {string} name
 * @param {ByLayer} quantity
 * @param {(index: number) => string} value  the Python expression, by the index of the layer, from 0 for
 *   layer 2
 */
const printLines = (name, quantity, value) =>
  quantity.flatMap((values, l) =>
    values && l > 0 ? [`print("${name}${l + 1} =", ${value(l - 1)}.ravel().tolist())`] : [],
  );

/**
 * Returns the lines that compute a sample and print its values.
 *
 * @param {State} state
 */
function sampleLines(state) {
  return [
    'x, y = mini_batch[0]',
    'zs, activations, cost, nabla_b, nabla_w = net.backprop(x, y)',
    ...printLines('z', state.z, (at) => `zs[${at}]`),
    ...printLines('a', state.a, (at) => `activations[${at + 1}]`),
    ...(state.cost === undefined ? [] : ['print("cost =", float(cost))']),
    ...printLines('delta', state.delta, (at) => `nabla_b[${at}]`),
    ...printLines('nabla_w', state.nablaW, (at) => `nabla_w[${at}]`),
    ...printLines('nabla_b', state.nablaB, (at) => `nabla_b[${at}]`),
  ];
}

/**
 * The lines of the program to replace, for each convention that differs from the book's.
 *
 * @type {Record<keyof Conventions, [string, string][]>}
 */
const REPLACEMENTS = {
  halveCost: [
    ['cost = 0.5 * np.sum(', 'cost = np.sum('],
    ['delta = (activations[-1] - y)', 'delta = 2 * (activations[-1] - y)'],
  ],
  averageGradients: [['m = len(mini_batch)', 'm = 1  # the sum itself is taken']],
  trainBiases: [
    ['self.biases = [b + d for b, d in zip(self.biases, step_b)]', 'pass  # biases are not trained'],
  ],
};

/**
 * Returns the program changed to these conventions.
 *
 * @param {string} program
 * @param {Conventions} conventions
 */
function withConventions(program, conventions) {
  const names = /** @type {(keyof Conventions)[]} */ (Object.keys(REPLACEMENTS));
  return names
    .filter((name) => !conventions[name])
    .flatMap((name) => REPLACEMENTS[name])
    .reduce((text, [line, replacement]) => text.replace(line, replacement), program);
}

/**
 * Returns the lines that compute the update of a mini-batch and print its values.
 *
 * @param {State} state
 */
function updateLines(state) {
  const updated = state.step.kind === 'update';
  return [
    state.conventions.averageGradients ? 'm = len(mini_batch)' : 'm = 1',
    'gradients = [net.backprop(x, y)[-2:] for x, y in mini_batch]',
    'sum_b = [sum(parts) for parts in zip(*(b for b, w in gradients))]',
    'sum_w = [sum(parts) for parts in zip(*(w for b, w in gradients))]',
    ...printLines('sum_w', state.sumNablaW, (at) => `sum_w[${at}]`),
    ...printLines('sum_b', state.sumNablaB, (at) => `sum_b[${at}]`),
    ...printLines('mean_w', state.meanNablaW, (at) => `(sum_w[${at}] / m)`),
    ...printLines('mean_b', state.meanNablaB, (at) => `(sum_b[${at}] / m)`),
    ...printLines('step_w', state.stepW, (at) => `(-eta * (sum_w[${at}] / m))`),
    ...printLines('step_b', state.stepB, (at) => `(-eta * (sum_b[${at}] / m))`),
    ...(updated
      ? [
          'net.update_mini_batch(mini_batch, eta)',
          ...printLines('weights', state.weights, (at) => `net.weights[${at}]`),
          ...printLines('biases', state.biases, (at) => `net.biases[${at}]`),
        ]
      : []),
  ];
}

/**
 * Returns the Python script of the step shown.
 *
 * @param {Pick<View, 'before' | 'after'>} view
 * @param {string} program  the text of network.py
 * @returns {string | undefined}  `undefined` for the steps after an update, which are about all samples, and
 *   for the end of a mini-batch that has more samples than a state lists
 */
export function pythonScript({ before, after }, program) {
  const { kind } = after.step;
  if (kind === 'evaluate' || kind === 'shuffle') return undefined;
  const { x, y, rows, m } = after;
  const one = x && y && [{ x, y }];
  if (!one && rows.length < m) return undefined;
  // The update starts from the weights before it, and from the eta that made its steps.
  const start = kind === 'update' ? { ...before, eta: after.stepEta ?? before.eta } : after;
  const body = one ? sampleLines(after) : updateLines(after);
  return [
    withConventions(program.trimEnd(), after.conventions),
    '',
    '',
    ...setupLines(start, one ?? rows),
    ...body,
    '',
  ].join('\n');
}
