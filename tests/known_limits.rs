//! What does not survive, or works only with a detour: limits of the format, of serde's model and
//! of this crate, each pinned, so that a change of one shows up as a changed test.

use std::{borrow::Cow, collections::BTreeMap, fmt, fmt::Debug};

use jsv::{
    DateFormat, Duplicates, Options, Untyped, Value,
    dotnet::{DateTime, LocalZone, UtcOffset},
};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned, de::Visitor};

const INFER: Options = Options::new().untyped(Untyped::Infer);

fn assert_reads<T: DeserializeOwned + PartialEq + Debug>(
    options: &Options,
    input: &str,
    expected: &T,
) {
    match options.from_str::<T>(input) {
        Ok(actual) => assert!(
            actual == *expected,
            "input: {input}\nexpected: {expected:?}\nactual: {actual:?}"
        ),
        Err(error) => panic!("input: {input}\nexpected: {expected:?}\nactual: {error}"),
    }
}

fn assert_refused<T: DeserializeOwned + Debug>(options: &Options, input: &str, expected: &str) {
    match options.from_str::<T>(input) {
        Ok(value) => panic!("input: {input}\nexpected: {expected}\nactual: {value:?}"),
        Err(error) => assert!(
            error.to_string().contains(expected),
            "input: {input}\nexpected: {expected}\nactual: {error}"
        ),
    }
}

// ---- types that are read before the target is known ---------------------------------------------

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Flat {
    id: i32,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Rest {
    count: i32,
    name: String,
}

// serde gathers the members of a flattened struct before it knows their types, so that each scalar
// is text, and a derived integer does not take text. Way around: `Untyped::Infer`, or
// `deserialize_with` on the field, or no flattening.
#[test]
fn numbers_in_a_flattened_struct_arrive_as_text() {
    let input = "{id:1,count:2,name:a}";
    let flat = Flat {
        id: 1,
        rest: Rest {
            count: 2,
            name: "a".into(),
        },
    };
    assert_eq!(jsv::to_string(&flat).unwrap(), input);
    assert_refused::<Flat>(&Options::new(), input, "expected i32, found text");
    assert_reads(&INFER, input, &flat);
}

// `Infer` gives a number only where printing it again gives the same text, since the text may as
// well be a zip code. Way around: `deserialize_with` on the field.
#[test]
fn a_number_that_prints_otherwise_stays_text_under_infer() {
    for input in [
        "{id:1,count:007,name:a}",
        "{id:1,count: 2,name:a}",
        "{id:1,count:\"2\",name:a}",
    ] {
        assert_refused::<Flat>(&INFER, input, "expected i32, found text");
    }
}

// The reverse of it: under `Infer` a text that looks like a number is one. Way around: quotes,
// which the writer does not set.
#[test]
fn text_in_a_flattened_struct_that_looks_like_a_number_is_one_under_infer() {
    assert_refused::<Flat>(
        &INFER,
        "{id:1,count:2,name:42}",
        "expected a string, found an integer",
    );
    let expected = Flat {
        id: 1,
        rest: Rest {
            count: 2,
            name: "42".into(),
        },
    };
    assert_reads(&INFER, "{id:1,count:2,name:\"42\"}", &expected);
}

// serde reads a struct with a flattened field as a map and compares the names itself. The fields
// beside the flattened one are concerned as well. Way around: `#[serde(alias = "…")]`.
#[test]
fn names_in_a_struct_with_a_flattened_field_match_exactly_only() {
    assert_refused::<Flat>(&INFER, "{Id:1,count:2,name:a}", "missing field `id`");
    assert_refused::<Flat>(&INFER, "{id:1,Count:2,name:a}", "missing field `count`");
    assert_refused::<Flat>(&INFER, "{id:1, count:2,name:a}", "missing field `count`");
}

// A map has no members to leave out. Way around: serde's `skip_serializing_if`.
#[test]
fn defaults_in_a_struct_with_a_flattened_field_are_written() {
    let flat = Flat {
        id: 0,
        rest: Rest {
            count: 0,
            name: "a".into(),
        },
    };
    let omit = Options::new().defaults(jsv::Defaults::Omit);
    assert_eq!(omit.to_string(&flat).unwrap(), "{id:0,count:0,name:a}");
    assert_eq!(omit.to_string(&flat.rest).unwrap(), "{name:a}");
}

// As with names: a map is written as it is, so that the text case does not reach the members.
#[test]
fn names_in_a_struct_with_a_flattened_field_are_written_as_declared() {
    #[derive(Serialize)]
    struct Outer {
        #[serde(rename = "Id")]
        id: i32,
        #[serde(flatten)]
        inner: Inner,
    }
    #[derive(Serialize)]
    struct Inner {
        #[serde(rename = "Count")]
        count: i32,
    }

    let camel = Options::new().text_case(jsv::TextCase::Camel);
    let outer = Outer {
        id: 1,
        inner: Inner { count: 2 },
    };
    assert_eq!(camel.to_string(&outer).unwrap(), "{Id:1,Count:2}");
}

// A date that serde has kept is read by the default options. Way around: no flattening, or a
// format that says its zone, such as `DateFormat::Iso8601`.
#[test]
fn options_for_dates_do_not_reach_a_flattened_struct() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Job {
        started: DateTime,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    struct Outer {
        #[serde(flatten)]
        job: Job,
    }
    let started = |text: &str| Job {
        started: text.parse().unwrap(),
    };

    let east = UtcOffset::from_minutes(120).unwrap();
    let east = Options::new().local_zone(LocalZone::Fixed(east));
    let text = "{started:/Date(978344430000-0000)/}";
    assert_reads(&east, text, &started("2001-01-01T12:20:30"));
    let job = started("2001-01-01T10:20:30");
    assert_reads(&east, text, &Outer { job });

    let unix = Options::new().date_format(DateFormat::UnixTime);
    assert_reads(
        &unix,
        "{started:978344430}",
        &started("2001-01-01T10:20:30Z"),
    );
    assert_refused::<Outer>(&unix, "{started:978344430}", "text that is not a DateTime");
}

// Nor are a flattened struct's own fields known for duplicates or unknown names.
#[test]
fn a_flattened_map_takes_every_name() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct WithRest {
        id: i32,
        #[serde(flatten)]
        rest: BTreeMap<String, String>,
    }
    let expected = WithRest {
        id: 1,
        rest: BTreeMap::from([("a".into(), "1".into()), ("B".into(), "x".into())]),
    };
    let strict = Options::new().unknown(jsv::Unknown::Error);
    assert_reads(&strict, "{id:1,a:1,B:x}", &expected);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Number(i32),
    Flag(bool),
    Text(String),
    Point { x: i32, y: i32 },
}

// An untagged enum is read without a type, like a flattened struct.
#[test]
fn an_untagged_enum_sees_text_only() {
    let cases = [("1", Untagged::Number(1)), ("True", Untagged::Flag(true))];
    for (input, typed) in cases {
        assert_eq!(jsv::to_string(&typed).unwrap(), input);
        assert_reads(&Options::new(), input, &Untagged::Text(input.into()));
        assert_reads(&INFER, input, &typed);
    }
    // Infer knows the bools that are written, no others.
    assert_reads(&INFER, "true", &Untagged::Text("true".into()));
    assert_reads(&INFER, "007", &Untagged::Text("007".into()));
    assert_refused::<Untagged>(&Options::new(), "{x:1,y:2}", "did not match any variant");
    assert_reads(&INFER, "{x:1,y:2}", &Untagged::Point { x: 1, y: 2 });
    assert_refused::<Untagged>(&INFER, "{X:1,Y:2}", "did not match any variant");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Internal {
    Square { side: i32 },
    Named { name: String },
}

// The tag may come last, so the other members are gathered before their types are known.
#[test]
fn an_internally_tagged_enum_sees_text_only() {
    let named = Internal::Named { name: "a".into() };
    assert_reads(&Options::new(), "{type:Named,name:a}", &named);
    assert_reads(&Options::new(), "{name:a,type:Named}", &named);
    let square = Internal::Square { side: 2 };
    let input = jsv::to_string(&square).unwrap();
    assert_eq!(input, "{type:Square,side:2}");
    assert_refused::<Internal>(&Options::new(), &input, "expected i32, found text");
    assert_reads(&INFER, &input, &square);
    // The tag's name and value match exactly only.
    assert_refused::<Internal>(&INFER, "{Type:Square,side:2}", "missing field `type`");
    assert_refused::<Internal>(&INFER, "{type:square,side:2}", "not a variant");
    // Names are compared by serde.
    assert_refused::<Internal>(&INFER, "{type:Square,Side:2}", "missing field `side`");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
enum Adjacent {
    Square { side: i32 },
    Pair(i32, i32),
    Unit,
}

// With the tag before the content the content's type is known; behind it the content is gathered
// first, as with internal tags.
#[test]
fn an_adjacently_tagged_enum_sees_text_only_if_the_content_comes_first() {
    let square = Adjacent::Square { side: 2 };
    assert_eq!(
        jsv::to_string(&square).unwrap(),
        "{kind:Square,data:{side:2}}"
    );
    assert_reads(&Options::new(), "{kind:Square,data:{side:2}}", &square);
    assert_reads(&Options::new(), "{Kind:square,Data:{side:2}}", &square);
    // serde reads the members of such a variant as a map, and compares their names itself.
    assert_refused::<Adjacent>(
        &Options::new(),
        "{kind:Square,data:{Side:2}}",
        "missing field `side`",
    );
    assert_reads(
        &Options::new(),
        "{kind:Pair,data:[1,2]}",
        &Adjacent::Pair(1, 2),
    );
    assert_reads(&Options::new(), "{kind:Unit}", &Adjacent::Unit);
    assert_refused::<Adjacent>(
        &Options::new(),
        "{data:{side:2},kind:Square}",
        "expected i32, found text",
    );
    assert_reads(&INFER, "{data:{side:2},kind:Square}", &square);
    assert_refused::<Adjacent>(
        &INFER,
        "{data:{Side:2},kind:Square}",
        "missing field `side`",
    );
}

// ---- nothing ------------------------------------------------------------------------------------

// The format has one way to write nothing. Way around: a type of two fields, or an enum.
#[test]
fn an_option_of_nothing_is_none() {
    let texts = [
        jsv::to_string(&Some(None::<i32>)).unwrap(),
        jsv::to_string(&Some(())).unwrap(),
        jsv::to_string(&None::<i32>).unwrap(),
    ];
    assert_eq!(texts, ["", "", ""]);
    assert_reads(&Options::new(), "", &None::<Option<i32>>);
    assert_reads(&Options::new(), "", &None::<()>);
    assert_eq!(
        jsv::to_string(&[Some(None), Some(Some(1)), None]).unwrap(),
        "[,1,]"
    );
    assert_reads(&Options::new(), "[,1,]", &vec![None, Some(Some(1)), None]);
}

// `[]` is all that can be written for it, and it is the empty list. Way around: a second item.
#[test]
fn a_list_of_one_nothing_is_the_empty_list() {
    assert_eq!(jsv::to_string(&[None::<i32>]).unwrap(), "[]");
    assert_eq!(jsv::to_string(&[()]).unwrap(), "[]");
    assert_reads(&Options::new(), "[]", &Vec::<Option<i32>>::new());
    assert_reads(&Options::new(), "[]", &Vec::<()>::new());
    assert_eq!(jsv::to_string(&[None::<i32>, None]).unwrap(), "[,]");
    assert_reads(&Options::new(), "[,]", &vec![None::<i32>, None]);
    assert_reads(&Options::new(), "[,]", &vec![(), ()]);
    // A tuple or array knows that it has one item.
    assert_reads(&Options::new(), "[]", &[None::<i32>]);
    assert_reads(&Options::new(), "[]", &((),));
}

// A member of nothing is left out. Way around: a list of pairs.
#[test]
fn a_map_entry_of_nothing_is_gone() {
    let map = BTreeMap::from([("a", Some(1)), ("b", None)]);
    assert_eq!(jsv::to_string(&map).unwrap(), "{a:1}");
    assert_eq!(jsv::to_string(&BTreeMap::from([("a", ())])).unwrap(), "{}");
    // It does read, where somebody writes it.
    let read = BTreeMap::from([("a".to_string(), Some(1)), ("b".into(), None)]);
    assert_reads(&Options::new(), "{a:1,b:}", &read);
}

// In a tree of values a variant whose payload is nothing looks like any other map, and loses that
// entry when it is written. Way around: write the enum itself.
#[test]
fn a_variant_that_holds_nothing_is_lost_in_a_value() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Choice {
        Maybe(Option<i32>),
    }

    let text = jsv::to_string(&Choice::Maybe(None)).unwrap();
    assert_eq!(text, "{Maybe:}");
    assert_reads(&Options::new(), &text, &Choice::Maybe(None));
    let value: Value = jsv::from_str(&text).unwrap();
    assert_eq!(jsv::to_string(&value).unwrap(), "{}");
    assert_eq!(
        jsv::from_value::<Choice>(value).unwrap(),
        Choice::Maybe(None)
    );
    let value = jsv::to_value(&Choice::Maybe(None)).unwrap();
    assert_eq!(jsv::to_string(&value).unwrap(), "{}");
}

// A field of nothing is left out, and serde takes a missing field for nothing only if its type is
// an `Option` itself. Way around: `#[serde(default)]`.
#[test]
fn a_field_that_is_nothing_but_no_option_is_missing() {
    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Maybe(Option<i32>);
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Fields {
        unit: (),
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Wrapped {
        maybe: Maybe,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Defaulted {
        #[serde(default)]
        unit: (),
        #[serde(default)]
        maybe: Maybe,
    }

    assert_eq!(jsv::to_string(&Fields { unit: () }).unwrap(), "{}");
    assert_refused::<Fields>(&Options::new(), "{}", "missing field `unit`");
    let wrapped = Wrapped { maybe: Maybe(None) };
    assert_eq!(jsv::to_string(&wrapped).unwrap(), "{}");
    assert_refused::<Wrapped>(&Options::new(), "{}", "missing field `maybe`");
    assert_reads(&Options::new(), "{maybe:}", &wrapped);
    let defaulted = Defaulted {
        unit: (),
        maybe: Maybe(None),
    };
    assert_reads(&Options::new(), "{}", &defaulted);
}

// ServiceStack reads an empty text as null for its nullable types. `None` for text would lose the
// difference that the writer makes.
#[test]
fn empty_text_for_an_option_is_none_but_for_text() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Point {
        x: i32,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    enum Kind {
        A,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    enum Open {
        #[serde(other)]
        Unknown,
    }
    #[derive(Debug, PartialEq, Deserialize)]
    struct Name(String);

    let options = Options::new();
    assert_reads(&options, "\"\"", &None::<i32>);
    assert_reads(&options, "\"\"", &None::<Open>);
    assert_reads(&options, "\" \"", &None::<Open>);
    assert_reads(&options, "B", &Some(Open::Unknown));
    assert_reads(&options, "\"\"", &None::<f64>);
    assert_reads(&options, "\"\"", &None::<bool>);
    assert_reads(&options, "\"\"", &None::<char>);
    assert_reads(&options, "\"\"", &None::<Kind>);
    assert_reads(&options, "\"\"", &Some(String::new()));
    assert_reads(&options, "\"\"", &Some(Name(String::new())));
    assert_reads(&options, "[\"\",1]", &vec![None, Some(1)]);
    assert_eq!(jsv::from_str::<Option<&str>>("\"\"").unwrap(), Some(""));
    assert_eq!(
        jsv::from_str::<Option<Cow<'_, str>>>("\"\"").unwrap(),
        Some("".into())
    );
    assert_refused::<Option<Point>>(&options, "\"\"", "found an empty scalar");
    assert_refused::<Option<Vec<i32>>>(&options, "\"\"", "found an empty scalar");
    assert_refused::<Option<BTreeMap<String, i32>>>(&options, "\"\"", "found an empty scalar");
    assert_reads(&options, "{x:1}", &Point { x: 1 });
    assert_reads(&options, "A", &Some(Kind::A));
}

// Whether the target takes empty text shows only by trying, and only serde's own `Option` can be
// tried. Way around: such a type reads an `Option<String>` and looks at the text.
#[test]
fn a_visitor_for_options_of_ones_own_gets_the_empty_text() {
    #[derive(Debug, PartialEq)]
    struct Lenient(Option<i32>);

    struct LenientVisitor;

    impl<'de> Visitor<'de> for LenientVisitor {
        type Value = Lenient;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a lenient option")
        }

        fn visit_none<E>(self) -> Result<Lenient, E> {
            Ok(Lenient(None))
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Lenient, D::Error> {
            i32::deserialize(deserializer).map(|number| Lenient(Some(number)))
        }
    }

    impl<'de> Deserialize<'de> for Lenient {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_option(LenientVisitor)
        }
    }

    assert_reads(&Options::new(), "", &Lenient(None));
    assert_reads(&Options::new(), "1", &Lenient(Some(1)));
    assert_reads(&Options::new(), "\"1\"", &Lenient(Some(1)));
    assert_refused::<Lenient>(&Options::new(), "\"\"", "not a valid integer");
}

// ---- names, keys, variants ----------------------------------------------------------------------

// serde does not tell a format the numbers that an enum is declared with. Way around: a type from
// a crate for enums by number, or `deserialize_with`.
#[test]
fn the_number_of_an_enum_is_its_place_among_the_variants() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Level {
        Low = 10,
        High = 20,
    }

    assert_reads(&Options::new(), "0", &Level::Low);
    assert_reads(&Options::new(), "1", &Level::High);
    assert_refused::<Level>(&Options::new(), "10", "variant");
    assert_eq!(Level::High as i32, 20);
    assert_eq!(jsv::to_string(&Level::High).unwrap(), "High");
}

// To this crate an alias is a field of its own; that both are one shows only in derive's code,
// which knows no options. Way around: none but a name without alias.
#[test]
fn a_name_and_its_alias_are_duplicates_whatever_the_option_says() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Aliased {
        #[serde(alias = "number")]
        no: i32,
    }

    for duplicates in [Duplicates::Error, Duplicates::Last, Duplicates::First] {
        let options = Options::new().duplicates(duplicates);
        assert_reads(&options, "{no:1}", &Aliased { no: 1 });
        assert_reads(&options, "{Number:2}", &Aliased { no: 2 });
        assert_refused::<Aliased>(&options, "{no:1,number:2}", "duplicate field `no`");
    }
    let last = Options::new().duplicates(Duplicates::Last);
    assert_reads(&last, "{no:1,No:2}", &Aliased { no: 2 });
}

// Keys are compared as texts, since their type is not known to have an order or equality.
#[test]
fn keys_that_are_two_texts_but_one_value_are_no_duplicates() {
    let expected = BTreeMap::from([(1, "b".to_string())]);
    assert_reads(&Options::new(), "{1:a,01:b}", &expected);
    let first = Options::new().duplicates(Duplicates::First);
    assert_reads(&first, "{1:a,01:b}", &expected);
    assert_refused::<BTreeMap<i32, String>>(&Options::new(), "{1:a,\"1\":b}", "stands twice");
}

// Such a name is written in quotes; without them it is one only because the name itself is looked
// for before the grammar is asked, which costs nothing in the common case.
#[test]
fn a_name_with_a_colon_is_found_without_quotes_as_well() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Prefixed {
        #[serde(rename = "xml:lang")]
        lang: String,
    }

    let prefixed = Prefixed { lang: "sv".into() };
    assert_eq!(jsv::to_string(&prefixed).unwrap(), "{\"xml:lang\":sv}");
    assert_reads(&Options::new(), "{\"xml:lang\":sv}", &prefixed);
    assert_reads(&Options::new(), "{\"XML:LANG\":sv}", &prefixed);
    assert_reads(&Options::new(), "{xml:lang:sv}", &prefixed);
    assert_refused::<Prefixed>(&Options::new(), "{XML:LANG:sv}", "missing field");
}

// A text with a quote in it must be put together anew. Way around: `Cow<str>` with
// `#[serde(borrow)]`, or `String`.
#[test]
fn text_with_a_quote_cannot_be_borrowed() {
    assert_eq!(jsv::from_str::<&str>("\"a,b\"").unwrap(), "a,b");
    let error = jsv::from_str::<&str>("\"a\"\"b\"").unwrap_err();
    assert!(error.to_string().contains("borrowed string"), "{error}");
    assert_eq!(jsv::from_str::<Cow<'_, str>>("\"a\"\"b\"").unwrap(), "a\"b");
}

// A list's brackets as text are the text that stands there, not the list written anew.
#[test]
fn a_structure_read_as_text_is_the_text_as_it_stands() {
    assert_reads(&Options::new(), "[ a,\"b\"]", &"[ a,\"b\"]".to_string());
    // Written again it is a text, in quotes.
    assert_eq!(jsv::to_string("[a]").unwrap(), "\"[a]\"");
}

// A key is text in JSON, so that a structure is written as its JSON in a string; read, that is the
// text of a scalar. Way around: a list of pairs.
#[test]
fn a_structure_as_a_key_of_json_is_not_read_back() {
    let map = BTreeMap::from([((1, 2), "a")]);
    let text = jsv::json::to_string(&map).unwrap();
    assert_eq!(text, r#"{"[1,2]":"a"}"#);
    let read = jsv::json::from_str::<BTreeMap<(i32, i32), String>>(&text);
    assert!(read.unwrap_err().to_string().starts_with("expected a list"));
}
