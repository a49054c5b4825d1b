//! `bench`: measures the page and the core, and writes the figures to `tests/bench/results.md`.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::dist;
use crate::tools::{self, command, root, run};

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Time per mini-batch beside that of others.
    Speed,
    /// What a frame of the page costs.
    Frames,
    /// How much a first visit fetches, and how long it takes.
    Visit,
}

/// Measures one part or all, prints tables and writes them to `tests/bench/results.md`.
///
/// # Errors
/// Returns an error if a tool is missing and cannot be installed, or a measurement fails.
pub(crate) fn bench(part: Option<Part>) -> Result<()> {
    dist::dist()?;
    let wanted = |other| part.is_none_or(|part| part == other);
    if wanted(Part::Speed) {
        speed()?;
    }
    if wanted(Part::Frames) {
        measure(command("node").arg("tests/bench/frames.js"))?;
    }
    if wanted(Part::Visit) {
        measure(command("node").arg("tests/bench/first-visit.js"))?;
    }
    Ok(())
}

/// Runs a measurement, which finds the project and its tools in its environment.
fn measure(node: &mut Command) -> Result<()> {
    node.env("BACKSTEP_ROOT", root()).env("BACKSTEP_PYTHON", tools::python()?);
    run(node.env("BACKSTEP_CHROMIUM", tools::chromium()?).env("BACKSTEP_XTASK", std::env::current_exe()?))
}

/// Compares with NumPy and TensorFlow.js. Their packages are installed in a copy below `target`, so that the
/// page's own dependencies stay few.
fn speed() -> Result<()> {
    let (from, to) = (root().join("tests/bench"), root().join("target/bench"));
    fs::create_dir_all(&to)?;
    let lock = fs::read(from.join("package-lock.json")).context("package-lock.json cannot be read")?;
    let installed = fs::read(to.join("node_modules/.package-lock.stamp")).is_ok_and(|stamp| stamp == lock);
    for entry in fs::read_dir(&from)?.filter_map(Result::ok).filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    if !installed {
        run(command("npm").args(["ci", "--no-fund", "--no-audit"]).current_dir(&to))?;
        fs::write(to.join("node_modules/.package-lock.stamp"), lock)?;
    }
    // All on one core, if the system has `taskset`.
    let pinned =
        Command::new("taskset").args(["-c", "0", "true"]).status().is_ok_and(|status| status.success());
    let mut node = if pinned { command("taskset") } else { command("node") };
    if pinned {
        node.args(["-c", "0", "node"]);
    }
    measure(node.arg("speed.js").current_dir(&to))
}
