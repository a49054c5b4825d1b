//! Malformed and random journals and samples: each is read or refused, and none panics.

use backstep::{
    Edit, Error, Example, MAX_NEURONS, Position, Samples, Scaling, Session, Sizes, TrainTestSplit, scale,
};
use proptest::prelude::*;

use crate::strategies::{act, acts, example};

/// Numbers that a journal can have somewhere, and some that it can have nowhere.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (0_u32..12).prop_map(f64::from),
        1 => prop::sample::select(vec![
            -1.0, -0.0, 0.5, 0.25, 20_003.0, 100_000.0, 1_000_001.0, 1e9, 4_294_967_297.0, 1e300,
            9_007_199_254_740_991.0, 1_099_511_627_776.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324,
        ]),
        1 => any::<f64>(),
    ]
}

/// Lengths, mostly small.
fn length() -> impl Strategy<Value = usize> {
    prop_oneof![8 => 0_usize..6, 1 => 1_000_usize..200_000, 1 => any::<usize>()]
}

/// Reads a journal. If it is one, it is written as a journal of the same session, whose first state is there.
fn read(journal: &[f64]) -> Result<(), TestCaseError> {
    let Ok(mut session) = Session::replay(journal, None) else { return Ok(()) };
    let written = session.journal_numbers();
    let again = Session::replay(&written, None);
    prop_assert!(again.is_ok(), "{:?} of {:?}", again.map(drop), written);
    prop_assert_eq!(again.unwrap().journal_numbers(), written);
    let settings = session.settings_at(Position::ORIGIN).unwrap();
    let work = settings.sizes.parameters() * settings.mini_batch_size;
    if work < 10_000 && session.unfinished() < 1_000 {
        // Numbers that were read can be so great that an update overflows, but nothing else can go wrong.
        for at in [Position::ORIGIN, session.position_of(session.unfinished()).unwrap()] {
            match session.state_at(at) {
                Ok(_) | Err(Error::Diverged { .. }) => {}
                Err(other) => return Err(TestCaseError::fail(other.to_string())),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_random_list_is_a_journal_or_is_refused(
        numbers in prop::collection::vec(number(), 0..60),
        is_format in prop::bool::weighted(0.9),
    ) {
        let journal: Vec<f64> = is_format.then_some(20_003.0).into_iter().chain(numbers).collect();
        read(&journal)?;
    }

    #[test]
    fn a_damaged_journal_is_a_journal_or_is_refused(
        example in example(),
        acts in acts(true),
        damages in prop::collection::vec((any::<prop::sample::Index>(), number(), 0_u8..4), 1..4),
    ) {
        let mut session = Session::open(example, None).unwrap();
        let mut at = Position::ORIGIN;
        for one in &acts {
            if session.state_at(at).is_err() {
                break;
            }
            at = act(&mut session, at, one);
        }
        let mut journal = session.journal_numbers();
        read(&journal)?;
        for (place, number, kind) in damages {
            let place = place.index(journal.len());
            match kind {
                0 => journal.insert(place, number),
                1 if journal.len() > 1 => drop(journal.remove(place)),
                2 => journal.truncate(place + 1),
                _ => journal[place] = number,
            }
        }
        read(&journal)?;
    }

    #[test]
    fn samples_are_the_numbers_that_were_given_or_are_refused(
        shape in prop::array::uniform3(length()),
        lengths in prop::array::uniform2(0_usize..30),
        bad in prop::option::of((any::<prop::sample::Index>(), number())),
        exact in prop::bool::weighted(0.7),
    ) {
        let [inputs, outputs, count] = shape;
        let small = inputs < 6 && outputs < 6 && count < 6;
        let [xs, ys] = if exact && small { [count * inputs, count * outputs] } else { lengths };
        let list = |length: usize| (0..length).map(|at| at as f64 / 4.0).collect::<Vec<_>>();
        let (mut xs, ys) = (list(xs), list(ys));
        if let Some((place, number)) = bad && !xs.is_empty() {
            let place = place.index(xs.len());
            xs[place] = number;
        }
        let in_range = (1..=100_000).contains(&count)
            && (1..=MAX_NEURONS).contains(&inputs)
            && (1..=MAX_NEURONS).contains(&outputs);
        let fits = in_range
            && (xs.len(), ys.len()) == (count * inputs, count * outputs)
            && xs.iter().all(|x| x.is_finite());
        match Samples::new(inputs, outputs, count, &xs, &ys) {
            Ok(samples) => {
                prop_assert!(fits);
                for i in 0..count {
                    prop_assert_eq!(&samples.x(i), &xs[i * inputs..][..inputs]);
                    prop_assert_eq!(&samples.y(i), &ys[i * outputs..][..outputs]);
                }
            }
            Err(_) => prop_assert!(!fits),
        }
    }

    /// Edits of samples are those of plain lists, also where inputs and targets come and go.
    #[test]
    fn edited_samples_are_those_of_plain_lists(
        edits in prop::collection::vec((0_u8..3, 0_usize..8, 0_usize..4, -1.0_f64..1.0), 1..20),
    ) {
        let mut session = Session::open(Example::Majority, None).unwrap();
        let samples = session.settings_at(Position::ORIGIN).unwrap().samples.clone();
        let mut rows: Vec<[Vec<f64>; 2]> = (0..8).map(|i| [samples.x(i), samples.y(i)]).collect();
        for (kind, sample, index, value) in edits {
            let shape = [rows[0][0].len(), rows[0][1].len()];
            let edit = if kind == 2 {
                let wanted = [1 + index, 1 + sample % 4];
                for row in &mut rows {
                    row[0].resize(wanted[0], 0.0);
                    row[1].resize(wanted[1], 0.0);
                }
                let sizes = Sizes::new(&[wanted[0], 2, wanted[1]]).unwrap();
                Edit::Sizes { sizes, kept_layers: vec![Some(0), Some(1), Some(2)] }
            } else {
                let which = usize::from(kind);
                let index = index % shape[which];
                rows[sample][which][index] = value;
                if which == 0 {
                    Edit::Input { sample, index, value }
                } else {
                    Edit::Target { sample, index, value }
                }
            };
            session.edit(Position::ORIGIN, edit, false).unwrap();
            for session in [&session, &Session::replay(&session.journal_numbers(), None).unwrap()] {
                let samples = &session.settings_at(Position::ORIGIN).unwrap().samples;
                let seen: Vec<[Vec<f64>; 2]> = (0..8).map(|i| [samples.x(i), samples.y(i)]).collect();
                prop_assert_eq!(&seen, &rows);
            }
        }
    }

    /// The parts of a split are the samples, each once, in their order.
    #[test]
    fn a_split_has_every_sample_at_most_once(
        count in 1_usize..40,
        share in number(),
        seed in 0_u64..9,
        ends in any::<bool>(),
    ) {
        let xs: Vec<f64> = (0..count).map(|i| i as f64).collect();
        let samples = Samples::new(1, 1, count, &xs, &xs).unwrap();
        let (train, test) = (share.abs().min(50.0) as usize, seed as usize);
        let split = match ends {
            true => TrainTestSplit::Ends { train, test },
            false => TrainTestSplit::Share { share, seed },
        };
        let Ok((train, test)) = split.split(&samples) else { return Ok(()) };
        let test = test.expect("a part");
        let rows = |samples: &Samples| (0..samples.count()).map(|i| samples.x(i)[0]).collect::<Vec<_>>();
        let (train, test) = (rows(&train), rows(&test));
        prop_assert!(!train.is_empty() && !test.is_empty());
        prop_assert!(train.is_sorted_by(|a, b| a < b) && test.is_sorted_by(|a, b| a < b));
        prop_assert!(test.iter().all(|row| !train.contains(row)));
        prop_assert!(ends || train.len() + test.len() == count);
    }

    /// A column of any finite numbers is scaled as a smaller one of the same proportions.
    #[test]
    fn a_column_is_scaled_whatever_its_size(
        numbers in prop::collection::vec(-1000_i32..1000, 2..9),
        power in prop::sample::select(vec![-1030, -600, -200, 0, 200, 600, 1013]),
    ) {
        for scaling in [Scaling::Unit, Scaling::Standard] {
            let mut plain: Vec<f64> = numbers.iter().map(|n| f64::from(*n)).collect();
            let (first, second) = (2.0_f64.powi(power / 2), 2.0_f64.powi(power - power / 2));
            let mut scaled: Vec<f64> = plain.iter().map(|n| n * first * second).collect();
            scale(&mut plain, 1, scaling, None).unwrap();
            scale(&mut scaled, 1, scaling, None).unwrap();
            prop_assert_eq!(&scaled, &plain, "{:?} {}", scaling, power);
        }
    }
}

#[test]
fn numbers_that_overflow_inside_are_standardised() {
    // What NumPy gives for the same numbers divided by 1e300.
    let mut huge = [-1e308, 0.0, -1e308, 1e308];
    scale(&mut huge, 1, Scaling::Standard, None).expect("finite");
    let expected =
        [-0.904_534_033_733_290_9, 0.301_511_344_577_763_6, -0.904_534_033_733_290_9, 1.507_556_722_888_818];
    assert!(huge.iter().zip(expected).all(|(one, other)| (one - other).abs() < 1e-12), "{huge:?}");
    let mut range = [1e308, -1e308, 0.0, 0.0];
    scale(&mut range, 1, Scaling::Unit, None).expect("finite");
    assert_eq!(range, [1.0, 0.0, 0.5, 0.5]);
}
