//! The variables of a request's path.

use axum::{
    extract::{
        FromRequestParts, MatchedPath, NestedPath, RawPathParams, rejection::RawPathParamsRejection,
    },
    http::request::Parts,
};
use jsv::{
    adapter,
    http::ServiceError,
    query::{BindError, Binder},
};
use percent_encoding::percent_decode_str;

use crate::body;

/// Adds the variables of the path. The request's name is told if one of them is not UTF-8.
pub(crate) async fn add(
    parts: &mut Parts,
    binder: &mut Binder,
    request: &str,
) -> Result<(), ServiceError> {
    let variables = match RawPathParams::from_request_parts(parts, &()).await {
        Ok(variables) => variables,
        Err(RawPathParamsRejection::InvalidUtf8InPathParam(invalid)) => {
            return Err(match undecodable(parts) {
                Some(variable) => ServiceError::binding(request, &variable),
                None => body::unreadable(invalid),
            });
        }
        // The handler is not in a router.
        Err(_) => return Ok(()),
    };
    for (name, value) in &variables {
        binder.path(name, value);
    }
    Ok(())
}

/// The first variable that does not decode to UTF-8, as it was sent. Not found are those of a path
/// that a router is nested at, which axum has taken off.
fn undecodable(parts: &Parts) -> Option<BindError> {
    let matched = parts.extensions.get::<MatchedPath>()?.as_str();
    let nested = parts.extensions.get::<NestedPath>();
    let nested = nested.map(NestedPath::as_str).unwrap_or_default();
    let template = matched.strip_prefix(nested)?.strip_prefix('/')?;
    let mut path = parts.uri.path().strip_prefix('/')?;
    for segment in template.split('/') {
        let wildcard = segment.strip_prefix("{*");
        if let Some(name) = wildcard.and_then(|name| name.strip_suffix('}')) {
            return refused(name, path.to_owned());
        }
        let (sent, rest) = path.split_once('/').unwrap_or((path, ""));
        path = rest;
        let name = segment
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'));
        let refused = name.and_then(|name| refused(name, sent.to_owned()));
        if refused.is_some() {
            return refused;
        }
    }
    None
}

/// A variable, if it does not decode to UTF-8.
fn refused(name: &str, sent: String) -> Option<BindError> {
    let decoded: Vec<u8> = percent_decode_str(&sent).collect();
    let error = adapter::text_of(&decoded).err()?;
    Some(BindError::of_value(name, sent, error))
}
