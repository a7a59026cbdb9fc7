//! Reading ServiceStack's JSON: what the recorded texts do not show.

use std::{
    collections::BTreeMap,
    fmt::{Debug, Write as _},
};

use jsv::{
    Duplicates, Error, Map, Options, TextCase, Unknown, Value,
    error::Category,
    json::{Deserializer, from_reader, from_slice, from_str},
};
use jsv_tests_common::stack::on_a_small_stack;
use proptest::{collection, prelude::*};
use serde::{
    Deserialize,
    de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

// ---- tables -----------------------------------------------------------------------------------

/// Reads each text to the value beside it.
#[track_caller]
fn reads<T: DeserializeOwned + PartialEq + Debug>(cases: &[(&str, T)]) {
    reads_with(&Options::new(), cases);
}

#[track_caller]
fn reads_with<T: DeserializeOwned + PartialEq + Debug>(options: &Options, cases: &[(&str, T)]) {
    for (text, expected) in cases {
        match options.json().from_str::<T>(text) {
            Ok(actual) => assert_eq!(actual, *expected, "input: {text}"),
            Err(error) => panic!("input: {text}\nexpected: {expected:?}\nactual: {error}"),
        }
    }
}

/// Fails at each text with the message beside it.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(cases: &[(&str, &str)]) {
    refuses_with::<T>(&Options::new(), cases);
}

#[track_caller]
fn refuses_with<T: DeserializeOwned + Debug>(options: &Options, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        match options.json().from_str::<T>(text) {
            Ok(value) => panic!("input: {text}\nexpected: {expected}\nactual: {value:?}"),
            Err(error) => assert_eq!(error.to_string(), *expected, "input: {text}"),
        }
    }
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Customer {
    id: i32,
    user_name: Option<String>,
    tags: Vec<String>,
    active: bool,
    grade: Option<char>,
    status: Option<Status>,
    sub: Option<Box<Customer>>,
    scores: BTreeMap<String, i32>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
enum Status {
    New,
    Blocked,
    Since(i32),
    Between(i32, i32),
    Because {
        #[serde(rename = "Reason")]
        reason: String,
    },
    Maybe(Option<i32>),
    Nothing(()),
}

#[test]
fn texts_are_borrowed_where_they_can_be() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Borrowed<'a> {
        text: &'a str,
        number: &'a str,
        #[serde(borrow)]
        list: Vec<&'a str>,
        map: BTreeMap<&'a str, &'a [u8]>,
    }
    let text = r#" {"text":"aå","number":1.50,"list":["",true],"map":{"k":"v"}} "#;
    let read: Borrowed<'_> = from_str(text).unwrap();
    assert_eq!((read.text, read.number), ("aå", "1.50"));
    assert_eq!(read.list, ["", "true"]);
    assert_eq!(read.map["k"], b"v");
    let within = text.as_bytes().as_ptr_range();
    assert!(within.contains(&read.text.as_ptr()));

    let error = from_str::<&str>(r#""a\nb""#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a borrowed string, found text at line 1, column 1"
    );
}

#[test]
fn numbers_and_bools_fill_strings_with_their_text() {
    let texts = [
        "1.50",
        "1e5",
        "-0",
        "1E400",
        "true",
        "false",
        "123456789012345678901234567890",
    ];
    for text in texts {
        assert_eq!(from_str::<String>(text).unwrap(), text);
        assert_eq!(
            from_str::<Value>(&format!("[{text}]")).unwrap()[0]
                .as_str()
                .unwrap()
                .to_lowercase(),
            text.to_lowercase()
        );
    }
    refuses::<String>(&[
        ("null", "expected text, found null at line 1, column 1"),
        (" {}", "expected text, found an object at line 1, column 2"),
        ("[\"a\"]", "expected text, found a list at line 1, column 1"),
    ]);
}

#[test]
fn options_of_everything_are_none_for_null_and_for_empty_text() {
    fn check<T: DeserializeOwned + PartialEq + Debug>(some: &str, value: T) {
        let read = |text: &str| from_str::<Option<T>>(text).unwrap();
        assert_eq!(read("null"), None);
        assert_eq!(read(" \"\" "), None, "{some}");
        assert_eq!(read("\" \""), None, "{some}");
        assert_eq!(read("\"\\t\""), None, "{some}");
        assert_eq!(read(some), Some(value));
        let list: Vec<Option<T>> = from_str(&format!("[null, {some} ,\"\"]")).unwrap();
        assert!(list[0].is_none() && list[1].is_some() && list[2].is_none());
    }
    check("1", 1_u8);
    check("\"-1\"", -1_i64);
    check("1", 1_u128);
    check("1.5", 1.5_f64);
    check("1.5", 1.5_f32);
    check("true", true);
    check("\"on\"", true);
    check("\"New\"", Status::New);
    assert_eq!(from_str::<Option<char>>("\"a\"").unwrap(), Some('a'));
    assert_eq!(from_str::<Option<char>>("\"\"").unwrap(), None);

    reads(&[
        ("null", None),
        ("\"\"", Some(String::new())),
        ("\" \"", Some(" ".into())),
    ]);
    reads(&[
        ("null", None),
        ("\"\"", Some(Value::from(""))),
        ("1.0", Some(Value::from("1.0"))),
    ]);
    reads(&[("null", None), ("[]", Some(Vec::<i32>::new()))]);
    reads(&[("null", None), ("{}", Some(Map::new()))]);
    reads(&[("null", None), ("{}", Some(Customer::default()))]);
    reads(&[("null", None), ("null", None::<Option<()>>)]);
    reads(&[("{\"Since\":1}", Some(Status::Since(1)))]);
    refuses::<Option<Vec<i32>>>(&[(
        "\"\"",
        "expected an object or a list, found an empty scalar at line 1, column 1",
    )]);
    refuses::<Option<i32>>(&[(
        "[]",
        "expected an integer (i32), found a list at line 1, column 1",
    )]);
}

#[test]
fn null_is_false_or_none_or_an_error_with_its_path() {
    reads(&[("null", false)]);
    reads(&[("null", ())]);
    reads(&[("[null,true]", (false, true))]);
    refuses::<Customer>(&[
        ("null", "expected an object, found null at line 1, column 1"),
        (
            r#"{"Id":null}"#,
            "expected an integer (i32), found null at line 1, column 7, at Id",
        ),
        (
            r#"{"sub":{"TAGS":["a",null]}}"#,
            "expected text, found null at line 1, column 21, at Sub.Tags[1]",
        ),
        (
            r#"{"Tags": null}"#,
            "expected a list, found null at line 1, column 10, at Tags",
        ),
        (
            r#"{"Scores":{"a":null}}"#,
            "expected an integer (i32), found null at line 1, column 16, at Scores.a",
        ),
    ]);
    refuses::<char>(&[(
        "null",
        "expected a character, found null at line 1, column 1",
    )]);
    refuses::<Status>(&[("null", "expected an enum, found null at line 1, column 1")]);
    refuses::<f64>(&[("null", "expected a number, found null at line 1, column 1")]);
    refuses::<()>(&[("1", "expected null, found a number at line 1, column 1")]);
}

#[test]
fn null_may_be_as_if_the_member_were_missing() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Target {
        #[serde(default = "seven")]
        number: i32,
        #[serde(default)]
        list: Vec<i32>,
        #[serde(default)]
        on: bool,
        text: Option<String>,
    }
    fn seven() -> i32 {
        7
    }
    let missing = Options::new().null_is_missing(true);
    let target = |number, on, text: Option<&str>| Target {
        number,
        list: vec![],
        on,
        text: text.map(String::from),
    };
    reads_with(
        &missing,
        &[
            (
                r#"{"number":null,"list":null,"on":null,"text":null}"#,
                target(7, false, None),
            ),
            (
                r#"{"number": null , "text":"a"}"#,
                target(7, false, Some("a")),
            ),
            (
                r#"{"number":1,"on":true,"unknown":null}"#,
                target(1, true, None),
            ),
        ],
    );
    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only whether it reads matters")]
    struct Strict {
        number: i32,
    }
    refuses_with::<Vec<Strict>>(
        &missing,
        &[(
            r#"[{"number":null}]"#,
            "missing field `number` at line 1, column 2, at [0]",
        )],
    );
    refuses_with::<Vec<i32>>(
        &missing,
        &[(
            "[null]",
            "expected an integer (i32), found null at line 1, column 2, at [0]",
        )],
    );
    // What it stands beside still counts as a member.
    refuses_with::<Target>(
        &missing,
        &[(
            r#"{"number":null,"number":1}"#,
            "`number` stands twice at line 1, column 16",
        )],
    );
}

#[test]
fn scalars_are_read_by_the_rules_of_jsv() {
    reads(&[("1", 1), ("\"1\"", 1), ("\" 01 \"", 1), ("\"-1\"", -1)]);
    reads(&[
        ("1", 1.0),
        ("\"1,234.5\"", 1234.5),
        ("\".5\"", 0.5),
        ("1E+02", 100.0),
    ]);
    reads(&[
        ("1e400", f64::INFINITY),
        ("\"-Infinity\"", f64::NEG_INFINITY),
    ]);
    reads(&[
        ("true", true),
        ("\"tRUE\"", true),
        ("1", true),
        ("\"off\"", false),
    ]);
    reads(&[("\"a\"", 'a'), ("\"\\u00e5\"", 'å'), ("\" \"", ' ')]);
    refuses::<i32>(&[
        ("1.5", "not a valid integer (i32) at line 1, column 1"),
        ("1e2", "not a valid integer (i32) at line 1, column 1"),
        ("true", "not a valid integer (i32) at line 1, column 1"),
        ("\"\"", "not a valid integer (i32) at line 1, column 1"),
        (
            "2147483648",
            "out of range for an integer (i32) at line 1, column 1",
        ),
    ]);
    refuses::<bool>(&[
        ("2", "not a valid bool at line 1, column 1"),
        ("\"yes\"", "not a valid bool at line 1, column 1"),
        ("{}", "expected a bool, found an object at line 1, column 1"),
    ]);
    refuses::<char>(&[
        (
            "1",
            "expected a character, found a number at line 1, column 1",
        ),
        (
            "true",
            "expected a character, found a bool at line 1, column 1",
        ),
        ("\"ab\"", "not a valid character at line 1, column 1"),
    ]);
    refuses::<Vec<i32>>(&[
        ("{}", "expected a list, found an object at line 1, column 1"),
        ("\"\"", "expected a list, found text at line 1, column 1"),
        ("1", "expected a list, found a number at line 1, column 1"),
    ]);
    refuses::<Customer>(&[("[]", "expected an object, found a list at line 1, column 1")]);
}

#[test]
fn lone_surrogates_are_errors_with_their_place() {
    refuses::<Vec<String>>(&[
        (
            "[\"a\",\n\"b\\ud83d\"]",
            "unexpected end of hex escape at line 2, column 9, at [1]",
        ),
        (
            r#"["\udc00"]"#,
            "lone leading surrogate in hex escape at line 1, column 8, at [0]",
        ),
    ]);
    let error = from_str::<Value>(r#"{"a":{"\ud800":1}}"#).unwrap_err();
    assert_eq!(error.category(), Category::Syntax);
    assert_eq!(error.path().to_string(), "a");
}

#[test]
fn bytes_are_text_or_a_list_of_numbers() {
    struct Bytes(Vec<u8>);
    impl<'de> Deserialize<'de> for Bytes {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct BytesVisitor;
            impl<'de> Visitor<'de> for BytesVisitor {
                type Value = Bytes;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("bytes")
                }
                fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                    Ok(Bytes(bytes.into()))
                }
                fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Bytes, A::Error> {
                    let mut bytes = vec![];
                    while let Some(byte) = items.next_element()? {
                        bytes.push(byte);
                    }
                    Ok(Bytes(bytes))
                }
            }
            deserializer.deserialize_byte_buf(BytesVisitor)
        }
    }
    assert_eq!(from_str::<Bytes>("[1,\"2\"]").unwrap().0, [1, 2]);
    assert_eq!(from_str::<Bytes>("\"a\\n\"").unwrap().0, b"a\n");
    assert!(from_str::<Bytes>("12").is_err());
    assert!(from_str::<Bytes>("null").is_err());
}

#[test]
fn a_bare_number_is_no_guid_and_no_date_but_under_the_unix_formats() {
    use jsv::{DateFormat, dotnet};

    fn check<T: DeserializeOwned + Debug>(name: &str) {
        let options = [
            Options::new(),
            Options::new().date_format(DateFormat::UnixTime),
        ];
        for options in options {
            for (text, found) in [("1", "a number"), ("true", "a bool"), ("null", "null")] {
                let error = options.json().from_str::<T>(text).unwrap_err();
                let expected = format!("expected {name}, found {found} at line 1, column 1");
                assert_eq!(error.to_string(), expected);
            }
            assert!(
                options
                    .json()
                    .from_str::<Option<T>>("null")
                    .unwrap()
                    .is_none()
            );
            assert!(
                options
                    .json()
                    .from_str::<Option<T>>("\"\"")
                    .unwrap()
                    .is_none()
            );
        }
    }
    check::<dotnet::Guid>("a Guid");
    check::<dotnet::DateTimeOffset>("a DateTimeOffset");
    check::<dotnet::DateOnly>("a DateOnly");
    let number = "expected a DateTime, found a number at line 1, column 1";
    refuses::<dotnet::DateTime>(&[("0", number), ("1.5", number)]);
    for format in [DateFormat::UnixTime, DateFormat::UnixTimeMs] {
        let unix = Options::new().date_format(format);
        unix.json().from_str::<dotnet::DateTime>("0").unwrap();
    }
    from_str::<dotnet::TimeSpan>("90").unwrap();
    from_str::<dotnet::TimeOnly>("90").unwrap();
    from_str::<dotnet::Decimal>("90").unwrap();
}

// ---- names, duplicates, unknown names -----------------------------------------------------------

#[test]
fn names_match_ignoring_case_and_exactly_first() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[allow(non_snake_case, reason = "the case is what matters")]
    struct Target {
        id: i32,
        #[serde(rename = "ID")]
        upper: i32,
        #[serde(default, rename = "a\\nb")]
        backslash: i32,
        #[serde(default, rename = "a\nb")]
        line_break: i32,
    }
    let target = |id, upper, backslash, line_break| Target {
        id,
        upper,
        backslash,
        line_break,
    };
    reads(&[
        (r#"{"id":1,"ID":2}"#, target(1, 2, 0, 0)),
        (r#"{"ID":2,"id":1}"#, target(1, 2, 0, 0)),
        (r#"{"\u0069d":1,"I\u0044":2}"#, target(1, 2, 0, 0)),
        (r#"{"id":1,"ID":2,"a\nb":4,"a\\nb":3}"#, target(1, 2, 3, 4)),
        (r#"{"id":1,"ID":2,"A\\NB":3}"#, target(1, 2, 3, 0)),
    ]);
    let customer = |id, name: Option<&str>| Customer {
        id,
        user_name: name.map(String::from),
        ..Customer::default()
    };
    reads(&[
        (r#"{"USERNAME":"a","iD":1}"#, customer(1, Some("a"))),
        (r#"{"user_name":"a"}"#, customer(0, None)),
        (r#"{" Id":1}"#, customer(0, None)),
        (r#"{"":1,"__type":"X"}"#, customer(0, None)),
    ]);
    reads_with(
        &Options::new().text_case(TextCase::Snake),
        &[
            (r#"{"user_name":"a","i-d":1}"#, customer(1, Some("a"))),
            (r#"{"User__Name":"a"}"#, customer(0, Some("a"))),
        ],
    );
}

#[test]
fn unknown_names_are_skipped_or_errors() {
    let text = r#"{"x":{"y":["}",{"z":"\"]"}]},"Id":1,"n":null,"m":-1.5e3}"#;
    assert_eq!(from_str::<Customer>(text).unwrap().id, 1);
    let options = Options::new().unknown(Unknown::Error);
    refuses_with::<Vec<Customer>>(
        &options,
        &[(
            r#"[{"Id":1, "x":2}]"#,
            "unknown name `x` at line 1, column 11, at [0]",
        )],
    );
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only whether it reads matters")]
    struct Strict {
        id: i32,
    }
    refuses::<Strict>(&[(
        r#"{"id":1,"x":2}"#,
        "unknown field `x`, expected `id` at line 1, column 9",
    )]);
}

#[test]
fn names_that_stand_twice_are_an_error_or_first_or_last() {
    let of = |duplicates| Options::new().duplicates(duplicates);
    let ids =
        |first: i32, last: i32| [(of(Duplicates::First), first), (of(Duplicates::Last), last)];
    let texts = [
        r#"{"Id":1,"id":2}"#,
        r#"{"Id":1,"x":{"Id":3,"Id":4},"\u0049D":2}"#,
        r#"{"Id":1,"ID":"x","id":2,"x":[{"Id":1}]}"#,
    ];
    for text in texts {
        // The one in the middle is read by neither.
        for (options, id) in ids(1, 2) {
            assert_eq!(
                options.json().from_str::<Customer>(text).unwrap().id,
                id,
                "{text}"
            );
        }
    }
    refuses::<Customer>(&[
        (texts[0], "`Id` stands twice at line 1, column 9"),
        (
            r#"{"sub":{"Scores":{"a":1,"\u0061":2}}}"#,
            "`a` stands twice at line 1, column 25, at Sub.Scores",
        ),
    ]);

    // At every depth, in maps and structs in turn.
    type Deep = BTreeMap<String, Customer>;
    let text = r#"{"k":{"Id":0},"k":{"Sub":{"Id":1,"Scores":{"a":1,"b":1,"a":2},"Id":2},"sub":{"Id":3,"Scores":{"a":3,"A":5,"a":4},"ID":4}}}"#;
    let last: Deep = of(Duplicates::Last).json().from_str(text).unwrap();
    let sub = last["k"].sub.as_ref().unwrap();
    assert_eq!(
        (sub.id, &sub.scores),
        (4, &BTreeMap::from([("a".into(), 4), ("A".into(), 5)]))
    );
    let first: Deep = of(Duplicates::First).json().from_str(text).unwrap();
    assert_eq!((first["k"].id, first["k"].sub.is_none()), (0, true));
}

#[test]
fn map_keys_are_scalars_in_quotes() {
    reads(&[(
        r#"{"1":"a","-2":"b"}"#,
        BTreeMap::from([(1, "a".to_owned()), (-2, "b".to_owned())]),
    )]);
    reads(&[(
        r#"{"True":1,"f":0}"#,
        BTreeMap::from([(true, 1), (false, 0)]),
    )]);
    reads(&[(
        r#"{"":1,"a\"b":2}"#,
        BTreeMap::from([(String::new(), 1), ("a\"b".into(), 2)]),
    )]);
    refuses::<BTreeMap<i32, i32>>(&[
        (
            r#"{"x":1}"#,
            "not a valid integer (i32) at line 1, column 2, at x",
        ),
        (r#"{1:1}"#, "key must be a string at line 1, column 2"),
    ]);
}

// ---- enums and undecided targets ---------------------------------------------------------------

#[test]
fn enums_are_names_numbers_or_objects_of_one_member() {
    let because = |reason: &str| Status::Because {
        reason: reason.into(),
    };
    reads(&[
        ("\"New\"", Status::New),
        ("\"blocked\"", Status::Blocked),
        ("1", Status::Blocked),
        ("\"1\"", Status::Blocked),
        (r#"{"Since":3}"#, Status::Since(3)),
        (r#"{"SINCE":"3"}"#, Status::Since(3)),
        (r#"{ "Between" : [ 1 , 2 ] }"#, Status::Between(1, 2)),
        (r#"{"Because":{"reason":"x"}}"#, because("x")),
        (r#"{"Maybe":null}"#, Status::Maybe(None)),
        (r#"{"Maybe":""}"#, Status::Maybe(None)),
        (r#"{"Nothing":null}"#, Status::Nothing(())),
        (r#"{"New":null}"#, Status::New),
    ]);
    refuses::<Vec<Status>>(&[
        (
            r#"["Newer"]"#,
            "not a variant of the enum, expected `New`, `Blocked`, `Since`, `Between`, `Because`, \
             `Maybe` or `Nothing` at line 1, column 2, at [0]",
        ),
        (
            "[{}]",
            "expected an object of one member named like a variant, found an empty object \
             at line 1, column 2, at [0]",
        ),
        (
            r#"[{"Since":1,"New":null}]"#,
            "expected an object of one member named like a variant, found a second member \
             at line 1, column 13, at [0]",
        ),
        (
            r#"[{"Between":[1]}]"#,
            "invalid length 1, expected tuple variant Status::Between with 2 elements \
             at line 1, column 13, at [0].Between",
        ),
        (
            r#"[{"Between":[1,2,3]}]"#,
            "more items than the target takes at line 1, column 18, at [0].Between",
        ),
        (
            r#"["Since"]"#,
            "expected a variant with data, found a variant's name alone at line 1, column 2, at [0]",
        ),
        (
            "[true]",
            "not a variant of the enum, expected `New`, `Blocked`, `Since`, `Between`, `Because`, `Maybe` or `Nothing` at line 1, column 2, at [0]",
        ),
    ]);
}

#[test]
fn undecided_targets_see_what_serde_json_shows() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Any {
        Bool(bool),
        Unsigned(u64),
        Signed(i64),
        Float(f64),
        Text(String),
        List(Vec<Any>),
        Map(BTreeMap<String, Any>),
        Null(()),
    }
    reads(&[
        ("true", Any::Bool(true)),
        ("18446744073709551615", Any::Unsigned(u64::MAX)),
        ("-1", Any::Signed(-1)),
        ("-0", Any::Float(-0.0)),
        (
            "18446744073709551616",
            Any::Float(18_446_744_073_709_551_616.0),
        ),
        ("1.5", Any::Float(1.5)),
        ("\"1\"", Any::Text("1".into())),
        ("null", Any::Null(())),
        ("[1]", Any::List(vec![Any::Unsigned(1)])),
        (
            "{\"a\":[]}",
            Any::Map(BTreeMap::from([("a".into(), Any::List(vec![]))])),
        ),
    ]);
    refuses::<serde_json::Value>(&[(
        "[1e400]",
        "out of range for a number at line 1, column 2, at [0]",
    )]);

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(tag = "type")]
    enum Tagged {
        A { x: i32 },
        B,
    }
    reads(&[
        (r#"{"type":"A","x":1}"#, Tagged::A { x: 1 }),
        (r#"{"x":1,"type":"B"}"#, Tagged::B),
    ]);

    #[derive(Debug, PartialEq, Deserialize)]
    struct Flat {
        id: i32,
        #[serde(flatten)]
        others: BTreeMap<String, serde_json::Value>,
    }
    reads(&[(
        r#"{"a":1.5,"id":"1","b":[null]}"#,
        Flat {
            id: 1,
            others: serde_json::from_str(r#"{"a":1.5,"b":[null]}"#).unwrap(),
        },
    )]);
}

#[test]
fn a_value_keeps_the_text_of_scalars() {
    let text = r#"{"a":1.50,"b":true,"c":null,"d":"\u0041","e":[1e5,-0,false],"f":{}}"#;
    let value: Value = from_str(text).unwrap();
    let expected = jsv::jsv!({
        "a": "1.50", "b": "True", "c": null, "d": "A", "e": ["1e5", "-0", "False"], "f": {}
    });
    assert_eq!(value, expected);
    assert_eq!(from_str::<Map>(text).unwrap(), *expected.as_map().unwrap());
}

// ---- sources -----------------------------------------------------------------------------------

#[test]
fn a_byte_order_mark_and_white_space_may_stand_around() {
    reads(&[
        ("\u{FEFF}[1]", vec![1]),
        ("\u{FEFF} \r\n[\t1 ]\n ", vec![1]),
        (" [ ] ", vec![]),
    ]);
    refuses::<Vec<i32>>(&[
        ("\u{FEFF}\u{FEFF}[1]", "expected value at line 1, column 1"),
        ("\u{FEFF}[x]", "expected value at line 1, column 2, at [0]"),
        (
            "[1]\u{FEFF}",
            "expected the end of the text after the value at line 1, column 4",
        ),
        ("\u{a0}[1]", "expected value at line 1, column 1"),
    ]);
}

#[test]
fn nothing_may_follow_the_value() {
    refuses::<Value>(&[
        (
            "{} x",
            "expected the end of the text after the value at line 1, column 4",
        ),
        (
            "{}}",
            "expected the end of the text after the value at line 1, column 3",
        ),
        (
            "[]\n,",
            "expected the end of the text after the value at line 2, column 1",
        ),
        (
            "1,2",
            "expected the end of the text after the value at line 1, column 2",
        ),
        ("1-2", "trailing characters at line 1, column 2"),
        ("truex", "trailing characters at line 1, column 5"),
        (
            "\"a\"b",
            "expected the end of the text after the value at line 1, column 4",
        ),
        ("01", "invalid number at line 1, column 2"),
    ]);
}

#[test]
fn bytes_and_readers_are_sources_too() {
    assert_eq!(from_slice::<Vec<u8>>(b"[1]").unwrap(), [1]);
    assert_eq!(from_reader::<_, Vec<u8>>(&b"[1]"[..]).unwrap(), [1]);
    let error = from_slice::<Value>(b"[\"a\",\"\xff\"]").unwrap_err();
    assert_eq!(error.to_string(), "not UTF-8 at line 1, column 7");
    assert!(Deserializer::from_slice(b"\xff", &Options::new()).is_err());

    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("broken"))
        }
    }
    let error = from_reader::<_, Value>(Broken).unwrap_err();
    assert_eq!(error.category(), Category::Io);
}

#[test]
fn a_deserializer_may_be_driven_by_hand() {
    let options = Options::new();
    let mut deserializer = Deserializer::from_str(" 1 \"2\" [3] x", &options);
    assert_eq!(i32::deserialize(&mut deserializer).unwrap(), 1);
    assert_eq!(i32::deserialize(&mut deserializer).unwrap(), 2);
    assert!(deserializer.end().is_err());
    assert_eq!(<[i32; 1]>::deserialize(&mut deserializer).unwrap(), [3]);
    let error = i32::deserialize(&mut deserializer).unwrap_err();
    assert_eq!(
        (error.offset(), error.category()),
        (Some(11), Category::Syntax)
    );
}

/// Ways in which a target may misuse what it is given.
struct Misuse(u8);

impl<'de> DeserializeSeed<'de> for Misuse {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Misuse {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("anything")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self.0 {
            // Fewer entries than there are.
            0 => map.next_entry::<String, Value>().map(drop),
            // Values without keys, and twice.
            1 => {
                map.next_value::<Value>()?;
                map.next_value::<Value>().map(drop)
            }
            2 => {
                map.next_key::<String>()?;
                map.next_value::<Value>()?;
                map.next_value::<String>().map(drop)
            }
            // Keys without values.
            3 => {
                while map.next_key::<String>()?.is_some() {}
                Ok(())
            }
            // Goes on after an error.
            _ => {
                while map.next_key::<String>()?.is_some() {
                    let _ = map.next_value::<Vec<i32>>();
                }
                Ok(())
            }
        }
    }
}

#[test]
fn a_target_that_misuses_what_it_is_given_gets_an_error() {
    let text = r#"{"a":[1,"x",[2],{"b":3}],"c":"d","e":{"f":1}}"#;
    for way in 0..5 {
        let mut deserializer = Deserializer::from_str(text, &Options::new());
        let read = Misuse(way).deserialize(&mut deserializer);
        assert!(read.is_err(), "way {way}");
    }
}

// ---- errors ------------------------------------------------------------------------------------

#[test]
fn syntax_errors_have_place_and_path() {
    let cases: &[(&str, Category, usize, &str, &str)] = &[
        ("", Category::Eof, 0, "", "EOF while parsing a value"),
        (" \n", Category::Eof, 2, "", "EOF while parsing a value"),
        ("[1", Category::Eof, 2, "[0]", "EOF while parsing a list"),
        ("[1,", Category::Eof, 3, "[1]", "EOF while parsing a value"),
        (
            "{\"a\"",
            Category::Eof,
            4,
            "",
            "EOF while parsing an object",
        ),
        (
            "{\"a\":\"b",
            Category::Eof,
            7,
            "a",
            "EOF while parsing a string",
        ),
        (
            "{\"a\":{\"b\\n\":[1,{}x",
            Category::Syntax,
            17,
            "a.\"b\\n\"[1]",
            "expected `,` or `]`",
        ),
        ("{\"a\":1,}", Category::Syntax, 7, "", "trailing comma"),
        (
            "{\"a\":1 \"b\":2}",
            Category::Syntax,
            7,
            "a",
            "expected `,` or `}`",
        ),
        ("[1, ]", Category::Syntax, 4, "[1]", "trailing comma"),
        ("{a:1}", Category::Syntax, 1, "", "key must be a string"),
        ("{\"a\" 1}", Category::Syntax, 5, "", "expected `:`"),
        ("[1,,2]", Category::Syntax, 3, "[1]", "expected value"),
        (
            "[[],[],[1.]]",
            Category::Syntax,
            10,
            "[2][0]",
            "invalid number",
        ),
        ("[\"\\x41\"]", Category::Syntax, 3, "[0]", "invalid escape"),
        (
            "[\"a\nb\"]",
            Category::Syntax,
            3,
            "[0]",
            "control character (\\u0000-\\u001F) found while parsing a string",
        ),
        ("[\n\n  nul]", Category::Syntax, 8, "[0]", "expected ident"),
        (
            "[\"å\\u00å0\"]",
            Category::Syntax,
            8,
            "[0]",
            "invalid escape",
        ),
    ];
    for (text, category, offset, path, message) in cases {
        let error = from_str::<IgnoredAny>(text).unwrap_err();
        let actual = (error.category(), error.offset(), error.path().to_string());
        let expected = (*category, Some(*offset), (*path).to_string());
        assert_eq!(actual, expected, "input: {text:?}, {error}");
        assert!(
            error
                .to_string()
                .starts_with(&format!("{message} at line ")),
            "{error}"
        );
        assert!(text.is_char_boundary(*offset), "{error}");
    }
}

// Such a target reads whatever comes, and finds out behind that what is wrong with it.
#[test]
fn an_error_of_a_target_that_decides_late_has_the_place_of_the_value() {
    #[derive(Debug, Deserialize)]
    #[serde(tag = "kind")]
    #[allow(dead_code, reason = "only whether it reads matters")]
    enum Tagged {
        A { count: i32 },
    }
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[allow(dead_code, reason = "only whether it reads matters")]
    enum Untagged {
        Count(i32),
    }
    refuses::<Tagged>(&[
        (
            r#"{"kind":"A","count":"a"}"#,
            "expected i32, found text at line 1, column 1",
        ),
        (
            "\u{FEFF}\n {\"kind\":\"A\"}",
            "missing field `count` at line 2, column 2",
        ),
    ]);
    refuses::<Untagged>(&[(
        "\t\"a\"",
        "data did not match any variant of untagged enum Untagged at line 1, column 2",
    )]);
}

#[test]
fn a_report_draws_the_place() {
    let text = "{\n  \"Sub\": {\n    \"Id\": \"x\"\n  }\n}";
    let error = from_str::<Customer>(text).unwrap_err();
    assert_eq!(
        error.report(text),
        "error: not a valid integer (i32)\n \
         --> line 3, column 11, at Sub.Id\n  \
         |\n\
         3 |     \"Id\": \"x\"\n  \
         |           ^\n"
    );
}

/// A document in which everything stands.
const SAMPLE: &str = "\u{FEFF}{\"Id\": -12, \"username\":\"a\\\"\\u00e5\\ud83d\\ude00å\", \"Tags\":[\"x\",1.5e3,true],\n\
    \"Active\":\"on\",\"Grade\":\"å\",\"Status\":{\"Between\":[1,2]},\"x\":[{\"y\":null}],\
    \"Sub\":{\"Scores\":{\"a\":1,\"b\":\"2\"}}} ";

#[test]
fn every_cut_text_is_an_error() {
    let sample: Customer = from_str(SAMPLE).unwrap();
    assert_eq!(sample.sub.unwrap().scores["b"], 2);
    for end in 0..SAMPLE.trim_end().len() {
        let cut = &SAMPLE.as_bytes()[..end];
        for duplicates in [Duplicates::Error, Duplicates::Last] {
            let options = Options::new().duplicates(duplicates);
            let error = options.json().from_slice::<Customer>(cut).unwrap_err();
            let has_place = error.offset().is_some_and(|offset| offset <= end) && error.line() > 0;
            assert!(has_place, "{end}: {error}");
            error.report(&String::from_utf8_lossy(cut));
            options.json().from_slice::<Value>(cut).unwrap_err();
            options.json().from_slice::<IgnoredAny>(cut).unwrap_err();
        }
    }
}

// ---- depth and cost ----------------------------------------------------------------------------

#[test]
fn deeper_than_the_limit_is_an_error_whatever_the_target() {
    fn check<T: DeserializeOwned + Debug>(stack: usize) {
        const LEVELS: usize = 1_000_000;
        let texts = [
            ("[".repeat(LEVELS), 1),
            ("[".repeat(LEVELS) + &"]".repeat(LEVELS), 1),
            ("{\"a\":".repeat(LEVELS), 5),
            ("{\"a\":".repeat(LEVELS) + "1" + &"}".repeat(LEVELS), 5),
        ];
        for duplicates in [Duplicates::Error, Duplicates::Last] {
            let options = Options::new().duplicates(duplicates);
            for (text, each) in &texts {
                let error =
                    on_a_small_stack(stack, || options.json().from_str::<T>(text).unwrap_err());
                let actual = (error.category(), error.offset());
                assert_eq!(actual, (Category::Limit, Some(128 * each)), "{error}");
            }
        }
    }
    check::<Value>(1024);
    check::<serde_json::Value>(1024);
    check::<IgnoredAny>(64);
}

#[test]
fn skipping_obeys_the_limit_and_takes_no_stack() {
    #[derive(Debug, Deserialize)]
    struct Empty {}
    let nested = |levels: usize| format!("{{\"x\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
    from_str::<Empty>(&nested(127)).unwrap();
    let error = from_str::<Empty>(&nested(128)).unwrap_err();
    assert_eq!(error.category(), Category::Limit);
    assert_eq!(
        error.to_string(),
        "nested deeper than 128 levels at line 1, column 133, at x"
    );
    let unlimited = Options::new().max_depth(usize::MAX);
    on_a_small_stack(64, || {
        unlimited
            .json()
            .from_str::<Empty>(&nested(1_000_000))
            .unwrap();
    });
}

#[test]
fn one_level_more_than_the_limit_is_refused() {
    for limit in [0, 1, 2, 50, 128] {
        let options = Options::new().max_depth(limit);
        let lists = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let reads = |text: &str| {
            (
                options.json().from_str::<Value>(text).is_ok(),
                options.json().from_str::<IgnoredAny>(text).is_ok(),
            )
        };
        assert_eq!(reads(&lists(limit)), (limit > 0, limit > 0), "{limit}");
        assert_eq!(reads(&lists(limit + 1)), (false, false), "{limit}");
        let error = options
            .json()
            .from_str::<Value>(&lists(limit + 1))
            .unwrap_err();
        assert_eq!(
            (error.category(), error.path().segments().len()),
            (Category::Limit, limit)
        );
    }
    let text = format!("[{}1]", "[[]],{\"a\":[]},".repeat(1000));
    Options::new()
        .max_depth(3)
        .json()
        .from_str::<Value>(&text)
        .unwrap();
}

/// About how many bytes the texts have: were reading quadratic, each would take hours.
#[test]
fn hostile_texts_come_to_an_end() {
    const LARGE: usize = 1_000_000;
    let repeat = |part: &str| part.repeat(LARGE / part.len());
    let mut names = String::new();
    for index in 0..LARGE / 10 {
        write!(names, "\"x{index}\":1,").unwrap();
    }
    let texts = [
        repeat("\""),
        repeat("\\"),
        format!("\"{}", repeat("\\\"")),
        format!("[\"{}\"]", repeat("\\u00e5")),
        format!("[\"{}\\ud800\"]", repeat("a")),
        format!("[{}1]", repeat("\"\",")),
        format!(
            "[{}1]",
            repeat(&format!("{}{},", "[".repeat(126), "]".repeat(126)))
        ),
        format!(
            "[{}1]",
            repeat(&format!("{}1{},", "{\"a\":".repeat(126), "}".repeat(126)))
        ),
        format!(
            "[{}",
            repeat(&format!(
                "{}1{},",
                "{\"x\":1,\"Sub\":".repeat(126),
                "}".repeat(126)
            ))
        ),
        format!(
            "[{}",
            repeat(&format!(
                "{}1{},",
                "{\"a\":[],\"a\":".repeat(126),
                "}".repeat(126)
            ))
        ),
        format!("{{{names}\"Scores\":{{{names}\"y\":1}}}}"),
        format!("{{{names}\"Scores\":{{{names}"),
        format!("{{{}\"Id\":1}}", repeat("\"Id\":1,")),
        format!("{{\"Scores\":{{{}\"a\":1}}}}", repeat("\"a\":1,")),
        format!("{{\"{}\":1}}", repeat("a")),
        repeat("\n"),
        format!("[{}1]", repeat("1\n, ")),
        format!("[\"{}\n\"]", repeat("a")),
        format!("{{\"Id\":{}}}", repeat("1234567890")),
        format!("{{\"Id\":\"{}\"}}", repeat("1234567890")),
        format!("[0.{}]", repeat("1234567890")),
    ];
    for text in &texts {
        for duplicates in [Duplicates::Error, Duplicates::First, Duplicates::Last] {
            let options = Options::new().duplicates(duplicates);
            let outcomes: [Result<(), Error>; 5] = [
                options.json().from_str::<Value>(text).map(drop),
                options.json().from_str::<IgnoredAny>(text).map(drop),
                options.json().from_str::<Customer>(text).map(drop),
                options
                    .json()
                    .from_str::<Vec<Option<Customer>>>(text)
                    .map(drop),
                options.json().from_str::<Vec<Option<f64>>>(text).map(drop),
            ];
            for error in outcomes
                .iter()
                .filter_map(|outcome| outcome.as_ref().err())
                .take(1)
            {
                assert!(error.report(text).len() < 2000);
            }
        }
    }
}

// ---- properties --------------------------------------------------------------------------------

/// So many cases. A failure is not noted in a file but to become a test of its own.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Any JSON but for floating-point numbers, whose text a value keeps.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let scalar = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
        "[ -~]{0,8}".prop_map(Into::into),
    ];
    scalar.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            collection::btree_map(any::<String>(), inner, 0..8)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Text that is mostly made of the pieces of JSON.
fn almost_json() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(
            &[
                "{", "}", "[", "]", ",", ":", "\"", "\\", "\"Id\"", "\"Sub\":", "\"Scores\":",
                "null", "true", "1", "-1.5e3", " ", "\n", "\"a\"", "\\u", "d83d", "\u{1}", "å",
                "\"New\"", "{\"Since\":", "\u{FEFF}",
            ][..]
        )
        .prop_map(String::from),
        1 => any::<String>(),
    ];
    collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn a_document_reads_as_serde_json_reads_it(json in any_json(), pretty in any::<bool>()) {
        let text = match pretty {
            true => serde_json::to_string_pretty(&json).unwrap(),
            false => json.to_string(),
        };
        let expected: Value = serde_json::from_str(&text).unwrap();
        for duplicates in [Duplicates::Error, Duplicates::First, Duplicates::Last] {
            let options = Options::new().duplicates(duplicates);
            prop_assert_eq!(&options.json().from_str::<Value>(&text).unwrap(), &expected);
            prop_assert_eq!(&options.json().from_str::<serde_json::Value>(&text).unwrap(), &json);
        }
    }

    #[test]
    fn what_is_json_is_for_serde_json_to_say(text in almost_json()) {
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let expected = serde_json::from_str::<IgnoredAny>(body);
        for duplicates in [Duplicates::First, Duplicates::Last] {
            let options = Options::new().duplicates(duplicates);
            let actual = options.json().from_str::<IgnoredAny>(&text);
            prop_assert_eq!(actual.is_ok(), expected.is_ok(), "{:?}", actual);
            if serde_json::from_str::<serde_json::Value>(body).is_ok() {
                prop_assert!(options.json().from_str::<Value>(&text).is_ok());
            }
            let outcomes = [
                options.json().from_str::<Customer>(&text).map(drop),
                options.json().from_str::<Vec<Status>>(&text).map(drop),
                options.json().from_str::<Option<i32>>(&text).map(drop),
                options.json().from_str::<String>(&text).map(drop),
                options.json().from_str::<Value>(&text).map(drop),
            ];
            for error in outcomes.into_iter().filter_map(Result::err) {
                prop_assert!(error.offset().is_some_and(|offset| text.is_char_boundary(offset)));
                error.report(&text);
            }
        }
    }
}
