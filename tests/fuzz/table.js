/**
 * Property tests of the table reader with random text. `node tests/fuzz/table.js 100000` runs each property
 * 100,000 times. A failure prints the smallest failing input, and the seed to reproduce it.
 */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

import fc from 'fast-check';

import { decodeText, unpack } from '../../www/src/tables/decode.js';
import { Refusal } from '../../www/src/protocol/refusal.js';
import { toSamples } from '../../www/src/tables/samples.js';
import { readTable } from '../../www/src/tables/table.js';
import { unlessRefused } from './unless-refused.js';

/** @import { Table } from '../../www/src/tables/table.js' */

/** Pieces of text that are special to the parser; a random text puts them side by side. */
const pieces = fc.constantFrom(
  ...[
    ',',
    ';',
    '\t',
    '|',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '1',
    '2,5',
    '-0.5',
    '−3',
    '1e999',
    'NaN',
    '1,234',
  ],
  ...['a', 'yes', 'no', 'sep=;', '\uFEFF', '\u00a0', '\u2028', '\0', '0x1F', '\ud83d\ude00', '\ud800'],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string(),
);
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const dialects = fc.record(
  { delimiter: delimiters, decimalComma: fc.boolean(), header: fc.boolean() },
  { requiredKeys: [] },
);

/**
 * Checks that rows, names and columns of a table have lengths that fit together.
 *
 * @param {Table} table
 */
function assertShapes({ names, rows, rowNumbers, columns }) {
  assert.ok(rows.length > 0);
  assert.equal(rows.length, rowNumbers.length);
  assert.equal(columns.length, names.length);
  assert.equal(new Set(names).size, names.length);
  assert.ok(rows.every((row) => row.length === names.length && row.some((cell) => cell !== '')));
  assert.ok(rows.every((row) => row.every((cell) => cell === cell.trim())));
  assert.ok(rowNumbers.every((number, at) => number > (rowNumbers[at - 1] ?? 0)));
  for (const { distinct, empty, numeric } of columns) {
    assert.ok(distinct >= 1 && distinct <= rows.length && empty <= rows.length);
    assert.ok(!numeric || empty === 0);
  }
}

/**
 * Makes samples of a table, with its last column as the target, and checks their shapes and values.
 *
 * @param {Table} table
 * @param {'number' | 'zeroOne' | 'oneHot'} coding
 */
function assertSamples(table, coding) {
  const last = table.names.length - 1;
  const inputs = Array.from({ length: last }, (_, column) => column);
  const samples = unlessRefused(() => toSamples(table, { inputs, targets: [last], coding }));
  if (!samples) return;
  const { xs, ys, count, outputs, classes } = samples;
  assert.equal(count, table.rows.length);
  assert.equal(xs.length, count * last);
  assert.equal(ys.length, count * outputs);
  assert.ok([...xs, ...ys].every(Number.isFinite));
  assert.ok(coding === 'number' ? classes === undefined : classes && classes.length >= 2);
  if (coding === 'oneHot') {
    assert.equal(outputs, classes?.length);
    assert.equal(
      ys.reduce((sum, y) => sum + y, 0),
      count,
    );
  }
  if (coding === 'zeroOne') assert.ok(ys.includes(0) && ys.includes(1));
}

const anyText = fc.property(
  texts,
  dialects,
  fc.constantFrom('number', 'zeroOne', 'oneHot'),
  (text, dialect, coding) => {
    const table = unlessRefused(() => readTable(text, dialect));
    if (!table) return;
    assertShapes(table);
    assertSamples(table, /** @type {'number' | 'zeroOne' | 'oneHot'} */ (coding));
  },
);

const anyBytes = fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.boolean(), async (bytes, asGzip) => {
  const file = asGzip ? Uint8Array.from([0x1f, 0x8b, 8, 0, ...bytes]) : bytes;
  const out = await unpack(file, 1000).catch((error) => assert.ok(error instanceof Refusal, String(error)));
  if (!out) return;
  const text = unlessRefused(() => decodeText(out));
  if (text === undefined) return;
  assert.ok(!text.includes('\0'));
  const [fromBytes, fromText] = [out, text].map((source) => unlessRefused(() => readTable(source)));
  assert.deepEqual(fromBytes, fromText);
});

const cells = fc.oneof(
  fc.constantFrom(
    '1',
    '-2.5',
    '3,25',
    'a',
    'b c',
    'x"y',
    'é',
    '"',
    'a,b',
    'a;b',
    'a|b',
    'a\tb',
    'a\nb',
    'a\r\nb',
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replaceAll('\0', '').replaceAll('\uFEFF', '').trim()),
);
const writings = fc.record({
  delimiter: delimiters,
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  last: fc.boolean(),
  allQuoted: fc.boolean(),
  padding: fc.constantFrom('', ' ', '  '),
  blank: fc.boolean(),
});
const grids = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  )
  .filter((rows) => rows.every((row) => row.some((cell) => cell !== '')));

/**
 * How a table is written.
 *
 * @typedef {object} Writing
 * @property {string} delimiter
 * @property {string} lineEnd
 * @property {boolean} last  whether the last row has a line end
 * @property {boolean} allQuoted  whether every cell is quoted
 * @property {string} padding  spaces around each cell
 * @property {boolean} blank  whether there is a blank row after each row
 */

/**
 * Writes a table as text.
 *
 * @param {string[][]} rows
 * @param {Writing} writing
 */
function written(rows, { delimiter, lineEnd, last, allQuoted, padding, blank }) {
  const lines = rows.map((row) => {
    const parts = row.map((cell) => {
      const needed = allQuoted || [delimiter, '"', '\n', '\r'].some((mark) => cell.includes(mark));
      return padding + (needed ? `"${cell.replaceAll('"', '""')}"` : cell) + padding;
    });
    return parts.join(delimiter);
  });
  return lines.join(blank ? lineEnd + lineEnd : lineEnd) + (last ? lineEnd : '');
}

const roundTrip = fc.property(grids, writings, (rows, writing) => {
  const text = written(rows, writing);
  if (/^sep=/i.test(text)) return;
  const table = readTable(text, { delimiter: writing.delimiter, header: false });
  assert.deepEqual(table.rows, rows);
  assert.deepEqual(
    [...table.rowNumbers],
    rows.map((_, row) => (writing.blank ? 2 * row + 1 : row + 1)),
  );
});

const numbers = fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e6, max: 1e6 });
const foundDialect = fc.property(
  fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(numbers, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }),
    ),
  writings,
  fc.boolean(),
  fc.boolean(),
  (values, writing, comma, header) => {
    const first = values[0]?.map((_, column) => `name ${column}`) ?? [];
    // Four decimals, so that a comma is not ambiguous: three could be a thousands separator.
    const body = values.map((row) => row.map((value) => value.toFixed(4).replace('.', comma ? ',' : '.')));
    // Decimal commas in comma-separated text have to be quoted.
    const unambiguous = { ...writing, allQuoted: writing.allQuoted || (comma && writing.delimiter === ',') };
    const table = readTable(written(header ? [first, ...body] : body, unambiguous));
    assert.equal(table.delimiter, writing.delimiter);
    assert.equal(table.decimalComma, comma);
    assert.equal(table.header, header);
    const width = first.length;
    const inputs = Array.from({ length: width - 1 }, (_, column) => column);
    const { xs, ys } = toSamples(table, { inputs, targets: [width - 1], coding: 'number' });
    assert.deepEqual(
      [...xs],
      values.flatMap((row) => row.slice(0, -1).map((value) => Number(value.toFixed(4)))),
    );
    assert.deepEqual(
      [...ys],
      values.map((row) => Number(row.at(-1)?.toFixed(4))),
    );
  },
);

/**
 * Checks all properties.
 *
 * @param {number} runs  of each property
 * @param {number} [seed]
 */
export async function table(runs, seed) {
  const settings = { numRuns: runs, ...(seed !== undefined && { seed }) };
  for (const property of [anyText, roundTrip, foundDialect]) {
    // The properties have different types.
    fc.assert(
      /** @type {import('fast-check').IProperty<unknown>} */ (/** @type {unknown} */ (property)),
      settings,
    );
  }
  await fc.assert(anyBytes, settings);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await table(
    Number(process.argv[2] ?? 10_000),
    process.argv[3] === undefined ? undefined : Number(process.argv[3]),
  );
}
