//! Objects: the members of `{` … `}`, whose names are those of a struct's fields.

use alloc::{borrow::Cow, collections::BTreeSet};

use serde_core::de::{
    DeserializeSeed, MapAccess, value::BorrowedStrDeserializer, value::CowStrDeserializer,
};

use super::{Deserializer, fields::Fields, names};
use crate::{
    error::{Error, Result},
    options::{Duplicates, TextCase, Unknown},
    syntax::cursor::{Name, Opened, Scalar},
};

/// The members of the object just opened.
pub(super) struct Members<'a, 'de> {
    deserializer: &'a mut Deserializer<'de>,
    opened: Opened,
    fields: Fields,
    is_first: bool,
    closed: bool,
    /// The member whose value comes next.
    current: Cow<'de, str>,
}

/// What a member's name means.
enum Member<'de> {
    Field(usize),
    Unknown(Cow<'de, str>),
}

impl<'a, 'de> Members<'a, 'de> {
    #[inline]
    pub(super) fn new(
        deserializer: &'a mut Deserializer<'de>,
        opened: Opened,
        fields: &'static [&'static str],
    ) -> Self {
        let overridden = match deserializer.options.duplicates {
            Duplicates::Last => {
                let ignore_separators = deserializer.options.text_case == TextCase::Snake;
                let find = |name: &str| names::find(name, fields, 0, ignore_separators);
                deserializer.overridden(opened, |name| match resolve(name, find) {
                    Member::Field(index) => Some(index),
                    Member::Unknown(_) => None,
                })
            }
            _ => BTreeSet::new(),
        };
        let lists = &mut deserializer.field_lists;
        Self {
            fields: Fields::new(fields, lists, &deserializer.options, overridden),
            deserializer,
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
        let cursor = &mut self.deserializer.cursor;
        let goes_on = if core::mem::take(&mut self.is_first) {
            cursor.first_member(self.opened)
        } else {
            match cursor.next_member(self.opened) {
                Ok(goes_on) => goes_on,
                Err(fault) => {
                    return Err(self.deserializer.syntax(fault).in_member(&self.current));
                }
            }
        };
        self.closed = !goes_on;
        Ok(goes_on)
    }

    /// The member whose name stands here.
    #[inline]
    fn member(&mut self) -> Result<Member<'de>> {
        // The common case: the next field, spelled as declared.
        if let Some((expected, name)) = self.fields.expected()
            && self.deserializer.cursor.take_name(name)
        {
            return Ok(Member::Field(expected));
        }
        let name = self
            .deserializer
            .cursor
            .name(self.opened)
            .map_err(|fault| self.deserializer.syntax(fault))?;
        if let Some((expected, _)) = self.fields.expected()
            && let Scalar::Bare(name) = name
            && self.fields.is_expected(name)
        {
            return Ok(Member::Field(expected));
        }
        Ok(resolve(name, |name| self.fields.find(name)))
    }

    /// Checks that the target took all members.
    #[inline]
    pub(super) fn end(mut self) -> Result<()> {
        if self.advance()? {
            let offset = self.deserializer.cursor.offset();
            let error = Error::data("more members than the target takes");
            return Err(self.deserializer.located(error, offset));
        }
        Ok(())
    }
}

/// Which field a name means; spaces and tabs around a bare one count only if a field's name has
/// them.
fn resolve<'de>(name: Name<'de>, find: impl Fn(&str) -> Option<usize>) -> Member<'de> {
    let is_bare = matches!(name, Scalar::Bare(_));
    let name = name.into_text();
    if let Some(index) = find(&name) {
        return Member::Field(index);
    }
    let trimmed = name.trim_matches([' ', '\t']);
    match find(trimmed) {
        Some(index) if is_bare && trimmed.len() < name.len() => Member::Field(index),
        _ => Member::Unknown(name),
    }
}

impl<'de> MapAccess<'de> for &mut Members<'_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        while self.advance()? {
            let offset = self.deserializer.cursor.offset();
            match self.member()? {
                Member::Field(index) => {
                    let name = self.fields.name(index);
                    self.current = Cow::Borrowed(name);
                    match self.fields.counts(index, offset) {
                        Ok(true) => {
                            return seed
                                .deserialize(BorrowedStrDeserializer::new(name))
                                .map(Some);
                        }
                        Ok(false) => self
                            .deserializer
                            .cursor
                            .skip()
                            .map_err(|fault| self.deserializer.syntax(fault).in_member(name))?,
                        Err(error) => return Err(self.deserializer.located(error, offset)),
                    }
                }
                Member::Unknown(name) => {
                    if self.deserializer.options.unknown == Unknown::Error {
                        let error = Error::unknown_name(&name);
                        return Err(self.deserializer.located(error, offset));
                    }
                    self.current = name;
                    // The target says whether it minds: `deny_unknown_fields`.
                    return seed
                        .deserialize(CowStrDeserializer::new(self.current.clone()))
                        .map(Some)
                        .map_err(|error: Error| self.deserializer.located(error, offset));
                }
            }
        }
        Ok(None)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.deserializer
            .cursor
            .begin_value(self.opened)
            .map_err(|fault| self.deserializer.syntax(fault).in_member(&self.current))?;
        let offset = self.deserializer.cursor.offset();
        match seed.deserialize(&mut *self.deserializer) {
            Ok(value) => Ok(value),
            Err(error) => Err(self
                .deserializer
                .located(error, offset)
                .in_member(&self.current)),
        }
    }
}
