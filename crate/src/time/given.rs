//! Sessions that begin with data, or a whole network, that somebody gives.

use crate::data::origin::DataSet;
use crate::data::samples::Samples;
use crate::data::split::TrainTestSplit;
use crate::error::Error;
use crate::time::session::Session;
use crate::time::start::{DataSettings, Start};
use crate::time::step::Position;

impl Session {
    /// A session with this data.
    ///
    /// # Errors
    /// [`Error::DataSizes`], [`Error::OutOfRange`], [`Error::NotFinite`], and as [`TrainTestSplit::split`].
    pub fn with_data(data: DataSet, settings: DataSettings) -> Result<Self, Error> {
        Self::begin(Start::with(data, settings)?, 0)
    }

    /// Starts again with other data; undo brings back what was before, where `position` was shown.
    ///
    /// # Errors
    /// As [`Session::with_data`], and [`Error::Position`]; then nothing is changed.
    pub fn open_data(
        &mut self,
        position: Position,
        data: DataSet,
        settings: DataSettings,
    ) -> Result<(), Error> {
        self.find(position)?;
        let fresh = Self::with_data(data, settings)?;
        self.begin_anew(position, fresh, "data");
        Ok(())
    }

    /// Starts again with other samples of the same shape, as after one was added or removed: the training data,
    /// then as many as were kept apart to test with, which stay so. The weights and biases shown at a position are
    /// where it begins, and everything else stays.
    ///
    /// # Errors
    /// [`Error::Position`], [`Error::DataSizes`], and [`Error::TrainTestSplit`] if none is left to train with.
    pub fn change_samples(&mut self, position: Position, samples: Samples) -> Result<(), Error> {
        let network = self.network_at(position)?;
        let Start { evaluates, seed, ref test, .. } = *self.journal().start;
        // A share would be drawn again, and what was trained with be tested with.
        let split = test.as_ref().map_or(TrainTestSplit::All, |test| TrainTestSplit::Ends {
            train: samples.count().saturating_sub(test.count()),
            test: test.count(),
        });
        let (train, _) = split.split(&samples)?;
        let now = self.settings_at(position)?;
        let settings = DataSettings {
            sizes: network.sizes().clone(),
            seed,
            eta: now.eta,
            mini_batch_size: now.mini_batch_size.min(train.count()),
            conventions: now.conventions,
            split,
        };
        let mut start = Start::with(DataSet::given(samples, evaluates), settings)?;
        start.parameters = Some(network.values().to_vec());
        let fresh = Self::begin(start, 0)?;
        self.begin_anew(position, fresh, "data");
        Ok(())
    }

    /// How the session's data came and how it is divided.
    #[must_use]
    pub fn beginning(&self) -> &Start {
        &self.journal().start
    }

    /// Starts again with other data and these weights and biases, in the order of [`crate::Network::parameters`];
    /// undo brings back what was before, where `position` was shown.
    ///
    /// # Errors
    /// As [`Session::with_data`], and [`Error::Length`], [`Error::ParameterNotFinite`], [`Error::Position`]; then
    /// nothing is changed.
    pub fn open_network(
        &mut self,
        position: Position,
        data: DataSet,
        settings: DataSettings,
        parameters: &[f64],
    ) -> Result<(), Error> {
        self.find(position)?;
        let mut start = Start::with(data, settings)?;
        start.parameters = Some(parameters.to_vec());
        let fresh = Self::begin(start, 0)?;
        self.begin_anew(position, fresh, "data");
        Ok(())
    }
}
