//! Samples: inputs and targets, checked once. A data set is held once however many views of it there are.

use alloc::rc::Rc;
use alloc::vec;
use alloc::vec::Vec;

#[cfg(feature = "full")]
use crate::data::nonzeros::{NonZero, of_numbers};
use crate::data::store::Store;
use crate::error::{Error, finite_list, range};
use crate::learn::sizes::MAX_NEURONS;
use crate::subject::Subject;

/// The most samples of a data set.
pub const MAX_SAMPLES: usize = 100_000;

/// One number that was changed: sample, place among x and then y, value. In the order of sample and place.
pub(crate) type Patch = (u32, u32, f64);

/// Pairs of input x and target y, cheap to clone: a view of a data set, of all of its rows or of some, with
/// what was changed in it. Shapes: x has `inputs` numbers, y `outputs`.
#[derive(Debug, Clone)]
pub struct Samples {
    store: Rc<Store>,
    /// The rows of the store that are seen; without it all of them, in their order.
    rows: Option<Rc<[u32]>>,
    inputs: usize,
    outputs: usize,
    /// The first so many numbers of x and y still are the store's; further ones are 0.
    kept: (usize, usize),
    patches: Rc<[Patch]>,
}

impl Samples {
    /// `count` samples, one after the other in `xs` and in `ys`.
    ///
    /// # Errors
    /// [`Error::Samples`], [`Error::OutOfRange`], [`Error::Length`], [`Error::ListNotFinite`].
    pub fn new(inputs: usize, outputs: usize, count: usize, xs: &[f64], ys: &[f64]) -> Result<Self, Error> {
        Self::check(inputs, outputs, count, xs, ys)?;
        Ok(Self::of(Store::numbers(inputs, outputs, count, xs, ys)))
    }

    /// Refuses what [`Samples::new`] refuses.
    ///
    /// # Errors
    /// As there.
    pub(crate) fn check(
        inputs: usize,
        outputs: usize,
        count: usize,
        xs: &[f64],
        ys: &[f64],
    ) -> Result<(), Error> {
        check_count(count)?;
        // The small core has only samples of its own.
        if cfg!(feature = "full") {
            range(Subject::Inputs, 1, MAX_NEURONS, inputs)?;
            range(Subject::Targets, 1, MAX_NEURONS, outputs)?;
        }
        finite_list(Subject::Xs, xs, count * inputs)?;
        finite_list(Subject::Ys, ys, count * outputs)
    }

    /// All of a data set.
    pub(crate) fn of(store: Store) -> Self {
        let (inputs, outputs) = (store.inputs(), store.outputs());
        Self {
            store: Rc::new(store),
            rows: None,
            inputs,
            outputs,
            kept: (inputs, outputs),
            patches: Rc::from([]),
        }
    }

    /// How many samples.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.as_ref().map_or(self.store.count(), |rows| rows.len())
    }

    /// How many numbers an x has.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// How many numbers a y has.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Input of sample `i`, counted from 0.
    #[must_use]
    pub fn x(&self, i: usize) -> Vec<f64> {
        let mut x = vec![0.0; self.inputs];
        self.read_x(i, &mut x);
        x
    }

    /// Target of sample `i`, counted from 0.
    #[must_use]
    pub fn y(&self, i: usize) -> Vec<f64> {
        let mut y = vec![0.0; self.outputs];
        self.read_y(i, &mut y);
        y
    }

    /// Returns input and target of sample `i` without copying them. None if the view changes them, or if they
    /// are stored as bytes. Only the `Batch` of the full core needs it.
    #[cfg(feature = "full")]
    pub(crate) fn contiguous(&self, i: usize) -> Option<(&[f64], &[f64])> {
        let (x, y) = self.store.contiguous(self.row(i))?;
        self.is_as_stored().then_some((x, y))
    }

    /// Whether the view changes no input and no target.
    #[cfg(feature = "full")]
    fn is_as_stored(&self) -> bool {
        self.patches.is_empty()
            && self.kept == (self.inputs, self.outputs)
            && self.kept == (self.store.inputs(), self.store.outputs())
    }

    /// Returns about how many numbers of an input are not +0.
    #[cfg(feature = "full")]
    pub(crate) fn nonzeros(&self) -> f64 {
        self.store.nonzeros() * (self.kept.0 as f64 / self.store.inputs() as f64)
    }

    /// Writes the numbers of input `i` that are not +0 to a list with room for a whole input, in ascending
    /// order of the index. Returns how many they are. `x` has room for an input.
    #[cfg(feature = "full")]
    pub(crate) fn write_nonzeros(&self, i: usize, x: &mut [f64], list: &mut [NonZero]) -> usize {
        if self.is_as_stored() {
            return self.store.write_nonzeros(self.row(i), list);
        }
        self.read_x(i, x);
        of_numbers(x, list)
    }

    /// Writes the input of sample `i` into a list of `inputs` numbers.
    pub(crate) fn read_x(&self, i: usize, into: &mut [f64]) {
        self.store.read_x(self.row(i), &mut into[..self.kept.0]);
        clear(&mut into[self.kept.0..]);
        self.patch(i, 0, into);
    }

    /// Writes the target of sample `i` into a list of `outputs` numbers.
    pub(crate) fn read_y(&self, i: usize, into: &mut [f64]) {
        self.store.read_y(self.row(i), &mut into[..self.kept.1]);
        clear(&mut into[self.kept.1..]);
        self.patch(i, self.inputs, into);
    }

    /// A number that stands for what the data set holds, all of its rows, without what was changed.
    pub(crate) fn fingerprint(&self) -> u64 {
        self.store.hash()
    }

    /// Bytes of the data set, about.
    pub(crate) fn bytes(&self) -> usize {
        self.store.bytes()
    }

    /// Whether the data set is held as numbers, which it was given as, and how many numbers it has.
    pub(crate) fn numbers(&self) -> Option<usize> {
        self.store.is_numbers().then(|| self.store.count() * (self.store.inputs() + self.store.outputs()))
    }

    /// The first so many numbers of x and of y that still are those of the data set.
    pub(crate) fn kept(&self) -> (usize, usize) {
        self.kept
    }

    /// What was changed.
    pub(crate) fn patches(&self) -> &[Patch] {
        &self.patches
    }

    /// These rows of it, in this order; all exist.
    pub(crate) fn picked(&self, rows: Vec<u32>) -> Self {
        Self { rows: Some(rows.into()), ..self.clone() }
    }

    /// The view of the same rows with these shapes and changes, as a journal has them.
    ///
    /// # Errors
    /// [`Error::Journal`] if they are none.
    pub(crate) fn viewed(
        &self,
        shape: (usize, usize),
        kept: (usize, usize),
        patches: Vec<Patch>,
    ) -> Result<Self, Error> {
        let fits = kept.0 <= self.kept.0.min(shape.0) && kept.1 <= self.kept.1.min(shape.1);
        let inside = |(sample, place, value): &Patch| {
            (*sample as usize) < self.count() && (*place as usize) < shape.0 + shape.1 && value.is_finite()
        };
        let sorted = patches.is_sorted_by(|one, next| (one.0, one.1) < (next.0, next.1));
        if !fits || !sorted || !patches.iter().all(inside) {
            return Err(Error::Journal);
        }
        let (inputs, outputs) = shape;
        Ok(Self { inputs, outputs, kept, patches: patches.into(), ..self.clone() })
    }

    /// The same with one input replaced; `value` is finite and both indices exist.
    pub(crate) fn with_input(&self, sample: usize, index: usize, value: f64) -> Self {
        self.with(sample, index, value)
    }

    /// The same with one target replaced; `value` is finite and both indices exist.
    pub(crate) fn with_target(&self, sample: usize, index: usize, value: f64) -> Self {
        self.with(sample, self.inputs + index, value)
    }

    fn with(&self, sample: usize, place: usize, value: f64) -> Self {
        let (sample, place) = (sample as u32, place as u32);
        let mut patches = self.patches.to_vec();
        match patches.binary_search_by(|patch| (patch.0, patch.1).cmp(&(sample, place))) {
            Ok(at) => patches[at].2 = value,
            Err(at) => patches.insert(at, (sample, place, value)),
        }
        Self { patches: patches.into(), ..self.clone() }
    }

    /// The same samples with other numbers of inputs and outputs: the first ones are kept, new ones
    /// are 0.
    pub(crate) fn resized(&self, inputs: usize, outputs: usize) -> Self {
        let mut patches = self.patches.to_vec();
        patches.retain_mut(|(_, place, _)| {
            let at = *place as usize;
            if at < self.inputs {
                return at < inputs;
            }
            *place = (at - self.inputs + inputs) as u32;
            at - self.inputs < outputs
        });
        let kept = (self.kept.0.min(inputs), self.kept.1.min(outputs));
        Self { inputs, outputs, kept, patches: patches.into(), ..self.clone() }
    }

    fn row(&self, i: usize) -> usize {
        self.rows.as_ref().map_or(i, |rows| rows[i] as usize)
    }

    /// Puts the changed numbers of sample `i` into its list, whose first number has this place.
    fn patch(&self, i: usize, first: usize, into: &mut [f64]) {
        if self.patches.is_empty() {
            return;
        }
        let from = self.patches.partition_point(|patch| (patch.0 as usize, patch.1 as usize) < (i, first));
        for (_, place, value) in self.patches[from..].iter().take_while(|patch| patch.0 as usize == i) {
            if let Some(number) = into.get_mut(*place as usize - first) {
                *number = *value;
            }
        }
    }
}

/// Equal if every number is, however they are held.
impl PartialEq for Samples {
    fn eq(&self, other: &Self) -> bool {
        let shape = |samples: &Self| (samples.count(), samples.inputs, samples.outputs);
        shape(self) == shape(other)
            && (0..self.count()).all(|i| self.x(i) == other.x(i) && self.y(i) == other.y(i))
    }
}

/// Refuses no samples and too many.
pub(crate) fn check_count(count: usize) -> Result<(), Error> {
    if (1..=MAX_SAMPLES).contains(&count) {
        return Ok(());
    }
    Err(Error::Samples { max: MAX_SAMPLES, got: count })
}

/// Nothing, mostly, which is asked first: filling nothing is a call too.
fn clear(rest: &mut [f64]) {
    if !rest.is_empty() {
        rest.fill(0.0);
    }
}
