//! What holds for every value and every text: what was written reads back equal, skipping accepts
//! what reading accepts, and no text makes reading panic.

use std::{collections::BTreeMap, fmt::Debug};

use jsv::{Duplicates, Error, Layout, Map, Options, TextCase, Value, error::Category};
use jsv_tests_common::{
    shapes::{Choice, Everything, Kind, any_choice, any_f32, any_f64, anything},
    texts::{any_char, any_text},
};
use proptest::{collection, option, prelude::*, sample};
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IgnoredAny},
};

const LAYOUTS: [Layout; 3] = [Layout::Auto, Layout::Compact, Layout::Loose];

const CASES: [TextCase; 3] = [TextCase::AsDeclared, TextCase::Camel, TextCase::Snake];

/// So many cases. A failure is not noted in a file but to become a test of its own.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// ---- strategies ---------------------------------------------------------------------------------

fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// A text that loose reading does not trim.
fn trimmed_text() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| text.trim_matches(is_white).to_string())
}

fn map_of(entries: impl IntoIterator<Item = (String, Value)>) -> Value {
    let mut map = Map::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    Value::Map(map)
}

fn value_of(text: BoxedStrategy<String>) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        5 => text.clone().prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 40, 5, move |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            collection::vec((text.clone(), inner), 0..5).prop_map(map_of),
        ]
    })
}

fn any_value() -> impl Strategy<Value = Value> {
    value_of(any_text().boxed())
}

/// The value as it reads back.
fn without_losses(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Text(text) => Value::Text(text.clone()),
        // A list of exactly one nothing is written as the empty list: there is no text for it.
        Value::List(items) if matches!(&items[..], [Value::Null]) => Value::List(Vec::new()),
        Value::List(items) => Value::List(items.iter().map(without_losses).collect()),
        // A member that is nothing is left out.
        Value::Map(map) => map_of(
            map.iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key.to_string(), without_losses(value))),
        ),
    }
}

/// Reads a text and compares what comes out, by its `Debug` text: in that NaN equals itself.
fn assert_reads<T: DeserializeOwned + Debug>(
    options: &Options,
    text: &str,
    expected: &T,
) -> Result<(), TestCaseError> {
    let expected = format!("{expected:?}");
    match options.from_slice::<T>(text.as_bytes()) {
        Ok(actual) => prop_assert!(
            format!("{actual:?}") == expected,
            "{options:?}\ninput: {text:?}\nexpected: {expected}\nactual: {actual:?}"
        ),
        Err(error) => prop_assert!(
            false,
            "{options:?}\ninput: {text:?}\nexpected: {expected}\nactual: {error}"
        ),
    }
    Ok(())
}

/// Writes compact and pretty, reads both back, under each text case.
fn assert_survives<T: Serialize + DeserializeOwned + Debug>(
    value: &T,
    expected: &T,
) -> Result<(), TestCaseError> {
    for case in CASES {
        let options = Options::new().text_case(case);
        let compact = options.to_string(value).unwrap();
        assert_reads(&options, &compact, expected)?;
        assert_reads(&options.clone().layout(Layout::Compact), &compact, expected)?;
        assert_reads(
            &options.clone().duplicates(Duplicates::Last),
            &compact,
            expected,
        )?;
        let pretty = options.to_string_pretty(value).unwrap();
        assert_reads(&options, &pretty, expected)?;
        // Within quotes a line break is data.
        if !pretty.contains('"') {
            assert_reads(&options, &pretty.replace('\n', "\r\n"), expected)?;
        }
    }
    Ok(())
}

// ---- values and shapes survive -------------------------------------------------------------------

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_value_survives(value in any_value()) {
        assert_survives(&value, &without_losses(&value))?;
        prop_assert_eq!(value.to_string(), jsv::to_string(&value).unwrap());
        let parsed: Value = value.to_string().parse().unwrap();
        prop_assert_eq!(parsed, without_losses(&value));
    }

    #[test]
    fn a_value_reads_the_same_in_a_loose_text(value in value_of(trimmed_text().boxed())) {
        let loose = Options::new().layout(Layout::Loose);
        let expected = without_losses(&value);
        assert_reads(&loose, &jsv::to_string(&value).unwrap(), &expected)?;
        assert_reads(&loose, &jsv::to_string_pretty(&value).unwrap(), &expected)?;
    }

    #[test]
    fn a_text_survives_as_the_root(text in any_text()) {
        assert_survives(&text, &text)?;
        assert_survives(&Value::Text(text.clone()), &Value::Text(text.clone()))?;
        assert_survives(&Some(text.clone()), &Some(text))?;
    }

    #[test]
    fn a_char_survives_as_the_root(c in any_char()) {
        assert_survives(&c, &c)?;
    }

    #[test]
    fn a_text_without_quotes_is_borrowed(text in any_text()) {
        let text = text.replace('"', "'");
        let written = jsv::to_string(&[&text]).unwrap();
        let read: Vec<&str> = jsv::from_str(&written).unwrap();
        prop_assert_eq!(&read, &[&text]);
        let map = BTreeMap::from([(text.as_str(), text.as_str())]);
        let written = jsv::to_string_pretty(&map).unwrap();
        let read: BTreeMap<&str, &str> = jsv::from_str(&written).unwrap();
        prop_assert_eq!(read, map);
    }

    #[test]
    fn every_shape_survives(value in anything()) {
        let expected = value.clone().without_losses();
        assert_survives(&value, &expected)?;
    }

    #[test]
    fn every_shape_survives_in_a_list_and_a_map(value in option::of(anything())) {
        let expected = value.clone().map(Everything::without_losses);
        assert_survives(&vec![value.clone(), None], &vec![expected.clone(), None])?;
        let (map, expected) = (BTreeMap::from([("a", value)]), BTreeMap::from([("a", expected)]));
        let text = jsv::to_string(&map).unwrap();
        let read: BTreeMap<&str, Option<Everything>> = jsv::from_str(&text).unwrap();
        let expected = match expected["a"] {
            Some(_) => format!("{expected:?}"),
            // A map entry that is nothing is left out.
            None => "{}".into(),
        };
        prop_assert_eq!(format!("{read:?}"), expected);
    }

    #[test]
    fn an_enum_survives_as_the_root(choice in any_choice()) {
        assert_survives(&choice, &choice)?;
    }

    #[test]
    fn every_finite_number_survives(double in any_f64(), single in any_f32()) {
        let text = jsv::to_string(&(double, single)).unwrap();
        assert_reads(&Options::new(), &text, &(double, single))?;
    }

    #[test]
    fn a_value_and_its_text_are_the_same_to_a_type(value in anything()) {
        let text = jsv::to_string(&value).unwrap();
        let from_text: Everything = jsv::from_str(&text).unwrap();
        let tree: Value = jsv::from_str(&text).unwrap();
        let from_tree: Everything = jsv::from_value(tree).unwrap();
        prop_assert_eq!(format!("{from_text:?}"), format!("{from_tree:?}"));
        // A tree of values has a list of one null, and leaves entries out as a text does.
        let tree: Value = jsv::to_value(&value).unwrap();
        let from_tree: Everything = jsv::from_value(tree).unwrap();
        let expected = value.without_empty_entries();
        prop_assert_eq!(format!("{from_tree:?}"), format!("{expected:?}"));
    }

    #[test]
    fn a_writer_gets_what_is_written_to_memory(value in any_value()) {
        let mut out = Vec::new();
        jsv::to_writer(&mut out, &value).unwrap();
        prop_assert_eq!(out, jsv::to_vec(&value).unwrap());
        let mut out = Vec::new();
        jsv::to_writer_pretty(&mut out, &value).unwrap();
        prop_assert_eq!(out, jsv::to_vec_pretty(&value).unwrap());
    }
}

// ---- every text ---------------------------------------------------------------------------------

/// What grammar is made of, and little else.
fn any_tokens() -> impl Strategy<Value = String> {
    const TOKENS: &[&str] = &[
        "\"", "\"\"", ":", ",", "{", "}", "[", "]", "\r", "\n", "\r\n", "\t", " ", "a", "b", "1",
        "Id", "ID", "a:", "\"a\"", "{a:", "}", "]", "[", "å", "\u{feff}", "[\n", "{\n", ",\n\t",
        "\n\t", ": ", "{}", "[]", "Text", "Kind:", "Plain",
    ];
    collection::vec(sample::select(TOKENS), 0..24).prop_map(|tokens| tokens.concat())
}

/// Any text, most of them almost JSV.
fn almost_jsv() -> impl Strategy<Value = Vec<u8>> {
    let written = (any_value(), any::<bool>()).prop_map(|(value, pretty)| match pretty {
        false => jsv::to_vec(&value).unwrap(),
        true => jsv::to_vec_pretty(&value).unwrap(),
    });
    let changed = (
        written,
        any::<sample::Index>(),
        sample::select(&b"\":,{}[]\r\n\t a"[..]),
        0..3,
    )
        .prop_map(|(mut bytes, at, byte, change)| {
            let at = at.index(bytes.len() + 1);
            match change {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                _ if at < bytes.len() => drop(bytes.remove(at)),
                _ => {}
            }
            bytes
        });
    prop_oneof![
        4 => any_tokens().prop_map(String::into_bytes),
        2 => changed,
        1 => collection::vec(any::<u8>(), 0..40),
    ]
}

/// A struct of the kinds of targets that look at the text in ways of their own.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "only how it reads matters")]
struct Target {
    id: Option<i32>,
    text: Option<String>,
    kind: Option<Choice>,
    #[serde(default)]
    a: Vec<Option<Value>>,
    #[serde(default)]
    b: BTreeMap<String, Option<Kind>>,
}

fn every_option() -> impl Iterator<Item = Options> {
    LAYOUTS.into_iter().flat_map(|layout| {
        [Duplicates::Error, Duplicates::Last, Duplicates::First]
            .map(|duplicates| Options::new().layout(layout).duplicates(duplicates))
    })
}

/// What every error promises.
fn check_error(error: &Error, bytes: &[u8]) -> Result<(), TestCaseError> {
    let source = String::from_utf8_lossy(bytes);
    let offset = error.offset();
    prop_assert!(
        offset.is_some_and(|offset| offset <= bytes.len()),
        "input: {source:?}\nexpected: a place in it\nactual: {error}"
    );
    prop_assert!(error.line() > 0 && error.column() > 0);
    prop_assert!(error.category() != Category::Io);
    let report = error.report(&source);
    prop_assert!(
        report.contains('^') || std::str::from_utf8(bytes).is_err(),
        "{}",
        report
    );
    Ok(())
}

fn read_as<T: DeserializeOwned>(
    options: &Options,
    bytes: &[u8],
) -> Result<Option<T>, TestCaseError> {
    match options.from_slice::<T>(bytes) {
        Ok(value) => Ok(Some(value)),
        Err(error) => check_error(&error, bytes).map(|()| None),
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn no_text_makes_reading_panic(bytes in almost_jsv()) {
        for options in every_option() {
            read_as::<Value>(&options, &bytes)?;
            read_as::<IgnoredAny>(&options, &bytes)?;
            read_as::<String>(&options, &bytes)?;
            read_as::<Target>(&options, &bytes)?;
            read_as::<Everything>(&options, &bytes)?;
            read_as::<Option<Choice>>(&options, &bytes)?;
            read_as::<Vec<Option<i32>>>(&options, &bytes)?;
            read_as::<Vec<String>>(&options, &bytes)?;
            read_as::<BTreeMap<i32, ()>>(&options, &bytes)?;
            read_as::<(Option<f64>,)>(&options, &bytes)?;
            read_as::<BTreeMap<String, serde_json::Value>>(&options, &bytes)?;
        }
    }

    #[test]
    fn skipping_accepts_what_reading_accepts(bytes in almost_jsv()) {
        for layout in LAYOUTS {
            // Only reading looks for duplicates.
            let options = Options::new().layout(layout).duplicates(Duplicates::Last);
            let source = String::from_utf8_lossy(&bytes);
            let skipped = options.from_slice::<IgnoredAny>(&bytes).map(drop);
            let read = options.from_slice::<Value>(&bytes).map(drop);
            let captured = options.from_slice::<String>(&bytes).map(drop);
            let places = [skipped, read, captured].map(|result| result.map_err(|error| {
                (error.category(), error.offset())
            }));
            prop_assert!(
                places[0] == places[1] && places[0] == places[2],
                "{layout:?}\ninput: {source:?}\nskipped, read, captured: {places:?}"
            );
        }
    }

    #[test]
    fn what_reads_is_written_so_that_it_reads_the_same(bytes in almost_jsv()) {
        for options in every_option() {
            if let Some(value) = read_as::<Value>(&options, &bytes)? {
                assert_survives(&value, &without_losses(&value))?;
            }
        }
    }

    #[test]
    fn a_text_cut_short_is_an_error_or_another_value(value in any_value(), cut in any::<sample::Index>()) {
        let read = without_losses(&value);
        let texts = [
            (jsv::to_vec(&value).unwrap(), &LAYOUTS[..]),
            (jsv::to_vec_pretty(&value).unwrap(), &[Layout::Auto, Layout::Loose]),
        ];
        for (text, layouts) in texts.iter().filter(|(text, _)| !text.is_empty()) {
            let cut = &text[..cut.index(text.len())];
            let source = String::from_utf8_lossy(cut);
            for &layout in *layouts {
                let Some(actual) = read_as::<Value>(&Options::new().layout(layout), cut)? else {
                    continue;
                };
                // Nothing at all is null, and a part of a scalar is a scalar, but a bracket is
                // never closed.
                prop_assert!(
                    cut.is_empty() || !matches!(text[0], b'[' | b'{'),
                    "{layout:?}\ninput: {source:?}\nexpected: an error\nactual: {actual:?}"
                );
                // Loose reading trims.
                prop_assert!(
                    actual != read || layout == Layout::Loose,
                    "{layout:?}\ninput: {source:?}\nexpected: another value\nactual: {actual:?}"
                );
            }
            read_as::<Everything>(&Options::new(), cut)?;
        }
    }

    #[test]
    fn a_compact_text_cut_short_has_ended_too_early(value in any_value(), cut in any::<sample::Index>()) {
        let text = jsv::to_string(&value).unwrap();
        if !text.starts_with(['[', '{']) {
            return Ok(());
        }
        let cut = text.floor_char_boundary(1 + cut.index(text.len() - 1));
        let cut = &text[..cut];
        let error = jsv::from_str::<Value>(cut).unwrap_err();
        prop_assert!(error.category() == Category::Eof, "input: {cut:?}\nactual: {error}");
        let error = jsv::from_str::<IgnoredAny>(cut).unwrap_err();
        prop_assert!(error.category() == Category::Eof, "input: {cut:?}\nactual: {error}");
    }
}

// ---- large values -------------------------------------------------------------------------------

/// About how many bytes the large values have.
const LARGE: usize = 1_000_000;

fn repeat(part: &str) -> String {
    part.repeat(LARGE / part.len())
}

#[test]
fn large_values_are_written_in_time() {
    let value = Value::List(vec![
        Value::Text(repeat("\"")),
        Value::Text(repeat("a")),
        Value::List((0..LARGE / 10).map(|_| Value::Null).collect()),
        Value::List(
            (0..LARGE / 10)
                .map(|_| map_of([("a".into(), Value::Null)]))
                .collect(),
        ),
        map_of((0..LARGE / 10).map(|index| (format!("{index}"), Value::Text(String::new())))),
    ]);
    for text in [
        jsv::to_string(&value).unwrap(),
        jsv::to_string_pretty(&value).unwrap(),
    ] {
        let read: Value = jsv::from_str(&text).unwrap();
        assert!(read == without_losses(&value), "a large value reads back");
    }
}

/// A writer gets pieces of 64 KiB; what may yet be taken back must not be among them.
#[test]
fn members_that_are_taken_back_at_the_end_of_a_piece_are_gone() {
    #[derive(Serialize)]
    struct Members {
        text: String,
        list: Vec<Option<i32>>,
        object: BTreeMap<&'static str, Option<i32>>,
        option: Option<i32>,
        after: i32,
    }

    for length in (64 * 1024 - 60)..(64 * 1024 + 4) {
        let members = Members {
            text: "x".repeat(length),
            list: vec![None],
            object: BTreeMap::from([("a", None)]),
            option: None,
            after: 1,
        };
        let mut out = Vec::new();
        jsv::to_writer(&mut out, &members).unwrap();
        assert!(
            out == jsv::to_vec(&members).unwrap(),
            "compact, {length} characters: written to memory and to a writer differ"
        );
        let mut out = Vec::new();
        jsv::to_writer_pretty(&mut out, &members).unwrap();
        assert!(
            out == jsv::to_vec_pretty(&members).unwrap(),
            "pretty, {length} characters: written to memory and to a writer differ"
        );
    }
}
