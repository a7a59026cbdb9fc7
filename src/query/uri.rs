//! A `Uri` member, whose text the C# clients put in quotes where a string has none.
//!
//! In a query a .NET string stands as it is, and anything else as JSV: so a `Uri`, which has colons,
//! stands in quotes (`link="https://e.org/a"`, percent-encoded). A `String` would keep the quotes.
//! With this module a text is written so, and read with the quotes or without; in bodies it is a
//! text like any other.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Search {
//!     #[serde(with = "jsv::query::uri")]
//!     link: String,
//! }
//!
//! let search: Search = jsv::query::from_str(r#"link="https://e.org/a""#)?;
//! assert_eq!(search.link, "https://e.org/a");
//! assert_eq!(
//!     jsv::query::to_string(&search).unwrap(),
//!     "link=%22https%3A%2F%2Fe.org%2Fa%22"
//! );
//! # Ok::<(), jsv::query::BindError>(())
//! ```

use alloc::string::String;
use core::fmt;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use crate::private::URI;

/// Writes the text of a Uri.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(uri: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(URI, uri)
}

/// Reads the text of a Uri.
///
/// # Errors
///
/// What is no text.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    deserializer.deserialize_newtype_struct(URI, UriVisitor)
}

struct UriVisitor;

impl<'de> Visitor<'de> for UriVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a Uri")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<String, D::Error> {
        String::deserialize(deserializer)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.into())
    }
}

/// The same for an `Option`. A field with it needs serde's `default` as well, so that it may be
/// missing: `#[serde(default, with = "jsv::query::uri::option")]`.
pub mod option {
    use super::*;

    /// Writes the text of a Uri, or nothing.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(
        uri: &Option<String>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        uri.as_deref().map(Written).serialize(serializer)
    }

    /// Reads the text of a Uri, or nothing.
    ///
    /// # Errors
    ///
    /// What is no text.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<String>, D::Error> {
        let uri = Option::<Read>::deserialize(deserializer)?;
        Ok(uri.map(|uri| uri.0))
    }

    struct Written<'a>(&'a str);

    impl Serialize for Written<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            super::serialize(self.0, serializer)
        }
    }

    struct Read(String);

    impl<'de> Deserialize<'de> for Read {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            super::deserialize(deserializer).map(Self)
        }
    }
}
