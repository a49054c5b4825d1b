//! Samples: inputs and targets, checked once.

use crate::error::{Error, finite_list};

/// The most samples of a data set.
pub const MAX_SAMPLES: usize = 100_000;

/// Pairs of input x and target y. Shapes: `x(i)` inputs, `y(i)` outputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Samples {
    inputs: usize,
    outputs: usize,
    count: usize,
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl Samples {
    /// `count` samples, one after the other in `xs` and in `ys`.
    ///
    /// # Errors
    /// [`Error::Samples`], [`Error::Length`], [`Error::ListNotFinite`].
    pub fn new(inputs: usize, outputs: usize, count: usize, xs: &[f64], ys: &[f64]) -> Result<Self, Error> {
        if !(1..=MAX_SAMPLES).contains(&count) {
            return Err(Error::Samples { max: MAX_SAMPLES, got: count });
        }
        finite_list("The list of inputs x", xs, count * inputs)?;
        finite_list("The list of targets y", ys, count * outputs)?;
        Ok(Self { inputs, outputs, count, xs: xs.to_vec(), ys: ys.to_vec() })
    }

    /// How many samples.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many numbers an x has.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// How many numbers a y has.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Input of sample `i`, counted from 0.
    #[must_use]
    pub fn x(&self, i: usize) -> &[f64] {
        &self.xs[i * self.inputs..][..self.inputs]
    }

    /// Target of sample `i`, counted from 0.
    #[must_use]
    pub fn y(&self, i: usize) -> &[f64] {
        &self.ys[i * self.outputs..][..self.outputs]
    }

    /// Copies the input of sample `i`, counted from 0.
    pub(crate) fn read_x(&self, i: usize, into: &mut [f64]) {
        into.copy_from_slice(self.x(i));
    }

    /// Copies the target of sample `i`, counted from 0.
    pub(crate) fn read_y(&self, i: usize, into: &mut [f64]) {
        into.copy_from_slice(self.y(i));
    }

    /// All inputs, one sample after the other.
    #[must_use]
    pub fn xs(&self) -> &[f64] {
        &self.xs
    }

    /// All targets, one sample after the other.
    #[must_use]
    pub fn ys(&self) -> &[f64] {
        &self.ys
    }

    /// The same with one input replaced; `value` is finite and both indices exist.
    pub(crate) fn with_input(&self, sample: usize, index: usize, value: f64) -> Self {
        let mut changed = self.clone();
        changed.xs[sample * self.inputs + index] = value;
        changed
    }

    /// The same with one target replaced; `value` is finite and both indices exist.
    pub(crate) fn with_target(&self, sample: usize, index: usize, value: f64) -> Self {
        let mut changed = self.clone();
        changed.ys[sample * self.outputs + index] = value;
        changed
    }

    /// The same samples with other numbers of inputs and outputs: the first ones are kept, new ones
    /// are 0.
    pub(crate) fn resized(&self, inputs: usize, outputs: usize) -> Self {
        let xs = resized_rows(&self.xs, self.inputs, inputs);
        let ys = resized_rows(&self.ys, self.outputs, outputs);
        Self { inputs, outputs, count: self.count, xs, ys }
    }
}

fn resized_rows(values: &[f64], old: usize, new: usize) -> Vec<f64> {
    let row = |row: &[f64]| (0..new).map(|at| row.get(at).copied().unwrap_or(0.0)).collect::<Vec<_>>();
    values.chunks_exact(old).flat_map(row).collect()
}
