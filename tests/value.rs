//! `Value` and `Map`: what they hold, how they are made, read, written and taken apart.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    fmt::Debug,
};

use jsv::{
    Duplicates, Map, Options, TextCase, Unknown, Untyped, Value, error::Category, from_value, jsv,
    to_value, value::map::Entry,
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned, de::IntoDeserializer};

/// Lists and maps in turn, so many levels of them, around a text.
fn nested(levels: usize) -> Value {
    (0..levels).fold(Value::from("core"), |inner, level| {
        if level % 2 == 0 {
            Value::List(vec![Value::from("first"), inner])
        } else {
            Value::Map(Map::from([("key", inner)]))
        }
    })
}

const DEEP: usize = 1_000_000;

#[test]
fn a_deep_value_is_dropped_cloned_and_compared_without_recursion() {
    let value = nested(DEEP);
    let clone = value.clone();
    assert!(value == clone);
    assert!(clone != nested(DEEP - 2));
    drop(value);

    let map = Map::from([("a", clone)]);
    assert!(map == map.clone());
    drop(map.into_values().next());
}

#[test]
fn a_deep_value_is_printed_without_recursion() {
    let value = nested(DEEP);
    let text = value.to_string();
    assert!(text.starts_with("{key:[first,{key:[first,"), "{:.40}", text);
    assert_eq!(text.matches("core").count(), 1);
    assert_eq!(text.matches(']').count(), DEEP / 2);
    let debug = format!("{value:?}");
    assert!(debug.starts_with(r#"Map {"key": List [Text("first"), Map {"#));
    // The pretty layouts take room quadratic in the depth.
    let value = nested(2_000);
    assert_eq!(format!("{value:#}").matches("\t[").count(), 1_000);
    assert_eq!(format!("{value:#?}").matches("List [").count(), 1_000);
}

#[test]
fn a_deep_and_wide_value_is_taken_apart() {
    let mut value = Value::Null;
    for _ in 0..1_000 {
        let siblings: Vec<Value> = (0..100).map(|n| jsv!([[n], { "n": n }])).collect();
        value = jsv!({ "siblings": siblings, "deeper": [value] });
    }
    assert!(value.clone() == value);
}

#[test]
fn a_value_takes_four_words() {
    assert_eq!(size_of::<Value>(), 4 * size_of::<usize>());
}

#[test]
fn the_macro_takes_what_json_takes() {
    let owned = String::from("owned");
    let numbers = vec![1, 2];
    let cases: &[(Value, &str)] = &[
        (jsv!(null), ""),
        (jsv!(true), "True"),
        (jsv!(false), "False"),
        (jsv!("a,b"), "\"a,b\""),
        (jsv!(""), "\"\""),
        (jsv!('x'), "x"),
        (jsv!(-1), "-1"),
        (jsv!(1.0), "1"),
        (jsv!(1e17), "1E+17"),
        (jsv!(2 + 3), "5"),
        (jsv!([]), "[]"),
        (jsv!({}), "{}"),
        (jsv!([1]), "[1]"),
        (jsv!([1, "a", null, true,]), "[1,a,,True]"),
        (jsv!([[], {}, [1], {"a": 1}]), "[[],{},[1],{a:1}]"),
        (
            jsv!({"a": null, "b": [null], "c": {"d": 1},}),
            "{b:[],c:{d:1}}",
        ),
        (
            jsv!({"a": [1, 2].len(), "b": 1 + 1, "c": -1}),
            "{a:2,b:2,c:-1}",
        ),
        (jsv!([[1, 2].len(), 3]), "[2,3]"),
        (
            jsv!({"s": &owned, "n": numbers, "o": Some(1), "z": None::<u8>}),
            "{s:owned,n:[1,2],o:1}",
        ),
        (
            jsv!({(owned.to_uppercase()): 1, owned: 2}),
            "{OWNED:1,owned:2}",
        ),
        (jsv!({"": 1, "a:b": 2, 'c': 3}), "{\"\":1,\"a:b\":2,c:3}"),
        (jsv!({"a": 1, "a": 2}), "{a:2}"),
        (jsv!(jsv!([jsv!(1)])), "[1]"),
        (jsv!(if cfg!(miri) { 1 } else { 2 }), "2"),
    ];
    for (value, expected) in cases {
        assert_eq!(value.to_string(), *expected, "{value:?}");
    }
}

#[test]
fn a_scalar_is_the_text_that_is_written_for_it() {
    let cases: &[(Value, &str)] = &[
        (true.into(), "True"),
        (i8::MIN.into(), "-128"),
        (u64::MAX.into(), "18446744073709551615"),
        (i128::MIN.into(), "-170141183460469231731687303715884105728"),
        (7_usize.into(), "7"),
        (f64::MAX.into(), "1.7976931348623157e+308"),
        (0.1_f32.into(), "0.1"),
        (123_456_789_f32.into(), "123456790"),
        (f64::NEG_INFINITY.into(), "-Infinity"),
        ('å'.into(), "å"),
        ("a".into(), "a"),
        (Cow::Borrowed("b").into(), "b"),
        (String::from("c").into(), "c"),
        (Box::<str>::from("d").into(), "d"),
    ];
    for (value, expected) in cases {
        assert_eq!(value.as_str(), Some(*expected));
    }
    assert_eq!(Value::from(()), Value::Null);
    assert_eq!(Value::from(Some(Some(1))), jsv!(1));
    assert_eq!(Value::from(vec![Some(1), None]), jsv!([1, null]));
    assert_eq!(Value::from(&[1, 2][..]), jsv!([1, 2]));
    assert_eq!(Value::from([[1], [2]]), jsv!([[1], [2]]));
    assert_eq!(
        Value::from(BTreeMap::from([("b", 1), ("a", 2)])),
        jsv!({"a": 2, "b": 1})
    );
    assert_eq!(
        "{a:[1,,x]}".parse::<Value>().unwrap(),
        jsv!({"a": [1, null, "x"]})
    );
    assert!("{a:[1}".parse::<Value>().is_err());
}

#[test]
fn a_scalar_is_read_by_the_rules_for_reading() {
    let bools: &[(&str, Option<bool>)] = &[
        ("True", Some(true)),
        ("FALSE", Some(false)),
        ("on", Some(true)),
        (" 1 ", Some(true)),
        ("2", None),
        ("", None),
    ];
    for (text, expected) in bools {
        assert_eq!(Value::from(*text).as_bool(), *expected, "{text:?}");
    }
    assert_eq!(jsv!("-9223372036854775808").as_i64(), Some(i64::MIN));
    assert_eq!(jsv!("9223372036854775808").as_i64(), None);
    assert_eq!(jsv!("9223372036854775808").as_u64(), Some(1 << 63));
    assert_eq!(jsv!(u128::MAX).as_u128(), Some(u128::MAX));
    assert_eq!(jsv!("+1").as_i128(), None);
    assert_eq!(jsv!(".5").as_f64(), Some(0.5));
    assert!(jsv!("nan").as_f64().unwrap().is_nan());
    assert_eq!(jsv!(" ").as_char(), Some(' '));
    for value in [jsv!(null), jsv!([1]), jsv!({"a": 1})] {
        assert_eq!(value.as_str(), None);
        assert_eq!(value.as_bool(), None);
        assert_eq!(value.as_i64(), None);
        assert_eq!(value.as_f64(), None);
        assert_eq!(value.as_char(), None);
    }
}

#[test]
fn a_value_is_compared_with_what_it_would_be_read_as() {
    assert_eq!(jsv!("007"), 7);
    assert_eq!(7_u8, jsv!("007"));
    assert_eq!(jsv!(300), 300_i16);
    assert_ne!(jsv!(300), 44_u8);
    assert_eq!(jsv!(-7), -7_isize);
    assert_ne!(jsv!(-7), 7_usize);
    assert_eq!(jsv!("y"), true);
    assert_eq!(jsv!("1.50"), 1.5);
    assert_eq!(jsv!(0.1_f32), 0.1_f32);
    assert_eq!(jsv!("a"), "a");
    assert_eq!(*"a", jsv!("a"));
    assert_eq!(jsv!("a"), String::from("a"));
    assert_eq!(jsv!("a"), 'a');
    assert_ne!(jsv!(["a"]), "a");
    assert_ne!(jsv!(null), false);
    assert_ne!(jsv!(null), "");
}

#[test]
fn lists_are_equal_in_order_and_maps_in_any() {
    assert_eq!(jsv!({"a": [1], "b": {}}), jsv!({"b": {}, "a": [1]}));
    let different = [
        jsv!(null),
        jsv!(""),
        jsv!("a"),
        jsv!([]),
        jsv!({}),
        jsv!([null]),
        jsv!(["a"]),
        jsv!(["a", "b"]),
        jsv!(["b", "a"]),
        jsv!({"a": null}),
        jsv!({"a": 1}),
        jsv!({"b": 1}),
        jsv!({"a": [1, {"b": 2}]}),
        jsv!({"a": [1, {"b": 3}]}),
    ];
    for (left_at, left) in different.iter().enumerate() {
        for (right_at, right) in different.iter().enumerate() {
            assert_eq!(left == right, left_at == right_at, "{left:?}, {right:?}");
        }
        assert_eq!(left, &left.clone());
    }
}

#[test]
fn the_pretty_layout_is_that_of_the_writer() {
    let values = [
        jsv!(null),
        jsv!("a"),
        jsv!("\u{FEFF}a"),
        jsv!([]),
        jsv!({}),
        jsv!([null]),
        jsv!([[], {}, [[]]]),
        jsv!({"a": [], "b": {}, "c": [null], "d": {"e": null}, "f": [[1], {"g": "x,y"}]}),
        jsv!({"a": null}),
        jsv!({"at": "2001-02-03T04:05:06Z", "2001-02-03T04:05:06Z": ["2001-02-03T04:05:06"]}),
        jsv!({"a": null, "b:c": [null, null]}),
    ];
    for value in values {
        assert_eq!(
            value.to_string(),
            jsv::to_string(&value).unwrap(),
            "{value:?}"
        );
        assert_eq!(
            format!("{value:#}"),
            jsv::to_string_pretty(&value).unwrap(),
            "{value:?}"
        );
    }
}

#[test]
fn debug_shows_the_kinds() {
    let value = jsv!({"a": [1, null], "b": {}});
    assert_eq!(
        format!("{value:?}"),
        r#"Map {"a": List [Text("1"), Null], "b": Map {}}"#
    );
    assert_eq!(
        format!("{value:#?}"),
        "Map {\n    \"a\": List [\n        Text(\"1\"),\n        Null,\n    ],\n    \"b\": Map {},\n}"
    );
    assert_eq!(
        format!("{:?}", Map::from([("a", 1)])),
        r#"{"a": Text("1")}"#
    );
}

#[test]
fn parts_are_moved_out() {
    assert_eq!(jsv!("a").into_text(), Ok("a".into()));
    assert_eq!(jsv!([1]).into_list(), Ok(vec![jsv!(1)]));
    assert_eq!(jsv!({"a": 1}).into_map(), Ok(Map::from([("a", 1)])));
    assert_eq!(jsv!([1]).into_text(), Err(jsv!([1])));
    assert_eq!(jsv!("a").into_list(), Err(jsv!("a")));
    assert_eq!(jsv!(null).into_map(), Err(jsv!(null)));
    let mut value = jsv!({"a": [1]});
    assert_eq!(value["a"].take(), jsv!([1]));
    assert_eq!(value, jsv!({"a": null}));
}

#[test]
fn a_missing_part_is_null_and_can_be_put_in() {
    let mut value = jsv!({"a": [1, {"b": 2}]});
    assert_eq!(value["a"][1]["b"], 2);
    assert_eq!(value[String::from("a")][0], 1);
    assert!(value["x"][7]["y"].is_null());
    assert!(value[0].is_null());
    assert_eq!(value.get("a").and_then(|a| a.get(0)), Some(&jsv!(1)));
    assert_eq!(value.get(0), None);
    value["a"][0] = jsv!("new");
    value["c"]["d"] = jsv!(3);
    assert_eq!(value.to_string(), "{a:[new,{b:2}],c:{d:3}}");
    assert_eq!(value.get_mut("x"), None);
    assert_eq!(value.get_ignore_case("A"), value.get("a"));
    assert_eq!(jsv!([1]).get_ignore_case("a"), None);
}

#[test]
fn putting_a_part_where_none_can_be_panics_as_documented() {
    type Put = fn(&mut Value);
    let cases: &[(Value, Put, &str)] = &[
        (jsv!("text"), |v| v["a"] = jsv!(1), "key \"a\" in a scalar"),
        (jsv!([1]), |v| v["a"] = jsv!(1), "key \"a\" in a list"),
        (
            jsv!([1]),
            |v| v[1] = jsv!(1),
            "index 1 in a list of 1 items",
        ),
        (jsv!({}), |v| v[0] = jsv!(1), "index 0 in an object"),
        (jsv!(null), |v| v[0] = jsv!(1), "index 0 in nothing"),
    ];
    for (value, put, expected) in cases {
        let mut value = value.clone();
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| put(&mut value)));
        let message = caught.unwrap_err().downcast::<String>().unwrap();
        assert_eq!(*message, *expected);
    }
}

#[test]
fn a_pointer_names_a_part() {
    let mut value = jsv!({
        "a": [{"b": 1}, 2],
        "": {"": 3},
        "x/y": 4,
        "~": 5,
        "~1": 6,
        "0": 7,
    });
    let cases: &[(&str, Option<Value>)] = &[
        ("/a/0/b", Some(jsv!(1))),
        ("/a/1", Some(jsv!(2))),
        ("/", Some(jsv!({"": 3}))),
        ("//", Some(jsv!(3))),
        ("/x~1y", Some(jsv!(4))),
        ("/~0", Some(jsv!(5))),
        ("/~01", Some(jsv!(6))),
        ("/0", Some(jsv!(7))),
        ("a", None),
        ("/a/2", None),
        ("/a/01", None),
        ("/a/+1", None),
        ("/a/-", None),
        ("/a/", None),
        ("/a/1/0", None),
        ("/a/99999999999999999999999", None),
    ];
    for (pointer, expected) in cases {
        assert_eq!(value.pointer(pointer), expected.as_ref(), "{pointer}");
        assert_eq!(
            value.pointer_mut(pointer),
            expected.clone().as_mut(),
            "{pointer}"
        );
    }
    assert_eq!(value.pointer(""), Some(&value));
}

#[test]
fn a_map_keeps_its_order_and_finds_its_keys_at_any_size() {
    for count in [0, 1, 15, 16, 17, 18, 100, 1000] {
        let key = |n: usize| format!("k{}", n * 7919 % count.max(1));
        let keys: Vec<_> = (0..count).map(key).collect();
        let mut map: Map = keys
            .iter()
            .map(|key| (key.as_str(), key.as_str()))
            .collect();
        assert_eq!(map.len(), count);
        assert!(map.keys().eq(keys.iter()), "{count}");
        for key in &keys {
            assert_eq!(map[key.as_str()], key.as_str(), "{count}");
        }
        assert_eq!(map.get("x"), None);

        let reversed: Map = map.iter().rev().map(|(k, v)| (k, v.clone())).collect();
        assert_eq!(map, reversed);
        assert_eq!(map, map.clone());

        // Every third is taken out; what remains keeps its order and is found.
        for key in keys.iter().step_by(3) {
            assert_eq!(map.remove(key), Some(key.into()), "{count}");
            assert_eq!(map.remove(key), None, "{count}");
        }
        let left: Vec<_> = (0..count).filter(|n| n % 3 != 0).map(key).collect();
        assert!(map.keys().eq(left.iter()), "{count}");
        for key in &left {
            assert_eq!(map.insert(key, "new").unwrap(), key.as_str());
        }
        assert!(map.keys().eq(left.iter()), "{count}");
        assert!(map.values().all(|value| value == "new"));
        assert_ne!(map.is_empty(), count > 1, "{count}");

        for key in keys.iter().step_by(3) {
            assert_eq!(map.insert(key, 1), None);
        }
        assert_eq!(map.len(), count);
        assert!(keys.iter().all(|key| map.contains_key(key)));

        map.retain(|key, value| {
            *value = Value::from("kept");
            key.ends_with('1')
        });
        assert!(
            map.keys()
                .eq(map.clone().keys().filter(|k| k.ends_with('1')))
        );
        assert!(keys.iter().all(|k| map.contains_key(k) == k.ends_with('1')));
        assert!(map.values().all(|value| value == "kept"));
        map.clear();
        assert_eq!((map.len(), map.get("k0")), (0, None));
        assert_eq!(map.insert("k0", 1), None);
        assert_eq!(map["k0"], 1);
    }
}

#[test]
fn a_map_survives_a_panic_while_entries_are_retained() {
    let mut map: Map = (0..100).map(|n| (n.to_string(), n)).collect();
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        map.retain(|key, _| match key {
            "50" => panic!("while retaining"),
            key => key.len() > 1,
        });
    }));
    assert!(caught.is_err());
    assert_eq!(map.len(), 90);
    let keys: Vec<String> = map.keys().map(String::from).collect();
    assert!(keys.iter().all(|key| map[key.as_str()] == key.as_str()));
    map.insert("new", 1);
    assert!(keys.iter().all(|key| map[key.as_str()] == key.as_str()));
}

#[test]
fn an_entry_is_looked_at_filled_and_changed() {
    for others in [0, 15, 16, 40] {
        let mut map: Map = (0..others).map(|n| (format!("other{n}"), n)).collect();
        assert_eq!(map.entry("a").key(), "a");
        assert_eq!(map.entry("a").or_insert(1), &1);
        assert_eq!(map.entry("a").or_insert_with(|| 2), &1);
        let modified = map.entry("a").and_modify(|value| *value = 3.into());
        assert_eq!(modified.key(), "a");
        assert_eq!(
            map.entry("b")
                .and_modify(|value| *value = 3.into())
                .or_insert(4),
            &4
        );
        let Entry::Occupied(mut entry) = map.entry("a") else {
            panic!("it was put in");
        };
        assert_eq!((entry.key(), entry.get()), ("a", &jsv!(3)));
        assert_eq!(entry.insert("x"), 3);
        *entry.get_mut() = "y".into();
        assert_eq!(entry.into_mut(), "y");
        let Entry::Occupied(entry) = map.entry("a") else {
            panic!("it was put in");
        };
        assert_eq!(entry.remove(), "y");
        assert_eq!(map.len(), others + 1);
        assert_eq!(map["b"], 4);
        assert!(matches!(map.entry("a"), Entry::Vacant(_)));
    }
}

#[test]
fn a_name_is_found_ignoring_case_after_the_exact_one() {
    let map = Map::from([("id", 1), ("ID", 2), ("Id", 3)]);
    assert_eq!(map.get_ignore_case("Id"), Some(&jsv!(3)));
    assert_eq!(map.get_ignore_case("iD"), Some(&jsv!(1)));
    assert_eq!(map.get_ignore_case("i"), None);
}

#[test]
fn a_map_is_iterated_in_order_from_both_ends() {
    let mut map = Map::from([("b", 1), ("a", 2), ("c", 3)]);
    assert_eq!(map.iter().len(), 3);
    assert!(map.iter().rev().map(|(key, _)| key).eq(["c", "a", "b"]));
    for (_, value) in &mut map {
        *value = (value.as_u64().unwrap() * 2).into();
    }
    map.values_mut()
        .for_each(|value| *value = value.to_string().into());
    assert!(map.values().eq([2, 4, 6].iter()));
    assert!((&map).into_iter().nth(1).unwrap().0 == "a");
    assert!(map.clone().into_keys().eq(["b", "a", "c"]));
    assert!(map.clone().into_values().eq([2, 4, 6]));
    map.extend([("d", 8)]);
    let last = map.into_iter().next_back();
    assert_eq!(last, Some(("d".into(), jsv!(8))));
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Everything {
    flag: bool,
    small: i8,
    large: u64,
    huge: i128,
    single: f32,
    double: f64,
    letter: char,
    text: String,
    empty: String,
    spaced: String,
    some: Option<i32>,
    none: Option<i32>,
    #[serde(default)]
    unit: (),
    #[serde(default)]
    nothing: Nothing,
    newtype: Newtype,
    pair: (i32, String),
    one: (Option<i32>,),
    point: Point,
    list: Vec<Option<String>>,
    nested: Vec<Vec<i32>>,
    by_number: BTreeMap<i64, bool>,
    by_text: BTreeMap<String, Option<Vec<u8>>>,
    by_shape: BTreeMap<Plain, char>,
    shapes: Vec<Shape>,
    within: Option<Box<Everything>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Nothing;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Newtype(u8);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Point(f64, f64);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Plain {
    First,
    #[serde(rename = "a:b")]
    Special,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Shape {
    Empty,
    Text(String),
    Pair(i32, Option<i32>),
    Sized { width: u32, height: Option<u32> },
    List(Vec<Shape>),
}

fn everything() -> Everything {
    Everything {
        flag: true,
        small: -7,
        large: u64::MAX,
        huge: i128::MIN,
        single: 0.1,
        double: 1e300,
        letter: '"',
        text: "Me, \"Junior\"\r\n[{:}]".into(),
        empty: String::new(),
        spaced: " \t ".into(),
        some: Some(1),
        none: None,
        unit: (),
        nothing: Nothing,
        newtype: Newtype(9),
        pair: (1, "a,b".into()),
        one: (None,),
        point: Point(-0.0, f64::INFINITY),
        list: vec![Some("null".into()), None, Some("x".into())],
        nested: vec![vec![], vec![1, 2]],
        by_number: BTreeMap::from([(-1, true), (1, false)]),
        by_text: BTreeMap::from([(" k ".into(), Some(vec![1, 2])), ("".into(), Some(vec![]))]),
        by_shape: BTreeMap::from([(Plain::First, 'x'), (Plain::Special, ',')]),
        shapes: vec![
            Shape::Empty,
            Shape::Text("[1]".into()),
            Shape::Pair(1, None),
            Shape::Sized {
                width: 1,
                height: None,
            },
            Shape::List(vec![Shape::Text(String::new()), Shape::List(vec![])]),
        ],
        within: None,
    }
}

/// A value goes through `Value` as it goes through text.
#[track_caller]
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(original: &T) {
    let value = to_value(original).unwrap();
    let text = jsv::to_string(original).unwrap();
    assert_eq!(value.to_string(), text);
    assert_eq!(
        format!("{value:#}"),
        jsv::to_string_pretty(original).unwrap()
    );
    assert_eq!(jsv::to_string(&value).unwrap(), text);
    assert_eq!(jsv::from_str::<Value>(&text).unwrap().to_string(), text);
    assert_eq!(&T::deserialize(&value).unwrap(), original, "{value:?}");
    assert_eq!(&from_value::<T>(value).unwrap(), original);
    assert_eq!(
        &from_value::<T>(jsv::from_str(&text).unwrap()).unwrap(),
        original
    );
}

#[test]
fn every_shape_goes_through_a_value_as_through_text() {
    let inner = everything();
    let outer = Everything {
        within: Some(Box::new(inner.clone())),
        ..inner.clone()
    };
    round_trip(&inner);
    round_trip(&outer);
    round_trip(&vec![outer, inner]);
    round_trip(&Shape::Empty);
    round_trip(&Shape::Sized {
        width: 1,
        height: Some(2),
    });
    round_trip(&(None::<i32>,));
    round_trip(&vec![None, Some(1), None]);
    round_trip(&Some("\u{FEFF}text".to_string()));
    round_trip(&None::<String>);
    round_trip(&Vec::<String>::new());
    round_trip(&String::new());
    round_trip(&BTreeMap::<i32, i32>::new());
    round_trip(&BTreeMap::from([(1.5_f64.to_string(), f32::MIN)]));
    round_trip(&HashMap::from([('x', [true, false])]));
}

#[test]
fn the_payload_of_a_variant_that_is_nothing_is_kept_in_a_value() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Maybe {
        Number(Option<i32>),
    }
    let value = to_value(&Maybe::Number(None)).unwrap();
    assert_eq!(value, jsv!({"Number": null}));
    assert_eq!(value, jsv::from_str::<Value>("{Number:}").unwrap());
    assert_eq!(from_value::<Maybe>(value).unwrap(), Maybe::Number(None));
}

#[test]
fn what_is_nothing_is_left_out_of_a_value() {
    let map = BTreeMap::from([("a", None), ("b", Some(1))]);
    assert_eq!(to_value(&map).unwrap(), jsv!({"b": 1}));
    assert_eq!(to_value(&[None, Some(1)]).unwrap(), jsv!([null, 1]));
    let bytes = serde::de::value::BytesDeserializer::<jsv::Error>::new(b"ab");
    assert!(Value::deserialize(bytes).is_err());
}

#[test]
fn options_apply_to_values_too() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Names {
        #[serde(rename = "CompanyName")]
        name: String,
    }
    let acme = Names {
        name: "Acme".into(),
    };
    let snake = Options::new().text_case(TextCase::Snake);
    let value = snake.to_value(&acme).unwrap();
    assert_eq!(value, jsv!({"company_name": "Acme"}));
    assert_eq!(snake.from_value::<Names>(value.clone()).unwrap(), acme);
    assert!(from_value::<Names>(value).is_err());

    let twice = jsv!({"CompanyName": "first", "companyname": "last"});
    let read = |duplicates| {
        let options = Options::new().duplicates(duplicates);
        options
            .from_value::<Names>(twice.clone())
            .map(|names| names.name)
    };
    assert!(read(Duplicates::Error).is_err());
    assert_eq!(read(Duplicates::First).unwrap(), "first");
    assert_eq!(read(Duplicates::Last).unwrap(), "last");

    let more = jsv!({"CompanyName": "Acme", "More": [1]});
    assert_eq!(from_value::<Names>(more.clone()).unwrap(), acme);
    let strict = Options::new().unknown(Unknown::Error);
    assert!(strict.from_value::<Names>(more).is_err());

    let infer = Options::new().untyped(Untyped::Infer);
    let json: serde_json::Value = infer
        .from_value(jsv!({"a": [1, "01", "1.5", true, "x,y", null]}))
        .unwrap();
    assert_eq!(
        json,
        serde_json::json!({"a": [1, "01", 1.5, true, "x,y", null]})
    );

    let shallow = Options::new().max_depth(2);
    assert!(shallow.to_value(&[[1]]).is_ok());
    assert_eq!(
        shallow.to_value(&[[[1]]]).unwrap_err().category(),
        Category::Limit
    );
    assert!(shallow.from_value::<[[i32; 1]; 1]>(jsv!([[1]])).is_ok());
    let error = shallow.from_value::<Value>(jsv!([[[1]]])).unwrap_err();
    assert_eq!(error.category(), Category::Limit);
}

#[test]
fn depth_is_limited_where_serde_is_recursive() {
    for levels in [127, 128] {
        let value = nested(levels);
        assert_eq!(to_value(&value).unwrap(), value);
        assert_eq!(from_value::<Value>(value.clone()).unwrap(), value);
        assert!(jsv::to_string(&value).is_ok());
    }
    let value = nested(DEEP);
    assert_eq!(to_value(&value).unwrap_err().category(), Category::Limit);
    assert_eq!(
        jsv::to_string(&value).unwrap_err().category(),
        Category::Limit
    );
    // Where the value is skipped or turned into text there is no recursion.
    assert!(serde::de::IgnoredAny::deserialize(&value).is_ok());
    assert!(String::deserialize(&value).is_ok());
    assert_eq!(
        from_value::<Value>(value).unwrap_err().category(),
        Category::Limit
    );
}

/// Reading from a value and from its text must give the same, the errors but for the place.
#[track_caller]
fn reads_like_text<T: DeserializeOwned + Debug + PartialEq>(value: &Value) {
    let text = value.to_string();
    let from_value = T::deserialize(value);
    let from_text = jsv::from_str::<T>(&text);
    match (from_value, from_text) {
        (Ok(from_value), Ok(from_text)) => assert_eq!(from_value, from_text, "{text}"),
        (Err(from_value), Err(from_text)) => {
            let message = from_text.to_string();
            let without_place = message.split(" at line").next().unwrap();
            let from_value_message = from_value.to_string();
            assert!(
                from_value_message.starts_with(without_place),
                "{from_value}, {from_text}"
            );
            assert_eq!(from_value.path(), from_text.path(), "{text}");
        }
        (from_value, from_text) => panic!("{text}: {from_value:?}, but text {from_text:?}"),
    }
}

#[test]
fn a_value_is_read_as_its_text_is() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        #[serde(rename = "Id")]
        id: i32,
        name: Option<String>,
    }
    let values = [
        jsv!(null),
        jsv!(""),
        jsv!(" "),
        jsv!("\n"),
        jsv!("null"),
        jsv!(" 1 "),
        jsv!("1,234.5"),
        jsv!(300),
        jsv!(-1),
        jsv!("on"),
        jsv!("x"),
        jsv!("empty"),
        jsv!("First"),
        jsv!("A:B"),
        jsv!(1),
        jsv!(9),
        jsv!([]),
        jsv!([null, null]),
        jsv!([1, 2]),
        jsv!(["1", "x"]),
        jsv!([1, 2, 3]),
        jsv!([{"a": [1, {"b": "x,y"}]}]),
        jsv!({}),
        jsv!({"a": 1}),
        jsv!({"1": "x", " 2 ": ""}),
        jsv!({"id": "1", "NAME": ["x", "a:b"]}),
        jsv!({"id": "x"}),
        jsv!({"Id": 1, "name": "", "More": 1}),
        jsv!({"text": "a"}),
        jsv!({"Pair": [1, "x"]}),
        jsv!({"pair": [1]}),
        jsv!({"pair": [1, 2, 3]}),
        jsv!({"Sized": {"WIDTH": 1}}),
        jsv!({"sized": {"height": 1}}),
        jsv!({"list": [{"text": 1}, "Empty", {"Unknown": 1}]}),
        jsv!({"text": 1, "pair": 2}),
    ];
    for value in &values {
        reads_like_text::<Value>(value);
        reads_like_text::<bool>(value);
        reads_like_text::<u8>(value);
        reads_like_text::<i128>(value);
        reads_like_text::<f64>(value);
        reads_like_text::<f32>(value);
        reads_like_text::<char>(value);
        reads_like_text::<String>(value);
        reads_like_text::<()>(value);
        reads_like_text::<Nothing>(value);
        reads_like_text::<Newtype>(value);
        reads_like_text::<Option<String>>(value);
        reads_like_text::<Option<u8>>(value);
        reads_like_text::<Option<bool>>(value);
        reads_like_text::<Option<Vec<u8>>>(value);
        reads_like_text::<Option<Plain>>(value);
        reads_like_text::<Vec<i32>>(value);
        reads_like_text::<Vec<Option<i32>>>(value);
        reads_like_text::<Vec<String>>(value);
        reads_like_text::<(i32, i32)>(value);
        reads_like_text::<(Option<i32>,)>(value);
        reads_like_text::<BTreeMap<String, String>>(value);
        reads_like_text::<BTreeMap<u8, Option<char>>>(value);
        reads_like_text::<Map>(value);
        reads_like_text::<Strict>(value);
        reads_like_text::<Plain>(value);
        reads_like_text::<Shape>(value);
        reads_like_text::<serde_json::Value>(value);
    }
}

#[test]
fn an_error_has_the_path_and_no_value() {
    let cases: &[(Value, &str)] = &[
        (
            jsv!({"Shapes": [{"Sized": {"width": "secret"}}]}),
            "Shapes[0].Sized.width",
        ),
        (
            jsv!({"Shapes": ["Empty", {"Pair": [1, "secret"]}]}),
            "Shapes[1].Pair[1]",
        ),
        (jsv!({"shapes": "secret"}), "Shapes"),
        (
            jsv!({"Shapes": [{"List": ["secret"]}]}),
            "Shapes[0].List[0]",
        ),
        (jsv!({"Names": {"a.b": []}}), "Names.\"a.b\""),
    ];
    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "PascalCase")]
    #[expect(dead_code, reason = "only read into")]
    struct Target {
        #[serde(default)]
        shapes: Vec<Shape>,
        #[serde(default)]
        names: HashMap<String, i32>,
    }
    for (value, path) in cases {
        let error = Target::deserialize(value).unwrap_err();
        assert_eq!(error.path().to_string(), *path, "{error}");
        assert!(!error.to_string().contains("secret"), "{error}");
        assert_eq!((error.line(), error.offset()), (0, None));
    }
}

#[test]
fn an_error_of_making_a_value_has_the_path() {
    struct Fails;
    impl Serialize for Fails {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("on purpose"))
        }
    }
    let error = to_value(&BTreeMap::from([("a", vec![None, Some(Fails)])])).unwrap_err();
    assert_eq!(error.to_string(), "on purpose, at a[1]");

    let keys = BTreeMap::from([(vec![1], 1)]);
    let error = to_value(&keys).unwrap_err();
    assert_eq!(
        error.to_string(),
        jsv::to_string(&keys).unwrap_err().to_string()
    );
    assert!(to_value(&BTreeMap::from([(None::<i32>, 1)])).is_err());
    assert!(to_value(&BTreeMap::from([((), 1)])).is_err());
    assert_eq!(
        to_value(&BTreeMap::from([(true, 1)])).unwrap(),
        jsv!({"True": 1})
    );
}

#[test]
fn text_is_borrowed_from_the_value() {
    let value = jsv!({"name": "Acme", "tags": ["x,y"]});
    #[derive(Deserialize)]
    struct Borrowing<'a> {
        name: &'a str,
        #[serde(borrow)]
        tags: Vec<&'a str>,
    }
    let read = Borrowing::deserialize(&value).unwrap();
    assert_eq!((read.name, read.tags), ("Acme", vec!["x,y"]));
    assert_eq!(u8::deserialize((&jsv!(7)).into_deserializer()).unwrap(), 7);
}

#[test]
fn other_formats_give_and_take_values() {
    let json = serde_json::json!({
        "a": [1, -1, 1.5, true, "x", null],
        "b": {"": {}, "c": []},
        "d": u64::MAX,
    });
    let value: Value = serde_json::from_value(json.clone()).unwrap();
    let expected = jsv!({
        "a": ["1", "-1", "1.5", "True", "x", null],
        "b": {"": {}, "c": []},
        "d": "18446744073709551615",
    });
    assert_eq!(value, expected);
    assert_eq!(to_value(&json).unwrap(), expected);
    assert_eq!(
        serde_json::to_value(&value).unwrap(),
        serde_json::json!({
            "a": ["1", "-1", "1.5", "True", "x", null],
            "b": {"": {}, "c": []},
            "d": "18446744073709551615",
        })
    );
    let last_counts: Map = serde_json::from_str(r#"{"a":1,"b":2,"a":3}"#).unwrap();
    assert_eq!(last_counts, Map::from([("a", 3), ("b", 2)]));

    // Within what serde buffers, keys and texts are typed by serde.
    #[derive(Deserialize)]
    struct Flat {
        #[serde(flatten)]
        rest: Map,
    }
    let flat: Flat = jsv::from_str("{a:1,b:[x]}").unwrap();
    assert_eq!(flat.rest, Map::from([("a", jsv!(1)), ("b", jsv!(["x"]))]));
}

fn any_value() -> impl Strategy<Value = Value> {
    let text = prop_oneof!["[a-z0-9 ]{0,4}", "[\\[\\]{},:\"\r\n\ta \u{FEFF}]{0,4}"];
    let leaf = prop_oneof![1 => Just(Value::Null), 6 => text.clone().prop_map(Value::from)];
    leaf.prop_recursive(5, 60, 20, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::vec((text.clone(), inner), 0..20)
                .prop_map(|entries| Value::Map(entries.into_iter().collect())),
        ]
    })
}

/// Without what no text can hold: null entries, and a list of one null.
fn as_written(value: &Value) -> Value {
    match value {
        Value::List(items) if matches!(items[..], [Value::Null]) => jsv!([]),
        Value::List(items) => items.iter().map(as_written).collect(),
        Value::Map(map) => map
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, as_written(value)))
            .collect(),
        scalar => scalar.clone(),
    }
}

proptest! {
    #[test]
    fn any_value_is_written_and_read_back(value in any_value()) {
        let text = value.to_string();
        prop_assert_eq!(&text, &jsv::to_string(&value).unwrap());
        prop_assert_eq!(format!("{value:#}"), jsv::to_string_pretty(&value).unwrap());
        prop_assert_eq!(text.parse::<Value>().unwrap(), as_written(&value));
        prop_assert_eq!(&value.clone(), &value);
        prop_assert_eq!(from_value::<Value>(value.clone()).unwrap(), value);
    }

    #[test]
    fn a_map_is_like_a_list_of_entries(
        steps in prop::collection::vec((0..4_u8, 0..40_u8), 0..200),
    ) {
        let mut map = Map::new();
        let mut model: Vec<(String, u8)> = Vec::new();
        for (step, key) in steps {
            let name = key.to_string();
            let at = model.iter().position(|(there, _)| *there == name);
            match step {
                0 => {
                    let removed = at.map(|at| model.remove(at).1.into());
                    prop_assert_eq!(map.remove(&name), removed);
                }
                1 => {
                    map.entry(name.as_str()).or_insert(step);
                    if at.is_none() {
                        model.push((name, step));
                    }
                }
                _ => {
                    let old = at.map(|at| std::mem::replace(&mut model[at].1, step).into());
                    prop_assert_eq!(map.insert(name.as_str(), step), old);
                    if at.is_none() {
                        model.push((name, step));
                    }
                }
            }
            prop_assert!(map.keys().eq(model.iter().map(|(key, _)| key)));
        }
        for (key, value) in &model {
            prop_assert_eq!(map.get(key), Some(&Value::from(*value)));
        }
    }
}
