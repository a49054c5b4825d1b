//! Every route to a position gives the same bits.

use backstep::{Edit, Example, Position, SampleStep, Session, Step, StepUnit, TailStep};
use proptest::prelude::*;

use crate::strategies::{act, acts, example};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// A position shows the same state whatever was done before, as in a session that went there directly.
    #[test]
    fn a_position_shows_the_same_bits_by_every_route(example in example(), acts in acts(true)) {
        let mut wandering = Session::open(example, None).unwrap();
        let mut at = Position::ORIGIN;
        for one in &acts {
            at = act(&mut wandering, at, one);
            if let Ok(state) = wandering.state_at(at) {
                let mut straight = Session::replay(&wandering.journal_numbers(), None).unwrap();
                prop_assert_eq!(straight.state_at(at).unwrap(), state);
            }
        }
        prop_assert_eq!(wandering.unfinished(), 0);
        let straight = Session::replay(&wandering.journal_numbers(), None).unwrap();
        prop_assert_eq!(straight.unfinished(), wandering.completed());
    }

    /// A move forward and one back return to the same position, for every unit, from one of its stops.
    #[test]
    fn a_move_back_reverses_a_move_forward(example in example(), acts in acts(true)) {
        let mut session = Session::open(example, None).unwrap();
        let mut at = Position::ORIGIN;
        for one in &acts {
            at = act(&mut session, at, one);
            if session.state_at(at).is_err() {
                return Ok(());
            }
            for unit in [StepUnit::Step, StepUnit::Sample, StepUnit::MiniBatch, StepUnit::Epoch] {
                let stop = session.neighbour(at, unit, true).unwrap().unwrap();
                prop_assert!(stop > at);
                let next = session.neighbour(stop, unit, true).unwrap().unwrap();
                prop_assert_eq!(session.neighbour(next, unit, false).unwrap(), Some(stop));
            }
            if let Some(before) = session.neighbour(at, StepUnit::Step, false).unwrap() {
                prop_assert!(before < at);
                prop_assert_eq!(session.neighbour(before, StepUnit::Step, true).unwrap(), Some(at));
            }
        }
    }
}

/// Returns whether moves by this unit stop at a position.
fn is_stop(session: &mut Session, at: Position, unit: StepUnit) -> bool {
    let state = session.state_at(at).expect("a position");
    match unit {
        StepUnit::Step => true,
        StepUnit::Sample => {
            matches!(state.step, Step::Sample(SampleStep::Sum) | Step::Tail(TailStep::Update))
        }
        StepUnit::MiniBatch => state.step == Step::Tail(TailStep::Update),
        // The last step of an epoch.
        StepUnit::Epoch => state.step == Step::Tail(TailStep::Shuffle),
    }
}

/// From every position to the next stop and the one before, with mini-batches of 3, 3 and 2 or as many fit.
#[test]
fn a_move_by_any_unit_ends_at_the_next_stop_of_single_steps() {
    for (example, size) in
        [(Example::Majority, 3), (Example::Majority, 5), (Example::Xor, 3), (Example::Mazur, 1)]
    {
        let mut session = Session::open(example, None).expect("opens");
        session.edit(Position::ORIGIN, Edit::MiniBatchSize(size), false).expect("fits");
        let mut walk = vec![Position::ORIGIN];
        while walk[walk.len() - 1].epoch < 4 {
            walk.extend(session.neighbour(walk[walk.len() - 1], StepUnit::Step, true).expect("a position"));
        }
        for unit in [StepUnit::Step, StepUnit::Sample, StepUnit::MiniBatch, StepUnit::Epoch] {
            let stops: Vec<bool> = walk.iter().map(|at| is_stop(&mut session, *at, unit)).collect();
            for (n, at) in walk.iter().enumerate().filter(|(_, at)| at.epoch < 3) {
                let next = (n + 1..walk.len()).find(|n| stops[*n]).map(|n| walk[n]);
                assert_eq!(session.neighbour(*at, unit, true), Ok(next), "{example:?} {unit:?} {at:?}");
                let before = (0..n).rev().find(|n| stops[*n]).or((n > 0).then_some(0)).map(|n| walk[n]);
                assert_eq!(session.neighbour(*at, unit, false), Ok(before), "{example:?} {unit:?} {at:?}");
            }
        }
    }
}
