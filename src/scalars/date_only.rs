//! [`DateOnly`]: a date without a time.

use alloc::vec::Vec;
use core::{fmt, ops::Deref};

use chrono::{Datelike, NaiveDate};

use super::{
    DateTime,
    dates::{MAX_DAYS, TICKS_PER_DAY, chrono_date_of, days_of_date, outside_of_the_years},
    standalone::impl_text,
    text::ShortText,
    wire::{Scalar, impl_serde},
};
use crate::{
    error::{Error, Result},
    kinds::Kind,
    options::Options,
    syntax::scalar::ScalarFault,
};

/// .NET's `DateOnly`: a date in the years 1 to 9999.
///
/// It is chrono's [`NaiveDate`] of these years, and has all of its methods. It is written as
/// `yyyy-MM-dd` everywhere, whatever the [`DateFormat`](crate::DateFormat), and read as a
/// [`DateTime`] of which the date of the wall clock is taken.
///
/// ```
/// use chrono::{Datelike, NaiveDate};
/// use jsv::dotnet::DateOnly;
///
/// let date: DateOnly = jsv::from_str("2001-02-03T04:05:06Z")?;
/// assert_eq!(jsv::to_string(&date)?, "2001-02-03");
/// assert_eq!(date.weekday(), chrono::Weekday::Sat);
/// assert_eq!(NaiveDate::from(date), NaiveDate::from_ymd_opt(2001, 2, 3).unwrap());
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateOnly(NaiveDate);

impl DateOnly {
    /// 0001-01-01, which is also the default: .NET's `MinValue`.
    pub const MIN: Self = Self(match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// 9999-12-31: .NET's `MaxValue`.
    pub const MAX: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    /// The date of a year, month and day, if there is such a one in the years 1 to 9999.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        days_of_date(year, month, day).map(|days| Self::of_days(days as u32))
    }

    /// The date that is so many days after [`MIN`](Self::MIN).
    pub(super) fn of_days(days: u32) -> Self {
        Self(chrono_date_of(days))
    }

    /// Days since [`MIN`](Self::MIN).
    pub(super) fn days(self) -> u32 {
        self.0.num_days_from_ce().unsigned_abs() - 1
    }

    fn text(self) -> ShortText {
        let mut text = ShortText::new();
        text.date(i64::from(self.days()) * TICKS_PER_DAY);
        text
    }
}

impl Default for DateOnly {
    fn default() -> Self {
        Self::MIN
    }
}

impl Deref for DateOnly {
    type Target = NaiveDate;

    fn deref(&self) -> &NaiveDate {
        &self.0
    }
}

impl Scalar for DateOnly {
    const KIND: Kind = Kind::DateOnly;

    fn read(text: &str, quoted: bool, options: &Options) -> Result<Self, ScalarFault> {
        DateTime::read(text, quoted, options).map(DateTime::date)
    }

    fn with_plain<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        take(self.text().as_str())
    }

    fn write_jsv(&self, buffer: &mut Vec<u8>, _options: &Options) -> Result<()> {
        buffer.extend_from_slice(self.text().as_bytes());
        Ok(())
    }

    fn rewrite(_buffer: &mut Vec<u8>, _start: usize, _options: &Options) -> Result<()> {
        Ok(())
    }

    fn is_default(&self) -> bool {
        *self == Self::MIN
    }

    fn to_bits(&self) -> u128 {
        self.days().into()
    }

    fn from_bits(bits: u128) -> Option<Self> {
        let days = u32::try_from(bits).ok()?;
        (i64::from(days) <= MAX_DAYS).then(|| Self::of_days(days))
    }
}

impl_serde!(DateOnly);
impl_text!(DateOnly);

/// `yyyy-MM-dd`.
impl fmt::Debug for DateOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().as_str())
    }
}

impl TryFrom<NaiveDate> for DateOnly {
    type Error = Error;

    /// Other years than 1 to 9999 are an error.
    fn try_from(date: NaiveDate) -> Result<Self> {
        if (1..=9999).contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(outside_of_the_years())
        }
    }
}

impl From<DateOnly> for NaiveDate {
    fn from(date: DateOnly) -> Self {
        date.0
    }
}
