//! Edits, undo and redo, and sessions from a journal.

use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::lists::{numbers, numbers_in};
use super::objects::{self, conventions_of, get, number, position_of, refused};
use super::session::JsSession;
use super::{count, exact, float, integer, sizes, thrown, types, whole};
use crate::Subject;
use crate::{Edit, Example, MAX_INDEX, MAX_LAYERS, Position};

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Makes a session from a journal.
    ///
    /// # Errors
    /// If it is not a journal.
    pub fn replay(journal: &types::Numbers) -> Result<JsSession, JsError> {
        let journal = numbers(Subject::Journal, journal)?;
        crate::Session::replay(&journal, None).map(Self).map_err(thrown)
    }

    /// How many more mini-batches were completed once: in the session from which this one was replayed, or
    /// before an undo or redo whose results did not fit into the memory for that.
    #[wasm_bindgen(getter)]
    pub fn unfinished(&self) -> f64 {
        self.0.unfinished() as f64
    }

    /// Makes an edit at a position, and returns the position of the same kind of step after it.
    ///
    /// # Errors
    /// If the edit does not fit; then nothing is changed.
    pub fn edit(
        &mut self,
        position: &types::Position,
        edit: &types::Edit,
        continues: bool,
    ) -> Result<types::Position, JsError> {
        let at = position_of(position)?;
        let after = match change_of(edit)? {
            Change::Edit(edit) => self.0.edit(at, edit, continues),
            Change::Seed(seed) => self.0.restart_with_seed(at, seed, continues).map(|()| Position::ORIGIN),
            Change::Example(example) => {
                self.0.restart_with_example(at, example, continues).map(|()| Position::ORIGIN)
            }
        };
        after.map(objects::position).map_err(thrown)
    }

    /// Undoes the last edit, and returns the position at which it was made; `undefined` if there is none.
    /// Redo leads back to the given position.
    ///
    /// # Errors
    /// If a number of the position is not an integer.
    pub fn undo(&mut self, position: &types::Position) -> Result<Option<types::Position>, JsError> {
        Ok(self.0.undo(position_of(position)?).map(objects::position))
    }

    /// Repeats the edit that was undone last, and returns the position it led to; `undefined` if there is
    /// none.
    ///
    /// # Errors
    /// If a number of the position is not an integer.
    pub fn redo(&mut self, position: &types::Position) -> Result<Option<types::Position>, JsError> {
        Ok(self.0.redo(position_of(position)?).map(objects::position))
    }

    /// Returns what undo and redo lead to as a list of numbers, for [`JsSession::restore_history`].
    #[wasm_bindgen(js_name = history)]
    pub fn history_numbers(&self) -> Vec<f64> {
        self.0.history_numbers()
    }

    /// Takes the history of undo and redo from a list of [`JsSession::history_numbers`].
    ///
    /// # Errors
    /// If it is not such a list; then nothing is changed.
    #[wasm_bindgen(js_name = restoreHistory)]
    pub fn restore_history(&mut self, list: &types::Numbers) -> Result<(), JsError> {
        let list = numbers(Subject::History, list)?;
        self.0.restore_history(&list).map_err(thrown)
    }

    /// Returns about how many multiplications it takes to complete the first `count` mini-batches, and the
    /// longest of them.
    ///
    /// # Errors
    /// If the number is too large.
    #[wasm_bindgen(js_name = workUntil)]
    pub fn work_until(&self, count: types::Number) -> Result<Vec<f64>, JsError> {
        let count = whole(Subject::MiniBatches, 0, MAX_INDEX, float(count))?;
        Ok(<[f64; 2]>::from(self.0.work_until(count)).to_vec())
    }

    /// Opens what another session has in place of this one, and frees that. Undo leads back to what was open
    /// before, at the position.
    ///
    /// # Errors
    /// If there is no such position; then nothing is changed.
    #[wasm_bindgen(js_name = openSession)]
    pub fn open_session(&mut self, position: &types::Position, other: JsSession) -> Result<(), JsError> {
        self.0.open_session(position_of(position)?, other.0).map_err(thrown)
    }
}

/// What the page calls an edit: one of the core's edits, or a restart.
enum Change {
    Edit(Edit),
    Seed(u64),
    Example(Example),
}

/// Returns a change from its plain object. The error names a property that is missing or has another type.
fn change_of(object: &types::Edit) -> Result<Change, JsError> {
    let kind = get(object, "kind").as_string().unwrap_or_default();
    let value = || number(object, "value");
    let index = |key: &'static str| number(object, key).map(count);
    Ok(Change::Edit(match kind.as_str() {
        "eta" => Edit::Eta(value()?),
        "miniBatchSize" => Edit::MiniBatchSize(count(value()?)),
        "sizes" => {
            let sizes = sizes(&numbers_in(object, "sizes")?)?;
            let kept_layers = numbers_in(object, "keptLayers")?.into_iter().map(kept_layer);
            Edit::Sizes { sizes, kept_layers: kept_layers.collect::<Result<_, _>>()? }
        }
        "weight" => {
            Edit::Weight { layer: index("layer")?, to: index("to")?, from: index("from")?, value: value()? }
        }
        "bias" => Edit::Bias { layer: index("layer")?, neuron: index("neuron")?, value: value()? },
        "parameters" => Edit::Parameters(numbers_in(object, "values")?),
        "input" => Edit::Input { sample: index("sample")?, index: index("index")?, value: value()? },
        "target" => Edit::Target { sample: index("sample")?, index: index("index")?, value: value()? },
        "conventions" => Edit::Conventions(conventions_of(object)?),
        "seed" => return Ok(Change::Seed(integer(Subject::Seed, value()?)?)),
        "example" => {
            let name = get(object, "name").as_string().unwrap_or_default();
            return Ok(Change::Example(Example::named(&name).ok_or_else(|| refused("name"))?));
        }
        _ => return Err(refused("kind")),
    }))
}

/// Returns a kept layer: its index, or none for −1.
fn kept_layer(number: f64) -> Result<Option<usize>, JsError> {
    if number == -1.0 {
        return Ok(None);
    }
    let index = exact(number, MAX_LAYERS as u64 - 1).ok_or_else(|| refused("keptLayers"))?;
    Ok(Some(index as usize))
}
