//! DTOs without members, `struct Ping;`: serde reads them from nothing, clients send `{}`.

use core::fmt;

use serde_core::{
    de::{self, Deserialize, DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor},
    forward_to_deserialize_any,
};

/// The value of a type that has no members; `None` if the type has some or is no struct.
pub(crate) fn without_members<T: DeserializeOwned>() -> Option<T> {
    T::deserialize(NoMembers).ok()
}

/// What is read by a unit alone.
struct NoMembers;

/// Something else than a unit was asked for.
#[derive(Debug)]
struct HasMembers;

impl fmt::Display for HasMembers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the type has members")
    }
}

impl core::error::Error for HasMembers {}

impl de::Error for HasMembers {
    fn custom<M: fmt::Display>(_: M) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for NoMembers {
    type Error = HasMembers;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, HasMembers> {
        Err(HasMembers)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, HasMembers> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, HasMembers> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, HasMembers> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// An object of any members.
pub(crate) struct AnyObject;

impl<'de> Deserialize<'de> for AnyObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyMembers;

        impl<'de> Visitor<'de> for AnyMembers {
            type Value = AnyObject;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AnyObject, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(AnyObject)
            }
        }

        deserializer.deserialize_map(AnyMembers)
    }
}
