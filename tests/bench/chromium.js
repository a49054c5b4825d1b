/**
 * The project's own server and a page of Chromium, for as long as something is measured in it.
 *
 * @module
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @import { Page } from '@playwright/test' */

const root = process.env['BACKSTEP_ROOT'] ?? '';
const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');

/**
 * Starts both, calls a function, and ends both.
 *
 * @template T
 * @param {(page: Page, address: string) => Promise<T>} measure
 * @returns {Promise<{ version: string, result: T }>} the browser's version, and what was measured
 */
export async function inChromium(measure) {
  const server = spawn(process.env['BACKSTEP_XTASK'] ?? '', ['serve', '--no-build', '--port', '8700'], {
    cwd: root,
  });
  const address = await new Promise((resolve) => {
    let output = '';
    server.stdout.on('data', (/** @type {Buffer} */ data) => {
      output += data;
      const found = /http:\S+/.exec(output);
      if (found) resolve(found[0]);
    });
  });
  const browser = await chromium.launch({
    executablePath: process.env['BACKSTEP_CHROMIUM'],
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      '--disable-background-networking',
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    return { version: browser.version(), result: await measure(page, address) };
  } finally {
    await browser.close();
    server.kill();
  }
}
