//! A journal as a list of numbers. The page keeps it to restart its worker; links and files contain it.
//!
//! The list has, in this order:
//! - the format, and how many mini-batches are completed, or were once;
//! - the origin: `[0, example]`, or of a generated set `[1, kind, rule, count, noise, seed]`, or of small
//!   given data `[2, inputs, outputs, count, xs…, ys…]`, or of big given data, which has to be given again,
//!   `[3, inputs, outputs, count, fingerprint]`;
//! - the seed, eta, the mini-batch size, and the bits of the conventions;
//! - the number of layers, and their sizes;
//! - how many parameters are given to start with, and those;
//! - whether the network is evaluated;
//! - the kind of the train/test split, and two numbers;
//! - how many numbers of x and of y are still those of the data;
//! - how many numbers of samples were changed, and for each the sample, the index and the value;
//! - how many edits there are, and for each `[epoch, mini-batch, sample, step, kind, …]`.
//!
//! Reading checks every number, and makes the edits as if they were new.

mod edits;
mod history;

use alloc::rc::Rc;
use alloc::vec;
use alloc::vec::Vec;

use crate::data::examples::Example;
use crate::data::generate::{Generated, GeneratedKind};
use crate::data::origin::{DataSet, Origin};
use crate::data::samples::{MAX_SAMPLES, Samples};
use crate::data::split::TrainTestSplit;
use crate::error::{Error, finite};
use crate::learn::conventions::Conventions;
use crate::learn::network::check_mini_batch_size;
use crate::learn::sizes::{MAX_NEURONS, MAX_PARAMETERS};
use crate::rng::{MAX_SEED, check_seed};
use crate::subject::Subject;
use crate::time::journal::Journal;
use crate::time::number_list::{Reader, integer, number_of, to_usize, write_sizes};
use crate::time::session::Session;
use crate::time::start::Start;
use crate::time::step::Position;

/// Version of the format. It changes with the meaning of any number.
const FORMAT: f64 = 20_003.0;
/// Given data of at most so many numbers is written into the journal.
const MOST_NUMBERS: usize = 4_000;
/// The most edits of a journal. Making each one takes time in proportion to those before it.
const MAX_EDITS: u64 = 10_000;
/// The most changed numbers of samples, summed over the edits: each keeps a list of all before it.
const MAX_PATCHES: usize = 1_000_000;

/// The kinds of origins of data.
#[derive(Debug, Clone, Copy, PartialEq)]
enum OriginKind {
    Example,
    Generated,
    /// Given data, with its numbers.
    Numbers,
    /// Given data that is too big for a journal.
    Fingerprint,
}

/// The kinds of train/test splits.
#[derive(Debug, Clone, Copy, PartialEq)]
enum SplitKind {
    All,
    Share,
    Ends,
}

// The number of a kind is its index in its table, so a new kind goes to the end.
const ORIGINS: [OriginKind; 4] =
    [OriginKind::Example, OriginKind::Generated, OriginKind::Numbers, OriginKind::Fingerprint];
const SPLITS: [SplitKind; 3] = [SplitKind::All, SplitKind::Share, SplitKind::Ends];

impl Session {
    /// Returns the session as a list of numbers, for [`Session::replay`].
    #[must_use]
    pub fn journal_numbers(&self) -> Vec<f64> {
        // The small core has nothing unfinished.
        write(self.journal(), self.completed() + if FULL { self.unfinished() } else { 0 })
    }

    /// Makes a session from a list of [`Session::journal_numbers`]. No mini-batch is completed yet;
    /// [`Session::unfinished`] is how many were. `data` is the session's data, if that is too big for a
    /// journal.
    ///
    /// # Errors
    /// [`Error::Journal`], [`Error::DataMissing`], or the error of a number in the list.
    pub fn replay(journal: &[f64], data: Option<&Samples>) -> Result<Self, Error> {
        let mut reader = Reader { rest: journal };
        if reader.number()? != FORMAT {
            return Err(Error::Journal);
        }
        let completed = reader.integer(MAX_SEED)?;
        let mut session = Self::begin(read_start(&mut reader, data)?, completed)?;
        read_edits(&mut reader, &mut session.journal)?;
        if reader.rest.is_empty() { Ok(session) } else { Err(Error::Journal) }
    }
}

fn write(journal: &Journal, completed: u64) -> Vec<f64> {
    let mut list = vec![FORMAT, completed as f64];
    write_start(&mut list, &journal.start);
    write_edits(&mut list, journal);
    list
}

fn write_edits(list: &mut Vec<f64>, journal: &Journal) {
    list.push(journal.entries().len() as f64);
    for entry in journal.entries() {
        edits::write(list, entry);
    }
}

/// Reads edits, and makes them in a journal that has none.
fn read_edits(reader: &mut Reader, journal: &mut Journal) -> Result<(), Error> {
    let mut patches = 0;
    let count = reader.integer(u64::MAX)?;
    if count > MAX_EDITS {
        return Err(Error::TooManyEdits);
    }
    for _ in 0..count {
        let position = read_position(reader)?;
        journal.edit(position, edits::read(reader)?)?;
        patches += journal.entries().last().map_or(0, |entry| entry.patches());
        if patches > MAX_PATCHES {
            return Err(Error::TooManyEdits);
        }
    }
    Ok(())
}

fn read_position(reader: &mut Reader) -> Result<Position, Error> {
    Ok(Position {
        epoch: reader.integer(MAX_SEED)?,
        mini_batch: reader.integer(MAX_SEED)?,
        sample: reader.integer(MAX_SEED)?,
        step: reader.integer(MAX_SEED)?,
    })
}

fn write_start(list: &mut Vec<f64>, start: &Start) {
    write_origin(list, start);
    list.extend([start.seed as f64, start.eta, start.mini_batch_size as f64]);
    list.push(f64::from(start.conventions.bits()));
    write_sizes(list, &start.sizes);
    let given = start.parameters.as_deref().unwrap_or_default();
    list.push(given.len() as f64);
    list.extend(given);
    list.push(f64::from(u8::from(start.evaluates)));
    let (split, numbers) = match start.split {
        TrainTestSplit::All => (SplitKind::All, [0.0; 2]),
        TrainTestSplit::Share { share, seed } => (SplitKind::Share, [share, seed as f64]),
        TrainTestSplit::Ends { train, test } => (SplitKind::Ends, [train as f64, test as f64]),
    };
    list.push(number_of(split, &SPLITS));
    list.extend(numbers);
    let (inputs, outputs) = start.samples.kept();
    let patches = start.samples.patches();
    list.extend([inputs as f64, outputs as f64, patches.len() as f64]);
    list.extend(patches.iter().flat_map(|patch| [f64::from(patch.0), f64::from(patch.1), patch.2]));
}

/// Whether this is the full core. The small core opens examples only and needs no code for other data.
const FULL: bool = cfg!(feature = "full");

fn write_origin(list: &mut Vec<f64>, start: &Start) {
    let samples = &start.data;
    let count = samples.count();
    // A single sample has the origin of the data it is of, but is not all of it.
    let is_all = |example: Example| count > 1 || example.start().is_ok_and(|own| own.data == *samples);
    match start.origin {
        Origin::Example(example) if !FULL || is_all(example) => {
            list.extend([number_of(OriginKind::Example, &ORIGINS), number_of(example, &Example::ALL)]);
        }
        Origin::Generated(Generated { kind, rule, count, noise, seed }) if FULL && samples.count() > 1 => {
            list.push(number_of(OriginKind::Generated, &ORIGINS));
            list.push(number_of(kind, &GeneratedKind::ALL));
            list.extend([f64::from(rule), count as f64, noise, seed as f64]);
        }
        _ if FULL => {
            let small = samples.numbers().is_some_and(|numbers| numbers <= MOST_NUMBERS);
            let kind = if small { OriginKind::Numbers } else { OriginKind::Fingerprint };
            list.push(number_of(kind, &ORIGINS));
            list.extend([samples.inputs() as f64, samples.outputs() as f64, count as f64]);
            if small {
                list.extend((0..count).flat_map(|i| samples.x(i)));
                list.extend((0..count).flat_map(|i| samples.y(i)));
            } else {
                list.push(samples.fingerprint() as f64);
            }
        }
        _ => {}
    }
}

fn read_start(reader: &mut Reader, given: Option<&Samples>) -> Result<Start, Error> {
    let DataSet { origin, samples: data, .. } = read_data(reader, given)?;
    let seed = reader.integer(MAX_SEED)?;
    check_seed(seed)?;
    let eta = finite(Subject::Eta, reader.number()?)?;
    let mini_batch_size = reader.usize(MAX_SAMPLES)?;
    let conventions = Conventions::from_bits(reader.usize(7)?);
    let sizes = reader.sizes()?;
    let count = reader.usize(MAX_PARAMETERS)?;
    let values = reader.list(count)?;
    let parameters = (!values.is_empty()).then(|| values.to_vec());
    let evaluates = reader.integer(1)? == 1;
    let (kind, [one, other]) = (reader.kind(&SPLITS)?, [reader.number()?, reader.number()?]);
    let split = match kind {
        SplitKind::All if (one, other) == (0.0, 0.0) => TrainTestSplit::All,
        SplitKind::All => return Err(Error::Journal),
        SplitKind::Share => TrainTestSplit::Share { share: one, seed: integer(other, MAX_SEED)? },
        SplitKind::Ends => TrainTestSplit::Ends { train: to_usize(one)?, test: to_usize(other)? },
    };
    let (train, test) = split.split(&data)?;
    let kept = (reader.usize(MAX_NEURONS)?, reader.usize(MAX_NEURONS)?);
    let changed = reader.usize(MAX_SAMPLES)?;
    let mut patches = Vec::new();
    for patch in reader.list(3 * changed)?.chunks_exact(3) {
        patches.push((to_usize(patch[0])? as u32, to_usize(patch[1])? as u32, patch[2]));
    }
    let shape = (sizes.inputs(), sizes.outputs());
    let samples = Rc::new(train.viewed(shape, kept, patches)?);
    let test = test.map(|test| test.viewed(shape, kept, Vec::new())).transpose()?.map(Rc::new);
    check_mini_batch_size(mini_batch_size, samples.count())?;
    Ok(Start {
        origin,
        sizes,
        seed,
        parameters,
        data,
        split,
        samples,
        test,
        eta,
        mini_batch_size,
        conventions,
        evaluates,
    })
}

/// Reads the origin of the data, and returns the data.
fn read_data(reader: &mut Reader, given: Option<&Samples>) -> Result<DataSet, Error> {
    let kind = reader.kind(&ORIGINS)?;
    match kind {
        OriginKind::Example => {
            let example = reader.kind(&Example::ALL)?;
            let data = DataSet::given(example.start()?.data, false);
            Ok(DataSet { origin: Origin::Example(example), ..data })
        }
        OriginKind::Generated => {
            let kind = reader.kind(&GeneratedKind::ALL)?;
            let (rule, count) = (reader.integer(255)? as u8, reader.usize(MAX_SAMPLES)?);
            let (noise, seed) = (reader.number()?, reader.integer(MAX_SEED)?);
            DataSet::generated(Generated { kind, rule, count, noise, seed })
        }
        OriginKind::Numbers => {
            let (inputs, outputs, count) = read_shape(reader)?;
            let (xs, ys) = (reader.list(count * inputs)?, reader.list(count * outputs)?);
            Ok(DataSet::given(Samples::new(inputs, outputs, count, xs, ys)?, false))
        }
        OriginKind::Fingerprint => {
            let (inputs, outputs, count) = read_shape(reader)?;
            let fingerprint = reader.integer(MAX_SEED)?;
            let same = |data: &&Samples| {
                (data.inputs(), data.outputs(), data.count()) == (inputs, outputs, count)
                    && data.fingerprint() == fingerprint
            };
            let data = given.filter(same).ok_or(Error::DataMissing { count })?;
            Ok(DataSet::given(data.clone(), false))
        }
    }
}

/// Reads how many numbers an x and a y have, and how many samples there are.
fn read_shape(reader: &mut Reader) -> Result<(usize, usize, usize), Error> {
    Ok((reader.usize(MAX_NEURONS)?, reader.usize(MAX_NEURONS)?, reader.usize(MAX_SAMPLES)?))
}
