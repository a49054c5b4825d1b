//! Training whole mini-batches at once gives the same bits as one sample at a time.

use backstep::{Error, Network, Resident, Samples, Subject, class};
use proptest::prelude::*;

use crate::strategies::{net, samples};

/// Updates a mini-batch sample by sample, as the steps do: sums start at 0, in the order of the samples.
/// Returns the parameters after the update and the mean cost before it.
pub(crate) fn step_by_step(net: &Network, samples: &Samples, order: &[usize], eta: f64) -> (Vec<f64>, f64) {
    let mut sums = vec![0.0; net.parameters().len()];
    let mut cost = 0.0;
    for i in order {
        let (x, y) = (samples.x(*i), samples.y(*i));
        let pass = net.backprop(&x, &y).expect("fits");
        let nabla = pass.nabla_w.iter().zip(&pass.nabla_b).flat_map(|(w, b)| w.iter().chain(b));
        for (sum, nabla) in sums.iter_mut().zip(nabla) {
            *sum += nabla;
        }
        cost += net.cost(&Samples::new(x.len(), y.len(), 1, &x, &y).expect("finite")).expect("fits");
    }
    let m = order.len() as f64;
    let updated = net.parameters().iter().zip(&sums).map(|(old, sum)| old - eta * (sum / m));
    (updated.collect(), cost / m)
}

pub(crate) fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// Compares both ways for one mini-batch of all samples.
fn compare(sizes: &[usize], m: usize, seed: u64) {
    let (mut net, samples) = net(sizes, m, seed);
    let order: Vec<usize> = (0..m).collect();
    let (parameters, cost) = step_by_step(&net, &samples, &order, 0.7);
    let mean = net.update_mini_batch(&samples, 0.7).expect("stays finite");
    assert_eq!(bits(net.parameters()), bits(&parameters), "sizes {sizes:?}, m = {m}, seed {seed}");
    assert_eq!(mean.to_bits(), cost.to_bits(), "sizes {sizes:?}, m = {m}, seed {seed}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_mini_batch_gives_the_bits_of_its_samples(
        sizes in prop::collection::vec(1_usize..=40, 2..=6),
        m in 1_usize..=33,
        seed in 0_u64..1000,
    ) {
        compare(&sizes, m, seed);
    }

    #[test]
    fn a_mini_batch_gives_the_bits_of_its_samples_in_networks_of_few_neurons(
        sizes in prop::collection::vec(1_usize..=4, 2..=5),
        m in 1_usize..=13,
        seed in 0_u64..1000,
    ) {
        compare(&sizes, m, seed);
    }

    #[test]
    fn resident_samples_are_trained_with_in_order_and_repeated(
        sizes in prop::collection::vec(1_usize..=9, 2..=4),
        count in 1_usize..=12,
        m in 1_usize..=12,
        first in 0_u64..40,
        seed in 0_u64..1000,
    ) {
        let (mut net, samples) = net(&sizes, count, seed);
        let (mut by_hand, m) = (net.clone(), m.min(count));
        let mut resident = Resident::new(&net, samples).unwrap();
        let cost = resident.train_mini_batches(&mut net, first, 5, m, 0.7).unwrap();
        let mut last = 0.0;
        for i in first as usize..first as usize + 5 {
            let order: Vec<usize> = (i * m..i * m + m).map(|at| at % count).collect();
            let (parameters, mean) = step_by_step(&by_hand, resident.samples(), &order, 0.7);
            by_hand.set_parameters(&parameters).unwrap();
            last = mean;
        }
        prop_assert_eq!(bits(net.parameters()), bits(by_hand.parameters()));
        prop_assert_eq!(cost.to_bits(), last.to_bits());
    }

    #[test]
    fn evaluating_many_samples_gives_the_bits_of_each(
        sizes in prop::collection::vec(1_usize..=9, 2..=4),
        count in 1_usize..=70,
        seed in 0_u64..1000,
    ) {
        let (net, samples) = net(&sizes, count, seed);
        let (mut correct, mut cost) = (0, 0.0);
        for i in 0..count {
            let (x, y) = (samples.x(i), samples.y(i));
            let output = net.feedforward(&x).unwrap().to_vec();
            correct += usize::from(class(&output) == class(&y));
            let mut squares = 0.0;
            for (a, y) in output.iter().zip(y) {
                squares += (a - y) * (a - y);
            }
            cost += 0.5 * squares;
        }
        prop_assert_eq!(net.evaluate(&samples).unwrap().correct, correct);
        prop_assert_eq!(net.cost(&samples).unwrap().to_bits(), (cost / count as f64).to_bits());
    }
}

#[test]
fn wide_layers_and_big_mini_batches_give_the_bits_of_their_samples() {
    for (sizes, m) in [
        (&[784, 30, 10][..], 10),
        (&[784, 30, 10], 7),
        (&[201, 3, 65, 1], 12),
        (&[64, 129, 2], 33),
        (&[5, 4, 3], 64),
        (&[5, 4, 3], 131),
    ] {
        compare(sizes, m, 9);
    }
}

#[test]
fn an_update_that_would_overflow_is_not_made_and_the_error_names_the_first_parameter() {
    // One weight per output; the last sample is so big that its gradient overflows with this eta.
    let mut net = Network::from_parameters(&[1, 2], &[0.0; 4]).expect("small");
    let samples = Samples::new(1, 2, 4, &[0.0, 0.0, 0.0, 1e200], &[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.0]);
    let mut resident = Resident::new(&net, samples.expect("finite")).expect("fits");
    let refused = resident.train_mini_batches(&mut net, 0, 9, 1, 1e200).expect_err("overflows");
    let sentence = "The update of mini-batch 4 in epoch 1 was not made: the weight to neuron 2 of layer 2 \
                    from neuron 1 would not be a finite number any more; go back or lower eta.";
    assert_eq!(refused.to_string(), sentence);
    assert_eq!(net.parameters(), [0.0; 4]);
    let refused = resident.train_mini_batches(&mut net, 6, 1, 2, 1e200).expect("of samples 0 and 1");
    assert_eq!(refused, 0.0);
    let refused = resident.train_mini_batches(&mut net, 6, 9, 3, 1e200).expect_err("overflows");
    // Mini-batch 6 has samples 2, 3, 0; the fifth pass through the data started in mini-batch 5.
    assert!(refused.to_string().starts_with("The update of mini-batch 1 in epoch 5"), "{refused}");
}

#[test]
fn invalid_arguments_are_refused_before_anything_changes() {
    let mut net = Network::new(&[3, 2, 1], 5).expect("small");
    let before = net.clone();
    assert!(matches!(Resident::new(&net, samples(&[2, 1], 4, 1)), Err(Error::Length { expected: 3, .. })));
    let mut resident = Resident::new(&net, samples(&[3, 1], 4, 1)).expect("fits");
    let range = |what, least, most| Error::OutOfRange { what, least, most };
    let most = backstep::MAX_INDEX;
    for (first, count, m, eta, refusal) in [
        (0, 1, 0, 1.0, range(Subject::MiniBatchSize, 1, 4)),
        (0, 1, 5, 1.0, range(Subject::MiniBatchSize, 1, 4)),
        (0, 0, 4, 1.0, range(Subject::MiniBatches, 1, most)),
        (most + 1, 1, 4, 1.0, range(Subject::FirstMiniBatch, 0, most)),
        (0, 1, 4, f64::NAN, Error::NotFinite { what: Subject::Eta }),
    ] {
        assert_eq!(resident.train_mini_batches(&mut net, first, count, m, eta), Err(refusal));
    }
    assert_eq!(net, before);
}
