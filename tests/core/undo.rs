//! Undo and redo of edits at any position.

use backstep::{Edit, Example, Position, Session};
use proptest::prelude::*;

use crate::strategies::{act, acts, example};

#[test]
fn an_edit_at_an_earlier_position_drops_what_follows_and_undo_restores_it() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.advance(300, || true).expect("finite");
    let last = session.position_of(299).expect("in reach");
    let old = (session.state_at(last).expect("a position"), session.timeline());
    let past = session.position_of(99).expect("in reach");
    session.edit(past, Edit::Eta(0.1), false).expect("finite");
    assert_eq!(session.completed(), 100);
    assert_eq!(session.timeline().edits, [(100, "eta")]);
    let new = session.state_at(last).expect("a position");
    assert_ne!(new.parameters, old.0.parameters);
    assert_eq!(session.undo(last), Some(past));
    assert_eq!((session.state_at(last).expect("a position"), session.timeline()), old);
    assert_eq!(session.redo(past), Some(last));
    assert_eq!(session.state_at(last).expect("a position"), new);
}

#[test]
fn one_undo_takes_back_a_continued_edit() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position { sample: 1, ..Position::ORIGIN };
    for (step, eta) in [2.5, 2.0, 1.5].into_iter().enumerate() {
        session.edit(at, Edit::Eta(eta), step > 0).expect("finite");
    }
    assert_eq!(session.timeline().edits, [(0, "eta")], "one entry, the last value");
    assert_eq!(session.undo(at), Some(at));
    assert_eq!(session.state_at(at).expect("a position").eta, 3.0);
    assert!(!session.can_undo() && session.can_redo());
    session.redo(at);
    assert_eq!(session.state_at(at).expect("a position").eta, 1.5);
}

#[test]
fn a_new_seed_keeps_the_settings_and_can_be_undone() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position { sample: 1, step: 3, ..Position::ORIGIN };
    session.edit(at, Edit::Eta(0.25), false).expect("finite");
    session.edit(at, Edit::Input { sample: 0, index: 0, value: 0.5 }, false).expect("finite");
    let before = session.state_at(at).expect("a position");
    session.restart_with_seed(at, 8, false).expect("in range");
    let fresh = session.state_at(Position::ORIGIN).expect("a position");
    assert_eq!((fresh.seed, fresh.eta), (8, 0.25));
    assert_ne!(fresh.parameters, before.parameters);
    let replayed = Session::replay(&session.journal_numbers(), None).expect("its own journal");
    assert_eq!(replayed.journal_numbers(), session.journal_numbers());
    session.restart_with_example(Position::ORIGIN, Example::Mazur, false).expect("an example");
    assert_eq!(session.state_at(Position::ORIGIN).expect("a position").example, Some("mazur"));
    session.undo(Position::ORIGIN);
    assert_eq!(session.undo(Position::ORIGIN), Some(at));
    assert_eq!(session.state_at(at).expect("a position"), before);
}

#[test]
fn memory_is_bounded_after_ten_thousand_edits() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.advance(20_000, || true).expect("finite");
    for round in 0..10_000_u32 {
        let at = session.position_of(u64::from(round % 300)).expect("in reach");
        session.edit(at, Edit::Eta(1.0 + f64::from(round)), false).expect("finite");
    }
    assert!(session.bytes() < 84 << 20, "{} bytes", session.bytes());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_and_redoing_all_edits_restores_every_state(example in example(), acts in acts(true)) {
        let mut session = Session::open(example, None).unwrap();
        let first = session.state_at(Position::ORIGIN).unwrap();
        let mut at = Position::ORIGIN;
        for one in &acts {
            at = act(&mut session, at, one);
            if session.state_at(at).is_err() {
                return Ok(());
            }
        }
        let last = session.state_at(at).unwrap();
        let mut undone = 0;
        while session.can_undo() {
            prop_assert!(session.undo(at).is_some());
            undone += 1;
        }
        prop_assert_eq!(session.state_at(Position::ORIGIN).unwrap(), first);
        for _ in 0..undone {
            prop_assert!(session.redo(at).is_some());
        }
        prop_assert!(!session.can_redo());
        prop_assert_eq!(session.state_at(at).unwrap(), last);
    }
}
