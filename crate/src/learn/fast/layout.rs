//! From one way to lay values out for [`crate::learn::fast::kernels`] to the other.

use crate::learn::fast::kernels::{Group, ROWS};

/// From by neurons to by samples; a sample too many to make them even gets what is there.
pub(crate) fn turn_by_samples(by_neurons: &[f64], n: usize, m: usize, by_samples: &mut [f64]) {
    for group in Group::all(width(m)) {
        let to = group.of_mut(by_samples, n).chunks_mut(ROWS * group.samples);
        for (to, from) in to.zip(by_neurons.chunks_exact(ROWS * m)) {
            let from = &from.as_chunks().0[group.first..];
            match group.samples {
                2 => turn_four_by_samples::<2>(from, to),
                6 => turn_four_by_samples::<6>(from, to),
                _ => turn_four_by_samples::<4>(from, to),
            }
        }
    }
}

fn turn_four_by_samples<const S: usize>(from: &[[f64; ROWS]], to: &mut [f64]) {
    for (j, to) in to.as_chunks_mut::<S>().0.iter_mut().enumerate().take(ROWS) {
        for (to, four) in to.iter_mut().zip(from) {
            *to = four[j];
        }
    }
}

/// From by samples to by neurons.
pub(crate) fn turn_by_neurons(by_samples: &[f64], n: usize, m: usize, by_neurons: &mut [f64]) {
    for group in Group::all(width(m)) {
        let from = group.of(by_samples, n).chunks(ROWS * group.samples);
        for (from, to) in from.zip(by_neurons.chunks_exact_mut(ROWS * m)) {
            let to = &mut to.as_chunks_mut().0[group.first..];
            match group.samples {
                2 => turn_four_by_neurons::<2>(from, to),
                6 => turn_four_by_neurons::<6>(from, to),
                _ => turn_four_by_neurons::<4>(from, to),
            }
        }
    }
}

fn turn_four_by_neurons<const S: usize>(from: &[f64], to: &mut [[f64; ROWS]]) {
    for (j, from) in from.as_chunks::<S>().0.iter().enumerate().take(ROWS) {
        for (four, from) in to.iter_mut().zip(from) {
            four[j] = *from;
        }
    }
}

/// As many as there are samples, or one more: an even number.
pub(crate) fn width(m: usize) -> usize {
    m.next_multiple_of(2)
}
