//! What comes out of negotiation: a [`Choice`] with its [`Reason`], or a [`Refusal`]; and the
//! [`Decision`] of a policy, which a choice is made of.

use alloc::vec::Vec;
use core::fmt;

#[cfg(feature = "json")]
use crate::format::Format;

use super::{jsonp::Jsonp, media_range::Quality, offer::Offer, path::Predefined};

/// The format of an answer, and what else the request's URL and headers say.
///
/// ```
/// use jsv::negotiate::{Head, Offer, Policy, Reason, negotiate};
///
/// let head = Head::new("/customers/5.jsv").accept("application/json");
/// let choice = negotiate(Policy::ServiceStack, &head)?;
/// assert_eq!(choice.offer, Offer::JSV);
/// assert_eq!(choice.reason, Reason::Suffix);
/// assert_eq!(choice.path, "/customers/5");
/// assert_eq!(choice.content_type, "application/jsv");
/// assert!(choice.vary);
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choice<'a> {
    /// The format, one of those that the negotiator offers.
    pub offer: Offer,
    /// Why it was chosen.
    pub reason: Reason<'a>,
    /// The path to look up a route for: as it was sent, without its suffix. A wildcard variable
    /// still gets the path with the suffix.
    pub path: &'a str,
    /// The predefined route, if the path is one.
    pub predefined: Option<Predefined<'a>>,
    /// The call around the body, if the request asks for one.
    pub jsonp: Option<Jsonp<'a>>,
    /// The `Content-Type` to send, JSONP considered.
    pub content_type: &'a str,
    /// Whether the answer has the header `Vary: Accept`; the router's own 404 and 405 have none.
    ///
    /// Under the policy `ServiceStack` always; under the others where `Accept` had a say, be it
    /// by its absence.
    pub vary: bool,
}

impl Choice<'_> {
    /// The format of this crate that was chosen, if it is one.
    ///
    /// ```
    /// use jsv::{Format, negotiate::{Head, Policy, negotiate}};
    ///
    /// let choice = negotiate(Policy::Strict, &Head::new("/customers.jsv"))?;
    /// assert_eq!(choice.format(), Some(Format::Jsv));
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[cfg(feature = "json")]
    pub fn format(&self) -> Option<Format> {
        self.offer.format()
    }

    /// Replaces the format by one that the application sets after the request was read, which is
    /// stronger than anything in the request (http.md, section 2, step 1).
    ///
    /// The type of the offer is sent, also where the body is wrapped (http.md, section 4). Under
    /// the policies `Default` and `Strict` nothing but JSON is wrapped.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Offer, Policy, Reason, negotiate};
    ///
    /// let mut choice = negotiate(Policy::Strict, &Head::new("/customers"))?;
    /// choice.set_offer(Offer::JSV);
    /// assert_eq!(choice.content_type, "application/jsv");
    /// assert_eq!(choice.reason, Reason::Application);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn set_offer(&mut self, offer: Offer) {
        self.offer = offer;
        self.reason = Reason::Application;
        self.content_type = offer.content_type();
        self.jsonp
            .take_if(|jsonp| jsonp.is_careful && !offer.is_json());
    }
}

/// A format and why; what [`Choice`] is made of.
pub(super) struct Decision<'a> {
    pub(super) offer: Offer,
    pub(super) reason: Reason<'a>,
    /// What is sent instead of the offer's own type.
    pub(super) content_type: Option<&'a str>,
}

impl<'a> Decision<'a> {
    pub(super) fn new(offer: Offer, reason: Reason<'a>) -> Self {
        Self {
            offer,
            reason,
            content_type: None,
        }
    }
}

/// Why a format was chosen; from strongest to weakest, as http.md, section 2, orders them.
///
/// ```
/// use jsv::negotiate::{Head, Policy, Reason, negotiate};
///
/// let head = Head::new("/customers").accept("text/plain, application/jsv;q=0.5");
/// let Reason::Accept { range, quality } = negotiate(Policy::Strict, &head)?.reason else {
///     panic!()
/// };
/// assert_eq!((range, quality.thousandths()), ("application/jsv;q=0.5", 500));
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason<'a> {
    /// The application set it: [`Choice::set_offer`].
    Application,
    /// The suffix of the path, `/customers.jsv`.
    Suffix,
    /// `callback` in the query.
    Callback,
    /// `format` in the query.
    Format,
    /// The predefined route, `/jsv/reply/X`.
    Route,
    /// The first segment of the path, `/jsv/…`; policy `ServiceStack` alone.
    Prefix,
    /// `Accept`.
    Accept {
        /// The element of the list that decided, as it was sent; under the policy `ServiceStack`
        /// the beginning of the line that names the format.
        range: &'a str,
        /// The weight of the range; always 1 under the policy `ServiceStack`, which has none.
        quality: Quality,
    },
    /// The request's own `Content-Type`, as `Accept` is `*/*`; policy `ServiceStack` alone.
    ContentType,
    /// Nothing else; or, under the policy `Default`, nothing acceptable.
    Default,
}

/// Why a request gets no format.
///
/// ```
/// use jsv::negotiate::{Head, Policy, Refusal, negotiate};
///
/// let head = Head::new("/customers").accept("image/png");
/// let refusal = negotiate(Policy::Strict, &head).unwrap_err();
/// assert_eq!(refusal.status(), 406);
/// assert_eq!(
///     refusal.to_string(),
///     "not acceptable, expected application/json or application/jsv"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// Policy `Strict`: the request accepts none of the offers.
    NotAcceptable {
        /// What is offered, in the server's order.
        offers: Vec<Offer>,
    },
    /// The format that was asked for is switched off: the answer has its type and no body.
    SwitchedOff {
        /// The format.
        offer: Offer,
        /// Whether the answer has the header `Vary: Accept`.
        vary: bool,
    },
    /// Policies `Default` and `Strict`: the name of the JSONP function is longer than 128
    /// characters.
    CallbackTooLong,
}

impl Refusal {
    /// The status of the answer: 406, 403 or 400.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Negotiator, Policy};
    ///
    /// let negotiator = Negotiator::new(Policy::ServiceStack).switched_off(&["jsv"]);
    /// let refusal = negotiator.negotiate(&Head::new("/customers.jsv")).unwrap_err();
    /// assert_eq!(refusal.status(), 403);
    /// ```
    pub fn status(&self) -> u16 {
        match self {
            Self::NotAcceptable { .. } => 406,
            Self::SwitchedOff { .. } => 403,
            Self::CallbackTooLong => 400,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAcceptable { offers } => {
                f.write_str("not acceptable")?;
                for (index, offer) in offers.iter().enumerate() {
                    let before = match index {
                        0 => ", expected ",
                        _ if index + 1 == offers.len() => " or ",
                        _ => ", ",
                    };
                    write!(f, "{before}{}", offer.media_type())?;
                }
                Ok(())
            }
            Self::SwitchedOff { offer, .. } => {
                write!(f, "the format `{}` is switched off", offer.name())
            }
            Self::CallbackTooLong => {
                f.write_str("the name of the callback is longer than 128 characters")
            }
        }
    }
}

impl core::error::Error for Refusal {}
