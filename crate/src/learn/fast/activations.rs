//! σ and σ' of many z at once.

use crate::learn::activation::sigmoid_of;
use crate::learn::exponential::exp_neg_abs;

/// Writes a = σ(z) to `a`, and σ'(z) over z.
///
/// Two loops are faster than one: a processor looks only so far ahead, and each exponential is a long chain.
#[inline(never)]
pub(crate) fn activate(z: &mut [f64], a: &mut [f64]) {
    for (a, z) in a.iter_mut().zip(&*z) {
        *a = exp_neg_abs(*z);
    }
    for (a, z) in a.iter_mut().zip(z) {
        (*a, *z) = sigmoid_of(*z, *a);
    }
}
