//! The update of a mini-batch: w ← w − η/m Σ∇w, biases alike, in buffers that are used again.

use alloc::vec;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::learn::conventions::Conventions;
use crate::learn::fast::batch::Batch;
use crate::learn::fast::lanes::Pair;
use crate::learn::parameters::Parameters;
use crate::learn::pass::Pass;
use crate::learn::sizes::Sizes;

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

/// How an update is made of Σ∇: divided by m (or by 1, by convention), times η, subtracted. The order is the one the steps show, and part
/// of the promise about bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) conventions: Conventions,
    divisor: f64,
    eta: f64,
}

impl Rule {
    fn new(conventions: Conventions, m: usize, eta: f64) -> Self {
        Self { conventions, divisor: conventions.divisor(m), eta }
    }

    /// The new value of a weight or bias.
    #[inline]
    pub(crate) fn updated(self, old: f64, sum: f64) -> f64 {
        old - self.eta * (sum / self.divisor)
    }

    /// The same for two of them.
    #[inline(always)]
    pub(crate) fn updated_pair(self, old: Pair, sum: Pair) -> Pair {
        old.minus(Pair::both(self.eta).times(sum.over(Pair::both(self.divisor))))
    }

    /// The update of a whole network, from Σ∇ to `next`. Returns a number that is finite if all of `next` are.
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

/// What one mini-batch needs besides the network; made once, then nothing allocates any more.
#[derive(Debug, Clone)]
pub(crate) struct Descent {
    /// One sample at a time, as the steps go.
    pub(crate) pass: Pass,
    /// All samples at once.
    pub(crate) batch: Batch,
    pub(crate) sum: Parameters,
    next: Parameters,
    y: Vec<f64>,
}

impl Descent {
    pub(crate) fn new(sizes: &Sizes) -> Self {
        let sum = Parameters::zeros(sizes.clone());
        let y = vec![0.0; sizes.outputs()];
        Self { pass: Pass::new(sizes), batch: Batch::new(sizes), next: sum.clone(), sum, y }
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

    /// Sample `i` forward and back, its ∇ added to Σ∇. Returns its C.
    pub(crate) fn add(&mut self, network: &Parameters, samples: &Samples, i: usize) -> f64 {
        self.pass.sample(network, (samples, i), &mut self.y, &mut self.sum)
    }

    /// Sample `i` forward. Returns its C.
    pub(crate) fn cost(&mut self, network: &Parameters, samples: &Samples, i: usize) -> f64 {
        self.pass.forward_sample(network, samples, i);
        samples.read_y(i, &mut self.y);
        self.pass.cost(&self.y)
    }

    /// The update with the sums of `m` samples, by [`Rule`].
    ///
    /// # Errors
    /// The place in the flat list of the first parameter that would not be finite; nothing is changed.
    pub(crate) fn update(&mut self, network: &mut Parameters, m: usize, eta: f64) -> Result<(), usize> {
        let rule = Rule::new(self.conventions(), m, eta);
        let finite = rule.update(network, &self.sum, &mut self.next);
        self.adopt(network, finite)
    }

    /// Makes the new parameters those of the network, if all of them are finite. `finite` is a number that is only if
    /// they are; but their sum can be too great although they are.
    fn adopt(&mut self, network: &mut Parameters, finite: f64) -> Result<(), usize> {
        if !finite.is_finite() {
            let broken = self.next.values().iter().position(|value| !value.is_finite());
            broken.map_or(Ok(()), Err)?;
        }
        network.swap_values(&mut self.next);
        Ok(())
    }

    /// A whole mini-batch: the samples of `batch` in that order, then the update. Returns the mean of C
    /// over the mini-batch, before its update. What [`Descent::add`] and [`Descent::update`] would do, to
    /// the same bits.
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
        let rule = Rule::new(self.conventions(), batch.len(), eta);
        let (cost, finite) = self.batch.train(network, (samples, batch), rule, &mut self.sum, &mut self.next);
        self.adopt(network, finite)?;
        Ok(cost / batch.len() as f64)
    }
}
