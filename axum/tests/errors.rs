//! Errors as answers.

use std::io;

use axum::{Router, extract::Request, http::StatusCode, routing::get as on_get};
use jsv::{
    Options, TextCase,
    http::ServiceError,
    negotiate::{Negotiator, Offer, Policy},
    operation::ResponseError,
};
use jsv_axum::{Error, NegotiateLayer, Reply};

use super::ask::{JSON, JSV, around, ask, get, servicestack};

fn app() -> Router {
    async fn fails() -> Result<Reply<i32>, Error> {
        Err(io::Error::other("disk 7"))?;
        Ok(Reply(1))
    }
    Router::new()
        .route(
            "/argument",
            on_get(async || Error(ServiceError::argument("Name", "too long"))),
        )
        .route("/internal", on_get(fails))
        .route(
            "/teapot",
            on_get(async || {
                let error = ServiceError::new(StatusCode::IM_A_TEAPOT, "TeaPot", "short");
                Error(error.with_meta("a b", "{c}"))
            }),
        )
}

#[test]
fn an_error_is_answered_in_the_format_that_is_wanted() {
    let app = servicestack(app());
    let json = r#"{"responseStatus":{"errorCode":"ArgumentException","message":"too long (Parameter 'Name')","errors":[{"errorCode":"ArgumentException","fieldName":"Name","message":"too long"}]}}"#;
    assert_eq!(get(&app, "/argument").parts(), (400, JSON.to_owned(), json));
    let jsv = "{responseStatus:{errorCode:TeaPot,message:short,errors:[],meta:{a b:\"{c}\"}}}";
    assert_eq!(get(&app, "/teapot.jsv").parts(), (418, JSV.to_owned(), jsv));
    assert_eq!(get(&app, "/teapot").header("vary"), "Accept");
}

#[test]
fn an_error_of_the_service_keeps_its_status_in_a_jsonp_call() {
    let app = servicestack(app());
    let answer = get(&app, "/teapot?callback=show");
    assert_eq!(
        (answer.status.as_u16(), &*answer.header("content-type")),
        (418, "text/javascript")
    );
    assert!(answer.body.starts_with("show({"), "{}", answer.body);
}

#[test]
fn nothing_of_an_internal_error_is_told_unless_it_is_asked_for() {
    let answer = get(&servicestack(app()), "/internal.jsv");
    let body = "{responseStatus:{errorCode:InternalServerError,message:The service could not answer the request,errors:[]}}";
    assert_eq!(answer.parts(), (500, JSV.to_owned(), body));

    let open = NegotiateLayer::new(Policy::ServiceStack)
        .internals(true)
        .around(app());
    assert!(get(&open, "/internal.jsv").body.contains("message:disk 7,"));
}

#[test]
fn strict_refuses_what_is_not_acceptable_and_says_what_is() {
    let app = around(Policy::Strict, app());
    let answer = ask(&app, Request::get("/teapot").header("Accept", "image/png"));
    let body = r#"{"responseStatus":{"errorCode":"NotAcceptable","message":"not acceptable, expected application/json or application/jsv","errors":[]}}"#;
    assert_eq!(answer.parts(), (406, JSON.to_owned(), body));
    assert_eq!(answer.header("vary"), "Accept");
}

#[test]
fn a_format_that_is_switched_off_is_a_403_with_its_type() {
    const SERVER: Negotiator = Negotiator::new(Policy::ServiceStack).switched_off(&["jsv"]);
    let answer = get(&NegotiateLayer::new(SERVER).around(app()), "/teapot.jsv");
    assert_eq!(answer.parts(), (403, JSV.to_owned(), ""));
    assert_eq!(answer.header("vary"), "Accept");
}

#[test]
fn refusals_are_in_the_text_case_of_the_server() {
    let options = Options::new().text_case(TextCase::AsDeclared);
    let server = Negotiator::new(Policy::Strict).default_offer(Offer::JSV);
    let app = NegotiateLayer::new(server).options(options).around(app());
    let answer = ask(&app, Request::get("/teapot").header("Accept", "image/png"));
    assert!(
        answer
            .body
            .starts_with("{ResponseStatus:{ErrorCode:NotAcceptable,"),
        "{}",
        answer.body
    );
}

#[test]
fn errors_come_from_the_usual() {
    let codes = [
        (ServiceError::from(StatusCode::NOT_FOUND), 404, "NotFound"),
        (
            ServiceError::from(StatusCode::URI_TOO_LONG),
            414,
            "RequestUriTooLong",
        ),
        (ServiceError::unauthorized("x"), 401, "Unauthorized"),
        (ServiceError::forbidden("x"), 403, "Forbidden"),
        (ServiceError::conflict("x"), 409, "Conflict"),
        (
            ServiceError::not_implemented("x"),
            405,
            "NotImplementedException",
        ),
        (
            ServiceError::validation([ResponseError::default()]),
            400,
            "ValidationException",
        ),
        (
            jsv::from_str::<i32>("x").unwrap_err().into(),
            500,
            "InternalServerError",
        ),
    ];
    for (error, status, code) in codes {
        assert_eq!((error.status().as_u16(), error.code()), (status, code));
    }
}

#[test]
fn a_status_and_headers_beside_an_error_stand() {
    let app = servicestack(Router::new().route(
        "/",
        on_get(async || {
            let headers = [
                ("www-authenticate", "Bearer"),
                ("content-type", "text/plain"),
            ];
            (
                StatusCode::BAD_GATEWAY,
                headers,
                Error(ServiceError::unauthorized("x")),
            )
        }),
    ));
    let answer = get(&app, "/?format=jsv");
    let body = "{responseStatus:{errorCode:Unauthorized,message:x,errors:[]}}";
    assert_eq!(answer.parts(), (502, JSV.to_owned(), body));
    assert_eq!(answer.header("www-authenticate"), "Bearer");
}
