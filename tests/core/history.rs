//! What a session is read back from: its journal with the history of undo, other sessions, and how much work
//! it is.

use backstep::{
    Conventions, DataSet, DataSettings, Edit, Error, Example, Position, Samples, Session, Sizes,
    TrainTestSplit,
};
use proptest::prelude::*;

use crate::strategies::{act, acts, example};

/// Compares what undo, or redo, leads to in both sessions, to its end.
fn same_way(
    one: &mut Session,
    other: &mut Session,
    from: Position,
    go: fn(&mut Session, Position) -> Option<Position>,
) -> Position {
    let mut at = from;
    loop {
        let next = go(one, at);
        assert_eq!(go(other, at), next);
        let Some(to) = next else { return at };
        at = to;
        assert_eq!(one.state_at(at), other.state_at(at));
    }
}

proptest! {
    #[test]
    fn a_session_that_is_read_back_undoes_and_redoes_the_same(
        example in example(), acts in acts(true), other in example(), back in 0_usize..4
    ) {
        let mut session = Session::open(example, None).expect("opens");
        let mut at = Position::ORIGIN;
        for (number, one) in acts.iter().enumerate() {
            at = act(&mut session, at, one);
            if number == 7 {
                session.restart_with_example(at, other, false).expect("an example");
                at = Position::ORIGIN;
            }
        }
        for _ in 0..back {
            at = session.undo(at).unwrap_or(at);
        }
        let mut read = Session::replay(&session.journal_numbers(), None).expect("its own journal");
        read.restore_history(&session.history_numbers()).expect("its own history");
        prop_assert_eq!(read.history_numbers(), session.history_numbers());
        let oldest = same_way(&mut session, &mut read, at, Session::undo);
        same_way(&mut session, &mut read, oldest, Session::redo);
    }

    #[test]
    fn a_history_that_is_damaged_is_refused_or_read_and_changes_nothing_else(
        acts in acts(true), place in any::<prop::sample::Index>(), value in prop_oneof![
            Just(f64::NAN), Just(-1.0), Just(0.5), Just(1e300), (0_u32..300).prop_map(f64::from)
        ], length in any::<prop::sample::Index>()
    ) {
        let mut session = Session::open(Example::Xor, None).expect("opens");
        let mut at = Position::ORIGIN;
        for one in &acts {
            at = act(&mut session, at, one);
        }
        let mut list = session.history_numbers();
        let place = place.index(list.len());
        list[place] = value;
        list.truncate(1 + length.index(list.len()));
        let mut read = Session::replay(&session.journal_numbers(), None).expect("its own journal");
        let undoes = read.restore_history(&list).is_ok() && read.can_undo();
        prop_assert_eq!(read.journal_numbers()[2..].to_vec(), session.journal_numbers()[2..].to_vec());
        if undoes && let Some(to) = read.undo(at) {
            let _ = read.index_of(to).expect("a position");
        }
    }
}

#[test]
fn history_with_other_big_data_ends_there() {
    let big = |first: f64| {
        let mut xs = vec![0.25; 5_000];
        xs[0] = first;
        Samples::new(1, 1, 5_000, &xs, &[0.5; 5_000]).expect("fits")
    };
    let settings = || DataSettings {
        sizes: Sizes::new(&[1, 1]).expect("small"),
        seed: 7,
        eta: 2.0,
        mini_batch_size: 1,
        conventions: Conventions::default(),
        split: TrainTestSplit::All,
    };
    let at = Position::ORIGIN;
    let (one, other) = (big(1.0), big(2.0));
    let mut session = Session::with_data(DataSet::given(one, false), settings()).expect("fits");
    session.open_data(at, DataSet::given(other.clone(), false), settings()).expect("fits");
    session.edit(at, Edit::Eta(0.5), false).expect("finite");
    let mut read = Session::replay(&session.journal_numbers(), Some(&other)).expect("its own journal");
    read.restore_history(&session.history_numbers()).expect("its own history");
    assert_eq!(read.undo(at), Some(at));
    assert_eq!(read.state_at(at).expect("a position").eta, 2.0);
    assert!(!read.can_undo());
}

#[test]
fn another_session_is_opened_in_place_and_undo_leads_back() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position { step: 3, ..Position::ORIGIN };
    session.edit(at, Edit::Eta(0.25), false).expect("finite");
    let before = session.state_at(at).expect("a position");
    let mut other = Session::open(Example::Mazur, None).expect("opens");
    other.edit(Position::ORIGIN, Edit::Eta(0.75), false).expect("finite");
    other.advance(5, || true).expect("finite");
    let journal = other.journal_numbers();
    let beyond = Position { step: 99, ..Position::ORIGIN };
    assert!(session.open_session(beyond, other.clone()).is_err());
    assert_eq!(session.state_at(at).expect("a position"), before);
    session.open_session(at, other).expect("a position");
    assert_eq!((session.completed(), session.journal_numbers()), (5, journal));
    assert_eq!(session.undo(Position::ORIGIN), Some(at));
    assert_eq!(session.state_at(at).expect("a position"), before);
    session.undo(at);
    assert!(!session.can_undo(), "the history of the other session is dropped");
}

#[test]
fn work_counts_every_size_of_the_network_and_the_evaluations() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    // 11 weights and biases, 4 samples, three times; two mini-batches are an epoch, which has 8 evaluations.
    assert_eq!(session.work_until(1), (132.0, 132.0));
    assert_eq!(session.work_until(4), (4.0 * 132.0 + 2.0 * 88.0, 132.0));
    assert_eq!(session.work_until(1_000_000_000).0, 1e9 * 132.0 + 5e8 * 88.0);
    let sizes = Sizes::new(&[3, 4, 1]).expect("small");
    let edit = Edit::Sizes { sizes, kept_layers: vec![Some(0), Some(1), Some(2)] };
    let at = Position { mini_batch: 1, ..Position::ORIGIN };
    session.edit(at, edit, false).expect("fits");
    // From mini-batch 1 on there are 21.
    assert_eq!(session.work_until(2), (132.0 + 252.0 + 168.0, 252.0));
}

#[test]
fn a_journal_with_too_many_edits_is_refused_before_they_are_made() {
    let mut list = Session::open(Example::Majority, None).expect("opens").journal_numbers();
    *list.last_mut().expect("the number of edits") = 2_000_000.0;
    for index in 0..2_000_000 {
        list.extend([0.0, 0.0, 0.0, 0.0, 0.0, f64::from(index)]);
    }
    assert_eq!(Session::replay(&list, None).err(), Some(Error::TooManyEdits));
    // Every changed number of a sample makes a list of those before it.
    let inputs = |count: u32| {
        let mut list = vec![20003.0, 0.0, 2.0, 50.0, 1.0, 50.0];
        list.extend([0.5; 2_550]);
        list.extend([7.0, 2.0, 1.0, 7.0, 2.0, 50.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 50.0, 1.0, 0.0]);
        list.push(f64::from(count));
        for index in 0..count {
            let (sample, input) = (f64::from(index / 50), f64::from(index % 50));
            list.extend([0.0, 0.0, 0.0, 0.0, 6.0, sample, input, 0.25]);
        }
        Session::replay(&list, None)
    };
    assert!(inputs(1_000).is_ok());
    assert_eq!(inputs(2_000).err(), Some(Error::TooManyEdits));
}
