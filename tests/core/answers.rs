//! The outputs for each sample with the weights after the update, and how far an output missed its target.

use backstep::{
    Conventions, Edit, Example, MAX_ANSWER_WORK, MAX_ROWS, Network, Position, Samples, Session, Sizes, State,
    Step, StepUnit, TailStep, TrainTestSplit,
};

use crate::data::{moons, settings};

/// The network a state shows.
fn shown(state: &State) -> Network {
    let layers = state.parameters.weights.iter().zip(&state.parameters.biases);
    let values: Vec<f64> = layers
        .flat_map(|(w, b)| [w, b].into_iter().flatten().flatten().copied().collect::<Vec<_>>())
        .collect();
    Network::from_parameters(state.sizes.as_slice(), &values).expect("as shown")
}

/// The samples of the mini-batch.
fn samples(state: &State) -> Samples {
    let join = |lists: Vec<&Vec<f64>>| lists.into_iter().flatten().copied().collect::<Vec<_>>();
    let (xs, ys) = (state.rows.iter().map(|row| &row.x), state.rows.iter().map(|row| &row.y));
    let (inputs, outputs) = (state.sizes.inputs(), state.sizes.outputs());
    Samples::new(inputs, outputs, state.rows.len(), &join(xs.collect()), &join(ys.collect())).expect("rows")
}

/// Every position of the first epochs.
fn positions(session: &mut Session, epochs: u64) -> Vec<Position> {
    let mut all = vec![Position::ORIGIN];
    while all.last().is_some_and(|at| at.epoch < epochs) {
        let last = all.last().expect("not empty");
        all.push(session.neighbour(*last, StepUnit::Step, true).expect("a position").expect("no end"));
    }
    all.pop();
    all
}

#[test]
fn the_answers_after_an_update_are_the_networks_own() {
    for example in Example::ALL {
        let mut session = Session::open(example, None).expect("opens");
        if example.evaluates() {
            // The last mini-batch of an epoch is short.
            session.edit(Position::ORIGIN, Edit::MiniBatchSize(3), false).expect("fits");
        }
        for at in positions(&mut session, 2) {
            let state = session.state_at(at).expect("a position");
            let updated = matches!(
                state.step,
                Step::Tail(TailStep::Update) | Step::Tail(TailStep::Evaluate) | Step::Tail(TailStep::Shuffle)
            );
            assert_eq!(state.answered.is_some(), updated, "{at:?}");
            let Some(answered) = &state.answered else { continue };
            let (network, samples) = (shown(&state), samples(&state));
            assert_eq!(network.cost(&samples), Ok(answered.cost));
            assert_eq!((answered.outputs.len(), answered.costs.len()), (state.rows.len(), state.rows.len()));
            for ((row, output), cost) in state.rows.iter().zip(&answered.outputs).zip(&answered.costs) {
                assert_eq!(network.feedforward(&row.x).expect("fits").to_vec(), *output);
                let one = Samples::new(row.x.len(), row.y.len(), 1, &row.x, &row.y).expect("a row");
                assert_eq!(network.cost(&one), Ok(*cost));
            }
        }
    }
}

#[test]
fn without_the_half_the_answers_cost_twice_as_much() {
    let update = Position { sample: 4, step: 2, ..Position::ORIGIN };
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let conventions = Conventions { halve_cost: false, ..Conventions::default() };
    session.edit(Position::ORIGIN, Edit::Conventions(conventions), false).expect("fits");
    let state = session.state_at(update).expect("a position");
    let answered = state.answered.as_ref().expect("little work");
    assert_eq!(shown(&state).cost(&samples(&state)).map(|cost| 2.0 * cost), Ok(answered.cost));
}

#[test]
fn the_answers_are_those_of_the_weights_that_are_shown() {
    let update = Position { sample: 4, step: 2, ..Position::ORIGIN };
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.edit(update, Edit::Bias { layer: 3, neuron: 0, value: 2.0 }, false).expect("fits");
    let state = session.state_at(update).expect("a position");
    let answered = state.answered.as_ref().expect("little work");
    assert_eq!(shown(&state).cost(&samples(&state)), Ok(answered.cost));
    let sizes = Sizes::new(&[3, 5, 1]).expect("small");
    let kept_layers = vec![Some(0), Some(1), Some(2)];
    session.edit(update, Edit::Sizes { sizes, kept_layers }, false).expect("fits");
    assert_eq!(session.state_at(update).expect("a position").answered, None);
}

#[test]
fn the_answers_of_a_big_mini_batch_are_listed_as_far_as_its_samples_are() {
    let settings = settings(&[2, 3, 1], TrainTestSplit::All);
    let mut session = Session::with_data(moons(250), settings).expect("opens");
    session.edit(Position::ORIGIN, Edit::MiniBatchSize(200), false).expect("fits");
    let update = Position { sample: 200, step: 2, ..Position::ORIGIN };
    let answered = session.state_at(update).expect("a position").answered.expect("little work");
    assert_eq!((answered.outputs.len(), answered.costs.len()), (MAX_ROWS, MAX_ROWS));
    let listed: f64 = answered.costs.iter().fold(0.0, |sum, cost| sum + cost) / MAX_ROWS as f64;
    assert_ne!(listed, answered.cost, "the mean is over all of them");
}

#[test]
fn too_much_work_is_not_done_unasked() {
    let sizes = [2, 1000, 95, 1];
    let parameters: usize = sizes.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum();
    let m = MAX_ANSWER_WORK as usize / parameters + 1;
    let settings = settings(&sizes, TrainTestSplit::All);
    let mut session = Session::with_data(moons(m), settings).expect("opens");
    session.edit(Position::ORIGIN, Edit::MiniBatchSize(m), false).expect("fits");
    let update = Position { sample: m as u64, step: 2, ..Position::ORIGIN };
    let state = session.state_at(update).expect("a position");
    assert_eq!((state.step, state.answered), (Step::Tail(TailStep::Update), None));
}

#[test]
fn a_miss_is_the_answer_minus_the_target_and_known_with_the_cost() {
    let mut session = Session::open(Example::Mazur, None).expect("opens");
    let conventions = Conventions { halve_cost: false, ..Conventions::default() };
    session.edit(Position::ORIGIN, Edit::Conventions(conventions), false).expect("fits");
    for at in positions(&mut session, 1).into_iter().filter(|at| at.sample == 0) {
        let state = session.state_at(at).expect("a position");
        let stage = state.on_stage.expect("a sample");
        assert_eq!(stage.miss.is_some(), stage.cost.is_some(), "{at:?}");
        let (Some(miss), Some(output)) = (stage.miss, &stage.a[2]) else { continue };
        for ((miss, a), y) in miss.iter().zip(output).zip(&stage.y) {
            assert_eq!(*miss, a - y);
        }
        // Its derivative has a 2 without the half.
        let twice =
            stage.cost_derivative.map(|list| list.iter().map(|error| error / 2.0).collect::<Vec<_>>());
        assert!(twice.is_none_or(|twice| twice == miss));
    }
}
