//! What a path says: its suffix, and the routes that every ServiceStack host has.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::{
    offer::Offer,
    query::{self, Decoded},
};

/// One of the routes that a ServiceStack host has for every operation (http.md, section 2).
///
/// ```
/// use jsv::negotiate::{Head, Offer, Policy, PredefinedKind, negotiate};
///
/// let choice = negotiate(Policy::ServiceStack, &Head::new("/jsv/reply/CreateLicense[]"))?;
/// let route = choice.predefined.unwrap();
/// assert_eq!(route.kind, PredefinedKind::Reply);
/// assert_eq!(route.offer, Offer::JSV);
/// assert_eq!((&*route.operation, route.is_list), ("CreateLicense", true));
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Predefined<'a> {
    /// Which of the routes.
    pub kind: PredefinedKind,
    /// The format of the route: of its request bodies, whatever `Content-Type` says (but for a
    /// form), and of its answers, unless the query asks for another.
    pub offer: Offer,
    /// The name of the operation, which is found in any case, percent-decoded and without the
    /// `[]` of a list. It is empty where the path ends before it: no operation has that name.
    pub operation: Cow<'a, str>,
    /// Whether the name ends in `[]`: a list of the operation's DTO is sent.
    pub is_list: bool,
}

/// Which of the routes a [`Predefined`] is.
///
/// ```
/// use jsv::negotiate::{Head, Policy, PredefinedKind, negotiate};
///
/// for (path, kind) in [
///     ("/jsv/reply/CancelLicense", PredefinedKind::Reply),
///     ("/JSV/OneWay/cancellicense", PredefinedKind::OneWay),
///     ("/api/CancelLicense.jsv", PredefinedKind::Api),
/// ] {
///     let choice = negotiate(Policy::ServiceStack, &Head::new(path))?;
///     assert_eq!(choice.predefined.unwrap().kind, kind);
/// }
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PredefinedKind {
    /// `/jsv/reply/X`, in any case; further segments are ignored.
    Reply,
    /// `/jsv/oneway/X`, in any case; further segments are ignored.
    OneWay,
    /// `/api/X` or `/api/X.jsv`, in this case.
    Api,
}

/// What a path is.
pub(super) enum Shape<'a> {
    /// A route of the application.
    Ordinary,
    /// A predefined route, and its path without the name of the format.
    Predefined(Predefined<'a>, &'a str),
    /// `/api/X.unknown` or `/api/X.jsv.json`: no route, and no suffix either.
    UnknownFormat,
}

/// Tells the predefined routes from others.
pub(super) fn shape<'a>(
    path: &'a str,
    default: Offer,
    named: impl Fn(Decoded<'_>, Case) -> Option<Offer>,
) -> Shape<'a> {
    let Some((first, rest)) = path.strip_prefix('/').and_then(|path| path.split_once('/')) else {
        return Shape::Ordinary;
    };
    if Decoded::path(first).eq(*b"api") {
        return api(path, rest, default, named);
    }
    let mut segments = rest.split('/');
    let Some(kind) = segments.next().and_then(reply_or_oneway) else {
        return Shape::Ordinary;
    };
    match named(Decoded::path(first), Case::Ignored) {
        Some(offer) => {
            let operation = segments.next().unwrap_or_default();
            Shape::Predefined(Predefined::new(kind, offer, operation), path)
        }
        None => Shape::Ordinary,
    }
}

fn reply_or_oneway(segment: &str) -> Option<PredefinedKind> {
    let is = |name: &str| query::eq_ignoring_case(Decoded::path(segment), name.bytes());
    if is("reply") {
        Some(PredefinedKind::Reply)
    } else if is("oneway") {
        Some(PredefinedKind::OneWay)
    } else {
        None
    }
}

/// `/api/X` is JSON, `/api/X.name` the format of that name; both have one segment alone.
fn api<'a>(
    path: &'a str,
    segment: &'a str,
    default: Offer,
    named: impl Fn(Decoded<'_>, Case) -> Option<Offer>,
) -> Shape<'a> {
    if segment.is_empty() || segment.contains('/') {
        return Shape::Ordinary;
    }
    let (operation, offer) = match first_dot(segment) {
        None => {
            let json = named(Decoded::path(Offer::JSON.name()), Case::Exact);
            (segment, Some(json.unwrap_or(default)))
        }
        Some((operation, name)) => (operation, named(Decoded::path(name), Case::Exact)),
    };
    match offer {
        Some(offer) if !operation.is_empty() => {
            let taken = segment.len() - operation.len();
            let kept = path.split_at(path.len() - taken).0;
            let route = Predefined::new(PredefinedKind::Api, offer, operation);
            Shape::Predefined(route, kept)
        }
        _ => Shape::UnknownFormat,
    }
}

impl<'a> Predefined<'a> {
    fn new(kind: PredefinedKind, offer: Offer, raw_operation: &'a str) -> Self {
        let (operation, is_list) = match decoded(raw_operation) {
            Cow::Borrowed(name) => match name.strip_suffix("[]") {
                Some(name) => (Cow::Borrowed(name), true),
                None => (Cow::Borrowed(name), false),
            },
            Cow::Owned(mut name) => {
                let is_list = name.ends_with("[]");
                name.truncate(name.len() - if is_list { 2 } else { 0 });
                (Cow::Owned(name), is_list)
            }
        };
        Self {
            kind,
            offer,
            operation,
            is_list,
        }
    }

    /// The same, on its own: without the request.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Policy, Predefined, negotiate};
    ///
    /// let path = String::from("/jsv/reply/CancelLicense");
    /// let choice = negotiate(Policy::Strict, &Head::new(&path))?;
    /// let route: Predefined<'static> = choice.predefined.unwrap().into_owned();
    /// drop(path);
    /// assert_eq!(route.operation, "CancelLicense");
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn into_owned(self) -> Predefined<'static> {
        Predefined {
            kind: self.kind,
            offer: self.offer,
            operation: Cow::Owned(self.operation.into_owned()),
            is_list: self.is_list,
        }
    }
}

/// A segment percent-decoded; what does not decode to UTF-8 stays as it stands.
fn decoded(segment: &str) -> Cow<'_, str> {
    if !segment.contains('%') {
        return Cow::Borrowed(segment);
    }
    let bytes: Vec<u8> = Decoded::path(segment).collect();
    String::from_utf8(bytes).map_or(Cow::Borrowed(segment), Cow::Owned)
}

/// Whether the case of a name counts.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Case {
    Exact,
    Ignored,
}

/// A path split at the last dot of its last segment: the path without suffix, and the suffix,
/// both as they were sent (http.md, section 2).
pub(super) fn suffix(path: &str) -> Option<(&str, Decoded<'_>)> {
    let start = path.rfind('/').map_or(0, |slash| slash + 1);
    let segment = path.get(start..)?;
    let (at, length) = dots(segment).last()?;
    let name = segment.get(at + length..)?;
    Some((path.get(..start + at)?, Decoded::path(name)))
}

/// A segment split at its first dot.
fn first_dot(segment: &str) -> Option<(&str, &str)> {
    let (at, length) = dots(segment).next()?;
    Some((segment.get(..at)?, segment.get(at + length..)?))
}

/// Where the dots of a segment stand, and how long they are: `.` or `%2E`.
fn dots(segment: &str) -> impl Iterator<Item = (usize, usize)> {
    let starts = segment.bytes().enumerate();
    starts.filter_map(|(at, byte)| match byte {
        b'.' => Some((at, 1)),
        b'%' => {
            let digits = segment.as_bytes().get(at + 1..at + 3)?;
            digits.eq_ignore_ascii_case(b"2e").then_some((at, 3))
        }
        _ => None,
    })
}

/// Whether a name is the first segment of a path: names of three letters where `/` follows, names
/// of four where nothing does (http.md, section 2, step 5).
pub(super) fn is_prefix(path: &str, name: &str) -> bool {
    let Some(path) = path.strip_prefix('/') else {
        return false;
    };
    let (first, rest) = match path.split_once('/') {
        Some((first, rest)) => (first, Some(rest)),
        None => (path, None),
    };
    let fits = match name.len() {
        3 => rest.is_some(),
        4 => rest.is_none(),
        _ => false,
    };
    fits && query::eq_ignoring_case(Decoded::path(first), name.bytes())
}
