//! The network of the book, as a plain type: what programs use that want the algorithm alone.

use alloc::vec;
use alloc::vec::Vec;

use ndarray::{Array1, Array2, ArrayView1, ArrayView2};

use crate::data::samples::Samples;
use crate::error::{Error, finite, finite_list};
use crate::learn::Batch;
use crate::learn::conventions::Conventions;
use crate::learn::descent::Descent;
use crate::learn::evaluate::{Evaluation, evaluate};
use crate::learn::layer;
use crate::learn::parameters::Parameters;
use crate::learn::pass::Pass;
use crate::learn::sizes::Sizes;
use crate::rng::{check_seed, permutation};
use crate::subject::Subject;

/// A feedforward network of sigmoid units (book: chapter 1, `class Network`).
///
/// Layers are numbered as in the book: 1 is the input, L the output; only layers from 2 on have
/// weights and biases.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    parameters: Parameters,
}

/// Everything [`Network::backprop`] computes for one sample. Lists have one entry for each layer: `a`
/// for layers 1 to L, the others for layers 2 to L (index 0 = layer 2).
#[derive(Debug, Clone, PartialEq)]
pub struct Backprop {
    /// z^l. **Shapes**: `[n_l]`.
    pub z: Vec<Array1<f64>>,
    /// a^l, with a^1 = x. **Shapes**: `[n_l]`.
    pub a: Vec<Array1<f64>>,
    /// δ^l (BP1, BP2). **Shapes**: `[n_l]`.
    pub delta: Vec<Array1<f64>>,
    /// ∂C/∂b^l (BP3). **Shapes**: `[n_l]`.
    pub nabla_b: Vec<Array1<f64>>,
    /// ∂C/∂w^l (BP4). **Shapes**: `[n_l, n_(l−1)]`.
    pub nabla_w: Vec<Array2<f64>>,
}

/// How to train (book: the arguments of `SGD`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sgd {
    /// How many times to go through the training data.
    pub epochs: u64,
    /// Samples in a mini-batch; the last one of an epoch can be shorter.
    pub mini_batch_size: usize,
    /// η, the learning rate.
    pub eta: f64,
    /// Seed of the shuffles.
    pub seed: u64,
}

impl Network {
    /// Standard-normal weights and biases from the seed (book: `__init__`).
    ///
    /// # Errors
    /// [`Error::Layers`], [`Error::Neurons`], [`Error::Parameters`], [`Error::OutOfRange`] for the seed.
    pub fn new(sizes: &[usize], seed: u64) -> Result<Self, Error> {
        check_seed(seed)?;
        Ok(Self { parameters: Parameters::normal(Sizes::new(sizes)?, seed) })
    }

    /// The given weights and biases: layer by layer, weights row-major `[to][from]`, then biases.
    ///
    /// # Errors
    /// As [`Network::new`], and [`Error::Length`], [`Error::ParameterNotFinite`].
    pub fn from_parameters(sizes: &[usize], values: &[f64]) -> Result<Self, Error> {
        Ok(Self { parameters: Parameters::from_values(Sizes::new(sizes)?, values)? })
    }

    /// The layer sizes.
    #[must_use]
    pub fn sizes(&self) -> &Sizes {
        self.parameters.sizes()
    }

    /// All weights and biases, in the order of [`Network::from_parameters`].
    #[must_use]
    pub fn parameters(&self) -> &[f64] {
        self.parameters.values()
    }

    /// Replaces all weights and biases, or none if one is refused.
    ///
    /// # Errors
    /// [`Error::Length`], [`Error::ParameterNotFinite`].
    pub fn set_parameters(&mut self, values: &[f64]) -> Result<(), Error> {
        self.parameters.set(values)
    }

    pub(crate) fn parameters_mut(&mut self) -> &mut Parameters {
        &mut self.parameters
    }

    /// w^l, **shape** `[n_l, n_(l−1)]`, for 2 ≤ l ≤ L.
    ///
    /// # Panics
    /// If there is no such layer.
    #[must_use]
    pub fn weights(&self, l: usize) -> ArrayView2<'_, f64> {
        self.parameters.w(l)
    }

    /// b^l, **shape** `[n_l]`, for 2 ≤ l ≤ L.
    ///
    /// # Panics
    /// If there is no such layer.
    #[must_use]
    pub fn biases(&self, l: usize) -> ArrayView1<'_, f64> {
        self.parameters.b(l)
    }

    /// a^L for input x (book: `feedforward`).
    ///
    /// # Errors
    /// [`Error::Length`], [`Error::ListNotFinite`].
    pub fn feedforward(&self, x: &[f64]) -> Result<Array1<f64>, Error> {
        finite_list(Subject::X, x, self.sizes().inputs())?;
        let mut pass = Pass::new(self.sizes());
        pass.forward(&self.parameters, x);
        Ok(pass.output().to_vec().into())
    }

    /// ∂C/∂b and ∂C/∂w of one sample, together with every z, a and δ on the way (book: chapter 2,
    /// `backprop`, equations BP1 to BP4).
    ///
    /// # Errors
    /// [`Error::Length`], [`Error::ListNotFinite`].
    ///
    /// # Panics
    /// Never: the shapes are the network's own.
    pub fn backprop(&self, x: &[f64], y: &[f64]) -> Result<Backprop, Error> {
        finite_list(Subject::X, x, self.sizes().inputs())?;
        finite_list(Subject::Y, y, self.sizes().outputs())?;
        let mut pass = Pass::new(self.sizes());
        let mut nabla = Parameters::zeros(self.sizes().clone());
        pass.forward(&self.parameters, x);
        pass.backward(&self.parameters, y);
        let layers = 2..=self.sizes().layers();
        for l in layers.clone() {
            pass.nabla(&mut nabla, l);
        }
        Ok(Backprop {
            z: layers.clone().map(|l| pass.z.layer(l).to_vec().into()).collect(),
            a: (1..=self.sizes().layers()).map(|l| pass.a.layer(l).to_vec().into()).collect(),
            delta: layers.clone().map(|l| pass.delta.layer(l).to_vec().into()).collect(),
            nabla_b: layers.clone().map(|l| nabla.b(l).to_owned()).collect(),
            nabla_w: layers.map(|l| nabla.w(l).to_owned()).collect(),
        })
    }

    /// The mean over the samples of C = ½‖a^L − y‖².
    ///
    /// # Errors
    /// [`Error::Length`] if the samples do not fit the network.
    pub fn cost(&self, samples: &Samples) -> Result<f64, Error> {
        self.fits(samples)?;
        let mut sum = 0.0;
        let half = Conventions::default().cost_factor();
        Batch::new(self.sizes()).answer(&self.parameters, samples, |a, y| sum += layer::cost(a, y, half));
        Ok(sum / samples.count() as f64)
    }

    /// One step of gradient descent with all of `samples` as the mini-batch: w ← w − η/m Σ∂C/∂w, biases
    /// alike, every gradient from the old parameters (book: `update_mini_batch`). Returns the mean of C
    /// before the update.
    ///
    /// # Errors
    /// [`Error::Length`], [`Error::NotFinite`] for eta, [`Error::Diverged`]; then nothing is changed.
    pub fn update_mini_batch(&mut self, samples: &Samples, eta: f64) -> Result<f64, Error> {
        self.fits(samples)?;
        finite(Subject::Eta, eta)?;
        let batch: Vec<u32> = (0..).take(samples.count()).collect();
        let mut descent = Descent::new(self.sizes());
        let cost = descent.mini_batch(&mut self.parameters, samples, &batch, eta);
        cost.map_err(|at| self.diverged(at, 0, 0))
    }

    /// Stochastic gradient descent (book: `SGD`): shuffles the training data before each epoch, goes
    /// through it in mini-batches, and after each epoch calls `report` with the number of the epoch
    /// (from 1) and, where test data is given, how much of it is answered rightly.
    ///
    /// # Errors
    /// [`Error::Length`], [`Error::NotFinite`], [`Error::OutOfRange`]; [`Error::Diverged`] leaves the
    /// last finite state.
    pub fn sgd(
        &mut self,
        training_data: &Samples,
        settings: Sgd,
        test_data: Option<&Samples>,
        mut report: impl FnMut(u64, Option<Evaluation>),
    ) -> Result<(), Error> {
        self.fits(training_data)?;
        test_data.map_or(Ok(()), |test_data| self.fits(test_data))?;
        finite(Subject::Eta, settings.eta)?;
        check_seed(settings.seed)?;
        check_mini_batch_size(settings.mini_batch_size, training_data.count())?;
        let mut descent = Descent::new(self.sizes());
        let mut order = vec![0; training_data.count()];
        for epoch in 0..settings.epochs {
            permutation(settings.seed, epoch, &mut order);
            for (mini_batch, batch) in (0..).zip(order.chunks(settings.mini_batch_size)) {
                let network = &mut self.parameters;
                if let Err(at) = descent.mini_batch_of_many(network, training_data, batch, settings.eta) {
                    descent.settle(network);
                    return Err(self.diverged(at, epoch, mini_batch));
                }
            }
            let evaluation =
                test_data.map(|test_data| evaluate(&self.parameters, &mut descent.batch, test_data));
            report(epoch + 1, evaluation);
        }
        descent.settle(&mut self.parameters);
        Ok(())
    }

    /// How many of the samples are answered rightly; see [`crate::class`] (book: `evaluate`).
    ///
    /// # Errors
    /// [`Error::Length`] if the samples do not fit the network.
    pub fn evaluate(&self, samples: &Samples) -> Result<Evaluation, Error> {
        self.fits(samples)?;
        Ok(evaluate(&self.parameters, &mut Batch::new(self.sizes()), samples))
    }

    /// Refuses samples with other numbers of inputs or outputs.
    pub(crate) fn fits(&self, samples: &Samples) -> Result<(), Error> {
        let (inputs, outputs) = (self.sizes().inputs(), self.sizes().outputs());
        if samples.inputs() != inputs {
            return Err(Error::Length { what: Subject::X, expected: inputs, got: samples.inputs() });
        }
        if samples.outputs() != outputs {
            return Err(Error::Length { what: Subject::Y, expected: outputs, got: samples.outputs() });
        }
        Ok(())
    }

    pub(crate) fn diverged(&self, at: usize, epoch: u64, mini_batch: u64) -> Error {
        let parameter = self.parameters.name(at);
        Error::Diverged { parameter, epoch: epoch + 1, mini_batch: mini_batch + 1 }
    }
}

/// Refuses a mini-batch that is empty or bigger than the data.
pub(crate) fn check_mini_batch_size(size: usize, count: usize) -> Result<(), Error> {
    if (1..=count).contains(&size) {
        return Ok(());
    }
    Err(Error::OutOfRange { what: Subject::MiniBatchSize, least: 1, most: count as u64 })
}
