//! The arithmetic of one layer. Stepping, training and tests all call these functions, so there is
//! one order of additions, and every route gives the same bits. Nothing here allocates.
//!
//! Additions go in ascending order of the index summed over, starting from 0; no fused multiply-add.
//!
//! Matrices are slices here, not ndarray's views. With `ArrayView2` for them the small core was 1.2 % larger,
//! and training of tiny networks by its code took 5 to 8 % longer.

use alloc::vec::Vec;

use crate::learn::activation::{sigmoid, sigmoid_prime};

/// z_j = Σ_k w_jk a_k + b_j. Shapes: `w` n_l × n_(l−1) row-major, `b` and `z` n_l, `a` n_(l−1).
/// Book: chapter 2, equation (25).
pub(crate) fn weighted_input(w: &[f64], b: &[f64], a: &[f64], z: &mut [f64]) {
    for ((z, row), b) in z.iter_mut().zip(w.chunks_exact(a.len())).zip(b) {
        let mut sum = 0.0;
        for (w, a) in row.iter().zip(a) {
            sum += w * a;
        }
        *z = sum + b;
    }
}

/// a_j = σ(z_j).
pub(crate) fn activate(z: &[f64], a: &mut [f64]) {
    for (a, z) in a.iter_mut().zip(z) {
        *a = sigmoid(*z);
    }
}

/// A neuron with a slope σ'(z) below this counts as saturated: a twenty-fifth of the greatest slope there is.
pub const SATURATED: f64 = 0.01;

/// Computes ∂C/∂a_j = a_j − y_j for the quadratic cost (book: `cost_derivative`), times `factor`. The factor
/// is 1, or 2 if the cost is not halved.
pub(crate) fn cost_derivative(a: &[f64], y: &[f64], factor: f64, derivative: &mut [f64]) {
    for ((derivative, a), y) in derivative.iter_mut().zip(a).zip(y) {
        *derivative = factor * (a - y);
    }
}

/// σ'(z_j).
pub(crate) fn slope(z: &[f64], slope: &mut [f64]) {
    for (slope, z) in slope.iter_mut().zip(z) {
        *slope = sigmoid_prime(*z);
    }
}

/// What the next layer's δ carries back: Σ_j w_jk δ_j, for every k. Shapes: `w` n_(l+1) × n_l,
/// `delta` n_(l+1), `carried` n_l.
pub(crate) fn carry_back(w: &[f64], delta: &[f64], carried: &mut [f64]) {
    carried.fill(0.0);
    for (row, delta) in w.chunks_exact(carried.len()).zip(delta) {
        for (carried, w) in carried.iter_mut().zip(row) {
            *carried += w * delta;
        }
    }
}

/// δ_j = error_j · σ'(z_j), where error is a^L − y at the output (BP1) and what was carried back in
/// a hidden layer (BP2).
pub(crate) fn delta(error: &[f64], slope: &[f64], delta: &mut [f64]) {
    for ((delta, error), slope) in delta.iter_mut().zip(error).zip(slope) {
        *delta = error * slope;
    }
}

/// ∂C/∂b_j = δ_j (BP3) and ∂C/∂w_jk = a_k δ_j (BP4). Shapes: `a` n_(l−1), `delta` n_l.
pub(crate) fn nabla(delta: &[f64], a: &[f64], nabla_w: &mut [f64], nabla_b: &mut [f64]) {
    nabla_b.copy_from_slice(delta);
    for (row, delta) in nabla_w.chunks_exact_mut(a.len()).zip(delta) {
        for (nabla, a) in row.iter_mut().zip(a) {
            *nabla = a * delta;
        }
    }
}

/// Σ∇ += ∇, with the ∇ of [`nabla`] never stored: the same products, added in the same order.
pub(crate) fn add_nabla(delta: &[f64], a: &[f64], sum_w: &mut [f64], sum_b: &mut [f64]) {
    for ((row, sum_b), delta) in sum_w.chunks_exact_mut(a.len()).zip(sum_b).zip(delta) {
        *sum_b += delta;
        for (sum, a) in row.iter_mut().zip(a) {
            *sum += a * delta;
        }
    }
}

/// C = `factor` Σ_j (a_j − y_j)² of one sample; `factor` is ½, or 1 if the cost is not halved.
/// Book: chapter 2, equation (26).
pub(crate) fn cost(a: &[f64], y: &[f64], factor: f64) -> f64 {
    let mut sum = 0.0;
    for (a, y) in a.iter().zip(y) {
        sum += (a - y) * (a - y);
    }
    factor * sum
}

/// A sum term by term: every product, and the sum up to and including it. Shapes: one row for each sum.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Terms {
    /// Terms to a row.
    pub count: usize,
    /// The products.
    pub products: Vec<f64>,
    /// The sums so far, in the order in which they are added.
    pub running: Vec<f64>,
}

impl Terms {
    fn row(&mut self, products: impl Iterator<Item = f64>) {
        let mut sum = 0.0;
        self.count = 0;
        for product in products {
            sum += product;
            self.count += 1;
            self.products.push(product);
            self.running.push(sum);
        }
    }
}

/// The sums of [`weighted_input`] term by term, before the bias: row j has w_jk a_k for every k.
pub(crate) fn weighted_terms(w: &[f64], a: &[f64]) -> Terms {
    let mut terms = Terms::default();
    for row in w.chunks_exact(a.len()) {
        terms.row(row.iter().zip(a).map(|(w, a)| w * a));
    }
    terms
}

/// The sum of [`cost`] term by term, before it is halved: one row of (a_j − y_j)².
pub(crate) fn cost_terms(a: &[f64], y: &[f64]) -> Terms {
    let mut terms = Terms::default();
    terms.row(a.iter().zip(y).map(|(a, y)| (a - y) * (a - y)));
    terms
}

/// Which neurons learn next to nothing, because σ' is below [`SATURATED`] at their z.
pub(crate) fn saturated(z: &[f64]) -> Vec<bool> {
    z.iter().map(|z| sigmoid_prime(*z) < SATURATED).collect()
}

/// The sums of [`carry_back`] term by term: row k has w_jk δ_j for every j. `width` is n_l.
pub(crate) fn carried_terms(w: &[f64], delta: &[f64], width: usize) -> Terms {
    let mut terms = Terms::default();
    for k in 0..width {
        terms.row(w.chunks_exact(width).zip(delta).map(|(row, delta)| row[k] * delta));
    }
    terms
}
