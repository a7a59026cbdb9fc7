//! Members and classes, as metadata pages show them.

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
    /// use jsv::operation::Location;
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
    /// use jsv::operation::{Location, Parameter};
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
    /// use jsv::operation::{Location, Parameter};
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
    /// use jsv::operation::{Location, Parameter, Type};
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
    /// use jsv::operation::Type;
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
