//! The values of .NET's scalars, and the texts that they are read from and written as by the
//! options. Users find the types in `dotnet`, of whose other items nothing is known here.
//!
//! [`wire`] is how a value tells a serializer what it is, and [`by_kind`] what a serializer or a
//! deserializer does with it then. [`standalone`] is the text of a value by itself, [`text`] the
//! space in which texts are built, and [`dates`] what the types of dates share.

mod by_kind;
mod bytes;
mod date_convert;
mod date_only;
mod date_time;
mod date_time_offset;
mod dates;
#[cfg(feature = "decimal")]
mod decimal;
mod guid;
mod standalone;
mod text;
mod time_only;
mod time_span;
mod wire;

pub(crate) use self::bytes::decode_base64;
#[cfg(feature = "decimal")]
pub use self::decimal::Decimal;
#[cfg(feature = "json")]
pub(crate) use self::wire::JsonForm;
pub use self::{
    bytes::Bytes, date_only::DateOnly, date_time::DateTime, date_time_offset::DateTimeOffset,
    guid::Guid, time_only::TimeOnly, time_span::TimeSpan,
};
