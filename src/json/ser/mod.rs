//! Writing: the [`Serializer`], and the functions that make one.

mod adapter;
mod chunks;
#[cfg(feature = "dotnet")]
mod dotnet;
mod formatter;
mod key;
mod serializer;
mod state;
mod structure;
mod written;

use alloc::{string::String, vec::Vec};
use std::io;

use serde_core::ser::Serialize;

pub use self::serializer::{Compound, Serializer};
use self::written::{Layout, written};
use super::Json;
use crate::{error::Result, options::Options, ser::into_text};

impl Json<'_> {
    /// As [`to_vec`], with these options.
    ///
    /// # Errors
    ///
    /// As [`to_string`].
    pub fn to_vec<T: Serialize + ?Sized>(self, value: &T) -> Result<Vec<u8>> {
        written(value, self.options, Layout::Compact, 0)
    }

    /// As [`to_vec_pretty`], with these options.
    ///
    /// # Errors
    ///
    /// As [`to_string`].
    pub fn to_vec_pretty<T: Serialize + ?Sized>(self, value: &T) -> Result<Vec<u8>> {
        written(value, self.options, Layout::Indented, 0)
    }

    /// As [`to_string`], with these options.
    ///
    /// # Errors
    ///
    /// As [`to_string`].
    pub fn to_string<T: Serialize + ?Sized>(self, value: &T) -> Result<String> {
        into_text(self.to_vec(value)?)
    }

    /// As [`to_string_pretty`], with these options.
    ///
    /// # Errors
    ///
    /// As [`to_string`].
    pub fn to_string_pretty<T: Serialize + ?Sized>(self, value: &T) -> Result<String> {
        into_text(self.to_vec_pretty(value)?)
    }

    /// As [`to_writer`], with these options.
    ///
    /// # Errors
    ///
    /// As [`to_writer`].
    pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(
        self,
        writer: W,
        value: &T,
    ) -> Result<()> {
        let mut serializer = Serializer::new(writer, self.options);
        value.serialize(&mut serializer)?;
        serializer.finish().map(drop)
    }

    /// As [`to_writer_pretty`], with these options.
    ///
    /// # Errors
    ///
    /// As [`to_writer`].
    pub fn to_writer_pretty<W: io::Write, T: Serialize + ?Sized>(
        self,
        writer: W,
        value: &T,
    ) -> Result<()> {
        let mut serializer = Serializer::pretty(writer, self.options);
        value.serialize(&mut serializer)?;
        serializer.finish().map(drop)
    }
}

/// Writes a value as ServiceStack's JSON.
///
/// ```
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer {
///     name: String,
///     tags: Vec<Option<String>>,
///     phone: Option<String>,
/// }
///
/// let customer = Customer {
///     name: "Me, \u{1}".into(),
///     tags: vec![Some("x".into()), None],
///     phone: None,
/// };
/// assert_eq!(
///     jsv::json::to_string(&customer)?,
///     r#"{"Name":"Me, \u0001","Tags":["x",null]}"#
/// );
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A `NaN` or an infinity unless [`Options::non_finite`] has a text for it, a null as a map's key,
/// an instant that .NET does not have, more than 128 levels, or an error of the `Serialize`
/// implementation.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().json().to_string(value)
}

/// Writes a value as ServiceStack's JSON, indented: a line for each member and item, four spaces
/// a level.
///
/// ```
/// let value = jsv::jsv!({ "Id": "1", "Tags": ["a", "b"], "Empty": [] });
/// assert_eq!(
///     jsv::json::to_string_pretty(&value)?,
///     r#"{
///     "Id": "1",
///     "Tags": [
///         "a",
///         "b"
///     ],
///     "Empty": []
/// }"#
/// );
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().json().to_string_pretty(value)
}

/// As [`to_string`], as bytes.
///
/// ```
/// assert_eq!(jsv::json::to_vec(&[1.5, 1e-5])?, b"[1.5,1E-05]");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().json().to_vec(value)
}

/// As [`to_string_pretty`], as bytes.
///
/// ```
/// assert_eq!(jsv::json::to_vec_pretty(&[1])?, b"[\n    1\n]");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec_pretty<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().json().to_vec_pretty(value)
}

/// As [`to_string`], into a writer. The writer gets pieces of 64 KiB or more, so it needs no
/// buffer of its own.
///
/// ```
/// let mut out = Vec::new();
/// jsv::json::to_writer(&mut out, &Some("a"))?;
/// assert_eq!(out, br#""a""#);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`], and those of the writer, as category
/// [`Io`](crate::error::Category::Io). What was written up to then stays written.
pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(writer: W, value: &T) -> Result<()> {
    Options::new().json().to_writer(writer, value)
}

/// As [`to_string_pretty`], into a writer.
///
/// ```
/// let mut out = Vec::new();
/// jsv::json::to_writer_pretty(&mut out, &["a"])?;
/// assert_eq!(out, b"[\n    \"a\"\n]");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_writer`].
pub fn to_writer_pretty<W: io::Write, T: Serialize + ?Sized>(writer: W, value: &T) -> Result<()> {
    Options::new().json().to_writer_pretty(writer, value)
}
