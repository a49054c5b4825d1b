//! Finds the network at the start of any mini-batch, by computing it again from the nearest network that is
//! stored.

use crate::error::Error;
use crate::learn::parameters::Parameters;
use crate::time::journal::Journal;
use crate::time::past::{Past, Runner};

/// The most multiplications of the mini-batches that are completed for one question: about a second.
const MAX_WORK_AHEAD: u64 = 1_000_000_000;
/// A mini-batch takes at least as long as so many multiplications.
const LEAST_WORK: u64 = 1_000;

/// Finds networks. It stores the last one it found: the next mini-batch that is asked for is usually the same
/// or the one after it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seek {
    /// A mini-batch and the network at its start.
    last: Option<(u64, Parameters)>,
}

impl Seek {
    /// Returns the network at the start of mini-batch `index`, after the edits made there. Mini-batches
    /// before it that are not completed yet are completed.
    ///
    /// # Errors
    /// [`Error::Diverged`] if an update before it cannot be made; [`Error::TooFarAhead`].
    pub(crate) fn network(
        &mut self,
        index: u64,
        journal: &Journal,
        past: &mut Past,
        runner: &mut Runner,
    ) -> Result<&Parameters, Error> {
        let ahead = index.saturating_sub(past.completed());
        let most = MAX_WORK_AHEAD / journal.work(past.completed()).max(journal.work(index)).max(LEAST_WORK);
        // So many are always completed, however big they are: a step leads to the next mini-batch. (The page
        // goes to positions in slices, and only it calls the small core.)
        if cfg!(feature = "full") && ahead > most.max(1) {
            return Err(Error::TooFarAhead { ahead, most: most.max(1) });
        }
        past.complete(journal, runner, ahead, || true)?;
        let (at, mut network) = match self.last.take() {
            Some((at, network)) if at == index => return Ok(&self.last.insert((at, network)).1),
            Some((at, mut network)) if at < index && at >= past.checkpoints.nearest(index).0 => {
                runner.mini_batch(journal, at, &mut network)?;
                (at + 1, network)
            }
            _ if index == past.completed() => (index, past.frontier.clone()),
            _ => {
                let (at, network) = past.checkpoints.nearest(index);
                (at, network.clone())
            }
        };
        runner.replay(journal, at..index, &mut network)?;
        journal.apply_at(index, &mut network);
        Ok(&self.last.insert((index, network)).1)
    }

    /// Removes the stored network if its mini-batch is `index` or a later one: these begin differently now.
    pub(crate) fn forget_from(&mut self, index: u64) {
        self.last.take_if(|(at, _)| *at >= index);
    }
}
