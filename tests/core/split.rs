//! The train/test split.

use backstep::{Samples, TrainTestSplit};
use proptest::prelude::*;

/// Returns samples whose x is their index.
fn numbered(count: usize) -> Samples {
    let xs: Vec<f64> = (0_u32..).take(count).map(f64::from).collect();
    Samples::new(1, 1, count, &xs, &vec![0.0; count]).expect("finite")
}

fn rows(samples: &Samples) -> Vec<usize> {
    (0..samples.count()).map(|i| samples.x(i)[0] as usize).collect()
}

proptest! {
    #[test]
    fn every_sample_is_in_exactly_one_part(
        count in 2_usize..300,
        share in 0.01_f64..0.99,
        seed in 0_u64..1000,
    ) {
        let Ok((train, test)) = (TrainTestSplit::Share { share, seed }).split(&numbered(count)) else {
            let test = (share * count as f64).round() as usize;
            prop_assert!(test == 0 || test == count, "{count} {share}");
            return Ok(());
        };
        let (train, test) = (rows(&train), rows(&test.unwrap()));
        prop_assert_eq!(test.len(), (share * count as f64).round() as usize);
        prop_assert!(train.is_sorted() && test.is_sorted());
        let mut all = [train, test].concat();
        all.sort_unstable();
        prop_assert_eq!(all, (0..count).collect::<Vec<_>>());
    }
}

#[test]
fn another_seed_draws_another_split() {
    let part =
        |seed| rows(&TrainTestSplit::Share { share: 0.5, seed }.split(&numbered(100)).expect("two parts").0);
    assert_eq!(part(1), part(1));
    assert_ne!(part(1), part(2));
}

#[test]
fn a_split_by_ends_takes_the_first_and_the_last_samples() {
    let (train, test) = TrainTestSplit::Ends { train: 5, test: 2 }.split(&numbered(9)).expect("two parts");
    assert_eq!((rows(&train), rows(&test.expect("two"))), (vec![0, 1, 2, 3, 4], vec![7, 8]));
}
