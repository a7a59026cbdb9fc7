//! Requests of operations, by their routes.

use std::error::Error;

use jsv::{
    Format, Options, TextCase,
    dto::bokamera::{CancelLicense, CreateLicense, UpdateCustomer},
    operation::{Operation, Route},
};
use jsv_reqwest::{ClientExt, RequestBuilderExt, ResponseExt};
use reqwest::{Client, Method, Request, RequestBuilder};
use serde::Serialize;

use crate::{
    UNWRITABLE, Unwritable,
    server::{answer, client, with_server},
};

const BASE: &str = "http://localhost";

macro_rules! operations {
    ($($name:ident $routes:expr;)*) => {$(
        #[derive(Serialize, Default)]
        #[serde(rename_all = "PascalCase")]
        struct $name {
            id: Option<&'static str>,
            note: Option<&'static str>,
        }

        impl Operation for $name {
            type Response = ();
            const NAME: &'static str = stringify!($name);
            const ROUTES: &'static [Route] = $routes;
        }
    )*};
}

operations! {
    Unrouted &[];
    OfAnyVerb &[Route::new(&[], "/any/{Id}")];
    OfVerbs &[
        Route::new(&["PUT", "GET"], "/both/{Id}/{Note}"),
        Route::new(&["DELETE"], "/one/{Id}"),
        Route::new(&["GET"], "/none"),
    ];
    Ambiguous &[
        Route::new(&["GET"], "/a/{Id}"),
        Route::new(&["GET"], "/b/{Note}"),
        Route::new(&["POST"], "/c"),
    ];
    Malformed &[Route::new(&["GET"], "no slash")];
    OfNoVerb &[Route::new(&["NOT A VERB"], "/any")];
    Wild &[Route::new(&["GET"], "/wild/{Id*}")];
    Own &[Route::new(&["GET"], "/own/å/{Id}")];
}

fn built(builder: RequestBuilder) -> Request {
    builder.build().unwrap()
}

fn refused(builder: RequestBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert!(error.is_builder());
    error.source().unwrap().to_string()
}

fn body(request: &Request) -> Option<&str> {
    let body = request.body()?;
    Some(str::from_utf8(body.as_bytes().unwrap()).unwrap())
}

#[test]
fn the_verb_is_that_of_the_first_route_that_fits() {
    let of_verbs = |id, note| {
        let builder = Client::new().operation(BASE, Format::Json, &OfVerbs { id, note });
        let request = built(builder);
        (
            request.method().to_string(),
            request.url().path().to_owned(),
        )
    };
    let cases = [
        (of_verbs(Some("1"), Some("n")), ("PUT", "/both/1/n")),
        (of_verbs(Some("1"), None), ("DELETE", "/one/1")),
        (of_verbs(None, Some("n")), ("GET", "/none")),
    ];
    for ((method, path), expected) in cases {
        assert_eq!((method.as_str(), path.as_str()), expected);
    }
}

#[test]
fn without_a_verb_it_is_post() {
    let id = Some("1");
    let client = Client::new();
    let any = built(client.operation(BASE, Format::Jsv, &OfAnyVerb { id, note: None }));
    assert_eq!((any.method(), any.url().path()), (&Method::POST, "/any/1"));
    assert_eq!(body(&any), Some("{Id:1}"));

    for (format, path) in [
        (Format::Json, "/json/reply/Unrouted"),
        (Format::Jsv, "/jsv/reply/Unrouted"),
    ] {
        let request = built(client.operation(BASE, format, &Unrouted::default()));
        assert_eq!(
            (request.method(), request.url().path()),
            (&Method::POST, path)
        );
    }
}

#[test]
fn members_stand_in_the_query_or_in_the_body() {
    let dto = Unrouted {
        id: Some("1 2"),
        note: None,
    };
    for method in ["GET", "DELETE", "HEAD", "OPTIONS", "POST", "PUT", "PATCH"] {
        let builder = Client::new().request(method.parse().unwrap(), BASE);
        let request = built(builder.body("dropped").operation(Format::Jsv, &dto));
        assert_eq!(request.method(), method);
        assert_eq!(request.headers()["accept"], "application/jsv");
        let content_type = request.headers().get("content-type");
        if matches!(method, "POST" | "PUT" | "PATCH") {
            assert_eq!(request.url().query(), None);
            assert_eq!(body(&request), Some("{Id:1 2}"));
            assert_eq!(content_type.unwrap(), "application/jsv");
        } else {
            assert_eq!(request.url().query(), Some("id=1%202"));
            assert_eq!(body(&request), None);
            assert_eq!(content_type, None);
        }
    }
}

#[test]
fn headers_that_are_set_stay() {
    let builder = Client::new()
        .post(BASE)
        .header("Content-Type", "application/json; charset=utf-8")
        .accept_format(Format::Jsv)
        .operation(Format::Json, &Unrouted::default());
    let before = built(builder);
    assert_eq!(before.headers()["accept"], "application/jsv");
    assert_eq!(
        before.headers()["content-type"],
        "application/json; charset=utf-8"
    );

    let builder = Client::new().operation(BASE, Format::Json, &Unrouted::default());
    let after = built(builder.accept_format(Format::Jsv));
    assert_eq!(after.headers()["accept"], "application/jsv");
    assert_eq!(after.headers().get_all("accept").iter().count(), 1);
}

#[test]
fn the_path_of_the_base_is_kept() {
    let cancel = CancelLicense {
        id: 7,
        ..CancelLicense::default()
    };
    let bases = [
        ("http://localhost", "http://localhost/licenses/company/7"),
        ("http://localhost/", "http://localhost/licenses/company/7"),
        (
            "https://localhost:8080/v1",
            "https://localhost:8080/v1/licenses/company/7",
        ),
        (
            "http://localhost/a/b/",
            "http://localhost/a/b/licenses/company/7",
        ),
        (
            "http://localhost/%C3%A5?x=1#y",
            "http://localhost/%C3%A5/licenses/company/7",
        ),
    ];
    for (base, url) in bases {
        let request = built(Client::new().operation(base, Format::Json, &cancel));
        assert_eq!(
            (request.method(), request.url().as_str()),
            (&Method::DELETE, url)
        );
        let request = built(Client::new().delete(base).operation(Format::Json, &cancel));
        assert_eq!(
            (request.method(), request.url().as_str()),
            (&Method::DELETE, url)
        );
    }
    let lists = Client::new().operations("http://localhost/v1/?x", Format::Jsv, &[cancel]);
    assert_eq!(
        built(lists).url().as_str(),
        "http://localhost/v1/jsv/reply/CancelLicense[]"
    );
}

#[test]
fn the_credentials_of_the_base_are_used() {
    let builder = Client::new().operation(
        "http://user:pass@localhost/v1",
        Format::Json,
        &Unrouted::default(),
    );
    let request = built(builder);
    assert_eq!(request.headers()["authorization"], "Basic dXNlcjpwYXNz");
    assert_eq!(
        request.url().as_str(),
        "http://localhost/v1/json/reply/Unrouted"
    );
}

#[test]
fn the_text_case_is_that_of_the_options() {
    let camel = Options::new().text_case(TextCase::Camel);
    let create = CreateLicense {
        type_id: Some(1),
        ..CreateLicense::default()
    };
    let client = Client::new();
    for request in [
        built(client.operation_with(BASE, Format::Json, &create, &camel)),
        built(
            client
                .post(BASE)
                .operation_with(Format::Json, &create, &camel),
        ),
    ] {
        assert_eq!(request.url().path(), "/licenses/company");
        assert_eq!(body(&request), Some(r#"{"typeId":1}"#));
    }
    let list = built(client.operations_with(BASE, Format::Json, &[create], &camel));
    assert_eq!(body(&list), Some(r#"[{"typeId":1}]"#));
}

#[test]
fn what_has_no_url_is_refused() {
    let client = Client::new();
    let none = "none of the routes fits the request";
    let several = "several routes fit the request equally well";
    let both = Ambiguous {
        id: Some("1"),
        note: Some("n"),
    };
    let nothing = OfAnyVerb::default();
    let update = UpdateCustomer::default();
    let cases = [
        (client.operation(BASE, Format::Json, &nothing), none),
        (client.put(BASE).operation(Format::Json, &nothing), none),
        (client.get(BASE).operation(Format::Json, &update), none),
        (client.operation(BASE, Format::Json, &both), several),
        (client.get(BASE).operation(Format::Json, &both), several),
    ];
    for (builder, expected) in cases {
        assert_eq!(refused(builder), expected);
    }
    refused(client.operation(BASE, Format::Json, &Malformed::default()));
    refused(client.operation(BASE, Format::Json, &OfNoVerb::default()));
}

#[test]
fn a_dto_that_cannot_be_written_is_refused() {
    #[derive(Serialize)]
    struct Bad {
        bad: Unwritable,
    }

    impl Operation for Bad {
        type Response = ();
        const NAME: &'static str = "Bad";
    }

    let client = Client::new();
    for builder in [
        client.operation(BASE, Format::Json, &Bad { bad: Unwritable }),
        client
            .get(BASE)
            .operation(Format::Jsv, &Bad { bad: Unwritable }),
        client.operations(BASE, Format::Jsv, &[Bad { bad: Unwritable }]),
    ] {
        let text = refused(builder);
        assert!(text.starts_with(UNWRITABLE), "{text}");
    }
}

#[test]
fn a_base_that_is_no_url_is_refused() {
    let client = Client::new();
    for base in ["", "localhost", "/v1", "mailto:a@b.c"] {
        refused(client.operation(base, Format::Json, &Unrouted::default()));
        refused(client.operation(base, Format::Json, &OfAnyVerb::default()));
        refused(client.operations(base, Format::Json, &[Unrouted::default()]));
        refused(
            client
                .get(base)
                .operation(Format::Json, &Unrouted::default()),
        );
    }
}

#[test]
fn dot_segments_are_refused_and_all_else_is_sent_as_it_stands() {
    let client = Client::new();
    for id in [".", "..", "a/../b", "a/.", "../x"] {
        let wild = Wild {
            id: Some(id),
            note: None,
        };
        let text = refused(client.operation(BASE, Format::Json, &wild));
        assert!(text.contains("`.` or `..`"), "{text}");
    }
    for (id, path) in [
        ("a//b", "/wild/a//b"),
        ("...", "/wild/..."),
        (".a/b.", "/wild/.a/b."),
        ("a?b#c%2e\\", "/wild/a%3Fb%23c%252e%5C"),
        ("", "/wild/"),
    ] {
        let wild = Wild {
            id: Some(id),
            note: None,
        };
        let request = built(client.operation(BASE, Format::Json, &wild));
        assert_eq!(request.url().path(), path);
        assert_eq!(request.url().query(), None);
    }
    let own = Own {
        id: Some("ä"),
        note: None,
    };
    let request = built(client.operation(BASE, Format::Json, &own));
    assert_eq!(request.url().path(), "/own/%C3%A5/%C3%A4");
}

#[test]
fn the_server_gets_what_was_built() {
    let head = [String::from("Content-Type: application/jsv")];
    let cancels = [7, 8].map(|id| CancelLicense {
        id,
        ..CancelLicense::default()
    });
    let (read, request) = with_server(answer(200, "OK", &head, b"[,]"), async |base| {
        let list = client().operations(format!("{base}/v1"), Format::Jsv, &cancels);
        let response = list.send().await.unwrap();
        response.dto::<Vec<Option<i32>>>().await
    });
    assert_eq!(read.unwrap(), [None, None]);
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    assert_eq!(
        lines.next(),
        Some("POST /v1/jsv/reply/CancelLicense[] HTTP/1.1")
    );
    let mut headers: Vec<_> = lines.filter(|line| !line.starts_with("host: ")).collect();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            "accept: application/jsv",
            "content-length: 15",
            "content-type: application/jsv",
        ]
    );
    assert_eq!(body, "[{Id:7},{Id:8}]");
}

/// reqwest looks at the default headers of a client when it sends.
#[test]
fn the_default_headers_of_a_client_give_way() {
    let defaults = [("accept", "text/html"), ("content-type", "text/plain")];
    let defaults = defaults.map(|(name, value)| {
        let name: http::HeaderName = name.parse().unwrap();
        (name, http::HeaderValue::from_static(value))
    });
    let headers = [String::from("Content-Type: application/jsv")];
    for (own, accept) in [(None, "application/jsv"), (Some("text/csv"), "text/csv")] {
        let (_, request) = with_server(answer(200, "OK", &headers, b""), async |base| {
            let client = Client::builder()
                .no_proxy()
                .default_headers(defaults.iter().cloned().collect())
                .build()
                .unwrap();
            let mut builder = client.post(base);
            if let Some(own) = own {
                builder = builder.header("Accept", own);
            }
            let builder = builder.operation(Format::Jsv, &Unrouted::default());
            builder.send().await.unwrap()
        });
        let request = request.to_ascii_lowercase();
        assert!(
            request.contains(&format!("accept: {accept}\r\n")),
            "{request}"
        );
        assert!(
            request.contains("content-type: application/jsv\r\n"),
            "{request}"
        );
    }
}

#[derive(Serialize)]
struct Ping;

impl Operation for Ping {
    type Response = ();
    const NAME: &'static str = "Ping";
    const ROUTES: &'static [Route] = &[Route::new(&["GET"], "/ping")];
}

#[test]
fn a_dto_without_members_is_sent() {
    let request = built(Client::new().operation(BASE, Format::Json, &Ping));
    assert_eq!(request.url().as_str(), "http://localhost/ping");
}
