//! The tests of the library, one module a subject.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by a panic, in its helpers as well; no other crate reaches its modules"
)]

mod conformance_dates;
mod conformance_negotiate;
mod conformance_read;
mod conformance_urls;
mod conformance_write;
mod dates;
mod depth;
mod dotnet;
mod dto;
mod error_reports;
mod hostile;
mod json_read;
mod json_transcode;
mod json_write;
mod known_limits;
mod module_order;
mod negotiate;
mod other_formats;
mod properties;
mod query;
mod seeds;
mod value;
