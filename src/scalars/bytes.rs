//! [`Bytes`]: .NET's `byte[]`, which every text format has in base64.

use alloc::{borrow::Cow, vec::Vec};
use core::{fmt, ops::Deref, ops::DerefMut, str::FromStr};

use base64::{Engine, display::Base64Display, engine::general_purpose::STANDARD};
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, SeqAccess, Visitor},
};

use super::standalone;
use crate::{
    error::{Error, Result},
    kinds::Kind,
    syntax::scalar::{ScalarFault, is_white},
};

/// .NET's `byte[]`: bytes that are written as base64 with padding.
///
/// Read is base64 with padding, white space in it ignored, or a list of numbers (jsv.md,
/// section 3). `Vec<u8>` by itself is a list of numbers.
///
/// ```
/// use jsv::dotnet::Bytes;
///
/// let bytes = Bytes::from([1, 2, 3]);
/// assert_eq!(jsv::to_string(&bytes)?, "AQID");
/// assert_eq!(jsv::from_str::<Bytes>("[1,2,3]")?, bytes);
/// assert_eq!(bytes.len(), 3);
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes(pub Vec<u8>);

/// Reads base64 with padding, in which white space means nothing.
pub(crate) fn decode_base64(text: &str) -> Result<Vec<u8>, ScalarFault> {
    let is_white = |byte: &u8| is_white(*byte);
    let base64 = if text.as_bytes().iter().any(is_white) {
        Cow::Owned(text.bytes().filter(|byte| !is_white(byte)).collect())
    } else {
        Cow::Borrowed(text.as_bytes())
    };
    STANDARD.decode(base64).map_err(|_| ScalarFault::Malformed)
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(Kind::Bytes.name(), &Base64(&self.0))
    }
}

/// The base64 of bytes, made when it is asked for.
struct Base64<'a>(&'a [u8]);

impl Serialize for Base64<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(Kind::Bytes.name(), BytesVisitor)
    }
}

/// Takes the bytes that this crate's deserializers give, or what others have: base64 or a list.
struct BytesVisitor;

impl<'de> Visitor<'de> for BytesVisitor {
    type Value = Bytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Kind::Bytes.target())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Bytes, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(self)
        } else {
            deserializer.deserialize_str(self)
        }
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
        Ok(Bytes(bytes.to_vec()))
    }

    fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
        Ok(Bytes(bytes))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Bytes, E> {
        decode_base64(text)
            .map(Bytes)
            .map_err(|_| E::invalid_value(de::Unexpected::Other("text"), &self))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Bytes, A::Error> {
        // A length is a promise that nothing makes a format keep.
        let capacity = items.size_hint().unwrap_or(0).min(4096);
        let mut bytes = Vec::with_capacity(capacity);
        while let Some(byte) = items.next_element()? {
            bytes.push(byte);
        }
        Ok(Bytes(bytes))
    }
}

/// Reads base64 with padding, white space in it ignored.
impl FromStr for Bytes {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        decode_base64(text)
            .map(Self)
            .map_err(|fault| standalone::error("base64", fault))
    }
}

/// Base64 with padding.
impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Base64Display::new(&self.0, &STANDARD).fmt(f)
    }
}

impl Deref for Bytes {
    type Target = Vec<u8>;

    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}

impl DerefMut for Bytes {
    fn deref_mut(&mut self) -> &mut Vec<u8> {
        &mut self.0
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Bytes {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<Bytes> for Vec<u8> {
    fn from(bytes: Bytes) -> Self {
        bytes.0
    }
}

impl FromIterator<u8> for Bytes {
    fn from_iter<I: IntoIterator<Item = u8>>(bytes: I) -> Self {
        Self(bytes.into_iter().collect())
    }
}
