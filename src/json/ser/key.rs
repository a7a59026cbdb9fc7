//! Map keys: a scalar's text, or the JSON text of a structure, in quotes.

use alloc::vec::Vec;
use core::cell::Cell;

use serde_core::ser::Serialize;

use super::{
    formatter::StringForm,
    state::{State, utf8},
    written::{Layout, written},
};
use crate::{
    error::{Error, Result},
    ser::{
        key::{KeyForm, KeySerializer},
        probe::is_null,
    },
};

/// A key that waits for its value.
#[derive(Default)]
pub(super) struct Key {
    text: Vec<u8>,
    escaped_slashes: bool,
}

impl Key {
    /// Puts a key in the place of the last one. The map that has it is the level `depth`.
    #[inline]
    pub(super) fn replace<T: Serialize + ?Sized>(
        &mut self,
        key: &T,
        state: &State,
        depth: usize,
    ) -> Result<()> {
        self.text.clear();
        let escaped_slashes = Cell::new(false);
        let form = KeyForm::Json {
            options: &state.options,
            escaped_slashes: &escaped_slashes,
        };
        let scalar = key.serialize(KeySerializer::new(&mut self.text, form));
        self.escaped_slashes = escaped_slashes.get();
        match scalar {
            Ok(()) => Ok(()),
            Err(_) => self.replace_by_structure(key, state, depth),
        }
    }

    /// A key that is no scalar is its JSON text (json.md, "Deviations").
    #[cold]
    fn replace_by_structure<T: Serialize + ?Sized>(
        &mut self,
        key: &T,
        state: &State,
        depth: usize,
    ) -> Result<()> {
        if is_null(key) {
            return Err(Error::data("a map key must not be null"));
        }
        self.text = written(key, &state.options, Layout::Compact, depth)?;
        self.escaped_slashes = false;
        Ok(())
    }

    /// The text, and the form it takes.
    #[inline]
    pub(super) fn text(&self) -> Result<(&str, StringForm)> {
        let text = utf8(&self.text)?;
        let form = match self.escaped_slashes {
            true => StringForm::EscapedSlashes,
            false => StringForm::Text,
        };
        Ok((text, form))
    }
}
