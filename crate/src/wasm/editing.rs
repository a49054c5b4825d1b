//! Changes to a session, and sessions from a journal that has changes.

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::session::{JsSession, position};
use super::{objects, thrown};

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// The session a journal describes.
    ///
    /// # Errors
    /// If it is not a journal.
    pub fn replay(journal: &[f64]) -> Result<JsSession, JsError> {
        crate::Session::replay(journal, None).map(Self).map_err(thrown)
    }

    /// Makes an edit at a position and returns the position of the same kind of step after it.
    ///
    /// # Errors
    /// If the edit does not fit; then nothing is changed.
    #[wasm_bindgen(unchecked_return_type = "import('../src/protocol/messages.js').Position")]
    pub fn edit(
        &mut self,
        epoch: f64,
        mini_batch: f64,
        sample: f64,
        step: f64,
        #[wasm_bindgen(unchecked_param_type = "import('../src/protocol/messages.js').Edit")] edit: &JsValue,
        continues: bool,
    ) -> Result<JsValue, JsError> {
        let (at, edit) = (position(epoch, mini_batch, sample, step)?, objects::edit(edit)?);
        self.0.edit(at, edit, continues).map(objects::position).map_err(thrown)
    }

    /// Takes the last edit back and returns the position it was made at; `undefined` if there is none. The
    /// position given is where making it again leads back to.
    ///
    /// # Errors
    /// If the numbers of the position are not whole.
    #[wasm_bindgen(unchecked_return_type = "import('../src/protocol/messages.js').Position | undefined")]
    pub fn undo(&mut self, epoch: f64, mini_batch: f64, sample: f64, step: f64) -> Result<JsValue, JsError> {
        let now = position(epoch, mini_batch, sample, step)?;
        Ok(self.0.undo(now).map_or(JsValue::UNDEFINED, objects::position))
    }

    /// Makes the edit taken back last again and returns the position it led to; `undefined` if there is none.
    ///
    /// # Errors
    /// If the numbers of the position are not whole.
    #[wasm_bindgen(unchecked_return_type = "import('../src/protocol/messages.js').Position | undefined")]
    pub fn redo(&mut self, epoch: f64, mini_batch: f64, sample: f64, step: f64) -> Result<JsValue, JsError> {
        let now = position(epoch, mini_batch, sample, step)?;
        Ok(self.0.redo(now).map_or(JsValue::UNDEFINED, objects::position))
    }
}
