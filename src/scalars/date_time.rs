//! [`DateTime`]: a wall clock and what is known of its zone.

use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDateTime;

#[cfg(feature = "json")]
use super::wire::JsonForm;
use super::{
    DateOnly,
    dates::{
        MAX_TICKS, TICKS_PER_DAY, TICKS_PER_SECOND, UNIX_EPOCH_TICKS, chrono_of, days_of_date,
        in_the_years, outside_of_the_years,
        read::{self, Suffix},
        write::{Decimals, unix_count},
    },
    standalone::impl_text,
    text::ShortText,
    wire::{Scalar, from_plain, impl_serde},
};
use crate::{
    error::Result,
    kinds::{At, Kind, LocalZone, UtcOffset, Zone},
    options::{DateFormat, Options},
    syntax::scalar::ScalarFault,
};

/// .NET's `DateTime`: a wall clock in the years 1 to 9999, to 100 ns, and what is known of its
/// zone.
///
/// .NET has a *kind* in place of the zone, which the wire does not keep: `Local` becomes an
/// offset there. So this type holds what the wire has: no zone, UTC, or an offset.
///
/// # What is written
///
/// | zone | JSV | JSON (date format `Wcf`) |
/// |---|---|---|
/// | [`Utc`](Zone::Utc) | `2001-02-03T04:05:06Z` | `"\/Date(981173106000)\/"` |
/// | [`Offset`](Zone::Offset) | `2001-02-03T04:05:06+01:00` | `"\/Date(981169506000+0100)\/"` |
/// | [`Unspecified`](Zone::Unspecified) | as with the offset of [`Options::local_zone`] | `"\/Date(981173106000-0000)\/"` |
///
/// A fraction of a second has seven digits in JSV. Other forms of JSON, and numbers in JSV, are
/// chosen by [`DateFormat`]. Two losses of JSV cannot be avoided (jsv.md, section 9): a midnight is
/// the date alone, without its zone, and a time without a zone gets one. In other serde formats
/// the text is that of JSV, but a midnight keeps its time and its zone, and a missing zone is
/// missing.
///
/// An instant outside of the years 1 to 9999 is an error where one has to be written. The
/// exceptions are .NET's own: [`MIN`](Self::MIN) and [`MAX`](Self::MAX) are the same instants in
/// every zone, and read back from it.
///
/// # What is read
///
/// All forms of jsv.md, section 5: `yyyy-MM-dd`, also with slashes, without hyphens or with the day
/// first; `yyyy-MM-dd`, `T` or a space, `HH:mm:ss`, up to seven decimals, and `Z`, `+hh:mm` or
/// nothing; `/Date(ms)/`, `/Date(ms+hhmm)/` and `/Date(ms-0000)/`. Under the Unix formats also
/// numbers, under `Rfc1123` also its text.
///
/// # Comparing
///
/// Two values are equal if wall clock and zone are. The order is that of the wall clocks, then of
/// the zones. To compare instants, take [`to_utc`](Self::to_utc) or
/// [`DateTimeOffset`](super::DateTimeOffset).
///
/// ```
/// use jsv::dotnet::{DateTime, UtcOffset, Zone};
///
/// let date: DateTime = jsv::from_str("2001-02-03T04:05:06.5+01:00")?;
/// assert_eq!(date.zone(), Zone::Offset(UtcOffset::from_minutes(60).unwrap()));
/// assert_eq!(date.wall_clock().to_string(), "2001-02-03 04:05:06.500");
/// assert_eq!(jsv::to_string(&date)?, "2001-02-03T04:05:06.5000000+01:00");
///
/// let midnight = DateTime::new(2001, 2, 3, 0, 0, 0).unwrap().with_zone(Zone::Utc);
/// assert_eq!(jsv::to_string(&midnight)?, "2001-02-03");
/// assert_eq!(serde_json::to_string(&midnight).unwrap(), r#""2001-02-03T00:00:00Z""#);
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DateTime {
    ticks: i64,
    zone: Zone,
}

impl DateTime {
    /// 0001-01-01T00:00:00 without a zone, which is also the default: .NET's `MinValue`.
    pub const MIN: Self = Self {
        ticks: 0,
        zone: Zone::Unspecified,
    };

    /// 9999-12-31T23:59:59.9999999 without a zone: .NET's `MaxValue`.
    pub const MAX: Self = Self {
        ticks: MAX_TICKS,
        zone: Zone::Unspecified,
    };

    /// 1970-01-01T00:00:00 in UTC.
    pub const UNIX_EPOCH: Self = Self {
        ticks: UNIX_EPOCH_TICKS,
        zone: Zone::Utc,
    };

    /// The wall clock of so many ticks, which are 100 ns since 0001-01-01T00:00:00, if it is in
    /// the years 1 to 9999.
    ///
    /// ```
    /// use jsv::dotnet::{DateTime, Zone};
    ///
    /// let date = DateTime::from_ticks(631_139_040_000_000_000, Zone::Utc).unwrap();
    /// assert_eq!(date.to_string(), "2001-01-01");
    /// assert_eq!(DateTime::from_ticks(-1, Zone::Utc), None);
    /// ```
    pub const fn from_ticks(ticks: i64, zone: Zone) -> Option<Self> {
        match in_the_years(ticks) {
            Some(ticks) => Some(Self { ticks, zone }),
            None => None,
        }
    }

    /// The wall clock of a date and a time of day, without a zone, if there is such a one in the
    /// years 1 to 9999.
    ///
    /// ```
    /// use jsv::dotnet::DateTime;
    ///
    /// let date = DateTime::new(2024, 2, 29, 12, 30, 0).unwrap();
    /// assert_eq!(date.wall_clock().to_string(), "2024-02-29 12:30:00");
    /// assert_eq!(DateTime::new(2023, 2, 29, 12, 30, 0), None);
    /// ```
    pub fn new(
        year: u32,
        month: u32,
        day: u32,
        hour: u32,
        minute: u32,
        second: u32,
    ) -> Option<Self> {
        let days = days_of_date(year, month, day)?;
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let seconds = i64::from(hour * 3600 + minute * 60 + second);
        Some(Self {
            ticks: days * TICKS_PER_DAY + seconds * TICKS_PER_SECOND,
            zone: Zone::Unspecified,
        })
    }

    /// The same wall clock in another zone.
    #[must_use]
    pub const fn with_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// The wall clock in ticks, which are 100 ns since 0001-01-01T00:00:00.
    pub const fn ticks(self) -> i64 {
        self.ticks
    }

    /// What is known of the zone.
    pub const fn zone(self) -> Zone {
        self.zone
    }

    /// The date of the wall clock.
    pub fn date(self) -> DateOnly {
        DateOnly::of_days((self.ticks / TICKS_PER_DAY) as u32)
    }

    /// The wall clock as chrono has it, without the zone.
    pub fn wall_clock(self) -> NaiveDateTime {
        chrono_of(self.ticks)
    }

    /// The offset from UTC; without a zone, the one of `local_zone` at this wall clock.
    pub fn offset(self, local_zone: &LocalZone) -> UtcOffset {
        match (self.zone.offset(), local_zone) {
            (Some(offset), _) => offset,
            (None, LocalZone::Utc) => UtcOffset::UTC,
            (None, local_zone) => local_zone.offset(At::Wall(self.wall_clock())),
        }
    }

    /// The same instant in UTC, if it is in the years 1 to 9999; without a zone, the wall clock is
    /// one of `local_zone`.
    ///
    /// As in .NET, the wall clocks of [`MIN`](Self::MIN) and [`MAX`](Self::MAX) are the first and
    /// the last instant in every zone.
    ///
    /// ```
    /// use jsv::dotnet::{DateTime, LocalZone, Zone};
    ///
    /// let date: DateTime = "2001-02-03T04:05:06+01:00".parse()?;
    /// assert_eq!(date.to_utc(&LocalZone::Utc), Some("2001-02-03T03:05:06Z".parse()?));
    /// assert_eq!(DateTime::MIN.to_utc(&LocalZone::Utc), Some(DateTime::MIN.with_zone(Zone::Utc)));
    /// # Ok::<(), jsv::Error>(())
    /// ```
    #[must_use]
    pub fn to_utc(self, local_zone: &LocalZone) -> Option<Self> {
        let ticks = match self.ticks {
            0 | MAX_TICKS => self.ticks,
            ticks => in_the_years(ticks - self.offset(local_zone).ticks())?,
        };
        Some(Self {
            ticks,
            zone: Zone::Utc,
        })
    }

    /// The ticks of the instant.
    fn instant(self, options: &Options) -> Result<i64> {
        self.to_utc(&options.local_zone)
            .map(Self::ticks)
            .ok_or_else(outside_of_the_years)
    }

    /// The value of a `/Date(…)/`.
    fn of_wcf(instant: i64, suffix: Suffix, options: &Options) -> Option<Self> {
        let zone = match suffix {
            Suffix::None => Zone::Utc,
            Suffix::NoZone => Zone::Unspecified,
            Suffix::Offset(offset) => Zone::Offset(offset),
        };
        let offset = match (zone.offset(), &options.local_zone) {
            (Some(offset), _) => offset,
            (None, LocalZone::Utc) => UtcOffset::UTC,
            (None, local_zone) => local_zone.offset(At::Instant(chrono_of(instant))),
        };
        // .NET's first and last values are these instants in every zone.
        match instant {
            0 | MAX_TICKS => Self::from_ticks(instant, zone),
            _ => Self::from_ticks(instant + offset.ticks(), zone),
        }
    }
}

impl Scalar for DateTime {
    const KIND: Kind = Kind::DateTime;

    #[inline]
    fn read(text: &str, _quoted: bool, options: &Options) -> Result<Self, ScalarFault> {
        let text = text.as_bytes();
        let by_format = match options.date_format {
            DateFormat::UnixTime => read::unix_count(text, false),
            DateFormat::UnixTimeMs => read::unix_count(text, true),
            DateFormat::Rfc1123 => read::rfc1123(text),
            _ => None,
        };
        if let Some(instant) = by_format {
            return Ok(Self {
                ticks: instant?,
                zone: Zone::Utc,
            });
        }
        match text {
            [_, _, _, _, b'-' | b'/', ..] => {
                let (ticks, zone) = read::year_first(text)?;
                Ok(Self { ticks, zone })
            }
            [b'/' | b'\\', ..] => {
                let (instant, suffix) = read::wcf(text)?;
                Self::of_wcf(instant, suffix, options).ok_or(ScalarFault::OutOfRange)
            }
            _ => Ok(Self {
                ticks: read::digits_or_day_first(text)?,
                zone: Zone::Unspecified,
            }),
        }
    }

    fn with_plain<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        let mut text = ShortText::new();
        text.date(self.ticks);
        text.time(b'T', self.ticks, Decimals::SevenOrNone);
        text.zone(self.zone);
        take(text.as_str())
    }

    fn write_jsv(&self, buffer: &mut Vec<u8>, options: &Options) -> Result<()> {
        buffer.extend_from_slice(self.jsv_text(options)?.as_bytes());
        Ok(())
    }

    #[cfg(feature = "json")]
    fn write_json(&self, buffer: &mut Vec<u8>, options: &Options) -> Result<JsonForm> {
        let mut text = ShortText::new();
        let mut form = JsonForm::Text;
        match options.date_format {
            DateFormat::Wcf => {
                text.wcf(self.instant(options)?, self.zone);
                form = JsonForm::EscapedSlashes;
            }
            DateFormat::Iso8601 => {
                text.date(self.ticks);
                text.time(b'T', self.ticks, Decimals::Seven);
                text.zone(self.zone);
            }
            DateFormat::Iso8601DateOnly => text.date(self.ticks),
            DateFormat::Iso8601DateTime => {
                text.date(self.ticks);
                text.time(b' ', self.ticks, Decimals::None);
            }
            DateFormat::Rfc1123 => text.rfc1123(self.instant(options)?),
            DateFormat::UnixTime | DateFormat::UnixTimeMs => {
                text = self.jsv_text(options)?;
                form = JsonForm::Number;
            }
            DateFormat::SystemText => {
                text.date(self.ticks);
                text.time(b'T', self.ticks, Decimals::Trimmed);
                text.zone(self.zone);
            }
        }
        buffer.extend_from_slice(text.as_bytes());
        Ok(form)
    }

    /// .NET compares the wall clock alone.
    fn rewrite(buffer: &mut Vec<u8>, start: usize, options: &Options) -> Result<()> {
        let is_number = matches!(
            options.date_format,
            DateFormat::UnixTime | DateFormat::UnixTimeMs
        );
        let plain = buffer.get(start..).unwrap_or_default();
        let (date, time) = plain.split_at(plain.len().min("yyyy-MM-dd".len()));
        let has_zone = matches!(time, [.., b'Z'] | [.., b'+' | b'-', _, _, b':', _, _]);
        match time {
            _ if is_number => {}
            // A midnight is the date alone.
            [
                b'T',
                b'0',
                b'0',
                b':',
                b'0',
                b'0',
                b':',
                b'0',
                b'0',
                rest @ ..,
            ] if !rest.starts_with(b".") => {
                buffer.truncate(start + date.len());
                return Ok(());
            }
            _ if has_zone => return Ok(()),
            _ => {}
        }
        let plain = ShortText::take(buffer, start).unwrap_or(ShortText::new());
        from_plain::<Self>(plain.as_str())?.write_jsv(buffer, options)
    }

    fn is_default(&self) -> bool {
        self.ticks == 0
    }

    fn to_bits(&self) -> u128 {
        let zone = match self.zone {
            Zone::Unspecified => 0,
            Zone::Utc => 1,
            // At least 2, whatever the sign.
            Zone::Offset(offset) => {
                (offset.minutes() - UtcOffset::MIN.minutes()).unsigned_abs() + 2
            }
        };
        u128::from(zone) << 64 | u128::from(self.ticks.unsigned_abs())
    }

    fn from_bits(bits: u128) -> Option<Self> {
        let zone = match i16::try_from(bits >> 64).ok()? {
            0 => Zone::Unspecified,
            1 => Zone::Utc,
            code => Zone::Offset(UtcOffset::from_minutes(
                code - 2 + UtcOffset::MIN.minutes(),
            )?),
        };
        Self::from_ticks(i64::try_from(bits as u64).ok()?, zone)
    }
}

impl_serde!(DateTime);
impl_text!(
    /// A time without a zone is written as one in UTC.
    DateTime
);

impl DateTime {
    /// jsv.md, section 5, W.
    fn jsv_text(self, options: &Options) -> Result<ShortText> {
        let mut text = ShortText::new();
        match options.date_format {
            DateFormat::UnixTime => text.push_number(unix_count(self.instant(options)?, false)),
            DateFormat::UnixTimeMs => text.push_number(unix_count(self.instant(options)?, true)),
            _ => self.put_jsv(&mut text, &options.local_zone),
        }
        Ok(text)
    }

    fn text(self) -> ShortText {
        let mut text = ShortText::new();
        self.put_jsv(&mut text, &LocalZone::Utc);
        text
    }

    fn put_jsv(self, text: &mut ShortText, local_zone: &LocalZone) {
        text.date(self.ticks);
        if self.ticks % TICKS_PER_DAY == 0 {
            return;
        }
        text.time(b'T', self.ticks, Decimals::SevenOrNone);
        text.zone(match self.zone {
            Zone::Unspecified => Zone::Offset(self.offset(local_zone)),
            zone => zone,
        });
    }
}

/// All of the value.
impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_plain(|plain| f.write_str(plain))
    }
}

impl From<DateOnly> for DateTime {
    /// Midnight, without a zone.
    fn from(date: DateOnly) -> Self {
        Self {
            ticks: i64::from(date.days()) * TICKS_PER_DAY,
            zone: Zone::Unspecified,
        }
    }
}
