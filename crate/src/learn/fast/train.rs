//! Training on a mini-batch: its gradients and the update.

use crate::data::samples::Samples;
use crate::learn::fast::batch::{Batch, Layer, PART, resident};
use crate::learn::fast::kernels::ROWS;
use crate::learn::layer;
use crate::learn::parameters::Parameters;
use crate::learn::update::{Trained, UpdateRule};

impl Batch {
    /// Trains `network` on a mini-batch, the samples `which` in that order, and writes the updated parameters
    /// to `next`. `sum` is for Σ∇ of a mini-batch that is computed in parts. The weights of layer 2 may be
    /// elsewhere afterwards, until [`Batch::settle`].
    pub(crate) fn train(
        &mut self,
        network: &mut Parameters,
        (samples, which): (&Samples, &[u32]),
        rule: UpdateRule,
        sum: &mut Parameters,
        next: &mut Parameters,
    ) -> Trained {
        if self.sparse.as_mut().is_some_and(|sparse| sparse.pays(samples, which.len(), rule.eta)) {
            if let Some(sparse) = &mut self.sparse {
                sparse.take(network);
            }
            let trained = self.train_one_way(network, (samples, which), rule, sum, next);
            if trained.parameter_sum.is_finite() {
                return trained;
            }
            // The other way finds which parameter would not be finite.
            if let Some(sparse) = &mut self.sparse {
                sparse.take_back();
            }
        }
        if let Some(sparse) = resident(&mut self.sparse) {
            sparse.give_back(network);
        }
        self.train_one_way(network, (samples, which), rule, sum, next)
    }

    /// The same with the weights of layer 2 where they are.
    fn train_one_way(
        &mut self,
        network: &Parameters,
        (samples, which): (&Samples, &[u32]),
        rule: UpdateRule,
        sum: &mut Parameters,
        next: &mut Parameters,
    ) -> Trained {
        if let Some(narrow) = &mut self.narrow {
            return narrow.train(network, (samples, which), rule, sum, next);
        }
        self.make_room(which.len());
        let in_parts = which.len() > PART;
        if in_parts {
            sum.values_mut().fill(0.0);
        }
        let mut cost = 0.0;
        for part in which.chunks(PART) {
            let m = part.len();
            self.load(samples, m, part.iter().map(|i| *i as usize));
            self.forward(network, m);
            for (a, y) in self.answers(m) {
                cost += layer::cost(a, y, rule.conventions.cost_factor());
            }
            self.backward(network, m, rule.conventions.error_factor());
            if in_parts {
                self.add_nablas(m, sum);
            }
        }
        let parameter_sum = if in_parts {
            self.update_with_sums(rule, network, sum, next)
        } else {
            self.update(which.len(), rule, network, next)
        };
        Trained { cost, parameter_sum }
    }

    /// Adds the gradients of m samples to Σ∇.
    fn add_nablas(&mut self, m: usize, sum: &mut Parameters) {
        let is_sparse = resident(&mut self.sparse).is_some();
        for (at, layer) in self.layers.iter().enumerate().skip(1) {
            if at > 1 || !is_sparse {
                self.gradients(at, m).add(&mut sum.values_mut()[layer.weights.clone()]);
            }
            add_biases(layer, m, &mut sum.values_mut()[layer.biases.clone()]);
        }
    }

    /// Writes the parameters of `network`, updated with the gradients of m samples, to `next`. Returns a
    /// number that is finite only if all updated parameters are.
    fn update(&mut self, m: usize, rule: UpdateRule, network: &Parameters, next: &mut Parameters) -> f64 {
        let sparse_total = resident(&mut self.sparse).map(|sparse| sparse.update(rule));
        let (is_sparse, mut total) = (sparse_total.is_some(), sparse_total.unwrap_or(0.0));
        for (at, layer) in self.layers.iter().enumerate().skip(1) {
            let (weights, biases) = (layer.weights.clone(), layer.biases.clone());
            if at > 1 || !is_sparse {
                let next_w = &mut next.values_mut()[weights.clone()];
                total += self.gradients(at, m).update(rule, &network.values()[weights], next_w);
            }
            let (old, next) = (&network.values()[biases.clone()], &mut next.values_mut()[biases]);
            let blocks = old.chunks(ROWS).zip(next.chunks_mut(ROWS));
            for ((old, next), delta) in blocks.zip(layer.delta_by_neurons.chunks_exact(ROWS * m)) {
                let sums = sum_of(delta, [0.0; ROWS]);
                if at == 1 && is_sparse {
                    total += zero_if_finite(&sums);
                }
                for ((next, old), sum) in next.iter_mut().zip(old).zip(sums) {
                    *next = if rule.conventions.train_biases { rule.updated(*old, sum) } else { *old };
                    total += *next;
                }
            }
        }
        total
    }

    /// The same with Σ∇ of the parts.
    fn update_with_sums(
        &mut self,
        rule: UpdateRule,
        network: &Parameters,
        sum: &Parameters,
        next: &mut Parameters,
    ) -> f64 {
        let total = rule.update(network, sum, next);
        let Some(sparse) = resident(&mut self.sparse) else { return total };
        let biases = &sum.values()[self.layers[1].biases.clone()];
        total + sparse.update(rule) + zero_if_finite(biases)
    }
}

/// Returns 0, or NaN if a δ^2 in one of these sums is not finite. Its product with an input is not finite
/// then, even if that is 0 and was left out.
fn zero_if_finite(sums: &[f64]) -> f64 {
    let mut total = 0.0;
    for sum in sums {
        total += sum * 0.0;
    }
    total
}

/// Adds δ^l of m samples to Σ ∂C/∂b^l.
fn add_biases(layer: &Layer, m: usize, sum: &mut [f64]) {
    for (sum, delta) in sum.chunks_mut(ROWS).zip(layer.delta_by_neurons.chunks_exact(ROWS * m)) {
        let mut before = [0.0; ROWS];
        for (before, sum) in before.iter_mut().zip(&*sum) {
            *before = *sum;
        }
        for (sum, after) in sum.iter_mut().zip(sum_of(delta, before)) {
            *sum = after;
        }
    }
}

/// The sums of four neurons' δ over the samples, on top of what is there.
fn sum_of(delta: &[f64], mut sums: [f64; ROWS]) -> [f64; ROWS] {
    for delta in delta.as_chunks::<ROWS>().0 {
        for (sum, delta) in sums.iter_mut().zip(delta) {
            *sum += delta;
        }
    }
    sums
}
