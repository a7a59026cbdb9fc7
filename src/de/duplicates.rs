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
#[derive(Debug, Default)]
pub(super) struct LastNames {
    names: BTreeMap<usize, Vec<usize>>,
    /// Up to where the objects are known.
    known_to: usize,
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
        if opened.offset() >= self.last_names.known_to {
            self.last_names.names.clear();
            let mut cursor = self.cursor.clone();
            // A fault ends the pass; reading meets it again and reports it.
            let _ = index(&mut cursor, opened, &mut self.last_names.names);
            self.last_names.known_to = cursor.offset();
        }
        let names = self.last_names.names.remove(&opened.offset());
        let mut last = BTreeMap::new();
        let mut overridden = BTreeSet::new();
        for offset in names.unwrap_or_default() {
            let name = self.cursor.at(offset).name(opened);
            if let Some(key) = name.ok().and_then(&key)
                && let Some(earlier) = last.insert(key, offset)
            {
                overridden.insert(earlier);
            }
        }
        overridden
    }
}

/// Notes the names of the object just opened and of those nested in it.
fn index(
    cursor: &mut Cursor<'_>,
    opened: Opened,
    names: &mut BTreeMap<usize, Vec<usize>>,
) -> Step<()> {
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
