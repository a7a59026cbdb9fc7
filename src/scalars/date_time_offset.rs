//! [`DateTimeOffset`]: an instant and the offset of the wall clock that showed it.

use alloc::vec::Vec;
use core::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use chrono::NaiveDateTime;

#[cfg(feature = "json")]
use super::wire::JsonForm;
use super::{
    DateOnly, DateTime,
    dates::{
        MAX_TICKS, TICKS_PER_DAY, UNIX_EPOCH_TICKS, chrono_of, in_the_years,
        read::{self, Suffix},
        write::Decimals,
    },
    standalone::impl_text,
    text::ShortText,
    wire::{Scalar, impl_serde},
};
use crate::{
    error::Result,
    kinds::{At, Kind, UtcOffset},
    options::Options,
    syntax::scalar::ScalarFault,
};
#[cfg(feature = "json")]
use crate::{kinds::Zone, options::DateFormat};

/// .NET's `DateTimeOffset`: an instant in the years 1 to 9999, to 100 ns, and an offset from UTC.
///
/// # What is written
///
/// JSV has always the same form: seven decimals and the offset. JSON has
/// `"\/Date(981173106000)\/"`, or `"\/Date(981169506000+0100)\/"` if the offset is not zero, and
/// under the date formats `Iso8601` and `SystemText` a text ([`DateFormat`](crate::DateFormat));
/// there is no form as a number. Other serde formats have RFC 3339's text.
///
/// # What is read
///
/// As a [`DateTime`], but for a date without hyphens or with the day first, numbers, and the text
/// of `Rfc1123`. Without a zone the offset is `+00:00`; `/Date(ms-0000)/` has that of
/// [`Options::local_zone`].
///
/// # Comparing
///
/// As in .NET, values are equal if their *instants* are; order and hash go by the instant, too.
/// [`equals_exact`](Self::equals_exact) looks at the offset as well.
///
/// ```
/// use jsv::dotnet::DateTimeOffset;
///
/// let date: DateTimeOffset = jsv::from_str("2001-02-03T04:05:06+01:00")?;
/// assert_eq!(jsv::to_string(&date)?, "2001-02-03T04:05:06.0000000+01:00");
///
/// let same: DateTimeOffset = "2001-02-03T03:05:06Z".parse()?;
/// assert_eq!(date, same);
/// assert!(!date.equals_exact(same));
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Clone, Copy, Default)]
pub struct DateTimeOffset {
    /// The wall clock.
    ticks: i64,
    offset: UtcOffset,
}

impl DateTimeOffset {
    /// 0001-01-01T00:00:00+00:00, which is also the default: .NET's `MinValue`.
    pub const MIN: Self = Self {
        ticks: 0,
        offset: UtcOffset::UTC,
    };

    /// 9999-12-31T23:59:59.9999999+00:00: .NET's `MaxValue`.
    pub const MAX: Self = Self {
        ticks: MAX_TICKS,
        offset: UtcOffset::UTC,
    };

    /// 1970-01-01T00:00:00+00:00.
    pub const UNIX_EPOCH: Self = Self {
        ticks: UNIX_EPOCH_TICKS,
        offset: UtcOffset::UTC,
    };

    /// The wall clock of so many ticks, which are 100 ns since 0001-01-01T00:00:00, at an offset,
    /// if both it and the instant are in the years 1 to 9999.
    ///
    /// ```
    /// use jsv::dotnet::{DateTimeOffset, UtcOffset};
    ///
    /// assert_eq!(DateTimeOffset::from_ticks(0, UtcOffset::UTC), Some(DateTimeOffset::MIN));
    /// assert_eq!(DateTimeOffset::from_ticks(0, UtcOffset::MAX), None);
    /// ```
    pub const fn from_ticks(ticks: i64, offset: UtcOffset) -> Option<Self> {
        match (
            in_the_years(ticks),
            in_the_years(ticks.saturating_sub(offset.ticks())),
        ) {
            (Some(ticks), Some(_)) => Some(Self { ticks, offset }),
            _ => None,
        }
    }

    /// The wall clock in ticks, which are 100 ns since 0001-01-01T00:00:00.
    pub const fn ticks(self) -> i64 {
        self.ticks
    }

    /// The instant in ticks: 100 ns since 0001-01-01T00:00:00 UTC.
    pub const fn utc_ticks(self) -> i64 {
        self.ticks - self.offset.ticks()
    }

    /// The offset from UTC.
    pub const fn offset(self) -> UtcOffset {
        self.offset
    }

    /// The date of the wall clock.
    pub fn date(self) -> DateOnly {
        DateOnly::of_days((self.ticks / TICKS_PER_DAY) as u32)
    }

    /// The wall clock as chrono has it, without the offset.
    pub fn wall_clock(self) -> NaiveDateTime {
        chrono_of(self.ticks)
    }

    /// The same instant at another offset, if that wall clock is in the years 1 to 9999. .NET's
    /// `ToOffset`.
    #[must_use]
    pub const fn to_offset(self, offset: UtcOffset) -> Option<Self> {
        Self::at_instant(self.utc_ticks(), offset)
    }

    /// Whether instant and offset are the same; `==` compares the instants alone. .NET's
    /// `EqualsExact`.
    pub fn equals_exact(self, other: Self) -> bool {
        self.ticks == other.ticks && self.offset == other.offset
    }

    const fn at_instant(instant: i64, offset: UtcOffset) -> Option<Self> {
        Self::from_ticks(instant.saturating_add(offset.ticks()), offset)
    }
}

impl PartialEq for DateTimeOffset {
    fn eq(&self, other: &Self) -> bool {
        self.utc_ticks() == other.utc_ticks()
    }
}

impl Eq for DateTimeOffset {}

impl PartialOrd for DateTimeOffset {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTimeOffset {
    fn cmp(&self, other: &Self) -> Ordering {
        self.utc_ticks().cmp(&other.utc_ticks())
    }
}

impl Hash for DateTimeOffset {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.utc_ticks().hash(state);
    }
}

impl Scalar for DateTimeOffset {
    const KIND: Kind = Kind::DateTimeOffset;

    #[inline]
    fn read(text: &str, _quoted: bool, options: &Options) -> Result<Self, ScalarFault> {
        let text = text.as_bytes();
        let value = match text {
            [_, _, _, _, b'-' | b'/', ..] => {
                let (ticks, zone) = read::year_first(text)?;
                Self::from_ticks(ticks, zone.offset().unwrap_or_default())
            }
            _ => {
                let (instant, suffix) = read::wcf(text)?;
                let offset = match suffix {
                    Suffix::None => UtcOffset::UTC,
                    Suffix::NoZone => options.local_zone.offset(At::Instant(chrono_of(instant))),
                    Suffix::Offset(offset) => offset,
                };
                Self::at_instant(instant, offset)
            }
        };
        value.ok_or(ScalarFault::OutOfRange)
    }

    fn with_plain<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        take(self.text_with(Decimals::SevenOrNone).as_str())
    }

    fn write_jsv(&self, buffer: &mut Vec<u8>, _options: &Options) -> Result<()> {
        buffer.extend_from_slice(self.text().as_bytes());
        Ok(())
    }

    #[cfg(feature = "json")]
    fn write_json(&self, buffer: &mut Vec<u8>, options: &Options) -> Result<JsonForm> {
        let (text, form) = match options.date_format {
            DateFormat::Iso8601 => (self.text(), JsonForm::Text),
            DateFormat::SystemText => (self.text_with(Decimals::Trimmed), JsonForm::Text),
            _ => {
                let mut text = ShortText::new();
                let zone = match self.offset {
                    UtcOffset::UTC => Zone::Utc,
                    offset => Zone::Offset(offset),
                };
                text.wcf(self.utc_ticks(), zone);
                (text, JsonForm::EscapedSlashes)
            }
        };
        buffer.extend_from_slice(text.as_bytes());
        Ok(form)
    }

    fn rewrite(buffer: &mut Vec<u8>, start: usize, _options: &Options) -> Result<()> {
        // The decimals are always written, and not in the plain text if they are zeros.
        let seconds_end = start + "yyyy-MM-ddTHH:mm:ss".len();
        if buffer.get(seconds_end).is_some_and(|byte| *byte != b'.') {
            let zeros = *b".0000000";
            buffer.splice(seconds_end..seconds_end, zeros);
        }
        Ok(())
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }

    fn to_bits(&self) -> u128 {
        DateTime::from(*self).to_bits()
    }

    fn from_bits(bits: u128) -> Option<Self> {
        DateTime::from_bits(bits)?.try_into().ok()
    }
}

impl_serde!(DateTimeOffset);
impl_text!(DateTimeOffset);

impl DateTimeOffset {
    fn text(self) -> ShortText {
        self.text_with(Decimals::Seven)
    }

    fn text_with(self, decimals: Decimals) -> ShortText {
        let mut text = ShortText::new();
        text.date(self.ticks);
        text.time(b'T', self.ticks, decimals);
        text.offset(self.offset);
        text
    }
}

/// All of the value.
impl fmt::Debug for DateTimeOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_plain(|plain| f.write_str(plain))
    }
}
