/**
 * Why a table, or a file of images, cannot be used. Rows and columns are counted from 1, as in a spreadsheet;
 * `cell`, `name` and `classes` are texts of the table.
 *
 * @module
 */
import { line } from '../../phrase.js';
import { integer } from '../integer.js';

/** @param {string} text */
const quoted = (text) => `“${text}”`;
/** @param {string[]} texts @param {boolean} [more]  whether there are more of them */
const listed = (texts, more) => texts.map(quoted).join(', ') + (more ? ' …' : '');

/** Files. */
/** @param {{ most: number }} given */
export const fileTooBig = ({ most }) =>
  `A file can have ${integer(most)} bytes at most, and this one has more.`;
export const gzipDamaged = () =>
  'This file is packed with gzip and cannot be unpacked: it is damaged or not complete.';
export const fileGone = () => 'This file cannot be read any more: choose it again.';
export const spreadsheet = () =>
  'This is a spreadsheet or an archive, not a text file: save the table as CSV.';
export const packed = () => 'This is a packed file, not a text file.';
export const notUtf8 = () => 'This file is not in UTF-8: save it as text with the encoding UTF-8.';
export const notUtf16 = () =>
  'This file begins as UTF-16 does and is not: save it as text with the encoding UTF-8.';
/** @param {{ character: number }} given */
export const zeroByte = ({ character }) =>
  `This is not a text file in UTF-8: its character number ${integer(character)} is a zero byte.`;

/** Images in IDX files. */
/** @param {{ bytes: string }} given  in hexadecimal */
export const notIdx = ({ bytes }) =>
  `An IDX file begins with the bytes 00 00 08, but this one with ${bytes}.`;
export const idxEmptyFile = () => 'An IDX file begins with the bytes 00 00 08, but this one with nothing.';
export const idxSignedBytes = () =>
  'IDX files of unsigned bytes (0x08) can be read, but this one has signed bytes.';
/** @param {{ bytes: number }} given */
export const idxIntegers = ({ bytes }) =>
  `IDX files of unsigned bytes (0x08) can be read, but this one has whole numbers of ${bytes} bytes.`;
/** @param {{ bytes: number }} given */
export const idxFloats = ({ bytes }) =>
  line`IDX files of unsigned bytes (0x08) can be read, but this one has floating-point numbers of ${bytes}
    bytes.`;
/** @param {{ type: string }} given  in hexadecimal */
export const idxOtherType = ({ type }) =>
  `IDX files of unsigned bytes (0x08) can be read, but this one has numbers of type 0x${type}.`;
/** @param {{ most: number, got: number }} given */
export const idxDimensions = ({ most, got }) =>
  `An IDX file has 1 to ${most} dimensions, but this one has ${got}.`;
/** @param {{ dimensions: number, head: number, bytes: number }} given */
export const idxHead = ({ dimensions, head, bytes }) =>
  `The head of an IDX file of ${dimensions} dimensions has ${head} bytes, but this file has ${bytes}.`;
/** @param {{ dimension: number }} given */
export const idxEmpty = ({ dimension }) =>
  `This IDX file is empty: the length of its dimension ${dimension} is 0.`;
/** @param {{ lengths: number[], numbers: bigint, bytes: number }} given */
export const idxLength = ({ lengths, numbers, bytes }) =>
  lengths.length === 1
    ? line`This IDX file says it has ${integer(numbers)} ${numbers === 1n ? 'number' : 'numbers'}, but
      ${integer(bytes)} bytes follow.`
    : line`This IDX file says it has ${lengths.map(integer).join(' × ')} = ${integer(numbers)} numbers, but
      ${integer(bytes)} bytes follow.`;
export const idxSwapped = () =>
  'These are the labels where the images should be, and the images where the labels should be.';
/** @param {{ got: number }} given */
export const notImages = ({ got }) =>
  `Images have 3 dimensions (how many, height, width), but this file has ${got}.`;
/** @param {{ got: number }} given */
export const notLabels = ({ got }) => `Labels have 1 dimension, but this file has ${got}.`;
/** @param {{ images: number, labels: number }} given */
export const imagesAndLabels = ({ images, labels }) =>
  `Each image has one label, but there are ${integer(images)} images and ${integer(labels)} labels.`;
/** @param {{ most: number, got: number }} given */
export const tooManyImages = ({ most, got }) =>
  `There can be ${integer(most)} images at most, but there are ${integer(got)}.`;
/** @param {{ most: number, height: number, width: number }} given */
export const imageTooBig = ({ most, height, width }) =>
  `An image has at most ${integer(most)} pixels, but these have ${integer(height)} × ${integer(width)}.`;

/** Tables. */
export const tableEmpty = () => 'This table is empty.';
/** @param {{ cell: string }} given */
export const delimiter = ({ cell }) =>
  `Cells are divided by a comma, a semicolon, a tab or a bar, and not by ${quoted(cell)}.`;
export const onlyNames = () => 'This table has names of columns and no row below them.';
/** @param {{ most: number }} given */
export const tooManyRows = ({ most }) => `A table has at most ${integer(most)} rows, and this one has more.`;
/** @param {{ most: number }} given */
export const tooManyCells = ({ most }) =>
  `A table has at most ${integer(most)} cells, and this one has more.`;
/** @param {{ most: number, row: number }} given */
export const tooManyColumns = ({ most, row }) =>
  `A table has at most ${integer(most)} columns, but row ${integer(row)} has more.`;
/** @param {{ row: number, columns: number, first: number, expected: number }} given */
export const rowLength = ({ row, columns, first, expected }) =>
  columns === 1
    ? `Row ${integer(row)} has 1 column, but row ${integer(first)} has ${integer(expected)}.`
    : line`Row ${integer(row)} has ${integer(columns)} columns, but row ${integer(first)} has
      ${integer(expected)}.`;
/** @param {{ row: number, column: number }} given */
export const openQuotation = ({ row, column }) =>
  line`In row ${integer(row)}, column ${integer(column)}, a quotation mark is opened and never closed.`;
/** @param {{ row: number, column: number }} given */
export const afterQuotation = ({ row, column }) =>
  line`In row ${integer(row)}, column ${integer(column)}, something follows the closing quotation mark.`;
export const nothingRead = () => 'Nothing has been read yet.';

/** Columns. */
export const noInput = () => 'Choose at least one column as an input.';
export const oneColumn = () =>
  line`This table has one column only: its rows are divided by neither commas, semicolons, tabs nor bars,
    and blanks do not divide all of them alike.`;
export const noCompleteRow = () => 'Every row has a missing value: leave some columns out.';
/** @param {{ name: string }} given */
export const columnEmpty = ({ name }) => `Column ${quoted(name)} has nothing in it.`;
export const noTarget = () => 'Choose at least one column as a target.';
export const coding = () => 'Targets are coded as numbers, as 0 and 1, or one-hot.';
/** @param {{ got: number }} given */
export const oneClassColumn = ({ got }) =>
  `Classes come from one column, but ${integer(got)} are chosen as targets.`;
/** @param {{ column: number, columns: number }} given */
export const noColumn = ({ column, columns }) =>
  `There is no column ${column}: this table has ${integer(columns)}.`;
/** @param {{ name: string }} given */
export const columnTwice = ({ name }) => `Column ${quoted(name)} is chosen twice.`;
/** @param {{ numbers: number, most: number }} given */
export const tooManyNumbers = ({ numbers, most }) =>
  `These columns make ${integer(numbers)} numbers, and there can be ${integer(most)} at most.`;
/** @param {{ name: string, classes: string[] }} given */
export const wordsInInput = ({ name, classes }) =>
  line`Inputs are numbers, but column ${quoted(name)} has words (${listed(classes)}): leave it out, or
    write a column of 0 and 1 for each word.`;

/** Cells. */
/** @param {{ row: number, name: string }} given */
export const cellEmpty = ({ row, name }) =>
  `Row ${integer(row)}, column ${quoted(name)}: the cell is empty, and a number is wanted.`;
/** @param {{ row: number, name: string, cell: string }} given */
export const cellPoint = ({ row, name, cell }) =>
  line`Row ${integer(row)}, column ${quoted(name)}: ${quoted(cell)} has a decimal point, where numbers
    have a decimal comma.`;
/** @param {{ row: number, name: string, cell: string }} given */
export const cellTooLarge = ({ row, name, cell }) =>
  `Row ${integer(row)}, column ${quoted(name)}: ${quoted(cell)} is too large for a number.`;
/** @param {{ row: number, name: string, cell: string }} given */
export const cellAmbiguous = ({ row, name, cell }) =>
  line`Row ${integer(row)}, column ${quoted(name)}: ${quoted(cell)} can be a decimal comma or a thousands
    separator.`;
/** @param {{ row: number, name: string, cell: string }} given */
export const cellAmbiguousPoint = ({ row, name, cell }) =>
  line`Row ${integer(row)}, column ${quoted(name)}: ${quoted(cell)} can be a decimal point or a thousands
    separator.`;
/** @param {{ row: number, name: string, cell: string }} given */
export const cellThousands = ({ row, name, cell }) =>
  line`Row ${integer(row)}, column ${quoted(name)}: ${quoted(cell)} has a thousands separator, which
    numbers must not have.`;
/** @param {{ row: number, name: string, cell: string }} given */
export const cellComma = ({ row, name, cell }) =>
  line`Row ${integer(row)}, column ${quoted(name)}: ${quoted(cell)} has a decimal comma, where numbers
    have a decimal point.`;
/** @param {{ row: number, name: string, cell: string }} given */
export const cellNotANumber = ({ row, name, cell }) =>
  `Row ${integer(row)}, column ${quoted(name)}: ${quoted(cell)} is not a number.`;

/** Classes. */
/** @param {{ row: number, name: string }} given */
export const classEmpty = ({ row, name }) =>
  `Row ${integer(row)}, column ${quoted(name)}: the cell is empty, and a class is wanted.`;
/** @param {{ name: string, classes: string[] }} given */
export const oneClass = ({ name, classes }) =>
  line`Column ${quoted(name)} has one class only (${listed(classes)}), and there is nothing to learn
    from it.`;
/** @param {{ name: string, n: number, classes: string[] }} given  some of the classes */
export const notTwoClasses = ({ name, n, classes }) =>
  line`0 and 1 stand for two classes, but column ${quoted(name)} has ${integer(n)} (${listed(
    classes,
    n > classes.length,
  )}).`;
/** @param {{ most: number, name: string, n: number }} given */
export const tooManyClasses = ({ most, name, n }) =>
  `There can be ${integer(most)} classes at most, but column ${quoted(name)} has ${integer(n)}.`;
