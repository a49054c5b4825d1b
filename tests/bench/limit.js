/**
 * A WebAssembly module that multiplies and adds in vector registers and does nothing else. It measures the
 * most floating-point operations a core of this machine can do there.
 *
 * @module
 */

/**
 * Chains of operations beside each other: enough to fill the time until a multiplication or an addition is
 * done, and no more than there are registers for.
 */
const CHAINS = 12;

export const OPERATIONS = CHAINS * 4;

const chains = Array.from({ length: CHAINS }, (_, i) => i);
const each = (/** @type {(i: number) => string} */ text) => chains.map(text).join(' ');
const sum = chains.map((i) => `(local.get $s${i})`).reduce((sum, s) => `(f64x2.add ${sum} ${s})`);
const next = (/** @type {number} */ i) =>
  `(f64x2.add (f64x2.mul (local.get $s${i}) (local.get $c)) (local.get $c))`;

/** The module in WebAssembly's text format. `run(n)` makes `n` times `OPERATIONS` operations. */
export const TEXT = `(module (func (export "run") (param $n i32) (result f64)
  ${each((i) => `(local $s${i} v128)`)} (local $c v128)
  ${each((i) => `(local.set $s${i} (f64x2.splat (f64.const ${1 + i / 16})))`)}
  (local.set $c (f64x2.splat (f64.const 0.5)))
  (loop $again
    ${each((i) => `(local.set $s${i} ${next(i)})`)}
    (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
  (f64x2.extract_lane 0 ${sum})))`;
