//! The positions before and after a position, by step, sample, mini-batch or epoch.

use crate::error::Error;
use crate::time::journal::Journal;
use crate::time::schedule::MiniBatch;
use crate::time::step::{Plan, Position, StepUnit};

impl Journal {
    /// Returns the next position at which a move of this unit stops.
    ///
    /// # Errors
    /// [`Error::Position`] if there is no such position.
    pub(crate) fn next(&self, from: Position, unit: StepUnit) -> Result<Position, Error> {
        let (at, plan) = self.find(from)?;
        if unit == StepUnit::Step {
            return Ok(if from.step + 1 < plan.length_at(from.sample) {
                Position { step: from.step + 1, ..from }
            } else if from.sample < at.m {
                Position { sample: from.sample + 1, step: 0, ..from }
            } else {
                let next = self.schedule().locate(at.index + 1);
                Position { epoch: next.epoch, mini_batch: next.mini_batch, sample: 0, step: 0 }
            });
        }
        let (mut at, mut sample) = (at, from.sample);
        loop {
            if unit == StepUnit::Epoch && !at.last {
                let last = self.schedule().mini_batches(at.epoch) - 1;
                // The last mini-batch can have fewer samples.
                (at, sample) = (self.schedule().find(at.epoch, last)?, 0);
            }
            while sample <= at.m {
                if let Some(stop) = self.stop(&at, sample, unit).filter(|stop| *stop > from) {
                    return Ok(stop);
                }
                sample += 1;
            }
            (at, sample) = (self.schedule().locate(at.index + 1), 0);
        }
    }

    /// Returns the previous position at which a move of this unit stops; none for the first position.
    ///
    /// # Errors
    /// [`Error::Position`] if there is no such position.
    pub(crate) fn previous(&self, from: Position, unit: StepUnit) -> Result<Option<Position>, Error> {
        let (at, _) = self.find(from)?;
        if from == Position::ORIGIN {
            return Ok(None);
        }
        if unit == StepUnit::Step {
            return Ok(Some(if from.step > 0 {
                Position { step: from.step - 1, ..from }
            } else if from.sample > 0 {
                let sample = from.sample - 1;
                Position { sample, step: self.plan(&at).length_at(sample) - 1, ..from }
            } else {
                self.end(&self.schedule().locate(at.index - 1))
            }));
        }
        let (mut at, mut sample) = (at, from.sample);
        loop {
            for sample in (0..=sample).rev() {
                if let Some(stop) = self.stop(&at, sample, unit).filter(|stop| *stop < from) {
                    return Ok(Some(stop));
                }
            }
            let passed = if unit == StepUnit::Epoch { at.mini_batch + 1 } else { 1 };
            let Some(before) = at.index.checked_sub(passed) else {
                return Ok(Some(Position::ORIGIN));
            };
            at = self.schedule().locate(before);
            sample = at.m;
        }
    }

    /// Returns the position of the update of a mini-batch.
    pub(crate) fn update_of(&self, index: u64) -> Position {
        let at = self.schedule().locate(index);
        Position { epoch: at.epoch, mini_batch: at.mini_batch, sample: at.m, step: Plan::UPDATE }
    }

    /// Returns the last position of a mini-batch.
    fn end(&self, at: &MiniBatch) -> Position {
        let step = self.plan(at).tail_length() - 1;
        Position { epoch: at.epoch, mini_batch: at.mini_batch, sample: at.m, step }
    }

    /// Returns where moves of this unit stop within a sample of a mini-batch. `sample` is m for the end of
    /// the mini-batch.
    fn stop(&self, at: &MiniBatch, sample: u64, unit: StepUnit) -> Option<Position> {
        let update = self.update_of(at.index);
        match unit {
            StepUnit::Step | StepUnit::Sample if sample < at.m => {
                Some(Position { sample, step: self.plan(at).sample_length() - 1, ..update })
            }
            _ if sample < at.m => None,
            StepUnit::Epoch => at.last.then(|| self.end(at)),
            StepUnit::Step | StepUnit::Sample | StepUnit::MiniBatch => Some(update),
        }
    }
}
