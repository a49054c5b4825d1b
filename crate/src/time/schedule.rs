//! Where each mini-batch is: its number from the start of the session, and its epoch and number in it. Both
//! follow from each other by a formula, however often the mini-batch size was changed.

use alloc::vec;
use alloc::vec::Vec;

use crate::error::Error;
use crate::learn::resident::MAX_INDEX;
use crate::subject::Subject;

/// A mini-batch size, and the first mini-batch that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    /// Its first mini-batch, counted from the start of the session.
    first: u64,
    epoch: u64,
    mini_batch: u64,
    /// Samples of the epoch in the mini-batches before it.
    offset: u64,
    size: u64,
}

/// A mini-batch: its numbers and its samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MiniBatch {
    /// Number, counted from the start of the session.
    pub index: u64,
    /// Epoch, from 0.
    pub epoch: u64,
    /// Number in the epoch, from 0.
    pub mini_batch: u64,
    /// Samples of the epoch in the mini-batches before it.
    pub offset: u64,
    /// m, the number of its samples.
    pub m: u64,
    /// Whether it is the last of its epoch.
    pub last: bool,
}

/// The mini-batch sizes of a session over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    count: u64,
    segments: Vec<Segment>,
}

impl Schedule {
    /// Starts with mini-batches of `size` samples; 1 ≤ size ≤ count, the number of samples in the data.
    #[must_use]
    pub fn new(count: usize, size: usize) -> Self {
        let size = size as u64;
        let segment = Segment { first: 0, epoch: 0, mini_batch: 0, offset: 0, size };
        Self { count: count as u64, segments: vec![segment] }
    }

    /// Changes the size from mini-batch `index` on. An earlier change must not be at a later mini-batch.
    pub fn change(&mut self, index: u64, size: usize) {
        let at = self.locate(index);
        let same = |segment: &mut Segment| segment.first == index;
        self.segments.pop_if(same);
        let (epoch, mini_batch, offset) = (at.epoch, at.mini_batch, at.offset);
        self.segments.push(Segment { first: index, epoch, mini_batch, offset, size: size as u64 });
    }

    /// Returns mini-batch `index`.
    #[must_use]
    pub fn locate(&self, index: u64) -> MiniBatch {
        let segment = self.segments[self.segments.partition_point(|s| s.first <= index) - 1];
        let (passed, rest) = (index - segment.first, self.rest(segment));
        let (epoch, mini_batch, offset) = if passed < rest {
            (segment.epoch, segment.mini_batch + passed, segment.offset + passed * segment.size)
        } else {
            let (passed, per_epoch) = (passed - rest, self.count.div_ceil(segment.size));
            (segment.epoch + 1 + passed / per_epoch, passed % per_epoch, passed % per_epoch * segment.size)
        };
        let m = segment.size.min(self.count - offset);
        MiniBatch { index, epoch, mini_batch, offset, m, last: offset + m == self.count }
    }

    /// Returns a mini-batch by its epoch and its number in that epoch.
    ///
    /// # Errors
    /// [`Error::Position`] if the epoch has no such mini-batch.
    pub fn find(&self, epoch: u64, mini_batch: u64) -> Result<MiniBatch, Error> {
        if epoch >= MAX_INDEX {
            return Err(Error::Position { what: Subject::EpochIndex, got: epoch, limit: MAX_INDEX });
        }
        let limit = self.mini_batches(epoch);
        if mini_batch >= limit {
            return Err(Error::Position { what: Subject::MiniBatchIndex, got: mini_batch, limit });
        }
        let before = self.segments.partition_point(|s| (s.epoch, s.mini_batch) <= (epoch, mini_batch));
        let segment = self.segments[before - 1];
        Ok(self.locate(if epoch == segment.epoch {
            segment.first + mini_batch - segment.mini_batch
        } else {
            let per_epoch = self.count.div_ceil(segment.size);
            segment.first + self.rest(segment) + (epoch - segment.epoch - 1) * per_epoch + mini_batch
        }))
    }

    /// Returns how many mini-batches an epoch has, by the changes made so far.
    #[must_use]
    pub fn mini_batches(&self, epoch: u64) -> u64 {
        let segment = self.segments[self.segments.partition_point(|s| s.epoch <= epoch) - 1];
        if segment.epoch == epoch {
            segment.mini_batch + self.rest(segment)
        } else {
            self.count.div_ceil(segment.size)
        }
    }

    /// Returns how many mini-batches of this size the rest of the segment's first epoch has.
    fn rest(&self, segment: Segment) -> u64 {
        (self.count - segment.offset).div_ceil(segment.size)
    }
}
