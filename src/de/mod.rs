//! Reading: the [`Deserializer`], and the functions that make one.
//!
//! It runs straight over the text, since the target decides what a text means. A value's first
//! byte tells a structure from a scalar; structures are walked by the accesses in `list`,
//! `map`, `object` and `variant`, scalars are handed to `scalar`. All of them take the
//! steps of one `Cursor`, which is where the grammar stands.

pub(crate) mod duplicates;
pub(crate) mod fields;
pub(crate) mod keys;
mod list;
mod map;
pub(crate) mod names;
mod object;
pub(crate) mod scalar;
mod variant;

use alloc::{borrow::Cow, boxed::Box};

use serde_core::de::{self, Deserializer as _, Visitor};

use self::{
    duplicates::LastNames, list::Items, map::Entries, names::FieldLists, object::Members,
    scalar::ScalarDeserializer, variant::DataVariant,
};
#[cfg(feature = "dotnet")]
use crate::kinds::Kind;
use crate::{
    error::{Category, Error, Fault, FaultKind, Result},
    options::{Layout, Options},
    syntax::cursor::{Cursor, Opened, Scalar},
};

/// Reads one value from a text.
///
/// The functions at the crate's root make one; by hand it is needed only where something else
/// drives it, such as a `DeserializeSeed` or a transcoder.
///
/// ```
/// use serde::Deserialize;
///
/// let mut deserializer = jsv::Deserializer::from_str("[1,2]", &jsv::Options::new());
/// assert_eq!(Vec::<u8>::deserialize(&mut deserializer)?, [1, 2]);
/// deserializer.end()?;
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug)]
pub struct Deserializer<'de> {
    cursor: Cursor<'de>,
    options: Options,
    /// The names that stand last, found when `Duplicates::Last` first asks for them.
    last_names: LastNames,
    field_lists: FieldLists,
}

impl<'de> Deserializer<'de> {
    /// A deserializer at the start of a text.
    pub fn from_str(text: &'de str, options: &Options) -> Self {
        Self {
            cursor: Cursor::new(text, options.layout, options.max_depth),
            options: options.clone(),
            last_names: LastNames::default(),
            field_lists: FieldLists::default(),
        }
    }

    /// A deserializer at the start of a text given as bytes.
    ///
    /// # Errors
    ///
    /// Bytes that are not UTF-8.
    pub fn from_slice(bytes: &'de [u8], options: &Options) -> Result<Self> {
        Ok(Self::from_str(text_of(bytes)?, options))
    }

    /// Checks that nothing but white space follows the value that was read.
    ///
    /// # Errors
    ///
    /// Something that follows it.
    pub fn end(&mut self) -> Result<()> {
        self.cursor.end().map_err(|fault| self.syntax(fault))
    }

    fn bytes(&self) -> &'de [u8] {
        self.cursor.text().as_bytes()
    }

    #[cold]
    fn syntax(&self, fault: Box<Fault>) -> Error {
        Error::syntax(fault, self.bytes())
    }

    #[cold]
    fn located(&self, error: Error, offset: usize) -> Error {
        error.at(offset, self.bytes())
    }

    /// The scalar that begins here; a structure is an error.
    #[inline]
    fn scalar(&mut self, target: &'static str) -> Result<Scalar<'de>> {
        match self.cursor.peek() {
            Some(b'{' | b'[') => Err(self.misfit(target)),
            _ => self.cursor.scalar().map_err(|fault| self.syntax(fault)),
        }
    }

    /// Goes into the object or list that must begin here.
    #[inline]
    fn open(&mut self, bracket: u8, target: &'static str) -> Result<Opened> {
        if self.cursor.peek() != Some(bracket) {
            return Err(self.misfit(target));
        }
        self.cursor.open().map_err(|fault| self.syntax(fault))
    }

    /// The value that begins here is none that the target takes.
    #[cold]
    fn misfit(&mut self, target: &'static str) -> Error {
        let offset = self.cursor.offset();
        if let Some(fault) = self.cursor.space_before_bracket() {
            return self.syntax(fault);
        }
        let error = match self.cursor.peek() {
            Some(b'{') => Error::expected(target, "an object"),
            Some(b'[') => Error::expected(target, "a list"),
            _ if self.cursor.at_nothing() => Error::nothing(target),
            _ => Error::expected(target, "a scalar"),
        };
        self.located(error, offset)
    }

    /// Reads an `Option` that may be `None`.
    fn option<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value> {
        if self.cursor.at_nothing() {
            self.cursor.scalar().map_err(|fault| self.syntax(fault))?;
            return visitor.visit_none();
        }
        if self.cursor.at_empty_scalar() {
            let scalar = self.scalar("a value")?;
            return ScalarDeserializer::new(scalar, &self.options).deserialize_option(visitor);
        }
        visitor.visit_some(self)
    }

    /// Reads a list; a tuple gives its length.
    fn list<V: Visitor<'de>>(&mut self, visitor: V, length: Option<usize>) -> Result<V::Value> {
        let opened = self.open(b'[', "a list")?;
        let offset = self.cursor.offset() - 1;
        let mut items = Items::new(self, opened, length);
        match visitor.visit_seq(&mut items) {
            Ok(value) => items.end().map(|()| value),
            Err(error) => Err(self.located(error, offset)),
        }
    }
}

macro_rules! deserialize_scalars {
    ($($method:ident $target:literal)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            let scalar = self.scalar($target)?;
            ScalarDeserializer::new(scalar, &self.options)
                .$method(visitor)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for &mut Deserializer<'de> {
    type Error = Error;

    deserialize_scalars! {
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
        deserialize_unit "nothing"
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.cursor.peek() {
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            _ => {
                let scalar = self.scalar("a value")?;
                ScalarDeserializer::new(scalar, &self.options).deserialize_any(visitor)
            }
        }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.cursor.peek() {
            // A nested object or list gives its text as it stands.
            Some(b'{' | b'[') => {
                let text = self.cursor.capture().map_err(|fault| self.syntax(fault))?;
                visitor.visit_borrowed_str(text)
            }
            _ => match self.cursor.scalar().map_err(|fault| self.syntax(fault))? {
                Scalar::Bare(text) | Scalar::Quoted(Cow::Borrowed(text)) => {
                    visitor.visit_borrowed_str(text)
                }
                Scalar::Quoted(Cow::Owned(text)) => visitor.visit_string(text),
            },
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
        let scalar = self.scalar("bytes")?;
        ScalarDeserializer::new(scalar, &self.options).deserialize_bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.cursor.peek() {
            // Most values begin with a letter or a digit, and are something.
            Some(byte) if byte.is_ascii_alphanumeric() => visitor.visit_some(self),
            _ => self.option(visitor),
        }
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
        #[cfg(feature = "dotnet")]
        if let Some(kind) = Kind::of(name) {
            if kind == Kind::Bytes && self.cursor.peek() == Some(b'[') {
                return self.deserialize_seq(visitor);
            }
            let scalar = self.scalar(kind.target())?;
            return ScalarDeserializer::new(scalar, &self.options)
                .deserialize_newtype_struct(name, visitor);
        }
        let _ = name;
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.list(visitor, None)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.list(visitor, Some(len))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.list(visitor, Some(len))
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

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.cursor.skip().map_err(|fault| self.syntax(fault))?;
        visitor.visit_unit()
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }
}

/// UTF-8 is checked once for the whole text.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str> {
    core::str::from_utf8(bytes)
        .map_err(|error| Error::syntax(Fault::new(FaultKind::NotUtf8, error.valid_up_to()), bytes))
}

impl Options {
    /// As [`from_str`], with these options.
    pub fn from_str<'de, T: de::Deserialize<'de>>(&self, text: &'de str) -> Result<T> {
        self.read(text, |deserializer| T::deserialize(deserializer))
    }

    /// Reads the one value of a text.
    pub(crate) fn read<'de, T>(
        &self,
        text: &'de str,
        value: impl FnOnce(&mut Deserializer<'de>) -> Result<T>,
    ) -> Result<T> {
        let mut deserializer = Deserializer::from_str(text, self);
        deserializer.cursor.peek();
        let start = deserializer.cursor.offset();
        let read = match value(&mut deserializer) {
            Ok(value) => deserializer.end().map(|()| value),
            Err(error) => Err(error.at(start, text.as_bytes())),
        };
        read.map_err(|error| self.suggest_loose(error, text))
    }

    /// A syntax error in a text that the loose layout could read says so.
    #[cold]
    fn suggest_loose(&self, error: Error, text: &str) -> Error {
        if error.category() != Category::Syntax || self.layout == Layout::Loose {
            return error;
        }
        let mut cursor = Cursor::new(text, Layout::Loose, self.max_depth);
        match cursor.skip().and_then(|()| cursor.end()) {
            Ok(()) => error.suggest_loose(),
            Err(_) => error,
        }
    }

    /// As [`from_slice`], with these options.
    pub fn from_slice<'de, T: de::Deserialize<'de>>(&self, bytes: &'de [u8]) -> Result<T> {
        self.from_str(text_of(bytes)?)
    }

    /// As [`from_reader`], with these options.
    #[cfg(feature = "std")]
    pub fn from_reader<R: std::io::Read, T: de::DeserializeOwned>(
        &self,
        mut reader: R,
    ) -> Result<T> {
        let mut bytes = alloc::vec::Vec::new();
        reader.read_to_end(&mut bytes).map_err(Error::io)?;
        self.from_slice(&bytes)
    }
}

/// Reads a value from a text.
///
/// ```
/// use serde::Deserialize;
///
/// #[derive(Deserialize, Debug, PartialEq)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer<'a> {
///     name: &'a str,
///     tags: Vec<String>,
///     active: bool,
///     phone: Option<String>,
/// }
///
/// let customer: Customer = jsv::from_str(r#"{name:"Me, Junior",Tags:[x,y],Active:True}"#)?;
/// assert_eq!(customer.name, "Me, Junior");
/// assert_eq!(customer.phone, None);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A text that is not JSV, a value that its target does not take, a missing member, a name that
/// stands twice, more than 128 levels. The [`Error`] has place and path.
pub fn from_str<'de, T: de::Deserialize<'de>>(text: &'de str) -> Result<T> {
    Options::new().from_str(text)
}

/// As [`from_str`], from bytes, which must be UTF-8.
///
/// ```
/// assert_eq!(jsv::from_slice::<Vec<u8>>(b"[1,2]")?, [1, 2]);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`from_str`], and bytes that are not UTF-8.
pub fn from_slice<'de, T: de::Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    Options::new().from_slice(bytes)
}

/// As [`from_slice`], from a reader, which is read to its end first.
///
/// ```
/// let file = std::io::Cursor::new("[1,2]");
/// assert_eq!(jsv::from_reader::<_, Vec<u8>>(file)?, [1, 2]);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`from_slice`], and those of the reader, as category [`Io`](Category::Io).
#[cfg(feature = "std")]
pub fn from_reader<R: std::io::Read, T: de::DeserializeOwned>(reader: R) -> Result<T> {
    Options::new().from_reader(reader)
}
