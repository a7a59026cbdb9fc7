//! `X-Http-Method-Override`.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request as HttpRequest,
    http::request::Builder,
    routing::any,
};
use jsv::negotiate::Policy;
use jsv_axum::{NegotiateLayer, Reply, Request};
use serde::{Deserialize, Serialize};

use super::ask::{BROKEN, ask, chunked, send, servicestack};

#[derive(Serialize, Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Thing {
    id: i32,
    name: Option<String>,
}

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data; boundary=B";

/// The greatest form that is looked into.
const MAX_FORM: usize = 2 << 20;

fn router() -> Router {
    async fn echo(Request(thing): Request<Thing>) -> Reply<Thing> {
        Reply(thing)
    }
    Router::new()
        .route("/things", any(echo))
        .route(
            "/verb",
            any(async |request: HttpRequest| request.method().to_string()),
        )
        .route(
            "/length",
            any(async |request: HttpRequest| {
                let method = request.method().to_string();
                let body = axum::body::to_bytes(request.into_body(), usize::MAX).await;
                match body {
                    Ok(body) => format!("{method} {}", body.len()),
                    Err(error) => format!("{method} {error}"),
                }
            }),
        )
}

fn app() -> Router {
    NegotiateLayer::new(Policy::ServiceStack)
        .method_override(true)
        .around(router())
}

fn post(uri: &str, content_type: &str) -> Builder {
    HttpRequest::post(uri)
        .header("Content-Type", content_type)
        .header("Accept", "application/jsv")
}

fn with_header(value: &str) -> Builder {
    HttpRequest::post("/verb").header("X-Http-Method-Override", value)
}

fn part(name: &str, value: &str) -> String {
    format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

#[test]
fn the_method_is_overridden_only_if_that_is_allowed() {
    let body = "a=1&x-http-method-override=PUT";
    for (request, body, method) in [
        (with_header("DELETE"), "", "DELETE"),
        (with_header(""), "", "POST"),
        (with_header("a b"), "", "POST"),
        (
            HttpRequest::get("/verb?x-http-method-override=PATCH"),
            "",
            "PATCH",
        ),
        (post("/verb", FORM), body, "PUT"),
        (HttpRequest::post("/verb"), body, "POST"),
    ] {
        assert_eq!(send(&app(), request, body).body, method);
    }
    let closed = servicestack(router());
    assert_eq!(ask(&closed, with_header("DELETE")).body, "POST");
    assert_eq!(send(&closed, post("/verb", FORM), body).body, "POST");
}

/// The response to a `HEAD` or `CONNECT` has no body, so that a `POST` would lose its own.
#[test]
fn a_method_without_a_body_in_its_response_is_no_override() {
    for method in ["HEAD", "CONNECT"] {
        assert_eq!(ask(&app(), with_header(method)).body, "POST");
        let query = format!("/verb?X-Http-Method-Override={method}");
        assert_eq!(ask(&app(), HttpRequest::get(query)).body, "GET");
        let form = format!("X-Http-Method-Override={method}");
        assert_eq!(send(&app(), post("/verb", FORM), form).body, "POST");
    }
    // Names of methods are case-sensitive.
    assert_eq!(ask(&app(), with_header("head")).body, "head");
}

/// Whether a form counts is asked of the method that was sent.
#[test]
fn a_form_keeps_its_fields_whatever_it_overrides_the_method_to() {
    for method in ["PATCH", "DELETE", "GET"] {
        let body = format!("id=1&X-Http-Method-Override={method}");
        let answer = send(&app(), post("/things", FORM), body);
        assert_eq!(answer.body, "{id:1}", "{method}");
        let request = post("/things", FORM).header("X-Http-Method-Override", method);
        assert_eq!(send(&app(), request, "id=1").body, "{id:1}", "{method}");
        let body = part("id", "1") + &part("X-HTTP-METHOD-OVERRIDE", method) + "--B--\r\n";
        let answer = send(&app(), post("/things", MULTIPART), body);
        assert_eq!(answer.body, "{id:1}", "{method}");
    }
    let get = HttpRequest::get("/things?X-Http-Method-Override=POST");
    let get = get.header("Content-Type", FORM);
    assert_eq!(
        send(&app(), get.header("Accept", "application/jsv"), "id=1").body,
        "{id:0}"
    );
}

#[test]
fn a_form_in_chunks_overrides_the_method() {
    let chunks = || chunked([Some("id=1&X-Http-Met"), Some(""), Some("hod-Override=PUT")]);
    let answer = send(&app(), post("/verb", FORM), chunks());
    assert_eq!(answer.body, "PUT");
    let answer = send(&app(), post("/things", FORM), chunks());
    assert_eq!(answer.body, "{id:1}");
}

#[test]
fn a_form_in_parts_overrides_the_method() {
    let of_file = "--B\r\nContent-Disposition: form-data; name=\"X-Http-Method-Override\"; \
                   filename=\"a\"\r\n\r\nPUT\r\n";
    let field = part("x-http-method-override", "PUT");
    for (body, method) in [
        (part("Id", "1") + &field + "--B--\r\n", "PUT"),
        (
            part("X-Http-Method-Override", "") + &field + "--B--\r\n",
            "PUT",
        ),
        (of_file.to_owned() + "--B--\r\n", "POST"),
        (part("X-Http-Method-Override", "HEAD") + "--B--\r\n", "POST"),
        ("--B\r\nContent-Disposition".to_owned(), "POST"),
    ] {
        let answer = send(&app(), post("/verb", MULTIPART), body.clone());
        assert_eq!(answer.body, method, "{body}");
        let (before, after) = body.split_at(body.len() / 2);
        let chunks = chunked([Some(before), Some(after)]);
        let answer = send(&app(), post("/verb", MULTIPART), chunks);
        assert_eq!(answer.body, method, "{body}");
    }
}

/// A form that is longer than what is looked into comes whole, by the method that was sent.
#[test]
fn a_long_form_is_passed_on() {
    let field = "X-Http-Method-Override=PUT&a=";
    for (length, method) in [(MAX_FORM, "PUT"), (MAX_FORM + 1, "POST")] {
        let form = field.to_owned() + &"x".repeat(length - field.len());
        let expected = format!("{method} {length}");
        let whole = send(&app(), post("/length", FORM), form.clone());
        assert_eq!(whole.body, expected);
        let (first, rest) = form.split_at(1 << 20);
        let (second, third) = rest.split_at(1 << 19);
        let chunks = chunked([Some(first), Some(second), Some(third)]);
        let in_chunks = send(&app(), post("/length", FORM), chunks);
        assert_eq!(in_chunks.body, expected);
    }
}

/// It is the handler who is told that a body breaks off.
#[test]
fn a_form_that_breaks_off_is_passed_on_with_its_error() {
    let chunks = || chunked([Some("X-Http-Method-Override=PUT"), None]);
    let answer = send(&app(), post("/length", FORM), chunks());
    assert_eq!(answer.body, format!("POST {BROKEN}"));

    let answer = send(&app(), post("/things.json?callback=show", FORM), chunks());
    assert_eq!(answer.status, 200);
    assert!(
        answer
            .body
            .starts_with("show({\"responseStatus\":{\"errorCode\":\"SerializationException\""),
        "{}",
        answer.body
    );
    let answer = send(&app(), post("/things", FORM), chunks());
    assert_eq!(answer.status, 400);
    assert_eq!(answer.header("content-type"), "application/jsv");
    assert!(
        answer.body.starts_with("{responseStatus:"),
        "{}",
        answer.body
    );
}

#[test]
fn an_empty_form_is_passed_on() {
    for body in [Body::empty(), Body::from(Bytes::new()), chunked([])] {
        let answer = send(&app(), post("/length", FORM), body);
        assert_eq!(answer.body, "POST 0");
    }
}
