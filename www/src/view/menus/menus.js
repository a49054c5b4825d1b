/**
 * The menus, by name.
 *
 * @module
 */
import { shareMenu } from '../exchange/share-menu.js';
import { examplesMenu } from './examples.js';
import { moreMenu } from './more.js';
import { runMenu } from './run.js';
import { speedMenu } from './speed.js';

/** @import { Draw } from '../registry.js' */

/** @type {Readonly<Record<string, Draw>>} */
export const menus = Object.freeze({
  examples: examplesMenu,
  more: moreMenu,
  run: runMenu,
  share: shareMenu,
  speed: speedMenu,
});
