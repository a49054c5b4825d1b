//! Long runs: their evaluations and costs, the same however a run is made.

use backstep::{
    Costs, Edit, Evaluation, Example, MAX_EVALUATIONS, Network, Position, Session, Step, TailStep,
};
use proptest::prelude::*;

/// Returns the evaluation shown at the step `Evaluate` of an epoch.
fn on_stage(session: &mut Session, index: u64) -> Evaluation {
    let update = session.position_of(index).expect("in reach");
    let state = session.state_at(Position { step: update.step + 1, ..update }).expect("a position");
    assert_eq!(state.step, Step::Tail(TailStep::Evaluate));
    state.evaluation.expect("counted")
}

#[test]
fn the_evaluations_of_a_run_are_those_of_the_step_evaluate() {
    let mut run = Session::open(Example::Xor, None).expect("opens");
    run.advance(60, || true).expect("finite");
    let kept = run.timeline().evaluations;
    assert_eq!(kept.len(), 60, "exclusive or has one mini-batch to an epoch");
    assert!(
        kept.iter().any(|one| one.evaluation.correct != kept[0].evaluation.correct),
        "something is learnt"
    );
    assert!(kept.iter().all(|one| one.never_predicted == 0 || one.evaluation.correct == 2));
    let mut stepped = Session::open(Example::Xor, None).expect("opens");
    for one in &kept {
        assert_eq!((one.epoch, one.index), (one.index, one.epoch));
        assert_eq!(on_stage(&mut stepped, one.index), one.evaluation);
    }
}

#[test]
fn an_edit_drops_the_evaluations_after_it_and_repeats_those_it_changes() {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    session.advance(50, || true).expect("finite");
    let before = session.timeline().evaluations;
    let update = session.position_of(29).expect("in reach");
    // The edit is after the update of mini-batch 29 and before the evaluation.
    let answers = Edit::Bias { layer: 3, neuron: 0, value: 50.0 };
    session.edit(update, answers, false).expect("fits");
    let after = session.timeline().evaluations;
    assert_eq!(after[..29], before[..29]);
    assert_eq!(after.len(), 30);
    assert_eq!(after[29].evaluation, Evaluation { correct: 2, total: 4 }, "every answer is 1 now");
    assert_eq!(after[29].never_predicted, 1, "so 0 is never predicted");
    assert_eq!(on_stage(&mut session, 29), after[29].evaluation);
    session.undo(update).expect("an edit");
    assert_eq!(session.timeline().evaluations, before);
    // At the end of the run nothing is dropped, but the evaluation is repeated too.
    let last = session.position_of(49).expect("in reach");
    session.edit(last, Edit::Bias { layer: 3, neuron: 0, value: 50.0 }, false).expect("fits");
    let now = session.timeline().evaluations;
    assert_eq!((now.len(), now[49].evaluation.correct), (50, 2));
    let journal = session.journal_numbers();
    let mut replayed = Session::replay(&journal, None).expect("a journal");
    replayed.advance(50, || true).expect("finite");
    assert_eq!(replayed.timeline().evaluations, now);
}

#[test]
fn the_number_of_evaluations_kept_is_bounded() {
    let mut session = Session::open(Example::Xor, None).expect("opens");
    session.advance(MAX_EVALUATIONS as u64 + 10, || true).expect("finite");
    let kept = session.timeline().evaluations;
    assert_eq!(kept.len(), MAX_EVALUATIONS / 2 + 5);
    assert!(kept.iter().all(|one| (one.epoch + 1).is_multiple_of(2)));
    assert_eq!(kept.last().map(|one| one.epoch + 1), Some(MAX_EVALUATIONS as u64 + 10));
    let last = kept[kept.len() - 1];
    assert_eq!(on_stage(&mut session, last.index), last.evaluation);
}

#[test]
fn a_run_with_edits_gives_the_same_bits_as_steps() {
    // Eta and mini-batch size are edited at the end of the run, as the page does during a run.
    let mut run = Session::open(Example::Majority, Some(45)).expect("opens");
    let mut net = Network::new(&[3, 2, 1], 45).expect("small");
    run.advance(7, || true).expect("finite");
    let at = run.position_of(6).expect("in reach");
    run.edit(at, Edit::Eta(0.5), false).expect("fits");
    run.edit(at, Edit::MiniBatchSize(3), false).expect("fits");
    assert_eq!(run.completed(), 7, "what was run stays");
    run.advance(9, || true).expect("finite");
    let samples = Example::Majority.start().expect("an example").samples;
    let mut done = 0;
    for epoch in 0.. {
        let mut order = vec![0; 8];
        backstep::permutation(45, epoch, &mut order);
        let mut rest = order.as_slice();
        while !rest.is_empty() && done < 16 {
            let (eta, size) = if done < 7 { (3.0, 4) } else { (0.5, 3) };
            let (batch, later) = rest.split_at(size.min(rest.len()));
            let pick = |part: fn(&backstep::Samples, usize) -> Vec<f64>| {
                batch.iter().flat_map(|at| part(&samples, *at as usize)).collect::<Vec<_>>()
            };
            let (xs, ys) = (pick(backstep::Samples::x), pick(backstep::Samples::y));
            let part = backstep::Samples::new(3, 1, batch.len(), &xs, &ys).expect("a part");
            net.update_mini_batch(&part, eta).expect("finite");
            (rest, done) = (later, done + 1);
        }
        if done == 16 {
            break;
        }
    }
    let end = run.position_of(15).expect("in reach");
    let state = run.state_at(end).expect("a position");
    assert_eq!(state.parameters.weights[1].as_deref(), Some(net.weights(2).as_slice().expect("a row")));
    assert_eq!((state.eta, state.mini_batch_size), (0.5, 3));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_running_mean_is_the_mean_of_the_last_mini_batches(
        costs in prop::collection::vec(0.0_f64..1.0, 1..300),
        window in 1_u64..80,
    ) {
        let mut kept = Costs::default();
        costs.iter().for_each(|cost| kept.push(*cost));
        let running = kept.running(window);
        for (at, mean) in running.iter().enumerate() {
            let last = &costs[(at + 1).saturating_sub(window as usize)..=at];
            let plain = last.iter().sum::<f64>() / last.len() as f64;
            prop_assert!((mean - plain).abs() <= 1e-12, "{at}: {mean} {plain}");
        }
    }
}

#[test]
fn the_running_mean_keeps_the_digits_of_small_costs_after_big_ones() {
    let mut kept = Costs::default();
    (0..1_000).for_each(|_| kept.push(1e6));
    (0..100).for_each(|_| kept.push(1e-12));
    let last = kept.running(50).pop().expect("not empty");
    assert!((last / 1e-12 - 1.0).abs() < 1e-12, "{last}");
    let mut many = Costs::default();
    (0..100_000).for_each(|at| many.push(f64::from(at)));
    let (span, running) = (many.span(), many.running(50));
    assert!(span > 1 && running.len() == many.mean().len());
}
