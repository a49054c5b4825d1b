//! Conventions: whether the cost is halved, gradients are averaged and biases trained.

use backstep::{
    Conventions, Edit, Example, Position, Questions, SampleStep, Session, Sizes, State, Step, StepUnit,
};

const BOOK: Conventions = Conventions { train_biases: true, halve_cost: true, average_gradients: true };
/// The update of the first mini-batch, which has four samples.
const UPDATE: Position = Position { epoch: 0, mini_batch: 0, sample: 4, step: 2 };

/// A session of an example with these conventions from the start.
fn session(example: Example, conventions: Conventions) -> Session {
    let mut session = Session::open(example, None).expect("opens");
    session.edit(Position::ORIGIN, Edit::Conventions(conventions), false).expect("fits everywhere");
    session
}

fn state(conventions: Conventions, position: Position) -> State {
    session(Example::Majority, conventions).state_at(position).expect("a position")
}

/// All eight combinations.
fn all() -> impl Iterator<Item = Conventions> {
    (0..8).map(|bits| Conventions {
        train_biases: bits & 1 != 0,
        halve_cost: bits & 2 != 0,
        average_gradients: bits & 4 != 0,
    })
}

fn doubled(lists: &[Option<Vec<f64>>]) -> Vec<Option<Vec<f64>>> {
    lists.iter().map(|list| list.as_ref().map(|list| list.iter().map(|x| 2.0 * x).collect())).collect()
}

#[test]
fn the_default_conventions_are_the_books() {
    assert_eq!(Conventions::default(), BOOK);
    for example in Example::ALL {
        assert_eq!(example.start().expect("opens").conventions, BOOK);
    }
}

#[test]
fn mazurs_cost_after_one_update_with_and_without_trained_biases() {
    for (train_biases, error) in [(false, 0.291_027_773_694), (true, 0.280_471_446_791)] {
        let mut session = session(Example::Mazur, Conventions { train_biases, ..BOOK });
        let cost = Position { epoch: 1, step: 5, ..Position::ORIGIN };
        let state = session.state_at(cost).expect("a position");
        assert_eq!(state.step, Step::Sample(SampleStep::Cost));
        let got = state.on_stage.and_then(|stage| stage.cost).expect("known");
        // The expected values have twelve decimals.
        assert!((got - error).abs() < 1e-12, "{got} is not {error}");
        // The answer does not depend on the position or the conventions in force.
        let mut book = Session::open(Example::Mazur, None).expect("opens");
        let asked =
            Questions::new(&mut book).cost_after(Position::ORIGIN, Conventions { train_biases, ..BOOK });
        assert_eq!(asked, Ok(Some(got)));
    }
}

#[test]
fn without_halved_cost_the_cost_and_every_gradient_are_doubled() {
    let full = Conventions { halve_cost: false, ..BOOK };
    let last = Position { step: 10, ..Position::ORIGIN };
    let (book, full) = (state(BOOK, last), state(full, last));
    let (book, full) = (book.on_stage.expect("on stage"), full.on_stage.expect("on stage"));
    assert_eq!((&full.z, &full.a, &full.slope), (&book.z, &book.a, &book.slope));
    assert_eq!(full.cost, book.cost.map(|cost| 2.0 * cost));
    assert_eq!(full.delta, doubled(&book.delta));
    assert_eq!(full.carried, doubled(&book.carried));
    assert_eq!(full.nabla.weights, doubled(&book.nabla.weights));
    assert_eq!(full.nabla.biases, doubled(&book.nabla.biases));
}

#[test]
fn without_averaged_gradients_the_update_takes_the_sum() {
    let state = state(Conventions { average_gradients: false, ..BOOK }, UPDATE);
    assert_eq!(state.mean, state.sum);
    let (steps, eta) = state.parameter_steps.expect("known");
    let times = |x: &f64| -eta * x;
    let sum = state.sum.expect("known").weights;
    let expected: Vec<_> =
        sum.iter().map(|w| w.as_ref().map(|w| w.iter().map(times).collect::<Vec<_>>())).collect();
    assert_eq!(steps.weights, expected);
    // The cost is still averaged, so that mini-batches of different sizes can be compared.
    assert_eq!(state.mini_batch_cost, self::state(BOOK, UPDATE).mini_batch_cost);
}

#[test]
fn untrained_biases_keep_their_bits_while_their_gradients_are_computed() {
    let frozen = Conventions { train_biases: false, ..BOOK };
    let (before, after) = (state(frozen, Position::ORIGIN), state(frozen, UPDATE));
    assert_eq!(after.parameters.biases, before.parameters.biases);
    let book = state(BOOK, UPDATE);
    assert_eq!(after.parameters.weights, book.parameters.weights);
    assert_ne!(after.parameters.biases, book.parameters.biases);
    assert_eq!(after.mean, book.mean);
    let (steps, _) = after.parameter_steps.expect("known");
    assert!(steps.biases.iter().all(Option::is_none), "absent, not 0");
    assert_eq!(steps.weights, book.parameter_steps.expect("known").0.weights);
}

#[test]
fn the_gradient_check_agrees_under_every_convention() {
    for conventions in all() {
        let mut session = session(Example::Parity, conventions);
        for at in [Position { sample: 1, step: 5, ..Position::ORIGIN }, UPDATE] {
            for one in Questions::new(&mut session).gradient_check_all(at, 1e-5).expect("finite") {
                assert!((one.secant.expect("h counts") - one.slope).abs() < 1e-9, "{conventions:?}: {one:?}");
            }
        }
    }
}

#[test]
fn stepping_training_and_the_eta_curve_agree_under_every_convention() {
    // Networks of few neurons are trained by other code than bigger ones.
    for (conventions, hidden) in all().flat_map(|conventions| [(conventions, 2), (conventions, 9)]) {
        let begin = || {
            let mut session = session(Example::Majority, conventions);
            let sizes = Sizes::new(&[3, hidden, 1]).expect("small");
            let kept_layers = vec![Some(0), Some(1), Some(2)];
            session.edit(Position::ORIGIN, Edit::Sizes { sizes, kept_layers }, false).expect("fits");
            // Edited samples are read by other code than those of the data set.
            for edit in [
                Edit::Input { sample: 3, index: 1, value: 0.3 },
                Edit::Target { sample: 6, index: 0, value: 0.7 },
            ] {
                session.edit(Position::ORIGIN, edit, false).expect("fits");
            }
            session
        };
        let (mut stepped, mut trained) = (begin(), begin());
        trained.advance(4, || true).expect("finite");
        let costs = trained.timeline().costs.mean().to_vec();
        for index in 0..4 {
            let at = stepped.position_of(index).expect("in reach");
            let curve = Questions::new(&mut stepped).eta_curve(at, &[3.0, 0.0]).expect("finite");
            let shown = stepped.state_at(at).expect("a position");
            assert_eq!(shown.mini_batch_cost, curve[1], "eta 0 changes nothing");
            assert_eq!(shown.mini_batch_cost, Some(costs[index as usize]), "{conventions:?}");
            // The update comes from stepping, the network of the next mini-batch from training.
            let next =
                stepped.neighbour(at, StepUnit::Sample, true).expect("a position").expect("there is one");
            let next = trained.state_at(Position { sample: 0, step: 0, ..next }).expect("a position");
            assert_eq!(
                (next.index, next.parameters),
                (index + 1, shown.parameters.clone()),
                "{conventions:?}"
            );
            assert_eq!(trained.state_at(at), Ok(shown));
        }
        let replayed = Session::replay(&trained.journal_numbers(), None).expect("its own journal");
        assert_eq!(replayed.journal_numbers()[2..], trained.journal_numbers()[2..]);
    }
}

#[test]
fn an_edit_at_the_update_applies_to_the_next_mini_batch_and_can_be_undone() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let full = Conventions { halve_cost: false, ..BOOK };
    session.edit(UPDATE, Edit::Conventions(full), false).expect("fits");
    let now = session.state_at(UPDATE).expect("a position");
    assert_eq!((now.conventions, now.conventions_set), (BOOK, full));
    let next = Position { mini_batch: 1, ..Position::ORIGIN };
    assert_eq!(session.state_at(next).expect("a position").conventions, full);
    session.undo(UPDATE);
    assert_eq!(session.state_at(next).expect("a position").conventions, BOOK);
}
