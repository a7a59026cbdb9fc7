//! [`Map`]: the entries of an object or map, in the order in which they came.

mod entry;
mod iter;

use alloc::{boxed::Box, collections::BTreeMap, string::String, vec::Vec};
use core::{fmt, mem};

pub use self::{
    entry::{Entry, OccupiedEntry, VacantEntry},
    iter::{IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Values, ValuesMut},
};
use super::{Value, deep};

/// The entries of an object or map, in the order in which they were put in.
///
/// Two maps are equal if they have the same keys with equal values, whatever the order, as other
/// maps are. Finding a key takes logarithmic time, removing one linear time, since the order is
/// kept.
///
/// ```
/// use jsv::Map;
///
/// let mut map = Map::new();
/// map.insert("b", 1);
/// map.insert("a", "x");
/// assert_eq!(map.insert("b", 2).unwrap(), 1);
/// assert!(map.keys().eq(["b", "a"]));
/// assert_eq!(map, Map::from([("a", "x"), ("b", "2")]));
/// ```
#[derive(Clone, Default)]
pub struct Map {
    entries: Vec<(String, Value)>,
    /// Where each key stands in `entries`, if there are more than [`Map::FEW`].
    #[expect(
        clippy::box_collection,
        reason = "most maps have none, and each `Value` is smaller by a third"
    )]
    places: Option<Box<BTreeMap<Box<str>, usize>>>,
}

impl Map {
    /// So many keys are found faster by looking at each of them.
    const FEW: usize = 16;

    /// A map without entries.
    ///
    /// ```
    /// assert!(jsv::Map::new().is_empty());
    /// ```
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
            places: None,
        }
    }

    /// A map without entries, with room for some.
    ///
    /// ```
    /// assert_eq!(jsv::Map::with_capacity(8).len(), 0);
    /// ```
    pub fn with_capacity(capacity: usize) -> Self {
        Self {
            entries: Vec::with_capacity(capacity),
            places: None,
        }
    }

    /// How many entries there are.
    ///
    /// ```
    /// assert_eq!(jsv::Map::from([("a", 1)]).len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    ///
    /// ```
    /// assert!(!jsv::Map::from([("a", 1)]).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a key.
    ///
    /// ```
    /// let map = jsv::Map::from([("a", 1)]);
    /// assert_eq!(map.get("a").unwrap(), &1);
    /// assert_eq!(map.get("A"), None);
    /// ```
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.at(self.place(key)?)
    }

    /// The value of a key, to change it.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1)]);
    /// *map.get_mut("a").unwrap() = 2.into();
    /// assert_eq!(map["a"], 2);
    /// ```
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        let place = self.place(key)?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// The value of a key, spelled so or, if there is none, the first that differs in ASCII case
    /// only. That takes linear time.
    ///
    /// ```
    /// let map = jsv::Map::from([("companyId", 1)]);
    /// assert_eq!(map.get_ignore_case("CompanyId").unwrap(), &1);
    /// ```
    pub fn get_ignore_case(&self, name: &str) -> Option<&Value> {
        let differs_in_case = |(key, _): &&(String, Value)| key.eq_ignore_ascii_case(name);
        self.get(name).or_else(|| {
            let entry = self.entries.iter().find(differs_in_case);
            entry.map(|(_, value)| value)
        })
    }

    /// Whether there is such a key.
    ///
    /// ```
    /// assert!(jsv::Map::from([("a", 1)]).contains_key("a"));
    /// ```
    pub fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_some()
    }

    /// Puts an entry in: at the end if the key is new, else in the place of the old value, which
    /// is returned.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1), ("b", 2)]);
    /// assert_eq!(map.insert("a", 3).unwrap(), 1);
    /// assert_eq!(map.insert("c", 4), None);
    /// assert!(map.keys().eq(["a", "b", "c"]));
    /// ```
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let (key, value) = (key.into(), value.into());
        match self.get_mut(&key) {
            Some(old) => Some(mem::replace(old, value)),
            None => {
                self.push(key, value);
                None
            }
        }
    }

    /// Takes an entry out and keeps the order of the others. That takes linear time.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1), ("b", 2), ("c", 3)]);
    /// assert_eq!(map.remove("b").unwrap(), 2);
    /// assert_eq!(map.remove("b"), None);
    /// assert!(map.keys().eq(["a", "c"]));
    /// ```
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let place = self.place(key)?;
        Some(self.remove_at(place).1)
    }

    /// The place of a key, to look at it, fill it or change what is there.
    ///
    /// ```
    /// let mut map = jsv::Map::new();
    /// for word in ["a", "b", "a"] {
    ///     map.entry(word)
    ///         .and_modify(|count| *count = (count.as_u64().unwrap_or(0) + 1).into())
    ///         .or_insert(1);
    /// }
    /// assert_eq!(map, jsv::Map::from([("a", 2), ("b", 1)]));
    /// ```
    pub fn entry(&mut self, key: impl Into<String>) -> Entry<'_> {
        Entry::new(self, key.into())
    }

    /// Keeps the entries for which a function says so.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1), ("b", 2)]);
    /// map.retain(|key, _| key != "a");
    /// assert!(map.keys().eq(["b"]));
    /// ```
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        // Without its places the map is whole even if `keep` panics.
        self.places = None;
        self.entries.retain_mut(|(key, value)| keep(key, value));
        self.note_places();
    }

    /// Takes all entries out.
    ///
    /// ```
    /// let mut map = jsv::Map::from([("a", 1)]);
    /// map.clear();
    /// assert!(map.is_empty());
    /// ```
    pub fn clear(&mut self) {
        self.places = None;
        self.entries.clear();
    }

    /// Where a key stands.
    fn place(&self, key: &str) -> Option<usize> {
        match &self.places {
            Some(places) => places.get(key).copied(),
            None => self.entries.iter().position(|(there, _)| there == key),
        }
    }

    fn at(&self, place: usize) -> Option<&Value> {
        self.entries.get(place).map(|(_, value)| value)
    }

    /// Puts an entry at the end whose key is not there yet.
    fn push(&mut self, key: String, value: Value) -> &mut Value {
        let place = self.entries.len();
        if let Some(places) = &mut self.places {
            places.insert(key.as_str().into(), place);
        }
        self.entries.push((key, value));
        self.note_places();
        // The entry just pushed stands there.
        &mut self.entries[place].1
    }

    /// Takes out the entry at a place, which must be one.
    fn remove_at(&mut self, place: usize) -> (String, Value) {
        let (key, value) = self.entries.remove(place);
        if let Some(places) = &mut self.places {
            places.remove(key.as_str());
            for later in places.values_mut().filter(|later| **later > place) {
                *later -= 1;
            }
        }
        if self.entries.len() <= Self::FEW {
            self.places = None;
        }
        (key, value)
    }

    /// Notes where the keys stand, if there are many and it is not noted yet.
    fn note_places(&mut self) {
        if self.places.is_none() && self.entries.len() > Self::FEW {
            let keys = self.entries.iter().map(|(key, _)| key.as_str().into());
            self.places = Some(Box::new(keys.zip(0..).collect()));
        }
    }

    /// All values, moved out for good.
    pub(super) fn drain_values(&mut self) -> impl Iterator<Item = Value> {
        self.places = None;
        self.entries.drain(..).map(|(_, value)| value)
    }

    /// A map with the same keys in the same places as this one.
    pub(super) fn with_same_keys(&self, entries: Vec<(String, Value)>) -> Self {
        Self {
            entries,
            places: self.places.clone(),
        }
    }
}

impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        deep::maps_are_equal(self, other)
    }
}

impl Eq for Map {}

impl fmt::Debug for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}
