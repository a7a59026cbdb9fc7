//! Enum variants that hold data: `{Variant:payload}`.

use alloc::borrow::Cow;

use serde_core::de::{
    DeserializeSeed, Deserializer as _, EnumAccess, VariantAccess, Visitor,
    value::{BorrowedStrDeserializer, StrDeserializer},
};

use super::{Deserializer, names};
use crate::{
    error::{Error, Result},
    syntax::cursor::Opened,
};

/// An object of one member, whose name is the variant's.
pub(super) struct DataVariant<'a, 'de> {
    deserializer: &'a mut Deserializer<'de>,
    opened: Opened,
    name: Cow<'de, str>,
    variants: &'static [&'static str],
}

impl<'de> DataVariant<'_, 'de> {
    /// Reads the enum whose object begins here.
    pub(super) fn read<V: Visitor<'de>>(
        deserializer: &mut Deserializer<'de>,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        const ONE_MEMBER: &str = "an object of one member named like a variant";
        let opened = deserializer.open(b'{', ONE_MEMBER)?;
        if !deserializer.cursor.first_member(opened) {
            let error = Error::expected(ONE_MEMBER, "an empty object");
            return Err(deserializer.located(error, opened.offset()));
        }
        let name_offset = deserializer.cursor.offset();
        let name = match deserializer.cursor.name(opened) {
            Ok(name) => name.into_text(),
            Err(fault) => return Err(deserializer.syntax(fault)),
        };
        let variant = DataVariant {
            deserializer: &mut *deserializer,
            opened,
            name: Cow::clone(&name),
            variants,
        };
        let value = visitor
            .visit_enum(variant)
            .map_err(|error| deserializer.located(error, name_offset))?;
        match deserializer.cursor.next_member(opened) {
            Ok(false) => Ok(value),
            Ok(true) => {
                let offset = deserializer.cursor.offset();
                let error = Error::expected(ONE_MEMBER, "a second member");
                Err(deserializer.located(error, offset))
            }
            Err(fault) => Err(deserializer.syntax(fault).in_member(&name)),
        }
    }

    /// Reads the payload, with the variant in the path of an error.
    fn payload<T>(self, read: impl FnOnce(&mut Deserializer<'de>) -> Result<T>) -> Result<T> {
        self.deserializer
            .cursor
            .begin_value(self.opened)
            .map_err(|fault| self.deserializer.syntax(fault).in_member(&self.name))?;
        let offset = self.deserializer.cursor.offset();
        read(self.deserializer).map_err(|error| {
            self.deserializer
                .located(error, offset)
                .in_member(&self.name)
        })
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
        self.payload(|deserializer| serde_core::Deserialize::deserialize(deserializer))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value> {
        self.payload(|deserializer| seed.deserialize(deserializer))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.payload(|deserializer| deserializer.deserialize_tuple(len, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.payload(|deserializer| deserializer.deserialize_struct("", fields, visitor))
    }
}
