/**
 * The real WebAssembly module, as the build made it, in Node.
 *
 * @module
 */
import { readFileSync } from 'node:fs';

import * as backstep from '../../www/pkg/backstep.js';

const file = new URL('../../www/pkg/backstep_bg.wasm', import.meta.url);
const { memory } = backstep.initSync({ module: readFileSync(file) });

/** Bytes the module has taken from the system; they are never given back. */
export const memoryBytes = () => memory.buffer.byteLength;

export const { Data, Images, Network, Session, proposeSeed, sigmoidCurve } = backstep;
