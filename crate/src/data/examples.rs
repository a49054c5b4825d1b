//! The examples the page begins with.

use alloc::vec;
use alloc::vec::Vec;

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
    pub(crate) fn published(self) -> Option<Vec<f64>> {
        match self {
            Self::Mazur => Some(vec![0.15, 0.20, 0.25, 0.30, 0.35, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.60]),
            Self::Textbook => Some(vec![0.2, 0.4, -0.5, -0.3, 0.1, 0.2, -0.4, 0.2, -0.3, -0.2, 0.1]),
            _ => None,
        }
    }
}
