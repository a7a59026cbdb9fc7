//! Requests and responses of reqwest.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "what fails is the test; the modules that are shared with other tests are used in part"
)]

#[path = "reqwest/errors.rs"]
mod errors;
#[path = "reqwest/operations.rs"]
mod operations;
#[path = "reqwest/requests.rs"]
mod requests;
#[path = "reqwest/responses.rs"]
mod responses;
#[path = "conformance_clients/server.rs"]
mod server;

use serde::{Deserialize, Serialize, Serializer};

/// A DTO without much.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Item {
    id: i32,
    name: Option<String>,
}

fn item() -> Item {
    Item {
        id: 1,
        name: Some("a, b".into()),
    }
}

/// What cannot be written.
struct Unwritable;

const UNWRITABLE: &str = "it cannot be written";

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _serializer: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom(UNWRITABLE))
    }
}

/// A response that was not received from anywhere.
fn response(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> reqwest::Response {
    let mut builder = http::Response::builder().status(status);
    if !content_type.is_empty() {
        builder = builder.header("Content-Type", content_type);
    }
    builder.body(body.into()).unwrap().into()
}
