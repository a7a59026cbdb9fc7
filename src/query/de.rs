//! Named values as a serde deserializer: names are matched to members, and each value is read as
//! its member's type wants it (http.md, section 6).

use serde_core::de::{self, DeserializeSeed, MapAccess, Visitor, value::BorrowedStrDeserializer};

use super::{
    given::{Given, Reading},
    value::ValueDeserializer,
};
use crate::{
    de::{
        names::{self, NameSet},
        scalar::ScalarDeserializer,
    },
    error::{Error, Result},
    options::{Options, TextCase, Unknown},
    syntax::cursor::Scalar,
};

/// All values of a request.
pub(super) struct Values<'b> {
    given: &'b [Given<'b>],
    reading: Reading,
    /// The value that the next pass begins with.
    first: usize,
    /// The value that its member did not accept.
    refused: Option<usize>,
    /// The error of a value or name, kept for a body whose errors are of any type.
    kept: Option<Error>,
}

impl<'b> Values<'b> {
    pub(super) fn new(given: &'b [Given<'b>], options: &Options) -> Self {
        Self {
            given,
            reading: Reading::new(options),
            first: 0,
            refused: None,
            kept: None,
        }
    }

    /// The error that was kept, if one was.
    pub(super) fn take_kept(&mut self) -> Option<Error> {
        self.kept.take()
    }

    /// The value that was refused, if one was; it and those before it are not given again.
    pub(super) fn skip_refused(&mut self) -> Option<&'b Given<'b>> {
        let refused = self.refused.take()?;
        self.first = refused + 1;
        self.given.get(refused)
    }

    pub(super) fn members(&mut self, fields: Option<&'static [&'static str]>) -> Members<'_, 'b> {
        Members {
            next: self.first,
            values: self,
            fields,
            expected: 0,
            current: "",
        }
    }
}

/// The values as members of a struct, or as entries of a map.
pub(super) struct Members<'a, 'b> {
    values: &'a mut Values<'b>,
    /// The struct's fields.
    fields: Option<&'static [&'static str]>,
    /// The field that comes next if values stand in the order of declaration.
    expected: usize,
    next: usize,
    /// The name of the member whose value comes next, as the target has it.
    current: &'b str,
}

impl<'b> Members<'_, 'b> {
    /// The names of all members: of a struct as it declares them, of a map as they were sent.
    pub(super) fn names(&self) -> NameSet<'b> {
        let given = self.values.given.iter().skip(self.next);
        let names = given.filter_map(|given| match self.field(given.name) {
            Some((_, name)) => Some(name),
            None => (!self.leaves_out(given)).then_some(given.name),
        });
        let ignore_separators = self.fields.is_none() && self.ignores_separators();
        NameSet::new(names.collect(), ignore_separators)
    }

    /// Whether a name that is none of the target's is left out.
    fn leaves_out(&self, given: &Given<'b>) -> bool {
        self.fields.is_some() && given.may_be_unknown
    }

    fn ignores_separators(&self) -> bool {
        self.values.reading.options.text_case == TextCase::Snake
    }

    /// Keeps an error, and gives what to say of it in its place.
    pub(super) fn keep(&mut self, error: Error) -> &'static str {
        self.values.kept = Some(error);
        "a value was refused"
    }

    /// The field that a name means, if the target has fields.
    fn field(&self, sent: &str) -> Option<(usize, &'static str)> {
        let fields = self.fields?;
        let field = names::find(sent, fields, self.expected, self.ignores_separators())?;
        Some((field, fields[field]))
    }

    /// The name as the target declares it, or as it was sent; `None` if it is left out.
    fn declared(&mut self, given: &Given<'b>) -> Result<Option<&'b str>> {
        if let Some((field, name)) = self.field(given.name) {
            self.expected = field + 1;
            return Ok(Some(name));
        }
        if self.leaves_out(given) {
            return Ok(None);
        }
        match self.values.reading.options.unknown {
            Unknown::Error if self.fields.is_some() => Err(Error::unknown_name(given.name)),
            _ => Ok(Some(given.name)),
        }
    }
}

impl<'b> MapAccess<'b> for Members<'_, 'b> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'b>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        self.current = loop {
            let Some(given) = self.values.given.get(self.next) else {
                return Ok(None);
            };
            self.next += 1;
            if let Some(name) = self.declared(given)? {
                break name;
            }
        };
        match self.fields {
            Some(_) => seed.deserialize(BorrowedStrDeserializer::new(self.current)),
            None => {
                let name = Scalar::Bare(self.current);
                let options = &self.values.reading.options;
                seed.deserialize(ScalarDeserializer::for_key(name, options))
            }
        }
        .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'b>>(&mut self, seed: V) -> Result<V::Value> {
        let index = self.next.saturating_sub(1);
        let Some(given) = self.values.given.get(index) else {
            return Err(Error::data("a value was asked for before its name"));
        };
        let value = ValueDeserializer::new(given, &self.values.reading);
        seed.deserialize(value).map_err(|error| {
            self.values.refused = Some(index);
            error.at(0, given.text.as_bytes()).in_member(self.current)
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.values.given.len().checked_sub(self.next)
    }
}

#[cold]
fn expected(target: &'static str) -> Error {
    Error::expected(target, "names and values")
}

macro_rules! refuse {
    ($($method:ident $target:literal)*) => {$(
        fn $method<V: Visitor<'b>>(self, _visitor: V) -> Result<V::Value> {
            Err(expected($target))
        }
    )*};
}

impl<'b> de::Deserializer<'b> for &mut Values<'b> {
    type Error = Error;

    refuse! {
        deserialize_bool "a bool"
        deserialize_i8 "an integer (i8)"
        deserialize_i16 "an integer (i16)"
        deserialize_i32 "an integer (i32)"
        deserialize_i64 "an integer (i64)"
        deserialize_i128 "an integer (i128)"
        deserialize_u8 "an integer (u8)"
        deserialize_u16 "an integer (u16)"
        deserialize_u32 "an integer (u32)"
        deserialize_u64 "an integer (u64)"
        deserialize_u128 "an integer (u128)"
        deserialize_f32 "a number"
        deserialize_f64 "a number"
        deserialize_char "a character"
        deserialize_str "a text"
        deserialize_string "a text"
        deserialize_identifier "a text"
        deserialize_bytes "bytes"
        deserialize_byte_buf "bytes"
        deserialize_seq "a list"
    }

    fn deserialize_any<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    /// A request without members takes any values.
    fn deserialize_unit<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'b>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'b>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'b>>(self, _len: usize, _visitor: V) -> Result<V::Value> {
        Err(expected("a list"))
    }

    fn deserialize_tuple_struct<V: Visitor<'b>>(
        self,
        _name: &'static str,
        _len: usize,
        _visitor: V,
    ) -> Result<V::Value> {
        Err(expected("a list"))
    }

    fn deserialize_map<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_map(self.members(None))
    }

    fn deserialize_struct<V: Visitor<'b>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_map(self.members(Some(fields)))
    }

    fn deserialize_enum<V: Visitor<'b>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value> {
        Err(expected("an enum"))
    }

    fn deserialize_ignored_any<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}
