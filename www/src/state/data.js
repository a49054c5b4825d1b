/**
 * The sheet of data: what is chosen in it, and what of it is asked of the worker. Pure functions of state.
 *
 * @module
 */
import { ask } from './edit.js';
import { clearRefusal, refuse } from './feedback.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';

/** @import { Generated, Preview, Rows, Source } from '../protocol/data.js' */
/** @import { LoadRequest, Request, TableRequest } from '../protocol/messages.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { DataFields } from '../tables/data-settings.js' */
/** @import { ImportOptions } from '../tables/import-options.js' */
/** @import { ImportResult, TableSummary } from '../tables/importer.js' */
/** @import { Dialect } from '../tables/table.js' */
/** @import { Action, Command, Next, PageState } from './state.js' */

/** @typedef {'generated' | 'shipped' | 'own' | 'samples'} Tab */

/**
 * A table of one's own: how it was read, and what is made of it.
 * @typedef {object} Own
 * @property {string} title
 * @property {Blob | string} text
 * @property {Dialect} dialect  as it was told
 * @property {TableSummary} summary
 * @property {ImportOptions} options
 * @property {ImportOptions} [requested]  options that were requested and not answered yet
 */

/**
 * @typedef {object} DataSheet
 * @property {Tab} tab
 * @property {Generated} set
 * @property {string | undefined} shipped  which was chosen
 * @property {Own | undefined} own
 * @property {boolean} reading  whether a table is being read
 * @property {boolean} stopping  whether somebody has stopped that
 * @property {boolean} added  whether the change on its way adds a sample
 * @property {string} pasted  the text of a table that was typed or pasted last
 * @property {Source | undefined} source  what may be opened once it has been looked at
 * @property {Preview | undefined} preview  of what was looked at last
 * @property {Source | undefined} previewOf  what that was
 * @property {DataFields | undefined} fields
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
export const DATA_SHEET = Object.freeze({
  tab: 'generated',
  set: { kind: 4, rule: 232, count: 200, noise: 0.1, seed: 1 },
  shipped: undefined,
  own: undefined,
  reading: false,
  stopping: false,
  added: false,
  pasted: '',
  source: undefined,
  preview: undefined,
  previewOf: undefined,
  fields: undefined,
  loading: undefined,
  rows: undefined,
  rowsOf: undefined,
  page: { first: 0, test: false },
});

const FIELD = 'data';
/** Neither is anything chosen nor looked at. */
const NOTHING = { source: undefined, preview: undefined, loading: undefined, reading: false };

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

/**
 * @param {PageState} state
 * @param {Partial<DataSheet>} change
 * @returns {PageState}
 */
const set = (state, change) => patch(state, { data: change });

/**
 * Whether what is chosen is what was looked at.
 *
 * @param {DataSheet} sheet
 */
export const isKnown = ({ source, preview, previewOf, reading }) =>
  source !== undefined && preview !== undefined && previewOf === source && !reading;

/**
 * Returns whether the answer to a request is still awaited. It is not if something else has been chosen meanwhile.
 *
 * @param {DataSheet} sheet
 * @param {Request} [request]
 */
export function isAwaited({ source, tab, reading }, request) {
  if (request?.kind === 'preview') return request.source === source;
  return request?.kind !== 'table' || (tab === 'own' && reading);
}

/**
 * A source is looked at before anything is replaced.
 *
 * @param {PageState} state
 * @param {Source} source
 * @param {Partial<DataSheet>} change
 * @returns {Next}
 */
const considered = (state, source, change) => ({
  state: set(state, { ...change, source, loading: undefined }),
  commands: [{ request: { kind: 'preview', source }, field: FIELD }],
});

/**
 * Something is chosen. Who turns to something else waits no more for what is being loaded; who comes back to a table
 * finds it as it was chosen.
 *
 * @param {PageState} state
 * @param {Partial<DataSheet>} change
 * @returns {Next}
 */
function turned(state, change) {
  const { loading, own, tab } = state.data;
  const turns = (change.tab !== undefined && change.tab !== tab) || change.shipped !== undefined;
  if (!turns) return { state: set(state, change), commands: [] };
  /** @type {Command[]} */
  const commands = loading ? [{ request: { kind: 'cancel' } }] : [];
  const back = change.tab === 'own' && own !== undefined;
  if (back) {
    const { title, text, dialect, options } = own;
    commands.push({ request: { kind: 'table', title, text, dialect, options }, field: FIELD });
  }
  return { state: set(state, { ...change, ...NOTHING, reading: back }), commands };
}

/**
 * Takes what has been read of a table. The fields stay as they were changed, if the network can stay the same.
 *
 * @param {PageState} before
 * @param {ImportResult} result
 * @param {TableRequest} request
 * @returns {Next}
 */
export function tableRead(before, { summary, options, imported, sentence }, { title, text, dialect }) {
  const state = clearRefusal(before, FIELD);
  const own = { title, text, dialect, summary, options };
  const { tab, source, fields } = state.data;
  if (tab !== 'own') return { state: set(state, { own, reading: false }), commands: [] };
  if (!imported) {
    const next = set(state, { own, ...NOTHING });
    return { state: refuse(next, FIELD, String(sentence)), commands: [] };
  }
  const same =
    source?.kind === 'table' &&
    source.inputs === imported.source.inputs &&
    source.outputs === imported.source.outputs;
  return considered(state, imported.source, {
    own,
    reading: false,
    fields: same && fields ? fields : imported.fields,
  });
}

/**
 * What was asked for the sheet cannot be. What was known before can still be opened, unless another table stands in its
 * place now.
 *
 * @param {DataSheet} sheet
 * @param {Request} [request]
 * @returns {DataSheet}
 */
export function unread(sheet, request) {
  const { source, previewOf, own, stopping } = sheet;
  if (request?.kind === 'table' && request.text !== own?.text && !stopping)
    return { ...sheet, ...NOTHING, own: undefined };
  const still = {
    ...sheet,
    loading: undefined,
    reading: false,
    own: own && { ...own, requested: undefined },
  };
  return source === previewOf ? still : { ...still, ...NOTHING };
}

/**
 * Takes the preview of a source, if that is still the one that is chosen.
 *
 * @param {PageState} state
 * @param {Preview} preview
 * @param {Source} source
 */
export const previewed = (state, preview, source) =>
  state.data.source === source
    ? set(state, { ...fitted(state.data, preview), previewOf: source, loading: undefined })
    : state;

/**
 * Shows how much has been loaded for a request, if its answer is still awaited.
 *
 * @param {PageState} state
 * @param {LoadRequest} request
 * @param {number} bytes
 * @param {number} [total]
 */
export const loaded = (state, request, bytes, total) =>
  isAwaited(state.data, request) ? set(state, { loading: { loaded: bytes, total } }) : state;

/**
 * A table is scaled by the rows that are trained with, which are known now.
 *
 * @param {Extract<Action, { type: 'openData' }>} action
 * @returns {Source}
 */
function withSplit({ source, settings: { share, splitSeed, train, test } }) {
  if (source.kind !== 'table') return source;
  const split = train === undefined ? { share, splitSeed } : { train, test };
  return { ...source, split };
}

/**
 * What the actions of the sheet do; nothing for all others.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next | undefined}
 */
export function chosen(state, action) {
  /**
   * @param {PageState} next
   * @param {Command[]} [commands]
   * @returns {Next}
   */
  const then = (next, commands = []) => ({ state: next, commands });
  const clear = clearRefusal(state, FIELD);
  switch (action.type) {
    case 'changeDataSheet':
      return turned(clear, action.change);
    case 'previewSource':
      // Something else may have been chosen while it was fetched.
      if (action.change.shipped !== state.data.shipped) return then(state);
      return considered(clear, action.source, action.change);
    case 'readTable': {
      const { type: _, ...asked } = action;
      const { own } = state.data;
      const requested = own && asked.options && { ...own, requested: asked.options };
      const pasted = typeof asked.text === 'string' ? { pasted: asked.text } : {};
      return then(set(clear, { reading: true, stopping: false, own: requested ?? own, ...pasted }), [
        { request: { kind: 'table', ...asked }, field: FIELD },
      ]);
    }
    case 'cancelLoading':
      return then(set(state, { loading: undefined, stopping: true }), [{ request: { kind: 'cancel' } }]);
    case 'openData': {
      const { settings } = action;
      return ask(stopped(clear), { kind: 'openData', source: withSplit(action), settings }, 'cut', FIELD);
    }
    case 'changeSamples': {
      const { remove, add } = action;
      const next = set(clear, { added: add !== undefined });
      return ask(stopped(next), { kind: 'changeSamples', remove, add }, 'cut', 'samples');
    }
    case 'showRows':
      return then(set(state, { page: { first: action.first, test: action.test }, rowsOf: undefined }));
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
  const { data, view, ui, playback } = next.state;
  const shown = ui.dialog === 'data' && data.tab === 'samples';
  if (!shown || !view || playback.waiting !== undefined || data.rowsOf === view) return next;
  if (view.singleSample) return next;
  // A sample that was added is the last one, and seen.
  const added = data.added && view.data.count === (data.rowsOf?.data.count ?? 0) + 1;
  const test = data.page.test && view.data.test > 0 && !added;
  // The page may have been that of more samples.
  const last = PAGE * Math.floor(((test ? view.data.test : view.data.count) - 1) / PAGE);
  const page = { test, first: added ? last : Math.min(data.page.first, last) };
  const all = view.after.sizes[0] === 2 && view.data.count <= MAPPED;
  const [first, count] = all ? [0, MAPPED] : [page.first, PAGE];
  const position = view.after.position;
  // Rows of another shape are none of this network's.
  const same = !data.rowsOf || data.rowsOf.after.sizes.join() === view.after.sizes.join();
  return {
    state: set(next.state, { page, added: false, rowsOf: view, rows: same ? data.rows : undefined }),
    commands: [...next.commands, { request: { kind: 'rows', position, test, first, count } }],
  };
}
