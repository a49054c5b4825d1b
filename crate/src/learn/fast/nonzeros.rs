//! The inputs of a part of a mini-batch as lists of the numbers that are not 0.

use alloc::vec;
use alloc::vec::Vec;

use crate::data::nonzeros::NonZero;
use crate::data::samples::Samples;

/// A list for each sample, and which inputs are in any list.
#[derive(Debug, Clone)]
pub(crate) struct NonZeros {
    list: Vec<NonZero>,
    /// Where each sample's list ends.
    ends: Vec<usize>,
    /// For each input whether it is in a list since the last [`NonZeros::list_touched`].
    is_touched: Vec<bool>,
    /// Those inputs, in ascending order.
    touched: Vec<u32>,
    /// Room for one input.
    x: Vec<f64>,
}

impl NonZeros {
    pub(crate) fn new(inputs: usize) -> Self {
        Self {
            list: Vec::new(),
            ends: Vec::new(),
            is_touched: vec![false; inputs],
            touched: Vec::new(),
            x: vec![0.0; inputs],
        }
    }

    /// Lists the inputs of the samples `which`.
    pub(crate) fn load(&mut self, samples: &Samples, which: impl Iterator<Item = usize>) {
        let inputs = self.x.len();
        self.ends.clear();
        let mut end = 0;
        for i in which {
            if self.list.len() < end + inputs {
                self.list.resize(end + inputs, NonZero::default());
            }
            end += samples.write_nonzeros(i, &mut self.x, &mut self.list[end..][..inputs]);
            self.ends.push(end);
        }
    }

    /// The samples' lists, in ascending order of the input.
    pub(crate) fn samples(&self) -> impl Iterator<Item = &[NonZero]> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let list = &self.list[start..*end];
            start = *end;
            list
        })
    }

    /// Marks the inputs in the lists as touched.
    pub(crate) fn touch(&mut self) {
        let end = self.ends.last().map_or(0, |end| *end);
        for number in &self.list[..end] {
            if let Some(is_touched) = self.is_touched.get_mut(number.at as usize) {
                *is_touched = true;
            }
        }
    }

    /// Lists the inputs touched, and begins anew.
    pub(crate) fn list_touched(&mut self) {
        self.touched.resize(self.is_touched.len(), 0);
        let mut count = 0;
        // Without a branch: the next one overwrites an input that is not touched.
        for (k, is_touched) in (0..).zip(&mut self.is_touched) {
            if let Some(touched) = self.touched.get_mut(count) {
                *touched = k;
            }
            count += usize::from(*is_touched);
            *is_touched = false;
        }
        self.touched.truncate(count);
    }

    /// The inputs that [`NonZeros::list_touched`] found.
    pub(crate) fn touched(&self) -> &[u32] {
        &self.touched
    }
}
