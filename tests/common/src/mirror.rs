//! [`Mirror`]: a Rust type that stands for a .NET type. Here are the trait and the types that
//! contain others; scalars stand in [`scalars`](super::scalars), objects in
//! [`types`](super::types).
//!
//! A reference type may be null, so that it is an `Option`: [`Text`], [`List`], [`Dictionary`]
//! and every object, also as an item, a value or at the root.

use std::{fmt, fmt::Debug, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::Value as Json;

/// .NET's `string`.
pub type Text = Option<String>;
/// .NET's `List<T>` and `T[]`.
pub type List<T> = Option<Vec<T>>;
/// .NET's `Dictionary<K, V>`.
pub type Dictionary<K, V> = Option<Pairs<K, V>>;

/// What a text does not hold of a value, by its format and settings.
#[derive(Debug, Clone, Copy, Default)]
pub struct Losses {
    /// A map's null entries are gone (jsv.md, section 2, and JSON without its option for them).
    pub null_entries: bool,
    /// A list of one null is empty (JSV).
    pub single_null: bool,
    /// A `DateTime` has no more than milliseconds.
    pub date_to_millisecond: bool,
    /// A `DateTimeOffset` has no more than milliseconds.
    pub offset_date_to_millisecond: bool,
}

impl Losses {
    /// Those of precision alone: what is read back may hold more than was asked for, as the last
    /// instant of .NET does.
    pub fn of_precision(self) -> Self {
        Self {
            null_entries: false,
            single_null: false,
            ..self
        }
    }
}

/// A Rust type that stands for a .NET type.
pub trait Mirror: Debug + Default + PartialEq + Serialize + DeserializeOwned {
    /// The value that a recorded value stands for.
    fn from_recorded(recorded: &Json) -> Self;

    /// What comes back when this is written and read: the same but for what the text cannot hold.
    #[must_use]
    fn read_back(self, _losses: &Losses) -> Self {
        self
    }

    /// Whether nothing at all is written for this.
    fn is_nothing(&self) -> bool {
        false
    }
}

/// The items of a recorded list.
fn items(recorded: &Json) -> &[Json] {
    recorded
        .as_array()
        .unwrap_or_else(|| panic!("a list, not {recorded}"))
}

impl<T: Mirror> Mirror for Option<T> {
    fn from_recorded(recorded: &Json) -> Self {
        (!recorded.is_null()).then(|| T::from_recorded(recorded))
    }

    fn read_back(self, losses: &Losses) -> Self {
        self.map(|value| value.read_back(losses))
    }

    fn is_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T: Mirror> Mirror for Box<T> {
    fn from_recorded(recorded: &Json) -> Self {
        Self::new(T::from_recorded(recorded))
    }

    fn read_back(self, losses: &Losses) -> Self {
        Self::new(T::read_back(*self, losses))
    }
}

impl<T: Mirror> Mirror for Vec<T> {
    fn from_recorded(recorded: &Json) -> Self {
        items(recorded).iter().map(T::from_recorded).collect()
    }

    fn read_back(self, losses: &Losses) -> Self {
        match self.as_slice() {
            [only] if losses.single_null && only.is_nothing() => Self::new(),
            _ => self
                .into_iter()
                .map(|item| item.read_back(losses))
                .collect(),
        }
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

    fn read_back(self, losses: &Losses) -> Self {
        let entries = self.0.into_iter();
        Self(
            entries
                .filter(|(_, value)| !(losses.null_entries && value.is_nothing()))
                .map(|(key, value)| (key.read_back(losses), value.read_back(losses)))
                .collect(),
        )
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
