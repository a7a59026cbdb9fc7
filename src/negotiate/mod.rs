//! Which format a request wants: from its path, query, `Accept` and `Content-Type` alone, by the
//! rules of a [`Policy`].
//!
//! Negotiation is a pure function: [`Head`] in, [`Choice`] or [`Refusal`] out. It knows no HTTP
//! library, encodes nothing, takes time in proportion to the request, and allocates only where a
//! JSONP name or the name of an operation has to be rewritten and where it refuses.
//!
//! ```
//! use jsv::negotiate::{Head, Offer, Policy, Reason, negotiate};
//!
//! let head = Head::new("/customers/5")
//!     .query("format=jsv")
//!     .accept("application/json");
//! let choice = negotiate(Policy::ServiceStack, &head)?;
//! assert_eq!(choice.offer, Offer::JSV);
//! assert_eq!(choice.reason, Reason::Format);
//! # Ok::<(), jsv::negotiate::Refusal>(())
//! ```
//!
//! # The order of the rules
//!
//! Strongest first (http.md, sections 2 and 3; RFC 9110, section 12):
//!
//! | | `ServiceStack` | `Default`, `Strict` |
//! |---|---|---|
//! | set by the application: [`Choice::set_offer`] | yes | yes |
//! | suffix of the path: `/customers.jsv`, by exact case | yes | yes |
//! | `?callback=show`: JSON | yes | yes |
//! | `?format=jsv` | yes | yes |
//! | predefined route: `/jsv/reply/X`, `/jsv/oneway/X`, `/api/X`, `/api/X.jsv` | yes | yes |
//! | first segment: `/jsv/…` | unless the query has `format` | no |
//! | `Accept` | what each line begins with | media ranges with weights |
//! | `Accept: */*` and a `Content-Type` | that type | no |
//! | default | yes | `Strict` refuses |
//!
//! # What RFC 9110 leaves open
//!
//! Of the policies `Default` and `Strict`:
//!
//! - A malformed element of `Accept` is passed over, and so is one that is not UTF-8. A header
//!   without any well-formed element counts as no header: anything is acceptable.
//! - Several lines are one list, but a quote that is never closed ends with its line.
//! - Any media type of an [`Offer`] names it, but a wildcard covers what is sent alone: `text/*`
//!   does not accept JSV, whose answers are `application/jsv`.
//! - Of equally precise ranges that name an offer, the highest quality counts.
//! - `charset=utf-8` does not count, in ranges and offers.
//!
//! # Among other crates
//!
//! What crates that choose a media type by `Accept` do with the same headers, tried with the
//! versions named:
//!
//! | | here, `Strict` | headers-accept 0.3 | negotiator 0.1 | accept-header 0.2 |
//! |---|---|---|---|---|
//! | `application/json;q=0, */*` | JSV | JSV | JSV | JSON |
//! | `*/*;q=0.9, application/jsv;q=0.1` | JSON | JSON | JSON | JSV |
//! | `application/*` | yes | yes | yes | no |
//! | equal quality | the server's order | the client's | the client's | the client's |
//! | a weight that is none, `q=x` | element passed over | counts as 1 | element passed over | header refused |
//! | a weight above 1, `q=5` | element passed over | counts as 1 | counts as 5 | header refused |
//! | an element that is no media range | passed over | header refused | passed over | header refused |
//! | several lines | one list | one list | joined by the caller | first line |
//! | `application/jsv;charset=utf-8` | JSV | not acceptable | not acceptable | JSV |
//!
//! RFC 9110 leaves the order at equal quality to the server. Of these only negotiator is for
//! languages, charsets and codings as well. axum-content-negotiation 0.1 encodes JSON or CBOR by
//! the exact types in the first line of the header, highest `q` first; it knows no `type/*`, and
//! `q=0` alone does not refuse. The order of rules before `Accept` (suffix, `callback`, `format`,
//! routes) is specific to ServiceStack hosts, and so is the policy of the same name.

mod accept;
mod choice;
mod head;
mod jsonp;
mod media_range;
mod negotiator;
mod offer;
mod path;
mod policy;
mod query;
mod rfc;
mod rules;
mod servicestack;

#[cfg(feature = "http")]
pub(crate) use self::jsonp::escaped;
pub use self::{
    accept::AcceptLines,
    choice::{Choice, Reason, Refusal},
    head::Head,
    jsonp::Jsonp,
    media_range::Quality,
    negotiator::Negotiator,
    offer::{OFFERS, Offer},
    path::{Predefined, PredefinedKind},
    policy::Policy,
};

/// Chooses among [`OFFERS`], with the defaults of all of [`Negotiator`]'s options.
///
/// # Errors
///
/// As [`Negotiator::negotiate`].
///
/// ```
/// use jsv::negotiate::{Head, Offer, Policy, Reason, negotiate};
///
/// let choice = negotiate(Policy::Strict, &Head::new("/customers"))?;
/// assert_eq!(choice.offer, Offer::JSON);
/// assert_eq!(choice.reason, Reason::Default);
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
pub fn negotiate<'a>(policy: Policy, head: &Head<'a>) -> Result<Choice<'a>, Refusal> {
    Negotiator::new(policy).negotiate(head)
}
