//! What is learnt from: samples, where they come from, and how they are divided.

pub(crate) mod digit;
pub(crate) mod examples;
pub(crate) mod generate;
pub(crate) mod images;
#[cfg(feature = "full")]
pub(crate) mod nonzeros;
pub(crate) mod origin;
pub(crate) mod samples;
pub(crate) mod scale;
pub(crate) mod split;
pub(crate) mod store;
