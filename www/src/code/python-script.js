/**
 * The very step that is shown, as a Python program of its own: the program of the page, the present numbers, and what to
 * print.
 *
 * @module
 */

/** @import { ByLayer, Conventions, SampleRow, State, View } from '../protocol/messages.js' */

/** A number as Python reads it back, to the bit. @param {number} value */
function python(value) {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isFinite(value) ? String(value) : `float("${value > 0 ? 'inf' : '-inf'}")`;
}

/** @param {ArrayLike<number>} values */
const list = (values) => `np.array([${Array.from(values, python).join(', ')}], dtype=float)`;

/** @param {State} state @param {Pick<SampleRow, 'x' | 'y'>[]} rows */
function beginning({ sizes, weights, biases, eta }, rows) {
  /** @param {Float64Array | undefined} w @param {number} at */
  const matrix = (w, at) => `${list(w ?? [])}.reshape(${sizes[at + 1]}, ${sizes[at]})`;
  return [
    'net = Network(',
    `    [${weights.slice(1).map(matrix).join(',\n     ')}],`,
    `    [${biases
      .slice(1)
      .map((b) => list(b ?? []))
      .join(',\n     ')}])`,
    `mini_batch = [${rows.map(({ x, y }) => `(${list(x)}, ${list(y)})`).join(',\n              ')}]`,
    `eta = ${python(eta)}`,
  ];
}

/** Lines that print a quantity of every layer in which it is known. @param {string} name @param {ByLayer} known @param {(at: number) => string} value */
const printed = (name, known, value) =>
  known.flatMap((values, l) =>
    values && l > 0 ? [`print("${name}${l + 1} =", ${value(l - 1)}.ravel().tolist())`] : [],
  );

/** @param {State} state */
function sample(state) {
  return [
    'x, y = mini_batch[0]',
    'zs, activations, cost, nabla_b, nabla_w = net.backprop(x, y)',
    ...printed('z', state.z, (at) => `zs[${at}]`),
    ...printed('a', state.a, (at) => `activations[${at + 1}]`),
    ...(state.cost === undefined ? [] : ['print("cost =", float(cost))']),
    ...printed('delta', state.delta, (at) => `nabla_b[${at}]`),
    ...printed('nabla_w', state.nablaW, (at) => `nabla_w[${at}]`),
    ...printed('nabla_b', state.nablaB, (at) => `nabla_b[${at}]`),
  ];
}

/** Lines of the program, and what they are under conventions that are not the book's. @type {Record<keyof Conventions, [string, string][]>} */
const OTHERWISE = {
  halveCost: [
    ['cost = 0.5 * np.sum(', 'cost = np.sum('],
    ['delta = (activations[-1] - y)', 'delta = 2 * (activations[-1] - y)'],
  ],
  averageGradients: [['m = len(mini_batch)', 'm = 1  # the sum itself is taken']],
  trainBiases: [
    ['self.biases = [b - c for b, c in zip(self.biases, change_b)]', 'pass  # biases are not trained'],
  ],
};

/** The program under these conventions. @param {string} program @param {Conventions} conventions */
function under(program, conventions) {
  const names = /** @type {(keyof Conventions)[]} */ (Object.keys(OTHERWISE));
  return names
    .filter((name) => !conventions[name])
    .flatMap((name) => OTHERWISE[name])
    .reduce((text, [line, instead]) => text.replace(line, instead), program);
}

/** @param {State} state */
function end(state) {
  const updated = state.step.kind === 'update';
  return [
    state.conventions.averageGradients ? 'm = len(mini_batch)' : 'm = 1',
    'gradients = [net.backprop(x, y)[-2:] for x, y in mini_batch]',
    'sum_b = [sum(parts) for parts in zip(*(b for b, w in gradients))]',
    'sum_w = [sum(parts) for parts in zip(*(w for b, w in gradients))]',
    ...printed('sum_w', state.sumNablaW, (at) => `sum_w[${at}]`),
    ...printed('sum_b', state.sumNablaB, (at) => `sum_b[${at}]`),
    ...printed('mean_w', state.meanNablaW, (at) => `(sum_w[${at}] / m)`),
    ...printed('mean_b', state.meanNablaB, (at) => `(sum_b[${at}] / m)`),
    ...printed('change_w', state.changeW, (at) => `(eta * (sum_w[${at}] / m))`),
    ...printed('change_b', state.changeB, (at) => `(eta * (sum_b[${at}] / m))`),
    ...(updated
      ? [
          'net.update_mini_batch(mini_batch, eta)',
          ...printed('weights', state.weights, (at) => `net.weights[${at}]`),
          ...printed('biases', state.biases, (at) => `net.biases[${at}]`),
        ]
      : []),
  ];
}

/**
 * @param {Pick<View, 'before' | 'after'>} view
 * @param {string} program  the text of network.py
 * @returns {string | undefined}  none for the steps after an update, which are about all samples, and for the end of a
 *   mini-batch of more samples than a state has
 */
export function script({ before, after }, program) {
  const { kind } = after.step;
  if (kind === 'evaluate' || kind === 'shuffle') return undefined;
  const { x, y, rows, m } = after;
  const one = x && y && [{ x, y }];
  if (!one && rows.length < m) return undefined;
  // The update starts from the weights before it, and from the eta that made its change.
  const start = kind === 'update' ? { ...before, eta: after.changeEta ?? before.eta } : after;
  const body = one ? sample(after) : end(after);
  return [
    under(program.trimEnd(), after.conventions),
    '',
    '',
    ...beginning(start, one ?? rows),
    ...body,
    '',
  ].join('\n');
}
