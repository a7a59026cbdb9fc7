//! [`Guid`]: .NET's `Guid` over [`uuid::Uuid`].

use alloc::vec::Vec;
use core::ops::Deref;

use uuid::Uuid;

use super::{
    standalone::impl_text,
    text::ShortText,
    wire::{Scalar, impl_serde},
};
use crate::{
    error::Result,
    kinds::Kind,
    options::{GuidFormat, Options},
    syntax::scalar::ScalarFault,
};

/// .NET's `Guid`: a [`Uuid`] that JSV and ServiceStack's JSON print as 32 small hex digits, or with
/// hyphens by [`Options::guid`]. Any other serde format has it with hyphens.
///
/// Read are both forms, the one with hyphens also in `{}` or `()`, in any case (jsv.md, section 3).
///
/// ```
/// use jsv::{GuidFormat, Options, dotnet::Guid};
///
/// let guid: Guid = "{7A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9}".parse()?;
/// assert_eq!(jsv::to_string(&guid)?, "7a1b2c3d4e5f60718293a4b5c6d7e8f9");
///
/// let hyphens = Options::new().guid(GuidFormat::D);
/// assert_eq!(hyphens.to_string(&guid)?, "7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
///
/// // It is a `Uuid` wherever one is wanted.
/// assert_eq!(guid.as_u128(), 0x7a1b2c3d_4e5f_6071_8293_a4b5c6d7e8f9);
/// assert_eq!(Guid::from(uuid::Uuid::nil()), Guid::EMPTY);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// The order is .NET's, which is that of the digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(pub Uuid);

impl Guid {
    /// The one whose digits are zeros, which is the default.
    pub const EMPTY: Self = Self(Uuid::nil());

    /// The 32 digits.
    fn text(self) -> ShortText {
        let mut text = ShortText::new();
        text.extend(self.as_simple().encode_lower(&mut [0; 32]).as_bytes());
        text
    }
}

impl Scalar for Guid {
    const KIND: Kind = Kind::Guid;

    fn read(text: &str, _quoted: bool, _options: &Options) -> Result<Self, ScalarFault> {
        let digits = match text.as_bytes() {
            [b'{', within @ .., b'}'] | [b'(', within @ .., b')'] if within.len() == 36 => within,
            bare => bare,
        };
        // The parser knows other forms, which have other lengths.
        if !matches!(digits.len(), 32 | 36) {
            return Err(ScalarFault::Malformed);
        }
        Uuid::try_parse_ascii(digits)
            .map(Self)
            .map_err(|_| ScalarFault::Malformed)
    }

    fn with_plain<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        take(self.as_hyphenated().encode_lower(&mut [0; 36]))
    }

    fn write_jsv(&self, buffer: &mut Vec<u8>, options: &Options) -> Result<()> {
        let mut space = [0; 36];
        let text = match options.guid {
            GuidFormat::N => self.as_simple().encode_lower(&mut space),
            GuidFormat::D => self.as_hyphenated().encode_lower(&mut space),
        };
        buffer.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn rewrite(buffer: &mut Vec<u8>, start: usize, options: &Options) -> Result<()> {
        // All that is different are the hyphens.
        if options.guid == GuidFormat::N {
            let plain = ShortText::take(buffer, start).unwrap_or(ShortText::new());
            let digits = plain.as_bytes().iter().filter(|byte| **byte != b'-');
            buffer.extend(digits);
        }
        Ok(())
    }

    fn is_default(&self) -> bool {
        self.is_nil()
    }

    fn to_bits(&self) -> u128 {
        self.as_u128()
    }

    fn from_bits(bits: u128) -> Option<Self> {
        Some(Self(Uuid::from_u128(bits)))
    }
}

impl_serde!(Guid);
impl_text!(Guid);

impl Deref for Guid {
    type Target = Uuid;

    fn deref(&self) -> &Uuid {
        &self.0
    }
}

impl From<Uuid> for Guid {
    fn from(uuid: Uuid) -> Self {
        Self(uuid)
    }
}

impl From<Guid> for Uuid {
    fn from(guid: Guid) -> Self {
        guid.0
    }
}
