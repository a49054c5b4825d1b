/**
 * The worker that reads tables. A message is a table to be read; it is answered with what is in it, or a sentence why
 * it is none.
 *
 * @module
 */
import { createImporter } from '../tables/importer.js';
import { Refusal } from '../tables/refusal.js';

/** @import { Answered, Message } from '../client/table-reader.js' */

const importTable = createImporter();
/** @param {Answered} answer @param {Transferable[]} [moved] */
const post = (answer, moved = []) => self.postMessage(answer, { transfer: moved });

self.addEventListener('message', async ({ data }) => {
  const { id, ...asked } = /** @type {Message} */ (data);
  try {
    const read = await importTable(asked);
    const { xs, ys } = read.made?.source ?? {};
    post({ id, read }, xs && ys ? [xs.buffer, ys.buffer] : []);
  } catch (error) {
    const sentence =
      error instanceof Refusal ? error.message : 'This table could not be read: it may be too big.';
    post({ id, sentence });
  }
});
