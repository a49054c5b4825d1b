//! Validation at the public API: errors say what was expected and what was given.

use backstep::{Error, Network, Samples};

fn message<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.expect_err("must be refused").to_string()
}

#[test]
fn limits_are_checked_before_anything_is_allocated() {
    assert_eq!(message(Network::new(&[3], 0)), "A network has 2 to 8 layers, but 1 were given.");
    assert_eq!(message(Network::new(&[1; 9], 0)), "A network has 2 to 8 layers, but 9 were given.");
    assert_eq!(
        message(Network::new(&[3, 0, 1], 0)),
        "A layer has 1 to 1024 neurons, but layer 2 would have 0."
    );
    // Sizes whose product exceeds memory, or even the range of integers.
    assert_eq!(
        message(Network::new(&[usize::MAX, usize::MAX], 0)),
        format!("A layer has 1 to 1024 neurons, but layer 1 would have {}.", usize::MAX)
    );
    assert_eq!(
        message(Network::new(&[1024, 1024], 0)),
        "A network has at most 1000000 weights and biases, but these sizes need 1049600."
    );
    assert!(Network::new(&[1024, 975], 0).is_ok(), "999,375 parameters are within the limit");
    assert_eq!(
        message(Samples::new(1, 1, 0, &[], &[])),
        "There can be 1 to 100000 samples, but 0 were given."
    );
    assert_eq!(
        message(Samples::new(1, 1, 100_001, &[], &[])),
        "There can be 1 to 100000 samples, but 100001 were given."
    );
    assert_eq!(
        message(Network::new(&[1, 1], 1 << 53)),
        "The seed must be a whole number from 0 to 9007199254740991."
    );
}

#[test]
fn numbers_that_are_not_finite_are_refused() {
    let mut net = Network::new(&[2, 1], 1).expect("small");
    let before = net.clone();
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(
            message(net.set_parameters(&[1.0, bad, 1.0])),
            "Parameter number 1 (counted from 0) must be a finite number."
        );
        assert_eq!(message(net.feedforward(&[0.0, bad])), "The input x must hold finite numbers only.");
        assert_eq!(message(net.backprop(&[0.0, 0.0], &[bad])), "The target y must hold finite numbers only.");
        assert_eq!(
            message(Samples::new(2, 1, 1, &[0.0, bad], &[0.0])),
            "The list of inputs x must hold finite numbers only."
        );
        let samples = Samples::new(2, 1, 1, &[0.0, 1.0], &[0.0]).expect("fine");
        assert_eq!(message(net.update_mini_batch(&samples, bad)), "eta must be a finite number.");
    }
    assert_eq!(net, before);
}

#[test]
fn a_list_of_the_wrong_length_is_named() {
    let mut net = Network::new(&[2, 1], 1).expect("small");
    assert_eq!(message(net.feedforward(&[1.0])), "The input x needs 2 numbers, but 1 were given.");
    assert_eq!(
        message(net.set_parameters(&[1.0])),
        "The list of weights and biases needs 3 numbers, but 1 were given."
    );
    let samples = Samples::new(3, 1, 1, &[0.0; 3], &[0.0]).expect("fine");
    assert_eq!(message(net.cost(&samples)), "The input x needs 2 numbers, but 3 were given.");
}
