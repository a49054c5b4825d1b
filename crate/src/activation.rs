//! The sigmoid and its slope, right for every z and with the same bits on every target.

use crate::exponential::decay;

/// σ(z) = 1 / (1 + e^−z), between 0 and 1.
///
/// For z < 0 it is computed as e^z / (1 + e^z): the same function, without the overflow of e^−z, so
/// small activations keep all their digits. The exponential is [`decay`], because the platform's
/// differs in the last bit between systems. Book: chapter 1, equation (3).
#[inline]
#[must_use]
pub fn sigmoid(z: f64) -> f64 {
    sigmoid_from(z, decay(z))
}

/// σ'(z) = σ(z)(1 − σ(z)), between 0 and ¼.
///
/// Computed as e / (1 + e)² with e = e^−|z|: the subtraction 1 − σ(z) would lose every digit from
/// about z = 37 on, while this stays true down to the smallest numbers there are.
#[inline]
#[must_use]
pub fn sigmoid_prime(z: f64) -> f64 {
    slope_from(decay(z))
}

/// σ(z) and σ'(z), with one exponential for both.
#[inline]
pub(crate) fn sigmoid_and_prime(z: f64) -> (f64, f64) {
    let e = decay(z);
    (sigmoid_from(z, e), slope_from(e))
}

#[inline]
fn sigmoid_from(z: f64, e: f64) -> f64 {
    (if z >= 0.0 { 1.0 } else { e }) / (1.0 + e)
}

#[inline]
fn slope_from(e: f64) -> f64 {
    e / ((1.0 + e) * (1.0 + e))
}
