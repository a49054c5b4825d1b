//! Feedforward, backpropagation and mini-batch SGD, one step at a time, the same bits everywhere.

mod activation;
mod checkpoints;
mod codec;
mod costs;
mod descent;
mod edit;
mod error;
mod evaluate;
mod examples;
mod journal;
mod layer;
mod moves;
mod network;
mod parameters;
mod pass;
mod present;
mod rng;
mod samples;
mod schedule;
mod session;
mod sizes;
mod state;
mod step;
mod undo;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use activation::{sigmoid, sigmoid_prime};
pub use costs::{Costs, MAX_BUCKETS};
pub use edit::{Edit, Settings};
pub use error::{Error, Parameter};
pub use evaluate::{Evaluation, class};
pub use examples::{Example, Start};
pub use network::{Backprop, Network, Sgd};
pub use parameters::Parameters;
pub use rng::{MAX_SEED, Stream, permutation};
pub use samples::{MAX_SAMPLES, Samples};
pub use schedule::{MAX_INDEX, MiniBatch, Schedule};
pub use session::{Session, Timeline};
pub use sizes::{MAX_LAYERS, MAX_NEURONS, MAX_PARAMETERS, Sizes};
pub use state::{ByLayer, OnStage, Row, Split, State};
pub use step::{Plan, Position, Step, Unit};
