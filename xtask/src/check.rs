//! `test`: runs all checks, those first that find mistakes soonest.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::tools::{self, WASM, command, root, run};
use crate::{architecture, dist};

/// A check: its name, and the function that runs it.
type Check<'a> = (&'a str, Box<dyn Fn() -> Result<()> + Send + 'a>);

/// Runs all checks, and stops when one fails.
///
/// # Errors
/// Returns an error if a check fails or its tool is missing.
pub(crate) fn test() -> Result<()> {
    let begin = Instant::now();
    tools::rust(&["rustfmt", "clippy"])?;
    tools::npm_packages()?;
    let cargo = |words: &'static str| move || run(command("cargo").args(words.split(' ')));
    let node = |words: &'static str| move || run(command("node").args(words.split(' ')));
    let clippy_wasm = |features: &'static [&'static str]| {
        let words = ["clippy", "--quiet", "--package", "backstep", "--lib", "--target", WASM];
        move || run(command("cargo").args(words).args(features).args(["--", "-D", "warnings"]))
    };
    let rust: Vec<Check<'_>> = vec![
        ("formatting of Rust", Box::new(cargo("fmt --all --check"))),
        ("statements about absence", Box::new(|| architecture::check(&root()))),
        ("lints of Rust", Box::new(cargo("clippy --quiet --workspace --all-targets -- -D warnings"))),
        ("lints of Rust for wasm", Box::new(clippy_wasm(&[]))),
        ("lints of Rust for the small core", Box::new(clippy_wasm(&["--no-default-features"]))),
        ("documentation of Rust", Box::new(documentation)),
        ("tests of Rust", Box::new(cargo("test --quiet --workspace"))),
    ];
    let page: Vec<Check<'_>> = vec![
        ("formatting of JavaScript", Box::new(node(PRETTIER))),
        ("lints of JavaScript", Box::new(node(ESLINT))),
        ("the build, and the files to publish", Box::new(dist::dist)),
        ("types of JavaScript", Box::new(node("node_modules/typescript/bin/tsc --project tsconfig.json"))),
    ];
    let built: Vec<Check<'_>> =
        vec![("tests in Node", Box::new(in_node)), ("tests in the browser", Box::new(in_browser))];
    // Cargo locks the folder of a profile. The build uses other profiles than lints and tests, so they can
    // run at the same time. Most of a build is linking, which has one thread.
    let failed = AtomicBool::new(false);
    thread::scope(|scope| {
        let page = scope.spawn(|| in_order(page, &failed));
        let rust = in_order(rust, &failed);
        rust.and(page.join().unwrap_or_else(|_| bail!("A check panicked")))
    })?;
    in_order(built, &failed)?;
    println!("Everything passed in {:.0} s.", begin.elapsed().as_secs_f32());
    Ok(())
}

/// Both keep what they found in files that have not changed since.
const PRETTIER: &str = "node_modules/prettier/bin/prettier.cjs --check --log-level warn \
                        --cache --cache-location target/prettier --cache-strategy content .";
const ESLINT: &str = "node_modules/eslint/bin/eslint.js --max-warnings 0 \
                      --cache --cache-location target/eslint --cache-strategy content .";

/// Runs checks one after the other, until one fails here or elsewhere.
fn in_order(checks: Vec<Check<'_>>, failed: &AtomicBool) -> Result<()> {
    for (name, check) in checks {
        if failed.load(Ordering::Relaxed) {
            break;
        }
        println!("── {name}");
        let start = Instant::now();
        check().inspect_err(|_| failed.store(true, Ordering::Relaxed)).with_context(|| name.to_string())?;
        println!("   {name}: {:.1} s", start.elapsed().as_secs_f32());
    }
    Ok(())
}

/// Builds the documentation of the core, in which no link may be broken.
fn documentation() -> Result<()> {
    let words = ["doc", "--quiet", "--package", "backstep", "--no-deps"];
    run(command("cargo").args(words).env("RUSTDOCFLAGS", "-D warnings"))
}

fn in_node() -> Result<()> {
    let mut files = Vec::new();
    for folder in ["tests/data", "tests/golden", "tests/page", "tests/wasm"] {
        files.extend(tests_in(&root().join(folder))?);
    }
    files.sort();
    let mut node = command("node");
    let concurrency = thread::available_parallelism().map_or(1, usize::from);
    node.arg(format!("--test-concurrency={concurrency}"));
    node.args(["--test", "--test-reporter=dot"]).args(files);
    run(node.env("BACKSTEP_PYTHON", tools::python()?))
}

/// Returns the files `*.test.js` of a folder. There must be one at least, so that a wrong path does not look
/// like tests that pass.
fn tests_in(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let files = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let tests: Vec<_> = files.filter(|path| path.to_string_lossy().ends_with(".test.js")).collect();
    if tests.is_empty() {
        bail!("{} has no tests", folder.display());
    }
    Ok(tests)
}

fn in_browser() -> Result<()> {
    let mut playwright = command("node");
    playwright.args(["node_modules/@playwright/test/cli.js", "test"]);
    run(playwright.env("BACKSTEP_CHROMIUM", tools::chromium()?))
}
