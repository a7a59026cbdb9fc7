//! [`Jsonp`]: the call that stands around the body of an answer to a `<script>` element.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::query::{self, Decoded};

/// The greatest length of a name, in characters, under the policies `Default` and `Strict`.
pub(super) const MAX_NAME: usize = 128;

/// The call around an answer's body (http.md, section 4): `name(` body `)`.
///
/// ```
/// use jsv::negotiate::{Head, Policy, negotiate};
///
/// let head = Head::new("/customers").query("callback=app.show%5B1%5D");
/// let choice = negotiate(Policy::ServiceStack, &head)?;
/// assert_eq!(choice.content_type, "text/javascript");
///
/// let jsonp = choice.jsonp.unwrap();
/// assert_eq!(jsonp.name(), "app.show_1_");
/// assert_eq!(jsonp.wrap(b"[1]"), b"app.show_1_([1])");
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jsonp<'a> {
    name: Cow<'a, str>,
    /// Whether the policy is one of HTTP's own and not the reference's.
    pub(super) is_careful: bool,
}

impl<'a> Jsonp<'a> {
    pub(super) fn new(name: Cow<'a, str>, is_careful: bool) -> Self {
        Self { name, is_careful }
    }

    /// The same, on its own: without the request.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Jsonp, Policy, negotiate};
    ///
    /// let query = String::from("callback=show");
    /// let choice = negotiate(Policy::Strict, &Head::new("/").query(&query))?;
    /// let jsonp: Jsonp<'static> = choice.jsonp.unwrap().into_owned();
    /// drop(query);
    /// assert_eq!(jsonp.name(), "show");
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn into_owned(self) -> Jsonp<'static> {
        Jsonp {
            name: Cow::Owned(self.name.into_owned()),
            is_careful: self.is_careful,
        }
    }

    /// The name of the function, with `_` for each character outside of `A-Z a-z 0-9 . _`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The `Content-Type` of a wrapped JSON body: `text/javascript`, under the policies `Default`
    /// and `Strict` with `; charset=utf-8`.
    ///
    /// A wrapped body in another format keeps its type, as
    /// [`Choice::content_type`](super::Choice::content_type) says; but errors of binding and
    /// unknown operations always have this one.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Policy, negotiate};
    ///
    /// let head = Head::new("/customers").query("callback=show");
    /// let jsonp = negotiate(Policy::Strict, &head)?.jsonp.unwrap();
    /// assert_eq!(jsonp.content_type(), "text/javascript; charset=utf-8");
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn content_type(&self) -> &'static str {
        match self.is_careful {
            true => "text/javascript; charset=utf-8",
            false => "text/javascript",
        }
    }

    /// Whether the answer has the header `X-Content-Type-Options: nosniff`: under the policies
    /// `Default` and `Strict`.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Policy, negotiate};
    ///
    /// let head = Head::new("/customers").query("callback=show");
    /// for (policy, nosniff) in [(Policy::Strict, true), (Policy::ServiceStack, false)] {
    ///     assert_eq!(negotiate(policy, &head)?.jsonp.unwrap().nosniff(), nosniff);
    /// }
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn nosniff(&self) -> bool {
        self.is_careful
    }

    /// The body inside of the call. A 204 has none (http.md, section 4).
    ///
    /// Under the policies `Default` and `Strict` U+2028 and U+2029, which end a line in older
    /// JavaScript, are written as `\u2028` and `\u2029`; in JSON they occur in texts alone.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Policy, negotiate};
    ///
    /// let head = Head::new("/customers").query("callback=show");
    /// let jsonp = negotiate(Policy::Strict, &head)?.jsonp.unwrap();
    /// assert_eq!(jsonp.wrap("\"a\u{2028}b\"".as_bytes()), br#"show("a\u2028b")"#);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn wrap(&self, body: &[u8]) -> Vec<u8> {
        let mut wrapped = Vec::with_capacity(self.name.len() + body.len() + 2);
        wrapped.extend_from_slice(self.name.as_bytes());
        wrapped.push(b'(');
        match self.is_careful {
            true => push_escaped(&mut wrapped, body),
            false => wrapped.extend_from_slice(body),
        }
        wrapped.push(b')');
        wrapped
    }
}

/// A JSON body, or a part of one, with its line separators escaped.
#[cfg(feature = "http")]
pub(crate) fn escaped(body: &[u8]) -> Vec<u8> {
    let mut escaped = Vec::with_capacity(body.len());
    push_escaped(&mut escaped, body);
    escaped
}

/// Appends a JSON body with its line separators escaped.
fn push_escaped(wrapped: &mut Vec<u8>, body: &[u8]) {
    let mut rest = body;
    // U+2028 is E2 80 A8, U+2029 is E2 80 A9.
    while let Some(at) = memchr::memchr(0xe2, rest) {
        let (before, from) = rest.split_at(at);
        wrapped.extend_from_slice(before);
        let (written, taken): (&[u8], _) = match from {
            [_, 0x80, 0xa8, ..] => (br"\u2028", 3),
            [_, 0x80, 0xa9, ..] => (br"\u2029", 3),
            _ => (&[0xe2], 1),
        };
        wrapped.extend_from_slice(written);
        rest = from.get(taken..).unwrap_or_default();
    }
    wrapped.extend_from_slice(rest);
}

/// The name that a query asks for: the values of `callback`, joined by commas, unless that is
/// empty.
pub(super) fn callback_name(query: &str) -> Option<Cow<'_, str>> {
    let mut values = query::values(query, "callback");
    let first = values.next()?;
    let Some(second) = values.next() else {
        return (!first.is_empty()).then(|| sanitised(first));
    };
    let mut name = String::new();
    push_sanitised(&mut name, first);
    for value in core::iter::once(second).chain(values) {
        // The comma that joins them.
        name.push('_');
        push_sanitised(&mut name, value);
    }
    Some(Cow::Owned(name))
}

fn sanitised(raw: &str) -> Cow<'_, str> {
    if raw.chars().all(is_name_char) {
        return Cow::Borrowed(raw);
    }
    let mut name = String::with_capacity(raw.len());
    push_sanitised(&mut name, raw);
    Cow::Owned(name)
}

fn push_sanitised(name: &mut String, raw: &str) {
    let decoded: Vec<u8> = Decoded::query(raw).collect();
    // What does not decode to UTF-8 stays as it stands (http.md, section 6).
    let text = core::str::from_utf8(&decoded).unwrap_or(raw);
    name.extend(text.chars().map(|c| if is_name_char(c) { c } else { '_' }));
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.' || c == '_'
}
