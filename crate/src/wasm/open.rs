//! Sessions that begin with given data, a given network or a single sample.

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::data::{JsDataSet, Part, rows, sample_list, split_of};
use super::lists::{numbers, numbers_in};
use super::objects::{self, number, position_of};
use super::session::JsSession;
use super::{count, float, integer, sizes, thrown, types};
use crate::DataSettings;
use crate::Subject;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Makes a session from a journal and the data that was too big for it.
    ///
    /// # Errors
    /// If it is not a journal, or the data is not the session's.
    #[wasm_bindgen(js_name = replayWith)]
    pub fn replay_with(journal: &types::Numbers, data: &JsDataSet) -> Result<JsSession, JsError> {
        let journal = numbers(Subject::Journal, journal)?;
        crate::Session::replay(&journal, Some(&data.0.samples)).map(Self).map_err(thrown)
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
        parameters: &types::Numbers,
    ) -> Result<(), JsError> {
        let parameters = numbers(Subject::Parameters, parameters)?;
        let (at, mut wanted) = (position_of(position)?, settings_of(settings)?);
        wanted.conventions = objects::conventions_of(settings)?;
        self.0.open_network(at, data.0.clone(), wanted, &parameters).map_err(thrown)
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
        first: types::Number,
        count: types::Number,
    ) -> Result<types::SampleList, JsError> {
        let part = Part::new(first, count)?;
        let now = self.0.settings_at(position_of(position)?).map_err(thrown)?;
        Ok(match (test, &now.test) {
            (true, None) => sample_list(&now.samples, 0..0),
            (true, Some(test)) => rows(test, part),
            (false, _) => rows(&now.samples, part),
        })
    }

    /// Makes a session of its own, with the network at a position and a single sample.
    ///
    /// # Errors
    /// If there is no such position, or x or y do not fit.
    #[wasm_bindgen(js_name = singleSampleSession)]
    pub fn single_sample_session(
        &mut self,
        position: &types::Position,
        x: &types::Numbers,
        y: &types::Numbers,
    ) -> Result<JsSession, JsError> {
        let (x, y) = (numbers(Subject::Xs, x)?, numbers(Subject::Ys, y)?);
        self.0.single_sample_session(position_of(position)?, &x, &y).map(Self).map_err(thrown)
    }

    /// Makes a single-sample session with evaluation sample `number`, counted from 1.
    ///
    /// # Errors
    /// If there is no such position or sample.
    #[wasm_bindgen(js_name = evaluationSampleSession)]
    pub fn evaluation_sample_session(
        &mut self,
        position: &types::Position,
        number: types::Number,
    ) -> Result<JsSession, JsError> {
        let at = position_of(position)?;
        self.0.evaluation_sample_session(at, count(float(number))).map(Self).map_err(thrown)
    }
}

/// Returns settings from their plain object.
fn settings_of(object: &JsValue) -> Result<DataSettings, JsError> {
    let split = split_of(object)?;
    Ok(DataSettings {
        sizes: sizes(&numbers_in(object, "sizes")?)?,
        seed: integer(Subject::Seed, number(object, "seed")?)?,
        eta: number(object, "eta")?,
        mini_batch_size: count(number(object, "miniBatchSize")?),
        conventions: crate::Conventions::default(),
        split,
    })
}
