//! Large texts made to cost as much as they can: reading each of them comes to an end, in every
//! layout and for every kind of target.

use std::{collections::BTreeMap, fmt::Write as _};

use jsv::{Duplicates, Layout, Options, Value};
use serde::{Deserialize, de::IgnoredAny};

/// A struct of the kinds of targets that look at the text in ways of their own.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "only how it reads matters")]
struct Target {
    id: Option<i32>,
    text: Option<String>,
    kind: Option<Kind>,
    #[serde(default)]
    a: Vec<Option<Value>>,
    #[serde(default)]
    b: BTreeMap<String, Option<Kind>>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only how it reads matters")]
enum Kind {
    Plain,
    Text(String),
    Pair(i32, i32),
    Named { a: Option<String> },
}

/// About how many bytes the hostile texts have: were reading quadratic, each would take hours.
const LARGE: usize = 1_000_000;

fn repeat(part: &str) -> String {
    part.repeat(LARGE / part.len())
}

/// Reads a text as everything that takes steps of its own, in every layout. That it comes to an
/// end is what the test shows.
fn comes_to_an_end(text: &str) {
    let ways = [
        (Layout::Auto, Duplicates::Last),
        (Layout::Compact, Duplicates::Error),
        (Layout::Loose, Duplicates::First),
    ];
    for (layout, duplicates) in ways {
        let options = Options::new().layout(layout).duplicates(duplicates);
        let outcomes = [
            options.from_str::<Value>(text).map(drop),
            options.from_str::<IgnoredAny>(text).map(drop),
            options.from_str::<Target>(text).map(drop),
            options.from_str::<Vec<Option<Kind>>>(text).map(drop),
        ];
        let errors = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
        for error in errors.take(1) {
            assert!(error.offset().is_some_and(|offset| offset <= text.len()));
            assert!(
                error.report(text).len() < 2000,
                "a report of a long line is short"
            );
        }
    }
}

#[test]
fn many_quotes_come_to_an_end() {
    comes_to_an_end(&repeat("\""));
    comes_to_an_end(&format!("[{}]", repeat("\"\"\"\",")));
    comes_to_an_end(&format!("[{}]", repeat("\"\",")));
    comes_to_an_end(&format!("{{Text:{}", repeat("\"")));
    comes_to_an_end(&format!("{{{}:1}}", repeat("\"\"")));
}

#[test]
fn many_brackets_come_to_an_end() {
    let deep = format!("{}{},", "[".repeat(127), "]".repeat(127));
    comes_to_an_end(&format!("[{}]", repeat(&deep)));
    let deep = format!("{}{},", "{a:".repeat(127), "}".repeat(127));
    comes_to_an_end(&format!("[{}]", repeat(&deep)));
    // Left open at the end.
    comes_to_an_end(&format!("[{}{}", repeat(&deep), "[".repeat(127)));
    // Each object within an unknown member of the one around it.
    let deep = format!("{}{},", "{x:1,u:".repeat(127), "}".repeat(127));
    comes_to_an_end(&format!("[{}]", repeat(&deep)));
}

#[test]
fn many_commas_come_to_an_end() {
    comes_to_an_end(&format!("[{}]", repeat(",")));
    comes_to_an_end(&format!("[{}", repeat(",")));
    comes_to_an_end(&format!("{{a:[{}]}}", repeat(",")));
    comes_to_an_end(&format!("{{{}}}", repeat(",")));
    comes_to_an_end(&format!("[\n{}\n]", repeat("\n\t,")));
    comes_to_an_end(&format!("{{Id:{}}}", repeat("1,")));
}

#[test]
fn long_names_come_to_an_end() {
    comes_to_an_end(&format!("{{{}:1}}", repeat("a")));
    comes_to_an_end(&format!("{{{}", repeat("a")));
    comes_to_an_end(&format!("{{{},{}", repeat("a"), repeat("a")));
    // Long beginnings in common.
    let name = "a".repeat(2000);
    let mut text = String::from("{");
    for index in 0..LARGE / 2000 {
        write!(text, "{name}{index}:1,").unwrap();
    }
    comes_to_an_end(&format!("{text}b:1}}"));
}

#[test]
fn many_names_come_to_an_end() {
    let mut text = String::from("{");
    for index in 0..LARGE / 10 {
        write!(text, "x{index}:1,").unwrap();
    }
    comes_to_an_end(&format!("{text}b:{text}y:1}}}}"));
    let mut text = String::from("{b:{");
    for index in (0..LARGE / 10).rev() {
        write!(text, "\"{index:06}\":\"\",").unwrap();
    }
    comes_to_an_end(&format!("{text}y:}}}}"));
}

#[test]
fn many_duplicates_come_to_an_end() {
    comes_to_an_end(&format!("{{{}Id:1}}", repeat("Id:1,")));
    comes_to_an_end(&format!("{{b:{{{}c:}}}}", repeat("c:,")));
    comes_to_an_end(&format!("[{}{{a:1}}]", repeat("{a:1,a:2},")));
    let deep = format!("{}{},", "{a:{b:".repeat(60), "1},b:1}".repeat(60));
    comes_to_an_end(&format!("[{}]", repeat(&deep)));
    let deep = format!("{}{}", "{a:[],a:".repeat(127), "}".repeat(127));
    comes_to_an_end(&format!("[{}]", repeat(&(deep + ","))));
    // Every name is overridden by the last of an object that is never closed.
    comes_to_an_end(&format!("{{Id:1,b:{{{}", repeat("a:[{a:1}],")));
}

#[test]
fn long_runs_of_white_space_come_to_an_end() {
    for white in [" ", "\t", "\n", "\r\n", "\n\t", " \n"] {
        let run = repeat(white);
        comes_to_an_end(&run);
        comes_to_an_end(&format!("[\n{run}]"));
        comes_to_an_end(&format!("{{\n{run}}}"));
        comes_to_an_end(&format!("{{\nId: 1,\na: {run}[\n]\n}}"));
        comes_to_an_end(&format!("{{\nText: \"a\"{run},\nId: 1}}"));
        comes_to_an_end(&format!("{{\nId{run}: 1}}"));
        comes_to_an_end(&format!("[\"a\"{run}"));
    }
}

#[test]
fn many_short_runs_of_white_space_come_to_an_end() {
    for white in ["  ", "\n\t\t\t", "\n\n\n\n", "\r\n\t"] {
        comes_to_an_end(&format!("[\n{}]", repeat(&format!("{white},"))));
        comes_to_an_end(&format!("[\n{}]", repeat(&format!("\"a\"{white}]"))));
        comes_to_an_end(&format!("[\n{}]", repeat(&format!("{white}[{white}],"))));
        comes_to_an_end(&format!(
            "{{\n{}a: 1}}",
            repeat(&format!("{white}x: \n{{}},"))
        ));
    }
}

#[test]
fn long_scalars_come_to_an_end() {
    let digits = repeat("1234567890");
    for text in [
        &digits,
        &format!("-{digits}"),
        &format!("0.{digits}"),
        &format!("1E{digits}"),
    ] {
        let quoted = format!("\"{}\"", text.replace('0', ","));
        for text in [text, &quoted] {
            let _ = jsv::from_str::<i32>(text);
            let _ = jsv::from_str::<u128>(text);
            let _ = jsv::from_str::<f64>(text);
            let _ = jsv::from_str::<f32>(text);
            let _ = jsv::from_str::<bool>(text);
            let _ = jsv::from_str::<char>(text);
            let _ = jsv::from_str::<Kind>(text);
        }
    }
}
