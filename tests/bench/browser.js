/**
 * The part of the comparison that runs in Chromium, in a page of the project's own server.
 *
 * @module
 */
import { readFileSync } from 'node:fs';

import { inChromium } from './chromium.js';

/**
 * Runs in the page.
 *
 * @param {{ limitBytes: number[], rounds: number, span: number }} order
 */
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
  // The shortest of three: a pause that another program causes does not count.
  const shortest = (/** @type {Parameters<typeof time>[0]} */ contestant) =>
    Math.min(time(contestant), time(contestant), time(contestant));
  for (const contestant of contestants) {
    for (let took = shortest(contestant); took < span; took = shortest(contestant)) {
      contestant.n = Math.ceil(contestant.n * Math.min(8, Math.max(1.2, (1.1 * span) / Math.max(took, 1))));
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      contestant.best = Math.min(contestant.best, time(contestant) / contestant.n);
      // Yields to the browser, whose compilers finish meanwhile.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return contestants.map(({ name, shape, best }) => ({ name, shape, best }));
}

/**
 * Measures in the browser what {@link compare} compares.
 *
 * @param {number[]} limitBytes
 * @param {number} rounds
 * @param {number} span
 * @returns {Promise<{ version: string, result: { name: string, shape: number, best: number }[] }>}
 */
export const inBrowser = (limitBytes, rounds, span) =>
  inChromium(async (page, address) => {
    await page.route('**/bench/*.js', (route) => {
      const file = new URL(route.request().url()).pathname.split('/').pop() ?? '';
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') });
    });
    await page.route('**/blank.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
    );
    await page.goto(`${address}blank.html`);
    return page.evaluate(compare, { limitBytes, rounds, span });
  });
