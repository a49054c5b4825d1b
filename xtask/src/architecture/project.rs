//! The project's text files and what each of them imports, read once for all rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::imports;

/// Where text is read: everything that is written by hand.
const ROOTS: [&str; 9] = [
    "ARCHITECTURE.md",
    "README.md",
    "crate",
    "xtask",
    "www",
    "tests",
    "eslint.config.js",
    "playwright.config.js",
    "rolldown.config.js",
];
/// Folders that are written by programs, or hold data.
const SKIPPED: [&str; 9] = [
    "www/pkg",
    "www/vendor",
    "www/data",
    "tests/data/cases",
    "tests/golden/cases",
    "tests/browser/snapshots",
    "tests/browser/.results",
    "tests/bench/node_modules",
    "target",
];

pub(crate) struct Project {
    /// The text of each file, by its path from the root, with `/` between folders.
    pub(crate) files: BTreeMap<String, String>,
    /// The files that each module imports, by its path. They need not be in `files`.
    pub(crate) imports: BTreeMap<String, BTreeSet<String>>,
}

impl Project {
    /// Reads the project below `root`. Files that are not UTF-8 are left out.
    pub(crate) fn read(root: &Path) -> Self {
        let path = |entry: &DirEntry| {
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            path.to_string_lossy().replace('\\', "/")
        };
        let files: BTreeMap<String, String> = ROOTS
            .iter()
            .flat_map(|within| {
                let entries = WalkDir::new(root.join(within)).into_iter();
                entries.filter_entry(|entry| !SKIPPED.contains(&path(entry).as_str())).filter_map(Result::ok)
            })
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| Some((path(&entry), fs::read_to_string(entry.path()).ok()?)))
            .collect();
        let imports = imports::of(&files);
        Self { files, imports }
    }

    /// The files in these folders, or with these paths.
    pub(crate) fn within<'a>(&'a self, places: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        let all = self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        all.filter(|(path, _)| is_within(path, places))
    }
}

/// Returns whether a path is one of these places, or lies in one. Folders end with `/`.
pub(crate) fn is_within(path: &str, places: &[&str]) -> bool {
    places.iter().any(|place| path == *place || (place.ends_with('/') && path.starts_with(place)))
}

/// Calls a test with a temporary folder that holds these files.
#[cfg(test)]
pub(crate) fn in_folder<T>(files: &[(&str, &str)], test: impl FnOnce(&Path) -> T) -> T {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("backstep-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let root = std::env::temp_dir().join(name);
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let result = test(&root);
    fs::remove_dir_all(&root).expect("removed");
    result
}

/// The project that consists of these files.
#[cfg(test)]
pub(crate) fn project(files: &[(&str, &str)]) -> Project {
    in_folder(files, Project::read)
}
