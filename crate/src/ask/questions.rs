//! What is asked of a session.

use crate::time::session::Session;

/// Questions to a session. They are answered on copies: nothing of the session changes, except that what a question
/// needs and was never computed is computed, and counts as completed.
#[derive(Debug)]
pub struct Questions<'a> {
    pub(crate) session: &'a mut Session,
}

impl<'a> Questions<'a> {
    /// Questions to this session.
    pub fn new(session: &'a mut Session) -> Self {
        Self { session }
    }
}
