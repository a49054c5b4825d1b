//! The seam to JavaScript: the only place, with the files of this folder, that names wasm-bindgen, js-sys,
//! web-sys or getrandom. Everything that crosses is a copy.

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

/// Gives out memory, in a fifth of the code that the one of the standard library has.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// A panic is the end of the module; whoever keeps the journal starts another. It says nothing, because nobody would
/// read it, and because what it would be said with is a tenth of the module.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

/// σ at `count` points at equal distances from −`reach` to `reach`, to be drawn as a curve.
#[wasm_bindgen(js_name = sigmoidCurve)]
#[must_use]
pub fn sigmoid_curve(reach: f64, count: u16) -> Vec<f64> {
    let last = f64::from(count.max(2) - 1);
    (0..count).map(|at| crate::sigmoid(reach * (2.0 * f64::from(at) / last - 1.0))).collect()
}

/// A refusal of the core as a JavaScript `Error`; that of an update has the name `Diverged`.
#[cfg(feature = "full")]
fn thrown(error: crate::Error) -> JsError {
    let thrown = JsError::new(&error.to_string());
    if matches!(error, crate::Error::Diverged { .. }) {
        thrown.set_name("Diverged");
    }
    thrown
}

/// A refusal without a sentence: the small core has none, and the worker asks the full core for it.
#[cfg(not(feature = "full"))]
fn thrown(_: crate::Error) -> JsError {
    JsError::new("")
}

/// A whole number from JavaScript.
fn integer(what: &'static str, number: f64) -> Result<u64, JsError> {
    let most = crate::MAX_SEED;
    exact(number, most).ok_or_else(|| thrown(crate::Error::OutOfRange { what, least: 0, most }))
}

/// A number of things in memory from JavaScript. More than there can be stays more than there can be:
/// `usize` has 32 bits here, and cutting off the upper ones would let a wrong number pass.
fn count(what: &'static str, number: f64) -> Result<usize, JsError> {
    integer(what, number).map(|number| usize::try_from(number).unwrap_or(usize::MAX))
}

/// Layer sizes from JavaScript, of which there are few enough to look at before they are copied.
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
