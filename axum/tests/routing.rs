//! Which handler a request gets to.

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    http::{Method, Uri},
    routing::{any, get as on_get},
};
use jsv::negotiate::{Negotiator, Offer, Policy};
use jsv_axum::{NegotiateLayer, Negotiated, Reply};
use tower::Layer;

use super::ask::{JSV, around, ask, get, send, servicestack};

/// Answers the path that the handler sees, and that of the request.
fn paths() -> axum::routing::MethodRouter {
    on_get(async |uri: Uri, negotiated: Negotiated| {
        Reply([uri.path().to_owned(), negotiated.path().to_owned()])
    })
}

#[test]
fn a_suffix_is_taken_off_before_routing() {
    let app = servicestack(
        Router::new()
            .route("/customers", paths())
            .route("/customers/{id}", paths())
            .route("/report.txt", paths()),
    );
    assert_eq!(
        get(&app, "/customers.jsv").body,
        "[/customers,/customers.jsv]"
    );
    assert_eq!(
        get(&app, "/customers/5.jsv?a=b").body,
        "[/customers/5,/customers/5.jsv]"
    );
    assert_eq!(
        get(&app, "/report.txt?format=jsv").body,
        "[/report.txt,/report.txt]"
    );
    assert_eq!(get(&app, "/customers.JSV").status, 404);
    assert_eq!(get(&app, "/customers.json.jsv").status, 404);

    let server = Negotiator::new(Policy::ServiceStack).suffixes(false);
    let app = NegotiateLayer::new(server).around(Router::new().route("/customers", paths()));
    assert_eq!(get(&app, "/customers.jsv").status, 404);
}

#[test]
fn the_query_stays() {
    let router = Router::new().route("/a", on_get(async |RawQuery(query)| Reply(query)));
    let app = servicestack(router);
    assert_eq!(get(&app, "/a.jsv?b=%20c").body, "b=%20c");
}

#[test]
fn negotiated_routers_are_nested_and_nest() {
    let inner = || Router::new().route("/customers", paths());
    let nested = Router::new().nest("/v1", servicestack(inner()));
    assert_eq!(
        get(&nested, "/v1/customers.jsv").body,
        "[/customers,/customers.jsv]"
    );
    assert_eq!(get(&nested, "/v1/nowhere.jsv").status, 404);
    assert_eq!(get(&nested, "/customers.jsv").status, 404);

    let nests = servicestack(Router::new().nest("/v1", inner()));
    assert_eq!(
        get(&nests, "/v1/customers.jsv").body,
        "[/customers,/v1/customers.jsv]"
    );

    let service = Router::new().nest_service("/v1", servicestack(inner()));
    assert_eq!(
        get(&service, "/v1/customers.jsv").body,
        "[/customers,/customers.jsv]"
    );
}

#[test]
fn fallbacks_of_the_application_are_negotiated() {
    let app = Router::new().fallback(async || Reply("nothing here"));
    assert_eq!(
        get(&servicestack(app), "/nowhere.jsv").parts(),
        (200, JSV.into(), "nothing here")
    );
}

#[test]
fn the_routers_own_answers_stay() {
    let app = servicestack(Router::new().route("/customers", paths()));
    let answer = ask(&app, Request::post("/customers"));
    assert_eq!(
        (answer.status.as_u16(), &*answer.header("allow")),
        (405, "GET,HEAD")
    );
    assert_eq!(answer.parts(), (405, String::new(), ""));
    assert_eq!(get(&app, "/nowhere").parts(), (404, String::new(), ""));
}

#[test]
fn head_and_options_get_where_the_router_says() {
    let app = servicestack(
        Router::new()
            .route("/get", on_get(async || Reply(1)))
            .route(
                "/any",
                any(async |method: Method| Reply(method.to_string())),
            ),
    );
    assert_eq!(ask(&app, Request::head("/get")).status, 200);
    assert_eq!(ask(&app, Request::options("/get")).status, 405);
    assert_eq!(ask(&app, Request::options("/any.jsv")).body, "OPTIONS");
    let report = Request::builder().method("REPORT").uri("/any.jsv");
    assert_eq!(ask(&app, report).body, "REPORT");
}

#[test]
fn as_a_layer_of_the_router_it_negotiates_after_routing() {
    let router = Router::new().route("/customers", paths());
    let app = router.layer(NegotiateLayer::new(Policy::ServiceStack));
    assert_eq!(
        get(&app, "/customers?format=jsv").body,
        "[/customers,/customers]"
    );
    assert_eq!(get(&app, "/customers.jsv").status, 404);
}

#[test]
fn as_a_layer_of_tower_it_is_around_any_service() {
    use tower::ServiceExt;

    let service = tower::service_fn(async |request: Request| {
        assert_eq!(request.uri().path(), "/a");
        Ok::<_, std::convert::Infallible>(Reply([1, 2]))
    });
    let service = NegotiateLayer::new(Policy::Strict).layer(service);
    let request = Request::get("/a.jsv")
        .body(axum::body::Body::empty())
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let response = runtime.block_on(service.oneshot(request)).unwrap();
    assert_eq!(response.headers()["content-type"], JSV);
}

#[test]
fn of_several_layers_the_outermost_counts() {
    let inner = around(
        Policy::Default(Offer::JSV),
        Router::new().route("/a", paths()),
    );
    let app = servicestack(inner);
    assert_eq!(get(&app, "/a.jsv").body, "[/a,/a.jsv]");
    assert_eq!(get(&app, "/a").body, r#"["/a","/a"]"#);
}

#[test]
fn routes_below_api_are_the_applications_own() {
    let app = servicestack(Router::new().route("/api/customers", paths()));
    assert_eq!(
        get(&app, "/api/customers.jsv").body,
        "[/api/customers,/api/customers.jsv]"
    );
    let accepts = Request::get("/api/customers").header("Accept", "application/jsv");
    assert_eq!(ask(&app, accepts).body, "[/api/customers,/api/customers]");
    assert_eq!(get(&app, "/json/reply/X").status, 404);
}

#[test]
fn a_route_that_has_a_suffix_of_its_own_is_found() {
    let app = servicestack(
        Router::new()
            .route(
                "/openapi.json",
                on_get(async |uri: Uri| uri.path().to_owned()),
            )
            .route(
                "/posted.jsv",
                axum::routing::post(async |body: String| body),
            )
            .nest_service(
                "/static",
                Router::new().fallback(async |uri: Uri| uri.path().to_owned()),
            ),
    );
    assert_eq!(get(&app, "/openapi.json").body, "/openapi.json");
    assert_eq!(get(&app, "/static/data.json").body, "/data.json");
    assert_eq!(
        send(&app, Request::post("/posted.jsv"), "body").body,
        "body"
    );
}

#[test]
fn a_wildcard_gets_the_path_as_it_was_sent() {
    let app = servicestack(Router::new().route(
        "/files/{*path}",
        on_get(async |Path(path): Path<String>| Reply(path)),
    ));
    assert_eq!(get(&app, "/files/a/b.jsv").body, "a/b.jsv");
    assert_eq!(get(&app, "/files/a/b.jsv").header("content-type"), JSV);

    let after_routing = Router::new()
        .route(
            "/files/{*path}",
            on_get(async |Path(path): Path<String>| Reply(path)),
        )
        .layer(NegotiateLayer::new(Policy::ServiceStack));
    assert_eq!(get(&after_routing, "/files/a/b.jsv").body, "a/b.jsv");
}

#[test]
fn connect_is_answered_without_a_length() {
    let app = servicestack(Router::new().fallback(async || Reply(1)));
    let answer = ask(&app, Request::connect("example.org:443"));
    assert_eq!(
        (answer.status.as_u16(), &*answer.header("content-length")),
        (200, "")
    );
}
