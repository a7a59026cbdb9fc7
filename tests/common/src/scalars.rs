//! The .NET scalars: which Rust type stands for each, and how its recorded value reads.

use std::cmp::Ordering;

pub use jsv::dotnet::{Bytes, DateOnly, Guid, TimeOnly, TimeSpan};
use jsv::dotnet::{LocalZone, UtcOffset, Zone};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{
    lines::text_of,
    losses::{Losses, ReadBack},
    mirror::Mirror,
};

/// Implements [`Mirror`] by one expression.
macro_rules! mirrors {
    ($($type:ty: |$recorded:ident| $read:expr;)*) => {$(
        impl Mirror for $type {
            fn from_recorded($recorded: &Json) -> Self {
                $read
            }
        }

        impl ReadBack for $type {}
    )*};
}
pub(crate) use mirrors;

mirrors! {
    bool: |recorded| parsed(recorded);
    u8: |recorded| parsed(recorded);
    i8: |recorded| parsed(recorded);
    i16: |recorded| parsed(recorded);
    u16: |recorded| parsed(recorded);
    i32: |recorded| parsed(recorded);
    u32: |recorded| parsed(recorded);
    i64: |recorded| parsed(recorded);
    u64: |recorded| parsed(recorded);
    char: |recorded| parsed(recorded);
    String: |recorded| text_of(recorded).to_owned();
    Uri: |recorded| Self(text_of(&recorded["uri"]).to_owned());
    Double: |recorded| Self(f64::from_bits(bits(&recorded["f64"])));
    Guid: |recorded| text_of(&recorded["guid"]).parse().unwrap();
    TimeSpan: |recorded| Self::from_ticks(integer(&recorded["span_ticks"]));
    DateOnly: |recorded| text_of(&recorded["date"]).parse().unwrap();
    TimeOnly: |recorded| Self::from_ticks(integer(&recorded["time_ticks"]).unsigned_abs()).unwrap();
    Bytes: |recorded| Self::from(hex(text_of(&recorded["hex"])));
    // Eight hex digits, so that the cut loses nothing.
    Single: |recorded| Self(f32::from_bits(bits(&recorded["f32"]) as u32));
}

/// A recorded value that is the same in JSON.
fn parsed<T: for<'de> Deserialize<'de>>(recorded: &Json) -> T {
    T::deserialize(recorded).unwrap_or_else(|error| panic!("{error}: {recorded}"))
}

/// Bits in hex.
fn bits(recorded: &Json) -> u64 {
    let text = text_of(recorded);
    u64::from_str_radix(text, 16).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// .NET's `double`. Equal if the bits are, so that the zeros differ, or if both are NaN.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Double(f64);

impl PartialEq for Double {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits() || self.0.is_nan() && other.0.is_nan()
    }
}

/// .NET's `float`, equal as [`Double`] is.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Single(f32);

impl PartialEq for Single {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits() || self.0.is_nan() && other.0.is_nan()
    }
}

/// .NET's `Uri`, which JSV treats as text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Uri(String);

/// .NET's `decimal`. Equal if the digits are, so that the scale counts.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(jsv::dotnet::Decimal);

impl PartialEq for Money {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_string() == other.0.to_string()
    }
}

impl Mirror for Money {
    fn from_recorded(recorded: &Json) -> Self {
        Self(text_of(&recorded["decimal"]).parse().unwrap())
    }
}

impl ReadBack for Money {}

/// Ticks of a millisecond.
const MILLISECOND: i64 = 10_000;

/// Ticks of 1970-01-01.
const UNIX_EPOCH: i64 = 621_355_968_000_000_000;

/// The ticks without what is below a millisecond, toward 1970.
fn to_millisecond(ticks: i64) -> i64 {
    (ticks - UNIX_EPOCH) / MILLISECOND * MILLISECOND + UNIX_EPOCH
}

/// .NET's `DateTime`. Equal if the instants are, those without a zone taken in UTC.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(pub jsv::dotnet::DateTime);

impl Date {
    fn utc_ticks(self) -> Option<i64> {
        self.0
            .to_utc(&LocalZone::Utc)
            .map(jsv::dotnet::DateTime::ticks)
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        self.utc_ticks().is_some() && self.utc_ticks() == other.utc_ticks()
    }
}

impl Mirror for Date {
    fn from_recorded(recorded: &Json) -> Self {
        let zone = match text_of(&recorded["kind"]) {
            "Utc" => Zone::Utc,
            "Unspecified" => Zone::Unspecified,
            // Without an offset beside it, of a machine in UTC.
            "Local" => Zone::Offset(recorded.get("offset").map_or(UtcOffset::UTC, offset_of)),
            other => panic!("kind {other}"),
        };
        let ticks = integer(&recorded["ticks"]);
        Self(jsv::dotnet::DateTime::from_ticks(ticks, zone).unwrap())
    }
}

impl ReadBack for Date {
    fn read_back(self, losses: &Losses) -> Self {
        if !losses.date_to_millisecond {
            return self;
        }
        // Recorded values have no offset but zero, so that wall clock and instant are the same.
        let ticks = to_millisecond(self.0.ticks());
        Self(jsv::dotnet::DateTime::from_ticks(ticks, self.0.zone()).unwrap())
    }
}

/// .NET's `DateTimeOffset`. Equal if wall clock and offset are.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OffsetDate(pub jsv::dotnet::DateTimeOffset);

impl PartialEq for OffsetDate {
    fn eq(&self, other: &Self) -> bool {
        self.0.cmp(&other.0) == Ordering::Equal && self.0.offset() == other.0.offset()
    }
}

impl Mirror for OffsetDate {
    fn from_recorded(recorded: &Json) -> Self {
        let minutes = recorded.get("offset_minutes");
        let offset = offset_of(minutes.unwrap_or(&recorded["offset"]));
        let ticks = integer(&recorded["ticks"]);
        Self(jsv::dotnet::DateTimeOffset::from_ticks(ticks, offset).unwrap())
    }
}

impl ReadBack for OffsetDate {
    fn read_back(self, losses: &Losses) -> Self {
        if !losses.offset_date_to_millisecond {
            return self;
        }
        let offset = self.0.offset();
        let shift = i64::from(offset.minutes()) * 60_000 * MILLISECOND;
        let ticks = to_millisecond(self.0.ticks() - shift) + shift;
        Self(jsv::dotnet::DateTimeOffset::from_ticks(ticks, offset).unwrap())
    }
}

/// The items of a recorded list.
pub(crate) fn items(recorded: &Json) -> &[Json] {
    recorded
        .as_array()
        .unwrap_or_else(|| panic!("a list, not {recorded}"))
}

/// The number of a recorded enum.
pub(crate) fn number(recorded: &Json) -> i32 {
    let text = text_of(&recorded["enum"]);
    text.parse()
        .unwrap_or_else(|error| panic!("{error}: {recorded}"))
}

/// An offset from UTC in minutes.
pub fn offset_of(minutes: &Json) -> UtcOffset {
    UtcOffset::from_minutes(integer(minutes).try_into().unwrap()).unwrap()
}

/// An integer that JSON holds.
pub fn integer(recorded: &Json) -> i64 {
    recorded
        .as_i64()
        .unwrap_or_else(|| panic!("an integer, not {recorded}"))
}

/// Bytes from their hex digits.
fn hex(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}
