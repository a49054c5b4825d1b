//! The seeded generator: reproducible by seed and index, uniform, and independent between streams.

use backstep::{Network, Stream, permutation};

#[test]
fn an_initial_parameter_depends_on_the_seed_and_its_indices_alone() {
    let small = Network::new(&[2, 2, 1], 5).expect("small");
    let wide = Network::new(&[4, 3, 1], 5).expect("small");
    let deep = Network::new(&[2, 2, 3, 1], 5).expect("small");
    for j in 0..2 {
        assert_eq!(small.biases(2)[j], wide.biases(2)[j]);
        for k in 0..2 {
            assert_eq!(small.weights(2)[[j, k]], wide.weights(2)[[j, k]]);
            assert_eq!(small.weights(2)[[j, k]], deep.weights(2)[[j, k]]);
        }
    }
}

#[test]
fn an_order_is_a_permutation_and_a_function_of_seed_and_epoch() {
    let order = |seed, epoch| {
        let mut order = vec![0; 100];
        permutation(seed, epoch, &mut order);
        order
    };
    let mut sorted = order(3, 9);
    sorted.sort_unstable();
    assert!(sorted.into_iter().eq(0..100));
    assert_eq!(order(3, 9), order(3, 9));
    assert_ne!(order(3, 9), order(3, 10));
    assert_ne!(order(3, 9), order(4, 9));
}

/// Checks mean, variance and the correlation with the next stream, over many streams. The neurons of a layer
/// have neighbouring streams, so these must be independent.
#[test]
fn neighbouring_streams_are_independent_and_normal() {
    let draws: Vec<f64> = (0..20_000).map(|j| Stream::start(11, 2, j).normal()).collect();
    let n = draws.len() as f64;
    let mean = draws.iter().sum::<f64>() / n;
    let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    let lag = draws.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum::<f64>() / n / variance;
    // Four standard errors: 1/√n = 0.0071 for mean and correlation, √(2/n) = 0.01 for the variance.
    assert!(mean.abs() < 0.029, "mean {mean}");
    assert!((variance - 1.0).abs() < 0.04, "variance {variance}");
    assert!(lag.abs() < 0.029, "correlation of neighbours {lag}");
    let seeds: Vec<f64> = (0..20_000).map(|seed| Stream::start(seed, 2, 0).normal()).collect();
    let cross = draws.iter().zip(&seeds).map(|(a, b)| a * b).sum::<f64>() / n;
    let lag = seeds.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / n;
    assert!(cross.abs() < 0.029 && lag.abs() < 0.029, "correlation of seeds {cross}, {lag}");
}

#[test]
fn below_is_uniform() {
    let mut stream = Stream::shuffle(1, 1);
    let mut seen = [0_u32; 7];
    for _ in 0..70_000 {
        seen[stream.below(7) as usize] += 1;
    }
    // Five standard deviations of 93, around 10,000 expected each.
    assert!(seen.iter().all(|count| count.abs_diff(10_000) < 465), "{seen:?}");
}
