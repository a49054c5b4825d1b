//! Inputs that are 0 are left out where most of them are: the same bits as with them.

use backstep::{
    Conventions, DataSet, DataSettings, Edit, Error, Images, Network, Parameter, Parameters,
    ParametersByLayer, Position, Resident, Samples, Session, Stream, TrainTestSplit, class,
};
use proptest::prelude::*;

use crate::data::settings;
use crate::kernels::{bits, step_by_step};

/// Returns samples of whose inputs about a `share` is not +0; some of the others are −0.
fn sparse(sizes: &[usize], count: usize, share: f64, scale: f64, seed: u64) -> Samples {
    let (inputs, outputs) = (sizes[0], sizes[sizes.len() - 1]);
    let mut stream = Stream::start(seed, 1, 0);
    let mut x = || match (stream.uniform() < share, stream.uniform() < 0.1) {
        (true, false) => scale * stream.normal(),
        (true, true) => -0.0,
        _ => 0.0,
    };
    let xs: Vec<f64> = (0..count * inputs).map(|_| x()).collect();
    let ys: Vec<f64> = (0..count * outputs).map(|_| stream.uniform()).collect();
    let samples = Samples::new(inputs, outputs, count, &xs, &ys).expect("finite");
    let read: Vec<f64> = (0..count).flat_map(|i| samples.x(i)).collect();
    assert_eq!(bits(&read), bits(&xs), "inputs are stored to the bit");
    samples
}

/// Returns a network with weights of this scale, some of which are −0.
fn net(sizes: &[usize], scale: f64, seed: u64) -> Network {
    let mut net = Network::new(sizes, seed).expect("small");
    let mut parameters = net.parameters().to_vec();
    parameters.iter_mut().for_each(|value| *value *= scale);
    parameters.iter_mut().step_by(7).for_each(|value| *value = -0.0);
    net.set_parameters(&parameters).expect("finite");
    net
}

/// Returns 60 images, of whose pixels about a `share` is not 0.
fn images(pixels: usize, share: f64, seed: u64) -> Samples {
    let mut stream = Stream::start(seed, 1, 0);
    let mut images = Images::new(pixels, 3, 255, 60).expect("small");
    let mut pixel = || if stream.uniform() < share { (255.0 * stream.uniform()) as u8 } else { 0 };
    images.add_pixels(&(0..60 * pixels).map(|_| pixel()).collect::<Vec<_>>()).expect("room");
    images.add_labels(&(0..60).map(|i| i % 3).collect::<Vec<_>>()).expect("room");
    images.samples().expect("complete")
}

/// Returns the bits of all weights and biases.
fn flat(parameters: &ParametersByLayer) -> Vec<u64> {
    parameters.weights.iter().chain(&parameters.biases).flatten().flat_map(|values| bits(values)).collect()
}

/// Sizes of networks with enough inputs.
fn sizes() -> impl Strategy<Value = Vec<usize>> {
    let neurons = prop::collection::vec(1_usize..=40, 0..=2);
    (32_usize..=70, 8_usize..=40, neurons).prop_map(|(inputs, n, more)| [&[inputs, n], &more[..]].concat())
}

/// Trains with mini-batches in one call and one sample at a time, and compares.
fn compare(mut net: Network, samples: Samples, m: usize, eta: f64) {
    let count = samples.count();
    let (mut by_hand, mut refused) = (net.clone(), None);
    let mut resident = Resident::new(&net, samples).expect("fits");
    let mut last = 0.0;
    const MINI_BATCHES: usize = 6;
    for i in 0..MINI_BATCHES {
        let order: Vec<usize> = (i * m..i * m + m).map(|at| at % count).collect();
        let (parameters, mean) = step_by_step(&by_hand, resident.samples(), &order, eta);
        if let Some(at) = parameters.iter().position(|value| !value.is_finite()) {
            refused = Some(at);
            break;
        }
        by_hand.set_parameters(&parameters).expect("finite");
        last = mean;
    }
    let trained = resident.train_mini_batches(&mut net, 0, MINI_BATCHES as u64, m, eta);
    assert_eq!(bits(net.parameters()), bits(by_hand.parameters()), "{:?}, m = {m}, eta = {eta}", net.sizes());
    match (trained, refused) {
        (Ok(mean), None) => assert_eq!(mean.to_bits(), last.to_bits()),
        (Err(error), Some(at)) => {
            let Error::Diverged { parameter, .. } = &error else { panic!("{error}") };
            assert_eq!(*parameter, Parameters::zeros(net.sizes().clone()).name(at));
        }
        (trained, refused) => panic!("{trained:?}, but by hand {refused:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn training_gives_the_bits_of_the_textbook(
        sizes in sizes(),
        m in 1_usize..=40,
        share in 0.0..0.7,
        eta in prop::sample::select(vec![0.7, 3.0, 0.0, -0.0, -0.7]),
        seed in 0_u64..1000,
    ) {
        compare(net(&sizes, 1.0, seed), sparse(&sizes, m + 3, share, 1.0, seed), m, eta);
    }

    /// Updates that are refused, also because of a δ that is not finite, leave the network as it was.
    #[test]
    fn a_refused_update_is_taken_back(
        sizes in sizes(),
        m in 1_usize..=40,
        share in 0.0..0.3,
        eta in prop::sample::select(vec![1.0, 1e300, 1e308]),
        inputs in prop::sample::select(vec![1.0, 1e10, 1e200, 1e307]),
        weights in prop::sample::select(vec![1.0, 1e200, 1e307]),
        seed in 0_u64..1000,
    ) {
        compare(net(&sizes, weights, seed), sparse(&sizes, m + 3, share, inputs, seed), m, eta);
    }

    /// The run of a session has after every mini-batch the bits of its steps, with every convention, after
    /// edits of inputs and of weights, and with images.
    #[test]
    fn a_run_gives_the_bits_of_its_steps(
        hidden in prop::collection::vec(8_usize..=20, 1..=2),
        mini_batch_size in 1_usize..=40,
        share in 0.0..0.6,
        choices in 0_u8..8,
        are_images in any::<bool>(),
        seed in 0_u64..1000,
    ) {
        const INPUTS: usize = 33;
        let sizes = [&[INPUTS], &hidden[..], &[3]].concat();
        let samples =
            if are_images { images(INPUTS, share, seed) } else { sparse(&sizes, 60, share, 1.0, seed) };
        let [train_biases, halve_cost, average_gradients] = [1, 2, 4].map(|bit| choices & bit != 0);
        let conventions = Conventions { train_biases, halve_cost, average_gradients };
        let settings =
            DataSettings { mini_batch_size, conventions, ..settings(&sizes, TrainTestSplit::All) };
        let mut run = Session::with_data(DataSet::given(samples, true), settings).unwrap();
        let edits = [
            Edit::Input { sample: 7, index: 11, value: 0.5 },
            Edit::Input { sample: 3, index: 2, value: -0.0 },
            Edit::Weight { layer: 2, to: 1, from: 2, value: 0.5 },
        ];
        for (index, edit) in [0, 4, 9].into_iter().zip(edits) {
            let at = Position { sample: 0, step: 0, ..run.position_of(index).unwrap() };
            run.edit(at, edit, false).unwrap();
        }
        run.advance(20, || true).unwrap();
        let costs = run.timeline().costs.mean();
        for index in (0..19).filter(|index| ![3, 8].contains(index)) {
            let update = run.position_of(index).unwrap();
            let next = Position { sample: 0, step: 0, ..run.position_of(index + 1).unwrap() };
            let (updated, begun) = (run.state_at(update).unwrap(), run.state_at(next).unwrap());
            prop_assert_eq!(flat(&updated.parameters), flat(&begun.parameters), "mini-batch {}", index);
            let cost = updated.mini_batch_cost.map(f64::to_bits);
            prop_assert_eq!(cost, Some(costs[index as usize].to_bits()), "mini-batch {}", index);
        }
    }

    #[test]
    fn answers_have_the_bits_of_each_sample(
        sizes in sizes(),
        count in 1_usize..=70,
        share in 0.0..0.6,
        seed in 0_u64..1000,
    ) {
        let (net, samples) = (net(&sizes, 1.0, seed), sparse(&sizes, count, share, 1.0, seed));
        let (mut correct, mut cost) = (0, 0.0);
        for i in 0..count {
            let (x, y) = (samples.x(i), samples.y(i));
            correct += usize::from(class(&net.feedforward(&x).unwrap().to_vec()) == class(&y));
            cost += net.cost(&Samples::new(x.len(), y.len(), 1, &x, &y).unwrap()).unwrap();
        }
        prop_assert_eq!(net.evaluate(&samples).unwrap().correct, correct);
        prop_assert_eq!(net.cost(&samples).unwrap().to_bits(), (cost / count as f64).to_bits());
    }
}

/// δ^2 overflows, all inputs are 0, and biases are not trained. With every product the update is refused,
/// since 0 · ∞ is no number. So it is when products with 0 are left out.
#[test]
fn an_update_with_a_delta_that_is_not_finite_is_refused_without_any_input() {
    for mini_batch_size in [8, 40] {
        let sizes = [32, 8, 2, 1];
        let conventions = Conventions { train_biases: false, ..Conventions::default() };
        let settings = DataSettings { mini_batch_size, conventions, ..settings(&sizes, TrainTestSplit::All) };
        let samples = Samples::new(32, 1, 40, &[0.0; 32 * 40], &[0.0; 40]).expect("finite");
        let mut run = Session::with_data(DataSet::given(samples, false), settings).expect("fits");
        let mut parameters = vec![0.0; 264 + 18 + 3];
        // z^3 and z^4 are 0, so that the slopes there are not.
        parameters[264..266].copy_from_slice(&[1e308, -1e308]);
        parameters[282..284].copy_from_slice(&[1e10, -1e10]);
        run.edit(Position::ORIGIN, Edit::Parameters(parameters), false).expect("fits");
        let stepped = run.clone().state_at(run.position_of(0).expect("in reach")).expect_err("refused");
        let weight = Parameter::Weight { layer: 2, to: 1, from: 1 };
        assert_eq!(stepped, Error::Diverged { parameter: weight, epoch: 1, mini_batch: 1 });
        assert_eq!(run.advance(1, || true).expect_err("refused"), stepped);
    }
}
