//! A network and its samples as somebody gives them.

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::data::{JsData, position, settings as settings_of};
use super::session::JsSession;
use super::{objects, thrown};

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Starts again with other data, weights and biases, under the conventions among the settings; undo brings back
    /// what was before, where the position was shown.
    ///
    /// # Errors
    /// If the settings or parameters do not fit; then nothing is changed.
    pub fn give(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "import('../src/engine/protocol.js').Position")]
        position: &JsValue,
        data: &JsData,
        #[wasm_bindgen(
            unchecked_param_type = "import('../src/engine/protocol.js').DataSettings & import('../src/engine/protocol.js').Conventions"
        )]
        settings: &JsValue,
        parameters: &[f64],
    ) -> Result<(), JsError> {
        let (at, mut wanted) = (self::position(position)?, settings_of(settings)?);
        wanted.conventions = objects::conventions_of(settings)?;
        self.0.give(at, data.0.clone(), wanted, parameters).map_err(thrown)
    }
}
