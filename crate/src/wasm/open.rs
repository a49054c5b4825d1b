//! Sessions that begin with given data, a given network or a single sample.

use alloc::vec::Vec;

use js_sys::{Array, Error as JsError};
use wasm_bindgen::prelude::*;

use super::data::{JsDataSet, rows, split_of};
use super::objects::{self, get, number, position_of};
use super::session::JsSession;
use super::{count, integer, sizes, thrown, types};
use crate::DataSettings;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Makes a session from a journal and the data that was too big for it.
    ///
    /// # Errors
    /// If it is not a journal, or the data is not the session's.
    #[wasm_bindgen(js_name = replayWith)]
    pub fn replay_with(journal: &[f64], data: &JsDataSet) -> Result<JsSession, JsError> {
        crate::Session::replay(journal, Some(&data.0.samples)).map(Self).map_err(thrown)
    }

    /// Makes a session with this data.
    ///
    /// # Errors
    /// If the settings do not fit the data.
    #[wasm_bindgen(js_name = withData)]
    pub fn with_data(data: &JsDataSet, settings: &types::DataSettings) -> Result<JsSession, JsError> {
        crate::Session::with_data(data.0.clone(), settings_of(settings)?).map(Self).map_err(thrown)
    }

    /// Starts again with other data. Undo leads back to what was open before, at the position.
    ///
    /// # Errors
    /// If the settings do not fit the data; then nothing is changed.
    #[wasm_bindgen(js_name = openData)]
    pub fn open_data(
        &mut self,
        position: &types::Position,
        data: &JsDataSet,
        settings: &types::DataSettings,
    ) -> Result<(), JsError> {
        let (at, settings) = (position_of(position)?, settings_of(settings)?);
        self.0.open_data(at, data.0.clone(), settings).map_err(thrown)
    }

    /// Starts again with other data, weights and biases, and with the conventions among the settings. Undo
    /// leads back to what was open before, at the position.
    ///
    /// # Errors
    /// If the settings or parameters do not fit; then nothing is changed.
    #[wasm_bindgen(js_name = openNetwork)]
    pub fn open_network(
        &mut self,
        position: &types::Position,
        data: &JsDataSet,
        settings: &types::NetworkSettings,
        parameters: &[f64],
    ) -> Result<(), JsError> {
        let (at, mut wanted) = (position_of(position)?, settings_of(settings)?);
        wanted.conventions = objects::conventions_of(settings)?;
        self.0.open_network(at, data.0.clone(), wanted, parameters).map_err(thrown)
    }

    /// Starts again with other samples of the same lengths, and the weights and biases at the position.
    ///
    /// # Errors
    /// If the samples have other lengths or cannot be split; then nothing is changed.
    #[wasm_bindgen(js_name = changeSamples)]
    pub fn change_samples(&mut self, position: &types::Position, data: &JsDataSet) -> Result<(), JsError> {
        self.0.change_samples(position_of(position)?, data.0.samples.clone()).map_err(thrown)
    }

    /// Returns up to `count` samples at a position from number `first` on, of the training or of the test
    /// samples.
    ///
    /// # Errors
    /// If there is no such position.
    pub fn rows(
        &self,
        position: &types::Position,
        test: bool,
        first: u32,
        count: u32,
    ) -> Result<types::SampleList, JsError> {
        let now = self.0.settings_at(position_of(position)?).map_err(thrown)?;
        let (samples, count) = match (test, &now.test) {
            (true, Some(test)) => (test, count),
            (true, None) => (&now.samples, 0),
            (false, _) => (&now.samples, count),
        };
        Ok(rows(samples, first, count))
    }

    /// Makes a session of its own, with the network at a position and a single sample.
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

    /// Makes a single-sample session with evaluation sample `number`, counted from 1.
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
}

/// Returns settings from their plain object.
fn settings_of(object: &JsValue) -> Result<DataSettings, JsError> {
    let list: Vec<f64> = Array::from(&get(object, "sizes")).iter().filter_map(|n| n.as_f64()).collect();
    let split = split_of(object)?;
    Ok(DataSettings {
        sizes: sizes(&list)?,
        seed: integer("The seed", number(object, "seed")?)?,
        eta: number(object, "eta")?,
        mini_batch_size: count("The mini-batch size", number(object, "miniBatchSize")?)?,
        conventions: crate::Conventions::default(),
        split,
    })
}
