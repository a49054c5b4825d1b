//! What a network answers over many inputs, as flat lists that `www/src/worker/survey.js` takes apart.

use alloc::vec;
use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::session::{JsSession, position};
use super::{count, thrown};
use crate::Evaluated;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Least x1, x2 and greatest x1, x2, then a picture of `side` × `side` activations for each output, or for
    /// every neuron from layer 2 on.
    ///
    /// # Errors
    /// If there is no such position, there are not two inputs, or the side is too big.
    pub fn map(
        &mut self,
        epoch: f64,
        mini_batch: f64,
        sample: f64,
        step: f64,
        side: f64,
        every: bool,
    ) -> Result<Vec<f64>, JsError> {
        let at = position(epoch, mini_batch, sample, step)?;
        let map = self.0.map(at, count("The side of a map", side)?, every).map_err(thrown)?;
        let mut list = [map.from, map.to].concat();
        list.extend(map.a);
        Ok(list)
    }

    /// At most `most` of the samples trained on, evenly spaced: x, then y of each.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn samples(
        &self,
        epoch: f64,
        mini_batch: f64,
        sample: f64,
        step: f64,
        most: f64,
    ) -> Result<Vec<f64>, JsError> {
        let at = position(epoch, mini_batch, sample, step)?;
        let samples = &self.0.settings_at(at).map_err(thrown)?.samples;
        let every = samples.count().div_ceil(count("The number of samples", most)?.max(1));
        let mut list = Vec::new();
        for i in (0..samples.count()).step_by(every) {
            list.extend(samples.x(i));
            list.extend(samples.y(i));
        }
        Ok(list)
    }

    /// The number of classes, the number of evaluation samples of each class taken for each class, then of the
    /// first `most` wrong ones: number, x, y, a^L.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn confusion(
        &mut self,
        epoch: f64,
        mini_batch: f64,
        sample: f64,
        step: f64,
        most: f64,
    ) -> Result<Vec<f64>, JsError> {
        let at = position(epoch, mini_batch, sample, step)?;
        let confusion = self.0.confusion(at, count("The number of samples", most)?).map_err(thrown)?;
        let samples = self.0.evaluation_samples(at).map_err(thrown)?;
        let mut list = vec![confusion.classes as f64];
        list.extend(confusion.counts.iter().map(|count| *count as f64));
        for wrong in &confusion.wrong {
            list.push(wrong.sample as f64);
            list.extend(samples.x(wrong.sample));
            list.extend(samples.y(wrong.sample));
            list.extend(&wrong.output);
        }
        Ok(list)
    }

    /// a^L for an input x.
    ///
    /// # Errors
    /// If there is no such position, or x does not fit.
    pub fn answer(
        &mut self,
        epoch: f64,
        mini_batch: f64,
        sample: f64,
        step: f64,
        x: &[f64],
    ) -> Result<Vec<f64>, JsError> {
        self.0.answer(position(epoch, mini_batch, sample, step)?, x).map_err(thrown)
    }

    /// A session of its own that begins with the network of a position and has a single sample.
    ///
    /// # Errors
    /// If there is no such position, or x or y do not fit.
    #[wasm_bindgen(js_name = singleSampleSession)]
    pub fn single_sample_session(
        &mut self,
        epoch: f64,
        mini_batch: f64,
        sample: f64,
        step: f64,
        x: &[f64],
        y: &[f64],
    ) -> Result<JsSession, JsError> {
        self.0
            .single_sample_session(position(epoch, mini_batch, sample, step)?, x, y)
            .map(Self)
            .map_err(thrown)
    }

    /// The same with sample `number`, counted from 1, of the evaluation samples.
    ///
    /// # Errors
    /// If there is no such position or sample.
    #[wasm_bindgen(js_name = evaluationSampleSession)]
    pub fn evaluation_sample_session(
        &mut self,
        epoch: f64,
        mini_batch: f64,
        sample: f64,
        step: f64,
        number: f64,
    ) -> Result<JsSession, JsError> {
        let at = position(epoch, mini_batch, sample, step)?;
        self.0.evaluation_sample_session(at, count("The sample", number)?).map(Self).map_err(thrown)
    }

    /// Of at most `most` of the mini-batches completed so far: number, how many layers have gradients, the norms
    /// of ∂C/∂w, those of delta.
    #[wasm_bindgen(js_name = normHistory)]
    pub fn norm_history(&mut self, most: f64) -> Result<Vec<f64>, JsError> {
        let mut list = Vec::new();
        for norms in self.0.norm_history(count("The number of mini-batches", most)?) {
            list.extend([norms.index as f64, norms.nabla_w.len() as f64]);
            list.extend(norms.nabla_w);
            list.extend(norms.delta);
        }
        Ok(list)
    }

    /// How a run stands: samples gone through, eta, mini-batch size, then as far as they are known the mean cost
    /// of the last mini-batches and the newest evaluation as epoch (from 0), right answers and samples.
    #[wasm_bindgen(js_name = runStatus)]
    pub fn run_status(&self) -> Vec<f64> {
        let now = self.0.run_status();
        let mut list = vec![now.samples as f64, now.eta, now.mini_batch_size as f64];
        list.extend(now.cost);
        if let Some(Evaluated { epoch, evaluation, .. }) = now.evaluated {
            list.extend([epoch as f64, evaluation.correct as f64, evaluation.total as f64]);
        }
        list
    }
}
