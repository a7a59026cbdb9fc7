//! [`Everything`]: every shape of serde's model in one type, and any value of it.

#![allow(missing_docs, reason = "the shapes are what their names say")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use proptest::{collection, option, prelude::*, sample};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{SeqAccess, Visitor},
};

use crate::texts::{any_char, any_text};

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Everything {
    #[serde(rename = "ID")]
    pub id: i32,
    pub scalars: Scalars,
    pub optional: Optional,
    pub lists: Lists,
    pub maps: Maps,
    pub choice: Choice,
    pub choices: Vec<Option<Choice>>,
    pub tuples: Tuples,
    #[serde(rename = "a:b,\"c\" d")]
    pub renamed: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Scalars {
    pub is_active: bool,
    pub i8: i8,
    pub u8: u8,
    pub i64: i64,
    pub u64: u64,
    pub i128: i128,
    pub u128: u128,
    pub single: f32,
    pub double: f64,
    #[serde(rename = "IPAddress")]
    pub text: String,
    pub char: char,
    pub kind: Kind,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Optional {
    pub text: Option<String>,
    pub number: Option<i64>,
    pub double: Option<f64>,
    pub flag: Option<bool>,
    pub char: Option<char>,
    pub list: Option<Vec<String>>,
    pub nested: Option<Box<Optional>>,
    pub kind: Option<Kind>,
    pub bytes: Option<Bytes>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lists {
    pub numbers: Vec<i32>,
    pub gaps: Vec<Option<String>>,
    pub lists: Vec<Vec<Option<char>>>,
    pub units: Vec<()>,
    pub bytes: Bytes,
    pub set: BTreeSet<String>,
    pub array: [u16; 3],
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Maps {
    pub by_text: BTreeMap<String, Option<String>>,
    pub by_number: BTreeMap<i32, String>,
    pub by_flag: BTreeMap<bool, Vec<u8>>,
    pub by_char: BTreeMap<char, BTreeMap<String, i128>>,
    pub by_kind: BTreeMap<Kind, f32>,
    pub nested: BTreeMap<String, Vec<TextsByNumber>>,
}

type TextsByNumber = BTreeMap<u8, Option<Vec<String>>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    Plain,
    #[serde(rename = "not, plain")]
    Special,
    #[serde(rename = "")]
    Empty,
    #[serde(rename = "7")]
    Digit,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Choice {
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
pub struct Tuples {
    pub pair: (i32, Option<String>),
    pub single: (Option<i32>,),
    pub triple: Triple,
    pub wrapper: Wrapper,
    pub units: (Unit, (), Unit),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Triple(pub String, pub Option<i32>, pub char);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Wrapper(pub Vec<String>);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Unit;

/// Bytes, by serde's methods for bytes.
#[derive(Debug, Clone)]
pub struct Bytes(pub Vec<u8>);

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

pub fn any_kind() -> BoxedStrategy<Kind> {
    sample::select(&[Kind::Plain, Kind::Special, Kind::Empty, Kind::Digit][..]).boxed()
}

pub fn any_bytes() -> BoxedStrategy<Bytes> {
    collection::vec(any::<u8>(), 0..6).prop_map(Bytes).boxed()
}

pub fn any_f64() -> BoxedStrategy<f64> {
    prop_oneof![
        4 => proptest::num::f64::ANY,
        1 => sample::select(&[0.0, -0.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::INFINITY][..]),
        1 => (-100_000_i32..100_000).prop_map(|number| f64::from(number) / 100.0),
    ]
    .boxed()
}

pub fn any_f32() -> BoxedStrategy<f32> {
    prop_oneof![
        4 => proptest::num::f32::ANY,
        1 => sample::select(&[0.0, -0.0, f32::MAX, f32::MIN, f32::MIN_POSITIVE, f32::INFINITY][..]),
    ]
    .boxed()
}

pub fn any_scalars() -> BoxedStrategy<Scalars> {
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
        .boxed()
}

pub fn any_optional() -> BoxedStrategy<Optional> {
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
    (level(), option::of(level()))
        .prop_map(|(outer, inner)| Optional {
            nested: inner.map(Box::new),
            ..outer
        })
        .boxed()
}

pub fn any_lists() -> BoxedStrategy<Lists> {
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
        .boxed()
}

pub fn any_maps() -> BoxedStrategy<Maps> {
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
        .boxed()
}

pub fn any_choice() -> BoxedStrategy<Choice> {
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
    .boxed()
}

pub fn any_tuples() -> BoxedStrategy<Tuples> {
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
        .boxed()
}

pub fn anything() -> BoxedStrategy<Everything> {
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
        .boxed()
}

/// A list of exactly one nothing is written as the empty list: there is no text for it.
pub fn forget_lone_nothing<T>(list: &mut Vec<Option<T>>) {
    if matches!(&list[..], [None]) {
        list.clear();
    }
}

impl Everything {
    /// The value as it reads back.
    pub fn without_losses(self) -> Self {
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
    pub fn without_empty_entries(mut self) -> Self {
        self.maps.by_text.retain(|_, text| text.is_some());
        for map in self.maps.nested.values_mut().flatten() {
            map.retain(|_, texts| texts.is_some());
        }
        self
    }
}
