//! The answer to a negotiated request: encoding what a handler has left to be encoded, and the
//! headers that say so.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use http_body::Body as _;
use jsv::{
    Format, Result,
    http::{Origin, ServiceError},
    negotiate::{Jsonp, Offer, Policy, Refusal},
};

use crate::{
    deferred::{self, Deferred, Encodable, Encode, ErrorBody, Waiting},
    negotiated::Negotiated,
    settings::{Encoding, Settings},
    wrapped::Wrapped,
};

const ACCEPT: HeaderValue = HeaderValue::from_static("Accept");
const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");

/// Finishes a response: encodes it if it is to be encoded, and sets its headers.
pub(crate) fn answered(
    mut response: Response,
    negotiated: &Negotiated,
    method: &Method,
) -> Response {
    let deferred = response.extensions_mut().remove::<Deferred>();
    let is_servicestack = negotiated.settings().negotiator.policy() == Policy::ServiceStack;
    let varies = match deferred {
        Some(_) => negotiated.varies(),
        None => {
            let is_of_handler = !is_of_router(&response);
            is_of_handler && (is_servicestack || negotiated.varies() && negotiated.was_looked_at())
        }
    };
    if varies {
        add_vary(response.headers_mut());
    }
    let mut answer = Answer {
        response,
        negotiated,
        method,
    };
    match deferred {
        Some(Deferred::Value(waiting)) => answer.value(&waiting),
        Some(Deferred::Error(error, waiting)) => answer.error(error, &waiting),
        Some(Deferred::Raw(is_text)) => answer.raw(is_text),
        None => {}
    }
    answer.response
}

/// Whether a response is the router's own 404 or 405, as far as can be seen: it says nothing.
fn is_of_router(response: &Response) -> bool {
    matches!(
        response.status(),
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED
    ) && !response.headers().contains_key(header::CONTENT_TYPE)
        && response.body().is_end_stream()
}

/// The answer to a request for an operation that does not exist. No method is allowed.
pub(crate) fn unknown_operation() -> Response {
    let error = ServiceError::not_implemented("The operation does not exist for this service");
    let mut response = deferred::of_error(error.with_origin(Origin::Binding));
    let none = HeaderValue::from_static("");
    response.headers_mut().insert(header::ALLOW, none);
    response
}

/// The answer to a request that no format was found for.
pub(crate) fn refused(refusal: &Refusal, settings: &Settings) -> Response {
    let mut response = Response::default();
    if let Refusal::SwitchedOff { offer, vary } = refusal {
        *response.status_mut() = StatusCode::FORBIDDEN;
        set_type(
            &mut response,
            HeaderValue::from_static(offer.content_type()),
        );
        if *vary {
            add_vary(response.headers_mut());
        }
        return response;
    }
    let error = ServiceError::from(refusal.clone());
    let offer = settings.negotiator.in_order().next();
    let format = offer
        .and_then(|offer| offer.format())
        .unwrap_or(Format::Json);
    let body = ErrorBody::of(&error, settings.tells_internals);
    *response.status_mut() = error.status();
    set_type(
        &mut response,
        HeaderValue::from_static(format.content_type()),
    );
    if matches!(refusal, Refusal::NotAcceptable { .. }) {
        add_vary(response.headers_mut());
    }
    *response.body_mut() = body
        .encode(format, &settings.options)
        .map(Body::from)
        .unwrap_or_default();
    response.extensions_mut().insert(error);
    response
}

/// A response that is being finished.
struct Answer<'n> {
    response: Response,
    negotiated: &'n Negotiated,
    method: &'n Method,
}

/// What a value was encoded to.
struct Encoded {
    body: Vec<u8>,
    content_type: HeaderValue,
    is_json: bool,
    is_nothing: bool,
}

impl Answer<'_> {
    fn value(&mut self, waiting: &Waiting) {
        if self.is_taken(waiting) {
            return;
        }
        let encoded = match self.encoded(&*waiting.value) {
            Ok(encoded) => encoded,
            Err(error) => {
                let error = ServiceError::internal(error);
                *self.response.status_mut() = error.status();
                return self.error(error, waiting);
            }
        };
        let status = self.response.status();
        if encoded.is_nothing && status.is_success() && status != StatusCode::NO_CONTENT {
            let is_for_headers = matches!(*self.method, Method::HEAD | Method::OPTIONS);
            if status == StatusCode::OK && !is_for_headers {
                *self.response.status_mut() = StatusCode::NO_CONTENT;
            }
            self.response.headers_mut().remove(header::CONTENT_TYPE);
            return self.set_body(Vec::new(), waiting);
        }
        let has_own_type = self.own_type().is_some();
        set_type(&mut self.response, encoded.content_type);
        let body = match self.jsonp(encoded.is_json, has_own_type) {
            Some(jsonp) if !self.is_without_body() => self.wrapped(&jsonp, &encoded.body),
            _ => encoded.body,
        };
        self.set_body(body, waiting);
    }

    /// Answers an error, with the status that the response has.
    fn error(&mut self, error: ServiceError, waiting: &Waiting) {
        if self.is_taken(waiting) {
            return;
        }
        let body = ErrorBody::of(&error, self.negotiated.settings().tells_internals);
        self.response.headers_mut().remove(header::CONTENT_TYPE);
        // An object that has nothing but texts is written in any format; an encoder of the
        // application's own may fail.
        let encoded = self.encoded(&body).unwrap_or_else(|_| Encoded {
            body: Vec::new(),
            content_type: self.negotiated.content_type().clone(),
            is_json: false,
            is_nothing: true,
        });
        set_type(&mut self.response, encoded.content_type);
        let body = match self.jsonp(encoded.is_json, false) {
            Some(jsonp) => {
                // A script does not run unless its status is 200 (http.md, section 4).
                let is_of_binding = matches!(
                    self.response.status(),
                    StatusCode::BAD_REQUEST | StatusCode::METHOD_NOT_ALLOWED
                );
                if error.origin() == Origin::Binding && is_of_binding {
                    *self.response.status_mut() = StatusCode::OK;
                    let content_type = HeaderValue::from_static(jsonp.content_type());
                    set_type(&mut self.response, content_type);
                }
                self.wrapped(&jsonp, &encoded.body)
            }
            None => encoded.body,
        };
        self.set_body(body, waiting);
        self.response.extensions_mut().insert(error);
    }

    fn raw(&mut self, is_text: bool) {
        let own = self.own_type();
        let is_json = match &own {
            Some(own) => self.offer_of(own).is_some_and(|offer| is_json(&offer)),
            None => is_json(&self.negotiated.offer()),
        };
        let has_own_type = own.is_some();
        if !has_own_type {
            let content_type = self.negotiated.content_type();
            let content_type = match is_text {
                true => with_charset(content_type),
                false => content_type.clone(),
            };
            set_type(&mut self.response, content_type);
        }
        if self.is_without_body() {
            return self.replace_body(Vec::new());
        }
        let is_coded = self.is_coded();
        let Some(jsonp) = self.jsonp(is_json, has_own_type).filter(|_| !is_coded) else {
            return;
        };
        if jsonp.nosniff() {
            self.set_nosniff();
        }
        let body = std::mem::take(self.response.body_mut());
        let body = Wrapped::new(&jsonp, body);
        let headers = self.response.headers_mut();
        // The length of what HEAD does not send is known only without the call.
        match body
            .size_hint()
            .exact()
            .filter(|_| *self.method != Method::HEAD)
        {
            Some(length) => headers.insert(header::CONTENT_LENGTH, length.into()),
            None => headers.remove(header::CONTENT_LENGTH),
        };
        *self.response.body_mut() = match *self.method {
            Method::HEAD => Body::empty(),
            _ => Body::new(body),
        };
    }

    /// Whether a layer within has read the body and made another of it, which was JSON then.
    fn is_taken(&mut self, waiting: &Waiting) -> bool {
        // The router has dropped the body of an answer to HEAD.
        let is_taken = !waiting.is_unread() && *self.method != Method::HEAD;
        if is_taken && self.own_type().is_none() {
            let content_type = HeaderValue::from_static(Format::Json.content_type());
            set_type(&mut self.response, content_type);
        }
        is_taken
    }

    /// The `Content-Type` that the handler has set.
    fn own_type(&self) -> Option<HeaderValue> {
        let own = self.response.headers().get(header::CONTENT_TYPE);
        own.filter(|own| !deferred::is_unset(own)).cloned()
    }

    fn offer_of(&self, content_type: &HeaderValue) -> Option<Offer> {
        let content_type = content_type.to_str().ok()?;
        self.negotiated.settings().negotiator.offer_of(content_type)
    }

    /// Encodes a value in the format that the handler has set, else in the negotiated one. What
    /// nobody knows how to encode is JSON.
    fn encoded(&self, value: &dyn Encode) -> Result<Encoded> {
        let settings = self.negotiated.settings();
        let own = self.own_type();
        let offer = match &own {
            Some(own) => self.offer_of(own),
            None => Some(self.negotiated.offer()),
        };
        let encoding = offer.and_then(|offer| settings.encoding(&offer));
        let is_unknown = encoding.is_none();
        let (body, is_nothing) = match encoding {
            Some(Encoding::Own(encoder)) => (encoder(&Encodable(value))?, value.is_nothing()),
            Some(Encoding::Format(Format::Jsv)) => {
                let body = value.encode(Format::Jsv, &settings.options)?;
                let is_nothing = body.is_empty();
                (body, is_nothing)
            }
            Some(Encoding::Format(Format::Json)) | None => {
                let body = value.encode(Format::Json, &settings.options)?;
                let is_nothing = body == b"null";
                (body, is_nothing)
            }
        };
        let content_type = match own {
            Some(own) => own,
            None if is_unknown => HeaderValue::from_static(Format::Json.content_type()),
            None => self.negotiated.content_type().clone(),
        };
        Ok(Encoded {
            body,
            content_type,
            is_json: is_unknown || offer.is_some_and(|offer| is_json(&offer)),
            is_nothing,
        })
    }

    /// The call around the body. The policies of HTTP's own wrap JSON alone, and nothing of which
    /// the handler has set the type.
    fn jsonp(&self, is_json: bool, has_own_type: bool) -> Option<Jsonp<'static>> {
        let jsonp = self.negotiated.jsonp()?;
        (!jsonp.nosniff() || is_json && !has_own_type).then(|| jsonp.clone())
    }

    fn wrapped(&mut self, jsonp: &Jsonp<'_>, body: &[u8]) -> Vec<u8> {
        if jsonp.nosniff() {
            self.set_nosniff();
        }
        jsonp.wrap(body)
    }

    fn set_nosniff(&mut self) {
        let headers = self.response.headers_mut();
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    }

    /// Whether an answer of this status has no body (RFC 9110, section 15).
    fn is_without_body(&self) -> bool {
        matches!(
            self.response.status(),
            StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::NOT_MODIFIED
        )
    }

    /// Whether a layer within encodes the body once more, as one that compresses does.
    fn is_coded(&self) -> bool {
        let headers = self.response.headers();
        headers.contains_key(header::CONTENT_ENCODING)
    }

    fn set_body(&mut self, body: Vec<u8>, waiting: &Waiting) {
        if self.is_without_body() || body.is_empty() {
            return self.replace_body(Vec::new());
        }
        if *self.method == Method::HEAD || !waiting.is_unread() {
            let is_coded = self.is_coded();
            let length = body.len();
            *self.response.body_mut() = match *self.method {
                Method::HEAD => Body::empty(),
                _ => body.into(),
            };
            return self.set_length(Some(length as u64).filter(|_| !is_coded));
        }
        waiting.set(body.into());
        // Unless a layer within makes another body of this one, its length is known.
        let length = self.response.body().size_hint().exact();
        self.set_length(length);
    }

    fn replace_body(&mut self, body: Vec<u8>) {
        self.response.headers_mut().remove(header::CONTENT_ENCODING);
        let length = body.len() as u64;
        *self.response.body_mut() = body.into();
        let has_length = self.response.status() != StatusCode::NO_CONTENT;
        self.set_length(Some(length).filter(|_| has_length));
    }

    fn set_length(&mut self, length: Option<u64>) {
        let is_connected = *self.method == Method::CONNECT && self.response.status().is_success();
        let headers = self.response.headers_mut();
        match length.filter(|_| !is_connected) {
            Some(length) => headers.insert(header::CONTENT_LENGTH, length.into()),
            None => headers.remove(header::CONTENT_LENGTH),
        };
    }
}

fn is_json(offer: &Offer) -> bool {
    offer.name() == Offer::JSON.name()
}

fn set_type(response: &mut Response, content_type: HeaderValue) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, content_type);
}

/// Adds `Accept` to `Vary`, unless it is there.
fn add_vary(headers: &mut HeaderMap) {
    let lines = headers.get_all(header::VARY).iter();
    let mut names = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim);
    if !names.any(|name| name == "*" || name.eq_ignore_ascii_case("Accept")) {
        headers.append(header::VARY, ACCEPT);
    }
}

/// A `Content-Type` with the charset of texts, unless it has one.
fn with_charset(content_type: &HeaderValue) -> HeaderValue {
    let text = content_type.to_str().unwrap_or_default();
    if text.to_ascii_lowercase().contains("charset=") {
        return content_type.clone();
    }
    let text = [text, "; charset=utf-8"].concat();
    HeaderValue::from_str(&text).unwrap_or_else(|_| content_type.clone())
}
