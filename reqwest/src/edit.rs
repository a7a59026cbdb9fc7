//! Editing a request inside of its builder, with an error kept until it is sent.

use std::fmt;

use jsv::{Format, Options};
use reqwest::{
    Body, Request, RequestBuilder,
    header::{CONTENT_TYPE, HeaderValue},
};
use serde::ser::{self, Serialize, Serializer};

/// The media type by which requests name a format.
pub(crate) fn media_type(format: Format) -> HeaderValue {
    HeaderValue::from_static(match format {
        Format::Json => "application/json",
        Format::Jsv => "application/jsv",
    })
}

pub(crate) fn set_body<T: Serialize + ?Sized>(
    request: &mut Request,
    format: Format,
    value: &T,
    options: &Options,
) -> Result<(), Deferred> {
    let body = format.to_vec(value, options)?;
    let headers = request.headers_mut();
    headers
        .entry(CONTENT_TYPE)
        .or_insert_with(|| media_type(format));
    *request.body_mut() = Some(body.into());
    Ok(())
}

/// The builder with its request edited, or with the error of that. The body that it has is dropped.
pub(crate) fn edited(
    builder: RequestBuilder,
    edit: impl FnOnce(&mut Request) -> Result<(), Deferred>,
) -> RequestBuilder {
    // A builder that holds an error cannot be made again from its parts. A clone tells: there is one
    // of every request but of those with a stream as body.
    let builder = builder.body(Body::default());
    let Some((client, Ok(mut request))) = builder.try_clone().map(RequestBuilder::build_split)
    else {
        return builder;
    };
    *request.body_mut() = None;
    match edit(&mut request) {
        Ok(()) => RequestBuilder::from_parts(client, request),
        Err(error) => deferred(builder, error),
    }
}

/// The builder with an error, unless it has one already.
pub(crate) fn deferred(builder: RequestBuilder, error: Deferred) -> RequestBuilder {
    builder.json(&error)
}

/// The text of an error. reqwest makes errors of its own alone, but of whatever a value says that
/// cannot be serialized.
pub(crate) struct Deferred(String);

impl<E: fmt::Display> From<E> for Deferred {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl Serialize for Deferred {
    fn serialize<S: Serializer>(&self, _serializer: S) -> Result<S::Ok, S::Error> {
        Err(ser::Error::custom(&self.0))
    }
}
