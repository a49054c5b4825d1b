//! Questions to a session, answered on copies of its network.

pub(crate) mod mini_batch;
pub(crate) mod predictions;
pub(crate) mod questions;
