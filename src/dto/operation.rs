//! What a service says about an operation: routes, who may call it, parameters. It is data alone,
//! for whoever routes requests, builds URLs or shows metadata pages; nothing here sends or serves.

/// A request DTO: what its service says about the operation that it stands for.
///
/// ```
/// use jsv::dto::{Location, Operation, bokamera::CancelLicense};
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
/// use jsv::dto::{Operation, Route};
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

/// A path by which an operation is called, and the verbs for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Route {
    /// The HTTP methods, in capitals. None means any.
    pub verbs: &'static [&'static str],
    /// The template: `/licenses/company/{Id}`, with the names of members in braces.
    pub path: &'static str,
    /// Which of several routes that fit equally well a client takes: one of lower priority never
    /// replaces one that is declared before it. Zero unless the service says otherwise.
    pub priority: i32,
    /// What the route does, in one line; empty if the service does not say.
    pub summary: &'static str,
    /// What else there is to know; empty if the service does not say.
    pub notes: &'static str,
}

impl Route {
    /// A route without summary and notes.
    pub const fn new(verbs: &'static [&'static str], path: &'static str) -> Self {
        Self {
            verbs,
            path,
            priority: 0,
            summary: "",
            notes: "",
        }
    }

    /// Sets the priority.
    ///
    /// ```
    /// use jsv::dto::Route;
    ///
    /// const ROUTE: Route = Route::new(&["GET"], "/licenses/{Id}").prioritized(10);
    /// assert_eq!(ROUTE.priority, 10);
    /// ```
    #[must_use]
    pub const fn prioritized(mut self, priority: i32) -> Self {
        self.priority = priority;
        self
    }

    /// Sets summary and notes.
    ///
    /// ```
    /// use jsv::dto::Route;
    ///
    /// const ROUTE: Route = Route::new(&["GET"], "/licenses").described("All licenses", "");
    /// assert_eq!(ROUTE.summary, "All licenses");
    /// ```
    #[must_use]
    pub const fn described(mut self, summary: &'static str, notes: &'static str) -> Self {
        self.summary = summary;
        self.notes = notes;
        self
    }
}

/// Where a parameter is sent, in the words of metadata pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Location {
    /// A variable of the route's path.
    Path,
    /// The query string.
    Query,
    /// The request's body.
    Body,
    /// A form field; this is also what pages say of the members of any class but a request DTO.
    Form,
}

impl Location {
    /// The word that a metadata page has for it.
    ///
    /// ```
    /// use jsv::dto::Location;
    ///
    /// assert_eq!(Location::Path.as_str(), "path");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
            Self::Form => "form",
        }
    }
}

/// A member of a request DTO or of another class, as a metadata page shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Parameter {
    /// The member's .NET name.
    pub name: &'static str,
    /// Where it is sent.
    pub location: Location,
    /// Its .NET type: `int`, `Guid?`, `List<LicensePrice>`.
    pub type_name: &'static str,
    /// What the page's column "Required" says. It is documentation alone: whoever reads a DTO
    /// accepts it without the member.
    pub required: bool,
    /// The page's description, in its own words; empty if there is none.
    pub description: &'static str,
}

impl Parameter {
    /// A parameter that the page calls required.
    ///
    /// ```
    /// use jsv::dto::{Location, Parameter};
    ///
    /// const ID: Parameter = Parameter::required("Id", Location::Path, "int", "Id of the license");
    /// assert!(ID.required);
    /// ```
    pub const fn required(
        name: &'static str,
        location: Location,
        type_name: &'static str,
        description: &'static str,
    ) -> Self {
        Self {
            name,
            location,
            type_name,
            required: true,
            description,
        }
    }

    /// A parameter that the page does not call required.
    ///
    /// ```
    /// use jsv::dto::{Location, Parameter};
    ///
    /// const NAME: Parameter = Parameter::optional("Name", Location::Query, "string", "");
    /// assert!(!NAME.required);
    /// ```
    pub const fn optional(
        name: &'static str,
        location: Location,
        type_name: &'static str,
        description: &'static str,
    ) -> Self {
        Self {
            required: false,
            ..Self::required(name, location, type_name, description)
        }
    }
}

/// A class or an enum, as a metadata page shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Type {
    /// The .NET name.
    pub name: &'static str,
    /// The members of a class, in the order of the wire.
    pub members: &'static [Parameter],
    /// The names of an enum's values, in the order of their numbers, which begin with 0.
    pub values: &'static [&'static str],
}

impl Type {
    /// A class.
    ///
    /// ```
    /// use jsv::dto::{Location, Parameter, Type};
    ///
    /// const MEMBERS: &[Parameter] = &[Parameter::optional("Id", Location::Form, "int", "")];
    /// const ITEM: Type = Type::class("Item", MEMBERS);
    /// assert_eq!(ITEM.members[0].name, "Id");
    /// ```
    pub const fn class(name: &'static str, members: &'static [Parameter]) -> Self {
        Self {
            name,
            members,
            values: &[],
        }
    }

    /// An enum.
    ///
    /// ```
    /// use jsv::dto::Type;
    ///
    /// const SIZE: Type = Type::enumeration("Size", &["Small", "Large"]);
    /// assert_eq!(SIZE.values[1], "Large");
    /// ```
    pub const fn enumeration(name: &'static str, values: &'static [&'static str]) -> Self {
        Self {
            name,
            members: &[],
            values,
        }
    }
}
