//! One number for each weight and bias: the parameters of a network, and its gradients alike.

use alloc::vec;
use alloc::vec::Vec;

use ndarray::{ArrayView1, ArrayView2};

use crate::error::{Error, Parameter};
use crate::learn::sizes::Sizes;
use crate::rng::Stream;
use crate::subject::Subject;

/// One number for each weight and bias of a network, in one flat list: layer by layer, weights
/// row-major `[to][from]`, then biases. The weights and biases themselves, ∇, Σ∇, its mean and the
/// steps of an update all have this shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters {
    sizes: Sizes,
    values: Vec<f64>,
}

impl Parameters {
    /// All 0.
    #[must_use]
    pub fn zeros(sizes: Sizes) -> Self {
        let values = vec![0.0; sizes.parameters()];
        Self { sizes, values }
    }

    /// Weights and biases drawn from the standard normal distribution, each a function of
    /// (seed, layer, neuron, input) alone (book: chapter 1, `Network.__init__`).
    #[must_use]
    pub fn normal(sizes: Sizes, seed: u64) -> Self {
        let mut parameters = Self::zeros(sizes);
        for l in 2..=parameters.sizes.layers() {
            for j in 0..parameters.sizes.neurons(l) {
                let mut stream = Stream::start(seed, l, j);
                parameters.biases_mut(l)[j] = stream.normal();
                let inputs = parameters.sizes.neurons(l - 1);
                for weight in &mut parameters.weights_mut(l)[j * inputs..][..inputs] {
                    *weight = stream.normal();
                }
            }
        }
        parameters
    }

    /// The given values, in the order of the flat list.
    ///
    /// # Errors
    /// [`Error::Length`], [`Error::ParameterNotFinite`].
    pub fn from_values(sizes: Sizes, values: &[f64]) -> Result<Self, Error> {
        let mut parameters = Self::zeros(sizes);
        parameters.set(values)?;
        Ok(parameters)
    }

    /// Replaces all values, or none if one is refused.
    ///
    /// # Errors
    /// [`Error::Length`], [`Error::ParameterNotFinite`].
    pub fn set(&mut self, values: &[f64]) -> Result<(), Error> {
        let expected = self.values.len();
        if values.len() != expected {
            return Err(Error::Length { what: Subject::Parameters, expected, got: values.len() });
        }
        if let Some(index) = values.iter().position(|value| !value.is_finite()) {
            return Err(Error::ParameterNotFinite { index });
        }
        self.values.copy_from_slice(values);
        Ok(())
    }

    /// The layer sizes.
    #[must_use]
    pub fn sizes(&self) -> &Sizes {
        &self.sizes
    }

    /// The flat list.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The flat list, to be changed in place.
    pub(crate) fn values_mut(&mut self) -> &mut [f64] {
        &mut self.values
    }

    /// Exchanges all values with those of another list of the same sizes, without copying them.
    pub(crate) fn swap_values(&mut self, other: &mut Self) {
        core::mem::swap(&mut self.values, &mut other.values);
    }

    /// Weights of layer `l` ≥ 2 as a flat list, row-major.
    pub(crate) fn weights(&self, l: usize) -> &[f64] {
        &self.values[self.sizes.weights_at(l)]
    }

    pub(crate) fn weights_mut(&mut self, l: usize) -> &mut [f64] {
        let at = self.sizes.weights_at(l);
        &mut self.values[at]
    }

    /// Biases of layer `l` ≥ 2.
    pub(crate) fn biases(&self, l: usize) -> &[f64] {
        &self.values[self.sizes.biases_at(l)]
    }

    pub(crate) fn biases_mut(&mut self, l: usize) -> &mut [f64] {
        let at = self.sizes.biases_at(l);
        &mut self.values[at]
    }

    /// Weights and biases of layer `l` ≥ 2 at once, to be changed in place.
    pub(crate) fn layer_mut(&mut self, l: usize) -> (&mut [f64], &mut [f64]) {
        let (weights, biases) = (self.sizes.weights_at(l), self.sizes.biases_at(l));
        self.values[weights.start..biases.end].split_at_mut(weights.len())
    }

    /// w^l, shape (n_l, n_(l−1)), for 2 ≤ l ≤ L.
    ///
    /// # Panics
    /// If there is no such layer.
    #[must_use]
    pub fn w(&self, l: usize) -> ArrayView2<'_, f64> {
        let shape = (self.sizes.neurons(l), self.sizes.neurons(l - 1));
        ArrayView2::from_shape(shape, self.weights(l)).expect("a layer's weights fill its matrix")
    }

    /// b^l, shape (n_l), for 2 ≤ l ≤ L.
    ///
    /// # Panics
    /// If there is no such layer.
    #[must_use]
    pub fn b(&self, l: usize) -> ArrayView1<'_, f64> {
        ArrayView1::from(self.biases(l))
    }

    /// Which weight or bias is number `index` of the flat list, which has as many.
    #[must_use]
    pub fn name(&self, index: usize) -> Parameter {
        let mut layer = 2;
        while layer < self.sizes.layers() && index >= self.sizes.biases_at(layer).end {
            layer += 1;
        }
        let (weights, inputs) = (self.sizes.weights_at(layer), self.sizes.neurons(layer - 1));
        if index < weights.end {
            let at = index - weights.start;
            return Parameter::Weight { layer, to: at / inputs + 1, from: at % inputs + 1 };
        }
        Parameter::Bias { layer, neuron: index - weights.end + 1 }
    }
}
