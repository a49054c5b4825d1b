//! The sigmoid and its slope, right for every z and with the same bits on every target.

/// σ(z) = 1 / (1 + e^−z), between 0 and 1.
///
/// For z < 0 it is computed as e^z / (1 + e^z): the same function, without the overflow of e^−z, so
/// small activations keep all their digits. `exp` is `libm`'s, compiled in, because the platform's
/// differs in the last bit between systems. Book: chapter 1, equation (3).
#[must_use]
pub fn sigmoid(z: f64) -> f64 {
    if z >= 0.0 {
        1.0 / (1.0 + libm::exp(-z))
    } else {
        let e = libm::exp(z);
        e / (1.0 + e)
    }
}

/// σ'(z) = σ(z)(1 − σ(z)), between 0 and ¼.
///
/// Computed as e / (1 + e)² with e = e^−|z|: the subtraction 1 − σ(z) would lose every digit from
/// about z = 37 on, while this stays true down to the smallest numbers there are.
#[must_use]
pub fn sigmoid_prime(z: f64) -> f64 {
    let e = libm::exp(-z.abs());
    e / ((1.0 + e) * (1.0 + e))
}
