/**
 * All panels. The code of a panel is fetched when it is first shown.
 *
 * @module
 */
import { nothing } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { symbol } from '../../notation/names.js';
import { publishedExample } from '../../homework/published.js';
import { laterPart } from '../registry.js';
import { panel } from './panel.js';
import { hovered, inStep, ledgerOf, miniBatchOf } from '../../words/en/panels.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Panel } from './panel.js' */

/** @type {readonly Panel[]} */
export const PANELS = [
  {
    name: 'published',
    load: async () => (await import('./published.js')).published,
    only: ({ view }) => view !== undefined && publishedExample(view.after) !== undefined,
  },
  {
    name: 'batch',
    note: ({ view }) => {
      if (!view) return undefined;
      const { position, miniBatchCount } = view.after;
      return miniBatchOf({
        miniBatch: position.miniBatch + 1,
        count: miniBatchCount,
        epoch: position.epoch + 1,
      });
    },
    load: async () => (await import('./batch.js')).batch,
  },
  { name: 'code', load: async () => (await import('./code.js')).code },
  {
    name: 'cards',
    heading: ({ focus }) => (focus.selection ? undefined : focus.hover ? hovered : inStep),
    classes: ({ focus }) => (focus.selection ? 'inspector open' : 'inspector'),
    load: async () => (await import('./inspector.js')).cards,
    watches: ({ focus, feedback }) => [focus.pins, feedback.refusals],
  },
  {
    name: 'ledger',
    heading: ({ focus: { selection } }) =>
      selection?.kind === 'weight' || selection?.kind === 'bias' ? ledgerOf(symbol(selection)) : undefined,
    load: async () => (await import('./ledger.js')).ledger,
  },
  {
    name: 'predict',
    load: async () => (await import('./predict.js')).predict,
    classes: ({ prediction }) => (prediction.question ? 'asks' : ''),
    watches: ({ prediction, feedback }) => [prediction, feedback.refusals],
  },
  {
    name: 'homework',
    reveals: true,
    load: async () => (await import('./homework.js')).homework,
    watches: ({ ui, feedback }) => [ui.dialog, feedback.refusals],
  },
  {
    name: 'eta',
    load: async () => (await import('./eta.js')).eta,
  },
  {
    name: 'gradient',
    reveals: true,
    load: async () => (await import('./gradient.js')).gradient,
  },
  {
    name: 'conventions',
    note: ({ view }) => view && laterPart()?.differencesFromBook(view.after.conventionsSet).join(', '),
    load: async () => (await import('./conventions.js')).conventions,
    watches: ({ pending }) => [pending.conventions],
  },
  {
    name: 'gradient-check',
    reveals: true,
    load: async () => (await import('./gradient-check.js')).gradientCheck,
  },
  {
    name: 'training',
    load: async () => (await import('./training.js')).training,
    watches: ({ run, answers, panels }) => [run.current, answers.surveyed, panels.logarithmic],
  },
  {
    name: 'map',
    load: async () => (await import('./map.js')).map,
    watches: ({ run, answers, panels }) => [run.current, answers.surveyed, panels.map],
  },
  {
    name: 'confusion',
    load: async () => (await import('./confusion.js')).confusion,
    watches: ({ run, answers, panels, feedback }) => [
      ...[run.current, answers.surveyed, panels.sampleNumber, feedback.refusals],
    ],
  },
  {
    name: 'draw',
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
