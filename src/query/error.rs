//! [`BindError`]: which values of a request do not fit, all of them.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::error::Error;

/// A value that its member does not accept.
///
/// `Debug` and `Display` leave the value out, since it may be a secret; [`value`](Self::value) and
/// [`message`](Self::message) have it.
pub struct BadValue {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) error: Error,
}

impl BadValue {
    /// The name as it was sent; that of a path's variable as the route has it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value, decoded; of a name that was sent more than once, its values joined by commas.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// What is wrong with the value. Path and place are those within it.
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// What a ServiceStack host says of the value in `ResponseStatus.Errors`.
    ///
    /// ```
    /// # #[derive(Debug, serde::Deserialize)]
    /// # struct Echo { id: i32 }
    /// let error = jsv::query::from_str::<Echo>("Id=x").unwrap_err();
    /// assert_eq!(error.values()[0].message(), "'x' is an Invalid value for 'Id'");
    /// ```
    pub fn message(&self) -> String {
        alloc::format!("'{}' is an Invalid value for '{}'", self.value, self.name)
    }
}

impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.error)
    }
}

impl fmt::Debug for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BadValue")
            .field("name", &self.name)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// The values of a request do not make the DTO.
///
/// A host answers it with status 400 and one entry for each of the [`values`](Self::values)
/// (http.md, section 7).
///
/// ```
/// use serde::Deserialize;
///
/// #[derive(Debug, Deserialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Search {
///     id: i32,
///     active: bool,
/// }
///
/// let error = jsv::query::from_str::<Search>("id=abc&active=perhaps").unwrap_err();
/// assert_eq!(error.message("Search"), "Unable to bind to request 'Search'");
/// let names: Vec<_> = error.values().iter().map(|value| value.name()).collect();
/// assert_eq!(names, ["id", "active"]);
/// assert_eq!(
///     error.to_string(),
///     "id: not a valid integer (i32) at line 1, column 1, at Id, and 1 more"
/// );
/// ```
pub struct BindError {
    pub(super) values: Vec<BadValue>,
    pub(super) cause: Option<Error>,
}

impl BindError {
    /// An error that is about no value.
    pub(super) fn of_whole(cause: Error) -> Self {
        Self {
            values: Vec::new(),
            cause: Some(cause),
        }
    }

    /// An error that is about one value, which was sent under this name.
    ///
    /// ```
    /// use jsv::query::BindError;
    ///
    /// let error = jsv::from_str::<i32>("x").unwrap_err();
    /// let refused = BindError::of_value("id", "x".into(), error);
    /// assert_eq!(refused.values()[0].name(), "id");
    /// ```
    pub fn of_value(name: &str, value: String, error: Error) -> Self {
        let value = BadValue {
            name: name.into(),
            value,
            error,
        };
        Self {
            values: alloc::vec![value],
            cause: None,
        }
    }

    /// The values that do not fit: those of the path, then of the query, then of the form, each in
    /// the order in which they were sent. There is none if something else is wrong: a member is
    /// missing, or a name is refused by the target.
    pub fn values(&self) -> &[BadValue] {
        &self.values
    }

    /// What is wrong if it is none of the values.
    pub fn cause(&self) -> Option<&Error> {
        self.cause.as_ref()
    }

    /// What a ServiceStack host says in `ResponseStatus.Message`.
    pub fn message(&self, request: &str) -> String {
        alloc::format!("Unable to bind to request '{request}'")
    }
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.values.as_slice(), &self.cause) {
            ([value], _) => value.fmt(f),
            ([value, others @ ..], _) => write!(f, "{value}, and {} more", others.len()),
            ([], Some(cause)) => cause.fmt(f),
            ([], None) => f.write_str("the values do not make the request"),
        }
    }
}

impl fmt::Debug for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BindError")
            .field("values", &self.values)
            .field("cause", &self.cause)
            .finish()
    }
}

impl core::error::Error for BindError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        let first = self.values.first().map(BadValue::error);
        let error = first.or(self.cause.as_ref())?;
        Some(error)
    }
}
