//! Operations: their own routes and the predefined ones.

use axum::{
    Router,
    extract::{Request as HttpRequest, State},
    http::{StatusCode, request::Builder},
    routing::{MethodFilter, get as on_get},
};
use jsv::{
    http::ServiceError,
    negotiate::Policy,
    operation::{Operation, Route},
};
use jsv_axum::{Error, NegotiateLayer, Negotiated, Raw, Reply, Request, Services};
use serde::{Deserialize, Serialize};

use super::ask::{Answer, JSON, JSV, ask, get, send};

#[derive(Serialize, Deserialize, Default, Clone)]
#[serde(rename_all = "PascalCase", default)]
struct Thing {
    id: i32,
    name: Option<String>,
    note: Option<String>,
}

impl Operation for Thing {
    type Response = Thing;
    const NAME: &'static str = "Thing";
    const ROUTES: &'static [Route] = &[
        Route::new(&["GET", "PUT"], "/things/{Id}"),
        Route::new(&[], "/things"),
        Route::new(&["GET"], "/notes/{Note*}"),
    ];
}

/// Answers an error for an `Id` below zero, nothing for 0, and a status for 418.
async fn thing(
    Request(thing): Request<Thing>,
) -> Result<(StatusCode, Reply<Option<Thing>>), Error> {
    match thing.id {
        ..0 => Err(ServiceError::conflict("below zero").into()),
        0 => Ok((StatusCode::OK, Reply(None))),
        418 => Ok((StatusCode::IM_A_TEAPOT, Reply(Some(thing)))),
        _ => Ok((StatusCode::OK, Reply(Some(thing)))),
    }
}

#[derive(Serialize, Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Only {
    id: i32,
}

impl Operation for Only {
    type Response = i32;
    const NAME: &'static str = "Only";
}

fn app() -> Router {
    Services::new()
        .operation(thing)
        .operation_on(
            MethodFilter::GET,
            async |State(base): State<i32>, Request(only): Request<Only>| Reply(base + only.id),
        )
        .merge(
            Router::new()
                .route("/api/health", on_get(async |_: Negotiated| "fine"))
                .route("/api/gone", on_get(async || StatusCode::NOT_FOUND))
                .fallback(async || "page"),
        )
        .with_state(40)
        .negotiate(NegotiateLayer::new(Policy::ServiceStack))
}

fn post(uri: &str, content_type: &str) -> Builder {
    HttpRequest::post(uri).header("Content-Type", content_type)
}

fn answered(uri: &str) -> String {
    let answer = get(&app(), uri);
    assert_eq!(answer.status, 200, "{uri}: {}", answer.body);
    answer.body
}

#[test]
fn an_operation_has_its_own_routes() {
    assert_eq!(answered("/things/5.jsv?name=n"), "{id:5,name:n}");
    assert_eq!(answered("/things?id=5&format=jsv"), "{id:5}");
    assert_eq!(answered("/notes/a/b.jsv?id=1"), "{id:1,note:a/b.jsv}");
    assert_eq!(answered("/notes/?id=1&format=jsv"), "{id:1}");
    let app = app();
    assert_eq!(ask(&app, HttpRequest::delete("/things/5")).status, 405);
    assert_eq!(ask(&app, HttpRequest::delete("/things?id=5")).status, 200);
}

#[test]
fn an_operation_has_the_predefined_routes_in_any_case() {
    for uri in [
        "/jsv/reply/Thing",
        "/JSV/Reply/THING",
        "/jsv/oneway/thing",
        "/jsv/reply/Thing/further/segments",
        "/api/Thing.jsv",
        "/api/thing.jsv",
    ] {
        assert_eq!(answered(&format!("{uri}?id=5")), "{id:5}");
    }
    for uri in [
        "/json/reply/Thing",
        "/api/Thing",
        "/api/Thing.json",
        "/api/Thing.jsv?format=json",
    ] {
        let separator = if uri.contains('?') { '&' } else { '?' };
        assert_eq!(answered(&format!("{uri}{separator}id=5")), r#"{"id":5}"#);
    }
    assert_eq!(get(&app(), "/API/Thing?id=5").body, "page");
}

#[test]
fn a_predefined_route_reads_bodies_in_its_own_format() {
    let app = app();
    let json = r#"{"id":5,"name":"n"}"#;
    for content_type in ["application/json", "text/plain", "application/jsv", ""] {
        let answer = send(&app, post("/json/reply/Thing", content_type), json);
        assert_eq!(
            answer.parts(),
            (200, JSON.to_owned(), json),
            "{content_type}"
        );
    }
    let form = post("/jsv/reply/Thing?id=1", "application/x-www-form-urlencoded");
    assert_eq!(
        send(&app, form, "id=5").parts(),
        (200, JSV.to_owned(), "{id:5}")
    );
}

#[test]
fn a_query_fills_what_the_body_leaves_open() {
    let request = post("/jsv/reply/Thing?id=7&name=q&note=n", "application/jsv");
    assert_eq!(
        send(&app(), request, "{Id:0,Name:b}").body,
        "{id:7,name:b,note:n}"
    );
    let request = post("/jsv/reply/Thing?id=x", "application/jsv");
    let answer = send(&app(), request, "{Name:b}");
    assert_eq!(answer.status, 400);
    assert!(
        answer.body.contains("'x' is an Invalid value for 'id'"),
        "{}",
        answer.body
    );
}

#[test]
fn a_list_is_answered_by_a_list() {
    let app = app();
    let list = |uri: &str, body: &str| -> Answer { send(&app, post(uri, ""), body.to_owned()) };
    let two = list("/json/reply/Thing[]", r#"[{"id":1},{"id":2,"name":"n"}]"#);
    assert_eq!(
        two.parts(),
        (200, JSON.to_owned(), r#"[{"id":1},{"id":2,"name":"n"}]"#)
    );
    assert_eq!(two.header("x-autobatch-completed"), "2");
    assert_eq!(
        list("/api/Thing[].jsv", "[{id:1},{id:0},{id:2}]").body,
        "[{id:1},,{id:2}]"
    );
    assert_eq!(list("/jsv/oneway/thing[]", "[{id:1}]").body, "[{id:1}]");
    for body in ["[]", ""] {
        let none = list("/jsv/reply/Thing[]", body);
        assert_eq!(none.parts(), (200, JSV.to_owned(), "[]"));
        assert_eq!(none.header("x-autobatch-completed"), "");
    }
    for body in ["{id:1}", "[{id:x}]", "[{id:1}", "{id:1},{id:2}"] {
        assert_eq!(list("/jsv/reply/Thing[]", body).status, 400, "{body}");
    }
}

#[test]
fn the_first_failure_ends_a_list() {
    let app = app();
    let answer = send(
        &app,
        post("/jsv/reply/Thing[]", ""),
        "[{id:1},{id:-1},{id:2}]",
    );
    let body = "{responseStatus:{errorCode:Conflict,message:below zero,errors:[],meta:{AutoBatchIndex:1}}}";
    assert_eq!(answer.parts(), (409, JSV.to_owned(), body));
    assert_eq!(answer.header("x-autobatch-completed"), "1");

    let answer = send(&app, post("/jsv/reply/Thing[]", ""), "[{id:1},{id:418}]");
    assert_eq!(answer.parts(), (418, JSV.to_owned(), "{id:418}"));
}

#[test]
fn a_handler_that_answers_no_value_cannot_be_in_a_list() {
    let app = Services::new()
        .operation(async |Request(_): Request<Thing>| Raw::text("x"))
        .operation(async |Request(_): Request<Only>| "ordinary")
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));
    assert_eq!(
        send(&app, post("/jsv/reply/Thing[]", ""), "[{}]").status,
        500
    );
    assert_eq!(
        send(&app, post("/jsv/reply/Only[]", ""), "[{}]").status,
        500
    );
}

#[test]
fn an_operation_on_some_methods_has_no_others() {
    let app = app();
    assert_eq!(get(&app, "/jsv/reply/Only?id=2").body, "42");
    let answer = ask(&app, HttpRequest::post("/jsv/reply/Only?id=2"));
    let body = "{responseStatus:{errorCode:NotImplementedException,message:The operation does not have the method POST,errors:[]}}";
    assert_eq!(answer.parts(), (405, JSV.to_owned(), body));
    assert_eq!(answer.header("allow"), "GET,HEAD");
    assert_eq!(
        send(&app, post("/jsv/reply/Only[]", ""), "[{id:1},{id:2}]").body,
        "[41,42]"
    );
}

#[test]
fn an_operation_that_does_not_exist_is_a_405() {
    let app = app();
    let text = "The operation does not exist for this service";
    let body = format!(
        "{{responseStatus:{{errorCode:NotImplementedException,message:{text},errors:[]}}}}"
    );
    for uri in [
        "/jsv/reply/Nope",
        "/jsv/reply/Nope[]",
        "/jsv/reply/",
        "/jsv/reply",
        "/api/Nope.jsv",
        "/jsv/reply/%C3%A5",
    ] {
        assert_eq!(
            get(&app, uri).parts(),
            (405, JSV.to_owned(), &*body),
            "{uri}"
        );
    }
    let answer = get(&app, "/json/reply/Nope?callback=show");
    assert_eq!(
        (answer.status.as_u16(), &*answer.header("content-type")),
        (200, "text/javascript")
    );
    // But an ordinary route of that form is one, whatever it answers.
    assert_eq!(get(&app, "/api/health").body, "fine");
    assert_eq!(get(&app, "/api/gone").status, 404);
    // A page for all that has no route is none for an operation.
    assert_eq!(get(&app, "/nowhere").body, "page");
    assert_eq!(get(&app, "/json/reply/Nope").header("allow"), "");
}

#[test]
#[should_panic(expected = "Overlapping method route")]
fn an_operation_is_added_once() {
    let _ = Services::<()>::new().operation(thing).operation(thing);
}

#[test]
fn an_operation_without_negotiated_layers_is_named_in_errors() {
    let answer = get(&app(), "/things/x");
    assert!(
        answer.body.contains("Unable to bind to request 'Thing'"),
        "{}",
        answer.body
    );
}

#[test]
fn a_layer_around_the_operations_is_within_the_negotiation() {
    async fn refused(_: HttpRequest) -> Result<(), Error> {
        Err(ServiceError::unauthorized("sign in first").into())
    }
    let app = Services::<()>::new()
        .operation(thing)
        .layer(axum::middleware::from_fn(
            |request: HttpRequest, _: axum::middleware::Next| refused(request),
        ))
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));
    let body = "{responseStatus:{errorCode:Unauthorized,message:sign in first,errors:[]}}";
    for uri in ["/things/5.jsv", "/jsv/reply/Thing"] {
        assert_eq!(get(&app, uri).parts(), (401, JSV.to_owned(), body));
    }
}

#[test]
fn a_bare_status_of_an_operation_stays() {
    let app = Services::<()>::new()
        .operation(async |Request(_): Request<Thing>| StatusCode::NOT_FOUND)
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));
    for uri in ["/json/reply/Thing", "/things/1"] {
        assert_eq!(get(&app, uri).status, 404, "{uri}");
    }
}

#[test]
fn an_error_in_a_list_keeps_its_status_and_headers() {
    let app = Services::<()>::new()
        .operation(async |Request(_): Request<Thing>| {
            let error = Error(ServiceError::unauthorized("x"));
            (
                StatusCode::BAD_GATEWAY,
                [("www-authenticate", "Bearer")],
                error,
            )
        })
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));
    let answer = send(&app, post("/jsv/reply/Thing[]", ""), "[{}]");
    assert_eq!(answer.status, 502);
    assert_eq!(answer.header("www-authenticate"), "Bearer");
    assert!(
        answer.body.contains("meta:{AutoBatchIndex:0}"),
        "{}",
        answer.body
    );
}

#[test]
fn services_within_a_negotiated_router_have_their_predefined_routes() {
    let inner = Services::<()>::new()
        .operation(async |Request(thing): Request<Thing>| Reply(thing))
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));
    let app = NegotiateLayer::new(Policy::ServiceStack).around(Router::new().nest("/v1", inner));
    assert_eq!(
        get(&app, "/v1/jsv/reply/Thing?id=1").parts(),
        (200, JSV.to_owned(), "{id:1}")
    );
    assert_eq!(
        get(&app, "/v1/things/1.jsv").parts(),
        (200, JSV.to_owned(), "{id:1}")
    );
    assert_eq!(get(&app, "/v1/api/Nope").status, 404);
}

#[test]
#[should_panic(expected = "there is an operation `only` already")]
fn names_in_another_case_are_the_same() {
    #[derive(Serialize, Deserialize)]
    struct Lower {}

    impl Operation for Lower {
        type Response = ();
        const NAME: &'static str = "only";
    }
    let _ = Services::<()>::new()
        .operation(async |Request(_): Request<Only>| Reply(()))
        .operation(async |Request(_): Request<Lower>| Reply(()));
}

#[test]
fn an_operation_on_some_methods_has_those_of_its_routes_alone() {
    let app = Services::<()>::new()
        .operation_on(
            MethodFilter::GET.or(MethodFilter::POST),
            async |Request(thing): Request<Thing>| Reply(thing),
        )
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));
    // Of GET and PUT on the one, and of all on the other.
    assert_eq!(get(&app, "/things/1").status, 200);
    assert_eq!(ask(&app, HttpRequest::put("/things/1")).status, 405);
    assert_eq!(ask(&app, HttpRequest::post("/things/1")).status, 405);
    assert_eq!(ask(&app, HttpRequest::post("/things")).status, 200);
    assert_eq!(ask(&app, HttpRequest::put("/things")).status, 405);
}

#[test]
#[should_panic(expected = "`PURGE` is no method that axum can route by")]
fn a_verb_that_cannot_be_routed_is_refused() {
    #[derive(Serialize, Deserialize)]
    struct Purge {}

    impl Operation for Purge {
        type Response = ();
        const NAME: &'static str = "Purge";
        const ROUTES: &'static [Route] = &[Route::new(&["PURGE"], "/purge")];
    }
    let _ = Services::<()>::new().operation(async |Request(_): Request<Purge>| Reply(()));
}

#[test]
fn a_list_is_no_form() {
    let request = post("/jsv/reply/Thing[]", "application/x-www-form-urlencoded");
    assert_eq!(send(&app(), request, "id=1").status, 415);
}

#[test]
fn a_service_that_is_nested_below_api_is_reached() {
    let nested = Router::new()
        .route("/health", on_get(async || "fine"))
        .route("/gone", on_get(async || StatusCode::NOT_FOUND));
    let app = Services::<()>::new()
        .operation(async |Request(thing): Request<Thing>| Reply(thing))
        .merge(Router::new().nest_service("/api", nested))
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));
    assert_eq!(get(&app, "/api/health").body, "fine");
    assert_eq!(get(&app, "/api/gone").parts(), (404, String::new(), ""));
    assert_eq!(get(&app, "/api/Thing.jsv?id=1").body, "{id:1}");
    assert_eq!(get(&app, "/json/reply/Nope").status, 405);
}
