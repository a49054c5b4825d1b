/**
 * The fixtures are what the NumPy program writes.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('the fixtures are what the program writes', () => {
  const python = process.env['BACKSTEP_PYTHON'] ?? 'python3';
  const program = fileURLToPath(new URL('make.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, [program, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
});
