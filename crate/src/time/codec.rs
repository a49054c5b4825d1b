//! A journal as a list of numbers, for whoever keeps it: a page that restarts its worker, a link, a file.
//!
//! `[format, completed, origin…, seed, eta, mini-batch size, conventions, L, sizes…, given parameters: count, values…,
//! whether right answers are counted, split: kind and two numbers, numbers of x and y still the data's,
//! changed numbers: count, (sample, place, value)…, entries: count, entries…]`, an entry being
//! `[epoch, mini-batch, sample, step, kind, …]`. The origin is `[0, example]`, `[1, kind, rule, count, noise,
//! seed]` of a generated set, `[2, inputs, outputs, count, xs…, ys…]` of a small one that was given, and
//! `[3, inputs, outputs, count, fingerprint]` of a big one, which has to be given again. Reading checks every
//! number and makes the edits again as if they were new, so a list that was not written here is refused.

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
use crate::learn::sizes::{MAX_LAYERS, MAX_NEURONS, MAX_PARAMETERS, Sizes};
use crate::rng::{MAX_SEED, check_seed};
use crate::time::edit::Edit;
use crate::time::journal::{Journal, JournalEntry};
use crate::time::reader::{Reader, integer, place};
use crate::time::session::Session;
use crate::time::start::Start;
use crate::time::step::Position;

/// Format of the list; a change of meaning changes it.
const FORMAT: f64 = 20_003.0;
/// Given data of up to so many numbers is in the journal.
const MOST_NUMBERS: usize = 4_000;

/// In the place of a kept layer, of a layer that was added.
const ADDED_LAYER: f64 = -1.0;

/// The ways to name data.
#[derive(Debug, Clone, Copy, PartialEq)]
enum OriginKind {
    Example,
    Generated,
    /// Given, with its numbers.
    Numbers,
    /// Given, too big for a journal.
    Fingerprint,
}

/// The ways to split data.
#[derive(Debug, Clone, Copy, PartialEq)]
enum SplitKind {
    All,
    Share,
    Ends,
}

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

// The tables of kinds. The number of a kind in a list is its index here, so a new kind goes to the end.
const ORIGINS: [OriginKind; 4] =
    [OriginKind::Example, OriginKind::Generated, OriginKind::Numbers, OriginKind::Fingerprint];
const SPLITS: [SplitKind; 3] = [SplitKind::All, SplitKind::Share, SplitKind::Ends];
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

/// The number of a kind: its index in the table of its kinds.
fn number_of<T: PartialEq>(kind: T, table: &[T]) -> f64 {
    table.iter().position(|other| *other == kind).unwrap_or_default() as f64
}

impl Session {
    /// The session as a list of numbers; see [`Session::replay`].
    #[must_use]
    pub fn journal_numbers(&self) -> Vec<f64> {
        write(self.journal(), self.completed())
    }

    /// The session a list from [`Session::journal_numbers`] describes. What that one had computed is not computed
    /// yet; [`Session::unfinished`] says how much it was. `data` is what the session was made with, where
    /// that is too big for a journal.
    ///
    /// # Errors
    /// [`Error::Journal`], [`Error::DataMissing`], or what the list's own numbers are refused for.
    pub fn replay(journal: &[f64], data: Option<&Samples>) -> Result<Self, Error> {
        let mut reader = Reader { rest: journal };
        if reader.number()? != FORMAT {
            return Err(Error::Journal);
        }
        let completed = reader.integer(MAX_SEED)?;
        let mut session = Self::begin(read_start(&mut reader, data)?, completed)?;
        for _ in 0..reader.integer(u64::MAX)? {
            let position = Position {
                epoch: reader.integer(MAX_SEED)?,
                mini_batch: reader.integer(MAX_SEED)?,
                sample: reader.integer(MAX_SEED)?,
                step: reader.integer(MAX_SEED)?,
            };
            session.replay_edit(position, read_edit(&mut reader)?)?;
        }
        if reader.rest.is_empty() { Ok(session) } else { Err(Error::Journal) }
    }
}

fn write(journal: &Journal, completed: u64) -> Vec<f64> {
    let start = &journal.start;
    let mut list = vec![FORMAT, completed as f64];
    write_origin(&mut list, start);
    list.extend([start.seed as f64, start.eta, start.mini_batch_size as f64]);
    list.push(f64::from(start.conventions.bits()));
    write_sizes(&mut list, &start.sizes);
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
    list.push(journal.entries().len() as f64);
    for entry in journal.entries() {
        write_entry(&mut list, entry);
    }
    list
}

/// The small core opens examples only, so that it needs no code for other data.
const FULL: bool = cfg!(feature = "full");

fn write_origin(list: &mut Vec<f64>, start: &Start) {
    let samples = &start.data;
    let count = samples.count();
    match start.origin {
        Origin::Example(example) => {
            list.extend([number_of(OriginKind::Example, &ORIGINS), number_of(example, &Example::ALL)]);
        }
        Origin::Generated(Generated { kind, rule, count, noise, seed }) if FULL => {
            list.push(number_of(OriginKind::Generated, &ORIGINS));
            list.push(number_of(kind, &GeneratedKind::ALL));
            list.extend([f64::from(rule), count as f64, noise, seed as f64]);
        }
        Origin::Given if FULL => {
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
        Origin::Generated(_) | Origin::Given => {}
    }
}

fn write_sizes(list: &mut Vec<f64>, sizes: &Sizes) {
    list.push(sizes.layers() as f64);
    list.extend(sizes.as_slice().iter().map(|n| *n as f64));
}

fn write_entry(list: &mut Vec<f64>, entry: &JournalEntry) {
    let Position { epoch, mini_batch, sample, step } = entry.made_at;
    list.extend([epoch, mini_batch, sample, step].map(|number| number as f64));
    let mut write = |kind, numbers: &[f64]| {
        list.push(number_of(kind, &EDITS));
        list.extend(numbers);
    };
    match &entry.edit {
        Edit::Eta(value) => write(EditKind::Eta, &[*value]),
        Edit::MiniBatchSize(size) => write(EditKind::MiniBatchSize, &[*size as f64]),
        Edit::Sizes { sizes, kept_layers } => {
            write(EditKind::Sizes, &[]);
            write_sizes(list, sizes);
            list.extend(kept_layers.iter().map(|kept| kept.map_or(ADDED_LAYER, |layer| layer as f64)));
        }
        Edit::Weight { layer, to, from, value } => {
            write(EditKind::Weight, &[*layer as f64, *to as f64, *from as f64, *value]);
        }
        Edit::Bias { layer, neuron, value } => {
            write(EditKind::Bias, &[*layer as f64, *neuron as f64, *value]);
        }
        Edit::Parameters(values) => {
            write(EditKind::Parameters, &[values.len() as f64]);
            list.extend(values);
        }
        Edit::Input { sample, index, value } => {
            write(EditKind::Input, &[*sample as f64, *index as f64, *value]);
        }
        Edit::Target { sample, index, value } => {
            write(EditKind::Target, &[*sample as f64, *index as f64, *value]);
        }
        Edit::Conventions(conventions) => {
            write(EditKind::Conventions, &[f64::from(conventions.bits())]);
        }
    }
}

fn read_start(reader: &mut Reader, given: Option<&Samples>) -> Result<Start, Error> {
    let DataSet { origin, samples: data, .. } = read_data(reader, given)?;
    let seed = reader.integer(MAX_SEED)?;
    check_seed(seed)?;
    let eta = finite("eta", reader.number()?)?;
    let mini_batch_size = reader.place(MAX_SAMPLES)?;
    let conventions = Conventions::from_bits(reader.place(7)?);
    let sizes = read_sizes(reader)?;
    let given = reader.place(MAX_PARAMETERS)?;
    let given = reader.list(given)?;
    let parameters = (!given.is_empty()).then(|| given.to_vec());
    let evaluates = reader.integer(1)? == 1;
    let (kind, [one, other]) = (reader.kind(&SPLITS)?, [reader.number()?, reader.number()?]);
    let split = match kind {
        SplitKind::All if (one, other) == (0.0, 0.0) => TrainTestSplit::All,
        SplitKind::All => return Err(Error::Journal),
        SplitKind::Share => TrainTestSplit::Share { share: one, seed: integer(other, MAX_SEED)? },
        SplitKind::Ends => TrainTestSplit::Ends { train: place(one)?, test: place(other)? },
    };
    let (train, test) = split.split(&data)?;
    let kept = (reader.place(MAX_NEURONS)?, reader.place(MAX_NEURONS)?);
    let changed = reader.place(MAX_SAMPLES)?;
    let mut patches = Vec::new();
    for patch in reader.list(3 * changed)?.chunks_exact(3) {
        patches.push((place(patch[0])? as u32, place(patch[1])? as u32, patch[2]));
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

/// The data by its origin; nothing else of it is known here.
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
            let (rule, count) = (reader.integer(255)? as u8, reader.place(MAX_SAMPLES)?);
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

/// Numbers of an x, of a y, and how many samples.
fn read_shape(reader: &mut Reader) -> Result<(usize, usize, usize), Error> {
    Ok((reader.place(MAX_NEURONS)?, reader.place(MAX_NEURONS)?, reader.place(MAX_SAMPLES)?))
}

fn read_sizes(reader: &mut Reader) -> Result<Sizes, Error> {
    let layers = reader.place(MAX_LAYERS)?;
    let mut sizes = Vec::new();
    for _ in 0..layers {
        sizes.push(reader.place(MAX_NEURONS)?);
    }
    Sizes::new(&sizes)
}

fn read_edit(reader: &mut Reader) -> Result<Edit, Error> {
    Ok(match reader.kind(&EDITS)? {
        EditKind::Eta => Edit::Eta(reader.number()?),
        EditKind::MiniBatchSize => Edit::MiniBatchSize(reader.place(MAX_SAMPLES)?),
        EditKind::Sizes => {
            let sizes = read_sizes(reader)?;
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
            let [layer, to, from] = reader.places()?;
            Edit::Weight { layer, to, from, value: reader.number()? }
        }
        EditKind::Bias => {
            let [layer, neuron] = reader.places()?;
            Edit::Bias { layer, neuron, value: reader.number()? }
        }
        EditKind::Parameters => {
            let count = reader.place(MAX_PARAMETERS)?;
            Edit::Parameters(reader.list(count)?.to_vec())
        }
        EditKind::Input => {
            let [sample, index] = reader.places()?;
            Edit::Input { sample, index, value: reader.number()? }
        }
        EditKind::Target => {
            let [sample, index] = reader.places()?;
            Edit::Target { sample, index, value: reader.number()? }
        }
        EditKind::Conventions => Edit::Conventions(Conventions::from_bits(reader.place(7)?)),
    })
}
