//! The golden cases of the independent NumPy program; see `tests/golden/README.md`.

use backstep::{Backprop, Network, Samples};
use serde_json::Value;

fn cases(file: &str) -> Value {
    let path = format!("{}/../tests/golden/cases/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).expect("a fixture")
}

fn list(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|n| n.as_f64().expect("a number")).collect()
}

fn integers(value: &Value) -> Vec<usize> {
    value.as_array().expect("a list").iter().map(|n| n.as_u64().expect("a whole number") as usize).collect()
}

/// Returns samples from lists of lists.
fn samples(case: &Value) -> Samples {
    let rows = |key: &str| case[key].as_array().expect("a list").iter().map(list).collect::<Vec<_>>();
    let (xs, ys) = (rows("xs"), rows("ys"));
    Samples::new(xs[0].len(), ys[0].len(), xs.len(), &xs.concat(), &ys.concat()).expect("a fixture")
}

fn network(case: &Value) -> Network {
    Network::from_parameters(&integers(&case["sizes"]), &list(&case["parameters"])).expect("a fixture")
}

/// Compares to 1e-12 relative, plus the case's `absolute`, which allows for rounding near 0.
fn close(case: &Value, what: &str, got: &[f64], want: &Value) {
    let absolute = case["absolute"].as_f64().expect("a bound");
    let want = list(want);
    assert_eq!(got.len(), want.len(), "{}: {what}", case["name"]);
    for (at, (got, want)) in got.iter().zip(&want).enumerate() {
        let fits = (got - want).abs() <= 1e-12 * want.abs() + absolute;
        assert!(fits, "{}: {what}[{at}] is {got:e}, wanted {want:e}", case["name"]);
    }
}

fn compare(case: &Value, pass: &Backprop, record: &Value) {
    for (at, a) in pass.a.iter().enumerate() {
        close(case, "a", &a.to_vec(), &record["a"][at]);
    }
    for at in 0..pass.z.len() {
        close(case, "z", &pass.z[at].to_vec(), &record["z"][at + 1]);
        close(case, "delta", &pass.delta[at].to_vec(), &record["delta"][at + 1]);
        close(case, "nablaB", &pass.nabla_b[at].to_vec(), &record["nablaB"][at + 1]);
        let nabla_w: Vec<f64> = pass.nabla_w[at].iter().copied().collect();
        close(case, "nablaW", &nabla_w, &record["nablaW"][at + 1]);
    }
}

fn each(file: &str, check: impl Fn(&Value)) {
    let file = cases(file);
    let cases = file["cases"].as_array().expect("cases");
    assert!(!cases.is_empty());
    cases.iter().for_each(check);
}

#[test]
fn backprop_cost_and_feedforward_give_the_golden_values() {
    each("backprop.json", |case| {
        let (x, y) = (list(&case["x"]), list(&case["y"]));
        let net = network(case);
        compare(case, &net.backprop(&x, &y).expect("fits"), case);
        let sample = Samples::new(x.len(), y.len(), 1, &x, &y).expect("finite");
        let cost = net.cost(&sample).expect("fits");
        close(case, "cost", &[cost], &Value::from(vec![case["cost"].clone()]));
    });
}

#[test]
fn update_mini_batch_gives_the_golden_parameters() {
    each("update.json", |case| {
        let mut net = network(case);
        let eta = case["eta"].as_f64().expect("a number");
        let cost = net.update_mini_batch(&samples(case), eta).expect("fits");
        close(case, "costBefore", &[cost], &Value::from(vec![case["costBefore"].clone()]));
        close(case, "after", net.parameters(), &case["after"]);
    });
}

#[test]
fn training_on_300_mini_batches_gives_the_golden_parameters() {
    each("training.json", |case| {
        let mut net = network(case);
        let (all, eta) = (samples(case), case["eta"].as_f64().expect("a number"));
        let size = case["miniBatchSize"].as_u64().expect("a number") as usize;
        let mut left = case["miniBatchCount"].as_u64().expect("a number");
        for order in case["orders"].as_array().expect("orders") {
            for batch in integers(order).chunks(size).take(left as usize) {
                let xs: Vec<f64> = batch.iter().flat_map(|at| all.x(*at)).collect();
                let ys: Vec<f64> = batch.iter().flat_map(|at| all.y(*at)).collect();
                let batch = Samples::new(all.inputs(), all.outputs(), batch.len(), &xs, &ys).expect("a part");
                net.update_mini_batch(&batch, eta).expect("fits");
                left -= 1;
            }
        }
        assert_eq!(left, 0);
        close(case, "after", net.parameters(), &case["after"]);
        let cost = net.cost(&all).expect("fits");
        close(case, "costAfter", &[cost], &Value::from(vec![case["costAfter"].clone()]));
    });
}

#[test]
fn the_3_2_1_mini_batch_worked_by_hand_gives_its_fractions() {
    let case = cases("hand_worked.json");
    let mut net = network(&case);
    let mut batch = (Vec::new(), Vec::new());
    for sample in case["samples"].as_array().expect("samples") {
        let (x, y) = (list(&sample["x"]), list(&sample["y"]));
        compare(&case, &net.backprop(&x, &y).expect("fits"), sample);
        batch.0.extend(x);
        batch.1.extend(y);
    }
    let samples = Samples::new(3, 1, 2, &batch.0, &batch.1).expect("finite");
    let cost = net.update_mini_batch(&samples, case["eta"].as_f64().expect("a number")).expect("fits");
    close(&case, "miniBatchCost", &[cost], &Value::from(vec![case["miniBatchCost"].clone()]));
    close(&case, "after", net.parameters(), &case["after"]);
}

#[test]
fn mazurs_example_gives_his_published_values() {
    let case = cases("mazur.json");
    let mut net = network(&case);
    let (x, y) = (list(&case["x"]), list(&case["y"]));
    let published = &case["published"];
    let tolerance = published["tolerance"].as_f64().expect("a number");
    let near =
        |got: f64, want: f64| assert!((got - want).abs() <= tolerance, "{got} is not the published {want}");
    let pass = net.backprop(&x, &y).expect("fits");
    compare(&case, &pass, &case);
    for (got, want) in pass.a[2].iter().zip(list(&published["outputs"])) {
        near(*got, want);
    }
    let sample = Samples::new(2, 2, 1, &x, &y).expect("finite");
    near(net.cost(&sample).expect("fits"), published["cost"].as_f64().expect("a number"));
    net.update_mini_batch(&sample, 0.5).expect("fits");
    let weights = net.weights(2).iter().chain(net.weights(3).iter()).copied().collect::<Vec<_>>();
    for (got, want) in weights.into_iter().zip(list(&published["weights"])) {
        near(got, want);
    }
    close(&case, "after", net.parameters(), &case["after"]);
    let after = net.cost(&sample).expect("fits");
    close(&case, "costAfter", &[after], &Value::from(vec![case["costAfter"].clone()]));
}

#[test]
fn initial_parameters_and_orders_are_the_golden_ones() {
    let file = cases("generator.json");
    for case in file["start"].as_array().expect("cases") {
        let seed = case["seed"].as_u64().expect("a seed");
        let net = Network::new(&integers(&case["sizes"]), seed).expect("small");
        close(case, "parameters", net.parameters(), &case["parameters"]);
    }
    for case in file["shuffle"].as_array().expect("cases") {
        let number = |key: &str| case[key].as_u64().expect("a number");
        let mut order = vec![0; number("count") as usize];
        backstep::permutation(number("seed"), number("epoch"), &mut order);
        let order: Vec<usize> = order.into_iter().map(|at| at as usize).collect();
        assert_eq!(order, integers(&case["order"]), "seed {}, epoch {}", case["seed"], case["epoch"]);
    }
}
