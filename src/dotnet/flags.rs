//! .NET's enums: flags over [`bitflags`], for `#[serde(with = "jsv::dotnet::flags")]`; and how the
//! others are declared.
//!
//! # Flags
//!
//! An enum that .NET declares with `[Flags]` is written as its number, and read from the number, or
//! from names separated by commas and optional spaces, which are or'ed (jsv.md, section 3). Bits
//! without a name are kept. Names match ignoring case, and the `_` that Rust's constants have:
//! `ReadAll` is `READ_ALL`.
//!
//! ```
//! use serde::{Deserialize, Deserializer, Serialize, Serializer};
//!
//! bitflags::bitflags! {
//!     #[derive(Debug, Clone, Copy, Default, PartialEq)]
//!     struct Perms: i32 {
//!         const NONE = 0;
//!         const READ = 1;
//!         const WRITE = 2;
//!         const ADMIN = 4;
//!     }
//! }
//!
//! // Once for the type; or for one field of it, by `#[serde(with = "jsv::dotnet::flags")]`.
//! impl Serialize for Perms {
//!     fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
//!         jsv::dotnet::flags::serialize(self, serializer)
//!     }
//! }
//!
//! impl<'de> Deserialize<'de> for Perms {
//!     fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
//!         jsv::dotnet::flags::deserialize(deserializer)
//!     }
//! }
//!
//! let perms: Perms = jsv::from_str(r#""Read, Write""#)?;
//! assert_eq!(perms, Perms::READ | Perms::WRITE);
//! assert_eq!(jsv::to_string(&perms)?, "3");
//! assert_eq!(jsv::from_str::<Perms>("8")?.bits(), 8);
//! # Ok::<(), jsv::Error>(())
//! ```
//!
//! Other text formats of serde have the number, too, and read the names. A binary format has an
//! `i64`, always, since it need not know what stands there; an enum of 64 bits without a sign has
//! the same bits in it.
//!
//! # Other enums
//!
//! Every other enum is a Rust enum, with `rename` for the text of an `EnumMember` and `alias` for
//! the name, which is read as well. Both match ignoring case. A number is read as the place of the
//! variant, and an error if there is none.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, Debug, PartialEq)]
//! enum Wire {
//!     #[serde(rename = "first value", alias = "First")]
//!     First,
//!     #[serde(rename = "second:value", alias = "Second")]
//!     Second,
//!     Third,
//! }
//!
//! for text in ["first value", "FIRST", "0"] {
//!     assert_eq!(jsv::from_str::<Wire>(text)?, Wire::First);
//! }
//! assert_eq!(jsv::to_string(&[Wire::First, Wire::Second])?, r#"[first value,"second:value"]"#);
//! # Ok::<(), jsv::Error>(())
//! ```

use core::{fmt, marker::PhantomData};

use bitflags::{Flag, Flags};
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use crate::{
    private::FLAGS,
    syntax::scalar::{parse_integer, trim},
};

/// Writes flags as their number.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<T, S>(flags: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    T: Flags,
    T::Bits: Into<i128>,
    S: Serializer,
{
    serializer.serialize_newtype_struct(FLAGS, &Number(flags.bits().into()))
}

/// Reads flags from their number or their names.
///
/// # Errors
///
/// A name that the flags do not have, a number that their bits do not hold, anything else than text
/// or an integer; and those of the deserializer.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Flags,
    T::Bits: TryFrom<i128>,
    D: Deserializer<'de>,
{
    let visitor = FlagsVisitor {
        is_binary: !deserializer.is_human_readable(),
        flags: PhantomData,
    };
    if visitor.is_binary {
        deserializer.deserialize_i64(visitor)
    } else {
        deserializer.deserialize_any(visitor)
    }
}

/// The same for an `Option`. A field with it needs serde's `default` as well, so that it may be
/// missing: `#[serde(default, with = "jsv::dotnet::flags::option")]`.
pub mod option {
    use super::*;

    /// Writes flags as their number, or nothing.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<T, S>(flags: &Option<T>, serializer: S) -> Result<S::Ok, S::Error>
    where
        T: Flags,
        T::Bits: Into<i128>,
        S: Serializer,
    {
        match flags {
            Some(flags) => serializer.serialize_some(&Written(flags)),
            None => serializer.serialize_none(),
        }
    }

    /// Reads flags from their number or their names, or nothing.
    ///
    /// # Errors
    ///
    /// As [`deserialize`](super::deserialize).
    pub fn deserialize<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
    where
        T: Flags,
        T::Bits: TryFrom<i128>,
        D: Deserializer<'de>,
    {
        let flags = Option::<Read<T>>::deserialize(deserializer)?;
        Ok(flags.map(|flags| flags.0))
    }

    struct Written<'a, T>(&'a T);

    impl<T: Flags<Bits: Into<i128>>> Serialize for Written<'_, T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            super::serialize(self.0, serializer)
        }
    }

    struct Read<T>(T);

    impl<'de, T: Flags<Bits: TryFrom<i128>>> Deserialize<'de> for Read<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            super::deserialize(deserializer).map(Self)
        }
    }
}

/// The bits of any type that bits have, with or without a sign.
struct Number(i128);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.0;
        if serializer.is_human_readable()
            && let Ok(number) = u64::try_from(number)
        {
            return serializer.serialize_u64(number);
        }
        // What has 64 bits and no sign keeps its bits.
        serializer.serialize_i64(number as i64)
    }
}

struct FlagsVisitor<T> {
    /// Whether 64 bits without a sign are an `i64` of the same bits.
    is_binary: bool,
    flags: PhantomData<T>,
}

impl<T> Visitor<'_> for FlagsVisitor<T>
where
    T: Flags,
    T::Bits: TryFrom<i128>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number or the names of flags")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        let same_bits = || self.is_binary.then(|| number.cast_unsigned().into());
        from_number(number.into())
            .or_else(|| from_number(same_bits()?))
            .ok_or_else(|| E::invalid_value(de::Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        from_number(number.into())
            .ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(number), &self))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        let flags = match parse_integer::<i128>(text) {
            Ok(number) => from_number(number),
            Err(_) => from_names(text),
        };
        flags.ok_or_else(|| E::invalid_value(de::Unexpected::Other("text"), &self))
    }
}

fn from_number<T: Flags<Bits: TryFrom<i128>>>(number: i128) -> Option<T> {
    T::Bits::try_from(number).ok().map(T::from_bits_retain)
}

/// The flags of all the names.
fn from_names<T: Flags>(text: &str) -> Option<T> {
    text.split(',').try_fold(T::empty(), |flags, name| {
        let flag = find::<T>(trim(name))?;
        Some(flags.union(T::from_bits_retain(flag.value().bits())))
    })
}

/// The flag of this name.
fn find<T: Flags>(name: &str) -> Option<&'static Flag<T>> {
    let named = || T::FLAGS.iter().filter(|flag| flag.is_named());
    named()
        .find(|flag| flag.name().eq_ignore_ascii_case(name))
        .or_else(|| named().find(|flag| is_name_without_underscores(flag.name(), name)))
}

/// Whether the name of a constant, but for its `_`, is this one.
fn is_name_without_underscores(constant: &str, name: &str) -> bool {
    let letters = constant.bytes().filter(|&byte| byte != b'_');
    letters
        .map(|byte| byte.to_ascii_lowercase())
        .eq(name.bytes().map(|byte| byte.to_ascii_lowercase()))
}
