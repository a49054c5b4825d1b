//! Costs, evaluations and edits of what has been run, for charts.

use alloc::vec::Vec;

use crate::time::costs::Costs;
use crate::time::evaluations::Evaluated;
use crate::time::session::Session;

/// The running mean covers at least so many mini-batches, once there are as many.
pub const RUNNING: u64 = 50;

/// Costs, evaluations and edits of what has been run.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The costs of all mini-batches.
    pub costs: Costs,
    /// Mini-batches that the running mean covers, where there are as many: those of an epoch, but at least
    /// [`RUNNING`]. It can cover some more, since it takes all mini-batches of a bucket.
    pub window: u64,
    /// Evaluations at the ends of epochs.
    pub evaluations: Vec<Evaluated>,
    /// For each edit the first mini-batch it acts on, and its kind.
    pub edits: Vec<(u64, &'static str)>,
}

/// The settings and the results of a run after the last completed mini-batch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunStatus {
    /// Samples trained with, those of earlier epochs included.
    pub samples: u64,
    /// η, the setting now.
    pub eta: f64,
    /// Mini-batch size, the setting now.
    pub mini_batch_size: usize,
    /// Mean cost of the last mini-batches, as many as the running mean covers. None before the first.
    pub cost: Option<f64>,
    /// The newest evaluation.
    pub evaluated: Option<Evaluated>,
}

impl Session {
    /// Returns the timeline of what has been run: a function of the journal and of how many mini-batches are
    /// completed, however that was reached.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        let entries = self.journal().entries().iter();
        Timeline {
            costs: self.past.costs.clone(),
            window: self.window(),
            evaluations: self.past.evaluations.shown().copied().collect(),
            edits: entries.map(|entry| (entry.acts_from.index, entry.edit.kind())).collect(),
        }
    }

    /// Returns the settings and the results after the last completed mini-batch.
    #[must_use]
    pub fn run_status(&self) -> RunStatus {
        let journal = self.journal();
        let next = journal.schedule().locate(self.completed());
        let settings = match self.completed().checked_sub(1) {
            Some(last) => journal.settings_after(last),
            None => journal.settings(0),
        };
        RunStatus {
            samples: next.epoch * settings.samples.count() as u64 + next.offset,
            eta: settings.eta,
            mini_batch_size: settings.mini_batch_size,
            cost: self.past.costs.recent(self.window()),
            evaluated: self.past.evaluations.shown().next_back().copied(),
        }
    }

    fn window(&self) -> u64 {
        let schedule = self.journal().schedule();
        let epoch = schedule.locate(self.completed().saturating_sub(1)).epoch;
        schedule.mini_batches(epoch).max(RUNNING)
    }
}
