/**
 * What stands in the dialog of data: what opens, its split, and tables of one's own.
 *
 * @module
 */

/** The foot: what opens, and the buttons. */
export const foot = {
  opens: 'Opens as',
  /** @param {string} eta @param {string} m */
  settings: (eta, m) => `, η ${eta}, m ${m}`,
  change: 'change',
  done: 'done',
  cancel: 'Cancel',
  close: 'Close',
  /** @param {string} what */
  open: (what) => `Open ${what}`,
  /** @param {string} count */
  rows: (count) => `${count} rows`,
  images: 'these images',
  choose: 'Nothing changes before it is opened. Undo brings back what is open now.',
};

/** The bar of the split. */
export const split = {
  label: 'Share of the samples that are held back for testing, in percent',
  /** @param {string} count */
  train: (count) => `${count} train`,
  /** @param {string} count */
  test: (count) => `${count} test`,
  hint: 'Drag the border: samples on the right are held back for testing.',
};

/** What is opened of generated data, in the order of the core. */
export const kinds = [
  'this truth table',
  'exclusive or',
  'two blobs',
  'circles',
  'two moons',
  'two spirals',
  'a sine',
];

export const points = {
  /** @param {string} shown @param {string} count */
  label: (shown, count) => `The first ${shown} of ${count} points`,
};

/** Sets that come with the page: name, one line, terms and size, what the button says. */
export const included = {
  iris: [
    'Iris',
    '150 flowers, four measurements, three species',
    'R. A. Fisher, 1936; UCI; CC BY 4.0 · 4 kB',
    'iris',
  ],
  penguins: [
    'Palmer penguins',
    '342 penguins, four measurements, three species',
    'K. B. Gorman, T. D. Williams, W. R. Fraser, 2014; CC0 · 9 kB',
    'penguins',
  ],
  digits: [
    'Digits, 8 × 8',
    '1,797 pictures of 64 pixels, ten digits. About 97 % are right after 30 epochs',
    'E. Alpaydin, C. Kaynak, 1998; UCI; CC BY 4.0 · 44 kB',
    'digits',
  ],
  mnist: [
    'Handwritten digits (MNIST)',
    '70,000 pictures of 784 pixels, ten digits. Proposed is the book’s run',
    'Y. LeCun, C. Cortes, C. J. C. Burges, 1998; CC BY-SA 3.0 · 11 MB',
    'MNIST',
  ],
};

/** What included sets are called once they are open. */
export const titles = {
  iris: 'Iris',
  penguins: 'Penguins',
  digits: 'Digits, 8 × 8',
  mnist: 'Handwritten digits',
};

/** A table of one's own. */
export const table = {
  /** @param {string} rows @param {number} columns @param {string} delimiter @param {boolean} header */
  read: (rows, columns, delimiter, header) =>
    `${rows} rows, ${columns} columns, ${delimiter}, ${header ? 'header found' : 'no header'}`,
  other: 'Other file',
  caption: 'The first rows, with what each column is',
  row: 'Row',
  /** @param {string} column */
  role: (column) => `What column ${column} is`,
  /** @param {number} row @param {string} column */
  cell: (row, column) => `Row ${row}, ${column}`,
  correct: 'Correct it in the cell, or leave the column out.',
  scaled: 'As the network gets them',
};

/** Samples of the session as pictures. */
export const pictures = {
  /** @param {number} n */
  numbers: (n) => `${n} numbers`,
  train: 'train',
  test: 'test',
  /** @param {string} name @param {number} number */
  press: (name, number) => `Test sample ${number}, a ${name}: show it on the stage`,
  /** @param {string} name @param {number} number */
  training: (name, number) => `Training sample ${number}, a ${name}`,
  hint: 'Choosing a test sample sends it through the network once, and changes no weight.',
  noTest: 'These samples train. They come to the stage when their mini-batch does.',
};
