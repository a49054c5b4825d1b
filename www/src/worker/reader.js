/**
 * The worker that reads tables. A message is a table to be read; it is answered with what is in it, or a sentence why
 * it is none.
 *
 * @module
 */
import { createReading, isRefusal } from '../tables/importer.js';

/** @import { Answered, Message } from '../client/table-reader.js' */

const reading = createReading();
/** @param {Answered} answer @param {Transferable[]} [moved] */
const post = (answer, moved = []) => self.postMessage(answer, { transfer: moved });

self.addEventListener('message', async ({ data }) => {
  const { id, ...asked } = /** @type {Message} */ (data);
  try {
    const read = await reading(asked);
    const { xs, ys } = read.made?.source ?? {};
    post({ id, read }, xs && ys ? [xs.buffer, ys.buffer] : []);
  } catch (error) {
    const sentence = isRefusal(error) ? error.message : 'This table could not be read: it may be too big.';
    post({ id, sentence });
  }
});
