//! Edits in the list of numbers that a journal is written as.

use alloc::vec::Vec;

use crate::data::samples::MAX_SAMPLES;
use crate::error::Error;
use crate::learn::conventions::Conventions;
use crate::learn::sizes::{MAX_LAYERS, MAX_PARAMETERS};
use crate::time::edit::Edit;
use crate::time::journal::JournalEntry;
use crate::time::number_list::{Reader, integer, number_of, write_sizes};
use crate::time::step::Position;

/// Stands for a layer that was added, among the kept layers.
const ADDED_LAYER: f64 = -1.0;

#[derive(Debug, Clone, Copy, PartialEq)]
enum EditKind {
    Eta,
    MiniBatchSize,
    Sizes,
    Weight,
    Bias,
    Parameters,
    Input,
    Target,
    Conventions,
}

/// The kinds of edits. The number of a kind is its index, so a new kind goes to the end.
const EDITS: [EditKind; 9] = [
    EditKind::Eta,
    EditKind::MiniBatchSize,
    EditKind::Sizes,
    EditKind::Weight,
    EditKind::Bias,
    EditKind::Parameters,
    EditKind::Input,
    EditKind::Target,
    EditKind::Conventions,
];

/// Writes a position.
pub(super) fn write_position(list: &mut Vec<f64>, position: Position) {
    let Position { epoch, mini_batch, sample, step } = position;
    list.extend([epoch, mini_batch, sample, step].map(|number| number as f64));
}

/// Writes the position of an edit, its kind and its numbers.
pub(super) fn write(list: &mut Vec<f64>, entry: &JournalEntry) {
    write_position(list, entry.made_at);
    let mut put = |kind, numbers: &[f64]| {
        list.push(number_of(kind, &EDITS));
        list.extend(numbers);
    };
    match &entry.edit {
        Edit::Eta(value) => put(EditKind::Eta, &[*value]),
        Edit::MiniBatchSize(size) => put(EditKind::MiniBatchSize, &[*size as f64]),
        Edit::Sizes { sizes, kept_layers } => {
            put(EditKind::Sizes, &[]);
            write_sizes(list, sizes);
            list.extend(kept_layers.iter().map(|kept| kept.map_or(ADDED_LAYER, |layer| layer as f64)));
        }
        Edit::Weight { layer, to, from, value } => {
            put(EditKind::Weight, &[*layer as f64, *to as f64, *from as f64, *value]);
        }
        Edit::Bias { layer, neuron, value } => {
            put(EditKind::Bias, &[*layer as f64, *neuron as f64, *value]);
        }
        Edit::Parameters(values) => {
            put(EditKind::Parameters, &[values.len() as f64]);
            list.extend(values);
        }
        Edit::Input { sample, index, value } => {
            put(EditKind::Input, &[*sample as f64, *index as f64, *value]);
        }
        Edit::Target { sample, index, value } => {
            put(EditKind::Target, &[*sample as f64, *index as f64, *value]);
        }
        Edit::Conventions(conventions) => {
            put(EditKind::Conventions, &[f64::from(conventions.bits())]);
        }
    }
}

/// Reads the kind and the numbers of an edit.
///
/// # Errors
/// [`Error::Journal`].
pub(super) fn read(reader: &mut Reader) -> Result<Edit, Error> {
    Ok(match reader.kind(&EDITS)? {
        EditKind::Eta => Edit::Eta(reader.number()?),
        EditKind::MiniBatchSize => Edit::MiniBatchSize(reader.usize(MAX_SAMPLES)?),
        EditKind::Sizes => {
            let sizes = reader.sizes()?;
            let mut kept_layers = Vec::new();
            for kept in reader.list(sizes.layers())? {
                let added = *kept == ADDED_LAYER;
                kept_layers.push(if added {
                    None
                } else {
                    Some(integer(*kept, MAX_LAYERS as u64)? as usize)
                });
            }
            Edit::Sizes { sizes, kept_layers }
        }
        EditKind::Weight => {
            let [layer, to, from] = reader.usizes()?;
            Edit::Weight { layer, to, from, value: reader.number()? }
        }
        EditKind::Bias => {
            let [layer, neuron] = reader.usizes()?;
            Edit::Bias { layer, neuron, value: reader.number()? }
        }
        EditKind::Parameters => {
            let count = reader.usize(MAX_PARAMETERS)?;
            Edit::Parameters(reader.list(count)?.to_vec())
        }
        EditKind::Input => {
            let [sample, index] = reader.usizes()?;
            Edit::Input { sample, index, value: reader.number()? }
        }
        EditKind::Target => {
            let [sample, index] = reader.usizes()?;
            Edit::Target { sample, index, value: reader.number()? }
        }
        EditKind::Conventions => Edit::Conventions(Conventions::from_bits(reader.usize(7)?)),
    })
}
