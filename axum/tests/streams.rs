//! Bodies that come bit by bit, and layers between a handler and the negotiation.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{StatusCode, header},
    middleware::map_response,
    response::Response,
    routing::get as on_get,
};
use http_body::{Body as _, Frame, SizeHint};
use jsv::negotiate::Policy;
use jsv_axum::Raw;

use super::{
    ask::{JSON, JSV, around, get, servicestack},
    sample::{JSON_TEXT, app, customer},
};

/// A body that never ends: whoever reads it whole does not answer.
struct Endless;

impl http_body::Body for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        std::task::Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"data: x\n\n")))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::default()
    }
}

#[test]
fn a_stream_is_passed_on_as_it_comes() {
    use tower::ServiceExt;

    let app = servicestack(
        Router::new()
            .route(
                "/events",
                on_get(async || {
                    (
                        [(header::CONTENT_TYPE, "text/event-stream")],
                        Body::new(Endless),
                    )
                }),
            )
            .route("/raw", on_get(async || Raw::body(Body::new(Endless)))),
    );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    for (uri, first) in [
        ("/events", "data: x\n\n"),
        ("/events?callback=show", "data: x\n\n"),
        ("/raw", "data: x\n\n"),
        ("/raw?callback=show", "show("),
    ] {
        let request = Request::get(uri).body(Body::empty()).unwrap();
        let response = runtime.block_on(app.clone().oneshot(request)).unwrap();
        let mut body = response.into_body();
        assert!(!body.is_end_stream());
        let frame = runtime.block_on(std::future::poll_fn(|context| {
            std::pin::Pin::new(&mut body).poll_frame(context)
        }));
        assert_eq!(frame.unwrap().unwrap().into_data().unwrap(), first, "{uri}");
    }
}

#[test]
fn what_a_layer_within_makes_of_the_body_stays() {
    // It reads the body, which is JSON then, and answers another one.
    async fn redacted(response: Response) -> Response {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        Response::from_parts(parts, Body::from(text.replace("a,", "***")))
    }
    let router = Router::new()
        .route("/customer", on_get(async || customer()))
        .layer(map_response(redacted));
    let answer = get(&servicestack(router), "/customer.jsv");
    let text = JSON_TEXT.replace("a,", "***");
    assert_eq!(answer.parts(), (200, JSON.to_owned(), &*text));

    async fn unmodified(response: Response) -> Response {
        let (mut parts, _) = response.into_parts();
        parts.status = StatusCode::NOT_MODIFIED;
        Response::from_parts(parts, Body::empty())
    }
    let router = Router::new()
        .route("/customer", on_get(async || customer()))
        .layer(map_response(unmodified));
    assert_eq!(get(&servicestack(router), "/customer.jsv").body, "");
}

#[test]
fn a_layer_within_that_wraps_the_body_gets_the_negotiated_one() {
    /// A body in capitals, as a compressing layer's is another one than that within.
    struct Capitals(Body);

    impl http_body::Body for Capitals {
        type Data = Bytes;
        type Error = axum::Error;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
            let frame = Pin::new(&mut self.0).poll_frame(context);
            frame.map_ok(|frame| frame.map_data(|data| data.to_ascii_uppercase().into()))
        }
    }

    async fn coded(response: Response) -> Response {
        let (mut parts, body) = response.into_parts();
        let coding = header::HeaderValue::from_static("capitals");
        parts.headers.insert(header::CONTENT_ENCODING, coding);
        Response::from_parts(parts, Body::new(Capitals(body)))
    }
    let app = servicestack(app().layer(map_response(coded)));
    for (uri, content_type, body) in [
        ("/customer.jsv", JSV, "{NAME:\"A,\u{2028}\",TAGS:[X,Y]}"),
        (
            "/customer?callback=a",
            "text/javascript",
            "A({\"NAME\":\"A,\u{2028}\",\"TAGS\":[\"X\",\"Y\"]})",
        ),
    ] {
        let answer = get(&app, uri);
        assert_eq!(answer.parts(), (200, content_type.to_owned(), body));
        assert_eq!(answer.header("content-length"), "");
        assert_eq!(answer.header("content-encoding"), "capitals");
    }
    let nothing = get(&app, "/nothing");
    assert_eq!(nothing.parts(), (204, String::new(), ""));
    assert_eq!(nothing.header("content-encoding"), "");
}

#[test]
fn a_stream_that_must_not_be_asked_again_is_not() {
    /// Ends once, and panics if it is asked again, as some streams do.
    struct Once(u8);

    impl http_body::Body for Once {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            self.0 += 1;
            Poll::Ready(match self.0 {
                1 => Some(Ok(Frame::data(Bytes::from_static(b"\xe2\x80")))),
                2 => Some(Ok(Frame::data(Bytes::from_static(b"\xa8")))),
                3 => None,
                _ => panic!("asked again"),
            })
        }
    }
    let app = Router::new().route("/", on_get(async || Raw::body(Body::new(Once(0)))));
    let wrapped = get(&servicestack(app.clone()), "/?callback=show");
    assert_eq!(wrapped.body, "show(\u{2028})");
    let escaped = get(&around(Policy::Strict, app), "/?callback=show");
    assert_eq!(escaped.body, "show(\\u2028)");
}
