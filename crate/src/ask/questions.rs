//! The type that has all questions.

use crate::time::session::Session;

/// Questions to a session. They are answered on copies: the session does not change, but mini-batches that
/// are needed and not completed yet are completed.
#[derive(Debug)]
pub struct Questions<'a> {
    pub(crate) session: &'a mut Session,
}

impl<'a> Questions<'a> {
    /// Returns the questions to a session.
    pub fn new(session: &'a mut Session) -> Self {
        Self { session }
    }
}
