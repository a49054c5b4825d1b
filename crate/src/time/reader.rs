//! Numbers taken from a list one after the other, each checked before it is believed.

use crate::error::Error;
use crate::learn::sizes::MAX_PARAMETERS;

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
    pub(crate) fn place(&mut self, most: usize) -> Result<usize, Error> {
        self.integer(most as u64).map(|number| number as usize)
    }

    /// The next number, as the index of one of the kinds in a table.
    pub(crate) fn kind<T: Copy>(&mut self, table: &[T]) -> Result<T, Error> {
        table.get(self.place(table.len())?).copied().ok_or(Error::Journal)
    }

    /// Several numbers of things in memory.
    pub(crate) fn places<const N: usize>(&mut self) -> Result<[usize; N], Error> {
        let mut places = [0; N];
        for one in &mut places {
            *one = place(self.number()?)?;
        }
        Ok(places)
    }
}

/// A number of things in memory.
pub(crate) fn place(number: f64) -> Result<usize, Error> {
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
