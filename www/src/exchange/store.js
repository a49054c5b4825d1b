/**
 * Stored sessions in IndexedDB, and the big data that they need.
 *
 * @module
 */
import { openDB } from '../../vendor/idb/index.js';

/** @import { DBSchema } from '../../vendor/idb/index.js' */
/** @import { Source } from '../protocol/data.js' */

/**
 * A stored session.
 *
 * @typedef {object} Kept
 * @property {string} id
 * @property {number} version  of this form
 * @property {number} time  when it was stored
 * @property {Uint8Array} moment
 * @property {Float64Array} [history]  of undo
 * @property {number} [data]  fingerprint of the data it needs
 */

/**
 * @typedef {DBSchema & {
 *   sessions: { key: string, value: Kept },
 *   data: { key: number, value: Source },
 * }} Schema
 */

/** The most sessions that stay stored; older ones are removed. */
const MOST_SESSIONS = 12;
/** Milliseconds after which a database that does not open is given up. */
const PATIENCE = 3_000;

/** Opens the database. */
async function openDatabase() {
  const opening = openDB(
    'backstep',
    1,
    /** @type {import('../../vendor/idb/index.js').OpenDBCallbacks<Schema>} */ ({
      upgrade(database) {
        database.createObjectStore('sessions', { keyPath: 'id' });
        database.createObjectStore('data');
      },
    }),
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, PATIENCE, new Error('late'));
  });
  const database = await Promise.race([opening, late]).finally(() => clearTimeout(timer));
  return /** @type {Awaited<typeof opening>} */ (database);
}

/** Opens the store, and removes what is too old. */
export async function openStore() {
  const database = await openDatabase();

  /** Removes the oldest sessions, and data that no session needs any more. */
  async function tidy() {
    const all = await database.getAll('sessions');
    const sorted = all.sort((one, other) => other.time - one.time);
    for (const { id } of sorted.slice(MOST_SESSIONS)) await database.delete('sessions', id);
    const needed = new Set(sorted.slice(0, MOST_SESSIONS).map(({ data }) => data));
    for (const key of await database.getAllKeys('data')) {
      if (!needed.has(key)) await database.delete('data', key);
    }
  }

  return {
    /** @param {string} id */
    session: (id) => database.get('sessions', id),

    /** @param {number} key  fingerprint */
    data: (key) => database.get('data', key),

    /**
     * @param {number} key  fingerprint
     * @param {Source} source
     */
    putData: (key, source) => database.put('data', source, key),

    /** @param {Kept} kept */
    async put(kept) {
      const isNew = (await database.count('sessions', kept.id)) === 0;
      await database.put('sessions', kept);
      if (isNew) await tidy();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openStore>>} Store */
