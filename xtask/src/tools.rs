//! Finds and runs the tools that the tasks need, and installs them where that is possible.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

/// The target the core is built for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Returns the project's folder.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Returns a command that runs in the project's folder. `RUSTFLAGS` is not passed on: it would replace the
/// flags of `.cargo/config.toml`, and the core would silently be built without SIMD.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// Runs a command to its end.
///
/// # Errors
/// Returns an error that names the command if it cannot be started or fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = shown(command);
    let status = command.status().with_context(|| format!("`{name}` could not be started"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Returns whether a program can be started and succeeds.
fn answers(program: &str, argument: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(argument).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Installs the wasm target and components of the toolchain, if they are missing.
///
/// # Errors
/// Returns an error if they are missing and rustup cannot add them.
pub(crate) fn rust(components: &[&str]) -> Result<()> {
    if !answers("rustup", "--version") {
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output();
        let sysroot = sysroot.context("Rust is missing; install it from https://rustup.rs")?.stdout;
        let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot).trim());
        if sysroot.join("lib/rustlib").join(WASM).exists() {
            return Ok(());
        }
        bail!("rustup is missing, which adds the target {WASM}; install it from https://rustup.rs");
    }
    let has = |kind: &str, name: &str| {
        let list = Command::new("rustup").args([kind, "list", "--installed"]).output();
        list.is_ok_and(|list| {
            String::from_utf8_lossy(&list.stdout).lines().any(|line| line.starts_with(name))
        })
    };
    if !has("target", WASM) {
        run(command("rustup").args(["target", "add", WASM]))?;
    }
    for component in components.iter().filter(|component| !has("component", component)) {
        run(command("rustup").args(["component", "add", component]))?;
    }
    Ok(())
}

/// Installs the npm packages of `package-lock.json`, if they are not the ones that are there.
///
/// # Errors
/// Returns an error if Node or npm is missing, or npm fails.
pub(crate) fn npm_packages() -> Result<()> {
    for program in ["node", "npm"] {
        if !answers(program, "--version") {
            bail!(
                "{program} is missing, which the page's tools need; \
                 install Node.js 20 or newer from https://nodejs.org"
            );
        }
    }
    let (lock, stamp) = (root().join("package-lock.json"), root().join("node_modules/.package-lock.stamp"));
    let wanted = fs::read(&lock).context("package-lock.json cannot be read")?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run(command("npm").args(["ci", "--no-fund", "--no-audit"]))?;
    fs::write(stamp, wanted).context("node_modules cannot be written")
}

/// Returns the browser for the tests: `BACKSTEP_CHROMIUM`, one that is installed, or one from the
/// distribution.
///
/// # Errors
/// Returns an error if there is none and none can be installed.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("BACKSTEP_CHROMIUM") {
        return Ok(path.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let find = || names.iter().find_map(|name| in_path(name));
    if let Some(path) = find() {
        fonts();
        return Ok(path);
    }
    apt(&["chromium", "fonts-dejavu", "fonts-noto-core"]);
    find().context(
        "Chromium is missing, which the browser tests need; \
         install it with `apt-get install chromium fonts-dejavu` or name one in BACKSTEP_CHROMIUM",
    )
}

/// Installs fonts if none has the signs of the formulas. Without any font, text has no width.
fn fonts() {
    let list = Command::new("fc-list").arg(":charset=2202").output();
    if list.is_ok_and(|list| list.stdout.is_empty()) {
        apt(&["fonts-dejavu", "fonts-noto-core"]);
    }
}

/// Installs packages of the distribution, if this user may. Callers look afterwards whether it worked.
fn apt(packages: &[&str]) {
    let elevate: &[&str] = if is_root() { &[] } else { &["sudo", "-n"] };
    let words = |arguments: &[&str]| {
        let words: Vec<String> =
            elevate.iter().chain(&["apt-get"]).chain(arguments).map(ToString::to_string).collect();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        command
    };
    let updated = words(&["update", "-qq"]).status();
    if updated.is_ok_and(|status| status.success()) {
        let install = ["install", "-y", "-qq", "--no-install-recommends"];
        let _ = words(&[&install[..], packages].concat()).status();
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Returns a Python with the packages of `tests/golden/requirements.txt`, in a folder of its own below
/// `target`.
///
/// # Errors
/// Returns an error if there is no Python 3, or the packages cannot be installed.
pub(crate) fn python() -> Result<PathBuf> {
    let missing = "python3 with venv is missing, which the independent NumPy program of the tests needs; \
                   install it with `apt-get install python3-venv`";
    let (folder, requirements) = (root().join("target/python"), root().join("tests/golden/requirements.txt"));
    let (python, stamp) = (folder.join("bin/python"), folder.join("requirements.txt"));
    let wanted = fs::read(&requirements).context("tests/golden/requirements.txt cannot be read")?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    let mut venv = command("python3");
    run(venv.args(["-m", "venv", "--clear"]).arg(&folder)).context(missing)?;
    let mut pip = command(&python.to_string_lossy());
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
    run(pip.arg(&requirements))?;
    fs::write(stamp, wanted).context("target/python cannot be written")?;
    Ok(python)
}

/// Copies every file of `from` to `to`. Each appears there complete, even if it replaces another.
pub(crate) fn move_into(from: &Path, to: &Path) -> Result<()> {
    for entry in
        WalkDir::new(from).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        let target = to.join(entry.path().strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        // A rename within one file system is atomic.
        let beside = target.with_extension("new");
        fs::copy(entry.path(), &beside)?;
        fs::rename(&beside, &target).with_context(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}
