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

/// Returns whether a file is not copied: modules and styles, which are joined, and declarations of types.
/// `boot.js` is copied, since it is for browsers without modules.
fn is_joined(path: &Path) -> bool {
    let ends = |ending: &str| path.to_string_lossy().ends_with(ending);
    path != Path::new("boot.js") && [".js", ".css", ".ts", "package.json"].into_iter().any(ends)
}

/// Returns whether a file belongs to the new screen, which is not published before it takes the page's place.
fn is_unpublished(path: &Path) -> bool {
    path == Path::new("screen.html") || path.starts_with("fonts")
}

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
        if entry.file_type().is_file() && !is_joined(path) && !is_unpublished(path) {
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

/// Joins and minifies the style sheets, and names the result in the page in their place.
fn styles(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page).context("The page cannot be read")?;
    let links = Regex::new(r#"(?s)<link rel="stylesheet" href="css/.*\.css" />"#)?;
    let named = Regex::new(r#"href="(css/[^"]+)""#)?;
    let links = links.find(&html).context("The page names no style sheet")?;
    let mut sheets = String::new();
    for name in named.captures_iter(links.as_str()) {
        let sheet = root().join("www").join(&name[1]);
        sheets +=
            &fs::read_to_string(&sheet).with_context(|| format!("{} cannot be read", sheet.display()))?;
    }
    let styles = minifier::css::minify(&sheets).map_err(|error| anyhow!("The styles: {error}"))?;
    fs::write(page.with_file_name("styles.css"), styles.to_string())
        .context("The styles cannot be written")?;
    let link = r#"<link rel="stylesheet" href="styles.css" />"#;
    fs::write(page, html.replacen(links.as_str(), link, 1)).context("The page cannot be written")
}
