/**
 * A step in detail: a list of beats, one product, sum, slope or share after the other. Each has the same
 * part of the step's t, and shows only numbers of the core.
 *
 * @module
 */
import { parameterValue } from '../notation/parameter-value.js';
import { biasAt, weightAt } from '../notation/selection.js';
import { hiddenDeltaBeats, outputDeltaBeats } from './beats/backward.js';
import { drawnNeurons } from './beats/beat.js';
import { aBeats, costBeats, zBeats } from './beats/forward.js';
import { numberKey } from './number-key.js';

/** @import { Parameter } from '../notation/selection.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Beat } from './beats/beat.js' */
/** @import { Layout } from './layout.js' */

/**
 * The quantities that a step computes, for weights and for biases.
 * @type {Record<string, [string, string]>}
 */
const COMPUTED = {
  nabla: ['nablaW', 'nablaB'],
  sum: ['sumNablaW', 'sumNablaB'],
  mean: ['meanNablaW', 'meanNablaB'],
  scale: ['stepW', 'stepB'],
  update: ['weights', 'biases'],
};

/**
 * Returns what the sample adds to the sum of a weight or bias; nothing travels in other steps.
 * @param {State} state
 * @param {Parameter} parameter
 */
const shareOf = (state, parameter) =>
  state.step.kind === 'sum'
    ? parameterValue(state, { w: state.nablaW, b: state.nablaB }, parameter)
    : undefined;

/**
 * Returns the weights into a layer and its biases, as far as they are drawn, with their index in the
 * layer's array.
 * @param {Pick<Layout, 'nodes'>} layout
 * @param {number} l
 * @param {number} inputs  neurons of the layer before
 * @returns {{ parameter: Parameter, index: number }[]}
 */
const drawnParameters = (layout, l, inputs) =>
  drawnNeurons(layout, l).flatMap((j) => [
    ...drawnNeurons(layout, l - 1).map((k) => ({ parameter: weightAt(l, j, k), index: j * inputs + k })),
    { parameter: biasAt(l, j), index: j },
  ]);

/**
 * Returns a beat for every weight and bias that is drawn, from the output layer back.
 * @param {View} view
 * @param {Pick<Layout, 'nodes'>} layout
 * @returns {Beat[]}
 */
function parameterBeats(view, layout) {
  const { step, sizes } = view.after;
  const all = sizes.map((_, index) => index + 1).slice(1);
  const layers = step.layer === undefined ? all.reverse() : [step.layer];
  const [w = '', b = ''] = COMPUTED[step.kind] ?? [];
  return layers.flatMap((l) =>
    drawnParameters(layout, l, sizes[l - 2] ?? 0).map(({ parameter, index }) => ({
      selection: parameter,
      into: parameter,
      product: shareOf(view.after, parameter),
      completes: [numberKey(parameter.kind === 'weight' ? w : b, l, index)],
    })),
  );
}

/**
 * @param {View} view
 * @param {Pick<Layout, 'nodes'>} layout
 * @returns {Beat[]}
 */
function create(view, layout) {
  const { step, sizes } = view.after;
  const l = step.layer ?? 0;
  switch (step.kind) {
    case 'z':
      return zBeats(view.after, l, layout);
    case 'a':
      return aBeats(view.after, l, layout);
    case 'cost':
      return costBeats(view.after, layout);
    case 'delta':
      return l === sizes.length
        ? outputDeltaBeats(view.after, layout)
        : hiddenDeltaBeats(view.after, l, layout);
    case 'nabla':
    case 'sum':
    case 'mean':
    case 'scale':
      return parameterBeats(view, layout);
    case 'update':
      // None without the state before it, nor if the sizes were changed at this update.
      if (view.before.step.kind !== 'scale' || view.after.stepEta === undefined) return [];
      return parameterBeats(view, layout);
    default:
      return [];
  }
}

/**
 * The beats made last for a view: they are asked for in every frame.
 * @type {WeakMap<View, { layout: Pick<Layout, 'nodes'>, beats: Beat[] }>}
 */
const made = new WeakMap();

/**
 * Returns the beats of the step that leads to a view; none for a step without parts.
 *
 * @param {View} view
 * @param {Pick<Layout, 'nodes'>} layout  says what is drawn
 * @returns {Beat[]}
 */
export function beatsOf(view, layout) {
  const last = made.get(view);
  if (last?.layout === layout) return last.beats;
  const beats = view.before === view.after ? [] : create(view, layout);
  made.set(view, { layout, beats });
  return beats;
}
