//! Map keys: any scalar, by the string rule.

use alloc::vec::Vec;
#[cfg(feature = "json")]
use core::cell::Cell;

use serde_core::ser::{Impossible, Serialize, Serializer};

use super::text::bool_text;
#[cfg(feature = "dotnet")]
use crate::kinds::Kind;
#[cfg(all(feature = "dotnet", feature = "json"))]
use crate::scalars::JsonForm;
use crate::{
    error::{Error, Result},
    options::Options,
    syntax::{number, quote},
};

/// How a key is written.
#[derive(Clone, Copy)]
#[cfg_attr(
    not(feature = "dotnet"),
    expect(dead_code, reason = "only .NET's scalars are written by options")
)]
pub(crate) enum KeyForm<'o> {
    /// By JSV's string rule.
    Jsv(&'o Options),
    /// As JSV has it between the quotes, if there are any.
    #[cfg(feature = "dotnet")]
    Unquoted(&'o Options),
    /// The text that JSON has in quotes, nothing escaped yet.
    #[cfg(feature = "json")]
    Json {
        options: &'o Options,
        /// Set for a text in which each slash is to be escaped.
        escaped_slashes: &'o Cell<bool>,
    },
    /// The text of a scalar as it is, for whoever wants to look at it.
    Plain,
}

/// Writes one key's text into a buffer; a structure or nothing is an error.
pub(crate) struct KeySerializer<'a, 'o> {
    buffer: &'a mut Vec<u8>,
    form: KeyForm<'o>,
}

impl<'a, 'o> KeySerializer<'a, 'o> {
    pub(crate) fn new(buffer: &'a mut Vec<u8>, form: KeyForm<'o>) -> Self {
        Self { buffer, form }
    }

    /// Writes a .NET scalar, by the string rule in JSV: a date has colons.
    #[cfg(feature = "dotnet")]
    fn dotnet<T: Serialize + ?Sized>(self, kind: Kind, value: &T) -> Result<()> {
        let start = self.buffer.len();
        value.serialize(KeySerializer::new(self.buffer, KeyForm::Plain))?;
        match self.form {
            KeyForm::Jsv(options) => {
                kind.rewrite(self.buffer, start, options)?;
                let text = take_text(self.buffer, start)?;
                quote::write_text(self.buffer, &text);
            }
            KeyForm::Unquoted(options) => kind.rewrite(self.buffer, start, options)?,
            #[cfg(feature = "json")]
            KeyForm::Json {
                options,
                escaped_slashes,
            } => {
                let plain = take_text(self.buffer, start)?;
                let form = kind.write_json(&plain, self.buffer, options)?;
                escaped_slashes.set(form == JsonForm::EscapedSlashes);
            }
            KeyForm::Plain => {}
        }
        Ok(())
    }

    fn integer(self, integer: impl itoa::Integer) -> Result<()> {
        let mut printed = itoa::Buffer::new();
        self.buffer
            .extend_from_slice(printed.format(integer).as_bytes());
        Ok(())
    }
}

macro_rules! serialize_integers {
    ($($method:ident $type:ty)*) => {$(
        fn $method(self, value: $type) -> Result<()> {
            self.integer(value)
        }
    )*};
}

impl Serializer for KeySerializer<'_, '_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    serialize_integers! {
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64 serialize_i128 i128
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64 serialize_u128 u128
    }

    fn serialize_bool(self, value: bool) -> Result<()> {
        let text = match self.form {
            #[cfg(feature = "json")]
            KeyForm::Json { .. } if value => "true",
            #[cfg(feature = "json")]
            KeyForm::Json { .. } => "false",
            _ => bool_text(value),
        };
        self.buffer.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<()> {
        match self.form {
            #[cfg(feature = "json")]
            KeyForm::Json { .. } => number::write_f32_json(self.buffer, value),
            _ => number::write_f32(self.buffer, value),
        }
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<()> {
        number::write_f64(self.buffer, value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<()> {
        match self.form {
            KeyForm::Jsv(_) => quote::write_text(self.buffer, text),
            _ => self.buffer.extend_from_slice(text.as_bytes()),
        }
        Ok(())
    }

    fn serialize_bytes(self, _bytes: &[u8]) -> Result<()> {
        Err(Error::key_not_scalar())
    }

    fn serialize_none(self) -> Result<()> {
        Err(Error::key_not_scalar())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        Err(Error::key_not_scalar())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<()> {
        Err(Error::key_not_scalar())
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<()> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        #[cfg(feature = "dotnet")]
        if let Some(kind) = Kind::of(name) {
            return self.dotnet(kind, value);
        }
        let _ = name;
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<()> {
        Err(Error::key_not_scalar())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Self::SerializeSeq> {
        Err(Error::key_not_scalar())
    }

    fn serialize_tuple(self, _len: usize) -> Result<Self::SerializeTuple> {
        Err(Error::key_not_scalar())
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleStruct> {
        Err(Error::key_not_scalar())
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(Error::key_not_scalar())
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Self::SerializeMap> {
        Err(Error::key_not_scalar())
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Self::SerializeStruct> {
        Err(Error::key_not_scalar())
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(Error::key_not_scalar())
    }
}

/// Takes what was written since a place out of a buffer.
#[cfg(feature = "dotnet")]
pub(crate) fn take_text(buffer: &mut Vec<u8>, start: usize) -> Result<alloc::string::String> {
    super::text::into_text(buffer.split_off(start))
}
