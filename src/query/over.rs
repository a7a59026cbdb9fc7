//! Values laid over a body: the members of both as one object, in which a value stands in the place
//! of the body's member.

use alloc::borrow::Cow;
use core::fmt;

use serde_core::de::{
    self, DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor, value::CowStrDeserializer,
};

use super::de::{Members, Values};
use crate::{
    de::names::NameSet,
    error::{Error, Result},
};

/// Reads a struct or map from a body and from values.
pub(super) struct Over<'a, 'b, D> {
    pub(super) body: D,
    pub(super) values: &'a mut Values<'b>,
}

macro_rules! forward {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        fn $method<V: Visitor<'b>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value> {
            self.body.$method($($argument,)* visitor)
        }
    )*};
}

impl<'b, D: de::Deserializer<'b, Error = Error>> de::Deserializer<'b> for Over<'_, 'b, D> {
    type Error = Error;

    // A body that is no object has no members to replace.
    forward! {
        deserialize_bool()
        deserialize_i8()
        deserialize_i16()
        deserialize_i32()
        deserialize_i64()
        deserialize_i128()
        deserialize_u8()
        deserialize_u16()
        deserialize_u32()
        deserialize_u64()
        deserialize_u128()
        deserialize_f32()
        deserialize_f64()
        deserialize_char()
        deserialize_str()
        deserialize_string()
        deserialize_bytes()
        deserialize_byte_buf()
        deserialize_unit()
        deserialize_unit_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize)
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier()
        deserialize_ignored_any()
    }

    fn deserialize_any<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'b>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_map<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        let visitor = OverVisitor {
            visitor,
            members: self.values.members(None),
        };
        self.body.deserialize_map(visitor)
    }

    fn deserialize_struct<V: Visitor<'b>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let visitor = OverVisitor {
            visitor,
            members: self.values.members(Some(fields)),
        };
        self.body.deserialize_struct(name, fields, visitor)
    }
}

struct OverVisitor<'a, 'b, V> {
    visitor: V,
    members: Members<'a, 'b>,
}

impl<'b, V: Visitor<'b>> Visitor<'b> for OverVisitor<'_, 'b, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'b>>(self, body: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Both {
            body: Some(body),
            replaced: self.members.names(),
            members: self.members,
        })
    }
}

/// The members of the body that have no value, then the values.
struct Both<'a, 'b, A> {
    /// `None` when it has no more members.
    body: Option<A>,
    /// The names of the values.
    replaced: NameSet<'b>,
    members: Members<'a, 'b>,
}

impl<'b, A: MapAccess<'b>> MapAccess<'b> for Both<'_, 'b, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'b>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(body) = &mut self.body {
            let Some(Name(name)) = body.next_key()? else {
                self.body = None;
                break;
            };
            if !self.replaced.contains(&name) {
                return seed.deserialize(CowStrDeserializer::new(name)).map(Some);
            }
            body.next_value::<IgnoredAny>()?;
        }
        // The error keeps its type on the side, as the body has one of its own.
        self.members
            .next_key_seed(seed)
            .map_err(|error| A::Error::custom(self.members.keep(error)))
    }

    fn next_value_seed<V: DeserializeSeed<'b>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match &mut self.body {
            Some(body) => body.next_value_seed(seed),
            None => self
                .members
                .next_value_seed(seed)
                .map_err(|error| A::Error::custom(self.members.keep(error))),
        }
    }
}

/// A member's name.
struct Name<'b>(Cow<'b, str>);

impl<'b> de::Deserialize<'b> for Name<'b> {
    fn deserialize<D: de::Deserializer<'b>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'b> Visitor<'b> for NameVisitor {
            type Value = Name<'b>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E: de::Error>(self, name: &'b str) -> Result<Name<'b>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Name<'b>, E> {
                Ok(Name(Cow::Owned(name.into())))
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}
