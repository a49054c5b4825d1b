//! The examples the page begins with.

use alloc::rc::Rc;
use alloc::vec;
use alloc::vec::Vec;

use crate::data::division::Division;
use crate::data::generate::truth_table;
use crate::data::origin::Origin;
use crate::data::samples::Samples;
use crate::error::Error;
use crate::learn::conventions::Conventions;
use crate::learn::sizes::Sizes;

/// An example that can be opened by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// 3-2-1: are at least two of three bits 1?
    Majority,
    /// 3-2-1: is an odd number of three bits 1?
    Parity,
    /// 2-2-1: exclusive or.
    Xor,
    /// 2-2-2: the worked example of M. Mazur, "A Step by Step Backpropagation Example" (2015), with its
    /// published start. One sample, so nothing to evaluate.
    Mazur,
    /// 3-2-1: the worked example used with J. Han and M. Kamber, "Data Mining: Concepts and Techniques",
    /// on classification by backpropagation, with its published start. One sample, so nothing to evaluate.
    Textbook,
}

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
    pub division: Division,
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
    /// Where the data came from. The small core knows that it is an example, which keeps out what else it could be.
    #[inline(always)]
    pub(crate) fn origin(&self) -> Origin {
        match self.origin {
            Origin::Example(example) => Origin::Example(example),
            other if cfg!(feature = "whole") => other,
            _ => unreachable!("the small core opens examples only"),
        }
    }
}

impl Example {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Majority, Self::Parity, Self::Xor, Self::Mazur, Self::Textbook];

    /// Its name in links, on the page and in journals.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Majority => "majority",
            Self::Parity => "parity",
            Self::Xor => "xor",
            Self::Mazur => "mazur",
            Self::Textbook => "textbook",
        }
    }

    /// The example of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|example| example.name() == name)
    }

    /// Whether its right answers are counted after each epoch.
    #[must_use]
    pub fn evaluates(self) -> bool {
        self.published().is_none()
    }

    /// The start its author gives, in the order of the flat list: layer by layer, weights, then biases.
    fn published(self) -> Option<Vec<f64>> {
        match self {
            Self::Mazur => Some(vec![0.15, 0.20, 0.25, 0.30, 0.35, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.60]),
            Self::Textbook => Some(vec![0.2, 0.4, -0.5, -0.3, 0.1, 0.2, -0.4, 0.2, -0.3, -0.2, 0.1]),
            _ => None,
        }
    }

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
            division: Division::Whole,
            test: None,
            eta,
            mini_batch_size,
            conventions: Conventions::default(),
            evaluates: self.evaluates(),
        })
    }
}
