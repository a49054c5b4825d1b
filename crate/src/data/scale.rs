//! Scaling of the columns of a table.

use crate::error::{Error, finite_list, range};
use crate::subject::Subject;

/// How the columns of a table are scaled to inputs or targets. Least, greatest, mean and deviation are those
/// of the rows that are trained with, so training learns nothing about the test data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scaling {
    /// As they are.
    None,
    /// (x − least) ÷ (greatest − least), column by column.
    Unit,
    /// (x − mean) ÷ standard deviation, column by column; the deviation is √(Σ(x − mean)² ÷ n).
    Standard,
}

/// Scales every column of a table in place. `values` holds its rows one after the other, each of `width`
/// finite numbers. Least, greatest, mean and deviation are those of the rows `by`, or of all rows if there is
/// no `by`. A column becomes 0 if its numbers in these rows are all the same.
///
/// # Errors
/// [`Error::Length`]; [`Error::ListNotFinite`] if a number is not finite, before or after scaling;
/// [`Error::OutOfRange`] if there is no such row.
pub fn scale(values: &mut [f64], width: usize, scaling: Scaling, by: Option<&[u32]>) -> Result<(), Error> {
    const WHAT: Subject = Subject::Table;
    finite_list(WHAT, values, values.len() / width.max(1) * width)?;
    if scaling == Scaling::None {
        return Ok(());
    }
    let rows = values.len() / width.max(1);
    if let Some(row) = by.and_then(|by| by.iter().max()) {
        range(Subject::ScaledRow, 0, rows.saturating_sub(1), *row as usize)?;
    }
    let count = by.map_or(rows, <[u32]>::len);
    for column in 0..width {
        let shrink = shrink(values.iter().skip(column).step_by(width));
        for value in values.iter_mut().skip(column).step_by(width) {
            *value *= shrink;
        }
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

/// Returns the power of 2 that a column is multiplied by, so that no square or sum in it overflows or is
/// lost: 1 unless its numbers are very large or very small. A power of 2 changes no digit.
fn shrink<'a>(values: impl Iterator<Item = &'a f64>) -> f64 {
    const LARGE: f64 = (1_u128 << 100) as f64;
    let mut greatest = 0.0_f64;
    for value in values {
        greatest = greatest.max(value.abs());
    }
    let mut shrink = 1.0;
    while greatest * shrink > LARGE {
        shrink /= LARGE;
    }
    while greatest > 0.0 && greatest * shrink < 1.0 / LARGE {
        shrink *= LARGE;
    }
    shrink
}
