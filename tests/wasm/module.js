/**
 * The real WebAssembly module, as the build made it, in Node.
 *
 * @module
 */
import { readFileSync } from 'node:fs';

import * as backstep from '../../www/pkg/backstep.js';

const file = new URL('../../www/pkg/backstep_bg.wasm', import.meta.url);
backstep.initSync({ module: readFileSync(file) });

export const { Network, Session, proposeSeed, sigmoidCurve } = backstep;
