//! Turns a drawing into an input of the form that a data set of digits has.
//!
//! There are two forms. MNIST (Y. LeCun and others): 28 × 28 pixels; the ink lies in a box of 20 × 20, and
//! its centre of mass is in the middle. Optical digits (E. Alpaydin and C. Kaynak): 8 × 8 numbers; each is
//! the share of ink in 4 × 4 black and white pixels of a digit that fills 32 × 32.

use alloc::vec;
use alloc::vec::Vec;

use crate::error::{Error, finite_list, range};
use crate::subject::Subject;

/// The most pixels to a side of a drawing.
pub const MAX_DRAWING: usize = 400;

/// Ink below this is none.
const FAINT: f64 = 0.1;

/// A square picture, row by row.
struct Picture {
    side: usize,
    ink: Vec<f64>,
}

impl Picture {
    fn blank(side: usize) -> Self {
        Self { side, ink: vec![0.0; side * side] }
    }

    /// Left, top, width and height of what has ink; none if nothing has.
    fn bounds(&self) -> Option<[usize; 4]> {
        let (mut left, mut top, mut right, mut bottom) = (self.side, self.side, 0, 0);
        for (at, ink) in self.ink.iter().enumerate() {
            if *ink >= FAINT {
                let (x, y) = (at % self.side, at / self.side);
                (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1));
            }
        }
        (right > left).then(|| [left, top, right - left, bottom - top])
    }

    /// What has ink, as `width` × `height` pixels in the middle of a blank picture: each the mean of those it
    /// covers.
    fn fitted(&self, [left, top, w, h]: [usize; 4], width: usize, height: usize, side: usize) -> Self {
        let mut fitted = Self::blank(side);
        let (dx, dy) = ((side - width) / 2, (side - height) / 2);
        for y in 0..height {
            let rows = covered(y, height, h);
            for x in 0..width {
                let columns = covered(x, width, w);
                let (mut sum, count) = (0.0, rows.len() * columns.len());
                for row in rows.clone() {
                    for column in columns.clone() {
                        sum += self.ink[(top + row) * self.side + left + column];
                    }
                }
                fitted.ink[(dy + y) * side + dx + x] = sum / count as f64;
            }
        }
        fitted
    }

    /// Returns the picture moved by whole pixels, so that its centre of mass is as near to the middle as
    /// possible. `room` limits the move: across, and up or down.
    fn centred(&self, room: [usize; 2]) -> Self {
        let (mut mass, mut mx, mut my) = (0.0, 0.0, 0.0);
        for (at, ink) in self.ink.iter().enumerate() {
            mass += ink;
            mx += ink * ((at % self.side) as f64 + 0.5);
            my += ink * ((at / self.side) as f64 + 0.5);
        }
        let middle = self.side as f64 / 2.0;
        let shift = |moment: f64, room: usize| {
            (libm::round(middle - moment / mass) as isize).clamp(-(room as isize), room as isize)
        };
        let (dx, dy) = (shift(mx, room[0]), shift(my, room[1]));
        let mut moved = Self::blank(self.side);
        for (at, ink) in self.ink.iter().enumerate() {
            if *ink > 0.0 {
                let (x, y) =
                    ((at % self.side).wrapping_add_signed(dx), (at / self.side).wrapping_add_signed(dy));
                moved.ink[y * self.side + x] = *ink;
            }
        }
        moved
    }
}

/// The pixels of `old` that pixel `at` of `new` covers: one at least.
fn covered(at: usize, new: usize, old: usize) -> core::ops::Range<usize> {
    let start = at * old / new;
    start..((at + 1) * old).div_ceil(new).max(start + 1)
}

/// Returns a drawing as the input of a network for digits: 784 numbers in the form of MNIST, or 64 in that of
/// the optical digits. The drawing has `side` × `side` pixels, from 0 for paper to 1 for ink. Without ink all
/// numbers are 0.
///
/// # Errors
/// [`Error::OutOfRange`] for `side`; [`Error::DigitInputs`]; [`Error::Length`], [`Error::ListNotFinite`].
pub fn digit(ink: &[f64], side: usize, inputs: usize) -> Result<Vec<f64>, Error> {
    range(Subject::DrawingSide, 1, MAX_DRAWING, side)?;
    finite_list(Subject::Drawing, ink, side * side)?;
    let drawing = Picture { side, ink: ink.iter().map(|ink| ink.clamp(0.0, 1.0)).collect() };
    let (most, whole) = match inputs {
        784 => (20, 28),
        64 => (32, 32),
        _ => return Err(Error::DigitInputs),
    };
    let Some(bounds) = drawing.bounds() else { return Ok(vec![0.0; inputs]) };
    let [_, _, w, h] = bounds;
    let longest = w.max(h);
    let scaled = |length: usize| ((length * most + longest / 2) / longest).max(1);
    let (width, height) = (scaled(w), scaled(h));
    let fitted = drawing.fitted(bounds, width, height, whole);
    if inputs == 784 {
        return Ok(fitted.centred([(whole - width) / 2, (whole - height) / 2]).ink);
    }
    let mut blocks = vec![0.0; 64];
    for (at, ink) in fitted.ink.iter().enumerate() {
        if *ink >= 0.5 {
            blocks[at / 32 / 4 * 8 + at % 32 / 4] += 1.0 / 16.0;
        }
    }
    Ok(blocks)
}
