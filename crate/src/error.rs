//! What can be wrong, each as one sentence with what was expected and what was got.

use thiserror::Error;

use crate::subject::Subject;

/// Every refusal of the core. Shown to people as it is, so each message is one plain sentence.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum Error {
    /// Fewer than 2 or more than [`crate::MAX_LAYERS`] layers.
    #[error("A network has 2 to {max} layers, but {got} were given.")]
    Layers {
        /// The most layers there can be.
        max: usize,
        /// How many were given.
        got: usize,
    },
    /// A layer with no neuron or with more than [`crate::MAX_NEURONS`].
    #[error("A layer has 1 to {max} neurons, but layer {layer} would have {got}.")]
    Neurons {
        /// The most neurons a layer can have.
        max: usize,
        /// The book's number of the layer.
        layer: usize,
        /// How many were given.
        got: usize,
    },
    /// More than [`crate::MAX_PARAMETERS`] weights and biases.
    #[error("A network has at most {max} weights and biases, but these sizes need {got}.")]
    Parameters {
        /// The most weights and biases there can be.
        max: usize,
        /// How many these sizes need.
        got: usize,
    },
    /// No sample, or more than [`crate::MAX_SAMPLES`].
    #[error("There can be 1 to {max} samples, but {got} were given.")]
    Samples {
        /// The most samples there can be.
        max: usize,
        /// How many were given.
        got: usize,
    },
    /// Something else where a list of numbers was expected, or a list that is too long.
    #[error("{what} must be a list of at most {most} numbers.")]
    NotAList {
        /// What the list holds.
        what: Subject,
        /// The most numbers it can have.
        most: u64,
    },
    /// A list with the wrong number of values.
    #[error("{what} needs {expected} numbers, but {got} were given.")]
    Length {
        /// What the list holds, with its symbol.
        what: Subject,
        /// How many values it must have.
        expected: usize,
        /// How many it has.
        got: usize,
    },
    /// A value that is infinite or not a number.
    #[error("{what} must be a finite number.")]
    NotFinite {
        /// What the value is.
        what: Subject,
    },
    /// A number that must be above 0.
    #[error("{what} must be greater than 0.")]
    NotPositive {
        /// What the number is.
        what: Subject,
    },
    /// A list with a value that is infinite or not a number.
    #[error("{what} must hold finite numbers only.")]
    ListNotFinite {
        /// What the list holds.
        what: Subject,
    },
    /// A weight or bias among a list of parameters that is infinite or not a number.
    #[error("Parameter number {index} (counted from 0) must be a finite number.")]
    ParameterNotFinite {
        /// Its place in the list, counted from 0.
        index: usize,
    },
    /// A whole number outside its range.
    #[error("{what} must be a whole number from {least} to {most}.")]
    OutOfRange {
        /// What the number is.
        what: Subject,
        /// The least allowed.
        least: u64,
        /// The greatest allowed.
        most: u64,
    },
    /// A network that no drawing of a digit fits.
    #[error("A drawing becomes 784 or 64 numbers, so the network must have as many inputs.")]
    DigitInputs,
    /// A number outside its range.
    #[error("{what} must be a number from {least} to {most}.")]
    Between {
        /// What the number is.
        what: Subject,
        /// The least allowed.
        least: u64,
        /// The greatest allowed.
        most: u64,
    },
    /// A train/test split with nothing in one part, or with more in both parts than there is.
    #[error("Of {count} samples at least one must be trained with and at least one be tested with.")]
    TrainTestSplit {
        /// How many there are.
        count: usize,
    },
    /// Sizes that do not fit the data.
    #[error(
        "The data has {inputs} inputs and {outputs} targets; \
         the first and the last layer must have as many neurons."
    )]
    DataSizes {
        /// Numbers in an x.
        inputs: usize,
        /// Numbers in a y.
        outputs: usize,
    },
    /// A journal is about data that is not in it and was not given, or not the same.
    #[error("This session needs the data it was made with, {count} samples, which is not here.")]
    DataMissing {
        /// How many samples that data has.
        count: usize,
    },
    /// An update that would leave a parameter infinite or not a number; it was not made.
    #[error(
        "The update of mini-batch {mini_batch} in epoch {epoch} was not made: \
         {parameter} would not be a finite number any more; go back or lower eta."
    )]
    Diverged {
        /// The first parameter that would not be finite.
        parameter: Parameter,
        /// Epoch, counted from 1.
        epoch: u64,
        /// Mini-batch of the epoch, counted from 1.
        mini_batch: u64,
    },
    /// The kept layers of a change of sizes do not describe one.
    #[error("A change of layer sizes keeps the input and the output layer, and the others in their order.")]
    KeptLayers,
    /// A position that does not exist.
    #[error("There is no such position: {what} is {got}, but must be less than {limit}.")]
    Position {
        /// Which part of the position is wrong.
        what: Subject,
        /// What was given.
        got: u64,
        /// The first that does not exist.
        limit: u64,
    },
    /// An answer that is infinite or not a number, because numbers that were given are too large.
    #[error("The numbers are too large: {what} would not be a finite number.")]
    Overflow {
        /// What the answer is.
        what: Subject,
    },
    /// A position whose mini-batches are too many to complete for one question.
    #[error(
        "This position is {ahead} mini-batches ahead of what was run, \
         and a question completes at most {most}; run up to it first."
    )]
    TooFarAhead {
        /// How many mini-batches before the position are not completed.
        ahead: u64,
        /// The most that are completed for a question.
        most: u64,
    },
    /// A question that would take too long to answer.
    #[error("This question needs {work} multiplications, but may need at most {most}.")]
    TooMuchWork {
        /// About how many multiplications it needs.
        work: u64,
        /// The most it may need.
        most: u64,
    },
    /// A journal with more edits than can be made again.
    #[error("This session has too many changes to be opened again.")]
    TooManyEdits,
    /// A journal that was not written by this version.
    #[error("This is not a journal of a Backstep session.")]
    Journal,
}

/// One weight or bias, named for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Parameter {
    /// `w^l_jk`; neurons counted from 1.
    #[error("the weight to neuron {to} of layer {layer} from neuron {from}")]
    Weight {
        /// The book's number of the layer it leads to.
        layer: usize,
        /// j.
        to: usize,
        /// k.
        from: usize,
    },
    /// `b^l_j`; neuron counted from 1.
    #[error("the bias of neuron {neuron} of layer {layer}")]
    Bias {
        /// The book's number of the layer.
        layer: usize,
        /// j.
        neuron: usize,
    },
}

/// Refuses a value that is infinite or not a number.
///
/// # Errors
/// [`Error::NotFinite`].
pub(crate) fn finite(what: Subject, value: f64) -> Result<f64, Error> {
    if value.is_finite() { Ok(value) } else { Err(Error::NotFinite { what }) }
}

/// Refuses a list of the wrong length or with a value that is infinite or not a number.
///
/// # Errors
/// [`Error::Length`], [`Error::ListNotFinite`].
pub(crate) fn finite_list(what: Subject, values: &[f64], expected: usize) -> Result<(), Error> {
    if values.len() != expected {
        return Err(Error::Length { what, expected, got: values.len() });
    }
    if values.iter().all(|value| value.is_finite()) { Ok(()) } else { Err(Error::ListNotFinite { what }) }
}

/// Refuses a number of things outside its range.
///
/// # Errors
/// [`Error::OutOfRange`].
pub(crate) fn range(what: Subject, least: usize, most: usize, got: usize) -> Result<(), Error> {
    if (least..=most).contains(&got) {
        return Ok(());
    }
    Err(Error::OutOfRange { what, least: least as u64, most: most as u64 })
}
