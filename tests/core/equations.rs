//! The equations BP1 to BP4 of backpropagation, each in matrix form, on random networks.

use backstep::{Backprop, Network, sigmoid, sigmoid_prime};
use ndarray::{Array1, ArrayView1};

use crate::strategies::net;

/// Yields 200 networks of different sizes, each with the forward and backward pass of a sample.
fn passes() -> impl Iterator<Item = (Network, Backprop, Vec<f64>, Vec<f64>)> {
    const SHAPES: [&[usize]; 5] = [&[1, 1], &[3, 2, 1], &[2, 4, 3], &[4, 3, 3, 2], &[2, 5, 4, 3, 2]];
    (0..200).map(|seed| {
        let (net, samples) = net(SHAPES[seed as usize % SHAPES.len()], 1, seed);
        let (x, y) = (samples.x(0), samples.y(0));
        (net.clone(), net.backprop(&x, &y).expect("fits"), x, y)
    })
}

/// Compares to the rounding of sums of at most 5 terms of magnitude about 1.
fn close(got: ArrayView1<'_, f64>, want: &Array1<f64>) {
    assert_eq!(got.len(), want.len());
    assert!((&got - want).iter().all(|difference| difference.abs() < 1e-14), "{got} is not {want}");
}

#[test]
fn forward_z_is_w_a_plus_b_and_a_is_its_sigmoid() {
    for (net, pass, x, _) in passes() {
        close(pass.a[0].view(), &Array1::from(x));
        for l in 2..=net.sizes().layers() {
            let z = net.weights(l).dot(&pass.a[l - 2]) + net.biases(l);
            close(pass.z[l - 2].view(), &z);
            assert_eq!(pass.a[l - 1], pass.z[l - 2].mapv(sigmoid));
        }
    }
}

#[test]
fn bp1_output_delta_is_cost_derivative_times_slope() {
    for (net, pass, _, y) in passes() {
        let last = net.sizes().layers() - 2;
        let delta = (&pass.a[last + 1] - &Array1::from(y)) * pass.z[last].mapv(sigmoid_prime);
        close(pass.delta[last].view(), &delta);
    }
}

#[test]
fn bp2_hidden_delta_is_carried_back_by_the_weights_times_slope() {
    for (net, pass, _, _) in passes() {
        for l in 2..net.sizes().layers() {
            let carried = net.weights(l + 1).t().dot(&pass.delta[l - 1]);
            close(pass.delta[l - 2].view(), &(carried * pass.z[l - 2].mapv(sigmoid_prime)));
        }
    }
}

#[test]
fn bp3_gradient_of_a_bias_is_its_delta() {
    for (_, pass, _, _) in passes() {
        assert_eq!(pass.nabla_b, pass.delta);
    }
}

#[test]
fn bp4_gradient_of_a_weight_is_activation_in_times_delta_out() {
    for (net, pass, _, _) in passes() {
        for l in 2..=net.sizes().layers() {
            for ((j, k), nabla) in pass.nabla_w[l - 2].indexed_iter() {
                assert_eq!(*nabla, pass.a[l - 2][k] * pass.delta[l - 2][j]);
            }
        }
    }
}
