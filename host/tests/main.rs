//! The host as its callers see it: the services in both formats, the metadata pages, the program.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic, in its helpers as well"
)]

mod ask;
mod pages;
mod program;
mod readme;
mod samples;
mod services;
