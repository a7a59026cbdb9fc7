//! Responses that are errors, and what else goes wrong.

use std::error::Error as _;

use http::StatusCode;
use jsv::{Options, Unknown, http::ServiceError, operation::ResponseStatus};
use jsv_reqwest::{Error, ResponseExt};
use reqwest::Response;

use crate::{
    Item, response,
    server::{answer, block_on, client, with_server},
};

fn service_error(response: Response) -> ServiceError {
    match block_on(response.dto::<Option<Item>>()).unwrap_err() {
        Error::Service(error) => error,
        other => panic!("{other:?}"),
    }
}

/// Status, code and message.
fn told(error: &ServiceError) -> (u16, &str, &str) {
    (error.status().as_u16(), error.code(), error.message())
}

const JSON: &str = r#"{"ResponseStatus":{"ErrorCode":"E","Message":"m"}}"#;
const JSV: &str = "{ResponseStatus:{ErrorCode:E,Message:m}}";

#[test]
fn an_error_is_what_its_body_says() {
    let bodies = [
        JSON,
        r#"{"responseStatus":{"errorCode":"E","message":"m"}}"#,
        r#"{"response_status":{"error_code":"E","message":"m"}}"#,
        r#"{"Id":"no number","ResponseStatus":{"ErrorCode":"E","Message":"m","Other":{}}}"#,
        "\u{FEFF}{\"ResponseStatus\":{\"ErrorCode\":\"E\",\"Message\":\"m\"}}",
        JSV,
        "{RESPONSESTATUS:{ERRORCODE:E,MESSAGE:m}}",
        "{response_status:{error_code:E,message:m}}",
        "{Id:x,ResponseStatus:{ErrorCode:E,Message:m,Errors:[]}}",
        "\u{FEFF}{ResponseStatus:{ErrorCode:E,Message:m}}",
    ];
    // A wrong type does not matter, since the first characters tell.
    let content_types = [
        "application/json; charset=utf-8",
        "text/json",
        "application/jsv",
        "text/jsv",
        "text/html",
        "application/problem+json",
        "",
    ];
    for body in bodies {
        for content_type in content_types {
            for status in [304, 400, 404, 500, 599] {
                let error = service_error(response(status, content_type, body));
                assert_eq!(told(&error), (status, "E", "m"), "{content_type}: {body}");
            }
        }
    }
}

#[test]
fn all_that_was_sent_is_kept() {
    let body = "{responseStatus:{errorCode:E,message:m,stackTrace:at x,errors:[{errorCode:F,\
                fieldName:Name,message:n,meta:{a:b}}],meta:{AutoBatchIndex:1}}}";
    let expected: ResponseStatus = jsv::from_str(
        "{ErrorCode:E,Message:m,StackTrace:at x,Errors:[{ErrorCode:F,FieldName:Name,Message:n,\
         Meta:{a:b}}],Meta:{AutoBatchIndex:1}}",
    )
    .unwrap();
    let error = service_error(response(400, "application/jsv", body));
    assert_eq!(error.response_status(), &expected);
    assert_eq!(error.errors()[0].field_name.as_deref(), Some("Name"));
}

#[test]
fn without_a_code_it_is_the_reason_phrase() {
    let cases = [
        (
            502,
            "text/html",
            "<html><h1>Bad Gateway</h1></html>",
            "Bad Gateway",
        ),
        (404, "", "", "Not Found"),
        (404, "application/json", "", "Not Found"),
        (404, "application/json", "null", "Not Found"),
        (404, "application/json", "[]", "Not Found"),
        (404, "application/json", "{}", "Not Found"),
        (
            404,
            "application/json",
            r#"{"ResponseStatus":null}"#,
            "Not Found",
        ),
        (
            404,
            "application/json",
            r#"{"ResponseStatus":{"ErrorCode":""}}"#,
            "Not Found",
        ),
        (
            404,
            "application/json",
            r#"{"ResponseStatus":{"ErrorCode":"#,
            "Not Found",
        ),
        (
            404,
            "application/json",
            r#"{"ErrorCode":"E","Message":"m"}"#,
            "Not Found",
        ),
        (
            404,
            "application/jsv",
            "{ResponseStatus:{Message:m}}",
            "Not Found",
        ),
        (
            404,
            "text/plain",
            " {\"ResponseStatus\":{\"ErrorCode\":\"E\"}}",
            "Not Found",
        ),
        (302, "", "", "Found"),
        (304, "", "", "Not Modified"),
    ];
    for (status, content_type, body, phrase) in cases {
        let error = service_error(response(status, content_type, body));
        assert_eq!(told(&error), (status, phrase, phrase), "{body}");
        assert!(error.errors().is_empty(), "{body}");
    }
}

#[test]
fn entries_about_members_are_kept_without_a_code() {
    let body = "{ResponseStatus:{Errors:[{ErrorCode:E,FieldName:F,Message:m}],Meta:{a:b}}}";
    let error = service_error(response(400, "text/jsv", body));
    assert_eq!(told(&error), (400, "Bad Request", "Bad Request"));
    assert_eq!(error.errors()[0].field_name.as_deref(), Some("F"));
    assert_eq!(error.response_status().meta.as_ref().unwrap()["a"], "b");
}

#[test]
fn without_a_phrase_it_is_the_name_of_the_status() {
    for (version, status, name) in [
        (http::Version::HTTP_2, 502, "BadGateway"),
        (http::Version::HTTP_3, 404, "NotFound"),
        (http::Version::HTTP_2, 413, "RequestEntityTooLarge"),
        (http::Version::HTTP_11, 599, "599"),
    ] {
        let builder = http::Response::builder().status(status).version(version);
        let response = builder.header("Content-Type", "text/html");
        let response = response.body("<html></html>").unwrap();
        assert_eq!(told(&service_error(response.into())), (status, name, name));
    }
}

#[test]
fn the_reason_phrase_is_the_one_that_was_sent() {
    let headers = [String::from("Content-Type: text/html")];
    for (reason, expected) in [
        ("Bad Gateway", "Bad Gateway"),
        ("Upstream is away", "Upstream is away"),
        ("", "BadGateway"),
    ] {
        let answer = answer(502, reason, &headers, b"<html></html>");
        let (read, _) = with_server(answer, async |base| {
            let response = client().get(base).send().await.unwrap();
            response.dto::<Item>().await
        });
        match read.unwrap_err() {
            Error::Service(error) => assert_eq!(told(&error), (502, expected, expected)),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn options_do_not_concern_errors() {
    let strict = Options::new().unknown(Unknown::Error).max_depth(1);
    let body = r#"{"id":3,"responseStatus":{"errorCode":"E"}}"#;
    let response = response(500, "application/json", body);
    let error = block_on(response.dto_with::<Item>(&strict)).unwrap_err();
    assert_eq!(error.to_string(), "500 Internal Server Error, E");
}

#[test]
fn a_service_that_is_not_there_is_an_error_of_http() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let sent = async || -> Result<Item, Error> { client().get(url).send().await?.dto().await };
    let error = block_on(sent()).unwrap_err();
    match &error {
        Error::Http(inner) => assert!(inner.is_connect(), "{inner:?}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(error.status(), None);
}

#[test]
fn a_body_that_breaks_off_is_an_error_of_http_or_that_of_its_status() {
    let headers = [
        String::from("Content-Type: application/json"),
        String::from("Content-Length: 100"),
    ];
    let read = |status| {
        let body = JSON.as_bytes();
        let (read, _) = with_server(answer(status, "Gone Away", &headers, body), async |base| {
            let response = client().get(base).send().await.unwrap();
            response.dto::<Item>().await
        });
        read.unwrap_err()
    };
    assert!(matches!(read(200), Error::Http(_)));
    for status in [304, 404, 500] {
        match read(status) {
            Error::Service(error) => {
                assert_eq!(told(&error), (status, "Gone Away", "Gone Away"));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Frames without end; whoever reads them all never stops.
struct Endless(usize);

impl hyper::body::Body for Endless {
    type Data = hyper::body::Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        self.0 += 1;
        assert!(self.0 <= 17, "the body is read beyond the limit");
        let frame = hyper::body::Frame::data(vec![b' '; 1 << 16].into());
        std::task::Poll::Ready(Some(Ok(frame)))
    }
}

#[test]
fn the_body_of_an_error_is_read_to_a_limit() {
    const LIMIT: usize = 1 << 20;
    for (length, code) in [(LIMIT, "E"), (LIMIT + 1, "Not Found")] {
        let body = JSON.to_owned() + &" ".repeat(length - JSON.len());
        let error = service_error(response(404, "application/json", body));
        assert_eq!(error.code(), code);
    }
    let endless = http::Response::builder()
        .status(500)
        .body(reqwest::Body::wrap(Endless(0)))
        .unwrap();
    let error = service_error(endless.into());
    assert_eq!(error.code(), "Internal Server Error");
}

#[test]
fn a_coding_that_is_not_undone_is_named() {
    let coded = |status: u16, codings: &[&str], body: &'static str| {
        let mut builder = http::Response::builder()
            .status(status)
            .header("Content-Type", "application/json");
        for coding in codings {
            builder = builder.header("Content-Encoding", *coding);
        }
        Response::from(builder.body(body).unwrap())
    };
    let read = |response: Response| block_on(response.dto::<Option<Item>>());
    for (codings, named) in [
        (&["gzip"][..], "gzip"),
        (&["identity, br"], "identity, br"),
        (&["gzip", "deflate"], "gzip, deflate"),
    ] {
        let error = read(coded(200, codings, "\u{1f}")).unwrap_err();
        assert!(matches!(&error, Error::ContentEncoding(coding) if coding == named));
        assert_eq!(
            error.to_string(),
            format!("expected a response in no coding, found `{named}`")
        );
        assert_eq!(read(coded(200, codings, "")).unwrap(), None);
        let error = service_error(coded(404, codings, JSON));
        assert_eq!(told(&error), (404, "Not Found", "Not Found"));
    }
    for codings in [&["identity"][..], &[""], &["", "Identity"]] {
        assert!(read(coded(200, codings, "{}")).unwrap().is_some());
        assert_eq!(service_error(coded(404, codings, JSON)).code(), "E");
    }
}

#[test]
fn a_redirect_that_is_not_followed_is_an_error() {
    let headers = [String::from("Location: /elsewhere")];
    let (read, _) = with_server(answer(302, "Found", &headers, b""), async |base| {
        let response = client().get(base).send().await.unwrap();
        response.dto::<Option<Item>>().await
    });
    assert_eq!(read.unwrap_err().status(), Some(StatusCode::FOUND));
}

#[test]
fn an_error_says_what_it_is() {
    let invalid = || client().get("").build().unwrap_err();
    let unread = || jsv::from_str::<Item>("{Id:x}").unwrap_err();
    let cases = [
        (Error::from(invalid()), invalid().to_string(), None, true),
        (
            ServiceError::conflict("it is there").into(),
            "409 Conflict, Conflict: it is there".into(),
            Some(StatusCode::CONFLICT),
            false,
        ),
        (Error::from(unread()), unread().to_string(), None, false),
        (
            Error::ContentEncoding("gzip".into()),
            "expected a response in no coding, found `gzip`".into(),
            None,
            false,
        ),
        (
            Error::ContentType(Some("text/html".into())),
            "expected a response in JSON or JSV, found `text/html`".into(),
            None,
            false,
        ),
    ];
    for (error, text, status, has_source) in cases {
        assert_eq!(error.to_string(), text);
        assert_eq!(error.status(), status, "{error:?}");
        assert_eq!(error.source().is_some(), has_source, "{error:?}");
        // Whoever prints the sources as well does not print a text twice.
        assert_ne!(error.source().map(ToString::to_string), Some(text));
    }
    fn is_send_and_sync<T: Send + Sync + 'static>() {}
    is_send_and_sync::<Error>();
}
