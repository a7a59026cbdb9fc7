//! Looking a name up in a raw query, and percent-decoding without a buffer.

/// The raw values that a query has under a name, in any case of its letters, in order
/// (http.md, sections 2 and 6).
pub(super) fn values<'a>(query: &'a str, name: &'static str) -> impl Iterator<Item = &'a str> {
    query.split('&').filter_map(move |pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        eq_ignoring_case(Decoded::query(key), name.bytes()).then_some(value)
    })
}

pub(super) fn eq_ignoring_case(a: impl Iterator<Item = u8>, b: impl Iterator<Item = u8>) -> bool {
    a.map(|byte| byte.to_ascii_lowercase())
        .eq(b.map(|byte| byte.to_ascii_lowercase()))
}

/// The bytes of a percent-encoded text. A `%` without two hexadecimal digits stays as it stands.
#[derive(Debug, Clone)]
pub(super) struct Decoded<'a> {
    rest: &'a [u8],
    plus_is_space: bool,
}

impl<'a> Decoded<'a> {
    /// Of a name or value in a query, where `+` is a space.
    pub(super) fn query(text: &'a str) -> Self {
        Self {
            rest: text.as_bytes(),
            plus_is_space: true,
        }
    }

    /// Of a segment of a path, where `+` is a plus.
    pub(super) fn path(text: &'a str) -> Self {
        Self {
            rest: text.as_bytes(),
            plus_is_space: false,
        }
    }
}

impl Iterator for Decoded<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        match *self.rest {
            [b'%', high, low, ref rest @ ..] if both_hex(high, low) => {
                self.rest = rest;
                Some(hex(high) << 4 | hex(low))
            }
            [byte, ref rest @ ..] => {
                self.rest = rest;
                Some(match byte {
                    b'+' if self.plus_is_space => b' ',
                    byte => byte,
                })
            }
            [] => None,
        }
    }
}

fn both_hex(high: u8, low: u8) -> bool {
    high.is_ascii_hexdigit() && low.is_ascii_hexdigit()
}

/// The number that a hexadecimal digit stands for.
fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        // `A` is 0x41 and `a` 0x61.
        _ => (digit & 0x0f) + 9,
    }
}
