/**
 * The part of the comparison that runs in Chromium, in a page of the project's own server.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env['BACKSTEP_ROOT'] ?? '';
const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');

/** In the page. @param {{ limitBytes: number[], rounds: number, span: number }} order */
async function compare({ limitBytes, rounds, span }) {
  const load = (/** @type {string} */ file) => import(new URL(file, document.baseURI).href);
  const { ETA, SHAPES, samplesFor } = await load('bench/work.js');
  const { plain } = await load('bench/plain.js');
  const core = await load('pkg/backstep.js');
  const file = await fetch(new URL('pkg/backstep_bg.wasm', document.baseURI));
  await core.default({ module_or_path: await WebAssembly.compile(await file.arrayBuffer()) });
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(limitBytes));
  /** @type {{ name: string, shape: number, run: (n: number) => void, n: number, best: number }[]} */
  const contestants = [];
  const add = (
    /** @type {string} */ name,
    /** @type {number} */ shape,
    /** @type {(n: number) => void} */ run,
  ) => contestants.push({ name, shape, run, n: 1, best: Infinity });
  for (const [at, shape] of SHAPES.entries()) {
    const samples = samplesFor(shape);
    const net = new core.Network(Float64Array.from(shape.sizes), 45);
    add('plain JavaScript', at, plain(shape, samples, net.parameters, ETA));
    net.setSamples(samples.xs, samples.ys, samples.count);
    add('Backstep', at, (n) => net.trainMiniBatches(0, n, shape.m, ETA));
  }
  add('limit', -1, /** @type {(n: number) => void} */ (instance.exports['run']));
  const time = (/** @type {{ run: (n: number) => void, n: number }} */ { run, n }) => {
    const start = performance.now();
    run(n);
    return (performance.now() - start) * 1e3;
  };
  for (const contestant of contestants) {
    for (let took = time(contestant); took < span; took = time(contestant)) {
      contestant.n = Math.ceil(contestant.n * Math.min(8, Math.max(1.2, (1.1 * span) / Math.max(took, 1))));
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      contestant.best = Math.min(contestant.best, time(contestant) / contestant.n);
      // Lets the page breathe, and compilers finish.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return contestants.map(({ name, shape, best }) => ({ name, shape, best }));
}

/**
 * @param {number[]} limitBytes @param {number} rounds @param {number} span
 * @returns {Promise<{ version: string, results: { name: string, shape: number, best: number }[] }>}
 */
export async function inBrowser(limitBytes, rounds, span) {
  const server = spawn(process.env['BACKSTEP_XTASK'] ?? '', ['serve', '--no-build', '--port', '8700'], {
    cwd: root,
  });
  const address = await new Promise((resolve) => {
    let heard = '';
    server.stdout.on('data', (/** @type {Buffer} */ data) => {
      heard += data;
      const found = /http:\S+/.exec(heard);
      if (found) resolve(found[0]);
    });
  });
  const browser = await chromium.launch({
    executablePath: process.env['BACKSTEP_CHROMIUM'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
  try {
    const page = await browser.newPage();
    await page.route('**/bench/*.js', (/** @type {any} */ route) => {
      const file = new URL(route.request().url()).pathname.split('/').pop() ?? '';
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') });
    });
    await page.route('**/blank.html', (/** @type {any} */ route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
    );
    await page.goto(`${address}blank.html`);
    return {
      version: browser.version(),
      results: await page.evaluate(compare, { limitBytes, rounds, span }),
    };
  } finally {
    await browser.close();
    server.kill();
  }
}
