//! Asking an application, in process.

use std::{
    collections::VecDeque,
    io,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    Router,
    body::{Body, Bytes, HttpBody, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, request::Builder},
};
use http_body::Frame;
use jsv::negotiate::Policy;
use jsv_axum::NegotiateLayer;
use tower::ServiceExt;

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// All lines of a header, or nothing.
    pub fn header(&self, name: &str) -> String {
        let lines = self.headers.get_all(name).iter();
        let lines: Vec<_> = lines.map(|line| line.to_str().unwrap()).collect();
        lines.join(", ")
    }

    /// Status, type and body.
    pub fn parts(&self) -> (u16, String, &str) {
        let status = self.status.as_u16();
        (status, self.header("content-type"), &self.body)
    }
}

/// Sends a request without a body.
pub fn ask(app: &Router, request: Builder) -> Answer {
    send(app, request, Body::empty())
}

/// Sends a request.
pub fn send(app: &Router, request: Builder, body: impl Into<Body>) -> Answer {
    let request = request.body(body.into()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let response = app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    })
}

pub fn get(app: &Router, uri: &str) -> Answer {
    ask(app, Request::get(uri))
}

/// The application with a policy around it.
pub fn around(policy: Policy, router: Router) -> Router {
    NegotiateLayer::new(policy).around(router)
}

pub fn servicestack(router: Router) -> Router {
    around(Policy::ServiceStack, router)
}

pub const JSON: &str = "application/json; charset=utf-8";
pub const JSV: &str = "application/jsv";

/// A body that comes in chunks, so that its length is not known; `None` stands for a connection that
/// breaks off.
pub fn chunked<const N: usize>(chunks: [Option<&str>; N]) -> Body {
    Body::new(Chunks(
        chunks
            .iter()
            .map(|chunk| chunk.map(str::to_owned))
            .collect(),
    ))
}

/// What a connection says that breaks off.
pub const BROKEN: &str = "connection lost at 10.0.0.1";

struct Chunks(VecDeque<Option<String>>);

impl HttpBody for Chunks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let chunk = self.0.pop_front();
        Poll::Ready(chunk.map(|chunk| match chunk {
            Some(chunk) => Ok(Frame::data(chunk.into())),
            None => Err(io::Error::other(BROKEN)),
        }))
    }
}
