//! [`ShortText`]: short texts built on the stack, whichever scalar's they are.

use alloc::vec::Vec;

/// The longest text of a scalar is a `DateTimeOffset` with its decimals in quotes: 35 bytes.
const CAPACITY: usize = 40;

/// The text of one scalar, all of it ASCII.
pub(super) struct ShortText {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl ShortText {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; CAPACITY],
            length: 0,
        }
    }

    /// Takes what was written since a place out of a buffer, if it is a short text in ASCII.
    #[inline]
    pub(super) fn take(buffer: &mut Vec<u8>, start: usize) -> Option<Self> {
        let mut text = Self::new();
        let written = buffer.get(start..).filter(|written| written.is_ascii())?;
        text.bytes
            .get_mut(..written.len())?
            .copy_from_slice(written);
        text.length = written.len();
        buffer.truncate(start);
        Some(text)
    }

    #[inline]
    pub(super) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    #[inline]
    pub(super) fn extend(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        if let Some(places) = self.bytes.get_mut(self.length..end) {
            places.copy_from_slice(bytes);
            self.length = end;
        }
    }

    pub(super) fn push_number(&mut self, number: impl itoa::Integer) {
        self.extend(itoa::Buffer::new().format(number).as_bytes());
    }

    /// A number with zeros before it, `width` digits in all.
    pub(super) fn push_padded(&mut self, number: u64, width: usize) {
        let mut printed = itoa::Buffer::new();
        let digits = printed.format(number).as_bytes();
        self.push_zeros(width.saturating_sub(digits.len()));
        self.extend(digits);
    }

    pub(super) fn push_zeros(&mut self, count: usize) {
        for _ in 0..count {
            self.push(b'0');
        }
    }

    pub(super) fn drop_zeros(&mut self) {
        while self.as_bytes().ends_with(b"0") {
            self.length -= 1;
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    pub(super) fn as_str(&self) -> &str {
        // All that is pushed is ASCII.
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}
