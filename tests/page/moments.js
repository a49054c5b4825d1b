/**
 * Random sessions, as moments: any sizes, data, edits, undo, runs and position.
 *
 * @module
 */
import fc from 'fast-check';

import { momentOf } from '../../www/src/exchange/moment.js';
import { INITIAL } from '../../www/src/state/state.js';
import { DataSet, Session } from '../wasm/module.js';
import { ORIGIN, viewAt } from './views.js';

/** @import { Edit, ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { Session as SessionType } from '../../www/pkg/backstep.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { Selection } from '../../www/src/notation/selection.js' */
/** @import { State } from '../../www/src/protocol/state.js' */

/** Numbers as people type them, as networks learn them, and as they are at the limits. */
export const values = fc.oneof(
  fc.integer({ min: -400, max: 400 }).map((value) => value / 100),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ min: -8, max: 8, noNaN: true }),
  fc.constantFrom(-0, 0, 5e-324, -1e300, 1.7976931348623157e308, 0.1, 1 / 3, 1e-7, 123456789.125, 1e21),
);

const small = fc.integer({ min: 1, max: 4 });
const examples = fc.constantFrom('majority', 'parity', 'xor', 'mazur', 'textbook');

/** A way for a session to begin. */
const starts = fc.oneof(
  fc.record({ kind: fc.constant('example'), name: examples, seed: fc.option(fc.nat(2 ** 31)) }),
  fc.record({
    kind: fc.constant('generated'),
    set: fc.nat(4),
    count: small,
    seed: fc.nat(1_000),
    share: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('numbers'),
    ...{ inputs: small, outputs: small, count: fc.integer({ min: 2, max: 9 }) },
    ...{ numbers: fc.array(values, { minLength: 72, maxLength: 72 }), evaluates: fc.boolean() },
  }),
);

/** What a person does: `move`, `run`, `undo`, `redo` or a kind of edit, with numbers to derive it from. */
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...['move', 'move', 'move', 'run', 'undo', 'redo', 'eta', 'miniBatchSize', 'sizes', 'weight', 'bias'],
      ...['parameters', 'input', 'target', 'conventions', 'seed'],
    ),
    number: fc.nat(10_000),
    value: values,
  }),
  { maxLength: 14 },
);

const looks = fc.record({
  t: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  pace: fc.constantFrom('detail', 'step', 'sample', 'miniBatch'),
  speed: fc.constantFrom(0.25, 0.5, 1, 2, 4, 8),
  direction: fc.constantFrom(1, -1),
  digits: fc.integer({ min: 2, max: 17 }),
  numbers: fc.constantFrom('step', 'all', 'none'),
  tab: fc.constantFrom('inspect', 'miniBatch', 'training', 'code', 'practise'),
  asTable: fc.boolean(),
  presentation: fc.boolean(),
  title: fc.option(fc.string({ maxLength: 40, unit: 'grapheme' }), { nil: undefined }),
  classes: fc.option(
    fc.array(fc.string({ maxLength: 20, unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
    {
      nil: undefined,
    },
  ),
  selections: fc.array(fc.nat(5), { maxLength: 5 }),
});

/** @param {any} start */
function sessionOf(start) {
  if (start.kind === 'example') return Session.open(start.name, start.seed ?? undefined);
  const settings = { eta: 1.5, seed: 7, miniBatchSize: 1 };
  if (start.kind === 'generated') {
    const set = { kind: start.set, rule: 232, count: 2 + start.count, noise: 0.1, seed: start.seed };
    const data = DataSet.generate(set);
    const split = start.share ? { share: 0.25, splitSeed: 3 } : {};
    return Session.withData(data, { sizes: [data.inputs, 3, data.outputs], ...settings, ...split });
  }
  const { inputs, outputs, count, numbers, evaluates } = start;
  const [xs, ys] = [numbers.slice(0, count * inputs), numbers.slice(36, 36 + count * outputs)];
  const lists = /** @type {const} */ ([Float64Array.from(xs), Float64Array.from(ys)]);
  const data = DataSet.numbers(inputs, outputs, ...lists, Uint8Array.of(0, 0), evaluates, {});
  return Session.withData(data, { sizes: [inputs, 2, outputs], ...settings, train: count - 1, test: 1 });
}

/**
 * Returns an edit that fits a state.
 *
 * @param {State} state
 * @param {string} kind
 * @param {number} number
 * @param {number} value
 * @returns {Edit}
 */
function fitting({ sizes, sampleCount }, kind, number, value) {
  const layer = 2 + (number % (sizes.length - 1));
  const [to, from] = [number % Number(sizes[layer - 1]), (number >> 3) % Number(sizes[layer - 2])];
  const sample = number % sampleCount;
  switch (kind) {
    case 'miniBatchSize':
      return { kind, value: 1 + (number % sampleCount) };
    case 'weight':
      return { kind, layer, to, from, value };
    case 'bias':
      return { kind, layer, neuron: to, value };
    case 'input':
      return { kind, sample, index: number % Number(sizes[0]), value };
    case 'target':
      return { kind, sample, index: number % Number(sizes.at(-1)), value };
    case 'sizes': {
      const all = sizes.map((_, l) => l);
      if (number % 3 === 0 && sizes.length < 6)
        return {
          kind,
          sizes: [...sizes.slice(0, -1), 2, ...sizes.slice(-1)],
          keptLayers: [...all.slice(0, -1), -1, ...all.slice(-1)],
        };
      return {
        kind,
        sizes: sizes.map((n, l) => (l === number % sizes.length ? 1 + (n % 4) : n)),
        keptLayers: all,
      };
    }
    case 'parameters': {
      const count = sizes.slice(1).reduce((sum, n, l) => sum + n * (Number(sizes[l]) + 1), 0);
      return {
        kind,
        values: Float64Array.from({ length: count }, (_, at) => Math.min(9, Math.max(-9, value)) + at / 8),
      };
    }
    case 'conventions': {
      const [trainBiases, halveCost, averageGradients] = [1, 2, 4].map((bit) => (number & bit) !== 0);
      return {
        kind,
        trainBiases: !!trainBiases,
        halveCost: !!halveCost,
        averageGradients: !!averageGradients,
      };
    }
    case 'seed':
      return { kind, value: number };
    default:
      return { kind: 'eta', value };
  }
}

/**
 * Carries out an act; one that is refused, as an update that diverges, leaves the position.
 *
 * @param {SessionType} session
 * @param {Position} at
 * @param {{ kind: string, number: number, value: number }} act
 * @returns {Position}
 */
function acted(session, at, { kind, number, value }) {
  try {
    switch (kind) {
      case 'move': {
        const unit = /** @type {const} */ (['step', 'sample', 'miniBatch', 'epoch'])[number % 4] ?? 'step';
        const to = session.neighbour(at, unit, number % 5 === 0 ? -1 : 1) ?? at;
        session.stateAt(to);
        return to;
      }
      case 'run':
        session.advance(1 + (number % 40), Infinity);
        return session.positionOf(session.completed - 1);
      case 'undo':
        return session.undo(at) ?? at;
      case 'redo':
        return session.redo(at) ?? at;
      default:
        return session.edit(at, fitting(session.stateAt(at), kind, number, value), false);
    }
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) return session.stateAt(at).position;
    throw error;
  }
}

/**
 * Returns something that can be selected.
 *
 * @param {number} kind
 * @returns {Selection}
 */
const selectionOf = (kind) =>
  /** @type {Selection[]} */ ([
    { kind: 'neuron', layer: 2, neuron: 0 },
    { kind: 'weight', layer: 2, to: 0, from: 0 },
    { kind: 'bias', layer: 3, neuron: 0 },
    { kind: 'target', neuron: 0 },
    { kind: 'sample', row: 1 },
    { kind: 'cost' },
  ])[kind] ?? { kind: 'cost' };

/** Random sessions with a moment of each. */
export const moments = fc.tuple(starts, acts, looks).map(([start, list, look]) => {
  const session = sessionOf(start);
  /** @type {Position} */
  let position = ORIGIN;
  for (const act of list) position = acted(session, position, act);
  const view = viewAt(session, stateful(session, position));
  const { t, pace, speed, direction, digits, numbers, tab, asTable, presentation, title, classes } = look;
  const [selection, ...pins] = look.selections.map(selectionOf);
  const state = /** @type {typeof INITIAL} */ ({
    ...INITIAL,
    view: { ...view, data: { ...view.data, title: title === '' ? undefined : title, classes } },
    playback: { ...INITIAL.playback, t, pace, speed, direction },
    focus: { ...INITIAL.focus, selection, pins },
    settings: { ...INITIAL.settings, digits, numbers, tab },
    ui: { ...INITIAL.ui, asTable, presentation },
  });
  const moment = momentOf(state, () => undefined);
  if (!moment) throw new Error('there is a view');
  return { session, moment };
});

/**
 * Returns a position that can be shown: that one, or the start if an update before it diverges.
 *
 * @param {SessionType} session
 * @param {Position} position
 */
function stateful(session, position) {
  try {
    session.stateAt(position);
    return position;
  } catch {
    return ORIGIN;
  }
}
