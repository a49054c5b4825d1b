//! Samples, and where they came from.

use crate::data::examples::Example;
use crate::data::generate::Generated;
use crate::data::samples::Samples;
use crate::error::Error;

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
pub struct DataSet {
    /// Where they came from.
    pub origin: Origin,
    /// All of them.
    pub samples: Samples,
    /// Whether y stands for a class, so that right answers can be counted.
    pub evaluates: bool,
}

impl DataSet {
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
