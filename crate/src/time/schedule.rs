//! Which mini-batch is where: between the number of a mini-batch counted from the start of the session
//! and its place in an epoch, in closed form, however often the mini-batch size was changed.

use alloc::vec;
use alloc::vec::Vec;

use crate::error::Error;
use crate::learn::resident::MAX_INDEX;

/// From one mini-batch on, a mini-batch size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    /// Its first mini-batch, counted from the start of the session.
    first: u64,
    epoch: u64,
    mini_batch: u64,
    /// Samples of the epoch used before it.
    offset: u64,
    size: u64,
}

/// Where a mini-batch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MiniBatch {
    /// Counted from the start of the session.
    pub index: u64,
    /// Epoch, from 0.
    pub epoch: u64,
    /// Number in the epoch, from 0.
    pub mini_batch: u64,
    /// The samples of the epoch's order that come before it.
    pub offset: u64,
    /// Samples really in it.
    pub m: u64,
    /// Whether it ends the epoch.
    pub last: bool,
}

/// The mini-batch sizes over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    count: u64,
    segments: Vec<Segment>,
}

impl Schedule {
    /// Mini-batches of `size` samples, from the start; the data has `count` samples, 1 ≤ size ≤ count.
    #[must_use]
    pub fn new(count: usize, size: usize) -> Self {
        let size = size as u64;
        let segment = Segment { first: 0, epoch: 0, mini_batch: 0, offset: 0, size };
        Self { count: count as u64, segments: vec![segment] }
    }

    /// Changes the size from mini-batch `index` on, which is not before any change made so far.
    pub fn change(&mut self, index: u64, size: usize) {
        let at = self.locate(index);
        let same = |segment: &mut Segment| segment.first == index;
        self.segments.pop_if(same);
        let (epoch, mini_batch, offset) = (at.epoch, at.mini_batch, at.offset);
        self.segments.push(Segment { first: index, epoch, mini_batch, offset, size: size as u64 });
    }

    /// Where mini-batch `index` is.
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

    /// The mini-batch at this place of an epoch.
    ///
    /// # Errors
    /// [`Error::Position`] if the epoch has no such mini-batch.
    pub fn find(&self, epoch: u64, mini_batch: u64) -> Result<MiniBatch, Error> {
        if epoch >= MAX_INDEX {
            return Err(Error::Position { what: "the epoch", got: epoch, limit: MAX_INDEX });
        }
        let limit = self.mini_batches(epoch);
        if mini_batch >= limit {
            return Err(Error::Position { what: "the mini-batch", got: mini_batch, limit });
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

    /// How many mini-batches an epoch has, as far as is known now.
    #[must_use]
    pub fn mini_batches(&self, epoch: u64) -> u64 {
        let segment = self.segments[self.segments.partition_point(|s| s.epoch <= epoch) - 1];
        if segment.epoch == epoch {
            segment.mini_batch + self.rest(segment)
        } else {
            self.count.div_ceil(segment.size)
        }
    }

    /// Mini-batches of this size that the segment's first epoch still holds.
    fn rest(&self, segment: Segment) -> u64 {
        (self.count - segment.offset).div_ceil(segment.size)
    }
}
