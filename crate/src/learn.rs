//! The arithmetic of learning, from the sigmoid to a whole mini-batch, and the book's class `Network`.

pub(crate) mod activation;
#[cfg(feature = "full")]
pub(crate) mod batch;
#[cfg(not(feature = "full"))]
#[path = "learn/one_by_one.rs"]
pub(crate) mod batch;
pub(crate) mod conventions;
pub(crate) mod descent;
pub(crate) mod evaluate;
pub(crate) mod exponential;
pub(crate) mod kernels;
pub(crate) mod lanes;
pub(crate) mod layer;
pub(crate) mod layout;
pub(crate) mod narrow;
pub(crate) mod network;
pub(crate) mod parameters;
pub(crate) mod pass;
pub(crate) mod resident;
pub(crate) mod sizes;
