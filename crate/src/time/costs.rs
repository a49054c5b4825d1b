//! The costs of all completed mini-batches, in bounded memory: with many mini-batches, several share a
//! bucket. How many is a function of how many mini-batches are completed, also after the last ones were
//! removed.

#[cfg(feature = "full")]
use alloc::rc::Rc;
use alloc::vec::Vec;

/// The most buckets; a power of two.
pub const MAX_BUCKETS: usize = 4096;

/// The costs of `span` consecutive mini-batches.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bucket {
    sum: f64,
    low: f64,
    high: f64,
    count: u64,
}

impl Bucket {
    fn join(self, other: Self) -> Self {
        Self {
            sum: self.sum + other.sum,
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            count: self.count + other.count,
        }
    }
}

/// Mean, lowest and highest cost of each `span` mini-batches, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Costs {
    span: u64,
    completed: u64,
    buckets: Vec<Bucket>,
    narrower: Narrower,
}

impl Default for Costs {
    fn default() -> Self {
        Self { span: 1, completed: 0, buckets: Vec::new(), narrower: Default::default() }
    }
}

impl Costs {
    /// Adds the cost of the next mini-batch.
    pub fn push(&mut self, cost: f64) {
        let bucket = Bucket { sum: cost, low: cost, high: cost, count: 1 };
        if self.completed.is_multiple_of(self.span) {
            if self.buckets.len() == MAX_BUCKETS {
                self.narrower.push(&self.buckets);
                self.buckets = joined(&self.buckets);
                self.span *= 2;
            }
            self.buckets.push(bucket);
        } else if let Some(last) = self.buckets.last_mut() {
            *last = last.join(bucket);
        }
        self.completed += 1;
    }

    /// Removes the costs from mini-batch `index` on, and those before it in the same bucket.
    pub fn truncate(&mut self, index: u64) {
        if index >= self.completed {
            return;
        }
        self.completed = index / span_of(index) * span_of(index);
        let span = span_of(self.completed);
        if span < self.span {
            self.buckets = self.narrower.pop_to(span);
            self.span = span;
        }
        self.buckets.truncate((self.completed / span) as usize);
    }

    /// Number of costs that were added.
    #[must_use]
    pub fn completed(&self) -> u64 {
        self.completed
    }

    /// Mini-batches in a bucket; the last bucket may have fewer.
    #[must_use]
    pub fn span(&self) -> u64 {
        self.span
    }

    /// Mean cost of each bucket.
    #[must_use]
    pub fn mean(&self) -> Vec<f64> {
        self.buckets.iter().map(|bucket| bucket.sum / bucket.count as f64).collect()
    }

    /// Lowest cost of each bucket.
    #[must_use]
    pub fn low(&self) -> Vec<f64> {
        self.buckets.iter().map(|bucket| bucket.low).collect()
    }

    /// Highest cost of each bucket.
    #[must_use]
    pub fn high(&self) -> Vec<f64> {
        self.buckets.iter().map(|bucket| bucket.high).collect()
    }

    /// Mean cost over the buckets that contain the last `window` mini-batches. None before the first
    /// mini-batch.
    #[must_use]
    pub fn recent(&self, window: u64) -> Option<f64> {
        let start = self.buckets.len().saturating_sub(self.width(window + self.missing()));
        let joined = self.buckets[start..].iter().copied().reduce(Bucket::join)?;
        Some(joined.sum / joined.count as f64)
    }

    /// Returns how many mini-batches fit into the last bucket yet.
    fn missing(&self) -> u64 {
        // The span is a power of two.
        self.completed.wrapping_neg() & (self.span - 1)
    }

    /// Number of full buckets that contain so many mini-batches.
    fn width(&self, window: u64) -> usize {
        window.div_ceil(self.span).clamp(1, MAX_BUCKETS as u64) as usize
    }

    /// Running mean: for each bucket, the mean cost over the buckets that contain the last `window`
    /// mini-batches, so it covers at least as many where there are as many. Nothing is ever subtracted from
    /// a sum, so that a small cost after large ones keeps its digits.
    #[must_use]
    pub fn running(&self, window: u64) -> Vec<f64> {
        let width = self.width(window);
        // The buckets are cut into blocks of that width. A window is one block, or the end of one and the
        // start of the next: its sum is one of these sums, or two added.
        let (mut up_to, mut from) = (self.buckets.clone(), self.buckets.clone());
        for at in 1..self.buckets.len() {
            if !at.is_multiple_of(width) {
                up_to[at] = up_to[at - 1].join(up_to[at]);
            }
        }
        for at in (1..self.buckets.len()).rev() {
            if !at.is_multiple_of(width) {
                from[at - 1] = from[at - 1].join(from[at]);
            }
        }
        // The last bucket may have fewer mini-batches, and so need one bucket more before it.
        let (count, last) = (self.buckets.len(), self.width(window + self.missing()));
        let mean = |at: usize| {
            let start = (at + 1).saturating_sub(if at + 1 < count { width } else { last });
            let same_block = at - start <= at % width;
            let joined = if same_block { up_to[at] } else { from[start].join(up_to[at]) };
            joined.sum / joined.count as f64
        };
        (0..count).map(mean).collect()
    }

    /// Bytes that all of it takes, approximately.
    pub(crate) fn bytes(&self) -> usize {
        self.buckets.capacity() * size_of::<Bucket>() + self.narrower.bytes()
    }
}

/// The buckets of spans 1, 2, 4, …, as they were when the span doubled: all of span 1, and the second half of
/// each other, whose first half is joined from those before.
#[cfg(feature = "full")]
#[derive(Debug, Clone, Default, PartialEq)]
struct Narrower(Vec<Rc<[Bucket]>>);

#[cfg(feature = "full")]
impl Narrower {
    /// Adds the buckets of the widest span so far.
    fn push(&mut self, buckets: &[Bucket]) {
        let half = if self.0.is_empty() { 0 } else { MAX_BUCKETS / 2 };
        self.0.push(Rc::from(&buckets[half..]));
    }

    /// Returns the buckets of a span, and removes them and those of wider spans.
    fn pop_to(&mut self, span: u64) -> Vec<Bucket> {
        let mut buckets = self.0[0].to_vec();
        let doubled = span.ilog2() as usize;
        for later in &self.0[1..=doubled] {
            buckets = joined(&buckets);
            buckets.extend(later.iter());
        }
        self.0.truncate(doubled);
        buckets
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|buckets| size_of_val(&buckets[..])).sum()
    }
}

/// Nothing: the small core has no edits, so it never removes costs.
#[cfg(not(feature = "full"))]
#[derive(Debug, Clone, Default, PartialEq)]
struct Narrower;

#[cfg(not(feature = "full"))]
impl Narrower {
    fn push(&mut self, _: &[Bucket]) {}

    fn pop_to(&mut self, _: u64) -> Vec<Bucket> {
        Vec::new()
    }

    fn bytes(&self) -> usize {
        0
    }
}

/// Returns how many mini-batches share a bucket when so many are completed: the smallest power of two with
/// which the buckets suffice.
fn span_of(completed: u64) -> u64 {
    completed.div_ceil(MAX_BUCKETS as u64).next_power_of_two()
}

/// Returns buckets of twice the span.
fn joined(buckets: &[Bucket]) -> Vec<Bucket> {
    buckets.chunks(2).map(|pair| pair[0].join(pair[1])).collect()
}
