//! The steps of a mini-batch and positions in time.

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
    /// w ← w − change, biases alike; every parameter at once.
    Update,
    /// Right answers are counted, at the end of an epoch.
    Evaluate,
    /// The samples are put in a new order, at the end of an epoch.
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

/// A place in time: the step it names *has been carried out*, the next one has not. All counted from 0.
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
    /// Number of the step among the sample's, or among those that end the mini-batch.
    pub step: u64,
}

impl Position {
    /// The first position of all: the first x is loaded.
    pub const ORIGIN: Self = Self { epoch: 0, mini_batch: 0, sample: 0, step: 0 };
}

/// How far a move goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepUnit {
    /// To the next step.
    Step,
    /// To the end of a sample (its Sum) or of a mini-batch.
    Sample,
    /// To the update of a mini-batch.
    MiniBatch,
    /// To the last step of an epoch.
    Epoch,
}

/// The steps of one mini-batch: which they are depends on the number of layers, the samples in it, and
/// whether it is the last of its epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// L.
    pub layers: usize,
    /// m, the samples really in this mini-batch.
    pub m: u64,
    /// Whether an epoch ends with it.
    pub last: bool,
    /// Whether right answers are counted at the end of an epoch.
    pub evaluates: bool,
}

impl Plan {
    /// The steps of one sample: load; z, a upwards; cost; delta, nabla downwards; sum.
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

    /// The steps that end the mini-batch.
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

    /// How many steps a sample has: 4(L − 1) + 3.
    #[must_use]
    pub fn sample_length(&self) -> u64 {
        4 * (self.layers as u64 - 1) + 3
    }

    /// How many steps end the mini-batch.
    #[must_use]
    pub fn tail_length(&self) -> u64 {
        self.tail_steps().len() as u64
    }

    /// How many steps there are at this sample, or at the end of the mini-batch if `sample` is m.
    #[must_use]
    pub fn length_at(&self, sample: u64) -> u64 {
        if sample < self.m { self.sample_length() } else { self.tail_length() }
    }

    /// The step at this place, if there is one.
    #[must_use]
    pub fn step(&self, sample: u64, step: u64) -> Option<Step> {
        let step = usize::try_from(step).ok()?;
        match sample.cmp(&self.m) {
            Ordering::Less => self.sample_steps().get(step).copied().map(Step::Sample),
            Ordering::Equal => self.tail_steps().get(step).copied().map(Step::Tail),
            Ordering::Greater => None,
        }
    }

    /// Number of the update among the steps that end the mini-batch.
    pub const UPDATE: u64 = 2;

    /// The place in this plan of the same kind of step, with the layer and the sample brought into
    /// range.
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
