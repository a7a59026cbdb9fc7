//! What the serializer, its keys and the other writers share: the text of a bool, and what was
//! written as a text.

use alloc::{string::String, vec::Vec};

use crate::error::{Error, Result};

/// A bool as .NET prints it.
pub(crate) fn bool_text(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

/// What was written, as a text.
pub(crate) fn into_text(bytes: Vec<u8>) -> Result<String> {
    // All that is written is text and ASCII, so this does not fail.
    String::from_utf8(bytes).map_err(|_| Error::data("the text written is not UTF-8"))
}
