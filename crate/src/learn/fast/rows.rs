//! The weights to some neurons of layer 2 by input: a row for each input.
//!
//! An input that is 0 adds ±0 to a sum. A sum that begins at +0 never becomes −0, and any other number stays
//! as it is when ±0 is added. So leaving such an input out changes no bit.

use alloc::vec;
use alloc::vec::Vec;

use crate::data::nonzeros::NonZero;
use crate::learn::fast::kernels::{ROWS, updated};
use crate::learn::fast::lanes::{Pair, pairs, write};
use crate::learn::fast::nonzeros::NonZeros;
use crate::learn::update::UpdateRule;

/// How many neurons. Their sums fill half of the vector registers.
pub(crate) const WIDTH: usize = 16;

/// A number for each of the neurons.
type Row = [f64; WIDTH];
type Sums = [Pair; WIDTH / 2];

/// The weights to the neurons from `first` on. Those to neurons that are not there are 0.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    first: usize,
    /// Row k has the weights from input k.
    weights: Vec<Row>,
    /// The rows that an update replaced, in its order.
    replaced: Vec<Row>,
    /// Σ∇: between mini-batches 0.
    sums: Vec<Row>,
    /// δ of each sample.
    delta: Vec<Row>,
}

impl Rows {
    /// Without weights.
    pub(crate) fn new(first: usize) -> Self {
        let [weights, replaced, sums, delta] = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
        Self { first, weights, replaced, sums, delta }
    }

    /// Copies the weights in. Shape of `w`: n_2 × inputs, row-major.
    pub(crate) fn pack(&mut self, w: &[f64], inputs: usize) {
        if self.weights.len() != inputs {
            self.weights = zeros(inputs);
            self.replaced = self.weights.clone();
            self.sums = self.weights.clone();
        }
        for (j, row) in w.chunks_exact(inputs).skip(self.first).take(WIDTH).enumerate() {
            for (to, w) in self.weights.iter_mut().zip(row) {
                to[j] = *w;
            }
        }
    }

    /// Copies the weights out.
    pub(crate) fn unpack(&self, w: &mut [f64]) {
        let inputs = self.weights.len();
        for (j, row) in w.chunks_exact_mut(inputs).skip(self.first).take(WIDTH).enumerate() {
            for (w, from) in row.iter_mut().zip(&self.weights) {
                *w = from[j];
            }
        }
    }

    /// Computes z of m samples. Shape of `z`: by neurons.
    #[inline(never)]
    pub(crate) fn weigh(&self, lists: &NonZeros, b: &[f64], m: usize, z: &mut [f64]) {
        let mut biases = [0.0; WIDTH];
        biases.iter_mut().zip(&b[self.first..]).for_each(|(to, b)| *to = *b);
        for (s, list) in lists.samples().enumerate() {
            let mut row = [0.0; WIDTH];
            write(plus(sum(list, &self.weights, zero()), pairs(&biases)), &mut row);
            let blocks = z.chunks_exact_mut(ROWS * m).skip(self.first / ROWS);
            for (block, four) in blocks.zip(row.as_chunks::<ROWS>().0) {
                if let Some(z) = block.as_chunks_mut::<ROWS>().0.get_mut(s) {
                    *z = *four;
                }
            }
        }
    }

    /// Copies δ of m samples in, which are by neurons.
    #[inline(never)]
    pub(crate) fn load_delta(&mut self, delta: &[f64], m: usize) {
        if self.delta.len() < m {
            self.delta = zeros(m);
        }
        let blocks = delta.chunks_exact(ROWS * m).skip(self.first / ROWS);
        for (s, row) in self.delta.iter_mut().enumerate().take(m) {
            for (to, block) in row.as_chunks_mut::<ROWS>().0.iter_mut().zip(blocks.clone()) {
                if let Some(four) = block.as_chunks::<ROWS>().0.get(s) {
                    *to = *four;
                }
            }
        }
    }

    /// Adds the gradients of the samples to Σ∇.
    #[inline(never)]
    pub(crate) fn add_nablas(&mut self, lists: &NonZeros) {
        for (list, delta) in lists.samples().zip(&self.delta) {
            let delta: Sums = pairs(delta);
            for number in list {
                let x = Pair::both(number.x);
                if let Some(sums) = self.sums.get_mut(number.at as usize) {
                    for (sum, delta) in sums.as_chunks_mut::<2>().0.iter_mut().zip(delta) {
                        *sum = Pair::new(*sum).plus(delta.times(x)).values();
                    }
                }
            }
        }
    }

    /// Updates the weights from the inputs touched with Σ∇, which then is 0; the others stay as they are.
    /// Returns a number that is finite only if all new weights are.
    #[inline(never)]
    pub(crate) fn update(&mut self, touched: &[u32], rule: UpdateRule) -> f64 {
        let mut total = Pair::both(0.0);
        for (k, replaced) in touched.iter().zip(&mut self.replaced) {
            let k = *k as usize;
            if let (Some(row), Some(sums)) = (self.weights.get_mut(k), self.sums.get_mut(k)) {
                let pairs = row.as_chunks_mut::<2>().0.iter_mut().zip(sums.as_chunks_mut::<2>().0);
                for ((weights, sums), replaced) in pairs.zip(replaced.as_chunks_mut::<2>().0) {
                    *replaced = *weights;
                    let new = updated(rule, Pair::new(*weights), Pair::new(*sums));
                    (*weights, *sums) = (new.values(), [0.0; 2]);
                    total = total.plus(new);
                }
            }
        }
        let [first, second] = total.values();
        first + second
    }

    /// Takes back the last update, of the same inputs.
    pub(crate) fn take_back(&mut self, touched: &[u32]) {
        for (k, row) in touched.iter().zip(&self.replaced) {
            self.weights[*k as usize] = *row;
        }
    }
}

#[inline(never)]
fn zeros(count: usize) -> Vec<Row> {
    vec![[0.0; WIDTH]; count]
}

fn zero() -> Sums {
    [Pair::both(0.0); WIDTH / 2]
}

/// Adds to `sums`, for each number of a list in its order, the number times the row that belongs to it.
#[inline(always)]
fn sum(list: &[NonZero], rows: &[Row], mut sums: Sums) -> Sums {
    let halves = rows.as_flattened().as_chunks::<{ WIDTH / 2 }>().0;
    for number in list {
        let (at, x) = (2 * number.at as usize, Pair::both(number.x));
        // One half after the other, each with its own test: V8 loads all numbers between two branches before
        // it uses them, and a whole row is more than there are registers for.
        if let Some(row) = halves.get(at) {
            let row: [Pair; WIDTH / 4] = pairs(row);
            for (sum, right) in sums.iter_mut().zip(row) {
                *sum = sum.plus(right.times(x));
            }
        }
        if let Some(row) = halves.get(at + 1) {
            let row: [Pair; WIDTH / 4] = pairs(row);
            for (sum, right) in sums[WIDTH / 4..].iter_mut().zip(row) {
                *sum = sum.plus(right.times(x));
            }
        }
    }
    sums
}

#[inline(always)]
fn plus(left: Sums, right: Sums) -> Sums {
    core::array::from_fn(|v| left[v].plus(right[v]))
}
