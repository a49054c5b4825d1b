//! What a network answers over many inputs.

use alloc::vec::Vec;

use js_sys::{Array, Error as JsError};
use wasm_bindgen::prelude::*;

use super::data::sample_list;
use super::inspect::norms;
use super::objects::{self, Record, numbers, position_of};
use super::session::JsSession;
use super::{count, states, thrown, types};
use crate::{Samples, WrongSample};

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Activations over the plane of two inputs, at the middles of `side` × `side` squares: a picture for each
    /// output, or for every neuron from layer 2 on.
    ///
    /// # Errors
    /// If there is no such position, there are not two inputs, or the side is too big.
    pub fn map(
        &mut self,
        position: &types::Position,
        side: f64,
        every: bool,
    ) -> Result<types::DecisionMap, JsError> {
        let side = count("The side of a map", side)?;
        let map = self.0.map(position_of(position)?, side, every).map_err(thrown)?;
        Ok(Record::new()
            .with("side", map.side as f64)
            .with("from", objects::list(map.from))
            .with("to", objects::list(map.to))
            .with("starts", objects::list(map.starts.iter().map(|start| *start as f64)))
            .with("a", numbers(&map.a))
            .done())
    }

    /// At most `most` of the samples trained on, evenly spaced.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn samples(&self, position: &types::Position, most: f64) -> Result<types::SampleList, JsError> {
        let samples = &self.0.settings_at(position_of(position)?).map_err(thrown)?.samples;
        let every = samples.count().div_ceil(count("The number of samples", most)?.max(1));
        Ok(sample_list(samples, (0..samples.count()).step_by(every)))
    }

    /// How many evaluation samples of each class are taken for each class, and the first `most` wrong ones.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn confusion(&mut self, position: &types::Position, most: f64) -> Result<types::Confusion, JsError> {
        let at = position_of(position)?;
        let confusion = self.0.confusion(at, count("The number of samples", most)?).map_err(thrown)?;
        let samples = self.0.evaluation_samples(at).map_err(thrown)?;
        let counts: Vec<f64> = confusion.counts.iter().map(|count| *count as f64).collect();
        let wrong = confusion.wrong.iter().map(|wrong| wrong_sample(wrong, samples)).collect::<Array>();
        Ok(Record::new()
            .with("classes", confusion.classes as f64)
            .with("counts", numbers(&counts))
            .with("wrong", wrong)
            .done())
    }

    /// a^L for an input x.
    ///
    /// # Errors
    /// If there is no such position, or x does not fit.
    pub fn answer(&mut self, position: &types::Position, x: &[f64]) -> Result<Vec<f64>, JsError> {
        self.0.answer(position_of(position)?, x).map_err(thrown)
    }

    /// A session of its own that begins with the network of a position and has a single sample.
    ///
    /// # Errors
    /// If there is no such position, or x or y do not fit.
    #[wasm_bindgen(js_name = singleSampleSession)]
    pub fn single_sample_session(
        &mut self,
        position: &types::Position,
        x: &[f64],
        y: &[f64],
    ) -> Result<JsSession, JsError> {
        self.0.single_sample_session(position_of(position)?, x, y).map(Self).map_err(thrown)
    }

    /// The same with sample `number`, counted from 1, of the evaluation samples.
    ///
    /// # Errors
    /// If there is no such position or sample.
    #[wasm_bindgen(js_name = evaluationSampleSession)]
    pub fn evaluation_sample_session(
        &mut self,
        position: &types::Position,
        number: f64,
    ) -> Result<JsSession, JsError> {
        let at = position_of(position)?;
        self.0.evaluation_sample_session(at, count("The sample", number)?).map(Self).map_err(thrown)
    }

    /// How big the gradients were in at most `most` of the mini-batches completed so far, evenly spaced.
    ///
    /// # Errors
    /// If the number is not whole.
    #[wasm_bindgen(js_name = normHistory)]
    pub fn norm_history(&mut self, most: f64) -> Result<types::NormHistory, JsError> {
        let history = self.0.norm_history(count("The number of mini-batches", most)?);
        Ok(history.iter().map(norms).collect::<Array>().unchecked_into())
    }

    /// How a run stands after the last completed mini-batch.
    #[wasm_bindgen(js_name = runStatus)]
    pub fn run_status(&self) -> types::RunStatus {
        let now = self.0.run_status();
        let evaluated = now.evaluated.as_ref().map_or(JsValue::UNDEFINED, states::evaluated);
        Record::new()
            .with("samples", now.samples as f64)
            .with("eta", now.eta)
            .with("miniBatchSize", now.mini_batch_size as f64)
            .with("cost", now.cost)
            .with("evaluated", evaluated)
            .done()
    }
}

fn wrong_sample(wrong: &WrongSample, samples: &Samples) -> JsValue {
    Record::new()
        .with("sample", wrong.sample as f64)
        .with("x", numbers(&samples.x(wrong.sample)))
        .with("y", numbers(&samples.y(wrong.sample)))
        .with("output", numbers(&wrong.output))
        .done()
}
