//! The scalar types of .NET, as they stand in JSV and in ServiceStack's JSON.
//!
//! | type | over | JSV | other serde formats |
//! |---|---|---|---|
//! | [`Guid`] | [`uuid::Uuid`] | 32 digits, or with hyphens by [`Options::guid`](crate::Options::guid) | with hyphens |
//! | [`DateTime`] | ticks of 100 ns and a [`Zone`] | `2001-02-03T04:05:06Z`, a midnight `2001-02-03` | RFC 3339 |
//! | [`DateTimeOffset`] | ticks of 100 ns and a [`UtcOffset`] | `2001-02-03T04:05:06.0000000+01:00` | RFC 3339 |
//! | [`DateOnly`] | [`chrono::NaiveDate`] | `2001-02-03` | the same |
//! | [`TimeSpan`] | ticks of 100 ns | `P1DT2H3.5S` | the same |
//! | [`TimeOnly`] | ticks of 100 ns | `PT4H5M6S` | `04:05:06` |
//! | `Decimal` (feature `decimal`) | [`rust_decimal::Decimal`](https://docs.rs/rust_decimal) | `1.10` | the same, as text |
//! | [`Bytes`] | `Vec<u8>` | base64 | the same |
//! | [`KeyValuePair`] | two fields | `{Key:a,Value:1}` | the same members |
//!
//! Each says what it is by a newtype name of this crate, so that one field is printed as each
//! format and option wants it, and is ordinary text in any other serde format. For fields of the
//! types of uuid, chrono and rust_decimal themselves there are the modules of [`with`], for enums
//! with flags the module [`flags`]. These packages can be named from here, in the versions that the
//! types convert from and to: [`uuid`], [`chrono`], `rust_decimal`, [`bitflags`].

pub mod flags;
mod key_value_pair;
pub mod with;

#[cfg(feature = "decimal")]
#[doc(no_inline)]
pub use rust_decimal;
#[doc(no_inline)]
pub use {bitflags, chrono, uuid};

pub use self::key_value_pair::KeyValuePair;
#[cfg(feature = "decimal")]
pub use crate::scalars::Decimal;
pub use crate::{
    kinds::{At, LocalZone, UtcOffset, Zone},
    scalars::{Bytes, DateOnly, DateTime, DateTimeOffset, Guid, TimeOnly, TimeSpan},
};
