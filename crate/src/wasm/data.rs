//! `DataSet` and `Images`: data before a session is opened with it.

use alloc::vec;
use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::lists::{self, bytes};
use super::objects::{Record, number, numbers, property};
use super::refusal::refusal;
use super::{at_most, count, float, integer, thrown, types, whole};
use crate::Subject;
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
        let kind = count(number(set, "kind")?);
        let kind = *GeneratedKind::ALL
            .get(kind)
            .ok_or_else(|| refusal("noGeneratedKind", "There is no such kind of data."))?;
        let rule = whole(Subject::Rule, 0, u64::from(u8::MAX), number(set, "rule")?)? as u8;
        let samples = count(number(set, "count")?);
        let (noise, seed) = (number(set, "noise")?, integer(Subject::Seed, number(set, "seed")?)?);
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
        inputs: types::Number,
        outputs: types::Number,
        xs: &types::Numbers,
        ys: &types::Numbers,
        scalings: &types::Bytes,
        evaluates: bool,
        split: &types::TrainTestSplit,
    ) -> Result<JsDataSet, JsError> {
        let [inputs, outputs] = [inputs, outputs].map(|number| count(float(number)));
        let [for_x, for_y] = scalings_of(scalings)?;
        let mut xs = lists::numbers(Subject::Xs, xs)?;
        let mut ys = lists::numbers(Subject::Ys, ys)?;
        let rows = ys.len() / outputs.max(1);
        Samples::check(inputs, outputs, rows, &xs, &ys).map_err(thrown)?;
        let parts = split_of(split)?.parts(rows).map_err(thrown)?;
        let by = parts.as_ref().map(|parts| &parts.train[..]);
        crate::scale(&mut xs, inputs, for_x, by).map_err(thrown)?;
        crate::scale(&mut ys, outputs, for_y, by).map_err(thrown)?;
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
    ///
    /// # Errors
    /// If one of both is not a whole number.
    pub fn rows(&self, first: types::Number, count: types::Number) -> Result<types::SampleList, JsError> {
        Ok(rows(&self.0.samples, Part::new(first, count)?))
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
    pub fn new(
        inputs: types::Number,
        classes: types::Number,
        top: types::Number,
        samples: types::Number,
    ) -> Result<JsImages, JsError> {
        let [inputs, classes, samples] = [inputs, classes, samples].map(|number| count(float(number)));
        let top = whole(Subject::PixelTop, 1, u64::from(u8::MAX), float(top))? as u8;
        Images::new(inputs, classes, top, samples).map(Self).map_err(thrown)
    }

    /// Adds pixels.
    ///
    /// # Errors
    /// If there are too many, or one is too great.
    #[wasm_bindgen(js_name = addPixels)]
    pub fn add_pixels(&mut self, pixels: &types::Bytes) -> Result<(), JsError> {
        self.0.add_pixels(&bytes(Subject::Pixel, pixels)?).map_err(thrown)
    }

    /// Adds labels.
    ///
    /// # Errors
    /// If there are too many, or one is too great.
    #[wasm_bindgen(js_name = addLabels)]
    pub fn add_labels(&mut self, labels: &types::Bytes) -> Result<(), JsError> {
        self.0.add_labels(&bytes(Subject::Label, labels)?).map_err(thrown)
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

/// Some of the samples: up to `count` from number `first` on.
#[derive(Clone, Copy)]
pub(super) struct Part {
    first: usize,
    count: usize,
}

impl Part {
    /// Returns the part of two numbers from JavaScript.
    pub(super) fn new(first: types::Number, count: types::Number) -> Result<Self, JsError> {
        let [first, count] = [(Subject::FirstSample, first), (Subject::Samples, count)]
            .map(|(what, number)| at_most(what, number));
        Ok(Self { first: first?, count: count? })
    }
}

/// Returns some of the samples.
pub(super) fn rows(samples: &Samples, Part { first, count }: Part) -> types::SampleList {
    sample_list(samples, first..samples.count().min(first.saturating_add(count)))
}

/// Returns the scalings of x and of y from their numbers.
fn scalings_of(list: &types::Bytes) -> Result<[Scaling; 2], JsError> {
    let what = Subject::Scaling;
    let list = bytes(what, list)?;
    if list.len() > 2 {
        return Err(thrown(Error::Length { what: Subject::Scalings, expected: 2, got: list.len() }));
    }
    let scaling = |at| match list.get(at) {
        None | Some(0) => Ok(Scaling::None),
        Some(1) => Ok(Scaling::Unit),
        Some(2) => Ok(Scaling::Standard),
        Some(_) => Err(thrown(Error::OutOfRange { what, least: 0, most: 2 })),
    };
    Ok([scaling(0)?, scaling(1)?])
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
    let has = |key| property(object, key).map(|value| !value.is_undefined());
    if has("share")? {
        let seed = integer(Subject::SplitSeed, number(object, "splitSeed")?)?;
        Ok(TrainTestSplit::Share { share: number(object, "share")?, seed })
    } else if has("train")? {
        let part = |key, what| {
            whole(what, 1, MAX_SAMPLES as u64, number(object, key)?).map(|number| number as usize)
        };
        Ok(TrainTestSplit::Ends {
            train: part("train", Subject::TrainingSamples)?,
            test: part("test", Subject::TestSamples)?,
        })
    } else {
        Ok(TrainTestSplit::All)
    }
}
