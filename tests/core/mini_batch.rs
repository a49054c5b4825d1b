//! Questions about a mini-batch: eta curve, gradient check, norms, ledger.

use backstep::{Edit, Error, Example, Position, Questions, Session, Sizes, Subject};

#[test]
fn the_eta_curve_has_the_cost_after_training_with_that_eta() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = session.position_of(7).expect("in reach");
    let curve = Questions::new(&mut session).eta_curve(at, &[0.0, 3.0, -1.0]).expect("finite");
    let before = session.state_at(at).expect("a position");
    assert_eq!(curve[0], before.mini_batch_cost, "eta 0 changes nothing");
    // The cost of the same samples with the parameters after the update.
    let state = session.state_at(at).expect("a position");
    let layers = state.parameters.weights.iter().zip(&state.parameters.biases);
    let parameters: Vec<f64> = layers.flat_map(|(w, b)| [w, b]).flatten().flatten().copied().collect();
    let net = backstep::Network::from_parameters(&[3, 2, 1], &parameters).expect("finite");
    let (xs, ys): (Vec<_>, Vec<_>) = state.rows.iter().map(|row| (row.x.clone(), row.y.clone())).unzip();
    let samples = backstep::Samples::new(3, 1, 4, &xs.concat(), &ys.concat()).expect("finite");
    assert_eq!(net.cost(&samples).ok(), curve[1]);
    assert!(curve[1] < curve[0] && curve[2] > curve[0], "down the slope, and up it");
}

#[test]
fn the_first_mini_batch_of_the_first_example_teaches() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let mut signs = [[false; 2]; 3];
    for sample in 0..4 {
        // The delta of the hidden layer is known, and that of the output.
        let state = session.state_at(Position { sample, step: 8, ..Position::ORIGIN }).expect("a position");
        let stage = state.on_stage.expect("a sample");
        assert!(stage.saturated.iter().flatten().flatten().all(|saturated| !saturated), "sample {sample}");
        let deltas = stage.delta.iter().flatten().flatten().copied().collect::<Vec<_>>();
        assert_eq!(deltas.len(), 3);
        for (signs, delta) in signs.iter_mut().zip(deltas) {
            signs[usize::from(delta > 0.0)] = true;
        }
    }
    assert_eq!(signs, [[true; 2]; 3], "each neuron has deltas of both signs");
    let update = Position { sample: 4, step: 2, ..Position::ORIGIN };
    let costs = Questions::new(&mut session).eta_curve(update, &[0.0, 3.0]).expect("finite");
    assert!(costs[1] < costs[0], "the cost falls: {costs:?}");
    session.advance(200, || true).expect("finite");
    let evaluation = session.timeline().evaluations.last().expect("epochs").evaluation;
    assert_eq!((evaluation.correct, evaluation.total), (8, 8), "training succeeds");
}

#[test]
fn an_update_that_would_overflow_is_absent_from_the_eta_curve() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position::ORIGIN;
    session.edit(at, Edit::Target { sample: 0, index: 0, value: 1e300 }, false).expect("finite");
    session.edit(at, Edit::MiniBatchSize(8), false).expect("fits");
    let curve = Questions::new(&mut session).eta_curve(at, &[1e-300, 1e300]).expect("finite");
    assert!(curve[0].is_some());
    assert_eq!(curve[1], None);
}

#[test]
fn the_gradient_check_agrees_with_backpropagation_for_every_parameter() {
    for position in
        [Position { sample: 2, step: 5, ..Position::ORIGIN }, Position { sample: 4, ..Position::ORIGIN }]
    {
        let mut session = Session::open(Example::Parity, None).expect("opens");
        let all = Questions::new(&mut session).gradient_check_all(position, 1e-5).expect("finite");
        assert_eq!(all.len(), 11);
        for (index, one) in all.iter().enumerate() {
            assert_eq!(Questions::new(&mut session).gradient_check(position, index, 1e-5).as_ref(), Ok(one));
            assert!((one.secant.expect("h counts") - one.slope).abs() < 1e-10, "parameter {index}: {one:?}");
        }
        assert!(all.iter().any(|one| one.difference > Some(0.0)), "they are not the same number");
        assert!(Questions::new(&mut session).gradient_check(position, 11, 1e-5).is_err());
        assert_eq!(
            Questions::new(&mut session).gradient_check(position, 0, 0.0),
            Err(Error::NotPositive { what: Subject::H })
        );
    }
}

#[test]
fn a_nudge_that_is_lost_in_rounding_gives_no_difference() {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    let edit = Edit::Weight { layer: 2, to: 0, from: 0, value: 1e9 };
    session.edit(Position::ORIGIN, edit, false).expect("finite");
    let one = Questions::new(&mut session).gradient_check(Position::ORIGIN, 0, 1e-9).expect("in range");
    assert_eq!((one.value, one.secant, one.difference), (1e9, None, None));
    let all = Questions::new(&mut session).gradient_check_all(Position::ORIGIN, 1e-9).expect("in range");
    assert_eq!(all.iter().filter(|one| one.difference.is_none()).count(), 1);
}

#[test]
fn gradients_vanish_towards_the_input_of_a_deep_network() {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    let sizes = Sizes::new(&[2, 8, 8, 8, 8, 1]).expect("small");
    let kept_layers = vec![Some(0), Some(1), None, None, None, Some(2)];
    session.edit(Position::ORIGIN, Edit::Sizes { sizes, kept_layers }, false).expect("fits");
    let norms = Questions::new(&mut session).norms(Position::ORIGIN).expect("finite");
    assert_eq!((norms.nabla_w.len(), norms.delta.len(), norms.index), (5, 5, 0));
    assert!(norms.delta[0] * 10.0 < norms.delta[4], "{norms:?}");
}

#[test]
fn norms_are_those_of_the_gradients_shown() {
    let mut session = Session::open(Example::Mazur, None).expect("opens");
    let end = Position { sample: 1, ..Position::ORIGIN };
    let norms = Questions::new(&mut session).norms(end).expect("finite");
    let state = session.state_at(end).expect("a position");
    let mean = state.mean.expect("known");
    for l in 2..=3 {
        let squares: f64 = mean.weights[l - 1].as_ref().expect("known").iter().map(|w| w * w).sum();
        assert!((norms.nabla_w[l - 2] - squares.sqrt()).abs() < 1e-15);
    }
}

#[test]
fn a_ledger_has_the_numbers_of_the_steps() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let end = Position { sample: 4, ..Position::ORIGIN };
    for index in 0..11 {
        let all = Questions::new(&mut session).ledger(end, index).expect("a parameter");
        assert_eq!(all.len(), 4);
        for (sample, entry) in (0..).zip(&all) {
            let at = Position { sample, step: 10, ..Position::ORIGIN };
            let state = session.state_at(at).expect("a position");
            let stage = state.on_stage.expect("a sample");
            let flat = |split: &backstep::ParametersByLayer| -> Vec<f64> {
                let layers = split.weights.iter().zip(&split.biases);
                layers.flat_map(|(w, b)| [w, b]).flatten().flatten().copied().collect()
            };
            assert_eq!(flat(&stage.nabla)[index], entry.nabla, "parameter {index}");
            assert_eq!(flat(&state.sum.expect("known"))[index], entry.sum, "parameter {index}");
            assert_eq!(entry.a.unwrap_or(1.0) * entry.delta, entry.nabla);
            // Samples not added yet have no row.
            let before = Position { step: 9, ..at };
            assert_eq!(
                Questions::new(&mut session).ledger(before, index).as_deref(),
                Ok(&all[..sample as usize])
            );
        }
    }
    assert!(Questions::new(&mut session).ledger(end, 11).is_err());
}
