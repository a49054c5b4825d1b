//! Where worked examples differ from the book: what is trained, and which factors stand before the sums.

use core::ops::Range;

use crate::learn::sizes::Sizes;

/// The choices in which other people's numbers differ from the book's. [`Conventions::default`] is the book:
/// C = ½ Σ (a − y)², w ← w − η/m Σ ∂C/∂w, biases alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conventions {
    /// Whether an update changes the biases. If not, ∂C/∂b is computed all the same.
    pub train_biases: bool,
    /// Whether C is halved: ½ Σ (a − y)² with ∂C/∂a = a − y, or else Σ (a − y)² with ∂C/∂a = 2 (a − y).
    pub halve_cost: bool,
    /// Whether an update takes the mean of ∂C/∂w over the mini-batch, or else the sum: Σ ÷ m or Σ ÷ 1.
    pub average_gradients: bool,
}

impl Default for Conventions {
    fn default() -> Self {
        Self { train_biases: true, halve_cost: true, average_gradients: true }
    }
}

impl Conventions {
    /// What Σ (a − y)² is multiplied by: ½ or 1.
    pub(crate) fn cost_factor(self) -> f64 {
        if self.halve_cost { 0.5 } else { 1.0 }
    }

    /// What a − y is multiplied by in ∂C/∂a: 1 or 2. Both leave every digit as it is.
    pub(crate) fn error_factor(self) -> f64 {
        if self.halve_cost { 1.0 } else { 2.0 }
    }

    /// What Σ∇ of `m` samples is divided by: m or 1.
    pub(crate) fn divisor(self, m: usize) -> f64 {
        if self.average_gradients { m as f64 } else { 1.0 }
    }

    /// Where in the flat list of parameters an update changes those of layer `l` ≥ 2.
    pub(crate) fn trained(self, sizes: &Sizes, l: usize) -> Range<usize> {
        let weights = sizes.weights_at(l);
        let end = if self.train_biases { sizes.biases_at(l).end } else { weights.end };
        weights.start..end
    }

    /// As one number of a journal: a bit for each choice that is the book's.
    pub(crate) fn bits(self) -> u8 {
        u8::from(self.train_biases) | u8::from(self.halve_cost) << 1 | u8::from(self.average_gradients) << 2
    }

    /// From [`Conventions::bits`], of which the lowest three count.
    pub(crate) fn from_bits(bits: usize) -> Self {
        Self { train_biases: bits & 1 != 0, halve_cost: bits & 2 != 0, average_gradients: bits & 4 != 0 }
    }
}
