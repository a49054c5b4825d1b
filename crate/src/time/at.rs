//! The state, the network, the settings and the samples at a position.

use crate::data::samples::Samples;
use crate::error::Error;
use crate::learn::parameters::Parameters;
use crate::time::edit::Settings;
use crate::time::journal::Journal;
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

/// What is in force at a position.
pub(crate) struct InForce<'a> {
    /// The network.
    pub(crate) network: Parameters,
    /// The settings, which name the samples.
    pub(crate) settings: &'a Settings,
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
            past.complete(journal, runner, 1, || true)?;
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

    /// Calls `each` with the inputs of at most `most` completed mini-batches, evenly spaced, beginning with
    /// the first. Which they are is a function of the journal and of how many are completed. If nothing was
    /// removed since, they are those with a checkpoint; otherwise some are computed again.
    pub(crate) fn completed_inputs(&mut self, most: usize, mut each: impl FnMut(MiniBatchInput<'_>)) {
        let Self { journal, past, runner, .. } = self;
        let completed = past.completed();
        let spacing = past.checkpoints.spacing_of(completed, &past.frontier);
        let every = spacing * completed.div_ceil(spacing).div_ceil((most as u64).max(1)).max(1);
        for index in (0..completed).step_by(every as usize).take(most) {
            let (mut at, network) = past.checkpoints.nearest(index);
            let mut network = network.clone();
            while at < index {
                journal.apply_at(at, &mut network);
                if runner.mini_batch(journal, at, &mut network).is_err() {
                    // It cannot be: all of them were completed once.
                    return;
                }
                at += 1;
            }
            journal.apply_at(index, &mut network);
            let batch = runner.batch(journal, &journal.schedule().locate(index));
            each(MiniBatchInput { index, network: &network, settings: journal.settings(index), batch });
        }
    }

    /// Returns the network and the settings in force at a position. From its update on, a mini-batch has the
    /// updated network, and the edits made at its end. All answers about a position itself come from here;
    /// answers about the computation of its mini-batch come from [`Session::mini_batch_input`].
    ///
    /// # Errors
    /// As [`Session::state_at`].
    pub(crate) fn in_force(&mut self, position: Position) -> Result<InForce<'_>, Error> {
        let (at, _) = self.find(position)?;
        let Self { journal, past, runner, seek, .. } = self;
        let mut network = seek.network(at.index, journal, past, runner)?.clone();
        if is_updated(position, &at) {
            runner.mini_batch(journal, at.index, &mut network)?;
            journal.apply_early(at.index + 1, &mut network);
        }
        Ok(InForce { network, settings: settings(journal, position, &at) })
    }

    /// Returns the settings in force at a position.
    ///
    /// # Errors
    /// [`Error::Position`].
    pub fn settings_at(&self, position: Position) -> Result<&Settings, Error> {
        let (at, _) = self.find(position)?;
        Ok(settings(&self.journal, position, &at))
    }

    /// Returns the evaluation samples in force at a position: the test data, or else the training data.
    ///
    /// # Errors
    /// [`Error::Position`].
    pub fn evaluation_samples(&self, position: Position) -> Result<&Samples, Error> {
        self.settings_at(position).map(Settings::evaluation_samples)
    }
}

/// Returns the settings in force at a position, whose mini-batch is `at`.
fn settings<'a>(journal: &'a Journal, position: Position, at: &MiniBatch) -> &'a Settings {
    if is_updated(position, at) { journal.settings_after(at.index) } else { journal.settings(at.index) }
}

/// Whether the position is at or after the update of its mini-batch.
fn is_updated(position: Position, at: &MiniBatch) -> bool {
    position.sample == at.m && position.step >= Plan::UPDATE
}
