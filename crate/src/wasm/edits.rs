//! Edits, undo and redo, and sessions from a journal.

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::lists::{numbers, numbers_in};
use super::objects::{self, conventions_of, get, number, position_of, refused};
use super::session::JsSession;
use super::{count, exact, integer, sizes, thrown, types};
use crate::{Edit, Example, MAX_LAYERS, Position};

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Makes a session from a journal.
    ///
    /// # Errors
    /// If it is not a journal.
    pub fn replay(journal: &types::Numbers) -> Result<JsSession, JsError> {
        let journal = numbers("A journal", journal)?;
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
        "seed" => return Ok(Change::Seed(integer("The seed", value()?)?)),
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
