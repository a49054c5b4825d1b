//! Sessions: the state at a position, and the effect of edits.

use backstep::{
    Edit, Example, Network, Position, SampleStep, Samples, Session, Sizes, State, Step, StepUnit, TailStep,
    permutation,
};

fn parameters(state: &State) -> Vec<f64> {
    let layers = state.parameters.weights.iter().zip(&state.parameters.biases);
    layers.flat_map(|(w, b)| [w, b].into_iter().flatten().flatten().copied().collect::<Vec<_>>()).collect()
}

/// Returns a network trained on the first `count` mini-batches of an example, without a session.
fn trained(example: Example, count: u64) -> Network {
    let start = example.start().expect("an example");
    let sizes = start.sizes.as_slice();
    let mut net = match &start.parameters {
        Some(values) => Network::from_parameters(sizes, values),
        None => Network::new(sizes, start.seed),
    }
    .expect("an example");
    let samples = &start.samples;
    let mut order = vec![0; samples.count()];
    let mut left = count;
    for epoch in 0.. {
        permutation(start.seed, epoch, &mut order);
        for batch in order.chunks(start.mini_batch_size) {
            if left == 0 {
                return net;
            }
            left -= 1;
            let xs: Vec<f64> = batch.iter().flat_map(|at| samples.x(*at as usize)).collect();
            let ys: Vec<f64> = batch.iter().flat_map(|at| samples.y(*at as usize)).collect();
            let batch =
                Samples::new(samples.inputs(), samples.outputs(), batch.len(), &xs, &ys).expect("a part");
            net.update_mini_batch(&batch, start.eta).expect("finite");
        }
    }
    net
}

#[test]
fn steps_are_in_the_order_of_the_book() {
    use SampleStep::{A, Cost, Delta, Load, Nabla, Sum, Z};
    use TailStep::{Evaluate, Mean, Scale, Shuffle, Update};
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let mut at = Position::ORIGIN;
    let mut steps = Vec::new();
    while at.epoch == 0 {
        steps.push(session.state_at(at).expect("a position").step);
        at = session.neighbour(at, StepUnit::Step, true).expect("a position").expect("forward has no end");
    }
    let forward = [Load, Z(2), A(2), Z(3), A(3), Cost];
    let backward = [Delta(3), Nabla(3), Delta(2), Nabla(2), Sum];
    let sample = [forward.as_slice(), &backward].concat().repeat(4);
    let sample: Vec<Step> = sample.into_iter().map(Step::Sample).collect();
    let mini_batch = [sample, [Mean, Scale, Update].map(Step::Tail).to_vec()].concat();
    let epoch = [mini_batch.clone(), mini_batch, [Evaluate, Shuffle].map(Step::Tail).to_vec()].concat();
    assert_eq!(steps, epoch);
}

#[test]
fn quantities_not_computed_yet_are_absent() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let mut at =
        |sample, step| session.state_at(Position { sample, step, ..Position::ORIGIN }).expect("a position");
    let loaded = at(0, 0);
    let stage = loaded.on_stage.as_ref().expect("a sample");
    assert_eq!(stage.a, [Some(stage.x.clone()), None, None]);
    assert!(stage.z.iter().chain(&stage.delta).chain(&stage.nabla.weights).all(Option::is_none));
    assert_eq!((stage.cost, &loaded.sum, &loaded.mean, &loaded.parameter_steps), (None, &None, &None, &None));
    assert!(loaded.rows.iter().all(|row| row.output.is_none() && row.cost.is_none()));
    let output_delta = at(1, 6);
    let stage = output_delta.on_stage.as_ref().expect("a sample");
    assert!(stage.delta[2].is_some() && stage.delta[1].is_none() && stage.cost_derivative.is_some());
    assert!(output_delta.rows[1].cost.is_some() && output_delta.rows[2].cost.is_none());
    assert_eq!((output_delta.summed, output_delta.sum.is_some()), (1, true));
    let mean = at(4, 0);
    assert!(mean.on_stage.is_none() && mean.mean.is_some() && mean.parameter_steps.is_none());
    assert_eq!((mean.summed, mean.mini_batch_cost.is_some()), (4, true));
}

#[test]
fn training_gives_the_bits_of_stepping_for_every_example() {
    for example in Example::ALL {
        for count in [1, 2, 7, 500] {
            let mut session = Session::open(example, None).expect("opens");
            let update = session.position_of(count - 1).expect("in reach");
            let state = session.state_at(update).expect("a position");
            assert_eq!(parameters(&state), trained(example, count).parameters(), "{example:?}, {count}");
        }
    }
}

#[test]
fn the_step_shown_is_the_step_made() {
    let mut session = Session::open(Example::Parity, None).expect("opens");
    let update = session.position_of(5).expect("in reach");
    let before = session.state_at(Position { step: 1, ..update }).expect("a position");
    let after = session.state_at(update).expect("a position");
    let (steps, eta) = after.parameter_steps.clone().expect("known");
    assert_eq!((before.parameter_steps.as_ref(), eta), (after.parameter_steps.as_ref(), 3.0));
    let (sum, mean) = (after.sum.clone().expect("known"), after.mean.clone().expect("known"));
    for l in 1..3 {
        let layer = |split: &backstep::ParametersByLayer| split.weights[l].clone().expect("known");
        for at in 0..layer(&sum).len() {
            assert_eq!(layer(&mean)[at], layer(&sum)[at] / 4.0);
            assert_eq!(layer(&steps)[at], -eta * layer(&mean)[at]);
            assert_eq!(layer(&after.parameters)[at], layer(&before.parameters)[at] + layer(&steps)[at]);
        }
    }
}

#[test]
fn the_terms_of_a_sum_add_up_to_its_bits() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let mut stage_at = |step| {
        let state = session.state_at(Position { step, ..Position::ORIGIN }).expect("a position");
        (state.on_stage.clone().expect("a sample"), state)
    };
    let (stage, state) = stage_at(1);
    let terms = stage.terms.expect("z has terms");
    let (z, b) = (stage.z[1].clone().expect("known"), state.parameters.biases[1].clone().expect("known"));
    assert_eq!((terms.count, terms.products.len()), (3, 6));
    for j in 0..2 {
        assert_eq!(terms.running[3 * j + 2] + b[j], z[j]);
        let sum = terms.running[3 * j] + terms.products[3 * j + 1];
        assert_eq!(terms.running[3 * j + 1], sum);
    }
    let (stage, _) = stage_at(8);
    let terms = stage.terms.expect("a hidden delta has terms");
    assert_eq!((terms.count, &terms.running), (1, stage.carried[1].as_ref().expect("known")));
    assert!(stage_at(2).0.terms.is_none() && stage_at(6).0.terms.is_none());
    let (stage, _) = stage_at(5);
    let terms = stage.terms.expect("the cost has terms");
    assert_eq!(0.5 * terms.running[0], stage.cost.expect("known"));
}

#[test]
fn the_millionth_mini_batch_is_reachable_in_bounded_memory() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.advance(1_000_000, || true).expect("finite");
    assert!(session.bytes() < 4 << 20, "{} bytes", session.bytes());
    let timeline = session.timeline();
    assert_eq!((timeline.costs.completed(), timeline.costs.span()), (1_000_000, 256));
    assert_eq!(timeline.costs.mean().len(), 1_000_000_usize.div_ceil(256));
    // Directly, and from another position.
    let last = session.position_of(999_999).expect("in reach");
    let straight = session.state_at(last).expect("a position");
    let mut fresh = Session::open(Example::Majority, None).expect("opens");
    assert_eq!(fresh.state_at(last).expect("a position"), straight);
    assert_eq!(parameters(&straight), trained(Example::Majority, 1_000_000).parameters());
}

#[test]
fn resizing_keeps_the_parameters_of_the_kept_layers() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position { mini_batch: 1, sample: 2, step: 8, ..Position::ORIGIN };
    let before = session.state_at(at).expect("a position");
    let wider = Edit::Sizes {
        sizes: Sizes::new(&[3, 4, 1]).expect("small"),
        kept_layers: vec![Some(0), Some(1), Some(2)],
    };
    let now = session.edit(at, wider, false).expect("fits");
    assert_eq!(now, at, "the same step of the same sample");
    let after = session.state_at(now).expect("a position");
    let weights = |state: &State, l: usize| state.parameters.weights[l - 1].clone().expect("known");
    assert_eq!(weights(&after, 2)[..6], weights(&before, 2)[..]);
    assert_eq!(weights(&after, 3)[..2], weights(&before, 3)[..]);
    let fresh = Network::new(&[3, 4, 1], after.seed).expect("small");
    assert_eq!(
        weights(&after, 2)[6..],
        fresh.weights(2).as_slice().expect("whole")[6..],
        "new ones from the seed"
    );
    let deeper = Edit::Sizes {
        sizes: Sizes::new(&[3, 4, 2, 1]).expect("small"),
        kept_layers: vec![Some(0), Some(1), None, Some(2)],
    };
    let now = session.edit(now, deeper, false).expect("fits");
    let deep = session.state_at(now).expect("a position");
    assert_eq!(deep.step, before.step);
    assert_eq!(weights(&deep, 2), weights(&after, 2));
    assert_eq!(deep.parameters.biases[3], after.parameters.biases[2], "the output's bias stays");
}

#[test]
fn an_edit_after_the_update_is_shown_at_once_and_applies_to_the_next_mini_batch() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let update = session.position_of(0).expect("in reach");
    let before = session.state_at(update).expect("a position");
    let now =
        session.edit(update, Edit::Weight { layer: 2, to: 0, from: 0, value: 9.0 }, false).expect("fits");
    assert_eq!(now, update);
    let after = session.state_at(update).expect("a position");
    assert_eq!(after.parameters.weights[1].as_ref().expect("known")[0], 9.0);
    assert_eq!(after.parameter_steps, before.parameter_steps, "this update is what it was");
    session.edit(update, Edit::Eta(0.5), false).expect("fits");
    let scale = session.state_at(Position { step: 1, ..update }).expect("a position");
    assert_eq!((scale.eta, session.state_at(update).expect("a position").eta), (3.0, 0.5));
    let next = session.state_at(Position { mini_batch: 1, ..Position::ORIGIN }).expect("a position");
    assert_eq!((next.eta, next.parameters.weights[1].as_ref().expect("known")[0]), (0.5, 9.0));
}

#[test]
fn a_neuron_is_saturated_if_its_slope_is_below_a_hundredth() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position { step: 1, ..Position::ORIGIN };
    // σ'(4.5) = 0.0109 and σ'(4.6) = 0.0098.
    for (bias, expected) in [(4.5, false), (4.6, true), (-4.6, true), (-1e6, true)] {
        let zero = Edit::Parameters(vec![0.0; 11]);
        session.edit(at, zero, false).expect("accepted");
        session.edit(at, Edit::Bias { layer: 2, neuron: 1, value: bias }, true).expect("accepted");
        let stage = session.state_at(at).expect("a position").on_stage.expect("a sample");
        assert_eq!(stage.saturated, [None, Some(vec![false, expected]), None], "{bias}");
    }
}
