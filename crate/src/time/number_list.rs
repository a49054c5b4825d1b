//! Reads and writes lists of numbers. Every number that is read is checked.

use alloc::vec::Vec;

use crate::error::Error;
use crate::learn::sizes::{MAX_LAYERS, MAX_NEURONS, MAX_PARAMETERS, Sizes};

/// The numbers of a list that are not read yet.
pub(crate) struct Reader<'a> {
    pub(crate) rest: &'a [f64],
}

impl<'a> Reader<'a> {
    /// Reads the next `count` numbers. A shorter list is an error before anything is allocated.
    pub(crate) fn list(&mut self, count: usize) -> Result<&'a [f64], Error> {
        let (list, rest) = self.rest.split_at_checked(count).ok_or(Error::Journal)?;
        self.rest = rest;
        Ok(list)
    }

    /// Reads the next number.
    pub(crate) fn number(&mut self) -> Result<f64, Error> {
        self.list(1).map(|list| list[0])
    }

    /// Reads the next number, which must be an integer from 0 to `most`.
    pub(crate) fn integer(&mut self, most: u64) -> Result<u64, Error> {
        integer(self.number()?, most)
    }

    /// Reads the next number, which must be an integer from 0 to `most`, as `usize`.
    pub(crate) fn usize(&mut self, most: usize) -> Result<usize, Error> {
        self.integer(most as u64).map(|number| number as usize)
    }

    /// Reads the next number, which is an index of the table, and returns the kind there.
    pub(crate) fn kind<T: Copy>(&mut self, table: &[T]) -> Result<T, Error> {
        table.get(self.usize(table.len())?).copied().ok_or(Error::Journal)
    }

    /// Reads how many layers there are, then their sizes.
    pub(crate) fn sizes(&mut self) -> Result<Sizes, Error> {
        let layers = self.usize(MAX_LAYERS)?;
        let mut sizes = Vec::new();
        for _ in 0..layers {
            sizes.push(self.usize(MAX_NEURONS)?);
        }
        Sizes::new(&sizes)
    }

    /// Reads the next N numbers as `usize`.
    pub(crate) fn usizes<const N: usize>(&mut self) -> Result<[usize; N], Error> {
        let mut list = [0; N];
        for one in &mut list {
            *one = to_usize(self.number()?)?;
        }
        Ok(list)
    }
}

/// Returns a number as `usize`; it must be an integer no greater than [`MAX_PARAMETERS`].
pub(crate) fn to_usize(number: f64) -> Result<usize, Error> {
    integer(number, MAX_PARAMETERS as u64).map(|number| number as usize)
}

/// Returns a number as `u64`; it must be an integer from 0 to `most`.
pub(crate) fn integer(number: f64, most: u64) -> Result<u64, Error> {
    exact(number, most).ok_or(Error::Journal)
}

/// Returns a number as `u64`; none unless it is an integer from 0 to `most`.
pub(crate) fn exact(number: f64, most: u64) -> Option<u64> {
    let integer = number as u64;
    (integer as f64 == number && number <= most as f64).then_some(integer)
}

/// Returns the index of a kind in its table.
pub(crate) fn number_of<T: PartialEq>(kind: T, table: &[T]) -> f64 {
    table.iter().position(|other| *other == kind).unwrap_or_default() as f64
}

/// Writes how many layers there are, then their sizes.
pub(crate) fn write_sizes(list: &mut Vec<f64>, sizes: &Sizes) {
    list.push(sizes.layers() as f64);
    list.extend(sizes.as_slice().iter().map(|n| *n as f64));
}
