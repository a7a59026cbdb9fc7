//! The string rule: when a text stands in quotes, and how (jsv.md, section 1).

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::scan;

/// Writes a text: bare, or in quotes with each inner quote doubled if one of the nine special
/// characters occurs; the empty text is two quotes.
#[inline]
pub(crate) fn write_text(buffer: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    if bytes.is_empty() {
        buffer.extend_from_slice(b"\"\"");
    } else if let Some(at) = scan::special(bytes) {
        write_quoted(buffer, bytes, at);
    } else {
        buffer.extend_from_slice(bytes);
    }
}

/// The nine special characters begin at `special`, so a quote cannot stand before it.
fn write_quoted(buffer: &mut Vec<u8>, bytes: &[u8], special: usize) {
    buffer.reserve(bytes.len() + 2);
    buffer.push(b'"');
    let mut written = 0;
    let mut searched = special;
    while let Some(at) = scan::quote(&bytes[searched..]) {
        searched += at + 1;
        // The run up to and with the quote; the quote stands again at the start of the next run.
        buffer.extend_from_slice(&bytes[written..searched]);
        written = searched - 1;
    }
    buffer.extend_from_slice(&bytes[written..]);
    buffer.push(b'"');
}

/// Writes a root text: like any, but one that begins with U+FEFF stands in quotes, since a reader
/// takes that for a byte-order mark (jsv.md, section 9).
pub(crate) fn write_root_text(buffer: &mut Vec<u8>, text: &str) {
    if text.starts_with('\u{FEFF}') {
        write_quoted(buffer, text.as_bytes(), 0);
    } else {
        write_text(buffer, text);
    }
}

/// Whether a text has exactly the form in which the reference writes a date with a time:
/// `yyyy-MM-ddTHH:mm:ss`, seven decimals or none, and no zone, `Z` or `+hh:mm`. Such a value is
/// never quoted (jsv.md, section 5).
pub(crate) fn is_date_with_time(text: &str) -> bool {
    let like = |text: &[u8], form: &[u8]| {
        text.len() == form.len()
            && core::iter::zip(text, form).all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                b'+' => matches!(byte, b'+' | b'-'),
                _ => byte == form,
            })
    };
    let Some((seconds, rest)) = text.as_bytes().split_at_checked(19) else {
        return false;
    };
    let zone = match rest.split_at_checked(8) {
        Some((fraction, zone)) if like(fraction, b".0000000") => zone,
        _ => rest,
    };
    like(seconds, b"0000-00-00T00:00:00") && (matches!(zone, b"" | b"Z") || like(zone, b"+00:00"))
}

/// What stands between quotes, with doubled quotes made single.
pub(super) fn unquote(inner: &str, doubled: bool) -> Cow<'_, str> {
    if !doubled {
        return Cow::Borrowed(inner);
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    // Within quotes each quote is one of a pair.
    while let Some(at) = scan::quote(rest.as_bytes()) {
        text.push_str(&rest[..=at]);
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    text.push_str(rest);
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_quoted_only_where_it_must_be() {
        let cases: &[(&str, &str)] = &[
            ("", "\"\""),
            ("a", "a"),
            (" a ", " a "),
            ("a,b", "\"a,b\""),
            ("\"", "\"\"\"\""),
            ("2\" x 1\"", "\"2\"\" x 1\"\"\""),
            ("a:\"b\"", "\"a:\"\"b\"\"\""),
            ("\u{FEFF}a", "\u{FEFF}a"),
        ];
        for (text, expected) in cases {
            let mut buffer = Vec::new();
            write_text(&mut buffer, text);
            assert_eq!(
                String::from_utf8_lossy(&buffer),
                *expected,
                "written: {text:?}"
            );
            if let Some(inner) = expected
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'))
            {
                assert_eq!(unquote(inner, inner.contains('"')), *text);
            }
        }
    }

    #[test]
    fn a_date_has_one_form() {
        let cases: &[(&str, bool)] = &[
            ("2001-01-01T10:20:30", true),
            ("2001-01-01T10:20:30Z", true),
            ("2001-01-01T10:20:30-05:30", true),
            ("2001-01-01T10:20:30.1234567", true),
            ("2001-01-01T10:20:30.1234567+00:00", true),
            ("2001-01-01T10:20:30.123Z", false),
            ("2001-01-01 10:20:30", false),
            ("2001-01-01T10:20:30ZZ", false),
            ("2001-01-01T10:20:30+0000", false),
            ("2001-01-01", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_date_with_time(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn a_root_text_never_begins_with_a_byte_order_mark() {
        let mut buffer = Vec::new();
        write_root_text(&mut buffer, "\u{FEFF}a\"b");
        assert_eq!(buffer, "\"\u{FEFF}a\"\"b\"".as_bytes());
    }
}
