//! [`ServiceError`]: an answer that is an error, as ServiceStack's services have them.

use alloc::{
    boxed::Box,
    string::{String, ToString},
    sync::Arc,
    vec::Vec,
};
use core::{convert::Infallible, error::Error as StdError, fmt};

use http::StatusCode;

use super::status_name::status_name;
use crate::{
    negotiate::Refusal,
    operation::{ResponseError, ResponseStatus},
    query::BindError,
};

/// An answer that is an error: its HTTP status, and the [`ResponseStatus`] in its body.
///
/// A server makes one and answers with it; a client gets one from such an answer. Its code is the
/// name of a .NET exception or whatever else the service has chosen (http.md, section 7).
///
/// ```
/// use jsv::http::ServiceError;
///
/// let error = ServiceError::not_found("no such license");
/// assert_eq!((error.status().as_u16(), error.code()), (404, "NotFound"));
///
/// let error = ServiceError::bad_request("Invalid", "the license is not valid")
///     .with_field("NotEmpty", "MetaData", "must not be empty");
/// assert_eq!(error.errors()[0].field_name.as_deref(), Some("MetaData"));
/// assert_eq!(error.to_string(), "400 Bad Request, Invalid: the license is not valid");
/// ```
///
/// # What stays inside
///
/// An error that a handler did not expect becomes one by [`internal`](Self::internal), or by `From`
/// if it is a [`jsv::Error`](crate::Error), [`std::io::Error`], [`core::fmt::Error`],
/// `serde_json::Error` or `Box<dyn Error + Send + Sync>`: status 500, and a message that says nothing
/// of it. The error itself is the [`source`](core::error::Error::source), for the log.
///
/// ```
/// use jsv::http::ServiceError;
/// use std::error::Error;
///
/// let error = ServiceError::from(std::io::Error::other("disk 7 is full"));
/// assert_eq!((error.status().as_u16(), error.code()), (500, "InternalServerError"));
/// assert!(!error.message().contains("disk"));
/// assert_eq!(error.source().unwrap().to_string(), "disk 7 is full");
/// ```
#[derive(Debug, Clone)]
pub struct ServiceError(Box<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    status: StatusCode,
    body: ResponseStatus,
    origin: Origin,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// Who refuses the request. Inside a JSONP call an error of the binding has the status 200, as a script
/// does not run otherwise; one of the service keeps its own (http.md, section 4).
///
/// ```
/// use jsv::http::{Origin, ServiceError};
///
/// let error = ServiceError::bad_request("SerializationException", "not JSON");
/// assert_eq!(error.origin(), Origin::Service);
/// assert_eq!(error.with_origin(Origin::Binding).origin(), Origin::Binding);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// The service itself.
    Service,
    /// Whoever finds the service and makes its DTO, before it runs.
    Binding,
}

const INTERNAL: &str = "The service could not answer the request";

impl ServiceError {
    /// An error with a status, a code and a message.
    ///
    /// ```
    /// use jsv::http::{ServiceError, http::StatusCode};
    ///
    /// let error = ServiceError::new(StatusCode::IM_A_TEAPOT, "TeaPot", "short and stout");
    /// assert_eq!((error.code(), error.message()), ("TeaPot", "short and stout"));
    /// ```
    pub fn new(status: StatusCode, code: impl Into<String>, message: impl Into<String>) -> Self {
        let body = ResponseStatus {
            error_code: Some(code.into()),
            message: Some(message.into()),
            ..ResponseStatus::default()
        };
        Self::from_response_status(status, body)
    }

    /// An error with a status and a whole body.
    pub fn from_response_status(status: StatusCode, body: ResponseStatus) -> Self {
        Self(Box::new(Inner {
            status,
            body,
            origin: Origin::Service,
            source: None,
        }))
    }

    /// 400: the request is not valid; the code says in which way.
    pub fn bad_request(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// 400, `ArgumentException`: the member of the request with this name is not valid, as .NET
    /// says it.
    ///
    /// ```
    /// use jsv::http::ServiceError;
    ///
    /// let error = ServiceError::argument("Name", "too long");
    /// assert_eq!(error.message(), "too long (Parameter 'Name')");
    /// assert_eq!(error.errors()[0].message.as_deref(), Some("too long"));
    /// ```
    pub fn argument(name: &str, message: &str) -> Self {
        const CODE: &str = "ArgumentException";
        let text = alloc::format!("{message} (Parameter '{name}')");
        Self::bad_request(CODE, text).with_field(CODE, name, message)
    }

    /// 400, `ValidationException`: the members of the request that are not valid. The message is
    /// that of ServiceStack, one line for each.
    ///
    /// ```
    /// use jsv::{http::ServiceError, operation::ResponseError};
    ///
    /// let error = ServiceError::validation([ResponseError {
    ///     error_code: Some("NotEmpty".into()),
    ///     field_name: Some("Firstname".into()),
    ///     message: Some("must not be empty".into()),
    ///     ..ResponseError::default()
    /// }]);
    /// assert_eq!(error.message(), "Validation failed: \n -- Firstname: must not be empty");
    /// ```
    pub fn validation(errors: impl IntoIterator<Item = ResponseError>) -> Self {
        let errors: Vec<ResponseError> = errors.into_iter().collect();
        let mut message = String::from("Validation failed: ");
        for error in &errors {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let (name, text) = (text(&error.field_name), text(&error.message));
            message.push_str(&alloc::format!("\n -- {name}: {text}"));
        }
        let mut error = Self::bad_request("ValidationException", message);
        error.0.body.errors = Some(errors);
        error
    }

    /// 401, `Unauthorized`: nobody has signed in.
    pub fn unauthorized(message: impl Into<String>) -> Self {
        Self::named(StatusCode::UNAUTHORIZED, message)
    }

    /// 403, `Forbidden`: whoever has signed in may not do this.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::named(StatusCode::FORBIDDEN, message)
    }

    /// 404, `NotFound`.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::named(StatusCode::NOT_FOUND, message)
    }

    /// 405, `NotImplementedException`: the service does not do this.
    pub fn not_implemented(message: impl Into<String>) -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "NotImplementedException",
            message,
        )
    }

    /// 409, `Conflict`.
    pub fn conflict(message: impl Into<String>) -> Self {
        Self::named(StatusCode::CONFLICT, message)
    }

    /// 500, `InternalServerError`: an error of which nothing is told.
    pub fn internal(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::named(StatusCode::INTERNAL_SERVER_ERROR, INTERNAL);
        error.0.source = Some(Arc::from(source.into()));
        error
    }

    /// 400, `SerializationException`: values of a request that do not make the DTO of this name,
    /// with one entry for each.
    ///
    /// ```
    /// use jsv::http::ServiceError;
    ///
    /// # #[derive(Debug, serde::Deserialize)]
    /// # struct Search { id: i32 }
    /// let refused = jsv::query::from_str::<Search>("id=x").unwrap_err();
    /// let error = ServiceError::binding("Search", &refused);
    /// assert_eq!(error.message(), "Unable to bind to request 'Search'");
    /// assert_eq!(error.errors()[0].field_name.as_deref(), Some("id"));
    /// ```
    pub fn binding(request: &str, refused: &BindError) -> Self {
        const CODE: &str = "SerializationException";
        let message = match refused.cause() {
            Some(cause) => cause.to_string(),
            None => refused.message(request),
        };
        let error = Self::bad_request(CODE, message).with_origin(Origin::Binding);
        refused.values().iter().fold(error, |error, value| {
            error.with_field(CODE, value.name(), value.message())
        })
    }

    /// A response that is an error, as a client receives it: by its status, its reason phrase and what
    /// its body says. Without a code in the body, the phrase or else the name of the status is code
    /// and message; all else is as it was sent (http.md, section 7).
    ///
    /// ```
    /// use jsv::http::{ServiceError, http::StatusCode};
    ///
    /// let error = ServiceError::received(StatusCode::NOT_FOUND, Some("Not Found"), None);
    /// assert_eq!((error.code(), error.message()), ("Not Found", "Not Found"));
    ///
    /// let error = ServiceError::received(StatusCode::NOT_FOUND, None, None);
    /// assert_eq!(error.code(), "NotFound");
    /// ```
    pub fn received(
        status: StatusCode,
        reason: Option<&str>,
        body: Option<ResponseStatus>,
    ) -> Self {
        let mut body = body.unwrap_or_default();
        if body.error_code.as_deref().unwrap_or_default().is_empty() {
            let text = match reason {
                Some(reason) if !reason.is_empty() => reason.into(),
                _ => status_name(status),
            };
            body.error_code = Some(text.clone());
            body.message = Some(text);
        }
        Self::from_response_status(status, body)
    }

    /// The status and its name as code.
    fn named(status: StatusCode, message: impl Into<String>) -> Self {
        Self::new(status, status_name(status), message)
    }

    /// Adds an entry about a member of the request.
    #[must_use]
    pub fn with_field(
        mut self,
        code: impl Into<String>,
        name: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        let entry = ResponseError {
            error_code: Some(code.into()),
            field_name: Some(name.into()),
            message: Some(message.into()),
            ..ResponseError::default()
        };
        self.0.body.errors.get_or_insert_default().push(entry);
        self
    }

    /// Adds something else that the caller is told, by name.
    ///
    /// ```
    /// use jsv::http::ServiceError;
    ///
    /// let error = ServiceError::conflict("already there").with_meta("Id", "7");
    /// assert_eq!(error.response_status().meta.as_ref().unwrap()["Id"], "7");
    /// ```
    #[must_use]
    pub fn with_meta(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let meta = self.0.body.meta.get_or_insert_default();
        meta.insert(name.into(), value.into());
        self
    }

    /// Sets who refuses the request, which is the service unless it is said.
    #[must_use]
    pub fn with_origin(mut self, origin: Origin) -> Self {
        self.0.origin = origin;
        self
    }

    /// Adds what the error came of, of which the caller is told nothing: the
    /// [`source`](core::error::Error::source), for the log.
    ///
    /// ```
    /// use jsv::http::ServiceError;
    /// use std::error::Error;
    ///
    /// let cause = std::io::Error::other("connection reset");
    /// let error = ServiceError::bad_request("Truncated", "The body broke off").with_source(cause);
    /// assert_eq!(error.source().unwrap().to_string(), "connection reset");
    /// assert_eq!(error.to_string(), "400 Bad Request, Truncated: The body broke off");
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// Who refuses the request.
    pub fn origin(&self) -> Origin {
        self.0.origin
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The kind of error; empty if it has none.
    pub fn code(&self) -> &str {
        self.0.body.error_code.as_deref().unwrap_or_default()
    }

    /// What the caller is told; empty if that is nothing.
    pub fn message(&self) -> &str {
        self.0.body.message.as_deref().unwrap_or_default()
    }

    /// The entries about members of the request.
    pub fn errors(&self) -> &[ResponseError] {
        self.0.body.errors.as_deref().unwrap_or_default()
    }

    /// The body.
    pub fn response_status(&self) -> &ResponseStatus {
        &self.0.body
    }

    /// The body as a server sends it: its list of entries is there even without entries, and what is
    /// inside of the service, the text of the source and the stack trace, is told only if
    /// `tells_internals`.
    ///
    /// ```
    /// use jsv::http::ServiceError;
    ///
    /// let error = ServiceError::internal("disk 7 is full");
    /// assert_eq!(error.sent_status(true).message.as_deref(), Some("disk 7 is full"));
    /// assert_eq!(error.sent_status(false).message.as_deref(), Some(error.message()));
    /// assert_eq!(error.sent_status(false).errors, Some(vec![]));
    /// ```
    pub fn sent_status(&self, tells_internals: bool) -> ResponseStatus {
        let mut body = self.0.body.clone();
        body.errors.get_or_insert_default();
        if !tells_internals {
            body.stack_trace = None;
        } else if let Some(source) = &self.0.source {
            body.message = Some(source.to_string());
        }
        body
    }

    /// The body, taken out.
    pub fn into_response_status(self) -> ResponseStatus {
        self.0.body
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.status)?;
        if !self.code().is_empty() {
            write!(f, ", {}", self.code())?;
        }
        if !self.message().is_empty() {
            write!(f, ": {}", self.message())?;
        }
        Ok(())
    }
}

impl StdError for ServiceError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}

/// A format that cannot be answered in.
impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST);
        Self::named(status, refusal.to_string()).with_origin(Origin::Binding)
    }
}

impl From<Infallible> for ServiceError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// A status and nothing else: its name is the code, its reason phrase the message.
impl From<StatusCode> for ServiceError {
    fn from(status: StatusCode) -> Self {
        Self::named(status, status.canonical_reason().unwrap_or_default())
    }
}

macro_rules! internal {
    ($($source:ty)*) => {$(
        /// An error of which the caller is told nothing: [`ServiceError::internal`].
        impl From<$source> for ServiceError {
            fn from(source: $source) -> Self {
                Self::internal(source)
            }
        }
    )*};
}

internal! { crate::Error std::io::Error fmt::Error serde_json::Error Box<dyn StdError + Send + Sync> }
