//! Refusals of the small core: errors without text. The worker repeats the request on the full core, whose
//! errors say why.

use js_sys::Error as JsError;

use crate::Error;

pub(super) fn thrown(_: Error) -> JsError {
    JsError::new("")
}

/// Returns the error of the seam itself.
pub(super) fn refusal(_: &str, _: &str) -> JsError {
    JsError::new("")
}

/// Returns the error of a property that is missing or has another type.
pub(super) fn property(_: &str) -> JsError {
    JsError::new("")
}
