/**
 * The arithmetic on the page closes: sums and products are computed again from the texts that are shown.
 * Where they do not give the result in its digits, there is a ≈.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInThisContext } from 'node:vm';

import fc from 'fast-check';

import { caption, en } from './words.js';
import { partsOf } from '../../www/src/captions/part.js';
import { chainOf } from '../../www/src/formula/chain.js';
import { closingFormula } from '../../www/src/formula/closing-formula.js';
import { equationOf, focusOf } from '../../www/src/formula/equation.js';
import { formulaOf } from '../../www/src/formula/formula.js';
import { laterEquationOf } from '../../www/src/formula/later-equation.js';
import { writtenIn } from '../../www/src/notation/closing.js';
import { parseNumber } from '../../www/src/notation/format.js';
import { biasAt, neuronAt, weightAt } from '../../www/src/notation/selection.js';
import { numbersOf, plain } from '../../www/src/words/pieces.js';
import { STYLE } from './captions.js';
import { miniBatch, viewAt } from './views.js';
import { Session } from '../wasm/module.js';

/** @import { Part } from '../../www/src/captions/part.js' */
/** @import { Equation } from '../../www/src/formula/columns.js' */
/** @import { Piece } from '../../www/src/formula/pieces.js' */
/** @import { Selection } from '../../www/src/notation/selection.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { View } from '../../www/src/protocol/view.js' */
/** @import { Quantity } from '../../www/src/words/pieces.js' */

/** The number that a text stands for. @param {string} text */
const read = (text) => Number(parseNumber(text.replace('≈ ', '')));

/** Half of the last digit of a text. @param {string} text */
function halfDigit(text) {
  const [, decimals = '', power = '0'] = /^[≈ −+]*\d+(?:\.(\d+))?(?:e([−\d]+))?$/.exec(text) ?? [];
  return 0.5 * 10 ** (Number(power.replace('−', '-')) - decimals.length);
}

/** @typedef {{ closed: number, about: number }} Found  how many lines close, and how many have a ≈ */

/**
 * A result is what its line gives, in its digits; or there is a ≈.
 *
 * @param {Found} found
 * @param {number} computed
 * @param {string} result
 * @param {boolean} about
 * @param {string} line
 */
function check(found, computed, result, about, line) {
  if (about) found.about += 1;
  else {
    found.closed += 1;
    assert.ok(Math.abs(computed - read(result)) <= halfDigit(result) * (1 + 1e-6), `${line}: ${computed}`);
  }
}

/**
 * Each operation that a caption tells: its numbers, what they give, and how.
 *
 * @type {[Quantity[], Quantity, (...shown: number[]) => number][]}
 */
const OPERATIONS = [
  [['weights', 'x'], 'product', (w, x) => w * x],
  [['weights', 'a'], 'product', (w, a) => w * a],
  [['weights', 'delta'], 'product', (w, delta) => w * delta],
  [['runningBefore', 'product'], 'running', (before, product) => before + product],
  [['runningBefore', 'square'], 'running', (before, square) => before + square],
  [['a', 'y'], 'square', (a, y) => (a - y) ** 2],
  [['a', 'y'], 'miss', (a, y) => a - y],
  [['miss'], 'costDerivative', (miss) => 2 * miss],
  [['carried', 'slope'], 'delta', (carried, slope) => carried * slope],
  [['costDerivative', 'slope'], 'delta', (error, slope) => error * slope],
  [['a', 'delta'], 'nabla', (a, delta) => a * delta],
  [['running'], 'cost', (squares) => squares / 2],
  [['eta', 'meanNabla'], 'step', (eta, mean) => -eta * mean],
];

/**
 * Checks every operation of a caption.
 *
 * @param {View} view
 * @param {Part | undefined} part
 * @param {Found} found
 */
function checkCaption({ ...view }, part, found) {
  const { after } = view;
  const { sentence } = caption(view, { words: en, style: STYLE, part });
  const line = plain(sentence);
  const numbers = numbersOf(sentence);
  /** @param {Quantity} quantity */
  const of = (quantity) => numbers.filter((number) => number.quantity === quantity);
  const about = line.includes('≈');
  for (const [given, result, calculate] of OPERATIONS) {
    const [right] = of(result);
    const left = given.map((quantity) => of(quantity)[0]);
    if (!right || left.includes(undefined)) continue;
    // The sentence of an unsquared miss has no operation, nor have several products with their error.
    if (of('product').length > 1) continue;
    const computed = calculate(...left.map((number) => read(number?.written ?? '')));
    check(found, computed, right.written, about, line);
  }
  const [sums, weights, biases] = [of('sumNabla'), of('weights'), of('biases')];
  const [nabla] = of('nabla');
  if (nabla && sums[0] && sums[1])
    check(found, read(sums[0].written) + read(nabla.written), sums[1].written, about, line);
  const [mean] = of('meanNabla');
  if (mean && sums[0]) check(found, read(sums[0].written) / after.m, mean.written, about, line);
  const [old, now] = weights[1] ? weights : biases;
  const [step] = of('step');
  if (old && now && step) check(found, read(old.written) + read(step.written), now.written, about, line);
}

/** Signs of an equation in JavaScript. @type {Record<string, string>} */
const SIGNS = {
  '−': ' - ',
  '·': '*',
  '÷': '/',
  '½': '0.5*',
  '½ ·': '0.5*',
  ')²': ')**2',
  '[': '(',
  ']': ')',
};

/**
 * Checks the line of numbers of an equation: each side gives its result.
 *
 * @param {Equation} equation
 * @param {Found} found
 */
function checkEquation({ columns, digits, finer, closes }, found) {
  const styles = { style: { ...STYLE, digits }, finer: { ...STYLE, digits: finer } };
  const texts = columns.map(({ role, factors, below }, at) => {
    if (role !== 'op')
      return factors.map(({ value, precision }) => `(${writtenIn(value, precision, styles)})`).join('·');
    // A factor before a bracket.
    return below === '2' && at > 0 ? '2·' : String(below);
  });
  const line = texts.join(' ');
  if (line.includes('σ')) return;
  const [result = '', ...sides] = line.split(/ [=←] /);
  for (const side of sides) {
    const program = side.replace(/½ ·|\)²|[−·÷½[\]]/g, (sign) => SIGNS[sign] ?? sign);
    const computed = Number(runInThisContext(program.replaceAll('( - ', '(-').replaceAll('e - ', 'e-')));
    check(found, computed, result.slice(1, -1), !closes, line);
  }
}

/** A formula as JavaScript. @param {Piece | string} piece @returns {string} */
function programOf(piece) {
  if (typeof piece === 'string') return piece;
  const parts = piece.parts.map(programOf);
  if (piece.tag === 'mfrac') return `(${parts.join('/')})`;
  if (piece.tag === 'msup') return `(${parts.join('**')})`;
  return piece.value === undefined ? parts.join('') : `(${parts.join('')})`;
}

/**
 * Checks a formula: what stands before the last sign gives what stands after it.
 *
 * @param {Piece[]} pieces
 * @param {Found} found
 */
function checkFormula(pieces, found) {
  const line = closingFormula(pieces, STYLE).map(programOf).join('');
  if (/⋯|σ/.test(line)) return;
  const sides = line.split(/[=≈]/);
  const [left = '', right = ''] = sides.slice(-2);
  if (sides.length < 3 && !left) return;
  const program = left.replaceAll('−', '-').replaceAll('·', '*').replaceAll('÷', '/');
  const computed = Number(runInThisContext(program.replace(/(\d|\))\(/g, '$1*(')));
  check(found, computed, right.slice(1, -1), line.includes('≈'), line);
}

/**
 * Checks all captions, equations and formulas of a step.
 *
 * @param {View} view
 * @param {Selection[]} selections
 * @param {Found} found
 */
function checkView(view, selections, found) {
  const { after } = view;
  const drawn = (/** @type {number} */ layer) => [...Array(after.sizes[layer - 1]).keys()];
  for (const part of [undefined, ...partsOf(after, drawn)]) checkCaption(view, part, found);
  for (const selection of selections) {
    for (const unfolded of [true, false]) {
      const equation = equationOf(view, focusOf(view, selection), unfolded, STYLE.digits, laterEquationOf);
      if (equation) checkEquation(equation, found);
      const formula = formulaOf(view, selection, unfolded);
      if (formula) checkFormula(formula.numbers, found);
    }
    const isParameter = selection.kind === 'weight' || selection.kind === 'bias';
    const chain = isParameter ? chainOf(after, selection, true) : undefined;
    for (const pieces of chain ? [chain.numbers, chain.error] : []) checkFormula(pieces, found);
  }
}

/** Every neuron, weight and bias. @param {readonly number[]} sizes */
const everything = (sizes) =>
  sizes.flatMap((n, l) =>
    Array.from({ length: n }, (_, j) => [
      neuronAt(l + 1, j),
      ...(l > 0 ? [biasAt(l + 1, j)] : []),
      ...Array.from({ length: l > 0 ? Number(sizes[l - 1]) : 0 }, (_, k) => weightAt(l + 1, j, k)),
    ]).flat(),
  );

test('in the first mini-batch of the first example all arithmetic closes, in few digits', () => {
  const found = { closed: 0, about: 0 };
  const [longest, finest] = [new Set(), new Set()];
  for (const view of miniBatch('majority')) {
    if (view.after.index > 0) break;
    checkView(view, everything(view.after.sizes), found);
    for (const selection of everything(view.after.sizes)) {
      const equation = equationOf(view, focusOf(view, selection), false, STYLE.digits, laterEquationOf);
      longest.add(equation?.digits ?? 3);
      finest.add(equation?.finer ?? 3);
    }
  }
  assert.equal(found.about, 0);
  assert.ok(found.closed > 1_000, `${found.closed} lines`);
  assert.deepEqual(
    [Math.max(.../** @type {any} */ (longest)), Math.max(.../** @type {any} */ (finest))],
    [4, 4],
  );
});

test('later mini-batches close as well', () => {
  const found = { closed: 0, about: 0 };
  const session = Session.open('majority');
  for (const index of [1, 7, 100, 3_000]) {
    /** @type {Position} */
    let position = { ...session.positionOf(index), sample: 0, step: 0 };
    for (let view = viewAt(session, position); view.after.index <= index; view = viewAt(session, position)) {
      checkView(view, everything(view.after.sizes), found);
      position = session.neighbour(position, 'step', 1) ?? position;
    }
  }
  assert.ok(found.closed > 3_000 && found.about * 100 < found.closed, JSON.stringify(found));
});

test('random networks close, or have a ≈', () => {
  const found = { closed: 0, about: 0 };
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 });
  const conventions = fc.record({
    trainBiases: fc.boolean(),
    halveCost: fc.boolean(),
    averageGradients: fc.boolean(),
  });
  const example = fc.constantFrom(.../** @type {const} */ (['majority', 'xor', 'mazur']));
  fc.assert(
    fc.property(example, sizes, conventions, (name, shape, convention) => {
      const all = everything(shape);
      for (const view of miniBatch(name, shape, convention)) {
        if (view.after.index > 0 || view.after.position.sample % 4 > 0) continue;
        checkView(view, all.slice(-12), found);
      }
    }),
    { numRuns: 15, seed: 7 },
  );
  assert.ok(found.closed > 3_000 && found.about * 50 < found.closed, JSON.stringify(found));
});
