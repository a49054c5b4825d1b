/**
 * Imports in the browser, with its own gzip and text decoders and under the page's content security policy.
 */
import { Refusal } from '../../www/src/protocol/refusal.js';
import { bytesOf, casesOf, check, textOf } from '../data/cases.js';
import { expect, open, test } from './page.js';

/** @import { Why } from '../../www/src/protocol/refusal.js' */
/** @import { Case, Source } from '../data/cases.js' */

test('files are unpacked, decoded and parsed as in Node', async ({ page }) => {
  await open(page);
  const cases = /** @type {Case<Source>[]} */ (casesOf('encodings'));
  const sources = cases.map((made) => textOf(made) ?? [...bytesOf(made)]);
  const results = await page.evaluate(async (all) => {
    const address = (/** @type {string} */ name) => new URL(`src/tables/${name}.js`, document.baseURI).href;
    const { unpack } = await import(address('decode'));
    const { readTable } = await import(address('table'));
    const read = async (/** @type {string | number[]} */ source) =>
      readTable(typeof source === 'string' ? source : await unpack(Uint8Array.from(source)));
    return Promise.all(
      all.map((source) =>
        read(source).then(
          ({ names, rows }) => ({ names, rows }),
          ({ name, message, why, row, column }) => ({ name, message, why, row, column }),
        ),
      ),
    );
  }, sources);
  expect(results.length).toBe(cases.length);
  for (const [at, { expect: expected, name }] of cases.entries()) {
    const result = results[at];
    await test.step(name, () =>
      check(expected, () => {
        if (result && 'message' in result) throw refusal(result);
        return result;
      }),
    );
  }
});

/**
 * Returns the error that was thrown in the page, where it became an object.
 *
 * @param {{ name: string, message: string, why: Why, row?: number, column?: number }} thrown
 */
function refusal(thrown) {
  if (thrown.name !== 'Refusal') return new Error(`${thrown.name}: ${thrown.message}`);
  return new Refusal(thrown.why, thrown);
}
