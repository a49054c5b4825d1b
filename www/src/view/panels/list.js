/**
 * All panels. The code of a panel is fetched when it is first shown.
 *
 * @module
 */
import { nothing } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { differencesFromBook } from '../../notation/conventions.js';
import { symbol } from '../../notation/names.js';
import { publishedExample } from '../../homework/published.js';
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
    name: 'batch',
    title: 'Mini-batch',
    note: ({ view }) => {
      if (!view) return undefined;
      const { position, miniBatchCount } = view.after;
      return `${position.miniBatch + 1} of ${miniBatchCount} in epoch ${position.epoch + 1}`;
    },
    load: async () => (await import('./batch.js')).batch,
  },
  { name: 'code', title: 'Code', load: async () => (await import('./code.js')).code },
  {
    name: 'cards',
    title: 'Selected',
    heading: ({ focus }) => (focus.selection ? 'Selected' : focus.hover ? 'Pointed at' : 'In this step'),
    classes: ({ focus }) => (focus.selection ? 'inspector open' : 'inspector'),
    load: async () => (await import('./inspector.js')).cards,
    watches: ({ focus, feedback }) => [focus.pins, feedback.refusals],
  },
  {
    name: 'ledger',
    title: 'Ledger',
    heading: ({ focus: { selection } }) =>
      selection?.kind === 'weight' || selection?.kind === 'bias'
        ? `Ledger of ${symbol(selection)}`
        : 'Ledger',
    load: async () => (await import('./ledger.js')).ledger,
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
  {
    name: 'eta',
    title: 'What η would do',
    load: async () => (await import('./eta.js')).eta,
  },
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

/**
 * What panels are drawn again for. Not t: it does not change what they show.
 *
 * @param {PageState} state
 */
const watched = ({ view, focus, settings, answers, panels, fetched, playback, pending }) => [
  ...[view, focus.selection, focus.hover, settings, answers.inspection, fetched],
  ...[panels.unfolded, panels.h, playback.playing, pending.gesture],
];

/**
 * Draws the panels of a tab.
 *
 * @param {readonly string[]} names
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function panelsOf(names, state, dispatch) {
  const all = watched(state);
  return names.map((name) => {
    const one = PANELS.find((panel) => panel.name === name);
    if (!one || one.only?.(state) === false) return nothing;
    return guard([...all, ...(one.watches?.(state) ?? [])], () => panel(one, state, dispatch));
  });
}
