//! A mini-batch's way forward and back, all samples at once: the arithmetic of [`crate::pass`], to the same bits, in
//! buffers that are used again.

use crate::activation::{sigmoid, sigmoid_and_prime};
use crate::descent::Rule;
use crate::kernels::{self, Nablas};
use crate::layer;
use crate::parameters::Parameters;
use crate::samples::Samples;
use crate::sizes::Sizes;

/// Samples worked on at once: a bigger mini-batch goes through in parts, so that a part's values stay in the cache.
const PART: usize = 32;

/// The values of one layer, for a part of a mini-batch.
#[derive(Debug, Clone, Default)]
struct Layer {
    /// a^l, across.
    a: Vec<f64>,
    /// a^l, in rows.
    a_rows: Vec<f64>,
    /// σ'(z^l), across; before that z^l.
    slope: Vec<f64>,
    /// δ^l, across; before that ∂C/∂a^l.
    delta: Vec<f64>,
    /// δ^l, in rows.
    delta_rows: Vec<f64>,
}

/// The values of a part of a mini-batch. [`crate::kernels`] says what *across* and *in rows* mean.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    sizes: Sizes,
    /// How many samples there is room for.
    room: usize,
    layers: Vec<Layer>,
    /// Targets, in rows.
    y: Vec<f64>,
}

impl Batch {
    /// Without room: it is made when it is known for how many samples.
    pub(crate) fn new(sizes: &Sizes) -> Self {
        let layers = vec![Layer::default(); sizes.layers()];
        Self { sizes: sizes.clone(), room: 0, layers, y: Vec::new() }
    }

    fn make_room(&mut self, samples: usize) {
        let room = width(samples.min(PART));
        if room <= self.room {
            return;
        }
        self.room = room;
        self.y = vec![0.0; room * self.sizes.outputs()];
        for (layer, n) in self.layers.iter_mut().zip(self.sizes.as_slice()) {
            let zeros = vec![0.0; room * n];
            let [a, a_rows, slope, delta] = [zeros.clone(), zeros.clone(), zeros.clone(), zeros.clone()];
            *layer = Layer { a, a_rows, slope, delta, delta_rows: zeros };
        }
    }

    /// Copies a part of a mini-batch in, `which` of the samples.
    fn load(&mut self, samples: &Samples, which: impl Iterator<Item = usize>) {
        let (inputs, outputs) = (self.sizes.inputs(), self.sizes.outputs());
        let xs = self.layers[0].a_rows.chunks_exact_mut(inputs);
        let mut m = 0;
        for ((x, y), i) in xs.zip(self.y.chunks_exact_mut(outputs)).zip(which) {
            samples.read_x(i, x);
            samples.read_y(i, y);
            m += 1;
        }
        let width = width(m);
        let Layer { a, a_rows, .. } = &mut self.layers[0];
        turn_across(a_rows, inputs, width, a);
    }

    /// a^L of every sample, in rows, and σ' on the way where it is wanted.
    fn forward(&mut self, network: &Parameters, m: usize, with_slope: bool) {
        let width = width(m);
        for l in 2..=self.sizes.layers() {
            let n = self.sizes.neurons(l);
            let (before, here) = self.layers.split_at_mut(l - 1);
            let (before, here) = (&before[l - 2], &mut here[0]);
            let (a, slope) = (&mut here.a[..n * width], &mut here.slope[..n * width]);
            kernels::weighted_inputs(network.weights(l), network.biases(l), &before.a, width, slope);
            if with_slope {
                for (a, slope) in a.iter_mut().zip(slope) {
                    (*a, *slope) = sigmoid_and_prime(*slope);
                }
            } else {
                for (a, z) in a.iter_mut().zip(slope) {
                    *a = sigmoid(*z);
                }
            }
            turn_in_rows(a, width, m, &mut here.a_rows);
        }
    }

    /// Every δ, after [`Batch::forward`].
    fn backward(&mut self, network: &Parameters, m: usize, factor: f64) {
        let width = width(m);
        for l in (2..=self.sizes.layers()).rev() {
            let n = self.sizes.neurons(l);
            let (here, after) = self.layers.split_at_mut(l);
            let here = &mut here[l - 1];
            let (delta, slope) = (&mut here.delta[..n * width], &here.slope[..n * width]);
            if let Some(after) = after.first() {
                kernels::carry_back(network.weights(l + 1), &after.delta, width, delta);
            } else {
                let rows = here.a_rows.chunks_exact(n).zip(self.y.chunks_exact(n)).take(m);
                for (sample, (a, y)) in rows.enumerate() {
                    for (delta, (a, y)) in delta.chunks_exact_mut(width).zip(a.iter().zip(y)) {
                        delta[sample] = factor * (a - y);
                    }
                }
            }
            for (delta, slope) in delta.iter_mut().zip(slope) {
                *delta *= slope;
            }
            turn_in_rows(delta, width, m, &mut here.delta_rows);
        }
    }

    /// Sums the gradients of the `m` samples, after [`Batch::backward`], on top of those in `sum` if it was `begun`: into
    /// `sum`, or with an update into what is next. Returns a number that is finite if all of `next` are.
    fn descend(
        &self,
        m: usize,
        sum: &mut Parameters,
        begun: bool,
        mut update: Option<(Rule, &Parameters, &mut Parameters)>,
    ) -> f64 {
        let mut total = 0.0;
        for l in 2..=self.sizes.layers() {
            let [from, to] = [self.sizes.neurons(l - 1), self.sizes.neurons(l)];
            let (delta, a) =
                (&self.layers[l - 1].delta_rows[..m * to], &self.layers[l - 2].a_rows[..m * from]);
            let (sum_w, sum_b) = sum.layer_mut(l);
            if !begun {
                sum_b.fill(0.0);
            }
            for delta in delta.chunks_exact(to) {
                for (sum, delta) in sum_b.iter_mut().zip(delta) {
                    *sum += delta;
                }
            }
            let mut nablas = Nablas { sum: sum_w, begun, update: None, total };
            if let Some((rule, network, next)) = &mut update {
                let (next_w, next_b) = next.layer_mut(l);
                for (next, (old, sum)) in next_b.iter_mut().zip(network.biases(l).iter().zip(sum_b)) {
                    *next = if rule.conventions.train_biases { rule.updated(*old, *sum) } else { *old };
                    nablas.total += *next;
                }
                nablas.update = Some((*rule, network.weights(l), next_w));
            }
            nablas.add(delta, a, [to, from]);
            total = nablas.total;
        }
        total
    }

    /// The outputs and targets of the first `m` samples, one after the other.
    fn answers(&self, m: usize) -> impl Iterator<Item = (&[f64], &[f64])> {
        let n = self.sizes.outputs();
        let last = &self.layers[self.layers.len() - 1];
        last.a_rows.chunks_exact(n).zip(self.y.chunks_exact(n)).take(m)
    }
}

impl Batch {
    /// A whole mini-batch on `network`, the samples `which` in that order, and its update, written to `next`. `sum` is
    /// for a mini-batch that goes through in parts. Returns the sum of C, and a number that is finite if all of `next`
    /// are.
    pub(crate) fn train(
        &mut self,
        network: &Parameters,
        (samples, which): (&Samples, &[u32]),
        rule: Rule,
        sum: &mut Parameters,
        next: &mut Parameters,
    ) -> (f64, f64) {
        self.make_room(which.len());
        let mut cost = 0.0;
        let mut parts = which.chunks(PART).peekable();
        let mut begun = false;
        while let Some(part) = parts.next() {
            let m = part.len();
            self.load(samples, part.iter().map(|i| *i as usize));
            self.forward(network, m, true);
            for (a, y) in self.answers(m) {
                cost += layer::cost(a, y, rule.conventions.cost_factor());
            }
            self.backward(network, m, rule.conventions.error_factor());
            if parts.peek().is_none() {
                return (cost, self.descend(m, sum, begun, Some((rule, network, next))));
            }
            self.descend(m, sum, begun, None);
            begun = true;
        }
        unreachable!("a mini-batch has samples")
    }

    /// Gives a^L and y of all samples to `each`, in their order.
    pub(crate) fn answer(
        &mut self,
        network: &Parameters,
        samples: &Samples,
        mut each: impl FnMut(&[f64], &[f64]),
    ) {
        self.make_room(samples.count());
        for first in (0..samples.count()).step_by(PART) {
            let part = first..samples.count().min(first + PART);
            let m = part.len();
            self.load(samples, part);
            self.forward(network, m, false);
            for (a, y) in self.answers(m) {
                each(a, y);
            }
        }
    }
}

/// From rows to across: for every neuron the values of `width` samples, side by side.
fn turn_across(rows: &[f64], n: usize, width: usize, across: &mut [f64]) {
    for (at, two) in rows.chunks_exact(2 * n).take(width / 2).enumerate() {
        let (first, second) = two.split_at(n);
        let pairs = across.chunks_exact_mut(width).zip(first.iter().zip(second));
        for (across, (first, second)) in pairs {
            across[2 * at..][..2].copy_from_slice(&[*first, *second]);
        }
    }
}

/// From across to rows, of the first `m` samples.
fn turn_in_rows(across: &[f64], width: usize, m: usize, rows: &mut [f64]) {
    let n = across.len() / width;
    for (at, row) in rows.chunks_exact_mut(n).take(m).enumerate() {
        for (value, across) in row.iter_mut().zip(across.chunks_exact(width)) {
            *value = across[at];
        }
    }
}

/// As many as there are samples, or one more: an even number.
fn width(m: usize) -> usize {
    m.next_multiple_of(2)
}
