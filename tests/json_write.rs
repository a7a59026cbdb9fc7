//! What is written as ServiceStack's JSON: tables of what the recorded lines have no case of.

use std::{
    collections::{BTreeMap, HashMap},
    fmt, io,
};

use jsv::{
    Error, NonFinite, Options, TextCase, Value,
    dotnet::{DateTime, Guid},
    error::Category,
    json,
};
use jsv_tests_common::json::indented;
use proptest::prelude::*;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value as Json, value::RawValue};

/// Checks what values are written as, and that serde_json reads it.
fn assert_written<T: Serialize>(options: &Options, cases: &[(T, &str)]) {
    for (value, expected) in cases {
        let written = options.json().to_string(value).unwrap();
        assert_eq!(written, *expected);
        serde_json::from_str::<Json>(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    }
}

/// Checks that a value is refused with this category and path.
fn assert_refused<T: Serialize>(options: &Options, value: &T, category: Category, path: &str) {
    let error = options.json().to_string(value).unwrap_err();
    assert_eq!(
        (error.category(), error.path().to_string()),
        (category, path.to_owned()),
        "{error}"
    );
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Customer {
    id: i32,
    name: Option<String>,
    ratio: f64,
    parent: Option<Box<Customer>>,
    accounts: Vec<Customer>,
    notes: BTreeMap<String, Option<f32>>,
    seen: Option<Option<bool>>,
    nothing: (),
}

fn customer_with_all() -> Customer {
    Customer {
        id: 7,
        name: Some("\"Me\", Junior".into()),
        ratio: 1e-7,
        parent: Some(Box::default()),
        accounts: vec![Customer::default()],
        notes: BTreeMap::from([
            ("a:b".into(), Some(1e10)),
            ("gone".into(), None),
            ("z\"".into(), Some(-0.0)),
        ]),
        seen: Some(Some(false)),
        nothing: (),
    }
}

#[test]
fn null_members_and_entries_are_left_out_unless_wanted() {
    const PLAIN: Options = Options::new();
    let one = || Customer {
        notes: BTreeMap::from([
            ("a".into(), None),
            ("b".into(), Some(1.0)),
            ("c".into(), None),
        ]),
        seen: Some(None),
        ..Customer::default()
    };
    assert_written(
        &PLAIN,
        &[(one(), r#"{"Id":0,"Ratio":0,"Accounts":[],"Notes":{"b":1}}"#)],
    );
    assert_written(
        &PLAIN.include_nulls(true),
        &[(
            one(),
            r#"{"Id":0,"Name":null,"Ratio":0,"Parent":null,"Accounts":[],"Notes":{"b":1},"Seen":null,"Nothing":null}"#,
        )],
    );
    assert_written(
        &PLAIN.include_null_entries(true),
        &[(
            one(),
            r#"{"Id":0,"Ratio":0,"Accounts":[],"Notes":{"a":null,"b":1,"c":null}}"#,
        )],
    );
    // A list has all of its items, and the last null of a member's value is not the member's.
    assert_written(
        &PLAIN,
        &[(
            BTreeMap::from([("list", vec![Some(1), None]), ("none", vec![None])]),
            r#"{"list":[1,null],"none":[null]}"#,
        )],
    );
    assert_written(&PLAIN, &[(BTreeMap::from([("a", ()), ("b", ())]), "{}")]);
    assert_written(&PLAIN, &[(None::<i32>, "null"), (Some(1), "1")]);
}

#[test]
fn defaults_are_left_out_as_the_option_says() {
    #[derive(Serialize)]
    struct Defaults {
        flag: bool,
        count: u8,
        some: Option<u8>,
        none: Option<u8>,
        text: &'static str,
        kind: Payload,
        date: DateTime,
        guid: Guid,
    }
    let value = || Defaults {
        flag: false,
        count: 0,
        some: Some(0),
        none: None,
        text: "",
        kind: Payload::Unit,
        date: DateTime::default(),
        guid: Guid::default(),
    };
    let omit = Options::new().defaults(jsv::Defaults::Omit);
    assert_written(&omit, &[(value(), r#"{"some":0,"text":"","kind":"Unit"}"#)]);
    let omit = Options::new().defaults(jsv::Defaults::OmitGuidAndDateTime);
    assert_written(
        &omit,
        &[(
            value(),
            r#"{"flag":false,"count":0,"some":0,"text":"","kind":"Unit"}"#,
        )],
    );
}

#[derive(Debug, Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Payload {
    Unit,
    #[serde(rename = "a \"b\"")]
    Renamed,
    One(i32),
    Nothing(Option<i32>),
    Two(i32, Option<String>),
    #[serde(rename_all = "PascalCase")]
    Named {
        some_id: i32,
        none: Option<i32>,
    },
}

#[test]
fn variants_are_objects_of_one_member() {
    let cases = [
        (Payload::Unit, r#""Unit""#),
        (Payload::Renamed, r#""a \"b\"""#),
        (Payload::One(1), r#"{"One":1}"#),
        (Payload::Nothing(None), r#"{"Nothing":null}"#),
        (Payload::Two(1, None), r#"{"Two":[1,null]}"#),
        (
            Payload::Named {
                some_id: 1,
                none: None,
            },
            r#"{"Named":{"SomeId":1}}"#,
        ),
    ];
    assert_written(&Options::new(), &cases);
    for (value, expected) in cases {
        let pretty = json::to_string_pretty(&value).unwrap();
        assert_eq!(pretty, indented(expected));
        // A variant that holds null is something.
        let member = json::to_string(&BTreeMap::from([("m", &value)])).unwrap();
        assert_eq!(member, format!(r#"{{"m":{expected}}}"#));
    }
    let camel = Options::new().text_case(TextCase::Camel);
    let named = Payload::Named {
        some_id: 1,
        none: Some(2),
    };
    assert_written(&camel, &[(named, r#"{"Named":{"someId":1,"none":2}}"#)]);
}

#[test]
fn tuples_units_and_bytes_are_written_as_serde_json_does() {
    #[derive(Serialize)]
    struct Unit;
    #[derive(Serialize)]
    struct Newtype(i8);
    #[derive(Serialize)]
    struct Pair(char, Unit);
    struct Blob;
    impl Serialize for Blob {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(b"\0\xFF")
        }
    }

    let written = json::to_string(&(Newtype(-1), Pair('"', Unit), Blob, [(); 2], ())).unwrap();
    assert_eq!(written, r#"[-1,["\"",null],[0,255],[null,null],null]"#);
    let written = json::to_string(&(i128::MIN, u128::MAX, u64::MAX, i64::MIN)).unwrap();
    assert_eq!(
        written,
        "[-170141183460469231731687303715884105728,340282366920938463463374607431768211455,\
         18446744073709551615,-9223372036854775808]"
    );
}

#[test]
fn names_are_cased_and_escaped_and_keys_are_left_alone() {
    #[derive(Serialize)]
    struct Names {
        #[serde(rename = "IPAddress")]
        ip: i32,
        #[serde(rename = "MyID")]
        my_id: BTreeMap<&'static str, i32>,
        #[serde(rename = "A\"\u{1}")]
        odd: i32,
        #[serde(rename = "\"A")]
        quote: i32,
    }
    let names = || Names {
        ip: 1,
        my_id: BTreeMap::from([("MyID", 2)]),
        odd: 3,
        quote: 4,
    };
    let expected = [
        (
            TextCase::AsDeclared,
            r#"{"IPAddress":1,"MyID":{"MyID":2},"A\"\u0001":3,"\"A":4}"#,
        ),
        (
            TextCase::Camel,
            r#"{"ipAddress":1,"myID":{"MyID":2},"a\"\u0001":3,"\"A":4}"#,
        ),
        (
            TextCase::Snake,
            r#"{"ip_address":1,"my_i_d":{"MyID":2},"a\"\u0001":3,"\"_a":4}"#,
        ),
    ];
    for (case, expected) in expected {
        assert_written(&Options::new().text_case(case), &[(names(), expected)]);
    }
}

#[test]
fn flattened_structs_are_members_too() {
    #[derive(Serialize)]
    struct Outer {
        id: i32,
        #[serde(flatten)]
        inner: Inner,
        #[serde(flatten)]
        others: BTreeMap<String, Option<bool>>,
    }
    #[derive(Serialize)]
    struct Inner {
        name: &'static str,
        none: Option<i32>,
    }
    let outer = Outer {
        id: 1,
        inner: Inner {
            name: "x",
            none: None,
        },
        others: BTreeMap::from([("a".into(), None), ("b".into(), Some(true))]),
    };
    assert_written(
        &Options::new(),
        &[(outer, r#"{"id":1,"name":"x","b":true}"#)],
    );
}

/// A map of one entry.
struct Entry<K>(K);

impl<K: Serialize> Serialize for Entry<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_key(&self.0)?;
        map.serialize_value(&1)?;
        map.end()
    }
}

#[test]
fn keys_are_the_text_of_their_value() {
    #[track_caller]
    fn assert_key<K: Serialize>(key: K, expected: &str) {
        assert_written(
            &Options::new(),
            &[(Entry(key), format!("{{{expected}:1}}").as_str())],
        );
    }
    struct Displayed;
    impl Serialize for Displayed {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str("a\"b")
        }
    }

    assert_key("", r#""""#);
    assert_key("a/\"\n", r#""a/\"\n""#);
    assert_key('\u{7f}', r#""\u007F""#);
    assert_key(true, r#""true""#);
    assert_key(false, r#""false""#);
    assert_key(-5_i8, r#""-5""#);
    assert_key(u128::MAX, r#""340282366920938463463374607431768211455""#);
    assert_key(1.5, r#""1.5""#);
    assert_key(1e20, r#""1E+20""#);
    assert_key(1e20_f32, r#""1e+20""#);
    assert_key(f64::NAN, r#""NaN""#);
    assert_key(Payload::Renamed, r#""a \"b\"""#);
    assert_key(Some("a"), r#""a""#);
    assert_key(Displayed, r#""a\"b""#);
    assert_key(
        jsv::jsv!("2001-01-01T01:02:03Z"),
        r#""2001-01-01T01:02:03Z""#,
    );
}

#[test]
fn a_structure_as_a_key_is_its_json_in_a_string() {
    let plain = Options::new();
    assert_written(&plain, &[(Entry([1, 2]), r#"{"[1,2]":1}"#)]);
    assert_written(&plain, &[(Entry(Payload::One(1)), r#"{"{\"One\":1}":1}"#)]);
    assert_written(
        &plain,
        &[(Entry(Entry(Entry("a"))), r#"{"{\"{\\\"a\\\":1}\":1}":1}"#)],
    );
    // The key stays compact.
    assert_eq!(
        json::to_string_pretty(&Entry([1, 2])).unwrap(),
        "{\n    \"[1,2]\": 1\n}"
    );
    for (levels, fits) in [(2, true), (1, false)] {
        let written = plain
            .clone()
            .max_depth(levels)
            .json()
            .to_string(&Entry([1]));
        assert_eq!(written.is_ok(), fits, "{levels} levels");
    }
}

#[test]
fn a_null_is_no_key() {
    let plain = Options::new();
    assert_refused(&plain, &Entry(()), Category::Data, "");
    assert_refused(&plain, &[Entry(None::<i32>)], Category::Data, "[0]");
}

#[test]
fn an_error_names_the_path() {
    let nan = || Customer {
        ratio: f64::NAN,
        ..Customer::default()
    };
    let plain = Options::new();
    let snake = Options::new().text_case(TextCase::Snake);
    assert_refused(&plain, &f32::INFINITY, Category::Data, "");
    assert_refused(&plain, &[0.0, f64::NAN], Category::Data, "[1]");
    let customers = Customer {
        accounts: vec![Customer::default(), nan()],
        ..Customer::default()
    };
    assert_refused(&plain, &customers, Category::Data, "Accounts[1].Ratio");
    assert_refused(&snake, &customers, Category::Data, "Accounts[1].Ratio");

    let by_key = HashMap::from([("a.b", BTreeMap::from([("a", 1.0), ("k", f64::NAN)]))]);
    assert_refused(&plain, &by_key, Category::Data, r#""a.b".k"#);
    let by_number = BTreeMap::from([(7, vec![BTreeMap::from([(true, nan())])])]);
    assert_refused(&plain, &by_number, Category::Data, "7[0].true.Ratio");

    #[derive(Serialize)]
    enum Variant {
        One(f64),
        Two(i32, f64),
        Named { ratio: f64 },
    }
    assert_refused(&plain, &Variant::One(f64::NAN), Category::Data, "One");
    assert_refused(
        &plain,
        &[Variant::Two(1, f64::NAN)],
        Category::Data,
        "[0].Two[1]",
    );
    let named = Variant::Named { ratio: f64::NAN };
    assert_refused(&plain, &named, Category::Data, "Named.ratio");

    let error = json::to_string(&customers).unwrap_err();
    assert_eq!(
        error.to_string(),
        "NaN and infinities are no JSON numbers, at Accounts[1].Ratio"
    );
}

#[test]
fn a_path_has_the_key_also_when_the_value_is_long() {
    struct LongThenNan;
    impl Serialize for LongThenNan {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let texts = std::iter::repeat_n(Some(0.5), 100_000);
            serializer.collect_seq(texts.chain([Some(f64::NAN)]))
        }
    }
    let error = json::to_writer(io::sink(), &Entry2("long", LongThenNan)).unwrap_err();
    assert_eq!(error.path().to_string(), "long[100000]");
}

/// A map of one entry with this value.
struct Entry2<K, V>(K, V);

impl<K: Serialize, V: Serialize> Serialize for Entry2<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(&self.0, &self.1)])
    }
}

#[test]
fn what_is_no_number_is_written_as_the_option_says() {
    let values = (f64::NAN, f32::INFINITY, f64::NEG_INFINITY, f32::NAN);
    let null = Options::new().non_finite(NonFinite::Null);
    assert_eq!(
        null.json().to_string(&values).unwrap(),
        "[null,null,null,null]"
    );
    let bare = Options::new().non_finite(NonFinite::Bare);
    assert_eq!(
        bare.json().to_string(&values).unwrap(),
        "[NaN,Infinity,-Infinity,NaN]"
    );
    // This null is a value and stays.
    assert_written(
        &null,
        &[(BTreeMap::from([("a", f64::NAN)]), r#"{"a":null}"#)],
    );
}

#[test]
fn errors_of_a_serialize_implementation_have_a_path_too() {
    struct Refuses;
    impl Serialize for Refuses {
        fn serialize<S: Serializer>(&self, _serializer: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("not today"))
        }
    }
    struct Undisplayable;
    impl fmt::Display for Undisplayable {
        fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }
    impl Serialize for Undisplayable {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    let error = json::to_string(&[Entry2("k", Refuses)]).unwrap_err();
    assert_eq!(error.to_string(), "not today, at [0].k");
    let error = json::to_string(&[Entry2(Refuses, 1)]).unwrap_err();
    assert_eq!(error.to_string(), "not today, at [0]");
    assert_refused(&Options::new(), &[Undisplayable], Category::Data, "[0]");
}

#[test]
fn each_object_map_list_and_variant_is_a_level() {
    fn levels_of<T: Serialize>(value: &T) -> usize {
        let fits = |levels: &usize| {
            let written = Options::new().max_depth(*levels).json().to_vec(value);
            match written.map_err(|error| error.category()) {
                Ok(_) => true,
                Err(Category::Limit) => false,
                Err(other) => panic!("{other:?}"),
            }
        };
        (0..9).find(fits).unwrap()
    }
    assert_eq!(levels_of(&1), 0);
    assert_eq!(levels_of(&[0; 0]), 1);
    assert_eq!(levels_of(&Entry(1)), 1);
    assert_eq!(levels_of(&[[[1]]]), 3);
    assert_eq!(levels_of(&Some([Entry2("a", [1])])), 3);
    assert_eq!(levels_of(&Payload::One(1)), 1);
    assert_eq!(levels_of(&Payload::Two(1, None)), 2);
    let named = Payload::Named {
        some_id: 1,
        none: None,
    };
    assert_eq!(levels_of(&(named, [[1]])), 3);

    assert_refused(
        &Options::new().max_depth(2),
        &Entry2("a", ([1], [[1]])),
        Category::Limit,
        "a[0]",
    );
}

#[test]
fn deep_values_are_refused_before_the_stack_ends() {
    struct Endless;
    impl Serialize for Endless {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq([Self])
        }
    }
    struct EndlessKey;
    impl Serialize for EndlessKey {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([(Self, 1)])
        }
    }
    let path = "[0]".repeat(128);
    assert_refused(&Options::new(), &Endless, Category::Limit, &path);
    assert_refused(&Options::new(), &EndlessKey, Category::Limit, "");
}

#[test]
fn the_indented_layout_is_serde_jsons_with_four_spaces() {
    fn by_serde_json<T: Serialize>(value: &T) -> String {
        let mut written = Vec::new();
        let layout = serde_json::ser::PrettyFormatter::with_indent(b"    ");
        let mut serializer = serde_json::Serializer::with_formatter(&mut written, layout);
        value.serialize(&mut serializer).unwrap();
        String::from_utf8(written).unwrap()
    }
    let nested = serde_json::json!([
        [], {}, [[]], [{}], {"a": []}, {"a": {}, "b": {"c": [1, null, "x: ,\"{"]}}, "", 1
    ]);
    assert_eq!(
        json::to_string_pretty(&nested).unwrap(),
        by_serde_json(&nested)
    );
    let all = customer_with_all();
    assert_eq!(
        json::to_string_pretty(&all).unwrap(),
        indented(&json::to_string(&all).unwrap())
    );
    // An object whose members are all left out is empty.
    assert_eq!(
        json::to_string_pretty(&[Entry2("a", ())]).unwrap(),
        "[\n    {}\n]"
    );
}

#[test]
fn ready_made_json_is_carried_over() {
    let raw = |text: &str| RawValue::from_string(text.to_owned()).unwrap();
    let value = || BTreeMap::from([("a", raw("[1, 2.50]")), ("b", raw("null"))]);
    assert_written(&Options::new(), &[(value(), r#"{"a":[1, 2.50],"b":null}"#)]);
}

#[test]
fn a_value_without_a_type_is_written_as_text() {
    let value = jsv::jsv!({
        "Id": 1, "On": true, "At": "2001-01-01T01:02:03Z", "None": null, "List": [null, "a\"b", {}]
    });
    assert_written(
        &Options::new(),
        &[(
            value,
            r#"{"Id":"1","On":"True","At":"2001-01-01T01:02:03Z","List":[null,"a\"b",{}]}"#,
        )],
    );
}

/// Takes this many bytes and then fails.
struct Full(usize);

impl io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        match taken {
            0 => Err(io::Error::other("the disk is full")),
            _ => Ok(taken),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn errors_of_the_writer_are_its_own() {
    let long = vec!["some text"; 20_000];
    for room in [0, 1, 70_000, 200_000] {
        let error = json::to_writer(Full(room), &long).unwrap_err();
        assert_eq!(error.category(), Category::Io, "room for {room}");
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), "the disk is full");
        let error = json::to_writer_pretty(Full(room), &long).unwrap_err();
        assert_eq!(error.category(), Category::Io, "room for {room}");
    }
}

#[test]
fn a_writer_gets_the_same_text() {
    let long: Vec<Customer> = (0..2_000).map(|_| customer_with_all()).collect();
    let (mut compact, mut pretty) = (Vec::new(), Vec::new());
    json::to_writer(&mut compact, &long).unwrap();
    json::to_writer_pretty(&mut pretty, &long).unwrap();
    assert!(compact.len() > 200_000, "{}", compact.len());
    assert!(compact == json::to_vec(&long).unwrap());
    assert!(pretty == json::to_vec_pretty(&long).unwrap());
}

#[test]
fn a_serializer_writes_one_value_after_the_other() -> Result<(), Error> {
    let mut serializer = json::Serializer::new(Vec::new(), &Options::new());
    [1].serialize(&mut serializer)?;
    Entry("a").serialize(&mut serializer)?;
    assert_eq!(serializer.finish()?, br#"[1]{"a":1}"#);

    let mut serializer = json::Serializer::pretty(Vec::new(), &Options::new());
    [1].serialize(&mut serializer)?;
    assert_eq!(serializer.finish()?, b"[\n    1\n]");
    Ok(())
}

#[test]
fn a_serializer_can_be_used_after_an_error() -> Result<(), Error> {
    let mut serializer = json::Serializer::new(Vec::new(), &Options::new());
    let error = Entry2("a", f64::NAN).serialize(&mut serializer);
    assert_eq!(error.unwrap_err().path().to_string(), "a");
    let error = [f64::NAN].serialize(&mut serializer);
    assert_eq!(error.unwrap_err().path().to_string(), "[0]");
    1.serialize(&mut serializer)?;
    assert_eq!(serializer.finish()?, br#"{"a":[1"#);
    Ok(())
}

#[test]
fn a_wrong_length_does_no_harm() {
    use serde::ser::{SerializeSeq, SerializeStruct, SerializeTuple};

    struct NoneAnnounced(&'static str);
    impl Serialize for NoneAnnounced {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.0 {
                "list" => {
                    let mut list = serializer.serialize_seq(Some(0))?;
                    list.serialize_element(&1)?;
                    list.end()
                }
                "tuple" => {
                    let mut tuple = serializer.serialize_tuple(0)?;
                    tuple.serialize_element(&1)?;
                    tuple.end()
                }
                "map" => {
                    let mut map = serializer.serialize_map(Some(0))?;
                    map.serialize_entry("a", &1)?;
                    map.end()
                }
                _ => {
                    let mut object = serializer.serialize_struct("Struct", 0)?;
                    object.serialize_field("a", &1)?;
                    object.end()
                }
            }
        }
    }
    assert_written(
        &Options::new(),
        &[
            (NoneAnnounced("list"), "[1]"),
            (NoneAnnounced("tuple"), "[1]"),
            (NoneAnnounced("map"), r#"{"a":1}"#),
            (NoneAnnounced("struct"), r#"{"a":1}"#),
        ],
    );
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(Value::Null), any::<String>().prop_map(Value::from)];
    leaf.prop_recursive(5, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(any::<String>(), inner, 0..6)
                .prop_map(|map| map.into_iter().collect()),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_comes_back_by_serde_json(text: String) {
        let written = json::to_string(&text).unwrap();
        prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn any_value_comes_back_by_serde_json(value in any_value()) {
        let all = Options::new().include_nulls(true).include_null_entries(true);
        let expected = serde_json::to_value(&value).unwrap();
        for written in [all.json().to_string(&value), all.json().to_string_pretty(&value)] {
            let read: Json = serde_json::from_str(&written.unwrap()).unwrap();
            prop_assert_eq!(&read, &expected);
        }
        let written = json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(written, indented(&json::to_string(&value).unwrap()));
    }

    // serde_json reads a number of many digits to a neighbour of it, so Rust reads the text.
    #[test]
    fn any_number_is_json_and_comes_back(double: f64, float: f32, integer: i64) {
        let written = json::to_string(&(double, float, integer)).unwrap();
        let read: [&RawValue; 3] = serde_json::from_str(&written).unwrap();
        let [read_double, read_float, read_integer] = read.map(RawValue::get);
        prop_assert_eq!(read_double.parse(), Ok(double));
        prop_assert_eq!(read_float.parse(), Ok(float));
        prop_assert_eq!(read_integer.parse(), Ok(integer));
    }
}
