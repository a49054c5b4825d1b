//! The journal: the start of a session and its edits. The state at a position is a function of journal and
//! position; everything else can be computed again.

use alloc::rc::Rc;
use alloc::vec::Vec;

use crate::data::samples::Samples;
use crate::error::Error;
use crate::learn::parameters::Parameters;
use crate::subject::Subject;
use crate::time::edit::{Edit, Settings};
use crate::time::schedule::{MiniBatch, Schedule};
use crate::time::start::Start;
use crate::time::step::{Plan, Position};

/// When an edit begins to act. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ActsFrom {
    /// The first mini-batch that begins with the edit.
    pub(crate) index: u64,
    /// False for an edit made at or after the update of the mini-batch before: that mini-batch shows it at
    /// its end, but was computed without it.
    pub(crate) at_start: bool,
}

/// One edit, with its position.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct JournalEntry {
    /// The position at which it was made.
    pub(crate) made_at: Position,
    pub(crate) acts_from: ActsFrom,
    pub(crate) edit: Edit,
    /// The settings in force from then on.
    after: Settings,
}

impl JournalEntry {
    /// Returns how many numbers of samples are changed from this edit on.
    pub(crate) fn patches(&self) -> usize {
        self.after.samples.patches().len()
    }
}

/// The start of a session and its edits, in the order of time.
#[derive(Debug, Clone)]
pub(crate) struct Journal {
    pub(crate) start: Rc<Start>,
    begin: Settings,
    /// Reference-counted: undo keeps a copy of the journal before every edit.
    entries: Vec<Rc<JournalEntry>>,
    schedule: Schedule,
}

impl Journal {
    pub(crate) fn new(start: Start) -> Self {
        Self::of(Rc::new(start))
    }

    /// Makes a journal without edits, whose start others may have too.
    pub(crate) fn of(start: Rc<Start>) -> Self {
        let begin = Settings {
            eta: start.eta,
            mini_batch_size: start.mini_batch_size,
            conventions: start.conventions,
            sizes: start.sizes.clone(),
            samples: Rc::clone(&start.samples),
            test: start.test.clone(),
        };
        let schedule = Schedule::new(begin.samples.count(), begin.mini_batch_size);
        Self { start, begin, entries: Vec::new(), schedule }
    }

    /// The edits, in the order of time. The small core has none; the constant lets the compiler remove the
    /// code that applies them.
    pub(crate) fn entries(&self) -> &[Rc<JournalEntry>] {
        if cfg!(feature = "full") { &self.entries } else { &[] }
    }

    pub(crate) fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Returns the network before the first mini-batch, without the edits made there.
    pub(crate) fn first_network(&self) -> Result<Parameters, Error> {
        let sizes = self.begin.sizes.clone();
        match &self.start.parameters {
            Some(values) => Parameters::from_values(sizes, values),
            None => Ok(Parameters::normal(sizes, self.start.seed)),
        }
    }

    /// Returns the settings in force in mini-batch `index`, until its update.
    pub(crate) fn settings(&self, index: u64) -> &Settings {
        self.settings_up_to(ActsFrom { index, at_start: true })
    }

    /// Returns the settings in force from the update of mini-batch `index` to its end.
    pub(crate) fn settings_after(&self, index: u64) -> &Settings {
        self.settings_up_to(ActsFrom { index: index + 1, at_start: false })
    }

    /// Returns the evaluation samples at the end of mini-batch `index`.
    pub(crate) fn evaluated(&self, index: u64) -> &Samples {
        self.settings_after(index).evaluation_samples()
    }

    fn settings_up_to(&self, acts_from: ActsFrom) -> &Settings {
        match self.entries().partition_point(|entry| entry.acts_from <= acts_from) {
            0 => &self.begin,
            count => &self.entries()[count - 1].after,
        }
    }

    /// Returns about how many multiplications mini-batch `index` takes: parameters × samples.
    pub(crate) fn work(&self, index: u64) -> u64 {
        let settings = self.settings(index);
        settings.sizes.parameters() as u64 * settings.mini_batch_size as u64
    }

    /// Whether an edit begins to act at mini-batch `index`.
    pub(crate) fn changes_at(&self, index: u64) -> bool {
        let first = self.entries().partition_point(|entry| entry.acts_from.index < index);
        self.entries().get(first).is_some_and(|entry| entry.acts_from.index == index)
    }

    /// Applies all edits that begin to act at mini-batch `index`.
    pub(crate) fn apply_at(&self, index: u64, network: &mut Parameters) {
        self.apply(network, |acts_from| acts_from.index == index);
    }

    /// Applies those of them that were made at the end of the mini-batch before.
    pub(crate) fn apply_early(&self, index: u64, network: &mut Parameters) {
        self.apply(network, |acts_from| acts_from.index == index && !acts_from.at_start);
    }

    fn apply(&self, network: &mut Parameters, wanted: impl Fn(ActsFrom) -> bool) {
        for entry in self.entries().iter().filter(|entry| wanted(entry.acts_from)) {
            entry.edit.apply(network, self.start.seed);
        }
    }

    /// Returns the plan of a mini-batch.
    pub(crate) fn plan(&self, at: &MiniBatch) -> Plan {
        let layers = self.settings(at.index).sizes.layers();
        Plan { layers, m: at.m, last: at.last, evaluates: self.start.evaluates }
    }

    /// Returns the mini-batch of a position, and its plan.
    ///
    /// # Errors
    /// [`Error::Position`] if there is no such position.
    pub(crate) fn find(&self, position: Position) -> Result<(MiniBatch, Plan), Error> {
        let at = self.schedule.find(position.epoch, position.mini_batch)?;
        let plan = self.plan(&at);
        if position.sample > at.m {
            return Err(Error::Position {
                what: Subject::SampleIndex,
                got: position.sample,
                limit: at.m + 1,
            });
        }
        let limit = plan.length_at(position.sample);
        if position.step >= limit {
            return Err(Error::Position { what: Subject::StepIndex, got: position.step, limit });
        }
        Ok((at, plan))
    }

    /// Adds an edit and removes the later ones. Returns when the edit begins to act, and the position of the
    /// same kind of step after it.
    ///
    /// # Errors
    /// [`Error::Position`], and the errors of [`Edit::check`]; then nothing is changed.
    pub(crate) fn edit(&mut self, position: Position, edit: Edit) -> Result<(ActsFrom, Position), Error> {
        let (at, plan) = self.find(position)?;
        let at_start = position.sample < at.m || position.step < Plan::UPDATE;
        let acts_from = ActsFrom { index: if at_start { at.index } else { at.index + 1 }, at_start };
        edit.check(self.settings_up_to(acts_from))?;
        let kept = self.entries().partition_point(|entry| entry.acts_from <= acts_from);
        self.entries.truncate(kept);
        let same = |last: &mut Rc<JournalEntry>| last.acts_from == acts_from && edit.replaces(&last.edit);
        // The position of the edit that is replaced is valid without that edit. That of the new one may not
        // be.
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

    /// Returns about how many multiplications the first `count` mini-batches take, all and the longest of
    /// them: parameters × samples, three times for forward, backward and the gradient, and once for each
    /// evaluation.
    pub(crate) fn work_until(&self, count: u64) -> (f64, f64) {
        let changes = self.entries().iter().map(|entry| entry.acts_from.index.min(count));
        let (mut from, mut work, mut longest, mut most) = (0, 0.0, 0.0_f64, 0.0_f64);
        for to in changes.chain([count]) {
            let Settings { sizes, mini_batch_size, .. } = self.settings(from);
            let parameters = sizes.parameters() as f64;
            let one = 3.0 * parameters * *mini_batch_size as f64;
            work += (to - from) as f64 * one;
            longest = longest.max(one);
            most = most.max(parameters);
            from = to;
        }
        if self.start.evaluates {
            let epochs = self.schedule.locate(count).epoch as f64;
            let one = most * self.evaluated(count).count() as f64;
            work += epochs * one;
            longest = longest.max(one);
        }
        (work, longest)
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
