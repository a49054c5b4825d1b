//! Samples that stay in memory, and many mini-batches of them in one call.

use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::error::{Error, finite};
use crate::learn::descent::Descent;
use crate::learn::network::{Network, check_mini_batch_size};
use crate::subject::Subject;

/// Epochs and mini-batches beyond this are refused, so that no product overflows.
pub const MAX_INDEX: u64 = 1 << 40;

/// Samples in a fixed order, with the buffers that training on them needs. Nothing is copied or allocated
/// from one mini-batch to the next.
///
/// ```
/// use backstep::{Network, Resident, Samples};
///
/// # fn main() -> Result<(), backstep::Error> {
/// let xor = Samples::new(2, 1, 4, &[0., 0., 0., 1., 1., 0., 1., 1.], &[0., 1., 1., 0.])?;
/// let mut net = Network::new(&[2, 2, 1], 45)?;
/// let mut resident = Resident::new(&net, xor)?;
/// let cost = resident.train_mini_batches(&mut net, 0, 2_000, 4, 3.0)?;
/// assert!(cost < 0.01);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Resident {
    samples: Samples,
    descent: Descent,
    /// The samples of one mini-batch.
    batch: Vec<u32>,
}

impl Resident {
    /// Samples for a network of these sizes.
    ///
    /// # Errors
    /// [`Error::Length`] if the samples do not fit the network.
    pub fn new(network: &Network, samples: Samples) -> Result<Self, Error> {
        network.fits(&samples)?;
        Ok(Self { samples, descent: Descent::new(network.sizes()), batch: Vec::new() })
    }

    /// The samples.
    #[must_use]
    pub fn samples(&self) -> &Samples {
        &self.samples
    }

    /// Trains the network on `count` mini-batches of `m` samples each. Each is one step of gradient descent,
    /// as by [`Network::update_mini_batch`]. Returns the mean of C over the last mini-batch, before its
    /// update.
    ///
    /// The first mini-batch has the number `first`. Mini-batch i has the samples i·m, i·m + 1, …,
    /// i·m + m − 1; after the last sample comes the first again. Both are counted from 0.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for `m`, `first` and `count`, [`Error::NotFinite`] for eta, [`Error::Length`] if
    /// the network has other sizes; then nothing is changed. [`Error::Diverged`] leaves the network as it was
    /// after the mini-batch before. The epoch it names is the round through the samples in which the
    /// mini-batch begins; the mini-batch is counted among those that begin in that round.
    pub fn train_mini_batches(
        &mut self,
        network: &mut Network,
        first: u64,
        count: u64,
        m: usize,
        eta: f64,
    ) -> Result<f64, Error> {
        network.fits(&self.samples)?;
        if network.sizes() != self.descent.sizes() {
            self.descent = Descent::new(network.sizes());
        }
        finite(Subject::Eta, eta)?;
        check_mini_batch_size(m, self.samples.count())?;
        integer(Subject::FirstMiniBatch, first, 0)?;
        integer(Subject::MiniBatches, count, 1)?;
        let all = self.samples.count() as u64;
        self.batch.resize(m, 0);
        let mut next = first % all * m as u64 % all;
        let mut cost = 0.0;
        for i in first..first + count {
            for sample in &mut self.batch {
                // Below `all`, which has 17 bits.
                *sample = next as u32;
                next = if next + 1 == all { 0 } else { next + 1 };
            }
            let parameters = network.parameters_mut();
            let trained = self.descent.mini_batch_of_many(parameters, &self.samples, &self.batch, eta);
            match trained {
                Ok(mean) => cost = mean,
                Err(at) => {
                    self.descent.settle(parameters);
                    let (epoch, mini_batch) = place(i, m as u64, all);
                    return Err(network.diverged(at, epoch, mini_batch));
                }
            }
        }
        self.descent.settle(network.parameters_mut());
        Ok(cost)
    }
}

/// Returns the round through `all` samples in which mini-batch `i` begins, and its number among those that
/// begin in that round. Both are counted from 0.
fn place(i: u64, m: u64, all: u64) -> (u64, u64) {
    // Wider, because the product can have 70 bits.
    let [i, m, all] = [i, m, all].map(u128::from);
    let round = i * m / all;
    (round as u64, (i - (round * all).div_ceil(m)) as u64)
}

fn integer(what: Subject, number: u64, least: u64) -> Result<(), Error> {
    let most = MAX_INDEX;
    if (least..=most).contains(&number) { Ok(()) } else { Err(Error::OutOfRange { what, least, most }) }
}
