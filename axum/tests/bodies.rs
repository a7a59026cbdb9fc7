//! How the bodies of requests are read: forms in parts, charsets, and what breaks off.

use std::error::Error as _;

use axum::{
    Router,
    body::Body,
    extract::{FromRequest, Request as HttpRequest},
    http::request::Builder,
    routing::any,
};
use jsv::operation::{Operation, Route};
use jsv_axum::{Error, Reply, Request, Services};
use serde::{Deserialize, Serialize};

use super::ask::{Answer, BROKEN, ask, chunked, send, servicestack};

#[derive(Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Thing {
    id: i32,
    name: Option<String>,
}

const MULTIPART: &str = "multipart/form-data; boundary=B";

fn app() -> Router {
    async fn echo(Request(thing): Request<Thing>) -> Reply<Thing> {
        Reply(thing)
    }
    servicestack(Router::new().route("/things", any(echo)))
}

fn post(uri: &str, content_type: &str) -> Builder {
    HttpRequest::post(uri)
        .header("Content-Type", content_type)
        .header("Accept", "application/jsv")
}

fn answer(content_type: &str, body: impl Into<Body>) -> Answer {
    send(&app(), post("/things", content_type), body)
}

/// A form in parts with one field, `Name`.
fn part(headers: &str, value: impl AsRef<[u8]>) -> Vec<u8> {
    let before = format!("--B\r\nContent-Disposition: form-data; name=\"Name\"\r\n{headers}\r\n")
        .into_bytes();
    [&before, value.as_ref(), b"\r\n--B--\r\n"].concat()
}

#[test]
fn a_form_in_parts_is_in_no_coding_and_no_other_charset() {
    let body = part("", "n");
    assert_eq!(answer(MULTIPART, body.clone()).body, "{id:0,name:n}");
    for (content_type, coding, status) in [
        (MULTIPART, "gzip", 415),
        (MULTIPART, "identity", 200),
        (
            "multipart/form-data; charset=latin1; boundary=B",
            "identity",
            415,
        ),
        (
            "multipart/form-data; charset=UTF-8; boundary=B",
            "identity",
            200,
        ),
    ] {
        let request = || post("/things", content_type).header("Content-Encoding", coding);
        let answer = send(&app(), request(), body.clone());
        assert_eq!(answer.status, status, "{content_type}, {coding}");
        // Without a body its type does not count.
        assert_eq!(ask(&app(), request()).status, 200);
    }
}

#[test]
fn an_empty_body_is_none_whatever_its_type() {
    for content_type in [
        MULTIPART,
        "multipart/form-data",
        "application/json",
        "application/jsv",
        "application/x-www-form-urlencoded",
        "text/plain",
    ] {
        for body in [Body::empty(), chunked([]), chunked([Some("")])] {
            let answer = answer(content_type, body);
            assert_eq!(answer.body, "{id:0}", "{content_type}");
        }
        if !content_type.starts_with("multipart") {
            let answer = answer(content_type, "\u{feff}");
            assert_eq!(answer.body, "{id:0}", "{content_type}");
        }
    }
}

#[test]
fn the_fields_of_a_form_in_parts_are_utf8() {
    let answer_to = |body: Vec<u8>| answer(MULTIPART, body);
    assert_eq!(answer_to(part("", "å")).body, "{id:0,name:å}");
    assert_eq!(answer_to(part("", "\u{feff}å")).body, "{id:0,name:å}");
    let utf8 = part("Content-Type: text/plain; charset=\"utf-8\"\r\n", "å");
    assert_eq!(answer_to(utf8).body, "{id:0,name:å}");

    let latin = answer_to(part("", b"a\xe5"));
    assert_eq!(latin.status, 400);
    assert!(
        latin
            .body
            .contains("not UTF-8 at line 1, column 2, at Name"),
        "{}",
        latin.body
    );
    let named = answer_to(part(
        "Content-Type: text/plain; charset=latin1\r\n",
        b"a\xe5",
    ));
    assert_eq!(named.status, 415);
    assert!(
        named.body.contains("the charset of `Name`"),
        "{}",
        named.body
    );
}

#[test]
fn a_charset_is_a_parameter_and_no_text_in_another_one() {
    for (parameters, status) in [
        (r#"; x="a;charset=latin1""#, 200),
        (r#"; x="a\";charset=latin1""#, 200),
        (r#"; x="a\\";charset=latin1"#, 415),
        (r#"; x="a"; Charset="latin1""#, 415),
        (r#"; x="a"; charset="utf-8""#, 200),
        ("; charset = latin1", 415),
        ("; x=[; charset=latin1", 415),
        ("; charset", 200),
        (";", 200),
    ] {
        let answer = answer(&["application/jsv", parameters].concat(), "{Id:1}");
        assert_eq!(answer.status, status, "{parameters}");
    }
}

/// What a connection says goes to the log and not to the caller.
#[test]
fn a_body_that_breaks_off_tells_nothing_of_the_connection() {
    let before = String::from_utf8(part("", "n")).unwrap();
    let (before, _) = before.split_at(before.len() - 6);
    for (content_type, before) in [
        ("application/json", "{"),
        ("application/x-www-form-urlencoded", "id=1"),
        (MULTIPART, ""),
        (MULTIPART, before),
    ] {
        let request = || {
            post("/things", content_type)
                .body(chunked([Some(before), None]))
                .unwrap()
        };
        let (parts, body) = request().into_parts();
        let answer = answer(content_type, body);
        assert_eq!(answer.status, 400, "{content_type}");
        assert_eq!(
            answer.body,
            "{responseStatus:{errorCode:SerializationException,\
             message:The body could not be read to its end,errors:[]}}"
        );
        drop(parts);

        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        let refused = runtime.block_on(Request::<Thing>::from_request(request(), &()));
        let refused: Error = refused.unwrap_err();
        let mut sources = std::iter::successors(refused.source(), |error| (*error).source());
        assert!(
            sources.any(|source| source.to_string().contains(BROKEN)),
            "{refused:?}"
        );
    }
}

#[test]
fn what_is_wrong_with_a_form_in_parts_is_told() {
    for (content_type, body, message) in [
        (MULTIPART, "--B\r\nContent-Disposition", "incomplete"),
        ("multipart/form-data", "--B", "boundary"),
    ] {
        let answer = answer(content_type, body);
        assert_eq!(answer.status, 400);
        assert!(answer.body.contains(message), "{}", answer.body);
    }
}

/// A DTO without members.
#[derive(Debug, Serialize, Deserialize)]
struct Ping;

impl Operation for Ping {
    type Response = i32;
    const NAME: &'static str = "Ping";
    const ROUTES: &'static [Route] = &[Route::new(&[], "/ping")];
}

#[test]
fn a_dto_without_members_takes_every_object() {
    async fn ping(Request(Ping): Request<Ping>) -> Reply<i32> {
        Reply(1)
    }
    let app = Services::new()
        .operation(ping)
        .negotiate(jsv_axum::NegotiateLayer::new(
            jsv::negotiate::Policy::ServiceStack,
        ));
    for uri in [
        "/ping?format=jsv",
        "/ping?id=1&format=jsv",
        "/api/Ping.jsv",
        "/api/Ping.jsv?id=1",
    ] {
        let of_route = uri.starts_with("/api");
        for (content_type, body, status) in [
            ("application/jsv", "", 200),
            ("application/jsv", "{}", 200),
            ("application/jsv", "{Id:1,Inner:{A:[1,2]}}", 200),
            ("application/jsv", "{Id:1", 400),
            ("application/jsv", "{}x", 400),
            ("application/jsv", "[1,2]", 400),
            ("application/jsv", "x", 400),
            ("application/json", "{}", 200),
            ("application/json", "null", 200),
            ("application/json", "{\"Id\":1,\"Inner\":{}}", 200),
            ("application/json", "{\"Id\":1", 400),
            ("application/json", "{\"Id\":}", 400),
            ("application/json", "[]", 400),
            ("application/json", "1", 400),
            ("application/x-www-form-urlencoded", "id=1", 200),
        ] {
            if of_route && content_type == "application/json" {
                continue;
            }
            let answer = send(&app, post(uri, content_type), body);
            assert_eq!(answer.status, status, "{uri}: {body}: {}", answer.body);
        }
    }
    for (uri, body, expected) in [
        ("/jsv/reply/Ping[]", "[{},{Id:1}]", "[1,1]"),
        ("/jsv/reply/Ping[]", "[]", "[]"),
        ("/json/reply/Ping[]", "[{},{\"Id\":1}]", "[1,1]"),
    ] {
        let answer = send(&app, post(uri, "application/jsv"), body);
        assert_eq!(answer.body, expected);
    }
    assert_eq!(
        send(&app, post("/jsv/reply/Ping[]", "application/jsv"), "[{},1]").status,
        400
    );
    assert_eq!(send(&app, post("/json/reply/Ping", ""), "{}").status, 200);
}

#[test]
fn null_is_none() {
    async fn optional(Request(thing): Request<Option<Thing>>) -> Reply<Option<Thing>> {
        Reply(thing)
    }
    let app = servicestack(Router::new().route("/things", any(optional)));
    for (uri, body, expected) in [
        ("/things", "null", (204, "")),
        ("/things", " null\n", (204, "")),
        ("/things", "{}", (200, "{id:0}")),
        ("/things", "{\"Id\":1}", (200, "{id:1}")),
        ("/things?id=2", "{\"Id\":1}", (200, "{id:2}")),
        ("/things?id=2", "", (200, "{id:2}")),
        ("/things", "", (200, "{id:0}")),
    ] {
        let answer = send(&app, post(uri, "application/json"), body);
        assert_eq!(
            (answer.status.as_u16(), &*answer.body),
            expected,
            "{uri}: {body}"
        );
    }
    // Values have nothing to be laid over, and what is no option cannot be null.
    let request = post("/things?id=2", "application/json");
    assert_eq!(send(&app, request, "null").status, 400);
    assert_eq!(answer("application/json", "null").status, 400);
}
