//! [`Decimal`]: .NET's `decimal` over [`rust_decimal::Decimal`].

use alloc::vec::Vec;
use core::ops::Deref;

use super::{
    standalone::impl_text,
    text::ShortText,
    wire::{Scalar, impl_serde},
};
use crate::{
    error::Result,
    kinds::Kind,
    options::Options,
    syntax::scalar::{ScalarFault, number_text},
};

/// The greatest magnitude without the point: 96 bits, 29 digits.
const MAX_MANTISSA: u128 = (1 << 96) - 1;
const MAX_DIGITS: i64 = 29;
const MAX_SCALE: i64 = 28;

/// .NET's `decimal`: up to 29 digits, of which up to 28 stand behind the point, and they are kept:
/// `1.10` is written as `1.10`, though equal to `1.1`.
///
/// It is written in plain digits, never with an exponent, and without a minus on zero; in
/// ServiceStack's JSON it is a number, in any other serde format text, from which it reads numbers
/// as well. It is read as a `double` is, exponent and all; decimals for which there is no room are
/// rounded half to even, and what is beyond ±79228162514264337593543950335 is an error
/// (jsv.md, section 3).
///
/// ```
/// use jsv::dotnet::Decimal;
///
/// let price: Decimal = jsv::from_str("1.10")?;
/// assert_eq!(jsv::to_string(&price)?, "1.10");
/// assert_eq!(price, "1.1".parse()?);
/// assert_eq!("12e-1".parse::<Decimal>()?.to_string(), "1.2");
/// assert!("1e29".parse::<Decimal>().is_err());
///
/// // It is a `rust_decimal::Decimal` wherever one is wanted.
/// assert_eq!(Decimal(*price * rust_decimal::Decimal::from(2)).to_string(), "2.20");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(pub rust_decimal::Decimal);

impl Decimal {
    /// -79228162514264337593543950335.
    pub const MIN: Self = Self(rust_decimal::Decimal::MIN);
    /// 79228162514264337593543950335.
    pub const MAX: Self = Self(rust_decimal::Decimal::MAX);
    /// 0, which is the default.
    pub const ZERO: Self = Self(rust_decimal::Decimal::ZERO);
    /// 1.
    pub const ONE: Self = Self(rust_decimal::Decimal::ONE);

    fn text(self) -> ShortText {
        let mut text = ShortText::new();
        let mantissa = self.mantissa();
        // A zero may have a sign, too.
        if mantissa < 0 {
            text.push(b'-');
        }
        let mut printed = itoa::Buffer::new();
        let digits = printed.format(mantissa.unsigned_abs()).as_bytes();
        let scale = self.scale() as usize;
        match digits.split_at_checked(digits.len().wrapping_sub(scale)) {
            Some((digits, [])) => text.extend(digits),
            Some((whole, decimals)) if !whole.is_empty() => {
                text.extend(whole);
                text.push(b'.');
                text.extend(decimals);
            }
            _ => {
                text.extend(b"0.");
                text.push_zeros(scale.saturating_sub(digits.len()));
                text.extend(digits);
            }
        }
        text
    }
}

/// The decimal of a number's text, that is of digits with an optional sign, point and exponent.
fn parse(number: &str) -> Result<rust_decimal::Decimal, ScalarFault> {
    let (negative, unsigned) = match number.as_bytes() {
        [b'-', unsigned @ ..] => (true, unsigned),
        [b'+', unsigned @ ..] => (false, unsigned),
        unsigned => (false, unsigned),
    };
    let end = unsigned
        .iter()
        .position(|byte| byte.eq_ignore_ascii_case(&b'e'))
        .unwrap_or(unsigned.len());
    let (digits, exponent) = (&unsigned[..end], parse_exponent(&unsigned[end..]));
    let decimals = digits.iter().rev().position(|&byte| byte == b'.');
    // How many of the digits stand behind the point, once the exponent is resolved.
    let scale = (decimals.unwrap_or(0) as i64).saturating_sub(exponent);
    let (mantissa, scale) = fit(digits, scale).ok_or(ScalarFault::OutOfRange)?;
    Ok(rust_decimal::Decimal::from_parts(
        mantissa as u32,
        (mantissa >> 32) as u32,
        (mantissa >> 64) as u32,
        negative,
        scale,
    ))
}

/// The number behind an `e`; a very large one stops short of the greatest, which does as well.
fn parse_exponent(text: &[u8]) -> i64 {
    let (negative, digits) = match text {
        [_, b'-', digits @ ..] => (true, digits),
        [_, b'+', digits @ ..] | [_, digits @ ..] => (false, digits),
        [] => return 0,
    };
    let magnitude = digits.iter().fold(0_i64, |number, digit| {
        number
            .saturating_mul(10)
            .saturating_add(i64::from(digit - b'0'))
    });
    if negative { -magnitude } else { magnitude }
}

/// The mantissa and scale of digits, of which `scale` stand behind the point: as many decimals as
/// there is room for. `None` if there is none for the digits before the point.
fn fit(digits: &[u8], scale: i64) -> Option<(u128, u32)> {
    let start = digits
        .iter()
        .position(|byte| matches!(byte, b'1'..=b'9'))
        .unwrap_or(digits.len());
    let digits = &digits[start..];
    let has_point = digits.contains(&b'.');
    let count = digits.len() as i64 - i64::from(has_point);
    if count == 0 {
        return Some((0, scale.clamp(0, MAX_SCALE) as u32));
    }
    // How many digits stand before the point; less than none if zeros stand behind it.
    let whole = count.saturating_sub(scale);
    if whole > MAX_DIGITS {
        return None;
    }
    let room = MAX_DIGITS.saturating_sub(whole).min(MAX_SCALE);
    let mut kept_scale = scale.clamp(0, room);
    loop {
        let mantissa = round(digits, whole + kept_scale);
        if mantissa <= MAX_MANTISSA {
            return Some((mantissa, kept_scale as u32));
        }
        // 29 digits may be too large a number, 28 are not.
        kept_scale = kept_scale.checked_sub(1).filter(|scale| *scale >= 0)?;
    }
}

/// The number of the first digits, rounded half to even by the others; zeros are added if there are
/// less. The first digit is no zero.
fn round(digits: &[u8], kept: i64) -> u128 {
    // All of them would stand behind a zero that is cut off.
    let Ok(kept) = usize::try_from(kept) else {
        return 0;
    };
    let mut places = digits.iter().filter(|&&byte| byte != b'.').peekable();
    let mut number = 0_u128;
    for _ in 0..kept {
        let digit = places.next().map_or(0, |byte| byte - b'0');
        number = number * 10 + u128::from(digit);
    }
    let up = match places.next() {
        Some(b'5') => number % 2 == 1 || places.any(|&byte| byte != b'0'),
        Some(next) => *next > b'5',
        None => false,
    };
    number + u128::from(up)
}

impl Scalar for Decimal {
    const KIND: Kind = Kind::Decimal;
    const READS_NUMBERS: bool = true;

    fn read(text: &str, quoted: bool, _options: &Options) -> Result<Self, ScalarFault> {
        let number = number_text(text, quoted).ok_or(ScalarFault::Malformed)?;
        parse(&number).map(Self)
    }

    fn with_plain<R>(&self, take: impl FnOnce(&str) -> R) -> R {
        take(self.text().as_str())
    }

    fn write_jsv(&self, buffer: &mut Vec<u8>, _options: &Options) -> Result<()> {
        buffer.extend_from_slice(self.text().as_bytes());
        Ok(())
    }

    #[cfg(feature = "json")]
    fn write_json(&self, buffer: &mut Vec<u8>, options: &Options) -> Result<super::wire::JsonForm> {
        self.write_jsv(buffer, options)?;
        Ok(super::wire::JsonForm::Number)
    }

    fn rewrite(_buffer: &mut Vec<u8>, _start: usize, _options: &Options) -> Result<()> {
        Ok(())
    }

    fn is_default(&self) -> bool {
        self.is_zero()
    }

    fn to_bits(&self) -> u128 {
        u128::from_le_bytes(self.serialize())
    }

    fn from_bits(bits: u128) -> Option<Self> {
        Some(Self(rust_decimal::Decimal::deserialize(bits.to_le_bytes())))
    }
}

impl_serde!(Decimal);
impl_text!(Decimal);

impl Deref for Decimal {
    type Target = rust_decimal::Decimal;

    fn deref(&self) -> &rust_decimal::Decimal {
        &self.0
    }
}

impl From<Decimal> for rust_decimal::Decimal {
    fn from(decimal: Decimal) -> Self {
        decimal.0
    }
}

macro_rules! from_numbers {
    ($($type:ty)*) => {$(
        impl From<$type> for Decimal {
            fn from(number: $type) -> Self {
                Self(number.into())
            }
        }
    )*};
}

from_numbers!(rust_decimal::Decimal i8 i16 i32 i64 u8 u16 u32 u64);

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::{ScalarFault::*, *};

    fn read(text: &str, quoted: bool) -> Result<String, ScalarFault> {
        Decimal::read(text, quoted, &Options::new()).map(|decimal| decimal.to_string())
    }

    #[test]
    fn numbers_are_read_with_their_scale() {
        let cases: &[(&str, Result<&str, ScalarFault>)] = &[
            ("0", Ok("0")),
            ("-0", Ok("0")),
            ("-0.00", Ok("0.00")),
            ("007", Ok("7")),
            ("1.10", Ok("1.10")),
            ("-1.5", Ok("-1.5")),
            ("+1.5", Ok("1.5")),
            (".5", Ok("0.5")),
            ("5.", Ok("5")),
            ("0.001", Ok("0.001")),
            ("1e2", Ok("100")),
            ("1.50E1", Ok("15.0")),
            ("1.5e-2", Ok("0.015")),
            ("1E+28", Ok("10000000000000000000000000000")),
            (
                "7.9228162514264337593543950335e28",
                Ok("79228162514264337593543950335"),
            ),
            (
                "79228162514264337593543950335",
                Ok("79228162514264337593543950335"),
            ),
            (
                "-79228162514264337593543950335",
                Ok("-79228162514264337593543950335"),
            ),
            (
                "79228162514264337593543950335.4",
                Ok("79228162514264337593543950335"),
            ),
            ("79228162514264337593543950335.5", Err(OutOfRange)),
            ("79228162514264337593543950336", Err(OutOfRange)),
            ("1e29", Err(OutOfRange)),
            ("1e999999999", Err(OutOfRange)),
            ("-1e99999999999999999999", Err(OutOfRange)),
            ("0e99999999999999999999", Ok("0")),
            (
                "0e-99999999999999999999",
                Ok("0.0000000000000000000000000000"),
            ),
            (
                "1e-99999999999999999999",
                Ok("0.0000000000000000000000000000"),
            ),
            ("1e-28", Ok("0.0000000000000000000000000001")),
            ("5e-29", Ok("0.0000000000000000000000000000")),
            ("51e-30", Ok("0.0000000000000000000000000001")),
            ("15e-29", Ok("0.0000000000000000000000000002")),
            ("25e-29", Ok("0.0000000000000000000000000002")),
            ("9e-30", Ok("0.0000000000000000000000000000")),
            (
                "0.99999999999999999999999999995",
                Ok("1.0000000000000000000000000000"),
            ),
            (
                "8.0000000000000000000000000000",
                Ok("8.000000000000000000000000000"),
            ),
            (
                "7.92281625142643375935439503355",
                Ok("7.922816251426433759354395034"),
            ),
            (
                "7.92281625142643375935439503354",
                Ok("7.9228162514264337593543950335"),
            ),
            (
                "9999999999999999999999999999.95",
                Ok("10000000000000000000000000000"),
            ),
            ("", Err(Malformed)),
            ("-", Err(Malformed)),
            (".", Err(Malformed)),
            ("1e", Err(Malformed)),
            ("e1", Err(Malformed)),
            ("1.2.3", Err(Malformed)),
            ("NaN", Err(Malformed)),
            ("Infinity", Err(Malformed)),
            ("1_000", Err(Malformed)),
            ("1,000", Err(Malformed)),
        ];
        for (text, expected) in cases {
            assert_eq!(
                read(text, false).as_deref(),
                expected.as_ref().map(|e| &**e),
                "{text}"
            );
        }
        assert_eq!(read("-1,234.50", true).as_deref(), Ok("-1234.50"));
        assert_eq!(read("1.5,0", true), Err(Malformed));
    }

    #[test]
    fn a_zero_has_no_minus() {
        let mut zero = rust_decimal::Decimal::new(0, 2);
        zero.set_sign_negative(true);
        assert_eq!(Decimal(zero).to_string(), "0.00");
        assert_eq!(Decimal::default(), Decimal(zero));
    }
}
