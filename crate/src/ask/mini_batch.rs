//! Questions about a mini-batch: the cost over eta, gradient checks, the norms of gradients, and the ledger
//! of a parameter.

use alloc::vec;
use alloc::vec::Vec;

use crate::ask::questions::{Questions, bounded};
use crate::data::samples::Samples;
use crate::error::{Error, Parameter, finite};
use crate::learn::conventions::Conventions;
use crate::learn::descent::Descent;
use crate::learn::parameters::Parameters;
use crate::subject::Subject;
use crate::time::at::MiniBatchInput;
use crate::time::step::Position;

/// What a question is about: a network, and the sample that is shown, or the whole mini-batch at its end.
struct Asked<'a> {
    network: &'a Parameters,
    conventions: Conventions,
    samples: &'a Samples,
    batch: &'a [u32],
}

impl<'a> Asked<'a> {
    /// Returns a question about the whole mini-batch.
    fn all(input: &MiniBatchInput<'a>) -> Self {
        let MiniBatchInput { network, settings, batch, .. } = *input;
        Self { network, conventions: settings.conventions, samples: &settings.samples, batch }
    }

    /// Returns buffers for the gradient of this network.
    fn descent(&self) -> Descent {
        Descent::with(self.network.sizes(), self.conventions)
    }

    /// Returns the mean of C over the samples.
    fn cost(&self, descent: &mut Descent, network: &Parameters) -> f64 {
        let mut sum = 0.0;
        for sample in self.batch {
            sum += descent.cost(network, self.samples, *sample as usize);
        }
        sum / self.batch.len() as f64
    }

    /// Returns the norms of the gradients of mini-batch `index` in each layer.
    fn norms(&self, index: u64) -> Norms {
        let mut descent = self.descent();
        let (layers, m) = (self.network.sizes().layers(), self.batch.len() as f64);
        let mut delta = vec![0.0; layers - 1];
        descent.begin();
        for sample in self.batch {
            descent.add(self.network, self.samples, *sample as usize);
            for (l, delta) in (2..).zip(&mut delta) {
                *delta += norm(descent.pass.delta.layer(l)) / m;
            }
        }
        let nabla_w = (2..=layers).map(|l| norm(descent.sum.weights(l)) / m).collect();
        Norms { index, nabla_w, delta }
    }

    /// Returns the mean of C after the update with the Σ∇ in `descent`. None if the update cannot be made.
    fn cost_after(&self, descent: &mut Descent, eta: f64) -> Option<f64> {
        let mut network = self.network.clone();
        let made = descent.update(&mut network, self.batch.len(), eta);
        made.ok().map(|()| self.cost(descent, &network))
    }

    /// Returns about how many multiplications a cost takes: parameters × samples.
    fn work(&self) -> u64 {
        self.network.values().len() as u64 * self.batch.len() as u64
    }

    /// Computes Σ∇ over the samples; it is `descent.sum` then.
    fn gradient(&self, descent: &mut Descent) {
        descent.begin();
        for sample in self.batch {
            descent.add(self.network, self.samples, *sample as usize);
        }
    }
}

/// A gradient check of one parameter: ∂C/∂w by backpropagation, and by the difference of two costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GradientCheck {
    /// The parameter's value.
    pub value: f64,
    /// Cost at value − h, at value, and at value + h.
    pub costs: [f64; 3],
    /// (C(value + h) − C(value − h)) / 2h. None if there is no difference.
    pub secant: Option<f64>,
    /// ∂C/∂w by backpropagation.
    pub slope: f64,
    /// |secant − slope|, divided by the greater of their absolute values; 0 if both are 0.
    pub difference: Option<f64>,
    /// Why there is no difference, if there is none.
    pub no_difference: Option<NoDifference>,
}

/// Why a gradient check has no secant and no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDifference {
    /// h is lost in the rounding of value ± h.
    Rounding,
    /// A cost or a slope is too large for a number.
    Overflow,
}

/// ‖∂C/∂w^l‖ and ‖δ^l‖ of a mini-batch, for layers 2 to L (index 0 = layer 2).
#[derive(Debug, Clone, PartialEq)]
pub struct Norms {
    /// The mini-batch, counted from the start of the session.
    pub index: u64,
    /// Euclidean norm of the mean of ∂C/∂w^l over the mini-batch.
    pub nabla_w: Vec<f64>,
    /// Mean over the mini-batch of the Euclidean norm of δ^l.
    pub delta: Vec<f64>,
}

/// The contribution of one sample of a mini-batch to Σ∇ of one parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LedgerRow {
    /// a^(l−1)_k, the first factor of ∂C/∂w. None for a bias.
    pub a: Option<f64>,
    /// δ^l_j.
    pub delta: f64,
    /// ∂C/∂w of this sample.
    pub nabla: f64,
    /// Σ ∂C/∂w up to and including this sample.
    pub sum: f64,
}

impl Questions<'_> {
    /// Returns the ledger of parameter `index` of the flat list: a row for each sample that is added to Σ∇ at
    /// a position, in order.
    ///
    /// # Errors
    /// As [`Self::gradient_check`].
    pub fn ledger(&mut self, position: Position, index: usize) -> Result<Vec<LedgerRow>, Error> {
        let summed = self.session.state_at(position)?.summed as usize;
        self.ask(position, true, |asked| {
            let most = asked.network.values().len() as u64 - 1;
            if index as u64 > most {
                return Err(Error::OutOfRange { what: Subject::Parameter, least: 0, most });
            }
            let (layer, to, from) = match asked.network.name(index) {
                Parameter::Weight { layer, to, from } => (layer, to - 1, Some(from - 1)),
                Parameter::Bias { layer, neuron } => (layer, neuron - 1, None),
            };
            let mut descent = asked.descent();
            let mut nabla = Parameters::zeros(asked.network.sizes().clone());
            descent.begin();
            let entry = |sample: &u32| {
                descent.add(asked.network, asked.samples, *sample as usize);
                descent.pass.nabla(&mut nabla, layer);
                LedgerRow {
                    a: from.map(|from| descent.pass.a.layer(layer - 1)[from]),
                    delta: descent.pass.delta.layer(layer)[to],
                    nabla: nabla.values()[index],
                    sum: descent.sum.values()[index],
                }
            };
            Ok(asked.batch[..summed].iter().map(entry).collect())
        })?
    }

    /// Returns the mean cost of the mini-batch after its update, for each of `etas`. None where the update
    /// cannot be made.
    ///
    /// # Errors
    /// [`Error::Position`], [`Error::Diverged`] as [`Session::state_at`](crate::Session::state_at);
    /// [`Error::NotFinite`]; [`Error::TooMuchWork`].
    pub fn eta_curve(&mut self, position: Position, etas: &[f64]) -> Result<Vec<Option<f64>>, Error> {
        for eta in etas {
            finite(Subject::Eta, *eta)?;
        }
        if cfg!(feature = "full") {
            let (at, _) = self.session.find(position)?;
            bounded(etas.len() as u64 * self.session.journal().work(at.index))?;
        }
        self.ask(position, true, |asked| {
            let mut descent = asked.descent();
            asked.gradient(&mut descent);
            etas.iter().map(|eta| asked.cost_after(&mut descent, *eta)).collect()
        })
    }

    /// Returns the mean cost of the mini-batch after its update with these conventions. None if the update
    /// cannot be made.
    ///
    /// # Errors
    /// As [`Session::state_at`](crate::Session::state_at).
    pub fn cost_after(&mut self, position: Position, conventions: Conventions) -> Result<Option<f64>, Error> {
        let (at, _) = self.session.find(position)?;
        let eta = self.session.journal().settings(at.index).eta;
        self.ask(position, true, |asked| {
            let asked = Asked { conventions, ..asked };
            let mut descent = asked.descent();
            asked.gradient(&mut descent);
            asked.cost_after(&mut descent, eta)
        })
    }

    /// Compares ∂C/∂w of parameter `index` of the flat list with the slope of the cost between value − h and
    /// value + h. C is that of the sample that is shown, or of the mini-batch at its end.
    ///
    /// # Errors
    /// As [`Self::eta_curve`]; [`Error::OutOfRange`] if there is no such parameter,
    /// [`Error::NotPositive`] unless h is above 0.
    pub fn gradient_check(
        &mut self,
        position: Position,
        index: usize,
        h: f64,
    ) -> Result<GradientCheck, Error> {
        let all = self.at_end(position)?;
        check_h(h)?;
        self.ask(position, all, |asked| {
            let most = asked.network.values().len() as u64 - 1;
            let mut descent = asked.descent();
            asked.gradient(&mut descent);
            let wrong = Error::OutOfRange { what: Subject::Parameter, least: 0, most };
            let sum = *descent.sum.values().get(index).ok_or(wrong)?;
            Ok(gradient_check(&asked, &mut descent, index, h, sum))
        })?
    }

    /// Returns [`Self::gradient_check`] for every parameter, in the order of the flat list.
    ///
    /// # Errors
    /// As [`Self::gradient_check`]; [`Error::TooMuchWork`].
    pub fn gradient_check_all(&mut self, position: Position, h: f64) -> Result<Vec<GradientCheck>, Error> {
        let all = self.at_end(position)?;
        check_h(h)?;
        self.ask(position, all, |asked| {
            bounded(3 * asked.network.values().len() as u64 * asked.work())?;
            let mut descent = asked.descent();
            asked.gradient(&mut descent);
            let sums = descent.sum.values().to_vec();
            let one = |(index, sum): (usize, &f64)| gradient_check(&asked, &mut descent, index, h, *sum);
            Ok(sums.iter().enumerate().map(one).collect())
        })?
    }

    /// Returns the norms of the gradients of a mini-batch in each layer.
    ///
    /// # Errors
    /// As [`Session::state_at`](crate::Session::state_at).
    pub fn norms(&mut self, position: Position) -> Result<Norms, Error> {
        let index = self.session.index_of(position)?;
        self.ask(position, true, |asked| asked.norms(index))
    }

    /// Returns the norms of at most `most` completed mini-batches, evenly spaced, beginning with the first.
    #[must_use]
    pub fn norm_history(&mut self, most: usize) -> Vec<Norms> {
        let mut history = Vec::new();
        self.session.completed_inputs(most, |input| history.push(Asked::all(&input).norms(input.index)));
        history
    }

    /// Whether a position is at the end of its mini-batch, where no sample is shown.
    fn at_end(&self, position: Position) -> Result<bool, Error> {
        self.session.find(position).map(|(at, _)| position.sample == at.m)
    }

    /// Answers a question about the network at the start of a position's mini-batch: with all its samples if
    /// `all`, else with the one that is shown.
    fn ask<T>(
        &mut self,
        position: Position,
        all: bool,
        answer: impl FnOnce(Asked<'_>) -> T,
    ) -> Result<T, Error> {
        let asked = Asked::all(&self.session.mini_batch_input(position)?);
        let batch = if all { asked.batch } else { &asked.batch[position.sample as usize..][..1] };
        Ok(answer(Asked { batch, ..asked }))
    }
}

fn gradient_check(asked: &Asked<'_>, descent: &mut Descent, index: usize, h: f64, sum: f64) -> GradientCheck {
    let value = asked.network.values()[index];
    let mut network = asked.network.clone();
    let costs = [value - h, value, value + h].map(|nudged| {
        network.values_mut()[index] = nudged;
        asked.cost(descent, &network)
    });
    // The actual distance: value ± h is rounded.
    let taken = (value + h) - (value - h);
    let secant = (costs[2] - costs[0]) / taken;
    let slope = sum / asked.batch.len() as f64;
    let size = secant.abs().max(slope.abs());
    let difference = if size == 0.0 { 0.0 } else { (secant - slope).abs() / size };
    let no_difference = if taken == 0.0 {
        Some(NoDifference::Rounding)
    } else if [taken, secant, slope, difference].iter().all(|number| number.is_finite()) {
        None
    } else {
        Some(NoDifference::Overflow)
    };
    let [secant, difference] = [secant, difference].map(|number| no_difference.is_none().then_some(number));
    GradientCheck { value, costs, secant, slope, difference, no_difference }
}

fn check_h(h: f64) -> Result<(), Error> {
    finite(Subject::H, h)?;
    if h > 0.0 { Ok(()) } else { Err(Error::NotPositive { what: Subject::H }) }
}

/// Returns the Euclidean norm.
fn norm(values: &[f64]) -> f64 {
    let mut sum = 0.0;
    for value in values {
        sum += value * value;
    }
    libm::sqrt(sum)
}
