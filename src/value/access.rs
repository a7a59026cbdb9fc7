//! The parts of a [`Value`] as serde asks for them: items, entries, members, variants.

use alloc::collections::{BTreeMap, BTreeSet};
use core::{iter, slice};

use serde_core::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
    value::BorrowedStrDeserializer,
};

use super::{
    Map, NULL, Value,
    deserializer::{ValueDeserializer, scalar_of},
    map,
};
use crate::{
    de::{names, scalar::ScalarDeserializer},
    error::{Error, Result},
    options::{Duplicates, Options, TextCase, Unknown, Untyped},
};

/// The items of a list.
pub(super) struct Items<'de, 'o> {
    items: slice::Iter<'de, Value>,
    /// How many items were given.
    given: usize,
    child: ValueDeserializer<'de, 'o>,
}

impl<'de, 'o> Items<'de, 'o> {
    pub(super) fn new(items: &'de [Value], child: ValueDeserializer<'de, 'o>) -> Self {
        Self {
            items: items.iter(),
            given: 0,
            child,
        }
    }

    pub(super) fn read<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let read = visitor.visit_seq(&mut self)?;
        match self.items.len() {
            0 => Ok(read),
            _ => Err(Error::data("more items than the target takes")),
        }
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'de, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some(item) = self.items.next() else {
            return Ok(None);
        };
        let index = self.given;
        self.given += 1;
        seed.deserialize(self.child.at(item))
            .map(Some)
            .map_err(|error| error.in_item(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The entries of a map, whose keys are values of a type.
pub(super) struct Entries<'de, 'o> {
    entries: map::Iter<'de>,
    /// The entry whose value comes next.
    current: (&'de str, &'de Value),
    child: ValueDeserializer<'de, 'o>,
}

impl<'de, 'o> Entries<'de, 'o> {
    pub(super) fn new(map: &'de Map, child: ValueDeserializer<'de, 'o>) -> Self {
        Self {
            entries: map.iter(),
            current: ("", &NULL),
            child,
        }
    }

    pub(super) fn read<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let read = visitor.visit_map(&mut self)?;
        match self.entries.len() {
            0 => Ok(read),
            _ => Err(Error::data("more entries than the target takes")),
        }
    }
}

impl<'de> MapAccess<'de> for &mut Entries<'de, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(entry) = self.entries.next() else {
            return Ok(None);
        };
        self.current = entry;
        let key = scalar_of(entry.0, Untyped::Text);
        let key = ScalarDeserializer::for_key(key, self.child.options);
        seed.deserialize(key)
            .map(Some)
            .map_err(|error| error.in_member(entry.0))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let (key, value) = self.current;
        seed.deserialize(self.child.at(value))
            .map_err(|error| error.in_member(key))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// The members of an object, whose names are those of a struct's fields.
pub(super) struct Members<'de, 'o> {
    entries: iter::Enumerate<map::Iter<'de>>,
    fields: &'static [&'static str],
    /// The field that comes next if members stand in the order of their declaration.
    expected: usize,
    /// The member whose value comes next, named as its field is.
    current: (&'de str, &'de Value),
    /// Where the members stand that do not count.
    skipped: BTreeSet<usize>,
    child: ValueDeserializer<'de, 'o>,
}

impl<'de, 'o> Members<'de, 'o> {
    pub(super) fn new(
        map: &'de Map,
        fields: &'static [&'static str],
        child: ValueDeserializer<'de, 'o>,
    ) -> Self {
        Self {
            entries: map.iter().enumerate(),
            fields,
            expected: 0,
            current: ("", &NULL),
            skipped: skipped_duplicates(map, fields, child.options),
            child,
        }
    }

    pub(super) fn read<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let read = visitor.visit_map(&mut self)?;
        match self.entries.len() {
            0 => Ok(read),
            _ => Err(Error::data("more members than the target takes")),
        }
    }
}

/// Where the names stand that do not count, since they differ only in case from one that does.
/// Under `Duplicates::Error` all count, so that the target meets its field twice and says so.
fn skipped_duplicates(map: &Map, fields: &[&str], options: &Options) -> BTreeSet<usize> {
    let mut skipped = BTreeSet::new();
    if options.duplicates == Duplicates::Error {
        return skipped;
    }
    let mut counted = BTreeMap::new();
    for (place, name) in map.keys().enumerate() {
        let Some(field) = field_of(name, fields, 0, options) else {
            continue;
        };
        if options.duplicates == Duplicates::Last {
            skipped.extend(counted.insert(field, place));
        } else if *counted.entry(field).or_insert(place) != place {
            skipped.insert(place);
        }
    }
    skipped
}

/// Which field a name means; the spaces and tabs around it do not count.
fn field_of(name: &str, fields: &[&str], expected: usize, options: &Options) -> Option<usize> {
    let ignore_separators = options.text_case == TextCase::Snake;
    names::find(trim_name(name), fields, expected, ignore_separators)
}

fn trim_name(name: &str) -> &str {
    name.trim_matches([' ', '\t'])
}

impl<'de> MapAccess<'de> for &mut Members<'de, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let skipped = &self.skipped;
        let mut counted = self
            .entries
            .by_ref()
            .filter(|(at, _)| !skipped.contains(at));
        let Some((_, (name, value))) = counted.next() else {
            return Ok(None);
        };
        let options = self.child.options;
        let name = match field_of(name, self.fields, self.expected, options) {
            Some(field) => {
                self.expected = field + 1;
                self.fields[field]
            }
            None if options.unknown == Unknown::Error => return Err(Error::unknown_name(name)),
            // The target says whether it minds: `deny_unknown_fields`.
            None => name,
        };
        self.current = (name, value);
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let (name, value) = self.current;
        seed.deserialize(self.child.at(value))
            .map_err(|error| error.in_member(name))
    }
}

/// An enum variant that holds data: a map of one entry, whose key is the variant's name.
pub(super) struct DataVariant<'de, 'o> {
    name: &'de str,
    payload: ValueDeserializer<'de, 'o>,
    variants: &'static [&'static str],
}

impl<'de, 'o> DataVariant<'de, 'o> {
    /// Reads the enum that the map is.
    pub(super) fn read<V: Visitor<'de>>(
        map: &'de Map,
        variants: &'static [&'static str],
        child: ValueDeserializer<'de, 'o>,
        visitor: V,
    ) -> Result<V::Value> {
        const ONE_MEMBER: &str = "an object of one member named like a variant";
        let mut entries = map.iter();
        let Some((name, payload)) = entries.next() else {
            return Err(Error::expected(ONE_MEMBER, "an empty object"));
        };
        let read = visitor.visit_enum(DataVariant {
            name: trim_name(name),
            payload: child.at(payload),
            variants,
        })?;
        match entries.len() {
            0 => Ok(read),
            _ => Err(Error::expected(ONE_MEMBER, "a second member")),
        }
    }

    fn in_variant<T>(
        self,
        read: impl FnOnce(ValueDeserializer<'de, 'o>) -> Result<T>,
    ) -> Result<T> {
        read(self.payload).map_err(|error| error.in_member(self.name))
    }
}

impl<'de> EnumAccess<'de> for DataVariant<'de, '_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self)> {
        let name = match names::find(self.name, self.variants, 0, false) {
            Some(index) => self.variants[index],
            None => self.name,
        };
        let variant = seed.deserialize(BorrowedStrDeserializer::new(name))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for DataVariant<'de, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        self.in_variant(serde_core::Deserialize::deserialize)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value> {
        self.in_variant(|payload| seed.deserialize(payload))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        self.in_variant(|payload| payload.deserialize_tuple(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.in_variant(|payload| payload.deserialize_struct("", fields, visitor))
    }
}
