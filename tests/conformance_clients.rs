//! Clients: the recorded answers are read as the C# clients read them, and the requests of their
//! calls are those that they sent.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a line that cannot be understood is a failure of the test; the modules that are shared \
              with other tests are used in part"
)]

#[path = "conformance_clients/reading.rs"]
mod reading;
#[path = "conformance_clients/requests.rs"]
mod requests;
#[path = "conformance_clients/server.rs"]
mod server;
