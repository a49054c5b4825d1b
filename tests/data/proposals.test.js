/**
 * What is proposed for tables as people have them: names, targets, classes, rows that are left out.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createImporter } from '../../www/src/tables/importer.js';
import { sentenceOf } from '../../www/src/words/refusals.js';

/** @import { ImportOptions } from '../../www/src/tables/import-options.js' */

/**
 * @typedef {object} Wanted
 * @property {string[]} [names]
 * @property {string[]} [roles]  i: input, t: target, -: left out
 * @property {number} [count]  samples
 * @property {string[]} [classes]
 * @property {number} [outputs]
 * @property {number[]} [xs]  of the first sample
 * @property {RegExp} [sentence]
 * @property {string} [skipped]
 * @property {number} [incomplete]
 * @property {string} [delimiter]
 * @property {boolean} [decimalComma]
 * @property {(RegExp | undefined)[]} [faults]
 */

/** @param {string[]} lines */
const csv = (...lines) => `${lines.join('\n')}\n`;
/** @param {number} count @param {(at: number) => unknown} row */
const rows = (count, row) => Array.from({ length: count }, (_, at) => String(row(at)));

const IRIS = rows(150, (at) => `5.${at % 10},3.${at % 7},1.${at % 9},0.${at % 5},${Math.floor(at / 50)}`);

/** @type {Record<string, [string, Wanted, Partial<ImportOptions>?]>} */
const CASES = {
  'names that are numbers, as pandas writes an array': [
    csv('0,1,2,3,target', '5.2,3.1,1.4,0.3,0', '4.8,3.2,1.6,0.2,1', '6.1,3.3,5.2,2.1,2'),
    { names: ['0', '1', '2', '3', 'target'], roles: [...'iiiit'], count: 3, classes: ['0', '1', '2'] },
  ],
  'the same with an index that has no name': [
    csv(',0,1,2', '0,5.5,3.1,0.5', '1,4.5,3.2,0.25', '2,6.5,3.3,0.125'),
    { names: ['column 1', '0', '1', '2'], roles: [...'-iit'], count: 3 },
  ],
  'years above numbers': [
    csv('region,1990,2000,2010', 'north,1.1,2.2,3.3', 'south,4,5,6', 'east,7,8,9'),
    { names: ['region', '1990', '2000', '2010'], roles: [...'-iit'], count: 3, outputs: 1 },
  ],
  'years that are data': [
    csv('a,1990,2000', 'b,1985,2001', 'c,1999,1991'),
    { names: ['column 1', 'column 2', 'column 3'], count: 3 },
  ],
  'counts and names of classes, as scikit-learn writes': [
    csv(
      '4,3,red,blue,green',
      '1.5,2.5,0.2,0.1,0',
      '1.7,2.1,0.4,0.3,1',
      '1.2,2.9,0.6,0.2,2',
      '1.1,2.2,0.5,0.9,1',
    ),
    { skipped: '4 3 red blue green', count: 4, classes: ['0', '1', '2'], roles: [...'iiiit'] },
  ],
  'its iris': [
    csv('150,4,setosa,versicolor,virginica', ...IRIS),
    { skipped: '150 4 setosa versicolor virginica', count: 150, classes: ['0', '1', '2'] },
  ],
  'one word above numbers': [
    csv('1,2,kind', '5,6,0', '7,8,1', '9,3,0'),
    { names: ['1', '2', 'kind'], count: 3, classes: ['0', '1'] },
  ],
  'a point for thousands among decimal commas': [
    csv('stueck;anteil;y', '2.155;19,47;0', '3.480;22,10;1', '1.067;8,93;0'),
    {
      ...{ decimalComma: true, roles: [...'-it'], xs: [19.47], classes: ['0', '1'] },
      faults: [/“2\.155” can be a decimal point or a thousands separator/, undefined, undefined],
    },
  ],
  'two columns with a point for thousands, and one decimal comma': [
    csv('a;b;c;y', '2.155;1.200;19,5;0', '3.480;2.400;22,1;1', '1.067;3.600;8,9;0'),
    { decimalComma: true, roles: [...'--it'], xs: [19.5] },
  ],
  'a point for thousands that is outvoted': [
    csv('a;b;c;y', '1.250;3,5;1,5;0', '2.400;4,25;2,5;1'),
    { decimalComma: true, roles: [...'-iit'], xs: [3.5, 1.5] },
  ],
  'three decimals behind a point': [
    csv('a,b,y', '1.250,3.125,0', '2.400,4.250,1'),
    { decimalComma: false, roles: [...'iit'], xs: [1.25, 3.125] },
  ],
  'prices, all different': [
    csv('size,price', '70,210000', '80,240500', '95,285000', '60,180000', '110,333000', '55,160500'),
    { outputs: 1, classes: undefined },
  ],
  degrees: [csv('c,f', '-10,14', '0,32', '10,50', '20,68', '30,86'), { outputs: 1, classes: undefined }],
  'halves are measured': [csv('a,b', ...rows(40, (at) => `${at},${(at % 4) / 2}`)), { classes: undefined }],
  'ratings that repeat': [csv('a,b', ...rows(40, (at) => `${at * 1.5},${1 + (at % 5)}`)), { outputs: 5 }],
  'a line of whole numbers': [
    csv('a,b', '1,1', '2,2', '3,3', '4,4', '5,5'),
    { outputs: 1, classes: undefined },
  ],
  'a comma at the end of each row': [
    csv('a,b,y,', '1,2,0,', '3,4,1,', '5,6,0,'),
    {
      roles: [...'iit-'],
      classes: ['0', '1'],
      faults: [undefined, undefined, undefined, /has nothing in it/],
    },
  ],
  'two empty columns': [csv('a,b,y,,', '1,2,0,,', '3,4,1,,'), { roles: [...'iit--'] }],
  'an empty column in front': [csv(',a,y', ',2,0', ',4,1'), { roles: [...'-it'] }],
  'a target that stands first and says so': [
    csv('label,p1,p2', ...rows(20, (at) => `${at % 3},${at},${at * at}`)),
    { roles: [...'tii'], classes: ['0', '1', '2'] },
  ],
  'a species in the middle': [
    csv('species,mass', 'gentoo,5.1', 'adelie,3.7', 'gentoo,5.3'),
    { roles: [...'ti'], classes: ['adelie', 'gentoo'] },
  ],
  'numbers of rows': [csv('rownames,a,y', '1,5,0', '2,7,1', '3,8,0'), { roles: [...'-it'] }],
  'an invisible character in a number': [csv('a,y', '\u200b1.5,0', '2,1'), { xs: [1.5] }],
  'marks of direction, a soft hyphen and a joiner': [
    csv('a,b,y', '\u202a1.5\u202c,1\u00ad2,0', '2,\u20603,1'),
    { xs: [1.5, 12] },
  ],
  'digits of other scripts': [csv('a,y', '٣٫٥,0', '１２,1'), { xs: [3.5] }],
  'a byte order mark before sep= and decimal commas': [
    '\ufeffsep=;\r\na;b;y\r\n1,5;2;0\r\n3,5;4;1\r\n',
    { delimiter: ';', decimalComma: true, count: 2, xs: [1.5, 2] },
  ],
  'sep= in quotation marks': ['"sep=;"\na;y\n1;0\n2;1\n', { delimiter: ';', names: ['a', 'y'] }],
  'blanks that divide': [
    csv('a b y', '1 2 0', '3 4 1', '5 6 0'),
    { delimiter: ' ', names: ['a', 'b', 'y'], roles: [...'iit'], xs: [1, 2] },
  ],
  'numbers aligned with blanks': [csv('  1.5   2  0', ' 13.5  14  1'), { delimiter: ' ', xs: [1.5, 2] }],
  'one column only': [csv('a', '1', '2'), { sentence: /one column only: its rows are divided by neither/ }],
  'lines of JSON': [csv('{"a": 1}', '{"a": 2}'), { sentence: /one column only/ }],
  'a column that is constant': [
    csv('a,b,y', ...rows(12, (at) => `14.62,${at},${at % 2}`)),
    { xs: [14.62, 0], classes: ['0', '1'] },
  ],
  'missing values': [
    csv('a,b,y', '1,NA,0', '3,4,1', '5,6,0', '?,8,1'),
    { incomplete: 2, roles: [...'--t'], sentence: /Choose at least one column as an input/ },
  ],
  'missing values, rows left out': [
    csv('a,b,y', '1,NA,0', '3,4,1', '5,6,0', '?,8,1'),
    { count: 2, incomplete: 2, xs: [3, 4], classes: ['0', '1'] },
    { omit: true, roles: ['input', 'input', 'target'], coding: 'zeroOne' },
  ],
  'missing values of the target, rows left out': [
    csv('a,b,sex', '1,2,', '3,4,male', '5,6,female', '7,8,NA'),
    { count: 2, classes: ['female', 'male'], incomplete: 2 },
    { omit: true, roles: ['input', 'input', 'target'], coding: 'zeroOne' },
  ],
};

for (const [name, [text, wanted, given]] of Object.entries(CASES)) {
  test(`a table is proposed as people mean it: ${name}`, async () => {
    const importTable = createImporter();
    const asked = { title: 'table', text, dialect: {} };
    const first = await importTable(asked);
    const result = given
      ? await importTable({ ...asked, text: undefined, options: { ...first.options, ...given } })
      : first;
    const { summary, options, imported, why } = result;
    const sentence = why && sentenceOf(why);
    if (!wanted.sentence) assert.equal(sentence, undefined);
    else assert.match(String(sentence), wanted.sentence);
    const source = imported?.source;
    const inputs = source?.inputs ?? 0;
    /** @type {Record<string, unknown>} */
    const got = {
      names: summary.names,
      roles: options.roles.map((role) => ({ input: 'i', target: 't', none: '-' })[role]),
      count: source && source.xs.length / inputs,
      classes: source?.classes,
      outputs: source?.outputs,
      xs: source && [...source.xs.subarray(0, inputs)],
      ...{ skipped: summary.skipped, incomplete: summary.incomplete },
      ...{ delimiter: summary.delimiter, decimalComma: summary.decimalComma },
    };
    for (const [key, value] of Object.entries(wanted)) {
      if (key !== 'sentence' && key !== 'faults') assert.deepEqual(got[key], value, key);
    }
    wanted.faults?.forEach((fault, at) => {
      const found = summary.faults[at];
      if (fault) assert.match(found ? sentenceOf(found) : '', fault);
      else assert.equal(found, undefined);
    });
  });
}
