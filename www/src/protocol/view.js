/**
 * The states the page draws, and their session: types only.
 *
 * @module
 */

/** @import { DataAt } from './data.js' */
/** @import { State } from './state.js' */
/** @import { Timeline } from './timeline.js' */

/**
 * The state at a position and the one a step before it (the same one at the very start). The scene of this
 * step needs nothing else.
 *
 * @typedef {object} View
 * @property {State} after
 * @property {State} before
 * @property {Timeline} timeline
 * @property {Float64Array} journal  the whole session, for replay: its format, how many mini-batches are
 *   completed, then how it began and every change
 * @property {Float64Array} curve  σ at equal distances from −6 to 6, to be drawn
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {DataAt} data
 * @property {boolean} singleSample  whether it is a single-sample session
 */

export {};
