/**
 * The page without motion, its first mini-batch, and where its parts are.
 *
 * @module
 */
import { settled } from './page.js';

/** @import { Page } from '@playwright/test' */
/** @import { Position } from '../../www/src/protocol/position.js' */

export const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/**
 * Opens the page, which cuts to the end of each step, and waits for the fonts of its words and sentences:
 * they come after the first picture.
 *
 * @param {Page} page
 */
export async function open(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  await settled(page, ORIGIN);
  await page.waitForFunction(() =>
    ['Inter BS', 'Literata BS'].every((name) =>
      [...document.fonts].some(({ family, status }) => family === name && status === 'loaded'),
    ),
  );
}

/** Returns the positions of the first mini-batch. @param {InstanceType<any>} session */
export function positionsOf(session) {
  /** @type {Position[]} */
  const positions = [ORIGIN];
  for (;;) {
    const next = session.neighbour(positions.at(-1), 'step', 1);
    if (next.miniBatch > 0) return positions;
    positions.push(next);
  }
}

/** Returns where the parts of the page, the steps and the neurons are. @param {Page} page */
export const boxesOn = (page) =>
  page.locator('[data-part], .ribbon .step, .neuron .disc, .primary').evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }),
  );
