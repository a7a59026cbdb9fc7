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
//! | read | [`from_str`], [`from_slice`], [`from_reader`]; [`Deserializer`] |
//! | write | [`to_string`], [`to_vec`], [`to_writer`], and `…_pretty`; [`Serializer`] |
//! | without a type | [`Value`], [`Map`], [`jsv!`], [`to_value`], [`from_value`] |
//! | choose how | [`Options`], with all of these functions as methods |
//! | ServiceStack's JSON | [`json`], the same functions again; [`Format`] chooses at run time |
//! | .NET's scalars | [`dotnet`]: `Guid`, `DateTime`, `DateTimeOffset`, `TimeSpan`, `Decimal`, … |
//! | which format a request wants | [`negotiate`] |
//! | what a service says of an operation | [`operation`] |
//! | query strings, forms, routes | [`query`] |
//! | errors of services | [`http`] |
//! | DTOs of real services | [`dto`] |
//! | requests and replies of axum | the package jsv-axum; [`guide::http`] |
//! | requests and responses of reqwest | the package jsv-reqwest; [`guide::http`] |
//! | what went wrong | [`Error`], [`error::Category`] |
//! | what serde's types become | [`guide::mapping`] |
//! | what C#'s types and settings become | [`guide::servicestack`] |
//! | what hosts and clients become | [`guide::http`] |
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
//! | `query` | no | the module `query`, over percent-encoding; implies `dotnet` |
//! | `http` | no | the module `http`, over the crate http; implies `json` and `query` |
//! | `dto` | no | the module `dto`; implies `dotnet` |
//!
//! Features only add. Without any, the crate needs `alloc` alone. A link to what this build leaves out
//! leads to this table.
//!
// Where the links of a build without all features lead.
#![cfg_attr(not(feature = "std"), doc = "[`from_reader`]: index.html#features")]
#![cfg_attr(not(feature = "std"), doc = "[`to_writer`]: index.html#features")]
#![cfg_attr(not(feature = "json"), doc = "[`json`]: index.html#features")]
#![cfg_attr(not(feature = "json"), doc = "[`Format`]: index.html#features")]
#![cfg_attr(not(feature = "dotnet"), doc = "[`dotnet`]: index.html#features")]
#![cfg_attr(not(feature = "query"), doc = "[`query`]: index.html#features")]
#![cfg_attr(not(feature = "http"), doc = "[`http`]: index.html#features")]
#![cfg_attr(not(feature = "http"), doc = "[`guide::http`]: index.html#features")]
#![cfg_attr(not(feature = "dto"), doc = "[`dto`]: index.html#features")]
#![cfg_attr(
    not(all(feature = "decimal", feature = "dto", feature = "json")),
    doc = "[`guide::servicestack`]: index.html#features"
)]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "http")]
#[doc(hidden)]
pub mod adapter;
pub mod de;
#[cfg(feature = "dotnet")]
pub mod dotnet;
#[cfg(feature = "dto")]
pub mod dto;
pub mod error;
#[cfg(feature = "json")]
mod format;
pub mod guide;
#[cfg(feature = "http")]
pub mod http;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "dotnet")]
mod kinds;
pub mod negotiate;
pub mod operation;
mod options;
mod private;
#[cfg(feature = "query")]
pub mod query;
#[cfg(feature = "dotnet")]
mod scalars;
pub mod ser;
mod syntax;
pub mod value;

#[cfg(feature = "std")]
#[doc(inline)]
pub use de::from_reader;
#[doc(inline)]
pub use de::{Deserializer, from_slice, from_str};
#[doc(inline)]
pub use error::{Error, Result};
#[cfg(feature = "json")]
pub use format::Format;
#[cfg(feature = "json")]
pub use options::NonFinite;
#[cfg(feature = "dotnet")]
pub use options::{DateFormat, GuidFormat};
pub use options::{Defaults, Duplicates, Layout, Options, TextCase, Unknown, Untyped};
#[doc(inline)]
pub use ser::{Serializer, to_string, to_string_pretty, to_vec, to_vec_pretty};
#[cfg(feature = "std")]
#[doc(inline)]
pub use ser::{to_writer, to_writer_pretty};
#[doc(inline)]
pub use value::{Map, Value, from_value, to_value};
