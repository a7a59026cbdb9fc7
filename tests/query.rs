//! Queries, forms and routes: what is read and written, and what no text does.

use std::{collections::BTreeMap, fmt::Debug};

use jsv::{
    Layout, Options, TextCase, Unknown, Value,
    dotnet::{Bytes, DateTime, Decimal, Guid},
    query::{self, BindError, Binder, Template, TemplateError},
};
use jsv_tests_common::{
    dto::{Dto, Failure, Way},
    for_any_dto,
};
use proptest::{collection, prelude::*};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value as Json;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Inner {
    name: Option<String>,
    zip: i32,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
enum Kind {
    #[default]
    Plain,
    #[serde(rename = "\"quoted\":text")]
    Quoted,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Search {
    id: i32,
    name: Option<String>,
    text: String,
    flag: bool,
    maybe: Option<bool>,
    ratio: Option<f64>,
    money: Option<Decimal>,
    letter: Option<char>,
    kind: Option<Kind>,
    plain_kind: Kind,
    when: Option<DateTime>,
    key: Guid,
    ids: Option<Vec<i32>>,
    tags: Option<Vec<Option<String>>>,
    grid: Option<Vec<Vec<i32>>>,
    pair: Option<(i32, String)>,
    blob: Option<Bytes>,
    inner: Option<Inner>,
    inners: Option<Vec<Inner>>,
    map: Option<BTreeMap<String, String>>,
    any: Option<Value>,
}

fn read<T: DeserializeOwned>(query: &str) -> T {
    query::from_str(query).unwrap_or_else(|error| panic!("{error}: {query}"))
}

fn write<T: Serialize>(dto: &T) -> String {
    query::to_string(dto).unwrap_or_else(|error| panic!("{error}"))
}

fn refused<T: DeserializeOwned + Debug>(query: &str) -> BindError {
    match query::from_str::<T>(query) {
        Ok(dto) => panic!("{query} gives {dto:?}"),
        Err(error) => error,
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.into())
}

#[test]
fn values_are_read_as_their_members_want_them() {
    /// A query and what it sets.
    type Case = (&'static str, fn(&mut Search));
    let cases: &[Case] = &[
        ("", |_| {}),
        ("&&=1&unknown=x&name&id=", |_| {}),
        ("ID=5", |search| search.id = 5),
        ("id=%225%22", |search| search.id = 5),
        ("name=%22x%22", |search| search.name = some("\"x\"")),
        ("name={a,[", |search| search.name = some("{a,[")),
        ("name=a&NAME=&Name=b", |search| search.name = some("a,b")),
        ("name=%20", |search| search.name = some(" ")),
        ("text=%0Aa", |search| search.text = "\na".into()),
        ("maybe=%20&ratio=+&kind=%09&when=%20", |_| {}),
        ("flag=on,off", |search| search.flag = true),
        ("flag=0&flag=1", |_| {}),
        ("ratio=-1,234.5", |search| search.ratio = Some(-1234.5)),
        ("money=1,234.50", |search| {
            search.money = Some(jsv::from_str("1234.50").unwrap())
        }),
        ("letter=,", |search| search.letter = Some(',')),
        ("letter=%22", |search| search.letter = Some('"')),
        ("letter=%22%22%22%22", |search| search.letter = Some('"')),
        ("kind=PLAIN", |search| search.kind = Some(Kind::Plain)),
        ("kind=\"quoted\":text", |search| {
            search.kind = Some(Kind::Quoted)
        }),
        ("kind=\"Plain\"", |search| search.kind = Some(Kind::Plain)),
        ("kind=1", |search| search.kind = Some(Kind::Quoted)),
        ("key={00000000-0000-0000-0000-000000000000}", |_| {}),
        ("ids=1,2&ids=3", |search| search.ids = Some(vec![1, 2, 3])),
        ("ids=[1,2]", |search| search.ids = Some(vec![1, 2])),
        ("ids=[]", |search| search.ids = Some(vec![])),
        ("ids=\"1\", 2", |search| search.ids = Some(vec![1, 2])),
        ("tags=,", |search| search.tags = Some(vec![None, None])),
        ("tags=%20", |search| search.tags = Some(vec![some(" ")])),
        ("tags=%0Aa", |search| search.tags = Some(vec![some("\na")])),
        ("tags=\"[a]\",", |search| {
            search.tags = Some(vec![some("[a]"), None])
        }),
        ("grid=[[1,2],[3]]", |search| {
            search.grid = Some(vec![vec![1, 2], vec![3]])
        }),
        ("pair=1,a", |search| search.pair = Some((1, "a".into()))),
        ("blob=AQI=", |search| {
            search.blob = Some(Bytes::from(vec![1, 2]))
        }),
        ("blob=[1,2]", |search| {
            search.blob = Some(Bytes::from(vec![1, 2]))
        }),
        ("blob=\"\"", |search| search.blob = Some(Bytes::default())),
        ("inner={zip:3}", |search| {
            search.inner = Some(Inner { name: None, zip: 3 });
        }),
        ("inners={zip:3},{name:a}", |search| {
            search.inners = Some(vec![
                Inner { name: None, zip: 3 },
                Inner {
                    name: some("a"),
                    zip: 0,
                },
            ]);
        }),
        ("map=a:1,b:2:3", |search| {
            search.map = Some(BTreeMap::from([
                ("a".into(), "1".into()),
                ("b".into(), "2:3".into()),
            ]));
        }),
        ("map={}", |search| search.map = Some(BTreeMap::new())),
        ("any=a,b", |search| search.any = Some(Value::from("a,b"))),
        ("any=\"q\"", |search| search.any = Some(Value::from("q"))),
    ];
    for (query, set) in cases {
        let mut expected = Search::default();
        set(&mut expected);
        assert_eq!(read::<Search>(query), expected, "{query}");
    }
}

#[test]
fn a_value_that_does_not_fit_is_refused() {
    let cases = [
        "id=x",
        "id=1,000",
        "id=1&id=2",
        "flag=perhaps",
        "maybe=true,false",
        "id=%20",
        "letter=xy",
        "kind=Nope",
        "kind=Plain,Plain",
        "kind=2",
        "ids=1,,2",
        "ids=1,",
        "ids=[1,2",
        "ids=[1],2",
        "ids=1],[2",
        "grid=1,2],[3",
        "grid=[1,2],[3]",
        "inner=Name:x",
        "inner=[]",
        "inner={Zip:x}",
        "inner={Zip:1}}",
        "map=a",
        "map=[]",
        "map=a:1}",
        "blob=!",
        "any=\"a",
    ];
    for query in cases {
        let error = refused::<Search>(query);
        assert_eq!(error.values().len(), 1, "{query}: {error}");
        let name = query.split('=').next();
        assert_eq!(Some(error.values()[0].name()), name, "{query}");
    }
}

#[test]
fn all_bad_values_are_named_in_the_order_of_their_sources() {
    let mut binder = Binder::new(&Options::new());
    binder.form("ids=x&text=ok&Id=a%20b");
    binder.query("Maybe=perhaps&id=replaced&ratio=y");
    binder.path("Key", "k").path("Id", "replaced");
    let error = match binder.bind::<Search>() {
        Ok(search) => panic!("{search:?}"),
        Err(error) => error,
    };
    let found: Vec<_> = error.values().iter().map(|value| value.message()).collect();
    assert_eq!(
        found,
        [
            "'k' is an Invalid value for 'Key'",
            "'perhaps' is an Invalid value for 'Maybe'",
            "'y' is an Invalid value for 'ratio'",
            "'x' is an Invalid value for 'ids'",
            "'a b' is an Invalid value for 'Id'",
        ]
    );
}

#[test]
fn errors_have_a_path_and_a_place_in_the_value() {
    let cases = [
        ("inner={Zip:abc}", "Inner.Zip", 5),
        ("ids=1,x", "Ids[1]", 2),
        ("ids=[1,x]", "Ids[1]", 3),
        ("inners={Zip:x}", "Inners[0].Zip", 5),
        ("id=x", "Id", 0),
    ];
    for (query, path, offset) in cases {
        let error = refused::<Search>(query);
        let error = error.values()[0].error();
        let found = (error.path().to_string(), error.offset(), error.column());
        assert_eq!(found, (path.into(), Some(offset), offset + 1), "{query}");
    }
}

#[test]
fn values_replace_those_of_a_body() {
    let mut binder = Binder::new(&Options::new());
    binder.path("Id", "5").query("ids=7&inner={Zip:2}");
    let jsv = "{id:9,NAME:b,Ids:[1,2],Inner:{Name:n,Zip:1}}";
    let json = r#"{"id":9,"NAME":"b","Ids":[1,2],"Inner":{"Name":"n","Zip":1}}"#;
    let expected = Search {
        id: 5,
        name: some("b"),
        ids: Some(vec![7]),
        inner: Some(Inner { name: None, zip: 2 }),
        ..Search::default()
    };
    for bound in [binder.bind_over_jsv(jsv), binder.bind_over_json(json)] {
        assert_eq!(bound.ok(), Some(expected.clone()));
    }

    binder.query("maybe=x&ratio=y");
    let error = binder.bind_over_jsv::<Search>(jsv).map(drop);
    let names = error.map_err(|error| {
        let values = error.values().iter();
        values.map(|value| value.name().to_owned()).collect()
    });
    assert_eq!(names, Err(vec!["maybe".to_owned(), "ratio".to_owned()]));
}

#[test]
fn an_error_of_a_body_is_the_cause() {
    let mut binder = Binder::new(&Options::new());
    binder.query("id=5");
    for body in ["{Ratio:x}", "{Ratio:1", "[1]", "{Ratio:1}x", "{Id:}{", "x"] {
        match binder.bind_over_jsv::<Search>(body) {
            Ok(search) => panic!("{body}: {search:?}"),
            Err(error) => assert!(error.cause().is_some(), "{body}: {error:?}"),
        }
    }
    // The member of the body that does not count may hold anything, but must be well-formed.
    assert!(binder.bind_over_jsv::<Search>("{Id:x}").is_ok());
    assert!(binder.bind_over_json::<Search>(r#"{"Id":1"#).is_err());
}

#[test]
fn an_error_does_not_show_the_value() {
    let error = refused::<Search>("id=secret&inner={Zip:secret}");
    for shown in [error.to_string(), format!("{error:?}")] {
        assert!(!shown.contains("secret"), "{shown}");
    }
}

#[test]
fn an_error_that_is_about_no_value_has_a_cause() {
    #[derive(Debug, Deserialize)]
    struct Strict {
        #[expect(dead_code, reason = "read alone")]
        id: i32,
    }
    let error = refused::<Strict>("name=a");
    assert!(error.values().is_empty());
    assert!(error.to_string().contains("`id`"), "{error}");

    // A bad value counts for more than what is missing.
    assert_eq!(refused::<Strict>("id=x").values().len(), 1);

    let options = Options::new().unknown(Unknown::Error);
    let error = query::from_str_with::<Search>("nope=1", &options).map(drop);
    assert!(error.is_err_and(|error| error.cause().is_some()));

    assert!(refused::<i32>("id=1").cause().is_some());
}

#[test]
fn names_follow_the_text_case_when_read() {
    let options = Options::new().text_case(TextCase::Snake);
    let read = query::from_str_with::<Search>("plain_kind=1&plain-kind=", &options);
    assert_eq!(
        read.ok().map(|search| search.plain_kind),
        Some(Kind::Quoted)
    );
}

#[test]
fn a_map_takes_any_names() {
    let map: BTreeMap<String, String> = read("b=1&A=x%26y&a=z");
    let expected = BTreeMap::from([("b".into(), "1".into()), ("A".into(), "x&y,z".into())]);
    assert_eq!(map, expected);
    assert_eq!(write(&map), "A=x%26y%2Cz&b=1");
    assert_eq!(read::<()>("a=1"), ());
}

#[test]
fn nested_texts_are_read_by_the_options() {
    let loose = Options::new().layout(Layout::Loose);
    let query = "inner={ Zip: 3 }&ids=1, 2";
    let search: Search = query::from_str_with(query, &loose).unwrap_or_default();
    assert_eq!(search.inner.map(|inner| inner.zip), Some(3));
    assert_eq!(search.ids, Some(vec![1, 2]));
}

#[test]
fn members_are_written_as_the_clients_do() {
    /// What is set, and the query.
    type Case = (fn(&mut Search), &'static str);
    let cases: &[Case] = &[
        (|_| {}, ""),
        (|search| search.text = "a~-._å".into(), "a~-._%C3%A5"),
        (|search| search.name = some(""), "name="),
        (|search| search.maybe = Some(false), "maybe=False"),
        (|search| search.letter = Some(','), "letter=%2C"),
        (|search| search.kind = Some(Kind::Plain), "kind=Plain"),
        (
            |search| search.kind = Some(Kind::Quoted),
            "kind=%22quoted%22%3Atext",
        ),
        (
            |search| search.plain_kind = Kind::Quoted,
            "plainKind=%22quoted%22%3Atext",
        ),
        (|search| search.ids = Some(vec![]), "ids=%5B%5D"),
        (|search| search.tags = Some(vec![None]), "tags=%5B%5D"),
        (
            |search| search.tags = Some(vec![some("[a]")]),
            "tags=%22%5Ba%5D%22",
        ),
        (
            |search| search.grid = Some(vec![vec![]]),
            "grid=%5B%5B%5D%5D",
        ),
        (
            |search| search.inner = Some(Inner::default()),
            "inner=%7BZip%3A0%7D",
        ),
        (
            |search| search.pair = Some((0, String::new())),
            "pair=0%2C%22%22",
        ),
    ];
    for (set, expected) in cases {
        let mut search = Search::default();
        set(&mut search);
        let written = write(&search);
        // A text that cannot be null is always written.
        let (with_text, found) = match written.strip_prefix("text=") {
            Some(rest) => (true, rest.trim_start_matches('&')),
            None => (false, written.as_str()),
        };
        let found = found.replace("&text=", "").replace("text=&", "");
        assert!(with_text || written.contains("text="), "{written}");
        assert_eq!(found, *expected);
    }
    assert!(query::to_string(&[1]).is_err());
    assert!(query::to_string("text").is_err());
    assert_eq!(query::to_string(&None::<Search>).ok(), Some(String::new()));
}

#[test]
fn names_are_camel_case_and_those_inside_follow_the_option() {
    let search = Search {
        inner: Some(Inner {
            name: some("n"),
            zip: 0,
        }),
        ..Search::default()
    };
    for (case, expected) in [
        (TextCase::AsDeclared, "text=&inner=%7BName%3An%2CZip%3A0%7D"),
        (TextCase::Camel, "text=&inner=%7Bname%3An%2Czip%3A0%7D"),
    ] {
        let written = query::to_string_with(&search, &Options::new().text_case(case));
        assert_eq!(written.ok().as_deref(), Some(expected));
    }
}

#[test]
fn paths_are_matched_segment_by_segment() {
    let cases: &[(&str, &str, Option<&[&str]>)] = &[
        ("/", "/", Some(&[])),
        ("/a", "/a", Some(&[])),
        ("/a", "/%61", Some(&[])),
        ("/a", "/A", None),
        ("/a", "/a/", None),
        ("/a", "a", None),
        ("/a/{X}", "/a", None),
        ("/a/{X}", "/a/", None),
        ("/a/{X}", "/a/b/c", None),
        ("/a/{X}", "/a/b+c%2Bd%2Fe%252F", Some(&["b+c+d/e%2F"])),
        ("/a/{X}", "/a/%E5%20", Some(&["%E5 "])),
        ("/a/{X}/b/{Y}", "/a/1/b/2", Some(&["1", "2"])),
        ("/a/{X}/b/{Y}", "/a/1/c/2", None),
        ("/a/{X*}", "/a", Some(&[""])),
        ("/a/{X*}", "/a/", Some(&[""])),
        ("/a/{*X}", "/a/b/c%20d//e", Some(&["b/c d//e"])),
        ("/{X*}", "/", Some(&[""])),
    ];
    for (template, path, expected) in cases {
        let template = Template::parse(template).unwrap_or_else(|error| panic!("{error}"));
        let found = template.matches(path);
        let values = found.map(|found| found.into_iter().map(|(_, value)| value).collect());
        let expected: Option<Vec<String>> =
            expected.map(|values| values.iter().map(|value| (*value).into()).collect());
        assert_eq!(values, expected, "{template} {path}");
    }
}

#[test]
fn malformed_templates_are_errors() {
    let cases = [
        ("a", TemplateError::NoSlash),
        ("", TemplateError::NoSlash),
        ("/{}", TemplateError::NoName),
        ("/{*}", TemplateError::NoName),
        ("/a{X}", TemplateError::Braces),
        ("/{X", TemplateError::Braces),
        ("/{{X}}", TemplateError::Braces),
        ("/{*X*}", TemplateError::Braces),
        ("/{X}/{x}", TemplateError::VariableTwice),
        ("/{X*}/a", TemplateError::WildcardNotLast),
    ];
    for (template, expected) in cases {
        assert_eq!(Template::parse(template), Err(expected), "{template}");
    }
}

/// Any value of a DTO comes back from a query, but for empty texts, which count as not given.
fn assert_back(dto: &dyn Dto) -> Result<(), TestCaseError> {
    let fail = |error: Failure| TestCaseError::fail(error.to_string());
    let plain = Options::new();
    let json = dto.write(Way::SerdeJson, &plain).map_err(fail)?;
    let mut json: Json = serde_json::from_str(&json).map_err(|error| fail(error.into()))?;
    for member in json
        .as_object_mut()
        .into_iter()
        .flat_map(|map| map.values_mut())
    {
        if *member == "" {
            member.take();
        }
    }
    let expected = dto.read(Way::SerdeJson, &plain, &json.to_string());
    let expected = expected.map_err(fail)?;
    for case in [TextCase::AsDeclared, TextCase::Camel, TextCase::Snake] {
        let options = Options::new().text_case(case);
        let query = dto.write(Way::Query, &options).map_err(fail)?;
        let read = dto
            .read(Way::Query, &options, &query)
            .map_err(|error| TestCaseError::fail(format!("{error}: {query}")))?;
        prop_assert!(expected.is(&*read), "{query}: {read:?} is not {expected:?}");
    }
    Ok(())
}

for_any_dto!(assert_back);

/// Pieces of queries that a careless reader might trip over.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(
            &[
                "&", "=", "+", "%", "%2", "%E5", "%C3%A5", "%22", "%00", "\"", "\"\"", ",", ":",
                "{", "}", "[", "]", "\n", " ", "1", "-", "ids=", "tags=", "inner=", "inners=",
                "map=", "any=", "grid=", "kind=", "key=", "when=", "blob=", "flag=", "letter=",
                "Name:",
            ][..]
        )
        .prop_map(str::to_owned),
        ".{0,3}",
    ];
    collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4096,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn no_text_makes_reading_panic(query in hostile()) {
        if let Err(error) = query::from_str::<Search>(&query) {
            prop_assert!(!error.values().is_empty(), "{} {}", error, query);
        }
    }

    #[test]
    fn no_text_makes_matching_panic(template in hostile(), path in hostile()) {
        if let Ok(template) = Template::parse(&format!("/{template}")) {
            template.matches(&format!("/{path}"));
        }
    }

    #[test]
    fn any_text_comes_back(text in jsv_tests_common::strategies::text()) {
        let search = Search {
            name: Some(text.clone()).filter(|text| !text.is_empty()),
            tags: Some(vec![Some(text.clone()), Some(text.clone())]),
            map: Some(BTreeMap::from([(text.clone(), text.clone())])),
            text,
            ..Search::default()
        };
        prop_assert_eq!(read::<Search>(&write(&search)), search);
    }
}

/// Quadratic cost would take hours here.
#[test]
fn long_values_are_read_or_refused_at_once() {
    let pieces = [
        ("", "id=1&"),
        ("", "ids=x&"),
        ("", "&"),
        ("", "=&"),
        ("", "%E5&x="),
        ("name=", "%E5"),
        ("name=%E5", "%"),
        ("name=", "+"),
        ("ids=", "1,"),
        ("ids=[", "["),
        ("inner=", "{a:"),
        ("map=", "a:b,"),
        ("any=\"", "\"\""),
    ];
    for (first, piece) in pieces {
        let query = format!("{first}{}", piece.repeat(300_000));
        drop(query::from_str::<Search>(&query));
    }
}

#[test]
fn many_bad_values_are_all_collected() {
    let query: String = (0..100_000).map(|n| format!("n{n}=x&")).collect();
    let error = query::from_str::<BTreeMap<String, i32>>(&query).unwrap_err();
    assert_eq!(error.values().len(), 100_000);
    drop(query::from_str::<Search>(&query));
}

#[test]
fn many_values_over_a_body_of_many_members_come_to_an_end() {
    let query: String = (0..100_000).map(|n| format!("N{n}=1&")).collect();
    let members: String = (50_000..150_000).map(|n| format!("n{n}:2,")).collect();
    let body = format!("{{{}}}", members.trim_end_matches(','));
    let mut binder = Binder::new(&Options::new());
    binder.query(&query);
    let map: BTreeMap<String, i32> = binder.bind_over_jsv(&body).unwrap();
    assert_eq!(map.len(), 150_000);
    assert_eq!((map["N0"], map["N99999"], map["n100000"]), (1, 1, 2));
    drop(binder.bind_over_jsv::<Search>(&body));
}

#[test]
fn a_value_replaces_an_entry_of_a_map_whose_name_is_the_same() {
    type Map = BTreeMap<String, String>;
    let bound = |options: &Options| -> Map {
        let mut binder = Binder::new(options);
        binder.query("company_id=1&b=2");
        binder.bind_over_jsv("{CompanyId:3,B:4,c:5}").unwrap()
    };
    let map = |entries: &[(&str, &str)]| -> Map {
        let entries = entries.iter();
        entries
            .map(|(name, value)| ((*name).into(), (*value).into()))
            .collect()
    };
    assert_eq!(
        bound(&Options::new()),
        map(&[
            ("CompanyId", "3"),
            ("b", "2"),
            ("c", "5"),
            ("company_id", "1")
        ])
    );
    assert_eq!(
        bound(&Options::new().text_case(TextCase::Snake)),
        map(&[("b", "2"), ("c", "5"), ("company_id", "1")])
    );
}

#[test]
fn a_dto_without_members_takes_any_object() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Ping;

    let none = Binder::new(&Options::new());
    let mut some = none.clone();
    some.query("id=1");
    for binder in [none, some] {
        assert_eq!(binder.bind::<Ping>().unwrap(), Ping);
        for body in ["{}", "{A:1,B:{C:[1,2]}}", ""] {
            assert_eq!(binder.bind_over_jsv::<Ping>(body).unwrap(), Ping, "{body}");
        }
        for body in ["{}", r#"{"A":1,"B":{"C":[1,2]}}"#, "null"] {
            assert_eq!(binder.bind_over_json::<Ping>(body).unwrap(), Ping, "{body}");
        }
        for body in ["{", "{}x", "[1]", "x"] {
            assert!(binder.bind_over_jsv::<Ping>(body).is_err(), "{body}");
            assert!(binder.bind_over_json::<Ping>(body).is_err(), "{body}");
        }
    }
}
