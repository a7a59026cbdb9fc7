//! Chapters of the documentation.

#[doc = include_str!("mapping.md")]
pub mod mapping {}

#[doc = include_str!("deviations.md")]
pub mod deviations {}
