//! `DataSet` and `Images`: data before a session is opened with it.

use alloc::vec;
use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::objects::{Record, get, number, numbers};
use super::{count, integer, thrown, types};
use crate::{Error, Generated, GeneratedKind, Images, MAX_SAMPLES, Samples, Scaling, TrainTestSplit};

/// A data set.
#[wasm_bindgen(js_name = DataSet)]
#[derive(Debug)]
pub struct JsDataSet(pub(super) crate::DataSet);

#[wasm_bindgen(js_class = DataSet)]
impl JsDataSet {
    /// Generates a data set.
    ///
    /// # Errors
    /// If there is no such kind, or a number is out of range.
    pub fn generate(set: &types::Generated) -> Result<JsDataSet, JsError> {
        let kind = count("The kind of data", number(set, "kind")?)?;
        let kind =
            *GeneratedKind::ALL.get(kind).ok_or_else(|| JsError::new("There is no such kind of data."))?;
        let rule = integer("The rule", number(set, "rule")?)?;
        let rule = u8::try_from(rule).map_err(|_| {
            thrown(Error::OutOfRange { what: "The rule", least: 0, most: u64::from(u8::MAX) })
        })?;
        let samples = count("The number of samples", number(set, "count")?)?;
        let (noise, seed) = (number(set, "noise")?, integer("The seed", number(set, "seed")?)?);
        crate::DataSet::generated(Generated { kind, rule, count: samples, noise, seed })
            .map(Self)
            .map_err(thrown)
    }

    /// Makes a data set from numbers, one sample after the other in each list. `scalings` of x and of y: 0
    /// none, 1 to 0 … 1, 2 standardised, by the training samples of the split. `evaluates`: whether y stands
    /// for a class.
    ///
    /// # Errors
    /// If there are too few or too many, one is not finite, or they cannot be split so.
    pub fn numbers(
        inputs: usize,
        outputs: usize,
        mut xs: Vec<f64>,
        mut ys: Vec<f64>,
        scalings: &[u8],
        evaluates: bool,
        split: &types::TrainTestSplit,
    ) -> Result<JsDataSet, JsError> {
        let rows = ys.len() / outputs.max(1);
        let scaling = |at| match scalings.get(at) {
            Some(1) => Scaling::Unit,
            Some(2) => Scaling::Standard,
            _ => Scaling::None,
        };
        if rows > MAX_SAMPLES {
            return Err(thrown(Error::Samples { max: MAX_SAMPLES, got: rows }));
        }
        let parts = split_of(split)?.parts(rows).map_err(thrown)?;
        let by = parts.as_ref().map(|parts| &parts.train[..]);
        crate::scale(&mut xs, inputs, scaling(0), by).map_err(thrown)?;
        crate::scale(&mut ys, outputs, scaling(1), by).map_err(thrown)?;
        let samples = Samples::new(inputs, outputs, rows, &xs, &ys).map_err(thrown)?;
        Ok(Self(crate::DataSet::given(samples, evaluates)))
    }

    /// Number of samples.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.0.samples.count()
    }

    /// Number of numbers of an x.
    #[wasm_bindgen(getter)]
    pub fn inputs(&self) -> usize {
        self.0.samples.inputs()
    }

    /// Number of numbers of a y.
    #[wasm_bindgen(getter)]
    pub fn outputs(&self) -> usize {
        self.0.samples.outputs()
    }

    /// Whether y stands for a class.
    #[wasm_bindgen(getter)]
    pub fn evaluates(&self) -> bool {
        self.0.evaluates
    }

    /// A hash of all of it, below 2^53.
    #[wasm_bindgen(getter)]
    pub fn fingerprint(&self) -> f64 {
        self.0.samples.fingerprint() as f64
    }

    /// Returns up to `count` samples from number `first` on.
    pub fn rows(&self, first: u32, count: u32) -> types::SampleList {
        rows(&self.0.samples, first, count)
    }

    /// Returns the number of samples of each class.
    pub fn classes(&self) -> Vec<u32> {
        let samples = &self.0.samples;
        let mut classes = vec![0; samples.outputs().max(2)];
        for i in 0..samples.count() {
            classes[crate::class(&samples.y(i))] += 1;
        }
        classes
    }
}

/// Images that are being loaded: pixels and labels are added in pieces.
#[wasm_bindgen(js_name = Images)]
#[derive(Debug)]
pub struct JsImages(Images);

#[wasm_bindgen(js_class = Images)]
impl JsImages {
    /// Begins with `samples` images of `inputs` pixels from 0 to `top`, in `classes` classes.
    ///
    /// # Errors
    /// If there are too few or too many.
    #[wasm_bindgen(constructor)]
    pub fn new(inputs: usize, classes: usize, top: u8, samples: usize) -> Result<JsImages, JsError> {
        Images::new(inputs, classes, top, samples).map(Self).map_err(thrown)
    }

    /// Adds pixels.
    ///
    /// # Errors
    /// If there are too many, or one is too great.
    #[wasm_bindgen(js_name = addPixels)]
    pub fn add_pixels(&mut self, pixels: &[u8]) -> Result<(), JsError> {
        self.0.add_pixels(pixels).map_err(thrown)
    }

    /// Adds labels.
    ///
    /// # Errors
    /// If there are too many, or one is too great.
    #[wasm_bindgen(js_name = addLabels)]
    pub fn add_labels(&mut self, labels: &[u8]) -> Result<(), JsError> {
        self.0.add_labels(labels).map_err(thrown)
    }

    /// Returns the data set, once it is complete.
    ///
    /// # Errors
    /// If something is missing.
    pub fn done(self) -> Result<JsDataSet, JsError> {
        let samples = self.0.samples().map_err(thrown)?;
        Ok(JsDataSet(crate::DataSet::given(samples, true)))
    }
}

/// Returns up to `count` samples from number `first` on.
pub(super) fn rows(samples: &Samples, first: u32, count: u32) -> types::SampleList {
    let last = samples.count().min(first.saturating_add(count) as usize);
    sample_list(samples, first as usize..last)
}

/// Returns some of the samples as two lists: x of each, and y of each.
pub(super) fn sample_list(samples: &Samples, some: impl Iterator<Item = usize>) -> types::SampleList {
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    for sample in some {
        xs.extend(samples.x(sample));
        ys.extend(samples.y(sample));
    }
    Record::new().with("xs", numbers(&xs)).with("ys", numbers(&ys)).done()
}

/// Returns a train/test split from its plain object. Without test data it has neither `share` nor `train`.
pub(super) fn split_of(object: &JsValue) -> Result<TrainTestSplit, JsError> {
    let absent = |key| get(object, key).is_undefined();
    if !absent("share") {
        let seed = integer("The seed of the train/test split", number(object, "splitSeed")?)?;
        Ok(TrainTestSplit::Share { share: number(object, "share")?, seed })
    } else if !absent("train") {
        let part = |key| count("The number of samples", number(object, key)?);
        Ok(TrainTestSplit::Ends { train: part("train")?, test: part("test")? })
    } else {
        Ok(TrainTestSplit::All)
    }
}
