/**
 * The sheet of data: what is chosen in it, and what of it is asked of the worker. Pure functions of state.
 *
 * @module
 */
import { ask, stopped, without } from './edit.js';

/** @import { Preview, Rows, Source, View } from '../engine/protocol.js' */
/** @import { Generated } from '../data/source.js' */
/** @import { Fields } from '../data/propose.js' */
/** @import { Choice } from '../data/choose.js' */
/** @import { Table } from '../data/table.js' */
/** @import { Action, Command, Next, PageState } from './state.js' */

/** @typedef {'generated' | 'shipped' | 'own' | 'samples'} Tab */

/**
 * A table of one's own: how it was read, and what is made of it.
 * @typedef {object} Own
 * @property {string} title
 * @property {Uint8Array | string} source
 * @property {Table} table
 * @property {Choice} choice
 */

/**
 * @typedef {object} DataSheet
 * @property {Tab} tab
 * @property {Generated} set
 * @property {string | undefined} shipped  which was chosen
 * @property {Own | undefined} own
 * @property {Source | undefined} source  what may be opened
 * @property {Preview | undefined} preview  of that source, once it is known
 * @property {Fields | undefined} fields
 * @property {{ loaded: number, total: number | undefined } | undefined} loading
 * @property {Rows | undefined} rows  of the session
 * @property {View | undefined} rowsOf  the view they were asked for with
 * @property {{ first: number, test: boolean }} page
 */

/** Rows on a page of the table. */
export const PAGE = 12;
/** Of two inputs up to so many samples are asked for at once, for the map. */
const MAPPED = 5_000;

/** @type {DataSheet} */
export const FRESH = Object.freeze({
  tab: 'generated',
  set: { kind: 4, rule: 232, count: 200, noise: 0.1, seed: 1 },
  shipped: undefined,
  own: undefined,
  source: undefined,
  preview: undefined,
  fields: undefined,
  loading: undefined,
  rows: undefined,
  rowsOf: undefined,
  page: { first: 0, test: false },
});

const FIELD = 'data';

/** So many hidden neurons are proposed for images, as in the book. */
const HIDDEN = 30;
/** Of fewer samples none are kept apart, and each is a mini-batch. */
const FEW = 20;

/**
 * What a file of images has in it is known only now, and its network with it.
 *
 * @param {DataSheet} sheet
 * @param {Preview} preview
 * @returns {Partial<DataSheet>}
 */
function fitted({ fields }, preview) {
  if (!fields || fields.sizes !== '') return { preview };
  const sizes = `${preview.inputs}-${HIDDEN}-${preview.outputs}`;
  const few = preview.count < FEW ? { share: '0', miniBatchSize: '1' } : {};
  return { preview, fields: { ...fields, sizes, ...few } };
}

/** @param {PageState} state @param {Partial<DataSheet>} change @returns {PageState} */
const set = (state, change) => ({ ...state, data: { ...(state.data ?? FRESH), ...change } });

/**
 * What the actions of the sheet do; nothing for all others.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next | undefined}
 */
export function chosen(state, action) {
  /** @param {PageState} next @param {Command[]} [commands] @returns {Next} */
  const then = (next, commands = []) => ({ state: next, commands });
  const clear = { ...state, refusals: without(state.refusals, FIELD) };
  switch (action.type) {
    case 'data':
      return then(set(clear, action.change));
    case 'consider': {
      const next = set(clear, {
        ...action.change,
        source: action.source,
        preview: undefined,
        loading: undefined,
      });
      return then(next, [{ request: { kind: 'preview', source: action.source }, field: FIELD }]);
    }
    case 'previewed':
      if (state.data?.source !== action.source) return then(state);
      return then(set(state, { ...fitted(state.data, action.preview), loading: undefined }));
    case 'loading':
      return then(set(state, { loading: { loaded: action.loaded, total: action.total } }));
    case 'cancelLoading':
      return then(set(state, { loading: undefined }), [{ request: { kind: 'cancel' } }]);
    case 'openData': {
      const { source, settings } = action;
      return ask(stopped(clear), { kind: 'openData', source, settings }, 'cut', FIELD);
    }
    case 'changeSamples': {
      const { remove, add } = action;
      return ask(stopped(clear), { kind: 'changeSamples', remove, add }, 'cut', 'samples');
    }
    case 'turnRows':
      return then(set(state, { page: { first: action.first, test: action.test }, rowsOf: undefined }));
    case 'rows':
      return then(set(state, { rows: action.rows }));
    default:
      return undefined;
  }
}

/**
 * Asks for the rows that are looked at, whenever the session is another one.
 *
 * @param {Next} next
 * @returns {Next}
 */
export function rowsAgain(next) {
  const { sheet, data, view, waiting } = next.state;
  if (sheet !== 'data' || data?.tab !== 'samples' || !view || waiting !== undefined || data.rowsOf === view) {
    return next;
  }
  const { test } = data.page;
  const all = view.after.sizes[0] === 2 && view.data.count <= MAPPED;
  const [first, count] = all ? [0, MAPPED] : [data.page.first, PAGE];
  const position = view.after.position;
  // Rows of another shape are none of this network's.
  const same = !data.rowsOf || data.rowsOf.after.sizes.join() === view.after.sizes.join();
  return {
    state: set(next.state, { rowsOf: view, rows: same ? data.rows : undefined }),
    commands: [...next.commands, { request: { kind: 'rows', position, test, first, count } }],
  };
}
