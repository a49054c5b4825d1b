//! Feedforward and backpropagation in networks of few neurons, for four samples at once. The results have the
//! same bits as those of [`crate::learn::fast::batch`]. There are no blocks, because here their order takes
//! more time than it saves.
//!
//! Values are stored neuron by neuron, four samples side by side. A lane is a sample; Σ∇ is added up sample
//! by sample.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use crate::data::samples::Samples;
use crate::learn::fast::activations::activate;
use crate::learn::fast::lanes::{Pair, pairs, write};
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;
use crate::learn::update::{Trained, UpdateRule};

/// The most neurons of a layer for which this way is the quicker one.
const MOST: usize = 3;
/// Samples at once.
const GROUP: usize = 4;

/// One number of each sample of a group.
type Four = [f64; GROUP];

/// The values of one layer.
#[derive(Debug, Clone)]
struct Layer {
    /// Where the weights and biases are in the flat list.
    weights: Range<usize>,
    biases: Range<usize>,
    a: Vec<Four>,
    /// σ'(z^l); before that z^l.
    slope: Vec<Four>,
    /// δ^l; before that ∂C/∂a^l.
    delta: Vec<Four>,
}

/// The values of a group of samples.
#[derive(Debug, Clone)]
pub(crate) struct Narrow {
    layers: Vec<Layer>,
    y: Vec<Four>,
    /// One sample.
    x: Vec<f64>,
}

impl Narrow {
    /// None for networks with a layer that is too wide.
    pub(crate) fn new(sizes: &Sizes) -> Option<Self> {
        if sizes.as_slice().iter().any(|n| *n > MOST) {
            return None;
        }
        let layer = |l: usize| {
            let zeros = vec![[0.0; GROUP]; sizes.neurons(l)];
            let (weights, biases) =
                if l > 1 { (sizes.weights_at(l), sizes.biases_at(l)) } else { (0..0, 0..0) };
            Layer { weights, biases, a: zeros.clone(), slope: zeros.clone(), delta: zeros }
        };
        let layers = (1..=sizes.layers()).map(layer).collect();
        Some(Self { layers, y: vec![[0.0; GROUP]; sizes.outputs()], x: vec![0.0; MOST] })
    }

    /// A whole mini-batch on `network`, the samples `which` in that order, and its update, written to `next`.
    pub(crate) fn train(
        &mut self,
        network: &Parameters,
        (samples, which): (&Samples, &[u32]),
        rule: UpdateRule,
        sum: &mut Parameters,
        next: &mut Parameters,
    ) -> Trained {
        let mut cost = 0.0;
        for (at, group) in which.chunks(GROUP).enumerate() {
            self.load(samples, group);
            self.forward(network.values());
            let factor = rule.conventions.cost_factor();
            for squares in self.squares().into_iter().take(group.len()) {
                cost += factor * squares;
            }
            self.backward(network.values(), rule.conventions.error_factor());
            // A constant trip count lets the compiler unroll.
            match (at, group.len()) {
                (0, GROUP) => self.add_nablas::<true>(GROUP, sum.values_mut()),
                (0, m) => self.add_nablas::<true>(m, sum.values_mut()),
                (_, GROUP) => self.add_nablas::<false>(GROUP, sum.values_mut()),
                (_, m) => self.add_nablas::<false>(m, sum.values_mut()),
            }
        }
        Trained { cost, parameter_sum: self.update(network.values(), rule, sum.values(), next.values_mut()) }
    }

    /// Writes the updated parameters to `next`, as [`UpdateRule::update`] does. Copying few numbers by
    /// themselves takes less time than the call that a copy of unknown length is in WebAssembly.
    fn update(&self, old: &[f64], rule: UpdateRule, sum: &[f64], next: &mut [f64]) -> f64 {
        let mut total = 0.0;
        for Layer { weights, biases, .. } in &self.layers[1..] {
            let trained =
                weights.start..if rule.conventions.train_biases { biases.end } else { biases.start };
            for ((next, old), sum) in
                next[trained.clone()].iter_mut().zip(&old[trained.clone()]).zip(&sum[trained])
            {
                *next = rule.updated(*old, *sum);
                total += *next;
            }
            if !rule.conventions.train_biases {
                next[biases.clone()].copy_from_slice(&old[biases.clone()]);
            }
        }
        total
    }

    fn load(&mut self, samples: &Samples, group: &[u32]) {
        let a = &mut self.layers[0].a;
        for (s, i) in group.iter().enumerate().take(GROUP) {
            let i = *i as usize;
            if let Some((x, y)) = samples.contiguous(i) {
                spread(x, s, a);
                spread(y, s, &mut self.y);
            } else {
                let (x, y) = (a.len(), self.y.len());
                samples.read_x(i, &mut self.x[..x]);
                spread(&self.x[..x], s, a);
                samples.read_y(i, &mut self.x[..y]);
                spread(&self.x[..y], s, &mut self.y);
            }
        }
    }

    fn forward(&mut self, values: &[f64]) {
        for l in 1..self.layers.len() {
            let (before, here) = self.layers.split_at_mut(l);
            let (before, here) = (&before[l - 1], &mut here[0]);
            let rows = values[here.weights.clone()].chunks_exact(before.a.len());
            for ((z, row), b) in here.slope.iter_mut().zip(rows).zip(&values[here.biases.clone()]) {
                let mut sum = [Pair::both(0.0); 2];
                for (w, a) in row.iter().zip(&before.a) {
                    add(&mut sum, *w, a);
                }
                write(sum.map(|sum| sum.plus(Pair::both(*b))), z);
            }
            activate(here.slope.as_flattened_mut(), here.a.as_flattened_mut());
        }
    }

    /// Σ_j (a_j − y_j)² of every sample.
    fn squares(&self) -> Four {
        let mut squares = [0.0; GROUP];
        for (a, y) in self.layers[self.layers.len() - 1].a.iter().zip(&self.y) {
            for (square, (a, y)) in squares.iter_mut().zip(a.iter().zip(y)) {
                *square += (a - y) * (a - y);
            }
        }
        squares
    }

    fn backward(&mut self, values: &[f64], factor: f64) {
        for l in (1..self.layers.len()).rev() {
            let (here, after) = self.layers.split_at_mut(l + 1);
            let Layer { a, slope, delta, .. } = &mut here[l];
            if let Some(after) = after.first() {
                let (w, width) = (&values[after.weights.clone()], delta.len());
                for (k, (delta, slope)) in delta.iter_mut().zip(slope).enumerate() {
                    let mut sum = [Pair::both(0.0); 2];
                    for (w, delta) in w[k..].iter().step_by(width).zip(&after.delta) {
                        add(&mut sum, *w, delta);
                    }
                    let [first, second] = pairs(slope);
                    write([sum[0].times(first), sum[1].times(second)], delta);
                }
            } else {
                for ((delta, slope), (a, y)) in delta.iter_mut().zip(slope).zip(a.iter().zip(&self.y)) {
                    for s in 0..GROUP {
                        delta[s] = factor * (a[s] - y[s]) * slope[s];
                    }
                }
            }
        }
    }

    /// Adds the gradients of the first m samples to Σ∇, in their order. `FIRST` sums begin with 0.
    #[inline(always)]
    fn add_nablas<const FIRST: bool>(&self, m: usize, sums: &mut [f64]) {
        for layers in self.layers.windows(2) {
            let [before, here] = layers else { continue };
            let sums = &mut sums[here.weights.start..here.biases.end];
            let (sums_w, sums_b) = sums.split_at_mut(here.weights.len());
            let rows = sums_w.chunks_exact_mut(before.a.len());
            for ((row, sum_b), delta) in rows.zip(sums_b).zip(&here.delta) {
                let begin = |sum: f64| if FIRST { 0.0 } else { sum };
                *sum_b = delta[..m].iter().fold(begin(*sum_b), |sum, delta| sum + delta);
                for (sum, a) in row.iter_mut().zip(&before.a) {
                    *sum = a[..m].iter().zip(delta).fold(begin(*sum), |sum, (a, delta)| sum + a * delta);
                }
            }
        }
    }
}

/// Adds one factor times those of four samples to their sums.
#[inline(always)]
fn add(sum: &mut [Pair; 2], factor: f64, four: &Four) {
    let [first, second] = pairs(four);
    let factor = Pair::both(factor);
    *sum = [sum[0].plus(first.times(factor)), sum[1].plus(second.times(factor))];
}

/// Puts the numbers of a sample in the place `s` of each neuron.
#[inline(always)]
fn spread(numbers: &[f64], s: usize, to: &mut [Four]) {
    for (number, to) in numbers.iter().zip(to) {
        to[s] = *number;
    }
}
