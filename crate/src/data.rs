//! Data a session is opened with, and how.

use alloc::rc::Rc;

use crate::conventions::Conventions;
use crate::division::Division;
use crate::error::{Error, finite};
use crate::examples::{Example, Start};
use crate::generate::Generated;
use crate::network::{check_mini_batch_size, check_seed};
use crate::samples::Samples;
use crate::session::Session;
use crate::sizes::Sizes;
use crate::step::Position;

/// Where data came from, which is all a journal needs to have it again, except for what was given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Origin {
    /// An example's own.
    Example(Example),
    /// Computed.
    Generated(Generated),
    /// Given, by a person or a file.
    Given,
}

impl Origin {
    /// The example's name, if it is one.
    #[must_use]
    pub fn example(&self) -> Option<&'static str> {
        if let Self::Example(example) = self { Some(example.name()) } else { None }
    }
}

/// Samples with their origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    /// Where they came from.
    pub origin: Origin,
    /// All of them.
    pub samples: Samples,
    /// Whether y stands for a class, so that right answers can be counted.
    pub evaluates: bool,
}

impl Data {
    /// A generated set.
    ///
    /// # Errors
    /// As [`Generated::samples`].
    pub fn generated(set: Generated) -> Result<Self, Error> {
        Ok(Self { origin: Origin::Generated(set), samples: set.samples()?, evaluates: set.evaluates() })
    }

    /// Samples from elsewhere.
    #[must_use]
    pub fn given(samples: Samples, evaluates: bool) -> Self {
        Self { origin: Origin::Given, samples, evaluates }
    }
}

/// How a session with other data begins.
#[derive(Debug, Clone, PartialEq)]
pub struct DataSettings {
    /// Layer sizes; the first and the last are those of the data.
    pub sizes: Sizes,
    /// Seed of start values and shuffles.
    pub seed: u64,
    /// η.
    pub eta: f64,
    /// Samples in a mini-batch.
    pub mini_batch_size: usize,
    /// What is trained, and which factors there are.
    pub conventions: Conventions,
    /// Which part is kept apart to test with.
    pub division: Division,
}

impl Start {
    /// The beginning with this data.
    ///
    /// # Errors
    /// [`Error::DataSizes`], [`Error::OutOfRange`], [`Error::NotFinite`], and as [`Division::divide`].
    pub(crate) fn with(data: Data, settings: DataSettings) -> Result<Self, Error> {
        let DataSettings { sizes, seed, eta, mini_batch_size, conventions, division } = settings;
        let Data { origin, samples: data, evaluates } = data;
        let (inputs, outputs) = (data.inputs(), data.outputs());
        if (sizes.inputs(), sizes.outputs()) != (inputs, outputs) {
            return Err(Error::DataSizes { inputs, outputs });
        }
        check_seed(seed)?;
        finite("eta", eta)?;
        let (samples, test) = division.divide(&data)?;
        check_mini_batch_size(mini_batch_size, samples.count())?;
        let (samples, test) = (Rc::new(samples), test.map(Rc::new));
        let parameters = None;
        Ok(Self {
            origin,
            sizes,
            seed,
            parameters,
            data,
            division,
            samples,
            test,
            eta,
            mini_batch_size,
            conventions,
            evaluates,
        })
    }
}

impl Session {
    /// A session with this data.
    ///
    /// # Errors
    /// [`Error::DataSizes`], [`Error::OutOfRange`], [`Error::NotFinite`], and as [`Division::divide`].
    pub fn with_data(data: Data, settings: DataSettings) -> Result<Self, Error> {
        Self::begin(Start::with(data, settings)?, 0)
    }

    /// Starts again with other data; undo brings back what was before, where `position` was shown.
    ///
    /// # Errors
    /// As [`Session::with_data`]; then nothing is changed.
    pub fn open_data(&mut self, position: Position, data: Data, settings: DataSettings) -> Result<(), Error> {
        let fresh = Self::with_data(data, settings)?;
        self.begin_anew(position, fresh, "data");
        Ok(())
    }

    /// Starts again with other samples of the same shape, as after one was added or removed: the weights and
    /// biases shown at a position are where it begins, and everything else stays.
    ///
    /// # Errors
    /// [`Error::Position`], [`Error::DataSizes`], and what the division is refused for.
    pub fn change_samples(&mut self, position: Position, samples: Samples) -> Result<(), Error> {
        let network = self.network_at(position)?;
        let Start { division, evaluates, seed, .. } = *self.entries().start;
        let (train, _) = division.divide(&samples)?;
        let now = self.settings_at(position)?;
        let settings = DataSettings {
            sizes: network.sizes().clone(),
            seed,
            eta: now.eta,
            mini_batch_size: now.mini_batch_size.min(train.count()),
            conventions: now.conventions,
            division,
        };
        let mut start = Start::with(Data::given(samples, evaluates), settings)?;
        start.parameters = Some(network.values().to_vec());
        let fresh = Self::begin(start, 0)?;
        self.begin_anew(position, fresh, "data");
        Ok(())
    }

    /// How the session's data came and how it is divided.
    #[must_use]
    pub fn beginning(&self) -> &Start {
        &self.entries().start
    }
}
