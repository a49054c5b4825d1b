//! Copies of the network at evenly spaced mini-batches, within a fixed number of bytes.

use alloc::rc::Rc;
use alloc::vec;
use alloc::vec::Vec;

use crate::learn::parameters::Parameters;

/// The most checkpoints. Computing the mini-batches between two of so many takes less time than searching
/// among more.
const MAX_KEPT: usize = 4096;

/// Networks before a mini-batch, without the edits made at its start.
#[derive(Debug, Clone)]
pub(crate) struct Checkpoints {
    budget: usize,
    bytes: usize,
    spacing: u64,
    kept: Vec<(u64, Rc<Parameters>)>,
}

/// Bytes that one network takes, approximately.
pub(crate) fn bytes_of(network: &Parameters) -> usize {
    size_of_val(network.values()) + size_of_val(network.sizes().as_slice()) + size_of::<Parameters>() + 64
}

impl Checkpoints {
    /// Starts with the network before the first mini-batch, which is never removed.
    pub(crate) fn new(budget: usize, first: Parameters) -> Self {
        Self { budget, bytes: bytes_of(&first), spacing: 1, kept: vec![(0, Rc::new(first))] }
    }

    /// Whether the spacing has a checkpoint before mini-batch `index`, and it is not there yet.
    pub(crate) fn is_due(&self, index: u64) -> bool {
        self.kept.last().is_none_or(|(at, _)| *at < index) && index.is_multiple_of(self.spacing)
    }

    /// Adds a copy of the network before mini-batch `index`. When the bytes are used up, every second
    /// checkpoint is removed and the spacing doubles.
    pub(crate) fn add(&mut self, index: u64, network: &Parameters) {
        self.kept.push((index, Rc::new(network.clone())));
        self.bytes += bytes_of(network);
        while (self.bytes > self.budget || self.kept.len() > MAX_KEPT) && self.kept.len() > 1 {
            self.spacing *= 2;
            let spacing = self.spacing;
            self.keep(|at| at.is_multiple_of(spacing));
        }
    }

    /// Returns the last checkpoint at or before mini-batch `index`.
    pub(crate) fn nearest(&self, index: u64) -> (u64, &Parameters) {
        let (at, network) = &self.kept[self.kept.partition_point(|(at, _)| *at <= index) - 1];
        (*at, network)
    }

    /// Returns the spacing after so many mini-batches of networks of this size, if nothing was removed.
    pub(crate) fn spacing_of(&self, completed: u64, network: &Parameters) -> u64 {
        let most = (self.budget / bytes_of(network)).clamp(1, MAX_KEPT) as u64;
        let mut spacing = 1;
        while completed / spacing + 1 > most && spacing <= completed {
            spacing *= 2;
        }
        spacing
    }

    /// Removes the checkpoints after mini-batch `index`.
    pub(crate) fn truncate(&mut self, index: u64) {
        self.keep(|at| at <= index);
    }

    /// Bytes that all of them take, approximately.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    fn keep(&mut self, keep: impl Fn(u64) -> bool) {
        self.kept.retain(|(at, _)| keep(*at));
        self.bytes = self.kept.iter().map(|(_, network)| bytes_of(network)).sum();
    }
}
