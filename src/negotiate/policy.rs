//! [`Policy`]: by whose rules a format is chosen.

use super::offer::Offer;

/// By which rules a format is chosen.
///
/// ```
/// use jsv::negotiate::{Head, Offer, Policy, negotiate};
///
/// let head = Head::new("/customers").accept("text/html, application/jsv");
/// // A ServiceStack host looks at the beginning of the line alone.
/// assert_eq!(negotiate(Policy::ServiceStack, &head)?.offer, Offer::JSON);
/// assert_eq!(negotiate(Policy::Strict, &head)?.offer, Offer::JSV);
///
/// let head = Head::new("/customers").accept("image/png");
/// assert_eq!(negotiate(Policy::Default(Offer::JSV), &head)?.offer, Offer::JSV);
/// assert!(negotiate(Policy::Strict, &head).is_err());
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Policy {
    /// As a ServiceStack host does (http.md, section 2): no weights, no wildcards but `*/*`, and
    /// never "not acceptable".
    ServiceStack,
    /// As RFC 9110, section 12, says (http.md, section 3); if nothing is acceptable, this offer.
    Default(Offer),
    /// As RFC 9110, section 12, says; if nothing is acceptable, the request is refused (406).
    Strict,
}
