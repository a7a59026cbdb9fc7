//! The probes `Echo` and `GetOnly`.

use axum::{
    http::{HeaderMap, Method, header},
    routing::MethodFilter,
};
use jsv::{dotnet::LocalZone, http::ServiceError, query::Template};
use jsv_axum::{Error, Negotiated, Reply, Request, Services};
use jsv_tests_common::probes::{Echo, GetOnly};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// What `Echo` answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub struct EchoResponse {
    pub verb: Option<String>,
    pub path_info: Option<String>,
    pub request_type: Option<String>,
    pub response_type: Option<String>,
    pub got: Option<Echo>,
}

/// What `GetOnly` answers.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct GetOnlyResponse {
    id: i32,
    name: Option<String>,
}

pub fn add(services: Services<LocalZone>) -> Services<LocalZone> {
    services
        .operation(echo)
        .operation_on(MethodFilter::GET, get_only)
}

async fn echo(
    method: Method,
    headers: HeaderMap,
    negotiated: Negotiated,
    Request(echo): Request<Echo>,
) -> Result<Reply<EchoResponse>, Error> {
    if echo.text.as_deref() == Some("throw") {
        return Err(ServiceError::argument("Text", "thrown in echo").into());
    }
    let content_type = headers.get(header::CONTENT_TYPE);
    let request_type = content_type.map(|value| value.to_str().unwrap().to_owned());
    let is_json = request_type.as_deref().is_some_and(is_json);
    Ok(Reply(EchoResponse {
        verb: Some(method.to_string()),
        path_info: Some(decoded(negotiated.path())),
        response_type: Some(response_type(&negotiated, &headers)),
        request_type,
        got: Some(got(echo, is_json)),
    }))
}

async fn get_only(Request(get_only): Request<GetOnly>) -> Reply<GetOnlyResponse> {
    Reply(GetOnlyResponse {
        id: get_only.id,
        name: get_only.name,
    })
}

pub fn is_json(content_type: &str) -> bool {
    jsv::Format::from_content_type(content_type) == Some(jsv::Format::Json)
}

/// The request as it is echoed.
pub fn got(mut echo: Echo, is_json: bool) -> Echo {
    if let Some(any) = echo.any.take_if(|_| !is_json) {
        echo.any = Some(as_object(any));
    }
    echo
}

/// What a .NET `object` holds that was read from anything but JSON: its text.
fn as_object(any: Json) -> Json {
    match any {
        Json::String(_) => any,
        other => Json::String(jsv::to_string(&other).unwrap()),
    }
}

fn decoded(path: &str) -> String {
    let whole = Template::parse("/{Path*}").unwrap();
    let [(_, decoded)] = whole.matches(path).unwrap().try_into().unwrap();
    ["/", &decoded].concat()
}

/// What ServiceStack calls the type of the response: that of the offer; or the request's own
/// type, as written, if that is answered in.
fn response_type(negotiated: &Negotiated, headers: &HeaderMap) -> String {
    let sent = negotiated.content_type().to_str().unwrap();
    let is_own = headers.get(header::CONTENT_TYPE) == Some(negotiated.content_type());
    let accepts_any = headers
        .get_all(header::ACCEPT)
        .iter()
        .any(|line| line == "*/*");
    let offer = negotiated.offer();
    let is_of_offer = sent == offer.content_type() || sent == "text/javascript";
    if is_of_offer && !(is_own && accepts_any) {
        return offer.media_type().to_owned();
    }
    sent.to_owned()
}
