//! Inputs as lists of the numbers that are not 0, for data most of which is 0. Only the full core has them.
//!
//! What is left out is +0 alone. −0 is in the lists, so that reading them gives the same bits.

use alloc::vec;
use alloc::vec::Vec;

use crate::learn::sizes::MAX_NEURONS;

/// A number that is not +0, and where it is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct NonZero {
    /// The index of the input it is of.
    pub(crate) at: u32,
    pub(crate) x: f64,
}

/// The inputs of a data set as lists.
#[derive(Debug)]
pub(crate) struct NonZeroLists {
    /// Where each sample's list ends.
    ends: Vec<u32>,
    list: Vec<NonZero>,
}

impl NonZeroLists {
    /// Makes lists of inputs of `width` numbers each. None if they would take more memory than the numbers,
    /// or if an input has so few that lists save no time.
    pub(crate) fn new(xs: &[f64], width: usize) -> Option<Self> {
        const LEAST: usize = 32;
        let count = if width < LEAST { xs.len() } else { xs.iter().filter(|x| x.to_bits() != 0).count() };
        if count * size_of::<NonZero>() > size_of_val(xs) {
            return None;
        }
        let (mut ends, mut list) = (Vec::with_capacity(xs.len() / width), vec![NonZero::default(); count]);
        let mut row = vec![NonZero::default(); width];
        let mut end = 0;
        for x in xs.chunks_exact(width) {
            let count = of_numbers(x, &mut row);
            list[end..][..count].copy_from_slice(&row[..count]);
            end += count;
            ends.push(end as u32);
        }
        Some(Self { ends, list })
    }

    /// The list of a row, in ascending order of the index.
    pub(crate) fn row(&self, row: usize) -> &[NonZero] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.list[start as usize..self.ends[row] as usize]
    }

    /// Writes the first numbers of a row.
    pub(crate) fn read(&self, row: usize, into: &mut [f64]) {
        into.fill(0.0);
        for number in self.row(row) {
            if let Some(x) = into.get_mut(number.at as usize) {
                *x = number.x;
            }
        }
    }

    /// How many numbers there are in all lists.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// Bytes, about.
    pub(crate) fn bytes(&self) -> usize {
        size_of_val(self.list.as_slice()) + size_of_val(self.ends.as_slice())
    }
}

/// Pixels that are looked at together.
const BLOCK: usize = 8;

/// Writes the numbers of an input that are not +0 to a list with room for all of them, in ascending order of
/// the index. Returns how many they are.
#[inline(never)]
pub(crate) fn of_numbers(x: &[f64], list: &mut [NonZero]) -> usize {
    write(0, x.iter().copied(), list, 0)
}

/// The same for the pixels of an image, whose values are in a table.
#[inline(never)]
pub(crate) fn of_pixels(pixels: &[u8], shades: &[f64; 256], list: &mut [NonZero]) -> usize {
    // First which blocks are not 0, so that processors need not guess.
    let (mut which, mut found) = ([0; MAX_NEURONS / BLOCK], 0);
    for (first, block) in (0..).step_by(BLOCK).zip(pixels.chunks(BLOCK)) {
        if let Some(which) = which.get_mut(found) {
            *which = first;
        }
        found += usize::from(<[u8; BLOCK]>::try_from(block).map_or(1, u64::from_ne_bytes) != 0);
    }
    let mut count = 0;
    for first in which.into_iter().take(found) {
        let block = pixels[first..].iter().take(BLOCK);
        count = write(first as u32, block.map(|pixel| shades[usize::from(*pixel)]), list, count);
    }
    count
}

/// Writes numbers to a list that has `count` already, and returns how many it has then. There is no branch:
/// each number is written, and the next one overwrites it if it is +0.
#[inline(always)]
fn write(first: u32, numbers: impl Iterator<Item = f64>, list: &mut [NonZero], mut count: usize) -> usize {
    for (at, x) in (first..).zip(numbers) {
        if let Some(number) = list.get_mut(count) {
            *number = NonZero { at, x };
        }
        count += usize::from(x.to_bits() != 0);
    }
    count
}
