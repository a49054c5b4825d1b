//! `Network`, for programs that use the algorithm without the page.

use alloc::vec::Vec;

use js_sys::{Array, Error as JsError};
use wasm_bindgen::prelude::*;

use super::objects::Record;
use super::{
    LEAST_WORK, MAX_WORK, count, exact, float, integer, lists, objects, sizes, thrown, types, whole,
};
use crate::Subject;
use crate::data::samples::check_count;
use crate::error::finite_list;
use crate::{Error, MAX_INDEX, MAX_SAMPLES, Resident, Samples};

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
    pub fn new(layer_sizes: &types::Numbers, seed: types::Number) -> Result<JsNetwork, JsError> {
        let layer_sizes = lists::numbers(Subject::LayerSizes, layer_sizes)?;
        let (sizes, seed) = (sizes(&layer_sizes)?, integer(Subject::Seed, float(seed))?);
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
    pub fn set_parameters(&mut self, values: &types::Numbers) -> Result<(), JsError> {
        let values = lists::numbers(Subject::Parameters, values)?;
        self.network.set_parameters(&values).map_err(thrown)
    }

    /// Returns a^L for an input x.
    ///
    /// # Errors
    /// If x does not fit, or is so large that an activation is not a number.
    pub fn feedforward(&self, x: &types::Numbers) -> Result<Vec<f64>, JsError> {
        let a = self.network.feedforward(&lists::numbers(Subject::X, x)?).map_err(thrown)?.to_vec();
        not_overflown(Subject::Activation, &a)?;
        Ok(a)
    }

    /// Returns z, a, delta, nablaW and nablaB of one sample. Each is a list with one `Float64Array` for each
    /// layer; index 0 is layer 1, which has an a only.
    ///
    /// # Errors
    /// If x or y do not fit, or are so large that a number of the answer would not be finite.
    pub fn backprop(&self, x: &types::Numbers, y: &types::Numbers) -> Result<types::Backprop, JsError> {
        let (x, y) = (lists::numbers(Subject::X, x)?, lists::numbers(Subject::Y, y)?);
        let backprop = self.network.backprop(&x, &y).map_err(thrown)?;
        for layer in 0..backprop.z.len() {
            let [z, a, delta] = [&backprop.z[layer], &backprop.a[layer + 1], &backprop.delta[layer]];
            not_overflown(Subject::WeightedInput, z)?;
            not_overflown(Subject::Activation, a)?;
            not_overflown(Subject::Delta, delta)?;
            not_overflown(Subject::Gradient, &backprop.nabla_w[layer])?;
        }
        let after_input = |lists: Vec<Vec<f64>>| {
            let lists = lists.iter().map(|list| objects::numbers(list));
            [JsValue::UNDEFINED].into_iter().chain(lists).collect::<Array>()
        };
        let vectors =
            |lists: &[ndarray::Array1<f64>]| after_input(lists.iter().map(|v| v.to_vec()).collect());
        let matrices = backprop.nabla_w.iter().map(|matrix| matrix.iter().copied().collect());
        let a = backprop.a.iter().map(|a| objects::numbers(&a.to_vec())).collect::<Array>();
        Ok(Record::new()
            .with("z", vectors(&backprop.z))
            .with("a", a)
            .with("delta", vectors(&backprop.delta))
            .with("nablaW", after_input(matrices.collect()))
            .with("nablaB", vectors(&backprop.nabla_b))
            .done())
    }

    /// Makes one step of gradient descent with m samples: w ← w − eta/m Σ∂C/∂w, biases alike. Returns the
    /// mean cost before it, Infinity if it is too large for a number.
    ///
    /// # Errors
    /// If the samples or eta do not fit, or the update would leave a number that is not finite; then nothing
    /// is changed.
    #[wasm_bindgen(js_name = updateMiniBatch)]
    pub fn update_mini_batch(
        &mut self,
        xs: &types::Numbers,
        ys: &types::Numbers,
        m: types::Number,
        eta: types::Number,
    ) -> Result<f64, JsError> {
        let samples = self.samples(xs, ys, m)?;
        self.network.update_mini_batch(&samples, float(eta)).map_err(thrown)
    }

    /// Copies `count` samples in, for [`JsNetwork::train_mini_batches`]. They stay until others are set.
    ///
    /// # Errors
    /// If the samples do not fit; then those set before stay.
    #[wasm_bindgen(js_name = setSamples)]
    pub fn set_samples(
        &mut self,
        xs: &types::Numbers,
        ys: &types::Numbers,
        count: types::Number,
    ) -> Result<(), JsError> {
        let samples = self.samples(xs, ys, count)?;
        self.resident = Some(Resident::new(&self.network, samples).map_err(thrown)?);
        Ok(())
    }

    /// Trains with `count` mini-batches of m samples each, from number `first` on, counted from 0. The bits
    /// are those of as many calls of `updateMiniBatch`. Mini-batch i has the samples i·m, …, i·m + m − 1 of
    /// those set, counted from 0, and continues with the first after the last. Returns the mean cost of the
    /// last mini-batch, before its update; Infinity if it is too large for a number.
    ///
    /// # Errors
    /// If no samples are set, or a number does not fit; then nothing is changed. If an update would leave a
    /// number that is not finite; then the mini-batches before it are done, and the error names it.
    #[wasm_bindgen(js_name = trainMiniBatches)]
    pub fn train_mini_batches(
        &mut self,
        first: types::Number,
        count: types::Number,
        m: types::Number,
        eta: types::Number,
    ) -> Result<f64, JsError> {
        // What is not whole is out of every range, so that the core's error names the range.
        let [first, many] = [first, count].map(|number| exact(float(number), MAX_INDEX).unwrap_or(u64::MAX));
        let m = super::count(float(m));
        let work = (self.network.parameters().len() as u64).saturating_mul(m as u64).max(LEAST_WORK);
        let most = MAX_WORK / work;
        if (most + 1..=MAX_INDEX).contains(&many) && m <= MAX_SAMPLES {
            let what = Subject::MiniBatchesOfCall;
            return Err(thrown(Error::OutOfRange { what, least: 1, most }));
        }
        let no_samples = Error::Samples { max: MAX_SAMPLES, got: 0 };
        let resident = self.resident.as_mut().ok_or_else(|| thrown(no_samples))?;
        resident.train_mini_batches(&mut self.network, first, many, m, float(eta)).map_err(thrown)
    }

    /// Returns the mean of C = ½‖a^L − y‖² over m samples.
    ///
    /// # Errors
    /// If the samples do not fit, or are so large that C would not be finite.
    pub fn cost(&self, xs: &types::Numbers, ys: &types::Numbers, m: types::Number) -> Result<f64, JsError> {
        let cost = self.network.cost(&self.samples(xs, ys, m)?).map_err(thrown)?;
        not_overflown(Subject::Cost, &[cost])?;
        Ok(cost)
    }

    /// Returns how many of m samples are classified as their label, an integer from 0: by arg max, the first
    /// of equal ones; a single output is class 1 from 0.5 on.
    ///
    /// # Errors
    /// If the samples do not fit.
    pub fn evaluate(
        &self,
        xs: &types::Numbers,
        labels: &types::Numbers,
        m: types::Number,
    ) -> Result<f64, JsError> {
        let (m, inputs) = (sample_count(m)?, self.network.sizes().inputs());
        let (x, label) = (Subject::Xs, Subject::LabelList);
        let (xs, labels) = (lists::numbers(x, xs)?, lists::numbers(label, labels)?);
        finite_list(label, &labels, m).map_err(thrown)?;
        finite_list(x, &xs, m * inputs).map_err(thrown)?;
        let mut correct = 0.0;
        for (x, label) in xs.chunks_exact(inputs).zip(&labels) {
            let output = self.network.feedforward(x).map_err(thrown)?.to_vec();
            if crate::class(&output) as f64 == *label {
                correct += 1.0;
            }
        }
        Ok(correct)
    }

    fn samples(
        &self,
        xs: &types::Numbers,
        ys: &types::Numbers,
        m: types::Number,
    ) -> Result<Samples, JsError> {
        let (sizes, m) = (self.network.sizes(), sample_count(m)?);
        let (xs, ys) = (lists::numbers(Subject::Xs, xs)?, lists::numbers(Subject::Ys, ys)?);
        Samples::new(sizes.inputs(), sizes.outputs(), m, &xs, &ys).map_err(thrown)
    }
}

/// Refuses an answer with a number that is not finite.
fn not_overflown<'a>(what: Subject, values: impl IntoIterator<Item = &'a f64>) -> Result<(), JsError> {
    let finite = values.into_iter().all(|value| value.is_finite());
    if finite { Ok(()) } else { Err(thrown(Error::Overflow { what })) }
}

/// Returns a number of samples, which must be within the limits.
fn sample_count(m: types::Number) -> Result<usize, JsError> {
    let m = float(m);
    let most = MAX_SAMPLES as u64;
    // The other sentence has the number that was given, so it must be one.
    if exact(m, crate::MAX_SEED).is_none() {
        whole(Subject::Samples, 1, most, m)?;
    }
    let got = count(m);
    check_count(got).map(|()| got).map_err(thrown)
}
