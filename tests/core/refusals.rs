//! Refusals of a session, and updates that would overflow.

use backstep::{Edit, Error, Example, Network, Parameter, Position, Samples, Session, Sizes};

#[test]
fn an_update_that_would_overflow_is_not_made_and_the_error_names_the_parameter() {
    // δ = (a − y) σ'(0) = −1e200/4; times eta = 1e200 it overflows for both bias and weight.
    let mut net = Network::from_parameters(&[1, 1], &[0.0, 0.0]).expect("small");
    let samples = Samples::new(1, 1, 1, &[1.0], &[1e200]).expect("finite");
    let refused = net.update_mini_batch(&samples, 1e200).expect_err("overflows");
    let parameter = Parameter::Weight { layer: 2, to: 1, from: 1 };
    assert_eq!(refused, Error::Diverged { parameter, epoch: 1, mini_batch: 1 });
    assert_eq!(
        refused.to_string(),
        "The update of mini-batch 1 in epoch 1 was not made: the weight to neuron 1 of layer 2 from neuron 1 \
         would not be a finite number any more; go back or lower eta."
    );
    assert_eq!(net.parameters(), [0.0, 0.0], "the last finite state stays");
}

#[test]
fn a_session_stops_before_an_update_that_would_overflow() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let second = Position { mini_batch: 1, ..Position::ORIGIN };
    session.edit(second, Edit::Eta(1e300), false).expect("finite");
    session.edit(second, Edit::Target { sample: 0, index: 0, value: 1e300 }, false).expect("finite");
    session.edit(second, Edit::Target { sample: 7, index: 0, value: 1e300 }, false).expect("finite");
    let update = session.position_of(1).expect("in reach");
    let scale = Position { step: 1, ..update };
    for _ in 0..2 {
        let refused = session.state_at(update).or_else(|_| {
            let next = session.position_of(2).expect("in reach");
            session.state_at(next)
        });
        assert!(matches!(refused, Err(Error::Diverged { epoch: 1, mini_batch: 2, .. })), "{refused:?}");
        let state = session.state_at(scale).expect("the step before can be looked at");
        assert!(state.parameters.weights.iter().flatten().flatten().all(|w| w.is_finite()));
    }
    assert_eq!(session.completed(), 1);
    session.edit(scale, Edit::Eta(1e-300), false).expect("finite");
    session.state_at(update).expect("with a smaller eta it goes on");
}

#[test]
fn invalid_edits_change_nothing() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position { sample: 1, step: 4, ..Position::ORIGIN };
    let before = session.state_at(at).expect("a position");
    let sizes = |sizes: &[usize]| Sizes::new(sizes).expect("small");
    let bad = [
        Edit::Eta(f64::NAN),
        Edit::MiniBatchSize(0),
        Edit::MiniBatchSize(9),
        Edit::Weight { layer: 1, to: 0, from: 0, value: 1.0 },
        Edit::Weight { layer: 2, to: 2, from: 0, value: 1.0 },
        Edit::Weight { layer: 2, to: 0, from: 3, value: 1.0 },
        Edit::Weight { layer: 2, to: 0, from: 0, value: f64::INFINITY },
        Edit::Bias { layer: 4, neuron: 0, value: 1.0 },
        Edit::Bias { layer: 3, neuron: 1, value: 1.0 },
        Edit::Parameters(vec![0.0; 10]),
        Edit::Input { sample: 8, index: 0, value: 1.0 },
        Edit::Input { sample: 0, index: 3, value: 1.0 },
        Edit::Target { sample: 0, index: 1, value: 1.0 },
        Edit::Sizes { sizes: sizes(&[3, 2]), kept_layers: vec![Some(0), Some(1)] },
        Edit::Sizes { sizes: sizes(&[3, 2, 1]), kept_layers: vec![Some(0), Some(2)] },
        Edit::Sizes { sizes: sizes(&[3, 2, 2, 1]), kept_layers: vec![Some(0), Some(1), Some(1), Some(2)] },
    ];
    for edit in bad {
        session.edit(at, edit.clone(), false).expect_err("must be refused");
        assert_eq!(session.state_at(at).expect("still there"), before, "after {edit:?}");
        assert!(!session.can_undo());
    }
    session.restart_with_seed(at, 1 << 53, false).expect_err("must be refused");
    assert_eq!(session.state_at(at).expect("still there"), before, "after a seed");
    assert!(!session.can_undo());
}

#[test]
fn positions_that_do_not_exist_are_refused() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    for (position, what) in [
        (Position { mini_batch: 2, ..Position::ORIGIN }, "the mini-batch is 2, but must be less than 2"),
        (Position { sample: 5, ..Position::ORIGIN }, "the sample is 5, but must be less than 5"),
        (Position { step: 11, ..Position::ORIGIN }, "the step is 11, but must be less than 11"),
        (Position { sample: 4, step: 3, ..Position::ORIGIN }, "the step is 3, but must be less than 3"),
        (Position { epoch: 1 << 50, ..Position::ORIGIN }, "the epoch is 1125899906842624"),
    ] {
        assert!(session.state_at(position).expect_err(what).to_string().contains(what));
    }
}

#[test]
fn a_position_too_far_ahead_is_refused_until_it_is_run_up_to() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let far = Position { epoch: 4_294_967_297, sample: 4, step: 2, ..Position::ORIGIN };
    let refused = session.state_at(far).expect_err("too far");
    assert_eq!(
        refused.to_string(),
        "This position is 8589934594 mini-batches ahead of what was run, and a question completes at most \
         1000000; run up to it first."
    );
    assert_eq!(session.completed(), 0, "nothing was computed");
    let at = session.position_of(1_000_001).expect("in reach");
    session.state_at(at).expect_err("one too far");
    session.advance(1, || true).expect("finite");
    session.state_at(at).expect("near enough now");
    // However big mini-batches are, a step always leads to the next one.
    let sizes = Sizes::new(&[3, 1024, 970, 1]).expect("fits");
    let edit = Edit::Sizes { sizes, kept_layers: vec![Some(0), None, Some(1), Some(2)] };
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.edit(Position::ORIGIN, edit, false).expect("fits");
    session.state_at(Position { mini_batch: 1, ..Position::ORIGIN }).expect("a step");
}

#[test]
fn damaged_and_foreign_journals_are_refused() {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    session.edit(Position::ORIGIN, Edit::Eta(0.25), false).expect("finite");
    let journal = session.journal_numbers();
    assert!(Session::replay(&journal, None).is_ok());
    for cut in 0..journal.len() {
        assert!(Session::replay(&journal[..cut], None).is_err(), "cut at {cut}");
    }
    assert!(
        Session::replay(&[journal.as_slice(), &[0.0]].concat(), None).is_err(),
        "something after the end"
    );
    for at in 0..journal.len() {
        for bad in [f64::NAN, -7.0, 0.5, 1e300] {
            let mut journal = journal.clone();
            if journal[at] == bad {
                continue;
            }
            journal[at] = bad;
            // A changed number gives another valid session or a refusal, and never a panic.
            if let Ok(session) = Session::replay(&journal, None) {
                assert_eq!(session.journal_numbers(), journal);
            }
        }
    }
}
