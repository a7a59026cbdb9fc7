//! Maps: the entries of `{` … `}` whose keys are values of a type, not names of fields.

use alloc::{borrow::Cow, collections::BTreeSet, vec::Vec};

use serde_core::de::{DeserializeSeed, MapAccess};

use super::{Deserializer, scalar::ScalarDeserializer};
use crate::{
    error::{Error, Result},
    options::{Duplicates, Untyped},
    syntax::cursor::{Opened, Scalar},
};

/// The entries of the map just opened.
pub(super) struct Entries<'a, 'de> {
    deserializer: &'a mut Deserializer<'de>,
    opened: Opened,
    is_first: bool,
    closed: bool,
    /// The key whose value comes next.
    key: Cow<'de, str>,
    key_offset: usize,
    seen: Keys<'de>,
    /// Under `Duplicates::Last`: where the keys stand that stand again later.
    overridden: BTreeSet<usize>,
}

impl<'a, 'de> Entries<'a, 'de> {
    pub(super) fn new(deserializer: &'a mut Deserializer<'de>, opened: Opened) -> Self {
        let overridden = match deserializer.options.duplicates {
            Duplicates::Last => deserializer.overridden(opened, |name| Some(name.into_text())),
            _ => BTreeSet::new(),
        };
        Self {
            deserializer,
            opened,
            is_first: true,
            closed: false,
            key: Cow::Borrowed(""),
            key_offset: 0,
            seen: Keys::default(),
            overridden,
        }
    }

    /// The next key, its value's place being next.
    fn advance(&mut self) -> Result<Option<Scalar<'de>>> {
        loop {
            if self.closed {
                return Ok(None);
            }
            let cursor = &mut self.deserializer.cursor;
            let goes_on = if core::mem::take(&mut self.is_first) {
                Ok(cursor.first_member(self.opened))
            } else {
                cursor.next_member(self.opened)
            };
            match goes_on {
                Ok(true) => {}
                Ok(false) => {
                    self.closed = true;
                    return Ok(None);
                }
                Err(fault) => {
                    return Err(self.deserializer.syntax(fault).in_member(&self.key));
                }
            }
            let offset = self.deserializer.cursor.offset();
            self.key_offset = offset;
            let key = self
                .deserializer
                .cursor
                .name(self.opened)
                .map_err(|fault| self.deserializer.syntax(fault))?;
            let text = match &key {
                Scalar::Bare(text) => Cow::Borrowed(*text),
                Scalar::Quoted(text) => text.clone(),
            };
            self.key = text;
            match self.deserializer.options.duplicates {
                Duplicates::Last if self.overridden.contains(&offset) => {}
                Duplicates::Last => return Ok(Some(key)),
                _ if self.seen.insert(self.key.clone()) => return Ok(Some(key)),
                Duplicates::First => {}
                Duplicates::Error => {
                    let error = Error::duplicate(&self.key);
                    return Err(self.deserializer.located(error, offset));
                }
            }
            // This entry does not count.
            self.deserializer
                .cursor
                .skip()
                .map_err(|fault| self.deserializer.syntax(fault).in_member(&self.key))?;
        }
    }

    /// Checks that the target took all entries.
    pub(super) fn end(mut self) -> Result<()> {
        if self.advance()?.is_some() {
            let error = Error::data("more entries than the target takes");
            return Err(self.deserializer.located(error, self.key_offset));
        }
        Ok(())
    }
}

impl<'de> MapAccess<'de> for &mut Entries<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        // Keys are names as far as anyone can tell without a type: never inferred.
        let Some(key) = self.advance()? else {
            return Ok(None);
        };
        let offset = self.key_offset;
        seed.deserialize(ScalarDeserializer::new(key, Untyped::Text))
            .map(Some)
            .map_err(|error| {
                self.deserializer
                    .located(error, offset)
                    .in_member(&self.key)
            })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.deserializer
            .cursor
            .begin_value(self.opened)
            .map_err(|fault| self.deserializer.syntax(fault).in_member(&self.key))?;
        let offset = self.deserializer.cursor.offset();
        seed.deserialize(&mut *self.deserializer).map_err(|error| {
            self.deserializer
                .located(error, offset)
                .in_member(&self.key)
        })
    }
}

/// A set of keys: most maps are small, for which a list is the fastest.
#[derive(Default)]
struct Keys<'de> {
    few: Vec<Cow<'de, str>>,
    many: BTreeSet<Cow<'de, str>>,
}

impl<'de> Keys<'de> {
    const FEW: usize = 16;

    /// Whether the key was not yet there.
    fn insert(&mut self, key: Cow<'de, str>) -> bool {
        if self.few.contains(&key) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(key);
            return true;
        }
        self.many.insert(key)
    }
}
