//! [`Negotiated`]: what was found out about a request, for handlers and for its answer.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use jsv::{
    Format, Options,
    http::ServiceError,
    negotiate::{self, Choice, Jsonp, Negotiator, Offer, Predefined, Refusal},
};

use crate::{error::Error, settings::Settings};

/// The format of the answer that was chosen for a request, as a handler may want to know it: to
/// answer a page of its own to a browser, say.
///
/// ```
/// use axum::response::{Html, IntoResponse, Response};
/// use jsv_axum::{Negotiated, Reply};
///
/// async fn customers(negotiated: Negotiated) -> Response {
///     match negotiated.format() {
///         Some(_) => Reply(vec!["Acme"]).into_response(),
///         None => Html("<li>Acme").into_response(),
///     }
/// }
/// ```
///
/// It is there where a [`NegotiateLayer`](crate::NegotiateLayer) is around the handler; without one the
/// extractor answers 500, `Option<Negotiated>` is `None`.
#[derive(Clone)]
pub struct Negotiated(Arc<Inner>);

struct Inner {
    settings: Arc<Settings>,
    offer: Offer,
    content_type: HeaderValue,
    vary: bool,
    jsonp: Option<Jsonp<'static>>,
    predefined: Option<Predefined<'static>>,
    path: String,
    /// Whether the handler was told.
    was_looked_at: AtomicBool,
}

impl Negotiated {
    pub(crate) fn new(settings: &Arc<Settings>, path: &str, choice: Choice<'_>) -> Self {
        let of_offer = choice.offer.content_type();
        let content_type = match choice.content_type == of_offer {
            true => HeaderValue::from_static(of_offer),
            // That of a JSONP call, or of the request, which was a header's value, too.
            false => HeaderValue::from_str(choice.content_type)
                .unwrap_or(HeaderValue::from_static(of_offer)),
        };
        Self(Arc::new(Inner {
            settings: settings.clone(),
            offer: choice.offer,
            content_type,
            vary: choice.vary,
            jsonp: choice.jsonp.map(Jsonp::into_owned),
            predefined: choice.predefined.map(Predefined::into_owned),
            path: path.to_owned(),
            was_looked_at: AtomicBool::new(false),
        }))
    }

    /// The format, one of those that the server offers.
    pub fn offer(&self) -> Offer {
        self.0.offer
    }

    /// The format, if it is JSON or JSV.
    pub fn format(&self) -> Option<Format> {
        self.0.offer.format()
    }

    /// The `Content-Type` that the answer will have, JSONP considered.
    pub fn content_type(&self) -> &HeaderValue {
        &self.0.content_type
    }

    /// The path as it was sent, with its suffix. Routes and handlers see it without.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The options by which the server reads requests and writes answers.
    pub fn options(&self) -> &Options {
        &self.0.settings.options
    }

    /// The predefined route that the request came by, if it is one.
    pub fn predefined(&self) -> Option<&Predefined<'static>> {
        self.0.predefined.as_ref()
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn jsonp(&self) -> Option<&Jsonp<'static>> {
        self.0.jsonp.as_ref()
    }

    pub(crate) fn varies(&self) -> bool {
        self.0.vary
    }

    /// Whether a handler was told, so that its answer may depend on it.
    pub(crate) fn was_looked_at(&self) -> bool {
        self.0.was_looked_at.load(Ordering::Relaxed)
    }

    /// The same, for a handler.
    fn of_request(parts: &Parts) -> Option<Self> {
        let found = parts.extensions.get::<Self>()?;
        found.0.was_looked_at.store(true, Ordering::Relaxed);
        Some(found.clone())
    }
}

impl fmt::Debug for Negotiated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Negotiated")
            .field("offer", &self.0.offer)
            .field("content_type", &self.0.content_type)
            .field("path", &self.0.path)
            .finish_non_exhaustive()
    }
}

/// Negotiates a request.
pub(crate) fn negotiate<'a>(
    negotiator: &Negotiator<'static>,
    path: &'a str,
    query: &'a str,
    headers: &'a HeaderMap,
    accept: &'a [&'a [u8]],
) -> Result<Choice<'a>, Refusal> {
    let content_type = headers.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    let head = negotiate::Head::new(path)
        .query(query)
        .accept(accept)
        .content_type(content_type.unwrap_or_default());
    negotiator.negotiate(&head)
}

impl<S: Send + Sync> FromRequestParts<S> for Negotiated {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let missing = || ServiceError::internal("no `NegotiateLayer` is around this handler");
        Ok(Self::of_request(parts).ok_or_else(missing)?)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Negotiated {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Error> {
        Ok(Self::of_request(parts))
    }
}
