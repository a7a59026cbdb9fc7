//! [`Deferred`]: what a response will have in its body, until the layer that knows the format
//! encodes it.
//!
//! The body of such a response waits: it gives what the layer puts into it, through whatever other
//! layers have put around it. If it is read before, by a layer within or because no layer comes, it
//! is JSON.

use std::{
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header::CONTENT_TYPE},
    response::Response,
};
use http_body::{Frame, SizeHint};
use jsv::{Format, Options, Result, adapter, http::ServiceError, operation::ResponseStatus};
use serde::Serialize;

/// What waits to be encoded, in the extensions of its response.
#[derive(Clone)]
pub(crate) enum Deferred {
    Value(Waiting),
    Error(ServiceError, Waiting),
    /// The body is there already; whether it is a text.
    Raw(bool),
}

/// A value that can be written, of any type.
pub(crate) trait Encode: Send + Sync {
    fn encode(&self, format: Format, options: &Options) -> Result<Vec<u8>>;

    /// Whether it is null.
    fn is_nothing(&self) -> bool;
}

impl<T: Serialize + Send + Sync> Encode for T {
    fn encode(&self, format: Format, options: &Options) -> Result<Vec<u8>> {
        format.to_vec(self, options)
    }

    fn is_nothing(&self) -> bool {
        adapter::is_null(self)
    }
}

/// A value that is not encoded yet, as an encoder of the application gets it.
///
/// See [`NegotiateLayer::encoder`](crate::NegotiateLayer::encoder).
pub struct Encodable<'a>(pub(crate) &'a dyn Encode);

impl Encodable<'_> {
    /// Encodes it in JSON or JSV.
    ///
    /// # Errors
    ///
    /// Those of [`Format::to_vec`].
    pub fn to_vec(&self, format: Format, options: &Options) -> Result<Vec<u8>> {
        self.0.encode(format, options)
    }
}

impl fmt::Debug for Encodable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encodable").finish_non_exhaustive()
    }
}

/// A value, and its place in the body of the response.
#[derive(Clone)]
pub(crate) struct Waiting {
    pub(crate) value: Arc<dyn Encode>,
    content: Arc<Mutex<Content>>,
}

/// What a body will give.
enum Content {
    /// Nobody has said: the value in JSON.
    Value,
    Encoded(Bytes),
    /// It was read or dropped.
    Gone,
}

impl Waiting {
    fn new(value: Arc<dyn Encode>) -> Self {
        let content = Arc::new(Mutex::new(Content::Value));
        Self { value, content }
    }

    /// Whether the body is still to be read.
    pub(crate) fn is_unread(&self) -> bool {
        !matches!(*locked(&self.content), Content::Gone)
    }

    /// Says what the body gives.
    pub(crate) fn set(&self, encoded: Bytes) {
        let mut content = locked(&self.content);
        if !matches!(*content, Content::Gone) {
            *content = Content::Encoded(encoded);
        }
    }
}

fn locked(content: &Mutex<Content>) -> MutexGuard<'_, Content> {
    content.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The response with a value.
pub(crate) fn of_value(value: Arc<dyn Encode>) -> Response {
    let waiting = Waiting::new(value);
    with_body(waiting.clone(), Deferred::Value(waiting))
}

/// The response with an error.
pub(crate) fn of_error(error: ServiceError) -> Response {
    let status = error.status();
    let waiting = Waiting::new(Arc::new(ErrorBody::of(&error, false)));
    let mut response = with_body(waiting.clone(), Deferred::Error(error, waiting));
    *response.status_mut() = status;
    response
}

/// The response with a body that is there already.
pub(crate) fn of_raw(body: Body, is_text: bool) -> Response {
    of(body, Deferred::Raw(is_text))
}

fn with_body(waiting: Waiting, deferred: Deferred) -> Response {
    of(Body::new(WaitingBody(waiting)), deferred)
}

fn of(body: Body, deferred: Deferred) -> Response {
    let mut response = Response::new(body);
    response.headers_mut().insert(CONTENT_TYPE, unset());
    response.extensions_mut().insert(deferred);
    response
}

/// The type of a response that is not negotiated. That it is marked as sensitive tells it from a
/// type that the handler has set.
fn unset() -> HeaderValue {
    let mut content_type = HeaderValue::from_static(Format::Json.content_type());
    content_type.set_sensitive(true);
    content_type
}

/// Whether a `Content-Type` is that of a response that is not negotiated.
pub(crate) fn is_unset(content_type: &HeaderValue) -> bool {
    content_type.is_sensitive()
}

/// The body of an error: an object whose one member is its status.
#[derive(serde::Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ErrorBody {
    response_status: ResponseStatus,
}

impl ErrorBody {
    pub(crate) fn of(error: &ServiceError, tells_internals: bool) -> Self {
        Self {
            response_status: error.sent_status(tells_internals),
        }
    }
}

struct WaitingBody(Waiting);

impl http_body::Body for WaitingBody {
    type Data = Bytes;
    type Error = jsv::Error;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        let content = std::mem::replace(&mut *locked(&self.0.content), Content::Gone);
        Poll::Ready(match content {
            Content::Value => Some(
                self.0
                    .value
                    .encode(Format::Json, &Options::servicestack())
                    .map(|body| Frame::data(body.into())),
            ),
            Content::Encoded(body) if !body.is_empty() => Some(Ok(Frame::data(body))),
            Content::Encoded(_) | Content::Gone => None,
        })
    }

    fn is_end_stream(&self) -> bool {
        match &*locked(&self.0.content) {
            Content::Value => false,
            Content::Encoded(body) => body.is_empty(),
            Content::Gone => true,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &*locked(&self.0.content) {
            Content::Value => SizeHint::default(),
            Content::Encoded(body) => SizeHint::with_exact(body.len() as u64),
            Content::Gone => SizeHint::with_exact(0),
        }
    }
}

impl Drop for WaitingBody {
    fn drop(&mut self) {
        *locked(&self.0.content) = Content::Gone;
    }
}
