//! The texts that dates are written as.

use super::{TICKS_PER_DAY, TICKS_PER_SECOND, UNIX_EPOCH_TICKS, date_of_days, unix_ms};
use crate::{
    kinds::{UtcOffset, Zone, digits::pair},
    scalars::text::ShortText,
};

/// The names of RFC 1123, from Monday: 0001-01-01 was one.
pub(super) const WEEKDAYS: [&[u8; 3]; 7] = [b"Mon", b"Tue", b"Wed", b"Thu", b"Fri", b"Sat", b"Sun"];
pub(super) const MONTHS: [&[u8; 3]; 12] = [
    b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec",
];

/// Which decimals of a second are written.
#[cfg_attr(
    not(feature = "json"),
    allow(dead_code, reason = "some are those of JSON's date formats alone")
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scalars) enum Decimals {
    /// None.
    None,
    /// Seven, or none where all are zero.
    SevenOrNone,
    /// Seven, always.
    Seven,
    /// As many as there are without trailing zeros.
    Trimmed,
}

impl ShortText {
    /// `yyyy-MM-dd`.
    #[inline]
    pub(in crate::scalars) fn date(&mut self, ticks: i64) {
        let (year, month, day) = date_of_days((ticks / TICKS_PER_DAY) as u32);
        let ([y0, y1], [y2, y3]) = (pair(year / 100), pair(year % 100));
        let ([m0, m1], [d0, d1]) = (pair(month), pair(day));
        self.extend(&[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1]);
    }

    /// A separator and `HH:mm:ss`, with decimals.
    #[inline]
    pub(in crate::scalars) fn time(&mut self, separator: u8, ticks: i64, decimals: Decimals) {
        let seconds = (ticks % TICKS_PER_DAY / TICKS_PER_SECOND) as u32;
        let [h0, h1] = pair(seconds / 3600);
        let [m0, m1] = pair(seconds / 60 % 60);
        let [s0, s1] = pair(seconds % 60);
        self.extend(&[separator, h0, h1, b':', m0, m1, b':', s0, s1]);
        let fraction = (ticks % TICKS_PER_SECOND) as u32;
        match decimals {
            Decimals::Seven => self.decimals(fraction),
            Decimals::SevenOrNone | Decimals::Trimmed if fraction != 0 => {
                self.decimals(fraction);
                if decimals == Decimals::Trimmed {
                    self.drop_zeros();
                }
            }
            _ => {}
        }
    }

    fn decimals(&mut self, fraction: u32) {
        let first = b'0' + (fraction / 1_000_000) as u8;
        let [a, b] = pair(fraction / 10_000 % 100);
        let [c, d] = pair(fraction / 100 % 100);
        let [e, f] = pair(fraction % 100);
        self.extend(&[b'.', first, a, b, c, d, e, f]);
    }

    /// `Z`, `+hh:mm` or nothing.
    #[inline]
    pub(in crate::scalars) fn zone(&mut self, zone: Zone) {
        match zone {
            Zone::Unspecified => {}
            Zone::Utc => self.extend(b"Z"),
            Zone::Offset(offset) => self.offset(offset),
        }
    }

    /// `+hh:mm`.
    #[inline]
    pub(in crate::scalars) fn offset(&mut self, offset: UtcOffset) {
        self.extend(&offset.text());
    }
}

#[cfg(feature = "json")]
impl ShortText {
    /// `/Date(ms)/`, `/Date(ms-0000)/` or `/Date(ms+hhmm)/`.
    pub(in crate::scalars) fn wcf(&mut self, instant: i64, zone: Zone) {
        self.extend(b"/Date(");
        self.push_number(unix_ms(instant));
        match zone {
            Zone::Utc => {}
            Zone::Unspecified => self.extend(b"-0000"),
            Zone::Offset(offset) => {
                let (sign, [h0, h1], [m0, m1]) = offset.digits();
                self.extend(&[sign, h0, h1, m0, m1]);
            }
        }
        self.extend(b")/");
    }

    /// `Tue, 02 Jan 2001 10:20:30 GMT`.
    pub(in crate::scalars) fn rfc1123(&mut self, instant: i64) {
        let days = (instant / TICKS_PER_DAY) as u32;
        let (year, month, day) = date_of_days(days);
        self.extend(WEEKDAYS[days as usize % 7]);
        self.extend(b", ");
        self.extend(&pair(day));
        self.extend(b" ");
        self.extend(MONTHS[month as usize - 1]);
        self.extend(b" ");
        self.extend(&pair(year / 100));
        self.extend(&pair(year % 100));
        self.time(b' ', instant, Decimals::None);
        self.extend(b" GMT");
    }
}

/// Seconds or milliseconds since 1970, toward zero.
pub(in crate::scalars) fn unix_count(instant: i64, in_ms: bool) -> i64 {
    if in_ms {
        unix_ms(instant)
    } else {
        (instant - UNIX_EPOCH_TICKS) / TICKS_PER_SECOND
    }
}
