/**
 * Homework: parsing typed numbers, refusing what does not fit with one sentence, and listing intermediates.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseNetwork } from '../../www/src/homework/parse-network.js';
import { PRESETS } from '../../www/src/homework/presets.js';
import { Refusal } from '../../www/src/homework/refusal.js';
import { parseNamedLists } from '../../www/src/homework/parse-lists.js';
import { parseNumberOrFraction } from '../../www/src/homework/typed-number.js';
import { intermediatesOf, toText } from '../../www/src/homework/intermediates.js';
import { inspect } from '../../www/src/protocol/questions.js';
import { startsAsPublished, publishedExample } from '../../www/src/homework/published.js';
import { Session } from '../wasm/module.js';
import { INITIAL } from '../../www/src/state/state.js';
import { update } from '../../www/src/state/update.js';
import { answered, ofKind, replied } from './answers.js';
import { ORIGIN, viewAt } from './views.js';

/** @import { Edit, ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { State } from '../../www/src/protocol/state.js' */
/** @import { Action, PageState } from '../../www/src/state/state.js' */

const MAZUR = String(PRESETS[0]?.text);

test('decimals, powers of ten and fractions are parsed as numbers', () => {
  /** @type {[string, number | undefined][]} */
  const cases = [
    ['0.5', 0.5],
    ['−2e-3', -0.002],
    ['+.5', 0.5],
    ['1.', 1],
    ['1/3', 1 / 3],
    [' -2 / 3 ', -2 / 3],
    ['1/0', undefined],
    ['1/2/3', undefined],
    ['1e999', undefined],
    ['0x10', undefined],
    ['', undefined],
    ['nan', undefined],
  ];
  for (const [text, value] of cases) assert.equal(parseNumberOrFraction(text), value, text);
});

test('NumPy arrays, tables, fractions and aliases give the same network', () => {
  const wanted = parseNetwork(MAZUR);
  assert.deepEqual(wanted.sizes, [2, 2, 2]);
  assert.deepEqual(
    Array.from(wanted.parameters),
    [0.15, 0.2, 0.25, 0.3, 0.35, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.6],
  );
  const texts = [
    `W1 = np.array([[0.15, 0.20],
                    [0.25, 0.30]], dtype=float)
     b1 = np.array([[0.35], [0.35]])   # a column
     W2 = numpy.array([[0.40, 0.45], [0.50, 0.55]])
     b2 = np.array([0.60, 0.60])
     x = np.array([[0.05], [0.10]]); y = [0.01, 0.99]
     lr = 1/2`,
    `weights2:
     0.15\t0.2
     0.25\t0.3
     biases2: 0.35 0.35
     weights3:
     0.4; 0.45
     0.5; 0.55
     biases3: 0.6 0.6
     inputs: 0.05 0.1
     targets: 0.01 0.99
     η: 5/10`,
    MAZUR.replace('w2 = [[0.15, 0.20], [0.25, 0.30]]', 'w2 = np.array([[0.15, 0.25], [0.20, 0.30]]).T'),
  ];
  for (const text of texts) assert.deepEqual(parseNetwork(text), wanted, text);
});

test('a flat list of x is several samples if the network has a single input', () => {
  const { count, xs, ys, sizes } = parseNetwork(
    'w2 = [[1]]\nb2 = [0]\nx = [1, 2, 3]\ny = [0, 1, 1]\neta = 1',
  );
  assert.deepEqual([count, [...xs], [...ys], sizes], [3, [1, 2, 3], [0, 1, 1], [1, 1]]);
});

test('a list that does not fit is refused with one sentence that names it', () => {
  /** @type {[string, string, RegExp][]} */
  const changes = [
    ['[0.25, 0.30]', '[0.25]', /^Row 2 of w2 has 1 numbers, but row 1 has 2\.$/],
    ['[0.25, 0.30]', '[0.25, abc]', /^“abc” in w2, row 2, place 2, is not a number/],
    ['[0.25, 0.30]', '[0.25, 0.30', /^The brackets of w2 do not fit together/],
    [
      'w3 = [[0.40, 0.45], [0.50, 0.55]]',
      'w3 = [[0.40], [0.50]]',
      new RegExp(
        '^A row of w3 needs 2 numbers, one for each neuron of the layer before, but it has 1\\. ' +
          'If it is written the other way round',
      ),
    ],
    ['b2 = [0.35, 0.35]', 'b2 = [0.35]', /^b2 needs 2 numbers, one for each row of w2, but it has 1\.$/],
    ['b2 = [0.35, 0.35]\n', '', /^b2 is missing: the biases that go with w2, 2 numbers\.$/],
    [
      'x = [0.05, 0.10]',
      'x = [0.05, 0.10, 0.2]',
      /^A row of x needs 2 numbers, one for each input, but it has 3\.$/,
    ],
    ['y = [0.01, 0.99]', 'y = [[0.01, 0.99], [1, 0]]', /^x has 1 sample, but y has 2\.$/],
    ['eta = 0.5', '', /^eta is missing: the learning rate\.$/],
    ['eta = 0.5', 'eta = 1/0', /^“1\/0” in eta, row 1, place 1, is not a number/],
    ['eta = 0.5', 'eta = ', /^There is no number behind eta\.$/],
    ['eta = 0.5', 'eta = 0.5\neta = 1', /^eta is given twice\.$/],
    ['eta = 0.5', 'eta = 0.5\nmomentum = 1', /^“momentum” is no name that is known/],
    ['w2 =', '0.15 w2 =', /^“0\.15 w2 =.*stands before the first name/s],
  ];
  for (const [old, fresh, sentence] of changes) {
    assert.ok(MAZUR.includes(old), old);
    assert.throws(
      () => parseNetwork(MAZUR.replace(old, fresh)),
      (error) => error instanceof Refusal && sentence.test(error.message),
      `${fresh}: ${sentence}`,
    );
  }
  assert.throws(() => parseNetwork(''), Refusal);
  assert.throws(() => parseNamedLists(`x = ${'1 '.repeat(600_000)}`), /too long/);
});

test('random text is parsed or refused, and never fails in another way', () => {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const parts = [
    'w2',
    'b2',
    'x',
    'y',
    'eta',
    ' = ',
    ':',
    '[',
    ']',
    '[[',
    ']]',
    ',',
    '1',
    '-',
    '/3',
    '\n',
    '\t',
    'np.array(',
    ')',
    '.T',
    '#',
    ';',
    'é',
    '0.5 ',
  ];
  for (let round = 0; round < 3_000; round += 1) {
    const text = Array.from(
      { length: 1 + Math.floor(40 * random()) },
      () => parts[Math.floor(parts.length * random())],
    ).join('');
    try {
      const given = parseNetwork(text);
      const wanted = given.sizes.slice(1).reduce((sum, n, at) => sum + n * (Number(given.sizes[at]) + 1), 0);
      assert.equal(given.parameters.length, wanted, text);
      assert.equal(given.xs.length, given.count * Number(given.sizes[0]), text);
      assert.ok([...given.parameters, ...given.xs, ...given.ys, given.eta].every(Number.isFinite), text);
    } catch (error) {
      assert.ok(error instanceof Refusal, `${text}: ${error}`);
    }
  }
});

test('results are compared only if weights, biases and eta start as published', () => {
  for (const name of /** @type {const} */ (['mazur', 'textbook'])) {
    /** @param {Edit} [edit] */
    const begins = (edit) => {
      const session = Session.open(name);
      if (edit) session.edit(ORIGIN, edit, false);
      session.advance(3, 1e9);
      const at = { ...ORIGIN, epoch: 2 };
      const { first } = inspect(session, at, { first: [] });
      assert.equal(publishedExample(session.stateAt({ epoch: 2, miniBatch: 0, sample: 0, step: 0 })), name);
      return first && startsAsPublished(name, first.start);
    };
    assert.equal(begins(), true);
    assert.equal(
      begins({ kind: 'conventions', trainBiases: false, halveCost: true, averageGradients: true }),
      true,
    );
    assert.equal(begins({ kind: 'eta', value: 5 }), false);
    assert.equal(begins({ kind: 'seed', value: 5 }), false);
    assert.equal(begins({ kind: 'bias', layer: 3, neuron: 0, value: 5 }), false);
  }
});

test('the first update is kept while steps are taken, and dropped after an edit', () => {
  const session = Session.open('mazur');
  /**
   * @param {PageState} state
   * @param {Action} action
   */
  const after = (state, action) => update(state, action).state;
  const first = /** @type {import('../../www/src/protocol/inspection.js').First} */ ({
    start: session.stateAt(ORIGIN),
  });
  const inspection = { first };
  const view = viewAt(session, ORIGIN);
  let state = after(INITIAL, answered(view));
  state = after(state, replied(inspection, { request: ofKind('inspect'), view }));
  session.advance(2, 1e9);
  state = after(state, answered(viewAt(session, { ...ORIGIN, step: 3 })));
  assert.deepEqual([state.answers.first, state.answers.inspection], [first, undefined]);
  session.edit(ORIGIN, { kind: 'eta', value: 5 }, false);
  state = after(state, answered(viewAt(session, ORIGIN)));
  assert.equal(state.answers.first, undefined);
});

test('every intermediate value of a mini-batch is listed with the number of the core', () => {
  for (const example of /** @type {ExampleName[]} */ (['mazur', 'textbook', 'majority'])) {
    const session = Session.open(example);
    const { sheet } = inspect(session, ORIGIN, { sheet: [] });
    assert.ok(sheet);
    const sections = intermediatesOf(sheet);
    const listed = sections.flatMap(({ rows }) => rows.map(([, value]) => value));
    const { m, sizes } = session.stateAt(ORIGIN);
    const last = session.stateAt(ORIGIN).sampleSteps.length - 1;
    /**
     * @param {State} state
     * @param {readonly (keyof State)[]} quantities
     */
    const numbers = (state, quantities) =>
      quantities.flatMap((quantity) => {
        const layers = /** @type {(Float64Array | undefined)[]} */ (state[quantity]);
        return layers.flatMap((layer) => [...(layer ?? [])]);
      });
    const perSample = Array.from({ length: m }, (_, row) => {
      const state = session.stateAt({ ...ORIGIN, sample: row, step: last });
      return [...numbers(state, ['z', 'a', 'delta', 'nablaW', 'nablaB']), Number(state.cost)];
    }).flat();
    const end = session.stateAt({ ...ORIGIN, sample: m, step: 2 });
    const wanted = [
      ...perSample,
      ...numbers(end, [
        'sumNablaW',
        'sumNablaB',
        'meanNablaW',
        'meanNablaB',
        'stepW',
        'stepB',
        'weights',
        'biases',
      ]),
    ];
    const sorted = (/** @type {number[]} */ list) => [...list].sort((one, other) => one - other);
    assert.deepEqual(sorted(listed), sorted(wanted), example);
    const names = sections.flatMap(({ heading, rows }) => rows.map(([name]) => `${heading} ${name}`));
    assert.equal(new Set(names).size, names.length, 'all names are different');
    assert.ok(toText(sections, String).includes(`new w²₁₁\t${end.weights[1]?.[0]}`));
    assert.ok(sizes.length === 3);
  }
});
