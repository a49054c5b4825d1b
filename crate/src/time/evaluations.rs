//! The evaluations after epochs, in bounded memory: with many epochs, only every second or fourth is
//! evaluated. Which of them are shown is a function of the newest, also after later ones were removed.

use alloc::vec::Vec;

use crate::learn::evaluate::Evaluation;

const FULL: bool = cfg!(feature = "full");

/// The most evaluations that are shown.
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

/// Evaluations at evenly spaced epochs. The spacing doubles when they become too many. Those that are not
/// shown any more stay, for the case that later ones are removed: 2,048 for each doubling. The small core
/// has no edits, so it never removes the later ones, and removes the others.
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

    /// Adds the evaluation of a due epoch that is later than the last.
    pub(crate) fn push(&mut self, evaluated: Evaluated) {
        self.kept.push(evaluated);
        if (evaluated.epoch + 1) / self.spacing > MAX_EVALUATIONS as u64 {
            self.spacing *= 2;
            if !FULL {
                let spacing = self.spacing;
                self.kept.retain(|kept| (kept.epoch + 1).is_multiple_of(spacing));
            }
        }
    }

    /// Removes the evaluations at mini-batch `index` and after it.
    pub(crate) fn truncate(&mut self, index: u64) {
        let kept = self.kept.partition_point(|kept| kept.index < index);
        self.kept.truncate(kept);
        let epochs = self.kept.last().map_or(0, |last| last.epoch + 1);
        self.spacing = 1;
        while epochs / self.spacing > MAX_EVALUATIONS as u64 {
            self.spacing *= 2;
        }
    }

    /// Returns those that are shown, in order.
    pub(crate) fn shown(&self) -> impl DoubleEndedIterator<Item = &Evaluated> {
        let spacing = if FULL { self.spacing } else { 1 };
        self.kept.iter().filter(move |kept| (kept.epoch + 1).is_multiple_of(spacing))
    }

    /// Bytes that all of it takes, approximately.
    pub(crate) fn bytes(&self) -> usize {
        self.kept.capacity() * size_of::<Evaluated>()
    }
}
