//! Types of other crates as .NET's scalars, by serde's `with` attribute.
//!
//! A field whose type is that of uuid, chrono or rust_decimal is written and read as the .NET type
//! by a module from here: in JSV, in ServiceStack's JSON, and as ordinary text in every other
//! format. All options for Guids and dates apply.
//!
//! | module | the field's type | is written and read as |
//! |---|---|---|
//! | [`chrono_utc`] | `chrono::DateTime<Utc>` | [`DateTime`](super::DateTime) in UTC |
//! | [`chrono_offset`] | `chrono::DateTime<FixedOffset>` | [`DateTimeOffset`](super::DateTimeOffset) |
//! | [`naive_date_time`] | `chrono::NaiveDateTime` | [`DateTime`](super::DateTime) without a zone |
//! | [`naive_date`] | `chrono::NaiveDate` | [`DateOnly`](super::DateOnly) |
//! | [`guid`] | `uuid::Uuid` | [`Guid`] |
//! | `decimal` (feature `decimal`) | `rust_decimal::Decimal` | `Decimal` |
//!
//! Each has a module `option` for an `Option` of the type, which wants serde's `default` beside it
//! if the member may be missing.
//!
//! Without a module, chrono's own serde (its feature `serde`, which this crate does not turn on)
//! writes text of RFC 3339. JSV quotes it for its colons, and ServiceStack's JSON dates,
//! `/Date(…)/`, are not read.
//!
//! .NET's ticks are 100 ns. What chrono has below that is cut off when writing, toward the past,
//! as a clock that counts nanoseconds would have a part of it almost always; `TryFrom` is the way
//! for whoever wants an error. Years that .NET does not have, leap seconds, and offsets with
//! seconds are errors.
//!
//! ```
//! use chrono::{DateTime, NaiveDate, Utc};
//! use jsv::dotnet::with;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! #[serde(rename_all = "PascalCase")]
//! struct License {
//!     #[serde(with = "with::chrono_utc")]
//!     created: DateTime<Utc>,
//!     #[serde(with = "with::naive_date::option", default)]
//!     expires: Option<NaiveDate>,
//! }
//!
//! let license = License {
//!     created: DateTime::from_timestamp(981_173_106, 0).unwrap(),
//!     expires: NaiveDate::from_ymd_opt(2032, 5, 31),
//! };
//! let text = "{Created:2001-02-03T04:05:06Z,Expires:2032-05-31}";
//! assert_eq!(jsv::to_string(&license)?, text);
//! assert_eq!(jsv::from_str::<License>(text)?, license);
//! # Ok::<(), jsv::Error>(())
//! ```

mod chrono;

use ::chrono::{FixedOffset, NaiveDate, NaiveDateTime, Utc};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

#[cfg(feature = "decimal")]
use crate::scalars::Decimal;
use crate::{error::Result, scalars::Guid};

/// A type of another crate beside the .NET type that it is on the wire.
trait OnTheWire: Sized {
    type Scalar;
    fn to_scalar(&self) -> Result<Self::Scalar>;
    fn from_scalar(scalar: Self::Scalar) -> Result<Self>;
}

/// For a .NET type that holds the other crate's.
macro_rules! wrapped {
    ($type:ty as $scalar:ident) => {
        impl OnTheWire for $type {
            type Scalar = $scalar;

            fn to_scalar(&self) -> Result<$scalar> {
                Ok($scalar(*self))
            }

            fn from_scalar(scalar: $scalar) -> Result<Self> {
                Ok(scalar.into())
            }
        }
    };
}

wrapped!(uuid::Uuid as Guid);
#[cfg(feature = "decimal")]
wrapped!(rust_decimal::Decimal as Decimal);

macro_rules! with_modules {
    ($($(#[$attribute:meta])* $module:ident: $type:ty;)*) => {$(
        $(#[$attribute])*
        pub mod $module {
            use super::*;

            /// Writes the value as the .NET type.
            ///
            /// # Errors
            ///
            /// A value that .NET does not have, and those of the serializer.
            pub fn serialize<S: Serializer>(value: &$type, serializer: S) -> Result<S::Ok, S::Error> {
                let scalar = value.to_scalar().map_err(ser::Error::custom)?;
                scalar.serialize(serializer)
            }

            /// Reads the value from any form of the .NET type.
            ///
            /// # Errors
            ///
            /// What is none of the forms, and those of the deserializer.
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let scalar = Deserialize::deserialize(deserializer)?;
                OnTheWire::from_scalar(scalar).map_err(de::Error::custom)
            }

            /// The same for an `Option`, which needs serde's `default` as well if the member may be
            /// missing.
            pub mod option {
                use super::*;

                /// Writes the value, if there is one, as the .NET type.
                ///
                /// # Errors
                ///
                /// A value that .NET does not have, and those of the serializer.
                pub fn serialize<S: Serializer>(
                    value: &Option<$type>,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    let scalar = value.as_ref().map(OnTheWire::to_scalar).transpose();
                    scalar.map_err(ser::Error::custom)?.serialize(serializer)
                }

                /// Reads the value, if there is one, from any form of the .NET type.
                ///
                /// # Errors
                ///
                /// What is none of the forms, and those of the deserializer.
                pub fn deserialize<'de, D: Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Option<$type>, D::Error> {
                    let scalar = Option::deserialize(deserializer)?;
                    let value = scalar.map(OnTheWire::from_scalar).transpose();
                    value.map_err(de::Error::custom)
                }
            }
        }
    )*};
}

with_modules! {
    /// `chrono::DateTime<Utc>` as [`DateTime`](super::DateTime): written in UTC. Read, any offset
    /// is turned into UTC, and a text without a zone is taken to be in UTC, whatever
    /// [`Options::local_zone`](crate::Options::local_zone): that is what JSV writes for a midnight.
    chrono_utc: ::chrono::DateTime<Utc>;

    /// `chrono::DateTime<FixedOffset>` as [`DateTimeOffset`](super::DateTimeOffset), which keeps
    /// the offset.
    chrono_offset: ::chrono::DateTime<FixedOffset>;

    /// `chrono::NaiveDateTime` as [`DateTime`](super::DateTime) without a zone: JSV gives it the
    /// offset of [`Options::local_zone`](crate::Options::local_zone). Read, the wall clock is taken
    /// as it is written and a zone is dropped; of an instant without a wall clock, `/Date(ms)/` or
    /// a number, the wall clock is that of UTC.
    naive_date_time: NaiveDateTime;

    /// `chrono::NaiveDate` as [`DateOnly`](super::DateOnly).
    naive_date: NaiveDate;

    /// A `uuid::Uuid` field as a [`Guid`].
    ///
    /// By itself, with uuid's feature `serde`, a `Uuid` is text with hyphens in JSV and JSON,
    /// whatever [`Options::guid`](crate::Options::guid) says, and with
    /// [`Defaults::OmitGuidAndDateTime`](crate::Defaults::OmitGuidAndDateTime) the one of zeros is
    /// written.
    ///
    /// ```
    /// use serde::{Deserialize, Serialize};
    /// use uuid::Uuid;
    ///
    /// #[derive(Serialize, Deserialize)]
    /// struct License {
    ///     #[serde(with = "jsv::dotnet::with::guid")]
    ///     id: Uuid,
    ///     // With `with`, serde no longer takes a missing member for `None` by itself.
    ///     #[serde(default, with = "jsv::dotnet::with::guid::option")]
    ///     owner: Option<Uuid>,
    /// }
    ///
    /// let text = "{id:7a1b2c3d4e5f60718293a4b5c6d7e8f9}";
    /// let license: License = jsv::from_str(text)?;
    /// assert_eq!(license.owner, None);
    /// assert_eq!(jsv::to_string(&license)?, text);
    /// # Ok::<(), jsv::Error>(())
    /// ```
    guid: uuid::Uuid;

    /// A `rust_decimal::Decimal` field as a [`Decimal`].
    ///
    /// By itself, with a serde feature of rust_decimal, a decimal is written as text or as a
    /// `double`, by which of the features are on: JSON has it in quotes, or with fewer digits.
    /// Commas between the digits of a quoted number are an error.
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Serialize, Deserialize)]
    /// struct Price {
    ///     #[serde(with = "jsv::dotnet::with::decimal")]
    ///     amount: Decimal,
    ///     // With `with`, serde no longer takes a missing member for `None` by itself.
    ///     #[serde(default, with = "jsv::dotnet::with::decimal::option")]
    ///     rebate: Option<Decimal>,
    /// }
    ///
    /// let price: Price = jsv::from_str(r#"{amount:"1,234.50"}"#)?;
    /// assert_eq!(price.rebate, None);
    /// assert_eq!(jsv::to_string(&price)?, "{amount:1234.50}");
    /// # Ok::<(), jsv::Error>(())
    /// ```
    #[cfg(feature = "decimal")]
    decimal: rust_decimal::Decimal;
}
