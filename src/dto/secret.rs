//! [`Secret`]: a text that does not show up in debug output.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Serialize};

/// A text that [`Debug`] does not show: a hash, a salt, a password.
///
/// In every format it is plain text. There is no `Display`; [`expose`](Self::expose) is the one
/// way to see it.
///
/// ```
/// use jsv::dto::Secret;
///
/// let secret = Secret::from("hunter2");
/// assert_eq!(format!("{secret:?}"), "Secret(..)");
/// assert_eq!(secret.expose(), "hunter2");
/// assert_eq!(jsv::to_string(&secret)?, "hunter2");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The text, moved out.
    ///
    /// ```
    /// use jsv::dto::Secret;
    ///
    /// assert_eq!(Secret::from("salt").into_exposed(), "salt");
    /// ```
    pub fn into_exposed(self) -> String {
        self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not even its length.
        f.write_str("Secret(..)")
    }
}
