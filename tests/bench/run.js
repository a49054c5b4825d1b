/**
 * The comparison: every contestant in every round, on one core, CPU time in Node and time on the clock in the browser,
 * the best of nine. Run by `cargo xtask bench`, which says where things are in the environment.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { inBrowser } from './browser.js';
import { OPERATIONS, TEXT } from './limit.js';
import { plain } from './plain.js';
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

// OpenBLAS chooses by itself what suits the machine.
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

/** @typedef {{ name: string, shape: number, run: (n: number) => Promise<number>, n: number, best: number }} Contestant */

/** CPU time of a function, in microseconds. @param {(n: number) => void} work */
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
    const name = `NumPy, ${kind}`;
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

/** As many mini-batches as take so long, asked for twice over: compilers are warm then. @param {Contestant} contestant */
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

// The clock of a browser runs on while others have the core, so there are more and shorter rounds.
const browser = await inBrowser([...limitBytes], 4 * ROUNDS, SPAN / 4);
const gigaflops = (/** @type {number} */ flops, /** @type {number} */ microseconds) =>
  flops / microseconds / 1e3;

/** Three digits, without powers of ten. @param {number} value */
const short = (value) =>
  value >= 100 ? Math.round(value).toString() : value.toPrecision(value < 10 ? 2 : 3);

/** A table of one place, with the ratios to Backstep. @param {string} where @param {{ name: string, shape: number, best: number }[]} all */
function table(where, all) {
  const of = (/** @type {string} */ name, /** @type {number} */ shape) =>
    all.find((each) => each.name === name && each.shape === shape)?.best ?? NaN;
  const names = [...new Set(all.filter(({ shape }) => shape >= 0).map(({ name }) => name))];
  const most = gigaflops(OPERATIONS, of('limit', -1));
  const row = (/** @type {string} */ name) =>
    SHAPES.map((_, at) => {
      const [time, ours] = [of(name, at), of('Backstep', at)];
      return name === 'Backstep' ? `**${short(time)}**` : `${short(time)} (${short(time / ours)}×)`;
    });
  const shares = SHAPES.map(
    (shape, at) => `${Math.round((100 * gigaflops(operations(shape), of('Backstep', at))) / most)} %`,
  );
  return [
    `## ${where}`,
    '',
    `| µs for a mini-batch (times Backstep's) | ${SHAPES.map(nameOf).join(' | ')} |`,
    `|---|${SHAPES.map(() => '--:').join('|')}|`,
    ...names.map((name) => `| ${name} | ${row(name).join(' | ')} |`),
    `| Backstep, of the limit | ${shares.join(' | ')} |`,
    '',
    `The limit, multiplications and additions in the registers of WebAssembly: ${most.toFixed(1)} thousand million a second.`,
    '',
  ];
}

const text = [
  '# Speed',
  '',
  'Written by `cargo xtask bench`. All in one run on one core, in turns; the best of nine (in Chromium: of 36 short ones). Single times say little, ratios',
  'more. The same work for everyone: mini-batch SGD, sigmoid units, quadratic cost, 64-bit numbers where not said otherwise;',
  'data in memory beforehand. Every mini-batch is trained on for itself, in the order of the samples.',
  '',
  ...table(`In Node ${process.versions.node}, CPU time`, contestants),
  ...table(`In Chromium ${browser.version}, time on the clock`, browser.results),
].join('\n');
writeFileSync(join(root, 'tests/bench/results.md'), text);
process.stdout.write(text);
process.exit(0);
