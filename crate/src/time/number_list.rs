//! Numbers taken from a list one after the other, each checked before it is believed.

use alloc::vec::Vec;

use crate::error::Error;
use crate::learn::sizes::{MAX_LAYERS, MAX_NEURONS, MAX_PARAMETERS, Sizes};

/// What is left of a list of numbers.
pub(crate) struct Reader<'a> {
    pub(crate) rest: &'a [f64],
}

impl<'a> Reader<'a> {
    /// The next `count` numbers; refused before anything is allocated if there are not so many.
    pub(crate) fn list(&mut self, count: usize) -> Result<&'a [f64], Error> {
        let (list, rest) = self.rest.split_at_checked(count).ok_or(Error::Journal)?;
        self.rest = rest;
        Ok(list)
    }

    /// The next number.
    pub(crate) fn number(&mut self) -> Result<f64, Error> {
        self.list(1).map(|list| list[0])
    }

    /// The next number, which must be whole and no more than `most`.
    pub(crate) fn integer(&mut self, most: u64) -> Result<u64, Error> {
        integer(self.number()?, most)
    }

    /// The same, of things in memory.
    pub(crate) fn usize(&mut self, most: usize) -> Result<usize, Error> {
        self.integer(most as u64).map(|number| number as usize)
    }

    /// The next number, as the index of one of the kinds in a table.
    pub(crate) fn kind<T: Copy>(&mut self, table: &[T]) -> Result<T, Error> {
        table.get(self.usize(table.len())?).copied().ok_or(Error::Journal)
    }

    /// Layer sizes, after their number.
    pub(crate) fn sizes(&mut self) -> Result<Sizes, Error> {
        let layers = self.usize(MAX_LAYERS)?;
        let mut sizes = Vec::new();
        for _ in 0..layers {
            sizes.push(self.usize(MAX_NEURONS)?);
        }
        Sizes::new(&sizes)
    }

    /// Several numbers of things in memory.
    pub(crate) fn usizes<const N: usize>(&mut self) -> Result<[usize; N], Error> {
        let mut list = [0; N];
        for one in &mut list {
            *one = to_usize(self.number()?)?;
        }
        Ok(list)
    }
}

/// A number of things in memory.
pub(crate) fn to_usize(number: f64) -> Result<usize, Error> {
    integer(number, MAX_PARAMETERS as u64).map(|number| number as usize)
}

/// A whole number no more than `most`.
pub(crate) fn integer(number: f64, most: u64) -> Result<u64, Error> {
    exact(number, most).ok_or(Error::Journal)
}

/// The same, for whoever has a sentence of his own: none of a number that is not whole, below 0 or above `most`.
pub(crate) fn exact(number: f64, most: u64) -> Option<u64> {
    let integer = number as u64;
    (integer as f64 == number && number <= most as f64).then_some(integer)
}

/// The number of a kind: its index in the table of its kinds.
pub(crate) fn number_of<T: PartialEq>(kind: T, table: &[T]) -> f64 {
    table.iter().position(|other| *other == kind).unwrap_or_default() as f64
}

/// Writes layer sizes, after their number.
pub(crate) fn write_sizes(list: &mut Vec<f64>, sizes: &Sizes) {
    list.push(sizes.layers() as f64);
    list.extend(sizes.as_slice().iter().map(|n| *n as f64));
}
