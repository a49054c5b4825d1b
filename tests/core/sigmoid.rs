//! The sigmoid, its slope and e^−|z|, over the full range of doubles.

use backstep::{Stream, exp_neg_abs, sigmoid, sigmoid_prime};

#[test]
fn the_sigmoid_and_its_slope_are_exact_at_both_ends() {
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

/// e^z by libm, exact to the last bit or two.
fn libm_exp(z: f64) -> f64 {
    z.exp()
}

#[test]
fn the_slope_keeps_its_digits_where_the_sigmoid_rounds_to_1() {
    // σ(40) rounds to 1, so σ(1 − σ) would be 0. The slope is e^−40 to all digits.
    assert!((sigmoid_prime(40.0) / (-40.0_f64).exp() - 1.0).abs() < 1e-15);
    assert_eq!(sigmoid_prime(40.0), sigmoid_prime(-40.0));
}

#[test]
fn the_slope_is_the_derivative_of_the_sigmoid() {
    for tenth in -200..=200 {
        let z = f64::from(tenth) / 10.0;
        let h = 1e-5;
        let difference = (sigmoid(z + h) - sigmoid(z - h)) / (2.0 * h);
        // The central difference has an error h²·|σ'''|/6 < 1e-11 and a rounding error 2^-53/h < 2e-11.
        assert!((sigmoid_prime(z) - difference).abs() < 3e-11, "z = {z}");
    }
}

#[test]
fn the_sigmoid_rises_and_is_between_0_and_1() {
    let mut before = 0.0;
    for step in -8_000..=8_000 {
        let a = sigmoid(f64::from(step) / 100.0);
        assert!((0.0..=1.0).contains(&a) && a >= before);
        before = a;
    }
}

/// Returns one unit in the last place.
fn unit(value: f64) -> f64 {
    f64::from_bits(value.to_bits() + 1) - value
}

#[test]
fn exp_neg_abs_is_exact_to_less_than_one_unit_in_the_last_place() {
    let path = format!("{}/../tests/golden/cases/exp_neg_abs.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a fixture");
    let file: serde_json::Value = serde_json::from_str(&text).expect("a fixture");
    let cases = file["cases"].as_array().expect("cases");
    assert!(cases.len() > 250);
    for case in cases {
        let number = |key: &str| case[key].as_f64().expect("a number");
        let (z, nearest) = (number("z"), number("nearest"));
        // The subtraction is exact, and so is the division by a power of 2.
        let error = (exp_neg_abs(z) - nearest) / unit(nearest) - number("rest");
        assert!(error.abs() < 1.0, "e^-{z:e} is off by {error} units");
        assert_eq!(exp_neg_abs(z).to_bits(), exp_neg_abs(-z).to_bits());
    }
}

#[test]
fn exp_neg_abs_is_within_two_units_in_the_last_place_of_libm() {
    let mut stream = Stream::start(3, 1, 0);
    for at in 0..200_000 {
        let z = stream.uniform() * if at % 2 == 0 { 750.0 } else { 2.0 };
        let (one, other) = (exp_neg_abs(z), libm::exp(-z));
        assert!(one.to_bits().abs_diff(other.to_bits()) <= 1, "z = {z:e}: {one:e}, libm {other:e}");
    }
    assert!(exp_neg_abs(f64::NAN).is_nan());
    assert_eq!((exp_neg_abs(f64::INFINITY), exp_neg_abs(-1e6), exp_neg_abs(0.0)), (0.0, 0.0, 1.0));
}
