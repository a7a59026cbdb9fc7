//! Media ranges with their parameters and weights, as RFC 9110, sections 5.6.6, 8.3.1 and 12.4.2,
//! writes them; and how precisely one names an offer.

use core::fmt;

use super::offer::Offer;

/// How much a media range of `Accept` is wanted: from 0, refused, to 1, in thousandths.
///
/// RFC 9110, section 12.4.2, calls it a weight, and its number a quality value.
///
/// ```
/// use jsv::negotiate::{Head, Negotiator, Policy, Reason};
///
/// let head = Head::new("/customers").accept("application/jsv;q=0.25");
/// let choice = Negotiator::new(Policy::Strict).negotiate(&head)?;
/// let Reason::Accept { quality, .. } = choice.reason else { panic!() };
/// assert_eq!(quality.thousandths(), 250);
/// assert_eq!(quality.to_string(), "0.25");
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quality(u16);

impl Quality {
    /// Refused: `q=0`.
    pub const ZERO: Self = Self(0);
    /// Wanted without reservation: `q=1`, or no weight.
    pub const ONE: Self = Self(1000);

    /// The weight in thousandths, 0 to 1000.
    pub const fn thousandths(self) -> u16 {
        self.0
    }

    /// Reads a `qvalue`: `0` or `1`, a point and at most three digits, zeros after `1`.
    fn read(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_at_checked(1)?;
        let decimals = match decimals.as_bytes() {
            [] => &[],
            [b'.', decimals @ ..] if decimals.len() <= 3 => decimals,
            _ => return None,
        };
        let mut thousandths = match whole {
            "0" => 0,
            "1" => 1000,
            _ => return None,
        };
        for (&digit, place) in decimals.iter().zip([100, 10, 1]) {
            if !digit.is_ascii_digit() {
                return None;
            }
            thousandths += u16::from(digit - b'0') * place;
        }
        (thousandths <= 1000).then_some(Self(thousandths))
    }
}

impl fmt::Display for Quality {
    /// The shortest number: `1`, `0.5`, `0.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, decimals) = (self.0 / 1000, self.0 % 1000);
        if decimals == 0 {
            write!(f, "{whole}")
        } else if decimals % 100 == 0 {
            write!(f, "{whole}.{}", decimals / 100)
        } else if decimals % 10 == 0 {
            write!(f, "{whole}.{:02}", decimals / 10)
        } else {
            write!(f, "{whole}.{decimals:03}")
        }
    }
}

/// One element of `Accept`.
#[derive(Clone, Copy)]
pub(super) struct MediaRange<'a> {
    /// The element as it was sent, with its weight, without white space around it.
    pub(super) text: &'a str,
    kind: &'a str,
    subtype: &'a str,
    parameters: Parameters<'a>,
    pub(super) quality: Quality,
}

/// How precisely a range names an offer; the greater one decides (RFC 9110, section 12.5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Precision {
    essence: Essence,
    parameters: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Essence {
    /// `*/*`
    Anything,
    /// `application/*`
    Type,
    /// `application/problem+json` for JSON
    JsonSuffix,
    /// `application/json`, or an alias
    Named,
}

impl<'a> MediaRange<'a> {
    /// Reads an element of the list; `None` if it is not what the RFC allows.
    pub(super) fn read(element: &'a [u8]) -> Option<Self> {
        let text = core::str::from_utf8(element).ok()?.trim_matches(is_ows);
        let essence = text.split(';').next()?;
        let (kind, subtype) = essence.trim_end_matches(is_ows).split_once('/')?;
        let is_range = is_token(kind) && is_token(subtype) && (kind != "*" || subtype == "*");
        let parameters = Parameters::after(text, essence);
        let quality = is_range.then(|| weight(parameters)).flatten()?;
        Some(Self {
            text,
            kind,
            subtype,
            parameters,
            quality,
        })
    }

    /// How precisely the range names an offer, if it does.
    ///
    /// A wildcard covers the media type of the answers alone, and not the aliases: a client that
    /// asks for `text/*` would be given `application/json`.
    pub(super) fn precision(&self, offer: &Offer, plus_json: bool) -> Option<Precision> {
        Some(Precision {
            essence: self.essence(offer, plus_json)?,
            parameters: self.parameters_had_by(offer)?,
        })
    }

    fn essence(&self, offer: &Offer, plus_json: bool) -> Option<Essence> {
        if self.kind == "*" {
            return Some(Essence::Anything);
        }
        let names = |known: &str| {
            known.split_once('/').is_some_and(|(kind, subtype)| {
                kind.eq_ignore_ascii_case(self.kind) && subtype.eq_ignore_ascii_case(self.subtype)
            })
        };
        if offer.media_types().any(names) {
            return Some(Essence::Named);
        }
        if self.subtype == "*" {
            let kind = offer.media_type().split('/').next()?;
            return kind
                .eq_ignore_ascii_case(self.kind)
                .then_some(Essence::Type);
        }
        // That a client refuses one `+json` type does not mean that it refuses JSON.
        let is_suffixed = plus_json && offer.is_json() && self.quality > Quality::ZERO;
        (is_suffixed && ends_with_json(self.subtype)).then_some(Essence::JsonSuffix)
    }

    /// The number of parameters that the range asks for, if the offer has them all.
    fn parameters_had_by(&self, offer: &Offer) -> Option<usize> {
        let had = Parameters::after(offer.content_type(), offer.media_type());
        let mut count = 0;
        for asked in self.parameters.flatten() {
            if asked.is_weight() || asked.is_utf8() {
                continue;
            }
            if !had.flatten().any(|had| had.equals(&asked)) {
                return None;
            }
            count += 1;
        }
        Some(count)
    }
}

/// The weight among the parameters, wherever it stands; `None` if one of them is malformed.
fn weight(parameters: Parameters<'_>) -> Option<Quality> {
    let mut quality = None;
    for parameter in parameters {
        let parameter = parameter.ok()?;
        if parameter.is_weight() {
            let read = Quality::read(parameter.value).filter(|_| quality.is_none());
            quality = Some(read?);
        }
    }
    Some(quality.unwrap_or(Quality::ONE))
}

/// The parameters of a media type or range, in order; the first malformed one ends them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parameters<'a> {
    rest: &'a str,
}

pub(super) struct Parameter<'a> {
    name: &'a str,
    /// With its quotes, if it has them.
    value: &'a str,
}

pub(super) struct Malformed;

impl<'a> Parameters<'a> {
    /// The parameters of a text that begins with the type.
    fn after(text: &'a str, essence: &str) -> Self {
        Self {
            rest: text.get(essence.len()..).unwrap_or_default(),
        }
    }

    /// The next parameter, and takes it off.
    fn take(&mut self) -> Result<Parameter<'a>, Malformed> {
        let end = self.rest.find(|c| !is_token_char(c)).ok_or(Malformed)?;
        let (name, rest) = self.rest.split_at(end);
        let value = rest.strip_prefix('=').ok_or(Malformed)?;
        let end = match value.strip_prefix('"') {
            Some(quoted) => 1 + quoted_length(quoted).ok_or(Malformed)?,
            None => value.find(|c| !is_token_char(c)).unwrap_or(value.len()),
        };
        let (value, rest) = value.split_at(end);
        self.rest = rest.trim_start_matches(is_ows);
        let is_end = self.rest.is_empty() || self.rest.starts_with(';');
        if name.is_empty() || value.is_empty() || !is_end {
            return Err(Malformed);
        }
        Ok(Parameter { name, value })
    }
}

impl<'a> Iterator for Parameters<'a> {
    type Item = Result<Parameter<'a>, Malformed>;

    fn next(&mut self) -> Option<Self::Item> {
        // A parameter may be missing between two `;`.
        self.rest = self.rest.trim_start_matches(|c| c == ';' || is_ows(c));
        if self.rest.is_empty() {
            return None;
        }
        let parameter = self.take();
        if parameter.is_err() {
            self.rest = "";
        }
        Some(parameter)
    }
}

impl Parameter<'_> {
    /// RFC 9110, section 12.5.1: any parameter named `q` is the weight, wherever it stands.
    fn is_weight(&self) -> bool {
        self.name.eq_ignore_ascii_case("q")
    }

    /// Both formats are UTF-8 anyway (http.md, section 3).
    fn is_utf8(&self) -> bool {
        self.is_charset() && eq_ignoring_case(self.characters(), "utf-8".chars())
    }

    fn is_charset(&self) -> bool {
        self.name.eq_ignore_ascii_case("charset")
    }

    fn equals(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.characters(), other.characters());
        self.name.eq_ignore_ascii_case(other.name)
            && match self.is_charset() {
                true => eq_ignoring_case(ours, theirs),
                false => ours.eq(theirs),
            }
    }

    /// The value without quotes and escapes: a quoted one equals a bare one.
    fn characters(&self) -> impl Iterator<Item = char> {
        let quoted = self.value.strip_prefix('"');
        let inner = quoted.and_then(|value| value.strip_suffix('"'));
        let mut chars = inner.unwrap_or(self.value).chars();
        core::iter::from_fn(move || match chars.next()? {
            '\\' if inner.is_some() => chars.next(),
            c => Some(c),
        })
    }
}

/// The length of what follows an opening quote, closing quote included.
fn quoted_length(quoted: &str) -> Option<usize> {
    let mut bytes = quoted.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(at + 1),
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    None
}

fn ends_with_json(subtype: &str) -> bool {
    let suffix = subtype.rsplit_once('+').map(|(_, suffix)| suffix);
    suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("json"))
}

fn eq_ignoring_case(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> bool {
    a.map(|c| c.to_ascii_lowercase())
        .eq(b.map(|c| c.to_ascii_lowercase()))
}

fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_token_char)
}

/// RFC 9110, section 5.6.2.
fn is_token_char(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9')
        || matches!(
            c,
            '!' | '#'..='\'' | '*' | '+' | '-' | '.' | '^' | '_' | '`' | '|' | '~'
        )
}

/// Optional white space, RFC 9110, section 5.6.3.
fn is_ows(c: char) -> bool {
    c == ' ' || c == '\t'
}
