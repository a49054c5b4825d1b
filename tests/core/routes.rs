//! Every route to a position gives the same bits.

use backstep::{Position, Session, Unit};
use proptest::prelude::*;

use crate::random::{act, acts, example};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever was done before, a position shows what a session shows that went there straight.
    #[test]
    fn the_route_does_not_matter(example in example(), acts in acts(true)) {
        let mut wandering = Session::open(example, None).unwrap();
        let mut at = Position::ORIGIN;
        for one in &acts {
            at = act(&mut wandering, at, one);
            if let Ok(state) = wandering.state_at(at) {
                let mut straight = Session::replay(&wandering.journal(), None).unwrap();
                prop_assert_eq!(straight.state_at(at).unwrap(), state);
            }
        }
        prop_assert_eq!(wandering.unfinished(), 0);
        let straight = Session::replay(&wandering.journal(), None).unwrap();
        prop_assert_eq!(straight.unfinished(), wandering.completed());
    }

    /// Forward then back is where one was, for every size of move from one of its stops.
    #[test]
    fn back_is_the_reverse_of_forward(example in example(), acts in acts(true)) {
        let mut session = Session::open(example, None).unwrap();
        let mut at = Position::ORIGIN;
        for one in &acts {
            at = act(&mut session, at, one);
            if session.state_at(at).is_err() {
                return Ok(());
            }
            for unit in [Unit::Step, Unit::Sample, Unit::MiniBatch, Unit::Epoch] {
                let stop = session.neighbour(at, unit, true).unwrap().unwrap();
                prop_assert!(stop > at);
                let next = session.neighbour(stop, unit, true).unwrap().unwrap();
                prop_assert_eq!(session.neighbour(next, unit, false).unwrap(), Some(stop));
            }
            if let Some(before) = session.neighbour(at, Unit::Step, false).unwrap() {
                prop_assert!(before < at);
                prop_assert_eq!(session.neighbour(before, Unit::Step, true).unwrap(), Some(at));
            }
        }
    }
}
