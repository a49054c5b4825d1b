/**
 * The built WebAssembly modules, loaded in Node.
 *
 * @module
 */
import { readFileSync } from 'node:fs';

import * as backstep from '../../www/pkg/backstep.js';
import * as opening from '../../www/pkg/opening.js';

/** @param {string} file */
const module = (file) => ({ module: readFileSync(new URL(`../../www/pkg/${file}`, import.meta.url)) });
const { memory } = backstep.initSync(module('backstep_bg.wasm'));
opening.initSync(module('opening_bg.wasm'));

/** Returns the size of the module's memory in bytes; it never shrinks. */
export const memoryBytes = () => memory.buffer.byteLength;

export const { DataSet, Images, Network, Session, digit, failOnPurpose, proposeSeed, sigmoidCurve } =
  backstep;

/** The small core, which a first visit loads. */
export { opening };
