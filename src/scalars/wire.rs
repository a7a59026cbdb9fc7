//! How a .NET scalar tells the serializers and deserializers of this crate what it is, while it
//! stays ordinary text in every other serde format.
//!
//! A scalar is written as a newtype of a private name around its *plain* text (RFC 3339,
//! hyphens): a format that does not know the name writes that text. This crate's serializers know
//! it, and print the value anew as the format and the options want. Reading, this crate's
//! deserializers parse the text themselves, by their options, and hand over the value in bits;
//! any other format hands over the plain text.

use alloc::{string::ToString, vec::Vec};
use core::{fmt, marker::PhantomData};

use serde_core::{
    Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use super::text::ShortText;
use crate::{
    error::{Error, Result},
    kinds::Kind,
    options::Options,
    syntax::scalar::{ScalarFault, trim},
};

/// How a scalar stands in JSON.
#[cfg(feature = "json")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonForm {
    /// A string; the text has no character that JSON escapes.
    Text,
    /// A string in which each slash is escaped: `"\/Date(0)\/"`. The text has plain slashes.
    EscapedSlashes,
    /// A number.
    Number,
}

/// A .NET scalar.
pub(crate) trait Scalar: Sized {
    /// Which one.
    const KIND: Kind;

    /// Whether a number of another format is the value of that text.
    const READS_NUMBERS: bool = false;

    /// Reads the text of a scalar, white space around it taken off: all forms of jsv.md, section 3.
    /// `quoted` says whether it stood in quotes.
    fn read(text: &str, quoted: bool, options: &Options) -> Result<Self, ScalarFault>;

    /// Gives the plain text, which [`read`](Self::read) reads back whatever the options.
    fn with_plain<R>(&self, take: impl FnOnce(&str) -> R) -> R;

    /// Writes the JSV form, without quotes. An instant that .NET does not have is an error.
    fn write_jsv(&self, buffer: &mut Vec<u8>, options: &Options) -> Result<()>;

    /// Puts the JSV form in place of the plain text that begins at `start`. A type whose forms are
    /// alike does it without reading the text.
    fn rewrite(buffer: &mut Vec<u8>, start: usize, options: &Options) -> Result<()> {
        let plain = ShortText::take(buffer, start).ok_or_else(not_plain)?;
        from_plain::<Self>(plain.as_str())?.write_jsv(buffer, options)
    }

    /// Writes the JSON form, without quotes and with nothing escaped.
    #[cfg(feature = "json")]
    fn write_json(&self, buffer: &mut Vec<u8>, options: &Options) -> Result<JsonForm> {
        self.write_jsv(buffer, options)?;
        Ok(JsonForm::Text)
    }

    /// Whether the value is .NET's default of the type.
    fn is_default(&self) -> bool;

    /// The value in bits, for [`from_bits`](Self::from_bits).
    fn to_bits(&self) -> u128;

    /// The value that [`to_bits`](Self::to_bits) gave.
    fn from_bits(bits: u128) -> Option<Self>;
}

/// Only a type that takes a private name without being one of these has another text.
#[cold]
fn not_plain() -> Error {
    Error::data("not the plain text of a .NET scalar")
}

pub(super) fn from_plain<T: Scalar>(plain: &str) -> Result<T> {
    const OPTIONS: &Options = &Options::new();
    T::read(plain, true, OPTIONS).map_err(|_| not_plain())
}

/// Implements serde's traits for a scalar.
macro_rules! impl_serde {
    ($type:ty) => {
        impl serde_core::Serialize for $type {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::scalars::wire::serialize(self, serializer)
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $type {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::scalars::wire::deserialize(deserializer)
            }
        }
    };
}
pub(super) use impl_serde;

pub(super) fn serialize<T: Scalar, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(T::KIND.name(), &PlainOf(value))
}

/// The plain text of a scalar, made when it is asked for.
struct PlainOf<'a, T>(&'a T);

impl<T: Scalar> Serialize for PlainOf<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.with_plain(|plain| serializer.serialize_str(plain))
    }
}

pub(super) fn deserialize<'de, T: Scalar, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(T::KIND.name(), BitsOrPlain(PhantomData))
}

/// Takes the bits that this crate's deserializers give, or the text that others do.
struct BitsOrPlain<T>(PhantomData<T>);

impl<'de, T: Scalar> Visitor<'de> for BitsOrPlain<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND.target())
    }

    fn visit_u128<E: de::Error>(self, bits: u128) -> Result<T, E> {
        T::from_bits(bits).ok_or_else(|| E::custom("not the bits of a .NET scalar"))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        // A binary format has the text that was written, and may not know what stands there.
        if T::READS_NUMBERS && deserializer.is_human_readable() {
            deserializer.deserialize_any(Plain(PhantomData))
        } else {
            deserializer.deserialize_str(Plain(PhantomData))
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Plain(PhantomData).visit_str(text)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        Plain(PhantomData).visit_u64(number)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        Plain(PhantomData).visit_i64(number)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        Plain(PhantomData).visit_f64(number)
    }
}

/// Takes plain text, or a number if the scalar is one.
struct Plain<T>(PhantomData<T>);

impl<T: Scalar> Plain<T> {
    /// Takes a number by its text, which has no exponent.
    fn number<E: de::Error>(self, text: &str, number: de::Unexpected<'_>) -> Result<T, E> {
        if !T::READS_NUMBERS {
            return Err(E::invalid_type(number, &self));
        }
        from_plain(text).map_err(|_| E::invalid_value(number, &self))
    }
}

impl<T: Scalar> Visitor<'_> for Plain<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND.target())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        from_plain(trim(text)).map_err(|_| E::invalid_value(de::Unexpected::Other("text"), &self))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        self.number(
            itoa::Buffer::new().format(number),
            de::Unexpected::Unsigned(number),
        )
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        self.number(
            itoa::Buffer::new().format(number),
            de::Unexpected::Signed(number),
        )
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        self.number(&number.to_string(), de::Unexpected::Float(number))
    }
}
