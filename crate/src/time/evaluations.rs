//! The right answers counted after each epoch, in bounded memory: once there are too many, only every
//! second epoch is counted, then every fourth.

use alloc::vec::Vec;

use crate::learn::evaluate::Evaluation;

/// The most evaluations kept.
pub const MAX_EVALUATIONS: usize = 4096;

/// The right answers at the end of an epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluated {
    /// The epoch, from 0.
    pub epoch: u64,
    /// Its last mini-batch, counted from the start of the session.
    pub index: u64,
    /// What was counted.
    pub evaluation: Evaluation,
    /// Classes of which there are samples but that are never predicted: a bit for each of the first 32. A run
    /// can get stuck so.
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
    /// Whether the right answers of an epoch are to be counted.
    pub(crate) fn due(&self, epoch: u64) -> bool {
        (epoch + 1).is_multiple_of(self.spacing)
    }

    /// An epoch that was due, and later than the last. When there are too many, every other one goes.
    pub(crate) fn push(&mut self, evaluated: Evaluated) {
        self.kept.push(evaluated);
        if self.kept.len() > MAX_EVALUATIONS {
            self.spacing *= 2;
            let spacing = self.spacing;
            self.kept.retain(|kept| (kept.epoch + 1).is_multiple_of(spacing));
        }
    }

    /// Forgets those that end with mini-batch `index` or a later one.
    pub(crate) fn truncate(&mut self, index: u64) {
        let kept = self.kept.partition_point(|kept| kept.index < index);
        self.kept.truncate(kept);
    }

    /// All that are kept, in order.
    pub(crate) fn all(&self) -> &[Evaluated] {
        &self.kept
    }

    /// Bytes held, about.
    pub(crate) fn bytes(&self) -> usize {
        self.kept.capacity() * size_of::<Evaluated>()
    }
}
