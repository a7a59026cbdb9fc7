//! [`Negotiator`]: the settings of a server. How a format is chosen by them is in `rules`.

use super::{
    offer::{OFFERS, Offer},
    policy::Policy,
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
/// use jsv::negotiate::{Head, Negotiator, Offer, Policy};
///
/// const PAGE: Offer = Offer::new("html", "text/html");
/// const SERVER: Negotiator =
///     Negotiator::new(Policy::ServiceStack).offers(&[PAGE, Offer::JSON, Offer::JSV]);
///
/// let choice = SERVER.negotiate(&Head::new("/customers"))?;
/// assert_eq!(choice.offer, PAGE);
/// # Ok::<(), jsv::negotiate::Refusal>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Negotiator<'o> {
    pub(super) policy: Policy,
    offers: &'o [Offer],
    default: Option<Offer>,
    pub(super) suffixes: bool,
    pub(super) jsonp: bool,
    pub(super) predefined: bool,
    switched_off: &'o [&'o str],
    pub(super) plus_json: bool,
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
    /// use jsv::negotiate::{Head, Negotiator, Offer, Policy};
    ///
    /// const CSV: Offer = Offer::new("csv", "text/csv");
    /// let negotiator = Negotiator::new(Policy::Strict).offers(&[Offer::JSV, CSV]);
    /// assert_eq!(negotiator.negotiate(&Head::new("/customers.csv"))?.offer, CSV);
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
    /// use jsv::negotiate::{Head, Negotiator, Offer, Policy};
    ///
    /// let negotiator = Negotiator::new(Policy::ServiceStack).default_offer(Offer::JSV);
    /// assert_eq!(negotiator.negotiate(&Head::new("/customers"))?.offer, Offer::JSV);
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
    /// use jsv::negotiate::{Head, Negotiator, Policy};
    ///
    /// let negotiator = Negotiator::new(Policy::Strict).suffixes(false);
    /// let choice = negotiator.negotiate(&Head::new("/customers.jsv"))?;
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
    /// use jsv::negotiate::{Head, Negotiator, Policy, Reason};
    ///
    /// let negotiator = Negotiator::new(Policy::ServiceStack).jsonp(false);
    /// let choice = negotiator.negotiate(&Head::new("/customers").query("callback=show"))?;
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
    /// use jsv::negotiate::{Head, Negotiator, Offer, Policy};
    ///
    /// let head = Head::new("/api/customers").accept("application/jsv");
    /// let negotiator = Negotiator::new(Policy::Strict);
    /// assert_eq!(negotiator.negotiate(&head)?.offer, Offer::JSON);
    /// assert_eq!(negotiator.predefined(false).negotiate(&head)?.offer, Offer::JSV);
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
    /// use jsv::negotiate::{Head, Negotiator, Offer, Policy, Refusal};
    ///
    /// let negotiator = Negotiator::new(Policy::ServiceStack).switched_off(&["jsv"]);
    /// let head = Head::new("/customers").query("format=jsv");
    /// assert_eq!(
    ///     negotiator.negotiate(&head),
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
    /// use jsv::negotiate::{Head, Negotiator, Offer, Policy};
    ///
    /// let head = Head::new("/customers").accept("application/vnd.api+json");
    /// let negotiator = Negotiator::new(Policy::Strict);
    /// assert!(negotiator.negotiate(&head).is_err());
    /// assert_eq!(negotiator.plus_json(true).negotiate(&head)?.offer, Offer::JSON);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    #[must_use]
    pub const fn plus_json(mut self, plus_json: bool) -> Self {
        self.plus_json = plus_json;
        self
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
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy};
    ///
    /// let negotiator = Negotiator::new(Policy::Strict).default_offer(Offer::JSV);
    /// assert_eq!(negotiator.in_order().next(), Some(Offer::JSV));
    /// ```
    pub fn in_order(&self) -> impl Iterator<Item = Offer> + use<'o> {
        let default = self.default();
        let offers = self.offers.iter().copied();
        let others = offers.filter(move |offer| offer.name() != default.name());
        core::iter::once(default).chain(others)
    }

    /// The rules by which a format is chosen.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Policy};
    ///
    /// assert_eq!(Negotiator::new(Policy::Strict).policy(), Policy::Strict);
    /// ```
    pub fn policy(&self) -> Policy {
        self.policy
    }

    /// The offer that a `Content-Type` means, if there is one.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Offer, Policy};
    ///
    /// let negotiator = Negotiator::new(Policy::Strict);
    /// assert_eq!(negotiator.offer_of("text/jsv; charset=utf-8"), Some(Offer::JSV));
    /// ```
    pub fn offer_of(&self, content_type: &str) -> Option<Offer> {
        self.in_order()
            .find(|offer| offer.is_named_by(content_type))
    }

    pub(super) fn is_off(&self, offer: &Offer) -> bool {
        self.switched_off.contains(&offer.name())
    }
}
