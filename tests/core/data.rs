//! Sessions with other data sets: opening, editing, undoing, replaying.

use backstep::{
    Conventions, DataSet, DataSettings, Edit, Error, Example, Generated, GeneratedKind, Images, MAX_ROWS,
    Network, Position, Samples, Session, Sizes, State, Step, StepUnit, TailStep, TrainTestSplit, permutation,
};

pub(crate) fn moons(count: usize) -> DataSet {
    DataSet::generated(Generated { kind: GeneratedKind::Moons, rule: 0, count, noise: 0.3, seed: 5 })
        .expect("in range")
}

pub(crate) fn settings(sizes: &[usize], split: TrainTestSplit) -> DataSettings {
    let sizes = Sizes::new(sizes).expect("small");
    DataSettings { sizes, seed: 9, eta: 1.0, mini_batch_size: 10, conventions: Conventions::default(), split }
}

const SHARE: TrainTestSplit = TrainTestSplit::Share { share: 0.2, seed: 3 };

/// 20 images of 4 pixels and 3 classes.
fn images(top: u8) -> Samples {
    let mut images = Images::new(4, 3, top, 20).expect("small");
    for i in 0..20_u8 {
        images.add_pixels(&[i % top, 1, 0]).expect("room");
        images.add_pixels(&[top]).expect("room");
        images.add_labels(&[i % 3]).expect("room");
    }
    images.samples().expect("complete")
}

#[test]
fn images_become_scaled_pixels_and_one_hot_labels() {
    let samples = images(16);
    assert_eq!((samples.count(), samples.inputs(), samples.outputs()), (20, 4, 3));
    assert_eq!(samples.x(5), [5.0 / 16.0, 1.0 / 16.0, 0.0, 1.0]);
    assert_eq!(samples.y(5), [0.0, 0.0, 1.0]);
}

#[test]
fn invalid_images_are_refused() {
    let image = || Images::new(4, 3, 16, 2).expect("small");
    let refused = |result: Result<(), Error>| result.expect_err("refused").to_string();
    assert_eq!(refused(image().add_pixels(&[0; 9])), "The list of pixels needs 8 numbers, but 9 were given.");
    assert_eq!(refused(image().add_pixels(&[17])), "A pixel must be a whole number from 0 to 16.");
    assert_eq!(refused(image().add_labels(&[3])), "A label must be a whole number from 0 to 2.");
    assert!(image().samples().is_err(), "nothing was added");
    assert!(Images::new(4, 3, 16, 100_001).is_err() && Images::new(1025, 3, 16, 1).is_err());
    assert!(Images::new(4, 0, 16, 1).is_err() && Images::new(4, 3, 0, 1).is_err());
}

#[test]
fn training_uses_the_training_samples_and_evaluation_the_test_samples() {
    let mut session = Session::with_data(moons(100), settings(&[2, 3, 1], SHARE)).expect("fits");
    let (train, test) = SHARE.split(&moons(100).samples).expect("two parts");
    let test = test.expect("a fifth");
    assert_eq!((train.count(), test.count()), (80, 20));
    let end =
        session.neighbour(Position::ORIGIN, StepUnit::Epoch, true).expect("forward").expect("has no end");
    let state = session.state_at(Position { step: end.step - 1, ..end }).expect("a position");
    assert_eq!((state.step, state.sample_count, state.mini_batches), (Step::Tail(TailStep::Evaluate), 80, 8));

    let mut net = Network::new(&[2, 3, 1], 9).expect("small");
    let mut order = vec![0; 80];
    permutation(9, 0, &mut order);
    for batch in order.chunks(10) {
        let pick = |part: fn(&Samples, usize) -> Vec<f64>| -> Vec<f64> {
            batch.iter().flat_map(|at| part(&train, *at as usize)).collect()
        };
        let batch = Samples::new(2, 1, 10, &pick(Samples::x), &pick(Samples::y)).expect("a part");
        net.update_mini_batch(&batch, 1.0).expect("finite");
    }
    assert_eq!(state.parameters.weights[1].as_deref(), net.weights(2).as_slice());
    let evaluation = net.evaluate(&test).expect("fits");
    assert_eq!((state.evaluation, evaluation.total), (Some(evaluation), 20));
}

#[test]
fn opening_other_data_starts_anew_and_undo_restores_the_old_session() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.advance(20, || true).expect("finite");
    let at = session.position_of(7).expect("in reach");
    let before = session.state_at(at).expect("a position");
    session.open_data(at, moons(50), settings(&[2, 4, 1], SHARE)).expect("fits");
    let now = session.state_at(Position::ORIGIN).expect("a position");
    assert_eq!((now.example, now.sizes.as_slice(), now.sample_count), (None, [2, 4, 1].as_slice(), 40));
    assert_eq!(session.undo(Position::ORIGIN), Some(at));
    assert_eq!(session.state_at(at).expect("a position"), before);
    assert_eq!(session.redo(at), Some(Position::ORIGIN));
    assert_eq!(session.state_at(Position::ORIGIN).expect("a position"), now);
}

#[test]
fn invalid_data_is_refused_and_changes_nothing() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    let at = Position { sample: 1, ..Position::ORIGIN };
    let before = session.state_at(at).expect("a position");
    let fine = || settings(&[2, 4, 1], SHARE);
    let share = |share| DataSettings { split: TrainTestSplit::Share { share, seed: 0 }, ..fine() };
    let ends = |train, test| DataSettings { split: TrainTestSplit::Ends { train, test }, ..fine() };
    for (settings, sentence) in [
        (
            settings(&[3, 4, 1], SHARE),
            "The data has 2 inputs and 1 targets; the first and the last layer must",
        ),
        (DataSettings { eta: f64::NAN, ..fine() }, "eta must be a finite number."),
        (DataSettings { seed: 1 << 60, ..fine() }, "The seed must be a whole number from 0 to"),
        (
            DataSettings { mini_batch_size: 41, ..fine() },
            "The mini-batch size must be a whole number from 1 to 40.",
        ),
        (share(f64::INFINITY), "The share of the test data must be a finite number."),
        (share(1.5), "The share of the test data must be a number from 0 to 1."),
        (share(0.0), "Of 50 samples at least one must be trained with"),
        (share(1.0), "Of 50 samples at least one must be trained with"),
        (ends(50, 1), "Of 50 samples at least one must be trained with"),
        (ends(0, 1), "Of 50 samples at least one must be trained with"),
        (ends(usize::MAX, 1), "Of 50 samples at least one must be trained with"),
    ] {
        let refusal = session.open_data(at, moons(50), settings).expect_err(sentence).to_string();
        assert!(refusal.starts_with(sentence), "{refusal}");
    }
    assert_eq!(session.state_at(at).expect("a position"), before);
    assert!(!session.can_undo());
}

#[test]
fn changed_samples_keep_the_network_and_the_settings() {
    let mut session = Session::with_data(moons(50), settings(&[2, 4, 1], SHARE)).expect("fits");
    let at = session.position_of(6).expect("in reach");
    session.edit(at, Edit::Eta(0.5), false).expect("finite");
    let before = session.state_at(at).expect("a position");
    let tested = session.beginning().test.clone().expect("kept apart");
    let trained = session.beginning().samples.clone();
    let rows = |samples: &Samples, part: fn(&Samples, usize) -> Vec<f64>| -> Vec<f64> {
        (0..samples.count()).flat_map(|row| part(samples, row)).collect()
    };
    // Without the first sample of the mini-batch.
    let xs = [&rows(&trained, Samples::x)[2..], &rows(&tested, Samples::x)].concat();
    let ys = [&rows(&trained, Samples::y)[1..], &rows(&tested, Samples::y)].concat();
    let fewer = Samples::new(2, 1, 49, &xs, &ys).expect("finite");
    session.change_samples(at, fewer).expect("fits");
    let after = session.state_at(Position::ORIGIN).expect("a position");
    assert_eq!(after.parameters, before.parameters);
    assert_eq!((after.eta, after.sample_count, after.mini_batch_size), (0.5, 39, 10));
    let still = session.beginning().test.clone().expect("kept apart");
    assert_eq!(
        (rows(&still, Samples::x), rows(&still, Samples::y)),
        (rows(&tested, Samples::x), rows(&tested, Samples::y))
    );
    assert_eq!(rows(&session.beginning().samples, Samples::x), rows(&trained, Samples::x)[2..]);
    assert_eq!(session.undo(Position::ORIGIN), Some(at));
    assert_eq!(session.state_at(at).expect("a position"), before);
    let wrong = Samples::new(1, 1, 1, &[1.0], &[1.0]).expect("a sample");
    assert!(session.change_samples(at, wrong).is_err());
    let none =
        Samples::new(2, 1, 10, &rows(&tested, Samples::x), &rows(&tested, Samples::y)).expect("finite");
    assert_eq!(session.change_samples(at, none), Err(Error::TrainTestSplit { count: 10 }));
    assert_eq!(session.state_at(at).expect("a position"), before);
}

#[test]
fn a_state_lists_100_samples_of_a_big_mini_batch_and_computes_with_all() {
    let m = 250;
    let all = DataSettings { mini_batch_size: m, ..settings(&[2, 4, 1], TrainTestSplit::All) };
    let mut session = Session::with_data(moons(m), all).expect("fits");
    let samples = session.beginning().samples.clone();
    let mut order = vec![0; m];
    permutation(9, 0, &mut order);
    let at = Position { sample: 200, step: 4, ..Position::ORIGIN };
    let state = session.state_at(at).expect("a position");
    let stage = state.on_stage.expect("a sample is on the stage");
    assert_eq!((state.rows.len(), stage.sample), (MAX_ROWS, order[200] as usize));
    assert_eq!((stage.x, stage.y), (samples.x(stage.sample), samples.y(stage.sample)));
    assert!(state.rows.iter().all(|row| row.cost.is_some()));
    let end = session.state_at(Position { sample: m as u64, ..Position::ORIGIN }).expect("a position");
    let network = Network::from_parameters(&[2, 4, 1], &flat(&end)).expect("finite");
    let mean = network.cost(&samples).expect("fits");
    assert!((end.mini_batch_cost.expect("known") - mean).abs() < 1e-15, "of all, not of those listed");
}

/// Returns weights and biases as one list.
fn flat(state: &State) -> Vec<f64> {
    let layers = state.parameters.weights.iter().zip(&state.parameters.biases);
    layers.flat_map(|(w, b)| [w, b]).flatten().flatten().copied().collect()
}

/// Returns sessions with every origin of data, and the samples that each needs for a replay.
fn sessions() -> Vec<(Session, Option<Samples>)> {
    let small = Samples::new(2, 1, 3, &[1., 2., 3., 4., 5., 6.], &[0., 1., 0.]).expect("finite");
    let big: Vec<f64> = (0..4_001).map(f64::from).collect();
    let big = Samples::new(1, 1, 4_001, &big, &vec![0.5; 4_001]).expect("finite");
    let ends = TrainTestSplit::Ends { train: 2, test: 1 };
    let open = |data, sizes: &[usize], split| {
        let one = DataSettings { mini_batch_size: 1, ..settings(sizes, split) };
        Session::with_data(data, one).expect("fits")
    };
    vec![
        (open(moons(50), &[2, 3, 1], SHARE), None),
        (open(DataSet::given(small, true), &[2, 2, 1], ends), None),
        (open(DataSet::given(big.clone(), false), &[1, 2, 1], TrainTestSplit::All), Some(big)),
        (open(DataSet::given(images(16), true), &[4, 2, 3], SHARE), Some(images(16))),
    ]
}

#[test]
fn a_replayed_journal_gives_the_same_session_for_every_origin_of_data() {
    for (mut session, data) in sessions() {
        let at = Position { mini_batch: 1, ..Position::ORIGIN };
        // An edited sample, sizes changed and changed back, then a new seed.
        session.edit(at, Edit::Input { sample: 1, index: 0, value: 0.25 }, false).expect("finite");
        session.edit(at, Edit::Target { sample: 0, index: 0, value: 0.75 }, false).expect("finite");
        let sizes = session.state_at(at).expect("a position").sizes;
        for more in [2, 1] {
            let mut new = sizes.as_slice().to_vec();
            new[0] += more;
            let edit = Edit::Sizes {
                sizes: Sizes::new(&new).expect("small"),
                kept_layers: vec![Some(0), Some(1), Some(2)],
            };
            session.edit(at, edit, false).expect("fits");
        }
        session.restart_with_seed(at, 77, false).expect("in range");
        session.edit(at, Edit::Eta(0.5), false).expect("finite");
        let journal = session.journal_numbers();
        assert!(journal.len() < 200, "{} numbers", journal.len());
        let mut again = Session::replay(&journal, data.as_ref()).expect("its own journal");
        assert_eq!(again.journal_numbers(), journal);
        let later = Position { epoch: 1, ..at };
        assert_eq!(again.state_at(later), session.state_at(later));
        assert_eq!(again.state_at(later).expect("a position").rows[0].x.len(), sizes.inputs() + 1);
        for cut in 0..journal.len() {
            assert!(Session::replay(&journal[..cut], data.as_ref()).is_err(), "cut at {cut}");
        }
    }
}

#[test]
fn replaying_with_big_data_needs_the_same_data_again() {
    for (session, data) in sessions().into_iter().filter(|(_, data)| data.is_some()) {
        let data = data.expect("filtered");
        let journal = session.journal_numbers();
        let sentence = format!(
            "This session needs the data it was made with, {} samples, which is not here.",
            data.count()
        );
        let refused = |given| Session::replay(&journal, given).expect_err("not the same").to_string();
        assert_eq!(refused(None), sentence);
        assert_eq!(refused(Some(&images(8))), sentence, "other pixels");
        assert!(Session::replay(&journal, Some(&data)).is_ok());
    }
}

#[test]
fn editing_one_sample_of_many_copies_only_the_change() {
    let mut many = Images::new(784, 10, 255, 20_000).expect("room");
    many.add_pixels(&vec![128; 784 * 20_000]).expect("room");
    many.add_labels(&vec![3; 20_000]).expect("room");
    let one = DataSettings { split: TrainTestSplit::All, ..settings(&[784, 2, 10], SHARE) };
    let data = DataSet::given(many.samples().expect("complete"), true);
    let mut session = Session::with_data(data, one).expect("fits");
    let start = std::time::Instant::now();
    for index in 0..500 {
        session.edit(Position::ORIGIN, Edit::Input { sample: 7, index, value: 0.0 }, false).expect("fits");
    }
    // 500 copies of 16 million bytes, as doubles, would take 63 GB.
    assert!(start.elapsed().as_secs() < 20);
    let samples = &session.settings_at(Position::ORIGIN).expect("a position").samples;
    assert_eq!((samples.x(7)[499], samples.x(7)[500], samples.x(8)[0]), (0.0, 128.0 / 255.0, 128.0 / 255.0));
}

#[test]
fn memory_for_earlier_data_sets_is_bounded() {
    let mut session = Session::open(Example::Majority, None).expect("opens");
    for label in 0..9_u8 {
        let mut images = Images::new(1_000, 10, 255, 20_000).expect("room");
        images.add_pixels(&vec![label; 20_000_000]).expect("room");
        images.add_labels(&vec![label; 20_000]).expect("room");
        let data = DataSet::given(images.samples().expect("complete"), true);
        let one = settings(&[1_000, 1, 10], TrainTestSplit::All);
        session.open_data(Position::ORIGIN, data, one).expect("fits");
        session.edit(Position::ORIGIN, Edit::Eta(0.5), false).expect("finite");
    }
    // 128 MiB: six data sets of 20 MB besides the open one.
    let mut undone = 0;
    while session.undo(Position::ORIGIN).is_some() {
        undone += 1;
    }
    assert_eq!(undone, 1 + 6 * 2);
    let state = session.state_at(Position::ORIGIN).expect("a position");
    assert_eq!(state.rows[0].x[0], 2.0 / 255.0);
}
