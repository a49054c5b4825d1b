/**
 * How the modules of the published page are bundled.
 */
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'rolldown';

/** The page's first module and those of workers: loaded by their address, so they keep their names. */
const ENTRIES = ['src/main', 'src/worker/worker', 'src/worker/reader'];

/** Folders whose template literals are markup or sentences, where indentation means nothing. */
const INDENTED = /\/www\/src\/(view|words)\//;

/** Leaves indentation out, also that inside of template literals, which a minifier keeps. */
const withoutIndentation = {
  name: 'without-indentation',
  transform: (/** @type {string} */ code, /** @type {string} */ id) =>
    INDENTED.test(id) ? { code: code.replace(/^[ \t]+/gm, ''), map: null } : undefined,
};

/** @typedef {(id: string) => { importedIds: string[] } | null} GetModuleInfo */

/**
 * Returns the modules that one imports, directly or not, but for those imported when they are needed.
 *
 * @param {string} id
 * @param {GetModuleInfo} getModuleInfo
 * @param {Set<string>} [found]
 */
function importsOf(id, getModuleInfo, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  for (const one of [...(getModuleInfo(id)?.importedIds ?? [])]) importsOf(one, getModuleInfo, found);
  return found;
}

/** What the page needs at once, and what of it its workers need too, made once. */
/** @type {{ page: Set<string>, both: Set<string> } | undefined} */
let first;

/**
 * Returns what the page needs at once, and what of it its workers need too. Without it, what is also used
 * later would be a dozen small files.
 *
 * @param {GetModuleInfo} getModuleInfo
 */
function firstOf(getModuleInfo) {
  if (first) return first;
  const [page, ...workers] = ENTRIES.map((name) =>
    importsOf(fileURLToPath(new URL(`www/${name}.js`, import.meta.url)), getModuleInfo),
  );
  const both = [...(page ?? [])].filter((one) => workers.some((worker) => worker.has(one)));
  first = { page: page ?? new Set(), both: new Set(both) };
  return first;
}

export default defineConfig({
  plugins: [withoutIndentation],
  input: Object.fromEntries(ENTRIES.map((name) => [name, `www/${name}.js`])),
  platform: 'browser',
  transform: { target: 'es2022' },
  output: {
    dir: 'dist',
    minify: true,
    codeSplitting: {
      groups: [
        {
          debugName: 'both',
          name: (id, context) => (firstOf((one) => context.getModuleInfo(one)).both.has(id) ? 'both' : null),
          priority: 2,
        },
        {
          debugName: 'first',
          name: (id, context) => (firstOf((one) => context.getModuleInfo(one)).page.has(id) ? 'first' : null),
          priority: 1,
        },
      ],
    },
    entryFileNames: '[name].js',
    chunkFileNames: 'src/[name]-[hash].js',
  },
  // A warning is an error.
  onLog(level, log, write) {
    if (level === 'warn') throw new Error(log.message);
    write(level, log);
  },
});
