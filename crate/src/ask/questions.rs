//! The type that has all questions.

use crate::error::Error;
use crate::time::session::Session;

/// The most multiplications of a question: some seconds.
const MAX_WORK: u64 = 10_000_000_000;

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

/// Refuses a question that needs too many multiplications.
///
/// # Errors
/// [`Error::TooMuchWork`].
pub(crate) fn bounded(work: u64) -> Result<(), Error> {
    if work <= MAX_WORK { Ok(()) } else { Err(Error::TooMuchWork { work, most: MAX_WORK }) }
}
