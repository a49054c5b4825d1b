//! What a data set holds: numbers, or images whose pixels stay bytes until they are used.

use alloc::boxed::Box;
use alloc::vec::Vec;

#[cfg(feature = "full")]
use crate::data::nonzeros::{NonZero, NonZeroLists, of_numbers, of_pixels};

/// A data set as it is held, once.
#[derive(Debug)]
pub(crate) struct Store {
    count: usize,
    inputs: usize,
    outputs: usize,
    held: Held,
    hash: u64,
    /// The mean count of an input's numbers that are not +0.
    #[cfg(feature = "full")]
    nonzeros: f64,
}

#[derive(Debug)]
enum Held {
    /// Shapes: `xs` count × inputs, `ys` count × outputs.
    Numbers { xs: Vec<f64>, ys: Vec<f64> },
    /// The same, with each x as a list of the numbers that are not +0.
    #[cfg(feature = "full")]
    Lists { xs: NonZeroLists, ys: Vec<f64> },
    /// Images. x is the shade of each pixel; y is 1 at the label and 0 elsewhere. Shapes: `pixels` count ×
    /// inputs, `labels` count. Shades come from a table, which is faster than dividing.
    Images { pixels: Vec<u8>, shades: Box<[f64; 256]>, labels: Vec<u8> },
}

impl Store {
    /// Finite numbers of the right length.
    pub(crate) fn numbers(inputs: usize, outputs: usize, count: usize, xs: &[f64], ys: &[f64]) -> Self {
        let words = xs.iter().chain(ys).map(|value| value.to_bits());
        let hash = hash([inputs as u64, outputs as u64].into_iter().chain(words));
        #[cfg(feature = "full")]
        if let Some(xs) = NonZeroLists::new(xs, inputs) {
            let (nonzeros, held) = (xs.count() as f64 / count as f64, Held::Lists { xs, ys: ys.to_vec() });
            return Self { count, inputs, outputs, held, hash, nonzeros };
        }
        Self {
            count,
            inputs,
            outputs,
            held: Held::Numbers { xs: xs.to_vec(), ys: ys.to_vec() },
            hash,
            // Not worth counting: more than lists are made for.
            #[cfg(feature = "full")]
            nonzeros: inputs as f64,
        }
    }

    /// Stores images: x = pixel ÷ top, y is 1 at the label and 0 elsewhere. Shapes: `pixels` count × inputs,
    /// `labels` count.
    pub(crate) fn images(inputs: usize, classes: usize, top: u8, pixels: Vec<u8>, labels: Vec<u8>) -> Self {
        let eight = |bytes: &[u8]| bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        let shape = [inputs, classes, usize::from(top)];
        let words = pixels.chunks(8).chain(labels.chunks(8)).map(eight);
        let hash = hash(shape.into_iter().map(|number| number as u64).chain(words));
        let mut shades = Box::new([0.0; 256]);
        for (pixel, shade) in (0_u8..=255).zip(shades.iter_mut()) {
            *shade = f64::from(pixel) / f64::from(top);
        }
        let count = labels.len();
        Self {
            count,
            inputs,
            outputs: classes,
            #[cfg(feature = "full")]
            nonzeros: pixels.iter().filter(|pixel| **pixel != 0).count() as f64 / count as f64,
            held: Held::Images { pixels, shades, labels },
            hash,
        }
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
        !matches!(self.held, Held::Images { .. })
    }

    /// Bytes held, about.
    pub(crate) fn bytes(&self) -> usize {
        match &self.held {
            Held::Numbers { xs, ys } => size_of_val(xs.as_slice()) + size_of_val(ys.as_slice()),
            #[cfg(feature = "full")]
            Held::Lists { xs, ys } => xs.bytes() + size_of_val(ys.as_slice()),
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
            #[cfg(feature = "full")]
            Held::Lists { xs, .. } => xs.read(row, into),
            Held::Images { pixels, shades, .. } => {
                for (x, pixel) in into.iter_mut().zip(&pixels[row * self.inputs..]) {
                    *x = shades[usize::from(*pixel)];
                }
            }
        }
    }

    /// Returns x and y of a row without copying them. None if they are stored otherwise.
    #[cfg(feature = "full")]
    pub(crate) fn contiguous(&self, row: usize) -> Option<(&[f64], &[f64])> {
        let Held::Numbers { xs, ys } = &self.held else { return None };
        Some((&xs[row * self.inputs..][..self.inputs], &ys[row * self.outputs..][..self.outputs]))
    }

    /// Returns the mean count of an input's numbers that are not +0.
    #[cfg(feature = "full")]
    pub(crate) fn nonzeros(&self) -> f64 {
        self.nonzeros
    }

    /// Writes the numbers of x in a row that are not +0 to a list with room for a whole x, in ascending order
    /// of the index. Returns how many they are.
    #[cfg(feature = "full")]
    pub(crate) fn write_nonzeros(&self, row: usize, list: &mut [NonZero]) -> usize {
        match &self.held {
            Held::Numbers { xs, .. } => of_numbers(&xs[row * self.inputs..][..self.inputs], list),
            Held::Lists { xs, .. } => {
                let row = xs.row(row);
                list[..row.len()].copy_from_slice(row);
                row.len()
            }
            Held::Images { pixels, shades, .. } => {
                of_pixels(&pixels[row * self.inputs..][..self.inputs], shades, list)
            }
        }
    }

    /// The first numbers of y in a row.
    pub(crate) fn read_y(&self, row: usize, into: &mut [f64]) {
        match &self.held {
            #[cfg(feature = "full")]
            Held::Lists { ys, .. } => into.copy_from_slice(&ys[row * self.outputs..][..into.len()]),
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

/// Returns an FNV-1a hash (Fowler, Noll and Vo) that takes words of 8 bytes in place of bytes. It has 53
/// bits, which are exact in JavaScript too.
fn hash(words: impl Iterator<Item = u64>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        hash = (hash ^ word).wrapping_mul(0x100_0000_01b3);
        hash ^= hash >> 32;
    }
    hash >> 11
}
