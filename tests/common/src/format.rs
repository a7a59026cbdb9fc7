//! The formats that a value is written in and read from.

use jsv::Options;
use serde::{Serialize, de::DeserializeOwned};

/// One of the formats, in one of its layouts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Format {
    /// JSV.
    Jsv,
    /// JSV in its pretty layout.
    PrettyJsv,
    /// JSON.
    Json,
    /// JSON with line breaks and indents.
    IndentedJson,
}

impl Format {
    /// Writes a value.
    ///
    /// # Errors
    ///
    /// Those of writing it.
    pub fn write<T: Serialize>(self, options: &Options, value: &T) -> jsv::Result<String> {
        match self {
            Self::Jsv => options.to_string(value),
            Self::PrettyJsv => options.to_string_pretty(value),
            Self::Json => options.json().to_string(value),
            Self::IndentedJson => options.json().to_string_pretty(value),
        }
    }

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// Those of reading it.
    pub fn read<T: DeserializeOwned>(self, options: &Options, text: &str) -> jsv::Result<T> {
        match self {
            Self::Jsv | Self::PrettyJsv => options.from_str(text),
            Self::Json | Self::IndentedJson => options.json().from_str(text),
        }
    }
}
