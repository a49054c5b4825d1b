//! Generated data: its shapes, and that networks learn it.

use backstep::{Generated, GeneratedKind, Network, Samples, Sgd};

fn set(kind: GeneratedKind, rule: u8, count: usize, noise: f64, seed: u64) -> Samples {
    Generated { kind, rule, count, noise, seed }.samples().expect("in range")
}

#[test]
fn the_bits_of_a_truth_table_rule_are_its_answers() {
    let answers = |rule| {
        let table = set(GeneratedKind::TruthTable, rule, 1, 0.0, 0);
        (0..8).map(|row| table.y(row)[0] as u8).collect::<Vec<_>>()
    };
    assert_eq!(answers(232), [0, 0, 0, 1, 0, 1, 1, 1], "majority");
    assert_eq!(answers(150), [0, 1, 1, 0, 1, 0, 0, 1], "parity");
    assert_eq!(set(GeneratedKind::TruthTable, 1, 1, 0.0, 0).x(6), [1.0, 1.0, 0.0]);
    for rule in 0..=255_u8 {
        let number = answers(rule).iter().rev().fold(0, |number, bit| number << 1 | bit);
        assert_eq!(number, rule);
    }
}

#[test]
fn a_bigger_set_starts_with_the_smaller_one() {
    for kind in GeneratedKind::ALL {
        let (small, big) = (set(kind, 7, 30, 0.4, 12), set(kind, 7, 90, 0.4, 12));
        for i in 0..small.count() {
            assert_eq!((small.x(i), small.y(i)), (big.x(i), big.y(i)), "{kind:?}, {i}");
        }
    }
    assert_ne!(set(GeneratedKind::Moons, 0, 30, 0.0, 1), set(GeneratedKind::Moons, 0, 30, 0.0, 2));
}

#[test]
fn points_are_within_bounds_and_half_of_them_are_of_class_1() {
    for kind in [
        GeneratedKind::Xor,
        GeneratedKind::Blobs,
        GeneratedKind::Circles,
        GeneratedKind::Moons,
        GeneratedKind::Spirals,
    ] {
        let points = set(kind, 0, 1_000, 0.0, 3);
        let inside = |i: &usize| points.x(*i).iter().all(|x| x.abs() <= 1.3);
        assert!((0..1_000).all(|i| inside(&i)), "{kind:?}");
        assert_eq!((0..1_000).filter(|i| points.y(*i) == [1.0]).count(), 500, "{kind:?}");
        let wide = |at: usize| {
            (0..1_000).any(|i| points.x(i)[at] > 0.4) && (0..1_000).any(|i| points.x(i)[at] < -0.4)
        };
        assert!(wide(0) && wide(1), "{kind:?}");
    }
}

#[test]
fn every_kind_without_noise_has_its_shape() {
    let points = |kind| {
        let points = set(kind, 0, 400, 0.0, 8);
        (0..400).map(|i| (points.x(i), points.y(i)[0])).collect::<Vec<_>>()
    };
    assert!(points(GeneratedKind::Xor).iter().all(|(x, y)| (x[0] * x[1] < 0.0) == (*y == 1.0)));
    let radius = |x: &[f64]| (x[0] * x[0] + x[1] * x[1]).sqrt();
    assert!(points(GeneratedKind::Circles).iter().all(|(x, y)| (radius(x) < 0.6) == (*y == 1.0)));
    let sine = |x: f64| 0.5 + 0.4 * (std::f64::consts::PI * x).sin();
    assert!(points(GeneratedKind::Sine).iter().all(|(x, y)| (sine(x[0]) - y).abs() < 1e-14));
    for (x, y) in points(GeneratedKind::Spirals) {
        let angle = 3.0 * std::f64::consts::PI * (radius(&x) - 0.1) / 0.9 + std::f64::consts::PI * y;
        assert!((x[0] - radius(&x) * angle.cos()).abs() < 1e-12, "{x:?}");
    }
}

#[test]
fn parameters_out_of_range_are_refused() {
    let fine = Generated { kind: GeneratedKind::Moons, rule: 0, count: 10, noise: 0.1, seed: 1 };
    for (set, sentence) in [
        (Generated { count: 0, ..fine }, "The number of samples must be a whole number from 1 to 5000."),
        (Generated { count: 5_001, ..fine }, "The number of samples must be a whole number from 1 to 5000."),
        (Generated { noise: -0.1, ..fine }, "The noise must be a number from 0 to 1."),
        (Generated { noise: f64::NAN, ..fine }, "The noise must be a finite number."),
        (Generated { seed: 1 << 53, ..fine }, "The seed must be a whole number from 0 to 9007199254740991."),
    ] {
        assert_eq!(set.samples().expect_err(sentence).to_string(), sentence);
    }
}

/// Returns the share of correct answers after training with the page's default settings.
fn learned(kind: GeneratedKind, sizes: &[usize], eta: f64, epochs: u64) -> f64 {
    let samples = set(kind, 0, 200, 0.1, 1);
    let mut net = Network::new(sizes, 1).expect("small");
    let settings = Sgd { epochs, mini_batch_size: 10, eta, seed: 1 };
    net.sgd(&samples, settings, None, |_, _| {}).expect("finite");
    let evaluation = net.evaluate(&samples).expect("fits");
    evaluation.correct as f64 / evaluation.total as f64
}

#[test]
fn the_default_networks_learn_the_points() {
    assert!(learned(GeneratedKind::Blobs, &[2, 4, 1], 3.0, 50) > 0.95);
    assert!(learned(GeneratedKind::Xor, &[2, 8, 1], 3.0, 300) > 0.95);
    assert!(learned(GeneratedKind::Circles, &[2, 8, 1], 3.0, 300) > 0.95);
    assert!(learned(GeneratedKind::Moons, &[2, 8, 1], 3.0, 300) > 0.95);
    assert!(learned(GeneratedKind::Spirals, &[2, 8, 8, 1], 10.0, 400) > 0.9);
}
