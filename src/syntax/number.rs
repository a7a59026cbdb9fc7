//! Floating-point numbers as .NET prints them (jsv.md, section 4).

use alloc::vec::Vec;

/// Writes a `double`.
pub(crate) fn write_f64(buffer: &mut Vec<u8>, value: f64) {
    // The largest and the most negative finite value have a small `e` in .NET.
    let exponent = if value.abs() == f64::MAX { b'e' } else { b'E' };
    write(buffer, value, value.is_sign_negative(), 17, exponent);
}

/// Writes a `float`.
pub(crate) fn write_f32(buffer: &mut Vec<u8>, value: f32) {
    let exponent = if value.abs() == f32::MAX { b'e' } else { b'E' };
    write(buffer, value, value.is_sign_negative(), 9, exponent);
}

/// Writes a `float` in JSON, where its `e` is always small (json.md, "Writing").
#[cfg(feature = "json")]
pub(crate) fn write_f32_json(buffer: &mut Vec<u8>, value: f32) {
    write(buffer, value, value.is_sign_negative(), 9, b'e');
}

/// The shortest digits come from zmij, the layout is .NET's: an exponent where more than
/// `plain_digits` digits stand before the point, or three zeros or more would follow it.
fn write<F: zmij::Float + Into<f64> + Copy>(
    buffer: &mut Vec<u8>,
    value: F,
    negative: bool,
    plain_digits: i32,
    exponent_sign: u8,
) {
    let wide: f64 = value.into();
    if !wide.is_finite() {
        let name: &[u8] = match (wide.is_nan(), negative) {
            (true, _) => b"NaN",
            (false, false) => b"Infinity",
            (false, true) => b"-Infinity",
        };
        buffer.extend_from_slice(name);
        return;
    }
    if negative {
        buffer.push(b'-');
    }
    if wide == 0.0 {
        buffer.push(b'0');
        return;
    }
    let mut printed = zmij::Buffer::new();
    let mut storage = [0; 32];
    let (digits, point) = digits_and_point(printed.format_finite(value), &mut storage);
    let count = digits.len() as i32;
    if point > plain_digits || point < -3 {
        write_exponent_form(buffer, digits, point - 1, exponent_sign);
    } else if point <= 0 {
        buffer.extend_from_slice(b"0.");
        buffer.resize(buffer.len() + point.unsigned_abs() as usize, b'0');
        buffer.extend_from_slice(digits);
    } else if point >= count {
        buffer.extend_from_slice(digits);
        buffer.resize(buffer.len() + (point - count) as usize, b'0');
    } else {
        let (whole, fraction) = digits.split_at(point as usize);
        buffer.extend_from_slice(whole);
        buffer.push(b'.');
        buffer.extend_from_slice(fraction);
    }
}

/// `D[.DDD]E+XX`, the exponent signed and of at least two digits.
fn write_exponent_form(buffer: &mut Vec<u8>, digits: &[u8], exponent: i32, sign: u8) {
    let (first, others) = digits.split_at(1);
    buffer.extend_from_slice(first);
    if !others.is_empty() {
        buffer.push(b'.');
        buffer.extend_from_slice(others);
    }
    buffer.push(sign);
    buffer.push(if exponent < 0 { b'-' } else { b'+' });
    if exponent.abs() < 10 {
        buffer.push(b'0');
    }
    let mut printed = itoa::Buffer::new();
    buffer.extend_from_slice(printed.format(exponent.unsigned_abs()).as_bytes());
}

/// The significant digits of a printed non-zero number, without leading and trailing zeros, and
/// where the decimal point stands counted from the first of them (0.00123 has -2).
fn digits_and_point<'a>(printed: &str, storage: &'a mut [u8; 32]) -> (&'a [u8], i32) {
    let mut count = 0;
    let mut point = None;
    let mut exponent = 0;
    let mut leading_zeros = 0;
    for (index, byte) in printed.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                if byte == b'0' && count == 0 {
                    leading_zeros += i32::from(point.is_some());
                    continue;
                }
                // Shortest digits are at most 17, and zmij prints at most 21 before an exponent.
                if let Some(place) = storage.get_mut(count) {
                    *place = byte;
                    count += 1;
                }
            }
            b'.' => point = Some(count as i32),
            b'e' | b'E' => {
                exponent = printed[index + 1..].parse().unwrap_or(0);
                break;
            }
            _ => {}
        }
    }
    let point = point.unwrap_or(count as i32) - leading_zeros + exponent;
    let digits = &storage[..count];
    let zeros = digits.iter().rev().take_while(|&&b| b == b'0').count();
    (&digits[..count - zeros], point)
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;

    fn double(value: f64) -> String {
        let mut buffer = Vec::new();
        write_f64(&mut buffer, value);
        String::from_utf8(buffer).unwrap()
    }

    fn float(value: f32) -> String {
        let mut buffer = Vec::new();
        write_f32(&mut buffer, value);
        String::from_utf8(buffer).unwrap()
    }

    #[test]
    fn doubles_are_laid_out_as_dotnet_does() {
        let cases: &[(f64, &str)] = &[
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (0.0001, "0.0001"),
            (0.00123, "0.00123"),
            (1e-5, "1E-05"),
            (1.25e-5, "1.25E-05"),
            (5e-324, "5E-324"),
            (1e15, "1000000000000000"),
            (1e16, "10000000000000000"),
            (1e17, "1E+17"),
            (123_456_789_012_345_680.0, "1.2345678901234568E+17"),
            (12_345.678, "12345.678"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::MIN, "-1.7976931348623157e+308"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "Infinity"),
            (f64::NEG_INFINITY, "-Infinity"),
            // 2^-25 and 2^-958: all digits that read back.
            (2.980_232_238_769_531_2e-8, "2.9802322387695312E-08"),
        ];
        for (value, expected) in cases {
            assert_eq!(double(*value), *expected, "{value:e}");
        }
    }

    #[test]
    fn floats_are_laid_out_as_dotnet_does() {
        let cases: &[(f32, &str)] = &[
            (123_456_789.0, "123456790"),
            (1e9, "1E+09"),
            (1e8, "100000000"),
            (717_053.0, "717053"),
            (0.1, "0.1"),
            (f32::MAX, "3.4028235e+38"),
            (f32::MIN_POSITIVE, "1.1754944E-38"),
        ];
        for (value, expected) in cases {
            assert_eq!(float(*value), *expected, "{value:e}");
        }
    }
}
