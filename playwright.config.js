import { defineConfig } from '@playwright/test';

/** Not the port of a server somebody has running beside the tests; another one lets two checkouts be tested at once. */
const PORT = Number(process.env['BACKSTEP_PORT'] ?? 41_730);

/** Where the files that are published are served. */
const PUBLISHED = `http://127.0.0.1:${PORT + 1000}/some/path/`;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'tests/browser/.results',
  snapshotPathTemplate: 'tests/browser/snapshots/{arg}{ext}',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'line',
  projects: [
    { name: 'written', testIgnore: 'published.spec.js' },
    { name: 'published', testMatch: 'published.spec.js', use: { baseURL: PUBLISHED } },
  ],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/some/path/`,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env['BACKSTEP_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: [
    // Served below a path too, as on a host with several pages; once as it is written, once as it is published.
    { port: PORT, options: '--no-build' },
    { port: PORT + 1000, options: '--dist' },
  ].map(({ port, options }) => ({
    command: `cargo xtask serve ${options} --port ${port} --prefix /some/path`,
    url: `http://127.0.0.1:${port}/some/path/`,
    reuseExistingServer: false,
    timeout: 120_000,
  })),
});
