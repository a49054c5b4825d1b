/**
 * The worker that reads tables. It answers a table with its columns and samples, or with a sentence why it is
 * none.
 *
 * @module
 */
import { createImporter } from '../tables/importer.js';
import { Refusal } from '../tables/refusal.js';

/** @import { Reply, TableMessage } from '../protocol/messages.js' */

const importTable = createImporter();

/**
 * @param {Reply} reply
 * @param {Transferable[]} [moved]
 */
const post = (reply, moved = []) => self.postMessage(reply, { transfer: moved });

self.addEventListener('message', async ({ data }) => {
  const { id, ...asked } = /** @type {TableMessage} */ (data);
  try {
    const value = await importTable(asked);
    const { xs, ys } = value.imported?.source ?? {};
    post({ id, kind: 'answer', value }, xs && ys ? [xs.buffer, ys.buffer] : []);
  } catch (error) {
    const message =
      error instanceof Refusal ? error.message : 'This table could not be read: it may be too big.';
    post({ id, kind: 'refused', message, diverged: false });
  }
});
