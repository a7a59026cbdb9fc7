//! What must hold for any bytes at all, for the fuzz targets and for the tests that replay seeds.

mod dotnet;
mod json;
mod request;

pub use self::{dotnet::scalars, json::json, request::request};

use std::{collections::BTreeMap, fmt::Debug};

use jsv::{Duplicates, Layout, Map, Options, Value};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

const LAYOUTS: [Layout; 3] = [Layout::Auto, Layout::Compact, Layout::Loose];

/// Reads the bytes in each layout and checks what must hold then.
///
/// # Panics
///
/// If reading panics, if an error's place is not in the text, if skipping, capturing and reading
/// accept different texts, or if what was read is written so that it reads back otherwise.
pub fn read(data: &[u8]) {
    for layout in LAYOUTS {
        let options = Options::new().layout(layout);
        check(&options, data);
        check(&options.clone().duplicates(Duplicates::First), data);
        // Duplicates are no fault of grammar, so that this option accepts what skipping accepts.
        let options = options.duplicates(Duplicates::Last);
        check(&options, data);
        let skipped = outcome::<IgnoredAny>(&options, data).map(drop);
        let captured = outcome::<String>(&options, data).map(drop);
        let read = outcome::<Value>(&options, data).map(drop);
        assert_eq!(skipped, read, "{layout:?}: skipped and read");
        assert_eq!(captured, read, "{layout:?}: captured and read");
    }
}

/// Reads the bytes as several types; a value that was read must survive writing.
fn check(options: &Options, data: &[u8]) {
    let _ = outcome::<Target>(options, data);
    let _ = outcome::<Vec<Option<i32>>>(options, data);
    let _ = outcome::<BTreeMap<char, Option<f64>>>(options, data);
    let Ok(value) = outcome::<Value>(options, data) else {
        return;
    };
    let expected = without_losses(&value);
    let compact = options.to_string(&value).expect("what was read is written");
    let pretty = options
        .to_string_pretty(&value)
        .expect("what was read is written");
    assert_eq!(value.to_string(), compact, "displayed and written");
    for text in [compact, pretty] {
        let again: Value = Options::new()
            .from_str(&text)
            .unwrap_or_else(|error| panic!("{error}\nwritten: {text:?}"));
        assert!(
            again == expected,
            "written: {text:?}\nexpected: {expected:?}\nactual: {again:?}"
        );
    }
}

/// The value, or the error's place; that and the report are checked on the way.
fn outcome<T: DeserializeOwned>(options: &Options, data: &[u8]) -> Result<T, Option<usize>> {
    options.from_slice(data).map_err(|error| {
        let offset = error.offset();
        assert!(
            offset.is_some_and(|offset| offset <= data.len()),
            "a place outside of the text: {error}"
        );
        let report = error.report(&String::from_utf8_lossy(data));
        assert!(report.starts_with("error: "), "{report}");
        offset
    })
}

/// The value as it reads back: a list of exactly one nothing is the empty list, and a map entry
/// that is nothing is gone, since the format has no text for them.
fn without_losses(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Text(text) => Value::Text(text.clone()),
        Value::List(items) if matches!(&items[..], [Value::Null]) => Value::List(Vec::new()),
        Value::List(items) => Value::List(items.iter().map(without_losses).collect()),
        Value::Map(map) => {
            let mut kept = Map::new();
            for (key, value) in map.iter().filter(|(_, value)| !value.is_null()) {
                kept.insert(key, without_losses(value));
            }
            Value::Map(kept)
        }
    }
}

/// A struct whose fields take different ways through the reader.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only how it reads matters")]
struct Target {
    id: Option<i64>,
    name: Option<String>,
    #[serde(default)]
    active: bool,
    balance: Option<f64>,
    kind: Option<Kind>,
    #[serde(default)]
    tags: Vec<Option<String>>,
    #[serde(default)]
    scores: BTreeMap<i32, Option<i128>>,
    nested: Option<Box<Target>>,
    any: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only how it reads matters")]
enum Kind {
    Unit,
    Newtype(Option<char>),
    Tuple(u8, Vec<f32>),
    Struct { text: String, pair: (i8, bool) },
}
