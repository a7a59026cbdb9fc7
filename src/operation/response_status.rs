//! The error that any ServiceStack response can carry.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::{Location::Form, Parameter, Type};

/// What went wrong, in the form that all ServiceStack services share. An error response is an
/// object with this as its one member; a response DTO may have it, too.
///
/// ```
/// use jsv::operation::ResponseStatus;
///
/// let status: ResponseStatus = jsv::from_str("{errorCode:NotFound,message:No such license}")?;
/// assert_eq!(status.error_code.as_deref(), Some("NotFound"));
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ResponseStatus {
    /// The kind of error: the name of an exception, or a code that the service chose.
    pub error_code: Option<String>,
    /// What to tell the caller.
    pub message: Option<String>,
    /// Where it happened in the service. Services in production leave it out.
    pub stack_trace: Option<String>,
    /// One entry for each member of the request that is at fault.
    pub errors: Option<Vec<ResponseError>>,
    /// Anything else that the service tells.
    pub meta: Option<BTreeMap<String, String>>,
}

impl ResponseStatus {
    /// The class in the terms of metadata pages.
    pub const TYPE: Type = Type::class(
        "ResponseStatus",
        &[
            Parameter::optional("ErrorCode", Form, "string", ""),
            Parameter::optional("Message", Form, "string", ""),
            Parameter::optional("StackTrace", Form, "string", ""),
            Parameter::optional("Errors", Form, "List<ResponseError>", ""),
            Parameter::optional("Meta", Form, "Dictionary<string,string>", ""),
        ],
    );
}

/// What is wrong with one member of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ResponseError {
    /// The kind of error.
    pub error_code: Option<String>,
    /// The member at fault.
    pub field_name: Option<String>,
    /// What to tell the caller.
    pub message: Option<String>,
    /// Anything else that the service tells.
    pub meta: Option<BTreeMap<String, String>>,
}

impl ResponseError {
    /// The class in the terms of metadata pages.
    pub const TYPE: Type = Type::class(
        "ResponseError",
        &[
            Parameter::optional("ErrorCode", Form, "string", ""),
            Parameter::optional("FieldName", Form, "string", ""),
            Parameter::optional("Message", Form, "string", ""),
            Parameter::optional("Meta", Form, "Dictionary<string,string>", ""),
        ],
    );
}
