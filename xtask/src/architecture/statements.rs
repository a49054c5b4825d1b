//! The statements of ARCHITECTURE.md, each with the rule that checks it.

use super::lengths::{LongestFile, LongestLine};
use super::rules::{Absent, Apart, NoCircle, Rule};
use super::sentences::SentencesInWords;
use super::words::NoReplacedWords;

const LEARN_AND_DATA: [&str; 4] =
    ["crate/src/learn.rs", "crate/src/learn/", "crate/src/data.rs", "crate/src/data/"];
const TIME: [&str; 2] = ["crate/src/time.rs", "crate/src/time/"];
const ASK: [&str; 2] = ["crate/src/ask.rs", "crate/src/ask/"];
const TIME_AND_ASK: [&str; 4] = [TIME[0], TIME[1], ASK[0], ASK[1]];
const STATE_AND_SCENE: [&str; 2] = ["www/src/state/", "www/src/scene/"];

/// Each statement as ARCHITECTURE.md lists it, and its rule.
pub(super) const STATEMENTS: &[(&str, &dyn Rule)] = &[
    (
        "Only the seam (`crate/src/wasm`) names wasm-bindgen, js-sys, web-sys or getrandom.",
        &Absent {
            pattern: r"\b(wasm_bindgen|js_sys|web_sys|getrandom)\b",
            within: &["crate/src/"],
            except: &["crate/src/wasm.rs", "crate/src/wasm/"],
        },
    ),
    ("No circle of imports among Rust modules.", &NoCircle { within: &["crate/", "xtask/", "tests/"] }),
    (
        "`learn` and `data` import nothing of `time` and `ask`.",
        &Apart { from: &LEARN_AND_DATA, to: &TIME_AND_ASK, except: &[] },
    ),
    ("`time` imports nothing of `ask`.", &Apart { from: &TIME, to: &ASK, except: &[] }),
    (
        "The core uses only + − × ÷ of the platform's arithmetic: no `exp`, no `sqrt`, no fused `mul_add`.",
        &Absent {
            pattern: r"\.(exp|exp2|exp_m1|ln|ln_1p|log|log2|log10|sqrt|powf|powi|sin|cos|tan|tanh|mul_add)\(",
            within: &["crate/src/"],
            except: &[],
        },
    ),
    (
        "The core adds in an order of its own: no `dot`, no `sum` or `product` of floating-point numbers.",
        &Absent { pattern: SUMS, within: &["crate/src/"], except: &[] },
    ),
    (
        "The core uses no `std`: no clock, no threads, no hash maps, whose order is not fixed.",
        &Absent { pattern: r"\bstd::|\bHash(Map|Set)\b", within: &["crate/src/"], except: &[] },
    ),
    (
        "No circle of imports among page modules. Types that comments import do not count.",
        &NoCircle { within: &["www/"] },
    ),
    (
        "The page imports nothing of `worker`.",
        &Apart { from: &["www/src/"], to: &["www/src/worker/"], except: &["www/src/worker/"] },
    ),
    (
        "`worker` imports nothing of `state`, `scene` and `view`.",
        &Apart {
            from: &["www/src/worker/"],
            to: &["www/src/state/", "www/src/scene/", "www/src/view/"],
            except: &[],
        },
    ),
    (
        "`state` and `scene` import nothing of `view`, `client` and libraries.",
        &Apart {
            from: &STATE_AND_SCENE,
            to: &["www/src/view/", "www/src/client/", "www/vendor/"],
            except: &[],
        },
    ),
    (
        "`state` and `scene` name no object of the browser: `document`, `window`, `globalThis`.",
        &Absent { pattern: r"\b(document|window|globalThis)\.", within: &STATE_AND_SCENE, except: &[] },
    ),
    (
        "Only `www/src/worker/cores.js` imports the core.",
        &Apart { from: &["www/"], to: &["www/pkg/"], except: &["www/src/worker/cores.js"] },
    ),
    (
        "Only `www/src/client/workers.js` makes workers.",
        &Absent { pattern: r"new Worker\(", within: &["www/src/"], except: &["www/src/client/workers.js"] },
    ),
    (
        "Only `www/src/clock.js` asks for animation frames.",
        &Absent { pattern: r"requestAnimationFrame", within: &["www/src/"], except: &["www/src/clock.js"] },
    ),
    (
        "Nothing is written into the page as markup, and no style is written into an attribute.",
        &Absent { pattern: MARKUP, within: &["www/src/", "www/index.html"], except: &[] },
    ),
    (
        "No script of the page names an address of another origin.",
        &Absent { pattern: r"https?://", within: &["www/src/", "www/boot.js"], except: &[] },
    ),
    (
        "The page computes nothing of the network: no sigmoid, cost or gradient, no `Math.exp`.",
        &Absent { pattern: ARITHMETIC, within: &["www/src/"], except: &[] },
    ),
    ("No sentence of the page stands outside `www/src/words`.", &SentencesInWords),
    ("No replaced word is left. `xtask/src/architecture/words.rs` lists them.", &NoReplacedWords),
    ("No line of code has more than 110 characters, comments included.", &LongestLine(110)),
    ("No file of code has more than 360 lines.", &LongestFile(360)),
];

/// Calls whose order of additions, or multiplications, is a library's. A sum of integers states its type.
const SUMS: &str = concat!(
    r"\.(dot|sum_axis|mean_axis|product_axis)\(",
    r"|\b(sum|product)::<(f32|f64|_)>|\.fold\((-?[01]\.|f64::)",
);

const MARKUP: &str = concat!(
    r"innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write|styleMap",
    r#"|\sstyle=""#,
);

const ARITHMETIC: &str = concat!(
    r"Math\.(exp|expm1|tanh)\b|sigmoid\w*\s*=",
    r"|function\s+(sigmoid|cost|delta|nabla|feedforward|backprop)\b",
);

#[cfg(test)]
mod tests {
    use super::super::project::project;
    use super::*;

    /// The start of each statement, with files that break it.
    const BROKEN: [(&str, &[(&str, &str)]); STATEMENTS.len()] = [
        ("Only the seam", &[("crate/src/error.rs", "use js_sys::Array;")]),
        (
            "No circle of imports among Rust",
            &[
                ("crate/src/learn/layer.rs", "use crate::learn::{pass::Pass, sizes};"),
                ("crate/src/learn/pass.rs", "fn f() { super::layer::sum(&[]) }"),
            ],
        ),
        (
            "`learn` and `data` import nothing",
            &[
                ("crate/src/data/store.rs", "use crate::{time::{step::Step}};"),
                ("crate/src/time/step.rs", ""),
            ],
        ),
        (
            "`time` imports nothing of `ask`",
            &[("crate/src/time/past.rs", "use crate::ask::survey::Map;"), ("crate/src/ask/survey.rs", "")],
        ),
        ("The core uses only + − × ÷", &[("crate/src/rng.rs", "let y = z.exp();")]),
        ("The core adds in an order", &[("crate/src/rng.rs", "let y = z.iter().sum::<f64>();")]),
        ("The core uses no `std`", &[("crate/src/rng.rs", "use std::rc::Rc;")]),
        (
            "No circle of imports among page",
            &[
                ("www/src/a/one.js", "import {\n  two,\n} from '../b/two.js';"),
                ("www/src/b/two.js", "export { three } from './three.js';"),
                ("www/src/b/three.js", "const one = () => import('../a/one.js');"),
            ],
        ),
        ("The page imports nothing of", &[("www/src/main.js", "import { run } from './worker/run.js';")]),
        ("`worker` imports nothing", &[("www/src/worker/run.js", "import { t } from '../state/state.js';")]),
        (
            "`state` and `scene` import nothing",
            &[("www/src/state/update.js", "import { html } from '../../vendor/lit-html/lit-html.js';")],
        ),
        ("`state` and `scene` name no object", &[("www/src/scene/layout.js", "document.title = '';")]),
        ("Only `www/src/worker/cores.js`", &[("www/src/main.js", "import init from '../pkg/backstep.js';")]),
        ("Only `www/src/client/workers.js`", &[("www/src/main.js", "new Worker(address);")]),
        ("Only `www/src/clock.js`", &[("www/src/main.js", "requestAnimationFrame(draw);")]),
        ("Nothing is written into the page as markup", &[("www/src/main.js", "root.innerHTML = text;")]),
        ("No script of the page names an address", &[("www/boot.js", "fetch('https://example.org');")]),
        ("The page computes nothing", &[("www/src/main.js", "const a = 1 / (1 + Math.exp(-z));")]),
        ("No sentence of the page", &[("www/src/view/a.js", "const text = 'It is too big';")]),
        ("No replaced word", &[("tests/core/wiggle.rs", "")]),
        ("No line of code", &[("www/css/page.css", LONG_LINE)]),
        ("No file of code", &[("tests/page/long.test.js", LONG_FILE)]),
    ];
    const LONG_LINE: &str = concat!(
        "/* 60 characters are here, which are repeated once or twice. */",
        "/* 60 characters are here, which are repeated once or twice. */",
    );
    const LONG_FILE: &str = match str::from_utf8(&[b'\n'; 361]) {
        Ok(text) => text,
        Err(_) => "",
    };

    #[test]
    fn every_statement_can_be_broken() {
        for ((statement, rule), (start, files)) in STATEMENTS.iter().zip(BROKEN) {
            assert!(statement.starts_with(start), "{statement} is not {start}");
            let places = rule.violations(&project(files));
            assert_eq!(places.len(), 1, "{statement} {places:?}");
            assert!(places[0].contains(files[0].0), "{places:?}");
        }
    }

    #[test]
    fn what_looks_like_a_violation_is_none() {
        let files = [
            ("crate/src/lib.rs", "pub use learn::layer::Layer;"),
            // A module inside a file is of the file, and so is what stands above it.
            ("crate/src/learn.rs", "mod layer;\npub(crate) const SIZE: usize = 3;"),
            (
                "crate/src/learn/layer.rs",
                "use super::SIZE;\nmod tests {\n use super::*;\n}\n// crate::time::step",
            ),
            ("crate/src/time.rs", "fn n() -> usize { [1, 2].iter().sum::<usize>() }"),
            // Types in comments are not there when the page runs.
            ("www/src/main.js", "/** @import { Run } from './worker/run.js' */ import './keys.js';"),
            ("www/src/keys.js", "// import './main.js'\n/** @type {import('./main.js').Key} */\nlet key;"),
            ("www/src/worker/cores.js", "export const core = () => import('../../pkg/backstep.js');"),
        ];
        let project = project(&files);
        for (statement, rule) in STATEMENTS {
            assert_eq!(rule.violations(&project), [""; 0], "{statement}");
        }
    }
}
