//! Scaling of the columns of a table.

use crate::error::{Error, finite_list, range};

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
