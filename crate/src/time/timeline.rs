//! What has been run so far: costs, right answers, edits.

use alloc::vec::Vec;

use crate::time::costs::Costs;
use crate::time::evaluations::Evaluated;
use crate::time::session::Session;

/// The running mean of the costs goes back so many mini-batches at least.
pub const RUNNING: u64 = 50;

/// The cost of every mini-batch so far, the right answers after epochs, and where something was changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The costs.
    pub costs: Costs,
    /// Mini-batches the running mean of the costs goes back: those of an epoch, at least [`RUNNING`].
    pub window: u64,
    /// Right answers at the ends of epochs.
    pub evaluations: Vec<Evaluated>,
    /// First mini-batch an edit acts on, and its kind.
    pub edits: Vec<(u64, &'static str)>,
}

/// How a run stands after the last completed mini-batch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunStatus {
    /// Samples gone through, those of earlier epochs included.
    pub samples: u64,
    /// η as it is set.
    pub eta: f64,
    /// Mini-batch size as it is set.
    pub mini_batch_size: usize,
    /// Mean cost of the last mini-batches, those of an epoch and [`RUNNING`] at least; none before the first.
    pub cost: Option<f64>,
    /// The newest evaluation.
    pub evaluated: Option<Evaluated>,
}

impl Session {
    /// What has been run so far.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        let entries = self.journal().entries().iter();
        Timeline {
            costs: self.past.costs.clone(),
            window: self.window(),
            evaluations: self.past.evaluations.all().to_vec(),
            edits: entries.map(|entry| (entry.acts_from.index, entry.edit.kind())).collect(),
        }
    }

    /// How a run stands.
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
            evaluated: self.past.evaluations.all().last().copied(),
        }
    }

    fn window(&self) -> u64 {
        let schedule = self.journal().schedule();
        let epoch = schedule.locate(self.completed().saturating_sub(1)).epoch;
        schedule.mini_batches(epoch).max(RUNNING)
    }
}
