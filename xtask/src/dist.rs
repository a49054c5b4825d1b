//! `dist`: writes the page as it is published.
//!
//! Modules and style sheets are joined and minified, so that a first visit is quick. All other files are
//! copied.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, anyhow};
use regex::Regex;
use walkdir::WalkDir;

use crate::site;
use crate::tools::{command, root, run};

/// The script for browsers without modules, which says what they lack.
const BOOT: &str = "boot.js";

/// Returns whether a file is not copied: modules and styles, which are joined, and declarations of types.
/// The fonts are copied with their style sheet, which is fetched after the first picture.
fn is_joined(path: &Path) -> bool {
    let ends = |ending: &str| path.to_string_lossy().ends_with(ending);
    !path.starts_with("fonts") && [".js", ".css", ".ts", "package.json"].into_iter().any(ends)
}

/// The style sheet that is fetched after the first picture.
const LATER: &str = "parts.css";

/// Builds everything and writes `dist`.
///
/// # Errors
/// Returns an error if the build or a tool fails.
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
    // Rolldown puts what the first module needs into its file, even if others import it later.
    let mut rolldown = command("node");
    rolldown.args(["node_modules/rolldown/bin/cli.mjs", "--config", "rolldown.config.js"]);
    run(rolldown.stdout(Stdio::null()))?;
    let boot = fs::read_to_string(from.join(BOOT)).context("The first script cannot be read")?;
    fs::write(to.join(BOOT), minifier::js::minify(&boot).to_string())
        .context("The first script cannot be written")?;
    preload(&to)?;
    styles(&to.join("index.html"))
}

/// Adds a `modulepreload` link for each module that the first one imports, so that all are fetched at once.
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

/// Joins and minifies the style sheets that the page names, and names the result in their place. The sheet
/// that is fetched later gets those that it imports.
fn styles(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page).context("The page cannot be read")?;
    let links = Regex::new(r#"(?s)<link rel="stylesheet" href="css/.*\.css" />"#)?;
    let links = links.find(&html).context("The page names no style sheet")?;
    let link = r#"<link rel="stylesheet" href="styles.css" />"#;
    fs::write(page, html.replacen(links.as_str(), link, 1)).context("The page cannot be written")?;
    join(&root().join("www"), links.as_str(), r#"href="(css/[^"]+)""#, &page.with_file_name("styles.css"))?;
    let css = root().join("www/css");
    let later = fs::read_to_string(css.join(LATER)).context("The later styles cannot be read")?;
    join(&css, &later, "@import '([^']+)'", &page.with_file_name("css").join(LATER))
}

/// Writes the style sheets that `text` names, one after the other and minified.
fn join(folder: &Path, text: &str, named: &str, to: &Path) -> Result<()> {
    let mut sheets = String::new();
    for name in Regex::new(named)?.captures_iter(text) {
        let sheet = folder.join(&name[1]);
        sheets +=
            &fs::read_to_string(&sheet).with_context(|| format!("{} cannot be read", sheet.display()))?;
    }
    let styles = minifier::css::minify(&sheets).map_err(|error| anyhow!("The styles: {error}"))?;
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::write(to, styles.to_string()).context("The styles cannot be written")
}
