//! The journal: how a session began and what was changed where. With a position it is the whole
//! session; everything else can be computed from it.

use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::error::Error;
use crate::learn::parameters::Parameters;
use crate::time::edit::{Edit, Settings};
use crate::time::schedule::{MiniBatch, Schedule};
use crate::time::start::Start;
use crate::time::step::{Plan, Position};

/// From where on an edit acts. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ActsFrom {
    /// The first mini-batch that begins with it.
    pub(crate) index: u64,
    /// False if it is seen already at the end of the mini-batch before, from the update on: it was made
    /// there, when that mini-batch could not be changed by it any more.
    pub(crate) at_start: bool,
}

/// One edit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct JournalEntry {
    /// Where the person was.
    pub(crate) made_at: Position,
    pub(crate) acts_from: ActsFrom,
    pub(crate) edit: Edit,
    /// What is in force from there on.
    after: Settings,
}

/// How a session began and what was changed, in the order of time.
#[derive(Debug, Clone)]
pub(crate) struct Journal {
    pub(crate) start: Rc<Start>,
    begin: Settings,
    /// Shared, because every edit that can be undone keeps the journal before it.
    entries: Vec<Rc<JournalEntry>>,
    schedule: Schedule,
}

impl Journal {
    pub(crate) fn new(start: Start) -> Self {
        let begin = Settings {
            eta: start.eta,
            mini_batch_size: start.mini_batch_size,
            conventions: start.conventions,
            sizes: start.sizes.clone(),
            samples: Rc::clone(&start.samples),
            test: start.test.clone(),
        };
        let schedule = Schedule::new(begin.samples.count(), begin.mini_batch_size);
        Self { start: Rc::new(start), begin, entries: Vec::new(), schedule }
    }

    /// In the order of time. The small core knows that there are none, which keeps out what is done with them.
    pub(crate) fn entries(&self) -> &[Rc<JournalEntry>] {
        if cfg!(feature = "full") { &self.entries } else { &[] }
    }

    pub(crate) fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// The network before the first mini-batch and before the edits made there.
    pub(crate) fn first_network(&self) -> Result<Parameters, Error> {
        let sizes = self.begin.sizes.clone();
        match &self.start.parameters {
            Some(values) => Parameters::from_values(sizes, values),
            None => Ok(Parameters::normal(sizes, self.start.seed)),
        }
    }

    /// What is in force in mini-batch `index` until its update.
    pub(crate) fn settings(&self, index: u64) -> &Settings {
        self.settings_up_to(ActsFrom { index, at_start: true })
    }

    /// What is in force from the update of mini-batch `index` to its end.
    pub(crate) fn settings_after(&self, index: u64) -> &Settings {
        self.settings_up_to(ActsFrom { index: index + 1, at_start: false })
    }

    /// The samples on which right answers are counted at the end of mini-batch `index`.
    pub(crate) fn evaluated(&self, index: u64) -> &Samples {
        let settings = self.settings_after(index);
        settings.test.as_ref().unwrap_or(&settings.samples)
    }

    fn settings_up_to(&self, acts_from: ActsFrom) -> &Settings {
        match self.entries().partition_point(|entry| entry.acts_from <= acts_from) {
            0 => &self.begin,
            count => &self.entries()[count - 1].after,
        }
    }

    /// Whether something is changed before mini-batch `index` begins.
    pub(crate) fn changes_at(&self, index: u64) -> bool {
        let first = self.entries().partition_point(|entry| entry.acts_from.index < index);
        self.entries().get(first).is_some_and(|entry| entry.acts_from.index == index)
    }

    /// Carries out all edits that act from mini-batch `index` on.
    pub(crate) fn apply_at(&self, index: u64, network: &mut Parameters) {
        self.apply(network, |acts_from| acts_from.index == index);
    }

    /// Carries out those edits of them that were made at the end of the mini-batch before.
    pub(crate) fn apply_early(&self, index: u64, network: &mut Parameters) {
        self.apply(network, |acts_from| acts_from.index == index && !acts_from.at_start);
    }

    fn apply(&self, network: &mut Parameters, wanted: impl Fn(ActsFrom) -> bool) {
        for entry in self.entries().iter().filter(|entry| wanted(entry.acts_from)) {
            entry.edit.apply(network, self.start.seed);
        }
    }

    /// The steps of a mini-batch.
    pub(crate) fn plan(&self, at: &MiniBatch) -> Plan {
        let layers = self.settings(at.index).sizes.layers();
        Plan { layers, m: at.m, last: at.last, evaluates: self.start.evaluates }
    }

    /// The mini-batch of a position, with its steps.
    ///
    /// # Errors
    /// [`Error::Position`] if there is no such position.
    pub(crate) fn find(&self, position: Position) -> Result<(MiniBatch, Plan), Error> {
        let at = self.schedule.find(position.epoch, position.mini_batch)?;
        let plan = self.plan(&at);
        if position.sample > at.m {
            return Err(Error::Position { what: "the sample", got: position.sample, limit: at.m + 1 });
        }
        let limit = plan.length_at(position.sample);
        if position.step >= limit {
            return Err(Error::Position { what: "the step", got: position.step, limit });
        }
        Ok((at, plan))
    }

    /// Makes an edit: what was changed later is dropped. Returns where it acts and the position of the
    /// same kind of step in what is now that mini-batch.
    ///
    /// # Errors
    /// [`Error::Position`], and what [`Edit::check`] refuses; then nothing is changed.
    pub(crate) fn edit(&mut self, position: Position, edit: Edit) -> Result<(ActsFrom, Position), Error> {
        let (at, plan) = self.find(position)?;
        let at_start = position.sample < at.m || position.step < Plan::UPDATE;
        let acts_from = ActsFrom { index: if at_start { at.index } else { at.index + 1 }, at_start };
        edit.check(self.settings_up_to(acts_from))?;
        let kept = self.entries().partition_point(|entry| entry.acts_from <= acts_from);
        self.entries.truncate(kept);
        let same = |last: &mut Rc<JournalEntry>| last.acts_from == acts_from && edit.replaces(&last.edit);
        // The position of the one replaced is valid without it, which this one's need not be.
        let made_at = self.entries.pop_if(same).map_or(position, |last| last.made_at);
        let after = edit.settings(self.settings_up_to(acts_from));
        self.entries.push(Rc::new(JournalEntry { made_at, acts_from, edit, after }));
        self.reschedule();
        if !at_start {
            return Ok((acts_from, position));
        }
        let (sample, step) =
            self.plan(&self.schedule.locate(at.index)).nearest(&plan, position.sample, position.step);
        Ok((acts_from, Position { sample, step, ..position }))
    }

    fn reschedule(&mut self) {
        let mut size = self.begin.mini_batch_size;
        self.schedule = Schedule::new(self.begin.samples.count(), size);
        for entry in &self.entries {
            if entry.after.mini_batch_size != size {
                size = entry.after.mini_batch_size;
                self.schedule.change(entry.acts_from.index, size);
            }
        }
    }
}
