/**
 * A moment as bytes, version 1. What is read is checked here for its form; what it means to a network is
 * checked by the core.
 *
 * A new field goes to the end, where readers that do not know it ignore it.
 *
 * @module
 */
import { Damaged, createReader, createWriter } from './bytes.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Reader, Writer } from './bytes.js' */
/** @import { Moment } from './moment.js' */

// The number of each is its index, so a new one goes to the end.
const PACES = /** @type {const} */ (['step', 'detail', 'sample', 'miniBatch']);
const NUMBERS = /** @type {const} */ (['step', 'all', 'none']);
const TABS = /** @type {const} */ (['inspect', 'miniBatch', 'training', 'code', 'practise']);
const SHIPPED = /** @type {const} */ (['digits', 'mnist']);

/** What can be selected, and the names of its numbers in their order. */
const SELECTIONS = /** @type {const} */ ([
  { kind: 'neuron', numbers: ['layer', 'neuron'] },
  { kind: 'weight', numbers: ['layer', 'to', 'from'] },
  { kind: 'bias', numbers: ['layer', 'neuron'] },
  { kind: 'target', numbers: ['neuron'] },
  { kind: 'sample', numbers: ['row'] },
  { kind: 'cost', numbers: [] },
]);

/** Limits of what is read. */
const MOST = { index: 100_000, pins: 4, classes: 1024, text: 400, speed: 64 };
const [LEAST_DIGITS, MOST_DIGITS] = [2, 17];

/** Bits of the flags. */
const BACKWARDS = 1;
const TABLE = 2;
const PRESENTATION = 4;

/**
 * @template T
 * @param {readonly T[]} table
 * @param {number} index
 */
function entry(table, index) {
  const found = table[index];
  if (found === undefined) throw new Damaged();
  return found;
}

/**
 * @param {Writer} writer
 * @param {Selection} selection
 */
function writeSelection(writer, selection) {
  const index = SELECTIONS.findIndex(({ kind }) => kind === selection.kind);
  writer.varint(index + 1);
  const values = /** @type {Record<string, number | string>} */ (selection);
  for (const name of entry(SELECTIONS, index).numbers) writer.varint(Number(values[name]));
}

/**
 * @param {Reader} reader
 * @returns {Selection | undefined}
 */
function readSelection(reader) {
  const number = reader.varint(SELECTIONS.length);
  if (number === 0) return undefined;
  const { kind, numbers } = entry(SELECTIONS, number - 1);
  const values = numbers.map((name) => [name, reader.varint(MOST.index)]);
  return /** @type {Selection} */ ({ kind, ...Object.fromEntries(values) });
}

/**
 * Returns a moment as bytes. Data that is not in the journal is named if it is included with the page, else
 * left out.
 *
 * @param {Moment} moment
 */
export function packMoment(moment) {
  const { journal, position, t, speed, settings, selection, pins, source, title, classes = [] } = moment;
  const writer = createWriter();
  writer.numbers(journal);
  const { epoch, miniBatch, sample, step } = position;
  [epoch, miniBatch, sample, step].forEach((number) => writer.varint(number));
  writer.number(t);
  writer.varint(PACES.indexOf(moment.pace));
  writer.number(speed);
  const flags = [
    moment.direction < 0 ? BACKWARDS : 0,
    moment.asTable ? TABLE : 0,
    moment.presentation ? PRESENTATION : 0,
  ];
  writer.varint(flags.reduce((sum, flag) => sum + flag, 0));
  if (selection) writeSelection(writer, selection);
  else writer.varint(0);
  writer.varint(pins.length);
  for (const pin of pins) writeSelection(writer, pin);
  writer.varint(settings.digits);
  writer.varint(NUMBERS.indexOf(settings.numbers));
  writer.varint(TABS.indexOf(settings.tab));
  writer.varint(source?.kind === 'shipped' ? SHIPPED.indexOf(source.name) + 1 : 0);
  writer.text(title ?? '');
  writer.varint(classes.length);
  for (const name of classes) writer.text(name);
  return writer.done();
}

/**
 * Reads a moment.
 *
 * @param {Uint8Array} bytes
 * @returns {Moment}
 * @throws {Damaged}
 */
export function unpackMoment(bytes) {
  const reader = createReader(bytes);
  const journal = reader.numbers();
  const [epoch, miniBatch, sample, step] = [
    reader.varint(),
    reader.varint(),
    reader.varint(),
    reader.varint(),
  ];
  const t = reader.number();
  const pace = entry(PACES, reader.varint());
  const speed = reader.number();
  if (!(t >= 0 && t <= 1 && speed > 0 && speed <= MOST.speed)) throw new Damaged();
  const flags = reader.varint();
  const selection = readSelection(reader);
  const pins = readList(reader, MOST.pins, () => readSelection(reader) ?? raise());
  const digits = reader.varint();
  if (digits < LEAST_DIGITS || digits > MOST_DIGITS) throw new Damaged();
  const numbers = entry(NUMBERS, reader.varint());
  const tab = entry(TABS, reader.varint());
  const shipped = reader.varint(SHIPPED.length);
  const title = reader.text(MOST.text);
  const classes = readList(reader, MOST.classes, () => reader.text(MOST.text));
  return {
    journal,
    position: { epoch, miniBatch, sample, step },
    ...{ t, pace, speed },
    direction: flags & BACKWARDS ? -1 : 1,
    ...{ selection, pins },
    settings: { digits, numbers, tab },
    asTable: (flags & TABLE) !== 0,
    presentation: (flags & PRESENTATION) !== 0,
    ...(title !== '' && { title }),
    ...(classes.length > 0 && { classes }),
    ...(shipped > 0 && { source: { kind: 'shipped', name: entry(SHIPPED, shipped - 1), title } }),
  };
}

/** @returns {never} */
function raise() {
  throw new Damaged();
}

/**
 * @template T
 * @param {Reader} reader
 * @param {number} most
 * @param {() => T} read
 */
function readList(reader, most, read) {
  const count = reader.varint(most);
  return Array.from({ length: count }, read);
}
