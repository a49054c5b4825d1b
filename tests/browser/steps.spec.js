/**
 * A complete mini-batch, forward and back: the numbers on the stage are the core's at every step.
 */
import {
  chooseExample,
  dotted,
  expect,
  numbersOf,
  numbersOn,
  open,
  openMenu,
  settled,
  startRun,
  test,
} from './page.js';
import { Session } from '../wasm/module.js';

/** @import { ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */

/**
 * Returns the positions of the first mini-batch and the first of the second.
 *
 * @param {InstanceType<any>} session
 */
function positionsOf(session) {
  /** @type {Position[]} */
  const positions = [{ epoch: 0, miniBatch: 0, sample: 0, step: 0 }];
  const inside = (/** @type {Position | undefined} */ at) => at?.epoch === 0 && at.miniBatch === 0;
  while (inside(positions.at(-1))) {
    positions.push(session.neighbour(/** @type {Position} */ (positions.at(-1)), 'step', 1));
  }
  return positions;
}

for (const example of /** @type {ExampleName[]} */ (['majority', 'mazur', 'xor'])) {
  test(`${example}: the arrow keys step through a mini-batch, forward and back`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    if (example !== 'majority') {
      await chooseExample(page, example);
      await expect(page.locator('svg.network')).toHaveAttribute('aria-label', /Network 2-2-/);
      await page.locator('#stage').click({ position: { x: 3, y: 300 } });
    }
    const session = Session.open(example);
    const positions = positionsOf(session);
    const compare = async (/** @type {Position} */ position) => {
      await settled(page, position);
      expect(await numbersOn(page), dotted(position)).toEqual(numbersOf(session.stateAt(position)));
    };
    for (const position of positions) {
      if (position !== positions[0]) await page.keyboard.press('ArrowRight');
      await compare(position);
    }
    for (const position of positions.slice(0, -1).reverse()) {
      await page.keyboard.press('ArrowLeft');
      await compare(position);
    }
  });
}

test('the buttons move by the pace', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const session = Session.open('majority');
  /** @type {Position} */
  let at = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
  for (const [pace, name, unit, by] of /** @type {const} */ ([
    ['Step', /^Next/, 'step', 1],
    ['Mini-batch', /^Next/, 'miniBatch', 1],
    ['Mini-batch', /^Next/, 'miniBatch', 1],
    ['Sample', /^Next/, 'sample', 1],
    ['Step', /^Back/, 'step', -1],
    ['Mini-batch', /^Back/, 'miniBatch', -1],
  ])) {
    await page.locator('.paces').getByText(pace, { exact: true }).click();
    await page.locator('.transport').getByRole('button', { name }).click();
    at = session.neighbour(at, unit, by) ?? at;
    await settled(page, at);
    expect(await numbersOn(page), `${name} ${pace}`).toEqual(numbersOf(session.stateAt(at)));
  }
  await startRun(page, 'miniBatches', '100');
  await expect(page.locator('.count')).toHaveText(/^10\d mini-batches run$/);
});

test('every number shown in motion is one of the state before or after', async ({ page }) => {
  await open(page);
  const session = Session.open('majority');
  const positions = positionsOf(session);
  for (const [at, position] of positions.slice(0, 14).entries()) {
    const next = /** @type {Position} */ (positions[at + 1]);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('svg.network')).toHaveAttribute('data-position', dotted(next));
    const [before, after] = [position, next].map((each) => numbersOf(session.stateAt(each), true));
    await openMenu(page, 'speed');
    const scrub = page.locator('#speed-menu .slider input');
    for (const t of ['0', '0.3', '0.62', '0.9']) {
      await scrub.fill(t);
      await expect(page.locator('svg.network')).toHaveAttribute('data-t', t);
      for (const [name, value] of Object.entries(await numbersOn(page))) {
        expect([before?.[name], after?.[name]], `${name} at ${dotted(next)}, t = ${t}`).toContain(value);
      }
    }
    await scrub.fill('1');
    await page.keyboard.press('Escape');
    await settled(page, next);
  }
});

test('a step is animated and then at rest, and with reduced motion it is a cut', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.packet').first()).toBeAttached();
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 1 });

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    const seen = new Set();
    Object.assign(globalThis, { seen });
    new MutationObserver(() =>
      seen.add(document.querySelector('svg.network')?.getAttribute('data-t')),
    ).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 2 });
  expect(await page.evaluate(() => [.../** @type {any} */ (globalThis).seen])).toEqual(['1']);
});

test('playing continues by itself, and pausing stops it where it is', async ({ page }) => {
  await open(page);
  await openMenu(page, 'speed');
  await page.getByRole('radio', { name: '8×' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const network = page.locator('svg.network');
  // Polls often and accepts any later step: on a busy machine a step can pass unseen.
  const early = /^0\.0\.0\.[0-4]$/;
  await expect.poll(() => network.getAttribute('data-position'), { intervals: [30] }).not.toMatch(early);
  await page.getByRole('button', { name: 'Pause' }).click();
  const stopped = [await network.getAttribute('data-position'), await network.getAttribute('data-t')];
  await page.waitForTimeout(500);
  expect([await network.getAttribute('data-position'), await network.getAttribute('data-t')]).toEqual(
    stopped,
  );
  await openMenu(page, 'speed');
  await page.getByRole('radio', { name: 'backwards' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Play backwards' }).click();
  await settled(page, { epoch: 0, miniBatch: 0, sample: 0, step: 0 });
  await expect(page.getByRole('button', { name: 'Play backwards' })).toBeVisible();
});
