/**
 * How the modules of the published page are bundled.
 */
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

export default defineConfig({
  plugins: [withoutIndentation],
  input: Object.fromEntries(ENTRIES.map((name) => [name, `www/${name}.js`])),
  platform: 'browser',
  transform: { target: 'es2022' },
  output: {
    dir: 'dist',
    minify: true,
    codeSplitting: {
      groups: [{ name: 'lit-html', test: /\/vendor\/lit-html\// }],
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
