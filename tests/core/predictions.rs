//! Questions about the whole network agree with `feedforward`, and change nothing.

use backstep::{Edit, Error, Example, Network, Position, Questions, Session, Sizes, State, Subject, class};

/// Returns the network of a state.
fn network(state: &State) -> Network {
    let layers = state.parameters.weights.iter().zip(&state.parameters.biases);
    let values: Vec<f64> = layers
        .flat_map(|(w, b)| [w, b].into_iter().flatten().flatten().copied().collect::<Vec<_>>())
        .collect();
    Network::from_parameters(state.sizes.as_slice(), &values).expect("a network")
}

/// Returns a session of exclusive or that is partly trained, and three of its positions.
fn trained() -> (Session, [Position; 3]) {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    session.advance(300, || true).expect("finite");
    let update = session.position_of(200).expect("in reach");
    // Before an update, at it, and at the end of an epoch with an edit.
    let positions = [Position { step: 1, ..update }, update, Position { step: 4, ..update }];
    (session, positions)
}

#[test]
fn a_decision_map_has_feedforward_at_the_middle_of_every_square() {
    let (mut session, positions) = trained();
    session.edit(positions[2], Edit::Bias { layer: 2, neuron: 1, value: 0.25 }, false).expect("fits");
    let mut seen = Vec::new();
    for position in positions {
        let net = network(&session.state_at(position).expect("a position"));
        let map = Questions::new(&mut session).map(position, 5, false).expect("two inputs");
        assert_eq!((map.from, map.to), ([-0.25, -0.25], [1.25, 1.25]));
        for (at, a) in map.a.iter().enumerate() {
            let x = [-0.25 + 1.5 * ((at % 5) as f64 + 0.5) / 5.0, 1.25 - 1.5 * ((at / 5) as f64 + 0.5) / 5.0];
            let output = net.feedforward(&x).expect("two inputs");
            assert!((output[0] - a).abs() < 1e-12, "{at}");
        }
        let every = Questions::new(&mut session).map(position, 5, true).expect("two inputs");
        assert_eq!(every.a.len(), 3 * 25);
        assert_eq!(every.a[50..], map.a);
        seen.push(map.a);
    }
    assert!(seen[0] != seen[1] && seen[0] != seen[2], "from the update on it is the new network");
}

#[test]
fn a_decision_map_needs_two_inputs_and_a_valid_side() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    assert!(matches!(
        Questions::new(&mut session).map(Position::ORIGIN, 5, false),
        Err(Error::OutOfRange { least: 2, most: 2, .. })
    ));
    let mut session = Session::open(Example::Xor, None).expect("opens");
    for side in [0, 201] {
        assert!(matches!(
            Questions::new(&mut session).map(Position::ORIGIN, side, false),
            Err(Error::OutOfRange { .. })
        ));
    }
    // With a single sample, the map has a margin around it.
    let mut mazur = Session::open(Example::Mazur, None).expect("opens");
    let map = Questions::new(&mut mazur).map(Position::ORIGIN, 2, false).expect("two inputs");
    assert_eq!((map.from, map.to, map.a.len()), ([-0.95, -0.9], [1.05, 1.1], 8));
}

#[test]
fn the_confusion_matrix_counts_every_sample_once() {
    let (mut session, positions) = trained();
    for position in positions {
        let net = network(&session.state_at(position).expect("a position"));
        let samples = session.evaluation_samples(position).expect("a position").clone();
        let confusion = Questions::new(&mut session).confusion(position, 100).expect("a position");
        assert_eq!(confusion.classes, 2);
        assert_eq!(confusion.counts.iter().sum::<u64>(), 4);
        let right = confusion.counts[0] + confusion.counts[3];
        assert_eq!(right as usize, net.evaluate(&samples).expect("fits").correct);
        assert_eq!(confusion.wrong.len() as u64, 4 - right);
        for wrong in &confusion.wrong {
            assert_ne!(class(&wrong.output), class(&samples.y(wrong.sample)));
            let output = net.feedforward(&samples.x(wrong.sample)).expect("fits");
            assert!((output[0] - wrong.output[0]).abs() < 1e-12);
        }
    }
    let mut untrained = Session::open(Example::Xor, None).expect("opens");
    let untrained = Questions::new(&mut untrained).confusion(Position::ORIGIN, 1);
    assert_eq!(untrained.expect("a position").wrong.len(), 1, "no more than asked for");
}

#[test]
fn a_single_sample_session_has_the_network_of_its_position_and_changes_nothing() {
    let (mut session, positions) = trained();
    let before = (session.journal_numbers(), session.completed());
    for position in positions {
        let state = session.state_at(position).expect("a position");
        let mut single = session.single_sample_session(position, &[0.25, 0.75], &[1.0]).expect("fits");
        let begin = single.state_at(Position::ORIGIN).expect("a position");
        assert_eq!(begin.parameters, state.parameters);
        assert_eq!((begin.plan.m, begin.eta, begin.sample_count, begin.plan.evaluates), (1, 3.0, 1, false));
        let output = Position { step: 4, ..Position::ORIGIN };
        let a = single.state_at(output).expect("a position").on_stage.expect("a sample").a;
        assert_eq!(a[2], Some(Questions::new(&mut session).answer(position, &[0.25, 0.75]).expect("fits")));
        single.advance(50, || true).expect("finite");
        assert!(single.timeline().evaluations.is_empty(), "one single is nothing to count");
    }
    let mut third = session.evaluation_sample_session(positions[0], 3).expect("there are four");
    let rows = third.state_at(Position::ORIGIN).expect("a position").rows;
    assert_eq!((rows.len(), &rows[0].x[..], &rows[0].y[..]), (1, &[1.0, 0.0][..], &[1.0][..]));
    for number in [0, 5] {
        let refused = session.evaluation_sample_session(positions[0], number).map(drop);
        assert_eq!(refused, Err(Error::OutOfRange { what: Subject::Sample, least: 1, most: 4 }));
    }
    assert_eq!((session.journal_numbers(), session.completed()), before);
    for (x, y) in [(&[0.0][..], &[1.0][..]), (&[0.0, f64::NAN], &[1.0]), (&[0.0, 0.0], &[])] {
        assert!(session.single_sample_session(Position::ORIGIN, x, y).is_err());
    }
    assert!(Questions::new(&mut session).answer(Position::ORIGIN, &[1.0]).is_err());
}

#[test]
fn the_norm_history_has_the_norms_of_its_mini_batches() {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    let sizes = Sizes::new(&[2, 8, 8, 8, 8, 1]).expect("sizes");
    let kept_layers = vec![Some(0), None, None, None, None, Some(2)];
    session.edit(Position::ORIGIN, Edit::Sizes { sizes, kept_layers }, false).expect("fits");
    session.advance(100, || true).expect("finite");
    let history = Questions::new(&mut session).norm_history(10);
    assert_eq!(history.len(), 10);
    assert_eq!(
        history.iter().map(|norms| norms.index).collect::<Vec<_>>(),
        [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]
    );
    for norms in &history {
        let at = session.position_of(norms.index).expect("in reach");
        assert_eq!(&Questions::new(&mut session).norms(at).expect("a position"), norms);
    }
    // Gradients vanish towards the input, which the panel is there to show.
    let first = &history[0].nabla_w;
    assert!(first[0] < first[4] / 10.0, "{first:?}");
}
