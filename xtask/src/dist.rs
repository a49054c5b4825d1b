//! `dist`: the page as it is published. Its modules are joined and made small, so that the first load is quick;
//! everything else is what `www` has.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::site;
use crate::tools::{command, root, run};

/// Modules that are started by their address. What they import is joined to them.
const ENTRIES: [&str; 2] = ["www/src/main.js", "www/src/engine/worker.js"];

/// Files that are not copied: modules and styles, which are joined, and what the bindings have for programs. The
/// script for browsers that know no modules stays in its old words.
fn is_joined(path: &Path) -> bool {
    let ends = |ending: &str| path.to_string_lossy().ends_with(ending);
    path != Path::new("boot.js") && (ends(".js") || ends(".css") || ends(".ts") || path.starts_with("vendor"))
}

/// Builds everything and writes `dist`.
///
/// # Errors
/// If the build or a tool fails.
pub(crate) fn dist() -> Result<()> {
    site::build()?;
    let (from, to) = (root().join("www"), root().join("dist"));
    if to.exists() {
        fs::remove_dir_all(&to).context("The old dist cannot be removed")?;
    }
    let mut styles = Vec::new();
    for entry in WalkDir::new(&from).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(&from)?;
        if path.parent() == Some(Path::new("css")) {
            styles.push(entry.path().to_path_buf());
        }
        if entry.file_type().is_file() && !is_joined(path) {
            let target = to.join(path);
            fs::create_dir_all(target.parent().unwrap_or(&to))?;
            fs::copy(entry.path(), &target)
                .with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    // Installed as a program for this machine, so that it is not for Node to run.
    let mut esbuild = command(&root().join("node_modules/.bin/esbuild").to_string_lossy());
    esbuild.args(ENTRIES).args(styles).args([
        "--bundle",
        "--splitting",
        "--format=esm",
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        "--outbase=www",
        "--outdir=dist",
        "--chunk-names=src/[name]-[hash]",
        "--log-level=warning",
    ]);
    run(&mut esbuild)
}
