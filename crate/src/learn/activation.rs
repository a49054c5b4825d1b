//! The sigmoid and its slope, right for every z and with the same bits on every target.

use crate::learn::exponential::exp_neg_abs;

/// σ(z) = 1 / (1 + e^−z), between 0 and 1.
///
/// Computed as q or, for z < 0, as e q, with e = e^−|z| and q = 1 / (1 + e): the same function, without the
/// overflow of e^−z, so small activations keep all their digits. The exponential is [`exp_neg_abs`], because
/// the platform's differs in the last bit between systems. Book: chapter 1, equation (3).
#[inline]
#[must_use]
pub fn sigmoid(z: f64) -> f64 {
    sigmoid_and_prime(z).0
}

/// σ'(z) = σ(z)(1 − σ(z)), between 0 and ¼.
///
/// Computed as e q² with e = e^−|z| and q = 1 / (1 + e): the subtraction 1 − σ(z) would lose every digit from
/// about z = 37 on, while this stays true down to the smallest numbers there are.
#[inline]
#[must_use]
pub fn sigmoid_prime(z: f64) -> f64 {
    sigmoid_and_prime(z).1
}

/// σ(z) and σ'(z), with one exponential and one division for both.
#[inline]
fn sigmoid_and_prime(z: f64) -> (f64, f64) {
    sigmoid_of(z, exp_neg_abs(z))
}

/// Returns σ(z) and σ'(z) from z and e = e^−|z|.
#[inline]
pub(crate) fn sigmoid_of(z: f64, e: f64) -> (f64, f64) {
    let q = 1.0 / (1.0 + e);
    ((if z >= 0.0 { 1.0 } else { e }) * q, e * q * q)
}
