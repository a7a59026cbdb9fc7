//! Depth: a text nested far deeper than allowed is refused without the stack growing with it, a
//! text nested exactly as deep as allowed reads, and writing obeys the same limit.

use std::{collections::BTreeMap, fmt::Debug};

use jsv::{Duplicates, Layout, Options, Value, error::Category};
use jsv_tests_common::stack::on_a_small_stack;
use serde::{
    Deserialize, Serialize, Serializer,
    de::{DeserializeOwned, IgnoredAny},
};

/// The default of `max_depth`.
const LIMIT: usize = 128;

/// How deep the hostile texts are.
const HOSTILE: usize = 1_000_000;

/// The stack for what nothing recurses for.
const SKIPPING: usize = 64;

/// The stack for reading and writing 128 levels of a `Value`, in a build without optimisation.
const TYPED: usize = 1024;

/// Texts nested so deep, by what they are made of, closed or left open.
fn nested(levels: usize) -> Vec<(&'static str, String)> {
    let both = |open: &str, inner: &str, close: &str, each: usize| {
        let count = levels / each;
        let opened = open.repeat(count);
        let closed = format!("{opened}{inner}{}", close.repeat(count));
        [opened, closed]
    };
    let [lists_open, lists] = both("[", "x", "]", 1);
    let [objects_open, objects] = both("{a:", "x", "}", 1);
    let [mixed_open, mixed] = both("[{a:", "x", "}]", 2);
    let [_, keys] = both("[1,{\"a,b\":2,c:", "x", "}]", 2);
    vec![
        ("lists", lists),
        ("lists left open", lists_open),
        ("objects", objects),
        ("objects left open", objects_open),
        ("lists and objects", mixed),
        ("lists and objects left open", mixed_open),
        ("between other values", keys),
    ]
}

fn every_layout() -> [Options; 5] {
    [
        Options::new(),
        Options::new().layout(Layout::Compact),
        Options::new().layout(Layout::Loose),
        Options::new().duplicates(Duplicates::Last),
        Options::new().duplicates(Duplicates::First),
    ]
}

fn refuses_hostile_texts<T: DeserializeOwned + Debug>(stack: usize) {
    for (kind, text) in nested(HOSTILE) {
        for options in every_layout() {
            let shown = on_a_small_stack(stack, || match options.from_str::<T>(&text) {
                Ok(_) => Err("it reads".to_string()),
                Err(error) if error.category() != Category::Limit => Err(error.to_string()),
                Err(error) => Ok(error.offset()),
            });
            let begins = &text[..16];
            match shown {
                Err(actual) => panic!(
                    "{kind}, {options:?}\ninput: {HOSTILE} levels of {begins}…\nexpected: a limit\nactual: {actual}"
                ),
                Ok(offset) => {
                    let opening =
                        |bytes: &[u8]| bytes.iter().filter(|&&b| b == b'[' || b == b'{').count();
                    let before = offset.map(|offset| opening(&text.as_bytes()[..offset]));
                    assert_eq!(
                        before,
                        Some(LIMIT),
                        "{kind}, {options:?}: brackets before the place of the error"
                    );
                }
            }
        }
    }
}

#[test]
fn a_value_is_not_read_deeper_than_the_limit() {
    refuses_hostile_texts::<Value>(TYPED);
}

#[test]
fn a_skipped_text_is_not_read_deeper_than_the_limit() {
    refuses_hostile_texts::<IgnoredAny>(SKIPPING);
}

#[test]
fn a_captured_text_is_not_read_deeper_than_the_limit() {
    refuses_hostile_texts::<String>(SKIPPING);
}

#[test]
fn an_unknown_member_is_not_skipped_deeper_than_the_limit() {
    #[derive(Debug, Deserialize)]
    struct Empty {}

    for (kind, inner) in nested(HOSTILE) {
        let text = format!("{{unknown:{inner}}}");
        let error = on_a_small_stack(SKIPPING, || jsv::from_str::<Empty>(&text).unwrap_err());
        assert_eq!(error.category(), Category::Limit, "{kind}: {error}");
        assert_eq!(error.path().to_string(), "unknown", "{kind}: {error}");
    }
}

#[test]
fn without_a_limit_skipping_and_capturing_take_no_stack() {
    let options = Options::new().max_depth(usize::MAX);
    for (kind, text) in nested(HOSTILE) {
        if kind.ends_with("open") {
            continue;
        }
        on_a_small_stack(SKIPPING, || {
            options.from_str::<IgnoredAny>(&text).unwrap();
            let captured = options.from_str::<&str>(&text).unwrap();
            assert!(captured == text, "{kind}: captured as it stands");
        });
    }
}

#[test]
fn a_text_as_deep_as_the_limit_reads() {
    for levels in [LIMIT, LIMIT - 2] {
        for (kind, text) in nested(levels) {
            if kind.ends_with("open") {
                continue;
            }
            for options in every_layout() {
                on_a_small_stack(TYPED, || {
                    let value = options.from_str::<Value>(&text);
                    match value {
                        Ok(value) => assert_eq!(value.to_string(), text, "{kind}"),
                        Err(error) => panic!(
                            "{kind}, {options:?}\ninput: {text}\nexpected: it reads\nactual: {error}"
                        ),
                    }
                    options.from_str::<IgnoredAny>(&text).unwrap();
                    assert_eq!(options.from_str::<&str>(&text).unwrap(), text, "{kind}");
                });
            }
        }
    }
}

#[test]
fn one_level_more_than_the_limit_is_refused() {
    let list = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for limit in [0, 1, 2, 5, 50] {
        let options = Options::new().max_depth(limit);
        let (allowed, refused) = (list(limit), list(limit + 1));
        let reads = |text: &str| {
            (
                options.from_str::<Value>(text).is_ok(),
                options.from_str::<IgnoredAny>(text).is_ok(),
                options.from_str::<String>(text).is_ok(),
            )
        };
        assert_eq!(
            reads(&allowed),
            (true, true, true),
            "limit {limit}: {allowed}"
        );
        assert_eq!(
            reads(&refused),
            (false, false, false),
            "limit {limit}: {refused}"
        );
        let error = options.from_str::<Value>(&refused).unwrap_err();
        assert_eq!(error.category(), Category::Limit);
        assert_eq!(error.offset(), Some(limit));
        assert_eq!(error.path().segments().len(), limit);
    }
    // A scalar at the root is no level.
    assert_eq!(Options::new().max_depth(0).from_str::<i32>("1").unwrap(), 1);
}

#[test]
fn levels_side_by_side_do_not_add_up() {
    let text = format!("[{}]", "[[]],{a:[]},".repeat(1000));
    let options = Options::new().max_depth(3);
    options.from_str::<Value>(&text).unwrap();
    options.from_str::<IgnoredAny>(&text).unwrap();
}

/// So many lists, one within the other.
struct Lists(usize);

impl Serialize for Lists {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            0 => serializer.serialize_str("x"),
            levels => serializer.collect_seq([Lists(levels - 1)]),
        }
    }
}

/// So many maps, one within the other.
struct Maps(usize);

impl Serialize for Maps {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            0 => serializer.serialize_str("x"),
            levels => serializer.collect_map([("a", Maps(levels - 1))]),
        }
    }
}

/// So many variants, each of which is two levels.
#[derive(Serialize)]
enum Variants {
    End,
    Tuple(Box<Variants>, i32),
    Struct { next: Box<Variants> },
}

impl Variants {
    fn nested(count: usize) -> Self {
        (0..count).fold(Self::End, |inner, index| match index % 2 {
            0 => Self::Tuple(inner.into(), 1),
            _ => Self::Struct { next: inner.into() },
        })
    }
}

#[test]
fn writing_deeper_than_the_limit_is_an_error() {
    fn check<T: Serialize>(kind: &str, allowed: &T, refused: &T) {
        let pretty = [Options::to_vec, Options::to_vec_pretty];
        for (name, write) in ["compact", "pretty"].into_iter().zip(pretty) {
            let written = write(&Options::new(), allowed);
            assert!(
                written.is_ok(),
                "{kind}, {name}: {LIMIT} levels: {written:?}"
            );
            let error = write(&Options::new(), refused).unwrap_err();
            assert_eq!(error.category(), Category::Limit, "{kind}, {name}: {error}");
            assert_eq!(error.offset(), None, "{kind}, {name}: {error}");
        }
        let mut out = Vec::new();
        let error = jsv::to_writer(&mut out, refused).unwrap_err();
        assert_eq!(
            error.category(),
            Category::Limit,
            "{kind}, to a writer: {error}"
        );
    }

    check("lists", &Lists(LIMIT), &Lists(LIMIT + 1));
    check("maps", &Maps(LIMIT), &Maps(LIMIT + 1));
    check(
        "variants",
        &Variants::nested(LIMIT / 2),
        &Variants::nested(LIMIT / 2 + 1),
    );
}

#[test]
fn writing_a_million_levels_stops_at_the_limit() {
    on_a_small_stack(TYPED, || {
        let error = jsv::to_string(&Lists(HOSTILE)).unwrap_err();
        assert_eq!(error.category(), Category::Limit, "{error}");
        let error = jsv::to_string(&Maps(HOSTILE)).unwrap_err();
        assert_eq!(error.category(), Category::Limit, "{error}");
    });
}

#[test]
fn what_was_written_at_the_limit_reads_back() {
    let text = jsv::to_string(&Lists(LIMIT)).unwrap();
    on_a_small_stack(TYPED, || {
        let value: Value = text.parse().unwrap();
        assert_eq!(jsv::to_string(&value).unwrap(), text);
        let pretty = jsv::to_string_pretty(&value).unwrap();
        assert_eq!(jsv::from_str::<Value>(&pretty).unwrap(), value);
    });
}

#[test]
fn a_map_key_is_no_level() {
    let map = BTreeMap::from([("a,b", BTreeMap::from([("c", 1)]))]);
    let options = Options::new().max_depth(2);
    let text = options.to_string(&map).unwrap();
    assert_eq!(text, "{\"a,b\":{c:1}}");
    assert_eq!(
        options
            .from_str::<BTreeMap<&str, BTreeMap<&str, i32>>>(&text)
            .unwrap(),
        map
    );
}
