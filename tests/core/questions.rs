//! Questions are about their position: what is asked there is about the network, the settings and the samples
//! in force there, whatever is edited after it.

use backstep::{
    DataSet, DataSettings, Edit, Error, Example, NoDifference, Position, Questions, Samples, Session, Sizes,
    State, StepUnit, TrainTestSplit,
};
use proptest::prelude::*;

use crate::strategies::{Act, act, acts, example, fitting};

/// Every answer about a position, as text: NaN is equal to itself there.
fn answers(session: &mut Session, at: Position) -> String {
    // How many mini-batches an epoch has depends on changes of their size anywhere in it.
    let state = session.state_at(at).map(|state| State { mini_batches: 0, ..state });
    let settings = session.settings_at(at).map(|settings| format!("{:?}", settings.sizes));
    let inputs = session.settings_at(at).map_or(1, |settings| settings.sizes.inputs());
    let samples = session
        .evaluation_samples(at)
        .map(|samples| (0..samples.count()).map(|i| (samples.x(i), samples.y(i))).collect::<Vec<_>>());
    let single = session
        .evaluation_sample_session(at, 1)
        .and_then(|mut single| single.state_at(Position { step: 3, ..Position::ORIGIN }));
    let index = session.index_of(at);
    let conventions = Default::default();
    let mut ask = Questions::new(session);
    let mini_batch = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        ask.eta_curve(at, &[0.0, 0.5, 1e308]),
        ask.cost_after(at, conventions),
        ask.gradient_check(at, 0, 1e-5),
        ask.gradient_check_all(at, 1e-3),
        ask.norms(at),
        ask.ledger(at, 0),
    );
    let outputs = format!(
        "{:?} {:?} {:?} {:?}",
        ask.map(at, 3, true),
        ask.map(at, 2, false),
        ask.confusion(at, 100),
        ask.answer(at, &vec![0.25; inputs]),
    );
    format!("{state:?} {settings:?} {samples:?} {single:?} {index:?} {mini_batch} {outputs}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// An edit changes no answer at the positions before it acts.
    #[test]
    fn no_answer_at_a_position_is_changed_by_an_edit_after_it(
        example in example(),
        acts in acts(true),
        kind in 0_u8..9,
        number in any::<u16>(),
        on in 0_usize..4,
    ) {
        let mut session = Session::open(example, None).unwrap();
        let mut at = Position::ORIGIN;
        let mut seen = vec![at];
        for one in &acts {
            at = act(&mut session, at, one);
            if matches!(one, Act::Edit(..)) {
                seen.clear();
            }
            seen.push(at);
            if session.state_at(at).is_err() {
                return Ok(());
            }
        }
        for _ in 0..on {
            at = session.neighbour(at, StepUnit::Step, true).unwrap().unwrap();
            seen.push(at);
        }
        let Ok(state) = session.state_at(at) else { return Ok(()) };
        // An edit acts from the start of its mini-batch, or from its update.
        let updated = state.position.sample == state.plan.m && state.position.step >= 2;
        let (sample, step) = if updated { (state.plan.m, 2) } else { (0, 0) };
        let acts_from = Position { sample, step, ..at };
        seen.retain(|seen| *seen < acts_from);
        seen.sort();
        seen.dedup();
        let before: Vec<String> = seen.iter().map(|at| answers(&mut session, *at)).collect();
        session.edit(at, fitting(&state, kind, number), false).unwrap();
        for (at, before) in seen.iter().zip(&before) {
            prop_assert_eq!(&answers(&mut session, *at), before, "{:?}", at);
        }
        // The same in a session that never was anywhere else.
        let mut replayed = Session::replay(&session.journal_numbers(), None).unwrap();
        for (at, before) in seen.iter().zip(&before) {
            prop_assert_eq!(&answers(&mut replayed, *at), before, "{:?}", at);
        }
        prop_assert_eq!(answers(&mut replayed, Position::ORIGIN), answers(&mut session, Position::ORIGIN));
    }
}

/// One sample of three classes, its class changed to two after the update.
#[test]
fn the_confusion_before_an_update_has_the_classes_of_its_position() {
    let samples = Samples::new(1, 3, 1, &[0.0], &[0.0, 1.0, 0.0]).expect("fits");
    let settings = DataSettings {
        sizes: Sizes::new(&[1, 3]).expect("small"),
        seed: 0,
        eta: 1.0,
        mini_batch_size: 1,
        conventions: Default::default(),
        split: TrainTestSplit::All,
    };
    let mut session = Session::with_data(DataSet::given(samples, true), settings).expect("fits");
    let parameters = Edit::Parameters(vec![0.0, 0.0, 0.0, -5.0, -5.0, 5.0]);
    session.edit(Position::ORIGIN, parameters, false).expect("fits");
    let update = Position { sample: 1, step: 2, ..Position::ORIGIN };
    let sizes = Sizes::new(&[1, 2]).expect("small");
    let edit = Edit::Sizes { sizes, kept_layers: vec![Some(0), Some(1)] };
    session.edit(update, edit, false).expect("fits");
    let before = Questions::new(&mut session).confusion(Position::ORIGIN, 1).expect("a position");
    assert_eq!((before.classes, before.wrong.len()), (3, 1));
    let after = Questions::new(&mut session).confusion(update, 1).expect("a position");
    assert_eq!(after.classes, 2);
}

#[test]
fn a_target_changed_after_an_update_is_not_counted_before_it() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let before = Questions::new(&mut session).confusion(Position::ORIGIN, 0).expect("a position");
    let update = Position { sample: 4, step: 2, ..Position::ORIGIN };
    session.edit(update, Edit::Target { sample: 0, index: 0, value: 1.0 }, false).expect("fits");
    assert_eq!(Questions::new(&mut session).confusion(Position::ORIGIN, 0), Ok(before));
}

#[test]
fn a_gradient_check_that_overflows_has_no_difference_and_says_why() {
    let samples = Samples::new(1, 1, 1, &[1.0], &[1e300]).expect("finite");
    let settings = DataSettings {
        sizes: Sizes::new(&[1, 1]).expect("small"),
        seed: 0,
        eta: 1.0,
        mini_batch_size: 1,
        conventions: Default::default(),
        split: TrainTestSplit::All,
    };
    let mut session = Session::with_data(DataSet::given(samples, false), settings).expect("fits");
    // From z = 800 on σ' is 0, and so is the slope.
    session.edit(Position::ORIGIN, Edit::Parameters(vec![800.0, 0.0]), false).expect("fits");
    let mut ask = Questions::new(&mut session);
    let check = ask.gradient_check(Position::ORIGIN, 0, 1e-3).expect("a parameter");
    assert_eq!((check.secant, check.difference, check.slope), (None, None, 0.0));
    assert_eq!(check.no_difference, Some(NoDifference::Overflow));
    let check = ask.gradient_check(Position::ORIGIN, 0, 1e-30).expect("a parameter");
    assert_eq!((check.secant, check.difference), (None, None));
    assert_eq!(check.no_difference, Some(NoDifference::Rounding));
    assert!(
        ask.gradient_check_all(Position::ORIGIN, 1e-3)
            .expect("small")
            .iter()
            .all(|one| one.difference.is_none())
    );
}

#[test]
fn a_question_that_would_take_too_long_is_refused() {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    let sizes = Sizes::new(&[2, 1000, 900, 1]).expect("fits");
    let kept_layers = vec![Some(0), None, Some(1), Some(2)];
    session.edit(Position::ORIGIN, Edit::Sizes { sizes, kept_layers }, false).expect("fits");
    let mut ask = Questions::new(&mut session);
    let all = ask.gradient_check_all(Position::ORIGIN, 1e-5);
    assert!(matches!(all, Err(Error::TooMuchWork { .. })), "{:?}", all.map(|all| all.len()));
    assert!(matches!(ask.map(Position::ORIGIN, 200, false), Err(Error::TooMuchWork { .. })));
    assert!(ask.gradient_check(Position::ORIGIN, 0, 1e-5).is_ok());
}
