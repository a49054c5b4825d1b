/**
 * Calls every export of the full core with valid, random and hostile arguments. `node tests/fuzz/seam.js
 * 1e7 5` makes ten million calls with seed 5, and reports traps, calls of more than two seconds, and numbers
 * that are not finite where the types say a number. The page's sentence of each refusal must be the core's.
 */
import { pathToFileURL } from 'node:url';

import * as core from '../wasm/module.js';
import { HOSTILE, OBJECTS, boom, generator } from './hostile.js';
import { unsaid } from './unsaid.js';

const { DataSet, Images, Network, Session } = core;

/** Objects live for so many calls. */
const LIFE = 400;
const SLOW = 2_000;
/** Answers with documented NaN or Infinity. */
const NOT_FINITE = new Set(['gradientCheckAll', 'dataAt']);
/** Answers that are finite or refused, however large the numbers are. */
const FINITE = new Set([
  'feedforward',
  'backprop',
  'cost',
  'evaluate',
  'digit',
  'sigmoidCurve',
  'numbers',
  'rows',
]);

/**
 * Makes calls and returns what was found.
 *
 * @param {number} calls
 * @param {number} seed
 */
export function fuzz(calls, seed) {
  const random = generator(seed);
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  /**
   * @template T
   * @param {readonly T[]} list
   * @returns {T}
   */
  const pick = (list) => /** @type {T} */ (list[below(list.length)]);
  const found = {
    calls: 0,
    refused: 0,
    traps: 0,
    slow: 0,
    notFinite: 0,
    changed: 0,
    notErrors: 0,
    unsaid: 0,
  };
  /** @type {string[]} */
  const examples = [];
  /** @type {Record<string, any[]>} */
  let live = {};
  /** Whether finite numbers of any size are given. */
  let wild = false;

  const value = () =>
    wild && below(4) === 0 ? pick([1e308, -1e308, 1e200, 5e-324, 1e-200]) : 8 * random() - 4;
  const values = (/** @type {number} */ n) => Float64Array.from({ length: n }, value);
  /** @param {number} n */
  const list = (n) => (below(3) ? values(n) : Array.from(values(n)));
  const shape = () => Array.from({ length: 2 + below(3) }, () => 1 + below(5));
  const index = () => pick([0, 1, 2, 3, below(12)]);
  const some = () => pick([0, 1, 2, 5, 30]);
  const conventions = () => ({
    ...{ trainBiases: below(2) > 0, halveCost: below(2) > 0, averageGradients: below(2) > 0 },
  });
  const split = () =>
    pick([{}, {}, { share: random(), splitSeed: below(9) }, { train: 1 + below(4), test: 1 + below(2) }]);
  const names = ['majority', 'parity', 'xor', 'mazur', 'textbook'];

  /** @param {any} session */
  const sizesOf = (session) => session.stateAt(session.at ?? ORIGIN).sizes;
  const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
  /** @param {any} session */
  function position(session) {
    if (below(6) === 0) return { epoch: below(9), miniBatch: below(4), sample: below(6), step: below(12) };
    try {
      const unit = pick(['step', 'step', 'sample', 'miniBatch', 'epoch']);
      session.at = session.neighbour(session.at ?? ORIGIN, unit, pick([1, 1, -1])) ?? ORIGIN;
    } catch {
      session.at = ORIGIN;
    }
    return session.at;
  }
  /** @param {any} session */
  function edit(session) {
    const sizes = sizesOf(session);
    const layer = 2 + below(sizes.length - 1);
    const [to, from] = [below(sizes[layer - 1]), below(sizes[layer - 2])];
    const parameters = sizes
      .slice(1)
      .reduce(
        (/** @type {number} */ sum, /** @type {number} */ n, /** @type {number} */ l) =>
          sum + n * (sizes[l] + 1),
        0,
      );
    return pick([
      () => ({ kind: 'eta', value: value() }),
      () => ({ kind: 'miniBatchSize', value: 1 + below(5) }),
      () => ({ kind: 'weight', layer, to, from, value: value() }),
      () => ({ kind: 'bias', layer, neuron: to, value: value() }),
      () => ({ kind: 'parameters', values: values(parameters) }),
      () => ({ kind: 'input', sample: below(4), index: below(sizes[0]), value: value() }),
      () => ({ kind: 'target', sample: below(4), index: below(sizes.at(-1)), value: value() }),
      () => ({ kind: 'conventions', ...conventions() }),
      () => ({ kind: 'seed', value: below(99) }),
      () => ({ kind: 'example', name: pick(names) }),
      () => ({
        kind: 'sizes',
        sizes: sizes.map((/** @type {number} */ n) => (below(3) ? n : 1 + below(5))),
        keptLayers: sizes.map((/** @type {number} */ _, /** @type {number} */ l) =>
          l && l < sizes.length - 1 && !below(4) ? -1 : l,
        ),
      }),
    ])();
  }
  /** @param {any} data */
  const settings = (data) => ({
    ...{ sizes: [data?.inputs ?? 2, ...shape().slice(2), data?.outputs ?? 1], seed: below(99), eta: value() },
    ...{ miniBatchSize: 1 + below(3), ...split(), ...conventions() },
  });
  const generated = () => ({
    ...{ kind: below(7), rule: below(256), count: 1 + below(40), noise: random(), seed: below(99) },
  });
  /** @param {any} network */
  const m = (network) => (network.m = 1 + below(4));
  const xs = (/** @type {any} */ network) => list(network.sizes[0] * m(network));
  const ys = (/** @type {any} */ network) => list(network.sizes.at(-1) * network.m);
  const data = () => pick(live['DataSet'] ?? []);
  const x = (/** @type {any} */ session) => list(sizesOf(session)[0]);
  const y = (/** @type {any} */ session) => list(sizesOf(session).at(-1));
  const journal = () => pick(live['Session'] ?? [Session.open('xor')]).journal();
  /** A journal with a number changed. */
  const damaged = () => changed(journal());
  /** @param {any} session */
  const history = (session) => changed((below(2) ? session : pick(live['Session'] ?? [session])).history());
  /** @param {Float64Array} numbers */
  const changed = (numbers) => {
    if (below(2)) numbers[below(numbers.length)] = pick([0, 1, -1, NaN, 0.5, 3, 1e9, 2 ** 40, 20_003]);
    return numbers;
  };

  /**
   * For each export the arguments of a call that is mostly valid.
   *
   * @type {Record<string, Record<string, (object: any) => unknown[]>>}
   */
  const RECIPES = {
    functions: {
      digit: () => [list(16), 4, pick([64, 784])],
      proposeSeed: () => [],
      sigmoidCurve: () => [value(), 2 + below(50)],
    },
    DataSet: {
      generate: () => [generated()],
      numbers: () => {
        const [inputs, outputs, rows] = [1 + below(3), 1 + below(2), 1 + below(9)];
        const scalings = Uint8Array.of(below(3), below(3));
        return [inputs, outputs, list(inputs * rows), list(outputs * rows), scalings, below(2) > 0, split()];
      },
      ...{ count: () => [], inputs: () => [], outputs: () => [], evaluates: () => [], fingerprint: () => [] },
      ...{ classes: () => [], rows: () => [below(5), some()], free: () => [] },
    },
    Images: {
      constructor: () => [4, 3, 255, 2],
      addPixels: () => [Uint8Array.from({ length: pick([4, 8]) }, () => below(256))],
      addLabels: () => [Array.from({ length: 1 + below(2) }, () => below(4))],
      ...{ done: () => [], free: () => [] },
    },
    Network: {
      constructor: () => [shape(), below(99)],
      ...{ sizes: () => [], free: () => [] },
      parameters: (network) => (below(2) ? [] : [list(network.parameters.length)]),
      feedforward: (network) => [list(network.sizes[0])],
      backprop: (network) => [list(network.sizes[0]), list(network.sizes.at(-1))],
      cost: (network) => [xs(network), ys(network), network.m],
      evaluate: (network) => [xs(network), list(network.m), network.m],
      setSamples: (network) => [xs(network), ys(network), network.m],
      trainMiniBatches: () => [index(), 1 + below(20), 1 + below(3), value()],
      updateMiniBatch: (network) => [xs(network), ys(network), network.m, value()],
    },
    Session: {
      open: () => (below(2) ? [pick(names)] : [pick(names), below(99)]),
      replay: () => [damaged()],
      replayWith: () => [damaged(), data()],
      withData: () => {
        const given = data();
        return [given, settings(given)];
      },
      ...{ canRedo: () => [], canUndo: () => [], completed: () => [], unfinished: () => [], free: () => [] },
      ...{ journal: () => [], history: () => [], runStatus: () => [], timeline: () => [] },
      advance: () => [below(40), pick([0, 1, Infinity])],
      answer: (session) => [position(session), x(session)],
      changeSamples: (session) => [position(session), data()],
      confusion: (session) => [position(session), some()],
      costAfter: (session) => [position(session), conventions()],
      dataAt: (session) => [position(session)],
      edit: (session) => [position(session), edit(session), below(3) === 0],
      etaCurve: (session) => [position(session), list(below(5))],
      evaluationSampleSession: (session) => [position(session), 1 + below(4)],
      gradientCheck: (session) => [position(session), index(), pick([1e-5, 1e-3, 1])],
      gradientCheckAll: (session) => [position(session), 1e-5],
      indexOf: (session) => [position(session)],
      ledger: (session) => [position(session), index()],
      map: (session) => [position(session), 1 + below(6), below(2) > 0],
      neighbour: (session) => [
        position(session),
        pick(['step', 'sample', 'miniBatch', 'epoch']),
        pick([1, -1]),
      ],
      normHistory: () => [some()],
      norms: (session) => [position(session)],
      openData: (session) => {
        const given = data();
        return [position(session), given, settings(given)];
      },
      openNetwork: (session) => [position(session), data(), settings(data()), list(9)],
      openSession: (session) => {
        // A session that is opened in itself is gone: the call consumes what it is given.
        const others = live['Session']?.filter((other) => other !== session) ?? [];
        return [position(session), pick(others)];
      },
      positionOf: () => [below(40)],
      workUntil: () => [below(40)],
      restoreHistory: (session) => [history(session)],
      redo: (session) => [position(session)],
      rows: (session) => [position(session), below(2) > 0, below(4), some()],
      samples: (session) => [position(session), some()],
      singleSampleSession: (session) => [position(session), x(session), y(session)],
      stateAt: (session) => [position(session)],
      undo: (session) => [position(session)],
    },
  };
  /** @type {Record<string, any>} */
  const CLASSES = { DataSet, Images, Network, Session };
  check(RECIPES, CLASSES);
  const members = Object.entries(RECIPES).flatMap(([type, recipes]) =>
    Object.keys(recipes).map((name) => /** @type {const} */ ([type, name])),
  );

  /** @param {any} result */
  const isFinite = (result) => {
    if (typeof result === 'number') return Number.isFinite(result);
    if (typeof result !== 'object' || result === null || '__wbg_ptr' in result) return true;
    if (result instanceof Float64Array) return result.every(Number.isFinite);
    return Object.values(result).every(isFinite);
  };
  const begin = () => {
    for (const object of Object.values(live).flat()) if (object.__wbg_ptr) object.free();
    wild = below(3) === 0;
    live = {
      Session: names.slice(0, 2).map(() => Session.open(pick(names))),
      DataSet: [DataSet.generate({ kind: 4, rule: 0, count: 6, noise: 0.5, seed: 1 })],
      Network: [new Network([2, 2, 1], 1)],
      Images: [new Images(4, 3, 255, 2)],
    };
  };

  /** @param {any[]} args */
  function spoil(args) {
    if (args.length === 0 || below(5)) return;
    const at = below(args.length);
    const arg = args[at];
    const bad = below(2) ? pick(HOSTILE)() : pick(OBJECTS)();
    if (typeof arg === 'object' && arg && !ArrayBuffer.isView(arg) && !('__wbg_ptr' in arg) && below(2)) {
      const key = pick(Object.keys(arg));
      args[at] = Object.defineProperty({ ...arg }, key ?? 'x', { get: below(3) ? () => bad : boom });
    } else args[at] = bad;
  }

  for (let call = 0; call < calls; call += 1) {
    if (call % LIFE === 0) begin();
    const [type, name] = pick(members);
    const Class = CLASSES[type];
    const object = Class && pick(/** @type {any[]} */ (live[type]));
    const dead = object && !object.__wbg_ptr;
    const isStatic = Class && (name === 'constructor' || name in Class);
    /** @type {any[]} */
    let args;
    try {
      args = RECIPES[type]?.[name]?.(object) ?? [];
    } catch (error) {
      // Recipes ask freed objects, and positions that can not be computed.
      if (error instanceof WebAssembly.RuntimeError) throw error;
      continue;
    }
    spoil(args);
    const before = type === 'Session' && !isStatic && !dead ? object.journal() : undefined;
    found.calls += 1;
    const start = performance.now();
    let result;
    try {
      if (!Class) result = /** @type {any} */ (core)[name](...args);
      else if (name === 'constructor') result = new Class(...args);
      else if (isStatic) result = Class[name](...args);
      else if (typeof Object.getOwnPropertyDescriptor(Class.prototype, name)?.value === 'function')
        result = object[name](...args);
      else if (args.length) object[name] = args[0];
      else result = object[name];
      if (result?.__wbg_ptr) live[result.constructor.name]?.push(result);
      else if ((!wild || FINITE.has(name)) && !NOT_FINITE.has(name) && !isFinite(result)) {
        found.notFinite += 1;
        examples.push(`not finite: ${type}.${name}`);
      }
    } catch (error) {
      found.refused += 1;
      if (error instanceof WebAssembly.RuntimeError) {
        examples.push(`trap: ${type}.${name}(${args.map(String)}) after ${call}: ${error.stack}`);
        found.traps += 1;
        break;
      }
      if (!(error instanceof Error)) found.notErrors += 1;
      else found.unsaid += unsaid(error, examples);
      const after = before && object.journal();
      if (
        before &&
        after &&
        before.some(
          (/** @type {number} */ number, /** @type {number} */ at) =>
            at !== 1 && !Object.is(number, after[at]),
        )
      ) {
        found.changed += 1;
        examples.push(`changed: ${type}.${name}: ${error}`);
      }
    }
    if (performance.now() - start > SLOW) {
      found.slow += 1;
      examples.push(`slow: ${type}.${name}(${args.map(String)})`);
    }
  }
  return { ...found, examples: [...new Set(examples)].slice(0, 40) };
}

/**
 * Refuses exports without a recipe.
 *
 * @param {Record<string, Record<string, unknown>>} recipes
 * @param {Record<string, any>} classes
 */
function check(recipes, classes) {
  const ignored = new Set(['length', 'name', 'prototype', '__wrap', '__destroy_into_raw', 'constructor']);
  for (const [type, Class] of Object.entries(classes)) {
    for (const name of [...Object.getOwnPropertyNames(Class), ...Object.getOwnPropertyNames(Class.prototype)])
      if (!ignored.has(name) && !recipes[type]?.[name]) throw new Error(`no recipe for ${type}.${name}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(
    `${JSON.stringify(fuzz(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1)), null, 2)}\n`,
  );
}
