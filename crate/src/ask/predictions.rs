//! Questions about the outputs of a network: a map over two inputs, the confusion matrix, and a^L for an
//! input.

use alloc::vec;
use alloc::vec::Vec;

use crate::ask::questions::{Questions, bounded};
use crate::data::samples::Samples;
use crate::error::{Error, finite_list, range};
use crate::learn::Batch;
use crate::learn::evaluate::class;
use crate::learn::pass::Pass;
use crate::subject::Subject;
use crate::time::at::InForce;
use crate::time::step::Position;

/// The most squares along a side of a map.
pub const MAX_SIDE: usize = 200;

/// Activations over the plane of two inputs, at the centres of `side` × `side` squares.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionMap {
    /// Squares along a side.
    pub side: usize,
    /// Lowest x1 and x2.
    pub from: [f64; 2],
    /// Highest x1 and x2.
    pub to: [f64; 2],
    /// Index of the first picture of each layer that has pictures.
    pub starts: Vec<usize>,
    /// A picture for each neuron, row by row from the highest x2 down, x1 ascending. **Shape**:
    /// `[neurons][side][side]`.
    pub a: Vec<f64>,
}

/// A sample whose predicted class is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct WrongSample {
    /// Its index among the evaluation samples.
    pub sample: usize,
    /// a^L.
    pub output: Vec<f64>,
}

/// The predicted classes of the samples of each class.
#[derive(Debug, Clone, PartialEq)]
pub struct Confusion {
    /// Number of classes: the outputs, or 2 with a single output.
    pub classes: usize,
    /// Number of samples, row-major: `[class of y][class of a^L]`.
    pub counts: Vec<u64>,
    /// The first samples that are predicted wrongly.
    pub wrong: Vec<WrongSample>,
}

impl Questions<'_> {
    /// Returns the activations over the plane of two inputs: of the output layer, or of all neurons from
    /// layer 2 on. The map extends a quarter beyond the samples on each side.
    ///
    /// # Errors
    /// As [`Session::state_at`](crate::Session::state_at); [`Error::OutOfRange`] if there are not two inputs,
    /// or for `side`; [`Error::TooMuchWork`]; [`Error::Overflow`] if the samples are too far apart.
    pub fn map(&mut self, position: Position, side: usize, every: bool) -> Result<DecisionMap, Error> {
        range(Subject::MapInputs, 2, 2, self.session.settings_at(position)?.sizes.inputs())?;
        range(Subject::MapSide, 1, MAX_SIDE, side)?;
        let InForce { network, settings } = self.session.in_force(position)?;
        bounded(network.values().len() as u64 * (side * side) as u64)?;
        let (from, to) = bounds(&settings.samples);
        if (0..2).any(|i| !(to[i] - from[i]).is_finite()) {
            return Err(Error::Overflow { what: Subject::InputRange });
        }
        let layers = network.sizes().layers();
        let first = if every { 2 } else { layers };
        let (mut starts, mut neurons) = (Vec::new(), 0);
        for l in first..=layers {
            starts.push(neurons);
            neurons += network.sizes().neurons(l);
        }
        let mut a = vec![0.0; neurons * side * side];
        let mut pass = Pass::new(network.sizes());
        let middle = |at: usize, i: usize| from[i] + (to[i] - from[i]) * (at as f64 + 0.5) / side as f64;
        for at in 0..side * side {
            pass.forward(&network, &[middle(at % side, 0), middle(side - 1 - at / side, 1)]);
            let all = (first..=layers).flat_map(|l| pass.a.layer(l));
            for (picture, value) in a.chunks_exact_mut(side * side).zip(all) {
                picture[at] = *value;
            }
        }
        Ok(DecisionMap { side, from, to, starts, a })
    }

    /// Returns the predicted classes of the evaluation samples of each class, and the first `most` that are
    /// wrong.
    ///
    /// # Errors
    /// As [`Session::state_at`](crate::Session::state_at).
    pub fn confusion(&mut self, position: Position, most: usize) -> Result<Confusion, Error> {
        let InForce { network, settings } = self.session.in_force(position)?;
        let samples = settings.evaluation_samples();
        let classes = samples.outputs().max(2);
        let mut counts = vec![0; classes * classes];
        let (mut wrong, mut sample) = (Vec::new(), 0);
        Batch::new(network.sizes()).answer(&network, samples, |a, y| {
            let (of, taken) = (class(y), class(a));
            counts[of * classes + taken] += 1;
            if of != taken && wrong.len() < most {
                wrong.push(WrongSample { sample, output: a.to_vec() });
            }
            sample += 1;
        });
        Ok(Confusion { classes, counts, wrong })
    }

    /// Returns a^L for an input x, with the network at a position.
    ///
    /// # Errors
    /// As [`Session::state_at`](crate::Session::state_at); [`Error::Length`], [`Error::ListNotFinite`].
    pub fn answer(&mut self, position: Position, x: &[f64]) -> Result<Vec<f64>, Error> {
        let network = self.session.in_force(position)?.network;
        finite_list(Subject::Xs, x, network.sizes().inputs())?;
        let mut pass = Pass::new(network.sizes());
        pass.forward(&network, x);
        Ok(pass.output().to_vec())
    }
}

/// Returns the range of the samples' first two inputs, and a quarter more on each side.
fn bounds(samples: &Samples) -> ([f64; 2], [f64; 2]) {
    let (mut from, mut to) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for sample in 0..samples.count() {
        for (i, x) in samples.x(sample).iter().take(2).enumerate() {
            (from[i], to[i]) = (from[i].min(*x), to[i].max(*x));
        }
    }
    for i in 0..2 {
        let beyond = if to[i] > from[i] { (to[i] - from[i]) / 4.0 } else { 1.0 };
        (from[i], to[i]) = (from[i] - beyond, to[i] + beyond);
    }
    (from, to)
}
