//! [`Head`]: what negotiation looks at.

use super::accept::AcceptLines;

/// The head of a request: the parts that say which format is wanted, as they were sent.
///
/// ```
/// use jsv::negotiate::Head;
///
/// let _head = Head::new("/licenses/company")
///     .query("format=jsv")
///     .accept("application/json, */*;q=0.5")
///     .content_type("text/jsv");
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Head<'a> {
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) accept: AcceptLines<'a>,
    pub(super) content_type: &'a str,
}

impl<'a> Head<'a> {
    /// The head of a request for a path, percent-encoded as it was sent, without query. No rule looks
    /// at the method.
    pub const fn new(path: &'a str) -> Self {
        Self {
            path,
            query: "",
            accept: AcceptLines::NONE,
            content_type: "",
        }
    }

    /// The query, percent-encoded as it was sent, without `?`.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Offer, Policy, negotiate};
    ///
    /// let head = Head::new("/customers").query("name=a%20b&Format=JSV");
    /// assert_eq!(negotiate(Policy::Strict, &head)?.offer, Offer::JSV);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn query(mut self, query: &'a str) -> Self {
        self.query = query;
        self
    }

    /// The value of the `Accept` header; of all its lines, if there are several.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Offer, Policy, negotiate};
    ///
    /// let head = Head::new("/customers").accept(&["text/html", "application/jsv;q=0.9"]);
    /// assert_eq!(negotiate(Policy::Strict, &head)?.offer, Offer::JSV);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub fn accept(mut self, lines: impl Into<AcceptLines<'a>>) -> Self {
        self.accept = lines.into();
        self
    }

    /// The value of the `Content-Type` header. An empty one is none.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Policy, Reason, negotiate};
    ///
    /// let head = Head::new("/customers").accept("*/*").content_type("text/jsv");
    /// let choice = negotiate(Policy::ServiceStack, &head)?;
    /// assert_eq!(choice.reason, Reason::ContentType);
    /// assert_eq!(choice.content_type, "text/jsv");
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn content_type(mut self, content_type: &'a str) -> Self {
        self.content_type = content_type;
        self
    }
}
