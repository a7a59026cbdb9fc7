//! `Duplicates::Last` in JSON: which names of an object stand again later in it.

use alloc::{borrow::Cow, collections::BTreeSet, vec::Vec};

use super::{
    cursor::{Cursor, Opened},
    reader::Reader,
    token,
};
use crate::de::duplicates::{NamesOfObjects, overridden};

impl<'de> Reader<'de> {
    /// Where the names stand that a later one of the same object overrides, two names being the
    /// same if they have the same key.
    #[cold]
    pub(super) fn overridden<K: Ord>(
        &mut self,
        opened: Opened,
        key: impl Fn(Cow<'de, str>) -> Option<K>,
    ) -> BTreeSet<usize> {
        let names = self.last_names.of_object(opened.offset(), |names| {
            index(&self.cursor, opened.offset(), names)
        });
        let mut cursor = self.cursor.clone();
        overridden(names.into_iter().filter_map(|offset| {
            cursor.go_to(offset);
            // A faulty name ends the reading when it is met again.
            Some((offset, key(cursor.string().ok()?)?))
        }))
    }
}

/// Notes the names of the object that begins at an offset, and of those nested in it, and gives
/// where it ends.
fn index(cursor: &Cursor<'_>, object: usize, names: &mut NamesOfObjects) -> usize {
    // The structures that are open, by where they begin, and the string just passed, which is a
    // name if a colon follows.
    let mut open = Vec::new();
    let mut string = 0;
    for (at, byte) in token::structure(cursor.text(), object) {
        match byte {
            b'{' | b'[' => open.push(at),
            b'"' => string = at,
            b':' => {
                if let Some(object) = open.last() {
                    names.entry(*object).or_default().push(string);
                }
            }
            b'}' | b']' => {
                open.pop();
                if open.is_empty() {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    cursor.text().len()
}
