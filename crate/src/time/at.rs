//! The state, the network, the settings and the samples at a position.

use crate::data::samples::Samples;
use crate::error::Error;
use crate::learn::parameters::Parameters;
use crate::time::edit::Settings;
use crate::time::schedule::MiniBatch;
use crate::time::session::Session;
use crate::time::state::State;
use crate::time::state_at::StateAt;
use crate::time::step::{Plan, Position};

/// The inputs of the computation of a mini-batch.
pub(crate) struct MiniBatchInput<'a> {
    /// Its number, counted from the start of the session.
    pub(crate) index: u64,
    /// The network at its start, after the edits made there.
    pub(crate) network: &'a Parameters,
    /// The settings in force.
    pub(crate) settings: &'a Settings,
    /// Its samples, in their order.
    pub(crate) batch: &'a [u32],
}

impl Session {
    /// Returns everything that is known at a position. Mini-batches before it that are not completed yet are
    /// completed.
    ///
    /// # Errors
    /// [`Error::Position`]; [`Error::Diverged`] if an update on the way there cannot be made.
    pub fn state_at(&mut self, position: Position) -> Result<State, Error> {
        let (at, plan) = self.find(position)?;
        let Self { journal, past, runner, seek, .. } = self;
        let network = seek.network(at.index, journal, past, runner)?;
        if is_updated(position, &at) && past.completed() <= at.index {
            past.complete(journal, runner)?;
        }
        let batch = runner.batch(journal, &at);
        StateAt { journal, position, at, plan, network, batch }.state()
    }

    /// Returns what a position's mini-batch is computed from.
    ///
    /// # Errors
    /// As [`Session::state_at`].
    pub(crate) fn mini_batch_input(&mut self, position: Position) -> Result<MiniBatchInput<'_>, Error> {
        let (at, _) = self.find(position)?;
        let Self { journal, past, runner, seek, .. } = self;
        let network = seek.network(at.index, journal, past, runner)?;
        let (index, settings) = (at.index, journal.settings(at.index));
        Ok(MiniBatchInput { index, network, settings, batch: runner.batch(journal, &at) })
    }

    /// Calls `each` with the inputs of at most `most` completed mini-batches: those that have a checkpoint,
    /// evenly spaced, beginning with the first.
    pub(crate) fn completed_inputs(&mut self, most: usize, mut each: impl FnMut(MiniBatchInput<'_>)) {
        let Self { journal, past, runner, .. } = self;
        for (index, network) in past.checkpoints.some(most, past.completed()) {
            let mut network = Parameters::clone(&network);
            journal.apply_at(index, &mut network);
            let batch = runner.batch(journal, &journal.schedule().locate(index));
            each(MiniBatchInput { index, network: &network, settings: journal.settings(index), batch });
        }
    }

    /// Returns a copy of the network at a position. From the update on it is the updated one.
    ///
    /// # Errors
    /// As [`Session::state_at`].
    pub(crate) fn network_at(&mut self, position: Position) -> Result<Parameters, Error> {
        let (at, _) = self.find(position)?;
        let Self { journal, past, runner, seek, .. } = self;
        let mut network = seek.network(at.index, journal, past, runner)?.clone();
        if is_updated(position, &at) {
            runner.mini_batch(journal, at.index, &mut network)?;
            journal.apply_early(at.index + 1, &mut network);
        }
        Ok(network)
    }

    /// Returns the settings in force at a position.
    ///
    /// # Errors
    /// [`Error::Position`].
    pub fn settings_at(&self, position: Position) -> Result<&Settings, Error> {
        let (at, _) = self.find(position)?;
        let journal = &self.journal;
        let updated = is_updated(position, &at);
        Ok(if updated { journal.settings_after(at.index) } else { journal.settings(at.index) })
    }

    /// Returns the evaluation samples at the end of a position's mini-batch: the test data, or else the
    /// training data.
    ///
    /// # Errors
    /// [`Error::Position`].
    pub fn evaluation_samples(&self, position: Position) -> Result<&Samples, Error> {
        let (at, _) = self.find(position)?;
        Ok(self.journal.evaluated(at.index))
    }
}

/// Whether the position is at or after the update of its mini-batch.
fn is_updated(position: Position, at: &MiniBatch) -> bool {
    position.sample == at.m && position.step >= Plan::UPDATE
}
