//! How a session begins: with an example, or with data and settings.

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

/// What a session begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// Where the data came from.
    pub origin: Origin,
    /// Layer sizes.
    pub sizes: Sizes,
    /// Seed of start values, of parameters added later, and of shuffles.
    pub seed: u64,
    /// Given start values, in the order of [`crate::Network::parameters`]; without them they come from
    /// the seed.
    pub parameters: Option<Vec<f64>>,
    /// The whole of the data, as it came.
    pub data: Samples,
    /// How it is divided.
    pub split: TrainTestSplit,
    /// The training data.
    pub samples: Rc<Samples>,
    /// The test data, if some is kept apart.
    pub test: Option<Rc<Samples>>,
    /// η.
    pub eta: f64,
    /// Samples in a mini-batch.
    pub mini_batch_size: usize,
    /// What is trained, and which factors there are.
    pub conventions: Conventions,
    /// Whether right answers are counted after each epoch.
    pub evaluates: bool,
}

impl Start {
    /// The beginning with this data.
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
        finite("eta", eta)?;
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
    /// How a session of it begins.
    ///
    /// # Errors
    /// None for the examples as they are; the constructors' checks are passed on.
    pub fn start(self) -> Result<Start, Error> {
        // The rules have a bit for each row of the table, the last row first.
        let (sizes, samples) = match self {
            Self::Majority => ([3, 2, 1], truth_table(3, 0b1110_1000)?),
            Self::Parity => ([3, 2, 1], truth_table(3, 0b1001_0110)?),
            Self::Xor => ([2, 2, 1], truth_table(2, 0b0110)?),
            Self::Mazur => ([2, 2, 2], Samples::new(2, 2, 1, &[0.05, 0.10], &[0.01, 0.99])?),
            Self::Textbook => ([3, 2, 1], Samples::new(3, 1, 1, &[1.0, 0.0, 1.0], &[1.0])?),
        };
        // The seeds of the truth tables are chosen: their first mini-batches have deltas of both signs
        // in every layer and no saturated neuron, and training succeeds.
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
            parameters: self.published(),
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
    pub split: TrainTestSplit,
}
