//! The state at a position: every number that is known there.

use alloc::vec;
use alloc::vec::Vec;

use crate::learn::conventions::Conventions;
use crate::learn::evaluate::Evaluation;
use crate::learn::layer::Terms;
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;
use crate::time::step::{Plan, Position, Step};

/// One list of numbers for each layer, index 0 = layer 1. None if there is none, or if it is not computed
/// yet.
pub type ByLayer = Vec<Option<Vec<f64>>>;

/// One sample of a mini-batch.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleRow {
    /// Its number in the data.
    pub sample: usize,
    /// Its input.
    pub x: Vec<f64>,
    /// Its target.
    pub y: Vec<f64>,
    /// a^L, once it has been computed in this mini-batch.
    pub output: Option<Vec<f64>>,
    /// C, once it has been computed in this mini-batch.
    pub cost: Option<f64>,
}

/// Numbers for all weights and biases by layer; weights are row-major, `[to][from]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParametersByLayer {
    /// By layer, n_l × n_(l−1).
    pub weights: ByLayer,
    /// By layer, n_l.
    pub biases: ByLayer,
}

impl ParametersByLayer {
    /// All lists unknown.
    pub(crate) fn absent(sizes: &Sizes) -> Self {
        Self { weights: absent(sizes), biases: absent(sizes) }
    }

    /// All lists known.
    pub(crate) fn of(parameters: &Parameters) -> Self {
        let mut split = Self::absent(parameters.sizes());
        for l in 2..=parameters.sizes().layers() {
            split.set(parameters, l);
        }
        split
    }

    /// Makes layer `l` known.
    pub(crate) fn set(&mut self, parameters: &Parameters, l: usize) {
        know(&mut self.weights, l, parameters.weights(l));
        know(&mut self.biases, l, parameters.biases(l));
    }
}

/// Lists of which none is known.
pub(crate) fn absent(sizes: &Sizes) -> ByLayer {
    vec![None; sizes.layers()]
}

/// Makes layer `l` known.
pub(crate) fn know(list: &mut ByLayer, l: usize, values: &[f64]) {
    list[l - 1] = Some(values.to_vec());
}

/// The known numbers of the sample that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct OnStage {
    /// Its number in the training data.
    pub sample: usize,
    /// Its input.
    pub x: Vec<f64>,
    /// Its target.
    pub y: Vec<f64>,
    /// z^l.
    pub z: ByLayer,
    /// a^l; the first is x.
    pub a: ByLayer,
    /// Which neurons are saturated (σ' below [`crate::SATURATED`]), known with z^l.
    pub saturated: Vec<Option<Vec<bool>>>,
    /// C.
    pub cost: Option<f64>,
    /// a^L − y, by how much each output missed its target; known with C.
    pub miss: Option<Vec<f64>>,
    /// ∂C/∂a^L = a^L − y, known with δ^L; twice that where C is not halved.
    pub cost_derivative: Option<Vec<f64>>,
    /// (w^(l+1))ᵀ δ^(l+1) of hidden layers, known with δ^l.
    pub carried: ByLayer,
    /// σ'(z^l), known with δ^l.
    pub slope: ByLayer,
    /// δ^l.
    pub delta: ByLayer,
    /// ∂C/∂w^l and ∂C/∂b^l.
    pub nabla: ParametersByLayer,
    /// The terms of the sums of this step: of z^l without its bias, of C before it is halved, or of the sum
    /// that is carried back to a hidden layer.
    pub terms: Option<Terms>,
}

/// The most samples of a mini-batch in a state. All 50,000 of MNIST would be 300 MB in every state.
pub const MAX_ROWS: usize = 100;

/// What a mini-batch answers after its update, with the weights a state shows; an entry for each of its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// a^L. **Shapes**: `[rows][n_L]`.
    pub outputs: Vec<Vec<f64>>,
    /// C of each.
    pub costs: Vec<f64>,
    /// Mean of C over the whole mini-batch, by the conventions of its update.
    pub cost: f64,
}

/// The most work for the answers after an update: samples of the mini-batch times weights and biases. It
/// takes about a tenth of a second, a whole one on a slow phone.
pub const MAX_ANSWER_WORK: u64 = 300_000_000;

/// The state at a position.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The position.
    pub position: Position,
    /// The step that has been carried out.
    pub step: Step,
    /// Number of this mini-batch, counted from the start of the session.
    pub index: u64,
    /// Layer sizes.
    pub sizes: Sizes,
    /// η, the setting now.
    pub eta: f64,
    /// Mini-batch size, the setting now.
    pub mini_batch_size: usize,
    /// The conventions of this mini-batch.
    pub conventions: Conventions,
    /// The conventions for what is computed next.
    pub conventions_set: Conventions,
    /// The seed.
    pub seed: u64,
    /// The example's name, if the data is an example's.
    pub example: Option<&'static str>,
    /// The steps of this mini-batch, and m.
    pub plan: Plan,
    /// Samples in the data.
    pub sample_count: usize,
    /// Mini-batches in this epoch.
    pub mini_batches: u64,
    /// The samples of this mini-batch, in their order: the first [`MAX_ROWS`] of them.
    pub rows: Vec<SampleRow>,
    /// The sample that is shown; none at the end of a mini-batch.
    pub on_stage: Option<OnStage>,
    /// The weights and biases.
    pub parameters: ParametersByLayer,
    /// Σ∇ over the samples added so far, if there is one.
    pub sum: Option<ParametersByLayer>,
    /// How many samples have been added.
    pub summed: u64,
    /// Σ∇ ÷ m, or ÷ 1 where sums are not divided.
    pub mean: Option<ParametersByLayer>,
    /// The steps, −η times the mean, and that η. Biases are absent if they are not trained.
    pub parameter_steps: Option<(ParametersByLayer, f64)>,
    /// Mean of C over the mini-batch, before its update.
    pub mini_batch_cost: Option<f64>,
    /// What the mini-batch answers with the new weights. None before the update, above [`MAX_ANSWER_WORK`],
    /// and where an edit gave the network other sizes.
    pub answered: Option<Answered>,
    /// The evaluation at the end of an epoch.
    pub evaluation: Option<Evaluation>,
}
