//! Backstep's speed beside that of others.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::site;
use crate::tools::{self, command, root, run};

/// Compares, prints a table and writes it to `tests/bench/results.md`. What is compared with is installed below
/// `target`, where its files are nobody else's.
///
/// # Errors
/// If something that is needed is missing and cannot be installed.
pub(crate) fn bench() -> Result<()> {
    site::build()?;
    let (python, chromium) = (tools::python()?, tools::chromium()?);
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
    // One core, where that can be asked for.
    let pinned =
        Command::new("taskset").args(["-c", "0", "true"]).status().is_ok_and(|status| status.success());
    let mut compare = if pinned { command("taskset") } else { command("node") };
    if pinned {
        compare.args(["-c", "0", "node"]);
    }
    compare.arg("run.js").current_dir(&to).env("BACKSTEP_ROOT", root()).env("BACKSTEP_PYTHON", python);
    compare.env("BACKSTEP_CHROMIUM", chromium).env("BACKSTEP_XTASK", std::env::current_exe()?);
    run(&mut compare)
}
