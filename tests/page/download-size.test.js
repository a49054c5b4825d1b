/**
 * What a first visit has to fetch, compressed as a static host does it. Measured on the files that are published.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const dist = new URL('../../dist/', import.meta.url);

/** @param {string} path */
const bytes = (path) => gzipSync(readFileSync(new URL(path, dist)), { level: 9 }).length;

/** A module with all that it imports before it can run; what it imports later does not count. @param {string} path @param {Set<string>} [found] */
function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const text = readFileSync(new URL(path, dist), 'utf8');
  for (const [, address] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)) {
    withImports(new URL(String(address), new URL(path, 'file:///')).pathname.slice(1), found);
  }
  return found;
}

test('the first load is light', (context) => {
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
