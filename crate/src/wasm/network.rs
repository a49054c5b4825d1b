//! `Network`, for programs that use the algorithm without the page.

use alloc::vec::Vec;

use js_sys::{Array, Error as JsError};
use wasm_bindgen::prelude::*;

use super::objects::{Record, numbers};
use super::{integer, sizes, thrown, types};
use crate::{Error, MAX_SAMPLES, Resident, Samples};

/// A feedforward network of sigmoid units. A list of several samples has one after the other.
#[wasm_bindgen(js_name = Network)]
#[derive(Debug)]
pub struct JsNetwork {
    network: crate::Network,
    resident: Option<Resident>,
}

#[wasm_bindgen(js_class = Network)]
impl JsNetwork {
    /// Makes a network with standard-normal weights and biases from a seed.
    ///
    /// # Errors
    /// If the sizes or the seed are not valid.
    #[wasm_bindgen(constructor)]
    pub fn new(layer_sizes: &[f64], seed: f64) -> Result<JsNetwork, JsError> {
        let (sizes, seed) = (sizes(layer_sizes)?, integer("The seed", seed)?);
        let network = crate::Network::new(sizes.as_slice(), seed).map_err(thrown)?;
        Ok(Self { network, resident: None })
    }

    /// Layer sizes, input first.
    #[wasm_bindgen(getter, unchecked_return_type = "number[]")]
    pub fn sizes(&self) -> JsValue {
        let sizes = self.network.sizes().as_slice().iter();
        sizes.map(|n| JsValue::from_f64(*n as f64)).collect::<Array>().into()
    }

    /// All weights and biases: layer by layer, weights row-major `[to][from]`, then biases.
    #[wasm_bindgen(getter)]
    pub fn parameters(&self) -> Vec<f64> {
        self.network.parameters().to_vec()
    }

    /// Replaces all weights and biases. If one is not valid, none is replaced.
    ///
    /// # Errors
    /// If there are too few or too many, or one is not finite.
    #[wasm_bindgen(setter)]
    pub fn set_parameters(&mut self, values: &[f64]) -> Result<(), JsError> {
        self.network.set_parameters(values).map_err(thrown)
    }

    /// Returns a^L for an input x.
    ///
    /// # Errors
    /// If x does not fit.
    pub fn feedforward(&self, x: &[f64]) -> Result<Vec<f64>, JsError> {
        self.network.feedforward(x).map(|a| a.to_vec()).map_err(thrown)
    }

    /// Returns z, a, delta, nablaW and nablaB of one sample. Each is a list with one `Float64Array` for each
    /// layer; index 0 is layer 1, which has an a only.
    ///
    /// # Errors
    /// If x or y do not fit.
    pub fn backprop(&self, x: &[f64], y: &[f64]) -> Result<types::Backprop, JsError> {
        let backprop = self.network.backprop(x, y).map_err(thrown)?;
        let after_input = |lists: Vec<Vec<f64>>| {
            let lists = lists.iter().map(|list| numbers(list));
            [JsValue::UNDEFINED].into_iter().chain(lists).collect::<Array>()
        };
        let vectors =
            |lists: &[ndarray::Array1<f64>]| after_input(lists.iter().map(|v| v.to_vec()).collect());
        let matrices = backprop.nabla_w.iter().map(|matrix| matrix.iter().copied().collect());
        let a = backprop.a.iter().map(|a| numbers(&a.to_vec())).collect::<Array>();
        Ok(Record::new()
            .with("z", vectors(&backprop.z))
            .with("a", a)
            .with("delta", vectors(&backprop.delta))
            .with("nablaW", after_input(matrices.collect()))
            .with("nablaB", vectors(&backprop.nabla_b))
            .done())
    }

    /// Makes one step of gradient descent with m samples: w ← w − eta/m Σ∂C/∂w, biases alike. Returns the
    /// mean cost before it.
    ///
    /// # Errors
    /// If the samples or eta do not fit, or the update would leave a number that is not finite; then nothing
    /// is changed.
    #[wasm_bindgen(js_name = updateMiniBatch)]
    pub fn update_mini_batch(&mut self, xs: &[f64], ys: &[f64], m: f64, eta: f64) -> Result<f64, JsError> {
        let samples = self.samples(xs, ys, m)?;
        self.network.update_mini_batch(&samples, eta).map_err(thrown)
    }

    /// Copies `count` samples in, for [`JsNetwork::train_mini_batches`]. They stay until others are set.
    ///
    /// # Errors
    /// If the samples do not fit; then those set before stay.
    #[wasm_bindgen(js_name = setSamples)]
    pub fn set_samples(&mut self, xs: &[f64], ys: &[f64], count: f64) -> Result<(), JsError> {
        let samples = self.samples(xs, ys, count)?;
        self.resident = Some(Resident::new(&self.network, samples).map_err(thrown)?);
        Ok(())
    }

    /// Trains with `count` mini-batches of m samples each, from number `first` on, counted from 0. The bits
    /// are those of as many calls of `updateMiniBatch`. Mini-batch i has the samples i·m, …, i·m + m − 1 of
    /// those set, counted from 0, and continues with the first after the last. Returns the mean cost of the
    /// last mini-batch, before its update.
    ///
    /// # Errors
    /// If no samples are set, or a number does not fit; then nothing is changed. If an update would leave a
    /// number that is not finite; then the mini-batches before it are done, and the error names it.
    #[wasm_bindgen(js_name = trainMiniBatches)]
    pub fn train_mini_batches(&mut self, first: f64, count: f64, m: f64, eta: f64) -> Result<f64, JsError> {
        let first = integer("The first mini-batch", first)?;
        let count = integer("The number of mini-batches", count)?;
        let m = super::count("The mini-batch size", m)?;
        let no_samples = Error::Samples { max: MAX_SAMPLES, got: 0 };
        let resident = self.resident.as_mut().ok_or_else(|| thrown(no_samples))?;
        resident.train_mini_batches(&mut self.network, first, count, m, eta).map_err(thrown)
    }

    /// Returns the mean of C = ½‖a^L − y‖² over m samples.
    ///
    /// # Errors
    /// If the samples do not fit.
    pub fn cost(&self, xs: &[f64], ys: &[f64], m: f64) -> Result<f64, JsError> {
        self.network.cost(&self.samples(xs, ys, m)?).map_err(thrown)
    }

    /// Returns how many of m samples are classified as their label, an integer from 0: by arg max, the first
    /// of equal ones; a single output is class 1 from 0.5 on.
    ///
    /// # Errors
    /// If the samples do not fit.
    pub fn evaluate(&self, xs: &[f64], labels: &[f64], m: f64) -> Result<f64, JsError> {
        let m = count(m)?;
        if labels.len() != m {
            return Err(thrown(Error::Length { what: "The list of labels", expected: m, got: labels.len() }));
        }
        let inputs = self.network.sizes().inputs();
        if xs.len() != m * inputs {
            let (expected, got) = (m * inputs, xs.len());
            return Err(thrown(Error::Length { what: "The list of inputs x", expected, got }));
        }
        let mut correct = 0.0;
        for (x, label) in xs.chunks_exact(inputs).zip(labels) {
            let output = self.network.feedforward(x).map_err(thrown)?.to_vec();
            if crate::class(&output) as f64 == *label {
                correct += 1.0;
            }
        }
        Ok(correct)
    }

    fn samples(&self, xs: &[f64], ys: &[f64], m: f64) -> Result<Samples, JsError> {
        let sizes = self.network.sizes();
        Samples::new(sizes.inputs(), sizes.outputs(), count(m)?, xs, ys).map_err(thrown)
    }
}

/// Returns a number of samples, which must be within the limits.
fn count(m: f64) -> Result<usize, JsError> {
    let got = super::count("The number of samples", m)?;
    if (1..=MAX_SAMPLES).contains(&got) {
        Ok(got)
    } else {
        Err(thrown(Error::Samples { max: MAX_SAMPLES, got }))
    }
}
