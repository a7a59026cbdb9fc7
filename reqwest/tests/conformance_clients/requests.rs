//! The requests of the clients' calls are made byte for byte: method, target, the headers about the
//! format, and body.

use jsv::{Format, Options, TextCase};
use jsv_reqwest::{ClientExt, RequestBuilderExt};
use jsv_tests_common::{
    calls::{Caller, Dto, NOT_OF_A_DTO, expected, made_by},
    lines::{Line, check_lines, text_of},
};
use reqwest::{Client, Method, Request, RequestBuilder};
use serde_json::Value as Json;

const BASE: &str = "http://localhost";

/// Calls whose method C# has from a marker interface of the DTO, which an operation does not tell.
const BY_MARKER: &str = "Send(NoRouteGet) (IGet marker)";

/// How many lines there are of each sort: compared; without a request, as here; not offered here,
/// which are one-way calls, `/api/X`, forms with files, methods in a header; of the caller's own URL.
const COUNTS: (usize, usize, usize, usize) = (185, 16, 46, 56);

/// A client, and the call at hand.
struct Sender<'a> {
    client: Client,
    format: Format,
    options: Options,
    call: &'a str,
    method: Method,
}

impl Caller for Sender<'_> {
    /// Nothing for what is not offered.
    type Made = Option<RequestBuilder>;

    fn reply<T: Dto>(&self, dto: &T) -> Self::Made {
        let by_routes = || {
            self.client
                .operation_with(BASE, self.format, dto, &self.options)
        };
        if self.call == BY_MARKER {
            assert_eq!(by_routes().build().unwrap().method(), "POST");
        } else if self.call.starts_with("Send(") {
            return Some(by_routes());
        }
        self.reply_by(self.method.as_str(), dto)
    }

    fn reply_by<T: Dto>(&self, method: &str, dto: &T) -> Self::Made {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let builder = self.client.request(method, BASE);
        Some(builder.operation_with(self.format, dto, &self.options))
    }

    fn one_way<T: Dto>(&self, _dto: &T) -> Self::Made {
        None
    }

    fn list<T: Dto>(&self, dtos: &[T]) -> Self::Made {
        Some(
            self.client
                .operations_with(BASE, self.format, dtos, &self.options),
        )
    }

    fn list_one_way<T: Dto>(&self, _dtos: &[T]) -> Self::Made {
        None
    }
}

/// What is compared of a request.
#[derive(Debug, PartialEq)]
struct Sent {
    method: String,
    target: String,
    accept: Option<String>,
    content_type: Option<String>,
    /// Nothing for a body that the layer below has compressed.
    body: Option<String>,
}

#[test]
fn requests_are_those_of_the_clients() {
    let (mut compared, mut without, mut not_offered, mut own) = (0, 0, 0, 0);
    check_lines(
        "clients.jsonl",
        |line| matches!(line.required("group"), "client" | "client-camel"),
        |line, failures| {
            let call = line.required("call");
            if NOT_OF_A_DTO.contains(&call) {
                own += 1;
                return true;
            }
            let recorded = line.json("requests").get(0);
            let Some(builder) = request(line, recorded) else {
                not_offered += 1;
                return true;
            };
            let built = builder.build();
            let Some(recorded) = recorded else {
                without += 1;
                failures.compare("is refused", &true, &built.is_err());
                return true;
            };
            compared += 1;
            match built {
                Ok(built) => {
                    let recorded = as_recorded(recorded);
                    let built = as_built(&built, recorded.body.is_none());
                    failures.compare(call, &recorded, &built);
                }
                Err(error) => failures.add(call, recorded, error),
            }
            true
        },
    );
    assert_eq!((compared, without, not_offered, own), COUNTS);
}

/// The request that is made for a line, if it is offered.
fn request(line: &Line, recorded: Option<&Json>) -> Option<RequestBuilder> {
    let call = line.required("call");
    let format = match line.required("client") {
        "JsvServiceClient" => Format::Jsv,
        _ => Format::Json,
    };
    let text_case = match line.required("group") {
        "client" => TextCase::AsDeclared,
        _ => TextCase::Camel,
    };
    let mut method = Method::GET;
    if let Some(recorded) = recorded {
        if text_of(&recorded["target"]).starts_with("/api/")
            || header(recorded, "X-Http-Method-Override").is_some()
            || call == "PostFileWithRequest"
        {
            return None;
        }
        method = text_of(&recorded["method"]).parse().unwrap();
    } else if text_of(&line.json("error")["type"]) == "NotSupportedException" {
        return None;
    }
    let sender = Sender {
        client: Client::new(),
        format,
        options: Options::new().text_case(text_case),
        call,
        method,
    };
    made_by(&sender, call).unwrap_or_else(|| panic!("the call {call}"))
}

fn header<'a>(recorded: &'a Json, name: &str) -> Option<&'a str> {
    let mut headers = recorded["headers"].as_array()?.iter();
    let header = headers.find(|header| text_of(&header[0]).eq_ignore_ascii_case(name))?;
    Some(text_of(&header[1]))
}

fn as_recorded(recorded: &Json) -> Sent {
    Sent {
        method: text_of(&recorded["method"]).into(),
        target: expected(text_of(&recorded["target"])),
        accept: header(recorded, "Accept").map(Into::into),
        // One client names the charset.
        content_type: header(recorded, "Content-Type")
            .map(|value| value.trim_end_matches("; charset=utf-8").into()),
        body: recorded["body"].as_str().map(Into::into),
    }
}

fn as_built(built: &Request, without_body: bool) -> Sent {
    let header = |name| {
        let value = built.headers().get(name)?;
        Some(value.to_str().unwrap().to_owned())
    };
    let body = built
        .body()
        .map_or(&b""[..], |body| body.as_bytes().unwrap());
    Sent {
        method: built.method().to_string(),
        target: built.url().as_str()[BASE.len()..].to_owned(),
        accept: header("accept"),
        content_type: header("content-type"),
        body: (!without_body).then(|| str::from_utf8(body).unwrap().to_owned()),
    }
}
