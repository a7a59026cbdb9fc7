//! Requests and responses of reqwest, and the recorded calls of other clients.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by a panic, in its helpers as well; no other crate reaches its modules"
)]

mod conformance_clients;
mod errors;
mod operations;
mod requests;
mod responses;
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
