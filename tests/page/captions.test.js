/**
 * The captions: of random networks, every number against the core; of the first example, word by word.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

import fc from 'fast-check';

import { caption } from './words.js';
import { momentOf } from '../../www/src/captions/moment.js';
import { partsOf } from '../../www/src/captions/part.js';
import { en } from './words.js';
import { plain } from '../../www/src/words/pieces.js';
import { Session } from '../wasm/module.js';
import { STYLE, checkStep, said } from './captions.js';
import { CLOSE, OPEN, keysOf, pseudo } from './pseudo.js';
import { ORIGIN, miniBatch, viewAt, walk } from './views.js';

/** @import { Piece } from '../../www/src/words/pieces.js' */
/** @import { Moment } from '../../www/src/captions/moment.js' */
/** @import { Options, Seen } from '../../www/src/captions/context.js' */
/** @import { Edit } from '../../www/src/protocol/edit.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { View } from '../../www/src/protocol/view.js' */

const BOOK = { trainBiases: true, halveCost: true, averageGradients: true };

/** The majority example with changes. @param {Edit[]} edits */
function session(...edits) {
  const made = Session.open('majority');
  for (const edit of edits) made.edit(ORIGIN, edit, false);
  return made;
}

/**
 * @param {number} sample
 * @param {number} step
 * @returns {Position}
 */
const at = (sample, step) => ({ ...ORIGIN, sample, step });

/**
 * The views of the first epoch.
 * @param {ReturnType<typeof session>} made
 * @returns {View[]}
 */
function epochOf(made) {
  const views = [];
  for (const view of walk(made)) {
    if (view.after.position.epoch > 0) return views;
    views.push(view);
  }
  return views;
}

const SIZES = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 6 });
const CONVENTIONS = fc.record({
  trainBiases: fc.boolean(),
  halveCost: fc.boolean(),
  averageGradients: fc.boolean(),
});
const DIGITS = fc.constantFrom(3, 4, 17);
const PACE = /** @type {fc.Arbitrary<Options['pace']>} */ (fc.constantFrom('step', 'sample', 'miniBatch'));

test('every number of every caption is the core’s, and every caption has two lines', () => {
  fc.assert(
    fc.property(SIZES, CONVENTIONS, DIGITS, PACE, fc.boolean(), (sizes, conventions, digits, pace, image) => {
      const options = { style: { digits, comma: false }, pace, names: { image } };
      for (const view of miniBatch('majority', sizes, conventions)) {
        // The samples between the first and the last have the same sentences.
        const { sample } = view.after.position;
        if (sample === 0 || sample === 4 || view.after.step.kind === 'sum') checkStep(view, options);
      }
    }),
    { numRuns: 25, seed: 12 },
  );
});

test('the other examples, short mini-batches and the end of an epoch', () => {
  for (const name of /** @type {const} */ (['parity', 'xor', 'mazur', 'textbook'])) {
    for (const view of miniBatch(name)) checkStep(view);
  }
  for (const m of [1, 3, 7, 8]) {
    for (const view of epochOf(session({ kind: 'miniBatchSize', value: m }))) {
      if (view.after.index !== 1 || m > 1) checkStep(view);
    }
  }
});

/** The captions of a view and its parts, a line each. @param {View} view */
function* lines(view) {
  const drawn = (/** @type {number} */ layer) =>
    Array.from({ length: Number(view.after.sizes[layer - 1]) }).keys();
  for (const part of [undefined, ...partsOf(view.after, (layer) => [...drawn(layer)])]) {
    const { kicker, sentence } = caption(view, { words: en, style: STYLE, part });
    const over = [plain(kicker.name), plain(kicker.symbol), kicker.equationNumber ?? ''].join(' | ');
    yield `${part ? '  ' : ''}${over} | ${plain(sentence)}`;
  }
}

test('the first example’s captions of a mini-batch read as they did', () => {
  const views = epochOf(session()).filter(({ after }) => after.index === 0);
  // Step by step and in detail, without the same again for samples 2 to 4.
  const shown = views.filter(
    ({ after: { position, step } }) => position.sample % 4 === 0 || step.kind === 'sum',
  );
  const text = `${shown.flatMap((view) => [...lines(view)]).join('\n')}\n`;
  const file = new URL('captions.txt', import.meta.url);
  if (process.env.BACKSTEP_WRITE_CAPTIONS) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'));
});

test('a first visit is invited', () => {
  const text = said(viewAt(session(), ORIGIN), { firstVisit: true });
  assert.ok(text.endsWith('should answer 1. Press → to feed the sample forward.'), text);
});

test('each case of the end of a mini-batch has its sentence', () => {
  const m = (/** @type {number} */ value) => /** @type {Edit[]} */ ([{ kind: 'miniBatchSize', value }]);
  const eta = (/** @type {number} */ value) => /** @type {Edit[]} */ ([{ kind: 'eta', value }]);
  const not = (/** @type {keyof typeof BOOK} */ name) =>
    /** @type {Edit[]} */ ([{ kind: 'conventions', ...BOOK, [name]: false }]);
  /** @type {Edit[]} */
  const big = [{ kind: 'sizes', sizes: [3, 28, 1], keptLayers: [0, 1, 2] }];
  /** @type {[string, number, string, Edit[], Partial<Options>?][]} */
  const cases = [
    ['mean', 1, 'has only 2 samples: the sums are divided by 2, not by 6.', m(6)],
    ['mean', 1, 'has only one sample: its gradient is the mean, not divided by 7.', m(7)],
    ['mean', 0, 'With one sample in the mini-batch the mean is', m(1)],
    ['mean', 0, 'a mini-batch of 4 takes a step four times as long.', not('averageGradients')],
    ['scale', 0, 'η was changed for this mini-batch: it counts from here on', eta(2)],
    ['scale', 0, 'The learning rate η is 0, so nothing will move.', eta(0)],
    ['update', 0, 'Nothing moves: every step is 0. The mean cost of this mini-batch stays', eta(0)],
    ['update', 0, 'There is a gradient, but η = 0.001 takes small steps.', eta(0.001)],
    ['update', 0, 'The step was too long: the mean cost rises from 0.132 to 0.249.', eta(80)],
    ['update', 0, 'the biases are not trained and stay.', not('trainBiases')],
    ['update', 0, 'Every weight steps against the sum of its gradients.', not('averageGradients')],
    ['update', 0, 'The sample improves: its cost falls from', m(1)],
    ['update', 0, '141 weights and biases move; the largest step is', big],
    ['sum', 0, 'It answered 0.286 instead of 1, at a cost of 0.255;', [], { pace: 'sample' }],
    ['sum', 0, 'The mini-batch has this one sample, so its gradients', m(1)],
    ['evaluate', 1, 'with the new weights: 6 of 8 are answered correctly.', []],
    ['shuffle', 1, 'a new order for epoch 2, so the mini-batches are made up anew.', []],
    ['shuffle', 0, 'but one mini-batch still holds them all.', m(8)],
    ['cost', 0, 'The miss is −0.714; its square is the cost, 0.510.', not('halveCost')],
    ['delta', 0, 'its error is −0.292. The cost has no half here', not('halveCost')],
    ['nabla', 0, 'Biases are not trained here.', not('trainBiases')],
  ];
  for (const [kind, index, words, edits, options] of cases) {
    const views = epochOf(session(...edits)).filter(
      ({ after }) => after.step.kind === kind && after.index === index,
    );
    assert.ok(views[0], kind);
    const text = said(views[0], options);
    assert.ok(text.includes(words), `${text} has “${words}”`);
  }
});

test('an error that a flat sigmoid stops is not told as no part in the miss', () => {
  /** Hidden sums of 1000 or more, for which the slope is 0. */
  const hidden = [1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000];
  const flat = (/** @type {number[]} */ ...output) =>
    session({ kind: 'parameters', values: Float64Array.from([...hidden, ...output]) });
  const stopped = viewAt(flat(1, -1, 0.5), at(0, 8));
  assert.ok(stopped.after.delta[1]?.every((delta) => delta === 0));
  assert.match(
    said(stopped),
    /^Errors come back, but the sigmoids are flat here: for neuron 1 it is −0\.\d+,/,
  );
  checkStep(stopped);
  const nothing = viewAt(flat(1000, 1000, -1000.5), at(2, 8));
  assert.equal(
    said(nothing),
    'No error comes back to this layer: this sample asks for no change of its weights.',
  );
  checkStep(nothing);
  const output = said(viewAt(flat(1000, 1000, -1000.5), at(2, 6)));
  assert.match(output, /^It misses its target, but its sigmoid is flat here \(0\): its error is 0,/);
});

test('what got worse is what the core answered', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (seed) => {
      const made = Session.open('majority', seed);
      const view = viewAt(made, at(4, 2));
      const { rows, answered } = view.after;
      const text = said(view);
      const worse = rows.flatMap(({ cost }, row) =>
        Number(answered?.costs[row]) > Number(cost) ? [row + 1] : [],
      );
      const told = / improves?, (?:samples? )?([\d, and]+) gets? worse/.exec(text);
      if (told) assert.deepEqual((told[1] ?? '').match(/\d+/g)?.map(Number), worse, text);
      else assert.ok(worse.length === 0 || /too long|Hardly/.test(text), text);
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('with an update that cannot be answered, the largest step is told', () => {
  const view = viewAt(session(), at(4, 2));
  const without = { ...view, after: { ...view.after, answered: undefined } };
  assert.match(
    said(without),
    /^Every weight steps against its mean gradient. The largest step is \+0.159, of b³₁.$/,
  );
});

test('images, classes and many samples are told as such', () => {
  const many = { ...viewAt(session({ kind: 'sizes', sizes: [5, 9, 6], keptLayers: [0, 1, 2] }), at(0, 0)) };
  const names = { image: true, classes: ['a', 'b', 'c', 'd', 'e', 'f'] };
  assert.equal(
    said(many, { names }),
    'An image goes in: 5 pixels, 2 of them not white. The network should answer “a”.',
  );
  assert.match(said(many), /^Sample 7 of 8 goes in: 5 numbers, from 0 to 1\./);
});

/** @type {Moment[]} */
const MOMENTS = [
  { kind: 'firstVisit' },
  { kind: 'recovered' },
  { kind: 'eta', old: 0.5, value: 3, made: false },
  { kind: 'eta', old: 3, value: 0.5, made: false },
  { kind: 'eta', old: 2, value: 3, made: false },
  { kind: 'eta', old: 0.5, value: 3, made: true },
  { kind: 'eta', old: 3, value: -3, made: false },
  { kind: 'eta', old: -3, value: 3, made: false },
  { kind: 'eta', old: 3, value: 0, made: false },
  { kind: 'miniBatchSize', old: 4, value: 8, made: false },
  { kind: 'miniBatchSize', old: 4, value: 1, moved: { from: 4, to: 1 }, made: false },
  { kind: 'miniBatchSize', old: 4, value: 2, made: true },
  { kind: 'sample', what: 'input', index: 1, value: 0.5, made: false },
  { kind: 'sample', what: 'target', index: 0, value: 0.5, made: true },
  { kind: 'edited', parameter: { kind: 'weight', layer: 3, to: 0, from: 0 }, value: 2, made: false },
  { kind: 'edited', parameter: { kind: 'bias', layer: 3, neuron: 0 }, value: 2, made: true },
  { kind: 'ran', miniBatches: 1240, before: 0.131, after: 0.004 },
  { kind: 'ran', miniBatches: 1, before: 0.1, after: 0.2 },
  { kind: 'ran', miniBatches: 5, before: 0.1, after: 0.1 },
  { kind: 'diverged', parameter: { kind: 'weight', layer: 3, to: 0, from: 0 } },
  { kind: 'stuck', epoch: 6, classes: [1] },
  { kind: 'stuck', epoch: 6, classes: [1, 2] },
  { kind: 'restored', days: 0 },
  { kind: 'restored', days: 1 },
  { kind: 'restored', days: 3 },
  {
    kind: 'met',
    letter: { letter: 'δ', layer: 2, indices: [1] },
    quantity: 'delta',
    miniBatches: 212,
    before: -0.004,
    after: 0.002,
  },
];

test('moments between the steps', () => {
  const told = MOMENTS.map((moment) => plain(momentOf(moment, { words: en, style: STYLE })));
  assert.equal(told[2], 'From this mini-batch on the steps are 6 times as long.');
  assert.equal(told[5], 'This update was made with 0.5; the next one uses 3.');
  assert.match(told[6] ?? '', /^η = −3 is negative: .* along the gradient/);
  assert.equal(told[7], 'From this mini-batch on η is 3 instead of −3.');
  assert.match(told[10] ?? '', /one sample now instead of 4\. Sample 4 is no longer .* sample 1 is shown\.$/);
  assert.equal(told[16], '1240 mini-batches later. The mean cost fell from 0.131 to 0.004.');
  assert.equal(told.at(-1), 'δ²₁ changed its sign here, 212 mini-batches on: −0.004 became 0.002.');
  for (const text of told) assert.doesNotMatch(text, /undefined|NaN|\s\s/);
});

test('what a change of sizes keeps, and samples that contradict each other', () => {
  /**
   * @param {number[]} from
   * @param {number[]} sizes
   * @param {number[]} keptLayers
   * @param {View['after']['rows']} [rows]
   */
  const told = (from, sizes, keptLayers, rows = []) =>
    plain(
      momentOf({ kind: 'resized', resized: { from, keptLayers }, sizes, rows }, { words: en, style: STYLE }),
    );
  const all = [0, 1, 2];
  assert.equal(
    told([3, 2, 1], [3, 3, 1], all),
    'Hidden neuron 3 is new: its 4 weights and its bias come from the seed (dashed outline). ' +
      'The 11 others are kept.',
  );
  assert.match(
    told([3, 2, 1], [3, 1, 1], all),
    /^Hidden neuron 2 is gone, with its weights and its bias. The 6 other/,
  );
  assert.match(
    told([3, 2, 1], [4, 2, 1], all),
    /^Input 4 is new; the samples have 0 there\. Its 2 weights come/,
  );
  assert.match(told([3, 2, 1], [3, 2, 2], all), /^Output 2 is new/);
  assert.match(
    told([3, 2, 1], [3, 2, 2, 1], [0, 1, -1, 2]),
    /^Layer 3 is new: 8 weights and biases come from the seed/,
  );
  assert.match(told([3, 2, 2, 1], [3, 2, 1], [0, 1, 3]), /^A layer is gone/);
  assert.match(told([3, 2, 1], [5, 4, 1], all), /^The network has other sizes now/);
  const row = (/** @type {number[]} */ x, /** @type {number} */ y, /** @type {number} */ sample) => ({
    sample,
    x: Float64Array.from(x),
    y: Float64Array.of(y),
  });
  const rows = [row([1, 0], 1, 5), row([0, 0], 0, 1), row([1, 0], 0, 4)];
  assert.equal(
    told([3, 2, 1], [2, 2, 1], all, rows),
    'Input 3 is gone. Samples 1 and 3 now look the same but want different answers: ' +
      'no network can satisfy both.',
  );
});

test('a pseudo-language has the same keys, and no text is written elsewhere', () => {
  assert.deepEqual(keysOf(pseudo), keysOf(en));
  /** @param {readonly Piece[]} pieces */
  const check = (pieces) => {
    for (const piece of pieces) {
      if ('text' in piece && piece.text !== ' ')
        assert.ok(
          piece.text.startsWith(OPEN) && piece.text.endsWith(CLOSE),
          `“${piece.text}” of ${plain(pieces)}`,
        );
    }
  };
  /**
   * @param {Seen} view
   * @param {Partial<Options>} [options]
   */
  const checkAll = (view, options) => {
    const { kicker, sentence } = caption(view, { words: pseudo, style: STYLE, ...options });
    for (const pieces of [kicker.name, kicker.symbol, sentence]) check(pieces);
  };
  for (const view of [...miniBatch('majority', [3, 12, 3, 2]), ...epochOf(session())]) {
    checkAll(view);
    const drawn = (/** @type {number} */ layer) =>
      layer === 2 && view.after.sizes[1] === 12 ? [0, 11] : [0];
    for (const part of partsOf(view.after, drawn)) checkAll(view, { part });
  }
  for (const moment of MOMENTS) check(momentOf(moment, { words: pseudo, style: STYLE }));
});
