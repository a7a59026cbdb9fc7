//! How a [`Negotiator`] chooses: the rules that all policies share. What a URL says is stronger than
//! what a header says.

use alloc::borrow::Cow;

use super::{
    choice::{Choice, Decision, Reason, Refusal},
    head::Head,
    jsonp::{self, Jsonp, MAX_NAME},
    negotiator::Negotiator,
    offer::Offer,
    path::{self, Case, Predefined, Shape},
    policy::Policy,
    query::{self, Decoded},
    rfc, servicestack,
};

impl Negotiator<'_> {
    /// Chooses the format of the answer to a request.
    ///
    /// # Errors
    ///
    /// A [`Refusal`]: a format that is switched off; under the policies `Default` and `Strict` a
    /// JSONP name of more than 128 characters; under `Strict` nothing acceptable.
    ///
    /// ```
    /// use jsv::negotiate::{Head, Negotiator, Offer, Policy};
    ///
    /// let negotiator = Negotiator::new(Policy::Default(Offer::JSON));
    /// let head = Head::new("/customers").accept("text/html, application/jsv;q=0.5");
    /// assert_eq!(negotiator.negotiate(&head)?.offer, Offer::JSV);
    /// # Ok::<(), jsv::negotiate::Refusal>(())
    /// ```
    pub fn negotiate<'a>(&self, head: &Head<'a>) -> Result<Choice<'a>, Refusal> {
        let callback = jsonp::callback_name(head.query);
        let (path, suffix, predefined) = self.read_path(head.path);
        let decision = match suffix {
            Some(offer) => Decision::new(offer, Reason::Suffix),
            None => self.without_suffix(head, callback.is_some(), predefined.as_ref())?,
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
        head: &Head<'a>,
        has_callback: bool,
        predefined: Option<&Predefined<'_>>,
    ) -> Result<Decision<'a>, Refusal> {
        if has_callback && let Some(json) = self.in_order().find(Offer::is_json) {
            return Ok(Decision::new(json, Reason::Callback));
        }
        let mut formats = query::values(head.query, "format");
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
            Policy::ServiceStack => Ok(servicestack::decide(self, head, format.is_some())),
            Policy::Default(_) | Policy::Strict => rfc::decide(self, head),
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

    /// The offer of a name, percent-decoded.
    fn named(&self, name: impl Iterator<Item = u8> + Clone, case: Case) -> Option<Offer> {
        self.in_order().find(|offer| match case {
            Case::Exact => name.clone().eq(offer.name().bytes()),
            Case::Ignored => query::eq_ignoring_case(name.clone(), offer.name().bytes()),
        })
    }
}
