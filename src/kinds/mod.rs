//! What is known of .NET's scalars without a value: which of them a newtype is, and the zones that
//! dates are in. The values and their texts are in `scalars`.

pub(crate) mod digits;
mod kind;
mod zone;

pub(crate) use self::kind::Kind;
pub use self::zone::{At, LocalZone, UtcOffset, Zone};
