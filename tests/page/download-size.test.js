/**
 * The download size of a first visit: the published files that it fetches, compressed with gzip.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const dist = new URL('../../dist/', import.meta.url);

/**
 * Returns the compressed size of a file.
 *
 * @param {string} path
 */
const bytes = (path) => gzipSync(readFileSync(new URL(path, dist)), { level: 9 }).length;

/**
 * Returns a module and all its static imports. Dynamic imports are fetched later, and left out.
 *
 * @param {string} path
 * @param {Set<string>} [found]
 */
function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const text = readFileSync(new URL(path, dist), 'utf8');
  for (const [, address] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)) {
    withImports(new URL(String(address), new URL(path, 'file:///')).pathname.slice(1), found);
  }
  return found;
}

test('the first visit downloads less than 100 kB, with less than 25 kB of WebAssembly', (context) => {
  const html = readFileSync(new URL('index.html', dist), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => String(path));
  assert.ok(named.includes('src/main.js') && named.includes('styles.css'), String(named));
  const modules = new Set([...withImports('src/main.js'), ...withImports('src/worker/worker.js')]);
  const page = new Set(['index.html', ...named, ...modules]);
  const total = [...page].reduce((sum, path) => sum + bytes(path), 0);
  const wasm = bytes('pkg/opening_bg.wasm');
  context.diagnostic(`first load: ${total} bytes and ${wasm} of WebAssembly`);
  assert.ok(wasm < 25_000, `${wasm} bytes of WebAssembly`);
  assert.ok(total + wasm < 100_000, `${total + wasm} bytes`);
});
