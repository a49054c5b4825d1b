//! The arithmetic of learning, from the sigmoid to a mini-batch, and the book's class `Network`.
//!
//! [`Batch`] computes feedforward and backpropagation for the samples of a mini-batch. The full core has the
//! accelerator in `fast`, which computes several samples at once. The small core takes one after the other,
//! which is slower but much less to download. Both give the same bits.

pub(crate) mod activation;
pub(crate) mod conventions;
pub(crate) mod descent;
pub(crate) mod evaluate;
pub(crate) mod exponential;
#[cfg(feature = "full")]
mod fast;
pub(crate) mod layer;
pub(crate) mod network;
#[cfg(not(feature = "full"))]
mod one_by_one;
pub(crate) mod parameters;
pub(crate) mod pass;
pub(crate) mod resident;
pub(crate) mod sizes;
pub(crate) mod update;

#[cfg(feature = "full")]
pub(crate) use fast::Batch;
#[cfg(not(feature = "full"))]
pub(crate) use one_by_one::Batch;
