/**
 * A step in detail: neuron by neuron and edge by edge, one product, one sum, one slope at a time. A beat has an equal
 * share of the step's t. Every number in it is one the core has delivered.
 *
 * @module
 */
import { ofHiddenDelta, ofOutputDelta } from './beats/backward.js';
import { biasAt, weightAt } from '../notation/selection.js';
import { drawn } from './beats/beat.js';
import { ofCost, ofSquash, ofZ } from './beats/forward.js';
import { formulaOf } from '../formula/formula.js';
import { parameterValue } from '../notation/quantities.js';
import { numberKey } from './number-key.js';

/** @import { State, View } from '../protocol/messages.js' */
/** @import { Beat } from './beats/beat.js' */
/** @import { Parameter } from '../notation/selection.js' */
/** @import { Layout } from './layout.js' */

/** Quantities that are completed for a weight and for a bias. @type {Record<string, [string, string]>} */
const BY_PARAMETER = {
  nabla: ['nablaW', 'nablaB'],
  sum: ['sumNablaW', 'sumNablaB'],
  mean: ['meanNablaW', 'meanNablaB'],
  scale: ['changeW', 'changeB'],
  update: ['weights', 'biases'],
};

/** What a sample adds to the sum of a weight or bias. @param {State} state @param {Parameter} selection */
const share = (state, selection) =>
  state.step.kind === 'sum'
    ? parameterValue(state, { w: state.nablaW, b: state.nablaB }, selection)
    : undefined;

/** A beat for every drawn weight and bias, from the output layer back. @param {View} view @param {Layout} layout @returns {Beat[]} */
function ofParameters(view, layout) {
  const { kind, layer } = view.after.step;
  const { sizes } = view.after;
  const layers =
    layer === undefined
      ? sizes
          .map((_, l) => l + 1)
          .slice(1)
          .reverse()
      : [layer];
  const [w = '', b = ''] = BY_PARAMETER[kind] ?? [];
  return layers.flatMap((l) =>
    drawn(layout, l).flatMap((j) => {
      const weights = drawn(layout, l - 1).map((k) => {
        const at = j * (sizes[l - 2] ?? 0) + k;
        return { selection: weightAt(l, j, k), completes: [numberKey(w, l, at)] };
      });
      return [...weights, { selection: biasAt(l, j), completes: [numberKey(b, l, j)] }].flatMap((each) => {
        const formula = formulaOf(view, each.selection, false);
        if (!formula) return [];
        const { symbols, numbers } = formula;
        return [
          { ...each, into: each.selection, symbols, numbers, product: share(view.after, each.selection) },
        ];
      });
    }),
  );
}

/** @param {View} view @param {Layout} layout @returns {Beat[]} */
function create(view, layout) {
  const { step, sizes } = view.after;
  const l = step.layer ?? 0;
  switch (step.kind) {
    case 'z':
      return ofZ(view.after, l, layout);
    case 'a':
      return ofSquash(view.after, l, layout);
    case 'cost':
      return ofCost(view.after, layout);
    case 'delta':
      return l === sizes.length ? ofOutputDelta(view.after, layout) : ofHiddenDelta(view.after, l, layout);
    case 'nabla':
    case 'sum':
    case 'mean':
    case 'scale':
    case 'update':
      return ofParameters(view, layout);
    default:
      return [];
  }
}

/** @type {WeakMap<View, { layout: Layout, beats: Beat[] }>} */
const made = new WeakMap();

/**
 * The beats of the step that leads to a view; none for a step that has nothing inside.
 *
 * @param {View} view
 * @param {Layout} layout  what is drawn
 * @returns {Beat[]}
 */
export function beatsOf(view, layout) {
  const last = made.get(view);
  if (last?.layout === layout) return last.beats;
  const beats = view.before === view.after ? [] : create(view, layout);
  made.set(view, { layout, beats });
  return beats;
}
