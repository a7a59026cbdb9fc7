//! The recorded lines: reading a file of them, telling which ones wait, and reporting failures.

use std::{
    collections::BTreeSet,
    fmt::Debug,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::LazyLock,
};

use serde_json::Value as Json;

/// The .NET scalars that have no Rust type yet. A line whose type contains one of them, be it in
/// a member of a member, waits for it.
pub const WAITING: &[&str] = &[
    "Guid",
    "DateTime",
    "DateTimeOffset",
    "TimeSpan",
    "DateOnly",
    "TimeOnly",
    "decimal",
    "byte[]",
];

/// How many failures are printed in full.
const PRINTED: usize = 20;

/// The model types: an object is a list of `[member, type]`, an enum an object.
pub static SCHEMA: LazyLock<Json> = LazyLock::new(|| parsed(&vectors("schema.json")));

/// The text of a file of recorded lines.
fn vectors(file: &str) -> String {
    let path = format!("{}/tests/vectors/{file}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// Whether a type contains a scalar that is waited for.
pub fn waits(type_name: &str) -> bool {
    waits_beyond(type_name, &mut BTreeSet::new())
}

/// As [`waits`], without the model types looked into already: types contain themselves.
fn waits_beyond(type_name: &str, seen: &mut BTreeSet<String>) -> bool {
    type_name
        .split(['<', '>', ',', '?'])
        .any(|part| part_waits(part, seen))
}

/// As [`waits_beyond`], for one name, which may have array brackets behind it.
fn part_waits(mut part: &str, seen: &mut BTreeSet<String>) -> bool {
    loop {
        if WAITING.contains(&part) {
            return true;
        }
        match part.strip_suffix("[]") {
            Some(item) => part = item,
            None => break,
        }
    }
    let Some(members) = SCHEMA[part].as_array() else {
        return false;
    };
    seen.insert(part.to_owned())
        && members
            .iter()
            .any(|member| waits_beyond(text_of(&member[1]), seen))
}

/// The text of a JSON string.
pub fn text_of(json: &Json) -> &str {
    json.as_str()
        .unwrap_or_else(|| panic!("a string, not {json}"))
}

/// One recorded line.
pub struct Line(Json);

impl Line {
    /// The text under a name, if the line has it.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(text_of)
    }

    /// The text under a name that every line has.
    pub fn required(&self, name: &str) -> &str {
        self.text(name)
            .unwrap_or_else(|| panic!("`{name}` in {}", self.0))
    }

    /// Whether the line is a document for which all settings were recorded, so that a text that it
    /// lacks is the plain one. Where the reference writes the plain text otherwise, none were.
    pub fn has_all_settings(&self) -> bool {
        self.required("id").starts_with("d-")
            && self.0.get("jsv_reference").is_none()
            && self.0.get("json_reference").is_none()
    }

    pub fn type_name(&self) -> &str {
        self.required("type")
    }

    /// The recorded value.
    pub fn value(&self) -> &Json {
        self.0
            .get("value")
            .unwrap_or_else(|| panic!("`value` in {}", self.0))
    }

    /// The options that must be set, by name.
    pub fn options(&self) -> impl Iterator<Item = (&str, &str)> {
        let options = self.0.get("options").and_then(Json::as_object);
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

/// Checks every line of a file that does not wait, and panics with what failed. `check` says
/// whether it knows the line's type.
pub fn check_file(file: &str, check: impl Fn(&Line, &mut Failures) -> bool) {
    let (mut checked, mut waiting, mut failed) = (0, 0, Vec::new());
    let text = vectors(file);
    for line in text.lines() {
        let line = Line(parsed(line));
        if waits(line.type_name()) {
            waiting += 1;
            continue;
        }
        checked += 1;
        let mut failures = Failures::default();
        // A panic is a failure of one line, which the report shall name.
        match catch_unwind(AssertUnwindSafe(|| check(&line, &mut failures))) {
            Ok(true) => {}
            Ok(false) => failures.add("its type", "a type of the registry", "unknown"),
            Err(_) => failures.add("checking it", "no panic", "a panic"),
        }
        let place = format!("{} {}", line.required("id"), line.type_name());
        failed.extend(
            failures
                .0
                .iter()
                .map(|failure| format!("{place}: {failure}")),
        );
    }

    println!("{file}: {checked} lines checked, {waiting} waiting");
    assert_eq!(checked + waiting, text.lines().count(), "lines of {file}");
    assert!(checked > 0, "no line of {file} was checked");
    assert_eq!(waiting > 0, !WAITING.is_empty(), "waiting lines of {file}");
    assert!(
        failed.is_empty(),
        "{} failures in {file}, of which the first:\n{}",
        failed.len(),
        failed[..failed.len().min(PRINTED)].join("\n")
    );
}
