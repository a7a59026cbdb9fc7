//! The probe `Raw`, which answers the bare value that its `Kind` names.

use axum::{
    http::{
        StatusCode,
        header::{CONTENT_TYPE, LOCATION},
    },
    response::{IntoResponse, Response},
};
use jsv::{
    dotnet::{DateTime, Guid, LocalZone, Zone},
    http::ServiceError,
    operation::{Operation, Route},
};
use jsv_axum::{Error, Raw as RawBody, Reply, Request, Services};
use jsv_tests_common::probes::Inner;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Raw {
    pub kind: Option<String>,
    pub text: Option<String>,
}

impl Operation for Raw {
    type Response = ();
    const NAME: &'static str = "Raw";
    const ROUTES: &'static [Route] = &[Route::new(&[], "/raw/{Kind}")];
}

pub fn add(services: Services<LocalZone>) -> Services<LocalZone> {
    services.operation(async |Request(raw): Request<Raw>| {
        answer(raw.kind.as_deref().unwrap_or_default())
    })
}

/// An anonymous class.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Anonymous {
    a: i32,
    b: &'static str,
}

#[derive(Serialize)]
struct Empty {}

/// A value whose getter fails.
struct Failing;

impl Serialize for Failing {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("getter failed"))
    }
}

fn answer(kind: &str) -> Response {
    match kind {
        "string" => RawBody::text("a \"text\", with: {all} [of] it").into_response(),
        "emptystring" => RawBody::text("").into_response(),
        "null" => Reply(None::<i32>).into_response(),
        "int" => Reply(42).into_response(),
        "bool" => Reply(true).into_response(),
        "bytes" => RawBody::body(vec![1, 2, 255]).into_response(),
        "stream" => RawBody::body("stream text").into_response(),
        "strings" => Reply([Some("a"), Some("b,c"), Some(""), None, Some("{d}")]).into_response(),
        "emptylist" => Reply(Vec::<i32>::new()).into_response(),
        "array" => Reply([inner("x", 0), inner("y", 2)]).into_response(),
        "dict" => Reply(json!({ "a": 1, "b": "two", "c": null, "d": [1, 2] })).into_response(),
        "anon" => Reply(Anonymous { a: 1, b: "two" }).into_response(),
        "created" => (
            StatusCode::CREATED,
            [(LOCATION, "/raw/1")],
            Reply(inner("new", 0)),
        )
            .into_response(),
        "jsvtype" => ([(CONTENT_TYPE, "application/jsv")], Reply(inner("n", 3))).into_response(),
        "textjsvtype" => ([(CONTENT_TYPE, "text/jsv")], Reply(inner("n", 3))).into_response(),
        "texttype" => {
            ([(CONTENT_TYPE, "text/plain")], RawBody::text("plain words")).into_response()
        }
        "nocontent" => (StatusCode::NO_CONTENT, Reply(inner("n", 0))).into_response(),
        "guid" => Reply(jsv::from_str::<Guid>("11111111222233334444555555555555").unwrap())
            .into_response(),
        "date" => {
            let date = DateTime::new(2024, 5, 6, 7, 8, 9).unwrap();
            Reply(date.with_zone(Zone::Utc)).into_response()
        }
        "float" => Reply(1.5).into_response(),
        "emptydto" => Reply(Inner::default()).into_response(),
        "emptyobj" => Reply(Empty {}).into_response(),
        "dto" => Reply(inner("dto", 1)).into_response(),
        "badsmall" | "badlarge" | "badlist" => Reply(Failing).into_response(),
        other => Error(ServiceError::internal(format!("no kind {other}"))).into_response(),
    }
}

fn inner(name: &str, zip: i32) -> Inner {
    Inner {
        name: Some(name.into()),
        zip,
        ..Inner::default()
    }
}
