//! What a serializer or deserializer does with a scalar of which it knows the kind alone.

use alloc::vec::Vec;

#[cfg(feature = "decimal")]
use super::Decimal;
#[cfg(feature = "json")]
use super::wire::JsonForm;
use super::{
    DateOnly, DateTime, DateTimeOffset, Guid, TimeOnly, TimeSpan,
    wire::{Scalar, from_plain},
};
use crate::{error::Result, kinds::Kind, options::Options, syntax::scalar::ScalarFault};

/// Does the same with whichever type a kind is; bytes are no [`Scalar`], their base64 is the same
/// in all formats.
macro_rules! with_type {
    ($kind:expr, $type:ident => $do:expr, bytes => $bytes:expr) => {
        match $kind {
            Kind::Guid => {
                type $type = Guid;
                $do
            }
            Kind::DateTime => {
                type $type = DateTime;
                $do
            }
            Kind::DateTimeOffset => {
                type $type = DateTimeOffset;
                $do
            }
            Kind::TimeSpan => {
                type $type = TimeSpan;
                $do
            }
            Kind::DateOnly => {
                type $type = DateOnly;
                $do
            }
            Kind::TimeOnly => {
                type $type = TimeOnly;
                $do
            }
            #[cfg(feature = "decimal")]
            Kind::Decimal => {
                type $type = Decimal;
                $do
            }
            Kind::Bytes => $bytes,
        }
    };
}

impl Kind {
    /// Reads a scalar's text and gives the value in bits. Not for bytes.
    pub(crate) fn read(
        self,
        text: &str,
        quoted: bool,
        options: &Options,
    ) -> Result<u128, ScalarFault> {
        with_type!(
            self,
            T => T::read(text, quoted, options).map(|value| value.to_bits()),
            bytes => Err(ScalarFault::Malformed)
        )
    }

    /// Puts the JSV form in place of the plain text that begins at `start`.
    pub(crate) fn rewrite(
        self,
        buffer: &mut Vec<u8>,
        start: usize,
        options: &Options,
    ) -> Result<()> {
        with_type!(self, T => T::rewrite(buffer, start, options), bytes => Ok(()))
    }

    /// Writes the JSON form of the value whose plain text this is.
    #[cfg(feature = "json")]
    pub(crate) fn write_json(
        self,
        plain: &str,
        buffer: &mut Vec<u8>,
        options: &Options,
    ) -> Result<JsonForm> {
        with_type!(
            self,
            T => from_plain::<T>(plain)?.write_json(buffer, options),
            bytes => {
                buffer.extend_from_slice(plain.as_bytes());
                Ok(JsonForm::Text)
            }
        )
    }

    /// Whether the value whose plain text this is, is .NET's default of its type.
    pub(crate) fn is_default(self, plain: &str) -> bool {
        with_type!(
            self,
            T => from_plain::<T>(plain).is_ok_and(|value| value.is_default()),
            // A reference type's default is null.
            bytes => false
        )
    }
}
