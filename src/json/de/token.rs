//! Where the tokens of a JSON text end, once it is known to be JSON.

use crate::syntax::scan;

/// Where a string ends.
pub(super) struct StringToken {
    /// Where its closing quote stands.
    pub(super) inner_end: usize,
    /// Behind its closing quote.
    pub(super) end: usize,
    pub(super) has_escapes: bool,
}

/// The string whose opening quote stands at `start`. What is never closed runs to the end.
#[inline]
pub(super) fn string(text: &[u8], start: usize) -> StringToken {
    let mut offset = start + 1;
    let mut has_escapes = false;
    loop {
        let rest = text.get(offset..).unwrap_or_default();
        match scan::quote_or_backslash(rest) {
            Some(at) if rest[at] == b'"' => {
                return StringToken {
                    inner_end: offset + at,
                    end: offset + at + 1,
                    has_escapes,
                };
            }
            Some(at) => {
                has_escapes = true;
                // What is escaped is no closing quote.
                offset += at + 2;
            }
            None => {
                return StringToken {
                    inner_end: text.len(),
                    end: text.len(),
                    has_escapes,
                };
            }
        }
    }
}

/// Where the number, bool or null ends that begins at `start`.
#[inline]
pub(super) fn bare_end(text: &[u8], start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let ends = |&byte: &u8| byte <= b' ' || matches!(byte, b',' | b']' | b'}' | b':');
    start + rest.iter().position(ends).unwrap_or(rest.len())
}

/// The brackets, commas and colons of a text from `start` on, and the opening quotes of its
/// strings, with their offsets.
pub(super) fn structure(text: &str, start: usize) -> Structure<'_> {
    Structure {
        text: text.as_bytes(),
        offset: start,
    }
}

/// What [`structure`] gives.
pub(super) struct Structure<'a> {
    text: &'a [u8],
    offset: usize,
}

impl Iterator for Structure<'_> {
    type Item = (usize, u8);

    #[inline]
    fn next(&mut self) -> Option<(usize, u8)> {
        let rest = self.text.get(self.offset..)?;
        let is_structure =
            |byte: &u8| matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"');
        let at = self.offset + rest.iter().position(is_structure)?;
        let byte = self.text[at];
        self.offset = match byte {
            b'"' => string(self.text, at).end,
            _ => at + 1,
        };
        Some((at, byte))
    }
}
