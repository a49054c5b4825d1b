/**
 * The importers in the browser, whose own decoders and policy they meet there.
 */
import { Refusal } from '../../www/src/tables/refusal.js';
import { bytesOf, casesOf, check, textOf } from '../data/cases.js';
import { expect, open, test } from './page.js';

/** @import { Case, Source } from '../data/cases.js' */

test('files are unpacked, decoded and read as in Node', async ({ page }) => {
  await open(page);
  const cases = /** @type {Case<Source>[]} */ (casesOf('encodings'));
  const sources = cases.map((made) => textOf(made) ?? [...bytesOf(made)]);
  const results = await page.evaluate(async (all) => {
    const address = (/** @type {string} */ name) => new URL(`src/tables/${name}.js`, document.baseURI).href;
    const { unpacked } = await import(address('bytes'));
    const { readTable } = await import(address('table'));
    const read = async (/** @type {string | number[]} */ source) =>
      readTable(typeof source === 'string' ? source : await unpacked(Uint8Array.from(source)));
    return Promise.all(
      all.map((source) =>
        read(source).then(
          ({ names, rows }) => ({ names, rows }),
          ({ name, message, row, column }) => ({ name, message, row, column }),
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

/** What came out of the page as an object, as the error it was. */
function refusal(/** @type {{ name: string, message: string, row?: number, column?: number }} */ thrown) {
  if (thrown.name !== 'Refusal') return new Error(`${thrown.name}: ${thrown.message}`);
  return new Refusal(thrown.message, thrown);
}
