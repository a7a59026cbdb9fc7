//! Map keys: any scalar, by the string rule.

use alloc::vec::Vec;

use serde_core::ser::{Impossible, Serialize, Serializer};

use super::bool_text;
use crate::{
    error::{Error, Result},
    syntax::{number, quote},
};

/// Writes one key's text into a buffer; a structure or nothing is an error.
pub(crate) struct KeySerializer<'a> {
    buffer: &'a mut Vec<u8>,
}

impl<'a> KeySerializer<'a> {
    pub(crate) fn new(buffer: &'a mut Vec<u8>) -> Self {
        Self { buffer }
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

impl Serializer for KeySerializer<'_> {
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
        self.buffer.extend_from_slice(bool_text(value).as_bytes());
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<()> {
        number::write_f32(self.buffer, value);
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
        quote::write_text(self.buffer, text);
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
        _name: &'static str,
        value: &T,
    ) -> Result<()> {
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
