//! A .NET scalar of a type that is known at run time. What each of them is in Rust stands in
//! [`scalars`](crate::scalars).

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;

use crate::{
    losses::{Losses, ReadBack},
    mirror::Mirror,
    scalars::{
        Bytes, Date, DateOnly, Double, Guid, Money, OffsetDate, Single, TimeOnly, TimeSpan, Uri,
    },
    types::Perms,
};

/// Declares [`ScalarType`] and [`Scalar`]: the .NET name, the variant of either, the Rust type.
macro_rules! scalars {
    (
        values { $($value_name:literal $value:ident($value_type:ty),)* }
        references { $($name:literal $reference:ident($type:ty),)* }
    ) => {
        /// A .NET type that is a scalar.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum ScalarType {
            $(#[doc = concat!("`", $value_name, "`.")] $value,)*
            $(#[doc = concat!("`", $name, "`.")] $reference,)*
        }

        /// A scalar.
        #[derive(Clone, PartialEq)]
        pub enum Scalar {
            $(#[doc = concat!("`", $value_name, "`.")] $value($value_type),)*
            $(#[doc = concat!("`", $name, "`.")] $reference($type),)*
        }

        impl ScalarType {
            /// The scalar of this name.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($value_name => Some(Self::$value),)*
                    $($name => Some(Self::$reference),)*
                    _ => None,
                }
            }

            /// Whether it may be null in .NET.
            pub fn is_reference(self) -> bool {
                matches!(self, $(Self::$reference)|*)
            }

            /// Rust's default, which of a value type is .NET's.
            pub fn default(self) -> Scalar {
                match self {
                    $(Self::$value => Scalar::$value(Default::default()),)*
                    $(Self::$reference => Scalar::$reference(Default::default()),)*
                }
            }

            /// The scalar that a recorded value stands for.
            pub fn recorded(self, recorded: &Json) -> Scalar {
                match self {
                    $(Self::$value => Scalar::$value(Mirror::from_recorded(recorded)),)*
                    $(Self::$reference => Scalar::$reference(Mirror::from_recorded(recorded)),)*
                }
            }

            /// Reads a scalar as its Rust type is read.
            ///
            /// # Errors
            ///
            /// Those of the Rust type.
            pub fn read<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar, D::Error> {
                match self {
                    $(Self::$value => Deserialize::deserialize(deserializer).map(Scalar::$value),)*
                    $(Self::$reference => {
                        Deserialize::deserialize(deserializer).map(Scalar::$reference)
                    })*
                }
            }
        }

        impl Serialize for Scalar {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$value(scalar) => scalar.serialize(serializer),)*
                    $(Self::$reference(scalar) => scalar.serialize(serializer),)*
                }
            }
        }

        impl ReadBack for Scalar {
            fn read_back(self, losses: &Losses) -> Self {
                match self {
                    $(Self::$value(scalar) => Self::$value(scalar.read_back(losses)),)*
                    $(Self::$reference(scalar) => Self::$reference(scalar.read_back(losses)),)*
                }
            }
        }

        impl fmt::Debug for Scalar {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$value(scalar) => scalar.fmt(f),)*
                    $(Self::$reference(scalar) => scalar.fmt(f),)*
                }
            }
        }
    };
}

scalars! {
    values {
        "bool" Bool(bool),
        "byte" Byte(u8),
        "sbyte" SByte(i8),
        "short" Short(i16),
        "ushort" UShort(u16),
        "int" Int(i32),
        "uint" UInt(u32),
        "long" Long(i64),
        "ulong" ULong(u64),
        "double" Double(Double),
        "float" Single(Single),
        "char" Char(char),
        "decimal" Decimal(Money),
        "Guid" Guid(Guid),
        "DateTime" DateTime(Date),
        "DateTimeOffset" DateTimeOffset(OffsetDate),
        "TimeSpan" TimeSpan(TimeSpan),
        "DateOnly" DateOnly(DateOnly),
        "TimeOnly" TimeOnly(TimeOnly),
        // The names of flags are constants of their Rust type.
        "Perms" Perms(Perms),
    }
    references {
        "string" String(String),
        "Uri" Uri(Uri),
        "byte[]" Bytes(Bytes),
    }
}
