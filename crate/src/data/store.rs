//! What a data set holds: numbers, or images whose pixels stay bytes until they are used.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::data::samples::{Samples, check_count};
use crate::error::{Error, finite_list, range};
use crate::learn::sizes::MAX_NEURONS;

/// A data set as it is held, once.
#[derive(Debug)]
pub(crate) struct Store {
    count: usize,
    inputs: usize,
    outputs: usize,
    held: Held,
    hash: u64,
}

#[derive(Debug)]
enum Held {
    /// Shapes: `xs` count × inputs, `ys` count × outputs.
    Numbers { xs: Vec<f64>, ys: Vec<f64> },
    /// x is the shade of a pixel, y is 1 at the label and 0 elsewhere. Shapes: `pixels` count × inputs, `labels`
    /// count. Shades are looked up, which is quicker than dividing.
    Images { pixels: Vec<u8>, shades: Box<[f64; 256]>, labels: Vec<u8> },
}

impl Store {
    /// Finite numbers of the right length.
    pub(crate) fn numbers(inputs: usize, outputs: usize, count: usize, xs: Vec<f64>, ys: Vec<f64>) -> Self {
        let words = xs.iter().chain(&ys).map(|value| value.to_bits());
        let hash = hash([inputs as u64, outputs as u64].into_iter().chain(words));
        Self { count, inputs, outputs, held: Held::Numbers { xs, ys }, hash }
    }

    pub(crate) fn count(&self) -> usize {
        self.count
    }

    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    pub(crate) fn is_numbers(&self) -> bool {
        matches!(self.held, Held::Numbers { .. })
    }

    /// Bytes held, about.
    pub(crate) fn bytes(&self) -> usize {
        match &self.held {
            Held::Numbers { xs, ys } => size_of_val(xs.as_slice()) + size_of_val(ys.as_slice()),
            Held::Images { pixels, labels, .. } => pixels.len() + labels.len(),
        }
    }

    pub(crate) fn hash(&self) -> u64 {
        self.hash
    }

    /// The first numbers of x in a row.
    pub(crate) fn read_x(&self, row: usize, into: &mut [f64]) {
        match &self.held {
            Held::Numbers { xs, .. } => into.copy_from_slice(&xs[row * self.inputs..][..into.len()]),
            Held::Images { pixels, shades, .. } => {
                for (x, pixel) in into.iter_mut().zip(&pixels[row * self.inputs..]) {
                    *x = shades[usize::from(*pixel)];
                }
            }
        }
    }

    /// x and y of a row, where they are held as numbers.
    pub(crate) fn held(&self, row: usize) -> Option<(&[f64], &[f64])> {
        let Held::Numbers { xs, ys } = &self.held else { return None };
        Some((&xs[row * self.inputs..][..self.inputs], &ys[row * self.outputs..][..self.outputs]))
    }

    /// The first numbers of y in a row.
    pub(crate) fn read_y(&self, row: usize, into: &mut [f64]) {
        match &self.held {
            Held::Numbers { ys, .. } => into.copy_from_slice(&ys[row * self.outputs..][..into.len()]),
            Held::Images { labels, .. } => {
                into.fill(0.0);
                if let Some(y) = into.get_mut(usize::from(labels[row])) {
                    *y = 1.0;
                }
            }
        }
    }
}

/// FNV-1a (Fowler, Noll and Vo), with words of 8 bytes in the place of bytes; 53 bits, exact in JavaScript too.
fn hash(words: impl Iterator<Item = u64>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        hash = (hash ^ word).wrapping_mul(0x100_0000_01b3);
        hash ^= hash >> 32;
    }
    hash >> 11
}

/// A set of images on its way: pixels and labels come in pieces, so that they are never held twice.
#[derive(Debug)]
pub struct Images {
    inputs: usize,
    classes: usize,
    top: u8,
    count: usize,
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

impl Images {
    /// `count` images of `inputs` pixels from 0 to `top`, with labels from 0 below `classes`.
    ///
    /// # Errors
    /// [`Error::Samples`], [`Error::OutOfRange`].
    pub fn new(inputs: usize, classes: usize, top: u8, count: usize) -> Result<Self, Error> {
        check_count(count)?;
        for (what, least, most, got) in [
            ("The number of pixels of an image", 1, MAX_NEURONS, inputs),
            ("The number of classes", 1, 256, classes),
            ("The greatest value of a pixel", 1, 255, usize::from(top)),
        ] {
            if !(least..=most).contains(&got) {
                return Err(Error::OutOfRange { what, least: least as u64, most: most as u64 });
            }
        }
        let (pixels, labels) = (Vec::with_capacity(count * inputs), Vec::with_capacity(count));
        Ok(Self { inputs, classes, top, count, pixels, labels })
    }

    /// More pixels, row by row.
    ///
    /// # Errors
    /// [`Error::Length`] if there are too many, [`Error::OutOfRange`] for one that is too great.
    pub fn add_pixels(&mut self, pixels: &[u8]) -> Result<(), Error> {
        add("The list of pixels", &mut self.pixels, pixels, self.count * self.inputs)?;
        below("A pixel", pixels, usize::from(self.top) + 1)
    }

    /// More labels.
    ///
    /// # Errors
    /// As [`Images::add_pixels`].
    pub fn add_labels(&mut self, labels: &[u8]) -> Result<(), Error> {
        add("The list of labels", &mut self.labels, labels, self.count)?;
        below("A label", labels, self.classes)
    }

    /// The samples, once all pixels and labels are there: x is pixel ÷ top, y is 1 at the label and 0 elsewhere.
    ///
    /// # Errors
    /// [`Error::Length`] if some are missing.
    pub fn samples(self) -> Result<Samples, Error> {
        complete("The list of pixels", self.pixels.len(), self.count * self.inputs)?;
        complete("The list of labels", self.labels.len(), self.count)?;
        let eight = |bytes: &[u8]| bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        let shape = [self.inputs, self.classes, usize::from(self.top)];
        let bytes = self.pixels.chunks(8).chain(self.labels.chunks(8)).map(eight);
        let hash = hash(shape.into_iter().map(|number| number as u64).chain(bytes));
        let mut shades = Box::new([0.0; 256]);
        for (pixel, shade) in (0_u8..=255).zip(shades.iter_mut()) {
            *shade = f64::from(pixel) / f64::from(self.top);
        }
        let held = Held::Images { pixels: self.pixels, shades, labels: self.labels };
        Ok(Samples::of(Store { count: self.count, inputs: self.inputs, outputs: self.classes, held, hash }))
    }
}

fn add(what: &'static str, list: &mut Vec<u8>, more: &[u8], most: usize) -> Result<(), Error> {
    let got = list.len() + more.len();
    if got > most {
        return Err(Error::Length { what, expected: most, got });
    }
    list.extend_from_slice(more);
    Ok(())
}

fn below(what: &'static str, values: &[u8], limit: usize) -> Result<(), Error> {
    if values.iter().all(|value| usize::from(*value) < limit) {
        return Ok(());
    }
    Err(Error::OutOfRange { what, least: 0, most: limit as u64 - 1 })
}

fn complete(what: &'static str, got: usize, expected: usize) -> Result<(), Error> {
    if got == expected { Ok(()) } else { Err(Error::Length { what, expected, got }) }
}

/// How the columns of a table become inputs or targets. What is measured (least, greatest, mean, deviation) is measured on
/// the rows that are trained with, so that nothing of the test data is known in training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scaling {
    /// As they are.
    None,
    /// (x − least) ÷ (greatest − least), column by column.
    Unit,
    /// (x − mean) ÷ standard deviation, column by column; the deviation is √(Σ(x − mean)² ÷ n).
    Standard,
}

/// Every column of rows of `width` finite numbers, scaled in place, by what is measured on the rows `by`, or on all. A
/// column whose numbers are all the same there becomes 0.
///
/// # Errors
/// [`Error::Length`], [`Error::ListNotFinite`], before and after; [`Error::OutOfRange`] if there is no such row.
pub fn scale(values: &mut [f64], width: usize, scaling: Scaling, by: Option<&[u32]>) -> Result<(), Error> {
    const WHAT: &str = "The table";
    finite_list(WHAT, values, values.len() / width.max(1) * width)?;
    if scaling == Scaling::None {
        return Ok(());
    }
    let rows = values.len() / width.max(1);
    if let Some(row) = by.and_then(|by| by.iter().max()) {
        range("The row to scale by", 0, rows.saturating_sub(1), *row as usize)?;
    }
    let count = by.map_or(rows, <[u32]>::len);
    for column in 0..width {
        let (mut least, mut most, mut sum, mut squares) = (f64::INFINITY, f64::NEG_INFINITY, 0.0, 0.0);
        let measured = || (0..count).map(|at| values[by.map_or(at, |by| by[at] as usize) * width + column]);
        for value in measured() {
            (least, most) = (least.min(value), most.max(value));
            sum += value;
        }
        let mean = sum / count as f64;
        for value in measured() {
            squares += (value - mean) * (value - mean);
        }
        let (from, size) = match scaling {
            // The mean of equal numbers is rounded, and so not theirs.
            Scaling::Standard if least < most => (mean, libm::sqrt(squares / count as f64)),
            _ => (least, most - least),
        };
        for value in values.iter_mut().skip(column).step_by(width) {
            *value = if size > 0.0 { (*value - from) / size } else { 0.0 };
        }
    }
    finite_list(WHAT, values, values.len())
}
