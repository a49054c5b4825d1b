//! A session: positions in time, what was changed where, and what is known at each of them.

pub(crate) mod checkpoints;
pub(crate) mod codec;
pub(crate) mod costs;
pub(crate) mod edit;
pub(crate) mod evaluations;
pub(crate) mod given;
pub(crate) mod journal;
pub(crate) mod moves;
pub(crate) mod past;
pub(crate) mod present;
pub(crate) mod reader;
pub(crate) mod resize;
pub(crate) mod schedule;
pub(crate) mod session;
pub(crate) mod start;
pub(crate) mod state;
pub(crate) mod step;
pub(crate) mod timeline;
pub(crate) mod undo;
