//! The sums of [`crate::layer`] for several samples at once, in blocks that stay in registers.
//!
//! Every number is an element of its own with the same additions in the same order as in `layer`, so its bits are
//! the same; only which elements are worked on together differs. A lane is an element, never a part of a sum.
//!
//! Values come in two orders. *Across*: neuron by neuron, the samples of one neuron side by side, `width` of them,
//! an even number. *In rows*: sample by sample, as they come.

use crate::descent::Rule;
use crate::lanes::{Pair, pairs, write};

/// Neurons in a block.
const ROWS: usize = 4;

/// Samples of the next block: 4, or what is left where that is 2 or 6. So a block has 2 only if there are no more.
fn samples_in_block(left: usize) -> usize {
    if left == 2 || left == 6 { left } else { 4 }
}

/// z_j = Σ_k w_jk a_k + b_j, for every sample. Shapes: `w` n_l × n_(l−1) row-major, `b` n_l, `a` and `z` across.
pub(crate) fn weighted_inputs(w: &[f64], b: &[f64], a: &[f64], width: usize, z: &mut [f64]) {
    let n = w.len() / b.len();
    let mut column = 0;
    while column < width {
        let samples = samples_in_block(width - column);
        let a = Rows { values: a, width, column };
        let mut j = 0;
        while j < b.len() {
            let first = block_start(j, b.len());
            let (w, b, z) = (&w[first * n..], &b[first..], &mut z[first * width..]);
            let done = match (samples, b.len() >= ROWS) {
                (2, true) => weigh::<ROWS, 1>(n, w, b, a, z),
                (6, true) => weigh::<ROWS, 3>(n, w, b, a, z),
                (_, true) => weigh::<ROWS, 2>(n, w, b, a, z),
                (2, _) => weigh::<1, 1>(n, w, b, a, z),
                (6, _) => weigh::<1, 3>(n, w, b, a, z),
                _ => weigh::<1, 2>(n, w, b, a, z),
            };
            j = first + done;
        }
        column += samples;
    }
}

/// Where the block with row `j` begins: the last one early enough to be whole, if there are enough rows. It computes
/// a few numbers a second time.
fn block_start(j: usize, rows: usize) -> usize {
    if rows < ROWS { j } else { j.min(rows - ROWS) }
}

/// The first J neurons, for the 2 V samples from a column of `a` on. Returns J.
#[inline(never)]
fn weigh<const J: usize, const V: usize>(
    n: usize,
    w: &[f64],
    b: &[f64],
    mut a: Rows<'_>,
    z: &mut [f64],
) -> usize {
    a.has(2 * V);
    let rows: [&[f64]; J] = std::array::from_fn(|j| &w[j * n..][..n]);
    let mut sums = [[Pair::both(0.0); V]; J];
    #[expect(clippy::needless_range_loop, reason = "k runs through every one of the rows")]
    for k in 0..n {
        let Some(a) = a.next() else { break };
        add_outer(&mut sums, std::array::from_fn(|j| rows[j][k]), pairs(a));
    }
    for (j, sums) in sums.into_iter().enumerate() {
        let z = &mut z[j * a.width + a.column..];
        write(sums.map(|sum| sum.plus(Pair::both(b[j]))), z);
    }
    J
}

/// What the next layer's δ carries back: Σ_j w_jk δ_j, for every k and sample. Shapes: `w` n_(l+1) × n_l, `delta` and
/// `carried` across.
pub(crate) fn carry_back(w: &[f64], delta: &[f64], width: usize, carried: &mut [f64]) {
    let n = carried.len() / width;
    let mut column = 0;
    while column < width {
        let samples = samples_in_block(width - column);
        let delta = Rows { values: delta, width, column };
        let mut k = 0;
        while k < n {
            let first = block_start(k, n);
            let w = Rows { values: w, width: n, column: first };
            let carried = &mut carried[first * width + column..];
            let done = match (samples, n >= ROWS) {
                (2, true) => carry::<ROWS, 1>(w, delta, carried),
                (6, true) => carry::<ROWS, 3>(w, delta, carried),
                (_, true) => carry::<ROWS, 2>(w, delta, carried),
                (2, _) => carry::<1, 1>(w, delta, carried),
                (6, _) => carry::<1, 3>(w, delta, carried),
                _ => carry::<1, 2>(w, delta, carried),
            };
            k = first + done;
        }
        column += samples;
    }
}

/// K neurons from a column of `w` on, for 2 V samples from a column of `delta` on. Returns K.
#[inline(never)]
fn carry<const K: usize, const V: usize>(w: Rows<'_>, delta: Rows<'_>, carried: &mut [f64]) -> usize {
    let mut sums = [[Pair::both(0.0); V]; K];
    outer(&mut sums, w, delta);
    for (k, sums) in sums.into_iter().enumerate() {
        write(sums, &mut carried[k * delta.width..]);
    }
    K
}

/// Gradients summed over samples, and what becomes of the sums.
pub(crate) struct Nablas<'a> {
    /// Σ∇ of a layer's weights: of the samples before, if `begun`, and these ones, if there is no update.
    pub(crate) sum: &'a mut [f64],
    pub(crate) begun: bool,
    /// The update, which is made without storing the sums: from old weights to new ones.
    pub(crate) update: Option<(Rule, &'a [f64], &'a mut [f64])>,
    /// Finite if all new weights are.
    pub(crate) total: f64,
}

impl Nablas<'_> {
    /// Σ ∂C/∂w_jk over samples in rows. Shapes: `delta` m × n_l, `a` m × n_(l−1), weights n_l × n_(l−1).
    pub(crate) fn add(&mut self, delta: &[f64], a: &[f64], [to, from]: [usize; 2]) {
        let a = Rows { values: a, width: from, column: 0 };
        let mut j = 0;
        while j < to {
            let delta = Rows { values: delta, width: to, column: j };
            j += if j + ROWS <= to { self.add_rows::<ROWS>(delta, a) } else { self.add_rows::<1>(delta, a) };
        }
    }

    /// Of J neurons from a column of `delta` on. Returns J.
    #[inline(never)]
    fn add_rows<const J: usize>(&mut self, delta: Rows<'_>, mut a: Rows<'_>) -> usize {
        while a.column + 4 <= a.width {
            self.add_block::<J, 2>(delta, a);
            a.column += 4;
        }
        if a.column + 2 <= a.width {
            self.add_block::<J, 1>(delta, a);
            a.column += 2;
        }
        if a.column < a.width {
            self.add_column::<J>(delta, a);
        }
        J
    }

    #[inline(always)]
    fn add_block<const J: usize, const V: usize>(&mut self, delta: Rows<'_>, a: Rows<'_>) {
        let at = delta.column * a.width + a.column;
        let mut sums = [[Pair::both(0.0); V]; J];
        if self.begun {
            for (j, sums) in sums.iter_mut().enumerate() {
                *sums = pairs(&self.sum[at + j * a.width..]);
            }
        }
        outer(&mut sums, delta, a);
        let mut total = Pair::both(0.0);
        for (j, sums) in sums.into_iter().enumerate() {
            let at = at + j * a.width;
            if let Some((rule, old, next)) = &mut self.update {
                let old: [Pair; V] = pairs(&old[at..]);
                let updated: [Pair; V] = std::array::from_fn(|v| rule.updated_pair(old[v], sums[v]));
                write(updated, &mut next[at..]);
                for updated in updated {
                    total = total.plus(updated);
                }
            } else {
                write(sums, &mut self.sum[at..]);
            }
        }
        let [first, second] = total.values();
        self.total += first + second;
    }

    /// The last weight of each neuron, where their number is odd.
    #[inline(always)]
    fn add_column<const J: usize>(&mut self, delta: Rows<'_>, a: Rows<'_>) {
        let at = delta.column * a.width + a.column;
        for j in 0..J {
            let at = at + j * a.width;
            let mut sum = if self.begun { self.sum[at] } else { 0.0 };
            let (mut delta, mut a) = (delta, a);
            while let (Some(delta), Some(a)) = (delta.next(), a.next()) {
                sum += a[0] * delta[j];
            }
            if let Some((rule, old, next)) = &mut self.update {
                next[at] = rule.updated(old[at], sum);
                self.total += next[at];
            } else {
                self.sum[at] = sum;
            }
        }
    }
}

/// A matrix row after row: what is left of it, how wide it is, and the column at which a block begins.
#[derive(Clone, Copy)]
struct Rows<'a> {
    values: &'a [f64],
    width: usize,
    column: usize,
}

impl<'a> Rows<'a> {
    /// The block's numbers of the next row. The columns must be there: asserted before a loop, the checks in it go.
    #[inline(always)]
    fn next(&mut self) -> Option<&'a [f64]> {
        let (row, rest) = self.values.split_at_checked(self.width)?;
        self.values = rest;
        Some(&row[self.column..])
    }

    #[inline(always)]
    fn has(&self, columns: usize) {
        assert!(self.column <= self.width && columns <= self.width - self.column, "a block fits its matrix");
    }
}

/// Adds to a block of sums left times right, row after row of both.
#[inline(always)]
fn outer<const R: usize, const V: usize>(sums: &mut [[Pair; V]; R], mut left: Rows<'_>, mut right: Rows<'_>) {
    left.has(R);
    right.has(2 * V);
    while let (Some(left), Some(right)) = (left.next(), right.next()) {
        let mut factors = [0.0; R];
        factors.copy_from_slice(&left[..R]);
        add_outer(sums, factors, pairs(right));
    }
}

#[inline(always)]
fn add_outer<const R: usize, const V: usize>(sums: &mut [[Pair; V]; R], left: [f64; R], right: [Pair; V]) {
    for (sums, left) in sums.iter_mut().zip(left) {
        let left = Pair::both(left);
        for (sum, right) in sums.iter_mut().zip(right) {
            *sum = sum.plus(right.times(left));
        }
    }
}
