//! One sample's way forward and back: the values of every neuron, in buffers that are used again.

use alloc::vec;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::learn::conventions::Conventions;
use crate::learn::layer;
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;

/// One number for each neuron, layers 1 to L.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Neurons {
    starts: Vec<usize>,
    values: Vec<f64>,
}

impl Neurons {
    fn zeros(sizes: &Sizes) -> Self {
        let mut starts = vec![0];
        for n in sizes.as_slice() {
            starts.push(starts[starts.len() - 1] + n);
        }
        let values = vec![0.0; starts[starts.len() - 1]];
        Self { starts, values }
    }

    /// Shape n_l.
    pub(crate) fn layer(&self, l: usize) -> &[f64] {
        &self.values[self.starts[l - 1]..self.starts[l]]
    }

    fn layer_mut(&mut self, l: usize) -> &mut [f64] {
        &mut self.values[self.starts[l - 1]..self.starts[l]]
    }
}

/// The values of one sample. Which of them are meaningful is known by the caller, who takes the steps:
/// load, then z and a upwards, then delta downwards.
#[derive(Debug, Clone)]
pub(crate) struct Pass {
    layers: usize,
    /// How C is defined.
    pub(crate) conventions: Conventions,
    /// z^l, l ≥ 2.
    pub(crate) z: Neurons,
    /// a^l; a^1 = x.
    pub(crate) a: Neurons,
    /// σ'(z^l), l ≥ 2.
    pub(crate) slope: Neurons,
    /// ∂C/∂a^l: a^L − y (or twice that) at the output, what was carried back in hidden layers.
    pub(crate) error: Neurons,
    /// δ^l, l ≥ 2.
    pub(crate) delta: Neurons,
}

impl Pass {
    pub(crate) fn new(sizes: &Sizes) -> Self {
        let zeros = Neurons::zeros(sizes);
        let [z, a, slope, error] = [zeros.clone(), zeros.clone(), zeros.clone(), zeros.clone()];
        let conventions = Conventions::default();
        Self { layers: sizes.layers(), conventions, z, a, slope, error, delta: zeros }
    }

    /// a^1 = x.
    pub(crate) fn load(&mut self, x: &[f64]) {
        self.a.layer_mut(1).copy_from_slice(x);
    }

    /// z^l from a^(l−1).
    pub(crate) fn weigh(&mut self, network: &Parameters, l: usize) {
        let (w, b) = (network.weights(l), network.biases(l));
        layer::weighted_input(w, b, self.a.layer(l - 1), self.z.layer_mut(l));
    }

    /// a^l from z^l.
    pub(crate) fn activate(&mut self, l: usize) {
        layer::activate(self.z.layer(l), self.a.layer_mut(l));
    }

    /// a^L.
    pub(crate) fn output(&self) -> &[f64] {
        self.a.layer(self.layers)
    }

    /// C of this sample.
    pub(crate) fn cost(&self, y: &[f64]) -> f64 {
        layer::cost(self.output(), y, self.conventions.cost_factor())
    }

    /// a^L − y, by how much each output misses its target.
    pub(crate) fn miss(&self, y: &[f64]) -> Vec<f64> {
        let mut miss = vec![0.0; y.len()];
        layer::cost_derivative(self.output(), y, 1.0, &mut miss);
        miss
    }

    /// δ^l: from y at the output, from δ^(l+1) in a hidden layer.
    pub(crate) fn delta(&mut self, network: &Parameters, y: &[f64], l: usize) {
        if l == self.layers {
            let factor = self.conventions.error_factor();
            layer::cost_derivative(self.a.layer(l), y, factor, self.error.layer_mut(l));
        } else {
            layer::carry_back(network.weights(l + 1), self.delta.layer(l + 1), self.error.layer_mut(l));
        }
        layer::slope(self.z.layer(l), self.slope.layer_mut(l));
        layer::delta(self.error.layer(l), self.slope.layer(l), self.delta.layer_mut(l));
    }

    /// ∇^l from δ^l and a^(l−1).
    pub(crate) fn nabla(&self, nabla: &mut Parameters, l: usize) {
        let (nabla_w, nabla_b) = nabla.layer_mut(l);
        layer::nabla(self.delta.layer(l), self.a.layer(l - 1), nabla_w, nabla_b);
    }

    /// Every a of sample x.
    pub(crate) fn forward(&mut self, network: &Parameters, x: &[f64]) {
        self.load(x);
        self.rise(network);
    }

    /// Every a of sample `i`, read without allocating.
    pub(crate) fn forward_sample(&mut self, network: &Parameters, samples: &Samples, i: usize) {
        samples.read_x(i, self.a.layer_mut(1));
        self.rise(network);
    }

    /// Every a from the input that is loaded.
    fn rise(&mut self, network: &Parameters) {
        for l in 2..=self.layers {
            self.weigh(network, l);
            self.activate(l);
        }
    }

    /// Every δ, after [`Pass::forward`].
    pub(crate) fn backward(&mut self, network: &Parameters, y: &[f64]) {
        for l in (2..=self.layers).rev() {
            self.delta(network, y, l);
        }
    }

    /// Adds this sample's ∇ to Σ∇, after [`Pass::backward`].
    pub(crate) fn add_nabla(&self, sum: &mut Parameters) {
        for l in 2..=self.layers {
            let (sum_w, sum_b) = sum.layer_mut(l);
            layer::add_nabla(self.delta.layer(l), self.a.layer(l - 1), sum_w, sum_b);
        }
    }

    /// Sample `i` forward and back, its ∇ added to Σ∇. Returns its C, and leaves y.
    pub(crate) fn sample(
        &mut self,
        network: &Parameters,
        (samples, i): (&Samples, usize),
        y: &mut [f64],
        sum: &mut Parameters,
    ) -> f64 {
        self.forward_sample(network, samples, i);
        samples.read_y(i, y);
        self.backward(network, y);
        self.add_nabla(sum);
        self.cost(y)
    }
}
