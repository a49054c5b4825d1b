//! A session: a network in time. The state at a position is a function of the journal and the position
//! alone; everything else here makes it quick to get at, and can be thrown away.

use crate::data::examples::Example;
use crate::error::Error;
use crate::learn::parameters::Parameters;
use crate::learn::resident::MAX_INDEX;
use crate::rng::check_seed;
use crate::time::edit::{Edit, Settings};
use crate::time::journal::Journal;
use crate::time::past::{Past, Runner};
use crate::time::present::Present;
use crate::time::schedule::MiniBatch;
use crate::time::start::Start;
use crate::time::state::State;
use crate::time::step::{Plan, Position, StepUnit};
use crate::time::undo::{Moment, Undo};

/// A network, its data, its settings and its journal, at any position in time.
#[derive(Debug, Clone)]
pub struct Session {
    pub(crate) journal: Journal,
    /// What has been computed so far.
    pub(crate) past: Past,
    undo: Undo,
    pub(crate) runner: Runner,
    /// The network at the start of the mini-batch looked at last, after the edits made there.
    pub(crate) visited: Option<(u64, Parameters)>,
    /// How far the session went that this one was replayed from.
    replayed: u64,
}

impl Session {
    /// An example, with its own seed or another.
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

    /// A session with this beginning; `replayed` mini-batches of it had been completed once.
    pub(crate) fn begin(start: Start, replayed: u64) -> Result<Self, Error> {
        let journal = Journal::new(start);
        let past = Past::new(&journal)?;
        let runner = Runner::new(&journal.start.sizes);
        Ok(Self { journal, past, undo: Undo::default(), runner, visited: None, replayed })
    }

    /// The journal: how it began, and the edits.
    pub(crate) fn journal(&self) -> &Journal {
        &self.journal
    }

    /// How many mini-batches have been completed.
    #[must_use]
    pub fn completed(&self) -> u64 {
        self.past.completed()
    }

    /// How many mini-batches the session this one was replayed from had completed beyond that.
    #[must_use]
    pub fn unfinished(&self) -> u64 {
        self.replayed.saturating_sub(self.completed())
    }

    /// Everything known at a position. Mini-batches on the way that were never computed are, and count
    /// as completed.
    ///
    /// # Errors
    /// [`Error::Position`]; [`Error::Diverged`] if the way there is barred by an update that cannot be made.
    pub fn state_at(&mut self, position: Position) -> Result<State, Error> {
        let (at, plan) = self.journal.find(position)?;
        self.visit(at.index)?;
        let updated = position.sample == at.m && position.step >= Plan::UPDATE;
        if updated && self.completed() <= at.index {
            self.advance(1, || true)?;
        }
        let batch = self.runner.batch(&self.journal, &at);
        let Some((_, network)) = &self.visited else { unreachable!("it has just been visited") };
        Present { journal: &self.journal, position, at, plan, network, batch }.state()
    }

    /// Where a position is, and the steps of its mini-batch.
    pub(crate) fn find(&self, position: Position) -> Result<(MiniBatch, Plan), Error> {
        self.journal.find(position)
    }

    /// The network at the start of a position's mini-batch, what is in force there, and the mini-batch's samples in order.
    pub(crate) fn mini_batch(
        &mut self,
        position: Position,
    ) -> Result<(&Parameters, &Settings, &[u32]), Error> {
        let (at, _) = self.journal.find(position)?;
        self.visit(at.index)?;
        let Some((_, network)) = &self.visited else { unreachable!("it has just been visited") };
        let batch = self.runner.batch(&self.journal, &at);
        Ok((network, self.journal.settings(at.index), batch))
    }

    /// Where a move from a position leads; none if it would lead before the beginning.
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

    /// The position of the update of mini-batch `index`, counted from the start of the session.
    ///
    /// # Errors
    /// [`Error::Position`] if it is out of reach.
    pub fn position_of(&self, index: u64) -> Result<Position, Error> {
        if index >= MAX_INDEX {
            return Err(Error::Position { what: "the mini-batch", got: index, limit: MAX_INDEX });
        }
        Ok(self.journal.update_of(index))
    }

    /// Number of a position's mini-batch, counted from the start of the session.
    ///
    /// # Errors
    /// [`Error::Position`].
    pub fn index_of(&self, position: Position) -> Result<u64, Error> {
        self.journal.find(position).map(|(at, _)| at.index)
    }

    /// Multiplications in the next mini-batch, about: parameters × samples.
    #[must_use]
    pub fn work(&self) -> u64 {
        let settings = self.journal.settings(self.completed());
        settings.sizes.parameters() as u64 * settings.mini_batch_size as u64
    }

    /// Completes up to `count` more mini-batches, as long as `go_on` agrees; it is asked after each. Returns
    /// how many.
    ///
    /// # Errors
    /// [`Error::Diverged`]; those before it are completed.
    pub fn advance(&mut self, count: u64, mut go_on: impl FnMut() -> bool) -> Result<u64, Error> {
        for done in 1..=count {
            self.past.complete(&self.journal, &mut self.runner)?;
            if !go_on() {
                return Ok(done);
            }
        }
        Ok(count)
    }

    /// Makes an edit at a position and returns the position of the same kind of step after it. What is
    /// changed before the update of a mini-batch acts from the start of that mini-batch, otherwise from its
    /// update on. `continues` marks the later events of one gesture, which one undo takes back.
    ///
    /// # Errors
    /// [`Error::Position`] and whatever does not fit; then nothing is changed.
    pub fn edit(&mut self, position: Position, edit: Edit, continues: bool) -> Result<Position, Error> {
        let before = self.moment(position);
        let kind = edit.kind();
        let after = match edit {
            Edit::Seed(seed) => self.restart_with(position, seed)?,
            Edit::Example(example) => {
                self.find(position)?;
                self.restart(example.start()?)?
            }
            edit => {
                let (place, after) = self.journal.edit(position, edit)?;
                self.visited.take_if(|(at, _)| *at >= place.boundary);
                self.past.truncate(&self.journal, &mut self.runner, place.boundary)?;
                after
            }
        };
        self.undo.remember(before, kind, continues, self.journal.start.data.fingerprint());
        Ok(after)
    }

    /// Makes an edit again that a journal holds; nothing was computed yet, so nothing is forgotten.
    pub(crate) fn replay_edit(&mut self, position: Position, edit: Edit) -> Result<(), Error> {
        self.journal.edit(position, edit).map(drop)
    }

    /// Takes the last edit back and returns the position it was made at; the future it ended is back.
    pub fn undo(&mut self, now: Position) -> Option<Position> {
        let now = self.moment(now);
        let moment = self.undo.undo(now)?;
        Some(self.go_back_to(moment))
    }

    /// Makes the edit taken back last again and returns the position it led to.
    pub fn redo(&mut self, now: Position) -> Option<Position> {
        let now = self.moment(now);
        let moment = self.undo.redo(now)?;
        Some(self.go_back_to(moment))
    }

    /// Whether there is an edit to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.undo.can_undo()
    }

    /// Whether there is an edit to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.undo.can_redo()
    }

    /// Bytes held for going back in time, about; bounded however long the session runs.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.past.bytes() + self.undo.bytes()
    }

    fn moment(&self, position: Position) -> Moment {
        Moment { journal: self.journal.clone(), past: Some(self.past.clone()), position }
    }

    fn go_back_to(&mut self, moment: Moment) -> Position {
        self.journal = moment.journal;
        self.visited = None;
        self.runner.forget_order();
        if let Some(past) = moment.past {
            self.past = past;
        } else if let Ok(past) = Past::new(&self.journal) {
            // Its past did not fit into the budget and is computed again when it is wanted.
            self.past = past;
        }
        moment.position
    }

    fn restart(&mut self, start: Start) -> Result<Position, Error> {
        let fresh = Self::begin(start, 0)?;
        self.undo_kept(fresh);
        Ok(Position::ORIGIN)
    }

    fn restart_with(&mut self, position: Position, seed: u64) -> Result<Position, Error> {
        check_seed(seed)?;
        let now = self.settings_at(position)?.clone();
        let start = &self.journal.start;
        self.restart(Start {
            origin: start.origin,
            sizes: now.sizes,
            seed,
            parameters: None,
            data: start.data.clone(),
            split: start.split,
            samples: now.samples,
            test: now.test,
            eta: now.eta,
            mini_batch_size: now.mini_batch_size,
            conventions: now.conventions,
            evaluates: start.evaluates,
        })
    }

    /// Takes over a new beginning; undo leads back to the position.
    pub(crate) fn begin_anew(&mut self, position: Position, fresh: Self, kind: &'static str) {
        let before = self.moment(position);
        self.undo_kept(fresh);
        self.undo.remember(before, kind, false, self.journal.start.data.fingerprint());
    }

    /// Takes over a new beginning, but keeps what can be undone.
    fn undo_kept(&mut self, fresh: Self) {
        let undo = core::mem::take(&mut self.undo);
        *self = fresh;
        self.undo = undo;
    }

    /// Makes sure that `visited` is the network at the start of mini-batch `index`.
    pub(crate) fn visit(&mut self, index: u64) -> Result<(), Error> {
        if index > self.completed() {
            self.advance(index - self.completed(), || true)?;
        }
        if self.visited.as_ref().is_some_and(|(at, _)| *at == index) {
            return Ok(());
        }
        let (mut at, mut network) = match self.visited.take() {
            Some((at, mut network)) if at < index && at >= self.past.checkpoints.nearest(index).0 => {
                self.runner.mini_batch(&self.journal, at, &mut network)?;
                (at + 1, network)
            }
            _ if index == self.completed() => (index, self.past.frontier.clone()),
            _ => {
                let (at, network) = self.past.checkpoints.nearest(index);
                (at, network.clone())
            }
        };
        while at < index {
            self.journal.apply_at(at, &mut network);
            self.runner.mini_batch(&self.journal, at, &mut network)?;
            at += 1;
        }
        self.journal.apply_at(index, &mut network);
        self.visited = Some((index, network));
        Ok(())
    }
}
