//! What a [`Value`] is made from without serde, and [`Map`] likewise. Scalars become the text that
//! this crate writes for them.

use alloc::{borrow::Cow, boxed::Box, collections::BTreeMap, string::String, vec::Vec};

use super::{Map, Value, convert};

macro_rules! from_scalars {
    ($($type:ty => $text:path)*) => {$(
        impl From<$type> for Value {
            fn from(scalar: $type) -> Self {
                Self::Text($text(scalar))
            }
        }
    )*};
}

from_scalars! {
    bool => convert::bool_text
    f32 => convert::f32_text
    f64 => convert::f64_text
    i8 => convert::integer_text
    i16 => convert::integer_text
    i32 => convert::integer_text
    i64 => convert::integer_text
    i128 => convert::integer_text
    isize => convert::integer_text
    u8 => convert::integer_text
    u16 => convert::integer_text
    u32 => convert::integer_text
    u64 => convert::integer_text
    u128 => convert::integer_text
    usize => convert::integer_text
    char => String::from
    &str => String::from
    &String => String::from
    Box<str> => String::from
    Cow<'_, str> => String::from
    String => String::from
}

impl From<()> for Value {
    fn from((): ()) -> Self {
        Self::Null
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}

/// `None` is [`Value::Null`].
///
/// ```
/// assert!(jsv::Value::from(None::<i32>).is_null());
/// assert_eq!(jsv::Value::from(Some(1)), 1);
/// ```
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(option: Option<T>) -> Self {
        option.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Into<Value> + Clone> From<&[T]> for Value {
    fn from(items: &[T]) -> Self {
        items.iter().cloned().collect()
    }
}

impl<T: Into<Value>, const N: usize> From<[T; N]> for Value {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<Value>> From<BTreeMap<K, V>> for Value {
    fn from(entries: BTreeMap<K, V>) -> Self {
        entries.into_iter().collect()
    }
}

/// A list of the items.
///
/// ```
/// let value: jsv::Value = (1..4).collect();
/// assert_eq!(value.to_string(), "[1,2,3]");
/// ```
impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// A map of the entries.
///
/// ```
/// let value: jsv::Value = [("a", 1), ("b", 2)].into_iter().collect();
/// assert_eq!(value.to_string(), "{a:1,b:2}");
/// ```
impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Value {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self::Map(entries.into_iter().collect())
    }
}

impl<K: Into<String>, V: Into<Value>, const N: usize> From<[(K, V); N]> for Map {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        let mut map = Self::with_capacity(entries.size_hint().0);
        map.extend(entries);
        map
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for Map {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}
