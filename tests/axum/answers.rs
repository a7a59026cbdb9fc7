//! How answers are encoded, and which headers they have.

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{Method, StatusCode, header},
    middleware::map_response,
    response::{Redirect, Response},
    routing::{any, get as on_get, post},
};
use std::{
    pin::Pin,
    task::{Context, Poll},
};

use http_body::{Body as _, Frame, SizeHint};
use jsv::{
    Format, Options, TextCase,
    axum::{Negotiate, Negotiated, Raw, Reply, ServiceError},
    negotiate::{Negotiator, Offer, Policy},
};
use serde::Serialize;

use super::ask::{JSON, JSV, around, ask, get, servicestack};

#[derive(Serialize, Clone)]
#[serde(rename_all = "PascalCase")]
struct Customer {
    name: String,
    tags: Vec<&'static str>,
}

fn customer() -> Reply<Customer> {
    Reply(Customer {
        name: "a,\u{2028}".into(),
        tags: vec!["x", "y"],
    })
}

fn app() -> Router {
    Router::new()
        .route("/customer", any(async || customer()))
        .route("/nothing", any(async || Reply(())))
        .route("/none", any(async || Reply(None::<Customer>)))
        .route(
            "/created",
            post(async || {
                (
                    StatusCode::CREATED,
                    [(header::LOCATION, "/customer/1")],
                    customer(),
                )
            }),
        )
        .route("/gone", any(async || (StatusCode::NO_CONTENT, customer())))
        .route(
            "/own",
            any(async || ([(header::CONTENT_TYPE, "text/jsv; v=1")], customer())),
        )
        .route(
            "/other",
            any(async || ([(header::CONTENT_TYPE, "application/x")], customer())),
        )
        .route(
            "/json-own",
            any(async || ([(header::CONTENT_TYPE, "application/json")], customer())),
        )
        .route(
            "/spelt",
            any(async || {
                let content_type = "application/json;charset=utf-8";
                ([(header::CONTENT_TYPE, content_type)], customer())
            }),
        )
        .route("/accepted", any(async || (StatusCode::ACCEPTED, Reply(()))))
        .route(
            "/reset",
            any(async || (StatusCode::RESET_CONTENT, customer())),
        )
        .route("/text", any(async || Raw::text("a\u{2028}")))
        .route("/bytes", any(async || Raw::body(vec![b'a', b'b'])))
        .route("/plain", on_get(async || "plain"))
        .route(
            "/json",
            on_get(async || ([(header::CONTENT_TYPE, "application/json")], "[1]")),
        )
        .route("/to", on_get(async || Redirect::to("/customer")))
        .route("/status", on_get(async || StatusCode::ACCEPTED))
        .route(
            "/vary",
            on_get(async || ([(header::VARY, "Origin, accept")], customer())),
        )
}

const TEXT: &str = "{name:\"a,\u{2028}\",tags:[x,y]}";
const JSON_TEXT: &str = "{\"name\":\"a,\u{2028}\",\"tags\":[\"x\",\"y\"]}";

#[test]
fn a_value_is_answered_in_the_format_that_is_wanted() {
    for policy in [
        Policy::ServiceStack,
        Policy::Strict,
        Policy::Default(Offer::JSON),
    ] {
        let app = around(policy, app());
        let jsv = (200, JSV.to_owned(), TEXT);
        let json = (200, JSON.to_owned(), JSON_TEXT);
        let accepts = |accept: &str| ask(&app, Request::get("/customer").header("Accept", accept));

        assert_eq!(get(&app, "/customer").parts(), json);
        assert_eq!(get(&app, "/customer.jsv").parts(), jsv);
        assert_eq!(get(&app, "/customer?format=jsv").parts(), jsv);
        assert_eq!(accepts("application/jsv").parts(), jsv);
        assert_eq!(accepts("application/json").parts(), json);
        assert_eq!(
            get(&app, "/customer").header("content-length"),
            JSON_TEXT.len().to_string()
        );
    }
}

#[test]
fn vary_is_there_where_accept_had_a_say_and_on_all_answers_of_a_servicestack_host() {
    let app = app();
    let [servicestack, strict] =
        [Policy::ServiceStack, Policy::Strict].map(|policy| around(policy, app.clone()));
    for (uri, of_servicestack, of_strict) in [
        ("/customer", "Accept", "Accept"),
        ("/customer.jsv", "Accept", ""),
        ("/customer?format=jsv", "Accept", ""),
        ("/text", "Accept", "Accept"),
        ("/plain", "Accept", ""),
        ("/status", "Accept", ""),
        ("/vary", "Origin, accept", "Origin, accept"),
        ("/nowhere", "", ""),
    ] {
        assert_eq!(
            get(&servicestack, uri).header("vary"),
            of_servicestack,
            "{uri}"
        );
        assert_eq!(get(&strict, uri).header("vary"), of_strict, "{uri}");
    }
}

#[test]
fn nothing_is_a_204_without_a_type_and_a_200_to_head_and_options() {
    let app = servicestack(app());
    for uri in ["/nothing", "/none", "/none.jsv", "/none?callback=show"] {
        assert_eq!(get(&app, uri).parts(), (204, String::new(), ""), "{uri}");
        for method in [Method::HEAD, Method::OPTIONS] {
            let answer = ask(&app, Request::builder().method(method).uri(uri));
            assert_eq!(answer.parts(), (200, String::new(), ""), "{uri}");
        }
    }
    assert_eq!(get(&app, "/gone").parts(), (204, JSON.to_owned(), ""));
    assert_eq!(get(&app, "/accepted.jsv").parts(), (202, String::new(), ""));
    assert_eq!(get(&app, "/reset").parts(), (205, JSON.to_owned(), ""));
}

#[test]
fn status_and_headers_of_the_handler_stand() {
    let app = servicestack(app());
    let answer = ask(&app, Request::post("/created.jsv"));
    assert_eq!(answer.parts(), (201, JSV.to_owned(), TEXT));
    assert_eq!(answer.header("location"), "/customer/1");
}

#[test]
fn a_type_of_the_handler_is_stronger_than_the_request() {
    let app = servicestack(app());
    assert_eq!(
        get(&app, "/own.json").parts(),
        (200, "text/jsv; v=1".to_owned(), TEXT)
    );
    assert_eq!(
        get(&app, "/other.jsv").parts(),
        (200, "application/x".to_owned(), JSON_TEXT)
    );
    let wrapped = get(&app, "/own?callback=show");
    assert_eq!(
        wrapped.parts(),
        (200, "text/jsv; v=1".to_owned(), &*format!("show({TEXT})"))
    );

    let app = around(Policy::Strict, self::app());
    assert_eq!(get(&app, "/own?callback=show").body, TEXT);
    let answer = get(&app, "/json-own?callback=show");
    assert_eq!(answer.parts(), (200, "application/json".into(), JSON_TEXT));
    assert_eq!(
        get(&app, "/spelt.jsv").header("content-type"),
        "application/json;charset=utf-8"
    );
}

#[test]
fn a_jsonp_call_is_put_around_the_body() {
    let app = self::app();
    let strict = around(Policy::Strict, app.clone());
    let servicestack = servicestack(app);

    let answer = get(&servicestack, "/customer?callback=show");
    assert_eq!(
        answer.parts(),
        (
            200,
            "text/javascript".into(),
            &*format!("show({JSON_TEXT})")
        )
    );
    assert_eq!(answer.header("x-content-type-options"), "");
    assert_eq!(
        answer.header("content-length"),
        answer.body.len().to_string()
    );
    assert_eq!(
        get(&servicestack, "/customer.jsv?callback=show").body,
        format!("show({TEXT})")
    );

    let answer = get(&strict, "/customer?callback=show");
    assert_eq!(
        answer.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(answer.body.contains(r"\u2028"), "{}", answer.body);
    assert_eq!(get(&strict, "/customer.jsv?callback=show").body, TEXT);
    let long = "a".repeat(129);
    assert_eq!(
        get(&strict, &format!("/customer?callback={long}")).status,
        400
    );
}

#[test]
fn a_raw_body_goes_out_as_it_is() {
    let app = self::app();
    let strict = around(Policy::Strict, app.clone());
    let servicestack = servicestack(app);
    assert_eq!(
        get(&servicestack, "/text").parts(),
        (200, JSON.to_owned(), "a\u{2028}")
    );
    assert_eq!(
        get(&servicestack, "/text.jsv").parts(),
        (
            200,
            "application/jsv; charset=utf-8".to_owned(),
            "a\u{2028}"
        )
    );
    assert_eq!(
        get(&servicestack, "/bytes.jsv").parts(),
        (200, JSV.to_owned(), "ab")
    );
    assert_eq!(
        get(&servicestack, "/text?callback=show").parts(),
        (
            200,
            "text/javascript; charset=utf-8".to_owned(),
            "show(a\u{2028})"
        )
    );
    assert_eq!(get(&servicestack, "/bytes?callback=show").body, "show(ab)");
    assert_eq!(
        get(&servicestack, "/bytes?callback=show").header("content-length"),
        "8"
    );
    assert_eq!(get(&strict, "/text?callback=show").body, "show(a\\u2028)");
    assert_eq!(get(&strict, "/text.jsv?callback=show").body, "a\u{2028}");
}

#[test]
fn ordinary_answers_are_not_touched() {
    let app = servicestack(app());
    let plain = "text/plain; charset=utf-8".to_owned();
    assert_eq!(
        get(&app, "/plain?callback=show").parts(),
        (200, plain.clone(), "plain")
    );
    assert_eq!(get(&app, "/plain.jsv").parts(), (200, plain, "plain"));
    assert_eq!(
        get(&app, "/json.jsv").parts(),
        (200, "application/json".to_owned(), "[1]")
    );
    assert_eq!(get(&app, "/status").parts(), (202, String::new(), ""));
    assert_eq!(get(&app, "/to").header("location"), "/customer");
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let app = servicestack(app());
    for uri in [
        "/customer",
        "/customer.jsv",
        "/customer?callback=show",
        "/text",
        "/plain",
    ] {
        let (get, head) = (get(&app, uri), ask(&app, Request::head(uri)));
        assert_eq!(head.body, "", "{uri}");
        assert_eq!(head.status, get.status, "{uri}");
        for name in ["content-type", "vary", "content-length"] {
            assert_eq!(head.header(name), get.header(name), "{name} of {uri}");
        }
    }
}

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

#[test]
fn what_a_handler_was_told_makes_its_answer_vary() {
    let told = on_get(async |negotiated: Negotiated| negotiated.offer().name());
    let router = Router::new().route("/told", told).merge(app());
    let strict = around(Policy::Strict, router);
    assert_eq!(get(&strict, "/told").header("vary"), "Accept");
    assert_eq!(get(&strict, "/told.jsv").header("vary"), "");
    assert_eq!(get(&strict, "/plain").header("vary"), "");
}

#[test]
fn options_say_how_values_are_written() {
    let options = Options::new().text_case(TextCase::AsDeclared);
    let app = Negotiate::new(Policy::Strict)
        .options(options)
        .around(app());
    assert_eq!(
        get(&app, "/customer.jsv").body,
        "{Name:\"a,\u{2028}\",Tags:[x,y]}"
    );
}

const PAGE: Offer = Offer::new("html", "text/html; charset=utf-8");
const SERVER: Negotiator = Negotiator::new(Policy::Strict).offers(&[Offer::JSON, Offer::JSV, PAGE]);

#[test]
fn an_offer_of_the_application_is_encoded_by_its_encoder() {
    let app = Negotiate::new(SERVER).encoder(PAGE, |value| {
        let mut page = b"<pre>".to_vec();
        page.extend(value.to_vec(Format::Jsv, &Options::new())?);
        Ok(page)
    });
    let app = app.around(self::app());
    let answer = ask(
        &app,
        Request::get("/customer").header("Accept", "text/html"),
    );
    let page = "<pre>{Name:\"a,\u{2028}\",Tags:[x,y]}";
    assert_eq!(answer.parts(), (200, PAGE.content_type().to_owned(), page));
    assert_eq!(get(&app, "/none.html").status, 204);
    assert_eq!(get(&app, "/customer.html?callback=show").body, page);
}

#[test]
fn without_an_encoder_an_offer_of_the_application_is_the_handlers_or_json() {
    let app = Router::new()
        .route(
            "/page",
            on_get(async |negotiated: Negotiated| {
                assert_eq!(
                    (negotiated.offer(), negotiated.path()),
                    (PAGE, "/page.html")
                );
                assert_eq!(negotiated.format(), None);
                "page"
            }),
        )
        .merge(app());
    let app = Negotiate::new(SERVER).around(app);
    assert_eq!(get(&app, "/page.html").body, "page");
    assert_eq!(
        get(&app, "/customer.html").parts(),
        (200, JSON.to_owned(), JSON_TEXT)
    );
}

#[test]
fn without_negotiation_a_value_is_json() {
    let app = app();
    let content_type = JSON.to_owned();
    assert_eq!(
        get(&app, "/customer").parts(),
        (200, content_type.clone(), JSON_TEXT)
    );
    assert_eq!(get(&app, "/text").parts(), (200, content_type, "a\u{2028}"));
    let app = Router::new()
        .route("/", on_get(async || ServiceError::not_found("x")))
        .route("/negotiated", on_get(async |_: Negotiated| {}))
        .route(
            "/perhaps",
            on_get(async |negotiated: Option<Negotiated>| {
                assert!(negotiated.is_none());
            }),
        );
    let answer = get(&app, "/");
    assert_eq!(answer.status, 404);
    assert_eq!(
        answer.body,
        r#"{"responseStatus":{"errorCode":"NotFound","message":"x","errors":[]}}"#
    );
    assert_eq!(get(&app, "/negotiated").status, 500);
    assert_eq!(get(&app, "/perhaps").status, 200);
}

/// A value whose encoding takes note of how often it is done.
struct Counted(&'static std::sync::atomic::AtomicUsize);

impl Serialize for Counted {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        serializer.serialize_str("counted")
    }
}

#[test]
fn a_value_is_encoded_once() {
    use std::sync::atomic::{AtomicUsize, Ordering};

    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let app = servicestack(Router::new().route("/", any(async || Reply(Counted(&COUNT)))));
    for (index, request) in [
        Request::get("/"),
        Request::get("/?format=jsv"),
        Request::get("/?callback=show"),
        Request::head("/"),
    ]
    .into_iter()
    .enumerate()
    {
        ask(&app, request);
        assert_eq!(COUNT.load(Ordering::Relaxed), index + 1);
    }
}

#[test]
fn a_value_that_cannot_be_written_is_a_500_that_says_nothing() {
    struct Bad;

    impl Serialize for Bad {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("the secret is 7"))
        }
    }

    let answer = get(
        &servicestack(Router::new().route("/", on_get(async || Reply(Bad)))),
        "/",
    );
    assert_eq!(answer.status, 500);
    assert!(
        answer.body.contains("InternalServerError"),
        "{}",
        answer.body
    );
    assert!(!answer.body.contains("secret"), "{}", answer.body);
}

#[test]
fn an_error_stays_in_the_extensions_for_whoever_logs() {
    use tower::ServiceExt;

    let router = Router::new().route(
        "/",
        on_get(async || ServiceError::internal("the disk is full")),
    );
    let request = Request::get("/").body(Body::empty()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let response = runtime
        .block_on(servicestack(router).oneshot(request))
        .unwrap();
    let error = response.extensions().get::<ServiceError>().unwrap();
    assert_eq!(
        std::error::Error::source(error).unwrap().to_string(),
        "the disk is full"
    );
}
