/**
 * Keeps the moment shown in this browser, for a reload, a crash or a closed tab. Each tab has a session of
 * its own; a new tab goes on with the last one, unless another tab has it.
 *
 * @module
 */
import { dataKey, sameChanges } from '../protocol/journal.js';
import { LAST_KEY, TAB_KEY, isBeginning } from './beginning.js';
import { packMoment, unpackMoment } from './pack.js';
import { keptDamaged, notKept } from '../words/en/exchange.js';

/** @import { PageState } from '../state/state.js' */
/** @import { Answer, Request } from '../protocol/messages.js' */
/** @import { WholePage } from './desk.js' */
/** @import { Moment } from './moment.js' */
/** @import { Kept, Store } from './store.js' */

/** Version of what is stored. */
const VERSION = 1;

/**
 * Holds a lock as long as the page lives; returns whether it was free.
 *
 * @param {string} id
 * @returns {Promise<boolean>}
 */
const isFree = (id) =>
  new Promise((resolve) => {
    // Without locks, as on a page that is not served securely, tabs are not told apart.
    if (!navigator.locks) return resolve(true);
    navigator.locks
      .request(`backstep ${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise(() => {});
      })
      .catch(() => resolve(true));
  });

/**
 * Reads and writes names of sessions. A browser may forbid it.
 *
 * @template T
 * @param {() => T} use
 */
function allowed(use) {
  try {
    return use() ?? undefined;
  } catch {
    return undefined;
  }
}

/** Name of what was stored when the page was left, with the session after it, and the most bytes of it. */
const UNSAVED = 'backstep unsaved';
const MOST_AT_ONCE = 100_000;

/**
 * Returns the moment that a session was left at, once.
 *
 * @param {string} name
 * @returns {Moment | undefined}
 */
function takeUnsaved(name) {
  const key = `${UNSAVED} ${name}`;
  const text = allowed(() => localStorage.getItem(key));
  allowed(() => localStorage.removeItem(key));
  return text === undefined
    ? undefined
    : allowed(() => unpackMoment(Uint8Array.from(text.split(' '), Number)));
}

const newId = () => [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');

/**
 * @param {Pick<WholePage, 'dispatch' | 'now'>} page
 * @param {(request: Request) => Promise<Answer>} ask
 */
export function createKeeper({ dispatch, now }, ask) {
  /**
   * The session of this tab, once it has one.
   *
   * @type {string | undefined}
   */
  let id;
  /** @type {Promise<Store> | undefined} */
  let store;
  /** Whether something of this session is stored. */
  let isKept = false;
  /** Whether it was said that nothing can be kept. */
  let isSaid = false;
  /**
   * The journal of a link that was opened: as long as it is unchanged it does not replace the last session.
   *
   * @type {Float64Array | undefined}
   */
  let linked;
  let isLinked = false;
  /** Fingerprints of data that is stored. @type {Set<number>} */
  const stored = new Set();

  function opened() {
    store ??= import('./store.js').then(({ openStore }) => openStore());
    store.catch(() => (store = undefined));
    return store;
  }

  const tab = () => allowed(() => sessionStorage.getItem(TAB_KEY));

  /** @param {string} name */
  function setTab(name) {
    id = name;
    allowed(() => sessionStorage.setItem(TAB_KEY, name));
  }

  /** Returns the name of this tab's session, which it gets with the first thing to store. */
  function session() {
    if (id === undefined) {
      setTab(newId());
      void isFree(String(id));
    }
    return String(id);
  }

  /**
   * Returns the name of the session to go on with, and makes it this tab's unless another tab has it.
   *
   * @returns {Promise<string | undefined>}
   */
  async function claim() {
    const own = tab();
    const last = own ?? allowed(() => localStorage.getItem(LAST_KEY));
    if (last === undefined) return undefined;
    const free = await isFree(last);
    if (free) setTab(last);
    // A tab that was duplicated goes on with a copy.
    return free || own !== undefined ? last : undefined;
  }

  /**
   * Returns a stored session as a moment.
   *
   * @param {Kept} kept
   * @param {Store} from
   * @returns {Promise<Moment>}
   */
  async function momentOfKept({ version, moment: packed, history }, from) {
    if (version !== VERSION || !(packed instanceof Uint8Array)) throw new TypeError(String(version));
    const moment = unpackMoment(packed);
    const key = dataKey(moment.journal);
    const source = moment.source ?? (key === undefined ? undefined : await from.data(key));
    return { ...moment, source, ...(history instanceof Float64Array && { history }) };
  }

  return {
    session,

    /**
     * Returns whether a session is the one that this tab has kept.
     *
     * @param {unknown} name
     */
    isOf: (name) => name !== undefined && name === tab(),

    /**
     * Stores a moment before the page is left: what is stored later may not be finished then.
     *
     * @param {PageState} state
     * @param {Moment} moment
     */
    keepAtOnce(state, moment) {
      if (!isKept && isBeginning(state)) return;
      const packed = packMoment(moment);
      if (packed.length > MOST_AT_ONCE) return;
      allowed(() => localStorage.setItem(`${UNSAVED} ${session()}`, [...packed].join(' ')));
    },

    /** Begins a session that is not the last one's continuation. */
    beginAnew() {
      allowed(() => sessionStorage.removeItem(TAB_KEY));
      isLinked = true;
    },

    /**
     * Returns what was kept, or a sentence if that cannot be read.
     *
     * @returns {Promise<Moment | { sentence: string } | undefined>}
     */
    async read() {
      const name = await claim();
      if (name === undefined) return undefined;
      const unsaved = takeUnsaved(name);
      try {
        const from = await opened();
        const kept = await from.session(name);
        isKept = kept !== undefined;
        const moment = kept && (await momentOfKept(kept, from));
        return moment && unsaved ? { ...moment, ...unsaved } : (moment ?? unsaved);
      } catch {
        return unsaved ?? { sentence: keptDamaged };
      }
    },

    /**
     * Stores a moment with its data and the history of undo.
     *
     * @param {PageState} state
     * @param {Moment} moment
     */
    async keep(state, moment) {
      const canGoBack = state.view?.canUndo || state.view?.canRedo;
      if (!isKept && isBeginning(state) && !canGoBack) return;
      if (isLinked) linked ??= moment.journal;
      try {
        const answer = canGoBack ? await ask({ kind: 'history' }) : undefined;
        // Another change was made meanwhile: it will be stored with its own history.
        if (now().view !== state.view) return;
        const history = answer?.kind === 'answer' ? /** @type {Float64Array} */ (answer.value) : undefined;
        const to = await opened();
        const key = dataKey(moment.journal);
        const { source } = moment;
        if (key !== undefined && source && source.kind !== 'shipped' && !stored.has(key)) {
          await to.putData(key, source);
          stored.add(key);
        }
        const name = session();
        await to.put({
          id: name,
          version: VERSION,
          time: Date.now(),
          moment: packMoment(moment),
          history,
          data: key,
        });
        isKept = true;
        if (!linked || !sameChanges(linked, moment.journal))
          allowed(() => localStorage.setItem(LAST_KEY, name));
      } catch {
        if (isSaid) return;
        isSaid = true;
        dispatch({ type: 'notice', notice: { sentence: notKept, passing: true } });
      }
    },
  };
}
