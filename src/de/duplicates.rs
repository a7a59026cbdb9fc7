//! `Duplicates::Last`: which names of an object stand again later in it.
//!
//! A target takes each field once, so the names that do not count must be known before. The names
//! of an object and of all that is nested in it are found in one pass, when the outermost of them
//! is met; so each byte is looked at once for this, at any depth.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::Deserializer;
use crate::syntax::cursor::{Cursor, Name, Opened, Step};

/// Where the names of objects stand, by where the object does.
pub(crate) type NamesOfObjects = BTreeMap<usize, Vec<usize>>;

/// The names of the objects of a text, as far as they are known.
#[derive(Debug, Default)]
pub(crate) struct LastNames {
    names: NamesOfObjects,
    /// Up to where the objects are known.
    known_to: usize,
}

impl LastNames {
    /// Where the names of the object stand that begins at an offset. `index` notes those of an
    /// object and of all that is nested in it, and gives where it ends.
    pub(crate) fn of_object(
        &mut self,
        object: usize,
        index: impl FnOnce(&mut NamesOfObjects) -> usize,
    ) -> Vec<usize> {
        if object >= self.known_to {
            self.names.clear();
            self.known_to = index(&mut self.names);
        }
        self.names.remove(&object).unwrap_or_default()
    }
}

/// The names that a later one overrides, of names in their order. Two names are the same if they
/// have the same key.
pub(crate) fn overridden<K: Ord>(names: impl Iterator<Item = (usize, K)>) -> BTreeSet<usize> {
    let mut last = BTreeMap::new();
    names
        .filter_map(|(offset, key)| last.insert(key, offset))
        .collect()
}

impl<'de> Deserializer<'de> {
    /// Where the names stand that a later one of the same object overrides, two names being the
    /// same if they have the same key.
    #[cold]
    pub(super) fn overridden<K: Ord>(
        &mut self,
        opened: Opened,
        key: impl Fn(Name<'de>) -> Option<K>,
    ) -> BTreeSet<usize> {
        let names = self.last_names.of_object(opened.offset(), |names| {
            let mut cursor = self.cursor.clone();
            // A fault ends the pass; reading meets it again and reports it.
            let _ = index(&mut cursor, opened, names);
            cursor.offset()
        });
        overridden(names.into_iter().filter_map(|offset| {
            let name = self.cursor.at(offset).name(opened).ok()?;
            Some((offset, key(name)?))
        }))
    }
}

/// Notes the names of the object just opened and of those nested in it.
fn index(cursor: &mut Cursor<'_>, opened: Opened, names: &mut NamesOfObjects) -> Step<()> {
    let mut note = |cursor: &Cursor<'_>, opened: Opened| {
        names
            .entry(opened.offset())
            .or_default()
            .push(cursor.offset());
    };
    if !cursor.first_member(opened) {
        return Ok(());
    }
    note(cursor, opened);
    cursor.name(opened)?;
    cursor.walk(Some(opened), &mut note)
}
