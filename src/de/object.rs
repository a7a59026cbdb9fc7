//! Objects: the members of `{` … `}`, whose names are those of a struct's fields.

use alloc::{borrow::Cow, collections::BTreeSet, vec, vec::Vec};

use serde_core::de::{
    DeserializeSeed, MapAccess, value::BorrowedStrDeserializer, value::CowStrDeserializer,
};

use super::{Deserializer, names};
use crate::{
    error::{Error, Result},
    options::{Duplicates, TextCase, Unknown},
    syntax::cursor::{Name, Opened, Scalar},
};

/// The members of the object just opened.
pub(super) struct Members<'a, 'de> {
    deserializer: &'a mut Deserializer<'de>,
    opened: Opened,
    fields: &'static [&'static str],
    /// Whether no two fields differ in case alone.
    are_distinct: bool,
    is_first: bool,
    closed: bool,
    /// The field that comes next if members stand in the order of their declaration.
    expected: usize,
    /// The member whose value comes next.
    current: Cow<'de, str>,
    seen: Fields,
    /// Under `Duplicates::Last`: where the names stand that stand again later.
    overridden: BTreeSet<usize>,
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
                let text_case = deserializer.options.text_case;
                deserializer.overridden(opened, |name| match resolve(name, fields, 0, text_case) {
                    Member::Field(index) => Some(index),
                    Member::Unknown(_) => None,
                })
            }
            _ => BTreeSet::new(),
        };
        Self {
            are_distinct: deserializer.field_lists.are_distinct(fields),
            deserializer,
            opened,
            fields,
            is_first: true,
            closed: false,
            expected: 0,
            current: Cow::Borrowed(""),
            seen: Fields::new(fields.len()),
            overridden,
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
        if let Some(name) = self.fields.get(self.expected)
            && self.deserializer.cursor.take_name(name)
        {
            return Ok(Member::Field(self.expected));
        }
        let name = self
            .deserializer
            .cursor
            .name(self.opened)
            .map_err(|fault| self.deserializer.syntax(fault))?;
        if self.are_distinct
            && let Some(expected) = self.fields.get(self.expected)
            && let Scalar::Bare(name) = name
            && expected.eq_ignore_ascii_case(name)
        {
            return Ok(Member::Field(self.expected));
        }
        let text_case = self.deserializer.options.text_case;
        Ok(resolve(name, self.fields, self.expected, text_case))
    }

    /// Whether a field's member counts, by the option for duplicates.
    #[inline]
    fn counts(&mut self, field: usize, offset: usize) -> Result<bool> {
        let is_new = self.seen.insert(field);
        match self.deserializer.options.duplicates {
            Duplicates::Last => Ok(!self.overridden.contains(&offset)),
            _ if is_new => Ok(true),
            Duplicates::First => Ok(false),
            Duplicates::Error => {
                let error = Error::duplicate(self.fields[field]);
                Err(self.deserializer.located(error, offset))
            }
        }
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
fn resolve<'de>(name: Name<'de>, fields: &[&str], expected: usize, case: TextCase) -> Member<'de> {
    let ignore_separators = case == TextCase::Snake;
    let find = |name: &str| names::find(name, fields, expected, ignore_separators);
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
                    let name = self.fields[index];
                    self.current = Cow::Borrowed(name);
                    if self.counts(index, offset)? {
                        self.expected = index + 1;
                        return seed
                            .deserialize(BorrowedStrDeserializer::new(name))
                            .map(Some);
                    }
                    self.deserializer
                        .cursor
                        .skip()
                        .map_err(|fault| self.deserializer.syntax(fault).in_member(name))?;
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

/// A set of fields, a bit each.
struct Fields {
    first: u64,
    /// The bits of the fields from the 65th on.
    others: Vec<u64>,
}

impl Fields {
    #[inline]
    fn new(count: usize) -> Self {
        Self {
            first: 0,
            others: vec![0; count.saturating_sub(1) / 64],
        }
    }

    /// Whether the field was not yet there.
    #[inline]
    fn insert(&mut self, field: usize) -> bool {
        let word = match field / 64 {
            0 => &mut self.first,
            word => &mut self.others[word - 1],
        };
        let bit = 1 << (field % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }
}
