//! JSON as a tree that keeps the text of its numbers.

use std::{collections::HashSet, fmt};

use jsv::{Map, Value};
use serde::{
    Deserialize,
    de::{IgnoredAny, MapAccess, Visitor},
    ser::{Serialize, SerializeMap, SerializeSeq, Serializer},
};
use serde_json::value::RawValue;

use crate::failure::Failure;

/// How deep JSON may be nested, as in JSV.
const MAX_DEPTH: usize = 128;

/// A JSON value.
#[derive(Debug)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    /// A number, by its text.
    Number(&'a RawValue),
    Text(String),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl<'a> Json<'a> {
    /// Reads a text, which must be JSON as a whole; a name that stands twice is an error.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Failure> {
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        // Once for the whole text, so that the place of an error is a place in it.
        serde_json::from_slice::<IgnoredAny>(bytes).map_err(|error| Failure::json(&error))?;
        let raw: &RawValue =
            serde_json::from_slice(bytes).map_err(|error| Failure::json(&error))?;
        Self::of(raw, MAX_DEPTH)
    }

    /// Each level reads its members' texts only to find their ends, so the cost is the size times
    /// the depth, which is limited.
    fn of(raw: &'a RawValue, levels: usize) -> Result<Self, Failure> {
        let text = raw.get();
        let structure = text.starts_with(['{', '[']);
        if structure && levels == 0 {
            return Err(Failure::message(format_args!(
                "JSON nested deeper than {MAX_DEPTH} levels"
            )));
        }
        let fault = |error: serde_json::Error| Failure::json(&error);
        match text.as_bytes() {
            [b'n', ..] => Ok(Self::Null),
            [b't', ..] => Ok(Self::Bool(true)),
            [b'f', ..] => Ok(Self::Bool(false)),
            [b'"', ..] => serde_json::from_str(text).map(Self::Text).map_err(fault),
            [b'[', ..] => {
                let items: Vec<&RawValue> = serde_json::from_str(text).map_err(fault)?;
                let items = items.into_iter().map(|item| Self::of(item, levels - 1));
                items.collect::<Result<_, _>>().map(Self::List)
            }
            [b'{', ..] => {
                let Members(members) = serde_json::from_str(text).map_err(fault)?;
                let mut seen = HashSet::new();
                if let Some((twice, _)) = members.iter().find(|(name, _)| !seen.insert(name)) {
                    return Err(Failure::message(format_args!("`{twice}` stands twice")));
                }
                let members = members
                    .into_iter()
                    .map(|(name, member)| Ok((name, Self::of(member, levels - 1)?)));
                members.collect::<Result<_, _>>().map(Self::Map)
            }
            _ => Ok(Self::Number(raw)),
        }
    }

    /// The same value for JSV, in which all scalars are text.
    pub(crate) fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::from(value),
            Self::Number(raw) => Value::from(raw.get()),
            Self::Text(text) => Value::from(text),
            Self::List(items) => items.into_iter().map(Self::into_value).collect(),
            Self::Map(members) => Value::Map(
                members
                    .into_iter()
                    .map(|(name, member)| (name, member.into_value()))
                    .collect::<Map>(),
            ),
        }
    }

    /// Gives the members of every object to be changed.
    pub(crate) fn for_each_name(
        &mut self,
        change: &mut impl FnMut(&mut String),
    ) -> Result<(), Failure> {
        match self {
            Self::List(items) => items
                .iter_mut()
                .try_for_each(|item| item.for_each_name(change)),
            Self::Map(members) => {
                let mut seen = HashSet::new();
                for (name, member) in members {
                    change(name);
                    if !seen.insert(name.clone()) {
                        return Err(Failure::message(format_args!(
                            "`{name}` would stand twice in the case asked for"
                        )));
                    }
                    member.for_each_name(change)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(raw) => raw.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Map(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, member) in members {
                    map.serialize_entry(name, member)?;
                }
                map.end()
            }
        }
    }
}

/// The members of an object in their order, their values unread.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;
        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        deserializer.deserialize_map(MembersVisitor).map(Members)
    }
}
