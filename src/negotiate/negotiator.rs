//! [`Negotiator`]: the settings of a server, and the rules that all policies share: what a URL
//! says is stronger than what a header says.

use alloc::borrow::Cow;

use super::{
    Choice, Jsonp, Offer, Policy, Reason, Refusal, Request,
    jsonp::{self, MAX_NAME},
    offer::OFFERS,
    path::{self, Case, Predefined, Shape},
    query::{self, Decoded},
    rfc, servicestack,
};

/// Chooses formats as one server does.
///
/// | option | default | |
/// |---|---|---|
/// | [`offers`](Self::offers) | [`OFFERS`] | the formats, in the server's order |
/// | [`default_offer`](Self::default_offer) | the first offer | comes first in the server's order |
/// | [`suffixes`](Self::suffixes) | yes | whether `/customers.jsv` asks for JSV |
/// | [`jsonp`](Self::jsonp) | yes | whether `?callback=` wraps the answer |
/// | [`predefined`](Self::predefined) | yes | whether `/json/reply/X`, `/api/X` are ServiceStack's |
/// | [`switched_off`](Self::switched_off) | none | formats that are answered by 403 |
/// | [`plus_json`](Self::plus_json) | no | whether `application/problem+json` accepts JSON |
///
/// ```
/// use jsv::negotiate::{Negotiator, Offer, Policy, Request};
///
/// const PAGE: Offer = Offer::new("html", "text/html");
/// const SERVER: Negotiator =
///     Negotiator::new(Policy::ServiceStack).offers(&[PAGE, Offer::JSON, Offer::JSV]);
///
/// let choice = SERVER.negotiate(&Request::new("/customers"))?;
/// assert_eq!(choice.offer, PAGE);
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Negotiator<'o> {
    pub(super) policy: Policy,
    offers: &'o [Offer],
    default: Option<Offer>,
    suffixes: bool,
    jsonp: bool,
    predefined: bool,
    switched_off: &'o [&'o str],
    pub(super) plus_json: bool,
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

/// The negotiator of a policy, with the defaults of all options.
impl From<Policy> for Negotiator<'_> {
    fn from(policy: Policy) -> Self {
        Self::new(policy)
    }
}

impl<'o> Negotiator<'o> {
    /// A negotiator with a policy and the defaults of all options.
    pub const fn new(policy: Policy) -> Self {
        Self {
            policy,
            offers: &OFFERS,
            default: None,
            suffixes: true,
            jsonp: true,
            predefined: true,
            switched_off: &[],
            plus_json: false,
        }
    }

    /// The formats, in the server's order. Without any, JSON is the only one.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy, Request};
    ///
    /// const CSV: Offer = Offer::new("csv", "text/csv");
    /// let negotiator = Negotiator::new(Policy::Strict).offers(&[Offer::JSV, CSV]);
    /// assert_eq!(negotiator.negotiate(&Request::new("/customers.csv"))?.offer, CSV);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn offers(mut self, offers: &'o [Offer]) -> Self {
        self.offers = offers;
        self
    }

    /// The default format, first in the server's order; that of [`Policy::Default`] is stronger.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy, Request};
    ///
    /// let negotiator = Negotiator::new(Policy::ServiceStack).default_offer(Offer::JSV);
    /// assert_eq!(negotiator.negotiate(&Request::new("/customers"))?.offer, Offer::JSV);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn default_offer(mut self, offer: Offer) -> Self {
        self.default = Some(offer);
        self
    }

    /// Whether the suffix of a path asks for a format: `/customers.jsv`. The predefined route
    /// `/api/X.jsv` works without.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Policy, Request};
    ///
    /// let negotiator = Negotiator::new(Policy::Strict).suffixes(false);
    /// let choice = negotiator.negotiate(&Request::new("/customers.jsv"))?;
    /// assert_eq!(choice.path, "/customers.jsv");
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn suffixes(mut self, suffixes: bool) -> Self {
        self.suffixes = suffixes;
        self
    }

    /// Whether `callback` in the query wraps the answer. It asks for JSON in any case.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Policy, Reason, Request};
    ///
    /// let negotiator = Negotiator::new(Policy::ServiceStack).jsonp(false);
    /// let choice = negotiator.negotiate(&Request::new("/customers").query("callback=show"))?;
    /// assert_eq!(choice.reason, Reason::Callback);
    /// assert_eq!(choice.jsonp, None);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn jsonp(mut self, jsonp: bool) -> Self {
        self.jsonp = jsonp;
        self
    }

    /// Whether the server has ServiceStack's predefined routes, whose format is in their path. A
    /// server with routes of its own below `/api` may not want them.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy, Request};
    ///
    /// let request = Request::new("/api/customers").accept("application/jsv");
    /// let negotiator = Negotiator::new(Policy::Strict);
    /// assert_eq!(negotiator.negotiate(&request)?.offer, Offer::JSON);
    /// assert_eq!(negotiator.predefined(false).negotiate(&request)?.offer, Offer::JSV);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn predefined(mut self, predefined: bool) -> Self {
        self.predefined = predefined;
        self
    }

    /// The names of offers that are switched off: a request that asks for one is refused. Under
    /// the policies `Default` and `Strict` that is one which does so in its URL; `Accept` passes
    /// over them.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy, Refusal, Request};
    ///
    /// let negotiator = Negotiator::new(Policy::ServiceStack).switched_off(&["jsv"]);
    /// let request = Request::new("/customers").query("format=jsv");
    /// assert_eq!(
    ///     negotiator.negotiate(&request),
    ///     Err(Refusal::SwitchedOff { offer: Offer::JSV, vary: true })
    /// );
    /// ```
    #[must_use]
    pub const fn switched_off(mut self, names: &'o [&'o str]) -> Self {
        self.switched_off = names;
        self
    }

    /// Whether a media range such as `application/problem+json` accepts JSON; policies `Default`
    /// and `Strict`. The answer's type is that of the offer.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy, Request};
    ///
    /// let request = Request::new("/customers").accept("application/vnd.api+json");
    /// let negotiator = Negotiator::new(Policy::Strict);
    /// assert!(negotiator.negotiate(&request).is_err());
    /// assert_eq!(negotiator.plus_json(true).negotiate(&request)?.offer, Offer::JSON);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn plus_json(mut self, plus_json: bool) -> Self {
        self.plus_json = plus_json;
        self
    }

    /// Chooses the format of the answer to a request.
    ///
    /// # Errors
    ///
    /// A [`Refusal`]: a format that is switched off; under the policies `Default` and `Strict` a
    /// JSONP name of more than 128 characters; under `Strict` nothing acceptable.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy, Request};
    ///
    /// let negotiator = Negotiator::new(Policy::Default(Offer::JSON));
    /// let request = Request::new("/customers").accept("text/html, application/jsv;q=0.5");
    /// assert_eq!(negotiator.negotiate(&request)?.offer, Offer::JSV);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn negotiate<'a>(&self, request: &Request<'a>) -> Result<Choice<'a>, Refusal> {
        let callback = jsonp::callback_name(request.query);
        let (path, suffix, predefined) = self.read_path(request.path);
        let decision = match suffix {
            Some(offer) => Decision::new(offer, Reason::Suffix),
            None => self.without_suffix(request, callback.is_some(), predefined.as_ref())?,
        };
        let vary = match self.policy {
            Policy::ServiceStack => true,
            _ => matches!(decision.reason, Reason::Accept { .. } | Reason::Default),
        };
        let Decision { offer, reason, .. } = decision;
        if self.is_off(&offer) {
            return Err(Refusal::SwitchedOff { offer, vary });
        }
        let jsonp = self.wrapper(callback, &offer)?;
        let content_type = match (&jsonp, decision.content_type) {
            (Some(jsonp), _) if offer.is_json() => jsonp.content_type(),
            (_, Some(content_type)) => content_type,
            (_, None) => offer.content_type(),
        };
        Ok(Choice {
            offer,
            reason,
            path,
            predefined,
            jsonp,
            content_type,
            vary,
        })
    }

    /// The path without suffix, the offer that the suffix names, and the predefined route.
    fn read_path<'a>(&self, path: &'a str) -> (&'a str, Option<Offer>, Option<Predefined<'a>>) {
        let shape = match self.predefined {
            true => path::shape(path, self.default(), |name, case| self.named(name, case)),
            false => Shape::Ordinary,
        };
        match shape {
            Shape::Predefined(route, path) => (path, None, Some(route)),
            Shape::UnknownFormat => (path, None, None),
            Shape::Ordinary => match self.suffix(path) {
                Some((path, offer)) => (path, Some(offer), None),
                None => (path, None, None),
            },
        }
    }

    fn suffix<'a>(&self, path: &'a str) -> Option<(&'a str, Offer)> {
        let (path, name) = path::suffix(path).filter(|_| self.suffixes)?;
        Some((path, self.named(name, Case::Exact)?))
    }

    /// http.md, section 2, steps 3 and following.
    fn without_suffix<'a>(
        &self,
        request: &Request<'a>,
        has_callback: bool,
        predefined: Option<&Predefined<'_>>,
    ) -> Result<Decision<'a>, Refusal> {
        if has_callback && let Some(json) = self.in_order().find(Offer::is_json) {
            return Ok(Decision::new(json, Reason::Callback));
        }
        let mut formats = query::values(request.query, "format");
        let format = formats.next();
        // A repeated one is ignored.
        if let (Some(format), None) = (format, formats.next()) {
            let name = Decoded::query(format).take_while(|&byte| byte != b'.');
            if let Some(offer) = self.named(name, Case::Ignored) {
                return Ok(Decision::new(offer, Reason::Format));
            }
        }
        if let Some(route) = predefined {
            return Ok(Decision::new(route.offer, Reason::Route));
        }
        match self.policy {
            Policy::ServiceStack => Ok(servicestack::decide(self, request, format.is_some())),
            Policy::Default(_) | Policy::Strict => rfc::decide(self, request),
        }
    }

    /// The call around the body. The policies of HTTP's own wrap JSON alone.
    fn wrapper<'a>(
        &self,
        callback: Option<Cow<'a, str>>,
        offer: &Offer,
    ) -> Result<Option<Jsonp<'a>>, Refusal> {
        let is_careful = self.policy != Policy::ServiceStack;
        let Some(name) = callback.filter(|_| self.jsonp && (!is_careful || offer.is_json())) else {
            return Ok(None);
        };
        // One byte is one character in a name.
        if is_careful && name.len() > MAX_NAME {
            return Err(Refusal::CallbackTooLong);
        }
        Ok(Some(Jsonp::new(name, is_careful)))
    }

    /// The default format.
    pub(crate) fn default(&self) -> Offer {
        match self.policy {
            Policy::Default(offer) => offer,
            _ => self
                .default
                .or(self.offers.first().copied())
                .unwrap_or(Offer::JSON),
        }
    }

    /// The offers in the server's order, its default first.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = Offer> + use<'o> {
        let default = self.default();
        let offers = self.offers.iter().copied();
        let others = offers.filter(move |offer| offer.name() != default.name());
        core::iter::once(default).chain(others)
    }

    #[cfg(feature = "axum")]
    pub(crate) fn policy(&self) -> Policy {
        self.policy
    }

    /// The offer that a `Content-Type` means.
    #[cfg(feature = "axum")]
    pub(crate) fn offer_of(&self, content_type: &str) -> Option<Offer> {
        self.in_order()
            .find(|offer| offer.is_named_by(content_type))
    }

    pub(super) fn is_off(&self, offer: &Offer) -> bool {
        self.switched_off.contains(&offer.name())
    }

    /// The offer of a name, percent-decoded.
    fn named(&self, name: impl Iterator<Item = u8> + Clone, case: Case) -> Option<Offer> {
        self.in_order().find(|offer| match case {
            Case::Exact => name.clone().eq(offer.name().bytes()),
            Case::Ignored => query::eq_ignoring_case(name.clone(), offer.name().bytes()),
        })
    }
}
