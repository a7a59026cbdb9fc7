//! An application with an answer of each kind.

use axum::{
    Router,
    http::{StatusCode, header},
    response::Redirect,
    routing::{any, get as on_get, post},
};
use jsv_axum::{Raw, Reply};
use serde::Serialize;

#[derive(Serialize, Clone)]
#[serde(rename_all = "PascalCase")]
pub struct Customer {
    pub name: String,
    pub tags: Vec<&'static str>,
}

pub fn customer() -> Reply<Customer> {
    Reply(Customer {
        name: "a,\u{2028}".into(),
        tags: vec!["x", "y"],
    })
}

pub fn app() -> Router {
    Router::new()
        .route("/customer", any(async || customer()))
        .route("/nothing", any(async || Reply(())))
        .route("/none", any(async || Reply(None::<Customer>)))
        .route(
            "/created",
            post(async || {
                (
                    StatusCode::CREATED,
                    [(header::LOCATION, "/customer/1")],
                    customer(),
                )
            }),
        )
        .route("/gone", any(async || (StatusCode::NO_CONTENT, customer())))
        .route(
            "/own",
            any(async || ([(header::CONTENT_TYPE, "text/jsv; v=1")], customer())),
        )
        .route(
            "/other",
            any(async || ([(header::CONTENT_TYPE, "application/x")], customer())),
        )
        .route(
            "/json-own",
            any(async || ([(header::CONTENT_TYPE, "application/json")], customer())),
        )
        .route(
            "/spelt",
            any(async || {
                let content_type = "application/json;charset=utf-8";
                ([(header::CONTENT_TYPE, content_type)], customer())
            }),
        )
        .route("/accepted", any(async || (StatusCode::ACCEPTED, Reply(()))))
        .route(
            "/reset",
            any(async || (StatusCode::RESET_CONTENT, customer())),
        )
        .route("/text", any(async || Raw::text("a\u{2028}")))
        .route("/bytes", any(async || Raw::body(vec![b'a', b'b'])))
        .route("/plain", on_get(async || "plain"))
        .route(
            "/json",
            on_get(async || ([(header::CONTENT_TYPE, "application/json")], "[1]")),
        )
        .route("/to", on_get(async || Redirect::to("/customer")))
        .route("/status", on_get(async || StatusCode::ACCEPTED))
        .route(
            "/vary",
            on_get(async || ([(header::VARY, "Origin, accept")], customer())),
        )
}

pub const TEXT: &str = "{name:\"a,\u{2028}\",tags:[x,y]}";
pub const JSON_TEXT: &str = "{\"name\":\"a,\u{2028}\",\"tags\":[\"x\",\"y\"]}";
