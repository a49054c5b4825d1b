/**
 * The worker that reads tables. It answers a table with its columns and samples, or with why it is none.
 *
 * @module
 */
import { createImporter } from '../tables/importer.js';
import { Refusal } from '../protocol/refusal.js';

/** @import { Reply, TableMessage } from '../protocol/messages.js' */
/** @import { Why } from '../protocol/refusal.js' */

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
    /** @type {Why} */
    const why = error instanceof Refusal ? error.why : { kind: 'tableTooBig' };
    post({ id, kind: 'refused', why });
  }
});
