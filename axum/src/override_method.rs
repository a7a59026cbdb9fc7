//! `X-Http-Method-Override`: the method of a request whose sender can send GET and POST alone
//! (http.md, section 8).

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{FromRequest, Multipart, Request},
    http::{Extensions, HeaderMap, HeaderValue, Method, header},
};
use jsv::query;

use crate::{
    content::{self, Kind},
    read_ahead::ReadAhead,
};

pub(crate) const NAME: &str = "X-Http-Method-Override";

/// The greatest form that is looked into, in bytes: that of axum's `DefaultBodyLimit`.
const MAX_FORM: usize = 2 << 20;

/// The method that a request was sent with, in the extensions of one that has another.
#[derive(Clone)]
struct Sent(Method);

/// The method that a request was sent with.
pub(crate) fn sent_method<'r>(method: &'r Method, extensions: &'r Extensions) -> &'r Method {
    match extensions.get::<Sent>() {
        Some(Sent(method)) => method,
        None => method,
    }
}

/// The request with the method that its header, its query or its form asks for, in this order.
///
/// A form that breaks off, or is longer than what is looked into, overrides nothing. It is passed on
/// as it came.
pub(crate) async fn overridden(request: Request) -> Request {
    let header = request.headers().get(NAME);
    let header = header.and_then(|value| method(value.to_str().ok()?));
    let named = header.or_else(|| in_pairs(request.uri().query()?));
    if named.is_some() || !may_name_one(&request) {
        return with_method(request, named);
    }
    let (parts, body) = request.into_parts();
    let body = ReadAhead::new(body, MAX_FORM).await;
    let named = match body.whole() {
        Some(form) => in_form(&parts.headers, form).await,
        None => None,
    };
    with_method(Request::from_parts(parts, body.into_body()), named)
}

fn with_method(mut request: Request, named: Option<Method>) -> Request {
    if let Some(named) = named {
        let sent = std::mem::replace(request.method_mut(), named);
        request.extensions_mut().insert(Sent(sent));
    }
    request
}

/// Whether the body is a form that is looked into.
fn may_name_one(request: &Request) -> bool {
    let headers = request.headers();
    content::may_have_form(request.method())
        && matches!(Kind::of(headers), Kind::Form | Kind::Multipart)
        && content::refusal(headers).is_none()
        && request.body().size_hint().lower() <= MAX_FORM as u64
}

async fn in_form(headers: &HeaderMap, form: &Bytes) -> Option<Method> {
    match headers.get(header::CONTENT_TYPE) {
        Some(content_type) if Kind::of(headers) == Kind::Multipart => {
            in_parts(content_type, form.clone()).await
        }
        _ => in_pairs(std::str::from_utf8(form).ok()?),
    }
}

/// The method that a query or form names.
fn in_pairs(pairs: &str) -> Option<Method> {
    method(&query::first_value(pairs, NAME)?)
}

/// The method that a form in parts names.
async fn in_parts(content_type: &HeaderValue, form: Bytes) -> Option<Method> {
    let mut request = Request::new(Body::from(form));
    let headers = request.headers_mut();
    headers.insert(header::CONTENT_TYPE, content_type.clone());
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    while let Some(field) = parts.next_field().await.ok()? {
        let name = field.name().filter(|_| field.file_name().is_none());
        if name.is_none_or(|name| !name.eq_ignore_ascii_case(NAME)) {
            continue;
        }
        let value = field.bytes().await.ok()?;
        if !value.is_empty() {
            return method(std::str::from_utf8(&value).ok()?);
        }
    }
    None
}

/// The method of a name. An empty name has none, and neither have those whose responses have no
/// body.
fn method(name: &str) -> Option<Method> {
    let method = Method::from_bytes(name.as_bytes()).ok()?;
    (!matches!(method, Method::HEAD | Method::CONNECT)).then_some(method)
}
