/**
 * Inspections: questions about the mini-batch shown, for the panels that are open.
 *
 * @module
 */

import { etaCount } from '../protocol/eta.js';
import { GRADIENT, MOST_WORK, parametersOf } from '../protocol/work.js';
import { publishedExample } from '../homework/published.js';
import { isOpen } from './panels.js';
import { patch } from './patch.js';

/** @import { Questions } from '../protocol/questions.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Command, Next, PageState } from './state.js' */

/** Points per power of ten of the curve over eta; the most that the work allows is chosen. */
const POINTS = [16, 8, 4, 2];

/** The most gradients of a mini-batch, over all its samples, that are listed one by one. */
const MOST_LISTED = 2_000;

/**
 * Returns the index of a weight or bias in the flat list: layer by layer, weights row-major, then biases.
 *
 * @param {Pick<State, 'sizes'>} state
 * @param {Selection | undefined} selection
 * @returns {number | undefined}
 */
export function parameterIndex({ sizes }, selection) {
  if (selection?.kind !== 'weight' && selection?.kind !== 'bias') return undefined;
  const { layer } = selection;
  const before = sizes
    .slice(0, layer - 2)
    .reduce((sum, inputs, at) => sum + Number(sizes[at + 1]) * (inputs + 1), 0);
  const inputs = Number(sizes[layer - 2]);
  return selection.kind === 'weight'
    ? before + selection.to * inputs + selection.from
    : before + Number(sizes[layer - 1]) * inputs + selection.neuron;
}

/**
 * Returns the weight or bias at an index of the flat list.
 *
 * @param {Pick<State, 'sizes'>} state
 * @param {number} index
 * @returns {Selection}
 */
export function parameterAt({ sizes }, index) {
  let rest = index;
  for (let layer = 2; layer <= sizes.length; layer += 1) {
    const [inputs, n] = [Number(sizes[layer - 2]), Number(sizes[layer - 1])];
    if (rest < n * inputs)
      return { kind: 'weight', layer, to: Math.floor(rest / inputs), from: rest % inputs };
    rest -= n * inputs;
    if (rest < n) return { kind: 'bias', layer, neuron: rest };
    rest -= n;
  }
  throw new RangeError(String(index));
}

/**
 * Returns how many multiplications a forward pass of the mini-batch takes.
 *
 * @param {PageState} state
 */
const multiplications = ({ view }) => (view ? parametersOf(view.after.sizes) * view.after.m : 0);

/**
 * Returns whether network and mini-batch are too big for an inspection.
 *
 * @param {PageState} state
 */
export const isTooExpensive = (state) => multiplications(state) * etaCount(Number(POINTS.at(-1))) > MOST_WORK;

/**
 * Returns whether the network is small enough for a gradient check of every parameter.
 *
 * @param {PageState} state
 */
export function canCheckAll(state) {
  if (!state.view) return false;
  const { sizes, position, m } = state.view.after;
  const samples = position.sample === m ? m : 1;
  return GRADIENT * parametersOf(sizes) ** 2 * samples <= MOST_WORK;
}

/**
 * The panels with questions about the mini-batch shown, and what each asks.
 *
 * @type {Record<string, (state: PageState, view: View) => Questions>}
 */
const QUESTIONS = {
  eta(state) {
    const pass = multiplications(state);
    return { curve: [Number(POINTS.find((n) => pass * etaCount(n) <= MOST_WORK))] };
  },
  gradient: () => ({ norms: [] }),
  'gradient-check'({ focus, panels }, { after }) {
    const parameter = parameterIndex(after, focus.selection);
    return parameter === undefined ? {} : { gradientCheck: [parameter, panels.h] };
  },
  ledger({ focus }, { after }) {
    const parameter = parameterIndex(after, focus.selection);
    return parameter === undefined ? {} : { ledger: [parameter] };
  },
  published: (_, { after }) => (publishedExample(after) === undefined ? {} : { first: [] }),
  homework: (state) => (multiplications(state) <= MOST_LISTED ? { sheet: [] } : {}),
};

/**
 * Returns the command that asks the questions of the open panels; none if they have no question.
 *
 * @param {PageState} state
 * @param {boolean} [all]  whether to check the gradient of every parameter
 * @returns {Command[]}
 */
export function inspectCommands(state, all = false) {
  const { view, settings, playback } = state;
  if (!view || playback.playing || playback.waiting !== undefined || isTooExpensive(state)) return [];
  const asking = Object.entries(QUESTIONS).filter(([panel]) => isOpen(settings, panel));
  if (asking.length === 0) return [];
  /** @type {Questions} */
  const asked = Object.assign({}, ...asking.map(([, questionsOf]) => questionsOf(state, view)));
  if (all && canCheckAll(state)) asked.differences = [state.panels.h];
  return [{ request: { kind: 'inspect', position: view.after.position, questions: asked } }];
}

/**
 * Adds the request that a change of state calls for.
 *
 * @param {PageState} before
 * @param {Next} next
 * @returns {Next}
 */
export function askInspection(before, next) {
  const now = next.state;
  const fresh = now.view !== before.view;
  const still =
    now.focus.selection === before.focus.selection &&
    now.panels.h === before.panels.h &&
    now.settings.open === before.settings.open &&
    now.settings.tab === before.settings.tab;
  const stopped = before.playback.playing && !now.playback.playing;
  const answered = before.playback.waiting !== undefined && now.playback.waiting === undefined;
  if (!fresh && still && !stopped && !answered) return next;
  const state = fresh ? patch(now, { answers: { inspection: undefined } }) : now;
  return { state, commands: [...next.commands, ...inspectCommands(now)] };
}
