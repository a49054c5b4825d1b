//! Questions to a session, answered on copies.

pub(crate) mod inspect;
pub(crate) mod survey;
