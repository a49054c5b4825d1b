//! Builds what the page needs besides the files in `www`: the core as WebAssembly, libraries, and data.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{self, WASM, command, move_into, root, run};
use crate::{mnist, vendor};

/// Features of WebAssembly that the module may use. wasm-opt refuses all others.
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
/// Returns an error that names the tool if one is missing or fails.
pub(crate) fn build() -> Result<()> {
    tools::rust(&[])?;
    tools::npm_packages()?;
    vendor::vendor()?;
    mnist::pack()?;
    sources()?;
    MODULES.iter().try_for_each(module)
}

/// A WebAssembly module made of the core.
struct Module {
    /// Its name in `www/pkg`.
    name: &'static str,
    /// The profile with which Cargo builds it.
    profile: &'static str,
    features: &'static [&'static str],
    /// Whether it uses vector instructions.
    simd: bool,
    /// Whether its bindings check the types of arguments, and that objects are not freed. What is not checked
    /// there is thrown from inside the module, which leaves its stack and its borrowed objects as they were.
    checks: bool,
}

/// The full core, and the small core with which a first visit begins.
///
/// The small core is built without SIMD, as the standard library is. Both then have the same target features,
/// so that the linker can inline functions of the library, and can remove the text of its panics.
const MODULES: [Module; 2] = [
    Module { name: "backstep", profile: "release", features: &[], simd: true, checks: true },
    Module {
        name: "opening",
        profile: "opening",
        features: &["--no-default-features"],
        simd: false,
        checks: false,
    },
];

/// Builds a module, shrinks it, and puts it with its bindings into `www/pkg`.
fn module(Module { name, profile, features, simd, checks }: &Module) -> Result<()> {
    // As `cdylib` alone: Cargo does not optimise across crates (LTO) if Rust may link the library as well.
    let mut cargo = command("cargo");
    cargo.args(["rustc", "--quiet", "--package", "backstep", "--lib", "--crate-type", "cdylib"]);
    cargo.args(["--profile", profile, "--target", WASM]).args(*features);
    if !simd {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", "");
    }
    run(&mut cargo)?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let module = target.join(WASM).join(profile).join("backstep.wasm");
    let package = root().join("www/pkg");
    let (file, stamp) = (format!("{name}_bg.wasm"), target.join(format!("{name}.module")));
    let built = fs::read(&module).with_context(|| format!("{} cannot be read", module.display()))?;
    if package.join(&file).exists() && fs::read(&stamp).is_ok_and(|last| last == built) {
        return Ok(());
    }
    // Made in another folder and then moved, so that a server never sends an incomplete file.
    let scratch = target.join("pkg");
    let _ = fs::remove_dir_all(&scratch);
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&module).out_name(name).web(true)?.typescript(true).debug(*checks);
    bindgen.generate(&scratch)?;
    let bindings = scratch.join(file);
    let mut shrink = command("node");
    shrink.arg("node_modules/binaryen/bin/wasm-opt").arg(&bindings).arg("-o").arg(&bindings);
    // Kernels stay functions of their own. In one big function V8 runs out of registers, and training takes
    // half as long again.
    shrink.args(["-Oz", "--converge", "--one-caller-inline-max-function-size=50"]);
    run(shrink.args(["--strip-debug", "--strip-producers", "--strip-target-features"]).args(FEATURES))?;
    move_into(&scratch, &package)?;
    fs::write(stamp, built).context("The build's stamp cannot be written")
}

/// Copies the files of the core that the page shows beside a step to `www/pkg/source`.
fn sources() -> Result<()> {
    let to = root().join("www/pkg/source");
    fs::create_dir_all(&to)?;
    for file in ["learn/layer.rs", "learn/update.rs", "learn/evaluate.rs", "rng.rs"] {
        let from = root().join("crate/src").join(file);
        let name = from.file_name().context("A file has a name")?;
        fs::copy(&from, to.join(name)).with_context(|| format!("{} cannot be copied", from.display()))?;
    }
    Ok(())
}
