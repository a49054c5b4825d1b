//! Layer 2 for inputs most of which are 0, as of images, truth tables and one-hot codes. Inputs that are 0
//! are left out, which changes no bit; see [`crate::learn::fast::rows`].
//!
//! The weights of layer 2 are stored by input here, from one mini-batch to the next. Meanwhile those in the
//! flat list are out of date, until [`Sparse::settle`] copies them back.

use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::learn::fast::nonzeros::NonZeros;
use crate::learn::fast::rows::{Rows, WIDTH};
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;
use crate::learn::update::UpdateRule;

/// The greatest share of products for which this way is the quicker one: those with inputs that are not 0,
/// the neurons that fill up [`WIDTH`] included, among all. Measured: 0.6 at 784-30-10, 0.5 at 64-8-4.
const MOST: f64 = 0.5;
/// The fewest inputs and neurons of layer 2 for which it is.
const LEAST: [usize; 2] = [32, 8];
/// Copying the weights to and fro takes as long as it saves with so many samples.
const WORTHWHILE: usize = 8;

/// The weights of layer 2 by input, and the inputs of a part of a mini-batch.
#[derive(Debug, Clone)]
pub(crate) struct Sparse {
    rows: Vec<Rows>,
    inputs: usize,
    /// How many weights there are.
    weights: usize,
    lists: NonZeros,
    /// Whether the weights are here.
    resident: bool,
    /// Samples trained with since the weights were copied back last.
    trained: usize,
}

impl Sparse {
    /// None for networks that are too small.
    pub(crate) fn new(sizes: &Sizes) -> Option<Self> {
        let (inputs, n) = (sizes.inputs(), sizes.neurons(2));
        if inputs < LEAST[0] || n < LEAST[1] {
            return None;
        }
        let rows = (0..n).step_by(WIDTH).map(Rows::new).collect();
        Some(Self {
            rows,
            inputs,
            weights: inputs * n,
            lists: NonZeros::new(inputs),
            resident: false,
            trained: 0,
        })
    }

    /// Whether the weights are here.
    pub(crate) fn is_resident(&self) -> bool {
        self.resident
    }

    /// Whether this way is the quicker one to train on `m` more samples, and gives the same bits. With η
    /// below 0 it does not: there the update makes +0 of a weight that is −0.
    pub(crate) fn pays(&mut self, samples: &Samples, m: usize, eta: f64) -> bool {
        self.trained = self.trained.saturating_add(m);
        self.trained >= WORTHWHILE && !eta.is_sign_negative() && self.is_sparse(samples)
    }

    /// Whether this way is the quicker one for a^L of these samples.
    pub(crate) fn pays_to_answer(&self, samples: &Samples) -> bool {
        samples.count() >= WORTHWHILE && self.is_sparse(samples)
    }

    fn is_sparse(&self, samples: &Samples) -> bool {
        samples.nonzeros() * (self.rows.len() * WIDTH) as f64 <= MOST * self.weights as f64
    }

    /// Copies the weights in, if they are not here.
    pub(crate) fn pack(&mut self, network: &Parameters) {
        if !self.resident {
            let (w, inputs) = (network.weights(2), self.inputs);
            for rows in &mut self.rows {
                rows.pack(w, inputs);
            }
            self.resident = true;
        }
    }

    /// The same, for training: from now on those of the network are out of date.
    pub(crate) fn take(&mut self, network: &mut Parameters) {
        if !self.resident {
            self.pack(network);
            // So that a test fails if something reads them.
            if cfg!(debug_assertions) {
                network.weights_mut(2).fill(1e300);
            }
        }
    }

    /// Copies the weights back.
    pub(crate) fn give_back(&mut self, network: &mut Parameters) {
        let w = network.weights_mut(2);
        for rows in &mut self.rows {
            rows.unpack(w);
        }
        self.resident = false;
    }

    /// Copies the weights back, if they are here, because training ends.
    pub(crate) fn settle(&mut self, network: &mut Parameters) {
        if self.resident {
            self.give_back(network);
        }
        self.trained = 0;
    }

    /// Forgets the weights.
    pub(crate) fn forget(&mut self) {
        self.resident = false;
    }

    /// Lists the inputs of a part of a mini-batch.
    pub(crate) fn load(&mut self, samples: &Samples, which: impl Iterator<Item = usize>) {
        self.lists.load(samples, which);
    }

    /// Computes z^2 of the m samples loaded. Shape of `z`: by neurons.
    pub(crate) fn weigh(&self, b: &[f64], m: usize, z: &mut [f64]) {
        for rows in &self.rows {
            rows.weigh(&self.lists, b, m, z);
        }
    }

    /// Adds the gradients of the m samples loaded to Σ∇. Shape of `delta`: by neurons.
    pub(crate) fn add_nablas(&mut self, delta: &[f64], m: usize) {
        self.lists.touch();
        for rows in &mut self.rows {
            rows.load_delta(delta, m);
            rows.add_nablas(&self.lists);
        }
    }

    /// Updates the weights with Σ∇. Returns a number that is finite only if all new weights are.
    pub(crate) fn update(&mut self, rule: UpdateRule) -> f64 {
        self.lists.list_touched();
        let touched = self.lists.touched();
        let mut total = 0.0;
        for rows in &mut self.rows {
            total += rows.update(touched, rule);
        }
        total
    }

    /// Takes back the last update.
    pub(crate) fn take_back(&mut self) {
        for rows in &mut self.rows {
            rows.take_back(self.lists.touched());
        }
    }
}
