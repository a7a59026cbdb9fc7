//! Writing: the [`Serializer`], and the functions that make one.

mod compound;
pub(crate) mod key;
pub(crate) mod probe;
mod serializer;
mod text;

use alloc::{string::String, vec::Vec};

use serde_core::ser::Serialize;

pub(crate) use self::text::{bool_text, into_text};
pub use self::{compound::Compound, serializer::Serializer};
use crate::{error::Result, options::Options};

impl Options {
    fn write<T: Serialize + ?Sized>(&self, value: &T, pretty: bool) -> Result<Vec<u8>> {
        let mut serializer = Serializer::new(self);
        if pretty {
            serializer = serializer.pretty();
        }
        value.serialize(&mut serializer)?;
        serializer.finish()
    }

    /// As [`to_vec`], with these options.
    pub fn to_vec<T: Serialize + ?Sized>(&self, value: &T) -> Result<Vec<u8>> {
        self.write(value, false)
    }

    /// As [`to_vec_pretty`], with these options.
    pub fn to_vec_pretty<T: Serialize + ?Sized>(&self, value: &T) -> Result<Vec<u8>> {
        self.write(value, true)
    }

    /// As [`to_string`], with these options.
    pub fn to_string<T: Serialize + ?Sized>(&self, value: &T) -> Result<String> {
        into_text(self.to_vec(value)?)
    }

    /// As [`to_string_pretty`], with these options.
    pub fn to_string_pretty<T: Serialize + ?Sized>(&self, value: &T) -> Result<String> {
        into_text(self.to_vec_pretty(value)?)
    }

    /// As [`to_writer`], with these options.
    #[cfg(feature = "std")]
    pub fn to_writer<W: std::io::Write, T: Serialize + ?Sized>(
        &self,
        mut writer: W,
        value: &T,
    ) -> Result<()> {
        let mut serializer = Serializer::with_writer(&mut writer, self);
        value.serialize(&mut serializer)?;
        serializer.finish().map(drop)
    }

    /// As [`to_writer_pretty`], with these options.
    #[cfg(feature = "std")]
    pub fn to_writer_pretty<W: std::io::Write, T: Serialize + ?Sized>(
        &self,
        mut writer: W,
        value: &T,
    ) -> Result<()> {
        let mut serializer = Serializer::with_writer(&mut writer, self).pretty();
        value.serialize(&mut serializer)?;
        serializer.finish().map(drop)
    }
}

/// Writes a value as JSV, byte for byte as ServiceStack.Text 10 does but for the deviations in
/// the crate's documentation.
///
/// ```
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer {
///     name: String,
///     tags: Vec<String>,
///     active: bool,
///     phone: Option<String>,
/// }
///
/// let customer = Customer {
///     name: "Me, Junior".into(),
///     tags: vec!["x".into(), "y".into()],
///     active: true,
///     phone: None,
/// };
/// assert_eq!(
///     jsv::to_string(&customer)?,
///     r#"{Name:"Me, Junior",Tags:[x,y],Active:True}"#
/// );
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A map key that is no scalar, more than 128 levels, or an error of the `Serialize`
/// implementation.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().to_string(value)
}

/// Writes a value in the pretty layout that ServiceStack's metadata pages show: a line for each
/// member and item, one tab a level.
///
/// ```
/// let value = jsv::jsv!({ "Id": 1, "Tags": ["a", "b"], "Empty": [] });
/// assert_eq!(
///     jsv::to_string_pretty(&value)?,
///     "{\n\tId: 1,\n\tTags: \n\t[\n\t\ta,\n\t\tb\n\t],\n\tEmpty: []\n}"
/// );
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().to_string_pretty(value)
}

/// As [`to_string`], as bytes.
///
/// ```
/// assert_eq!(jsv::to_vec(&[1, 2])?, b"[1,2]");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().to_vec(value)
}

/// As [`to_string_pretty`], as bytes.
///
/// ```
/// assert_eq!(jsv::to_vec_pretty(&[1])?, b"[\n\t1\n]");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec_pretty<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().to_vec_pretty(value)
}

/// As [`to_string`], into a writer. The writer gets pieces of 64 KiB or more, so it needs no
/// buffer of its own.
///
/// ```
/// let mut out = Vec::new();
/// jsv::to_writer(&mut out, &Some("a"))?;
/// assert_eq!(out, b"a");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`], and those of the writer, as category
/// [`Io`](crate::error::Category::Io). What was written up to then stays written.
#[cfg(feature = "std")]
pub fn to_writer<W: std::io::Write, T: Serialize + ?Sized>(writer: W, value: &T) -> Result<()> {
    Options::new().to_writer(writer, value)
}

/// As [`to_string_pretty`], into a writer.
///
/// ```
/// let mut out = Vec::new();
/// jsv::to_writer_pretty(&mut out, &["a"])?;
/// assert_eq!(out, b"[\n\ta\n]");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_writer`].
#[cfg(feature = "std")]
pub fn to_writer_pretty<W: std::io::Write, T: Serialize + ?Sized>(
    writer: W,
    value: &T,
) -> Result<()> {
    Options::new().to_writer_pretty(writer, value)
}
