//! Feedforward and backpropagation for all samples of a mini-batch at once. The results have the same bits as
//! those of [`crate::learn::pass`]. The buffers are used again for the next mini-batch.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use crate::data::samples::Samples;
use crate::learn::fast::activations::activate;
use crate::learn::fast::kernels::{self, Gradients, Group, ROWS};
use crate::learn::fast::layout::{turn_by_neurons, turn_by_samples, width};
use crate::learn::fast::narrow::Narrow;
use crate::learn::fast::sparse::Sparse;
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;

/// The most samples that are computed at once. A bigger mini-batch is computed in parts, so that the values
/// of a part stay in the cache.
pub(crate) const PART: usize = 32;

/// The values of one layer, for a part of a mini-batch. [`crate::learn::fast::kernels`] explains the two
/// orders, by samples and by neurons.
#[derive(Debug, Clone, Default)]
pub(super) struct Layer {
    /// n_l.
    n: usize,
    /// Where the weights and biases are in the flat list.
    pub(super) weights: Range<usize>,
    pub(super) biases: Range<usize>,
    /// a^l, by samples.
    a: Vec<f64>,
    /// a^l, by neurons.
    a_by_neurons: Vec<f64>,
    /// σ'(z^l), by samples; before that z^l.
    slope: Vec<f64>,
    /// δ^l, by samples; before that ∂C/∂a^l.
    delta: Vec<f64>,
    /// δ^l, by neurons.
    pub(super) delta_by_neurons: Vec<f64>,
}

/// The values of a part of a mini-batch.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    pub(super) sizes: Sizes,
    /// How many samples there is room for.
    room: usize,
    pub(super) layers: Vec<Layer>,
    /// Targets and a^L, sample by sample.
    y: Vec<f64>,
    output: Vec<f64>,
    /// One input.
    x: Vec<f64>,
    /// If there is one, for a network of few neurons, training uses it and nothing else.
    pub(super) narrow: Option<Narrow>,
    /// Layer 2 for inputs that are mostly 0, if the network is big enough for it.
    pub(super) sparse: Option<Sparse>,
}

impl Batch {
    /// Without room: it is made when it is known for how many samples.
    pub(crate) fn new(sizes: &Sizes) -> Self {
        let mut layers = vec![Layer::default(); sizes.layers()];
        for (l, layer) in (1..).zip(&mut layers) {
            layer.n = sizes.neurons(l);
            if l > 1 {
                (layer.weights, layer.biases) = (sizes.weights_at(l), sizes.biases_at(l));
            }
        }
        let [x, y, output] = [Vec::new(), Vec::new(), Vec::new()];
        Self {
            sizes: sizes.clone(),
            room: 0,
            layers,
            y,
            output,
            x,
            narrow: Narrow::new(sizes),
            sparse: Sparse::new(sizes),
        }
    }

    pub(super) fn make_room(&mut self, samples: usize) {
        let room = width(samples.min(PART));
        if room <= self.room {
            return;
        }
        self.room = room;
        self.x = vec![0.0; self.sizes.inputs()];
        self.y = vec![0.0; room * self.sizes.outputs()];
        self.output = self.y.clone();
        for layer in &mut self.layers {
            let by_samples = || vec![0.0; room * layer.n];
            let by_neurons = || vec![0.0; room * layer.n.next_multiple_of(ROWS)];
            [layer.a, layer.slope, layer.delta] = [by_samples(), by_samples(), by_samples()];
            [layer.a_by_neurons, layer.delta_by_neurons] = [by_neurons(), by_neurons()];
        }
    }

    /// Copies weights back into the network that training has left elsewhere. Until then the network must not
    /// be used for anything but training.
    pub(crate) fn settle(&mut self, network: &mut Parameters) {
        if let Some(sparse) = &mut self.sparse {
            sparse.settle(network);
        }
    }

    /// Copies a part of a mini-batch in, m samples.
    pub(super) fn load(&mut self, samples: &Samples, m: usize, which: impl Iterator<Item = usize> + Clone) {
        if let Some(sparse) = resident(&mut self.sparse) {
            for (y, i) in self.y.chunks_exact_mut(self.sizes.outputs()).zip(which.clone()) {
                samples.read_y(i, y);
            }
            sparse.load(samples, which);
            return;
        }
        let layer = &mut self.layers[0];
        for ((at, y), i) in self.y.chunks_exact_mut(self.sizes.outputs()).enumerate().zip(which) {
            let x = if let Some((stored_x, stored_y)) = samples.contiguous(i) {
                copy(stored_y, y);
                stored_x
            } else {
                samples.read_x(i, &mut self.x);
                samples.read_y(i, y);
                &self.x
            };
            let (four, rest) = x.as_chunks::<ROWS>();
            let (to, _) = layer.a_by_neurons.as_chunks_mut::<ROWS>();
            let mut to = to[at..].iter_mut().step_by(m);
            for (four, to) in four.iter().zip(&mut to) {
                *to = *four;
            }
            if let (false, Some(to)) = (rest.is_empty(), to.next()) {
                *to = core::array::from_fn(|j| rest.get(j).copied().unwrap_or(0.0));
            }
        }
        turn_by_samples(&layer.a_by_neurons, layer.n, m, &mut layer.a);
    }

    /// Every a and σ', and a^L of every sample.
    pub(super) fn forward(&mut self, network: &Parameters, m: usize) {
        let width = width(m);
        for l in 1..self.layers.len() {
            let (before, here) = self.layers.split_at_mut(l);
            let (before, here) = (&before[l - 1], &mut here[0]);
            let (w, b) = (&network.values()[here.weights.clone()], &network.values()[here.biases.clone()]);
            let (a, slope) = (&mut here.a[..here.n * width], &mut here.slope[..here.n * width]);
            match &mut self.sparse {
                Some(sparse) if l == 1 && sparse.is_resident() => {
                    sparse.weigh(b, m, &mut here.a_by_neurons);
                    turn_by_samples(&here.a_by_neurons, here.n, m, slope);
                }
                _ => kernels::weighted_inputs(w, b, &before.a, width, slope),
            }
            activate(slope, a);
            if l + 1 < self.sizes.layers() {
                turn_by_neurons(a, here.n, m, &mut here.a_by_neurons);
            }
        }
        let last = &self.layers[self.layers.len() - 1];
        for group in Group::all(width) {
            let rows = self.output.chunks_exact_mut(last.n).skip(group.first).take(group.samples);
            for (at, row) in rows.enumerate() {
                let a = group.of(&last.a, last.n).iter().skip(at).step_by(group.samples);
                for (output, a) in row.iter_mut().zip(a) {
                    *output = *a;
                }
            }
        }
    }

    /// Every δ, after [`Batch::forward`].
    pub(super) fn backward(&mut self, network: &Parameters, m: usize, factor: f64) {
        let width = width(m);
        for l in (1..self.layers.len()).rev() {
            let (here, after) = self.layers.split_at_mut(l + 1);
            let here = &mut here[l];
            let (delta, slope) = (&mut here.delta[..here.n * width], &here.slope[..here.n * width]);
            if let Some(after) = after.first() {
                let w = &network.values()[after.weights.clone()];
                kernels::carry_back(w, &after.delta[..after.n * width], width, delta);
            } else {
                for group in Group::all(width) {
                    let rows = self.output.chunks_exact(here.n).zip(self.y.chunks_exact(here.n));
                    for (at, (a, y)) in rows.skip(group.first).take(group.samples).enumerate() {
                        let error = group.of_mut(delta, here.n).iter_mut().skip(at).step_by(group.samples);
                        for (error, (a, y)) in error.zip(a.iter().zip(y)) {
                            *error = factor * (a - y);
                        }
                    }
                }
            }
            for (delta, slope) in delta.iter_mut().zip(slope) {
                *delta *= slope;
            }
            turn_by_neurons(delta, here.n, m, &mut here.delta_by_neurons);
        }
        if let Some(sparse) = resident(&mut self.sparse) {
            sparse.add_nablas(&self.layers[1].delta_by_neurons, m);
        }
    }

    /// The gradients of the weights to layer `at` + 1, after [`Batch::backward`].
    pub(super) fn gradients(&self, at: usize, m: usize) -> Gradients<'_> {
        let (before, here) = (&self.layers[at - 1], &self.layers[at]);
        Gradients { m, delta: &here.delta_by_neurons, a: &before.a_by_neurons, from: before.n }
    }

    /// The outputs and targets of the first `m` samples, one after the other.
    pub(super) fn answers(&self, m: usize) -> impl Iterator<Item = (&[f64], &[f64])> {
        let n = self.sizes.outputs();
        self.output.chunks_exact(n).zip(self.y.chunks_exact(n)).take(m)
    }

    /// Gives a^L and y of all samples to `each`, in their order.
    pub(crate) fn answer(
        &mut self,
        network: &Parameters,
        samples: &Samples,
        mut each: impl FnMut(&[f64], &[f64]),
    ) {
        self.make_room(samples.count());
        let was_resident = resident(&mut self.sparse).is_some();
        if let Some(sparse) = self.sparse.as_mut().filter(|sparse| sparse.pays_to_answer(samples)) {
            sparse.pack(network);
        }
        for first in (0..samples.count()).step_by(PART) {
            let part = first..samples.count().min(first + PART);
            let m = part.len();
            self.load(samples, m, part);
            self.forward(network, m);
            for (a, y) in self.answers(m) {
                each(a, y);
            }
        }
        if let Some(sparse) = self.sparse.as_mut().filter(|_| !was_resident) {
            sparse.forget();
        }
    }
}

/// The accelerator for sparse inputs, if it has the weights of layer 2.
pub(super) fn resident(sparse: &mut Option<Sparse>) -> Option<&mut Sparse> {
    sparse.as_mut().filter(|sparse| sparse.is_resident())
}

/// Copies a list, a short one without the call that a copy of unknown length is in WebAssembly.
fn copy(from: &[f64], to: &mut [f64]) {
    const SHORT: usize = 8;
    if from.len() > SHORT {
        to.copy_from_slice(from);
        return;
    }
    for j in 0..SHORT {
        if let (Some(from), Some(to)) = (from.get(j), to.get_mut(j)) {
            *to = *from;
        }
    }
}
