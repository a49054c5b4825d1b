//! The seam to JavaScript. Only it and the files of its folder name wasm-bindgen, js-sys, web-sys or
//! getrandom. Everything that crosses it is copied.

#[cfg(feature = "full")]
mod data;
#[cfg(feature = "full")]
mod edits;
#[cfg(feature = "full")]
pub mod functions;
#[cfg(feature = "full")]
mod lists;
#[cfg(feature = "full")]
mod network;
mod objects;
#[cfg(feature = "full")]
mod open;
#[cfg(feature = "full")]
mod questions;
#[cfg_attr(not(feature = "full"), path = "wasm/refusal/none.rs")]
mod refusal;
mod session;
mod states;
mod types;

use alloc::vec::Vec;

use js_sys::Error as JsError;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

use refusal::thrown;

use crate::Subject;
use crate::error::finite;
use crate::time::number_list::exact;

/// The allocator, with a fifth of the code of the one in the standard library.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// The most multiplications of the mini-batches of one call: some minutes.
const MAX_WORK: u64 = 100_000_000_000;
/// A mini-batch takes at least as long as so many multiplications.
const LEAST_WORK: u64 = 1_000;

/// Traps, which ends the module; the worker that keeps the journal starts another. A panic has no message:
/// nobody would read it, and formatting it would be a tenth of the module.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

/// Returns σ at `count` points at equal distances from −`reach` to `reach`, for a curve.
///
/// # Errors
/// If the reach is not finite, or the number of points is not a whole number from 2 to 65535.
#[wasm_bindgen(js_name = sigmoidCurve)]
pub fn sigmoid_curve(reach: types::Number, count: types::Number) -> Result<Vec<f64>, JsError> {
    let (reach, count) = (float(reach), float(count));
    // The page only asks for what is valid.
    if cfg!(feature = "full") {
        whole(Subject::Points, 2, u64::from(u16::MAX), count)?;
        finite(Subject::Reach, reach).map_err(thrown)?;
    }
    let (count, last) = (count as u16, count - 1.0);
    Ok((0..count).map(|at| crate::sigmoid(reach * (2.0 * f64::from(at) / last - 1.0))).collect())
}

/// Returns a number from JavaScript, NaN for anything else. If parameters were `f64`, JavaScript would make
/// numbers of other things by calling functions of theirs, which could free the object that is called.
#[cfg(feature = "full")]
fn float(number: types::Number) -> f64 {
    number.as_f64().unwrap_or(f64::NAN)
}

/// Returns a number from JavaScript.
#[cfg(not(feature = "full"))]
fn float(number: types::Number) -> f64 {
    number
}

/// Returns a number from JavaScript, which must be a whole number from `least` to `most`.
fn whole(what: Subject, least: u64, most: u64, number: f64) -> Result<u64, JsError> {
    let wrong = || thrown(crate::Error::OutOfRange { what, least, most });
    exact(number, most).filter(|number| *number >= least).ok_or_else(wrong)
}

/// Returns a number from JavaScript, which must be a whole number from 0 to 2^53 − 1.
fn integer(what: Subject, number: f64) -> Result<u64, JsError> {
    whole(what, 0, crate::MAX_SEED, number)
}

/// Returns a number from JavaScript that the core compares with its limits. One that is not whole, negative
/// or too large becomes the greatest `usize`, which is out of every range: the core's error names the range.
/// (`usize` has 32 bits here: cutting off the upper bits could make a number valid.)
#[cfg(feature = "full")]
fn count(number: f64) -> usize {
    exact(number, crate::MAX_SEED).and_then(|number| usize::try_from(number).ok()).unwrap_or(usize::MAX)
}

/// Returns the most of something that are wanted: any whole number.
#[cfg(feature = "full")]
fn at_most(what: Subject, number: types::Number) -> Result<usize, JsError> {
    let number = float(number);
    integer(what, number).map(|_| count(number))
}

/// Returns layer sizes from JavaScript. Their number is checked before they are copied.
#[cfg(feature = "full")]
fn sizes(numbers: &[f64]) -> Result<crate::Sizes, JsError> {
    if numbers.len() > crate::MAX_LAYERS {
        return Err(thrown(crate::Error::Layers { max: crate::MAX_LAYERS, got: numbers.len() }));
    }
    let (mut sizes, most) = (Vec::new(), crate::MAX_NEURONS as u64);
    for number in numbers {
        // The core's sentence has the number that was given, so it must be one.
        if exact(*number, crate::MAX_SEED).is_none() {
            whole(Subject::LayerSize, 1, most, *number)?;
        }
        sizes.push(count(*number));
    }
    crate::Sizes::new(&sizes).map_err(thrown)
}
