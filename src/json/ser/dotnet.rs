//! .NET's scalars, which give their plain text and are written in their JSON form.

use alloc::vec::Vec;

use serde_core::ser::{Serialize, Serializer};

use super::{
    adapter::Adapter,
    state::{Scratch, utf8},
};
use crate::{
    error::Result,
    kinds::Kind,
    options::Options,
    scalars::JsonForm,
    ser::key::{KeyForm, KeySerializer},
};

/// Writes a scalar.
pub(super) fn write_scalar<S: Serializer, T: Serialize + ?Sized>(
    adapter: Adapter<'_, S>,
    kind: Kind,
    value: &T,
) -> Result<S::Ok, S::Error> {
    let state = adapter.state;
    state.with_scratch(|Scratch { plain, json, .. }| {
        value
            .serialize(KeySerializer::new(plain, KeyForm::Plain))
            .and_then(|()| write_json(kind, plain, json, &state.options))
            .map_err(|error| state.fail(error))?;
        // To the formatter bytes are JSON that is ready.
        adapter.inner.serialize_bytes(json)
    })
}

/// Writes the JSON of the scalar whose plain text this is.
fn write_json(kind: Kind, plain: &[u8], json: &mut Vec<u8>, options: &Options) -> Result<()> {
    json.push(b'"');
    match kind.write_json(utf8(plain)?, json, options)? {
        JsonForm::Number => {
            json.remove(0);
            return Ok(());
        }
        JsonForm::EscapedSlashes => escape_slashes(json),
        JsonForm::Text => {}
    }
    json.push(b'"');
    Ok(())
}

/// Puts a backslash before each slash of a date, which has two, near its ends.
fn escape_slashes(date: &mut Vec<u8>) {
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'/', &date[from..]) {
        date.insert(from + at, b'\\');
        from += at + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slash_is_escaped() {
        let cases: [(&[u8], &[u8]); 3] = [
            (b"\"/Date(0)/", br#""\/Date(0)\/"#),
            (b"//", br"\/\/"),
            (b"", b""),
        ];
        for (plain, expected) in cases {
            let mut date = plain.to_vec();
            escape_slashes(&mut date);
            assert_eq!(date, expected);
        }
    }
}
