//! Images with labels, received in pieces.

use alloc::vec::Vec;

use crate::data::samples::{Samples, check_count};
use crate::data::store::Store;
use crate::error::{Error, range};
use crate::learn::sizes::MAX_NEURONS;
use crate::subject::Subject;

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
            (Subject::Pixels, 1, MAX_NEURONS, inputs),
            (Subject::Classes, 1, 256, classes),
            (Subject::PixelTop, 1, 255, usize::from(top)),
        ] {
            range(what, least, most, got)?;
        }
        let (pixels, labels) = (Vec::with_capacity(count * inputs), Vec::with_capacity(count));
        Ok(Self { inputs, classes, top, count, pixels, labels })
    }

    /// More pixels, row by row.
    ///
    /// # Errors
    /// [`Error::Length`] if there are too many, [`Error::OutOfRange`] for one that is too great.
    pub fn add_pixels(&mut self, pixels: &[u8]) -> Result<(), Error> {
        below(Subject::Pixel, pixels, usize::from(self.top) + 1)?;
        add(Subject::PixelList, &mut self.pixels, pixels, self.count * self.inputs)
    }

    /// More labels.
    ///
    /// # Errors
    /// As [`Images::add_pixels`].
    pub fn add_labels(&mut self, labels: &[u8]) -> Result<(), Error> {
        below(Subject::Label, labels, self.classes)?;
        add(Subject::LabelList, &mut self.labels, labels, self.count)
    }

    /// Returns the samples, once all pixels and labels are there. x is pixel ÷ top; y is 1 at the label and 0
    /// elsewhere.
    ///
    /// # Errors
    /// [`Error::Length`] if some are missing.
    pub fn samples(self) -> Result<Samples, Error> {
        complete(Subject::PixelList, self.pixels.len(), self.count * self.inputs)?;
        complete(Subject::LabelList, self.labels.len(), self.count)?;
        Ok(Samples::of(Store::images(self.inputs, self.classes, self.top, self.pixels, self.labels)))
    }
}

fn add(what: Subject, list: &mut Vec<u8>, more: &[u8], most: usize) -> Result<(), Error> {
    let got = list.len() + more.len();
    if got > most {
        return Err(Error::Length { what, expected: most, got });
    }
    list.extend_from_slice(more);
    Ok(())
}

fn below(what: Subject, values: &[u8], limit: usize) -> Result<(), Error> {
    if values.iter().all(|value| usize::from(*value) < limit) {
        return Ok(());
    }
    Err(Error::OutOfRange { what, least: 0, most: limit as u64 - 1 })
}

fn complete(what: Subject, got: usize, expected: usize) -> Result<(), Error> {
    if got == expected { Ok(()) } else { Err(Error::Length { what, expected, got }) }
}
