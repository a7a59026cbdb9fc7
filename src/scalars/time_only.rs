//! [`TimeOnly`]: .NET's `TimeOnly`, a time of the day.

use alloc::vec::Vec;
use core::fmt;

use chrono::{NaiveTime, Timelike};

use super::{
    TimeSpan,
    standalone::impl_text,
    text::ShortText,
    time_span::{DAY, HOUR, MINUTE, SECOND, finer_than_a_tick, parse_ticks},
    wire::{Scalar, impl_serde},
};
use crate::{
    error::{Error, Result},
    kinds::Kind,
    options::Options,
    syntax::scalar::ScalarFault,
};

/// .NET's `TimeOnly`: a time of the day in ticks of 100 ns since midnight.
///
/// In JSV and ServiceStack's JSON it has the form of a [`TimeSpan`], and is read as one from 0 to
/// below 24 hours (jsv.md, section 3). Any other serde format has `HH:mm:ss`, with seven decimals
/// if there is a fraction.
///
/// ```
/// use jsv::dotnet::TimeOnly;
///
/// let time: TimeOnly = "12:34:56.789".parse()?;
/// assert_eq!(jsv::to_string(&time)?, "PT12H34M56.789S");
/// assert_eq!(serde_json::to_string(&time).unwrap(), r#""12:34:56.7890000""#);
/// assert!("PT24H".parse::<TimeOnly>().is_err());
///
/// let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap();
/// assert_eq!(TimeOnly::try_from(noon)?.to_string(), "PT12H");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOnly {
    /// Below a day's.
    ticks: u64,
}

impl TimeOnly {
    /// Midnight, which is the default.
    pub const MIN: Self = Self { ticks: 0 };
    /// The last tick before midnight.
    pub const MAX: Self = Self { ticks: DAY - 1 };

    /// The time so many ticks of 100 ns after midnight, unless that is another day.
    pub const fn from_ticks(ticks: u64) -> Option<Self> {
        if ticks < DAY {
            Some(Self { ticks })
        } else {
            None
        }
    }

    /// How many ticks of 100 ns it is after midnight.
    pub const fn ticks(self) -> u64 {
        self.ticks
    }

    fn text(self) -> ShortText {
        TimeSpan::from(self).text()
    }

    /// `HH:mm:ss`, and seven decimals if there is a fraction.
    fn clock(self) -> ShortText {
        let mut text = ShortText::new();
        text.push_padded(self.ticks / HOUR, 2);
        text.push(b':');
        text.push_padded(self.ticks % HOUR / MINUTE, 2);
        text.push(b':');
        text.push_padded(self.ticks % MINUTE / SECOND, 2);
        let fraction = self.ticks % SECOND;
        if fraction > 0 {
            text.push(b'.');
            text.push_padded(fraction, 7);
        }
        text
    }
}

impl Scalar for TimeOnly {
    const KIND: Kind = Kind::TimeOnly;

    fn read(text: &str, _quoted: bool, _options: &Options) -> Result<Self, ScalarFault> {
        let ticks = parse_ticks(text)?;
        u64::try_from(ticks)
            .ok()
            .and_then(Self::from_ticks)
            .ok_or(ScalarFault::OutOfRange)
    }

    fn with_plain<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        take(self.clock().as_str())
    }

    fn write_jsv(&self, buffer: &mut Vec<u8>, _options: &Options) -> Result<()> {
        buffer.extend_from_slice(self.text().as_bytes());
        Ok(())
    }

    fn is_default(&self) -> bool {
        self.ticks == 0
    }

    fn to_bits(&self) -> u128 {
        u128::from(self.ticks)
    }

    fn from_bits(bits: u128) -> Option<Self> {
        Self::from_ticks(u64::try_from(bits).ok()?)
    }
}

impl_serde!(TimeOnly);
impl_text!(TimeOnly);

/// `HH:mm:ss`, and seven decimals if there is a fraction.
impl fmt::Debug for TimeOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.clock().as_str())
    }
}

impl From<TimeOnly> for TimeSpan {
    fn from(time: TimeOnly) -> Self {
        // A day's ticks need 40 bits.
        Self::from_ticks(time.ticks.cast_signed())
    }
}

/// Fails for a negative one, and from 24 hours on.
impl TryFrom<TimeSpan> for TimeOnly {
    type Error = Error;

    fn try_from(span: TimeSpan) -> Result<Self> {
        u64::try_from(span.ticks())
            .ok()
            .and_then(Self::from_ticks)
            .ok_or_else(|| Error::out_of_range("a TimeOnly"))
    }
}

impl From<TimeOnly> for NaiveTime {
    fn from(time: TimeOnly) -> Self {
        let seconds = (time.ticks / SECOND) as u32;
        let nanoseconds = (time.ticks % SECOND) as u32 * 100;
        // A `TimeOnly` is always within the day.
        Self::from_num_seconds_from_midnight_opt(seconds, nanoseconds).unwrap_or_default()
    }
}

/// Fails for what is finer than a tick, and for a leap second, which .NET does not have.
impl TryFrom<NaiveTime> for TimeOnly {
    type Error = Error;

    fn try_from(time: NaiveTime) -> Result<Self> {
        let nanoseconds = time.nanosecond();
        if nanoseconds >= 1_000_000_000 {
            return Err(Error::data("a leap second is no TimeOnly"));
        }
        if !nanoseconds.is_multiple_of(100) {
            return Err(finer_than_a_tick());
        }
        let seconds = u64::from(time.num_seconds_from_midnight());
        Ok(Self {
            ticks: seconds * SECOND + u64::from(nanoseconds / 100),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_chrono_fit_or_fail() {
        for ticks in [0, 1, SECOND, DAY - 1] {
            let time = TimeOnly::from_ticks(ticks).unwrap();
            let naive = NaiveTime::from(time);
            assert_eq!(TimeOnly::try_from(naive).unwrap(), time, "{ticks}");
        }
        let leap = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_000_000_000).unwrap();
        let fine = NaiveTime::from_hms_nano_opt(0, 0, 0, 1).unwrap();
        for naive in [leap, fine] {
            assert!(TimeOnly::try_from(naive).is_err(), "{naive}");
        }
    }
}
