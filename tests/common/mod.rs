//! What the conformance tests share: the recorded lines, the model types that they are about, and
//! how a recorded value becomes a Rust value. What is asserted about a line stands in the tests.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test binary compiles this module as its own and uses a part of it"
)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a recorded line that cannot be understood is a failure of the test"
)]

pub mod format;
pub mod json;
pub mod lines;
pub mod mirror;
pub mod registry;
pub mod scalars;
pub mod types;
