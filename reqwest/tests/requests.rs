//! Bodies and headers.

use std::{error::Error, time::Duration};

use jsv::{Format, Options, TextCase};
use jsv_reqwest::RequestBuilderExt;
use reqwest::{Body, Client, Request, RequestBuilder, Response};

use crate::{Item, UNWRITABLE, Unwritable, item};

const URL: &str = "http://localhost/items";

fn post() -> RequestBuilder {
    Client::new().post(URL)
}

fn built(builder: RequestBuilder) -> Request {
    builder.build().unwrap()
}

fn header<'r>(request: &'r Request, name: &str) -> Vec<&'r str> {
    let values = request.headers().get_all(name).iter();
    values.map(|value| value.to_str().unwrap()).collect()
}

fn body(request: &Request) -> &str {
    str::from_utf8(request.body().unwrap().as_bytes().unwrap()).unwrap()
}

#[test]
fn a_body_is_written_in_its_format() {
    let camel = Options::new().text_case(TextCase::Camel);
    let cases = [
        (
            post().jsv(&item()),
            "application/jsv",
            r#"{Id:1,Name:"a, b"}"#,
        ),
        (
            post().jsv_with(&item(), &camel),
            "application/jsv",
            r#"{id:1,name:"a, b"}"#,
        ),
        (
            post().dto(Format::Jsv, &item()),
            "application/jsv",
            r#"{Id:1,Name:"a, b"}"#,
        ),
        (
            post().dto(Format::Json, &item()),
            "application/json",
            r#"{"Id":1,"Name":"a, b"}"#,
        ),
        (
            post().dto_with(Format::Json, &item(), &camel),
            "application/json",
            r#"{"id":1,"name":"a, b"}"#,
        ),
        (post().jsv("a text"), "application/jsv", "a text"),
        (post().jsv(&[item()][..0]), "application/jsv", "[]"),
    ];
    for (builder, content_type, text) in cases {
        let request = built(builder);
        assert_eq!(header(&request, "content-type"), [content_type]);
        assert_eq!(body(&request), text);
        assert_eq!(request.headers().len(), 1, "{request:?}");
    }
}

#[test]
fn a_content_type_that_is_set_stays() {
    for own in ["text/jsv", "application/jsv; charset=utf-8", "x/y"] {
        for request in [
            built(post().header("content-type", own).jsv(&item())),
            built(
                post()
                    .header("Content-Type", own)
                    .dto(Format::Json, &item()),
            ),
        ] {
            assert_eq!(header(&request, "content-type"), [own]);
        }
    }
}

#[test]
fn the_last_body_and_the_first_type_count() {
    let request = built(post().jsv(&1).dto(Format::Json, &2));
    assert_eq!(body(&request), "2");
    assert_eq!(header(&request, "content-type"), ["application/jsv"]);
}

#[test]
fn an_accept_is_replaced() {
    for (format, name) in [
        (Format::Json, "application/json"),
        (Format::Jsv, "application/jsv"),
    ] {
        let builder = post().header("accept", "*/*").header("accept", "text/html");
        let request = built(builder.accept_format(format));
        assert_eq!(header(&request, "accept"), [name]);

        let again = built(post().accept_format(Format::Json).accept_format(format));
        assert_eq!(header(&again, "accept"), [name]);
    }
}

#[test]
fn the_order_of_body_and_accept_does_not_matter() {
    for request in [
        built(post().accept_format(Format::Json).jsv(&item())),
        built(post().jsv(&item()).accept_format(Format::Json)),
    ] {
        assert_eq!(header(&request, "accept"), ["application/json"]);
        assert_eq!(header(&request, "content-type"), ["application/jsv"]);
        assert_eq!(body(&request), r#"{Id:1,Name:"a, b"}"#);
    }
}

#[test]
fn all_else_about_a_request_stays() {
    let builder = post()
        .timeout(Duration::from_secs(7))
        .version(http::Version::HTTP_10)
        .bearer_auth("token")
        .header("X-Mine", "1")
        .header("X-Mine", "2");
    let request = built(builder.jsv(&item()));
    assert_eq!(request.method(), "POST");
    assert_eq!(request.url().as_str(), URL);
    assert_eq!(request.timeout(), Some(&Duration::from_secs(7)));
    assert_eq!(request.version(), http::Version::HTTP_10);
    assert_eq!(header(&request, "authorization"), ["Bearer token"]);
    assert!(request.headers()["authorization"].is_sensitive());
    assert_eq!(header(&request, "x-mine"), ["1", "2"]);
}

#[test]
fn a_body_that_is_a_stream_is_replaced() {
    let stream: Body = Response::from(http::Response::new("streamed")).into();
    assert!(stream.as_bytes().is_none());
    let request = built(post().body(stream).jsv(&item()));
    assert_eq!(body(&request), r#"{Id:1,Name:"a, b"}"#);
}

#[test]
fn an_error_is_kept_until_the_request_is_made() {
    for builder in [
        post().jsv(&Unwritable),
        post().dto(Format::Json, &Unwritable),
        post().jsv(&Unwritable).accept_format(Format::Jsv).jsv(&1),
    ] {
        let error = builder.build().unwrap_err();
        assert!(error.is_builder());
        assert_eq!(error.source().unwrap().to_string(), UNWRITABLE);
    }
}

#[test]
fn an_error_is_kept_until_the_request_is_sent() {
    let error = crate::server::block_on(post().jsv(&[Some(Unwritable)]).send()).unwrap_err();
    assert!(error.is_builder());
    let source = error.source().unwrap().to_string();
    assert!(source.starts_with(UNWRITABLE), "{source}");
    assert!(source.ends_with("[0]"), "{source}");
}

#[test]
fn the_first_error_is_kept() {
    let invalid = || Client::new().post("not a URL");
    let expected = invalid().build().unwrap_err().source().unwrap().to_string();
    for builder in [
        invalid().jsv(&Item::default()),
        invalid().jsv(&Unwritable),
        invalid().accept_format(Format::Jsv),
    ] {
        let error = builder.build().unwrap_err();
        assert!(error.is_builder());
        assert_eq!(error.source().unwrap().to_string(), expected);
    }
}
