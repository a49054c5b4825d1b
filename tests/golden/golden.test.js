/**
 * The golden cases in the repository are those that the NumPy program writes.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('make.py --check finds the golden cases up to date', () => {
  const python = process.env['BACKSTEP_PYTHON'] ?? 'python3';
  const program = fileURLToPath(new URL('make.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, [program, '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
});
