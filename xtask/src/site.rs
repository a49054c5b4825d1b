//! What the page needs besides the files in `www`: the core as WebAssembly, and the modules it uses.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;
use wasm_bindgen_cli_support::Bindgen;

use crate::mnist;
use crate::tools::{self, WASM, command, root, run};

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
    vendor()?;
    mnist::pack()?;
    sources()?;
    core()
}

/// `www/pkg`: the core, its bindings, shrunk.
fn core() -> Result<()> {
    run(command("cargo").args(["build", "--quiet", "--package", "backstep", "--release", "--target", WASM]))?;
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

/// `www/vendor`: the modules of others, as they are published.
fn vendor() -> Result<()> {
    lit_html()?;
    uplot()
}

/// The charts, which are fetched when they are looked at.
fn uplot() -> Result<()> {
    let (from, to) = (root().join("node_modules/uplot"), root().join("www/vendor/uplot"));
    let version = fs::read_to_string(from.join("package.json")).context("uplot is not installed")?;
    // What it is published with says nothing of modules, and types go by that.
    let version = version.replacen('{', "{\n  \"type\": \"module\",", 1);
    let stamp = to.join("package.json");
    if fs::read_to_string(&stamp).is_ok_and(|last| last == version) {
        return Ok(());
    }
    let scratch = root().join("target/vendor-uplot");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch)?;
    let text = fs::read_to_string(from.join("dist/uPlot.esm.js")).context("uplot cannot be read")?;
    fs::write(scratch.join("uPlot.js"), without_source_map(&text))?;
    // Its types are those of a script; a module has its class as the default.
    let types = fs::read_to_string(from.join("dist/uPlot.d.ts")).context("uplot's types cannot be read")?;
    fs::write(scratch.join("uPlot.d.ts"), types.replace("export = uPlot;", "export default uPlot;"))?;
    fs::copy(from.join("LICENSE"), scratch.join("LICENSE"))?;
    fs::write(scratch.join("package.json"), version)?;
    move_into(&scratch, &to)
}

fn lit_html() -> Result<()> {
    let (from, to) = (root().join("node_modules/lit-html"), root().join("www/vendor/lit-html"));
    let version = fs::read_to_string(from.join("package.json")).context("lit-html is not installed")?;
    let stamp = to.join("package.json");
    let scratch = root().join("target/vendor");
    let _ = fs::remove_dir_all(&scratch);
    let files = [
        "lit-html",
        "directive",
        "directive-helpers",
        "directives/keyed",
        "directives/repeat",
        "directives/live",
        "directives/ref",
        "directives/guard",
        "async-directive",
    ];
    let there = files.iter().all(|file| to.join(file).with_extension("js").exists());
    if there && fs::read_to_string(&stamp).is_ok_and(|last| last == version) {
        return Ok(());
    }
    for file in files {
        for extension in ["js", "d.ts"] {
            let (from, to) =
                (from.join(file).with_extension(extension), scratch.join(file).with_extension(extension));
            fs::create_dir_all(to.parent().unwrap_or(&scratch))?;
            let text =
                fs::read_to_string(&from).with_context(|| format!("{} cannot be read", from.display()))?;
            fs::write(&to, without_source_map(&text))?;
        }
    }
    fs::copy(from.join("LICENSE"), scratch.join("LICENSE"))?;
    fs::write(scratch.join("package.json"), version)?;
    move_into(&scratch, &to)
}

/// Source maps are not shipped, and a mention of one makes browsers ask for it.
fn without_source_map(text: &str) -> String {
    let kept = text.lines().filter(|line| !line.starts_with("//# sourceMappingURL"));
    kept.map(|line| format!("{line}\n")).collect()
}

/// Moves every file of `from` to `to`, one by one, each at once.
fn move_into(from: &Path, to: &Path) -> Result<()> {
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
