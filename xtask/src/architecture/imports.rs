//! Finds what each module imports: `use` and paths in Rust, `import` and `export … from` in JavaScript.
//!
//! Only imports of code count. JavaScript imports types in comments, which are not there when it runs.
//! The text is searched, not parsed: a parser of Rust (`syn`) takes half a minute to compile.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Crates, by the folder and the name of their root module.
const CRATES: [(&str, &str); 3] = [("crate/src/", "lib"), ("xtask/src/", "main"), ("tests/core/", "main")];

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// The files that each module imports.
pub(super) fn of(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let imported = |(path, text): (&String, &String)| {
        let targets = if path.ends_with(".js") {
            of_javascript(path, text)
        } else if path.ends_with(".rs") {
            let (folder, root) = CRATES.iter().find(|(folder, _)| path.starts_with(folder))?;
            Crate { folder, root, files }.imports(path, text)
        } else {
            return None;
        };
        Some((path.clone(), targets))
    };
    files.iter().filter_map(imported).collect()
}

/// The files a JavaScript module imports: statically, dynamically, and those it exports again.
fn of_javascript(path: &str, text: &str) -> BTreeSet<String> {
    static COMMENTS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?s)/\*.*?\*/|(?m:(?:^|\s)//.*$)"));
    static IMPORT: LazyLock<Regex> =
        LazyLock::new(|| regex(r#"\b(?:from\s*|import\s*\(?\s*)['"](\.[^'"]+)['"]"#));
    let code = COMMENTS.replace_all(text, " ");
    IMPORT.captures_iter(&code).map(|found| joined(path, &found[1])).collect()
}

/// The path of an address that is given relative to a file.
fn joined(path: &str, address: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// A crate whose modules are named as their files are: `learn::layer` is in `learn/layer.rs`.
struct Crate<'a> {
    folder: &'a str,
    root: &'a str,
    files: &'a BTreeMap<String, String>,
}

impl Crate<'_> {
    /// The files of the crate that a file imports.
    fn imports(&self, path: &str, text: &str) -> BTreeSet<String> {
        let name = path.trim_start_matches(self.folder).trim_end_matches(".rs");
        let module: Vec<String> =
            if name == self.root { Vec::new() } else { name.split('/').map(str::to_string).collect() };
        let mut targets = BTreeSet::new();
        self.collect(&module, &without_text(text), &mut targets);
        targets.remove(path);
        targets
    }

    /// Adds what the code of a module imports, with the modules written inside it.
    fn collect(&self, module: &[String], code: &str, targets: &mut BTreeSet<String>) {
        static USE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?s)\buse\s+([^;]+);"));
        static PATH: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:^|[^:\w])((?:r#)?[a-z]\w*(?:::\w+)+)"));
        let (code, inner) = without_inner(code);
        for (name, code) in inner {
            let inside: Vec<String> = module.iter().cloned().chain([name]).collect();
            self.collect(&inside, &code, targets);
        }
        let mut paths = Vec::new();
        let rest = USE.replace_all(&code, |found: &Captures<'_>| {
            paths.extend(expanded(&found[1]));
            ";"
        });
        paths.extend(PATH.captures_iter(&rest).map(|found| found[1].to_string()));
        targets.extend(paths.iter().filter_map(|path| self.file(module, path)));
    }

    /// The file of the module in which a path ends, if it is one of this crate.
    fn file(&self, module: &[String], path: &str) -> Option<String> {
        let mut names = path.split("::").map(str::trim).peekable();
        let mut at = module.to_vec();
        match *names.peek()? {
            "crate" => {
                names.next();
                at.clear();
            }
            "self" => drop(names.next()),
            "super" => {
                while names.next_if_eq(&"super").is_some() {
                    at.pop();
                }
            }
            // A path that begins with a module inside this one; others begin with another crate, or a type.
            name => drop(self.existing(&[module, &[name.to_string()]].concat())?),
        }
        at.extend(names.map(str::to_string));
        // What follows the module names items in it.
        (0..=at.len()).rev().find_map(|length| self.existing(&at[..length]))
    }

    fn existing(&self, module: &[String]) -> Option<String> {
        let name = if module.is_empty() { self.root.to_string() } else { module.join("/") };
        let path = format!("{}{name}.rs", self.folder);
        self.files.contains_key(&path).then_some(path)
    }
}

/// Rust without comments and without what is in strings and characters.
fn without_text(text: &str) -> String {
    static TEXT: LazyLock<Regex> = LazyLock::new(|| {
        let comment = r"//[^\n]*|/\*.*?\*/";
        let string = r####"\br##".*?"##|\br#".*?"#|\br"[^"]*"|"(?:\\.|[^"\\])*""####;
        let character = r"'(?:\\.[^']*|[^'\\])'";
        regex(&format!("(?s){comment}|{string}|{character}"))
    });
    TEXT.replace_all(text, "").into_owned()
}

/// Code without the modules that are written inside it, and these with their names.
fn without_inner(code: &str) -> (String, Vec<(String, String)>) {
    static MODULE: LazyLock<Regex> = LazyLock::new(|| regex(r"\bmod\s+(\w+)\s*\{"));
    let (mut rest, mut inner) = (code.to_string(), Vec::new());
    while let Some(found) = MODULE.captures(&rest) {
        let (start, open) = found.get(0).map_or((0, 0), |all| (all.start(), all.end()));
        let mut depth = 1;
        let end = rest[open..].char_indices().find_map(|(at, character)| {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            (depth == 0).then_some(open + at)
        });
        let end = end.unwrap_or(rest.len());
        inner.push((found[1].to_string(), rest[open..end].to_string()));
        rest.replace_range(start..(end + 1).min(rest.len()), "");
    }
    (rest, inner)
}

/// The paths of a `use`: those in braces with what stands before them.
fn expanded(tree: &str) -> Vec<String> {
    let Some((before, inside)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or(tree);
        return vec![path.split_whitespace().collect()];
    };
    let inside = inside.trim_end().trim_end_matches('}');
    let mut depth = 0;
    let parts = inside.split(|character| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        character == ',' && depth == 0
    });
    let full = parts.filter(|part| !part.trim().is_empty()).flat_map(expanded);
    full.map(|path| format!("{}{path}", before.trim())).collect()
}
