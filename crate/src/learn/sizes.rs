//! Layer sizes, checked once, when they are made.

use alloc::vec::Vec;
use core::ops::Range;

use crate::error::Error;

/// The most layers of a network, input and output included.
pub const MAX_LAYERS: usize = 8;
/// The most neurons of a layer.
pub const MAX_NEURONS: usize = 1024;
/// The most weights and biases of a network.
pub const MAX_PARAMETERS: usize = 1_000_000;

/// `sizes[0]` inputs, then the neurons of each further layer. Layers are numbered as in the book:
/// layer 1 is the input, layer L the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizes(Vec<usize>);

impl Sizes {
    /// Checks the limits; nothing of the network's own size is allocated before.
    ///
    /// # Errors
    /// [`Error::Layers`], [`Error::Neurons`], [`Error::Parameters`].
    pub fn new(sizes: &[usize]) -> Result<Self, Error> {
        if !(2..=MAX_LAYERS).contains(&sizes.len()) {
            return Err(Error::Layers { max: MAX_LAYERS, got: sizes.len() });
        }
        if let Some(at) = sizes.iter().position(|n| !(1..=MAX_NEURONS).contains(n)) {
            return Err(Error::Neurons { max: MAX_NEURONS, layer: at + 1, got: sizes[at] });
        }
        let sizes = Self(sizes.to_vec());
        if sizes.parameters() > MAX_PARAMETERS {
            return Err(Error::Parameters { max: MAX_PARAMETERS, got: sizes.parameters() });
        }
        Ok(sizes)
    }

    /// L, the number of layers.
    #[must_use]
    pub fn layers(&self) -> usize {
        self.0.len()
    }

    /// Neurons of layer `l`, 1 ≤ l ≤ L.
    #[must_use]
    pub fn neurons(&self, l: usize) -> usize {
        self.0[l - 1]
    }

    /// Neurons of the input layer.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.0[0]
    }

    /// Neurons of the output layer.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.0[self.0.len() - 1]
    }

    /// The sizes as a list, input first.
    #[must_use]
    pub fn as_slice(&self) -> &[usize] {
        &self.0
    }

    /// How many weights and biases a network of these sizes has.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.0.windows(2).map(|pair| pair[1] * (pair[0] + 1)).sum()
    }

    /// Where the weights of layer `l` ≥ 2 are in the flat list of parameters
    /// (layer by layer: weights row-major, then biases).
    #[must_use]
    pub fn weights_at(&self, l: usize) -> Range<usize> {
        let start: usize = self.0[..l - 1].windows(2).map(|pair| pair[1] * (pair[0] + 1)).sum();
        start..start + self.0[l - 1] * self.0[l - 2]
    }

    /// Where the biases of layer `l` ≥ 2 are in the flat list of parameters.
    #[must_use]
    pub fn biases_at(&self, l: usize) -> Range<usize> {
        let start = self.weights_at(l).end;
        start..start + self.0[l - 1]
    }
}
