//! Sessions: the state of a network at any position in time, edits, undo, and the journal that all of it is
//! computed from.

pub(crate) mod at;
pub(crate) mod checkpoints;
pub(crate) mod codec;
pub(crate) mod costs;
pub(crate) mod edit;
pub(crate) mod evaluations;
pub(crate) mod journal;
pub(crate) mod neighbours;
pub(crate) mod number_list;
pub(crate) mod open;
pub(crate) mod past;
pub(crate) mod resize;
pub(crate) mod schedule;
pub(crate) mod seek;
pub(crate) mod session;
pub(crate) mod start;
pub(crate) mod state;
pub(crate) mod state_at;
pub(crate) mod step;
pub(crate) mod timeline;
pub(crate) mod undo;
