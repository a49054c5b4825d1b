//! The seeded generator. Everything random is a function of (seed, purpose, place), never of what was
//! drawn before: the start of a weight depends on its own place alone, the order of an epoch on its
//! number alone.
//!
//! Raw numbers come from PCG XSL RR 128/64 (O'Neill 2014, "PCG: A Family of Simple Fast
//! Space-Efficient Statistically Good Algorithms"), one stream for each purpose and place.

use rand_pcg::Pcg64;
use rand_pcg::rand_core::Rng as _;

use crate::error::Error;
use crate::subject::Subject;

/// The greatest seed: every whole number up to it is exact in JavaScript too.
pub const MAX_SEED: u64 = (1 << 53) - 1;

const START: u128 = 1 << 64;
const SHUFFLE: u128 = 2 << 64;
const SAMPLE: u128 = 3 << 64;
const SPLIT: u128 = 4 << 64;

/// One stream of random numbers.
#[derive(Debug, Clone)]
pub struct Stream(Pcg64);

impl Stream {
    /// Start values of neuron `j` (counted from 0) of layer `l`: its bias first, then its weights in
    /// the order of the neurons they come from.
    #[must_use]
    pub fn start(seed: u64, l: usize, j: usize) -> Self {
        Self(Pcg64::new(seed.into(), START | ((l as u128) << 32) | j as u128))
    }

    /// The shuffle before epoch `epoch` (counted from 0).
    #[must_use]
    pub fn shuffle(seed: u64, epoch: u64) -> Self {
        Self(Pcg64::new(seed.into(), SHUFFLE | u128::from(epoch)))
    }

    /// Sample `i` (counted from 0) of a generated data set.
    #[must_use]
    pub fn sample(seed: u64, i: usize) -> Self {
        Self(Pcg64::new(seed.into(), SAMPLE | i as u128))
    }

    /// The train/test split of a data set.
    #[must_use]
    pub fn train_test_split(seed: u64) -> Self {
        Self(Pcg64::new(seed.into(), SPLIT))
    }

    /// Writes a permutation of 0..`order.len()` (Fisher and Yates 1938, from the end).
    pub(crate) fn shuffle_into(&mut self, order: &mut [u32]) {
        for (at, sample) in (0..).zip(order.iter_mut()) {
            *sample = at;
        }
        for last in (1..order.len()).rev() {
            let chosen = self.below(last as u64 + 1) as usize;
            order.swap(last, chosen);
        }
    }

    /// Uniform in [0, 1), a multiple of 2^−53.
    pub fn uniform(&mut self) -> f64 {
        const UNIT: f64 = 1.0 / (1_u64 << 53) as f64;
        (self.0.next_u64() >> 11) as f64 * UNIT
    }

    /// Standard normal, by the polar method (Marsaglia and Bray 1964). The second value of a pair is
    /// dropped, so that a stream has no hidden state between draws.
    pub fn normal(&mut self) -> f64 {
        loop {
            let u = 2.0 * self.uniform() - 1.0;
            let v = 2.0 * self.uniform() - 1.0;
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                return u * libm::sqrt(-2.0 * libm::log(s) / s);
            }
        }
    }

    /// A whole number below `n` ≥ 1, every one as likely as the others: multiply and shift, rejecting
    /// the few draws that would favour some (Lemire 2019, "Fast Random Integer Generation in an
    /// Interval").
    pub fn below(&mut self, n: u64) -> u64 {
        let reject = n.wrapping_neg() % n;
        loop {
            let product = u128::from(self.0.next_u64()) * u128::from(n);
            if product as u64 >= reject {
                return (product >> 64) as u64;
            }
        }
    }
}

/// Writes the order of the samples in epoch `epoch` (counted from 0): a fresh permutation of
/// 0..`order.len()`, a function of seed and epoch alone.
pub fn permutation(seed: u64, epoch: u64, order: &mut [u32]) {
    Stream::shuffle(seed, epoch).shuffle_into(order);
}

/// Refuses a seed that JavaScript could not hold exactly.
///
/// # Errors
/// [`Error::OutOfRange`].
pub(crate) fn check_seed(seed: u64) -> Result<(), Error> {
    let most = MAX_SEED;
    if seed <= most { Ok(()) } else { Err(Error::OutOfRange { what: Subject::Seed, least: 0, most }) }
}
