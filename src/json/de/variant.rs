//! Enum variants that hold data: `{"Variant":payload}`.

use alloc::borrow::Cow;

use serde_core::de::{
    Deserialize, DeserializeSeed, Deserializer as _, EnumAccess, VariantAccess, Visitor,
    value::{BorrowedStrDeserializer, StrDeserializer},
};

use super::reader::Reader;
use crate::{
    de::names,
    error::{Error, Result},
};

/// An object of one member, whose name is the variant's.
pub(super) struct DataVariant<'a, 'de> {
    reader: &'a mut Reader<'de>,
    name: Cow<'de, str>,
    variants: &'static [&'static str],
}

impl<'de> DataVariant<'_, 'de> {
    /// Reads the enum whose object begins here.
    pub(super) fn read<V: Visitor<'de>>(
        reader: &mut Reader<'de>,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        const ONE_MEMBER: &str = "an object of one member named like a variant";
        let opened = reader.open(b'{', ONE_MEMBER)?;
        if !reader.cursor.first(opened)? {
            let error = Error::expected(ONE_MEMBER, "an empty object");
            return Err(reader.located(error, opened.offset()));
        }
        let name_offset = reader.cursor.offset();
        let name = reader.cursor.name()?;
        let variant = DataVariant {
            reader: &mut *reader,
            name: Cow::clone(&name),
            variants,
        };
        let value = visitor
            .visit_enum(variant)
            .map_err(|error| reader.located(error, name_offset))?;
        match reader.cursor.next(opened) {
            Ok(false) => Ok(value),
            Ok(true) => {
                let offset = reader.cursor.offset();
                let error = Error::expected(ONE_MEMBER, "a second member");
                Err(reader.located(error, offset))
            }
            Err(error) => Err(error.in_member(&name)),
        }
    }

    /// Reads the payload, with the variant in the path of an error.
    fn payload<T>(self, read: impl FnOnce(&mut Reader<'de>) -> Result<T>) -> Result<T> {
        self.reader.cursor.peek();
        let offset = self.reader.cursor.offset();
        read(self.reader).map_err(|error| self.reader.located(error, offset).in_member(&self.name))
    }
}

impl<'de> EnumAccess<'de> for DataVariant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self)> {
        let variant = match names::find_trimmed(&self.name, self.variants) {
            Some(index) => seed.deserialize(BorrowedStrDeserializer::new(self.variants[index]))?,
            None => seed.deserialize(StrDeserializer::new(&self.name))?,
        };
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for DataVariant<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        self.payload(|reader| Deserialize::deserialize(reader))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value> {
        self.payload(|reader| seed.deserialize(reader))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        self.payload(|reader| reader.deserialize_tuple(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.payload(|reader| reader.deserialize_struct("", fields, visitor))
    }
}
