//! Functions that need no session.

use alloc::vec;
use alloc::vec::Vec;

use js_sys::Error as JsError;
use wasm_bindgen::prelude::*;

use super::lists::numbers;
use super::refusal::refusal;
use super::{count, float, thrown, types};
use crate::Subject;

/// Returns a seed from the system's source of randomness: an integer of at most 6 digits, so that people can
/// read it to one another.
///
/// # Errors
/// If the system gives no random numbers.
#[wasm_bindgen(js_name = proposeSeed)]
pub fn propose_seed() -> Result<f64, JsError> {
    let random =
        getrandom::u64().map_err(|_| refusal("noRandomness", "The system gives no random numbers."))?;
    Ok((random % 1_000_000) as f64)
}

/// Returns a drawing of `side` × `side` pixels, 0 paper to 1 ink, as an input of a network that was trained
/// with digits: of 784 or of 64 numbers.
///
/// # Errors
/// If the lengths do not fit.
#[wasm_bindgen]
pub fn digit(ink: &types::Numbers, side: types::Number, inputs: types::Number) -> Result<Vec<f64>, JsError> {
    crate::digit(&numbers(Subject::Drawing, ink)?, count(float(side)), count(float(inputs))).map_err(thrown)
}

/// Breaks the module on purpose, with `panic` or `memory`, for tests of what happens then.
///
/// # Panics
/// Always, unless `how` is another word.
#[wasm_bindgen(js_name = failOnPurpose)]
pub fn fail_on_purpose(how: &str) {
    match how {
        "panic" => panic!("asked to fail"),
        "memory" => {
            let mut hoard: Vec<Vec<u64>> = Vec::new();
            loop {
                hoard.push(vec![1; 1 << 24]);
            }
        }
        _ => {}
    }
}
