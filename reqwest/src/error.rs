//! [`Error`]: why there is no DTO.

use std::fmt;

use jsv::http::ServiceError;
use reqwest::StatusCode;

/// Why a request did not end in a DTO.
///
/// ```
/// use jsv::http::{ServiceError, http::StatusCode};
/// use jsv_reqwest::Error;
///
/// let error = Error::from(ServiceError::not_found("no such license"));
/// assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
/// assert_eq!(error.to_string(), "404 Not Found, NotFound: no such license");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The request could not be made or sent, or the response not be received.
    Http(reqwest::Error),
    /// The service answered with an error.
    Service(ServiceError),
    /// The body of the response is in this coding, such as `gzip`, which reqwest undoes only by its
    /// feature of that name.
    ContentEncoding(String),
    /// The response has this `Content-Type`, or none, which is neither that of JSON nor of JSV.
    ContentType(Option<String>),
    /// The body of the response is not what it should be.
    Read(jsv::Error),
}

impl Error {
    /// The status of the response, if it was an error.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Http(error) => error.status(),
            Self::Service(error) => Some(error.status()),
            Self::ContentEncoding(_) | Self::ContentType(_) | Self::Read(_) => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(error) => error.fmt(f),
            Self::Service(error) => error.fmt(f),
            Self::ContentEncoding(coding) => {
                write!(f, "expected a response in no coding, found `{coding}`")
            }
            Self::ContentType(Some(name)) => {
                write!(f, "expected a response in JSON or JSV, found `{name}`")
            }
            Self::ContentType(None) => {
                f.write_str("expected a response in JSON or JSV, found one without Content-Type")
            }
            Self::Read(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            // Its text is that of the error within, so that its source is, too.
            Self::Http(error) => error.source(),
            Self::Service(error) => error.source(),
            Self::ContentEncoding(_) | Self::ContentType(_) => None,
            Self::Read(error) => error.source(),
        }
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

impl From<ServiceError> for Error {
    fn from(error: ServiceError) -> Self {
        Self::Service(error)
    }
}

impl From<jsv::Error> for Error {
    fn from(error: jsv::Error) -> Self {
        Self::Read(error)
    }
}
