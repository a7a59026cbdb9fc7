//! What a service says about an operation: routes, who may call it, parameters, and the error that
//! its response can carry. It is data alone, for whoever routes requests, builds URLs or shows
//! metadata pages; nothing here sends or serves.
//!
//! [`Operation`] needs no feature. `ResponseStatus` and `ResponseError` are there with the features
//! `http` and `dto`, as they are read and written through serde's derive.

#[cfg(any(feature = "dto", feature = "http"))]
mod response_status;
mod route;
mod types;

#[cfg(any(feature = "dto", feature = "http"))]
pub use self::response_status::{ResponseError, ResponseStatus};
pub use self::{
    route::Route,
    types::{Location, Parameter, Type},
};

/// A request DTO: what its service says about the operation that it stands for.
///
/// ```
/// use jsv::{
///     dto::bokamera::CancelLicense,
///     operation::{Location, Operation},
/// };
///
/// let [route] = CancelLicense::ROUTES else {
///     panic!("one route")
/// };
/// assert_eq!(route.verbs, ["DELETE"]);
/// assert_eq!(route.path, "/licenses/company/{Id}");
///
/// let id = &CancelLicense::PARAMETERS[1];
/// assert_eq!((id.name, id.location, id.type_name), ("Id", Location::Path, "int"));
/// assert!(id.required);
/// ```
///
/// A service's own DTO becomes an operation in the same way; all but the name and the response has
/// a default.
///
/// ```
/// use jsv::operation::{Operation, Route};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize, Default)]
/// #[serde(rename_all = "PascalCase", default)]
/// struct CountLicenses {
///     active: Option<bool>,
/// }
///
/// impl Operation for CountLicenses {
///     type Response = i32;
///     const NAME: &'static str = "CountLicenses";
///     const ROUTES: &'static [Route] = &[Route::new(&["GET"], "/licenses/count")];
/// }
///
/// assert_eq!(CountLicenses::ROUTES[0].summary, "");
/// assert!(!CountLicenses::REQUIRES_AUTHENTICATION);
/// ```
pub trait Operation {
    /// What the operation answers.
    type Response;

    /// The name of the request DTO, which the predefined routes (`/json/reply/X`) go by.
    const NAME: &'static str;

    /// The routes, in the order in which the service declares them. Without any, the operation has
    /// the predefined ones alone.
    const ROUTES: &'static [Route] = &[];

    /// Whether the caller has to have signed in. Roles and permissions imply it.
    const REQUIRES_AUTHENTICATION: bool = false;

    /// The roles of which the caller needs one, if there are any.
    const ANY_ROLES: &'static [&'static str] = &[];

    /// The roles that the caller needs, all of them.
    const REQUIRED_ROLES: &'static [&'static str] = &[];

    /// The permissions that the caller needs, all of them.
    const REQUIRED_PERMISSIONS: &'static [&'static str] = &[];

    /// The members of the request DTO, in the order of the wire.
    const PARAMETERS: &'static [Parameter] = &[];

    /// The classes and enums that the operation's metadata page shows beside the request DTO: those
    /// inside of it, the response and those inside of that.
    const TYPES: &'static [Type] = &[];
}
