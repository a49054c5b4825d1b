//! What refusals are about.

use core::fmt;

/// Declares the subjects with their names in JavaScript and their words.
macro_rules! subjects {
    ($($subject:ident = $name:literal, $words:literal;)*) => {
        /// What a refused number or list is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Subject {
            $(#[doc = $words] $subject,)*
        }

        impl Subject {
            /// The name that the page knows it by.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$subject => $name,)* }
            }
        }

        impl fmt::Display for Subject {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(match self { $(Self::$subject => $words,)* })
            }
        }
    };
}

subjects! {
    Seed = "seed", "The seed";
    Points = "points", "The number of points";
    LayerSize = "layerSize", "A layer's size";
    Parameter = "parameter", "The parameter";
    MapInputs = "mapInputs", "The number of inputs of a map";
    MapSide = "mapSide", "The side of a map";
    MiniBatchesOfCall = "miniBatchesOfCall", "The number of mini-batches of one call";
    Samples = "samples", "The number of samples";
    Rule = "rule", "The rule";
    PixelTop = "pixelTop", "The greatest value of a pixel";
    Scaling = "scaling", "A scaling";
    SplitSeed = "splitSeed", "The seed of the train/test split";
    MiniBatches = "miniBatches", "The number of mini-batches";
    MiniBatch = "miniBatch", "The mini-batch";
    Inputs = "inputs", "The number of inputs";
    Targets = "targets", "The number of targets";
    ScaledRow = "scaledRow", "The row to scale by";
    DrawingSide = "drawingSide", "The side of a drawing";
    MiniBatchSize = "miniBatchSize", "The mini-batch size";
    FirstMiniBatch = "firstMiniBatch", "The first mini-batch";
    FirstSample = "firstSample", "The first sample";
    Sample = "sample", "The sample";
    Layer = "layer", "The layer";
    To = "to", "The neuron the weight leads to";
    From = "from", "The neuron the weight comes from";
    Neuron = "neuron", "The neuron";
    InputIndex = "inputIndex", "The input";
    TargetIndex = "targetIndex", "The target";
    Pixel = "pixel", "A pixel";
    Label = "label", "A label";
    Pixels = "pixels", "The number of pixels of an image";
    Classes = "classes", "The number of classes";
    Epoch = "epoch", "The position's epoch";
    PositionMiniBatch = "positionMiniBatch", "The position's miniBatch";
    PositionSample = "positionSample", "The position's sample";
    PositionStep = "positionStep", "The position's step";
    TrainingSamples = "trainingSamples", "The number of training samples";
    TestSamples = "testSamples", "The number of test samples";
    Reach = "reach", "The reach";
    Eta = "eta", "eta";
    H = "h", "h";
    TestShare = "testShare", "The share of the test data";
    Noise = "noise", "The noise";
    Weight = "weight", "A weight";
    Bias = "bias", "A bias";
    InputValue = "inputValue", "An input";
    TargetValue = "targetValue", "A target";
    Journal = "journal", "A journal";
    Parameters = "parameters", "The list of weights and biases";
    Xs = "xs", "The list of inputs x";
    Ys = "ys", "The list of targets y";
    Drawing = "drawing", "The drawing";
    LayerSizes = "layerSizes", "The list of layer sizes";
    X = "x", "The input x";
    Y = "y", "The target y";
    History = "history", "A history";
    Etas = "etas", "The list of etas";
    LabelList = "labelList", "The list of labels";
    Table = "table", "The table";
    Scalings = "scalings", "The list of scalings";
    PixelList = "pixelList", "The list of pixels";
    InputRange = "inputRange", "the range of the inputs";
    Activation = "activation", "an activation";
    WeightedInput = "weightedInput", "a weighted input z";
    Delta = "delta", "a delta";
    Gradient = "gradient", "a gradient";
    Cost = "cost", "the cost";
    EpochIndex = "epochIndex", "the epoch";
    MiniBatchIndex = "miniBatchIndex", "the mini-batch";
    SampleIndex = "sampleIndex", "the sample";
    StepIndex = "stepIndex", "the step";
}
