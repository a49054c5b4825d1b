//! Words that were replaced by terms of the field, and must not come back.

use regex::Regex;

use super::project::Project;
use super::rules::Rule;

/// A word that was replaced: the pattern that finds it, and the term to use.
type Word = (&'static str, &'static str);

/// Words that name nothing else here, wherever they stand: in names, comments, documents and on the page.
const ANYWHERE: [Word; 9] = [
    (r"(?i)wiggle", "gradient check"),
    (r"(?i)\bguests?\b|guest_|[gG]uest[A-Z]", "single-sample session"),
    (r"(?i)survivors?\b", "kept layers"),
    (r"\b(Division|DIVISION|division_of|divisionOf)\b", "train/test split"),
    (r"\b(wholeCore|whole_core|isWhole|is_whole)\b", "full core"),
    (r"\bshapeOf\b", "layout"),
    (r"(?i)\bat the door\b|\bdoors\b", "at the public API, validation"),
    (r"(?i)for ears\b", "for screen readers"),
    (r"(?i)\bwhat comes and goes\b", "fading elements"),
];

/// Names of files.
const FILES: [Word; 8] = [
    (r"(^|/)enough\.js$", "capability.js"),
    (r"(^|/)look\.js$", "view.js"),
    (r"(^|/)kin\.js$", "related.js"),
    (r"(^|/)kept\.js$", "resized.js"),
    (r"(^|/)known\.js$", "number-key.js"),
    (r"(^|/)keep\.js$", "settings.js"),
    (r"(^|/)doors\.\w+$", "validation"),
    (r"(^|/)differences\.\w+$", "gradient_check"),
];

/// Text of the page.
const PAGE: [Word; 9] = [
    (r#"['">]Look at['"<]"#, "Selected"),
    (r#"['">]Arrange['"<]"#, "Panels"),
    (r"What the author prints", "Published values"),
    (r"also while hidden", "keep running in background"),
    (r"never answers", "never predicts"),
    (r"% right\b", "% correct"),
    (r"Not so: you said", "Not quite: you said"),
    (r"As before the run; it follows", "Showing the state before the run."),
    (r"The computing part", "The computation"),
];

/// None of the replaced words is used.
pub(super) struct NoReplacedWords;

/// The rules that name them.
const HERE: &str = "xtask/src/architecture/";

impl Rule for NoReplacedWords {
    fn violations(&self, project: &Project) -> Vec<String> {
        let (anywhere, names, page) = (compiled(&ANYWHERE), compiled(&FILES), compiled(&PAGE));
        let mut places = Vec::new();
        for (path, text) in project.files.iter().filter(|(path, _)| !path.starts_with(HERE)) {
            for (pattern, term) in names.iter().chain(&anywhere) {
                if pattern.is_match(path) {
                    places.push(format!("{path} is named by a word for which \"{term}\" is used"));
                }
            }
            let page = if path.starts_with("www/") { &page[..] } else { &[] };
            for (pattern, term) in anywhere.iter().chain(page) {
                for (number, line) in (1..).zip(text.lines()) {
                    if let Some(found) = pattern.find(line) {
                        let word = found.as_str();
                        places.push(format!("{path}:{number}: `{word}`, for which \"{term}\" is used"));
                    }
                }
            }
        }
        places
    }
}

fn compiled(words: &[Word]) -> Vec<(Regex, &'static str)> {
    let pattern = |pattern: &str| Regex::new(pattern).expect("a pattern of this table");
    words.iter().map(|(text, term)| (pattern(text), *term)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::project::project;
    use super::*;

    #[test]
    fn a_replaced_word_is_found_in_names_comments_and_sentences() {
        let files = [
            ("crate/src/time/guest_state.rs", "// Checked at the door.\nstruct WiggleCheck;"),
            ("www/src/worker/enough.js", "const text = 'Not so: you said 3.';"),
            ("tests/page/a.test.js", "const title = 'Look at';"),
        ];
        let places = NoReplacedWords.violations(&project(&files));
        assert_eq!(places.len(), 5, "{places:?}");
    }

    #[test]
    fn words_with_another_meaning_are_not() {
        let files = [("www/src/view/page.js", "html`<aside>${division}</aside>`; // next door, well enough")];
        assert_eq!(NoReplacedWords.violations(&project(&files)), [""; 0]);
    }
}
