//! The date types at their edges, and the calendar that they count by.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it wants by failing"
)]

mod calendar;
mod edges;
