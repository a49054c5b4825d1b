//! Refusals in JavaScript: an `Error` whose message is a sentence, for programs, and which has the same in
//! `why` as plain data, for the page: the kind of the refusal, and the numbers and names of its sentence. The
//! kinds are those of `www/src/words/en/refusals/core.js`.

use alloc::string::{String, ToString};

use js_sys::{Error as JsError, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::{Error, Parameter};

/// Returns an error of the core; the one of an update has the name `Diverged`.
pub(super) fn thrown(error: Error) -> JsError {
    let thrown = saying(&error.to_string(), why(&error));
    if matches!(error, Error::Diverged { .. }) {
        thrown.set_name("Diverged");
    }
    thrown
}

/// Returns an error of the seam itself.
pub(super) fn refusal(kind: &str, sentence: &str) -> JsError {
    saying(sentence, of(kind))
}

/// Returns the error of a property that is missing or has another type.
pub(super) fn property(key: &'static str) -> JsError {
    let mut sentence = String::from(key);
    sentence.push_str(" is missing or not valid.");
    saying(&sentence, of("notValid").with("property", key))
}

fn saying(sentence: &str, why: Why) -> JsError {
    let error = JsError::new(sentence);
    set(&error, "why", &why.0);
    error
}

/// What `why` becomes. It is a plain object.
struct Why(Object);

impl Why {
    fn with(self, key: &str, value: impl Into<JsValue>) -> Self {
        set(&self.0, key, &value.into());
        self
    }
}

fn of(kind: &str) -> Why {
    Why(Object::new()).with("kind", kind)
}

/// Sets a property. It cannot fail: the object is new and ordinary.
fn set(object: &JsValue, key: &str, value: &JsValue) {
    let set = Reflect::set(object, &JsValue::from_str(key), value);
    debug_assert!(set.is_ok(), "an ordinary object takes every property");
}

/// Returns the kind of an error, with its numbers by the names of its fields.
fn why(error: &Error) -> Why {
    match *error {
        Error::Layers { max, got } => of("layers").with("max", max as f64).with("got", got as f64),
        Error::Neurons { max, layer, got } => {
            of("neurons").with("max", max as f64).with("layer", layer as f64).with("got", got as f64)
        }
        Error::Parameters { max, got } => of("parameters").with("max", max as f64).with("got", got as f64),
        Error::Samples { max, got } => of("samples").with("max", max as f64).with("got", got as f64),
        Error::NotAList { what, most } => of("notAList").with("what", what.name()).with("most", most as f64),
        Error::Length { what, expected, got } => {
            let of = of("length").with("what", what.name());
            of.with("expected", expected as f64).with("got", got as f64)
        }
        Error::NotFinite { what } => of("notFinite").with("what", what.name()),
        Error::NotPositive { what } => of("notPositive").with("what", what.name()),
        Error::ListNotFinite { what } => of("listNotFinite").with("what", what.name()),
        Error::ParameterNotFinite { index } => of("parameterNotFinite").with("index", index as f64),
        Error::OutOfRange { what, least, most } => {
            let of = of("outOfRange").with("what", what.name());
            of.with("least", least as f64).with("most", most as f64)
        }
        Error::DigitInputs => of("digitInputs"),
        Error::Between { what, least, most } => {
            let of = of("between").with("what", what.name());
            of.with("least", least as f64).with("most", most as f64)
        }
        Error::TrainTestSplit { count } => of("trainTestSplit").with("count", count as f64),
        Error::DataSizes { inputs, outputs } => {
            of("dataSizes").with("inputs", inputs as f64).with("outputs", outputs as f64)
        }
        Error::DataMissing { count } => of("dataMissing").with("count", count as f64),
        Error::Diverged { parameter, epoch, mini_batch } => {
            let of = match parameter {
                Parameter::Weight { layer, to, from } => parameter_of(layer, to).with("from", from as f64),
                Parameter::Bias { layer, neuron } => parameter_of(layer, neuron),
            };
            of.with("epoch", epoch as f64).with("miniBatch", mini_batch as f64)
        }
        Error::KeptLayers => of("keptLayers"),
        Error::Position { what, got, limit } => {
            let of = of("position").with("what", what.name());
            of.with("got", got as f64).with("limit", limit as f64)
        }
        Error::Overflow { what } => of("overflow").with("what", what.name()),
        Error::TooFarAhead { ahead, most } => {
            of("tooFarAhead").with("ahead", ahead as f64).with("most", most as f64)
        }
        Error::TooMuchWork { work, most } => {
            of("tooMuchWork").with("work", work as f64).with("most", most as f64)
        }
        Error::TooManyEdits => of("tooManyEdits"),
        Error::Journal => of("journal"),
    }
}

/// The refusal of an update, with the parameter that would not be finite.
fn parameter_of(layer: usize, to: usize) -> Why {
    of("diverged").with("layer", layer as f64).with("to", to as f64)
}
