//! Computes the state at a position from the network at the start of its mini-batch, with the calls of
//! training, up to the step of the position.

use alloc::vec;
use alloc::vec::Vec;

use crate::error::{Error, Parameter};
use crate::learn::Batch;
use crate::learn::descent::Descent;
use crate::learn::evaluate::evaluate;
use crate::learn::layer::{self, Terms};
use crate::learn::parameters::Parameters;
use crate::learn::pass::Pass;
use crate::learn::update::{mean, step as step_of};
use crate::time::edit::Settings;
use crate::time::journal::Journal;
use crate::time::schedule::MiniBatch;
use crate::time::state::{
    Answered, MAX_ANSWER_WORK, MAX_ROWS, OnStage, ParametersByLayer, SampleRow, State, absent, know,
};
use crate::time::step::{Plan, Position, SampleStep, Step, TailStep};

/// The position and the inputs of its mini-batch.
pub(crate) struct StateAt<'a> {
    pub(crate) journal: &'a Journal,
    pub(crate) position: Position,
    pub(crate) at: MiniBatch,
    pub(crate) plan: Plan,
    /// The network at the start of the mini-batch, after the edits made there.
    pub(crate) network: &'a Parameters,
    /// The samples of the mini-batch, in their order.
    pub(crate) batch: &'a [u32],
}

impl StateAt<'_> {
    /// Computes the state.
    ///
    /// # Errors
    /// [`Error::Diverged`] at or after an update that cannot be made.
    pub(crate) fn state(&self) -> Result<State, Error> {
        let settings = self.journal.settings(self.at.index);
        let mut descent = Descent::with(self.network.sizes(), settings.conventions);
        descent.begin();
        let mut rows = self.rows(settings);
        let taken = self.position.sample.min(self.at.m) as usize;
        let mut costs = 0.0;
        for (at, sample) in self.batch[..taken].iter().enumerate() {
            let cost = descent.add(self.network, &settings.samples, *sample as usize);
            costs += cost;
            if let Some(row) = rows.get_mut(at) {
                row.cost = Some(cost);
                row.output = Some(descent.pass.output().to_vec());
            }
        }
        let mut state = self.begin(settings, rows);
        if self.position.sample < self.at.m {
            self.sample(&mut state, &mut descent);
        } else {
            state.mini_batch_cost = Some(costs / self.at.m as f64);
            self.tail(&mut state, &mut descent)?;
        }
        Ok(state)
    }

    fn rows(&self, settings: &Settings) -> Vec<SampleRow> {
        let row = |sample: &u32| {
            let sample = *sample as usize;
            let (x, y) = (settings.samples.x(sample), settings.samples.y(sample));
            SampleRow { sample, x, y, output: None, cost: None }
        };
        self.batch.iter().take(MAX_ROWS).map(row).collect()
    }

    /// Returns the state with what is the same at all positions of the mini-batch.
    fn begin(&self, settings: &Settings, rows: Vec<SampleRow>) -> State {
        let start = &self.journal.start;
        State {
            position: self.position,
            step: Step::Sample(SampleStep::Load),
            index: self.at.index,
            sizes: self.network.sizes().clone(),
            eta: settings.eta,
            mini_batch_size: settings.mini_batch_size,
            conventions: settings.conventions,
            conventions_set: settings.conventions,
            seed: start.seed,
            example: start.origin.example(),
            plan: self.plan,
            sample_count: settings.samples.count(),
            mini_batches: self.journal.schedule().mini_batches(self.at.epoch),
            rows,
            on_stage: None,
            parameters: ParametersByLayer::of(self.network),
            sum: None,
            summed: self.position.sample,
            mean: None,
            parameter_steps: None,
            mini_batch_cost: None,
            answered: None,
            evaluation: None,
        }
    }

    /// Computes the steps of the sample that is shown, up to the step of the position.
    fn sample(&self, state: &mut State, descent: &mut Descent) {
        let sizes = self.network.sizes();
        let samples = &self.journal.settings(self.at.index).samples;
        let sample = self.batch[self.position.sample as usize] as usize;
        let mut row = state.rows.get_mut(self.position.sample as usize);
        let none = || absent(sizes);
        let mut stage = OnStage {
            sample,
            x: samples.x(sample),
            y: samples.y(sample),
            z: none(),
            a: none(),
            saturated: vec![None; sizes.layers()],
            cost: None,
            miss: None,
            cost_derivative: None,
            carried: none(),
            slope: none(),
            delta: none(),
            nabla: ParametersByLayer::absent(sizes),
            terms: None,
        };
        let mut nabla = Parameters::zeros(sizes.clone());
        let mut last = SampleStep::Load;
        for step in self.plan.sample_steps().into_iter().take(self.position.step as usize + 1) {
            last = step;
            let pass = &mut descent.pass;
            match step {
                SampleStep::Load => {
                    pass.load(&stage.x);
                    know(&mut stage.a, 1, &stage.x);
                }
                SampleStep::Z(l) => {
                    pass.weigh(self.network, l);
                    know(&mut stage.z, l, pass.z.layer(l));
                    stage.saturated[l - 1] = Some(layer::saturated(pass.z.layer(l)));
                }
                SampleStep::A(l) => {
                    pass.activate(l);
                    know(&mut stage.a, l, pass.a.layer(l));
                    if l == sizes.layers()
                        && let Some(row) = &mut row
                    {
                        row.output = Some(pass.output().to_vec());
                    }
                }
                SampleStep::Cost => {
                    stage.cost = Some(pass.cost(&stage.y));
                    stage.miss = Some(pass.miss(&stage.y));
                    if let Some(row) = &mut row {
                        row.cost = stage.cost;
                    }
                }
                SampleStep::Delta(l) => {
                    pass.delta(self.network, &stage.y, l);
                    if l == sizes.layers() {
                        stage.cost_derivative = Some(pass.error.layer(l).to_vec());
                    } else {
                        know(&mut stage.carried, l, pass.error.layer(l));
                    }
                    know(&mut stage.slope, l, pass.slope.layer(l));
                    know(&mut stage.delta, l, pass.delta.layer(l));
                }
                SampleStep::Nabla(l) => {
                    pass.nabla(&mut nabla, l);
                    stage.nabla.set(&nabla, l);
                }
                SampleStep::Sum => {
                    descent.pass.add_nabla(&mut descent.sum);
                    state.summed += 1;
                }
            }
        }
        state.step = Step::Sample(last);
        stage.terms = self.terms(last, &descent.pass, &stage.y);
        state.on_stage = Some(stage);
        state.sum = (state.summed > 0).then(|| ParametersByLayer::of(&descent.sum));
    }

    /// Returns the terms of the sums of a step.
    fn terms(&self, step: SampleStep, pass: &Pass, y: &[f64]) -> Option<Terms> {
        match step {
            SampleStep::Z(l) => Some(layer::weighted_terms(self.network.weights(l), pass.a.layer(l - 1))),
            SampleStep::Cost => Some(layer::cost_terms(pass.output(), y)),
            SampleStep::Delta(l) if l < self.plan.layers => {
                let (w, delta) = (self.network.weights(l + 1), pass.delta.layer(l + 1));
                Some(layer::carried_terms(w, delta, self.network.sizes().neurons(l)))
            }
            _ => None,
        }
    }

    /// Computes the steps that end the mini-batch, up to the step of the position.
    fn tail(&self, state: &mut State, descent: &mut Descent) -> Result<(), Error> {
        let mut scratch = descent.sum.clone();
        let mut network = self.network.clone();
        state.sum = Some(ParametersByLayer::of(&descent.sum));
        for step in self.plan.tail_steps().into_iter().take(self.position.step as usize + 1) {
            state.step = Step::Tail(step);
            match step {
                TailStep::Mean => {
                    mean(&descent.sum, state.conventions.divisor(self.batch.len()), &mut scratch);
                    state.mean = Some(ParametersByLayer::of(&scratch));
                }
                TailStep::Scale => {
                    let means = scratch.clone();
                    step_of(&means, state.eta, &mut scratch);
                    let mut split = ParametersByLayer::of(&scratch);
                    if !state.conventions.train_biases {
                        split.biases = absent(&state.sizes);
                    }
                    state.parameter_steps = Some((split, state.eta));
                }
                TailStep::Update => {
                    let updated = descent.update(&mut network, self.batch.len(), state.eta);
                    updated.map_err(|parameter| diverged(&network, parameter, &self.at))?;
                    self.journal.apply_early(self.at.index + 1, &mut network);
                    state.answered = self.answered(descent, &network);
                    self.show_after_update(state, &network);
                }
                TailStep::Evaluate => {
                    let samples = self.journal.evaluated(self.at.index);
                    let mut batch = Batch::new(network.sizes());
                    state.evaluation = Some(evaluate(&network, &mut batch, samples));
                }
                TailStep::Shuffle => {}
            }
        }
        Ok(())
    }

    /// What the mini-batch answers with the weights after its update, if that is not too much work.
    fn answered(&self, descent: &mut Descent, network: &Parameters) -> Option<Answered> {
        let work = self.batch.len() as u64 * network.values().len() as u64;
        if network.sizes() != self.network.sizes() || work > MAX_ANSWER_WORK {
            return None;
        }
        let samples = &self.journal.settings(self.at.index).samples;
        let (mut outputs, mut costs, mut sum) = (Vec::new(), Vec::new(), 0.0);
        for sample in self.batch {
            let cost = descent.cost(network, samples, *sample as usize);
            sum += cost;
            if costs.len() < MAX_ROWS {
                costs.push(cost);
                outputs.push(descent.pass.output().to_vec());
            }
        }
        Some(Answered { outputs, costs, cost: sum / self.batch.len() as f64 })
    }

    /// Shows the edits made at the end of this mini-batch. Sums of the old sizes are removed if an edit
    /// changed the sizes.
    fn show_after_update(&self, state: &mut State, network: &Parameters) {
        let settings = self.journal.settings_after(self.at.index);
        (state.eta, state.mini_batch_size) = (settings.eta, settings.mini_batch_size);
        state.conventions_set = settings.conventions;
        state.parameters = ParametersByLayer::of(network);
        if *network.sizes() != state.sizes {
            state.sizes = network.sizes().clone();
            (state.sum, state.mean, state.parameter_steps) = (None, None, None);
        }
    }
}

/// The error of an update that cannot be made.
pub(crate) fn diverged(network: &Parameters, parameter: usize, at: &MiniBatch) -> Error {
    // The small core returns errors without text, so it need not know how parameters are named.
    let unnamed = Parameter::Bias { layer: 0, neuron: 0 };
    let parameter = if cfg!(feature = "full") { network.name(parameter) } else { unnamed };
    Error::Diverged { parameter, epoch: at.epoch + 1, mini_batch: at.mini_batch + 1 }
}
