//! ServiceStack's side of an axum application: requests bound to DTOs, replies in the format that a
//! request wants, errors as its clients know them, and the routes that they expect.
//!
//! | | |
//! |---|---|
//! | [`NegotiateLayer`] | the layer around the application: chooses the format, encodes the reply |
//! | [`Request`] | the DTO of a request: from its body, path, query and form. axum's own `Request` is the request as HTTP has it |
//! | [`Reply`], [`Raw`] | a reply: a value, or a body as it is |
//! | [`Error`] | a reply that is an error: a [`ServiceError`](jsv::http::ServiceError) |
//! | [`Services`] | the routes of operations, their own and the predefined ones |
//! | [`Negotiated`] | what was negotiated, for a handler that wants to know |
//!
//! ```
//! use jsv::{
//!     dto::bokamera::{CancelLicense, CompanyLicenseQueryResponse, CreateLicense},
//!     http::ServiceError,
//!     negotiate::Policy,
//! };
//! use jsv_axum::{Error, NegotiateLayer, Reply, Request, Services};
//!
//! async fn create(
//!     Request(license): Request<CreateLicense>,
//! ) -> Result<Reply<CompanyLicenseQueryResponse>, Error> {
//!     if license.meta_data.is_none() {
//!         return Err(ServiceError::argument("MetaData", "must not be empty").into());
//!     }
//!     Ok(Reply(CompanyLicenseQueryResponse { id: 7, ..Default::default() }))
//! }
//!
//! async fn cancel(Request(license): Request<CancelLicense>) -> Reply<CompanyLicenseQueryResponse> {
//!     Reply(CompanyLicenseQueryResponse { id: license.id, canceled: true, ..Default::default() })
//! }
//!
//! let app: axum::Router = Services::new()
//!     .operation(create) // POST /licenses/company, /json/reply/CreateLicense, /api/CreateLicense, …
//!     .operation(cancel) // DELETE /licenses/company/{Id}, …
//!     .negotiate(NegotiateLayer::new(Policy::ServiceStack));
//! # async fn ask(app: axum::Router) -> Result<(), Box<dyn std::error::Error>> {
//! use tower::ServiceExt;
//!
//! let request = axum::extract::Request::delete("/licenses/company/5.jsv").body(axum::body::Body::empty())?;
//! let response = app.oneshot(request).await?;
//! let body = axum::body::to_bytes(response.into_body(), usize::MAX).await?;
//! assert!(body.starts_with(b"{id:5,"));
//! # Ok(())
//! # }
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(ask(app)).unwrap();
//! ```
//!
//! The rules are those of http.md, sections 2 to 8, in the folder `docs` of the repository. Where a
//! ServiceStack host answers otherwise is listed in its section 10.

mod answer;
mod batch;
mod body;
mod content;
mod deferred;
mod error;
mod layer;
mod negotiate;
mod negotiated;
mod operation;
mod override_method;
mod path;
mod read_ahead;
mod reply;
mod request;
mod routes;
mod services;
mod settings;
mod wrapped;

#[doc(no_inline)]
pub use axum;
#[doc(no_inline)]
pub use jsv;
#[doc(no_inline)]
pub use tower;

pub use self::{
    deferred::Encodable,
    error::Error,
    layer::NegotiateLayer,
    negotiate::Negotiate,
    negotiated::Negotiated,
    operation::LastArgument,
    reply::{Raw, Reply},
    request::Request,
    services::Services,
};
