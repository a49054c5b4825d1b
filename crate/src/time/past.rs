//! The results of the completed mini-batches, and the computation of mini-batches.

use alloc::vec::Vec;
use core::ops::Range;

use crate::error::Error;
use crate::learn::descent::Descent;
use crate::learn::evaluate::{Evaluation, evaluate_classes};
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;
use crate::rng::permutation;
use crate::time::checkpoints::{Checkpoints, bytes_of};
use crate::time::costs::Costs;
use crate::time::evaluations::{Evaluated, Evaluations};
use crate::time::journal::Journal;
use crate::time::schedule::MiniBatch;
use crate::time::state_at::diverged;

/// The most bytes that checkpoints take.
const BUDGET: usize = 64 << 20;

/// The results of the completed mini-batches of a journal.
#[derive(Debug, Clone)]
pub(crate) struct Past {
    pub(crate) checkpoints: Checkpoints,
    /// The costs of the completed mini-batches.
    pub(crate) costs: Costs,
    /// The evaluations at the ends of the completed epochs.
    pub(crate) evaluations: Evaluations,
    /// The network after the last completed mini-batch, before the edits made there.
    pub(crate) frontier: Parameters,
}

impl Past {
    pub(crate) fn new(journal: &Journal) -> Result<Self, Error> {
        let first = journal.first_network()?;
        let checkpoints = Checkpoints::new(BUDGET, first.clone());
        let (costs, evaluations) = (Costs::default(), Evaluations::default());
        Ok(Self { checkpoints, costs, evaluations, frontier: first })
    }

    /// Number of completed mini-batches.
    pub(crate) fn completed(&self) -> u64 {
        self.costs.completed()
    }

    /// Completes up to `count` more mini-batches, as long as `go_on` returns true, which is called after
    /// each. Returns how many were completed.
    ///
    /// # Errors
    /// [`Error::Diverged`]; the mini-batches before it are completed.
    pub(crate) fn complete(
        &mut self,
        journal: &Journal,
        runner: &mut Runner,
        count: u64,
        mut go_on: impl FnMut() -> bool,
    ) -> Result<u64, Error> {
        let mut done = Ok(0);
        for number in 1..=count {
            done = self.complete_next(journal, runner).map(|()| number);
            if done.is_err() || !go_on() {
                break;
            }
        }
        runner.settle(&mut self.frontier);
        done
    }

    /// Completes the next mini-batch. Weights of `frontier` may be elsewhere until it is settled.
    fn complete_next(&mut self, journal: &Journal, runner: &mut Runner) -> Result<(), Error> {
        let index = self.completed();
        let cost = if journal.changes_at(index) {
            runner.settle(&mut self.frontier);
            let mut network = self.frontier.clone();
            journal.apply_at(index, &mut network);
            let cost = runner.mini_batch(journal, index, &mut network)?;
            self.frontier = network;
            cost
        } else {
            runner.mini_batch_of_many(journal, index, &mut self.frontier)?
        };
        self.costs.push(cost);
        if self.checkpoints.is_due(index + 1) {
            runner.settle(&mut self.frontier);
            self.checkpoints.add(index + 1, &self.frontier);
        }
        self.evaluate(journal, runner);
        Ok(())
    }

    /// Evaluates the network if the last completed mini-batch ends an epoch and that epoch is due. As the
    /// step `Evaluate` does, it takes the edits at the end of that mini-batch into account.
    fn evaluate(&mut self, journal: &Journal, runner: &mut Runner) {
        let Some(index) = self.completed().checked_sub(1) else { return };
        let at = journal.schedule().locate(index);
        if !at.last || !journal.start.evaluates || !self.evaluations.due(at.epoch) {
            return;
        }
        let (evaluation, never_predicted) = if journal.changes_at(index + 1) {
            runner.settle(&mut self.frontier);
            let mut network = self.frontier.clone();
            journal.apply_early(index + 1, &mut network);
            runner.evaluate(journal, index, &network)
        } else {
            runner.evaluate(journal, index, &self.frontier)
        };
        self.evaluations.push(Evaluated { epoch: at.epoch, index, evaluation, never_predicted });
    }

    /// Removes the results from mini-batch `index` on, which begins differently now.
    pub(crate) fn truncate(
        &mut self,
        journal: &Journal,
        runner: &mut Runner,
        index: u64,
    ) -> Result<(), Error> {
        self.checkpoints.truncate(index);
        if index >= self.completed() {
            if index == self.completed() {
                self.evaluations.truncate(index.saturating_sub(1));
                self.evaluate(journal, runner);
            }
            return Ok(());
        }
        self.costs.truncate(index);
        let completed = self.completed();
        self.evaluations.truncate(completed.saturating_sub(1));
        let (at, network) = self.checkpoints.nearest(completed);
        let mut network = network.clone();
        runner.replay(journal, at..completed, &mut network)?;
        self.frontier = network;
        self.evaluate(journal, runner);
        self.complete(journal, runner, index.saturating_sub(self.completed()), || true).map(drop)
    }

    pub(crate) fn bytes(&self) -> usize {
        let lists = self.costs.bytes() + self.evaluations.bytes();
        self.checkpoints.bytes() + lists + bytes_of(&self.frontier)
    }
}

/// Buffers for the computation of mini-batches. They are used again for every mini-batch, so that training
/// does not allocate.
#[derive(Debug, Clone)]
pub(crate) struct Runner {
    descent: Descent,
    order: Order,
}

/// The order of the samples in an epoch.
#[derive(Debug, Clone, Default)]
struct Order {
    /// The epoch. None before the first order is drawn.
    epoch: Option<u64>,
    samples: Vec<u32>,
}

impl Order {
    /// Returns the samples of a mini-batch, in their order. Draws the order of its epoch if another one is
    /// there, or none.
    fn batch(&mut self, journal: &Journal, at: &MiniBatch) -> &[u32] {
        let count = journal.settings(at.index).samples.count();
        if self.epoch != Some(at.epoch) || self.samples.len() != count {
            self.samples.resize(count, 0);
            permutation(journal.start.seed, at.epoch, &mut self.samples);
            self.epoch = Some(at.epoch);
        }
        &self.samples[at.offset as usize..][..at.m as usize]
    }
}

impl Runner {
    pub(crate) fn new(sizes: &Sizes) -> Self {
        Self { descent: Descent::new(sizes), order: Order::default() }
    }

    /// Removes the order of the samples: with another seed it is another.
    pub(crate) fn forget_order(&mut self) {
        self.order = Order::default();
    }

    /// Returns the samples of a mini-batch, in their order.
    pub(crate) fn batch(&mut self, journal: &Journal, at: &MiniBatch) -> &[u32] {
        self.order.batch(journal, at)
    }

    /// Evaluates a network on the evaluation samples at the end of mini-batch `index`.
    pub(crate) fn evaluate(
        &mut self,
        journal: &Journal,
        index: u64,
        network: &Parameters,
    ) -> (Evaluation, u32) {
        self.fit(network);
        evaluate_classes(network, &mut self.descent.batch, journal.evaluated(index))
    }

    /// Brings all weights back into the network that was trained.
    pub(crate) fn settle(&mut self, network: &mut Parameters) {
        self.descent.settle(network);
    }

    /// Makes the buffers fit the sizes of a network.
    fn fit(&mut self, network: &Parameters) {
        if self.descent.sizes() != network.sizes() {
            self.descent = Descent::new(network.sizes());
        }
    }

    /// Trains the network at the start of a mini-batch with it, and returns the mean cost.
    pub(crate) fn mini_batch(
        &mut self,
        journal: &Journal,
        index: u64,
        network: &mut Parameters,
    ) -> Result<f64, Error> {
        let cost = self.mini_batch_of_many(journal, index, network);
        self.settle(network);
        cost
    }

    /// Trains the network at the start of the first of these mini-batches with all of them.
    pub(crate) fn replay(
        &mut self,
        journal: &Journal,
        indices: Range<u64>,
        network: &mut Parameters,
    ) -> Result<(), Error> {
        let mut replayed = Ok(());
        for index in indices {
            if journal.changes_at(index) {
                self.settle(network);
                journal.apply_at(index, network);
            }
            replayed = self.mini_batch_of_many(journal, index, network).map(drop);
            if replayed.is_err() {
                break;
            }
        }
        self.settle(network);
        replayed
    }

    /// The same for one mini-batch of many. Until the network is settled it must only be trained further.
    pub(crate) fn mini_batch_of_many(
        &mut self,
        journal: &Journal,
        index: u64,
        network: &mut Parameters,
    ) -> Result<f64, Error> {
        let at = journal.schedule().locate(index);
        self.fit(network);
        let batch = self.order.batch(journal, &at);
        let settings = journal.settings(index);
        self.descent.pass.conventions = settings.conventions;
        let cost = self.descent.mini_batch_of_many(network, &settings.samples, batch, settings.eta);
        cost.map_err(|parameter| diverged(network, parameter, &at))
    }
}
