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

/// The chapter for whoever serves or calls what ServiceStack hosts serve or call.
#[cfg(doctest)]
#[doc = include_str!("../../../src/guide/http.md")]
pub struct GuideOfHttp;
