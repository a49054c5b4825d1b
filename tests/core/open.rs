//! Homework: a network and samples opened from given numbers.

use backstep::{
    Conventions, DataSet, DataSettings, Error, Example, Position, SampleStep, Samples, Session, Sizes, Step,
    Subject, TrainTestSplit,
};

const MAZUR: [f64; 12] = [0.15, 0.20, 0.25, 0.30, 0.35, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.60];

fn settings(conventions: Conventions) -> DataSettings {
    let sizes = Sizes::new(&[2, 2, 2]).expect("small");
    DataSettings { sizes, seed: 0, eta: 0.5, mini_batch_size: 1, conventions, split: TrainTestSplit::All }
}

fn data() -> DataSet {
    let samples = Samples::new(2, 2, 1, &[0.05, 0.10], &[0.01, 0.99]).expect("finite");
    DataSet::given(samples, false)
}

#[test]
fn a_given_network_computes_like_the_example_and_undo_restores_the_old_session() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.advance(3, || true).expect("finite");
    let at = Position { sample: 1, step: 4, ..Position::ORIGIN };
    let before = session.state_at(at).expect("a position");
    let frozen = Conventions { train_biases: false, ..Conventions::default() };
    session.open_network(at, data(), settings(frozen), &MAZUR).expect("fits");
    let cost = Position { epoch: 1, step: 5, ..Position::ORIGIN };
    let state = session.state_at(cost).expect("a position");
    assert_eq!((state.step, state.conventions), (Step::Sample(SampleStep::Cost), frozen));
    let error = state.on_stage.and_then(|stage| stage.cost).expect("known");
    assert!((error - 0.291_027_773_694).abs() < 1e-12, "{error}");

    let mut replayed = Session::replay(&session.journal_numbers(), None).expect("its own journal");
    assert_eq!(replayed.state_at(cost), session.state_at(cost));
    assert_eq!(session.undo(cost), Some(at));
    assert_eq!((session.state_at(at), session.completed()), (Ok(before), 3));
}

#[test]
fn an_invalid_network_is_refused_and_changes_nothing() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let journal = session.journal_numbers();
    let book = Conventions::default();
    let nowhere = Position { sample: 99, ..Position::ORIGIN };
    let few = session.open_network(Position::ORIGIN, data(), settings(book), &MAZUR[1..]);
    assert!(matches!(few, Err(Error::Length { expected: 12, got: 11, .. })));
    let mut infinite = MAZUR;
    infinite[3] = f64::INFINITY;
    let refused = session.open_network(Position::ORIGIN, data(), settings(book), &infinite);
    assert_eq!(refused, Err(Error::ParameterNotFinite { index: 3 }));
    let wide = DataSettings { sizes: Sizes::new(&[3, 2, 2]).expect("small"), ..settings(book) };
    assert!(session.open_network(Position::ORIGIN, data(), wide, &MAZUR).is_err());
    let eta = DataSettings { eta: f64::NAN, ..settings(book) };
    assert_eq!(
        session.open_network(Position::ORIGIN, data(), eta, &MAZUR),
        Err(Error::NotFinite { what: Subject::Eta })
    );
    assert!(session.open_network(nowhere, data(), settings(book), &MAZUR).is_err());
    assert_eq!(session.journal_numbers(), journal);
    assert!(!session.can_undo());
}
