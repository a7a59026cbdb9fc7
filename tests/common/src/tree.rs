//! [`Tree`]: a value of any .NET type that the schema has or that is made of those.

use std::fmt;

use jsv::dotnet::KeyValuePair;
use serde_json::Value as Json;

use crate::{
    any_scalar::Scalar,
    losses::{Losses, ReadBack},
    mirror::Pairs,
    scalars::{items, number},
    schema::{Enum, Object, Type},
};

/// A value of a [`Type`], made of the Rust types that stand for its parts where there are any.
#[derive(Clone, PartialEq)]
pub enum Tree {
    /// A scalar.
    Scalar(Scalar),
    /// An enum, and which of its variants.
    Enum(&'static Enum, usize),
    /// A value that may be null.
    Nullable(Option<Box<Tree>>),
    /// A list.
    List(Vec<Tree>),
    /// A dictionary.
    Dictionary(Pairs<Tree, Tree>),
    /// A pair.
    KeyValuePair(Box<KeyValuePair<Tree, Tree>>),
    /// An object, and the values of its members.
    Object(&'static Object, Vec<Tree>),
}

impl Tree {
    /// The value that a recorded value stands for.
    pub fn recorded(of: Type, recorded: &Json) -> Self {
        match of {
            Type::Scalar(scalar) => Self::Scalar(scalar.recorded(recorded)),
            Type::Enum(of) => Self::Enum(of, of.variant(number(recorded))),
            Type::Nullable(of) => Self::Nullable(
                (!recorded.is_null()).then(|| Box::new(Self::recorded(*of, recorded))),
            ),
            Type::List(of) => Self::List(
                items(recorded)
                    .iter()
                    .map(|item| Self::recorded(*of, item))
                    .collect(),
            ),
            Type::Dictionary([of_key, of_value]) => {
                let entry = |entry: &Json| match items(entry) {
                    [key, value] => (
                        Self::recorded(*of_key, key),
                        Self::recorded(*of_value, value),
                    ),
                    _ => panic!("a key and a value, not {entry}"),
                };
                Self::Dictionary(Pairs(items(recorded).iter().map(entry).collect()))
            }
            Type::KeyValuePair([of_key, of_value]) => Self::KeyValuePair(Box::new(KeyValuePair {
                key: Self::recorded(*of_key, &recorded["Key"]),
                value: Self::recorded(*of_value, &recorded["Value"]),
            })),
            Type::Object(of) => Self::recorded_object(of, recorded),
        }
    }

    fn recorded_object(of: &'static Object, recorded: &Json) -> Self {
        // Recorded objects have all their members and no others.
        let count = recorded.as_object().map(|object| object.len());
        assert_eq!(count, Some(of.members.len()), "{}: {recorded}", of.name);
        let member = |(name, of): (&&str, &Type)| match recorded.get(name) {
            Some(value) => Self::recorded(*of, value),
            None => panic!("`{name}` in {recorded}"),
        };
        Self::Object(of, of.members.iter().zip(of.types()).map(member).collect())
    }

    /// .NET's default of a type.
    pub fn default_of(of: Type) -> Self {
        match of {
            Type::Scalar(scalar) => Self::Scalar(scalar.default()),
            Type::Enum(of) => Self::Enum(of, of.variant(0)),
            Type::Nullable(_) => Self::Nullable(None),
            Type::List(_) => Self::List(Vec::new()),
            Type::Dictionary(_) => Self::Dictionary(Pairs(Vec::new())),
            Type::KeyValuePair([key, value]) => Self::KeyValuePair(Box::new(KeyValuePair {
                key: Self::default_of(*key),
                value: Self::default_of(*value),
            })),
            Type::Object(of) => Self::Object(
                of,
                of.types().iter().map(|of| Self::default_of(*of)).collect(),
            ),
        }
    }
}

impl ReadBack for Tree {
    fn read_back(self, losses: &Losses) -> Self {
        match self {
            Self::Scalar(scalar) => Self::Scalar(scalar.read_back(losses)),
            Self::Enum(..) => self,
            Self::Nullable(value) => Self::Nullable(value.read_back(losses)),
            Self::List(items) => Self::List(items.read_back(losses)),
            Self::Dictionary(entries) => Self::Dictionary(entries.read_back(losses)),
            Self::KeyValuePair(pair) => Self::KeyValuePair(pair.read_back(losses)),
            Self::Object(of, values) => {
                let values = values.into_iter().map(|value| value.read_back(losses));
                Self::Object(of, values.collect())
            }
        }
    }

    fn is_nothing(&self) -> bool {
        matches!(self, Self::Nullable(None))
    }
}

/// As the mirrors print themselves, with the names of .NET.
impl fmt::Debug for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(scalar) => scalar.fmt(f),
            Self::Enum(of, variant) => f.write_str(of.variants[*variant]),
            Self::Nullable(value) => value.fmt(f),
            Self::List(items) => items.fmt(f),
            Self::Dictionary(entries) => entries.fmt(f),
            Self::KeyValuePair(pair) => pair.fmt(f),
            Self::Object(of, values) => {
                let mut object = f.debug_struct(of.name);
                for (name, value) in of.members.iter().zip(values) {
                    object.field(name, value);
                }
                object.finish()
            }
        }
    }
}
