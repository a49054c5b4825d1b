//! The examples the page begins with.

use alloc::vec::Vec;

/// An example that can be opened by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// 3-2-1: are at least two of three bits 1? It starts with weights and biases of two decimals, so that
    /// the first sums and products close in few digits.
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
        !matches!(self, Self::Mazur | Self::Textbook)
    }

    /// The start its author gives, in the order of the flat list: layer by layer, weights, then biases. None
    /// if it comes from the seed.
    pub(crate) fn given_parameters(self) -> Option<Vec<f64>> {
        // Hundredths: a quotient of integers is rounded to the same bits as the decimal number, and they take
        // a quarter of the bytes.
        let hundredths: &[i16] = match self {
            Self::Majority => &[36, -54, -52, 52, 39, 117, 65, -140, -139, 129, -55],
            Self::Mazur => &[15, 20, 25, 30, 35, 35, 40, 45, 50, 55, 60, 60],
            Self::Textbook => &[20, 40, -50, -30, 10, 20, -40, 20, -30, -20, 10],
            Self::Parity | Self::Xor => return None,
        };
        Some(hundredths.iter().map(|&hundredths| f64::from(hundredths) / 100.0).collect())
    }
}
