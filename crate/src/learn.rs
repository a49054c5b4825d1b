//! The arithmetic of learning, from the sigmoid to a whole mini-batch, and the book's class `Network`.

pub(crate) mod activation;
pub(crate) mod conventions;
pub(crate) mod descent;
pub(crate) mod evaluate;
pub(crate) mod exponential;
pub(crate) mod fast;
pub(crate) mod layer;
pub(crate) mod network;
pub(crate) mod parameters;
pub(crate) mod pass;
pub(crate) mod resident;
pub(crate) mod sizes;
pub(crate) mod update;
