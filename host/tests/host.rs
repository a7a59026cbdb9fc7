//! The host as its callers see it: the services in both formats, the metadata pages, the program.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic, in its helpers as well"
)]

#[path = "host/ask.rs"]
mod ask;
#[path = "host/pages.rs"]
mod pages;
#[path = "host/program.rs"]
mod program;
#[path = "host/readme.rs"]
mod readme;
#[path = "host/samples.rs"]
mod samples;
#[path = "host/services.rs"]
mod services;
