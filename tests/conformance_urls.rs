//! URLs: those that the C# clients build are built, and what a host bound from a query is bound.

#![allow(
    clippy::panic,
    unreachable_pub,
    reason = "a line that cannot be understood is a failure of the test"
)]

#[path = "urls/binding.rs"]
mod binding;
#[path = "urls/building.rs"]
mod building;
