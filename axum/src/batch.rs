//! A list of requests that are answered together (http.md, section 5).

use std::{sync::Arc, vec};

use axum::{
    body::Body,
    extract::Request as HttpRequest,
    handler::Handler,
    http::{HeaderName, HeaderValue, request::Parts},
    response::Response,
};
use jsv::{Format, Options, Result, http::ServiceError};

use crate::{
    deferred::{self, Deferred, Encode},
    request::Bound,
};

/// How many requests of a list were done.
const COMPLETED: HeaderName = HeaderName::from_static("x-autobatch-completed");

/// The member of `ResponseStatus.Meta` that says which request of a list has failed.
const INDEX: &str = "AutoBatchIndex";

/// Calls a handler with each DTO in order, and answers the list of its values; or the first answer
/// that is an error.
pub(crate) async fn answer<T, H, M, S>(
    handler: H,
    parts: &Parts,
    dtos: Vec<T>,
    state: S,
) -> Response
where
    T: Send + 'static,
    H: Handler<M, S>,
    S: Clone,
{
    let mut values = Vec::with_capacity(dtos.len());
    for (index, dto) in dtos.into_iter().enumerate() {
        let mut parts = parts.clone();
        parts.extensions.insert(Bound::new(dto));
        let request = HttpRequest::from_parts(parts, Body::empty());
        let response = handler.clone().call(request, state.clone()).await;
        match value(response, index) {
            Ok(value) => values.push(value),
            Err(response) => return completed(*response, index),
        }
    }
    let count = values.len();
    let response = deferred::of_value(Arc::new(Values(values)));
    match count {
        0 => response,
        _ => completed(response, count),
    }
}

/// The value in a response; or the response that ends the list: an error, whatever its body is.
fn value(mut response: Response, index: usize) -> Result<Arc<dyn Encode>, Box<Response>> {
    let is_success = response.status().is_success();
    let deferred = response.extensions_mut().remove::<Deferred>();
    let deferred = match deferred {
        Some(Deferred::Value(waiting)) if is_success => return Ok(waiting.value),
        Some(Deferred::Error(error, waiting)) => {
            let error = error.with_meta(INDEX, index.to_string());
            Some(Deferred::Error(error, waiting))
        }
        _ if is_success => {
            let error = ServiceError::internal("a handler in a list answers with a `Reply`");
            return Err(Box::new(deferred::of_error(error)));
        }
        other => other,
    };
    if let Some(deferred) = deferred {
        response.extensions_mut().insert(deferred);
    }
    Err(Box::new(response))
}

fn completed(mut response: Response, count: usize) -> Response {
    let headers = response.headers_mut();
    headers.insert(COMPLETED, HeaderValue::from(count));
    response
}

/// The values of a list, each encoded by itself.
struct Values(Vec<Arc<dyn Encode>>);

impl Encode for Values {
    fn encode(&self, format: Format, options: &Options) -> Result<Vec<u8>> {
        let mut list = vec![b'['];
        for (index, value) in self.0.iter().enumerate() {
            if index > 0 {
                list.push(b',');
            }
            list.extend(value.encode(format, options)?);
        }
        list.push(b']');
        Ok(list)
    }

    fn is_nothing(&self) -> bool {
        false
    }
}
