//! How long lines and files may be.

use super::project::Project;
use super::rules::Rule;

/// Code that is written by hand. What a program writes, and data, has the length it needs.
const CODE: [&str; 9] = [
    "crate/",
    "xtask/",
    "www/src/",
    "www/css/",
    "www/boot.js",
    "tests/",
    "eslint.config.js",
    "playwright.config.js",
    "rolldown.config.js",
];

fn code(project: &Project) -> impl Iterator<Item = (&str, &str)> {
    let endings = [".rs", ".js", ".css", ".py"];
    project.within(&CODE).filter(move |(path, _)| endings.iter().any(|ending| path.ends_with(ending)))
}

/// No line has more characters, comments included.
pub(super) struct LongestLine(pub(super) usize);

impl Rule for LongestLine {
    fn violations(&self, project: &Project) -> Vec<String> {
        let lines =
            code(project).flat_map(|(path, text)| (1..).zip(text.lines()).map(move |line| (path, line)));
        let counted = lines.map(|(path, (number, line))| (path, number, line.chars().count()));
        let long = counted.filter(|(_, _, count)| *count > self.0);
        long.map(|(path, number, count)| format!("{path}:{number} has {count} characters")).collect()
    }
}

/// No file has more lines.
pub(super) struct LongestFile(pub(super) usize);

impl Rule for LongestFile {
    fn violations(&self, project: &Project) -> Vec<String> {
        let counted = code(project).map(|(path, text)| (path, text.lines().count()));
        let long = counted.filter(|(_, count)| *count > self.0);
        long.map(|(path, count)| format!("{path} has {count} lines")).collect()
    }
}
