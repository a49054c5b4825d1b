//! The steps of a mini-batch, and positions.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A step of one sample, in the order in which they are taken. `l` is the book's number of a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SampleStep {
    /// The input x of the sample becomes a^1.
    Load,
    /// z^l = w^l a^(l−1) + b^l.
    Z(usize),
    /// a^l = σ(z^l).
    A(usize),
    /// C = ½‖a^L − y‖².
    Cost,
    /// δ^l (BP1 at the output, BP2 in hidden layers).
    Delta(usize),
    /// ∂C/∂w^l and ∂C/∂b^l (BP3, BP4).
    Nabla(usize),
    /// The sample's ∇ is added to Σ∇.
    Sum,
}

/// A step that ends a mini-batch or an epoch, after the steps of all samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TailStep {
    /// Σ∇ ÷ m.
    Mean,
    /// Times η.
    Scale,
    /// w ← w + step, biases alike; every parameter at once.
    Update,
    /// The network is evaluated, at the end of an epoch.
    Evaluate,
    /// The order of the samples is drawn again, at the end of an epoch.
    Shuffle,
}

/// One step of a mini-batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A step of one sample.
    Sample(SampleStep),
    /// A step after those of all samples.
    Tail(TailStep),
}

/// A position in time. Its step has been carried out, the next one has not. All numbers are counted from 0.
/// The steps that end a mini-batch of m samples have `sample` = m.
///
/// Ordered by time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Epoch.
    pub epoch: u64,
    /// Mini-batch of the epoch.
    pub mini_batch: u64,
    /// Sample of the mini-batch, or m.
    pub sample: u64,
    /// Index in [`Plan::sample_steps`], or in [`Plan::tail_steps`].
    pub step: u64,
}

impl Position {
    /// The first position: the first x is loaded.
    pub const ORIGIN: Self = Self { epoch: 0, mini_batch: 0, sample: 0, step: 0 };
}

/// The unit of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepUnit {
    /// To the next step.
    Step,
    /// To the Sum of a sample, and after the last sample to the update, which ends a mini-batch for every
    /// move.
    Sample,
    /// To the update of a mini-batch.
    MiniBatch,
    /// To the last step of an epoch, its shuffle.
    Epoch,
}

/// The steps of one mini-batch. They depend on the number of layers, the number of samples, and on whether it
/// is the last of its epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// L.
    pub layers: usize,
    /// m, the number of its samples.
    pub m: u64,
    /// Whether it is the last of its epoch.
    pub last: bool,
    /// Whether the network is evaluated at the end of an epoch.
    pub evaluates: bool,
}

impl Plan {
    /// Returns the steps of one sample: load; z, a of each layer upwards; cost; delta, nabla of each layer
    /// downwards; sum.
    #[must_use]
    pub fn sample_steps(&self) -> Vec<SampleStep> {
        let mut steps = vec![SampleStep::Load];
        for l in 2..=self.layers {
            steps.extend([SampleStep::Z(l), SampleStep::A(l)]);
        }
        steps.push(SampleStep::Cost);
        for l in (2..=self.layers).rev() {
            steps.extend([SampleStep::Delta(l), SampleStep::Nabla(l)]);
        }
        steps.push(SampleStep::Sum);
        steps
    }

    /// Returns the steps that end the mini-batch.
    #[must_use]
    pub fn tail_steps(&self) -> Vec<TailStep> {
        let mut steps = vec![TailStep::Mean, TailStep::Scale, TailStep::Update];
        if self.last && self.evaluates {
            steps.push(TailStep::Evaluate);
        }
        if self.last {
            steps.push(TailStep::Shuffle);
        }
        steps
    }

    /// Returns the number of steps of a sample: 4(L − 1) + 3.
    #[must_use]
    pub fn sample_length(&self) -> u64 {
        4 * (self.layers as u64 - 1) + 3
    }

    /// Returns the number of steps that end the mini-batch.
    #[must_use]
    pub fn tail_length(&self) -> u64 {
        self.tail_steps().len() as u64
    }

    /// Returns the number of steps of a sample, or of those that end the mini-batch if `sample` is m.
    #[must_use]
    pub fn length_at(&self, sample: u64) -> u64 {
        if sample < self.m { self.sample_length() } else { self.tail_length() }
    }

    /// Returns a step by its sample and its index, if there is one.
    #[must_use]
    pub fn step(&self, sample: u64, step: u64) -> Option<Step> {
        let step = usize::try_from(step).ok()?;
        match sample.cmp(&self.m) {
            Ordering::Less => self.sample_steps().get(step).copied().map(Step::Sample),
            Ordering::Equal => self.tail_steps().get(step).copied().map(Step::Tail),
            Ordering::Greater => None,
        }
    }

    /// Index of the update in [`Plan::tail_steps`].
    pub const UPDATE: u64 = 2;

    /// Returns the sample and the index of the same kind of step as one of `old`, with layer and sample
    /// limited to those of this plan.
    #[must_use]
    pub(crate) fn nearest(&self, old: &Self, sample: u64, step: u64) -> (u64, u64) {
        if sample >= old.m {
            return (self.m, step.min(self.tail_length() - 1));
        }
        let clamp = |l: usize| l.min(self.layers);
        let wanted = match old.sample_steps().get(step as usize) {
            Some(SampleStep::Z(l)) => SampleStep::Z(clamp(*l)),
            Some(SampleStep::A(l)) => SampleStep::A(clamp(*l)),
            Some(SampleStep::Delta(l)) => SampleStep::Delta(clamp(*l)),
            Some(SampleStep::Nabla(l)) => SampleStep::Nabla(clamp(*l)),
            other => *other.unwrap_or(&SampleStep::Load),
        };
        let at = self.sample_steps().iter().position(|step| *step == wanted).unwrap_or(0);
        (sample.min(self.m - 1), at as u64)
    }
}
