//! The sentences of the page stand in one catalogue.

use regex::Regex;

use super::project::{Project, is_within};
use super::rules::Rule;

/// No text of the page stands outside `www/src/words`: neither a string of two or more words, nor a word of
/// markup that is shown or read out.
pub(super) struct SentencesInWords;

const PAGE: [&str; 1] = ["www/src/"];
/// The catalogue, and the programs that the page shows.
const EXCEPT: [&str; 2] = ["www/src/words/", "www/src/code/"];

/// Strings of two words that nobody reads: names of what is stored, selectors, media queries, fonts, classes.
const NAMES: [&str; 15] = [
    "backstep session",
    "backstep last",
    "backstep unsaved",
    "backstep settings",
    "(prefers-reduced-motion: reduce)",
    "(forced-colors: active)",
    "(prefers-color-scheme: dark)",
    "11px system-ui",
    "label start",
    "main small",
    "minor name",
    "inspector open",
    "text example",
    "text run",
    "text speed",
];
/// The beginnings of longer ones.
const BEGINNINGS: [&str; 4] = ["button, summary,", "dialog, input", "input:not([type", "color-mix(in srgb"];

/// What stands for a value in a template.
const HOLE: char = '\u{0}';

/// A literal with the number of its line, and for a template its tag.
#[derive(Debug, PartialEq)]
struct Literal {
    line: usize,
    tag: String,
    text: String,
}

impl Rule for SentencesInWords {
    fn violations(&self, project: &Project) -> Vec<String> {
        let pattern = |text: &str| Regex::new(text).expect("a pattern of this rule");
        let two_words = pattern(r"\p{L}{2,}[,:;]? \p{L}{2,}");
        let (word, tag) = (pattern(r"\p{L}{2,}"), pattern(r"<[^>]*>"));
        let spoken = pattern(r#"\b(?:aria-label|aria-description|title|placeholder|alt)="([^"]*)""#);
        let shown = |literal: &Literal| {
            let text = &literal.text;
            if !["html", "svg", "mathml"].contains(&literal.tag.as_str()) {
                return two_words.is_match(text);
            }
            let read = spoken.captures_iter(text).any(|found| word.is_match(&found[1]));
            read || word.is_match(&tag.replace_all(text, " "))
        };
        let named = |text: &str| {
            NAMES.contains(&text) || BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
        };
        let mut places = Vec::new();
        for (path, text) in project.within(&PAGE).filter(|(path, _)| !is_within(path, &EXCEPT)) {
            if !path.ends_with(".js") {
                continue;
            }
            for literal in literals(text).iter().filter(|one| !named(&one.text) && shown(one)) {
                let text = literal.text.replace(HOLE, "…");
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                places.push(format!("{path}:{}: `{text}`", literal.line));
            }
        }
        places
    }
}

/// The strings and templates of a module; a template inside another one comes before it.
fn literals(source: &str) -> Vec<Literal> {
    let characters: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    code(&characters, &mut at, &mut found);
    found
}

/// Reads code up to the brace that closes it, or to its end.
fn code(source: &[char], at: &mut usize, found: &mut Vec<Literal>) {
    let mut depth = 0_usize;
    // The last character that is no space, and the name it ends, if it does.
    let (mut last, mut name) = ('\n', String::new());
    while let Some(&character) = source.get(*at) {
        let next = source.get(*at + 1).copied().unwrap_or_default();
        match character {
            '/' if next == '/' => skip_to(source, at, &['\n']),
            '/' if next == '*' => skip_to(source, at, &['*', '/']),
            '/' if begins_pattern(last, &name) => pattern(source, at),
            '\'' | '"' => {
                let line = line_of(source, *at);
                let text = string(source, at, character);
                found.push(Literal { line, tag: String::new(), text });
                (last, name) = (character, String::new());
                continue;
            }
            '`' => {
                let (line, tag) = (line_of(source, *at), std::mem::take(&mut name));
                let text = template(source, at, found);
                found.push(Literal { line, tag, text });
                last = '`';
                continue;
            }
            '{' => depth += 1,
            '}' if depth == 0 => return,
            '}' => depth -= 1,
            _ => {}
        }
        let character = source.get(*at).copied().unwrap_or(' ');
        if is_word(character) {
            // A space ends a name: of `return html` the tag is `html`.
            if *at == 0 || !is_word(source[*at - 1]) {
                name.clear();
            }
            name.push(character);
        } else if !character.is_whitespace() {
            name.clear();
        }
        if !character.is_whitespace() {
            last = character;
        }
        *at += 1;
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

/// Returns whether a slash begins a regular expression: not after a value.
fn begins_pattern(last: char, name: &str) -> bool {
    let after_value = is_word(last) || matches!(last, ')' | ']' | '}' | '\'' | '"' | '`');
    !after_value || ["return", "typeof", "case"].contains(&name)
}

/// Goes to the last character of what ends a comment.
fn skip_to(source: &[char], at: &mut usize, end: &[char]) {
    *at += 2;
    while *at < source.len() && !source[*at..].starts_with(end) {
        *at += 1;
    }
    *at += end.len() - 1;
}

/// Goes to the slash that ends a regular expression.
fn pattern(source: &[char], at: &mut usize) {
    let mut in_class = false;
    *at += 1;
    while let Some(&character) = source.get(*at) {
        match character {
            '\\' => *at += 1,
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return,
            '\n' => return,
            _ => {}
        }
        *at += 1;
    }
}

/// Reads a string, and goes beyond it.
fn string(source: &[char], at: &mut usize, quote: char) -> String {
    let mut text = String::new();
    *at += 1;
    while let Some(&character) = source.get(*at) {
        *at += 1;
        match character {
            '\\' => *at += 1,
            _ if character == quote => break,
            _ => text.push(character),
        }
    }
    text
}

/// Reads a template, and goes beyond it.
fn template(source: &[char], at: &mut usize, found: &mut Vec<Literal>) -> String {
    let mut text = String::new();
    *at += 1;
    while let Some(&character) = source.get(*at) {
        *at += 1;
        match character {
            '\\' => *at += 1,
            '`' => break,
            '$' if source.get(*at) == Some(&'{') => {
                *at += 1;
                code(source, at, found);
                *at += 1;
                text.push(HOLE);
            }
            _ => text.push(character),
        }
    }
    text
}

fn line_of(source: &[char], at: usize) -> usize {
    1 + source[..at].iter().filter(|character| **character == '\n').count()
}

#[cfg(test)]
mod tests {
    use super::super::project::project;
    use super::*;

    #[test]
    fn sentences_are_found_in_strings_templates_and_markup() {
        for text in [
            "const text = 'It is too big';",
            r#"const text = "Too big: it";"#,
            "const text = `of ${n} samples are right`;",
            "const text = n > 1 / 2 ? 'so many samples' : '';",
            "html`<p>${html`<b>${n}</b>`} Samples</p>`;",
            "html`<b aria-label=\"Close\">×</b>`;",
            "const wrong = /['`]/.test(x) || 'It is wrong';",
        ] {
            let places = SentencesInWords.violations(&project(&[("www/src/view/a.js", text)]));
            assert_eq!(places.len(), 1, "{text}: {places:?}");
        }
    }

    #[test]
    fn names_comments_catalogue_and_letters_are_none() {
        let files = [
            ("www/src/words/en/a.js", "export const text = 'It is too big';"),
            ("www/src/code/a.js", "const line = 'for x in mini_batch';"),
            (
                "www/src/view/a.js",
                "// It isn't a sentence\nconst a = () => {\n \
                 return html`<b class=\"one two\">${x} a</b>`;\n};",
            ),
            ("www/src/view/b.js", "/* It is one */ const a = b / c / d; const e = 'label start';"),
            ("www/src/view/c.js", "const key = /it is one/; const d = `${a} ${b}`; import 'x';"),
        ];
        assert_eq!(SentencesInWords.violations(&project(&files)), [""; 0]);
    }
}
