//! Numbers in a fixed count of digits, as offsets, dates and times have them.

/// The number that is written in so many digits.
#[inline]
pub(crate) fn number<const N: usize>(digits: [u8; N]) -> Option<u32> {
    let mut sum = 0;
    for digit in digits {
        let value = digit.wrapping_sub(b'0');
        if value > 9 {
            return None;
        }
        sum = sum * 10 + u32::from(value);
    }
    Some(sum)
}

/// Two digits of a number below 100.
#[inline]
pub(crate) fn pair(number: u32) -> [u8; 2] {
    [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]
}
