//! Successful responses.

use std::collections::BTreeMap;

use jsv::{Format, Options, Unknown, Value, error::Category};
use jsv_reqwest::{Error, ResponseExt};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    Item, item, response,
    server::{answer, block_on, client, with_server},
};

fn read<T: DeserializeOwned>(content_type: &str, body: &str) -> Result<T, Error> {
    block_on(response(200, content_type, body).dto())
}

#[test]
fn the_format_is_that_of_the_content_type() {
    let cases = [
        ("application/json", Some(Format::Json)),
        ("application/json; charset=utf-8", Some(Format::Json)),
        ("text/json", Some(Format::Json)),
        ("application/jsv", Some(Format::Jsv)),
        ("text/jsv", Some(Format::Jsv)),
        ("APPLICATION/Json ;charset=UTF-8", Some(Format::Json)),
        ("Text/JSV;x=y", Some(Format::Jsv)),
        ("application/problem+json", None),
        ("application/jsvx", None),
        ("text/html", None),
        ("json", None),
        (";", None),
        ("", None),
    ];
    for (content_type, format) in cases {
        assert_eq!(
            response(200, content_type, "").format(),
            format,
            "{content_type}"
        );
    }
    let mut response = response(200, "application/jsv", "");
    let bytes = http::HeaderValue::from_bytes(b"text/jsv; x=\xE5").unwrap();
    response.headers_mut().insert("content-type", bytes);
    assert_eq!(response.format(), Some(Format::Jsv));
}

#[test]
fn a_dto_is_read_in_its_format() {
    let (json, jsv) = (r#"{"Id":1,"Name":"a, b"}"#, r#"{Id:1,Name:"a, b"}"#);
    let cases = [
        ("application/json", json),
        ("text/json; charset=utf-8", json),
        ("application/json", r#"{"ID":1,"name":"a, b","Other":[{}]}"#),
        (
            "application/json",
            "\u{FEFF}{ \"id\" : 1,\n\"name\":\"a, b\" }\n",
        ),
        ("application/jsv", jsv),
        ("text/jsv; charset=utf-8", jsv),
        ("TEXT/JSV", "{id:1,nAme:\"a, b\",Other:[{}]}"),
        ("application/jsv", "\u{FEFF}{Id:1,Name:\"a, b\"}\n"),
        ("application/jsv", "{\n\tId: 1,\n\tName: \"a, b\"\n}"),
    ];
    for (content_type, body) in cases {
        assert_eq!(read::<Item>(content_type, body).unwrap(), item(), "{body}");
    }
    // 2xx is success, and a ResponseStatus in it is the DTO's own.
    for status in [200, 201, 202, 203, 206, 226, 299] {
        let body = r#"{"id":1,"name":"a, b","responseStatus":{"errorCode":"Soft"}}"#;
        let read = block_on(response(status, "application/json", body).dto::<Item>());
        assert_eq!(read.unwrap(), item(), "{status}");
    }
}

#[test]
fn no_body_is_nothing() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Answer(Option<Item>);

    for (status, content_type, body) in [
        (200, "", ""),
        (200, "application/json", ""),
        (200, "application/jsv", ""),
        (200, "text/html", ""),
        (204, "", ""),
        (204, "application/json; charset=utf-8", ""),
        (200, "application/json", "\u{FEFF}"),
        (200, "application/json", "null"),
        (200, "application/json", "\u{FEFF} null\r\n"),
    ] {
        let response = || response(status, content_type, body);
        assert_eq!(block_on(response().dto::<Option<Item>>()).unwrap(), None);
        assert_eq!(block_on(response().dto::<Option<i32>>()).unwrap(), None);
        assert_eq!(block_on(response().dto::<Answer>()).unwrap(), Answer(None));
        assert_eq!(block_on(response().dto::<Value>()).unwrap(), Value::Null);
        block_on(response().dto::<()>()).unwrap();

        fn refused<T: DeserializeOwned + std::fmt::Debug>(response: reqwest::Response) {
            let error = block_on(response.dto::<T>()).unwrap_err();
            assert!(matches!(error, Error::Read(_)), "{error:?}");
            let text = error.to_string();
            assert!(text.ends_with(", found nothing"), "{text}");
        }
        refused::<Item>(response());
        refused::<String>(response());
        refused::<bool>(response());
        refused::<i32>(response());
        refused::<Vec<Item>>(response());
        refused::<BTreeMap<String, String>>(response());
    }
}

#[test]
fn another_type_is_an_error_that_names_it() {
    for content_type in [
        "text/html",
        "text/plain; charset=utf-8",
        "application/xml",
        ";",
    ] {
        for body in ["<html></html>", "{}", "null", " "] {
            match read::<Option<Item>>(content_type, body).unwrap_err() {
                Error::ContentType(Some(found)) => assert_eq!(found, content_type),
                other => panic!("{other:?}"),
            }
        }
    }
    let error = read::<Item>("text/html", "<html></html>").unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a response in JSON or JSV, found `text/html`"
    );
    let error = read::<Item>("", "{}").unwrap_err();
    assert!(matches!(error, Error::ContentType(None)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "expected a response in JSON or JSV, found one without Content-Type"
    );
}

#[test]
fn what_is_not_the_dto_is_an_error_with_its_place() {
    let cases = [
        (
            "application/json",
            "{\"id\":1,\n\"name\":",
            2,
            Category::Eof,
        ),
        ("application/json", r#"{"id":"x"}"#, 1, Category::Data),
        ("application/json", "{id:1}", 1, Category::Syntax),
        ("application/json", "{\"id\":1}\n}", 2, Category::Syntax),
        ("application/json", " ", 1, Category::Eof),
        ("application/jsv", "{Id:1,Name:\"a\nb", 2, Category::Eof),
        ("application/jsv", "{Id:x}", 1, Category::Data),
        ("application/jsv", "[1]", 1, Category::Data),
    ];
    for (content_type, body, line, category) in cases {
        match read::<Item>(content_type, body).unwrap_err() {
            Error::Read(error) => {
                assert_eq!(
                    (error.line(), error.category()),
                    (line, category),
                    "{body}: {error}"
                );
                assert!(error.offset().is_some(), "{body}: {error}");
            }
            other => panic!("{body}: {other:?}"),
        }
    }
    for content_type in ["application/json; charset=latin1", "application/jsv"] {
        let body = &b"{\"Name\":\"\xE5\"}"[..];
        let error = block_on(response(200, content_type, body).dto::<Item>()).unwrap_err();
        assert!(matches!(error, Error::Read(_)), "{error:?}");
    }
}

#[test]
fn options_say_how_a_success_is_read() {
    let strict = Options::new().unknown(Unknown::Error);
    let body = r#"{"Id":1,"Other":2}"#;
    let response = response(200, "application/json", body);
    let error = block_on(response.dto_with::<Item>(&strict)).unwrap_err();
    assert!(error.to_string().contains("`Other`"), "{error}");
}

#[test]
fn a_response_can_be_read_on_another_thread() {
    fn is_send<T: Send>(future: T) -> T {
        future
    }
    let options = Options::new();
    let json = || response(200, "application/json", "1");
    assert_eq!(block_on(is_send(json().dto::<i32>())).unwrap(), 1);
    assert_eq!(
        block_on(is_send(json().dto_with::<i32>(&options))).unwrap(),
        1
    );
}

#[test]
fn the_answer_to_head_is_nothing() {
    let headers = [
        String::from("Content-Type: application/json"),
        String::from("Content-Length: 9"),
    ];
    let (read, _) = with_server(answer(200, "OK", &headers, b""), async |base| {
        let response = client().head(base).send().await.unwrap();
        response.dto::<Option<Item>>().await
    });
    assert_eq!(read.unwrap(), None);
}
