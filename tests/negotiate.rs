//! Negotiation beside the recorded requests: `Accept` as RFC 9110 has it, the rules of URLs,
//! JSONP, and properties against a naive implementation.

#![allow(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test fails by a panic, in its helpers as well; no other crate reaches its modules"
)]

#[path = "negotiate/oracle.rs"]
mod oracle;
#[path = "negotiate/properties.rs"]
mod properties;
#[path = "negotiate/strict.rs"]
mod strict;
#[path = "negotiate/urls.rs"]
mod urls;
