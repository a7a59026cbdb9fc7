//! [`Error`]: a reply that is an error.

use std::{error::Error as StdError, fmt};

use axum::response::{IntoResponse, Response};
use jsv::http::ServiceError;

use crate::deferred;

/// A reply that is an error, in the format that the request wants: what handlers return and
/// extractors reject with.
///
/// It is made by `?` or `into()` of a [`ServiceError`], and of all that becomes one: an error of a
/// read or write, a status, a [`Refusal`](jsv::negotiate::Refusal). A service's own error type
/// becomes one, too, by an `impl From<OwnError> for ServiceError`.
///
/// ```
/// use jsv::http::ServiceError;
/// use jsv_axum::{Error, Reply};
///
/// async fn license(stored: Option<i32>) -> Result<Reply<i32>, Error> {
///     let id = stored.ok_or_else(|| ServiceError::not_found("no such license"))?;
///     Ok(Reply(id))
/// }
/// ```
///
/// A handler's error is this type, not [`ServiceError`]: axum's traits can only be implemented for a
/// type of this package.
#[derive(Debug, Clone)]
pub struct Error(pub ServiceError);

impl<E: Into<ServiceError>> From<E> for Error {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        // Its text is that of the error within, so that its source is, too.
        self.0.source()
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        deferred::of_error(self.0)
    }
}
