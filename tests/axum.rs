//! The adapter for axum: what an application that uses it answers.

#![allow(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by a panic, in its helpers as well; no other crate reaches its modules"
)]

mod axum {
    pub mod answers;
    pub mod ask;
    pub mod bodies;
    pub mod encoders;
    pub mod errors;
    pub mod overrides;
    pub mod requests;
    pub mod routing;
    pub mod sample;
    pub mod services;
    pub mod streams;
}
