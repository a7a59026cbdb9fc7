//! Chapters of the documentation.

#[doc = include_str!("mapping.md")]
pub mod mapping {}

#[cfg(all(feature = "decimal", feature = "dto", feature = "json"))]
#[doc = include_str!("servicestack.md")]
pub mod servicestack {}

#[doc = include_str!("deviations.md")]
pub mod deviations {}

// Its examples need jsv-axum, which needs this package; they are tests of the package in `tests/pages`.
#[cfg(feature = "http")]
#[cfg_attr(not(doctest), doc = include_str!("http.md"))]
#[cfg_attr(doctest, doc = "Tested elsewhere.")]
pub mod http {}
