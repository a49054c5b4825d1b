//! The statements of ARCHITECTURE.md about what is absent where, and their check.

mod imports;
mod lengths;
mod project;
mod rules;
mod sentences;
mod statements;
mod words;

use std::path::Path;

use anyhow::{Context, Result, bail};

use project::Project;
use statements::STATEMENTS;

/// The heading under which ARCHITECTURE.md lists the statements.
const HEADING: &str = "## What is absent where";

/// Checks every statement, and that ARCHITECTURE.md lists exactly these.
///
/// # Errors
/// Returns an error with every place where a statement does not hold.
pub(crate) fn check(root: &Path) -> Result<()> {
    let project = Project::read(root);
    let text = project.files.get("ARCHITECTURE.md").context("ARCHITECTURE.md cannot be read")?;
    let mut violations = differences(text);
    for (statement, rule) in STATEMENTS {
        let places = rule.violations(&project);
        violations.extend(places.into_iter().map(|place| format!("{place}, but: {statement}")));
    }
    if violations.is_empty() { Ok(()) } else { bail!("{}", violations.join("\n")) }
}

/// Compares the list in ARCHITECTURE.md with the statements that are checked.
fn differences(text: &str) -> Vec<String> {
    let list = text.split(HEADING).nth(1).unwrap_or_default().split("\n## ").next().unwrap_or_default();
    let joined = |item: &str| item.split_whitespace().collect::<Vec<_>>().join(" ");
    let listed: Vec<String> = list.split("\n- ").skip(1).map(joined).collect();
    let checked: Vec<&str> = STATEMENTS.iter().map(|(statement, _)| *statement).collect();
    let unlisted = checked.iter().filter(|statement| !listed.iter().any(|other| other == *statement));
    let unchecked = listed.iter().filter(|statement| !checked.contains(&statement.as_str()));
    let unlisted = unlisted.map(|statement| format!("ARCHITECTURE.md does not list: {statement}"));
    let unchecked =
        unchecked.map(|statement| format!("ARCHITECTURE.md lists what is not checked: {statement}"));
    unlisted.chain(unchecked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_and_the_statements_must_agree() {
        assert_eq!(differences("").len(), STATEMENTS.len());
        let extra = format!("{HEADING}\n\n- Nothing is ever wrong.\n");
        let message = "ARCHITECTURE.md lists what is not checked: Nothing is ever wrong.";
        assert!(differences(&extra).contains(&message.to_string()));
    }

    #[test]
    fn a_violation_is_reported_with_its_statement() {
        let list: String = STATEMENTS.iter().map(|(statement, _)| format!("- {statement}\n")).collect();
        let list = format!("{HEADING}\n\n{list}");
        let clean = [("ARCHITECTURE.md", list.as_str())];
        project::in_folder(&clean, |root| assert!(check(root).is_ok(), "{:?}", check(root)));
        let broken = [clean[0], ("crate/src/learn/layer.rs", "let a = 1.0 / (1.0 + (-z).exp());")];
        project::in_folder(&broken, |root| {
            let message = check(root).expect_err("a violation").to_string();
            assert!(
                message.starts_with("crate/src/learn/layer.rs:1: `.exp(`, but: The core uses only"),
                "{message}"
            );
        });
    }
}
