//! Offsets from UTC, the zone of a `DateTime`, and the zone that one without a zone is taken to be
//! in.

use core::{
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use chrono::{Days, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};

use super::digits::{number, pair};
use crate::error::{Error, Result};

/// An offset from UTC in whole minutes, at most 14 hours, as .NET has it.
///
/// Its text is `+hh:mm` or `-hh:mm`. East of Greenwich is positive.
///
/// ```
/// use jsv::dotnet::UtcOffset;
///
/// let stockholm: UtcOffset = "+01:00".parse()?;
/// assert_eq!(stockholm.minutes(), 60);
/// assert_eq!(Some(stockholm), UtcOffset::from_minutes(60));
/// assert_eq!(UtcOffset::MIN.to_string(), "-14:00");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UtcOffset {
    minutes: i16,
}

impl UtcOffset {
    /// None at all: `+00:00`.
    pub const UTC: Self = Self { minutes: 0 };
    /// 14 hours west: `-14:00`.
    pub const MIN: Self = Self { minutes: -14 * 60 };
    /// 14 hours east: `+14:00`.
    pub const MAX: Self = Self { minutes: 14 * 60 };

    /// The offset of so many minutes, if it is at most 14 hours.
    pub const fn from_minutes(minutes: i16) -> Option<Self> {
        if minutes >= Self::MIN.minutes && minutes <= Self::MAX.minutes {
            Some(Self { minutes })
        } else {
            None
        }
    }

    /// The minutes that the wall clock is ahead of UTC.
    pub const fn minutes(self) -> i16 {
        self.minutes
    }

    /// The offset that `+hh:mm` or `-hh:mm` says, if it is at most 14 hours.
    #[inline]
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        let [sign @ (b'+' | b'-'), h0, h1, b':', m0, m1] = *text else {
            return None;
        };
        Self::of_digits(sign, [h0, h1], [m0, m1])
    }

    /// The offset of a sign, hours and minutes.
    #[inline]
    pub(crate) fn of_digits(sign: u8, hours: [u8; 2], minutes: [u8; 2]) -> Option<Self> {
        let (hours, minutes) = (number(hours)?, number(minutes)?);
        if minutes > 59 {
            return None;
        }
        let minutes = (hours * 60 + minutes) as i16;
        Self::from_minutes(if sign == b'-' { -minutes } else { minutes })
    }

    /// The sign, the hours and the minutes.
    pub(crate) fn digits(self) -> (u8, [u8; 2], [u8; 2]) {
        let sign = if self < Self::UTC { b'-' } else { b'+' };
        let minutes = u32::from(self.minutes.unsigned_abs());
        (sign, pair(minutes / 60), pair(minutes % 60))
    }

    /// `+hh:mm`.
    #[inline]
    pub(crate) fn text(self) -> [u8; 6] {
        let (sign, [h0, h1], [m0, m1]) = self.digits();
        [sign, h0, h1, b':', m0, m1]
    }

    /// The nearest offset to so many minutes.
    fn saturating(minutes: i32) -> Self {
        let minutes = minutes.clamp(Self::MIN.minutes.into(), Self::MAX.minutes.into());
        Self {
            minutes: i16::try_from(minutes).unwrap_or_default(),
        }
    }
}

impl fmt::Display for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // All of it is ASCII.
        f.pad(core::str::from_utf8(&self.text()).unwrap_or_default())
    }
}

/// As displayed.
impl fmt::Debug for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for UtcOffset {
    type Err = Error;

    /// Reads `+hh:mm` or `-hh:mm`; anything else, and more than 14 hours, is an error.
    fn from_str(text: &str) -> Result<Self> {
        Self::read(text.as_bytes()).ok_or_else(|| Error::invalid_scalar("an offset from UTC"))
    }
}

impl From<UtcOffset> for FixedOffset {
    fn from(offset: UtcOffset) -> Self {
        // chrono takes anything below a day.
        Self::east_opt(i32::from(offset.minutes) * 60).unwrap_or_else(|| Utc.fix())
    }
}

impl TryFrom<FixedOffset> for UtcOffset {
    type Error = Error;

    /// An offset with seconds, or of more than 14 hours, is an error.
    fn try_from(offset: FixedOffset) -> Result<Self> {
        let seconds = offset.local_minus_utc();
        if seconds % 60 != 0 {
            return Err(Error::data(".NET has no offset from UTC with seconds"));
        }
        i16::try_from(seconds / 60)
            .ok()
            .and_then(Self::from_minutes)
            .ok_or_else(|| Error::out_of_range("an offset from UTC"))
    }
}

/// The zone of a [`DateTime`](crate::dotnet::DateTime): what .NET's `DateTimeKind` is on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Zone {
    /// No zone is known: the wall clock of wherever it is read. .NET's kind `Unspecified`.
    #[default]
    Unspecified,
    /// UTC. .NET's kind `Utc`.
    Utc,
    /// An offset from UTC. .NET's kind `Local`, with the offset that the machine had.
    Offset(UtcOffset),
}

impl Zone {
    /// The offset from UTC, if there is a zone.
    pub const fn offset(self) -> Option<UtcOffset> {
        match self {
            Self::Unspecified => None,
            Self::Utc => Some(UtcOffset::UTC),
            Self::Offset(offset) => Some(offset),
        }
    }
}

/// A point in time whose offset a [`LocalZone`] is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum At {
    /// A wall clock in the zone.
    Wall(NaiveDateTime),
    /// An instant, in UTC.
    Instant(NaiveDateTime),
}

/// The zone of a [`DateTime`](crate::dotnet::DateTime) that has none.
///
/// .NET takes the machine's; a library has no such thing, so that it is told by
/// [`Options::local_zone`](crate::Options::local_zone).
///
/// ```
/// use jsv::{
///     Options,
///     dotnet::{DateTime, LocalZone},
/// };
///
/// const BERLIN: LocalZone =
///     LocalZone::Function(|at| LocalZone::offset_in(&chrono_tz::Europe::Berlin, at));
///
/// let summer = DateTime::new(2024, 6, 1, 12, 34, 56).unwrap();
/// let options = Options::new().local_zone(BERLIN);
/// assert_eq!(options.to_string(&summer)?, "2024-06-01T12:34:56+02:00");
/// assert_eq!(jsv::to_string(&summer)?, "2024-06-01T12:34:56+00:00");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub enum LocalZone {
    /// UTC.
    #[default]
    Utc,
    /// One offset, always.
    Fixed(UtcOffset),
    /// Whatever the function says; [`offset_in`](LocalZone::offset_in) is made to be called in it.
    Function(fn(At) -> UtcOffset),
}

impl LocalZone {
    /// The offset that the zone has at a wall clock or an instant.
    pub fn offset(&self, at: At) -> UtcOffset {
        match self {
            Self::Utc => UtcOffset::UTC,
            Self::Fixed(offset) => *offset,
            Self::Function(function) => function(at),
        }
    }

    /// The offset that .NET gives for a zone of chrono: of chrono-tz, or any other.
    ///
    /// A wall clock that the zone has twice or not at all, when its clocks are changed, has the
    /// standard offset, which is the lesser of the two. Of an old offset with seconds, the
    /// difference from today's standard offset is cut to minutes (jsv.md, section 5): the local
    /// mean time of Berlin, `+00:53:28`, is six minutes and some seconds from `+01:00`, and gives
    /// `+00:54`. What is more than 14 hours away is taken to be at 14 hours.
    pub fn offset_in<Tz: TimeZone>(zone: &Tz, at: At) -> UtcOffset {
        let seconds = match at {
            At::Instant(instant) => seconds_at(zone, &instant),
            At::Wall(wall) => match zone.offset_from_local_datetime(&wall) {
                MappedLocalTime::Single(offset) => offset.fix().local_minus_utc(),
                MappedLocalTime::Ambiguous(one, other) => {
                    let seconds = |offset: Tz::Offset| offset.fix().local_minus_utc();
                    seconds(one).min(seconds(other))
                }
                MappedLocalTime::None => seconds_around_gap(zone, wall),
            },
        };
        if seconds % 60 == 0 {
            return UtcOffset::saturating(seconds / 60);
        }
        let standard = standard_seconds(zone);
        UtcOffset::saturating(standard / 60 + (seconds - standard) / 60)
    }
}

fn seconds_at<Tz: TimeZone>(zone: &Tz, instant: &NaiveDateTime) -> i32 {
    zone.offset_from_utc_datetime(instant)
        .fix()
        .local_minus_utc()
}

/// The lesser of the offsets on the two sides of the gap that a wall clock is in. A day is more
/// than any offset, so that it leads across the gap.
#[cold]
fn seconds_around_gap<Tz: TimeZone>(zone: &Tz, wall: NaiveDateTime) -> i32 {
    let day = Days::new(1);
    let before = wall.checked_sub_days(day).unwrap_or(wall);
    let after = wall.checked_add_days(day).unwrap_or(wall);
    seconds_at(zone, &before).min(seconds_at(zone, &after))
}

/// The zone's standard offset by its present rules, which any table of zones has up to the year
/// 2037: the lesser one of winter and summer.
#[cold]
fn standard_seconds<Tz: TimeZone>(zone: &Tz) -> i32 {
    let on_first_of = |month| {
        let date = NaiveDate::from_ymd_opt(2037, month, 1).unwrap_or_default();
        seconds_at(zone, &date.into())
    };
    on_first_of(1).min(on_first_of(7))
}

impl PartialEq for LocalZone {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Utc, Self::Utc) => true,
            (Self::Fixed(one), Self::Fixed(other)) => one == other,
            (Self::Function(one), Self::Function(other)) => core::ptr::fn_addr_eq(*one, *other),
            _ => false,
        }
    }
}

impl Eq for LocalZone {}

impl Hash for LocalZone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        core::mem::discriminant(self).hash(state);
        match self {
            Self::Utc => {}
            Self::Fixed(offset) => offset.hash(state),
            Self::Function(function) => core::ptr::hash(*function as *const (), state),
        }
    }
}
