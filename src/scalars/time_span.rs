//! [`TimeSpan`]: .NET's `TimeSpan`, a signed count of ticks.

use alloc::vec::Vec;
use core::{fmt, time::Duration};

use chrono::TimeDelta;

use super::{
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

/// Ticks of 100 ns.
pub(super) const SECOND: u64 = 10_000_000;
pub(super) const MINUTE: u64 = 60 * SECOND;
pub(super) const HOUR: u64 = 60 * MINUTE;
pub(super) const DAY: u64 = 24 * HOUR;

const NANOSECONDS_OF_TICK: u32 = 100;

/// .NET's `TimeSpan`: a signed length of time in ticks of 100 ns, up to about 29,227 years.
///
/// Its text, in every format, is `[-]P[nD][T[nH][nM][n[.fffffff]S]]`. Read are also
/// `[-][d.]hh:mm[:ss[.fffffff]]` and a plain number of seconds; what stands behind the seventh
/// decimal is cut off. Years, months and weeks have no fixed length and are an error, as are
/// fractions of other parts than seconds, and parts out of order (jsv.md, section 3).
///
/// ```
/// use jsv::dotnet::TimeSpan;
///
/// let span: TimeSpan = jsv::from_str("-PT90.5S")?;
/// assert_eq!(span.ticks(), -905_000_000);
/// assert_eq!(span.to_string(), "-PT1M30.5S");
///
/// assert_eq!("1.02:03:04".parse::<TimeSpan>()?.to_string(), "P1DT2H3M4S");
/// assert_eq!("90".parse::<TimeSpan>()?.to_string(), "PT1M30S");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// A [`Duration`] or [`TimeDelta`] has a finer grain and another range, so that either becomes a
/// `TimeSpan` by `TryFrom`, which fails rather than round. To round, count ticks:
///
/// ```
/// use jsv::dotnet::TimeSpan;
/// use std::time::Duration;
///
/// assert_eq!(TimeSpan::try_from(Duration::from_millis(1))?.ticks(), 10_000);
///
/// let fine = Duration::from_nanos(1_234_567);
/// assert!(TimeSpan::try_from(fine).is_err());
/// assert_eq!(TimeSpan::from_ticks((fine.as_nanos() / 100) as i64).ticks(), 12_345);
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSpan {
    ticks: i64,
}

impl TimeSpan {
    /// The most negative one, `-P10675199DT2H48M5.4775808S`.
    pub const MIN: Self = Self { ticks: i64::MIN };
    /// The longest one, `P10675199DT2H48M5.4775807S`.
    pub const MAX: Self = Self { ticks: i64::MAX };
    /// No time at all, which is the default: `PT0S`.
    pub const ZERO: Self = Self { ticks: 0 };

    /// The one of so many ticks of 100 ns.
    pub const fn from_ticks(ticks: i64) -> Self {
        Self { ticks }
    }

    /// How many ticks of 100 ns it has.
    pub const fn ticks(self) -> i64 {
        self.ticks
    }

    pub(super) fn text(self) -> ShortText {
        let mut text = ShortText::new();
        if self.ticks < 0 {
            text.push(b'-');
        }
        let ticks = self.ticks.unsigned_abs();
        text.push(b'P');
        let (days, time) = (ticks / DAY, ticks % DAY);
        push_part(&mut text, days, b'D');
        if time > 0 || days == 0 {
            text.push(b'T');
            push_part(&mut text, time / HOUR, b'H');
            push_part(&mut text, time % HOUR / MINUTE, b'M');
            let seconds = time % MINUTE;
            if seconds > 0 || ticks == 0 {
                text.push_number(seconds / SECOND);
                push_fraction_without_zeros(&mut text, seconds % SECOND);
                text.push(b'S');
            }
        }
        text
    }
}

/// Parts that are zero are left out.
fn push_part(text: &mut ShortText, count: u64, unit: u8) {
    if count > 0 {
        text.push_number(count);
        text.push(unit);
    }
}

fn push_fraction_without_zeros(text: &mut ShortText, mut fraction: u64) {
    if fraction > 0 {
        let mut width = 7;
        while fraction.is_multiple_of(10) {
            fraction /= 10;
            width -= 1;
        }
        text.push(b'.');
        text.push_padded(fraction, width);
    }
}

/// Reads the ticks of any of the three forms.
pub(super) fn parse_ticks(text: &str) -> Result<i64, ScalarFault> {
    let (negative, unsigned) = match text.as_bytes() {
        [b'-', unsigned @ ..] => (true, unsigned),
        unsigned => (false, unsigned),
    };
    let ticks = match unsigned {
        [b'P', parts @ ..] => parse_parts(parts),
        _ if unsigned.contains(&b':') => parse_clock(unsigned),
        _ => parse_seconds(unsigned),
    };
    let ticks = ticks.ok_or(ScalarFault::Malformed)?;
    let signed = if negative {
        0_i64.checked_sub_unsigned(ticks)
    } else {
        ticks.try_into().ok()
    };
    signed.ok_or(ScalarFault::OutOfRange)
}

// Below, sums and products stop at the greatest number, which is out of the range anyway.

/// `[nD][T[nH][nM][n[.fffffff]S]]`, one part at least, and one behind a `T`.
fn parse_parts(text: &[u8]) -> Option<u64> {
    let (days, rest) = parse_part(text, b'D', DAY);
    if rest.is_empty() && !text.is_empty() {
        return Some(days);
    }
    let time = rest.strip_prefix(b"T").filter(|time| !time.is_empty())?;
    let (hours, rest) = parse_part(time, b'H', HOUR);
    let (minutes, rest) = parse_part(rest, b'M', MINUTE);
    let seconds = match rest {
        [] => 0,
        [seconds @ .., b'S'] => parse_seconds(seconds)?,
        _ => return None,
    };
    let ticks = days.saturating_add(hours).saturating_add(minutes);
    Some(ticks.saturating_add(seconds))
}

/// The ticks of the part that the text begins with, if it has this unit, and what follows.
fn parse_part(text: &[u8], unit: u8, ticks_of_unit: u64) -> (u64, &[u8]) {
    match split_number(text) {
        Some((count, [found, rest @ ..])) if *found == unit => {
            (count.saturating_mul(ticks_of_unit), rest)
        }
        _ => (0, text),
    }
}

/// `n[.fffffff]`
fn parse_seconds(text: &[u8]) -> Option<u64> {
    let (seconds, rest) = split_number(text)?;
    let fraction = parse_fraction(rest)?;
    Some(seconds.saturating_mul(SECOND).saturating_add(fraction))
}

/// `[d.]hh:mm[:ss[.fffffff]]`
fn parse_clock(text: &[u8]) -> Option<u64> {
    let colon = text.iter().position(|&byte| byte == b':')?;
    let (before, rest) = (&text[..colon], &text[colon + 1..]);
    let (days, hours) = match split_number(before)? {
        (days, [b'.', hours @ ..]) => (days, hours),
        _ => (0, before),
    };
    let hours = parse_two_digits(hours, 24)?;
    let (minutes, rest) = rest.split_at_checked(2)?;
    let minutes = parse_two_digits(minutes, 60)?;
    let seconds = match rest {
        [] => 0,
        [b':', rest @ ..] => {
            let (seconds, rest) = rest.split_at_checked(2)?;
            parse_two_digits(seconds, 60)? * SECOND + parse_fraction(rest)?
        }
        _ => return None,
    };
    let time = hours * HOUR + minutes * MINUTE + seconds;
    Some(days.saturating_mul(DAY).saturating_add(time))
}

fn parse_two_digits(text: &[u8], below: u64) -> Option<u64> {
    match split_number(text)? {
        (number, []) if text.len() == 2 && number < below => Some(number),
        _ => None,
    }
}

/// The ticks of nothing, or of a point and decimals, of which those behind the seventh are cut off.
fn parse_fraction(text: &[u8]) -> Option<u64> {
    let Some((point, decimals)) = text.split_first() else {
        return Some(0);
    };
    if *point != b'.' || decimals.is_empty() || !decimals.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let places = decimals.iter().copied().chain(core::iter::repeat(b'0'));
    Some(places.take(7).fold(0, push_digit))
}

/// The number that the text begins with, and what follows its digits.
fn split_number(text: &[u8]) -> Option<(u64, &[u8])> {
    let end = text
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (end > 0).then(|| (digits.iter().copied().fold(0, push_digit), rest))
}

fn push_digit(number: u64, digit: u8) -> u64 {
    number
        .saturating_mul(10)
        .saturating_add(u64::from(digit - b'0'))
}

impl Scalar for TimeSpan {
    const KIND: Kind = Kind::TimeSpan;
    const READS_NUMBERS: bool = true;

    fn read(text: &str, _quoted: bool, _options: &Options) -> Result<Self, ScalarFault> {
        parse_ticks(text).map(Self::from_ticks)
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
        self.ticks == 0
    }

    fn to_bits(&self) -> u128 {
        u128::from(self.ticks.cast_unsigned())
    }

    fn from_bits(bits: u128) -> Option<Self> {
        let ticks = u64::try_from(bits).ok()?.cast_signed();
        Some(Self { ticks })
    }
}

impl_serde!(TimeSpan);
impl_text!(TimeSpan);

/// As displayed.
impl fmt::Debug for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().as_str())
    }
}

#[cold]
pub(super) fn finer_than_a_tick() -> Error {
    Error::data("not a whole number of ticks of 100 ns")
}

/// Fails for what is finer than a tick, or out of the range.
impl TryFrom<TimeDelta> for TimeSpan {
    type Error = Error;

    fn try_from(delta: TimeDelta) -> Result<Self> {
        let nanoseconds =
            i128::from(delta.num_seconds()) * 1_000_000_000 + i128::from(delta.subsec_nanos());
        from_nanoseconds(nanoseconds)
    }
}

/// Fails for what is finer than a tick, or out of the range.
impl TryFrom<Duration> for TimeSpan {
    type Error = Error;

    fn try_from(duration: Duration) -> Result<Self> {
        // The nanoseconds of a `Duration` need 94 bits.
        from_nanoseconds(duration.as_nanos().cast_signed())
    }
}

fn from_nanoseconds(nanoseconds: i128) -> Result<TimeSpan> {
    let tick = i128::from(NANOSECONDS_OF_TICK);
    if nanoseconds % tick != 0 {
        return Err(finer_than_a_tick());
    }
    match i64::try_from(nanoseconds / tick) {
        Ok(ticks) => Ok(TimeSpan { ticks }),
        Err(_) => Err(Error::out_of_range("a TimeSpan")),
    }
}

impl From<TimeSpan> for TimeDelta {
    fn from(span: TimeSpan) -> Self {
        let second = SECOND.cast_signed();
        let fraction = span.ticks.rem_euclid(second) as u32 * NANOSECONDS_OF_TICK;
        // A `TimeDelta` reaches a thousand times as far as a `TimeSpan`.
        Self::new(span.ticks.div_euclid(second), fraction).unwrap_or_default()
    }
}

/// Fails for a negative one.
impl TryFrom<TimeSpan> for Duration {
    type Error = Error;

    fn try_from(span: TimeSpan) -> Result<Self> {
        match u64::try_from(span.ticks) {
            Ok(ticks) => Ok(Self::new(
                ticks / SECOND,
                (ticks % SECOND) as u32 * NANOSECONDS_OF_TICK,
            )),
            Err(_) => Err(Error::out_of_range("a Duration")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ScalarFault::*, *};

    #[test]
    fn the_three_forms_are_read() {
        let cases: &[(&str, Result<i64, ScalarFault>)] = &[
            ("PT0S", Ok(0)),
            ("-PT0S", Ok(0)),
            ("P0D", Ok(0)),
            ("P1DT2H3M4.5S", Ok(937_845_000_000)),
            ("P007D", Ok(6_048_000_000_000)),
            ("PT0.1S", Ok(1_000_000)),
            ("PT1.12345679S", Ok(11_234_567)),
            ("-P10675199DT2H48M5.4775808S", Ok(i64::MIN)),
            ("P10675199DT2H48M5.4775808S", Err(OutOfRange)),
            ("-P10675199DT2H48M5.4775809S", Err(OutOfRange)),
            ("P99999999999999999999999D", Err(OutOfRange)),
            ("PT99999999999999999999999H1S", Err(OutOfRange)),
            ("PT99999999999999999999999X", Err(Malformed)),
            ("P", Err(Malformed)),
            ("PT", Err(Malformed)),
            ("P1DT", Err(Malformed)),
            ("P1", Err(Malformed)),
            ("PT1", Err(Malformed)),
            ("P1H", Err(Malformed)),
            ("P1S", Err(Malformed)),
            ("PT1D", Err(Malformed)),
            ("PT1M1H", Err(Malformed)),
            ("PT1S1M", Err(Malformed)),
            ("PT1S1S", Err(Malformed)),
            ("P1D1D", Err(Malformed)),
            ("P1.5D", Err(Malformed)),
            ("PT1.5H", Err(Malformed)),
            ("PT1.5M", Err(Malformed)),
            ("PT1.S", Err(Malformed)),
            ("PT.5S", Err(Malformed)),
            ("PT1,5S", Err(Malformed)),
            ("PT-1S", Err(Malformed)),
            ("P-1D", Err(Malformed)),
            ("PTS", Err(Malformed)),
            ("PD", Err(Malformed)),
            ("P1Y", Err(Malformed)),
            ("P1W", Err(Malformed)),
            ("+PT1S", Err(Malformed)),
            ("--PT1S", Err(Malformed)),
            ("pt1s", Err(Malformed)),
            ("PT1S ", Err(Malformed)),
            ("00:00", Ok(0)),
            ("23:59", Ok(863_400_000_000)),
            ("-1.02:03:04.5", Ok(-937_845_000_000)),
            ("01:02:03.12345678", Ok(37_231_234_567)),
            ("-10675199.02:48:05.4775808", Ok(i64::MIN)),
            ("10675199.02:48:05.4775808", Err(OutOfRange)),
            ("99999999999999999999999.00:00", Err(OutOfRange)),
            ("24:00:00", Err(Malformed)),
            ("00:60:00", Err(Malformed)),
            ("00:00:60", Err(Malformed)),
            ("1:2", Err(Malformed)),
            ("001:02", Err(Malformed)),
            ("01:02:", Err(Malformed)),
            ("01:02:03.", Err(Malformed)),
            ("01:02:03:04", Err(Malformed)),
            ("1.:02", Err(Malformed)),
            (".02:03", Err(Malformed)),
            ("1.2.03:04", Err(Malformed)),
            (":", Err(Malformed)),
            ("01:é", Err(Malformed)),
            ("0", Ok(0)),
            ("-90", Ok(-900_000_000)),
            ("1.5", Ok(15_000_000)),
            ("0.30000000000000004", Ok(3_000_000)),
            ("922337203685.4775807", Ok(i64::MAX)),
            ("-922337203685.4775808", Ok(i64::MIN)),
            ("922337203685.4775808", Err(OutOfRange)),
            ("99999999999999999999999", Err(OutOfRange)),
            ("", Err(Malformed)),
            ("-", Err(Malformed)),
            (".5", Err(Malformed)),
            ("5.", Err(Malformed)),
            ("1e2", Err(Malformed)),
            ("1,5", Err(Malformed)),
            ("٣", Err(Malformed)),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_ticks(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn deltas_and_durations_fit_or_fail() {
        for ticks in [0, 1, -1, 15_000_000, -15_000_000, i64::MIN, i64::MAX] {
            let span = TimeSpan::from_ticks(ticks);
            let delta = TimeDelta::from(span);
            assert_eq!(TimeSpan::try_from(delta).unwrap(), span, "{ticks}");
            match Duration::try_from(span) {
                Ok(duration) => assert_eq!(TimeSpan::try_from(duration).unwrap(), span),
                Err(_) => assert!(ticks < 0, "{ticks}"),
            }
        }
        for delta in [TimeDelta::MAX, TimeDelta::MIN, TimeDelta::nanoseconds(150)] {
            assert!(TimeSpan::try_from(delta).is_err(), "{delta}");
        }
        for duration in [Duration::MAX, Duration::from_nanos(50)] {
            assert!(TimeSpan::try_from(duration).is_err(), "{duration:?}");
        }
    }
}
