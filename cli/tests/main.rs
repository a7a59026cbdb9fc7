//! The command as it is run.

#![allow(
    clippy::unwrap_used,
    reason = "a command that cannot be run is a failure of the test"
)]

mod command;
mod readme;
