//! The place of one key in a [`Map`], found once.

use alloc::string::String;
use core::mem;

use super::{Map, Value};

/// The place of a key in a [`Map`], from [`Map::entry`].
#[derive(Debug)]
pub enum Entry<'a> {
    /// The key is not there.
    Vacant(VacantEntry<'a>),
    /// The key is there.
    Occupied(OccupiedEntry<'a>),
}

/// The place of a key that is not there.
#[derive(Debug)]
pub struct VacantEntry<'a> {
    map: &'a mut Map,
    key: String,
}

/// The place of a key that is there.
#[derive(Debug)]
pub struct OccupiedEntry<'a> {
    map: &'a mut Map,
    /// Less than the map's length, since the map is borrowed from when the key was found.
    place: usize,
}

impl<'a> Entry<'a> {
    pub(super) fn new(map: &'a mut Map, key: String) -> Self {
        match map.place(&key) {
            Some(place) => Self::Occupied(OccupiedEntry { map, place }),
            None => Self::Vacant(VacantEntry { map, key }),
        }
    }

    /// The key.
    ///
    /// ```
    /// assert_eq!(jsv::Map::new().entry("a").key(), "a");
    /// ```
    pub fn key(&self) -> &str {
        match self {
            Self::Vacant(entry) => entry.key(),
            Self::Occupied(entry) => entry.key(),
        }
    }

    /// The value that is there, or this one, put in.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1)]);
    /// assert_eq!(map.entry("a").or_insert(2), &1);
    /// assert_eq!(map.entry("b").or_insert(2), &2);
    /// ```
    pub fn or_insert(self, default: impl Into<Value>) -> &'a mut Value {
        self.or_insert_with(|| default)
    }

    /// The value that is there, or what the function gives, put in.
    ///
    /// ```
    /// let mut map = jsv::Map::new();
    /// map.entry("Tags").or_insert_with(|| jsv::jsv!([]));
    /// assert!(map["Tags"].is_list());
    /// ```
    pub fn or_insert_with<V: Into<Value>>(self, default: impl FnOnce() -> V) -> &'a mut Value {
        match self {
            Self::Vacant(entry) => entry.insert(default()),
            Self::Occupied(entry) => entry.into_mut(),
        }
    }

    /// Changes the value that is there, if any.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1)]);
    /// map.entry("a").and_modify(|value| *value = 2.into());
    /// assert_eq!(map["a"], 2);
    /// ```
    #[must_use = "to insert where nothing is, go on with `or_insert`"]
    pub fn and_modify(mut self, modify: impl FnOnce(&mut Value)) -> Self {
        if let Self::Occupied(entry) = &mut self {
            modify(entry.get_mut());
        }
        self
    }
}

impl<'a> VacantEntry<'a> {
    /// The key.
    ///
    /// ```
    /// use jsv::{Map, value::map::Entry};
    ///
    /// let mut map = Map::new();
    /// if let Entry::Vacant(entry) = map.entry("a") {
    ///     assert_eq!(entry.key(), "a");
    /// }
    /// ```
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Puts the value in, at the end.
    ///
    /// ```
    /// use jsv::{Map, value::map::Entry};
    ///
    /// let mut map = Map::new();
    /// if let Entry::Vacant(entry) = map.entry("a") {
    ///     entry.insert(1);
    /// }
    /// assert_eq!(map["a"], 1);
    /// ```
    pub fn insert(self, value: impl Into<Value>) -> &'a mut Value {
        self.map.push(self.key, value.into())
    }
}

impl<'a> OccupiedEntry<'a> {
    /// The key.
    ///
    /// ```
    /// use jsv::{Map, value::map::Entry};
    ///
    /// let mut map = Map::from([("a", 1)]);
    /// if let Entry::Occupied(entry) = map.entry("a") {
    ///     assert_eq!(entry.key(), "a");
    /// }
    /// ```
    pub fn key(&self) -> &str {
        &self.map.entries[self.place].0
    }

    /// The value.
    ///
    /// ```
    /// use jsv::{Map, value::map::Entry};
    ///
    /// let mut map = Map::from([("a", 1)]);
    /// if let Entry::Occupied(entry) = map.entry("a") {
    ///     assert_eq!(entry.get(), &1);
    /// }
    /// ```
    pub fn get(&self) -> &Value {
        &self.map.entries[self.place].1
    }

    /// The value, to change it.
    ///
    /// ```
    /// use jsv::{Map, value::map::Entry};
    ///
    /// let mut map = Map::from([("a", 1)]);
    /// if let Entry::Occupied(mut entry) = map.entry("a") {
    ///     *entry.get_mut() = 2.into();
    /// }
    /// assert_eq!(map["a"], 2);
    /// ```
    pub fn get_mut(&mut self) -> &mut Value {
        &mut self.map.entries[self.place].1
    }

    /// The value, borrowed for as long as the map is.
    ///
    /// ```
    /// use jsv::{Map, Value, value::map::Entry};
    ///
    /// fn existing<'m>(map: &'m mut Map, key: &str) -> Option<&'m mut Value> {
    ///     match map.entry(key) {
    ///         Entry::Occupied(entry) => Some(entry.into_mut()),
    ///         Entry::Vacant(_) => None,
    ///     }
    /// }
    ///
    /// assert!(existing(&mut Map::from([("a", 1)]), "a").is_some());
    /// ```
    pub fn into_mut(self) -> &'a mut Value {
        &mut self.map.entries[self.place].1
    }

    /// Puts a value in the place of the old one, which is returned.
    ///
    /// ```
    /// use jsv::{Map, value::map::Entry};
    ///
    /// let mut map = Map::from([("a", 1)]);
    /// if let Entry::Occupied(mut entry) = map.entry("a") {
    ///     assert_eq!(entry.insert(2), 1);
    /// }
    /// assert_eq!(map["a"], 2);
    /// ```
    pub fn insert(&mut self, value: impl Into<Value>) -> Value {
        mem::replace(self.get_mut(), value.into())
    }

    /// Takes the entry out, as [`Map::remove`] does.
    ///
    /// ```
    /// use jsv::{Map, value::map::Entry};
    ///
    /// let mut map = Map::from([("a", 1)]);
    /// if let Entry::Occupied(entry) = map.entry("a") {
    ///     assert_eq!(entry.remove(), 1);
    /// }
    /// assert!(map.is_empty());
    /// ```
    pub fn remove(self) -> Value {
        self.map.remove_at(self.place).1
    }
}
