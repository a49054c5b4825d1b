//! Feedforward, backpropagation and mini-batch SGD, one step at a time, the same bits everywhere.
//!
//! The algorithm is the one of M. Nielsen, "Neural Networks and Deep Learning", chapters 1 and 2: sigmoid
//! units, quadratic cost, plain stochastic gradient descent.
//!
//! # Notation
//! Layers are numbered from 1, the input, to L, the output. `w^l_jk` is the weight to neuron j of layer l
//! from neuron k of layer l − 1, `b^l_j` a bias; the input has neither.
//!
//! | | | source |
//! |---|---|---|
//! | `z^l = w^l a^(l−1) + b^l` | weighted input | (25) |
//! | `a^l = σ(z^l)` | activation; `a^1 = x` | (25) |
//! | `C = ½‖a^L − y‖²` | cost of one sample; that of a mini-batch is the mean | (26) |
//! | `δ^L = (a^L − y) ⊙ σ'(z^L)` | delta at the output | BP1 |
//! | `δ^l = ((w^(l+1))ᵀ δ^(l+1)) ⊙ σ'(z^l)` | delta of a hidden layer | BP2 |
//! | `∂C/∂b^l_j = δ^l_j` | nabla_b | BP3 |
//! | `∂C/∂w^l_jk = a^(l−1)_k δ^l_j` | nabla_w | BP4 |
//! | `w ← w − η/m Σ ∂C/∂w` | update, biases alike; m samples really in the mini-batch | (20), (21) |
//!
//! # Two ways in
//! [`Network`] is the algorithm alone:
//!
//! ```
//! use backstep::{Network, Samples, Sgd};
//!
//! # fn main() -> Result<(), backstep::Error> {
//! let xor = Samples::new(2, 1, 4, &[0., 0., 0., 1., 1., 0., 1., 1.], &[0., 1., 1., 0.])?;
//! let mut net = Network::new(&[2, 2, 1], 45)?;
//! let pass = net.backprop(&xor.x(1), &xor.y(1))?;
//! assert_eq!(pass.nabla_w[0].dim(), (2, 2));
//!
//! let settings = Sgd { epochs: 2_000, mini_batch_size: 4, eta: 3.0, seed: 45 };
//! net.sgd(&xor, settings, None, |_, _| {})?;
//! assert_eq!(net.evaluate(&xor)?.correct, 4);
//! # Ok(())
//! # }
//! ```
//!
//! [`Session`] is a network in time: the state at any [`Position`], forwards and backwards, with edits
//! anywhere.
//!
//! ```
//! use backstep::{Edit, Example, Position, SampleStep, Session, Step};
//!
//! # fn main() -> Result<(), backstep::Error> {
//! let mut session = Session::open(Example::Majority, None)?;
//! let delta = Position { step: 6, ..Position::ORIGIN };
//! let state = session.state_at(delta)?;
//! assert_eq!(state.step, Step::Sample(SampleStep::Delta(3)));
//! session.edit(delta, Edit::Eta(0.5), false)?;
//! assert_eq!(session.state_at(delta)?.eta, 0.5);
//! # Ok(())
//! # }
//! ```
//!
//! # Bits
//! Every sum has one order of additions. Every function beyond + − × ÷ is compiled in, from `libm` or as
//! [`exp_neg_abs`]. All random numbers come from a seeded generator, [`Stream`]. So stepping, seeking and
//! training agree to the last bit, natively and in WebAssembly.

#![no_std]

extern crate alloc;
// Elsewhere the standard library says what happens when something panics or memory is asked for.
#[cfg(not(target_arch = "wasm32"))]
extern crate std;

mod ask;
mod data;
mod error;
mod learn;
mod rng;
mod subject;
mod time;
#[cfg(target_arch = "wasm32")]
#[cfg_attr(not(feature = "full"), expect(dead_code, reason = "the small core reads no arguments of edits"))]
pub mod wasm;

pub use ask::mini_batch::{GradientCheck, LedgerRow, NoDifference, Norms};
pub use ask::predictions::{Confusion, DecisionMap, MAX_SIDE, WrongSample};
pub use ask::questions::Questions;
pub use data::digit::{MAX_DRAWING, digit};
pub use data::examples::Example;
pub use data::generate::{Generated, GeneratedKind, MAX_GENERATED};
pub use data::images::Images;
pub use data::origin::{DataSet, Origin};
pub use data::samples::{MAX_SAMPLES, Samples};
pub use data::scale::{Scaling, scale};
pub use data::split::{Parts, TrainTestSplit};
pub use error::{Error, Parameter};
pub use learn::activation::{sigmoid, sigmoid_prime};
pub use learn::conventions::Conventions;
pub use learn::evaluate::{Evaluation, class};
pub use learn::exponential::exp_neg_abs;
pub use learn::layer::{SATURATED, Terms};
pub use learn::network::{Backprop, Network, Sgd};
pub use learn::parameters::Parameters;
pub use learn::resident::{MAX_INDEX, Resident};
pub use learn::sizes::{MAX_LAYERS, MAX_NEURONS, MAX_PARAMETERS, Sizes};
pub use rng::{MAX_SEED, Stream, permutation};
pub use subject::Subject;
pub use time::costs::{Costs, MAX_BUCKETS};
pub use time::edit::{Edit, Settings};
pub use time::evaluations::{Evaluated, MAX_EVALUATIONS};
pub use time::schedule::{MiniBatch, Schedule};
pub use time::session::Session;
pub use time::start::{DataSettings, Start};
pub use time::state::{
    Answered, ByLayer, MAX_ANSWER_WORK, MAX_ROWS, OnStage, ParametersByLayer, SampleRow, State,
};
pub use time::step::{Plan, Position, SampleStep, Step, StepUnit, TailStep};
pub use time::timeline::{RUNNING, RunStatus, Timeline};
