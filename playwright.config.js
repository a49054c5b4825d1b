import { defineConfig } from '@playwright/test';

/** The server's port. Another one lets two checkouts be tested at once. */
const PORT = Number(process.env['BACKSTEP_PORT'] ?? 41_730);

/** The address of the published files. */
const PUBLISHED = `http://127.0.0.1:${PORT + 1000}/some/path/`;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'tests/browser/.results',
  snapshotPathTemplate: 'tests/browser/snapshots/{arg}{ext}',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
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
    // The page as it is written and as it is published, each below a path, as on a host with several sites.
    { port: PORT, options: '--no-build' },
    { port: PORT + 1000, options: '--dist' },
  ].map(({ port, options }) => ({
    command: `cargo xtask serve ${options} --port ${port} --prefix /some/path`,
    url: `http://127.0.0.1:${port}/some/path/`,
    reuseExistingServer: false,
    timeout: 120_000,
  })),
});
