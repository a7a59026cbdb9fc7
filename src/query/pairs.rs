//! The text of a query string or form: its pairs, and percent-coding both ways.

use alloc::{borrow::Cow, string::String};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is encoded in a query and in a segment of a path: all but `A-Z a-z 0-9 - . _ ~`
/// (http.md, section 6).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What is encoded in a wildcard, which spans segments.
const ENCODED_IN_WILDCARD: &AsciiSet = &ENCODED.remove(b'/');

/// Appends a text, encoded.
pub(super) fn push_encoded(buffer: &mut String, text: &str) {
    buffer.extend(utf8_percent_encode(text, ENCODED));
}

/// Appends a text, encoded but for its slashes.
pub(super) fn push_encoded_wildcard(buffer: &mut String, text: &str) {
    buffer.extend(utf8_percent_encode(text, ENCODED_IN_WILDCARD));
}

/// The names and values of a query or form, decoded, in order. What has no name is left out; a
/// name without `=` has an empty value.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, value)| (decode_plus(name), decode_plus(value)))
}

/// Decodes a name or value of a query or form, in which `+` is a space as `%20` is.
fn decode_plus(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'+', text.as_bytes()).is_none() {
        return decode(text);
    }
    Cow::Owned(decode(&text.replace('+', " ")).into_owned())
}

/// Decodes a text once. What does not decode to UTF-8 stays as it stands.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'%', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    percent_decode_str(text)
        .decode_utf8()
        .unwrap_or_else(|_| Cow::Owned(decode_what_is_utf8(text)))
}

/// Decodes each run of escapes by itself. Every byte that is no part of a character keeps its
/// escape.
#[cold]
fn decode_what_is_utf8(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = memchr::memchr(b'%', rest.as_bytes()) {
        let (before, from_escape) = rest.split_at(start);
        decoded.push_str(before);
        let length = escapes_length(from_escape.as_bytes());
        let (escapes, after) = from_escape.split_at(length.max(1));
        if length == 0 {
            decoded.push_str(escapes);
        } else {
            push_run(&mut decoded, escapes);
        }
        rest = after;
    }
    decoded.push_str(rest);
    decoded
}

/// How long the run of escapes is that a text begins with.
fn escapes_length(text: &[u8]) -> usize {
    let is_escape = |escape: &&[u8]| matches!(escape, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit());
    3 * text.chunks_exact(3).take_while(is_escape).count()
}

/// Appends what a run of escapes stands for.
fn push_run(decoded: &mut String, escapes: &str) {
    let bytes: alloc::vec::Vec<u8> = percent_decode_str(escapes).collect();
    let mut read = 0;
    for chunk in bytes.utf8_chunks() {
        decoded.push_str(chunk.valid());
        read += chunk.valid().len();
        let invalid = read..read + chunk.invalid().len();
        // Every byte was written in three characters.
        decoded.push_str(&escapes[3 * invalid.start..3 * invalid.end]);
        read = invalid.end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_decoded_once() {
        let cases: &[(&str, &str)] = &[
            ("", ""),
            ("a", "a"),
            ("a+b", "a b"),
            ("a%2Bb", "a+b"),
            ("a%20b", "a b"),
            ("%252F", "%2F"),
            ("%C3%85", "Å"),
            ("%E5", "%E5"),
            ("%", "%"),
            ("%zz", "%zz"),
            ("%e5+%C3%85%E5%e6", "%e5 Å%E5%e6"),
            ("%E5%", "%E5%"),
            ("%E5%2", "%E5%2"),
            ("%FF%%41", "%FF%A"),
            ("å%E5ä%C3%A4", "å%E5ää"),
            ("%F0%9F%98%80", "😀"),
            ("%F0%9F%98", "%F0%9F%98"),
        ];
        for (text, expected) in cases {
            assert_eq!(decode_plus(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn pairs_have_names() {
        let found: alloc::vec::Vec<_> = pairs("a=1&&=x&b&c=d=e&i%64=%26&").collect();
        let expected = [("a", "1"), ("b", ""), ("c", "d=e"), ("id", "&")];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!((&*found.0, &*found.1), expected);
        }
    }
}
