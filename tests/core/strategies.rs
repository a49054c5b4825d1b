//! Random networks, samples and edits for property tests.

use backstep::{
    Conventions, Edit, Example, Network, Position, Samples, Session, Sizes, State, StepUnit, Stream,
};
use proptest::prelude::*;

/// Generates sizes of 2 to 5 layers of 1 to 5 neurons.
pub(crate) fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1_usize..=5, 2..=5)
}

/// Returns standard-normal samples for a network; some targets are a little outside 0 … 1.
pub(crate) fn samples(sizes: &[usize], count: usize, seed: u64) -> Samples {
    let (inputs, outputs) = (sizes[0], sizes[sizes.len() - 1]);
    let mut stream = Stream::start(seed, 1, 0);
    let xs: Vec<f64> = (0..count * inputs).map(|_| stream.normal()).collect();
    let ys: Vec<f64> = (0..count * outputs).map(|_| 1.4 * stream.uniform() - 0.2).collect();
    Samples::new(inputs, outputs, count, &xs, &ys).expect("finite")
}

/// Returns a network with samples.
pub(crate) fn net(sizes: &[usize], count: usize, seed: u64) -> (Network, Samples) {
    (Network::new(sizes, seed).expect("small"), samples(sizes, count, seed))
}

/// Generates an example.
pub(crate) fn example() -> impl Strategy<Value = Example> {
    prop::sample::select(Example::ALL.to_vec())
}

/// Generates the unit of a move.
pub(crate) fn unit() -> impl Strategy<Value = StepUnit> {
    prop::sample::select(vec![StepUnit::Step, StepUnit::Sample, StepUnit::MiniBatch, StepUnit::Epoch])
}

/// What a person can do in a session.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// A move.
    Move(StepUnit, bool),
    /// An edit: its kind, and a number to derive it from.
    Edit(u8, u16),
}

/// Generates acts: mostly moves, some edits.
pub(crate) fn acts(edits: bool) -> impl Strategy<Value = Vec<Act>> {
    let go = (unit(), prop::bool::weighted(0.7)).prop_map(|(unit, forward)| Act::Move(unit, forward));
    let edit = (0_u8..9, any::<u16>()).prop_map(|(kind, number)| Act::Edit(kind, number));
    let weight = u32::from(edits);
    prop::collection::vec(prop_oneof![4 => go, weight => edit], 1..24)
}

/// Returns an edit that is valid in a state.
pub(crate) fn fitting(state: &State, kind: u8, number: u16) -> Edit {
    let number = usize::from(number);
    let value = number as f64 / 9_000.0 - 3.0;
    let layer = 2 + number % (state.sizes.layers() - 1);
    let to = number / 7 % state.sizes.neurons(layer);
    let from = number / 3 % state.sizes.neurons(layer - 1);
    let sample = number % state.sample_count;
    match kind {
        0 => Edit::Eta(value),
        1 => Edit::MiniBatchSize(1 + number % state.sample_count),
        2 => Edit::Weight { layer, to, from, value },
        3 => Edit::Bias { layer, neuron: to, value },
        4 => Edit::Parameters((0..state.sizes.parameters()).map(|at| value + at as f64 / 100.0).collect()),
        5 => Edit::Input { sample, index: number % state.sizes.inputs(), value },
        6 => Edit::Target { sample, index: number % state.sizes.outputs(), value },
        7 => {
            let [train_biases, halve_cost, average_gradients] = [1, 2, 4].map(|bit| number & bit != 0);
            Edit::Conventions(Conventions { train_biases, halve_cost, average_gradients })
        }
        _ => resize(&state.sizes, number),
    }
}

/// Returns a change of sizes: a layer more or less, or a neuron more or less in a layer.
fn resize(sizes: &Sizes, number: usize) -> Edit {
    let mut new = sizes.as_slice().to_vec();
    let mut kept_layers: Vec<Option<usize>> = (0..new.len()).map(Some).collect();
    let at = number % new.len();
    if number.is_multiple_of(5) && new.len() < 5 && at > 0 {
        new.insert(at, 1 + number % 4);
        kept_layers.insert(at, None);
    } else if number % 5 == 1 && at > 0 && at + 1 < new.len() {
        new.remove(at);
        kept_layers.remove(at);
    } else {
        new[at] = 1 + number / 11 % 5;
    }
    Edit::Sizes { sizes: Sizes::new(&new).expect("small"), kept_layers }
}

/// Carries out an act, and returns the position it leads to.
pub(crate) fn act(session: &mut Session, position: Position, act: &Act) -> Position {
    match act {
        Act::Move(unit, forward) => {
            session.neighbour(position, *unit, *forward).expect("a position").unwrap_or(position)
        }
        Act::Edit(kind, number) => {
            let state = session.state_at(position).expect("a position");
            let edit = fitting(&state, *kind, *number);
            session.edit(position, edit, false).expect("an edit that fits")
        }
    }
}
