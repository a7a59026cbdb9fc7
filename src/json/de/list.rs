//! Lists: the items of `[` … `]`.

use serde_core::de::{DeserializeSeed, SeqAccess};

use super::{cursor::Opened, reader::Reader};
use crate::error::{Error, Result};

/// The items of the list just opened.
pub(super) struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    opened: Opened,
    /// How many items were given.
    given: usize,
    /// Whether the list's end was passed.
    closed: bool,
}

impl<'a, 'de> Items<'a, 'de> {
    pub(super) fn new(reader: &'a mut Reader<'de>, opened: Opened) -> Self {
        Self {
            reader,
            opened,
            given: 0,
            closed: false,
        }
    }

    /// Whether another item begins here.
    #[inline]
    fn advance(&mut self) -> Result<bool> {
        if self.closed {
            return Ok(false);
        }
        let cursor = &mut self.reader.cursor;
        let goes_on = match self.given.checked_sub(1) {
            None => cursor.first(self.opened)?,
            Some(last) => cursor
                .next(self.opened)
                .map_err(|error| error.in_item(last))?,
        };
        self.closed = !goes_on;
        Ok(goes_on)
    }

    /// Checks that the target took all items.
    pub(super) fn end(mut self) -> Result<()> {
        if self.advance()? {
            let offset = self.reader.cursor.offset();
            let error = Error::data("more items than the target takes");
            return Err(self.reader.located(error, offset));
        }
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.advance()? {
            return Ok(None);
        }
        let index = self.given;
        self.given += 1;
        let offset = self.reader.cursor.offset();
        match seed.deserialize(&mut *self.reader) {
            Ok(item) => Ok(Some(item)),
            Err(error) => Err(self.reader.located(error, offset).in_item(index)),
        }
    }
}
