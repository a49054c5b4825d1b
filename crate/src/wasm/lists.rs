//! Lists of numbers from JavaScript, checked before and while they are copied. A list may be anything: an
//! array that changes its length, a detached buffer, an object that throws. Nothing here throws through Rust.

use alloc::vec::Vec;

use js_sys::{ArrayBuffer, Error as JsError, Uint8Array};
use wasm_bindgen::prelude::*;

use super::objects::{get, refused};
use super::{exact, thrown, types};
use crate::Error;
use crate::Subject;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, method, getter, structural)]
    fn length(this: &types::Numbers) -> Result<JsValue, JsValue>;

    // Both refuse a list that is longer than `into`.
    #[wasm_bindgen(catch, js_namespace = ["Float64Array", "prototype", "set"], js_name = call)]
    fn copy_numbers(into: &mut [f64], from: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["Uint8Array", "prototype", "set"], js_name = call)]
    fn copy_bytes(into: &mut [u8], from: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["Array", "prototype", "every"], js_name = call)]
    fn every(list: &JsValue, holds: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(thread_local_v2, js_namespace = Number, js_name = isFinite)]
    static IS_FINITE: JsValue;
}

/// The most numbers of a list, a GiB.
const MOST: u64 = 1 << 27;

/// Returns a copy of a list of numbers. An ordinary array must have finite numbers only: JavaScript would
/// make numbers of what else it has. A typed array can have others, which the core refuses.
///
/// # Errors
/// If it is not a list of numbers, or too long.
pub(super) fn numbers(what: Subject, list: &types::Numbers) -> Result<Vec<f64>, JsError> {
    let mut numbers = Vec::new();
    room(what, list, &mut numbers, f64::NAN)?;
    let is_finite = || IS_FINITE.with(|is_finite| every(list, is_finite)).unwrap_or(false);
    if !ArrayBuffer::is_view(list) && !is_finite() {
        return Err(thrown(Error::ListNotFinite { what }));
    }
    copy_numbers(&mut numbers, list).map_err(|_| not_a_list(what))?;
    Ok(numbers)
}

/// Returns a copy of a list of whole numbers from 0 to 255.
///
/// # Errors
/// If it is not such a list, or too long.
pub(super) fn bytes(what: Subject, list: &types::Bytes) -> Result<Vec<u8>, JsError> {
    let list: &types::Numbers = list.unchecked_ref();
    if list.is_instance_of::<Uint8Array>() {
        let mut bytes = Vec::new();
        room(what, list, &mut bytes, 0)?;
        copy_bytes(&mut bytes, list).map_err(|_| not_a_list(what))?;
        return Ok(bytes);
    }
    let wrong = || thrown(Error::OutOfRange { what, least: 0, most: u64::from(u8::MAX) });
    let byte = |number| exact(number, u64::from(u8::MAX)).map(|number| number as u8).ok_or_else(wrong);
    numbers(what, list).map_err(|_| wrong())?.into_iter().map(byte).collect()
}

/// Returns a copy of a property that is a list of numbers.
///
/// # Errors
/// If it is not one; the error names the property.
pub(super) fn numbers_in(object: &JsValue, key: &'static str) -> Result<Vec<f64>, JsError> {
    numbers(Subject::Parameters, get(object, key).unchecked_ref()).map_err(|_| refused(key))
}

/// Makes room for the numbers of a list.
fn room<T: Copy>(
    what: Subject,
    list: &types::Numbers,
    numbers: &mut Vec<T>,
    value: T,
) -> Result<(), JsError> {
    // A function has a length too.
    let length = list.is_object().then(|| list.length().ok()).flatten().and_then(|length| length.as_f64());
    let length = length.and_then(|length| exact(length, MOST)).ok_or_else(|| not_a_list(what))? as usize;
    numbers.try_reserve_exact(length).map_err(|_| not_a_list(what))?;
    numbers.resize(length, value);
    Ok(())
}

fn not_a_list(what: Subject) -> JsError {
    thrown(Error::NotAList { what, most: MOST })
}
