//! What jsv-axum needs of the library's inside and nobody else should: it would be no good as an
//! interface, and a copy of it on that side would be a second place for its rules. It is no part of
//! the interface, but is kept within a minor version, as the two are published apart.

use alloc::vec::Vec;

use serde_core::{Serialize, de::DeserializeOwned};

use crate::{
    de,
    error::{Error, Result},
    format::Format,
    negotiate,
    options::Options,
    query::{AnyObject, without_members},
    ser::probe,
};

/// The text of bytes in UTF-8, or an error with the place where they are not.
pub fn text_of(bytes: &[u8]) -> Result<&str> {
    de::text_of(bytes)
}

/// The error as met in a member of this name.
pub fn in_member(error: Error, name: &str) -> Error {
    error.in_member(name)
}

/// Whether a value is nothing.
pub fn is_null<T: Serialize + ?Sized>(value: &T) -> bool {
    probe::is_null(value)
}

/// A JSON body, or a part of one, with the line separators of JavaScript escaped.
pub fn escaped(body: &[u8]) -> Vec<u8> {
    negotiate::escaped(body)
}

/// The DTO of a body. One without members, `struct Ping;`, is any object.
pub fn read_dto<T: DeserializeOwned>(format: Format, text: &str, options: &Options) -> Result<T> {
    let text = text.as_bytes();
    match without_members() {
        Some(dto) => {
            let object = format.from_slice::<Option<AnyObject>>(text, options);
            object.map(|_| dto)
        }
        None => format.from_slice(text, options),
    }
}

/// The DTOs that are in a body as a list.
pub fn read_dtos<T: DeserializeOwned>(
    format: Format,
    text: &str,
    options: &Options,
) -> Result<Vec<T>> {
    if without_members::<T>().is_none() {
        return format.from_slice(text.as_bytes(), options);
    }
    let objects: Vec<AnyObject> = format.from_slice(text.as_bytes(), options)?;
    Ok(objects.iter().filter_map(|_| without_members()).collect())
}
