/**
 * The most a core of this machine does in WebAssembly's two lanes of 64-bit numbers: multiplications and additions
 * in registers, nothing else.
 *
 * @module
 */

/** Chains beside each other: more than a multiplication and an addition have cycles to wait for, and no more than there are registers for. */
const CHAINS = 12;

export const OPERATIONS = CHAINS * 4;

const each = (/** @type {(i: number) => string} */ text) =>
  Array.from({ length: CHAINS }, (_, i) => text(i)).join(' ');

/** As text, to be assembled. `run(n)` makes `n` times `OPERATIONS` operations. */
export const TEXT = `(module (func (export "run") (param $n i32) (result f64)
  ${each((i) => `(local $s${i} v128)`)} (local $c v128)
  ${each((i) => `(local.set $s${i} (f64x2.splat (f64.const ${1 + i / 16})))`)}
  (local.set $c (f64x2.splat (f64.const 0.5)))
  (loop $again
    ${each((i) => `(local.set $s${i} (f64x2.add (f64x2.mul (local.get $s${i}) (local.get $c)) (local.get $c)))`)}
    (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
  (f64x2.extract_lane 0 ${Array.from({ length: CHAINS }, (_, i) => `(local.get $s${i})`).reduce((sum, s) => `(f64x2.add ${sum} ${s})`)})))`;
