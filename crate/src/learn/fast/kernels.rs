//! The sums of [`crate::learn::layer`] for several samples at once, in blocks that stay in registers.
//!
//! Each sum has the same additions in the same order as in `layer`, so its bits are the same. Only which sums
//! are computed together differs. A lane holds a whole sum, never a part of one.
//!
//! A block reads its factors one after the other, so values are stored in the order in which it reads them.
//! There are two orders. *By samples*: the first 4 samples, neuron by neuron, then the next 4; see [`Group`].
//! *By neurons*: the first 4 neurons, sample by sample, then the next 4; if fewer than 4 are left, the
//! missing ones are 0.

use crate::learn::fast::lanes::{Pair, pairs, write};
use crate::learn::update::UpdateRule;

/// Neurons in a block.
pub(crate) const ROWS: usize = 4;

/// Samples that are worked on together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// Samples before them.
    pub(crate) first: usize,
    /// 4, or 6 or 2 at the end: so there are 2 only if there are no more.
    pub(crate) samples: usize,
}

impl Group {
    /// The groups of `width` samples, an even number.
    pub(crate) fn all(width: usize) -> impl Iterator<Item = Self> {
        let mut first = 0;
        core::iter::from_fn(move || {
            let samples = match width - first {
                0 => return None,
                left @ (2 | 6) => left,
                _ => 4,
            };
            let group = Self { first, samples };
            first += samples;
            Some(group)
        })
    }

    /// The group's part of the values of `n` neurons, by samples.
    pub(crate) fn of(self, values: &[f64], n: usize) -> &[f64] {
        &values[self.first * n..][..self.samples * n]
    }

    /// The same, to be changed.
    pub(crate) fn of_mut(self, values: &mut [f64], n: usize) -> &mut [f64] {
        &mut values[self.first * n..][..self.samples * n]
    }
}

/// Returns the blocks of `n` neurons: the first neuron of each, and how many it has. The last block begins
/// early enough to be whole, so a few numbers are computed twice. For 6 samples a block has 2 neurons,
/// because there are not registers enough for more.
fn blocks(n: usize, samples: usize) -> impl Iterator<Item = (usize, usize)> {
    let most = if samples == 6 { 2 } else { ROWS };
    let size = if n < most { 1 } else { most };
    (0..n).step_by(size).map(move |at| (at.min(n - size), size))
}

/// Computes z_j = Σ_k w_jk a_k + b_j for every sample. Shapes: `w` n_l × n_(l−1) row-major, `b` n_l, `a` and
/// `z` by samples.
pub(crate) fn weighted_inputs(w: &[f64], b: &[f64], a: &[f64], width: usize, z: &mut [f64]) {
    let (to, from) = (b.len(), w.len() / b.len());
    for group in Group::all(width) {
        let (a, z) = (group.of(a, from), group.of_mut(z, to));
        for (j, size) in blocks(to, group.samples) {
            let (w, b, z) = (&w[j * from..], &b[j..], &mut z[j * group.samples..]);
            match (group.samples, size) {
                (2, 1) => weigh::<1, 2, 1>(w, b, a, z),
                (2, _) => weigh::<ROWS, 2, 1>(w, b, a, z),
                (6, 1) => weigh::<1, 6, 3>(w, b, a, z),
                (6, _) => weigh::<2, 6, 3>(w, b, a, z),
                (_, 1) => weigh::<1, 4, 2>(w, b, a, z),
                _ => weigh::<ROWS, 4, 2>(w, b, a, z),
            }
        }
    }
}

/// The first J neurons, for a group of S samples, V pairs.
#[inline(never)]
fn weigh<const J: usize, const S: usize, const V: usize>(w: &[f64], b: &[f64], a: &[f64], z: &mut [f64]) {
    let (a, _) = a.as_chunks::<S>();
    let n = a.len();
    let rows: [&[f64]; J] = core::array::from_fn(|j| &w[j * n..][..n]);
    let mut sums = [[Pair::both(0.0); V]; J];
    // By index, so that the loop has one end to look for.
    for k in 0..n {
        add_outer(&mut sums, core::array::from_fn(|j| rows[j][k]), pairs(&a[k]));
    }
    for ((z, sums), b) in z.as_chunks_mut::<S>().0.iter_mut().zip(sums).zip(b) {
        write(sums.map(|sum| sum.plus(Pair::both(*b))), z);
    }
}

/// Computes Σ_j w_jk δ_j, with the next layer's w and δ, for every k and every sample. Shapes: `w` n_(l+1) ×
/// n_l, `delta` and `carried` by samples.
pub(crate) fn carry_back(w: &[f64], delta: &[f64], width: usize, carried: &mut [f64]) {
    let (to, from) = (delta.len() / width, carried.len() / width);
    for group in Group::all(width) {
        let (delta, carried) = (group.of(delta, to), group.of_mut(carried, from));
        for (k, size) in blocks(from, group.samples) {
            let carried = &mut carried[k * group.samples..];
            match (group.samples, size) {
                (2, 1) => carry::<1, 2, 1>(w, from, k, delta, carried),
                (2, _) => carry::<ROWS, 2, 1>(w, from, k, delta, carried),
                (6, 1) => carry::<1, 6, 3>(w, from, k, delta, carried),
                (6, _) => carry::<2, 6, 3>(w, from, k, delta, carried),
                (_, 1) => carry::<1, 4, 2>(w, from, k, delta, carried),
                _ => carry::<ROWS, 4, 2>(w, from, k, delta, carried),
            }
        }
    }
}

/// K neurons from the `first` on, for a group of S samples, V pairs.
#[inline(never)]
fn carry<const K: usize, const S: usize, const V: usize>(
    mut w: &[f64],
    from: usize,
    first: usize,
    delta: &[f64],
    carried: &mut [f64],
) {
    // Said before the loop, it need not be asked in it.
    assert!(first <= from && K <= from - first, "a block fits its matrix");
    let mut sums = [[Pair::both(0.0); V]; K];
    for delta in delta.as_chunks::<S>().0 {
        let Some((row, rest)) = w.split_at_checked(from) else { break };
        let mut factors = [0.0; K];
        factors.copy_from_slice(&row[first..][..K]);
        add_outer(&mut sums, factors, pairs(delta));
        w = rest;
    }
    for (carried, sums) in carried.as_chunks_mut::<S>().0.iter_mut().zip(sums) {
        write(sums, carried);
    }
}

/// A layer whose gradients are to be summed over m samples: δ^l and a^(l−1), both by neurons.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gradients<'a> {
    pub(crate) m: usize,
    pub(crate) delta: &'a [f64],
    pub(crate) a: &'a [f64],
    /// n_(l−1).
    pub(crate) from: usize,
}

/// The sums of a block.
type Block = [[Pair; 2]; ROWS];

impl<'a> Gradients<'a> {
    /// Returns δ of the neurons of l, four neurons at a time, each together with its item of `rows`.
    fn blocks<T>(self, rows: impl Iterator<Item = T>) -> impl Iterator<Item = (&'a [[f64; ROWS]], T)> {
        self.delta.chunks_exact(ROWS * self.m).map(|delta| delta.as_chunks().0).zip(rows)
    }

    /// Σ_s a_ks δ_js for four j and four k, in the order of the samples, on top of `sums`.
    #[inline(always)]
    fn sum(self, delta: &[[f64; ROWS]], k: usize, mut sums: Block) -> Block {
        let a = self.a[k * ROWS * self.m..][..ROWS * self.m].as_chunks::<ROWS>().0;
        for (delta, a) in delta.iter().zip(a) {
            add_outer(&mut sums, *delta, pairs(a));
        }
        sums
    }

    /// Adds to Σ∇. Shapes: n_l × n_(l−1).
    #[inline(never)]
    pub(crate) fn add(self, sum: &mut [f64]) {
        let from = self.from;
        for (delta, sum) in self.blocks(sum.chunks_mut(ROWS * from)) {
            for k in 0..from.div_ceil(ROWS) {
                let mut before = [[0.0; ROWS]; ROWS];
                for (before, sum) in before.iter_mut().zip(sum.chunks_exact(from)) {
                    for (before, sum) in before.iter_mut().zip(&sum[ROWS * k..]) {
                        *before = *sum;
                    }
                }
                let after = self.sum(delta, k, before.map(|row| pairs(&row))).map(values);
                for (after, sum) in after.iter().zip(sum.chunks_exact_mut(from)) {
                    for (after, sum) in after.iter().zip(&mut sum[ROWS * k..]) {
                        *sum = *after;
                    }
                }
            }
        }
    }

    /// Writes the updated weights to `next`; `old` holds the weights before. Σ∇ is never stored. Returns a
    /// number that is finite only if all of `next` are.
    #[inline(never)]
    pub(crate) fn update(self, rule: UpdateRule, old: &[f64], next: &mut [f64]) -> f64 {
        let from = self.from;
        let whole = from / ROWS;
        if whole == 0 {
            return self.update_rest(rule, old, next);
        }
        let mut total = Pair::both(0.0);
        let rows = old.chunks(ROWS * from).zip(next.chunks_mut(ROWS * from));
        for (delta, (old, next)) in self.blocks(rows) {
            // Of neurons that are not there, nothing.
            let old: [&[[f64; ROWS]]; ROWS] = core::array::from_fn(|j| match old.get(j * from..) {
                Some(row) if !row.is_empty() => row[..from].as_chunks().0,
                _ => &[],
            });
            let mut rest = next;
            let mut next: [&mut [[f64; ROWS]]; ROWS] = core::array::from_fn(|_| {
                let at = from.min(rest.len());
                let (row, after) = core::mem::take(&mut rest).split_at_mut(at);
                rest = after;
                row.as_chunks_mut().0
            });
            for k in 0..whole {
                let sums = self.sum(delta, k, [[Pair::both(0.0); 2]; ROWS]);
                for ((old, next), sums) in old.iter().zip(&mut next).zip(sums) {
                    if let (Some(old), Some(next)) = (old.get(k), next.get_mut(k)) {
                        let old: [Pair; 2] = pairs(old);
                        let updated = [updated(rule, old[0], sums[0]), updated(rule, old[1], sums[1])];
                        write(updated, next);
                        total = total.plus(updated[0].plus(updated[1]));
                    }
                }
            }
        }
        let [first, second] = total.values();
        first + second + if from.is_multiple_of(ROWS) { 0.0 } else { self.update_rest(rule, old, next) }
    }

    /// The same for the weights from the last one, two or three neurons of l − 1.
    #[inline(never)]
    fn update_rest(self, rule: UpdateRule, old: &[f64], next: &mut [f64]) -> f64 {
        let from = self.from;
        let k = from / ROWS;
        let mut total = 0.0;
        let rows = old.chunks(ROWS * from).zip(next.chunks_mut(ROWS * from));
        for (delta, (old, next)) in self.blocks(rows) {
            let sums = self.sum(delta, k, [[Pair::both(0.0); 2]; ROWS]).map(values);
            for (sums, (old, next)) in
                sums.iter().zip(old.chunks_exact(from).zip(next.chunks_exact_mut(from)))
            {
                let weights = old[ROWS * k..].iter().zip(&mut next[ROWS * k..]);
                for (sum, (old, next)) in sums.iter().zip(weights) {
                    *next = rule.updated(*old, *sum);
                    total += *next;
                }
            }
        }
        total
    }
}

/// Returns the new values of two weights: [`UpdateRule::updated`] of each.
#[inline(always)]
pub(crate) fn updated(rule: UpdateRule, old: Pair, sum: Pair) -> Pair {
    old.minus(Pair::both(rule.eta).times(sum.over(Pair::both(rule.divisor))))
}

fn values([first, second]: [Pair; 2]) -> [f64; ROWS] {
    let ([a, b], [c, d]) = (first.values(), second.values());
    [a, b, c, d]
}

/// Adds to a block of sums left times right.
#[inline(always)]
fn add_outer<const R: usize, const V: usize>(sums: &mut [[Pair; V]; R], left: [f64; R], right: [Pair; V]) {
    for (sums, left) in sums.iter_mut().zip(left) {
        let left = Pair::both(left);
        for (sum, right) in sums.iter_mut().zip(right) {
            *sum = sum.plus(right.times(left));
        }
    }
}
