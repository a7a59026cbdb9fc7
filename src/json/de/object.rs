//! Objects: the members of `{` … `}`, whose names are those of a struct's fields.

use alloc::{borrow::Cow, collections::BTreeSet};

use serde_core::de::{
    DeserializeSeed, MapAccess,
    value::{BorrowedStrDeserializer, CowStrDeserializer},
};

use super::{cursor::Opened, reader::Reader};
use crate::{
    de::{fields::Fields, names},
    error::{Error, Result},
    options::{Duplicates, TextCase, Unknown},
};

/// The members of the object just opened.
pub(super) struct Members<'a, 'de> {
    reader: &'a mut Reader<'de>,
    opened: Opened,
    fields: Fields,
    is_first: bool,
    closed: bool,
    /// The member whose value comes next.
    current: Cow<'de, str>,
}

/// What a member is to the target.
enum Member {
    Field(&'static str),
    Unknown,
    /// It is as if it were not there.
    Absent,
}

impl<'a, 'de> Members<'a, 'de> {
    #[inline]
    pub(super) fn new(
        reader: &'a mut Reader<'de>,
        opened: Opened,
        fields: &'static [&'static str],
    ) -> Self {
        let overridden = match reader.options.duplicates {
            Duplicates::Last => {
                let ignore_separators = reader.options.text_case == TextCase::Snake;
                reader.overridden(opened, |name| {
                    names::find(&name, fields, 0, ignore_separators)
                })
            }
            _ => BTreeSet::new(),
        };
        Self {
            fields: Fields::new(fields, &mut reader.field_lists, &reader.options, overridden),
            reader,
            opened,
            is_first: true,
            closed: false,
            current: Cow::Borrowed(""),
        }
    }

    /// Whether another member begins here.
    #[inline]
    fn advance(&mut self) -> Result<bool> {
        if self.closed {
            return Ok(false);
        }
        let cursor = &mut self.reader.cursor;
        let goes_on = if core::mem::take(&mut self.is_first) {
            cursor.first(self.opened)?
        } else {
            cursor
                .next(self.opened)
                .map_err(|error| error.in_member(&self.current))?
        };
        self.closed = !goes_on;
        Ok(goes_on)
    }

    /// The field that a name means.
    #[inline]
    fn field(&self, name: &str) -> Option<usize> {
        match self.fields.expected() {
            // The common cases: the next field, spelled as declared or in the host's case.
            Some((expected, declared)) if declared == name || self.fields.is_expected(name) => {
                Some(expected)
            }
            _ => self.fields.find(name),
        }
    }

    /// Goes behind the name that stands here.
    #[inline]
    fn member(&mut self) -> Result<Member> {
        let offset = self.reader.cursor.offset();
        let name = self.reader.cursor.name()?;
        let Some(field) = self.field(&name) else {
            return self.unknown(name, offset);
        };
        let name = self.fields.name(field);
        self.current = Cow::Borrowed(name);
        let counts = self
            .fields
            .counts(field, offset)
            .map_err(|error| self.reader.located(error, offset))?;
        let is_missing =
            self.reader.options.null_is_missing && self.reader.cursor.peek() == Some(b'n');
        Ok(if counts && !is_missing {
            Member::Field(name)
        } else {
            Member::Absent
        })
    }

    fn unknown(&mut self, name: Cow<'de, str>, offset: usize) -> Result<Member> {
        if self.reader.options.unknown == Unknown::Error {
            return Err(self.reader.located(Error::unknown_name(&name), offset));
        }
        self.current = name;
        Ok(Member::Unknown)
    }

    /// Adds the place and the member to an error.
    #[cold]
    fn in_member(&self, error: Error, offset: usize) -> Error {
        self.reader.located(error, offset).in_member(&self.current)
    }

    /// Checks that the target took all members.
    #[inline]
    pub(super) fn end(mut self) -> Result<()> {
        if self.advance()? {
            let offset = self.reader.cursor.offset();
            let error = Error::data("more members than the target takes");
            return Err(self.reader.located(error, offset));
        }
        Ok(())
    }
}

impl<'de> MapAccess<'de> for &mut Members<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        while self.advance()? {
            let offset = self.reader.cursor.offset();
            match self.member()? {
                Member::Field(name) => {
                    return seed
                        .deserialize(BorrowedStrDeserializer::new(name))
                        .map(Some);
                }
                // The target says whether it minds: `deny_unknown_fields`.
                Member::Unknown => {
                    return seed
                        .deserialize(CowStrDeserializer::new(self.current.clone()))
                        .map(Some)
                        .map_err(|error: Error| self.reader.located(error, offset));
                }
                Member::Absent => self
                    .reader
                    .cursor
                    .skip()
                    .map_err(|error| error.in_member(&self.current))?,
            }
        }
        Ok(None)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.reader.cursor.peek();
        let offset = self.reader.cursor.offset();
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.in_member(error, offset)),
        }
    }
}
