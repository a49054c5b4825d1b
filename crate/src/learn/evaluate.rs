//! Counting right answers.

use crate::data::samples::Samples;
use crate::learn::Batch;
use crate::learn::parameters::Parameters;

/// How many samples a network answers rightly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluation {
    /// Answered rightly.
    pub correct: usize,
    /// Samples in all.
    pub total: usize,
}

/// The class an output stands for: arg max, the first of equals (book: `evaluate`); of a single unit,
/// 1 from 0.5 on and 0 below.
#[must_use]
pub fn class(output: &[f64]) -> usize {
    if let [single] = output {
        return usize::from(*single >= 0.5);
    }
    let mut best = 0;
    for (at, value) in output.iter().enumerate() {
        if *value > output[best] {
            best = at;
        }
    }
    best
}

/// Compares the class of a^L with the class of y, over all samples.
pub(crate) fn evaluate(network: &Parameters, batch: &mut Batch, samples: &Samples) -> Evaluation {
    evaluate_classes(network, batch, samples).0
}

/// The same, with the classes of which there are samples but that are never predicted: a bit for each of the
/// first 32.
pub(crate) fn evaluate_classes(
    network: &Parameters,
    batch: &mut Batch,
    samples: &Samples,
) -> (Evaluation, u32) {
    let bit = |class: usize| if class < 32 { 1_u32 << class } else { 0 };
    let (mut correct, mut asked, mut given) = (0, 0, 0);
    batch.answer(network, samples, |a, y| {
        let (answer, right) = (class(a), class(y));
        correct += usize::from(answer == right);
        (asked, given) = (asked | bit(right), given | bit(answer));
    });
    (Evaluation { correct, total: samples.count() }, asked & !given)
}
