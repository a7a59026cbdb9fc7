//! The leaves of the grammar: nom functions on bytes, one for each token (jsv.md, section 1).
//!
//! Each is a `&[u8] -> IResult` written by hand over the searches in [`scan`](super::scan):
//! nom's own `alt`, `is_not` and `take_while` cost several times as much here, and this is where
//! the time goes. A fault carries how many bytes were left at its place, from which the caller
//! knows the offset.

use nom::{Err, IResult};

use super::scan;
use crate::error::FaultKind;

/// What is wrong, and how many bytes were left there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TokenFault {
    pub(super) kind: FaultKind,
    pub(super) left: usize,
}

pub(super) type Token<'a, T> = IResult<&'a [u8], T, TokenFault>;

#[cold]
fn fault<T>(kind: FaultKind, left: usize) -> Result<T, Err<TokenFault>> {
    Err(Err::Error(TokenFault { kind, left }))
}

/// A bare scalar in braces: it runs to the next `,` or `}`.
#[inline]
pub(super) fn bare_member(input: &[u8]) -> Token<'_, &[u8]> {
    let (scalar, rest) = input.split_at(scan::member_end(input));
    Ok((rest, scalar))
}

/// A bare scalar in brackets: it runs to the next `,` or `]`; a `}` in it is a fault.
#[inline]
pub(super) fn bare_item(input: &[u8]) -> Token<'_, &[u8]> {
    let (scalar, rest) = input.split_at(scan::item_end(input));
    if rest.first() == Some(&b'}') {
        return fault(FaultKind::BraceInList, rest.len());
    }
    Ok((rest, scalar))
}

/// A quoted text as it stands between its quotes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quoted<'a> {
    pub(super) inner: &'a [u8],
    /// Whether a doubled quote stands in it.
    pub(super) doubled: bool,
}

/// A quoted text: it runs to the next quote that is not doubled. The input begins with a quote.
#[inline]
pub(super) fn quoted(input: &[u8]) -> Token<'_, Quoted<'_>> {
    let mut end = 1;
    let mut doubled = false;
    loop {
        let Some(at) = input.get(end..).and_then(scan::quote) else {
            return fault(FaultKind::UnclosedQuote, input.len());
        };
        end += at + 1;
        if input.get(end) != Some(&b'"') {
            break;
        }
        doubled = true;
        end += 1;
    }
    let inner = &input[1..end - 1];
    Ok((&input[end..], Quoted { inner, doubled }))
}

/// A bare name or key with its colon, which is not part of the result; none of the other special
/// characters may stand before it.
#[inline]
pub(super) fn bare_name(input: &[u8]) -> Token<'_, &[u8]> {
    match scan::colon(input) {
        Some(end) if end > 0 && scan::special(&input[..end]).is_none() => {
            Ok((&input[end + 1..], &input[..end]))
        }
        _ => no_bare_name(input),
    }
}

#[cold]
fn no_bare_name(input: &[u8]) -> Token<'_, &[u8]> {
    match scan::special(input) {
        Some(0) if input[0] == b':' => fault(FaultKind::EmptyName, input.len()),
        // The nine are ASCII.
        Some(end) => fault(
            FaultKind::NameWithoutColon(char::from(input[end])),
            input.len() - end,
        ),
        None => fault(FaultKind::UnclosedBracket('{'), 0),
    }
}

/// A line break: LF or CR LF.
#[inline]
pub(super) fn line_break(input: &[u8]) -> Option<&[u8]> {
    input
        .strip_prefix(b"\n")
        .or_else(|| input.strip_prefix(b"\r\n"))
}

/// Whether a byte is white space here: space, tab, CR, LF.
#[inline]
pub(crate) fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// The input after its leading white space.
#[inline]
pub(super) fn skip_white(input: &[u8]) -> &[u8] {
    let white = input.iter().take_while(|&&byte| is_white(byte)).count();
    &input[white..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_scalar_runs_to_the_next_comma_or_closing_bracket() {
        let cases: &[(&[u8], &[u8])] = &[
            (b"a,b", b"a"),
            (b"a:b\"[{]}", b"a:b\"[{]"),
            (b"}", b""),
            (b"open", b"open"),
        ];
        for (input, expected) in cases {
            let (rest, scalar) = bare_member(input).unwrap();
            assert_eq!(scalar, *expected);
            assert_eq!([scalar, rest].concat(), *input);
        }
        assert_eq!(
            bare_item(b"2001-01-01T10:20:30]x"),
            Ok((&b"]x"[..], &b"2001-01-01T10:20:30"[..]))
        );
        assert_eq!(bare_item(b"a}]"), fault(FaultKind::BraceInList, 2));
    }

    #[test]
    fn a_quoted_text_runs_to_a_quote_that_is_not_doubled() {
        let inner = |input| quoted(input).map(|(_, q)| (q.inner, q.doubled));
        assert_eq!(inner(b"\"a,b\",c"), Ok((&b"a,b"[..], false)));
        assert_eq!(inner(b"\"\""), Ok((&b""[..], false)));
        assert_eq!(inner(b"\"\"\"\""), Ok((&b"\"\""[..], true)));
        assert_eq!(inner(b"\"a\"\"b\"c"), Ok((&b"a\"\"b"[..], true)));
        assert_eq!(inner(b"\"a\"\""), fault(FaultKind::UnclosedQuote, 4));
        assert_eq!(inner(b"\""), fault(FaultKind::UnclosedQuote, 1));
    }

    #[test]
    fn a_bare_name_runs_to_its_colon() {
        assert_eq!(bare_name(b"Id:1"), Ok((&b"1"[..], &b"Id"[..])));
        assert_eq!(bare_name(b":1"), fault(FaultKind::EmptyName, 2));
        assert_eq!(
            bare_name(b"a,b:1"),
            fault(FaultKind::NameWithoutColon(','), 4)
        );
        assert_eq!(bare_name(b"Id"), fault(FaultKind::UnclosedBracket('{'), 0));
    }
}
