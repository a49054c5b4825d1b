//! Sessions that begin with given data, a given network or a single sample, and sessions that begin again.

use alloc::rc::Rc;

use crate::data::examples::Example;
use crate::data::origin::DataSet;
use crate::data::samples::Samples;
use crate::data::split::TrainTestSplit;
use crate::error::{Error, range};
use crate::rng::check_seed;
use crate::subject::Subject;
use crate::time::at::InForce;
use crate::time::session::Session;
use crate::time::start::{DataSettings, Start};
use crate::time::step::Position;

impl Session {
    /// Makes a session with this data.
    ///
    /// # Errors
    /// [`Error::DataSizes`], [`Error::OutOfRange`], [`Error::NotFinite`], and as [`TrainTestSplit::split`].
    pub fn with_data(data: DataSet, settings: DataSettings) -> Result<Self, Error> {
        Self::begin(Start::with(data, settings)?, 0)
    }

    /// Starts again with other data. Undo leads back to what was open before, at `position`.
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
        self.begin_again(position, Start::with(data, settings)?, "data", false)
    }

    /// Starts again with other samples of the same lengths, for instance after one was added: the training
    /// samples, then the test samples, of which there must be as many as before. It starts with the weights
    /// and biases at a position, and keeps all settings.
    ///
    /// # Errors
    /// [`Error::Position`]; [`Error::DataSizes`]; [`Error::TrainTestSplit`] if no training sample is left.
    pub fn change_samples(&mut self, position: Position, samples: Samples) -> Result<(), Error> {
        let Start { evaluates, seed, ref test, .. } = *Rc::clone(&self.journal().start);
        let InForce { network, settings: now } = self.in_force(position)?;
        // A share would be drawn again and could put training samples among the test samples.
        let split = test.as_ref().map_or(TrainTestSplit::All, |test| TrainTestSplit::Ends {
            train: samples.count().saturating_sub(test.count()),
            test: test.count(),
        });
        let (train, _) = split.split(&samples)?;
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
        self.begin_again(position, start, "data", false)
    }

    /// Returns the start of the session, which names its data and how that is split.
    #[must_use]
    pub fn beginning(&self) -> &Start {
        &self.journal().start
    }

    /// Starts again with other data and these weights and biases, in the order of
    /// [`crate::Network::parameters`]. Undo leads back to what was open before, at `position`.
    ///
    /// # Errors
    /// As [`Session::with_data`]; [`Error::Length`], [`Error::ParameterNotFinite`], [`Error::Position`]. Then
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
        self.begin_again(position, start, "data", false)
    }

    /// Starts again with another seed and the settings in force at `position`. Undo leads back. `continues`
    /// marks the later events of one gesture, which one undo takes back.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for the seed, and [`Error::Position`]; then nothing is changed.
    pub fn restart_with_seed(&mut self, position: Position, seed: u64, continues: bool) -> Result<(), Error> {
        check_seed(seed)?;
        let now = self.settings_at(position)?.clone();
        let start = Start {
            seed,
            parameters: None,
            sizes: now.sizes,
            samples: now.samples,
            test: now.test,
            eta: now.eta,
            mini_batch_size: now.mini_batch_size,
            conventions: now.conventions,
            ..Start::clone(self.beginning())
        };
        self.begin_again(position, start, "seed", continues)
    }

    /// Starts again with an example. Undo leads back to what was open before, at `position`. `continues` is
    /// as in [`Session::edit`].
    ///
    /// # Errors
    /// [`Error::Position`]; then nothing is changed.
    pub fn restart_with_example(
        &mut self,
        position: Position,
        example: Example,
        continues: bool,
    ) -> Result<(), Error> {
        self.find(position)?;
        self.begin_again(position, example.start()?, "example", continues)
    }

    /// Makes a session of its own, with the network at a position and a single sample. Nothing done in it
    /// changes this session.
    ///
    /// # Errors
    /// As [`Session::state_at`]; [`Error::Length`], [`Error::ListNotFinite`] for x or y.
    pub fn single_sample_session(&mut self, position: Position, x: &[f64], y: &[f64]) -> Result<Self, Error> {
        let Start { origin, seed, .. } = *self.journal().start;
        let InForce { network, settings: now } = self.in_force(position)?;
        let (eta, conventions) = (now.eta, now.conventions);
        let sizes = network.sizes().clone();
        let samples = Samples::new(sizes.inputs(), sizes.outputs(), 1, x, y)?;
        let data = DataSet { origin, samples, evaluates: false };
        let split = TrainTestSplit::All;
        let settings = DataSettings { sizes, seed, eta, mini_batch_size: 1, conventions, split };
        let start = Start { parameters: Some(network.values().to_vec()), ..Start::with(data, settings)? };
        Self::begin(start, 0)
    }

    /// Makes a single-sample session with evaluation sample `number`, counted from 1.
    ///
    /// # Errors
    /// As [`Session::state_at`]; [`Error::OutOfRange`] if there is no such sample.
    pub fn evaluation_sample_session(&mut self, position: Position, number: usize) -> Result<Self, Error> {
        let samples = self.evaluation_samples(position)?;
        range(Subject::Sample, 1, samples.count(), number)?;
        let (x, y) = (samples.x(number - 1), samples.y(number - 1));
        self.single_sample_session(position, &x, &y)
    }
}
