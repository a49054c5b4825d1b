//! What can be taken back and made again.

use alloc::vec::Vec;

use crate::time::journal::Journal;
use crate::time::past::Past;
use crate::time::step::Position;

/// The most edits that can be taken back.
const MAX_DEPTH: usize = 200;
/// Bytes for the computed pasts of journals that can be gone back to; older ones are computed again.
const BUDGET: usize = 16 << 20;
/// Bytes of other data sets that can be gone back to; edits of older ones cannot be taken back any more.
const DATA_BUDGET: usize = 128 << 20;

/// A journal to go back to, with what was computed of it, and where the person was.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    pub(crate) journal: Journal,
    pub(crate) past: Option<Past>,
    pub(crate) position: Position,
}

/// The moments before each edit, and those after the edits taken back.
#[derive(Debug, Clone, Default)]
pub(crate) struct Undo {
    undo: Vec<(Moment, &'static str)>,
    redo: Vec<(Moment, &'static str)>,
}

impl Undo {
    /// An edit of this kind was made after this moment. One that continues a gesture of its kind adds
    /// nothing: going back leads to before the gesture.
    /// `data` is the fingerprint of the data that is open now.
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

    /// Bytes held, about.
    pub(crate) fn bytes(&self) -> usize {
        let moments = self.undo.iter().chain(&self.redo);
        moments.filter_map(|(moment, _)| moment.past.as_ref()).map(Past::bytes).sum()
    }

    /// Data sets are kept for going back as far as the budget for them goes.
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

    /// The newest moments keep what was computed of them, the oldest lose it first.
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
