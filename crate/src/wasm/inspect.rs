//! Questions about a mini-batch, for the page's inspectors.

use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::objects::{Record, conventions_of, numbers, position_of};
use super::session::JsSession;
use super::{count, thrown, types};
use crate::{GradientCheck, Norms};

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// The mean cost of a position's mini-batch after its update, if these conventions were in force in it;
    /// `undefined` where the update could not be made.
    ///
    /// # Errors
    /// If there is no such position, or a convention is not a boolean.
    #[wasm_bindgen(js_name = costAfter)]
    pub fn cost_after(
        &mut self,
        position: &types::Position,
        conventions: &types::Conventions,
    ) -> Result<Option<f64>, JsError> {
        self.0.cost_after(position_of(position)?, conventions_of(conventions)?).map_err(thrown)
    }

    /// Nudges parameter `index` of the flat list by ±h, and compares what the cost does with what
    /// backpropagation says: of the sample on the stage, or of the mini-batch at its end.
    ///
    /// # Errors
    /// If there is no such position or parameter, or h is not above 0.
    #[wasm_bindgen(js_name = gradientCheck)]
    pub fn gradient_check(
        &mut self,
        position: &types::Position,
        index: f64,
        h: f64,
    ) -> Result<types::GradientCheck, JsError> {
        let at = position_of(position)?;
        let GradientCheck { value, costs, secant, slope, difference } =
            self.0.gradient_check(at, count("The parameter", index)?, h).map_err(thrown)?;
        Ok(Record::new()
            .with("value", value)
            .with("costs", numbers(&costs))
            .with("secant", secant)
            .with("slope", slope)
            .with("difference", difference)
            .done())
    }

    /// The relative difference that [`JsSession::gradient_check`] finds, for every parameter in the order of the flat list; NaN
    /// where there is none.
    ///
    /// # Errors
    /// As [`JsSession::gradient_check`].
    #[wasm_bindgen(js_name = gradientCheckAll)]
    pub fn gradient_check_all(&mut self, position: &types::Position, h: f64) -> Result<Vec<f64>, JsError> {
        let at = position_of(position)?;
        let all = self.0.gradient_check_all(at, h).map_err(thrown)?;
        Ok(all.into_iter().map(|one| one.difference.unwrap_or(f64::NAN)).collect())
    }

    /// How big the gradients of a mini-batch are in each layer from 2 on.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn norms(&mut self, position: &types::Position) -> Result<types::Norms, JsError> {
        let answer = self.0.norms(position_of(position)?).map_err(thrown)?;
        Ok(norms(&answer).unchecked_into())
    }

    /// What parameter `index` of the flat list got from every sample added to Σ∇ at a position.
    ///
    /// # Errors
    /// If there is no such position or parameter.
    pub fn ledger(&mut self, position: &types::Position, index: f64) -> Result<types::Ledger, JsError> {
        let at = position_of(position)?;
        let rows = self.0.ledger(at, count("The parameter", index)?).map_err(thrown)?;
        let column = |pick: fn(&crate::LedgerRow) -> f64| numbers(&rows.iter().map(pick).collect::<Vec<_>>());
        let a: Option<Vec<f64>> = rows.iter().map(|row| row.a).collect();
        Ok(Record::new()
            .with("a", a.map_or(JsValue::UNDEFINED, |a| numbers(&a)))
            .with("delta", column(|entry| entry.delta))
            .with("nabla", column(|entry| entry.nabla))
            .with("sum", column(|entry| entry.sum))
            .done())
    }
}

pub(super) fn norms(norms: &Norms) -> JsValue {
    Record::new()
        .with("index", norms.index as f64)
        .with("nablaW", numbers(&norms.nabla_w))
        .with("delta", numbers(&norms.delta))
        .done()
}
