//! Maps: the entries of `{` … `}` whose keys are values of a type, not names of fields.

use alloc::{borrow::Cow, collections::BTreeSet};

use serde_core::de::{DeserializeSeed, MapAccess};

use super::{Deserializer, keys::Keys, scalar::ScalarDeserializer};
use crate::{
    error::{Error, Result},
    options::Duplicates,
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
    keys: Keys<'de>,
}

impl<'a, 'de> Entries<'a, 'de> {
    pub(super) fn new(deserializer: &'a mut Deserializer<'de>, opened: Opened) -> Self {
        let overridden = match deserializer.options.duplicates {
            Duplicates::Last => deserializer.overridden(opened, |name| Some(name.into_text())),
            _ => BTreeSet::new(),
        };
        Self {
            keys: Keys::new(&deserializer.options, overridden),
            deserializer,
            opened,
            is_first: true,
            closed: false,
            key: Cow::Borrowed(""),
            key_offset: 0,
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
            match self.keys.counts(&self.key, offset) {
                Ok(true) => return Ok(Some(key)),
                Ok(false) => {}
                Err(error) => return Err(self.deserializer.located(error, offset)),
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
        let Some(key) = self.advance()? else {
            return Ok(None);
        };
        let offset = self.key_offset;
        seed.deserialize(ScalarDeserializer::for_key(key, &self.deserializer.options))
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
