//! Questions to a session: about a mini-batch, about the outputs of its network, and about a run.

use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::data::sample_list;
use super::lists;
use super::objects::{self, Record, array, conventions_of, list, numbers, position_of};
use super::session::JsSession;
use super::{at_most, count, float, states, thrown, types};
use crate::Subject;
use crate::{GradientCheck, LedgerRow, NoDifference, Norms, Questions, Samples, WrongSample};

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Returns the mean cost of a position's mini-batch after its update, for each of `etas`; `undefined`
    /// where the update cannot be made.
    ///
    /// # Errors
    /// If there is no such position, or an eta is not finite.
    #[wasm_bindgen(js_name = etaCurve)]
    pub fn eta_curve(
        &mut self,
        position: &types::Position,
        etas: &types::Numbers,
    ) -> Result<types::Costs, JsError> {
        let etas = lists::numbers(Subject::Etas, etas)?;
        let costs = self.ask().eta_curve(position_of(position)?, &etas).map_err(thrown)?;
        Ok(array(costs.into_iter().map(objects::number_or_absent)).unchecked_into())
    }

    /// Returns the mean cost of a position's mini-batch after its update with these conventions; `undefined`
    /// if the update cannot be made.
    ///
    /// # Errors
    /// If there is no such position, or a convention is not a boolean.
    #[wasm_bindgen(js_name = costAfter)]
    pub fn cost_after(
        &mut self,
        position: &types::Position,
        conventions: &types::Conventions,
    ) -> Result<Option<f64>, JsError> {
        self.ask().cost_after(position_of(position)?, conventions_of(conventions)?).map_err(thrown)
    }

    /// Compares ∂C/∂w of parameter `index` of the flat list with the slope of the cost between value − h and
    /// value + h. The cost is that of the sample that is shown, or of the mini-batch at its end.
    ///
    /// # Errors
    /// If there is no such position or parameter, or h is not above 0.
    #[wasm_bindgen(js_name = gradientCheck)]
    pub fn gradient_check(
        &mut self,
        position: &types::Position,
        index: types::Number,
        h: types::Number,
    ) -> Result<types::GradientCheck, JsError> {
        let at = position_of(position)?;
        let GradientCheck { value, costs, secant, slope, difference, no_difference } =
            self.ask().gradient_check(at, count(float(index)), float(h)).map_err(thrown)?;
        let why = no_difference.map(|why| match why {
            NoDifference::Rounding => "rounding",
            NoDifference::Overflow => "overflow",
        });
        Ok(Record::new()
            .with("value", value)
            .with("costs", numbers(&costs))
            .with("secant", secant)
            .with("slope", slope)
            .with("difference", difference)
            .with("noDifference", why.map_or(JsValue::UNDEFINED, JsValue::from_str))
            .done())
    }

    /// Returns the relative difference of [`JsSession::gradient_check`] for every parameter, in the order of
    /// the flat list; NaN where there is none.
    ///
    /// # Errors
    /// As [`JsSession::gradient_check`].
    #[wasm_bindgen(js_name = gradientCheckAll)]
    pub fn gradient_check_all(
        &mut self,
        position: &types::Position,
        h: types::Number,
    ) -> Result<Vec<f64>, JsError> {
        let at = position_of(position)?;
        let all = self.ask().gradient_check_all(at, float(h)).map_err(thrown)?;
        Ok(all.into_iter().map(|one| one.difference.unwrap_or(f64::NAN)).collect())
    }

    /// Returns the norms of the gradients of a mini-batch, in each layer from 2 on.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn norms(&mut self, position: &types::Position) -> Result<types::Norms, JsError> {
        let answer = self.ask().norms(position_of(position)?).map_err(thrown)?;
        Ok(norms(&answer).unchecked_into())
    }

    /// Returns the contributions to Σ∇ of parameter `index` of the flat list, of each sample added so far at
    /// a position.
    ///
    /// # Errors
    /// If there is no such position or parameter.
    pub fn ledger(
        &mut self,
        position: &types::Position,
        index: types::Number,
    ) -> Result<types::Ledger, JsError> {
        let at = position_of(position)?;
        let rows = self.ask().ledger(at, count(float(index))).map_err(thrown)?;
        let column = |pick: fn(&LedgerRow) -> f64| numbers(&rows.iter().map(pick).collect::<Vec<_>>());
        let a: Option<Vec<f64>> = rows.iter().map(|row| row.a).collect();
        Ok(Record::new()
            .with("a", a.map_or(JsValue::UNDEFINED, |a| numbers(&a)))
            .with("delta", column(|entry| entry.delta))
            .with("nabla", column(|entry| entry.nabla))
            .with("sum", column(|entry| entry.sum))
            .done())
    }

    /// Returns the activations over the plane of two inputs, at the centres of `side` × `side` squares: a
    /// picture for each output, or for every neuron from layer 2 on.
    ///
    /// # Errors
    /// If there is no such position, there are not two inputs, or the side is too big.
    pub fn map(
        &mut self,
        position: &types::Position,
        side: types::Number,
        every: bool,
    ) -> Result<types::DecisionMap, JsError> {
        let map = self.ask().map(position_of(position)?, count(float(side)), every).map_err(thrown)?;
        Ok(Record::new()
            .with("side", map.side as f64)
            .with("from", list(map.from.into_iter()))
            .with("to", list(map.to.into_iter()))
            .with("starts", list(map.starts.iter().map(|start| *start as f64)))
            .with("a", numbers(&map.a))
            .done())
    }

    /// Returns at most `most` of the training samples, evenly spaced.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn samples(
        &self,
        position: &types::Position,
        most: types::Number,
    ) -> Result<types::SampleList, JsError> {
        let samples = &self.0.settings_at(position_of(position)?).map_err(thrown)?.samples;
        let most = at_most(Subject::Samples, most)?;
        let every = samples.count().div_ceil(most.max(1));
        Ok(sample_list(samples, (0..samples.count()).step_by(every).take(most)))
    }

    /// Returns the predicted classes of the evaluation samples of each class, and the first `most` that are
    /// wrong.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn confusion(
        &mut self,
        position: &types::Position,
        most: types::Number,
    ) -> Result<types::Confusion, JsError> {
        let at = position_of(position)?;
        let confusion = self.ask().confusion(at, at_most(Subject::Samples, most)?).map_err(thrown)?;
        let samples = self.0.evaluation_samples(at).map_err(thrown)?;
        let counts: Vec<f64> = confusion.counts.iter().map(|count| *count as f64).collect();
        let wrong = array(confusion.wrong.iter().map(|wrong| wrong_sample(wrong, samples)));
        Ok(Record::new()
            .with("classes", confusion.classes as f64)
            .with("counts", numbers(&counts))
            .with("wrong", wrong)
            .done())
    }

    /// Returns a^L for an input x.
    ///
    /// # Errors
    /// If there is no such position, or x does not fit.
    pub fn answer(&mut self, position: &types::Position, x: &types::Numbers) -> Result<Vec<f64>, JsError> {
        let x = lists::numbers(Subject::Xs, x)?;
        self.ask().answer(position_of(position)?, &x).map_err(thrown)
    }

    /// Returns the norms of the gradients of at most `most` completed mini-batches, evenly spaced.
    ///
    /// # Errors
    /// If the number is not an integer.
    #[wasm_bindgen(js_name = normHistory)]
    pub fn norm_history(&mut self, most: types::Number) -> Result<types::NormHistory, JsError> {
        let history = self.ask().norm_history(at_most(Subject::MiniBatches, most)?);
        Ok(array(history.iter().map(norms)).unchecked_into())
    }

    /// Returns the settings and the results after the last completed mini-batch.
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

impl JsSession {
    fn ask(&mut self) -> Questions<'_> {
        Questions::new(&mut self.0)
    }
}

fn norms(norms: &Norms) -> JsValue {
    Record::new()
        .with("index", norms.index as f64)
        .with("nablaW", numbers(&norms.nabla_w))
        .with("delta", numbers(&norms.delta))
        .done()
}

fn wrong_sample(wrong: &WrongSample, samples: &Samples) -> JsValue {
    Record::new()
        .with("sample", wrong.sample as f64)
        .with("x", numbers(&samples.x(wrong.sample)))
        .with("y", numbers(&samples.y(wrong.sample)))
        .with("output", numbers(&wrong.output))
        .done()
}
