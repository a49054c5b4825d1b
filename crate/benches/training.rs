//! Mini-batches of the shapes of `cargo xtask bench`, natively: `cargo bench -p backstep`.

use std::hint::black_box;

use backstep::{Network, Resident, Samples, Stream, exp_neg_abs};
use criterion::{Criterion, Throughput};

/// Mini-batches of different samples before the first comes again.
const MINI_BATCHES: usize = 20;

fn samples(inputs: usize, outputs: usize, count: usize) -> Samples {
    let mut stream = Stream::start(45, 1, 0);
    let mut list = |length: usize| (0..length).map(|_| stream.uniform()).collect::<Vec<_>>();
    let (xs, ys) = (list(inputs * count), list(outputs * count));
    Samples::new(inputs, outputs, count, &xs, &ys).expect("finite")
}

fn training(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("mini-batch");
    for (sizes, m) in [(&[3, 2, 1][..], 4), (&[2, 8, 8, 1], 10), (&[784, 30, 10], 10), (&[784, 100, 10], 32)]
    {
        let mut net = Network::new(sizes, 45).expect("small");
        let samples = samples(sizes[0], sizes[sizes.len() - 1], m * MINI_BATCHES);
        let mut resident = Resident::new(&net, samples).expect("fits");
        let mut next = 0;
        group.throughput(Throughput::Elements(m as u64));
        group.bench_function(format!("{sizes:?}, m {m}"), |bencher| {
            bencher.iter(|| {
                let cost = resident.train_mini_batches(&mut net, next, 1, m, 0.5).expect("stays finite");
                next = (next + 1) % MINI_BATCHES as u64;
                cost
            });
        });
    }
    group.finish();
}

/// One sample forward and back by the textbook arithmetic, which stepping through a network uses.
fn pass(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pass");
    for sizes in [&[3, 2, 1][..], &[784, 30, 10]] {
        let net = Network::new(sizes, 45).expect("small");
        let sample = samples(sizes[0], sizes[sizes.len() - 1], 1);
        let (x, y) = (sample.x(0), sample.y(0));
        group.bench_function(format!("{sizes:?}, backprop"), |bencher| {
            bencher.iter(|| net.backprop(black_box(&x), black_box(&y)));
        });
        group.bench_function(format!("{sizes:?}, feedforward"), |bencher| {
            bencher.iter(|| net.feedforward(black_box(&x)));
        });
    }
    group.finish();
}

fn answering(criterion: &mut Criterion) {
    let net = Network::new(&[784, 30, 10], 45).expect("small");
    let samples = samples(784, 10, 1_000);
    criterion.bench_function("evaluate, [784, 30, 10], 1,000 samples", |bencher| {
        bencher.iter(|| net.evaluate(black_box(&samples)));
    });
    criterion.bench_function("exp_neg_abs", |bencher| bencher.iter(|| exp_neg_abs(black_box(1.25))));
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    training(&mut criterion);
    pass(&mut criterion);
    answering(&mut criterion);
    criterion.final_summary();
}
