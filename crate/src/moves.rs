//! From one position to the next or the one before, in steps of any size.

use crate::error::Error;
use crate::journal::Journal;
use crate::schedule::MiniBatch;
use crate::step::{Plan, Position, Unit};

impl Journal {
    /// The next position a move of this size forward leads to.
    ///
    /// # Errors
    /// [`Error::Position`] if there is no such position.
    pub(crate) fn next(&self, from: Position, unit: Unit) -> Result<Position, Error> {
        let (at, plan) = self.find(from)?;
        if unit == Unit::Step {
            return Ok(if from.step + 1 < plan.length_at(from.sample) {
                Position { step: from.step + 1, ..from }
            } else if from.sample < at.m {
                Position { sample: from.sample + 1, step: 0, ..from }
            } else {
                let next = self.schedule().locate(at.index + 1);
                Position { epoch: next.epoch, mini_batch: next.mini_batch, sample: 0, step: 0 }
            });
        }
        let mut at = at;
        loop {
            if unit == Unit::Epoch && !at.last {
                let last = self.schedule().mini_batches(at.epoch) - 1;
                at = self.schedule().find(at.epoch, last)?;
            }
            let stops = self.stops(&at, unit);
            if let Some(stop) = stops.into_iter().find(|stop| *stop > from) {
                return Ok(stop);
            }
            at = self.schedule().locate(at.index + 1);
        }
    }

    /// The position a move of this size backward leads to; none from the very first.
    ///
    /// # Errors
    /// [`Error::Position`] if there is no such position.
    pub(crate) fn previous(&self, from: Position, unit: Unit) -> Result<Option<Position>, Error> {
        let (at, _) = self.find(from)?;
        if from == Position::ORIGIN {
            return Ok(None);
        }
        if unit == Unit::Step {
            return Ok(Some(if from.step > 0 {
                Position { step: from.step - 1, ..from }
            } else if from.sample > 0 {
                let sample = from.sample - 1;
                Position { sample, step: self.plan(&at).length_at(sample) - 1, ..from }
            } else {
                self.end(&self.schedule().locate(at.index - 1))
            }));
        }
        let mut at = at;
        loop {
            let stops = self.stops(&at, unit);
            if let Some(stop) = stops.into_iter().rev().find(|stop| *stop < from) {
                return Ok(Some(stop));
            }
            let before = if unit == Unit::Epoch {
                at.index.checked_sub(at.mini_batch + 1)
            } else {
                at.index.checked_sub(1)
            };
            let Some(before) = before else {
                return Ok(Some(Position::ORIGIN));
            };
            at = self.schedule().locate(before);
        }
    }

    /// The position of the update of a mini-batch.
    pub(crate) fn update_of(&self, index: u64) -> Position {
        let at = self.schedule().locate(index);
        Position { epoch: at.epoch, mini_batch: at.mini_batch, sample: at.m, step: Plan::UPDATE }
    }

    /// The last position of a mini-batch.
    fn end(&self, at: &MiniBatch) -> Position {
        let step = self.plan(at).tail_length() - 1;
        Position { epoch: at.epoch, mini_batch: at.mini_batch, sample: at.m, step }
    }

    /// Where moves of this size stop in a mini-batch, in order.
    fn stops(&self, at: &MiniBatch, unit: Unit) -> Vec<Position> {
        let update = self.update_of(at.index);
        match unit {
            Unit::Epoch if at.last => vec![self.end(at)],
            Unit::Epoch => Vec::new(),
            Unit::MiniBatch => vec![update],
            Unit::Step | Unit::Sample => {
                let step = self.plan(at).sample_length() - 1;
                let sums = (0..at.m).map(|sample| Position { sample, step, ..update });
                sums.chain([update]).collect()
            }
        }
    }
}
