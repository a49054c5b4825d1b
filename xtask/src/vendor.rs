//! Copies the libraries that the page uses from `node_modules` to `www/vendor`.

use std::fs;

use anyhow::{Context, Result};

use crate::tools::{move_into, root};

/// A package of npm that the page uses.
struct Package {
    name: &'static str,
    /// The files to copy: the path in `node_modules`, and the path in the package's folder in `www/vendor`.
    files: &'static [(&'static str, &'static str)],
}

const PACKAGES: [Package; 5] = [
    Package {
        name: "lit-html",
        files: &[
            ("lit-html/lit-html.js", "lit-html.js"),
            ("lit-html/lit-html.d.ts", "lit-html.d.ts"),
            ("lit-html/directive.js", "directive.js"),
            ("lit-html/directive.d.ts", "directive.d.ts"),
            ("lit-html/directive-helpers.js", "directive-helpers.js"),
            ("lit-html/directive-helpers.d.ts", "directive-helpers.d.ts"),
            ("lit-html/directives/keyed.js", "directives/keyed.js"),
            ("lit-html/directives/keyed.d.ts", "directives/keyed.d.ts"),
            ("lit-html/directives/repeat.js", "directives/repeat.js"),
            ("lit-html/directives/repeat.d.ts", "directives/repeat.d.ts"),
            ("lit-html/directives/live.js", "directives/live.js"),
            ("lit-html/directives/live.d.ts", "directives/live.d.ts"),
            ("lit-html/directives/ref.js", "directives/ref.js"),
            ("lit-html/directives/ref.d.ts", "directives/ref.d.ts"),
            ("lit-html/directives/guard.js", "directives/guard.js"),
            ("lit-html/directives/guard.d.ts", "directives/guard.d.ts"),
            ("lit-html/async-directive.js", "async-directive.js"),
            ("lit-html/async-directive.d.ts", "async-directive.d.ts"),
        ],
    },
    Package {
        name: "d3-dsv",
        files: &[("d3-dsv/dist/d3-dsv.mjs", "d3-dsv.js"), ("@types/d3-dsv/index.d.ts", "d3-dsv.d.ts")],
    },
    Package {
        name: "fflate",
        files: &[("fflate/esm/browser.js", "fflate.js"), ("fflate/esm/browser.d.ts", "fflate.d.ts")],
    },
    Package {
        name: "idb",
        files: &[
            ("idb/build/index.js", "index.js"),
            ("idb/build/index.d.ts", "index.d.ts"),
            ("idb/build/entry.d.ts", "entry.d.ts"),
            ("idb/build/database-extras.d.ts", "database-extras.d.ts"),
            ("idb/build/async-iterators.d.ts", "async-iterators.d.ts"),
        ],
    },
    Package {
        name: "uplot",
        files: &[("uplot/dist/uPlot.esm.js", "uPlot.js"), ("uplot/dist/uPlot.d.ts", "uPlot.d.ts")],
    },
];

/// Copies every package whose version in `www/vendor` is another one.
///
/// # Errors
/// Returns an error if a package is not installed or cannot be written.
pub(crate) fn vendor() -> Result<()> {
    PACKAGES.iter().try_for_each(copy)
}

fn copy(package: &Package) -> Result<()> {
    let modules = root().join("node_modules");
    let (from, to) = (modules.join(package.name), root().join("www/vendor").join(package.name));
    let version = fs::read_to_string(from.join("package.json"))
        .with_context(|| format!("{} is not installed", package.name))?;
    let version = as_module(&version);
    let stamp = to.join("package.json");
    let there = package.files.iter().all(|(_, file)| to.join(file).exists());
    if there && fs::read_to_string(&stamp).is_ok_and(|last| last == version) {
        return Ok(());
    }
    let scratch = root().join("target/vendor").join(package.name);
    let _ = fs::remove_dir_all(&scratch);
    for (source, file) in package.files {
        let (source, target) = (modules.join(source), scratch.join(file));
        fs::create_dir_all(target.parent().unwrap_or(&scratch))?;
        let text =
            fs::read_to_string(&source).with_context(|| format!("{} cannot be read", source.display()))?;
        fs::write(&target, published(&text))?;
    }
    fs::copy(from.join("LICENSE"), scratch.join("LICENSE"))?;
    fs::write(scratch.join("package.json"), version)?;
    move_into(&scratch, &to)
}

/// Declares a package as one of modules, which all copied files are. TypeScript goes by this.
fn as_module(package: &str) -> String {
    if package.contains("\"type\": \"module\"") {
        package.to_owned()
    } else {
        package.replacen('{', "{\n  \"type\": \"module\",", 1)
    }
}

/// Removes links to source maps, which are not copied and which browsers would ask for. The types of uPlot
/// are those of a script; they get the default export of its module.
fn published(text: &str) -> String {
    let kept = text.lines().filter(|line| !line.starts_with("//# sourceMappingURL"));
    kept.map(|line| format!("{line}\n"))
        .collect::<String>()
        .replace("export = uPlot;", "export default uPlot;")
}
