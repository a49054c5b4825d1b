//! Sessions: a network in time. The state at a position is a function of the journal and the position alone.
//! Everything else that is stored makes it fast to compute, and can be computed again.

use crate::data::examples::Example;
use crate::error::Error;
use crate::learn::resident::MAX_INDEX;
use crate::rng::check_seed;
use crate::subject::Subject;
use crate::time::edit::Edit;
use crate::time::journal::Journal;
use crate::time::past::{Past, Runner};
use crate::time::schedule::MiniBatch;
use crate::time::seek::Seek;
use crate::time::start::Start;
use crate::time::step::{Plan, Position, StepUnit};
use crate::time::undo::{Moment, Undo};

/// A network, its data, its settings and its journal, at any position in time.
#[derive(Debug, Clone)]
pub struct Session {
    pub(crate) journal: Journal,
    /// The results of the completed mini-batches.
    pub(crate) past: Past,
    pub(crate) undo: Undo,
    pub(crate) runner: Runner,
    pub(crate) seek: Seek,
    /// Mini-batches that were completed once: in the session from which this one was replayed, or before an
    /// undo whose results were not stored.
    completed_once: u64,
}

impl Session {
    /// Opens an example, with its own seed or another.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for the seed.
    pub fn open(example: Example, seed: Option<u64>) -> Result<Self, Error> {
        let mut start = example.start()?;
        if let Some(seed) = seed {
            check_seed(seed)?;
            (start.seed, start.parameters) = (seed, None);
        }
        Self::begin(start, 0)
    }

    /// Makes a session with this start; `completed_once` mini-batches of it were completed once.
    pub(crate) fn begin(start: Start, completed_once: u64) -> Result<Self, Error> {
        let journal = Journal::new(start);
        let past = Past::new(&journal)?;
        let runner = Runner::new(&journal.start.sizes);
        Ok(Self { journal, past, undo: Undo::default(), runner, seek: Seek::default(), completed_once })
    }

    /// Returns the journal.
    pub(crate) fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Returns how many mini-batches are completed: run, or needed for an answer.
    #[must_use]
    pub fn completed(&self) -> u64 {
        self.past.completed()
    }

    /// Returns how many more mini-batches were completed once: in the session from which this one was
    /// replayed, or before an undo or redo whose results did not fit into the memory for that.
    #[must_use]
    pub fn unfinished(&self) -> u64 {
        self.completed_once.saturating_sub(self.completed())
    }

    /// Returns the mini-batch of a position, and its plan.
    pub(crate) fn find(&self, position: Position) -> Result<(MiniBatch, Plan), Error> {
        self.journal.find(position)
    }

    /// Returns the next or the previous position at which a move of this unit stops; none before the first
    /// position.
    ///
    /// # Errors
    /// [`Error::Position`].
    pub fn neighbour(
        &self,
        from: Position,
        unit: StepUnit,
        forward: bool,
    ) -> Result<Option<Position>, Error> {
        if forward { self.journal.next(from, unit).map(Some) } else { self.journal.previous(from, unit) }
    }

    /// Returns the position of the update of mini-batch `index`, counted from the start of the session.
    ///
    /// # Errors
    /// [`Error::Position`] from [`MAX_INDEX`] on.
    pub fn position_of(&self, index: u64) -> Result<Position, Error> {
        if index >= MAX_INDEX {
            return Err(Error::Position { what: Subject::MiniBatchIndex, got: index, limit: MAX_INDEX });
        }
        Ok(self.journal.update_of(index))
    }

    /// Returns the number of a position's mini-batch, counted from the start of the session.
    ///
    /// # Errors
    /// [`Error::Position`].
    pub fn index_of(&self, position: Position) -> Result<u64, Error> {
        self.journal.find(position).map(|(at, _)| at.index)
    }

    /// Returns about how many multiplications the next mini-batch takes: parameters × samples.
    #[must_use]
    pub fn work(&self) -> u64 {
        self.journal.work(self.completed())
    }

    /// Completes up to `count` more mini-batches, as long as `go_on` returns true, which is called after
    /// each. Returns how many were completed.
    ///
    /// # Errors
    /// [`Error::Diverged`]; the mini-batches before it are completed.
    pub fn advance(&mut self, count: u64, go_on: impl FnMut() -> bool) -> Result<u64, Error> {
        self.past.complete(&self.journal, &mut self.runner, count, go_on)
    }

    /// Returns about how many multiplications it takes to complete the first `count` mini-batches of the
    /// journal, and the longest of them.
    #[must_use]
    pub fn work_until(&self, count: u64) -> (f64, f64) {
        self.journal.work_until(count)
    }

    /// Makes an edit at a position, and returns the position of the same kind of step after it. An edit
    /// before the update of a mini-batch acts from the start of that mini-batch, a later one from its update
    /// on. `continues` marks the later events of one gesture, which one undo takes back.
    ///
    /// # Errors
    /// [`Error::Position`], and an error if the edit does not fit; then nothing is changed.
    pub fn edit(&mut self, position: Position, edit: Edit, continues: bool) -> Result<Position, Error> {
        let before = self.moment(position);
        let kind = edit.kind();
        let (acts_from, after) = self.journal.edit(position, edit)?;
        self.seek.forget_from(acts_from.index);
        self.completed_once = self.completed_once.min(acts_from.index);
        self.past.truncate(&self.journal, &mut self.runner, acts_from.index)?;
        self.undo.remember(before, kind, continues, self.journal.start.data.fingerprint());
        Ok(after)
    }

    /// Undoes the last edit, so that what it removed is there again. Returns the position at which it was
    /// made.
    pub fn undo(&mut self, now: Position) -> Option<Position> {
        let now = self.moment(now);
        let moment = self.undo.undo(now)?;
        Some(self.go_back_to(moment))
    }

    /// Repeats the edit that was undone last, and returns the position it led to.
    pub fn redo(&mut self, now: Position) -> Option<Position> {
        let now = self.moment(now);
        let moment = self.undo.redo(now)?;
        Some(self.go_back_to(moment))
    }

    /// Whether there is an edit to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.undo.can_undo()
    }

    /// Whether there is an edit to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.undo.can_redo()
    }

    /// Returns about how many bytes are stored for going back in time. They are bounded, however long the
    /// session runs.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.past.bytes() + self.undo.bytes()
    }

    fn moment(&self, position: Position) -> Moment {
        let completed = self.completed() + self.unfinished();
        Moment { journal: self.journal.clone(), past: Some(self.past.clone()), completed, position }
    }

    fn go_back_to(&mut self, moment: Moment) -> Position {
        self.journal = moment.journal;
        self.completed_once = moment.completed;
        self.seek = Seek::default();
        self.runner.forget_order();
        if let Some(past) = moment.past {
            self.past = past;
        } else if let Ok(past) = Past::new(&self.journal) {
            // Its results did not fit into the budget of undo. They are computed again when they are needed;
            // until then they are unfinished.
            self.past = past;
        }
        moment.position
    }

    /// Opens what another session has in place of this one. Undo leads back to what was open before, at
    /// `position`; the other session's own history is dropped.
    ///
    /// # Errors
    /// [`Error::Position`]; then nothing is changed.
    pub fn open_session(&mut self, position: Position, other: Self) -> Result<(), Error> {
        self.find(position)?;
        self.replace_by(position, other, "session", false);
        Ok(())
    }

    /// Replaces this session. Undo leads back to the position. `kind` and `continues` are those of an edit.
    fn replace_by(&mut self, position: Position, mut other: Self, kind: &'static str, continues: bool) {
        let before = self.moment(position);
        other.undo = core::mem::take(&mut self.undo);
        *self = other;
        self.undo.remember(before, kind, continues, self.journal.start.data.fingerprint());
    }

    /// Starts again. Undo leads back to the position. `kind` and `continues` are those of an edit.
    ///
    /// # Errors
    /// As [`Session::begin`]; then nothing is changed.
    pub(crate) fn begin_again(
        &mut self,
        position: Position,
        start: Start,
        kind: &'static str,
        continues: bool,
    ) -> Result<(), Error> {
        let fresh = Self::begin(start, 0)?;
        self.replace_by(position, fresh, kind, continues);
        Ok(())
    }
}
