//! What each of serde's types is in JSON, for a text that is known to be JSON.

use alloc::borrow::Cow;

use serde_core::de::{self, Deserializer as _, Visitor, value::BorrowedStrDeserializer};

use super::{
    cursor::{Cursor, Opened},
    list::Items,
    map::Entries,
    object::Members,
    variant::DataVariant,
};
use crate::{
    de::{duplicates::LastNames, names::FieldLists, scalar::ScalarDeserializer},
    error::{Error, Result},
    options::Options,
    private::{NUMBER, PREFIX, VALUE},
    syntax::{cursor::Scalar, scalar::parse_integer},
};
#[cfg(feature = "dotnet")]
use crate::{kinds::Kind, options::DateFormat};

/// Reads the values of a checked text.
#[derive(Debug)]
pub(super) struct Reader<'de> {
    pub(super) cursor: Cursor<'de>,
    pub(super) options: Options,
    /// The names that stand last, found when `Duplicates::Last` first asks for them.
    pub(super) last_names: LastNames,
    pub(super) field_lists: FieldLists,
}

/// What a number is given as to a target that takes whatever comes.
#[derive(Clone, Copy)]
enum Numbers {
    /// An integer if it fits, else a floating-point number, as serde_json does.
    Values,
    /// Its text.
    Text,
    /// A newtype around its text.
    Marked,
}

impl<'de> Reader<'de> {
    pub(super) fn new(text: &'de str, options: &Options) -> Self {
        Self {
            cursor: Cursor::new(text, options.max_depth),
            options: options.clone(),
            last_names: LastNames::default(),
            field_lists: FieldLists::default(),
        }
    }

    /// Adds its place to an error.
    #[cold]
    pub(super) fn located(&self, error: Error, offset: usize) -> Error {
        self.cursor.located(error, offset)
    }

    /// What stands here is none that the target takes.
    #[cold]
    fn misfit(&mut self, target: &'static str) -> Error {
        let found = match self.cursor.peek() {
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b'"') => "text",
            Some(b'n') => "null",
            Some(b't' | b'f') => "a bool",
            Some(b'-' | b'0'..=b'9') => "a number",
            _ => "no value",
        };
        self.located(Error::expected(target, found), self.cursor.offset())
    }

    /// The scalar that begins here; null and structures are errors.
    #[inline]
    fn scalar(&mut self, target: &'static str) -> Result<Scalar<'de>> {
        match self.cursor.peek() {
            Some(b'"') => self.cursor.string().map(Scalar::Quoted),
            Some(b'n' | b'{' | b'[') => Err(self.misfit(target)),
            _ => self.cursor.bare().map(Scalar::Bare),
        }
    }

    /// The string that must begin here.
    fn string(&mut self, target: &'static str) -> Result<Scalar<'de>> {
        match self.cursor.peek() {
            Some(b'"') => self.cursor.string().map(Scalar::Quoted),
            _ => Err(self.misfit(target)),
        }
    }

    /// Goes into the structure that must begin here.
    #[inline]
    pub(super) fn open(&mut self, bracket: u8, target: &'static str) -> Result<Opened> {
        if self.cursor.peek() != Some(bracket) {
            return Err(self.misfit(target));
        }
        self.cursor.open()
    }

    /// Gives whatever stands here.
    fn any<V: Visitor<'de>>(&mut self, numbers: Numbers, visitor: V) -> Result<V::Value> {
        match self.cursor.peek() {
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'"') => self.deserialize_str(visitor),
            byte => {
                let text = self.cursor.bare()?;
                match byte {
                    Some(b'n') => visitor.visit_unit(),
                    Some(b't') => visitor.visit_bool(true),
                    Some(b'f') => visitor.visit_bool(false),
                    _ => number(text, numbers, visitor),
                }
            }
        }
    }

    /// Reads a .NET scalar.
    #[cfg(feature = "dotnet")]
    fn dotnet<V: Visitor<'de>>(
        &mut self,
        kind: Kind,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if kind == Kind::Bytes && self.cursor.peek() == Some(b'[') {
            return self.deserialize_seq(visitor);
        }
        let is_date = matches!(kind, Kind::DateTime | Kind::DateTimeOffset | Kind::DateOnly);
        let scalar = if is_date && let Some(date) = self.cursor.wcf_date() {
            Scalar::Quoted(Cow::Borrowed(date))
        } else if may_be_bare(kind, &self.options) {
            self.scalar(kind.target())?
        } else {
            self.string(kind.target())?
        };
        ScalarDeserializer::new(scalar, &self.options).deserialize_newtype_struct(name, visitor)
    }
}

/// Whether a .NET scalar may stand without quotes: a bare number is no Guid, and no date but under
/// the Unix formats (json.md, "Reading").
#[cfg(feature = "dotnet")]
fn may_be_bare(kind: Kind, options: &Options) -> bool {
    match kind {
        Kind::TimeSpan | Kind::TimeOnly => true,
        #[cfg(feature = "decimal")]
        Kind::Decimal => true,
        Kind::DateTime => matches!(
            options.date_format,
            DateFormat::UnixTime | DateFormat::UnixTimeMs
        ),
        _ => false,
    }
}

fn number<'de, V: Visitor<'de>>(text: &'de str, numbers: Numbers, visitor: V) -> Result<V::Value> {
    match numbers {
        Numbers::Text => return visitor.visit_borrowed_str(text),
        Numbers::Marked => {
            return visitor.visit_newtype_struct(BorrowedStrDeserializer::new(text));
        }
        Numbers::Values => {}
    }
    // An integer has no minus zero.
    if text != "-0" {
        if let Ok(number) = parse_integer(text) {
            return visitor.visit_u64(number);
        }
        if let Ok(number) = parse_integer(text) {
            return visitor.visit_i64(number);
        }
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => visitor.visit_f64(number),
        _ => Err(Error::out_of_range("a number")),
    }
}

macro_rules! deserialize_scalars {
    ($($method:ident $target:literal)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            let scalar = self.scalar($target)?;
            ScalarDeserializer::new(scalar, &self.options).$method(visitor)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    deserialize_scalars! {
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
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.any(Numbers::Values, visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        // json.md: null for a bool is false.
        if self.cursor.peek() == Some(b'n') {
            self.cursor.bare()?;
            return visitor.visit_bool(false);
        }
        let scalar = self.scalar("a bool")?;
        ScalarDeserializer::new(scalar, &self.options).deserialize_bool(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let scalar = self.string("a character")?;
        ScalarDeserializer::new(scalar, &self.options).deserialize_char(visitor)
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.scalar("text")? {
            Scalar::Bare(text) | Scalar::Quoted(Cow::Borrowed(text)) => {
                visitor.visit_borrowed_str(text)
            }
            Scalar::Quoted(Cow::Owned(text)) => visitor.visit_string(text),
        }
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.cursor.peek() == Some(b'[') {
            return self.deserialize_seq(visitor);
        }
        let scalar = self.string("bytes")?;
        ScalarDeserializer::new(scalar, &self.options).deserialize_bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.cursor.peek() {
            Some(b'n') => {
                self.cursor.bare()?;
                visitor.visit_none()
            }
            Some(b'"') if self.cursor.at_empty_string() => {
                let empty = self.scalar("a value")?;
                ScalarDeserializer::new(empty, &self.options).deserialize_option(visitor)
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.cursor.peek() != Some(b'n') {
            return Err(self.misfit("null"));
        }
        self.cursor.bare()?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name.starts_with(PREFIX) {
            match name {
                VALUE => return self.any(Numbers::Text, visitor),
                NUMBER => return self.any(Numbers::Marked, visitor),
                _ => {}
            }
            #[cfg(feature = "dotnet")]
            if let Some(kind) = Kind::of(name) {
                return self.dotnet(kind, name, visitor);
            }
        }
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let opened = self.open(b'[', "a list")?;
        let mut items = Items::new(self, opened);
        match visitor.visit_seq(&mut items) {
            Ok(value) => items.end().map(|()| value),
            Err(error) => Err(self.located(error, opened.offset())),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let opened = self.open(b'{', "an object")?;
        let mut entries = Entries::new(self, opened);
        match visitor.visit_map(&mut entries) {
            Ok(value) => entries.end().map(|()| value),
            Err(error) => Err(self.located(error, opened.offset())),
        }
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let opened = self.open(b'{', "an object")?;
        let mut members = Members::new(self, opened, fields);
        match visitor.visit_map(&mut members) {
            Ok(value) => members.end().map(|()| value),
            Err(error) => Err(self.located(error, opened.offset())),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if self.cursor.peek() == Some(b'{') {
            return DataVariant::read(self, variants, visitor);
        }
        let scalar = self.scalar("an enum")?;
        ScalarDeserializer::new(scalar, &self.options).deserialize_enum(name, variants, visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.cursor.skip()?;
        visitor.visit_unit()
    }
}
