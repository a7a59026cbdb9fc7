//! What an application that uses the package answers, and the recorded requests replayed against
//! one.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by a panic, in its helpers as well; no other crate reaches its modules"
)]

mod answers;
mod ask;
mod bodies;
mod conformance_clients_served;
mod conformance_http;
mod encoders;
mod errors;
mod overrides;
mod requests;
mod routing;
mod sample;
mod services;
mod streams;
