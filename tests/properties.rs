//! What holds for every value and every text: what was written reads back equal, skipping accepts
//! what reading accepts, and no text makes reading panic.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Debug},
};

use jsv::{Duplicates, Error, Layout, Map, Options, TextCase, Value, error::Category};
use proptest::{collection, option, prelude::*, sample};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, IgnoredAny, SeqAccess, Visitor},
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

/// The nine characters that a text is quoted for.
const NINE: &[char] = &['"', ':', ',', '{', '}', '[', ']', '\r', '\n'];

/// Other characters that a careless reader or writer might trip over.
const OTHERS: &[char] = &[
    ' ',
    '\t',
    '\0',
    '\u{1}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{2028}',
    '\u{feff}',
    '\u{fffd}',
    '\u{10ffff}',
    'å',
    '🦀',
    '\\',
    '\'',
    '/',
    '-',
    '+',
    '.',
    '_',
    '0',
    '1',
    'e',
    'a',
    'N',
    'T',
];

fn any_char() -> impl Strategy<Value = char> {
    prop_oneof![
        2 => sample::select(NINE),
        6 => sample::select(OTHERS),
        1 => any::<char>(),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    let of = |chars: BoxedStrategy<char>, most: usize| {
        collection::vec(chars, 0..most).prop_map(String::from_iter)
    };
    prop_oneof![
        1 => Just(String::new()),
        4 => of(any_char().boxed(), 12),
        4 => of(sample::select(OTHERS).boxed(), 12),
        1 => of(sample::select(NINE).boxed(), 6),
        1 => of(sample::select(&['"', 'a'][..]).boxed(), 80),
        1 => sample::select(&["null", "True", "{}", "[]", "\"\"", "[\n", "{\n\t}", " ", "\t"][..])
            .prop_map(String::from),
    ]
}

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

// ---- every shape of serde's model ---------------------------------------------------------------

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Everything {
    #[serde(rename = "ID")]
    id: i32,
    scalars: Scalars,
    optional: Optional,
    lists: Lists,
    maps: Maps,
    choice: Choice,
    choices: Vec<Option<Choice>>,
    tuples: Tuples,
    #[serde(rename = "a:b,\"c\" d")]
    renamed: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Scalars {
    is_active: bool,
    i8: i8,
    u8: u8,
    i64: i64,
    u64: u64,
    i128: i128,
    u128: u128,
    single: f32,
    double: f64,
    #[serde(rename = "IPAddress")]
    text: String,
    char: char,
    kind: Kind,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Optional {
    text: Option<String>,
    number: Option<i64>,
    double: Option<f64>,
    flag: Option<bool>,
    char: Option<char>,
    list: Option<Vec<String>>,
    nested: Option<Box<Optional>>,
    kind: Option<Kind>,
    bytes: Option<Bytes>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Lists {
    numbers: Vec<i32>,
    gaps: Vec<Option<String>>,
    lists: Vec<Vec<Option<char>>>,
    units: Vec<()>,
    bytes: Bytes,
    set: BTreeSet<String>,
    array: [u16; 3],
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
struct Maps {
    by_text: BTreeMap<String, Option<String>>,
    by_number: BTreeMap<i32, String>,
    by_flag: BTreeMap<bool, Vec<u8>>,
    by_char: BTreeMap<char, BTreeMap<String, i128>>,
    by_kind: BTreeMap<Kind, f32>,
    nested: BTreeMap<String, Vec<TextsByNumber>>,
}

type TextsByNumber = BTreeMap<u8, Option<Vec<String>>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Kind {
    Plain,
    #[serde(rename = "not, plain")]
    Special,
    #[serde(rename = "")]
    Empty,
    #[serde(rename = "7")]
    Digit,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum Choice {
    Unit,
    Newtype(String),
    Maybe(Option<i32>),
    Tuple(i32, Option<String>),
    #[serde(rename = "{Struct}")]
    Struct {
        #[serde(rename = "Some: Text")]
        text: String,
        maybe: Option<bool>,
        again: Option<Box<Choice>>,
    },
    EmptyStruct {},
    List(Vec<Choice>),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Tuples {
    pair: (i32, Option<String>),
    single: (Option<i32>,),
    triple: Triple,
    wrapper: Wrapper,
    units: (Unit, (), Unit),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Triple(String, Option<i32>, char);

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wrapper(Vec<String>);

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Unit;

/// Bytes, by serde's methods for bytes.
#[derive(Debug, Clone)]
struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;

        impl<'de> Visitor<'de> for BytesVisitor {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Bytes, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = items.next_element()? {
                    bytes.push(byte);
                }
                Ok(Bytes(bytes))
            }
        }

        deserializer.deserialize_byte_buf(BytesVisitor)
    }
}

fn any_kind() -> impl Strategy<Value = Kind> {
    sample::select(&[Kind::Plain, Kind::Special, Kind::Empty, Kind::Digit][..])
}

fn any_bytes() -> impl Strategy<Value = Bytes> {
    collection::vec(any::<u8>(), 0..6).prop_map(Bytes)
}

fn any_f64() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => proptest::num::f64::ANY,
        1 => sample::select(&[0.0, -0.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::INFINITY][..]),
        1 => (-100_000_i32..100_000).prop_map(|number| f64::from(number) / 100.0),
    ]
}

fn any_f32() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => proptest::num::f32::ANY,
        1 => sample::select(&[0.0, -0.0, f32::MAX, f32::MIN, f32::MIN_POSITIVE, f32::INFINITY][..]),
    ]
}

fn any_scalars() -> impl Strategy<Value = Scalars> {
    (
        (
            any::<bool>(),
            any::<i8>(),
            any::<u8>(),
            any::<i64>(),
            any::<u64>(),
            any::<i128>(),
        ),
        (
            any::<u128>(),
            any_f32(),
            any_f64(),
            any_text(),
            any_char(),
            any_kind(),
        ),
    )
        .prop_map(
            |((is_active, i8, u8, i64, u64, i128), (u128, single, double, text, char, kind))| {
                Scalars {
                    is_active,
                    i8,
                    u8,
                    i64,
                    u64,
                    i128,
                    u128,
                    single,
                    double,
                    text,
                    char,
                    kind,
                }
            },
        )
}

fn any_optional() -> impl Strategy<Value = Optional> {
    let level = || {
        (
            option::of(any_text()),
            option::of(any::<i64>()),
            option::of(any_f64()),
            option::of(any::<bool>()),
            option::of(any_char()),
            option::of(collection::vec(any_text(), 0..3)),
            option::of(any_kind()),
            option::of(any_bytes()),
        )
            .prop_map(
                |(text, number, double, flag, char, list, kind, bytes)| Optional {
                    text,
                    number,
                    double,
                    flag,
                    char,
                    list,
                    nested: None,
                    kind,
                    bytes,
                },
            )
    };
    (level(), option::of(level())).prop_map(|(outer, inner)| Optional {
        nested: inner.map(Box::new),
        ..outer
    })
}

fn any_lists() -> impl Strategy<Value = Lists> {
    (
        collection::vec(any::<i32>(), 0..4),
        collection::vec(option::of(any_text()), 0..4),
        collection::vec(collection::vec(option::of(any_char()), 0..3), 0..3),
        collection::vec(Just(()), 0..4),
        any_bytes(),
        collection::btree_set(any_text(), 0..3),
        any::<[u16; 3]>(),
    )
        .prop_map(|(numbers, gaps, lists, units, bytes, set, array)| Lists {
            numbers,
            gaps,
            lists,
            units,
            bytes,
            set,
            array,
        })
}

fn any_maps() -> impl Strategy<Value = Maps> {
    let texts = || collection::vec(any_text(), 0..3);
    (
        collection::btree_map(any_text(), option::of(any_text()), 0..4),
        collection::btree_map(any::<i32>(), any_text(), 0..3),
        collection::btree_map(any::<bool>(), collection::vec(any::<u8>(), 0..3), 0..3),
        collection::btree_map(
            any_char(),
            collection::btree_map(any_text(), any::<i128>(), 0..3),
            0..3,
        ),
        collection::btree_map(any_kind(), any_f32(), 0..3),
        collection::btree_map(
            any_text(),
            collection::vec(
                collection::btree_map(any::<u8>(), option::of(texts()), 0..3),
                0..3,
            ),
            0..3,
        ),
    )
        .prop_map(
            |(by_text, by_number, by_flag, by_char, by_kind, nested)| Maps {
                by_text,
                by_number,
                by_flag,
                by_char,
                by_kind,
                nested,
            },
        )
}

fn any_choice() -> impl Strategy<Value = Choice> {
    let leaf = prop_oneof![
        Just(Choice::Unit),
        any_text().prop_map(Choice::Newtype),
        option::of(any::<i32>()).prop_map(Choice::Maybe),
        (any::<i32>(), option::of(any_text())).prop_map(|(a, b)| Choice::Tuple(a, b)),
        Just(Choice::EmptyStruct {}),
    ];
    leaf.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            (
                any_text(),
                option::of(any::<bool>()),
                option::of(inner.clone())
            )
                .prop_map(|(text, maybe, again)| Choice::Struct {
                    text,
                    maybe,
                    again: again.map(Box::new),
                }),
            collection::vec(inner, 0..3).prop_map(Choice::List),
        ]
    })
}

fn any_tuples() -> impl Strategy<Value = Tuples> {
    (
        (any::<i32>(), option::of(any_text())),
        option::of(any::<i32>()),
        (any_text(), option::of(any::<i32>()), any_char()),
        collection::vec(any_text(), 0..3),
    )
        .prop_map(|(pair, single, (a, b, c), texts)| Tuples {
            pair,
            single: (single,),
            triple: Triple(a, b, c),
            wrapper: Wrapper(texts),
            units: (Unit, (), Unit),
        })
}

fn anything() -> impl Strategy<Value = Everything> {
    (
        (
            any::<i32>(),
            any_scalars(),
            any_optional(),
            any_lists(),
            any_maps(),
        ),
        (
            any_choice(),
            collection::vec(option::of(any_choice()), 0..3),
            any_tuples(),
            any_text(),
        ),
    )
        .prop_map(
            |((id, scalars, optional, lists, maps), (choice, choices, tuples, renamed))| {
                Everything {
                    id,
                    scalars,
                    optional,
                    lists,
                    maps,
                    choice,
                    choices,
                    tuples,
                    renamed,
                }
            },
        )
}

/// A list of exactly one nothing is written as the empty list: there is no text for it.
fn forget_lone_nothing<T>(list: &mut Vec<Option<T>>) {
    if matches!(&list[..], [None]) {
        list.clear();
    }
}

impl Everything {
    /// The value as it reads back.
    fn without_losses(self) -> Self {
        let mut value = self.without_empty_entries();
        forget_lone_nothing(&mut value.choices);
        forget_lone_nothing(&mut value.lists.gaps);
        value.lists.lists.iter_mut().for_each(forget_lone_nothing);
        if value.lists.units.len() == 1 {
            value.lists.units.clear();
        }
        value
    }

    /// A map entry that is nothing is left out.
    fn without_empty_entries(mut self) -> Self {
        self.maps.by_text.retain(|_, text| text.is_some());
        for map in self.maps.nested.values_mut().flatten() {
            map.retain(|_, texts| texts.is_some());
        }
        self
    }
}

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
