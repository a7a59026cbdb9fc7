//! Iterating over a [`Map`], in the order of its entries.

use alloc::{string::String, vec};
use core::{iter::FusedIterator, slice};

use super::{Map, Value};

macro_rules! iterators {
    ($(
        $(#[$doc:meta])*
        $name:ident $(<$life:lifetime>)? over $inner:ty, gives $item:ty: $pattern:pat => $part:expr;
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        #[must_use = "iterators are lazy"]
        pub struct $name $(<$life>)? {
            entries: $inner,
        }

        impl $(<$life>)? Iterator for $name $(<$life>)? {
            type Item = $item;

            fn next(&mut self) -> Option<Self::Item> {
                self.entries.next().map(|$pattern| $part)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.entries.size_hint()
            }

            fn nth(&mut self, n: usize) -> Option<Self::Item> {
                self.entries.nth(n).map(|$pattern| $part)
            }
        }

        impl $(<$life>)? DoubleEndedIterator for $name $(<$life>)? {
            fn next_back(&mut self) -> Option<Self::Item> {
                self.entries.next_back().map(|$pattern| $part)
            }
        }

        impl $(<$life>)? ExactSizeIterator for $name $(<$life>)? {}

        impl $(<$life>)? FusedIterator for $name $(<$life>)? {}
    )*};
}

iterators! {
    /// The entries of a [`Map`], from [`Map::iter`].
    Iter<'a> over slice::Iter<'a, (String, Value)>, gives (&'a str, &'a Value):
        (key, value) => (key.as_str(), value);
    /// The entries of a [`Map`] with values that can be changed, from [`Map::iter_mut`].
    IterMut<'a> over slice::IterMut<'a, (String, Value)>, gives (&'a str, &'a mut Value):
        (key, value) => (key.as_str(), value);
    /// The entries of a [`Map`], moved out.
    IntoIter over vec::IntoIter<(String, Value)>, gives (String, Value): entry => entry;
    /// The keys of a [`Map`], from [`Map::keys`].
    Keys<'a> over slice::Iter<'a, (String, Value)>, gives &'a str: (key, _) => key.as_str();
    /// The values of a [`Map`], from [`Map::values`].
    Values<'a> over slice::Iter<'a, (String, Value)>, gives &'a Value: (_, value) => value;
    /// The values of a [`Map`], to change them, from [`Map::values_mut`].
    ValuesMut<'a> over slice::IterMut<'a, (String, Value)>, gives &'a mut Value:
        (_, value) => value;
    /// The keys of a [`Map`], moved out, from [`Map::into_keys`].
    IntoKeys over vec::IntoIter<(String, Value)>, gives String: (key, _) => key;
    /// The values of a [`Map`], moved out, from [`Map::into_values`].
    IntoValues over vec::IntoIter<(String, Value)>, gives Value: (_, value) => value;
}

impl Map {
    /// The entries.
    ///
    /// ```
    /// let map = jsv::Map::from([("b", 1), ("a", 2)]);
    /// assert_eq!(map.iter().next().unwrap(), ("b", &1.into()));
    /// ```
    pub fn iter(&self) -> Iter<'_> {
        Iter {
            entries: self.entries.iter(),
        }
    }

    /// The entries with values that can be changed.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1)]);
    /// for (_, value) in map.iter_mut() {
    ///     *value = 2.into();
    /// }
    /// assert_eq!(map["a"], 2);
    /// ```
    pub fn iter_mut(&mut self) -> IterMut<'_> {
        IterMut {
            entries: self.entries.iter_mut(),
        }
    }

    /// The keys.
    ///
    /// ```
    /// assert!(jsv::Map::from([("b", 1), ("a", 2)]).keys().eq(["b", "a"]));
    /// ```
    pub fn keys(&self) -> Keys<'_> {
        Keys {
            entries: self.entries.iter(),
        }
    }

    /// The values.
    ///
    /// ```
    /// assert!(jsv::Map::from([("b", 1), ("a", 2)]).values().eq([&1, &2]));
    /// ```
    pub fn values(&self) -> Values<'_> {
        Values {
            entries: self.entries.iter(),
        }
    }

    /// The values, to change them.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1)]);
    /// map.values_mut().for_each(|value| *value = 2.into());
    /// assert_eq!(map["a"], 2);
    /// ```
    pub fn values_mut(&mut self) -> ValuesMut<'_> {
        ValuesMut {
            entries: self.entries.iter_mut(),
        }
    }

    /// The keys, moved out.
    ///
    /// ```
    /// assert!(jsv::Map::from([("a", 1)]).into_keys().eq(["a"]));
    /// ```
    pub fn into_keys(self) -> IntoKeys {
        IntoKeys {
            entries: self.entries.into_iter(),
        }
    }

    /// The values, moved out.
    ///
    /// ```
    /// assert!(jsv::Map::from([("a", 1)]).into_values().eq([1]));
    /// ```
    pub fn into_values(self) -> IntoValues {
        IntoValues {
            entries: self.entries.into_iter(),
        }
    }
}

impl IntoIterator for Map {
    type Item = (String, Value);
    type IntoIter = IntoIter;

    fn into_iter(self) -> IntoIter {
        IntoIter {
            entries: self.entries.into_iter(),
        }
    }
}

impl<'a> IntoIterator for &'a Map {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &'a mut Map {
    type Item = (&'a str, &'a mut Value);
    type IntoIter = IterMut<'a>;

    fn into_iter(self) -> IterMut<'a> {
        self.iter_mut()
    }
}

impl Clone for Iter<'_> {
    fn clone(&self) -> Self {
        Self {
            entries: self.entries.clone(),
        }
    }
}

impl Clone for Keys<'_> {
    fn clone(&self) -> Self {
        Self {
            entries: self.entries.clone(),
        }
    }
}

impl Clone for Values<'_> {
    fn clone(&self) -> Self {
        Self {
            entries: self.entries.clone(),
        }
    }
}
