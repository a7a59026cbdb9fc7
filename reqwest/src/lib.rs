//! Clients of ServiceStack's services, over reqwest: request DTOs go out in JSON or JSV, responses
//! are read in whichever of the two they come.
//!
//! Three traits extend reqwest's types. They are sealed.
//!
//! | trait | of | |
//! |---|---|---|
//! | [`ClientExt`] | `Client` | requests of [`Operation`](jsv::operation::Operation)s, by their own routes and verbs |
//! | [`RequestBuilderExt`] | `RequestBuilder` | bodies, `Accept`, and an operation by a verb of the caller's choice |
//! | [`ResponseExt`] | `Response` | reads a DTO, or the error that the service sent in place of it |
//!
//! ```no_run
//! use jsv::{Format, dto::bokamera::{CompanyLicenseQueryResponse, CreateLicense}};
//! use jsv_reqwest::{ClientExt, Error, RequestBuilderExt, ResponseExt};
//!
//! # async fn run() -> Result<(), Error> {
//! let client = reqwest::Client::new();
//! let create = CreateLicense { type_id: Some(1), ..Default::default() };
//!
//! // POST https://api.example.org/licenses/company, by the route of the operation.
//! let response = client
//!     .operation("https://api.example.org", Format::Jsv, &create)
//!     .bearer_auth("token")
//!     .send()
//!     .await?;
//! match response.dto::<CompanyLicenseQueryResponse>().await {
//!     Ok(license) => println!("{license:?}"),
//!     Err(Error::Service(error)) => println!("{}: {}", error.code(), error.message()),
//!     Err(error) => return Err(error),
//! }
//!
//! // To a URL of one's own; the format of the answer is another matter than that of the request.
//! let response = client
//!     .post("https://api.example.org/licenses")
//!     .accept_format(Format::Json)
//!     .jsv(&create)
//!     .send()
//!     .await?;
//! let licenses: Option<Vec<i32>> = response.dto().await?;
//! # let _ = licenses;
//! # Ok(())
//! # }
//! ```
//!
//! # What is read how
//!
//! The rules are those of http.md, section 7. "Nothing" is `None` for an `Option`, `()` for `()`,
//! and an error for every other type.
//!
//! | status | body | what [`dto`](ResponseExt::dto) gives |
//! |---|---|---|
//! | 2xx | empty; `null` in JSON | nothing |
//! | 2xx | by its `Content-Type` JSON or JSV, each in both spellings, parameters ignored | the DTO, or [`Error::Read`] |
//! | 2xx | of another type, or of none | [`Error::ContentType`] |
//! | 2xx | in a coding that reqwest did not undo | [`Error::ContentEncoding`] |
//! | other | with an `ErrorCode` in its `ResponseStatus` | [`Error::Service`] with what was sent |
//! | other | without one, or none that can be read | [`Error::Service`] with the reason phrase (`Not Found`), else the name of the status (`NotFound`) as code and message, entries about members as sent |
//!
//! The body of an error is read by its `Content-Type`; where that is none of the formats or the body
//! is not in it, by its first characters: `{"` is JSON, any other `{` JSV, anything else no body. It
//! has names in any case, `snake_case` too. One that breaks off, is in a coding or is longer than 1 MiB
//! is not read.
//!
//! Names of a DTO match in any case, one byte-order mark is skipped, and a text is strict as ever:
//! what is truncated or does not fit is an error with its place. The size of a successful body has no
//! limit, as with reqwest's own `json`.
//!
//! reqwest follows redirects before a response is seen; one that it does not follow, by its policy,
//! is an error like any other status that is not 2xx.

mod edit;
mod error;
mod nothing;
mod operation;
mod request;
mod response;

#[doc(no_inline)]
pub use jsv;
#[doc(no_inline)]
pub use reqwest;

pub use self::{
    error::Error, operation::ClientExt, request::RequestBuilderExt, response::ResponseExt,
};

/// Keeps the traits to reqwest's types, so that they can grow.
mod sealed {
    pub trait Sealed {}

    impl Sealed for reqwest::Client {}
    impl Sealed for reqwest::RequestBuilder {}
    impl Sealed for reqwest::Response {}
}
