//! `Accept` as RFC 9110, section 12.5.1, has it: what each offer is worth to a request.

use super::{
    media_range::{MediaRange, Precision, Quality},
    offer::Offer,
};

/// The lines of a request's `Accept` header, in order; made from one line or from several, as
/// text or as bytes.
///
/// ```
/// use jsv::negotiate::{AcceptLines, Head};
///
/// let one = AcceptLines::from("application/jsv");
/// let several = AcceptLines::from(&["application/jsv", "*/*;q=0.1"]);
/// let bytes: &[&[u8]] = &[b"application/jsv", b"\xff"];
/// for lines in [one, several, bytes.into()] {
///     let _head = Head::new("/customers").accept(lines);
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct AcceptLines<'a>(Lines<'a>);

#[derive(Debug, Clone, Copy)]
enum Lines<'a> {
    One(&'a [u8]),
    Texts(&'a [&'a str]),
    Bytes(&'a [&'a [u8]]),
}

impl<'a> AcceptLines<'a> {
    /// A request without the header.
    pub(super) const NONE: Self = Self(Lines::Bytes(&[]));

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let (one, texts, bytes): (Option<&[u8]>, &[&str], &[&[u8]]) = match self.0 {
            Lines::One(line) => (Some(line), &[], &[]),
            Lines::Texts(lines) => (None, lines, &[]),
            Lines::Bytes(lines) => (None, &[], lines),
        };
        let texts = texts.iter().map(|line| line.as_bytes());
        one.into_iter().chain(texts).chain(bytes.iter().copied())
    }

    /// The media ranges of all lines; what is malformed is passed over.
    ///
    /// A list may be spread over lines (RFC 9110, section 5.3), but not a quoted text: a quote
    /// that is never closed ends with its line.
    fn media_ranges(&self) -> impl Iterator<Item = MediaRange<'a>> + use<'a> {
        self.iter()
            .flat_map(|line| Elements { rest: Some(line) })
            .filter_map(MediaRange::read)
    }

    /// Whether any media range is there. If none is, anything is acceptable.
    pub(super) fn has_range(&self) -> bool {
        self.media_ranges().next().is_some()
    }

    /// The most precise range that names an offer; of equally precise ones that of the highest
    /// quality, and of those the first.
    pub(super) fn best(&self, offer: &Offer, plus_json: bool) -> Option<MediaRange<'a>> {
        let mut best: Option<((Precision, Quality), MediaRange<'a>)> = None;
        for range in self.media_ranges() {
            let Some(precision) = range.precision(offer, plus_json) else {
                continue;
            };
            let rank = (precision, range.quality);
            if best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, range));
            }
        }
        best.map(|(_, range)| range)
    }
}

impl<'a> From<&'a str> for AcceptLines<'a> {
    fn from(line: &'a str) -> Self {
        Self(Lines::One(line.as_bytes()))
    }
}

impl<'a> From<&'a [u8]> for AcceptLines<'a> {
    fn from(line: &'a [u8]) -> Self {
        Self(Lines::One(line))
    }
}

impl<'a> From<&'a [&'a str]> for AcceptLines<'a> {
    fn from(lines: &'a [&'a str]) -> Self {
        Self(Lines::Texts(lines))
    }
}

impl<'a> From<&'a [&'a [u8]]> for AcceptLines<'a> {
    fn from(lines: &'a [&'a [u8]]) -> Self {
        Self(Lines::Bytes(lines))
    }
}

impl<'a, const N: usize> From<&'a [&'a str; N]> for AcceptLines<'a> {
    fn from(lines: &'a [&'a str; N]) -> Self {
        Self(Lines::Texts(lines))
    }
}

/// The elements of a list: split at the commas outside of quotes (RFC 9110, section 5.6.1).
struct Elements<'a> {
    rest: Option<&'a [u8]>,
}

impl<'a> Iterator for Elements<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let line = self.rest?;
        let mut bytes = line.iter().enumerate();
        let mut is_quoted = false;
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'"' => is_quoted = !is_quoted,
                b'\\' if is_quoted => drop(bytes.next()),
                b',' if !is_quoted => {
                    self.rest = line.get(at + 1..);
                    return line.get(..at);
                }
                _ => {}
            }
        }
        self.rest.take()
    }
}
