//! Maps: the entries of `{` … `}` whose keys are values of a type, not names of fields.

use alloc::{borrow::Cow, collections::BTreeSet};

use serde_core::de::{DeserializeSeed, MapAccess};

use super::{cursor::Opened, reader::Reader};
use crate::{
    de::{keys::Keys, scalar::ScalarDeserializer},
    error::{Error, Result},
    options::Duplicates,
    syntax::cursor::Scalar,
};

/// The entries of the map just opened.
pub(super) struct Entries<'a, 'de> {
    reader: &'a mut Reader<'de>,
    opened: Opened,
    is_first: bool,
    closed: bool,
    /// The key whose value comes next.
    key: Cow<'de, str>,
    key_offset: usize,
    keys: Keys<'de>,
}

impl<'a, 'de> Entries<'a, 'de> {
    pub(super) fn new(reader: &'a mut Reader<'de>, opened: Opened) -> Self {
        let overridden = match reader.options.duplicates {
            Duplicates::Last => reader.overridden(opened, Some),
            _ => BTreeSet::new(),
        };
        Self {
            keys: Keys::new(&reader.options, overridden),
            reader,
            opened,
            is_first: true,
            closed: false,
            key: Cow::Borrowed(""),
            key_offset: 0,
        }
    }

    /// Goes to the next entry that counts; its value's place is next.
    fn advance(&mut self) -> Result<bool> {
        loop {
            if self.closed {
                return Ok(false);
            }
            let cursor = &mut self.reader.cursor;
            let goes_on = if core::mem::take(&mut self.is_first) {
                cursor.first(self.opened)?
            } else {
                cursor
                    .next(self.opened)
                    .map_err(|error| error.in_member(&self.key))?
            };
            if !goes_on {
                self.closed = true;
                return Ok(false);
            }
            self.key_offset = cursor.offset();
            self.key = cursor.name()?;
            match self.keys.counts(&self.key, self.key_offset) {
                Ok(true) => return Ok(true),
                Ok(false) => self
                    .reader
                    .cursor
                    .skip()
                    .map_err(|error| error.in_member(&self.key))?,
                Err(error) => return Err(self.reader.located(error, self.key_offset)),
            }
        }
    }

    /// Checks that the target took all entries.
    pub(super) fn end(mut self) -> Result<()> {
        if self.advance()? {
            let error = Error::data("more entries than the target takes");
            return Err(self.reader.located(error, self.key_offset));
        }
        Ok(())
    }

    /// Adds the place and the key to an error.
    #[cold]
    fn in_entry(&self, error: Error, offset: usize) -> Error {
        self.reader.located(error, offset).in_member(&self.key)
    }
}

impl<'de> MapAccess<'de> for &mut Entries<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.advance()? {
            return Ok(None);
        }
        let key = Scalar::Quoted(self.key.clone());
        seed.deserialize(ScalarDeserializer::for_key(key, &self.reader.options))
            .map(Some)
            .map_err(|error| self.in_entry(error, self.key_offset))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.reader.cursor.peek();
        let offset = self.reader.cursor.offset();
        seed.deserialize(&mut *self.reader)
            .map_err(|error| self.in_entry(error, offset))
    }
}
