//! [`Format`]: one of the two formats, chosen while the program runs.

use alloc::vec::Vec;
use core::{fmt, str::FromStr};

use serde_core::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    error::{Error, Result},
    options::Options,
};

/// JSON or JSV: what server and client code that speaks both passes around.
///
/// ```
/// use jsv::{Format, Options};
///
/// let options = Options::servicestack();
/// for (format, text) in [(Format::Json, "[1,2]"), (Format::Jsv, "[1,2]")] {
///     let list: Vec<u8> = format.from_slice(text.as_bytes(), &options)?;
///     assert_eq!(format.to_vec(&list, &options)?, text.as_bytes());
/// }
/// assert_eq!(Format::from_content_type("text/jsv; charset=utf-8"), Some(Format::Jsv));
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// ServiceStack's JSON, [`json`](crate::json).
    Json,
    /// JSV.
    Jsv,
}

impl Format {
    /// The name that the format has in a URL: `?format=jsv`, `/customers.json`.
    ///
    /// ```
    /// assert_eq!(jsv::Format::Jsv.name(), "jsv");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jsv => "jsv",
        }
    }

    /// The `Content-Type` of a response in this format, as ServiceStack hosts send it.
    ///
    /// ```
    /// use jsv::Format;
    ///
    /// assert_eq!(Format::Json.content_type(), "application/json; charset=utf-8");
    /// assert_eq!(Format::Jsv.content_type(), "application/jsv");
    /// ```
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Jsv => "application/jsv",
        }
    }

    /// The media types that mean this format, the one of [`content_type`](Self::content_type)
    /// first.
    pub const fn media_types(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["application/json", "text/json"],
            Self::Jsv => &["application/jsv", "text/jsv"],
        }
    }

    /// The format that a `Content-Type` names, in any case; parameters do not count.
    ///
    /// ```
    /// use jsv::Format;
    ///
    /// let cases = [
    ///     ("application/json; charset=utf-8", Some(Format::Json)),
    ///     ("Text/JSV", Some(Format::Jsv)),
    ///     ("text/html", None),
    /// ];
    /// for (content_type, format) in cases {
    ///     assert_eq!(Format::from_content_type(content_type), format);
    /// }
    /// ```
    pub fn from_content_type(content_type: &str) -> Option<Self> {
        let media_type = content_type.split(';').next()?.trim();
        [Self::Json, Self::Jsv].into_iter().find(|format| {
            let mut types = format.media_types().iter();
            types.any(|known| known.eq_ignore_ascii_case(media_type))
        })
    }

    /// Writes a value in this format.
    ///
    /// # Errors
    ///
    /// As [`to_vec`](crate::to_vec) and [`json::to_vec`](crate::json::to_vec).
    pub fn to_vec<T: Serialize + ?Sized>(self, value: &T, options: &Options) -> Result<Vec<u8>> {
        match self {
            Self::Json => options.json().to_vec(value),
            Self::Jsv => options.to_vec(value),
        }
    }

    /// As [`to_vec`](Self::to_vec), into a writer.
    ///
    /// # Errors
    ///
    /// As [`to_vec`](Self::to_vec), and those of the writer.
    pub fn to_writer<W: std::io::Write, T: Serialize + ?Sized>(
        self,
        writer: W,
        value: &T,
        options: &Options,
    ) -> Result<()> {
        match self {
            Self::Json => options.json().to_writer(writer, value),
            Self::Jsv => options.to_writer(writer, value),
        }
    }

    /// Reads a value in this format.
    ///
    /// # Errors
    ///
    /// As [`from_slice`](crate::from_slice) and [`json::from_slice`](crate::json::from_slice).
    pub fn from_slice<'de, T: Deserialize<'de>>(
        self,
        bytes: &'de [u8],
        options: &Options,
    ) -> Result<T> {
        match self {
            Self::Json => options.json().from_slice(bytes),
            Self::Jsv => options.from_slice(bytes),
        }
    }

    /// As [`from_slice`](Self::from_slice), from a reader, which is read to its end first.
    ///
    /// # Errors
    ///
    /// As [`from_slice`](Self::from_slice), and those of the reader.
    pub fn from_reader<R: std::io::Read, T: DeserializeOwned>(
        self,
        reader: R,
        options: &Options,
    ) -> Result<T> {
        match self {
            Self::Json => options.json().from_reader(reader),
            Self::Jsv => options.from_reader(reader),
        }
    }
}

impl fmt::Display for Format {
    /// The [`name`](Format::name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = Error;

    /// Reads a [`name`](Format::name), in any case.
    fn from_str(name: &str) -> Result<Self> {
        [Self::Json, Self::Jsv]
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
            .ok_or_else(|| Error::data("not a format, expected `json` or `jsv`"))
    }
}
