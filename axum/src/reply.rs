//! What a handler answers: [`Reply`] and [`Raw`].

use std::sync::Arc;

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::deferred;

/// A value as an answer, encoded once, in the format that the request wants.
///
/// Status and headers stand beside it as with any answer of axum: `(StatusCode::CREATED,
/// [(LOCATION, "/licenses/7")], Reply(license))`. A `Content-Type` that names a format of the
/// server is stronger than the request; under any other the value is JSON. Nothing (`None`, `()`)
/// has no body and no type, and is a 204 in place of a 200; to HEAD and OPTIONS it stays a 200
/// (http.md, section 7).
///
/// ```
/// use axum::http::StatusCode;
/// use jsv_axum::Reply;
///
/// async fn create() -> (StatusCode, Reply<Vec<i32>>) {
///     (StatusCode::CREATED, Reply(vec![1, 2]))
/// }
/// ```
///
/// Without a [`NegotiateLayer`](crate::NegotiateLayer) around the handler the answer is JSON, encoded while it
/// is sent: a value that cannot be written breaks it off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reply<T>(pub T);

/// A body that goes out as it is, under the type that the request wants: what a ServiceStack
/// service answers that returns a `string`, `byte[]` or `Stream` (http.md, section 7).
///
/// A `Content-Type` set beside it stands.
///
/// ```
/// use jsv_axum::Raw;
///
/// async fn stored() -> Raw {
///     Raw::text("{Id:7}") // `application/jsv; charset=utf-8`, if that is what the request wants
/// }
/// ```
#[derive(Debug)]
pub struct Raw {
    body: Body,
    is_text: bool,
}

impl Raw {
    /// A text. Its type gets `; charset=utf-8`.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            body: Body::from(text.into()),
            is_text: true,
        }
    }

    /// Bytes or a stream, which is passed on as it comes.
    ///
    /// ```
    /// use jsv_axum::Raw;
    ///
    /// let _ = Raw::body(vec![1, 2, 3]);
    /// ```
    pub fn body(body: impl Into<Body>) -> Self {
        Self {
            body: body.into(),
            is_text: false,
        }
    }
}

impl<T> From<T> for Reply<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Serialize + Send + Sync + 'static> IntoResponse for Reply<T> {
    fn into_response(self) -> Response {
        deferred::of_value(Arc::new(self.0))
    }
}

impl IntoResponse for Raw {
    fn into_response(self) -> Response {
        deferred::of_raw(self.body, self.is_text)
    }
}
