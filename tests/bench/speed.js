/**
 * Compares the time for a mini-batch with that of NumPy, TensorFlow.js and plain JavaScript.
 *
 * Every contestant runs in every round, on one core. Of nine rounds the best counts. Time is CPU time in
 * Node, and time on the clock in the browser, which tells no other. Run by `cargo xtask bench`, which sets
 * the environment.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { inBrowser } from './browser.js';
import { OPERATIONS, TEXT } from './limit.js';
import { plain } from './plain.js';
import { table, write } from './results.js';
import { tensorflow } from './tensorflow.js';
import { ETA, SHAPES, nameOf, operations, samplesFor } from './work.js';

const ROUNDS = 9;
/** How long a contestant runs in a round, in microseconds. */
const SPAN = 40_000;

const root = process.env['BACKSTEP_ROOT'] ?? '';
const load = (/** @type {string} */ path) => import(pathToFileURL(join(root, path)).href);

const core = await load('www/pkg/backstep.js');
core.initSync({ module: readFileSync(join(root, 'www/pkg/backstep_bg.wasm')) });
const binaryen = (await load('node_modules/binaryen/index.js')).default;
const module = binaryen.parseText(TEXT);
module.setFeatures(binaryen.Features.SIMD128);
const limitBytes = module.emitBinary();
const limit = new WebAssembly.Instance(new WebAssembly.Module(limitBytes)).exports['run'];

// Without these, OpenBLAS chooses by itself what suits the machine.
const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _size, ...environment } = process.env;
const python = spawn(process.env['BACKSTEP_PYTHON'] ?? 'python3', ['contestants.py'], {
  env: { ...environment, OPENBLAS_NUM_THREADS: '1' },
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
const ask = async (/** @type {object} */ order) => {
  python.stdin.write(`${JSON.stringify(order)}\n`);
  return Number((await answers.next()).value);
};

/**
 * Somebody who trains. `run` trains on a number of mini-batches and returns the time they took, in
 * microseconds; `n` is how many fill a round, and `best` the shortest time for one.
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {number} shape  index of the network in `SHAPES`, or −1
 * @property {(n: number) => Promise<number>} run
 * @property {number} n
 * @property {number} best
 */

/**
 * Returns a function that measures CPU time, in microseconds.
 *
 * @param {(n: number) => void} work
 */
const timed = (work) => async (/** @type {number} */ n) => {
  const start = process.cpuUsage();
  work(n);
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

/** @type {Contestant[]} */
const contestants = [];
const add = (/** @type {string} */ name, /** @type {number} */ shape, /** @type {Contestant['run']} */ run) =>
  contestants.push({ name, shape, run, n: 1, best: Infinity });

for (const [at, shape] of SHAPES.entries()) {
  const samples = samplesFor(shape);
  const net = new core.Network(Float64Array.from(shape.sizes), 45);
  const { parameters } = net;
  for (const kind of ['per sample', 'batched']) {
    const name = kind === 'batched' ? 'NumPy, mini-batch as a matrix' : 'NumPy, one sample after the other';
    const key = `${name} ${at}`;
    const lists = { parameters: [...parameters], xs: [...samples.xs], ys: [...samples.ys] };
    await ask({ name: key, kind, ...shape, ...lists, count: samples.count, eta: ETA });
    add(name, at, (miniBatches) => ask({ name: key, miniBatches }));
  }
  add('TensorFlow.js, wasm, 32 bits', at, timed(await tensorflow(shape, samples, parameters, ETA)));
  add('plain JavaScript', at, timed(plain(shape, samples, parameters, ETA)));
  net.setSamples(samples.xs, samples.ys, samples.count);
  add(
    'Backstep',
    at,
    timed((n) => net.trainMiniBatches(0, n, shape.m, ETA)),
  );
}
add('limit', -1, timed(limit));

/**
 * Finds the number of mini-batches that fill a round. Compilers have finished by then.
 *
 * @param {Contestant} contestant
 */
async function calibrate(contestant) {
  for (
    let took = await contestant.run(contestant.n);
    took < SPAN;
    took = await contestant.run(contestant.n)
  ) {
    contestant.n = Math.ceil(contestant.n * Math.min(8, Math.max(1.2, (1.1 * SPAN) / Math.max(took, 1))));
  }
}
for (const contestant of contestants) await calibrate(contestant);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const contestant of contestants) {
    contestant.best = Math.min(contestant.best, (await contestant.run(contestant.n)) / contestant.n);
  }
}
python.stdin.end();

// The clock of a browser runs on while other programs have the core: more and shorter rounds find a free
// moment.
const browser = await inBrowser([...limitBytes], 4 * ROUNDS, SPAN / 4);
const gigaflops = (/** @type {number} */ flops, /** @type {number} */ microseconds) =>
  flops / microseconds / 1e3;

/** Three digits, without powers of ten. @param {number} value */
const short = (value) =>
  value >= 100 ? Math.round(value).toString() : value.toPrecision(value < 10 ? 2 : 3);

/**
 * Returns the part about one place: times, ratios to Backstep's, and its share of what the processor can do.
 *
 * @param {string} where
 * @param {{ name: string, shape: number, best: number }[]} all
 */
function part(where, all) {
  const bestOf = (/** @type {string} */ name, /** @type {number} */ shape) =>
    all.find((each) => each.name === name && each.shape === shape)?.best ?? NaN;
  const names = [...new Set(all.filter(({ shape }) => shape >= 0).map(({ name }) => name))];
  const limit = gigaflops(OPERATIONS, bestOf('limit', -1));
  const cells = (/** @type {string} */ name) =>
    SHAPES.map((_, at) => {
      const [time, ours] = [bestOf(name, at), bestOf('Backstep', at)];
      return name === 'Backstep' ? `**${short(time)}**` : `${short(time)} (${short(time / ours)}×)`;
    });
  const shares = SHAPES.map(
    (shape, at) => `${Math.round((100 * gigaflops(operations(shape), bestOf('Backstep', at))) / limit)} %`,
  );
  return [
    `## ${where}`,
    '',
    ...table(
      ['µs', ...SHAPES.map(nameOf)],
      [...names.map((name) => [name, ...cells(name)]), ['Backstep, share of the limit', ...shares]],
    ),
    'The limit, only multiplications and additions in the vector registers of WebAssembly: ' +
      `${limit.toFixed(1)} GFLOP/s.`,
    '',
  ];
}

write('Speed', [
  'Time per mini-batch in microseconds. In parentheses, the time relative to Backstep: above 1 is slower.',
  '',
  'Written by `cargo xtask bench`, in one run on one core, in turns. The best of nine rounds counts; in',
  'Chromium, of 36 short ones. Ratios say more than single times. All do the same work: mini-batch SGD with',
  'sigmoid units and quadratic cost, in 64-bit numbers unless it says 32, with the data in memory',
  'beforehand, one mini-batch after the other.',
  '',
  ...part(`Node ${process.versions.node}, CPU time`, contestants),
  ...part(`Chromium ${browser.version}, time on the clock`, browser.result),
]);
process.exit(0);
