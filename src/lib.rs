//! JSV and ServiceStack's JSON, the text formats of ServiceStack (.NET), for serde.
//!
//! JSV has CSV's quoting and JSON's nesting: `{Name:"a,b",Tags:[x,y],On:True,Sub:{Id:1}}`. A text
//! stands in quotes only where one of `"` `:` `,` `{` `}` `[` `]` CR LF occurs in it, an inner
//! quote is doubled, nulls are left out, white space is data, and nothing on the wire tells a
//! number from a text: the target type does.
//!
//! This crate writes what ServiceStack.Text 10 writes, byte for byte, except where its own reader
//! would not get the value back, and reads what it reads. What the reference would drop, garble or
//! guess at is an [`Error`] here, with line, column and path.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, Debug, PartialEq)]
//! #[serde(rename_all = "PascalCase")]
//! struct Customer {
//!     name: String,
//!     tags: Vec<String>,
//!     active: bool,
//!     phone: Option<String>,
//! }
//!
//! let text = r#"{Name:"Me, Junior",Tags:[x,y],Active:True}"#;
//! let customer: Customer = jsv::from_str(text)?;
//! assert_eq!(customer.tags, ["x", "y"]);
//! assert_eq!(jsv::to_string(&customer)?, text);
//! # Ok::<(), jsv::Error>(())
//! ```
//!
//! # Where to find what
//!
//! | | |
//! |---|---|
//! | read | [`from_str`], [`from_slice`], `from_reader`; [`Deserializer`] |
//! | write | [`to_string`], [`to_vec`], `to_writer`, and `…_pretty`; [`Serializer`] |
//! | without a type | [`Value`], [`Map`], [`jsv!`], [`to_value`], [`from_value`] |
//! | choose how | [`Options`], with all of these functions as methods |
//! | ServiceStack's JSON | `json`, the same functions again; `Format` chooses at run time |
//! | .NET's scalars | `dotnet`: `Guid`, `DateTime`, `DateTimeOffset`, `TimeSpan`, `Decimal`, … |
//! | DTOs of real services | `dto` |
//! | which format a request wants | [`negotiate`] |
//! | query strings, forms, routes | `query` |
//! | requests and answers of axum | `axum` |
//! | requests and responses of reqwest | `reqwest` |
//! | what went wrong | [`Error`], [`error::Category`] |
//! | what serde's types become | [`guide::mapping`] |
//! | what C#'s types and settings become | `guide::servicestack` (features `decimal`, `dto`, `json`) |
//! | what hosts and clients become | `guide::http` (features `axum`, `reqwest`) |
//! | what is written or read otherwise than by the reference | [`guide::deviations`] |
//!
//! The reference is ServiceStack.Text 10. jsv.md, json.md and http.md, whose sections these pages
//! cite, are the formats and their HTTP rule by rule, in the folder `docs` of the repository.
//!
//! # Features
//!
//! | feature | default | what |
//! |---|---|---|
//! | `std` | yes | `from_reader`, `to_writer`; faster search in long text |
//! | `json` | no | the module `json` and `Format`, over serde_json; needs `std` |
//! | `dotnet` | no | the module `dotnet`, over uuid, chrono, base64 and bitflags |
//! | `decimal` | no | `dotnet::Decimal`, over rust_decimal; implies `dotnet` |
//! | `dto` | no | the module `dto`; implies `dotnet` |
//! | `query` | no | the module `query`, over percent-encoding; implies `dotnet` |
//! | `axum` | no | the modules `axum` and `http`, for axum 0.8; implies `json`, `dto`, `query` |
//! | `reqwest` | no | the modules `reqwest` and `http`, for reqwest 0.13; implies `json`, `dto`, `query` |
//!
//! Features only add. Without any, the crate needs `alloc` alone.

#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "axum")]
pub mod axum;
pub mod de;
#[cfg(feature = "dotnet")]
pub mod dotnet;
#[cfg(feature = "dto")]
pub mod dto;
pub mod error;
#[cfg(feature = "json")]
mod format;
pub mod guide;
#[cfg(any(feature = "axum", feature = "reqwest"))]
pub mod http;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "dotnet")]
mod kinds;
pub mod negotiate;
mod options;
mod private;
#[cfg(feature = "query")]
pub mod query;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "dotnet")]
mod scalars;
pub mod ser;
mod syntax;
pub mod value;

#[cfg(feature = "std")]
pub use de::from_reader;
pub use de::{Deserializer, from_slice, from_str};
pub use error::{Error, Result};
#[cfg(feature = "json")]
pub use format::Format;
#[cfg(feature = "json")]
pub use options::NonFinite;
#[cfg(feature = "dotnet")]
pub use options::{DateFormat, GuidFormat};
pub use options::{Defaults, Duplicates, Layout, Options, TextCase, Unknown, Untyped};
pub use ser::{Serializer, to_string, to_string_pretty, to_vec, to_vec_pretty};
#[cfg(feature = "std")]
pub use ser::{to_writer, to_writer_pretty};
pub use value::{Map, Value, from_value, to_value};

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
