//! The kinds of rules: what must not be found in files, and what must not import what.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::project::{Project, is_within};

/// Something that can be checked in the project's text.
pub(super) trait Rule: Sync {
    /// Every place where the rule is broken, one line of text each.
    fn violations(&self, project: &Project) -> Vec<String>;
}

/// No line matches a pattern.
pub(super) struct Absent {
    pub(super) pattern: &'static str,
    /// Files, and folders with `/` at their end.
    pub(super) within: &'static [&'static str],
    pub(super) except: &'static [&'static str],
}

impl Rule for Absent {
    fn violations(&self, project: &Project) -> Vec<String> {
        let pattern = Regex::new(self.pattern).expect("a pattern of the statements");
        let mut places = Vec::new();
        for (path, text) in project.within(self.within).filter(|(path, _)| !is_within(path, self.except)) {
            for (number, line) in (1..).zip(text.lines()) {
                if let Some(found) = pattern.find(line) {
                    places.push(format!("{path}:{number}: `{}`", found.as_str()));
                }
            }
        }
        places
    }
}

/// No module of one place imports one of another.
pub(super) struct Apart {
    pub(super) from: &'static [&'static str],
    pub(super) to: &'static [&'static str],
    /// Modules of `from` that may.
    pub(super) except: &'static [&'static str],
}

impl Rule for Apart {
    fn violations(&self, project: &Project) -> Vec<String> {
        let inside = |path: &str| is_within(path, self.from) && !is_within(path, self.except);
        let modules = project.imports.iter().filter(|(path, _)| inside(path));
        let pairs = modules.flat_map(|(path, targets)| targets.iter().map(move |target| (path, target)));
        let wrong = pairs.filter(|(_, target)| is_within(target, self.to));
        wrong.map(|(path, target)| format!("{path} imports {target}")).collect()
    }
}

/// No module imports itself by way of others.
pub(super) struct NoCircle {
    pub(super) within: &'static [&'static str],
}

impl Rule for NoCircle {
    fn violations(&self, project: &Project) -> Vec<String> {
        let modules = project.imports.iter().filter(|(path, _)| is_within(path, self.within));
        let modules = modules.map(|(path, targets)| (path.as_str(), targets)).collect();
        let circles = circles(&modules);
        circles.iter().map(|circle| format!("{} import each other", circle.join(" → "))).collect()
    }
}

/// The circles that a depth-first search meets: a graph without any has none, one with some has at least one.
fn circles(modules: &BTreeMap<&str, &BTreeSet<String>>) -> Vec<Vec<String>> {
    fn visit<'a>(
        module: &'a str,
        modules: &BTreeMap<&'a str, &'a BTreeSet<String>>,
        path: &mut Vec<&'a str>,
        done: &mut BTreeSet<&'a str>,
        circles: &mut Vec<Vec<String>>,
    ) {
        if let Some(start) = path.iter().position(|other| *other == module) {
            circles.push(path[start..].iter().chain([&module]).map(ToString::to_string).collect());
        } else if !done.contains(module) {
            path.push(module);
            for target in modules.get(module).into_iter().flat_map(|targets| targets.iter()) {
                visit(target, modules, path, done, circles);
            }
            path.pop();
            done.insert(module);
        }
    }
    let (mut path, mut done, mut circles) = (Vec::new(), BTreeSet::new(), Vec::new());
    for module in modules.keys() {
        visit(module, modules, &mut path, &mut done, &mut circles);
    }
    circles
}
