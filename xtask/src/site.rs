//! What the page needs besides the files in `www`: the core as WebAssembly, and the modules it uses.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{self, WASM, command, root, run};
use crate::{mnist, vendor};

/// Features of WebAssembly the module may use; wasm-opt refuses what it is not told of.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds everything that is out of date.
///
/// # Errors
/// If a tool is missing or fails; the message says which and why.
pub(crate) fn build() -> Result<()> {
    tools::rust(&[])?;
    tools::npm_packages()?;
    vendor::vendor()?;
    mnist::pack()?;
    sources()?;
    core()
}

/// `www/pkg`: the core, its bindings, shrunk.
fn core() -> Result<()> {
    // For a library that is to be linked from Rust as well, Cargo leaves out the optimisation across crates.
    let module = ["--lib", "--crate-type", "cdylib", "--release", "--target", WASM];
    run(command("cargo").args(["rustc", "--quiet", "--package", "backstep"]).args(module))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let module = target.join(WASM).join("release/backstep.wasm");
    let package = root().join("www/pkg");
    let stamp = target.join("pkg.module");
    let built = fs::read(&module).with_context(|| format!("{} cannot be read", module.display()))?;
    if package.join("backstep_bg.wasm").exists() && fs::read(&stamp).is_ok_and(|last| last == built) {
        return Ok(());
    }
    // Made beside and moved in, so that a server never sends half of it.
    let scratch = target.join("pkg");
    let _ = fs::remove_dir_all(&scratch);
    Bindgen::new().input_path(&module).web(true)?.typescript(true).generate(&scratch)?;
    let bindings = scratch.join("backstep_bg.wasm");
    let mut shrink = command("node");
    shrink.arg("node_modules/binaryen/bin/wasm-opt").arg(&bindings).arg("-o").arg(&bindings);
    run(shrink
        .args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"])
        .args(FEATURES))?;
    move_into(&scratch, &package)?;
    fs::write(stamp, built).context("The build's stamp cannot be written")
}

/// `www/pkg/source`: the files of the core that the page shows beside a step.
fn sources() -> Result<()> {
    let to = root().join("www/pkg/source");
    fs::create_dir_all(&to)?;
    for file in ["layer.rs", "descent.rs", "evaluate.rs", "rng.rs"] {
        let from = root().join("crate/src").join(file);
        fs::copy(&from, to.join(file)).with_context(|| format!("{} cannot be copied", from.display()))?;
    }
    Ok(())
}

/// Moves every file of `from` to `to`, one by one, each at once.
pub(crate) fn move_into(from: &Path, to: &Path) -> Result<()> {
    for entry in
        WalkDir::new(from).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        let target = to.join(entry.path().strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        // A rename within one file system replaces the old file in one go.
        let beside = target.with_extension("new");
        fs::copy(entry.path(), &beside)?;
        fs::rename(&beside, &target).with_context(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}
