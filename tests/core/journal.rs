//! Journals as lists of numbers: lists of earlier versions can be read, and the same lists are written.

use backstep::{
    Conventions, DataSet, DataSettings, Edit, Example, Generated, GeneratedKind, Position, Samples, Session,
    Sizes, TrainTestSplit,
};

fn position(epoch: u64, mini_batch: u64, sample: u64, step: u64) -> Position {
    Position { epoch, mini_batch, sample, step }
}

/// A session made from this list, and one made anew, both write this list.
fn check(list: &[f64], data: Option<&Samples>, mut anew: Session) {
    let mut read = Session::replay(list, data).expect("a list of an earlier version");
    assert_eq!(read.unfinished(), list[1] as u64);
    read.advance(read.unfinished(), || true).expect("finite");
    assert_eq!(read.journal_numbers(), list);
    assert_eq!(anew.journal_numbers(), list);
    let end = position(0, 1, 0, 0);
    assert_eq!(read.state_at(end), anew.state_at(end));
}

#[test]
fn every_kind_of_edit_has_its_number() {
    #[rustfmt::skip]
    let list = [
        20003.0, 5.0, 0.0, 0.0, 45.0, 3.0, 4.0, 7.0, 3.0, 3.0, 2.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0,
        3.0, 1.0, 0.0, 9.0,
        0.0, 0.0, 0.0, 3.0, 0.0, 0.25,
        0.0, 0.0, 0.0, 4.0, 3.0, 2.0, 1.0, 2.0, -0.5,
        0.0, 0.0, 0.0, 5.0, 4.0, 3.0, 0.0, 1.5,
        0.0, 0.0, 1.0, 0.0, 6.0, 3.0, 2.0, 0.75,
        0.0, 0.0, 1.0, 0.0, 7.0, 3.0, 0.0, 0.5,
        0.0, 1.0, 0.0, 0.0, 1.0, 3.0,
        0.0, 1.0, 0.0, 0.0, 8.0, 2.0,
        0.0, 1.0, 3.0, 2.0, 2.0, 4.0, 3.0, 1.0, 2.0, 1.0, 0.0, -1.0, 1.0, 2.0,
        1.0, 0.0, 0.0, 0.0, 5.0, 11.0, 0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0, 1.125, 1.25,
    ];
    // The first example as it was before its weights were given: those of its seed.
    let mut session = Session::open(Example::Majority, Some(45)).expect("opens");
    let conventions = Conventions { train_biases: false, halve_cost: true, average_gradients: false };
    let sizes = Sizes::new(&[3, 1, 2, 1]).expect("small");
    for (at, edit) in [
        (position(0, 0, 0, 3), Edit::Eta(0.25)),
        (position(0, 0, 0, 4), Edit::Weight { layer: 2, to: 1, from: 2, value: -0.5 }),
        (position(0, 0, 0, 5), Edit::Bias { layer: 3, neuron: 0, value: 1.5 }),
        (position(0, 0, 1, 0), Edit::Input { sample: 3, index: 2, value: 0.75 }),
        (position(0, 0, 1, 0), Edit::Target { sample: 3, index: 0, value: 0.5 }),
        (position(0, 1, 0, 0), Edit::MiniBatchSize(3)),
        (position(0, 1, 0, 0), Edit::Conventions(conventions)),
        (position(0, 1, 3, 2), Edit::Sizes { sizes, kept_layers: vec![Some(0), None, Some(1), Some(2)] }),
        (position(1, 0, 0, 0), Edit::Parameters((0..11).map(|i| f64::from(i) / 8.0).collect())),
    ] {
        session.edit(at, edit, false).expect("fits");
    }
    session.advance(5, || true).expect("finite");
    check(&list, None, session);
}

#[test]
fn the_start_of_the_first_example_is_in_its_journal() {
    #[rustfmt::skip]
    let given = [
        20003.0, 2.0, 0.0, 0.0, 45.0, 3.0, 4.0, 7.0, 3.0, 3.0, 2.0, 1.0,
        11.0, 0.36, -0.54, -0.52, 0.52, 0.39, 1.17, 0.65, -1.4, -1.39, 1.29, -0.55,
        1.0, 0.0, 0.0, 0.0, 3.0, 1.0, 0.0, 0.0,
    ];
    let mut session = Session::open(Example::Majority, None).expect("opens");
    session.advance(2, || true).expect("finite");
    check(&given, None, session);
    // A list from before has no parameters, and keeps those of the seed.
    let mut before = given[..12].to_vec();
    before.extend([0.0].iter().chain(&given[24..]));
    let mut session = Session::open(Example::Majority, Some(45)).expect("opens");
    session.advance(2, || true).expect("finite");
    check(&before, None, session);
}

fn settings(sizes: &[usize], split: TrainTestSplit) -> DataSettings {
    let sizes = Sizes::new(sizes).expect("small");
    DataSettings { sizes, seed: 7, eta: 2.0, mini_batch_size: 1, conventions: Conventions::default(), split }
}

#[test]
fn every_origin_and_split_of_the_data_has_its_number() {
    #[rustfmt::skip]
    let generated = [
        20003.0, 0.0, 1.0, 4.0, 3.0, 20.0, 0.5, 9.0, 7.0, 2.0, 1.0, 7.0, 3.0, 2.0, 3.0, 1.0, 0.0,
        1.0, 1.0, 0.25, 11.0,
        2.0, 1.0, 0.0, 0.0,
    ];
    let set = Generated { kind: GeneratedKind::ALL[4], rule: 3, count: 20, noise: 0.5, seed: 9 };
    let split = TrainTestSplit::Share { share: 0.25, seed: 11 };
    let data = DataSet::generated(set).expect("in range");
    check(&generated, None, Session::with_data(data, settings(&[2, 3, 1], split)).expect("fits"));

    #[rustfmt::skip]
    let numbers = [
        20003.0, 0.0, 2.0, 1.0, 1.0, 3.0, 0.0, 1.0, 2.0, 0.5, 0.25, 0.125, 7.0, 2.0, 1.0, 7.0, 2.0,
        1.0, 1.0, 0.0, 1.0,
        2.0, 2.0, 1.0, 1.0, 1.0, 0.0, 0.0,
    ];
    let samples = Samples::new(1, 1, 3, &[0.0, 1.0, 2.0], &[0.5, 0.25, 0.125]).expect("fits");
    let split = TrainTestSplit::Ends { train: 2, test: 1 };
    let data = DataSet::given(samples, true);
    check(&numbers, None, Session::with_data(data, settings(&[1, 1], split)).expect("fits"));

    #[rustfmt::skip]
    let fingerprint = [
        20003.0, 0.0, 3.0, 1.0, 1.0, 2001.0, 7597169439670204.0, 7.0, 2.0, 1.0, 7.0, 2.0, 1.0, 1.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 1.0, 1.0, 0.0, 0.0,
    ];
    let xs: Vec<f64> = (0..2001).map(f64::from).collect();
    let samples = Samples::new(1, 1, 2001, &xs, &[0.0; 2001]).expect("fits");
    let data = DataSet::given(samples.clone(), false);
    let anew = Session::with_data(data, settings(&[1, 1], TrainTestSplit::All)).expect("fits");
    check(&fingerprint, Some(&samples), anew);
}
