//! The texts that dates are read from: which forms there are, and what stands in them. Which of
//! them a type takes, the type says.

use super::{
    TICKS_PER_DAY, TICKS_PER_SECOND, UNIX_EPOCH_TICKS, days_of_date, in_the_years,
    instant_of_unix_ms,
    write::{MONTHS, WEEKDAYS},
};
use crate::{
    kinds::{UtcOffset, Zone, digits::number},
    syntax::scalar::{ScalarFault, parse_integer},
};

type Read<T> = core::result::Result<T, ScalarFault>;

/// `yyyy-MM-dd` with or without a time, or `yyyy/MM/dd` alone: the wall clock, and the zone that
/// is written.
#[inline]
pub(in crate::scalars) fn year_first(text: &[u8]) -> Read<(i64, Zone)> {
    let (date, rest) = match text {
        [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, rest @ ..] => {
            (date([*y0, *y1, *y2, *y3], [*m0, *m1], [*d0, *d1]), rest)
        }
        [y0, y1, y2, y3, b'/', m0, m1, b'/', d0, d1] => {
            (date([*y0, *y1, *y2, *y3], [*m0, *m1], [*d0, *d1]), &[][..])
        }
        _ => return Err(ScalarFault::Malformed),
    };
    let date = date.ok_or(ScalarFault::Malformed)?;
    match rest {
        [] => Ok((date, Zone::Unspecified)),
        [b'T' | b' ', time @ ..] => {
            let (time, zone) = time_and_zone(time).ok_or(ScalarFault::Malformed)?;
            Ok((date + time, zone))
        }
        _ => Err(ScalarFault::Malformed),
    }
}

/// `yyyyMMdd`, `dd/MM/yyyy` or `dd-MM-yyyy`, each alone: the wall clock.
pub(in crate::scalars) fn digits_or_day_first(text: &[u8]) -> Read<i64> {
    match *text {
        [y0, y1, y2, y3, m0, m1, d0, d1] => date([y0, y1, y2, y3], [m0, m1], [d0, d1]),
        [d0, d1, b'/', m0, m1, b'/', y0, y1, y2, y3]
        | [d0, d1, b'-', m0, m1, b'-', y0, y1, y2, y3] => {
            date([y0, y1, y2, y3], [m0, m1], [d0, d1])
        }
        _ => None,
    }
    .ok_or(ScalarFault::Malformed)
}

/// The ticks of a date's midnight.
#[inline]
fn date(year: [u8; 4], month: [u8; 2], day: [u8; 2]) -> Option<i64> {
    let days = days_of_date(number(year)?, number(month)?, number(day)?)?;
    Some(days * TICKS_PER_DAY)
}

/// `HH:mm:ss`, up to seven decimals, and the zone.
#[inline]
fn time_and_zone(text: &[u8]) -> Option<(i64, Zone)> {
    let [h0, h1, b':', m0, m1, b':', s0, s1, rest @ ..] = text else {
        return None;
    };
    let (hour, minute, second) = (
        number([*h0, *h1])?,
        number([*m0, *m1])?,
        number([*s0, *s1])?,
    );
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = i64::from(hour * 3600 + minute * 60 + second);
    let (decimals, zone) = match rest {
        [b'.', rest @ ..] => decimals(rest)?,
        rest => (0, rest),
    };
    let zone = match zone {
        [] => Zone::Unspecified,
        b"Z" => Zone::Utc,
        offset_text => Zone::Offset(UtcOffset::read(offset_text)?),
    };
    Some((seconds * TICKS_PER_SECOND + decimals, zone))
}

/// One to seven decimals of a second in ticks, and what follows them.
#[inline]
fn decimals(text: &[u8]) -> Option<(i64, &[u8])> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=7).contains(&count) {
        return None;
    }
    let (digits, rest) = text.split_at(count);
    let value = digits
        .iter()
        .fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some((value * 10_i64.pow(7 - count as u32), rest))
}

/// What stands behind the milliseconds of `/Date(…)/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scalars) enum Suffix {
    /// Nothing.
    None,
    /// `-0000`: the value had no zone.
    NoZone,
    /// `+hhmm`.
    Offset(UtcOffset),
}

/// `/Date(ms)/`, `/Date(ms+hhmm)/` or `/Date(ms-0000)/`, also with a backslash before each slash:
/// the instant, and what is known of the zone.
pub(in crate::scalars) fn wcf(text: &[u8]) -> Read<(i64, Suffix)> {
    let inside = match text {
        [b'/', rest @ ..] => rest.strip_suffix(b")/"),
        [b'\\', b'/', rest @ ..] => rest.strip_suffix(br")\/"),
        _ => None,
    };
    let inside = inside
        .and_then(|rest| rest.strip_prefix(b"Date("))
        .ok_or(ScalarFault::Malformed)?;
    let (ms, suffix) = match *inside {
        // Without a digit before it, the sign is that of the milliseconds.
        [ref ms @ .., _, sign @ (b'+' | b'-'), h0, h1, m0, m1] => {
            let suffix = if [sign, h0, h1, m0, m1] == *b"-0000" {
                Suffix::NoZone
            } else {
                let offset = UtcOffset::of_digits(sign, [h0, h1], [m0, m1]);
                Suffix::Offset(offset.ok_or(ScalarFault::Malformed)?)
            };
            (&inside[..=ms.len()], suffix)
        }
        _ => (inside, Suffix::None),
    };
    let ms = integer(ms)?;
    let instant = instant_of_unix_ms(ms).ok_or(ScalarFault::OutOfRange)?;
    Ok((instant, suffix))
}

/// Digits, with or without a minus, as seconds or milliseconds since 1970: the instant. `None` if
/// the text is something else.
pub(in crate::scalars) fn unix_count(text: &[u8], in_ms: bool) -> Option<Read<i64>> {
    let count = match integer(text) {
        Ok(count) => count,
        Err(ScalarFault::Malformed) => return None,
        Err(fault) => return Some(Err(fault)),
    };
    let instant = if in_ms {
        instant_of_unix_ms(count)
    } else {
        count
            .checked_mul(TICKS_PER_SECOND)
            .and_then(|ticks| ticks.checked_add(UNIX_EPOCH_TICKS))
            .and_then(in_the_years)
    };
    Some(instant.ok_or(ScalarFault::OutOfRange))
}

fn integer(text: &[u8]) -> Read<i64> {
    // White space inside of a form is none of it.
    if text.iter().any(u8::is_ascii_whitespace) {
        return Err(ScalarFault::Malformed);
    }
    let text = core::str::from_utf8(text).map_err(|_| ScalarFault::Malformed)?;
    parse_integer(text)
}

/// `Tue, 02 Jan 2001 10:20:30 GMT`: the instant. `None` if the text does not begin with a weekday.
pub(in crate::scalars) fn rfc1123(text: &[u8]) -> Option<Read<i64>> {
    let (name, rest) = text.split_first_chunk()?;
    let weekday = WEEKDAYS.iter().position(|weekday| *weekday == name)?;
    Some(rfc1123_after_weekday(weekday, rest).ok_or(ScalarFault::Malformed))
}

fn rfc1123_after_weekday(weekday: usize, text: &[u8]) -> Option<i64> {
    let [
        b',',
        b' ',
        d0,
        d1,
        b' ',
        n0,
        n1,
        n2,
        b' ',
        y0,
        y1,
        y2,
        y3,
        b' ',
        time @ ..,
        b' ',
        b'G',
        b'M',
        b'T',
    ] = text
    else {
        return None;
    };
    let month = MONTHS.iter().position(|month| **month == [*n0, *n1, *n2])? as u32 + 1;
    let days = days_of_date(number([*y0, *y1, *y2, *y3])?, month, number([*d0, *d1])?)?;
    if days as usize % 7 != weekday || time.len() != 8 {
        return None;
    }
    let (time, _) = time_and_zone(time)?;
    Some(days * TICKS_PER_DAY + time)
}
