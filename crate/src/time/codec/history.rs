//! The history of undo and redo as a list of numbers, with which a session that was stored goes on.
//!
//! The list has, first for undo and then for redo:
//! - how many moments follow, the newest first;
//! - for each how many numbers it has; its position; how many mini-batches were completed; 0 if it has the
//!   start of the moment before it (the first: of the session), or 1 and its start; then its edits as in a
//!   journal.

use alloc::rc::Rc;
use alloc::vec::Vec;

use super::{edits, read_edits, read_position, read_start, write_edits, write_start};
use crate::error::Error;
use crate::rng::MAX_SEED;
use crate::time::journal::Journal;
use crate::time::number_list::Reader;
use crate::time::session::Session;
use crate::time::start::Start;
use crate::time::undo::{MAX_DEPTH, Moment};

/// The most numbers of a history: older moments are left out.
const MOST_NUMBERS: usize = 500_000;

impl Session {
    /// Returns what undo and redo lead to as a list of numbers, for [`Session::restore_history`].
    #[must_use]
    pub fn history_numbers(&self) -> Vec<f64> {
        let mut list = Vec::new();
        write(&mut list, &self.journal.start, self.undo.undo_moments());
        write(&mut list, &self.journal.start, self.undo.redo_moments());
        list
    }

    /// Takes the history of undo and redo from a list of [`Session::history_numbers`]. Moments with other
    /// data that is too big for a journal are left out, and all before them.
    ///
    /// # Errors
    /// [`Error::Journal`], or the error of a number in the list; then nothing is changed.
    pub fn restore_history(&mut self, list: &[f64]) -> Result<(), Error> {
        let mut reader = Reader { rest: list };
        let undo = read(&mut reader, &self.journal.start)?;
        let redo = read(&mut reader, &self.journal.start)?;
        if !reader.rest.is_empty() {
            return Err(Error::Journal);
        }
        self.undo.replace(undo, redo);
        Ok(())
    }
}

/// Writes moments, as many as fit.
fn write<'a>(list: &mut Vec<f64>, now: &Rc<Start>, moments: impl Iterator<Item = &'a Moment>) {
    let at = list.len();
    list.push(0.0);
    let mut last = now;
    for Moment { journal, completed, position, .. } in moments {
        let mut numbers = Vec::new();
        edits::write_position(&mut numbers, *position);
        numbers.push(*completed as f64);
        let same = Rc::ptr_eq(&journal.start, last);
        numbers.push(f64::from(u8::from(!same)));
        if !same {
            write_start(&mut numbers, &journal.start);
        }
        write_edits(&mut numbers, journal);
        if list.len() + numbers.len() >= MOST_NUMBERS {
            return;
        }
        list.push(numbers.len() as f64);
        list.extend(numbers);
        last = &journal.start;
        list[at] += 1.0;
    }
}

/// Reads moments, the newest first, up to the first whose data is missing.
fn read(reader: &mut Reader, now: &Rc<Start>) -> Result<Vec<Moment>, Error> {
    let mut moments = Vec::new();
    let mut last = Some(Rc::clone(now));
    for _ in 0..reader.usize(MAX_DEPTH)? {
        let length = reader.usize(MOST_NUMBERS)?;
        let mut reader = Reader { rest: reader.list(length)? };
        let position = read_position(&mut reader)?;
        let completed = reader.integer(MAX_SEED)?;
        let has_start = reader.integer(1)? == 1;
        let Some(before) = last else { continue };
        last = if has_start { read_other_start(&mut reader, now)? } else { Some(before) };
        let Some(start) = &last else { continue };
        let mut journal = Journal::of(Rc::clone(start));
        read_edits(&mut reader, &mut journal)?;
        if !reader.rest.is_empty() {
            return Err(Error::Journal);
        }
        journal.find(position)?;
        moments.push(Moment { journal, past: None, completed, position });
    }
    Ok(moments)
}

/// Reads a start; none if its data is missing.
fn read_other_start(reader: &mut Reader, now: &Rc<Start>) -> Result<Option<Rc<Start>>, Error> {
    match read_start(reader, Some(&now.data)) {
        Ok(start) => Ok(Some(Rc::new(start))),
        Err(Error::DataMissing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
