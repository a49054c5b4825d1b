/**
 * `tests/bench/results.md`: a section for each measurement, which is written anew when that is made again.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(process.env['BACKSTEP_ROOT'] ?? '.', 'tests/bench/results.md');

/**
 * Writes a section in the place of the old one, or at the end, and prints it.
 *
 * @param {string} title
 * @param {string[]} lines
 */
export function write(title, lines) {
  const section = `# ${title}\n\n${lines.join('\n').trim()}\n`;
  const others = readFileSync(file, 'utf8').split(/^(?=# )/m);
  const at = others.findIndex((text) => text.startsWith(`# ${title}\n`));
  const before = at < 0 ? others : others.slice(0, at);
  const after = at < 0 ? [] : others.slice(at + 1);
  const all = [...before, section, ...after].map((text) => `${text.trim()}\n`);
  writeFileSync(file, all.join('\n'));
  process.stdout.write(section);
}

/**
 * Returns the lines of a table. All columns but the first are of numbers.
 *
 * @param {string[]} heads
 * @param {string[][]} rows
 */
export function table(heads, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|---|${'--:|'.repeat(heads.length - 1)}`, ...rows.map(line), ''];
}
