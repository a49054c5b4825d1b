/**
 * The data sheet: default settings, parsing of its fields, and its requests to the worker.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { defaultOptions, toSource } from '../../www/src/tables/import-options.js';
import { defaultFields, parseFields, withField } from '../../www/src/tables/data-settings.js';
import { createImporter } from '../../www/src/tables/importer.js';
import { readTable } from '../../www/src/tables/table.js';
import { DATA_SHEET, isPreviewed } from '../../www/src/state/data.js';
import { answered, loading, replied } from './answers.js';
import { page } from './page.js';
import { sentenceOf } from '../../www/src/words/refusals.js';

/** @import { DataSettings, Source } from '../../www/src/protocol/data.js' */
/** @import { TableRequest } from '../../www/src/protocol/messages.js' */

/** @param {string} name */
const shipped = (name) => {
  const table = readTable(readFileSync(new URL(`../../www/data/${name}.csv`, import.meta.url)));
  return toSource(table, defaultOptions(table, table.rows.length), name);
};

/** @type {Source} */
const MOONS = { kind: 'generated', title: 'moons', set: { ...DATA_SHEET.generated, kind: 4 } };
/** @type {import('../../www/src/protocol/data.js').Preview} */
const PREVIEW = {
  ...{ inputs: 2, outputs: 1, count: 200, evaluates: true },
  ...{ rows: { xs: new Float64Array(0), ys: new Float64Array(0) }, classes: undefined },
};

test('iris and penguins have a default network that fits them', () => {
  for (const [name, count] of /** @type {const} */ ([
    ['iris', 150],
    ['penguins', 342],
  ])) {
    const source = shipped(name);
    assert.deepEqual([source.inputs, source.outputs, source.ys.length], [4, 3, 3 * count]);
    assert.deepEqual(source.scalings, [2, 0]);
    assert.equal(defaultFields(source).sizes, '4-5-3');
  }
});

test('a mini-batch is proposed that fits what is trained with, at any share', () => {
  for (let count = 10; count <= 14; count += 1) {
    const numbers = Float64Array.from({ length: count }, (_, at) => at % 2);
    /** @type {Source} */
    const source = {
      ...{ kind: 'table', title: 'rows', inputs: 1, outputs: 1, xs: numbers, ys: numbers },
      ...{ scalings: [0, 0], evaluates: true },
    };
    const fields = defaultFields(source);
    const train = count - Math.round(0.2 * count);
    assert.equal(fields.miniBatchSize, String(Math.min(10, train)), `${count} rows`);
    const half = withField(fields, 'share', '50', count);
    assert.equal(half.miniBatchSize, String(count - Math.floor(count / 2 + 0.5)), 'it follows');
    assert.equal(withField({ ...fields, miniBatchSize: '3' }, 'share', '50', count).miniBatchSize, '3');
  }
  const few = { ...MOONS, set: { ...MOONS.set, count: 11 } };
  assert.equal(defaultFields(/** @type {Source} */ (few)).miniBatchSize, '9');
});

test('sizes and counts with commas between thousands are never 1', () => {
  const fields = defaultFields(MOONS);
  assert.deepEqual(parseFields({ ...fields, sizes: '1,024-30-10' }).settings?.sizes, [1_024, 30, 10]);
  assert.deepEqual(parseFields({ ...fields, sizes: '4, 5, 3' }).settings?.sizes, [4, 5, 3]);
  assert.match(String(parseFields({ ...fields, sizes: '1,024' }).sentence), /does not give layer sizes/);
  assert.equal(parseFields({ ...fields, miniBatchSize: '1,000' }).settings?.miniBatchSize, 1_000);
  assert.match(String(parseFields({ ...fields, seed: '1.000' }).sentence), /“1\.000” is not a number/);
});

test('typed fields give settings, or a sentence about the invalid one', () => {
  const fields = defaultFields(MOONS);
  assert.deepEqual(parseFields(fields).settings, {
    ...{ sizes: [2, 8, 1], eta: 3, miniBatchSize: 10, seed: 1, share: 0.2, splitSeed: 1 },
  });
  assert.deepEqual(parseFields({ ...fields, sizes: '2, 3 × 1', share: '0' }).settings, {
    ...{ sizes: [2, 3, 1], eta: 3, miniBatchSize: 10, seed: 1 },
  });
  const book = parseFields(defaultFields({ kind: 'shipped', name: 'mnist', title: 'MNIST' })).settings;
  assert.deepEqual([book?.train, book?.test, book?.share], [50_000, 10_000, undefined]);
  for (const [field, sentence] of [
    ['sizes', /does not give layer sizes/],
    ['eta', /^eta: “three” is not a number/],
    ['share', /^The share of the test data: “three”/],
    ['train', /^The number to train with: “three” is not a number/],
    ['test', /^The number to train with: “” is not a number/],
  ]) {
    assert.match(
      String(parseFields({ ...fields, [String(field)]: 'three' }).sentence),
      /** @type {RegExp} */ (sentence),
    );
  }
});

test('a chosen source is previewed, and a preview of another one is ignored', () => {
  const { act, asked, now } = page();
  act({ type: 'previewSource', source: MOONS, change: { fields: defaultFields(MOONS) } });
  assert.deepEqual(asked.pop(), { kind: 'preview', source: MOONS });
  act(replied(PREVIEW, { request: { kind: 'preview', source: { ...MOONS } } }));
  assert.equal(now().data.preview, undefined);
  act(loading({ kind: 'preview', source: MOONS }, 5));
  act(replied(PREVIEW, { request: { kind: 'preview', source: MOONS } }));
  assert.deepEqual([now().data.preview, now().data.loading], [PREVIEW, undefined]);
  assert.equal(now().playback.waiting, undefined, 'nothing of the session was asked');
});

test('a refusal is shown in the sheet, which closes only when data is opened', () => {
  const { act, asked, now } = page();
  const before = now().view;
  assert.ok(before);
  act({ type: 'dialog', dialog: 'data' });
  act({ type: 'previewSource', source: MOONS, change: {} });
  act({ type: 'openData', source: MOONS, settings: { sizes: [2, 1], eta: 1, miniBatchSize: 1, seed: 1 } });
  assert.equal(asked.at(-1)?.kind, 'openData');
  act({ type: 'refused', field: 'data', sentence: 'No.' });
  assert.deepEqual([now().ui.dialog, now().view, now().feedback.refusals['data']], ['data', before, 'No.']);
  assert.equal(now().playback.waiting, undefined);
  act(answered(before, 'data'));
  assert.deepEqual([now().ui.dialog, now().feedback.refusals['data']], [undefined, undefined]);
});

test('each column that cannot be an input has a reason', async () => {
  const importTable = createImporter();
  const { summary } = await importTable({
    title: 'mine',
    text: 'a,b,c,k\n1,,x,0\n2,3,y,1\n1,4,x,0',
    dialect: {},
  });
  assert.deepEqual(
    summary.faults.map((fault) => fault && sentenceOf(fault).split(':')[0]),
    [undefined, 'Row 2, column “b”', 'Inputs are numbers, but column “c” has words (“x”, “y”)', undefined],
  );
});

test('a table is opened with its split, because only training rows determine its scale', () => {
  const { act, asked } = page();
  /** @param {Partial<DataSettings>} some */
  const opened = (some) => {
    const settings = { sizes: [4, 5, 3], eta: 3, miniBatchSize: 10, seed: 1, ...some };
    act({ type: 'openData', source: shipped('iris'), settings });
    const request = asked.splice(0).at(-1);
    assert.ok(request?.kind === 'openData' && request.source.kind === 'table');
    return JSON.stringify(request.source.split);
  };
  assert.equal(opened({ share: 0.2, splitSeed: 1 }), '{"share":0.2,"splitSeed":1}');
  assert.equal(opened({ train: 100, test: 50 }), '{"train":100,"test":50}');
  assert.equal(opened({}), '{}');
});

test('loading can be cancelled, and rows are requested again for another session', () => {
  const { act, asked, now } = page();
  act({ type: 'previewSource', source: MOONS, change: {} });
  act(loading({ kind: 'preview', source: MOONS }, 5, 10));
  act({ type: 'cancelLoading' });
  assert.deepEqual([asked.pop()?.kind, now().data.loading], ['cancel', undefined]);
  const first = now().view;
  assert.ok(first);
  act(answered({ ...first, data: { ...first.data, count: 50, test: 20 } }));
  asked.splice(0);
  act({ type: 'dialog', dialog: 'data' });
  act({ type: 'changeDataSheet', change: { tab: 'samples' } });
  const request = asked.pop();
  assert.ok(request?.kind === 'rows' && request.first === 0 && !request.test);
  act({ type: 'showRows', first: 12, test: true });
  const next = asked.pop();
  assert.ok(next?.kind === 'rows' && next.first === 12 && next.test);
  act({ type: 'notice', notice: undefined });
  assert.equal(asked.length, 0, 'once for each view');
  const view = now().view;
  assert.ok(view);
  act(answered({ ...view }));
  assert.equal(asked.pop()?.kind, 'rows');
  // The page of the sample table is limited to the remaining samples.
  act(answered({ ...view, data: { ...view.data, test: 11 } }));
  const fewer = asked.pop();
  assert.ok(fewer?.kind === 'rows' && fewer.first === 0 && fewer.test);
  act(answered({ ...view, data: { ...view.data, test: 0 } }));
  const none = asked.pop();
  assert.ok(none?.kind === 'rows' && !none.test);
  act(answered({ ...view, singleSample: true }));
  assert.equal(asked.length, 0, 'a single-sample session has none to be changed');
});

test('choosing something else cancels loading', () => {
  const { act, asked, now } = page();
  act({ type: 'changeDataSheet', change: { tab: 'shipped' } });
  act({ type: 'changeDataSheet', change: { shipped: 'mnist' } });
  /** @type {Source} */
  const mnist = { kind: 'shipped', name: 'mnist', title: 'MNIST' };
  act({ type: 'previewSource', source: mnist, change: { shipped: 'mnist' } });
  const request = asked.splice(0).at(-1);
  assert.ok(request?.kind === 'preview');
  act(loading(request, 5));
  act({ type: 'changeDataSheet', change: { shipped: 'iris' } });
  assert.deepEqual([asked.pop(), now().data.loading], [{ kind: 'cancel' }, undefined]);
  act(loading(request, 6));
  act({ type: 'refused', sentence: 'Stopped.', field: 'data', request });
  assert.deepEqual([now().data.loading, now().feedback.refusals['data']], [undefined, undefined]);
  const iris = shipped('iris');
  act({ type: 'previewSource', source: iris, change: { shipped: 'iris' } });
  // A data set that arrives after another was chosen is ignored.
  act({ type: 'previewSource', source: mnist, change: { shipped: 'mnist' } });
  assert.deepEqual([now().data.source, asked.length], [iris, 1]);
});

test('options can be changed while a table is read; it opens as shown, and is kept for later', async () => {
  const { act, asked, now } = page();
  const importTable = createImporter();
  /** What is asked of the reader, answered by it. */
  const read = async () => {
    const request = asked.splice(0).at(-1);
    assert.ok(request?.kind === 'table');
    const { kind: _, ...table } = request;
    const value = await importTable(table);
    act(replied({ ...value, sentence: value.why && sentenceOf(value.why) }, { request }));
  };
  const looked = () => {
    const request = asked.splice(0).at(-1);
    assert.ok(request?.kind === 'preview');
    act(replied(PREVIEW, { request: { kind: 'preview', source: request.source } }));
    return /** @type {Extract<Source, { kind: 'table' }>} */ (request.source);
  };
  const sheet = () => now().data;
  act({ type: 'changeDataSheet', change: { tab: 'own' } });
  /** @type {Omit<TableRequest, 'kind'>} */
  const table = { title: 'mine', text: 'a,b,kind\n1,2,yes\n3,4,no', dialect: {} };
  act({ type: 'readTable', ...table });
  await read();
  assert.deepEqual([looked().inputs, isPreviewed(sheet())], [2, true]);
  const first = sheet().own?.options;
  assert.ok(first);
  act({ type: 'readTable', ...table, options: { ...first, coding: 'oneHot' } });
  assert.equal(isPreviewed(sheet()), false, 'what is looked at is not what is chosen');
  const requested = sheet().own?.requested;
  assert.ok(requested);
  act({ type: 'readTable', ...table, options: { ...requested, inputScaling: 0 } });
  act({ type: 'refused', sentence: 'Stopped.', field: 'data', request: { kind: 'table', ...table } });
  assert.deepEqual(
    [sheet().own?.requested, sheet().own?.options, isPreviewed(sheet())],
    [undefined, first, true],
  );
  // Cancelling another table changes nothing; a table that cannot be read replaces this one.
  const other = { ...table, text: 'a,"b' };
  act({ type: 'readTable', ...other });
  act({ type: 'cancelLoading' });
  act({ type: 'refused', sentence: 'Stopped.', field: 'data', request: { kind: 'table', ...other } });
  assert.ok(isPreviewed(sheet()) && sheet().pasted === other.text);
  const before = now();
  act({ type: 'readTable', ...other });
  act({ type: 'refused', sentence: 'Bad.', field: 'data', request: { kind: 'table', ...other } });
  assert.deepEqual(
    [sheet().own, sheet().source, now().feedback.refusals['data']],
    [undefined, undefined, 'Bad.'],
  );
  act({ type: 'readTable', ...table });
  await read();
  assert.deepEqual(
    [looked().inputs, now().feedback.refusals['data'], before.data.own?.options],
    [2, undefined, first],
  );
  act({ type: 'readTable', ...table, options: { ...requested, inputScaling: 0 } });
  await read();
  const source = looked();
  assert.deepEqual([source.outputs, source.scalings, sheet().fields?.sizes], [2, [0, 0], '2-5-2']);
  // A column of words cannot be an input: it cannot be opened, but the options can be changed.
  act({ type: 'readTable', ...table, options: { ...requested, roles: ['input', 'target', 'input'] } });
  await read();
  assert.match(String(now().feedback.refusals['data']), /has words/);
  assert.deepEqual([sheet().preview, sheet().own?.options.roles[2]], [undefined, 'input']);
  act({ type: 'readTable', ...table, options: { ...requested, inputScaling: 0 } });
  act({ type: 'changeDataSheet', change: { tab: 'generated' } });
  const request = asked.splice(0).at(-1);
  assert.ok(request?.kind === 'table');
  const { kind: _, ...late } = request;
  act(replied(await importTable(late), { request }));
  assert.deepEqual([sheet().source, asked.length], [undefined, 0], 'it is none of this tab');
  act({ type: 'changeDataSheet', change: { tab: 'own' } });
  await read();
  assert.deepEqual(looked().scalings, [0, 0]);
});
