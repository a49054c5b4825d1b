//! The sigmoid and its slope, over the whole range.

use backstep::{sigmoid, sigmoid_prime};

#[test]
fn ends_are_exact() {
    assert_eq!(sigmoid(0.0), 0.5);
    assert_eq!(sigmoid_prime(0.0), 0.25);
    assert_eq!((sigmoid(1e6), sigmoid(-1e6)), (1.0, 0.0));
    assert_eq!((sigmoid_prime(1e6), sigmoid_prime(-1e6)), (0.0, 0.0));
}

#[test]
fn small_activations_keep_their_digits() {
    // For z far below 0, σ(z) = e^z to all digits; 1/(1 + e^−z) overflows from −709 on.
    for z in [-50.0, -300.0, -700.0, -740.0] {
        assert_eq!(sigmoid(z), libm_exp(z), "z = {z}");
        assert_eq!(sigmoid_prime(z), libm_exp(z), "z = {z}");
    }
}

/// e^z by the platform, good to the last bit or two; the comparison above is exact because libm's agrees.
fn libm_exp(z: f64) -> f64 {
    z.exp()
}

#[test]
fn the_slope_stays_true_where_the_sigmoid_is_flat() {
    // σ(40) rounds to 1, so σ(1 − σ) would be 0. The slope is e^−40 to all digits.
    assert!((sigmoid_prime(40.0) / (-40.0_f64).exp() - 1.0).abs() < 1e-15);
    assert_eq!(sigmoid_prime(40.0), sigmoid_prime(-40.0));
}

#[test]
fn the_slope_is_the_derivative() {
    for tenth in -200..=200 {
        let z = f64::from(tenth) / 10.0;
        let h = 1e-5;
        let difference = (sigmoid(z + h) - sigmoid(z - h)) / (2.0 * h);
        // Central difference: error h²·|σ'''|/6 < 1e-11, and rounding 2^-53/h < 2e-11.
        assert!((sigmoid_prime(z) - difference).abs() < 3e-11, "z = {z}");
    }
}

#[test]
fn it_rises_and_stays_between_0_and_1() {
    let mut before = 0.0;
    for step in -8_000..=8_000 {
        let a = sigmoid(f64::from(step) / 100.0);
        assert!((0.0..=1.0).contains(&a) && a >= before);
        before = a;
    }
}
