//! [`KeyValuePair`]: .NET's pair of a key and a value, which is no map.

use core::{fmt, marker::PhantomData};

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{IgnoredAny, MapAccess, Visitor},
    ser::SerializeStruct,
};

use crate::private::KEY_VALUE_PAIR;

/// .NET's `KeyValuePair<K, V>`: an object of the members `Key` and `Value`.
///
/// A part that is null is left out, one that a text does not have is its type's default. Unlike
/// those of other structs, parts that hold their default are written whatever
/// [`Options::defaults`](crate::Options::defaults) says.
///
/// ```
/// use jsv::dotnet::KeyValuePair;
///
/// let pair = KeyValuePair { key: "a".to_owned(), value: Some(1) };
/// assert_eq!(jsv::to_string(&pair)?, "{Key:a,Value:1}");
/// let read: KeyValuePair<String, Option<i32>> = jsv::from_str("{key:a}")?;
/// assert_eq!(read, KeyValuePair { key: "a".into(), value: None });
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct KeyValuePair<K, V> {
    /// The key.
    pub key: K,
    /// The value.
    pub value: V,
}

impl<K, V> From<(K, V)> for KeyValuePair<K, V> {
    fn from((key, value): (K, V)) -> Self {
        Self { key, value }
    }
}

impl<K, V> From<KeyValuePair<K, V>> for (K, V) {
    fn from(pair: KeyValuePair<K, V>) -> Self {
        (pair.key, pair.value)
    }
}

impl<K: Serialize, V: Serialize> Serialize for KeyValuePair<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_struct(KEY_VALUE_PAIR, 2)?;
        pair.serialize_field("Key", &self.key)?;
        pair.serialize_field("Value", &self.value)?;
        pair.end()
    }
}

impl<'de, K, V> Deserialize<'de> for KeyValuePair<K, V>
where
    K: Deserialize<'de> + Default,
    V: Deserialize<'de> + Default,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(KEY_VALUE_PAIR, &["Key", "Value"], PairVisitor(PhantomData))
    }
}

struct PairVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for PairVisitor<K, V>
where
    K: Deserialize<'de> + Default,
    V: Deserialize<'de> + Default,
{
    type Value = KeyValuePair<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of Key and Value")
    }

    fn visit_seq<A: serde_core::de::SeqAccess<'de>>(
        self,
        mut parts: A,
    ) -> Result<Self::Value, A::Error> {
        // A format without names has both parts.
        Ok(KeyValuePair {
            key: parts.next_element()?.unwrap_or_default(),
            value: parts.next_element()?.unwrap_or_default(),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut pair = KeyValuePair::default();
        while let Some(name) = members.next_key_seed(NameSeed)? {
            match name {
                Name::Key => pair.key = members.next_value()?,
                Name::Value => pair.value = members.next_value()?,
                Name::Other => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(pair)
    }
}

enum Name {
    Key,
    Value,
    Other,
}

struct NameSeed;

impl<'de> serde_core::de::DeserializeSeed<'de> for NameSeed {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for NameSeed {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: serde_core::de::Error>(self, name: &str) -> Result<Name, E> {
        Ok(match name {
            "Key" => Name::Key,
            "Value" => Name::Value,
            _ => Name::Other,
        })
    }
}
