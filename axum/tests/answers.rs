//! How answers are encoded, and which headers they have.

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::Method,
    routing::{any, get as on_get},
};
use jsv::{
    Options, TextCase,
    http::ServiceError,
    negotiate::{Offer, Policy},
};
use jsv_axum::{Error, NegotiateLayer, Negotiated, Reply};
use serde::Serialize;

use super::{
    ask::{JSON, JSV, around, ask, get, servicestack},
    sample::{self, JSON_TEXT, TEXT, app},
};

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

    let app = around(Policy::Strict, sample::app());
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
    let app = sample::app();
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
    let app = sample::app();
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
    let app = NegotiateLayer::new(Policy::Strict)
        .options(options)
        .around(app());
    assert_eq!(
        get(&app, "/customer.jsv").body,
        "{Name:\"a,\u{2028}\",Tags:[x,y]}"
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
        .route("/", on_get(async || Error(ServiceError::not_found("x"))))
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
        on_get(async || Error(ServiceError::internal("the disk is full"))),
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
