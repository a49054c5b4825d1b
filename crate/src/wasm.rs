//! The seam to JavaScript. Only it and the files of its folder name wasm-bindgen, js-sys, web-sys or
//! getrandom. Everything that crosses it is copied.

#[cfg(feature = "full")]
mod data;
#[cfg(feature = "full")]
mod edits;
#[cfg(feature = "full")]
pub mod functions;
#[cfg(feature = "full")]
mod network;
mod objects;
#[cfg(feature = "full")]
mod open;
#[cfg(feature = "full")]
mod questions;
mod session;
mod states;
mod types;

#[cfg(feature = "full")]
use alloc::string::ToString;
use alloc::vec::Vec;

use js_sys::Error as JsError;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

use crate::time::number_list::exact;

/// The allocator, with a fifth of the code of the one in the standard library.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// Traps, which ends the module; the worker that keeps the journal starts another. A panic has no message:
/// nobody would read it, and formatting it would be a tenth of the module.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

/// Returns σ at `count` points at equal distances from −`reach` to `reach`, for a curve.
#[wasm_bindgen(js_name = sigmoidCurve)]
#[must_use]
pub fn sigmoid_curve(reach: f64, count: u16) -> Vec<f64> {
    let last = f64::from(count.max(2) - 1);
    (0..count).map(|at| crate::sigmoid(reach * (2.0 * f64::from(at) / last - 1.0))).collect()
}

/// Returns an error of the core as a JavaScript `Error`; the one of an update has the name `Diverged`.
#[cfg(feature = "full")]
fn thrown(error: crate::Error) -> JsError {
    let thrown = JsError::new(&error.to_string());
    if matches!(error, crate::Error::Diverged { .. }) {
        thrown.set_name("Diverged");
    }
    thrown
}

/// Returns an error without text. The worker repeats the request on the full core to get the text.
#[cfg(not(feature = "full"))]
fn thrown(_: crate::Error) -> JsError {
    JsError::new("")
}

/// Returns a number from JavaScript, which must be an integer from 0 to 2^53 − 1.
fn integer(what: &'static str, number: f64) -> Result<u64, JsError> {
    let most = crate::MAX_SEED;
    exact(number, most).ok_or_else(|| thrown(crate::Error::OutOfRange { what, least: 0, most }))
}

/// Returns a number from JavaScript as `usize`. One that is too large stays too large: `usize` has 32 bits
/// here, and cutting off the upper bits could make it valid.
fn count(what: &'static str, number: f64) -> Result<usize, JsError> {
    integer(what, number).map(|number| usize::try_from(number).unwrap_or(usize::MAX))
}

/// Returns layer sizes from JavaScript. Their number is checked before they are copied.
fn sizes(numbers: &[f64]) -> Result<crate::Sizes, JsError> {
    if numbers.len() > crate::MAX_LAYERS {
        return Err(thrown(crate::Error::Layers { max: crate::MAX_LAYERS, got: numbers.len() }));
    }
    let mut sizes = Vec::new();
    for number in numbers {
        sizes.push(count("A layer's size", *number)?);
    }
    crate::Sizes::new(&sizes).map_err(thrown)
}
