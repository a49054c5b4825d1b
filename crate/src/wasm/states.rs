//! States and timelines as plain objects.

use alloc::vec;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use super::objects::{
    Record, array, by_layer, conventions, list, number_or_absent, numbers, numbers_or_absent, position,
};
use super::types;
use crate::{
    Answered, ByLayer, Evaluated, OnStage, SampleRow, SampleStep, State, Step, TailStep, Terms, Timeline,
};

/// Returns a state as one object.
pub(super) fn state(state: &State) -> types::State {
    let float = |number: usize| number as f64;
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
    let (step_w, step_b) = split(state.parameter_steps.as_ref().map(|(steps, _)| steps));
    let evaluation = state.evaluation.map_or(JsValue::UNDEFINED, |evaluation| {
        Record::new().with("correct", float(evaluation.correct)).with("total", float(evaluation.total)).done()
    });
    let step = match state.step {
        Step::Sample(step) => sample_step(step),
        Step::Tail(step) => tail_step(step),
    };
    let on_stage = state.on_stage.as_ref();
    let record = Record::new()
        .with("position", position(state.position))
        .with("step", step)
        .with("index", state.index as f64)
        .with("sizes", list(state.sizes.as_slice().iter().map(|n| *n as f64)))
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
        .with("sampleSteps", array(state.plan.sample_steps().into_iter().map(sample_step)))
        .with("tailSteps", array(state.plan.tail_steps().into_iter().map(tail_step)))
        .with("rows", array(state.rows.iter().map(row)))
        .with("row", number_or_absent(on_stage.map(|_| state.position.sample as f64)))
        .with("weights", weights)
        .with("biases", biases)
        .with("sumNablaW", sum_w)
        .with("sumNablaB", sum_b)
        .with("summed", state.summed as f64)
        .with("meanNablaW", mean_w)
        .with("meanNablaB", mean_b)
        .with("stepW", step_w)
        .with("stepB", step_b)
        .with("stepEta", number_or_absent(state.parameter_steps.as_ref().map(|(_, eta)| *eta)))
        .with("miniBatchCost", number_or_absent(state.mini_batch_cost))
        .with("answered", state.answered.as_ref().map_or(JsValue::UNDEFINED, answered))
        .with("evaluation", evaluation);
    sample(record, on_stage, &absent).done()
}

fn sample_step(sample_step: SampleStep) -> JsValue {
    let (kind, layer) = match sample_step {
        SampleStep::Load => ("load", None),
        SampleStep::Z(l) => ("z", Some(l)),
        SampleStep::A(l) => ("a", Some(l)),
        SampleStep::Cost => ("cost", None),
        SampleStep::Delta(l) => ("delta", Some(l)),
        SampleStep::Nabla(l) => ("nabla", Some(l)),
        SampleStep::Sum => ("sum", None),
    };
    step(kind, layer)
}

fn tail_step(tail_step: TailStep) -> JsValue {
    let kind = match tail_step {
        TailStep::Mean => "mean",
        TailStep::Scale => "scale",
        TailStep::Update => "update",
        TailStep::Evaluate => "evaluate",
        TailStep::Shuffle => "shuffle",
    };
    step(kind, None)
}

fn step(kind: &str, layer: Option<usize>) -> JsValue {
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

/// Sets what is known of the sample that is shown; everything is absent if there is none.
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
        .with("miss", list(|stage| stage.miss.as_deref()))
        .with("costDerivative", list(|stage| stage.cost_derivative.as_deref()))
        .with("carried", layers(|stage| &stage.carried))
        .with("slope", layers(|stage| &stage.slope))
        .with("delta", layers(|stage| &stage.delta))
        .with("nablaW", layers(|stage| &stage.nabla.weights))
        .with("nablaB", layers(|stage| &stage.nabla.biases))
        .with("terms", stage.and_then(|stage| stage.terms.as_ref()).map_or(JsValue::UNDEFINED, terms))
}

/// Returns, for each layer where they are known, whether its neurons are saturated.
fn flags(stage: Option<&OnStage>, layers: usize) -> JsValue {
    let list = |flags: &Vec<bool>| array(flags.iter().map(|flag| JsValue::from_bool(*flag)));
    let of = |l: usize| stage.and_then(|stage| stage.saturated[l].as_ref()).map_or(JsValue::UNDEFINED, list);
    array((0..layers).map(of))
}

fn answered(answered: &Answered) -> JsValue {
    Record::new()
        .with("outputs", array(answered.outputs.iter().map(|output| numbers(output))))
        .with("costs", numbers(&answered.costs))
        .with("cost", answered.cost)
        .done()
}

fn terms(terms: &Terms) -> JsValue {
    Record::new()
        .with("count", terms.count as f64)
        .with("products", numbers(&terms.products))
        .with("running", numbers(&terms.running))
        .done()
}

pub(super) fn timeline(timeline: &Timeline) -> types::Timeline {
    let edit = |(index, kind): &(u64, &str)| {
        Record::new().with("index", *index as f64).with("kind", *kind).done::<JsValue>()
    };
    let evaluations = array(timeline.evaluations.iter().map(evaluated));
    Record::new()
        .with("completed", timeline.costs.completed() as f64)
        .with("span", timeline.costs.span() as f64)
        .with("mean", numbers(&timeline.costs.mean()))
        .with("low", numbers(&timeline.costs.low()))
        .with("high", numbers(&timeline.costs.high()))
        .with("running", numbers(&timeline.costs.running(timeline.window)))
        .with("window", timeline.window as f64)
        .with("evaluations", evaluations)
        .with("edits", array(timeline.edits.iter().map(edit)))
        .done()
}

pub(super) fn evaluated(one: &Evaluated) -> JsValue {
    Record::new()
        .with("epoch", one.epoch as f64)
        .with("index", one.index as f64)
        .with("correct", one.evaluation.correct as f64)
        .with("total", one.evaluation.total as f64)
        .with("neverPredicted", one.never_predicted)
        .done()
}
