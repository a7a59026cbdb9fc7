//! What the date types share: .NET's ticks and calendar here, the texts of dates in the modules
//! (jsv.md, section 5).
//!
//! A date is held as *ticks*: 100 ns since 0001-01-01T00:00:00 of the wall clock, or of UTC where
//! it is called an instant. All ticks of the years 1 to 9999 fit into an `i64`, with room for an
//! offset on either side.

pub(super) mod read;
#[cfg(test)]
mod tests;
pub(super) mod write;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::{
    error::{Error, Result},
    kinds::UtcOffset,
};

pub(super) const TICKS_PER_MS: i64 = 10_000;
pub(super) const TICKS_PER_SECOND: i64 = 1000 * TICKS_PER_MS;
pub(super) const TICKS_PER_MINUTE: i64 = 60 * TICKS_PER_SECOND;
pub(super) const TICKS_PER_DAY: i64 = 24 * 60 * TICKS_PER_MINUTE;

/// Days from 0001-01-01 to 9999-12-31.
pub(super) const MAX_DAYS: i64 = 3_652_058;
/// The ticks of 9999-12-31T23:59:59.9999999.
pub(super) const MAX_TICKS: i64 = (MAX_DAYS + 1) * TICKS_PER_DAY - 1;
/// The ticks of 1970-01-01.
pub(super) const UNIX_EPOCH_TICKS: i64 = 719_162 * TICKS_PER_DAY;

const NANOSECONDS_PER_TICK: u32 = 100;

/// Days before the first of each month in a year without and with a 29 February, and in all.
const DAYS_BEFORE_MONTH: [[u16; 13]; 2] = [
    [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365],
    [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366],
];

impl UtcOffset {
    /// The offset in ticks.
    pub(super) const fn ticks(self) -> i64 {
        self.minutes() as i64 * TICKS_PER_MINUTE
    }
}

/// The error for an instant that .NET does not have.
#[cold]
pub(super) fn outside_of_the_years() -> Error {
    Error::data("an instant outside of the years 1 to 9999")
}

/// The ticks, if they are in the years 1 to 9999.
pub(super) const fn in_the_years(ticks: i64) -> Option<i64> {
    if ticks >= 0 && ticks <= MAX_TICKS {
        Some(ticks)
    } else {
        None
    }
}

/// Days from 0001-01-01 to a date, if it is one of the years 1 to 9999.
#[inline]
pub(super) fn days_of_date(year: u32, month: u32, day: u32) -> Option<i64> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 {
        return None;
    }
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days_before = &DAYS_BEFORE_MONTH[usize::from(is_leap)];
    let month = month as usize;
    let day_of_year = u32::from(days_before[month - 1]) + day;
    if day_of_year > u32::from(days_before[month]) {
        return None;
    }
    let years = year - 1;
    let days = years * 365 + years / 4 - years / 100 + years / 400 + day_of_year - 1;
    Some(days.into())
}

/// Year, month and day of the date that is so many days after 0001-01-01.
///
/// The years are counted from March, so that a 29 February is the last day of one; the steps are
/// those of Neri and Schneider, "Euclidean affine functions and their application to calendar
/// algorithms" (2022).
#[inline]
pub(super) fn date_of_days(days: u32) -> (u32, u32, u32) {
    const DAYS_FROM_MARCH_OF_YEAR_0: u32 = 306;
    let quarters = 4 * (days + DAYS_FROM_MARCH_OF_YEAR_0) + 3;
    let century = quarters / 146_097;
    let day_of_century = quarters % 146_097 / 4;
    let product = 2_939_745 * u64::from(4 * day_of_century + 3);
    let year_of_century = (product >> 32) as u32;
    let day_of_year = (product as u32) / 2_939_745 / 4;
    let months = 2141 * day_of_year + 197_913;
    let (month, day) = (months >> 16, (months & 0xFFFF) / 2141 + 1);
    let year = 100 * century + year_of_century;
    if day_of_year >= 306 {
        (year + 1, month - 12, day)
    } else {
        (year, month, day)
    }
}

/// The ticks of chrono's date and time. Other years than 1 to 9999, a leap second and parts of
/// 100 ns are errors.
pub(super) fn ticks_of(wall: NaiveDateTime) -> Result<i64> {
    let days = i64::from(wall.num_days_from_ce()) - 1;
    if !(0..=MAX_DAYS).contains(&days) {
        return Err(outside_of_the_years());
    }
    let nanoseconds = wall.nanosecond();
    if nanoseconds >= 1_000_000_000 {
        return Err(Error::data(".NET has no leap seconds"));
    }
    if !nanoseconds.is_multiple_of(NANOSECONDS_PER_TICK) {
        return Err(Error::data(".NET has no time below 100 ns"));
    }
    let seconds = i64::from(wall.num_seconds_from_midnight());
    let parts = i64::from(nanoseconds / NANOSECONDS_PER_TICK);
    Ok(days * TICKS_PER_DAY + seconds * TICKS_PER_SECOND + parts)
}

/// chrono's date and time of ticks in the years 1 to 9999.
pub(super) fn chrono_of(ticks: i64) -> NaiveDateTime {
    let seconds = (ticks % TICKS_PER_DAY / TICKS_PER_SECOND) as u32;
    let nanoseconds = (ticks % TICKS_PER_SECOND) as u32 * NANOSECONDS_PER_TICK;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanoseconds);
    chrono_date_of((ticks / TICKS_PER_DAY) as u32).and_time(time.unwrap_or_default())
}

/// chrono's date that is so many days after 0001-01-01.
pub(super) fn chrono_date_of(days: u32) -> NaiveDate {
    // chrono counts that day as the first one.
    NaiveDate::from_num_days_from_ce_opt(days as i32 + 1).unwrap_or_default()
}

/// An instant in milliseconds since 1970, toward zero.
pub(super) fn unix_ms(instant: i64) -> i64 {
    (instant - UNIX_EPOCH_TICKS) / TICKS_PER_MS
}

/// The instant of milliseconds since 1970, if it is in the years 1 to 9999.
///
/// The last millisecond is that of .NET's `MaxValue`, and reads back as that (json.md,
/// "Deviations").
pub(super) fn instant_of_unix_ms(ms: i64) -> Option<i64> {
    const LAST_MS: i64 = (MAX_TICKS - UNIX_EPOCH_TICKS) / TICKS_PER_MS;
    if ms == LAST_MS {
        return Some(MAX_TICKS);
    }
    let ticks = ms
        .checked_mul(TICKS_PER_MS)?
        .checked_add(UNIX_EPOCH_TICKS)?;
    in_the_years(ticks)
}
