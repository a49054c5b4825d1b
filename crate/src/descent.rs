//! The update of a mini-batch: w ← w − η/m Σ∇w, biases alike, in buffers that are used again.

use crate::conventions::Conventions;
use crate::parameters::Parameters;
use crate::pass::Pass;
use crate::samples::Samples;
use crate::sizes::Sizes;

/// Σ∇ ÷ m, for every weight and bias; `divisor` is m, or 1 where sums are not divided.
pub(crate) fn mean(sum: &Parameters, divisor: f64, mean: &mut Parameters) {
    for (mean, sum) in mean.values_mut().iter_mut().zip(sum.values()) {
        *mean = sum / divisor;
    }
}

/// η times the mean, for every weight and bias: what the update subtracts.
pub(crate) fn change(mean: &Parameters, eta: f64, change: &mut Parameters) {
    for (change, mean) in change.values_mut().iter_mut().zip(mean.values()) {
        *change = eta * mean;
    }
}

/// What one mini-batch needs besides the network; made once, then nothing allocates any more.
#[derive(Debug, Clone)]
pub(crate) struct Descent {
    pub(crate) pass: Pass,
    pub(crate) sum: Parameters,
    next: Vec<f64>,
}

impl Descent {
    pub(crate) fn new(sizes: &Sizes) -> Self {
        let sum = Parameters::zeros(sizes.clone());
        Self { pass: Pass::new(sizes), next: sum.values().to_vec(), sum }
    }

    /// The same with other conventions than the book's.
    pub(crate) fn with(sizes: &Sizes, conventions: Conventions) -> Self {
        let mut descent = Self::new(sizes);
        descent.pass.conventions = conventions;
        descent
    }

    pub(crate) fn conventions(&self) -> Conventions {
        self.pass.conventions
    }

    pub(crate) fn sizes(&self) -> &Sizes {
        self.sum.sizes()
    }

    /// Forgets the sums of the mini-batch before.
    pub(crate) fn begin(&mut self) {
        self.sum.values_mut().fill(0.0);
    }

    /// One sample forward and back, its ∇ added to Σ∇. Returns its C.
    pub(crate) fn add(&mut self, network: &Parameters, x: &[f64], y: &[f64]) -> f64 {
        self.pass.forward(network, x);
        self.pass.backward(network, y);
        self.pass.add_nabla(&mut self.sum);
        self.pass.cost(y)
    }

    /// The update with the sums of `m` samples: Σ∇ ÷ m, times η, subtracted. The order is the one the
    /// steps show, and part of the promise about bits.
    ///
    /// # Errors
    /// The place in the flat list of the first parameter that would not be finite; nothing is changed.
    pub(crate) fn update(&mut self, network: &mut Parameters, m: usize, eta: f64) -> Result<(), usize> {
        let conventions = self.conventions();
        let divisor = conventions.divisor(m);
        let mut finite = true;
        self.next.copy_from_slice(network.values());
        for l in 2..=network.sizes().layers() {
            let at = conventions.trained(network.sizes(), l);
            for (next, sum) in self.next[at.clone()].iter_mut().zip(&self.sum.values()[at]) {
                *next -= eta * (sum / divisor);
                finite &= next.is_finite();
            }
        }
        if !finite {
            let at = self.next.iter().position(|value| !value.is_finite());
            return Err(at.expect("one of them is not finite"));
        }
        network.values_mut().copy_from_slice(&self.next);
        Ok(())
    }

    /// A whole mini-batch: the samples of `batch` in that order, then the update. Returns the mean of C
    /// over the mini-batch, before its update.
    ///
    /// # Errors
    /// As [`Descent::update`].
    pub(crate) fn mini_batch(
        &mut self,
        network: &mut Parameters,
        samples: &Samples,
        batch: &[u32],
        eta: f64,
    ) -> Result<f64, usize> {
        self.begin();
        let mut cost = 0.0;
        for sample in batch {
            let i = *sample as usize;
            cost += self.add(network, samples.x(i), samples.y(i));
        }
        self.update(network, batch.len(), eta)?;
        Ok(cost / batch.len() as f64)
    }
}
