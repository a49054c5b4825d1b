//! Prints the bits of trained networks as computed natively, one JSON object a line, for comparison with
//! what the WebAssembly module computes: `cargo run -p backstep --example bits`.

use backstep::{Example, Generated, GeneratedKind, Network, Samples, Session, Stream};

/// A list of numbers as the hexadecimal digits of their bits.
fn bits(values: &[f64]) -> String {
    let hex: Vec<String> = values.iter().map(|value| format!("\"{:016x}\"", value.to_bits())).collect();
    format!("[{}]", hex.join(","))
}

/// A plain network, trained on the same samples again and again.
fn network(sizes: &[usize], seed: u64, count: usize, eta: f64, scale: f64) {
    let mut stream = Stream::shuffle(seed, 0);
    let mut list = |length| (0..length).map(|_| scale * stream.normal()).collect::<Vec<f64>>();
    let (xs, ys) = (list(count * sizes[0]), list(count * sizes[sizes.len() - 1]));
    let samples = Samples::new(sizes[0], sizes[sizes.len() - 1], count, &xs, &ys).expect("finite");
    let mut net = Network::new(sizes, seed).expect("within the limits");
    let updates = 50;
    for _ in 0..updates {
        net.update_mini_batch(&samples, eta).expect("finite");
    }
    let cost = net.cost(&samples).expect("fits");
    let settings =
        format!(r#""sizes":{sizes:?},"seed":{seed},"m":{count},"eta":{eta:e},"updates":{updates}"#);
    println!(
        r#"{{"kind":"network",{settings},"xs":{},"ys":{},"parameters":{},"cost":{}}}"#,
        bits(&xs),
        bits(&ys),
        bits(net.parameters()),
        bits(&[cost]),
    );
}

/// A session, trained for a while.
fn session(example: Example, seed: u64, mini_batches: u64) {
    let mut session = Session::open(example, Some(seed)).expect("a seed");
    let position = session.position_of(mini_batches - 1).expect("in reach");
    let state = session.state_at(position).expect("finite");
    let layers = state.parameters.weights.iter().zip(&state.parameters.biases);
    let parameters: Vec<f64> = layers.flat_map(|(w, b)| [w, b]).flatten().flatten().copied().collect();
    println!(
        r#"{{"kind":"session","example":"{}","seed":{seed},"miniBatches":{mini_batches},"parameters":{}}}"#,
        example.name(),
        bits(&parameters),
    );
}

/// A generated set: x and y of each sample.
fn generated(kind: GeneratedKind, seed: u64) {
    let set = Generated { kind, rule: 110, count: 100, noise: 0.7, seed };
    let samples = set.samples().expect("in range");
    let xs: Vec<f64> = (0..samples.count()).flat_map(|i| samples.x(i)).collect();
    let ys: Vec<f64> = (0..samples.count()).flat_map(|i| samples.y(i)).collect();
    let at = GeneratedKind::ALL.iter().position(|other| *other == kind).expect("one of them");
    println!(r#"{{"kind":"generated","set":{at},"seed":{seed},"xs":{},"ys":{}}}"#, bits(&xs), bits(&ys));
}

fn main() {
    for seed in 0..8 {
        network(&[3, 2, 1], seed, 4, 3.0, 1.0);
        network(&[2, 8, 8, 1], seed, 7, 0.5, 1.0);
        network(&[5, 1, 5], seed, 3, -0.1, 3.0);
        network(&[7, 12, 9, 4], seed, 10, 1.5, 20.0);
        network(&[2, 2], seed, 2, 1e-300, 1e-300);
        for kind in GeneratedKind::ALL {
            generated(kind, seed);
        }
        for example in Example::ALL {
            session(example, seed, 1_000);
        }
    }
}
