//! Reading JSON: the [`Deserializer`], and the functions that make one.
//!
//! serde_json says whether a text is JSON, and what is wrong with it if it is not, before a value
//! is read (`check`). What is left is to ask the target what it wants: a `Cursor` walks the text
//! that is known to be JSON, structures are walked by the accesses in `list`, `map`, `object` and
//! `variant`, and the text of a scalar, bare or in quotes, is read by the rules of JSV.

mod check;
mod cursor;
mod list;
mod map;
mod object;
mod overridden;
mod reader;
mod token;
mod variant;

use alloc::vec::Vec;

use serde_core::de::{self, Deserialize, DeserializeOwned, Visitor};

use self::reader::Reader;
use super::Json;
use crate::{
    de::text_of,
    error::{Error, Result},
    options::Options,
};

/// Reads one value from a JSON text.
///
/// The functions of [`jsv::json`](super) make one; by hand it is needed only where something else
/// drives it, such as a `DeserializeSeed` or a transcoder.
///
/// ```
/// use serde::Deserialize;
///
/// let options = jsv::Options::new();
/// let mut deserializer = jsv::json::Deserializer::from_str(r#"[1,"2"]"#, &options);
/// assert_eq!(Vec::<u8>::deserialize(&mut deserializer)?, [1, 2]);
/// deserializer.end()?;
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug)]
pub struct Deserializer<'de> {
    reader: Reader<'de>,
}

impl<'de> Deserializer<'de> {
    /// A deserializer at the start of a text.
    pub fn from_str(text: &'de str, options: &Options) -> Self {
        Self {
            reader: Reader::new(text, options),
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
        self.reader.cursor.end()
    }

    /// Reads a value once serde_json has found it to be JSON.
    fn value<T>(&mut self, read: impl FnOnce(&mut Reader<'de>) -> Result<T>) -> Result<T> {
        let cursor = &mut self.reader.cursor;
        cursor.check()?;
        cursor.peek();
        let start = cursor.offset();
        read(&mut self.reader).map_err(|error| self.reader.cursor.located(error, start))
    }
}

macro_rules! deserialize_checked {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value> {
            self.value(|reader| reader.$method($($argument,)* visitor))
        }
    )*};
}

impl<'de> de::Deserializer<'de> for &mut Deserializer<'de> {
    type Error = Error;

    deserialize_checked! {
        deserialize_any()
        deserialize_bool()
        deserialize_i8()
        deserialize_i16()
        deserialize_i32()
        deserialize_i64()
        deserialize_i128()
        deserialize_u8()
        deserialize_u16()
        deserialize_u32()
        deserialize_u64()
        deserialize_u128()
        deserialize_f32()
        deserialize_f64()
        deserialize_char()
        deserialize_str()
        deserialize_string()
        deserialize_bytes()
        deserialize_byte_buf()
        deserialize_option()
        deserialize_unit()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize)
        deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier()
        deserialize_ignored_any()
    }
}

/// Gives the place of the whole value to an error that has none: one that the target made of what
/// it had read before.
#[cold]
fn at_the_value(error: Error, text: &str) -> Error {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let value = body.trim_start_matches([' ', '\n', '\r', '\t']);
    error.at(text.len() - value.len(), text.as_bytes())
}

impl Json<'_> {
    /// As [`from_str`], with these options.
    ///
    /// # Errors
    ///
    /// As [`from_str`].
    pub fn from_str<'de, T: Deserialize<'de>>(self, text: &'de str) -> Result<T> {
        let mut deserializer = Deserializer::from_str(text, self.options);
        let value = T::deserialize(&mut deserializer).map_err(|error| at_the_value(error, text))?;
        deserializer.end()?;
        Ok(value)
    }

    /// As [`from_slice`], with these options.
    ///
    /// # Errors
    ///
    /// As [`from_slice`].
    pub fn from_slice<'de, T: Deserialize<'de>>(self, bytes: &'de [u8]) -> Result<T> {
        self.from_str(text_of(bytes)?)
    }

    /// As [`from_reader`], with these options.
    ///
    /// # Errors
    ///
    /// As [`from_reader`].
    pub fn from_reader<R: std::io::Read, T: DeserializeOwned>(self, mut reader: R) -> Result<T> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(Error::io)?;
        self.from_slice(&bytes)
    }
}

/// Reads a value from a JSON text, as ServiceStack reads it: names without regard to case, a
/// scalar as JSON has it or as its text in quotes (json.md, "Reading").
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
///     visits: u32,
///     phone: Option<String>,
/// }
///
/// let text = r#"{"name":"Acme","Tags":["x",1.50],"Active":"True","Visits":"7","Phone":null}"#;
/// let customer: Customer = jsv::json::from_str(text)?;
/// assert_eq!(customer.tags, ["x", "1.50"]);
/// assert_eq!((customer.active, customer.visits), (true, 7));
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A text that is not JSON, a value that its target does not take, a missing member, a name that
/// stands twice, more than 128 levels. The [`Error`] has place and path.
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T> {
    Options::new().json().from_str(text)
}

/// As [`from_str`], from bytes, which must be UTF-8.
///
/// ```
/// assert_eq!(jsv::json::from_slice::<Vec<u8>>(b"[1,2]")?, [1, 2]);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`from_str`], and bytes that are not UTF-8.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    Options::new().json().from_slice(bytes)
}

/// As [`from_slice`], from a reader, which is read to its end first.
///
/// ```
/// let file = std::io::Cursor::new("[1,2]");
/// assert_eq!(jsv::json::from_reader::<_, Vec<u8>>(file)?, [1, 2]);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`from_slice`], and those of the reader, as category
/// [`Io`](crate::error::Category::Io).
pub fn from_reader<R: std::io::Read, T: DeserializeOwned>(reader: R) -> Result<T> {
    Options::new().json().from_reader(reader)
}
