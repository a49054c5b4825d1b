/**
 * How the modules are joined where the page is published.
 */
import { defineConfig } from 'rolldown';

/** Modules that are started by their address, which they keep. */
const ENTRIES = ['src/main', 'src/worker/worker', 'src/worker/reader'];

export default defineConfig({
  input: Object.fromEntries(ENTRIES.map((name) => [name, `www/${name}.js`])),
  platform: 'browser',
  transform: { target: 'es2022' },
  output: {
    dir: 'dist',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'src/[name]-[hash].js',
  },
  // What could go wrong does.
  onLog(level, log, write) {
    if (level === 'warn') throw new Error(log.message);
    write(level, log);
  },
});
