//! The start of a session: an example, or data and settings.

use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::data::examples::Example;
use crate::data::generate::truth_table;
use crate::data::origin::{DataSet, Origin};
use crate::data::samples::Samples;
use crate::data::split::TrainTestSplit;
use crate::error::{Error, finite};
use crate::learn::conventions::Conventions;
use crate::learn::network::check_mini_batch_size;
use crate::learn::sizes::Sizes;
use crate::rng::check_seed;
use crate::subject::Subject;

/// The start of a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// Where the data came from.
    pub origin: Origin,
    /// Layer sizes.
    pub sizes: Sizes,
    /// Seed of the first parameters, of those added later, and of the order of the samples.
    pub seed: u64,
    /// The first weights and biases, in the order of [`crate::Network::parameters`]. None if they come from
    /// the seed.
    pub parameters: Option<Vec<f64>>,
    /// All of the data.
    pub data: Samples,
    /// Its train/test split.
    pub split: TrainTestSplit,
    /// The training data.
    pub samples: Rc<Samples>,
    /// The test data, if there is a split.
    pub test: Option<Rc<Samples>>,
    /// η.
    pub eta: f64,
    /// Samples in a mini-batch.
    pub mini_batch_size: usize,
    /// The conventions: whether biases are trained, and the factors in cost and update.
    pub conventions: Conventions,
    /// Whether the network is evaluated after each epoch.
    pub evaluates: bool,
}

impl Start {
    /// Returns the start with this data and these settings.
    ///
    /// # Errors
    /// [`Error::DataSizes`], [`Error::OutOfRange`], [`Error::NotFinite`], and as [`TrainTestSplit::split`].
    pub(crate) fn with(data: DataSet, settings: DataSettings) -> Result<Self, Error> {
        let DataSettings { sizes, seed, eta, mini_batch_size, conventions, split } = settings;
        let DataSet { origin, samples: data, evaluates } = data;
        let (inputs, outputs) = (data.inputs(), data.outputs());
        if (sizes.inputs(), sizes.outputs()) != (inputs, outputs) {
            return Err(Error::DataSizes { inputs, outputs });
        }
        check_seed(seed)?;
        finite(Subject::Eta, eta)?;
        let (samples, test) = split.split(&data)?;
        check_mini_batch_size(mini_batch_size, samples.count())?;
        let (samples, test) = (Rc::new(samples), test.map(Rc::new));
        let parameters = None;
        Ok(Self {
            origin,
            sizes,
            seed,
            parameters,
            data,
            split,
            samples,
            test,
            eta,
            mini_batch_size,
            conventions,
            evaluates,
        })
    }
}

impl Example {
    /// Returns the start of a session with this example.
    ///
    /// # Errors
    /// None for the examples as they are; errors of the constructors are passed on.
    pub fn start(self) -> Result<Start, Error> {
        // A rule has a bit for each row of its truth table, the last row first.
        let (sizes, samples) = match self {
            Self::Majority => ([3, 2, 1], truth_table(3, 0b1110_1000)?),
            Self::Parity => ([3, 2, 1], truth_table(3, 0b1001_0110)?),
            Self::Xor => ([2, 2, 1], truth_table(2, 0b0110)?),
            Self::Mazur => ([2, 2, 2], Samples::new(2, 2, 1, &[0.05, 0.10], &[0.01, 0.99])?),
            Self::Textbook => ([3, 2, 1], Samples::new(3, 1, 1, &[1.0, 0.0, 1.0], &[1.0])?),
        };
        // The seeds of the truth tables are chosen, and the weights of the first one: their first
        // mini-batches have deltas of both signs in every layer and no saturated neuron, and training
        // succeeds.
        let (seed, eta, mini_batch_size) = match self {
            Self::Majority | Self::Xor => (45, 3.0, 4),
            Self::Parity => (226, 3.0, 4),
            Self::Mazur => (0, 0.5, 1),
            Self::Textbook => (0, 0.9, 1),
        };
        Ok(Start {
            origin: Origin::Example(self),
            sizes: Sizes::new(&sizes)?,
            seed,
            parameters: self.given_parameters(),
            samples: Rc::new(samples.clone()),
            data: samples,
            split: TrainTestSplit::All,
            test: None,
            eta,
            mini_batch_size,
            conventions: Conventions::default(),
            evaluates: self.evaluates(),
        })
    }
}

/// The settings with which data is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct DataSettings {
    /// Layer sizes; the first and the last must be those of the data.
    pub sizes: Sizes,
    /// Seed of the first parameters and of the order of the samples.
    pub seed: u64,
    /// η.
    pub eta: f64,
    /// Samples in a mini-batch.
    pub mini_batch_size: usize,
    /// The conventions: whether biases are trained, and the factors in cost and update.
    pub conventions: Conventions,
    /// The train/test split.
    pub split: TrainTestSplit,
}
