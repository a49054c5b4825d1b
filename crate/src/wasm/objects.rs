//! Plain JavaScript objects from the core's types, and edits from plain objects. The shapes are those of
//! `www/src/protocol/messages.js`.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use js_sys::{Array, Error as JsError, Float64Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::{count, integer, sizes, thrown};
use crate::{
    ByLayer, Conventions, Edit, Error, Evaluated, Example, OnStage, Position, SampleRow, State, Step, Terms,
    Timeline,
};

/// An object under construction.
pub(super) struct Record(Object);

impl Record {
    pub(super) fn new() -> Self {
        Self(Object::new())
    }

    /// Sets a property. It cannot fail: the object is new and ordinary.
    pub(super) fn with(self, key: &str, value: impl Into<JsValue>) -> Self {
        let set = Reflect::set(&self.0, &JsValue::from_str(key), &value.into());
        debug_assert!(set.is_ok(), "an ordinary object takes every property");
        self
    }

    pub(super) fn done(self) -> JsValue {
        self.0.into()
    }
}

/// A copy as `Float64Array`.
pub(super) fn numbers(values: &[f64]) -> JsValue {
    Float64Array::from(values).into()
}

pub(super) fn number_or_absent(value: Option<f64>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, JsValue::from_f64)
}

fn numbers_or_absent(values: Option<&[f64]>) -> JsValue {
    values.map_or(JsValue::UNDEFINED, numbers)
}

/// One entry for each layer; an absent one is `undefined`.
pub(super) fn by_layer(values: &ByLayer) -> JsValue {
    values.iter().map(|values| numbers_or_absent(values.as_deref())).collect::<Array>().into()
}

pub(super) fn position(position: Position) -> JsValue {
    Record::new()
        .with("epoch", position.epoch as f64)
        .with("miniBatch", position.mini_batch as f64)
        .with("sample", position.sample as f64)
        .with("step", position.step as f64)
        .done()
}

fn step(step: Step) -> JsValue {
    let (kind, layer) = match step {
        Step::Load => ("load", None),
        Step::Z(l) => ("z", Some(l)),
        Step::A(l) => ("a", Some(l)),
        Step::Cost => ("cost", None),
        Step::Delta(l) => ("delta", Some(l)),
        Step::Nabla(l) => ("nabla", Some(l)),
        Step::Sum => ("sum", None),
        Step::Mean => ("mean", None),
        Step::Scale => ("scale", None),
        Step::Update => ("update", None),
        Step::Evaluate => ("evaluate", None),
        Step::Shuffle => ("shuffle", None),
    };
    let record = Record::new().with("kind", kind);
    match layer {
        Some(l) => record.with("layer", l as f64).done(),
        None => record.done(),
    }
}

fn row(row: &SampleRow) -> JsValue {
    Record::new()
        .with("sample", row.sample as f64)
        .with("x", numbers(&row.x))
        .with("y", numbers(&row.y))
        .with("output", numbers_or_absent(row.output.as_deref()))
        .with("cost", number_or_absent(row.cost))
        .done()
}

/// The whole of a state, in one object.
pub(super) fn state(state: &State) -> JsValue {
    let float = |number: usize| number as f64;
    let list = |numbers: &[usize]| numbers.iter().map(|n| JsValue::from_f64(*n as f64)).collect::<Array>();
    let absent: ByLayer = vec![None; state.sizes.layers()];
    let split = |split: Option<&crate::ParametersByLayer>| {
        split.map_or_else(
            || (by_layer(&absent), by_layer(&absent)),
            |s| (by_layer(&s.weights), by_layer(&s.biases)),
        )
    };
    let (weights, biases) = split(Some(&state.parameters));
    let (sum_w, sum_b) = split(state.sum.as_ref());
    let (mean_w, mean_b) = split(state.mean.as_ref());
    let (change_w, change_b) = split(state.change.as_ref().map(|(change, _)| change));
    let evaluation = state.evaluation.map_or(JsValue::UNDEFINED, |evaluation| {
        Record::new().with("correct", float(evaluation.correct)).with("total", float(evaluation.total)).done()
    });
    let on_stage = state.on_stage.as_ref();
    let record = Record::new()
        .with("position", position(state.position))
        .with("step", step(state.step))
        .with("index", state.index as f64)
        .with("sizes", list(state.sizes.as_slice()))
        .with("eta", state.eta)
        .with("miniBatchSize", float(state.mini_batch_size))
        .with("conventions", conventions(state.conventions))
        .with("conventionsSet", conventions(state.conventions_set))
        .with("seed", state.seed as f64)
        .with("example", state.example.map_or(JsValue::UNDEFINED, JsValue::from_str))
        .with("evaluates", state.plan.evaluates)
        .with("m", state.plan.m as f64)
        .with("sampleCount", float(state.sample_count))
        .with("miniBatchCount", state.mini_batches as f64)
        .with("sampleSteps", state.plan.sample_steps().into_iter().map(step).collect::<Array>())
        .with("tailSteps", state.plan.tail_steps().into_iter().map(step).collect::<Array>())
        .with("rows", state.rows.iter().map(row).collect::<Array>())
        .with("row", number_or_absent(on_stage.map(|_| state.position.sample as f64)))
        .with("weights", weights)
        .with("biases", biases)
        .with("sumNablaW", sum_w)
        .with("sumNablaB", sum_b)
        .with("summed", state.summed as f64)
        .with("meanNablaW", mean_w)
        .with("meanNablaB", mean_b)
        .with("changeW", change_w)
        .with("changeB", change_b)
        .with("changeEta", number_or_absent(state.change.as_ref().map(|(_, eta)| *eta)))
        .with("miniBatchCost", number_or_absent(state.mini_batch_cost))
        .with("evaluation", evaluation);
    sample(record, on_stage, &absent).done()
}

/// Conventions from the object that has them.
pub(super) fn conventions_of(object: &JsValue) -> Result<Conventions, JsError> {
    let choice = |key: &'static str| get(object, key).as_bool().ok_or_else(|| refused(key));
    let (train_biases, halve_cost, average_gradients) =
        (choice("trainBiases")?, choice("halveCost")?, choice("averageGradients")?);
    Ok(Conventions { train_biases, halve_cost, average_gradients })
}

fn conventions(Conventions { train_biases, halve_cost, average_gradients }: Conventions) -> JsValue {
    Record::new()
        .with("trainBiases", train_biases)
        .with("halveCost", halve_cost)
        .with("averageGradients", average_gradients)
        .done()
}

/// What is known of the sample on the stage; everything absent where there is none.
fn sample(record: Record, stage: Option<&OnStage>, absent: &ByLayer) -> Record {
    let layers = |pick: fn(&OnStage) -> &ByLayer| by_layer(stage.map_or(absent, pick));
    let list = |pick: fn(&OnStage) -> Option<&[f64]>| numbers_or_absent(stage.and_then(pick));
    record
        .with("sample", number_or_absent(stage.map(|stage| stage.sample as f64)))
        .with("x", list(|stage| Some(&stage.x)))
        .with("y", list(|stage| Some(&stage.y)))
        .with("z", layers(|stage| &stage.z))
        .with("a", layers(|stage| &stage.a))
        .with("saturated", flags(stage, absent.len()))
        .with("cost", number_or_absent(stage.and_then(|stage| stage.cost)))
        .with("costDerivative", list(|stage| stage.cost_derivative.as_deref()))
        .with("carried", layers(|stage| &stage.carried))
        .with("slope", layers(|stage| &stage.slope))
        .with("delta", layers(|stage| &stage.delta))
        .with("nablaW", layers(|stage| &stage.nabla.weights))
        .with("nablaB", layers(|stage| &stage.nabla.biases))
        .with("terms", stage.and_then(|stage| stage.terms.as_ref()).map_or(JsValue::UNDEFINED, terms))
}

/// For each layer a list of truth values, where known.
fn flags(stage: Option<&OnStage>, layers: usize) -> JsValue {
    let list =
        |flags: &Vec<bool>| flags.iter().map(|flag| JsValue::from_bool(*flag)).collect::<Array>().into();
    let of = |l: usize| stage.and_then(|stage| stage.saturated[l].as_ref()).map_or(JsValue::UNDEFINED, list);
    (0..layers).map(of).collect::<Array>().into()
}

fn terms(terms: &Terms) -> JsValue {
    Record::new()
        .with("count", terms.count as f64)
        .with("products", numbers(&terms.products))
        .with("running", numbers(&terms.running))
        .done()
}

pub(super) fn timeline(timeline: &Timeline) -> JsValue {
    let edit =
        |(index, kind): &(u64, &str)| Record::new().with("index", *index as f64).with("kind", *kind).done();
    let evaluated = |one: &Evaluated| {
        Record::new()
            .with("epoch", one.epoch as f64)
            .with("index", one.index as f64)
            .with("correct", one.evaluation.correct as f64)
            .with("total", one.evaluation.total as f64)
            .with("neverPredicted", one.never_predicted)
            .done()
    };
    let evaluations = timeline.evaluations.iter().map(evaluated).collect::<Array>();
    Record::new()
        .with("completed", timeline.costs.completed() as f64)
        .with("span", timeline.costs.span() as f64)
        .with("mean", numbers(&timeline.costs.mean()))
        .with("low", numbers(&timeline.costs.low()))
        .with("high", numbers(&timeline.costs.high()))
        .with("running", numbers(&timeline.costs.running(timeline.window)))
        .with("window", timeline.window as f64)
        .with("evaluations", evaluations)
        .with("edits", timeline.edits.iter().map(edit).collect::<Array>())
        .done()
}

/// An edit from its plain object. A property that is missing or of another type is refused by name.
pub(super) fn edit(object: &JsValue) -> Result<Edit, JsError> {
    let kind = get(object, "kind").as_string().unwrap_or_default();
    let value = || number(object, "value");
    let place = |key: &'static str| count(key, number(object, key)?);
    Ok(match kind.as_str() {
        "eta" => Edit::Eta(value()?),
        "miniBatchSize" => Edit::MiniBatchSize(count("The mini-batch size", value()?)?),
        "sizes" => {
            let list =
                |key| Array::from(&get(object, key)).iter().filter_map(|n| n.as_f64()).collect::<Vec<_>>();
            let kept = |layer: f64| {
                if layer < 0.0 { None } else { Some(layer as usize) }
            };
            let kept_layers = list("keptLayers").into_iter().map(kept).collect();
            Edit::Sizes { sizes: sizes(&list("sizes"))?, kept_layers }
        }
        "weight" => {
            Edit::Weight { layer: place("layer")?, to: place("to")?, from: place("from")?, value: value()? }
        }
        "bias" => Edit::Bias { layer: place("layer")?, neuron: place("neuron")?, value: value()? },
        "parameters" => {
            let values = get(object, "values");
            let values = values.dyn_ref::<Float64Array>().ok_or_else(|| refused("values"))?;
            if values.length() as usize > crate::MAX_PARAMETERS {
                let (max, got) = (crate::MAX_PARAMETERS, values.length() as usize);
                return Err(thrown(Error::Parameters { max, got }));
            }
            Edit::Parameters(values.to_vec())
        }
        "input" => Edit::Input { sample: place("sample")?, index: place("index")?, value: value()? },
        "target" => Edit::Target { sample: place("sample")?, index: place("index")?, value: value()? },
        "conventions" => Edit::Conventions(conventions_of(object)?),
        "seed" => Edit::Seed(integer("The seed", value()?)?),
        "example" => {
            let name = get(object, "name").as_string().unwrap_or_default();
            Edit::Example(Example::named(&name).ok_or_else(|| refused("name"))?)
        }
        _ => return Err(refused("kind")),
    })
}

pub(super) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn number(object: &JsValue, key: &'static str) -> Result<f64, JsError> {
    get(object, key).as_f64().ok_or_else(|| refused(key))
}

fn refused(key: &str) -> JsError {
    let mut message = String::from("An edit has no valid ");
    message.push_str(key);
    message.push('.');
    JsError::new(&message)
}
