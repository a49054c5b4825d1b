//! The update of weights and biases: w ← w − η/m Σ∇w, and the same for biases.
//!
//! Σ∇ is divided by m, then multiplied by η, then subtracted. The steps show this order, and the bits depend
//! on it.

use crate::learn::conventions::Conventions;
use crate::learn::parameters::Parameters;

/// Σ∇ ÷ m, for every weight and bias; `divisor` is m, or 1 where sums are not divided.
pub(crate) fn mean(sum: &Parameters, divisor: f64, mean: &mut Parameters) {
    for (mean, sum) in mean.values_mut().iter_mut().zip(sum.values()) {
        *mean = sum / divisor;
    }
}

/// −η times the mean, for every weight and bias: the step, which the update adds.
pub(crate) fn step(mean: &Parameters, eta: f64, step: &mut Parameters) {
    for (step, mean) in step.values_mut().iter_mut().zip(mean.values()) {
        *step = -eta * mean;
    }
}

/// What training on a mini-batch returns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trained {
    /// Σ C over its samples, before the update.
    pub(crate) cost: f64,
    /// The sum of the new parameters. It is finite only if all of them are, so that one test replaces many.
    pub(crate) parameter_sum: f64,
}

/// The update rule of one mini-batch, with its η and its divisor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UpdateRule {
    pub(crate) conventions: Conventions,
    /// m, or 1 where sums are not divided.
    pub(crate) divisor: f64,
    pub(crate) eta: f64,
}

impl UpdateRule {
    /// The rule for a mini-batch of `m` samples.
    pub(crate) fn new(conventions: Conventions, m: usize, eta: f64) -> Self {
        Self { conventions, divisor: conventions.divisor(m), eta }
    }

    /// Returns the new value of a weight or bias.
    pub(crate) fn updated(self, old: f64, sum: f64) -> f64 {
        old - self.eta * (sum / self.divisor)
    }

    /// Writes the updated parameters of a network to `next`. Returns the sum of those that are trained, which
    /// is finite only if all of them are.
    pub(crate) fn update(self, network: &Parameters, sum: &Parameters, next: &mut Parameters) -> f64 {
        let mut total = 0.0;
        next.values_mut().copy_from_slice(network.values());
        for l in 2..=network.sizes().layers() {
            let at = self.conventions.trained(network.sizes(), l);
            for (next, sum) in next.values_mut()[at.clone()].iter_mut().zip(&sum.values()[at]) {
                *next = self.updated(*next, *sum);
                total += *next;
            }
        }
        total
    }
}
