/**
 * Random edits, undo, runs, moves and questions: a session gives the bits of the model, whatever was done
 * before.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { HOSTILE, generator } from '../fuzz/hostile.js';
import { Model, backprop, costOf, flatten, forward } from './model.js';
import { Session } from './module.js';

/** @import { Session as CoreSession } from '../../www/pkg/backstep.js' */
/** @import { ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { Position, StepUnit } from '../../www/src/protocol/position.js' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
const SEQUENCES = Number(process.env['BACKSTEP_SEQUENCES'] ?? 60);
const ACTS = 24;

/** @param {number[]} a */
const classOf = (a) => (a.length === 1 ? Number(Number(a[0]) >= 0.5) : a.indexOf(Math.max(...a)));
/** @param {ArrayLike<number>} list */
const norm = (list) => Math.sqrt(Array.from(list).reduce((sum, value) => sum + value * value, 0));

/**
 * @param {Model} model
 * @param {Position} position
 */
function inForce(model, position) {
  const at = model.find(position);
  const isUpdated = position.sample === at.m && position.step >= 2;
  const settings = isUpdated ? model.settings(at.index + 1, false) : model.settings(at.index);
  if (!isUpdated) return { at, isUpdated, settings, net: model.network(at.index) };
  model.network(at.index + 1);
  const net = model.edited(/** @type {any} */ (model.nets[at.index + 1]), at.index + 1, false);
  return { at, isUpdated, settings, net };
}

/**
 * Compares everything that is asked at a position.
 *
 * @param {CoreSession} session
 * @param {Model} model
 * @param {Position} position
 * @param {() => number} random
 */
function compare(session, model, position, random) {
  const { at, isUpdated, settings, net } = inForce(model, position);
  const state = session.stateAt(position);
  const layers = (/** @type {(Float64Array | undefined)[]} */ list) =>
    list.slice(1).map((one) => Array.from(one ?? []));
  assert.equal(state.index, at.index);
  assert.deepEqual([state.sizes, state.eta, state.miniBatchSize], [settings.sizes, settings.eta, settings.m]);
  assert.deepEqual(
    layers(state.weights),
    net.weights.map((w) => w.flat()),
  );
  assert.deepEqual(layers(state.biases), net.biases);

  const during = model.settings(at.index);
  const start = model.network(at.index);
  const batch = model.batch(at.index);
  const { sums, passes, cost } = model.updated(at.index, during.eta, during.conventions);
  assert.deepEqual(
    state.rows.map(({ sample }) => sample),
    batch.map(({ sample }) => sample),
  );
  for (const [i, row] of state.rows.slice(0, position.sample).entries()) {
    assert.deepEqual([Array.from(row.output ?? []), row.cost], [passes[i]?.output, passes[i]?.cost]);
  }
  if (position.sample === at.m) assert.equal(state.miniBatchCost, cost);

  // Questions about the mini-batch.
  const { weights, biases } = unflattened(during.sizes, sums);
  const deltas = during.sizes
    .slice(1)
    .map((_, l) => passes.reduce((sum, pass) => sum + norm(pass.deltas[l] ?? []) / at.m, 0));
  const norms = session.norms(position);
  assert.deepEqual(
    Array.from(norms.nablaW),
    weights.map((w) => norm(w.flat()) / at.m),
  );
  assert.deepEqual(Array.from(norms.delta), deltas);
  const costWith = (/** @type {number} */ eta, /** @type {any} */ conventions) => {
    const after = model.updated(at.index, eta, conventions).net;
    const costs = batch.map(({ x, y }) =>
      costOf(/** @type {number[]} */ (forward(after, x).as.at(-1)), y, conventions),
    );
    return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  };
  const eta = random();
  assert.deepEqual(session.etaCurve(position, [eta]), [costWith(eta, during.conventions)]);
  const conventions = {
    trainBiases: random() < 0.5,
    halveCost: random() < 0.5,
    averageGradients: random() < 0.5,
  };
  assert.equal(session.costAfter(position, conventions), costWith(during.eta, conventions));
  const bias = flatten({ weights, biases }).length - 1;
  const ledger = session.ledger(position, bias);
  const expected = passes.slice(0, state.summed).map((pass) => Number(pass.deltas.at(-1)?.at(-1)));
  assert.deepEqual(Array.from(ledger.delta), expected);
  const shown = position.sample === at.m ? batch : batch.slice(position.sample, position.sample + 1);
  const slopes = shown.map((sample) =>
    Number(backprop(start, sample, during.conventions).deltas.at(-1)?.at(-1)),
  );
  assert.equal(
    session.gradientCheck(position, bias, 1e-5).slope,
    slopes.reduce((sum, d) => sum + d, 0) / slopes.length,
  );

  // Questions about what is in force.
  const x = settings.samples[0]?.x.map(random) ?? [];
  assert.deepEqual(Array.from(session.answer(position, x)), forward(net, x).as.at(-1));
  const { classes, counts } = session.confusion(position, 3);
  const right = settings.samples.map(
    ({ x, y }) => classOf(y) * classes + classOf(/** @type {number[]} */ (forward(net, x).as.at(-1))),
  );
  assert.deepEqual(
    Array.from(counts),
    Array.from(counts, (_, cell) => right.filter((one) => one === cell).length),
  );
  const rows = session.rows(position, false, 0, 99);
  assert.deepEqual(
    Array.from(rows.xs),
    settings.samples.flatMap(({ x }) => x),
  );
  assert.deepEqual(
    Array.from(rows.ys),
    settings.samples.flatMap(({ y }) => y),
  );
  return { state, isUpdated, index: at.index };
}

/**
 * @param {number[]} sizes
 * @param {number[]} flat
 */
const unflattened = (sizes, flat) => {
  let at = 0;
  const take = (/** @type {number} */ n) => flat.slice(at, (at += n));
  const pairs = sizes.slice(1).map((n, l) => ({ w: take(n * Number(sizes[l])), b: take(n) }));
  return { weights: pairs.map(({ w }) => [w]), biases: pairs.map(({ b }) => b) };
};

test(`${SEQUENCES} random sequences give the bits of the model`, () => {
  let compared = 0;
  for (let seed = 0; seed < SEQUENCES; seed += 1) {
    const random = generator(seed);
    const below = (/** @type {number} */ n) => Math.floor(random() * n);
    const value = () => 6 * random() - 3;
    /** @type {ExampleName} */
    const example = /** @type {const} */ (['majority', 'xor', 'mazur', 'parity'])[seed % 4] ?? 'xor';
    const session = Session.open(example);
    const first = session.stateAt(ORIGIN);
    const { xs, ys } = session.rows(ORIGIN, false, 0, 99);
    const [inputs, outputs] = [Number(first.sizes[0]), Number(first.sizes.at(-1))];
    const samples = Array.from({ length: first.sampleCount }, (_, i) => ({
      x: Array.from(xs.slice(i * inputs, (i + 1) * inputs)),
      y: Array.from(ys.slice(i * outputs, (i + 1) * outputs)),
    }));
    const parameters = first.weights.flatMap((w, l) => [...(w ?? []), ...(first.biases[l] ?? [])]);
    const begin = {
      sizes: first.sizes,
      eta: first.eta,
      m: first.miniBatchSize,
      conventions: first.conventions,
      samples,
    };
    const model = new Model(begin, first.seed, parameters, first.evaluates);
    /** @type {{ entries: Model['entries'], position: Position, completed: number }[]} */
    const undone = [];
    /** @type {typeof undone} */
    const done = [];
    /** @type {Position} */
    let position = ORIGIN;
    let completed = 0;
    for (let step = 0; step < ACTS; step += 1) {
      const act = below(10);
      if (act < 4) {
        const unit = /** @type {StepUnit[]} */ (['step', 'sample', 'miniBatch', 'epoch'])[below(4)] ?? 'step';
        position = session.neighbour(position, unit, below(3) ? 1 : -1) ?? position;
      } else if (act === 4) {
        completed += session.advance(below(12), Infinity);
      } else if (act === 5) {
        position = session.positionOf(below(completed + 4));
        position = { ...position, sample: below(position.sample + 1), step: 0 };
      } else if (act === 6) {
        const redo = below(2) > 0;
        const [from, to] = redo ? [undone, done] : [done, undone];
        const back = redo ? session.redo(position) : session.undo(position);
        const moment = from.pop();
        assert.deepEqual(back, moment?.position);
        if (moment) {
          to.push({ entries: model.entries, position, completed });
          model.entries = moment.entries;
          model.forget(0);
          ({ position, completed } = moment);
        }
      } else {
        const { sizes, samples } = inForce(model, position).settings;
        const layer = 2 + below(sizes.length - 1);
        const [to, from] = [below(Number(sizes[layer - 1])), below(Number(sizes[layer - 2]))];
        const count = sizes.slice(1).reduce((sum, n, l) => sum + n * (Number(sizes[l]) + 1), 0);
        const edits = [
          { kind: 'eta', value: value() },
          { kind: 'miniBatchSize', value: 1 + below(samples.length) },
          { kind: 'weight', layer, to, from, value: value() },
          { kind: 'bias', layer, neuron: to, value: value() },
          { kind: 'parameters', values: Float64Array.from({ length: count }, value) },
          { kind: 'input', sample: below(samples.length), index: below(Number(sizes[0])), value: value() },
          {
            kind: 'target',
            sample: below(samples.length),
            index: below(Number(sizes.at(-1))),
            value: value(),
          },
          {
            kind: 'conventions',
            trainBiases: below(2) > 0,
            halveCost: below(2) > 0,
            averageGradients: below(2) > 0,
          },
          {
            kind: 'sizes',
            sizes: sizes.map((n) => (below(2) ? n : 1 + below(4))),
            keptLayers: sizes.map((_, l) => l),
          },
          {
            kind: 'sizes',
            sizes: [...sizes.slice(0, 1), 1 + below(3), ...sizes.slice(1)],
            keptLayers: sizes.flatMap((_, l) => (l ? [l] : [0, -1])),
          },
          { kind: 'sizes', sizes: [Number(sizes[0]), ...sizes.slice(-1)], keptLayers: [0, sizes.length - 1] },
        ];
        const edit = edits[below(sizes.length < 5 ? edits.length : 9)];
        const bad = HOSTILE[below(HOSTILE.length)]?.();
        assert.throws(() => session.edit(position, /** @type {any} */ ({ ...edit, kind: bad }), false));
        done.push({ entries: model.entries, position, completed });
        undone.length = 0;
        position = session.edit(position, /** @type {any} */ (edit), false);
        completed = Math.min(completed, model.edit(/** @type {any} */ (done.at(-1)).position, edit));
      }
      const { isUpdated, index } = compare(session, model, position, random);
      completed = Math.max(completed, index + Number(isUpdated));
      compared += 1;
      assert.equal(session.completed, completed, `${seed} ${step}`);
      model.network(completed);
      assert.deepEqual(Array.from(session.timeline().mean), model.costs.slice(0, completed));
    }
    session.free();
  }
  assert.equal(compared, SEQUENCES * ACTS);
});
