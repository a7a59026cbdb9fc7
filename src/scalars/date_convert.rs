//! A date as another type: .NET's two of an instant as each other, and as chrono's. `From` where
//! the instant is always kept, `TryFrom` where it may have no place.

use chrono::{FixedOffset, NaiveDateTime, TimeDelta, Utc};

use super::{
    DateTime, DateTimeOffset,
    dates::{chrono_of, outside_of_the_years, ticks_of},
};
use crate::{
    error::{Error, Result},
    kinds::{UtcOffset, Zone},
};

/// The offset of a value that is to be an instant.
fn offset_of(date: DateTime) -> Result<UtcOffset> {
    date.zone()
        .offset()
        .ok_or_else(|| Error::data("a DateTime without a zone is no instant"))
}

/// chrono's wall clock in a zone.
fn date_time(wall: NaiveDateTime, zone: Zone) -> Result<DateTime> {
    DateTime::from_ticks(ticks_of(wall)?, zone).ok_or_else(outside_of_the_years)
}

/// chrono's wall clock at an offset; at its ends chrono itself has none.
fn wall_clock(date: chrono::DateTime<FixedOffset>) -> Result<NaiveDateTime> {
    date.naive_utc()
        .checked_add_offset(*date.offset())
        .ok_or_else(outside_of_the_years)
}

/// The instant in chrono's years, which are wider than .NET's.
fn chrono_instant(date: DateTime, offset: UtcOffset) -> NaiveDateTime {
    date.wall_clock() - TimeDelta::minutes(offset.minutes().into())
}

impl From<DateTimeOffset> for DateTime {
    /// Wall clock and offset.
    fn from(date: DateTimeOffset) -> Self {
        // A wall clock of the one type is one of the other.
        Self::from_ticks(date.ticks(), Zone::Offset(date.offset())).unwrap_or_default()
    }
}

impl TryFrom<DateTime> for DateTimeOffset {
    type Error = Error;

    /// Wall clock and offset, which is `+00:00` for UTC. A value without a zone, and an instant
    /// outside of the years 1 to 9999, are errors.
    fn try_from(date: DateTime) -> Result<Self> {
        Self::from_ticks(date.ticks(), offset_of(date)?).ok_or_else(outside_of_the_years)
    }
}

impl TryFrom<NaiveDateTime> for DateTime {
    type Error = Error;

    /// A value without a zone. Other years than 1 to 9999, a leap second and parts of 100 ns are
    /// errors.
    fn try_from(wall: NaiveDateTime) -> Result<Self> {
        date_time(wall, Zone::Unspecified)
    }
}

impl TryFrom<chrono::DateTime<Utc>> for DateTime {
    type Error = Error;

    /// A value in UTC. Other years than 1 to 9999, a leap second and parts of 100 ns are errors.
    fn try_from(date: chrono::DateTime<Utc>) -> Result<Self> {
        date_time(date.naive_utc(), Zone::Utc)
    }
}

impl TryFrom<chrono::DateTime<FixedOffset>> for DateTime {
    type Error = Error;

    /// A value with an offset. Other years than 1 to 9999, a leap second, parts of 100 ns, and an
    /// offset with seconds or of more than 14 hours are errors.
    fn try_from(date: chrono::DateTime<FixedOffset>) -> Result<Self> {
        let offset = UtcOffset::try_from(*date.offset())?;
        date_time(wall_clock(date)?, Zone::Offset(offset))
    }
}

impl TryFrom<DateTime> for chrono::DateTime<Utc> {
    type Error = Error;

    /// The instant; a value without a zone is an error.
    fn try_from(date: DateTime) -> Result<Self> {
        Ok(chrono_instant(date, offset_of(date)?).and_utc())
    }
}

impl TryFrom<DateTime> for chrono::DateTime<FixedOffset> {
    type Error = Error;

    /// Wall clock and offset, which is `+00:00` for UTC; a value without a zone is an error.
    fn try_from(date: DateTime) -> Result<Self> {
        let offset = offset_of(date)?;
        let instant = chrono_instant(date, offset);
        Ok(Self::from_naive_utc_and_offset(instant, offset.into()))
    }
}

impl TryFrom<chrono::DateTime<Utc>> for DateTimeOffset {
    type Error = Error;

    /// The offset is `+00:00`. Other years than 1 to 9999, a leap second and parts of 100 ns are
    /// errors.
    fn try_from(date: chrono::DateTime<Utc>) -> Result<Self> {
        DateTime::try_from(date)?.try_into()
    }
}

impl TryFrom<chrono::DateTime<FixedOffset>> for DateTimeOffset {
    type Error = Error;

    /// Other years than 1 to 9999, a leap second, parts of 100 ns, and an offset with seconds or
    /// of more than 14 hours are errors.
    fn try_from(date: chrono::DateTime<FixedOffset>) -> Result<Self> {
        DateTime::try_from(date)?.try_into()
    }
}

impl From<DateTimeOffset> for chrono::DateTime<Utc> {
    /// The instant, without the offset.
    fn from(date: DateTimeOffset) -> Self {
        chrono_of(date.utc_ticks()).and_utc()
    }
}

impl From<DateTimeOffset> for chrono::DateTime<FixedOffset> {
    /// Instant and offset.
    fn from(date: DateTimeOffset) -> Self {
        Self::from_naive_utc_and_offset(chrono_of(date.utc_ticks()), date.offset().into())
    }
}
