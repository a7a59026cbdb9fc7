//! [`Mirror`]: a Rust type that stands for a .NET type. Here are the trait and the types that
//! contain others; scalars stand in [`scalars`](crate::scalars), objects in
//! [`types`](crate::types).
//!
//! A reference type may be null, so that it is an `Option`: [`Text`], [`List`], [`Dictionary`]
//! and every object, also as an item, a value or at the root.

use std::{fmt, fmt::Debug, marker::PhantomData};

use jsv::dotnet::KeyValuePair;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::Value as Json;

use crate::{losses::ReadBack, scalars::items};

/// .NET's `string`.
pub type Text = Option<String>;
/// .NET's `List<T>` and `T[]`.
pub type List<T> = Option<Vec<T>>;
/// .NET's `Dictionary<K, V>`.
pub type Dictionary<K, V> = Option<Pairs<K, V>>;

/// A Rust type that stands for a .NET type.
pub trait Mirror: Debug + Default + PartialEq + ReadBack + Serialize + DeserializeOwned {
    /// The value that a recorded value stands for.
    fn from_recorded(recorded: &Json) -> Self;
}

impl<T: Mirror> Mirror for Option<T> {
    fn from_recorded(recorded: &Json) -> Self {
        (!recorded.is_null()).then(|| T::from_recorded(recorded))
    }
}

impl<T: Mirror> Mirror for Box<T> {
    fn from_recorded(recorded: &Json) -> Self {
        Self::new(T::from_recorded(recorded))
    }
}

impl<T: Mirror> Mirror for Vec<T> {
    fn from_recorded(recorded: &Json) -> Self {
        items(recorded).iter().map(T::from_recorded).collect()
    }
}

/// The entries of a map in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs<K, V>(pub Vec<(K, V)>);

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Mirror, V: Mirror> Mirror for Pairs<K, V> {
    fn from_recorded(recorded: &Json) -> Self {
        let entry = |entry: &Json| match items(entry) {
            [key, value] => (K::from_recorded(key), V::from_recorded(value)),
            _ => panic!("a key and a value, not {entry}"),
        };
        Self(items(recorded).iter().map(entry).collect())
    }
}

impl<K: Serialize, V: Serialize> Serialize for Pairs<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Pairs<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

struct PairsVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<K, V> {
    type Value = Pairs<K, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Pairs(entries))
    }
}

impl<K: Mirror, V: Mirror> Mirror for KeyValuePair<K, V> {
    fn from_recorded(recorded: &Json) -> Self {
        Self {
            key: K::from_recorded(&recorded["Key"]),
            value: V::from_recorded(&recorded["Value"]),
        }
    }
}
