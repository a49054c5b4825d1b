//! Feedforward and backpropagation for many samples, one after the other: what the small core has in place of
//! the accelerator.

use alloc::vec;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::learn::parameters::Parameters;
use crate::learn::pass::Pass;
use crate::learn::sizes::Sizes;
use crate::learn::update::{Trained, UpdateRule};

/// The values of one sample after the other.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    pass: Pass,
    y: Vec<f64>,
}

impl Batch {
    pub(crate) fn new(sizes: &Sizes) -> Self {
        Self { pass: Pass::new(sizes), y: vec![0.0; sizes.outputs()] }
    }

    /// A whole mini-batch on `network`, the samples `which` in that order, and its update, written to `next`.
    pub(crate) fn train(
        &mut self,
        network: &mut Parameters,
        (samples, which): (&Samples, &[u32]),
        rule: UpdateRule,
        sum: &mut Parameters,
        next: &mut Parameters,
    ) -> Trained {
        self.pass.conventions = rule.conventions;
        sum.values_mut().fill(0.0);
        let mut cost = 0.0;
        for i in which {
            cost += self.pass.sample(network, (samples, *i as usize), &mut self.y, sum);
        }
        Trained { cost, parameter_sum: rule.update(network, sum, next) }
    }

    /// Does nothing: the accelerator has weights to copy back here.
    pub(crate) fn settle(&mut self, _: &mut Parameters) {}

    /// Gives a^L and y of all samples to `each`, in their order.
    pub(crate) fn answer(
        &mut self,
        network: &Parameters,
        samples: &Samples,
        mut each: impl FnMut(&[f64], &[f64]),
    ) {
        for i in 0..samples.count() {
            self.pass.forward_sample(network, samples, i);
            samples.read_y(i, &mut self.y);
            each(self.pass.output(), &self.y);
        }
    }
}
