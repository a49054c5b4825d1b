//! Conversions between the core's types and plain JavaScript objects. Their properties are those of the types
//! in `www/src/protocol`.

use js_sys::{Array, Error as JsError, Float64Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::{integer, types};
use crate::Subject;
use crate::{ByLayer, Conventions, Position};

/// An object whose properties are being set.
pub(super) struct Record(Object);

impl Record {
    pub(super) fn new() -> Self {
        Self(Object::new())
    }

    /// Sets a property.
    pub(super) fn with(self, key: &str, value: impl Into<JsValue>) -> Self {
        self.set(key, value.into());
        self
    }

    /// Sets a property, whatever the type of its value, so that the module has this code once. It cannot
    /// fail: the object is new and ordinary.
    #[inline(never)]
    fn set(&self, key: &str, value: JsValue) {
        let set = Reflect::set(&self.0, &JsValue::from_str(key), &value);
        debug_assert!(set.is_ok(), "an ordinary object takes every property");
    }

    /// Returns the object, as the type of the bindings that has these properties.
    pub(super) fn done<T: JsCast>(self) -> T {
        self.0.unchecked_into()
    }
}

/// Returns a copy as `Float64Array`.
pub(super) fn numbers(values: &[f64]) -> JsValue {
    Float64Array::from(values).into()
}

/// Returns values as an array.
pub(super) fn array(values: impl Iterator<Item = JsValue>) -> JsValue {
    values.collect::<Array>().into()
}

/// Returns a few numbers as an ordinary array.
pub(super) fn list(values: impl Iterator<Item = f64>) -> JsValue {
    array(values.map(JsValue::from_f64))
}

pub(super) fn number_or_absent(value: Option<f64>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, JsValue::from_f64)
}

pub(super) fn numbers_or_absent(values: Option<&[f64]>) -> JsValue {
    values.map_or(JsValue::UNDEFINED, numbers)
}

/// Returns an array with one entry for each layer, `undefined` for one that is absent.
pub(super) fn by_layer(values: &ByLayer) -> JsValue {
    array(values.iter().map(|values| numbers_or_absent(values.as_deref())))
}

/// Returns a position from its plain object, whose properties must be integers. The error names the one that
/// is not.
pub(super) fn position_of(object: &types::Position) -> Result<Position, JsError> {
    let part = |key, what| integer(what, get(object, key).as_f64().unwrap_or(f64::NAN));
    Ok(Position {
        epoch: part("epoch", Subject::Epoch)?,
        mini_batch: part("miniBatch", Subject::PositionMiniBatch)?,
        sample: part("sample", Subject::PositionSample)?,
        step: part("step", Subject::PositionStep)?,
    })
}

pub(super) fn position(position: Position) -> types::Position {
    Record::new()
        .with("epoch", position.epoch as f64)
        .with("miniBatch", position.mini_batch as f64)
        .with("sample", position.sample as f64)
        .with("step", position.step as f64)
        .done()
}

/// Returns the conventions from the object that has them among its properties.
pub(super) fn conventions_of(object: &JsValue) -> Result<Conventions, JsError> {
    let choice = |key: &'static str| get(object, key).as_bool().ok_or_else(|| refused(key));
    let (train_biases, halve_cost, average_gradients) =
        (choice("trainBiases")?, choice("halveCost")?, choice("averageGradients")?);
    Ok(Conventions { train_biases, halve_cost, average_gradients })
}

pub(super) fn conventions(
    Conventions { train_biases, halve_cost, average_gradients }: Conventions,
) -> JsValue {
    Record::new()
        .with("trainBiases", train_biases)
        .with("halveCost", halve_cost)
        .with("averageGradients", average_gradients)
        .done()
}

pub(super) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

/// Returns a property that may be absent. One that cannot be read is refused.
pub(super) fn property(object: &JsValue, key: &'static str) -> Result<JsValue, JsError> {
    Reflect::get(object, &JsValue::from_str(key)).map_err(|_| refused(key))
}

pub(super) fn number(object: &JsValue, key: &'static str) -> Result<f64, JsError> {
    get(object, key).as_f64().ok_or_else(|| refused(key))
}

pub(super) fn refused(key: &'static str) -> JsError {
    super::refusal::property(key)
}
