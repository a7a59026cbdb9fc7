//! The pages that show several packages together. Their examples are tests; there is nothing else
//! here.

/// The README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;

/// The README of jsv-axum.
#[cfg(doctest)]
#[doc = include_str!("../../../axum/README.md")]
pub struct ReadmeOfAxum;

/// The README of jsv-reqwest.
#[cfg(doctest)]
#[doc = include_str!("../../../reqwest/README.md")]
pub struct ReadmeOfReqwest;

/// The chapter for authors of servers and clients of ServiceStack services.
#[cfg(doctest)]
#[doc = include_str!("../../../src/guide/http.md")]
pub struct GuideOfHttp;
