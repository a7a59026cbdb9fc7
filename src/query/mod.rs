//! Query strings, forms and routes: a DTO from what a request has in its URL, and the URL of a DTO.
//!
//! The rules are those of ServiceStack's hosts and of its typed C# clients (http.md, section 6).
//! Nothing here depends on an HTTP library.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, Default, Debug, PartialEq)]
//! #[serde(rename_all = "PascalCase", default)]
//! struct Search {
//!     name: Option<String>,
//!     ids: Vec<i32>,
//!     active: bool,
//! }
//!
//! let search: Search = jsv::query::from_str("NAME=a%20b&ids=1&ids=2,3&active=on&utm=x")?;
//! assert_eq!(search.ids, [1, 2, 3]);
//! assert_eq!(
//!     jsv::query::to_string(&search).unwrap(),
//!     "name=a%20b&ids=1%2C2%2C3&active=True"
//! );
//! # Ok::<(), jsv::query::BindError>(())
//! ```
//!
//! # How a value is read
//!
//! As JSV of the member's type, but:
//!
//! | member | value |
//! |---|---|
//! | string | as it stands: no quotes are taken off |
//! | list | with or without its outermost brackets: `1,2,3`, `[1,2,3]`; a list of lists needs them |
//! | map | with or without its braces: `a:1,b:2`, `{a:1,b:2}` |
//! | object | needs its braces: `{Name:n,Tags:[a,b]}` |
//! | number with a point | may have commas between its digits, as in JSV's quotes |
//! | `bool` | ends at its first comma; not so in an `Option` |
//!
//! # What a URL cannot say
//!
//! An empty string is written as `name=`, and an empty value is read as not given. An empty list is
//! written as `[]`, and so is a list of one nothing. A value that is its type's default is not
//! written unless it is in an `Option`: whoever reads it needs the same default. A `Value` that is
//! a text is written as a string is, and read as JSV. No ServiceStack host reads `/` or `+` in a
//! variable of a path that is no wildcard, or empty, `.` and `..` segments in a wildcard.
//!
//! The variants of an enum count in their order, as the places in which JSV reads them do: the
//! first is the default, which is left out. A member with `flatten` finds its names only as they
//! are declared, and a member with an `alias` that is sent by both names is an error.

mod binder;
mod de;
mod error;
mod given;
mod no_members;
mod over;
mod pairs;
mod ser;
mod shape;
mod template;
pub mod uri;
mod url;
mod value;

use alloc::string::String;

use serde_core::{de::DeserializeOwned, ser::Serialize};

#[cfg(feature = "http")]
pub(crate) use self::no_members::{AnyObject, without_members};
pub use self::{
    binder::Binder,
    error::{BadValue, BindError},
    template::{Template, TemplateError},
    url::{Predefined, RouteError, Urls, sends_members_in_url},
};
use crate::{error::Result, options::Options};

/// Reads a DTO from a query string, which stands without its `?`, or from a form.
///
/// ```
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Search {
///     name: String,
///     tags: Vec<String>,
/// }
///
/// let search: Search = jsv::query::from_str(r#"name="x"&tags="a,b",c"#)?;
/// assert_eq!(search.name, "\"x\"");
/// assert_eq!(search.tags, ["a,b", "c"]);
/// # Ok::<(), jsv::query::BindError>(())
/// ```
///
/// # Errors
///
/// As [`Binder::bind`].
pub fn from_str<T: DeserializeOwned>(query: &str) -> Result<T, BindError> {
    from_str_with(query, &Options::new())
}

/// As [`from_str`], with options.
///
/// # Errors
///
/// As [`Binder::bind`].
pub fn from_str_with<T: DeserializeOwned>(query: &str, options: &Options) -> Result<T, BindError> {
    Binder::new(options).query(query).bind()
}

/// Writes a DTO as a query string, without `?`, as ServiceStack's typed clients do; or as a form.
///
/// Names are camelCase, nothing is written for null and for the default of a type that cannot be
/// null, strings stand as they are, lists without their brackets, and everything but
/// `A-Z a-z 0-9 - . _ ~` is percent-encoded.
///
/// ```
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Search {
///     id: i32,
///     number: Option<i32>,
///     tags: Vec<&'static str>,
///     grid: Vec<Vec<i32>>,
/// }
///
/// let search = Search {
///     id: 0,
///     number: Some(0),
///     tags: vec!["a", "b,c"],
///     grid: vec![vec![1, 2], vec![3]],
/// };
/// assert_eq!(
///     jsv::query::to_string(&search)?,
///     "number=0&tags=a%2C%22b%2Cc%22&grid=%5B%5B1%2C2%5D%2C%5B3%5D%5D"
/// );
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// What is neither a struct nor a map, and the errors of [`to_string`](crate::to_string) for a
/// member.
pub fn to_string<T: Serialize + ?Sized>(dto: &T) -> Result<String> {
    to_string_with(dto, &Options::new())
}

/// As [`to_string`], with options. [`Options::text_case`] is that of the names inside of values.
///
/// # Errors
///
/// As [`to_string`].
pub fn to_string_with<T: Serialize + ?Sized>(dto: &T, options: &Options) -> Result<String> {
    let mut query = String::new();
    ser::each_member(dto, options, &mut |name, member| {
        if !member.is_default {
            ser::push_pair(&mut query, name, member.text);
        }
    })?;
    Ok(query)
}

/// The value of the first pair of a name, in any case, that is not empty, in a query string or form.
///
/// ```
/// assert_eq!(jsv::query::first_value("id=&ID=5%2C6&id=7", "Id").as_deref(), Some("5,6"));
/// assert_eq!(jsv::query::first_value("id=", "id"), None);
/// ```
pub fn first_value<'q>(query: &'q str, name: &str) -> Option<alloc::borrow::Cow<'q, str>> {
    let mut pairs = pairs::pairs(query)
        .filter(|(known, value)| known.eq_ignore_ascii_case(name) && !value.is_empty());
    pairs.next().map(|(_, value)| value)
}
