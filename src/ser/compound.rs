//! Lists, maps and objects: separators, members that are taken back, the pretty layout.

use alloc::string::String;

use serde_core::ser::{self, Serialize};

use super::{
    Serializer,
    key::{KeyForm, KeySerializer},
    probe::probe,
};
use crate::{
    error::{Error, Result},
    options::Defaults,
    syntax::layout,
};

/// A list, map or object being written.
pub struct Compound<'a, 'w> {
    serializer: &'a mut Serializer<'w>,
    brackets: [u8; 2],
    /// Whether it stands after a name, where the pretty layout breaks the line before the bracket.
    after_name: bool,
    /// The variant that it is the payload of, whose brace closes with it.
    variant: Option<&'static str>,
    /// What becomes of members that hold their default.
    defaults: Defaults,
    /// Where it begins, the line break before the bracket included.
    start: usize,
    /// How many members or items stand in it.
    count: usize,
    /// Where the last member or item begins, its comma included, and where its value does.
    last: usize,
    last_value: usize,
}

impl<'a, 'w> Compound<'a, 'w> {
    pub(super) fn list(serializer: &'a mut Serializer<'w>) -> Result<Self> {
        Self::open(serializer, *b"[]")
    }

    pub(super) fn object(serializer: &'a mut Serializer<'w>) -> Result<Self> {
        Self::open(serializer, *b"{}")
    }

    /// The object of a struct of this name.
    #[inline]
    pub(super) fn named_struct(serializer: &'a mut Serializer<'w>, name: &str) -> Result<Self> {
        let mut object = Self::object(serializer)?;
        object.defaults = object.defaults.in_struct(name);
        Ok(object)
    }

    /// `{variant:` and the payload's own brackets.
    pub(super) fn variant(
        serializer: &'a mut Serializer<'w>,
        variant: &'static str,
        payload: fn(&'a mut Serializer<'w>) -> Result<Self>,
    ) -> Result<Self> {
        let mut outer = Self::object(serializer)?;
        outer.begin_named_variant(variant);
        let mut inner = payload(outer.serializer)?;
        inner.variant = Some(variant);
        Ok(inner)
    }

    fn open(serializer: &'a mut Serializer<'w>, brackets: [u8; 2]) -> Result<Self> {
        if serializer.depth >= serializer.options.max_depth {
            return Err(Error::depth(serializer.options.max_depth));
        }
        let start = serializer.position();
        let after_name = core::mem::take(&mut serializer.after_name);
        if serializer.pretty && after_name {
            layout::line(&mut serializer.buffer, serializer.depth);
        }
        serializer.buffer.push(brackets[0]);
        serializer.depth += 1;
        Ok(Self {
            defaults: serializer.options.defaults,
            serializer,
            brackets,
            after_name,
            variant: None,
            start,
            count: 0,
            last: start,
            last_value: start,
        })
    }

    /// The comma and line break before a member or item.
    #[inline]
    fn begin(&mut self) {
        let serializer = &mut *self.serializer;
        self.last = serializer.position();
        if self.count > 0 {
            serializer.buffer.push(b',');
        }
        if serializer.pretty {
            layout::line(&mut serializer.buffer, serializer.depth);
        }
        self.count += 1;
    }

    /// The colon after a name or key; the value comes next.
    #[inline]
    fn colon(&mut self) {
        let serializer = &mut *self.serializer;
        serializer.buffer.push(b':');
        if serializer.pretty {
            serializer.buffer.push(b' ');
        }
        serializer.after_name = true;
        self.last_value = serializer.position();
    }

    fn begin_named_variant(&mut self, variant: &str) {
        self.begin();
        crate::syntax::quote::write_text(&mut self.serializer.buffer, variant);
        self.colon();
    }

    /// Takes the member back if its value turned out to be nothing.
    #[inline]
    fn end_member(&mut self) -> Result<()> {
        self.serializer.after_name = false;
        if self.serializer.position() == self.last_value {
            self.serializer.take_back_to(self.last);
            self.count -= 1;
            return Ok(());
        }
        self.serializer.spill_full_buffer()
    }

    #[inline]
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.begin();
        self.last_value = self.serializer.position();
        let index = self.count - 1;
        value
            .serialize(&mut *self.serializer)
            .map_err(|error| self.in_variant(error.in_item(index)))?;
        // A list of one nothing may yet be taken back, bracket and all.
        if self.serializer.position() == self.last_value {
            return Ok(());
        }
        self.serializer.spill_full_buffer()
    }

    #[inline]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        if self.defaults != Defaults::Write && probe(value).is_left_out(self.defaults) {
            return Ok(());
        }
        self.begin();
        self.serializer.write_name(name);
        self.colon();
        value
            .serialize(&mut *self.serializer)
            .map_err(|error| self.in_variant(error.in_member(name)))?;
        self.end_member()
    }

    /// The one member of a variant, which stays even if its value is nothing.
    pub(super) fn only_member<T: Serialize + ?Sized>(
        mut self,
        variant: &str,
        value: &T,
    ) -> Result<()> {
        self.begin_named_variant(variant);
        value
            .serialize(&mut *self.serializer)
            .map_err(|error| error.in_member(variant))?;
        self.serializer.after_name = false;
        self.close()
    }

    /// Adds the variant, if this is the payload of one, to an error's path.
    #[cold]
    fn in_variant(&self, error: Error) -> Error {
        match self.variant {
            Some(variant) => error.in_member(variant),
            None => error,
        }
    }

    /// The text of the last key, for an error's path.
    #[cold]
    fn last_key(&self) -> String {
        let serializer = &*self.serializer;
        let written = self
            .last
            .checked_sub(serializer.spilled)
            .and_then(|start| {
                serializer
                    .buffer
                    .get(start..self.last_value.checked_sub(serializer.spilled)?)
            })
            .unwrap_or_default();
        let key = String::from_utf8_lossy(written);
        let key = key.trim_start_matches([',', '\n', '\t']);
        let key = key.trim_end_matches(' ').trim_end_matches(':');
        match key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) {
            Some(quoted) => quoted.replace("\"\"", "\""),
            None => key.into(),
        }
    }

    fn close(self) -> Result<()> {
        let serializer = self.serializer;
        serializer.depth -= 1;
        let [open, close] = self.brackets;
        // All that can be written for a list of one null is the empty list.
        let empty = self.count == 0
            || self.count == 1 && open == b'[' && serializer.position() == self.last_value;
        if serializer.pretty {
            if empty && self.after_name {
                serializer.take_back_to(self.start);
                serializer.buffer.push(open);
            } else {
                if self.count == 0 {
                    layout::line(&mut serializer.buffer, serializer.depth + 1);
                }
                layout::line(&mut serializer.buffer, serializer.depth);
            }
        }
        serializer.buffer.push(close);
        if self.variant.is_some() {
            serializer.depth -= 1;
            if serializer.pretty {
                layout::line(&mut serializer.buffer, serializer.depth);
            }
            serializer.buffer.push(b'}');
        }
        Ok(())
    }
}

impl ser::SerializeSeq for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.item(value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl ser::SerializeTuple for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.item(value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl ser::SerializeTupleStruct for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.item(value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl ser::SerializeTupleVariant for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.item(value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl ser::SerializeMap for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.begin();
        let serializer = &mut *self.serializer;
        key.serialize(KeySerializer::new(
            &mut serializer.buffer,
            KeyForm::Jsv(&serializer.options),
        ))?;
        self.colon();
        Ok(())
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        value
            .serialize(&mut *self.serializer)
            .map_err(|error| error.in_member(&self.last_key()))?;
        self.end_member()
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl ser::SerializeStruct for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.member(name, value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl ser::SerializeStructVariant for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.member(name, value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}
