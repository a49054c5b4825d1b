/**
 * The data dialog: what is chosen in it, and its requests to the worker.
 *
 * @module
 */
import { requestView } from './edit.js';
import { clearRefusal, refuse } from './feedback.js';
import { onlyState, patch } from './patch.js';
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
 * A table that the user has opened or pasted.
 * @typedef {object} OwnTable
 * @property {string} title
 * @property {Blob | string} text
 * @property {Dialect} dialect  what the user has set; the rest is detected
 * @property {TableSummary} summary
 * @property {ImportOptions} options
 * @property {{ row: number, column: number }} [at]  the cell that was refused, from 1
 * @property {ImportOptions} [requested]  options that were requested and not answered yet
 */

/**
 * @typedef {object} DataSheet
 * @property {Tab} tab
 * @property {Generated} generated  the parameters of a generated data set
 * @property {string | undefined} shipped  name of the shipped data set that is chosen
 * @property {OwnTable | undefined} own
 * @property {boolean} reading  whether a table is being read
 * @property {boolean} cancelled  whether the user has cancelled that
 * @property {boolean} addsSample  whether the change that was requested adds a sample
 * @property {boolean} changing  whether the fields of what is opened are shown
 * @property {string} pasted  the text of the table that was typed or pasted last
 * @property {Source | undefined} source  the source that is chosen; it can be opened once it is previewed
 * @property {Preview | undefined} preview  the latest preview
 * @property {Source | undefined} previewedSource  the source that `preview` is of
 * @property {DataFields | undefined} fields  network and settings to open the data with, as typed
 * @property {{ loaded: number, total: number | undefined } | undefined} loading  bytes
 * @property {Rows | undefined} rows  samples of the session
 * @property {View | undefined} rowsView  the view that was shown when they were requested
 * @property {{ first: number, test: boolean }} page  first sample on it, and whether it lists the test data
 */

/** Samples on a page of the table. */
export const PAGE_ROWS = 12;
/** The most samples that are requested at once for the map of two inputs. */
const MOST_MAPPED = 5_000;

/** @type {DataSheet} */
export const DATA_SHEET = Object.freeze({
  tab: 'generated',
  generated: { kind: 4, rule: 232, count: 200, noise: 0.1, seed: 1 },
  shipped: undefined,
  own: undefined,
  reading: false,
  cancelled: false,
  addsSample: false,
  changing: false,
  pasted: '',
  source: undefined,
  preview: undefined,
  previewedSource: undefined,
  fields: undefined,
  loading: undefined,
  rows: undefined,
  rowsView: undefined,
  page: { first: 0, test: false },
});

/** Where refusals of the dialog are shown. */
const DATA_FIELD = 'data';

/** Nothing is chosen or previewed. */
const NO_SOURCE = { source: undefined, preview: undefined, loading: undefined, reading: false };

/** Hidden neurons proposed for images, as in the book. */
const HIDDEN = 30;
/** With fewer images, none are proposed as test data and each is a mini-batch of its own. */
const FEW = 20;

/**
 * Adds a preview, and the sizes it implies to the fields of image files: these are known only once the files
 * are read.
 *
 * @param {DataSheet} sheet
 * @param {Preview} preview
 * @returns {Partial<DataSheet>}
 */
function completeFields({ fields }, preview) {
  if (!fields || fields.sizes !== '') return { preview };
  const sizes = `${preview.inputs}-${HIDDEN}-${preview.outputs}`;
  const few = preview.count < FEW ? { share: '0', miniBatchSize: '1' } : {};
  return { preview, fields: { ...fields, sizes, ...few } };
}

/**
 * Replaces fields of the dialog.
 *
 * @param {PageState} state
 * @param {Partial<DataSheet>} change
 * @returns {PageState}
 */
const setSheet = (state, change) => patch(state, { data: change });

/**
 * Returns whether the source that is chosen has been previewed.
 *
 * @param {DataSheet} sheet
 */
export const isPreviewed = ({ source, preview, previewedSource, reading }) =>
  source !== undefined && preview !== undefined && previewedSource === source && !reading;

/**
 * Returns whether the answer to a request is still awaited: not if something else has been chosen meanwhile.
 *
 * @param {DataSheet} sheet
 * @param {Request} [request]
 */
export function isAwaited({ source, tab, reading }, request) {
  if (request?.kind === 'preview') return request.source === source;
  return request?.kind !== 'table' || (tab === 'own' && reading);
}

/**
 * Chooses a source and requests its preview.
 *
 * @param {PageState} state
 * @param {Source} source
 * @param {Partial<DataSheet>} change
 * @returns {Next}
 */
const requestPreview = (state, source, change) => ({
  state: setSheet(state, { ...change, source, loading: undefined }),
  commands: [{ request: { kind: 'preview', source }, field: DATA_FIELD }],
});

/**
 * Changes fields of the dialog. Choosing another source cancels loading; coming back to a table reads it
 * again with the same options.
 *
 * @param {PageState} state
 * @param {Partial<DataSheet>} change
 * @returns {Next}
 */
function changeSheet(state, change) {
  const { loading, own, tab } = state.data;
  const turns = (change.tab !== undefined && change.tab !== tab) || change.shipped !== undefined;
  if (!turns) return onlyState(setSheet(state, change));
  /** @type {Command[]} */
  const commands = loading ? [{ request: { kind: 'cancel' } }] : [];
  const back = change.tab === 'own' && own !== undefined;
  if (back) {
    const { title, text, dialect, options } = own;
    commands.push({ request: { kind: 'table', title, text, dialect, options }, field: DATA_FIELD });
  }
  return { state: setSheet(state, { ...change, ...NO_SOURCE, reading: back }), commands };
}

/**
 * Takes a table that has been read. Typed fields are kept if inputs and outputs are as many as before.
 *
 * @param {PageState} before
 * @param {ImportResult} result
 * @param {TableRequest} request
 * @returns {Next}
 */
export function takeTable(before, { summary, options, imported, sentence, at }, { title, text, dialect }) {
  const state = clearRefusal(before, DATA_FIELD);
  const own = { title, text, dialect, summary, options, ...(at && { at }) };
  const { tab, source, fields } = state.data;
  if (tab !== 'own') return onlyState(setSheet(state, { own, reading: false }));
  if (!imported) {
    const next = setSheet(state, { own, ...NO_SOURCE });
    return onlyState(refuse(next, DATA_FIELD, String(sentence)));
  }
  const same =
    source?.kind === 'table' &&
    source.inputs === imported.source.inputs &&
    source.outputs === imported.source.outputs;
  return requestPreview(state, imported.source, {
    own,
    reading: false,
    fields: same && fields ? fields : imported.fields,
  });
}

/**
 * Returns the dialog after a refused request: its previous source can still be opened, unless the request was
 * for another table.
 *
 * @param {DataSheet} sheet
 * @param {Request} [request]
 * @returns {DataSheet}
 */
export function withoutRequest(sheet, request) {
  const { source, previewedSource, own, cancelled } = sheet;
  if (request?.kind === 'table' && request.text !== own?.text && !cancelled)
    return { ...sheet, ...NO_SOURCE, own: undefined };
  const still = {
    ...sheet,
    loading: undefined,
    reading: false,
    own: own && { ...own, requested: undefined },
  };
  return source === previewedSource ? still : { ...still, ...NO_SOURCE };
}

/**
 * Takes the preview of a source, if that is still the one that is chosen.
 *
 * @param {PageState} state
 * @param {Preview} preview
 * @param {Source} source
 */
export const takePreview = (state, preview, source) =>
  state.data.source === source
    ? setSheet(state, { ...completeFields(state.data, preview), previewedSource: source, loading: undefined })
    : state;

/**
 * Shows how much has been loaded for a request, if its answer is still awaited.
 *
 * @param {PageState} state
 * @param {LoadRequest} request
 * @param {number} bytes
 * @param {number} [total]
 */
export const showLoading = (state, request, bytes, total) =>
  isAwaited(state.data, request) ? setSheet(state, { loading: { loaded: bytes, total } }) : state;

/**
 * Returns a source with the train/test split, because tables are scaled by their training rows.
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
 * Carries out an action of the dialog; returns nothing for other actions.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {Next | undefined}
 */
export function updateData(state, action) {
  const clear = clearRefusal(state, DATA_FIELD);
  switch (action.type) {
    case 'changeDataSheet':
      return changeSheet(clear, action.change);
    case 'previewSource':
      // Another data set may have been chosen while this one was fetched.
      if (action.change.shipped !== state.data.shipped) return onlyState(state);
      return requestPreview(clear, action.source, action.change);
    case 'readTable': {
      const { type: _, ...asked } = action;
      const { own } = state.data;
      const requested = own && asked.options && { ...own, requested: asked.options };
      const pasted = typeof asked.text === 'string' ? { pasted: asked.text } : {};
      return {
        state: setSheet(clear, { reading: true, cancelled: false, own: requested ?? own, ...pasted }),
        commands: [{ request: { kind: 'table', ...asked }, field: DATA_FIELD }],
      };
    }
    case 'cancelLoading':
      return {
        state: setSheet(state, { loading: undefined, cancelled: true }),
        commands: [{ request: { kind: 'cancel' } }],
      };
    case 'openData': {
      const { settings } = action;
      return requestView(
        stopped(clear),
        { kind: 'openData', source: withSplit(action), settings },
        'cut',
        DATA_FIELD,
      );
    }
    case 'changeSamples': {
      const { remove, add, title } = action;
      const next = setSheet(clear, { addsSample: add !== undefined });
      return requestView(stopped(next), { kind: 'changeSamples', remove, add, title }, 'cut', 'samples');
    }
    case 'showRows':
      return onlyState(
        setSheet(state, { page: { first: action.first, test: action.test }, rowsView: undefined }),
      );
    default:
      return undefined;
  }
}

/**
 * Requests the samples that the dialog lists, once for each view.
 *
 * @param {Next} next
 * @returns {Next}
 */
export function askRows(next) {
  const { data, view, ui, playback } = next.state;
  const shown = ui.dialog === 'data' && data.tab === 'samples';
  if (!shown || !view || playback.waiting !== undefined || data.rowsView === view) return next;
  if (view.singleSample) return next;
  // A sample that was added is the last one: its page is shown.
  const added = data.addsSample && view.data.count === (data.rowsView?.data.count ?? 0) + 1;
  const test = data.page.test && view.data.test > 0 && !added;
  // There may be fewer samples than before.
  const last = PAGE_ROWS * Math.floor(((test ? view.data.test : view.data.count) - 1) / PAGE_ROWS);
  const page = { test, first: added ? last : Math.min(data.page.first, last) };
  const all = view.after.sizes[0] === 2 && view.data.count <= MOST_MAPPED;
  const [first, count] = all ? [0, MOST_MAPPED] : [page.first, PAGE_ROWS];
  const position = view.after.position;
  // Rows of a network with other sizes cannot be shown any more.
  const same = !data.rowsView || data.rowsView.after.sizes.join() === view.after.sizes.join();
  return {
    state: setSheet(next.state, {
      page,
      addsSample: false,
      rowsView: view,
      rows: same ? data.rows : undefined,
    }),
    commands: [...next.commands, { request: { kind: 'rows', position, test, first, count } }],
  };
}
