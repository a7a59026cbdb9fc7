//! From one text to the other without a type: the same as through a value, with the errors of
//! either side.

use jsv::{
    Duplicates, Layout, Options, Untyped, Value,
    error::Category,
    json::{self, from_jsv, to_jsv},
};
use proptest::{collection, prelude::*};

#[test]
fn json_becomes_jsv() {
    let cases = [
        ("1.50", "1.50"),
        ("-0", "-0"),
        ("1e5", "1e5"),
        ("true", "True"),
        ("false", "False"),
        ("null", ""),
        ("\"\"", "\"\""),
        ("\"a,b\"", "\"a,b\""),
        ("\"a\\\"b\"", "\"a\"\"b\""),
        ("\"null\"", "null"),
        ("[]", "[]"),
        ("{}", "{}"),
        ("[1,null,2]", "[1,,2]"),
        ("[null]", "[]"),
        ("[null,null]", "[,]"),
        (" { \"a\" : [ { } , [ ] ] } ", "{a:[{},[]]}"),
        (r#"{"a":null,"b":{"c":null},"d":1,"e":null}"#, "{b:{},d:1}"),
        (r#"{"a:b":1,"":2,"1":3}"#, r#"{"a:b":1,"":2,1:3}"#),
        (
            r#"["2001-01-01T10:20:30Z","10:20"]"#,
            r#"[2001-01-01T10:20:30Z,"10:20"]"#,
        ),
        (r#"["\/Date(0)\/"]"#, "[/Date(0)/]"),
    ];
    for (text, expected) in cases {
        assert_eq!(to_jsv(text).unwrap(), expected, "{text}");
        let value: Value = json::from_str(text).unwrap();
        assert_eq!(value.to_string(), expected, "{text}");
    }
    assert_eq!(
        Options::new()
            .json()
            .to_jsv_pretty(r#"{"a":[1],"b":{}}"#)
            .unwrap(),
        "{\n\ta: \n\t[\n\t\t1\n\t],\n\tb: {}\n}"
    );
}

#[test]
fn jsv_becomes_json() {
    let cases = [
        ("", "null"),
        ("a", "\"a\""),
        ("1", "\"1\""),
        ("True", "\"True\""),
        ("null", "\"null\""),
        ("\"\"", "\"\""),
        ("[]", "[]"),
        ("{}", "{}"),
        ("[1,,\"a\"\"b\"]", r#"["1",null,"a\"b"]"#),
        (
            "{a:{b:[c:d]},\"e,f\":}",
            r#"{"a":{"b":["c:d"]},"e,f":null}"#,
        ),
    ];
    // Whether an entry of nothing is null or left out, is for the writer of JSON to say.
    for (text, expected) in &cases[..9] {
        assert_eq!(from_jsv(text).unwrap(), *expected, "{text}");
    }
    let infer = Options::new().untyped(Untyped::Infer);
    let cases = [
        (
            "[1,01,1.5,1.50,True,true,\"1\",-1]",
            r#"[1,"01",1.5,"1.50",true,"true","1",-1]"#,
        ),
        ("{1:1}", r#"{"1":1}"#),
        ("[-0,-00,-0.0,0]", r#"[-0,"-00","-0.0",0]"#),
    ];
    for (text, expected) in cases {
        assert_eq!(infer.json().from_jsv(text).unwrap(), expected, "{text}");
    }
    let loose = Options::new().layout(Layout::Loose);
    assert_eq!(
        loose.json().from_jsv_pretty("{ a : [ b ] }").unwrap(),
        "{\n    \"a\": [\n        \"b\"\n    ]\n}"
    );
}

#[test]
fn errors_of_the_text_have_place_and_path() {
    let cases = [
        (
            r#"{"a":[1,{"b":x}]}"#,
            "expected value at line 1, column 14, at a[1].b",
        ),
        (
            r#"{"a":[1,{"b":1,"b":2}]}"#,
            "`b` stands twice at line 1, column 16, at a[1]",
        ),
        (
            r#"{"a":["\ud800"]}"#,
            "unexpected end of hex escape at line 1, column 14, at a[0]",
        ),
        (
            "[1] 2",
            "expected the end of the text after the value at line 1, column 5",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(to_jsv(text).unwrap_err().to_string(), expected, "{text}");
    }
    let cases = [
        (
            "{a:[1,{b:1,b:2}]}",
            "`b` stands twice at line 1, column 12, at a[1]",
        ),
        (
            "{a:[1,{b:\"x}]}",
            "a quote is never closed at line 1, column 15, opened at line 1, column 10, at a[1].b",
        ),
        (
            "{a:1}x",
            "expected the end of the text after the value at line 1, column 6",
        ),
        (
            "{a:\"b\" }",
            "expected `,` or `}` after a closing quote (Layout::Loose could read this text) at line 1, column 7, at a",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(from_jsv(text).unwrap_err().to_string(), expected, "{text}");
    }
    let last = Options::new().duplicates(Duplicates::Last);
    assert_eq!(last.json().to_jsv(r#"{"a":1,"a":2}"#).unwrap(), "{a:2}");
    assert_eq!(last.json().from_jsv("{a:1,a:2}").unwrap(), r#"{"a":"2"}"#);
}

#[test]
fn depth_is_limited() {
    // In a thread with a stack of its own size, whatever that of the tests is.
    let small = std::thread::Builder::new().stack_size(1024 * 1024);
    small.spawn(depth_is_limited_here).unwrap().join().unwrap();
}

fn depth_is_limited_here() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(to_jsv(&deep(128)).unwrap(), deep(128));
    assert_eq!(from_jsv(&deep(128)).unwrap(), deep(128));
    for levels in [129, 1_000_000] {
        for error in [
            to_jsv(&deep(levels)).unwrap_err(),
            from_jsv(&deep(levels)).unwrap_err(),
        ] {
            assert_eq!(
                (error.category(), error.offset()),
                (Category::Limit, Some(128))
            );
            assert_eq!(error.path().segments().len(), 128);
        }
    }
}

/// Documents of strings.
fn any_strings() -> impl Strategy<Value = serde_json::Value> {
    let scalar = prop_oneof![
        any::<String>().prop_map(serde_json::Value::from),
        "[\":,{}\\[\\]\r\n a]{0,6}".prop_map(Into::into),
    ];
    scalar.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            collection::btree_map(any::<String>(), inner, 0..8)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn strings_survive_the_way_through_jsv(json in any_strings()) {
        let text = json.to_string();
        let jsv = to_jsv(&text).unwrap();
        prop_assert_eq!(&from_jsv(&jsv).unwrap(), &text);
        let pretty = Options::new().json().to_jsv_pretty(&text).unwrap();
        prop_assert_eq!(&from_jsv(&pretty).unwrap(), &text);
        let value: Value = json::from_str(&text).unwrap();
        prop_assert_eq!(value.to_string(), jsv);
    }
}
