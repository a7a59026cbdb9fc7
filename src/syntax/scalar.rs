//! Reading the text of a scalar: bools, integers, floating-point numbers, characters
//! (jsv.md, section 3).

use alloc::{borrow::Cow, string::String};

pub(crate) use super::token::is_white;

/// Why a scalar was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScalarFault {
    /// The text is none of the type's forms.
    Malformed,
    /// A number that the type cannot hold.
    OutOfRange,
}

/// A scalar's text without the white space around it, which every scalar but text and characters
/// allows.
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    let white = |byte: Option<&u8>| byte.is_some_and(|&byte| is_white(byte));
    let bytes = text.as_bytes();
    if white(bytes.first()) || white(bytes.last()) {
        text.trim_matches([' ', '\t', '\r', '\n'])
    } else {
        text
    }
}

/// A bool: true or false in any case, or one of the short forms.
#[inline]
pub(crate) fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "True" | "true" => return Some(true),
        "False" | "false" => return Some(false),
        _ => {}
    }
    match trim(text) {
        "1" | "t" | "T" | "y" | "Y" | "on" => Some(true),
        "0" | "f" | "F" | "n" | "N" | "off" => Some(false),
        word if word.eq_ignore_ascii_case("true") => Some(true),
        word if word.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// The integer types.
pub(crate) trait Integer: Copy + Sized {
    /// Whether a minus is allowed.
    const SIGNED: bool;
    /// The number of this sign and magnitude, if the type holds it.
    fn from_u64(negative: bool, magnitude: u64) -> Option<Self>;
    /// The same for magnitudes of more than 64 bits.
    fn from_u128(negative: bool, magnitude: u128) -> Option<Self>;
}

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl Integer for $type {
            const SIGNED: bool = <$type>::MIN != 0;

            #[inline]
            fn from_u64(negative: bool, magnitude: u64) -> Option<Self> {
                if negative {
                    // The magnitude of the least number is one more than that of the greatest.
                    0i128.checked_sub(i128::from(magnitude))?.try_into().ok()
                } else {
                    magnitude.try_into().ok()
                }
            }

            #[cold]
            fn from_u128(negative: bool, magnitude: u128) -> Option<Self> {
                if negative {
                    0i128.checked_sub_unsigned(magnitude)?.try_into().ok()
                } else {
                    magnitude.try_into().ok()
                }
            }
        }
    )*};
}

integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);

/// An integer: digits, leading zeros allowed, and for the signed types a minus.
#[inline]
pub(crate) fn parse_integer<T: Integer>(text: &str) -> Result<T, ScalarFault> {
    let bytes = trim(text).as_bytes();
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(ScalarFault::Malformed);
    }
    // Unsigned types take no minus, not even before a zero.
    if negative && !T::SIGNED {
        return Err(ScalarFault::OutOfRange);
    }
    let value = |digit: &u8| u64::from(digit - b'0');
    // 19 digits always fit into 64 bits.
    if digits.len() <= 19 {
        let magnitude = digits.iter().fold(0, |sum, digit| sum * 10 + value(digit));
        return T::from_u64(negative, magnitude).ok_or(ScalarFault::OutOfRange);
    }
    digits
        .iter()
        .try_fold(0_u128, |sum, digit| {
            sum.checked_mul(10)?.checked_add(u128::from(value(digit)))
        })
        .and_then(|magnitude| T::from_u128(negative, magnitude))
        .ok_or(ScalarFault::OutOfRange)
}

/// A `double`; `quoted` says whether it stood in quotes, where commas between the digits before
/// the point are allowed.
pub(crate) fn parse_f64(text: &str, quoted: bool) -> Option<f64> {
    parse_float(text, quoted)
}

/// A `float`, as [`parse_f64`].
pub(crate) fn parse_f32(text: &str, quoted: bool) -> Option<f32> {
    parse_float(text, quoted)
}

fn parse_float<F: core::str::FromStr>(text: &str, quoted: bool) -> Option<F> {
    let text = trim(text);
    if let Some(number) = number_text(text, quoted) {
        return number.parse().ok();
    }
    // Rust takes more names than .NET does.
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_name = unsigned.eq_ignore_ascii_case("Infinity") || text.eq_ignore_ascii_case("NaN");
    if is_name { text.parse().ok() } else { None }
}

/// The number that a text is: an optional sign, digits with an optional point among, before or
/// after them, and an optional exponent; without the commas that are allowed in quotes between the
/// digits before the point.
#[inline]
pub(crate) fn number_text(text: &str, quoted: bool) -> Option<Cow<'_, str>> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if is_decimal(unsigned) {
        return Some(Cow::Borrowed(text));
    }
    if !quoted {
        return None;
    }
    let ungrouped = without_group_commas(unsigned)?;
    let sign = &text[..text.len() - unsigned.len()];
    is_decimal(&ungrouped).then(|| Cow::Owned([sign, &ungrouped].concat()))
}

/// Digits with an optional point among, before or after them, and an optional exponent.
fn is_decimal(text: &str) -> bool {
    let (before, rest) = split_digits(text.as_bytes());
    let (after, rest) = match rest {
        [b'.', rest @ ..] => split_digits(rest),
        rest => (0, rest),
    };
    let rest = match rest {
        [b'e' | b'E', b'+' | b'-', rest @ ..] | [b'e' | b'E', rest @ ..] => {
            match split_digits(rest) {
                (0, _) => return false,
                (_, rest) => rest,
            }
        }
        rest => rest,
    };
    before + after > 0 && rest.is_empty()
}

/// How many digits the text begins with, and what follows them.
fn split_digits(text: &[u8]) -> (usize, &[u8]) {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (count, &text[count..])
}

/// The number without its commas, if each stands between two digits before the point.
fn without_group_commas(text: &str) -> Option<String> {
    let end = text.find(['.', 'e', 'E']).unwrap_or(text.len());
    let (whole, rest) = text.split_at(end);
    let groups_are_digits = whole
        .split(',')
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    groups_are_digits.then(|| whole.replace(',', "") + rest)
}

/// One character, white space included.
pub(crate) fn parse_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.as_str().is_empty())
}

#[cfg(test)]
mod tests {
    use super::{ScalarFault::*, *};

    #[test]
    fn integers_are_digits_and_a_minus() {
        let cases: &[(&str, Result<i32, ScalarFault>)] = &[
            ("1", Ok(1)),
            (" 1\t", Ok(1)),
            ("007", Ok(7)),
            ("-0", Ok(0)),
            ("-2147483648", Ok(i32::MIN)),
            ("2147483648", Err(OutOfRange)),
            ("-2147483649", Err(OutOfRange)),
            (
                "99999999999999999999999999999999999999999999",
                Err(OutOfRange),
            ),
            ("0000000000000000000000000000000000000000000001", Ok(1)),
            ("", Err(Malformed)),
            ("-", Err(Malformed)),
            ("+1", Err(Malformed)),
            ("1.0", Err(Malformed)),
            ("1e2", Err(Malformed)),
            ("0x10", Err(Malformed)),
            ("1 2", Err(Malformed)),
            ("١", Err(Malformed)),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_integer::<i32>(text), *expected, "{text:?}");
        }
        assert_eq!(parse_integer::<u32>("-0"), Err(OutOfRange));
        assert_eq!(parse_integer("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(
            parse_integer::<u64>("18446744073709551616"),
            Err(OutOfRange)
        );
        assert_eq!(parse_integer("-9223372036854775808"), Ok(i64::MIN));
        assert_eq!(
            parse_integer("-170141183460469231731687303715884105728"),
            Ok(i128::MIN)
        );
        assert_eq!(
            parse_integer("340282366920938463463374607431768211455"),
            Ok(u128::MAX)
        );
    }

    #[test]
    fn floats_have_the_forms_of_dotnet() {
        let cases: &[(&str, bool, Option<f64>)] = &[
            ("1.5", false, Some(1.5)),
            ("+1.5", false, Some(1.5)),
            (".5", false, Some(0.5)),
            ("5.", false, Some(5.0)),
            ("1e2", false, Some(100.0)),
            ("1E+02", false, Some(100.0)),
            (" 1.5 ", false, Some(1.5)),
            ("1E400", false, Some(f64::INFINITY)),
            ("infinity", false, Some(f64::INFINITY)),
            ("-INFINITY", false, Some(f64::NEG_INFINITY)),
            ("1,234.5", true, Some(1234.5)),
            ("1,234.5", false, None),
            ("1,,2", true, None),
            (",1", true, None),
            ("1,", true, None),
            ("1.5,0", true, None),
            ("inf", false, None),
            (".", false, None),
            ("e5", false, None),
            ("1e", false, None),
            ("1d", false, None),
            ("0x1p3", false, None),
            ("1_000", false, None),
            ("", false, None),
        ];
        for (text, quoted, expected) in cases {
            assert_eq!(parse_f64(text, *quoted), *expected, "{text:?} {quoted}");
        }
        assert!(parse_f64("nan", false).is_some_and(f64::is_nan));
        assert_eq!(parse_f32("1E+39", false), Some(f32::INFINITY));
    }
}
