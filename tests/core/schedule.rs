//! The closed form for the position of a mini-batch agrees with counting.

use backstep::{MiniBatch, Schedule};
use proptest::prelude::*;

/// Returns the first `count` mini-batches by counting through the epochs.
fn counted(samples: u64, sizes: impl Fn(u64) -> u64, count: u64) -> Vec<MiniBatch> {
    let (mut epoch, mut mini_batch, mut offset) = (0, 0, 0);
    let one = |index| {
        let m = sizes(index).min(samples - offset);
        let last = offset + m == samples;
        let at = MiniBatch { index, epoch, mini_batch, offset, m, last };
        (epoch, mini_batch, offset) =
            if last { (epoch + 1, 0, 0) } else { (epoch, mini_batch + 1, offset + m) };
        at
    };
    (0..count).map(one).collect()
}

proptest! {
    #[test]
    fn the_closed_form_agrees_with_counting(
        samples in 1_usize..30,
        first in 1_usize..30,
        changes in prop::collection::vec((0_u64..12, 1_usize..30), 0..6),
    ) {
        let first = first.min(samples);
        let mut schedule = Schedule::new(samples, first);
        let mut sizes = vec![(0, first)];
        let mut index = 0;
        for (gap, size) in changes {
            index += gap;
            schedule.change(index, size.min(samples));
            sizes.push((index, size.min(samples)));
        }
        let size_at = |index: u64| {
            sizes.iter().rev().find(|(at, _)| *at <= index).map_or(0, |(_, size)| *size as u64)
        };
        let counted = counted(samples as u64, size_at, 300);
        for at in &counted {
            prop_assert_eq!(schedule.locate(at.index), *at);
            prop_assert_eq!(schedule.find(at.epoch, at.mini_batch), Ok(*at));
            if at.last {
                prop_assert_eq!(schedule.mini_batches(at.epoch), at.mini_batch + 1);
                prop_assert!(schedule.find(at.epoch, at.mini_batch + 1).is_err());
            }
        }
    }
}
