//! What has been run so far: costs, right answers, edits.

use crate::costs::Costs;
use crate::evaluations::Evaluated;
use crate::session::Session;

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

impl Session {
    /// What has been run so far.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        let entries = self.entries().entries().iter();
        Timeline {
            costs: self.past.costs.clone(),
            window: self.window(),
            evaluations: self.past.evaluations.all().to_vec(),
            edits: entries.map(|entry| (entry.place.boundary, entry.edit.kind())).collect(),
        }
    }

    /// The running mean of the cost at the last completed mini-batch, and the right answers counted last; none
    /// before the first.
    #[must_use]
    pub fn standing(&self) -> (Option<f64>, Option<Evaluated>) {
        let mean = self.past.costs.running(self.window()).last().copied();
        (mean, self.past.evaluations.all().last().copied())
    }

    fn window(&self) -> u64 {
        let schedule = self.entries().schedule();
        let epoch = schedule.locate(self.completed().saturating_sub(1)).epoch;
        schedule.mini_batches(epoch).max(RUNNING)
    }
}
