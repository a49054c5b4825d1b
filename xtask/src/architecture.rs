//! The statements of ARCHITECTURE.md about what is absent where, and their check.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use regex::Regex;
use walkdir::WalkDir;

/// The heading under which ARCHITECTURE.md lists the statements.
const HEADING: &str = "## What is absent where";
/// The most lines of a file.
const MAX_LINES: usize = 320;
/// The statement about lines, which is counted rather than searched for.
const SHORT: &str = "No file of the core, the page or the tests has more than 320 lines.";

/// A statement: what is not to be found, in which files, and in which of them it may be after all.
struct Absence {
    statement: &'static str,
    pattern: &'static str,
    /// Folders or files, from the root.
    within: &'static [&'static str],
    except: &'static [&'static str],
}

const ABSENCES: [Absence; 11] = [
    Absence {
        statement: "Only the seam (`crate/src/wasm.rs` and its folder) names wasm-bindgen, js-sys, web-sys or getrandom.",
        pattern: r"\b(wasm_bindgen|js_sys|web_sys|getrandom)\b",
        within: &["crate/src"],
        except: &["crate/src/wasm.rs", "crate/src/wasm/"],
    },
    Absence {
        statement: "The arithmetic and the data (`crate/src/learn`, `crate/src/data`) know nothing of sessions and questions.",
        pattern: r"crate::(time|ask)\b",
        within: &["crate/src/learn", "crate/src/data"],
        except: &[],
    },
    Absence {
        statement: "The core takes no function beyond + − × ÷ from the platform and fuses no multiplication with an addition.",
        pattern: r"\.(exp|exp2|exp_m1|ln|ln_1p|log|log2|log10|sqrt|powf|powi|sin|cos|tan|tanh|mul_add)\(",
        within: &["crate/src"],
        except: &[],
    },
    Absence {
        statement: "The core leaves no order of additions to a library: no `dot`, no `sum` of floating-point numbers.",
        pattern: r"\.dot\(|\bsum::<f64>|\.fold\(0\.0",
        within: &["crate/src"],
        except: &[],
    },
    Absence {
        statement: "The core uses nothing of the standard library: no clock, no threads, no hash maps, whose order is not fixed.",
        pattern: r"\bstd::|\bHash(Map|Set)\b",
        within: &["crate/src"],
        except: &[],
    },
    Absence {
        statement: "Only `www/src/worker/cores.js` imports the core, only `www/src/client/workers.js` makes workers.",
        // A type that is named in a comment is no import.
        pattern: r"(?m)^(?:import|export|\}).*pkg/\w+\.js|^[^@]*\bimport\(.*pkg/|new Worker\(",
        within: &["www/src"],
        except: &["www/src/worker/cores.js", "www/src/client/workers.js"],
    },
    Absence {
        statement: "Only `www/src/clock.js` asks for animation frames.",
        pattern: r"requestAnimationFrame",
        within: &["www/src"],
        except: &["www/src/clock.js"],
    },
    Absence {
        statement: "State and scene touch neither the document nor lit-html nor the worker.",
        pattern: r"\b(document|window|globalThis)\.|vendor/|\.\./view/|\.\./client/",
        within: &["www/src/state", "www/src/scene"],
        except: &[],
    },
    Absence {
        statement: "Nothing is written into the page as markup, and no style is written into an attribute.",
        pattern: r#"innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write|styleMap|\sstyle="#,
        within: &["www/src", "www/index.html"],
        except: &[],
    },
    Absence {
        statement: "No script of the page names an address of another origin.",
        pattern: r"https?://",
        within: &["www/src", "www/boot.js"],
        except: &[],
    },
    Absence {
        statement: "The page computes nothing of the network: no function of the sigmoid, the cost or a gradient, no `Math.exp`.",
        pattern: r"Math\.(exp|expm1|tanh)\b|sigmoid\w*\s*=|function\s+(sigmoid|cost|delta|nabla|feedforward|backprop)\b",
        within: &["www/src"],
        except: &[],
    },
];

/// Checks every statement, and that ARCHITECTURE.md makes exactly these.
///
/// # Errors
/// With every place where one does not hold.
pub(crate) fn check(root: &Path) -> Result<()> {
    let mut wrong = Vec::new();
    for absence in &ABSENCES {
        wrong.extend(found(root, absence)?);
    }
    wrong.extend(long_files(root));
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).context("ARCHITECTURE.md cannot be read")?;
    wrong.extend(statements_missing(&text));
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}

/// The text files below a path, with their path from the root.
fn files(root: &Path, within: &str) -> Vec<(String, String)> {
    let entries = WalkDir::new(root.join(within)).sort_by_file_name().into_iter().filter_map(Result::ok);
    let text = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/");
        Some((path, fs::read_to_string(entry.path()).ok()?))
    };
    entries.filter(|entry| entry.file_type().is_file()).filter_map(text).collect()
}

fn found(root: &Path, absence: &Absence) -> Result<Vec<String>> {
    let pattern = Regex::new(absence.pattern)?;
    let mut wrong = Vec::new();
    for (path, text) in absence.within.iter().flat_map(|within| files(root, within)) {
        if absence.except.iter().any(|except| path.starts_with(except)) {
            continue;
        }
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(match_) = pattern.find(line) {
                wrong.push(format!("{path}:{number}: `{}`, but: {}", match_.as_str(), absence.statement));
            }
        }
    }
    Ok(wrong)
}

fn long_files(root: &Path) -> Vec<String> {
    let folders = ["crate", "xtask", "www/src", "www/css", "tests"];
    let code = |path: &str| [".rs", ".js", ".css", ".py"].iter().any(|extension| path.ends_with(extension));
    let all = folders.iter().flat_map(|folder| files(root, folder)).filter(|(path, _)| code(path));
    let long = all.filter(|(_, text)| text.lines().count() > MAX_LINES);
    long.map(|(path, text)| format!("{path} has {} lines, but: {SHORT}", text.lines().count())).collect()
}

/// The statements are a list under their heading, one line or more each.
fn statements_missing(text: &str) -> Vec<String> {
    let list = text.split(HEADING).nth(1).unwrap_or_default().split("\n## ").next().unwrap_or_default();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let stated: Vec<String> = list.split("\n- ").skip(1).map(words).collect();
    let checked: Vec<&str> = ABSENCES.iter().map(|absence| absence.statement).chain([SHORT]).collect();
    let unstated = checked.iter().filter(|statement| !stated.iter().any(|other| other == *statement));
    let unchecked = stated.iter().filter(|statement| !checked.contains(&statement.as_str()));
    let unstated = unstated.map(|statement| format!("ARCHITECTURE.md does not say: {statement}"));
    unstated
        .chain(unchecked.map(|statement| format!("ARCHITECTURE.md says what nothing checks: {statement}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_word_is_found_and_an_exception_is_not() {
        let root = std::env::temp_dir().join(format!("backstep-architecture-{}", std::process::id()));
        for (path, text) in
            [("src/a.js", "let x;\nrequestAnimationFrame(x);"), ("src/clock.js", "requestAnimationFrame(y)")]
        {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        let absence = Absence {
            statement: "none",
            pattern: "requestAnimationFrame",
            within: &["src"],
            except: &["src/clock.js"],
        };
        let wrong = found(&root, &absence).expect("a pattern");
        fs::remove_dir_all(&root).expect("removed");
        assert_eq!(wrong, ["src/a.js:2: `requestAnimationFrame`, but: none"]);
    }

    #[test]
    fn every_pattern_finds_what_it_forbids() {
        let samples: [&str; ABSENCES.len()] = [
            "use js_sys::Array;",
            "use crate::time::session::Session;",
            "z.exp()",
            "w.dot(&a)",
            "use std::collections::HashMap;",
            "new Worker(url)",
            "requestAnimationFrame(f)",
            "document.title",
            "el.innerHTML = x",
            "'https://example.org'",
            "Math.exp(-z)",
        ];
        for (absence, sample) in ABSENCES.iter().zip(samples) {
            assert!(Regex::new(absence.pattern).expect("a pattern").is_match(sample), "{sample}");
        }
    }

    #[test]
    fn statements_must_be_made_and_be_checked() {
        assert_eq!(statements_missing("").len(), ABSENCES.len() + 1);
        let extra = format!("{HEADING}\n\n- Nothing is ever wrong.\n");
        assert!(
            statements_missing(&extra)
                .contains(&"ARCHITECTURE.md says what nothing checks: Nothing is ever wrong.".to_string())
        );
    }
}
