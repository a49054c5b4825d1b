//! `Session`: what the small core can do too.

use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

#[cfg(not(feature = "full"))]
use super::objects::array;
use super::objects::{self, Record, position_of};
use super::{LEAST_WORK, MAX_WORK, float, integer, refusal::refusal, states, thrown, types, whole};
#[cfg(not(feature = "full"))]
use crate::Questions;
use crate::{Example, GeneratedKind, MAX_INDEX, Origin, Settings, Start, StepUnit, Subject};

/// Milliseconds from which on the number of mini-batches must be a limit.
const LONG: f64 = 10_000.0;

/// A network, its data, its settings and its journal, at any position in time.
#[wasm_bindgen(js_name = Session)]
#[derive(Debug)]
pub struct JsSession(pub(super) crate::Session);

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Opens an example by name, with its own seed or another.
    ///
    /// # Errors
    /// If there is no example of that name, or the seed is not valid.
    pub fn open(example: &str, seed: Option<types::Number>) -> Result<JsSession, JsError> {
        let example = Example::named(example)
            .ok_or_else(|| refusal("noExample", "There is no example of that name."))?;
        let seed = seed.map(|seed| integer(Subject::Seed, float(seed))).transpose()?;
        crate::Session::open(example, seed).map(Self).map_err(thrown)
    }

    /// Returns everything that is known at a position.
    ///
    /// # Errors
    /// If there is no such position, or an update before it cannot be made.
    #[wasm_bindgen(js_name = stateAt)]
    pub fn state_at(&mut self, position: &types::Position) -> Result<types::State, JsError> {
        self.0.state_at(position_of(position)?).map(|state| states::state(&state)).map_err(thrown)
    }

    /// Returns the position that a move of one `unit` leads to, forward (`by` = 1) or backward (`by` = −1);
    /// `undefined` before the first position.
    ///
    /// # Errors
    /// If there is no such position or unit, or `by` is another number.
    pub fn neighbour(
        &self,
        position: &types::Position,
        #[wasm_bindgen(unchecked_param_type = "import('../src/protocol/position.js').StepUnit")] unit: &str,
        by: types::Number,
    ) -> Result<Option<types::Position>, JsError> {
        let from = position_of(position)?;
        let unit = match unit {
            "step" => StepUnit::Step,
            "sample" => StepUnit::Sample,
            "miniBatch" => StepUnit::MiniBatch,
            "epoch" => StepUnit::Epoch,
            _ => {
                return Err(refusal("moveUnit", "A move goes by step, sample, miniBatch or epoch."));
            }
        };
        let by = float(by);
        // The page only asks for these.
        if cfg!(feature = "full") && by.abs() != 1.0 {
            return Err(refusal("moveBy", "A move goes by 1 or by -1."));
        }
        let to = self.0.neighbour(from, unit, by > 0.0).map_err(thrown)?;
        Ok(to.map(objects::position))
    }

    /// Returns the position of the update of mini-batch `index`, counted from the start of the session.
    ///
    /// # Errors
    /// If the number is too large.
    #[wasm_bindgen(js_name = positionOf)]
    pub fn position_of(&self, index: types::Number) -> Result<types::Position, JsError> {
        self.0
            .position_of(whole(Subject::MiniBatch, 0, MAX_INDEX - 1, float(index))?)
            .map(objects::position)
            .map_err(thrown)
    }

    /// Returns the number of a position's mini-batch, counted from the start of the session.
    ///
    /// # Errors
    /// If there is no such position.
    #[wasm_bindgen(js_name = indexOf)]
    pub fn index_of(&self, position: &types::Position) -> Result<f64, JsError> {
        self.0.index_of(position_of(position)?).map(|index| index as f64).map_err(thrown)
    }

    /// Completes up to `count` more mini-batches, for about so many milliseconds. Returns how many were
    /// completed.
    ///
    /// # Errors
    /// If an update cannot be made; the mini-batches before it are completed. If neither number is a limit:
    /// in more than 10 s there can be as many mini-batches as take some minutes.
    pub fn advance(&mut self, count: types::Number, milliseconds: types::Number) -> Result<f64, JsError> {
        // Reading the clock crosses the seam, so it is read only after so much work, which takes about 0.1
        // ms.
        const BETWEEN_LOOKS: u64 = 100_000;
        let between = BETWEEN_LOOKS / self.0.work();
        let what = Subject::MiniBatches;
        let (count, milliseconds) = (integer(what, float(count))?, float(milliseconds));
        // The page asks for short times, and only it calls the small core.
        if cfg!(feature = "full") && milliseconds > LONG {
            whole(what, 0, MAX_WORK / self.0.work().max(LEAST_WORK), count as f64)?;
        }
        let now = clock();
        let end = now() + milliseconds;
        let mut since_look = 0;
        let go_on = || {
            since_look += 1;
            if since_look < between {
                return true;
            }
            since_look = 0;
            now() < end
        };
        self.0.advance(count, go_on).map(|done| done as f64).map_err(thrown)
    }

    /// Returns the costs, the evaluations and the edits so far.
    pub fn timeline(&self) -> types::Timeline {
        states::timeline(&self.0.timeline())
    }

    /// Returns the session as a list of numbers, for [`JsSession::replay`].
    #[wasm_bindgen(js_name = journal)]
    pub fn journal_numbers(&self) -> Vec<f64> {
        self.0.journal_numbers()
    }

    /// Returns the data at a position: its origin, and how many samples it has.
    ///
    /// # Errors
    /// If there is no such position.
    #[wasm_bindgen(js_name = dataAt)]
    pub fn data_at(&self, position: &types::Position) -> Result<types::DataAt, JsError> {
        let now = self.0.settings_at(position_of(position)?).map_err(thrown)?;
        Ok(data_at(self.0.beginning(), now))
    }

    /// Number of completed mini-batches.
    #[wasm_bindgen(getter)]
    pub fn completed(&self) -> f64 {
        self.0.completed() as f64
    }

    /// Whether there is an edit to undo.
    #[wasm_bindgen(getter, js_name = canUndo)]
    pub fn can_undo(&self) -> bool {
        self.0.can_undo()
    }

    /// Whether there is an edit to redo.
    #[wasm_bindgen(getter, js_name = canRedo)]
    pub fn can_redo(&self) -> bool {
        self.0.can_redo()
    }
}

#[cfg(not(feature = "full"))]
#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Returns the mean cost of a position's mini-batch after its update, for each of `etas`; `undefined`
    /// where the update cannot be made.
    ///
    /// # Errors
    /// If there is no such position, or an eta is not finite.
    #[wasm_bindgen(js_name = etaCurve)]
    pub fn eta_curve(&mut self, position: &types::Position, etas: &[f64]) -> Result<types::Costs, JsError> {
        let costs = Questions::new(&mut self.0).eta_curve(position_of(position)?, etas).map_err(thrown)?;
        Ok(array(costs.into_iter().map(objects::number_or_absent)).unchecked_into())
    }
}

/// Returns a clock in milliseconds that always goes forward.
#[cfg(feature = "full")]
fn clock() -> impl Fn() -> f64 {
    let clock = js_sys::global().unchecked_into::<web_sys::WorkerGlobalScope>().performance();
    move || clock.as_ref().map_or(0.0, web_sys::Performance::now)
}

/// Returns the clock of the system in milliseconds. It can be set meanwhile, but takes less code.
#[cfg(not(feature = "full"))]
fn clock() -> impl Fn() -> f64 {
    js_sys::Date::now
}

/// Returns the description of a session's data.
fn data_at(start: &Start, now: &Settings) -> types::DataAt {
    let record = Record::new()
        .with("fingerprint", start.data.fingerprint() as f64)
        .with("numbers", start.data.numbers().map_or(f64::INFINITY, |numbers| numbers as f64))
        .with("count", now.samples.count() as f64)
        .with("test", now.test.as_ref().map_or(0.0, |test| test.count() as f64))
        .with("evaluates", start.evaluates);
    match start.origin {
        Origin::Example(example) => record.with("example", example.name()),
        // The small core opens examples only and needs no code for this.
        Origin::Generated(set) if cfg!(feature = "full") => {
            let kind = GeneratedKind::ALL.iter().position(|kind| *kind == set.kind).unwrap_or_default();
            let set = Record::new()
                .with("kind", kind as f64)
                .with("rule", f64::from(set.rule))
                .with("count", set.count as f64)
                .with("noise", set.noise)
                .with("seed", set.seed as f64);
            record.with("generated", set.done::<JsValue>())
        }
        Origin::Generated(_) | Origin::Given => record,
    }
    .done()
}
