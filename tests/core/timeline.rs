//! The timeline is a function of the journal and of how many mini-batches are completed.

use backstep::{
    Costs, DataSet, Edit, Example, Generated, GeneratedKind, MAX_BUCKETS, Position, Questions, Session, Sizes,
};
use proptest::prelude::*;

/// The timeline, the status of the run and the norms along it are those of a session that was run straight.
fn check(session: &mut Session) {
    let mut straight = Session::replay(&session.journal_numbers(), None).expect("its own journal");
    straight.advance(session.completed(), || true).expect("finite");
    assert_eq!(session.timeline(), straight.timeline());
    assert_eq!(session.run_status(), straight.run_status());
    let history = Questions::new(&mut straight).norm_history(200);
    assert_eq!(Questions::new(session).norm_history(200), history);
    assert!(history.len() > 100 || session.completed() < 200, "{}", history.len());
}

#[test]
fn after_an_edit_in_the_past_the_timeline_is_that_of_a_straight_run() {
    for index in [9, 4095, 4096, 4097, 8191, 8192, 8193, 12_289, 16_384, 16_387, 19_999, 20_000] {
        let mut session = Session::open(Example::Xor, None).expect("opens");
        session.advance(20_000, || true).expect("finite");
        let at = Position { step: 0, sample: 0, ..session.position_of(index).expect("in reach") };
        session.edit(at, Edit::Eta(1.0), false).expect("fits");
        assert_eq!(session.completed(), index);
        check(&mut session);
        session.advance(21, || true).expect("finite");
        check(&mut session);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_timeline_does_not_depend_on_how_one_got_there(
        rounds in prop::collection::vec((0_u64..6_000, 0.0_f64..1.0, 0_u8..3, any::<bool>()), 1..6),
    ) {
        let mut session = Session::open(Example::Majority, None).unwrap();
        for (count, part, kind, undo) in rounds {
            session.advance(count, || true).unwrap();
            let index = (session.completed() as f64 * part) as u64;
            let update = session.position_of(index).unwrap();
            let edit = match kind {
                0 => Edit::Eta(part),
                1 => Edit::MiniBatchSize(1 + count as usize % 8),
                _ => Edit::Bias { layer: 2, neuron: 0, value: part },
            };
            let position = if undo { update } else { Position { sample: 0, step: 0, ..update } };
            session.edit(position, edit, false).unwrap();
            check(&mut session);
            if undo {
                session.undo(Position::ORIGIN).unwrap();
                check(&mut session);
            }
        }
    }

    /// The running mean of every bucket covers as many mini-batches as it says, where there are as many, and
    /// the last one no bucket more than it needs for that.
    #[test]
    fn the_running_mean_covers_what_it_says(count in 1_u64..20_000, window in 1_u64..3_000) {
        let mut costs = Costs::default();
        (0..count).for_each(|at| costs.push(at as f64));
        let (span, running) = (costs.span(), costs.running(window));
        for (at, mean) in (0..).zip(&running) {
            let end = ((at + 1) * span).min(count);
            // The mean of consecutive numbers is in their middle.
            let covered = (2.0 * ((end - 1) as f64 - mean) + 1.0).round() as u64;
            prop_assert!(covered >= window.min(end), "{covered} of {window} at {at}, {count}, {span}");
            prop_assert!(covered < window + span, "{covered} of {window} at {at}, {count}, {span}");
        }
        prop_assert_eq!(costs.recent(window), running.last().copied());
    }

    #[test]
    fn removed_costs_leave_no_trace(count in 0_u64..40_000, part in 0.0_f64..1.0) {
        let cost = |at: u64| (at as f64).sin();
        let mut cut = Costs::default();
        (0..count).for_each(|at| cut.push(cost(at)));
        cut.truncate((count as f64 * part) as u64);
        let mut straight = Costs::default();
        (0..cut.completed()).for_each(|at| straight.push(cost(at)));
        prop_assert_eq!(&cut, &straight);
        prop_assert!(cut.mean().len() <= MAX_BUCKETS);
    }
}

/// Returns a session with a network so big that undo has no room for what was run.
fn big() -> Session {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let sizes = Sizes::new(&[3, 1000, 900, 1]).expect("fits");
    let kept_layers = vec![Some(0), None, Some(1), Some(2)];
    session.edit(Position::ORIGIN, Edit::Sizes { sizes, kept_layers }, false).expect("fits");
    session.advance(3, || true).expect("finite");
    session
}

#[test]
fn what_undo_has_no_room_for_is_unfinished() {
    let mut session = big();
    let timeline = session.timeline();
    let at = session.position_of(1).expect("in reach");
    session.edit(at, Edit::Eta(0.5), false).expect("fits");
    assert_eq!((session.completed(), session.unfinished()), (2, 0));
    session.undo(at).expect("an edit");
    assert_eq!((session.completed(), session.unfinished()), (0, 3));
    assert_eq!(session.journal_numbers()[1], 3.0, "a journal knows of it");
    session.advance(session.unfinished(), || true).expect("finite");
    assert_eq!((session.completed(), session.unfinished(), session.timeline()), (3, 0, timeline));
}

#[test]
fn an_edit_drops_what_was_unfinished_after_it() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.advance(100, || true).expect("finite");
    let mut replayed = Session::replay(&session.journal_numbers(), None).expect("a journal");
    let at = Position { sample: 0, step: 0, ..replayed.position_of(5).expect("in reach") };
    replayed.edit(at, Edit::Eta(0.5), false).expect("fits");
    assert_eq!((replayed.completed(), replayed.unfinished()), (0, 5));
}

#[test]
fn the_journal_of_a_single_sample_replays_to_that_sample() {
    let generated = Generated { kind: GeneratedKind::Moons, rule: 0, count: 9, noise: 0.5, seed: 1 };
    let mut moons = Session::open(Example::Xor, None).expect("opens");
    let settings = backstep::DataSettings {
        sizes: Sizes::new(&[2, 2, 1]).expect("small"),
        seed: 1,
        eta: 1.0,
        mini_batch_size: 2,
        conventions: Default::default(),
        split: backstep::TrainTestSplit::All,
    };
    let data = DataSet::generated(generated).expect("in range");
    moons.open_data(Position::ORIGIN, data, settings).expect("fits");
    let mut sessions = vec![moons];
    sessions.extend(Example::ALL.map(|example| Session::open(example, None).expect("opens")));
    for mut home in sessions {
        let sizes = home.settings_at(Position::ORIGIN).expect("a position").sizes.clone();
        let (x, y) = (vec![0.25; sizes.inputs()], vec![0.5; sizes.outputs()]);
        let mut single = home.single_sample_session(Position::ORIGIN, &x, &y).expect("fits");
        single.advance(5, || true).expect("finite");
        let mut replayed = Session::replay(&single.journal_numbers(), None).expect("its own journal");
        replayed.advance(replayed.unfinished(), || true).expect("finite");
        let at = single.position_of(4).expect("in reach");
        let (one, other) = (single.state_at(at).expect("a position"), replayed.state_at(at));
        assert_eq!(other.map(|state| (state.rows, state.parameters)), Ok((one.rows, one.parameters)));
        assert_eq!(replayed.journal_numbers(), single.journal_numbers());
    }
}

/// Two edits of one thing at one place are one entry, unless another thing was changed there between them.
#[test]
fn an_edit_replaces_the_one_before_it_of_the_same_thing_at_the_same_place() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let later = Position { sample: 2, step: 3, ..Position::ORIGIN };
    let bias = |value| Edit::Bias { layer: 2, neuron: 0, value };
    for (at, edit, entries) in [
        (Position::ORIGIN, Edit::Eta(1.0), 1),
        (later, Edit::Eta(2.0), 1),
        (later, bias(1.0), 2),
        (later, bias(2.0), 2),
        (later, Edit::Bias { layer: 2, neuron: 1, value: 2.0 }, 3),
        (later, bias(3.0), 4),
        (later, Edit::Eta(3.0), 5),
    ] {
        session.edit(at, edit, false).expect("fits");
        assert_eq!(session.timeline().edits.len(), entries);
    }
}

/// A question about a position completes the mini-batches before it, and its own from its update on.
#[test]
fn a_question_past_what_was_run_completes_it() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let update = session.position_of(6).expect("in reach");
    Questions::new(&mut session).norms(Position { sample: 0, step: 0, ..update }).expect("a position");
    assert_eq!(session.completed(), 6);
    session.state_at(update).expect("a position");
    assert_eq!(session.completed(), 7);
    check(&mut session);
}
