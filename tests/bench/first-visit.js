/**
 * Measures a first visit over a slow connection: bytes fetched, and the time until the network is drawn with
 * its numbers. Run by `cargo xtask bench`. With folders as arguments, it compares these and keeps nothing.
 *
 * The server makes the connection slow, because the throttling of the browser's developer tools does not
 * reach workers.
 *
 * @module
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chromium } from '@playwright/test';

import { table, write } from './results.js';

/** Milliseconds from a request to the first byte of its answer. */
const LATENCY = 150;
/** Bytes in a millisecond: 1.6 Mbit/s. */
const RATE = 200;
/** Bytes that are sent at once. */
const PIECE = 1_460;
const VISITS = 5;

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const wait = (/** @type {number} */ ms) => new Promise((resume) => setTimeout(resume, ms));

/**
 * Serves a folder, compressed, to all connections together at `RATE`.
 *
 * @param {string} folder
 */
async function serve(folder) {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && TYPES[extname(path)])
      files.set(path.slice(folder.length), gzipSync(readFileSync(path), { level: 9 }));
  }
  const visit = { bytes: 0, wasm: 0 };
  // Until when the line is taken by what was sent before.
  let free = 0;
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').replace(/\/$/, '/index.html');
    const body = files.get(path);
    await wait(LATENCY);
    if (!body) return response.writeHead(404).end();
    const type = String(TYPES[extname(path)]);
    visit.bytes += body.length;
    if (path.endsWith('.wasm')) visit.wasm += body.length;
    response.writeHead(200, {
      'content-type': type,
      'content-encoding': 'gzip',
      'cache-control': 'no-store',
    });
    for (let at = 0; at < body.length; at += PIECE) {
      const piece = body.subarray(at, at + PIECE);
      free = Math.max(free, performance.now()) + piece.length / RATE;
      await wait(free - performance.now());
      response.write(piece);
    }
    response.end();
  });
  await new Promise((resume) => server.listen(0, '127.0.0.1', () => resume(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { visit, url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

const browser = await chromium.launch({
  executablePath: process.env['BACKSTEP_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const folders = process.argv.slice(2);
/** @type {string[][]} */
const rows = [];
for (const folder of folders.length > 0 ? folders : ['dist']) {
  const { visit, url, close } = await serve(folder.replace(/\/$/, ''));
  /** @type {number[]} */
  const times = [];
  for (let n = 0; n < VISITS; n += 1) {
    Object.assign(visit, { bytes: 0, wasm: 0 });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForSelector('svg.network[data-position="0.0.0.0"]');
    times.push(performance.now() - start);
    await context.close();
  }
  times.sort((one, other) => one - other);
  const shown = [Math.floor(VISITS / 2), 0, VISITS - 1].map((at) => Math.round(Number(times[at])));
  rows.push([folder, ...[visit.bytes, visit.wasm, ...shown].map(String)]);
  close();
}
await browser.close();

const lines = table(['', 'bytes', 'of it WebAssembly', 'ms, median', 'ms, least', 'ms, most'], rows);
if (folders.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
else {
  write('First visit', [
    'What a first visit to the published page fetches, compressed with gzip, and the time until the network',
    `is drawn with its numbers, at 1.6 Mbit/s and ${LATENCY} ms to the first byte of each answer, in`,
    `${VISITS} visits.`,
    '',
    ...lines,
  ]);
}
