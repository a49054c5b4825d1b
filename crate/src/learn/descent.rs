//! The update of a mini-batch: w ← w − η/m Σ∇w, biases alike, in buffers that are used again.

use alloc::vec;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::learn::Batch;
use crate::learn::conventions::Conventions;
use crate::learn::parameters::Parameters;
use crate::learn::pass::Pass;
use crate::learn::sizes::Sizes;
use crate::learn::update::UpdateRule;

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

    /// The update with the sums of `m` samples, by [`UpdateRule`].
    ///
    /// # Errors
    /// The place in the flat list of the first parameter that would not be finite; nothing is changed.
    pub(crate) fn update(&mut self, network: &mut Parameters, m: usize, eta: f64) -> Result<(), usize> {
        let rule = UpdateRule::new(self.conventions(), m, eta);
        let parameter_sum = rule.update(network, &self.sum, &mut self.next);
        self.adopt(network, parameter_sum)
    }

    /// Gives the network its new parameters if all of them are finite. Their sum is finite only if they are.
    /// It can overflow even if they are, so if it is not finite, each of them is checked.
    fn adopt(&mut self, network: &mut Parameters, parameter_sum: f64) -> Result<(), usize> {
        if !parameter_sum.is_finite() {
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
        let cost = self.mini_batch_of_many(network, samples, batch, eta);
        self.settle(network);
        cost
    }

    /// The same for one mini-batch of many. Weights may be left in the accelerator. Until
    /// [`Descent::settle`], the network must only be trained further, or evaluated with this `batch`.
    ///
    /// # Errors
    /// As [`Descent::update`].
    pub(crate) fn mini_batch_of_many(
        &mut self,
        network: &mut Parameters,
        samples: &Samples,
        batch: &[u32],
        eta: f64,
    ) -> Result<f64, usize> {
        let rule = UpdateRule::new(self.conventions(), batch.len(), eta);
        let trained = self.batch.train(network, (samples, batch), rule, &mut self.sum, &mut self.next);
        self.adopt(network, trained.parameter_sum)?;
        Ok(trained.cost / batch.len() as f64)
    }

    /// Ends training, so that the network has all its weights again.
    pub(crate) fn settle(&mut self, network: &mut Parameters) {
        self.batch.settle(network);
    }
}
