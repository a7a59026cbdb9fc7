//! The probe `Fail`, which raises what its `Kind` names.

use std::collections::BTreeMap;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jsv::{
    dotnet::{DateTime, LocalZone},
    http::ServiceError,
    operation::{Operation, ResponseError, ResponseStatus, Route},
};
use jsv_axum::{Error, Reply, Request, Services};
use jsv_tests_common::probes::Inner;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Fail {
    pub kind: Option<String>,
    pub text: Option<String>,
    pub index: i32,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct FailResponse {
    pub index: i32,
    pub name: Option<String>,
    pub at: DateTime,
    pub response_status: Option<ResponseStatus>,
}

impl Operation for Fail {
    type Response = FailResponse;
    const NAME: &'static str = "Fail";
    const ROUTES: &'static [Route] = &[Route::new(&[], "/fail/{Kind}")];
}

pub fn add(services: Services<LocalZone>) -> Services<LocalZone> {
    services.operation(async |Request(fail): Request<Fail>| answer(&fail))
}

fn answer(fail: &Fail) -> Response {
    match fail.kind.as_deref().unwrap_or_default() {
        "ok" => Reply(FailResponse {
            index: fail.index,
            name: Some("fine".into()),
            ..FailResponse::default()
        })
        .into_response(),
        "status404" => (
            StatusCode::NOT_FOUND,
            Reply(Inner {
                name: Some("gone".into()),
                zip: 404,
                ..Inner::default()
            }),
        )
            .into_response(),
        kind => Error(raised(kind)).into_response(),
    }
}

/// The error of a kind.
fn raised(kind: &str) -> ServiceError {
    let of = |status: u16, code: &str, message: &str| {
        ServiceError::new(StatusCode::from_u16(status).unwrap(), code, message)
    };
    match kind {
        "argument" => of(400, "ArgumentException", "bad thing"),
        "argname" => ServiceError::argument("Name", "bad thing"),
        "argnull" => of(
            400,
            "ArgumentNullException",
            "Value cannot be null. (Parameter 'Name')",
        )
        .with_field("ArgumentNullException", "Name", "Value cannot be null."),
        "argrange" => of(
            400,
            "ArgumentOutOfRangeException",
            "too high (Parameter 'Index')\nActual value was 7.",
        )
        .with_field("ArgumentOutOfRangeException", "Index", "too high"),
        "notfound" => ServiceError::not_found("no such customer"),
        "conflict" | "return-conflict" => ServiceError::conflict("already there"),
        "badrequest" => ServiceError::bad_request("Code1", "bad"),
        "custom" => of(418, "TeaPot", "short and stout"),
        "custom-nocode" => ServiceError::conflict("only message"),
        "custom-dto" => of(409, "OwnCode", "own message"),
        "teapot" => of(418, "TeapotException", "short"),
        "validation" => ServiceError::validation([
            entry("NotEmpty", "Firstname", "'Firstname' must not be empty."),
            entry("Email", "Email", "\"x\", is: {not} an [email]"),
        ]),
        "validationerror" => ServiceError::bad_request("InvalidName", "name is invalid")
            .with_field("InvalidName", "Name", "name is invalid"),
        "validationresult" => ServiceError::bad_request(
            "NotEmpty",
            "must not be empty\n\n  - must not be empty [Firstname]\n  - not an email [Email]",
        )
        .with_field("NotEmpty", "Firstname", "must not be empty")
        .with_field("Email", "Email", "not an email"),
        "responsestatus" => several(),
        "notimpl" => ServiceError::not_implemented("not yet"),
        "notsupported" => of(405, "NotSupportedException", "not supported"),
        "format" => of(400, "FormatException", "bad format"),
        "invalidop" => of(500, "InvalidOperationException", "wrong moment"),
        "nullref" => of(
            500,
            "NullReferenceException",
            "Object reference not set to an instance of an object.",
        ),
        "unauthorized" => ServiceError::unauthorized("who are you"),
        "forbidden" => ServiceError::forbidden("go away"),
        "unauthorizedaccess" => of(403, "UnauthorizedAccessException", "no access"),
        "authentication" => of(500, "AuthenticationException", "not you"),
        "ssauthentication" => of(401, "AuthenticationException", "not signed in"),
        "securitytoken" => of(401, "SecurityTokenExpiredException", "expired"),
        "filenotfound" => of(404, "FileNotFoundException", "file gone"),
        "keynotfound" => of(500, "KeyNotFoundException", "key gone"),
        "timeout" => of(500, "TimeoutException", "too slow"),
        "serialization" => of(400, "SerializationException", "ser"),
        "concurrency" => of(409, "OptimisticConcurrencyException", "stale"),
        "aggregate" => of(400, "ArgumentException", "inner one"),
        "aggregate2" => of(
            400,
            "AggregateException",
            "One or more errors occurred. (inner one) (inner two)",
        ),
        "inner" => of(500, "Exception", "outer message"),
        "cancelled" => of(500, "TaskCanceledException", "cancelled"),
        "unicode" => ServiceError::not_found("kund \"Åsa\", {10} [x]: 日本 😀\nline2\ttab\\"),
        "empty" => of(500, "Exception", ""),
        other => of(500, "Exception", &format!("no kind {other}")),
    }
}

/// An entry as FluentValidation makes it, with a `Meta` that is empty.
fn entry(code: &str, name: &str, message: &str) -> ResponseError {
    ResponseError {
        error_code: Some(code.into()),
        field_name: Some(name.into()),
        message: Some(message.into()),
        meta: Some(BTreeMap::new()),
    }
}

/// Two errors, one with a `Meta`.
fn several() -> ServiceError {
    let meta = |name: &str, value: &str| Some(BTreeMap::from([(name.into(), value.into())]));
    let first = ResponseError {
        meta: meta("k", "v"),
        ..entry("E1", "Customers[0].Name", "first")
    };
    let second = ResponseError {
        error_code: Some("E2".into()),
        message: Some("second".into()),
        ..ResponseError::default()
    };
    let status = ResponseStatus {
        error_code: Some("Multi".into()),
        message: Some("several".into()),
        errors: Some(vec![first, second]),
        meta: meta("trace", "a,b"),
        ..ResponseStatus::default()
    };
    ServiceError::from_response_status(StatusCode::BAD_REQUEST, status)
}
