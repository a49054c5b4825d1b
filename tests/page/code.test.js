/**
 * The code panel: the NumPy program computes what the core computes, and each step is matched to its code.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { arraysOf, rustSourceOf, extractFunction, lineNumberOf } from '../../www/src/code/step-code.js';
import { selectionsOf, splitTerms } from '../../www/src/code/terms.js';
import { formulaOf } from '../../www/src/formula/formula.js';
import { pythonScript } from '../../www/src/code/python-script.js';
import { editable } from '../../www/src/state/editable.js';
import { DataSet, Session } from '../wasm/module.js';
import { ORIGIN, miniBatch, viewAt } from './views.js';

/** @import { ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { ByLayer, Conventions, State } from '../../www/src/protocol/state.js' */

const FOLDER = fileURLToPath(new URL('../../www/src/code/', import.meta.url));
const lines = readFileSync(`${FOLDER}network.py`, 'utf8').trimEnd().split('\n');

/** Relative tolerance: NumPy adds in an order of its own. */
const TOLERANCE = 1e-12;

test('network.py has at most 60 lines, and a line of its own for every kind of step', () => {
  assert.ok(lines.length <= 60, `${lines.length} lines`);
  for (const sizes of [
    [3, 2, 1],
    [2, 3, 3, 2],
  ]) {
    const layers = sizes.length;
    const lit = new Set();
    for (const { after } of miniBatch('majority', sizes)) {
      for (const step of [...after.sampleSteps, ...after.tailSteps]) {
        const line = lineNumberOf(lines, step, layers);
        assert.ok(line, JSON.stringify(step));
        lit.add(line);
      }
      break;
    }
    for (const kind of /** @type {const} */ (['evaluate', 'shuffle']))
      lit.add(lineNumberOf(lines, { kind }, layers));
    assert.ok(!lit.has(undefined));
    assert.equal(lit.size, 14, 'no two kinds of step share a line');
  }
});

test('the Rust functions of every step are in the compiled source', () => {
  for (const { after } of miniBatch('majority')) {
    const rust = rustSourceOf(after.step, after.sizes.length);
    if (after.step.kind === 'load') assert.equal(rust, undefined);
    if (!rust) continue;
    const folder = rust.file === 'rng.rs' ? '' : 'learn/';
    const source = readFileSync(new URL(`../../crate/src/${folder}${rust.file}`, import.meta.url), 'utf8');
    assert.equal(
      readFileSync(fileURLToPath(new URL(`../../www/pkg/source/${rust.file}`, import.meta.url)), 'utf8'),
      source,
    );
    for (const name of rust.functions) {
      const text = extractFunction(source, name);
      assert.ok(text?.startsWith('///') && text.endsWith('}'), `${rust.file}: ${name}`);
      assert.equal(text?.split('pub').length, 2, 'exactly one function');
    }
  }
});

test('the arrays of a step have the shapes shown', () => {
  for (const { after } of miniBatch('majority', [3, 4, 2, 2])) {
    for (const { name, shape, values } of arraysOf(after)) {
      const size = shape.match(/\d+/g)?.reduce((product, part) => product * Number(part), 1);
      assert.equal(values.length, size, `${after.step.kind}: ${name}`);
    }
    if (!['evaluate', 'shuffle'].includes(after.step.kind))
      assert.ok(arraysOf(after).length > 0, after.step.kind);
  }
});

/** @param {ByLayer} layers */
const plain = (layers) => layers.slice(1).map((values) => Array.from(values ?? []));

/**
 * Returns the states of a mini-batch: the start, each sample, and the update.
 *
 * @param {ExampleName} example
 * @param {number} miniBatchNumber
 */
function run(example, miniBatchNumber) {
  const session = Session.open(example);
  const end = session.positionOf(miniBatchNumber);
  const start = session.stateAt({ ...end, sample: 0, step: 0 });
  const last = start.sampleSteps.length - 1;
  const samples = start.rows.map((_, row) => session.stateAt({ ...end, sample: row, step: last }));
  return { start, samples, end: session.stateAt(end) };
}

const DRIVER = `
import json, sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import numpy as np
from network import Network
answers = []
for case in json.load(sys.stdin):
    sizes = case["sizes"]
    shape = lambda values: [np.array(v).reshape(n, k) for v, k, n in zip(values, sizes, sizes[1:])]
    net = Network(shape(case["weights"]), [np.array(b) for b in case["biases"]])
    batch = [(np.array(x), np.array(y)) for x, y in case["batch"]]
    samples = []
    for x, y in batch:
        zs, activations, cost, nabla_b, nabla_w = net.backprop(x, y)
        samples.append({"z": [z.tolist() for z in zs], "a": [a.tolist() for a in activations[1:]],
                        "cost": cost, "nabla_b": [n.tolist() for n in nabla_b],
                        "nabla_w": [n.ravel().tolist() for n in nabla_w]})
    net.update_mini_batch(batch, case["eta"])
    answers.append({"samples": samples, "weights": [w.ravel().tolist() for w in net.weights],
                    "biases": [b.tolist() for b in net.biases], "right": int(net.evaluate(batch))})
json.dump(answers, sys.stdout)
`;

/**
 * @param {unknown} one
 * @param {unknown} other
 * @param {string} what
 */
function close(one, other, what) {
  if (Array.isArray(one) && Array.isArray(other)) {
    assert.equal(one.length, other.length, what);
    one.forEach((value, at) => close(value, other[at], what));
  } else {
    const [a, b] = [Number(one), Number(other)];
    assert.ok(Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a)), `${what}: ${a} and ${b}`);
  }
}

test('network.py computes every intermediate value of the core', () => {
  const runs = /** @type {const} */ (['majority', 'parity', 'xor', 'mazur', 'textbook']).flatMap((example) =>
    [0, 1, 7].map((number) => ({ name: `${example}, mini-batch ${number}`, ...run(example, number) })),
  );
  const cases = runs.map(({ start }) => ({
    sizes: start.sizes,
    weights: plain(start.weights),
    biases: plain(start.biases),
    eta: start.eta,
    batch: start.rows.map(({ x, y }) => [Array.from(x), Array.from(y)]),
  }));
  const python = process.env['BACKSTEP_PYTHON'] ?? 'python3';
  const { status, stdout, stderr } = spawnSync(python, ['-c', DRIVER, FOLDER], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const answers = JSON.parse(stdout);
  runs.forEach(({ name, samples, end }, at) => {
    const answer = answers[at];
    samples.forEach((/** @type {State} */ state, row) => {
      const got = answer.samples[row];
      close(got.z, plain(state.z), `${name}, sample ${row}: z`);
      close(got.a, plain(state.a), `${name}, sample ${row}: a`);
      close(got.cost, state.cost, `${name}, sample ${row}: cost`);
      close(got.nabla_b, plain(state.delta), `${name}, sample ${row}: delta`);
      close(got.nabla_b, plain(state.nablaB), `${name}, sample ${row}: nabla_b`);
      close(got.nabla_w, plain(state.nablaW), `${name}, sample ${row}: nabla_w`);
    });
    close(answer.weights, plain(end.weights), `${name}: weights`);
    close(answer.biases, plain(end.biases), `${name}: biases`);
    assert.ok(answer.right >= 0 && answer.right <= samples.length);
  });
});

test('the script of a step prints the values shown', () => {
  const source = `${lines.join('\n')}\n`;
  /** @type {Conventions} */
  const other = { trainBiases: false, halveCost: false, averageGradients: false };
  const runs = [
    miniBatch('majority'),
    miniBatch('majority', [3, 4, 2, 2]),
    miniBatch('parity', undefined, other),
  ];
  const views = runs
    .flatMap((run) => [...run])
    .filter(({ after }) =>
      // The first sample stands for the others; the update has steps of its own.
      [0, after.m].includes(after.position.sample),
    );
  const scripts = views.map((view) => pythonScript(view, source) ?? '');
  const python = process.env['BACKSTEP_PYTHON'] ?? 'python3';
  const runner =
    'import sys, json\nfor text in json.load(sys.stdin):\n  exec(text, {"__name__": "step"})\n  print("--")';
  const { status, stdout, stderr } = spawnSync(python, ['-c', runner], {
    input: JSON.stringify(scripts),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const outputs = stdout.split('--\n');
  let compared = 0;
  views.forEach(({ after }, at) => {
    /** @type {Record<string, ByLayer>} */
    const quantities = {
      z: after.z,
      a: after.a,
      delta: after.delta,
      nabla_w: after.nablaW,
      nabla_b: after.nablaB,
      sum_w: after.sumNablaW,
      sum_b: after.sumNablaB,
      mean_w: after.meanNablaW,
      mean_b: after.meanNablaB,
      step_w: after.stepW,
      step_b: after.stepB,
      weights: after.weights,
      biases: after.biases,
    };
    const printed = String(outputs[at]).trim().split('\n').filter(Boolean);
    for (const line of printed) {
      const [, name = '', layer, values = ''] = line.match(/^([a-z_]+?)(\d*) = (.*)$/) ?? [];
      const wanted = name === 'cost' ? after.cost : Array.from(quantities[name]?.[Number(layer) - 1] ?? []);
      close(JSON.parse(values), wanted, `${after.step.kind}: ${name}${layer}`);
      compared += 1;
    }
    const inSample = after.row !== undefined;
    const names = inSample ? ['z', 'a', 'delta', 'nabla_w', 'nabla_b'] : Object.keys(quantities).slice(5, 11);
    const computed = names.flatMap((name) => (quantities[name] ?? []).slice(1).filter(Boolean)).length;
    const more =
      (after.cost === undefined ? 0 : 1) + (after.step.kind === 'update' ? 2 * (after.sizes.length - 1) : 0);
    assert.equal(printed.length, computed + more, `${after.step.kind}: all computed values are printed`);
  });
  assert.ok(compared > 100);
});

test('a line split at its terms is the same line, and contains every term of its formula', () => {
  for (const line of lines)
    assert.equal(
      splitTerms(line)
        .map(({ text }) => text)
        .join(''),
      line,
    );
  /** The terms of the formula, by step. @type {Partial<Record<string, string[]>>} */
  const results = {
    z: ['w', 'a', 'b'],
    a: ['a', 'z'],
    cost: ['a', 'y'],
    delta: ['delta', 'slope'],
    nabla: ['nabla', 'delta', 'a'],
    sum: ['sum', 'nabla'],
    mean: ['mean', 'sum'],
    scale: ['step', 'eta', 'mean'],
    update: ['w', 'step'],
  };
  let seen = 0;
  for (const view of miniBatch('majority')) {
    const { step, sizes } = view.after;
    const wanted = results[step.kind];
    const formula = formulaOf(view, undefined, true);
    if (!wanted || !formula) continue;
    const at = lineNumberOf(lines, step, sizes.length);
    const named = splitTerms(String(lines[Number(at) - 1])).map(({ term }) => term);
    const terms = selectionsOf([...formula.symbols, ...formula.numbers]).map(({ term }) => term);
    for (const term of wanted) {
      assert.ok(named.includes(term), `${step.kind}: ${term} in the code`);
      if (term !== 'eta') assert.ok(terms.includes(term), `${step.kind}: ${term} in the formula`);
    }
    seen += 1;
  }
  assert.ok(seen > 30);
});

test('a mini-batch of over 100 samples has a script for each sample, and none for its update', () => {
  const data = DataSet.generate({ kind: 4, rule: 0, count: 200, noise: 0.1, seed: 1 });
  const session = Session.withData(data, { sizes: [2, 3, 1], eta: 1, miniBatchSize: 150, seed: 1 });
  const at = (/** @type {number} */ sample) => viewAt(session, { ...ORIGIN, sample });
  const { after } = at(120);
  assert.equal(after.rows.length, 100);
  const { x, y } = { x: after.x ?? [], y: after.y ?? [] };
  assert.ok(
    pythonScript(at(120), lines.join('\n'))?.includes(`np.array([${[...x].join(', ')}], dtype=float)`),
  );
  assert.equal(pythonScript(at(150), lines.join('\n')), undefined);
  // An edit changes that sample in the data.
  const typed = editable(after, { kind: 'target', neuron: 0 });
  assert.deepEqual(typed?.edit(0.5), { kind: 'target', sample: after.sample, index: 0, value: 0.5 });
  assert.equal(typed.value, y[0]);
  const row = session.rows(ORIGIN, false, Number(after.sample), 1);
  assert.deepEqual(row, { xs: x, ys: y });
});
