/**
 * The one module that makes workers.
 *
 * @module
 */

/** @import { Message, Reply } from '../protocol/messages.js' */

/**
 * What is needed of a worker.
 *
 * @template [Asked=Message]
 * @template [Answered=Reply]
 * @typedef {object} Worklike
 * @property {(message: Asked) => void} postMessage
 * @property {() => void} terminate
 * @property {((event: MessageEvent<Answered>) => void) | null} onmessage
 * @property {((event: ErrorEvent) => void) | null} onerror
 */

// Relative to the page: the published page has this module in a bundle with others.
const address = (/** @type {string} */ name) => new URL(`src/worker/${name}.js`, document.baseURI).href;

/**
 * The policy that Trusted Types require, which allows the addresses of the workers.
 *
 * @type {{ createScriptURL: (text: string) => any } | undefined}
 */
let policy;

function makePolicy() {
  const types = /** @type {{ trustedTypes?: { createPolicy: Function } }} */ (globalThis).trustedTypes;
  return types?.createPolicy('backstep', {
    createScriptURL: (/** @type {string} */ text) => {
      if (text === address('worker') || text === address('reader')) return text;
      throw new TypeError(text);
    },
  });
}

/**
 * @param {'worker' | 'reader'} name
 * @returns {Worker}
 */
export function makeWorker(name) {
  policy ??= makePolicy();
  const url = address(name);
  return new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' });
}
