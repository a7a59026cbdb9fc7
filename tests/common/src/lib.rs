//! What the tests of `jsv` share: the recorded lines, the model types that they are about, and how a
//! recorded value becomes a Rust value; the calls of the C# clients with their request DTOs; values
//! and stacks for tests of properties and of depth. What is asserted stands in the tests.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a recorded line that cannot be understood is a failure of the test"
)]

pub mod calls;
pub mod format;
pub mod json;
pub mod lines;
pub mod mirror;
pub mod probes;
pub mod registry;
pub mod scalars;
pub mod stack;
pub mod strategies;
pub mod types;
