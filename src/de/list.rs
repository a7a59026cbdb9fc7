//! Lists: the items of `[` … `]`.

use serde_core::de::{DeserializeSeed, SeqAccess};

use super::{Deserializer, scalar::ScalarDeserializer};
use crate::{
    error::{Error, Result},
    syntax::cursor::{Opened, Scalar},
};

/// The items of the list just opened.
pub(super) struct Items<'a, 'de> {
    deserializer: &'a mut Deserializer<'de>,
    opened: Opened,
    /// How many items were given.
    given: usize,
    /// Whether the list's end was passed.
    closed: bool,
    /// Whether the target is a tuple of one, for which `[]` is a list of one nothing: that is all
    /// that can be written for it.
    is_single: bool,
}

impl<'a, 'de> Items<'a, 'de> {
    pub(super) fn new(
        deserializer: &'a mut Deserializer<'de>,
        opened: Opened,
        length: Option<usize>,
    ) -> Self {
        Self {
            deserializer,
            opened,
            given: 0,
            closed: false,
            is_single: length == Some(1),
        }
    }

    /// Whether another item begins here.
    #[inline]
    fn advance(&mut self) -> Result<bool> {
        if self.closed {
            return Ok(false);
        }
        let cursor = &mut self.deserializer.cursor;
        let goes_on = if self.given == 0 {
            cursor.first_item(self.opened)
        } else {
            match cursor.next_item(self.opened) {
                Ok(goes_on) => goes_on,
                Err(fault) => {
                    let last = self.given - 1;
                    return Err(self.deserializer.syntax(fault).in_item(last));
                }
            }
        };
        self.closed = !goes_on;
        Ok(goes_on)
    }

    /// Checks that the target took all items.
    pub(super) fn end(mut self) -> Result<()> {
        if self.advance()? {
            let offset = self.deserializer.cursor.offset();
            let error = Error::data("more items than the target takes");
            return Err(self.deserializer.located(error, offset));
        }
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.advance()? {
            if self.is_single && self.given == 0 {
                self.given = 1;
                let options = &self.deserializer.options;
                let nothing = ScalarDeserializer::new(Scalar::Bare(""), options);
                return seed.deserialize(nothing).map(Some);
            }
            return Ok(None);
        }
        let index = self.given;
        self.given += 1;
        self.deserializer
            .cursor
            .begin_value(self.opened)
            .map_err(|fault| self.deserializer.syntax(fault).in_item(index))?;
        let offset = self.deserializer.cursor.offset();
        match seed.deserialize(&mut *self.deserializer) {
            Ok(item) => Ok(Some(item)),
            Err(error) => Err(self.deserializer.located(error, offset).in_item(index)),
        }
    }
}
