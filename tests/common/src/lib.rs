//! What the tests of `jsv` share.
//!
//! - The recorded lines: [`lines`], and the types and values in them.
//!   A .NET type is checked by a [`model`] of it. All types have one that `schema.json` drives at
//!   run time: [`schema`] has the types by their names, [`tree`] their values, which [`write`](mod@write)
//!   and [`read`] pass through serde. Some have a second one, whose Rust type derives serde's
//!   traits: a [`mirror`].
//! - The calls of the C# clients ([`calls`]), with their request DTOs ([`probes`]).
//! - Values and stacks for tests of properties and of depth ([`strategies`], [`shapes`], [`texts`],
//!   [`stack`]), and any DTO behind one interface ([`dto`]).
//!
//! What is asserted stands in the tests.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a recorded line that cannot be understood is a failure of the test"
)]

pub mod any_scalar;
pub mod calls;
pub mod dto;
pub mod format;
pub mod json;
pub mod lines;
pub mod losses;
pub mod mirror;
pub mod model;
pub mod probes;
pub mod read;
pub mod scalars;
pub mod schema;
pub mod shapes;
pub mod stack;
pub mod strategies;
pub mod texts;
pub mod tree;
pub mod types;
pub mod write;
