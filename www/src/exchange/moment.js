/**
 * A moment as a value: a session's journal, the position shown, and how it is looked at. Links, files and the
 * browser's storage contain it.
 *
 * @module
 */
import { dataKey } from '../protocol/journal.js';
import { SETTINGS } from '../state/settings.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Pace } from '../state/playback.js' */
/** @import { PageState, Settings } from '../state/state.js' */

/** The settings that belong to a moment. @typedef {Pick<Settings, 'digits' | 'numbers' | 'tab'>} Shown */

/**
 * @typedef {object} Moment
 * @property {Float64Array} journal
 * @property {Position} position
 * @property {number} t  where in the step, 0 to 1
 * @property {Pace} pace
 * @property {number} speed
 * @property {1 | -1} direction  of playing
 * @property {Selection | undefined} selection
 * @property {readonly Selection[]} pins
 * @property {Shown} settings
 * @property {boolean} asTable
 * @property {boolean} presentation
 * @property {string} [title]  of data that has a name
 * @property {string[]} [classes]  their names
 * @property {Source} [source]  where data that is too big for a journal can be had again
 * @property {Float64Array} [history]  of undo
 */

/**
 * Returns the moment that is shown. There is none before the first view, and none of a single sample, whose
 * network is in no journal.
 *
 * @param {PageState} state
 * @param {(fingerprint: number) => Source | undefined} sourceOf  finds data that was opened
 * @returns {Moment | undefined}
 */
export function momentOf({ view, playback, focus, settings, ui }, sourceOf) {
  if (!view || view.singleSample) return undefined;
  const { t, pace, speed, direction } = playback;
  const { digits, numbers, tab } = settings;
  const { title, classes, fingerprint } = view.data;
  return {
    journal: view.journal,
    position: view.after.position,
    ...{ t, pace, speed, direction },
    selection: focus.selection,
    pins: focus.pins,
    settings: { digits, numbers, tab },
    asTable: ui.asTable,
    presentation: ui.presentation,
    ...(title !== undefined && { title }),
    ...(classes && { classes }),
    ...(dataKey(view.journal) !== undefined && { source: sourceOf(fingerprint) }),
  };
}

/**
 * Returns the start of a session, looked at as by default.
 *
 * @param {Float64Array} journal
 * @returns {Moment}
 */
export const startOf = (journal) => ({
  journal,
  position: { epoch: 0, miniBatch: 0, sample: 0, step: 0 },
  ...{ t: 1, pace: 'step', speed: 1, direction: 1 },
  selection: undefined,
  pins: [],
  settings: { digits: SETTINGS.digits, numbers: SETTINGS.numbers, tab: SETTINGS.tab },
  asTable: false,
  presentation: false,
});
