//! Which samples are trained with, and which are kept apart to count right answers on.

use alloc::vec;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::error::{Error, finite};
use crate::rng::{Stream, check_seed};
use crate::subject::Subject;

/// How a data set is divided into training and test data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TrainTestSplit {
    /// All of it is training data, and right answers are counted on it.
    All,
    /// A share of the samples, rounded, drawn by chance; both parts keep the order of the data set.
    Share {
        /// Of the test data, 0 < share < 1.
        share: f64,
        /// Of the draw.
        seed: u64,
    },
    /// The first `train` samples and the last `test`; those between are left out.
    Ends {
        /// Samples to train with.
        train: usize,
        /// Samples to test with.
        test: usize,
    },
}

/// The rows of a data set, ascending, in their two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Those to train with.
    pub train: Vec<u32>,
    /// Those to test with.
    pub test: Vec<u32>,
}

impl TrainTestSplit {
    /// The two parts of `count` rows; none if all are one.
    ///
    /// # Errors
    /// As [`TrainTestSplit::split`].
    pub fn parts(&self, count: usize) -> Result<Option<Parts>, Error> {
        match *self {
            Self::All => Ok(None),
            Self::Share { share, seed } => {
                finite(Subject::TestShare, share)?;
                check_seed(seed)?;
                if !(0.0..=1.0).contains(&share) {
                    return Err(Error::Between { what: Subject::TestShare, least: 0, most: 1 });
                }
                let test = (share * count as f64 + 0.5) as usize;
                if test == 0 || test >= count {
                    return Err(Error::TrainTestSplit { count });
                }
                let mut order = vec![0; count];
                Stream::train_test_split(seed).shuffle_into(&mut order);
                let mut tested = vec![false; count];
                for row in &order[..test] {
                    tested[*row as usize] = true;
                }
                let rows = |of| (0..count as u32).filter(|row| tested[*row as usize] == of).collect();
                Ok(Some(Parts { train: rows(false), test: rows(true) }))
            }
            Self::Ends { train, test } => {
                if train == 0 || test == 0 || train.saturating_add(test) > count {
                    return Err(Error::TrainTestSplit { count });
                }
                let rows = |from: usize, to: usize| (from as u32..to as u32).collect();
                Ok(Some(Parts { train: rows(0, train), test: rows(count - test, count) }))
            }
        }
    }

    /// Returns the training data, and the test data if there is some.
    ///
    /// # Errors
    /// [`Error::NotFinite`], [`Error::Between`] and [`Error::OutOfRange`] for share and seed;
    /// [`Error::TrainTestSplit`] if a part would be empty, or if both together are more than there is.
    pub fn split(&self, samples: &Samples) -> Result<(Samples, Option<Samples>), Error> {
        Ok(match self.parts(samples.count())? {
            None => (samples.clone(), None),
            Some(Parts { train, test }) => (samples.picked(train), Some(samples.picked(test))),
        })
    }
}
