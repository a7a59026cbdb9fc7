//! [`Settings`]: what an application says once about its answers and requests.

use std::sync::Arc;

use jsv::{
    Format, Options, Result,
    negotiate::{Negotiator, Offer},
};

use crate::deferred::Encodable;

/// The settings of a [`NegotiateLayer`](crate::NegotiateLayer), which every request and answer looks at.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) negotiator: Negotiator<'static>,
    pub(crate) options: Options,
    pub(crate) overrides_method: bool,
    pub(crate) tells_internals: bool,
    encoders: Vec<(Offer, Encoder)>,
}

pub(crate) type Encoder = Arc<dyn Fn(&Encodable<'_>) -> Result<Vec<u8>> + Send + Sync>;

impl Settings {
    pub(crate) fn new(negotiator: Negotiator<'static>) -> Self {
        Self {
            negotiator,
            options: Options::servicestack(),
            overrides_method: false,
            tells_internals: false,
            encoders: Vec::new(),
        }
    }

    pub(crate) fn add_encoder(&mut self, offer: Offer, encoder: Encoder) {
        self.encoders
            .retain(|(known, _)| known.name() != offer.name());
        self.encoders.push((offer, encoder));
    }

    /// How an offer is encoded; `None` if the application does not say.
    pub(crate) fn encoding(&self, offer: &Offer) -> Option<Encoding<'_>> {
        let own = self.encoders.iter();
        let mut own = own.filter(|(known, _)| known.name() == offer.name());
        match (own.next(), offer.format()) {
            (Some((_, encoder)), _) => Some(Encoding::Own(encoder)),
            (None, Some(format)) => Some(Encoding::Format(format)),
            (None, None) => None,
        }
    }
}

/// How a value becomes a body.
pub(crate) enum Encoding<'s> {
    Format(Format),
    Own(&'s Encoder),
}
