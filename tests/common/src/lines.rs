//! The recorded lines: reading a file of them, and reporting failures.

use std::{
    fmt::Debug,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
};

use serde_json::Value as Json;

/// How many failures are printed in full.
const PRINTED: usize = 20;

/// The text of a file of the vectors.
pub(crate) fn vectors(file: &str) -> String {
    let path = format!(concat!(env!("CARGO_MANIFEST_DIR"), "/../vectors/{}"), file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn parsed(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// The text of a JSON string.
pub fn text_of(json: &Json) -> &str {
    json.as_str()
        .unwrap_or_else(|| panic!("a string, not {json}"))
}

/// One recorded line.
pub struct Line {
    number: usize,
    json: Json,
}

impl Line {
    /// What a failure calls the line: its `id`, or where it stands in its file.
    fn name(&self) -> String {
        match self.text("id") {
            Some(id) => id.to_owned(),
            None => format!("line {}", self.number),
        }
    }

    /// What the line has under a name, null if nothing.
    pub fn json(&self, name: &str) -> &Json {
        &self.json[name]
    }

    /// The text under a name, if the line has it.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.json.get(name).map(text_of)
    }

    /// The text under a name that every line has.
    pub fn required(&self, name: &str) -> &str {
        self.text(name)
            .unwrap_or_else(|| panic!("`{name}` in {}", self.json))
    }

    /// Whether the line is a document for which all settings were recorded, so that a text that it
    /// lacks is the plain one. Where the reference writes the plain text otherwise, none were.
    pub fn has_all_settings(&self) -> bool {
        self.required("id").starts_with("d-")
            && self.json.get("jsv_reference").is_none()
            && self.json.get("json_reference").is_none()
    }

    /// The .NET type that it is about.
    pub fn type_name(&self) -> &str {
        self.required("type")
    }

    /// The recorded value.
    pub fn value(&self) -> &Json {
        self.json
            .get("value")
            .unwrap_or_else(|| panic!("`value` in {}", self.json))
    }

    /// The options that must be set, by name.
    pub fn options(&self) -> impl Iterator<Item = (&str, &str)> {
        let options = self.json.get("options").and_then(Json::as_object);
        options
            .into_iter()
            .flatten()
            .map(|(name, choice)| (name.as_str(), text_of(choice)))
    }
}

/// What went wrong with the line being checked.
#[derive(Default)]
pub struct Failures(Vec<String>);

impl Failures {
    /// Notes a failure if the two differ.
    pub fn compare<T: PartialEq + Debug>(&mut self, what: &str, expected: &T, actual: &T) {
        if expected != actual {
            self.add(
                what,
                format_args!("{expected:?}"),
                format_args!("{actual:?}"),
            );
        }
    }

    /// Notes a failure if an error does not say where it is.
    pub fn expect_place(&mut self, what: &str, error: &jsv::Error) {
        let place = (error.offset(), error.line(), error.column());
        if !matches!(place, (Some(0..), 1.., 1..)) {
            let actual = format!("{place:?}: {error}");
            self.add(what, "an error with a place", actual);
        }
    }

    /// Notes a failure.
    pub fn add(
        &mut self,
        what: &str,
        expected: impl std::fmt::Display,
        actual: impl std::fmt::Display,
    ) {
        self.0.push(format!(
            "{what}\n  expected {expected}\n  actual   {actual}"
        ));
    }
}

/// Checks every line of a file, of which there are so many, and panics with what failed. `check`
/// says whether it knows the line's type.
pub fn check_file(file: &str, count: usize, check: impl FnMut(&Line, &mut Failures) -> bool) {
    assert_eq!(check_lines(file, |_| true, check), count, "lines of {file}");
}

/// As [`check_file`], but only the lines that are chosen. Gives their number.
pub fn check_lines(
    file: &str,
    is_chosen: impl Fn(&Line) -> bool,
    mut check: impl FnMut(&Line, &mut Failures) -> bool,
) -> usize {
    let (mut checked, mut failed) = (0, Vec::new());
    for (index, text) in vectors(file).lines().enumerate() {
        let line = Line {
            number: index + 1,
            json: parsed(text),
        };
        if !is_chosen(&line) {
            continue;
        }
        checked += 1;
        let mut failures = Failures::default();
        // A panic is a failure of one line, which the report shall name.
        match catch_unwind(AssertUnwindSafe(|| check(&line, &mut failures))) {
            Ok(true) => {}
            Ok(false) => failures.add("its type", "a known type", "unknown"),
            Err(_) => failures.add("checking it", "no panic", "a panic"),
        }
        let place = format!("{} {}", line.name(), line.text("type").unwrap_or_default());
        failed.extend(
            failures
                .0
                .iter()
                .map(|failure| format!("{place}: {failure}")),
        );
    }

    println!("{file}: {checked} lines checked");
    assert!(checked > 0, "no line of {file} was checked");
    assert!(
        failed.is_empty(),
        "{} failures in {file}, of which the first:\n{}",
        failed.len(),
        failed[..failed.len().min(PRINTED)].join("\n")
    );
    checked
}
