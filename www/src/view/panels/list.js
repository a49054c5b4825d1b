/**
 * The list of all panels in their default order. The code of a panel that is closed at first is fetched
 * when it is opened.
 *
 * @module
 */
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { differencesFromBook } from '../../notation/conventions.js';
import { stepWords, symbol } from '../../notation/names.js';
import { publishedExample } from '../../homework/published.js';
import { orderPanels, isOpen } from '../../state/panels.js';
import { batch } from './batch.js';
import { equation } from './equation.js';
import { cards } from './inspector.js';
import { arrange } from './arrange.js';
import { eta } from './eta.js';
import { ledger } from './ledger.js';
import { panel } from './panel.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Panel } from './panel.js' */

/** @type {readonly Panel[]} */
export const PANELS = [
  {
    name: 'published',
    title: 'Published values',
    load: async () => (await import('./published.js')).published,
    only: ({ view }) => view !== undefined && publishedExample(view.after) !== undefined,
  },
  {
    name: 'equation',
    title: 'Equation',
    note: ({ view }) =>
      view ? stepWords(view.after.step, view.after.sizes.length, view.after.conventions) : '',
    draw: equation,
  },
  {
    name: 'batch',
    title: 'Mini-batch',
    note: ({ view }) => {
      if (!view) return undefined;
      const { position, miniBatchCount } = view.after;
      return `${position.miniBatch + 1} of ${miniBatchCount} in epoch ${position.epoch + 1}`;
    },
    draw: batch,
  },
  // Before the cards, which grow while something is pointed at: it must not move away from under the pointer.
  { name: 'code', title: 'Code', load: async () => (await import('./code.js')).code },
  {
    name: 'cards',
    title: 'Selected',
    classes: ({ focus }) => (focus.selection ? 'inspector open' : 'inspector'),
    draw: cards,
    watches: ({ focus, feedback }) => [focus.pins, feedback.refusals],
  },
  {
    name: 'ledger',
    title: 'Ledger',
    heading: ({ focus: { selection } }) =>
      selection?.kind === 'weight' || selection?.kind === 'bias'
        ? `Ledger of ${symbol(selection)}`
        : 'Ledger',
    draw: ledger,
  },
  {
    name: 'predict',
    title: 'Predict, then reveal',
    load: async () => (await import('./predict.js')).predict,
    classes: ({ prediction }) => (prediction.question ? 'asks' : ''),
    watches: ({ prediction, feedback }) => [prediction, feedback.refusals],
  },
  {
    name: 'homework',
    title: 'Check my homework',
    reveals: true,
    load: async () => (await import('./homework.js')).homework,
    watches: ({ ui, feedback }) => [ui.dialog, feedback.refusals],
  },
  { name: 'eta', title: 'What eta does to this mini-batch', draw: eta },
  {
    name: 'gradient',
    title: 'Gradient by layer',
    reveals: true,
    load: async () => (await import('./gradient.js')).gradient,
  },
  {
    name: 'conventions',
    title: 'Conventions',
    note: ({ view }) => (view ? differencesFromBook(view.after.conventionsSet).join(', ') : ''),
    load: async () => (await import('./conventions.js')).conventions,
    watches: ({ pending }) => [pending.conventions],
  },
  {
    name: 'gradient-check',
    title: 'Gradient check',
    reveals: true,
    load: async () => (await import('./gradient-check.js')).gradientCheck,
  },
  {
    name: 'training',
    title: 'Training',
    load: async () => (await import('./training.js')).training,
    watches: ({ run, answers, panels }) => [run.current, answers.surveyed, panels.logarithmic],
  },
  {
    name: 'map',
    title: 'Decision map',
    load: async () => (await import('./map.js')).map,
    watches: ({ run, answers, panels }) => [run.current, answers.surveyed, panels.map],
  },
  {
    name: 'confusion',
    title: 'Confusion matrix',
    load: async () => (await import('./confusion.js')).confusion,
    watches: ({ run, answers, panels, feedback }) => [
      ...[run.current, answers.surveyed, panels.sampleNumber, feedback.refusals],
    ],
  },
  {
    name: 'draw',
    title: 'Draw a digit',
    load: async () => (await import('./draw.js')).draw,
    watches: ({ drawing, panels, feedback }) => [drawing, panels.sampleNumber, feedback.refusals],
  },
];

const NAMES = PANELS.map(({ name }) => name);

/**
 * What panels are drawn again for. Not t: it does not change what they show.
 * @param {PageState} state
 */
const watched = ({ view, focus, settings, answers, panels, fetched, playback, pending }) => [
  ...[view, focus.selection, focus.hover, settings, answers.inspection, fetched],
  ...[panels.unfolded, panels.h, playback.playing, pending.gesture],
];

/**
 * All panels that are not hidden, and where they are arranged.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const panels = (state, dispatch) =>
  guard([...watched(state), ...PANELS.flatMap(({ watches }) => watches?.(state) ?? [])], () =>
    list(state, dispatch),
  );

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function list(state, dispatch) {
  const order = orderPanels(NAMES, state.settings.order);
  const chosen = order.filter((name) => !state.settings.hidden.includes(name));
  // What asks before a step stands first, where it is seen.
  const asking = isOpen(state.settings, 'predict');
  const shown = asking ? ['predict', ...chosen.filter((name) => name !== 'predict')] : chosen;
  const all = watched(state);
  return [
    repeat(
      shown.flatMap((name) => PANELS.find((one) => one.name === name && (one.only?.(state) ?? true)) ?? []),
      ({ name }) => name,
      (one) => guard([...all, ...(one.watches?.(state) ?? [])], () => panel(one, state, dispatch)),
    ),
    guard([state.settings], () => arrange(PANELS, order, state, dispatch)),
  ];
}
