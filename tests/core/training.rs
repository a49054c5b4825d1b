//! `Network`: `update_mini_batch`, `sgd` and `evaluate`.

use backstep::{Evaluation, Example, Network, Position, Samples, Session, Sgd, class, permutation};
use proptest::prelude::*;

use crate::strategies::{net, sizes};

/// Returns the rows of `samples` in the given order.
fn rows(samples: &Samples, order: &[u32]) -> Samples {
    let pick = |part: fn(&Samples, usize) -> Vec<f64>| {
        order.iter().flat_map(|at| part(samples, *at as usize)).collect::<Vec<_>>()
    };
    let (xs, ys) = (pick(Samples::x), pick(Samples::y));
    Samples::new(samples.inputs(), samples.outputs(), order.len(), &xs, &ys).expect("a part of it")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn all_shapes_follow_from_the_sizes(sizes in sizes(), seed in 0_u64..1000) {
        let (net, samples) = net(&sizes, 1, seed);
        let pass = net.backprop(&samples.x(0), &samples.y(0)).unwrap();
        for l in 2..=sizes.len() {
            let (n, inputs) = (sizes[l - 1], sizes[l - 2]);
            prop_assert_eq!(net.weights(l).dim(), (n, inputs));
            prop_assert_eq!(net.biases(l).len(), n);
            prop_assert_eq!(pass.nabla_w[l - 2].dim(), (n, inputs));
            let lengths = [&pass.z[l - 2], &pass.a[l - 1], &pass.delta[l - 2], &pass.nabla_b[l - 2]];
            prop_assert!(lengths.iter().all(|list| list.len() == n));
        }
    }

    #[test]
    fn eta_0_changes_nothing(sizes in sizes(), seed in 0_u64..1000, m in 1_usize..6) {
        let (mut net, samples) = net(&sizes, m, seed);
        let before = net.clone();
        net.update_mini_batch(&samples, 0.0).unwrap();
        prop_assert_eq!(net, before);
    }

    #[test]
    fn sgd_is_the_updates_of_its_mini_batches(
        sizes in sizes(),
        seed in 0_u64..1000,
        count in 1_usize..12,
        size in 1_usize..12,
    ) {
        let (mut net, samples) = net(&sizes, count, seed);
        let mini_batch_size = size.min(count);
        let mut by_hand = net.clone();
        let mut order = vec![0; count];
        for epoch in 0..3 {
            permutation(seed, epoch, &mut order);
            // The last mini-batch can be smaller, and is divided by its own size.
            for batch in order.chunks(mini_batch_size) {
                by_hand.update_mini_batch(&rows(&samples, batch), 0.7).unwrap();
            }
        }
        let settings = Sgd { epochs: 3, mini_batch_size, eta: 0.7, seed };
        let mut reports = Vec::new();
        let report = |epoch, evaluation| reports.push((epoch, evaluation));
        net.sgd(&samples, settings, Some(&samples), report).unwrap();
        prop_assert_eq!(&net, &by_hand);
        prop_assert_eq!(reports.len(), 3);
        prop_assert_eq!(reports[2], (3, Some(net.evaluate(&samples).unwrap())));
    }
}

#[test]
fn without_test_data_sgd_evaluates_nothing() {
    let (mut net, samples) = net(&[2, 2], 5, 1);
    let mut reports = Vec::new();
    let settings = Sgd { epochs: 2, mini_batch_size: 2, eta: 1.0, seed: 1 };
    net.sgd(&samples, settings, None, |epoch, evaluation| reports.push((epoch, evaluation))).expect("trains");
    assert_eq!(reports, [(1, None), (2, None)]);
}

#[test]
fn arg_max_takes_the_first_of_equals_and_a_single_output_is_compared_with_a_half() {
    assert_eq!(class(&[0.2, 0.9, 0.9]), 1);
    assert_eq!(class(&[0.3, 0.3]), 0);
    assert_eq!((class(&[0.5]), class(&[0.499_999])), (1, 0));
    // With all weights 0 every output is 0.5: class 0 of two outputs, and 1 of a single output.
    let two = Network::from_parameters(&[1, 2], &[0.0; 4]).expect("small");
    let samples = Samples::new(1, 2, 2, &[0.0, 1.0], &[1.0, 0.0, 0.0, 1.0]).expect("finite");
    assert_eq!(two.evaluate(&samples), Ok(Evaluation { correct: 1, total: 2 }));
    let one = Network::from_parameters(&[1, 1], &[0.0; 2]).expect("small");
    let samples = Samples::new(1, 1, 3, &[0.0, 1.0, 2.0], &[1.0, 0.0, 1.0]).expect("finite");
    assert_eq!(one.evaluate(&samples), Ok(Evaluation { correct: 2, total: 3 }));
}

#[test]
fn all_gradients_come_from_the_old_parameters() {
    // The same sample twice, averaged, is the same as once, only if nothing changes in between.
    let (mut once, sample) = net(&[3, 2, 1], 1, 4);
    let mut twice = once.clone();
    once.update_mini_batch(&sample, 2.0).expect("fits");
    twice.update_mini_batch(&rows(&sample, &[0, 0]), 2.0).expect("fits");
    assert_eq!(once, twice);
}

#[test]
fn the_textbook_example_gives_the_published_numbers() {
    // Outputs, errors and updated values as published, to three decimals.
    let mut session = Session::open(Example::Textbook, None).expect("opens");
    let end_of_sample = session.state_at(Position { step: 10, ..Position::ORIGIN }).expect("a position");
    let stage = end_of_sample.on_stage.expect("a sample");
    let rounded = |values: &[f64]| values.iter().map(|v| format!("{v:.3}")).collect::<Vec<_>>();
    let layer = |values: &backstep::ByLayer, l: usize| rounded(values[l - 1].as_ref().expect("known"));
    assert_eq!(layer(&stage.a, 2), ["0.332", "0.525"]);
    assert_eq!(layer(&stage.a, 3), ["0.474"]);
    // The textbook's error has the opposite sign: it adds it, and the update here subtracts.
    assert_eq!(layer(&stage.delta, 3), ["-0.131"]);
    assert_eq!(layer(&stage.delta, 2), ["0.009", "0.007"]);
    let update = Position { sample: 1, step: 2, ..Position::ORIGIN };
    let after = session.state_at(update).expect("a position").parameters;
    assert_eq!(layer(&after.weights, 2), ["0.192", "0.400", "-0.508", "-0.306", "0.100", "0.194"]);
    assert_eq!(layer(&after.biases, 2), ["-0.408", "0.194"]);
    assert_eq!(layer(&after.weights, 3), ["-0.261", "-0.138"]);
    assert_eq!(layer(&after.biases, 3), ["0.218"]);
}
