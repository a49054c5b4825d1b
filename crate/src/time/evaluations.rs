//! The evaluations after epochs, in bounded memory: with many epochs, only every second or fourth is
//! evaluated.

use alloc::vec::Vec;

use crate::learn::evaluate::Evaluation;

/// The most evaluations that are stored.
pub const MAX_EVALUATIONS: usize = 4096;

/// The evaluation at the end of an epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluated {
    /// The epoch, from 0.
    pub epoch: u64,
    /// Its last mini-batch, counted from the start of the session.
    pub index: u64,
    /// The result.
    pub evaluation: Evaluation,
    /// Classes that have samples but are never predicted: a bit for each of the first 32. Training can get
    /// stuck there.
    pub never_predicted: u32,
}

/// Evaluations at evenly spaced epochs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Evaluations {
    spacing: u64,
    kept: Vec<Evaluated>,
}

impl Default for Evaluations {
    fn default() -> Self {
        Self { spacing: 1, kept: Vec::new() }
    }
}

impl Evaluations {
    /// Whether an epoch is to be evaluated.
    pub(crate) fn due(&self, epoch: u64) -> bool {
        (epoch + 1).is_multiple_of(self.spacing)
    }

    /// Adds the evaluation of a due epoch that is later than the last. When there are too many, every second
    /// one is removed.
    pub(crate) fn push(&mut self, evaluated: Evaluated) {
        self.kept.push(evaluated);
        if self.kept.len() > MAX_EVALUATIONS {
            self.spacing *= 2;
            let spacing = self.spacing;
            self.kept.retain(|kept| (kept.epoch + 1).is_multiple_of(spacing));
        }
    }

    /// Removes the evaluations at mini-batch `index` and after it.
    pub(crate) fn truncate(&mut self, index: u64) {
        let kept = self.kept.partition_point(|kept| kept.index < index);
        self.kept.truncate(kept);
    }

    /// Returns all of them, in order.
    pub(crate) fn all(&self) -> &[Evaluated] {
        &self.kept
    }

    /// Bytes that all of it takes, approximately.
    pub(crate) fn bytes(&self) -> usize {
        self.kept.capacity() * size_of::<Evaluated>()
    }
}
