//! Changes of layer sizes that keep weights and biases.

use alloc::vec::Vec;

use crate::error::Error;
use crate::learn::parameters::Parameters;
use crate::learn::sizes::Sizes;

/// Returns an error unless input and output layer are kept, and the other kept layers are in their order.
pub(crate) fn check_kept_layers(
    kept_layers: &[Option<usize>],
    old: &Sizes,
    new: &Sizes,
) -> Result<(), Error> {
    let ends = kept_layers.first() == Some(&Some(0)) && kept_layers.last() == Some(&Some(old.layers() - 1));
    let kept: Vec<usize> = kept_layers.iter().flatten().copied().collect();
    if kept_layers.len() == new.layers() && ends && kept.is_sorted_by(|a, b| a < b) {
        Ok(())
    } else {
        Err(Error::KeptLayers)
    }
}

/// Returns a network of other sizes with every weight and bias whose neurons are kept.
pub(crate) fn resized(
    old: &Parameters,
    sizes: &Sizes,
    kept_layers: &[Option<usize>],
    seed: u64,
) -> Parameters {
    let mut new = Parameters::normal(sizes.clone(), seed);
    for l in 2..=sizes.layers() {
        // Kept layers are counted from 0, layers from 1.
        let Some(old_layer) = kept_layers[l - 1].map(|kept| kept + 1).filter(|layer| *layer >= 2) else {
            continue;
        };
        let rows = old.sizes().neurons(old_layer).min(sizes.neurons(l));
        let biases = &old.biases(old_layer)[..rows];
        new.biases_mut(l)[..rows].copy_from_slice(biases);
        if kept_layers[l - 2].is_none_or(|kept| kept + 2 != old_layer) {
            continue;
        }
        let (old_inputs, inputs) = (old.sizes().neurons(old_layer - 1), sizes.neurons(l - 1));
        let columns = old_inputs.min(inputs);
        let rows = old.weights(old_layer).chunks_exact(old_inputs);
        for (new_row, old_row) in new.weights_mut(l).chunks_exact_mut(inputs).zip(rows) {
            new_row[..columns].copy_from_slice(&old_row[..columns]);
        }
    }
    new
}
