//! `dist`: the page as it is published. Its modules are joined and made small, so that the first load is quick;
//! everything else is what `www` has.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result};
use regex::Regex;
use walkdir::WalkDir;

use crate::site;
use crate::tools::{command, root, run};

/// Files that are not copied: modules and styles, which are joined, and what the bindings have for programs. The
/// script for browsers that know no modules stays in its old words.
fn is_joined(path: &Path) -> bool {
    let ends = |ending: &str| path.to_string_lossy().ends_with(ending);
    path != Path::new("boot.js") && [".js", ".css", ".ts", "package.json"].into_iter().any(ends)
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
    for entry in WalkDir::new(&from).into_iter().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(&from)?;
        if entry.file_type().is_file() && !is_joined(path) {
            let target = to.join(path);
            fs::create_dir_all(target.parent().unwrap_or(&to))?;
            fs::copy(entry.path(), &target)
                .with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    // What the first module needs is joined to it, also where others need it later.
    let mut rolldown = command("node");
    rolldown.args(["node_modules/rolldown/bin/cli.mjs", "--config", "rolldown.config.js"]);
    run(rolldown.stdout(Stdio::null()))?;
    preload(&to)?;
    styles(&to.join("index.html"))
}

/// Names in the page what its first module imports, so that all of it is fetched at once.
fn preload(dist: &Path) -> Result<()> {
    let main = fs::read_to_string(dist.join("src/main.js")).context("The first module cannot be read")?;
    let imports = Regex::new(r#"from"\./([^"]+\.js)""#)?;
    let links: String = imports
        .captures_iter(&main)
        .map(|name| format!("    <link rel=\"modulepreload\" href=\"src/{}\" />\n", &name[1]))
        .collect();
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).context("The page cannot be read")?;
    fs::write(&page, html.replacen("  </head>", &format!("{links}  </head>"), 1))
        .context("The page cannot be written")
}

/// Joins the sheets of styles, and names the one they become in the page.
fn styles(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page).context("The page cannot be read")?;
    let links = Regex::new(r#"(?s)<link rel="stylesheet" href="css/.*\.css" />"#)?;
    let named = Regex::new(r#"href="(css/[^"]+)""#)?;
    let links = links.find(&html).context("The page names no sheet of styles")?;
    let sheets = named.captures_iter(links.as_str()).map(|name| format!("@import '../www/{}';\n", &name[1]));
    let all = root().join("target/styles.css");
    fs::write(&all, sheets.collect::<String>())?;
    // Installed as a program for this machine, so that it is not for Node to run.
    let mut esbuild = command(&root().join("node_modules/.bin/esbuild").to_string_lossy());
    esbuild.args(["target/styles.css", "--outfile=dist/styles.css", "--bundle", "--minify"]);
    run(esbuild.args(["--charset=utf8", "--log-level=warning"]))?;
    let link = r#"<link rel="stylesheet" href="styles.css" />"#;
    fs::write(page, html.replacen(links.as_str(), link, 1)).context("The page cannot be written")
}
