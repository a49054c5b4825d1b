//! Edits: changes of a session at a position.

use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::error::{Error, finite, finite_list, range};
use crate::learn::conventions::Conventions;
use crate::learn::network::check_mini_batch_size;
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;
use crate::subject::Subject;
use crate::time::resize::{check_kept_layers, resized};

/// An edit. Layers have the book's numbers; everything else is counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// η; any finite number.
    Eta(f64),
    /// Samples in a mini-batch.
    MiniBatchSize(usize),
    /// Layer sizes. `kept_layers` has, for each new layer, the index of the old layer that it continues; none
    /// for an added layer. A weight or bias is kept if its neurons are; the others come from the seed.
    Sizes {
        /// The new sizes.
        sizes: Sizes,
        /// One for each new layer.
        kept_layers: Vec<Option<usize>>,
    },
    /// One weight.
    Weight {
        /// The layer it leads to.
        layer: usize,
        /// j.
        to: usize,
        /// k.
        from: usize,
        /// Its new value.
        value: f64,
    },
    /// One bias.
    Bias {
        /// Its layer.
        layer: usize,
        /// j.
        neuron: usize,
        /// Its new value.
        value: f64,
    },
    /// All weights and biases, in the order of [`crate::Network::parameters`].
    Parameters(Vec<f64>),
    /// One number of a sample's x.
    Input {
        /// Index in the data, not in the mini-batch.
        sample: usize,
        /// Which input.
        index: usize,
        /// Its new value.
        value: f64,
    },
    /// One number of a sample's y.
    Target {
        /// Index in the data, not in the mini-batch.
        sample: usize,
        /// Which output.
        index: usize,
        /// Its new value.
        value: f64,
    },
    /// The conventions: whether biases are trained, and the factors in cost and update.
    Conventions(Conventions),
}

/// The settings in force during a mini-batch. Weights and biases are not among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// η.
    pub eta: f64,
    /// Samples in a mini-batch.
    pub mini_batch_size: usize,
    /// The conventions: whether biases are trained, and the factors in cost and update.
    pub conventions: Conventions,
    /// Layer sizes.
    pub sizes: Sizes,
    /// The training data.
    pub samples: Rc<Samples>,
    /// The test data, if there is a split.
    pub test: Option<Rc<Samples>>,
}

impl Settings {
    /// Returns the evaluation samples: the test data, or else the training data.
    pub(crate) fn evaluation_samples(&self) -> &Samples {
        self.test.as_ref().unwrap_or(&self.samples)
    }
}

impl Edit {
    /// Returns an error if the edit does not fit the settings in force where it is made.
    pub(crate) fn check(&self, now: &Settings) -> Result<(), Error> {
        let (sizes, samples) = (&now.sizes, &now.samples);
        match self {
            Self::Eta(value) => finite(Subject::Eta, *value).map(drop),
            Self::MiniBatchSize(size) => check_mini_batch_size(*size, samples.count()),
            Self::Sizes { sizes: new, kept_layers } => check_kept_layers(kept_layers, sizes, new),
            Self::Weight { layer, to, from, value } => {
                range(Subject::Layer, 2, sizes.layers(), *layer)?;
                range(Subject::To, 0, sizes.neurons(*layer) - 1, *to)?;
                range(Subject::From, 0, sizes.neurons(*layer - 1) - 1, *from)?;
                finite(Subject::Weight, *value).map(drop)
            }
            Self::Bias { layer, neuron, value } => {
                range(Subject::Layer, 2, sizes.layers(), *layer)?;
                range(Subject::Neuron, 0, sizes.neurons(*layer) - 1, *neuron)?;
                finite(Subject::Bias, *value).map(drop)
            }
            Self::Parameters(values) => finite_list(Subject::Parameters, values, sizes.parameters()),
            Self::Input { sample, index: at, value } => {
                range(Subject::Sample, 0, samples.count() - 1, *sample)?;
                range(Subject::InputIndex, 0, samples.inputs() - 1, *at)?;
                finite(Subject::InputValue, *value).map(drop)
            }
            Self::Target { sample, index: at, value } => {
                range(Subject::Sample, 0, samples.count() - 1, *sample)?;
                range(Subject::TargetIndex, 0, samples.outputs() - 1, *at)?;
                finite(Subject::TargetValue, *value).map(drop)
            }
            Self::Conventions(_) => Ok(()),
        }
    }

    /// Returns the settings in force after the edit.
    pub(crate) fn settings(&self, before: &Settings) -> Settings {
        let mut after = before.clone();
        match self {
            Self::Eta(value) => after.eta = *value,
            Self::MiniBatchSize(size) => after.mini_batch_size = *size,
            Self::Conventions(conventions) => after.conventions = *conventions,
            Self::Sizes { sizes, .. } => {
                let same =
                    (sizes.inputs(), sizes.outputs()) == (before.sizes.inputs(), before.sizes.outputs());
                if !same {
                    let (inputs, outputs) = (sizes.inputs(), sizes.outputs());
                    after.samples = Rc::new(before.samples.resized(inputs, outputs));
                    let test = before.test.as_ref().map(|test| test.resized(inputs, outputs));
                    after.test = test.map(Rc::new);
                }
                after.sizes = sizes.clone();
            }
            Self::Input { sample, index, value } => {
                after.samples = Rc::new(before.samples.with_input(*sample, *index, *value));
            }
            Self::Target { sample, index, value } => {
                after.samples = Rc::new(before.samples.with_target(*sample, *index, *value));
            }
            Self::Weight { .. } | Self::Bias { .. } | Self::Parameters(_) => {}
        }
        after
    }

    /// Applies the edit to the weights and biases.
    pub(crate) fn apply(&self, network: &mut Parameters, seed: u64) {
        match self {
            Self::Sizes { sizes, kept_layers } => *network = resized(network, sizes, kept_layers, seed),
            Self::Weight { layer, to, from, value } => {
                let inputs = network.sizes().neurons(layer - 1);
                network.weights_mut(*layer)[to * inputs + from] = *value;
            }
            Self::Bias { layer, neuron, value } => network.biases_mut(*layer)[*neuron] = *value,
            Self::Parameters(values) => network.values_mut().copy_from_slice(values),
            Self::Eta(_)
            | Self::MiniBatchSize(_)
            | Self::Conventions(_)
            | Self::Input { .. }
            | Self::Target { .. } => {}
        }
    }

    /// Whether both edits change the same thing, so that the earlier one has no effect any more.
    pub(crate) fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Eta(_), Self::Eta(_))
            | (Self::MiniBatchSize(_), Self::MiniBatchSize(_))
            | (Self::Conventions(_), Self::Conventions(_))
            | (Self::Parameters(_), Self::Parameters(_)) => true,
            (Self::Weight { layer, to, from, .. }, Self::Weight { layer: l, to: j, from: k, .. }) => {
                (layer, to, from) == (l, j, k)
            }
            (Self::Bias { layer, neuron, .. }, Self::Bias { layer: l, neuron: j, .. }) => {
                (layer, neuron) == (l, j)
            }
            (Self::Input { sample, index, .. }, Self::Input { sample: s, index: i, .. })
            | (Self::Target { sample, index, .. }, Self::Target { sample: s, index: i, .. }) => {
                (sample, index) == (s, i)
            }
            _ => false,
        }
    }

    /// The kind of the edit, as the page names it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Eta(_) => "eta",
            Self::MiniBatchSize(_) => "miniBatchSize",
            Self::Sizes { .. } => "sizes",
            Self::Weight { .. } => "weight",
            Self::Bias { .. } => "bias",
            Self::Parameters(_) => "parameters",
            Self::Input { .. } => "input",
            Self::Target { .. } => "target",
            Self::Conventions(_) => "conventions",
        }
    }
}
