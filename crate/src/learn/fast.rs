//! The accelerator: many samples of a mini-batch at once, to the same bits as the textbook arithmetic of
//! [`crate::learn::pass`], which is much slower.

#[cfg(feature = "full")]
pub(crate) mod batch;
#[cfg(not(feature = "full"))]
#[path = "fast/one_by_one.rs"]
pub(crate) mod batch;
pub(crate) mod kernels;
pub(crate) mod lanes;
pub(crate) mod layout;
pub(crate) mod narrow;
