//! [`Offer`]: a format that the server can answer in. How it is encoded does not live here.

#[cfg(feature = "json")]
use crate::format::Format;

/// JSON and JSV, in this order: what this crate encodes (http.md, section 1).
///
/// ```
/// use jsv::negotiate::OFFERS;
///
/// assert_eq!(OFFERS.map(|offer| offer.name()), ["json", "jsv"]);
/// ```
pub const OFFERS: [Offer; 2] = [Offer::JSON, Offer::JSV];

/// A format that the server can answer in: its name in a URL, the `Content-Type` of its answers,
/// and the other media types that mean it.
///
/// Negotiation knows nothing else of a format, so an application can offer its own beside the
/// two of this crate. The name `json` means JSON wherever a rule speaks of JSON.
///
/// ```
/// use jsv::negotiate::Offer;
///
/// const PAGE: Offer = Offer::new("html", "text/html; charset=utf-8")
///     .aliases(&["application/xhtml+xml"]);
///
/// assert_eq!(PAGE.name(), "html");
/// assert_eq!(PAGE.media_type(), "text/html");
/// assert!(PAGE.is_named_by("Application/XHTML+XML; charset=utf-8"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Offer {
    name: &'static str,
    content_type: &'static str,
    /// The part of `content_type` before its parameters.
    media_type: &'static str,
    aliases: &'static [&'static str],
}

impl Offer {
    /// JSON: `application/json`, also `text/json`.
    ///
    /// ```
    /// use jsv::negotiate::Offer;
    ///
    /// assert_eq!(Offer::JSON.content_type(), "application/json; charset=utf-8");
    /// ```
    pub const JSON: Self =
        Self::new("json", "application/json; charset=utf-8").aliases(&["text/json"]);

    /// JSV: `application/jsv`, also `text/jsv`.
    ///
    /// ```
    /// use jsv::negotiate::Offer;
    ///
    /// assert_eq!(Offer::JSV.content_type(), "application/jsv");
    /// ```
    pub const JSV: Self = Self::new("jsv", "application/jsv").aliases(&["text/jsv"]);

    /// An offer with the name it has in a URL, in small letters, and the `Content-Type` of its
    /// answers, with parameters if they are sent.
    ///
    /// ```
    /// use jsv::negotiate::Offer;
    ///
    /// const CSV: Offer = Offer::new("csv", "text/csv");
    /// assert_eq!(CSV.media_type(), CSV.content_type());
    /// ```
    pub const fn new(name: &'static str, content_type: &'static str) -> Self {
        Self {
            name,
            content_type,
            media_type: without_parameters(content_type),
            aliases: &[],
        }
    }

    /// The other media types, without parameters, that mean this format in a request.
    ///
    /// ```
    /// use jsv::negotiate::Offer;
    ///
    /// const XML: Offer = Offer::new("xml", "application/xml").aliases(&["text/xml"]);
    /// assert!(XML.is_named_by("text/xml"));
    /// ```
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The name in a URL: `?format=jsv`, `/customers.jsv`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The `Content-Type` of an answer.
    pub const fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The `Content-Type` without its parameters.
    pub const fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// The media type of the answers, then the aliases.
    ///
    /// ```
    /// use jsv::negotiate::Offer;
    ///
    /// assert!(Offer::JSV.media_types().eq(["application/jsv", "text/jsv"]));
    /// ```
    pub fn media_types(&self) -> impl Iterator<Item = &'static str> + use<> {
        core::iter::once(self.media_type).chain(self.aliases.iter().copied())
    }

    /// Whether a `Content-Type` means this format: by any of its media types, in any case.
    /// Parameters do not count (http.md, section 5).
    ///
    /// ```
    /// use jsv::negotiate::Offer;
    ///
    /// assert!(Offer::JSON.is_named_by("Text/JSON; charset=utf-8"));
    /// assert!(!Offer::JSON.is_named_by("application/json-patch+json"));
    /// ```
    pub fn is_named_by(&self, content_type: &str) -> bool {
        let media_type = without_parameters(content_type).trim();
        self.media_types()
            .any(|known| known.eq_ignore_ascii_case(media_type))
    }

    /// The format of this crate that the offer is, if it is one.
    ///
    /// ```
    /// use jsv::{Format, negotiate::Offer};
    ///
    /// assert_eq!(Offer::JSV.format(), Some(Format::Jsv));
    /// assert_eq!(Offer::new("csv", "text/csv").format(), None);
    /// ```
    #[cfg(feature = "json")]
    pub fn format(&self) -> Option<Format> {
        [Format::Json, Format::Jsv]
            .into_iter()
            .find(|format| format.name() == self.name)
    }

    pub(super) fn is_json(&self) -> bool {
        self.name == Self::JSON.name
    }
}

/// ```
/// use jsv::{Format, negotiate::Offer};
///
/// assert_eq!(Offer::from(Format::Jsv), Offer::JSV);
/// ```
#[cfg(feature = "json")]
impl From<Format> for Offer {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::JSON,
            Format::Jsv => Self::JSV,
        }
    }
}

/// The text before the first `;`.
const fn without_parameters(content_type: &str) -> &str {
    let bytes = content_type.as_bytes();
    let mut end = 0;
    while end < bytes.len() && bytes[end] != b';' {
        end += 1;
    }
    // A `;` is a character of its own, so this is a boundary.
    content_type.split_at(end).0
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;

    #[test]
    fn the_offers_are_the_formats() {
        for offer in OFFERS {
            let format = offer.format().unwrap();
            assert_eq!(offer.content_type(), format.content_type());
            assert!(offer.media_types().eq(format.media_types().iter().copied()));
        }
    }
}
