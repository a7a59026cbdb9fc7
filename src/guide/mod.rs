//! Chapters of the documentation.

#[doc = include_str!("mapping.md")]
pub mod mapping {}

#[cfg(all(feature = "decimal", feature = "dto", feature = "json"))]
#[doc = include_str!("servicestack.md")]
pub mod servicestack {}

#[doc = include_str!("deviations.md")]
pub mod deviations {}

#[cfg(all(feature = "axum", feature = "reqwest"))]
#[doc = include_str!("http.md")]
pub mod http {}
