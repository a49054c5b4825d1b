//! A journal as a list of numbers, for whoever keeps it: a page that restarts its worker, a link, a file.
//!
//! `[format, completed, example, seed, eta, mini-batch size, conventions, L, sizes…, given parameters: count, values…,
//! samples: count (0 = the example's own), xs…, ys…, entries: count, entries…]`, an entry being
//! `[epoch, mini-batch, sample, step, kind, …]`. Reading checks every number and makes the edits again
//! through the same door, so a list that was not written here is refused, never half believed.

use std::rc::Rc;

use crate::conventions::Conventions;
use crate::edit::Edit;
use crate::error::{Error, finite};
use crate::examples::{Example, Start};
use crate::journal::{Entry, Journal};
use crate::network::{check_mini_batch_size, check_seed};
use crate::rng::MAX_SEED;
use crate::samples::{MAX_SAMPLES, Samples};
use crate::session::Session;
use crate::sizes::{MAX_LAYERS, MAX_NEURONS, MAX_PARAMETERS, Sizes};
use crate::step::Position;

/// Format of the list; a change of meaning changes it.
const FORMAT: f64 = 20_002.0;

impl Session {
    /// The session as a list of numbers; see [`Session::replay`].
    #[must_use]
    pub fn journal(&self) -> Vec<f64> {
        write(self.entries(), self.completed())
    }

    /// The session a list from [`Session::journal`] describes. What that one had computed is not computed
    /// yet; [`Session::unfinished`] says how much it was.
    ///
    /// # Errors
    /// [`Error::Journal`], or what the list's own numbers are refused for.
    pub fn replay(journal: &[f64]) -> Result<Self, Error> {
        let mut reader = Reader { rest: journal };
        if reader.number()? != FORMAT {
            return Err(Error::Journal);
        }
        let completed = reader.whole(MAX_SEED)?;
        let mut session = Self::begin(read_start(&mut reader)?, completed)?;
        for _ in 0..reader.whole(u64::MAX)? {
            let position = Position {
                epoch: reader.whole(MAX_SEED)?,
                mini_batch: reader.whole(MAX_SEED)?,
                sample: reader.whole(MAX_SEED)?,
                step: reader.whole(MAX_SEED)?,
            };
            session.replay_edit(position, read_edit(&mut reader)?)?;
        }
        if reader.rest.is_empty() { Ok(session) } else { Err(Error::Journal) }
    }
}

fn write(journal: &Journal, completed: u64) -> Vec<f64> {
    let start = &journal.start;
    let example = Example::ALL.iter().position(|example| *example == start.example).unwrap_or_default();
    let mut list = vec![FORMAT, completed as f64, example as f64, start.seed as f64, start.eta];
    list.extend([start.mini_batch_size as f64, f64::from(start.conventions.bits())]);
    write_sizes(&mut list, &start.sizes);
    let given = start.parameters.as_deref().unwrap_or_default();
    list.push(given.len() as f64);
    list.extend(given);
    let own = start.example.start().is_ok_and(|own| own.samples == start.samples);
    if own {
        list.push(0.0);
    } else {
        list.push(start.samples.count() as f64);
        list.extend(start.samples.xs());
        list.extend(start.samples.ys());
    }
    list.push(journal.entries().len() as f64);
    for entry in journal.entries() {
        write_entry(&mut list, entry);
    }
    list
}

fn write_sizes(list: &mut Vec<f64>, sizes: &Sizes) {
    list.push(sizes.layers() as f64);
    list.extend(sizes.as_slice().iter().map(|n| *n as f64));
}

fn write_entry(list: &mut Vec<f64>, entry: &Entry) {
    let Position { epoch, mini_batch, sample, step } = entry.made_at;
    list.extend([epoch, mini_batch, sample, step].map(|number| number as f64));
    match &entry.edit {
        Edit::Eta(value) => list.extend([0.0, *value]),
        Edit::MiniBatchSize(size) => list.extend([1.0, *size as f64]),
        Edit::Sizes { sizes, survivors } => {
            list.push(2.0);
            write_sizes(list, sizes);
            list.extend(survivors.iter().map(|survivor| survivor.map_or(-1.0, |layer| layer as f64)));
        }
        Edit::Weight { layer, to, from, value } => {
            list.extend([3.0, *layer as f64, *to as f64, *from as f64, *value]);
        }
        Edit::Bias { layer, neuron, value } => list.extend([4.0, *layer as f64, *neuron as f64, *value]),
        Edit::Parameters(values) => {
            list.extend([5.0, values.len() as f64]);
            list.extend(values);
        }
        Edit::Input { sample, index, value } => list.extend([6.0, *sample as f64, *index as f64, *value]),
        Edit::Target { sample, index, value } => list.extend([7.0, *sample as f64, *index as f64, *value]),
        Edit::Conventions(conventions) => list.extend([8.0, f64::from(conventions.bits())]),
        Edit::Seed(_) | Edit::Example(_) => {
            unreachable!("these begin a journal, they are never in one")
        }
    }
}

fn read_start(reader: &mut Reader) -> Result<Start, Error> {
    let example = *Example::ALL.get(reader.place(Example::ALL.len())?).ok_or(Error::Journal)?;
    let seed = reader.whole(MAX_SEED)?;
    check_seed(seed)?;
    let eta = finite("eta", reader.number()?)?;
    let mini_batch_size = reader.place(MAX_SAMPLES)?;
    let conventions = Conventions::from_bits(reader.place(7)?);
    let sizes = read_sizes(reader)?;
    let given = reader.place(MAX_PARAMETERS)?;
    let given = reader.list(given)?;
    let parameters = (!given.is_empty()).then(|| given.to_vec());
    let count = reader.place(MAX_SAMPLES)?;
    let samples = if count == 0 {
        let own = example.start()?.samples;
        if (own.inputs(), own.outputs()) != (sizes.inputs(), sizes.outputs()) {
            return Err(Error::Journal);
        }
        own
    } else {
        let (xs, ys) = (reader.list(count * sizes.inputs())?, reader.list(count * sizes.outputs())?);
        Rc::new(Samples::new(sizes.inputs(), sizes.outputs(), count, xs, ys)?)
    };
    check_mini_batch_size(mini_batch_size, samples.count())?;
    let evaluates = example.evaluates();
    Ok(Start { example, sizes, seed, parameters, samples, eta, mini_batch_size, conventions, evaluates })
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
    Ok(match reader.place(8)? {
        0 => Edit::Eta(reader.number()?),
        1 => Edit::MiniBatchSize(reader.place(MAX_SAMPLES)?),
        2 => {
            let sizes = read_sizes(reader)?;
            let mut survivors = Vec::new();
            for survivor in reader.list(sizes.layers())? {
                let none = *survivor == -1.0;
                survivors.push(if none { None } else { Some(whole(*survivor, MAX_LAYERS as u64)? as usize) });
            }
            Edit::Sizes { sizes, survivors }
        }
        3 => {
            let [layer, to, from] = reader.places()?;
            Edit::Weight { layer, to, from, value: reader.number()? }
        }
        4 => {
            let [layer, neuron] = reader.places()?;
            Edit::Bias { layer, neuron, value: reader.number()? }
        }
        5 => {
            let count = reader.place(MAX_PARAMETERS)?;
            Edit::Parameters(reader.list(count)?.to_vec())
        }
        6 => {
            let [sample, index] = reader.places()?;
            Edit::Input { sample, index, value: reader.number()? }
        }
        8 => Edit::Conventions(Conventions::from_bits(reader.place(7)?)),
        _ => {
            let [sample, index] = reader.places()?;
            Edit::Target { sample, index, value: reader.number()? }
        }
    })
}

/// What is left of a list of numbers.
struct Reader<'a> {
    rest: &'a [f64],
}

impl<'a> Reader<'a> {
    /// The next `count` numbers; refused before anything is allocated if there are not so many.
    fn list(&mut self, count: usize) -> Result<&'a [f64], Error> {
        let (list, rest) = self.rest.split_at_checked(count).ok_or(Error::Journal)?;
        self.rest = rest;
        Ok(list)
    }

    fn number(&mut self) -> Result<f64, Error> {
        self.list(1).map(|list| list[0])
    }

    fn whole(&mut self, most: u64) -> Result<u64, Error> {
        whole(self.number()?, most)
    }

    fn place(&mut self, most: usize) -> Result<usize, Error> {
        self.whole(most as u64).map(|number| number as usize)
    }

    fn places<const N: usize>(&mut self) -> Result<[usize; N], Error> {
        let mut places = [0; N];
        for place in &mut places {
            *place = self.place(MAX_PARAMETERS)?;
        }
        Ok(places)
    }
}

fn whole(number: f64, most: u64) -> Result<u64, Error> {
    let fits = number.fract() == 0.0 && (0.0..=most as f64).contains(&number);
    if fits { Ok(number as u64) } else { Err(Error::Journal) }
}
