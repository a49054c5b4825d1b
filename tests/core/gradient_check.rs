//! Backpropagation against central differences of the cost, for every parameter of 1,000 random networks.

use backstep::{Network, Stream};

use crate::strategies::samples;

#[test]
fn every_gradient_is_the_central_difference_of_the_cost() {
    const H: f64 = 1e-5;
    let mut worst = 0.0_f64;
    for seed in 0..1_000 {
        let mut stream = Stream::shuffle(seed, 0);
        let sizes: Vec<usize> = (0..2 + stream.below(4)).map(|_| 1 + stream.below(5) as usize).collect();
        let mut net = Network::new(&sizes, seed).expect("small");
        let sample = samples(&sizes, 1, seed);
        let pass = net.backprop(&sample.x(0), &sample.y(0)).expect("fits");
        let layers = pass.nabla_w.iter().zip(&pass.nabla_b);
        let nabla: Vec<f64> =
            layers.flat_map(|(w, b)| w.iter().chain(b).copied().collect::<Vec<_>>()).collect();
        let start = net.parameters().to_vec();
        assert_eq!(nabla.len(), start.len());
        for (at, nabla) in nabla.iter().enumerate() {
            let mut cost_at = |value: f64| {
                let mut parameters = start.clone();
                parameters[at] = value;
                net.set_parameters(&parameters).expect("finite");
                net.cost(&sample).expect("fits")
            };
            let difference = (cost_at(start[at] + H) - cost_at(start[at] - H)) / (2.0 * H);
            worst = worst.max((nabla - difference).abs());
        }
    }
    // The error h² |C'''| / 6 is below 1e-9 for these inputs (|x| < 5), rounding 2^-53 · C / h below 1e-10.
    assert!(worst < 2e-9, "a gradient is off by {worst:e}");
}
