//! Undo and redo.

use alloc::vec::Vec;

use crate::time::journal::Journal;
use crate::time::past::Past;
use crate::time::step::Position;

/// The most edits that can be undone.
pub(crate) const MAX_DEPTH: usize = 200;
/// The kind of an edit before the session was stored: no later edit continues it.
const RESTORED: &str = "restored";
/// Bytes for the results of journals in the history. Results of older journals are computed again.
const BUDGET: usize = 16 << 20;
/// Bytes for other data sets in the history. Edits before an older data set cannot be undone.
const DATA_BUDGET: usize = 128 << 20;

/// A journal to go back to, its results if they are stored, how many mini-batches of it were completed, and
/// the position at which the edit was made.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    pub(crate) journal: Journal,
    pub(crate) past: Option<Past>,
    pub(crate) completed: u64,
    pub(crate) position: Position,
}

/// The moments before each edit, and the moments after each edit that was undone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Undo {
    undo: Vec<(Moment, &'static str)>,
    redo: Vec<(Moment, &'static str)>,
}

impl Undo {
    /// Adds the moment before an edit of this kind. An edit that continues a gesture of its kind adds
    /// nothing: undo leads to before the gesture. `data` is the fingerprint of the open data.
    pub(crate) fn remember(&mut self, before: Moment, kind: &'static str, continues: bool, data: u64) {
        self.redo.clear();
        if continues && self.undo.last().is_some_and(|(_, last)| *last == kind) {
            return;
        }
        self.undo.push((before, kind));
        if self.undo.len() > MAX_DEPTH {
            self.undo.remove(0);
        }
        self.keep_budget();
        self.keep_data_budget(data);
    }

    pub(crate) fn undo(&mut self, now: Moment) -> Option<Moment> {
        let (moment, kind) = self.undo.pop()?;
        self.redo.push((now, kind));
        self.keep_budget();
        Some(moment)
    }

    pub(crate) fn redo(&mut self, now: Moment) -> Option<Moment> {
        let (moment, kind) = self.redo.pop()?;
        self.undo.push((now, kind));
        self.keep_budget();
        Some(moment)
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Returns the moments that undo leads to, the next first.
    pub(crate) fn undo_moments(&self) -> impl Iterator<Item = &Moment> {
        self.undo.iter().rev().map(|(moment, _)| moment)
    }

    /// Returns the moments that redo leads to, the next first.
    pub(crate) fn redo_moments(&self) -> impl Iterator<Item = &Moment> {
        self.redo.iter().rev().map(|(moment, _)| moment)
    }

    /// Replaces all moments by others, each list with the next first.
    pub(crate) fn replace(&mut self, undo: Vec<Moment>, redo: Vec<Moment>) {
        let list =
            |moments: Vec<Moment>| moments.into_iter().rev().map(|moment| (moment, RESTORED)).collect();
        (self.undo, self.redo) = (list(undo), list(redo));
    }

    /// Bytes that the stored results take, approximately.
    pub(crate) fn bytes(&self) -> usize {
        let moments = self.undo.iter().chain(&self.redo);
        moments.filter_map(|(moment, _)| moment.past.as_ref()).map(Past::bytes).sum()
    }

    /// Removes the moments before the data sets that do not fit into the budget.
    fn keep_data_budget(&mut self, open: u64) {
        let (mut left, mut last) = (DATA_BUDGET, open);
        let kept = self.undo.iter().rev().take_while(|(moment, _)| {
            let data = &moment.journal.start.data;
            let bytes = if data.fingerprint() == last { 0 } else { data.bytes() };
            last = data.fingerprint();
            let fits = bytes <= left;
            left = left.saturating_sub(bytes);
            fits
        });
        let gone = self.undo.len() - kept.count();
        self.undo.drain(..gone);
    }

    /// Removes the results of the oldest moments that do not fit into the budget.
    fn keep_budget(&mut self) {
        let mut left = BUDGET;
        for (moment, _) in self.redo.iter_mut().rev().chain(self.undo.iter_mut().rev()) {
            let bytes = moment.past.as_ref().map_or(0, Past::bytes);
            if bytes > left {
                moment.past = None;
            }
            left = left.saturating_sub(bytes);
        }
    }
}
