//! The URL of a request: which route is taken, and what stands in path and query (http.md,
//! section 6, "Writing a URL").

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde_core::ser::Serialize;

use super::{
    pairs, ser,
    template::{Segment, Template, TemplateError},
};
use crate::{
    error::Error,
    operation::{Operation, Route},
    options::Options,
};

/// The routes that every operation has without declaring them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Predefined {
    /// `/json/reply/X`, and `/json/oneway/X` for calls without an answer.
    #[default]
    Json,
    /// `/jsv/reply/X`, and `/jsv/oneway/X`.
    Jsv,
    /// `/api/X`, for both.
    Api,
}

impl Predefined {
    const fn reply(self) -> &'static str {
        match self {
            Self::Json => "/json/reply/",
            Self::Jsv => "/jsv/reply/",
            Self::Api => "/api/",
        }
    }

    const fn one_way(self) -> &'static str {
        match self {
            Self::Json => "/json/oneway/",
            Self::Jsv => "/jsv/oneway/",
            Self::Api => "/api/",
        }
    }
}

/// Makes the URLs of requests, path and query, as ServiceStack's typed clients do.
///
/// ```
/// use jsv::{
///     dto::bokamera::{CancelLicense, CreateLicense},
///     query::{Predefined, Urls},
/// };
///
/// let urls = Urls::new(Predefined::Jsv);
/// let cancel = CancelLicense { id: 7, ..Default::default() };
/// assert_eq!(urls.reply(&cancel, "DELETE")?, "/licenses/company/7");
/// assert_eq!(urls.list::<CreateLicense>(), "/jsv/reply/CreateLicense[]");
/// # Ok::<(), jsv::query::RouteError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Urls {
    predefined: Predefined,
    options: Options,
}

impl Urls {
    /// URLs by declared routes, and by these for an operation without any.
    pub fn new(predefined: Predefined) -> Self {
        Self {
            predefined,
            options: Options::new(),
        }
    }

    /// Sets how values are written; the text case is that of names inside of values.
    #[must_use]
    pub fn options(mut self, options: &Options) -> Self {
        self.options = options.clone();
        self
    }

    /// The URL for a request by a method, in capitals: that of the route which fits best, with the
    /// members that are no variables of it as query for GET, DELETE, HEAD and OPTIONS. By other
    /// methods all members are sent in the body.
    ///
    /// A route fits if it has the method, or none, and the DTO a value for each of its variables:
    /// zero and the empty string are values, null is one for a wildcard alone. Of several the one
    /// with most variables is taken. Of those with equally many, a later one is taken only if its
    /// variables have the same names, its template is shorter and its priority is not lower.
    ///
    /// ```
    /// use jsv::{operation::{Operation, Route}, query::{Predefined, RouteError, Urls}};
    /// use serde::Serialize;
    ///
    /// #[derive(Serialize)]
    /// #[serde(rename_all = "PascalCase")]
    /// struct Thing {
    ///     id: i32,
    ///     name: Option<&'static str>,
    ///     note: Option<&'static str>,
    /// }
    ///
    /// impl Operation for Thing {
    ///     type Response = ();
    ///     const NAME: &'static str = "Thing";
    ///     const ROUTES: &'static [Route] = &[
    ///         Route::new(&["GET", "PUT"], "/things/{Id}"),
    ///         Route::new(&["GET"], "/things/{Id}/{Name}"),
    ///     ];
    /// }
    ///
    /// let urls = Urls::new(Predefined::Json);
    /// let thing = Thing { id: 4, name: Some("a b"), note: Some("n") };
    /// assert_eq!(urls.reply(&thing, "GET")?, "/things/4/a%20b?note=n");
    /// assert_eq!(urls.reply(&thing, "PUT")?, "/things/4");
    /// assert!(matches!(urls.reply(&thing, "POST"), Err(RouteError::NoneFits)));
    /// # Ok::<(), RouteError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Routes of which none fits, or of which two fit equally well; a route whose template is
    /// malformed; a DTO that cannot be written.
    pub fn reply<T: Operation + Serialize>(
        &self,
        dto: &T,
        method: &str,
    ) -> Result<String, RouteError> {
        if T::ROUTES.is_empty() {
            return self.predefined_url(self.predefined.reply(), dto, method);
        }
        let members = self.members(dto)?;
        let template = chosen(T::ROUTES, &members, method)?;
        let url = filled(&template, &members);
        Ok(with_query(url, &members, method, |name| {
            template
                .variables()
                .any(|variable| variable.eq_ignore_ascii_case(name))
        }))
    }

    /// The URL for a request that wants no answer, which is a predefined route always.
    ///
    /// # Errors
    ///
    /// A DTO that cannot be written.
    pub fn one_way<T: Operation + Serialize>(
        &self,
        dto: &T,
        method: &str,
    ) -> Result<String, RouteError> {
        self.predefined_url(self.predefined.one_way(), dto, method)
    }

    /// The URL to which a list of requests is sent.
    pub fn list<T: Operation>(&self) -> String {
        alloc::format!("{}{}[]", self.predefined.reply(), T::NAME)
    }

    /// The URL to which a list of requests is sent that want no answer.
    pub fn list_one_way<T: Operation>(&self) -> String {
        alloc::format!("{}{}[]", self.predefined.one_way(), T::NAME)
    }

    fn predefined_url<T: Operation + Serialize>(
        &self,
        prefix: &str,
        dto: &T,
        method: &str,
    ) -> Result<String, RouteError> {
        let url = alloc::format!("{prefix}{}", T::NAME);
        if !sends_members_in_url(method) {
            return Ok(url);
        }
        Ok(with_query(url, &self.members(dto)?, method, |_| false))
    }

    fn members<T: Serialize>(&self, dto: &T) -> Result<Vec<Written>, RouteError> {
        let mut members = Vec::new();
        ser::each_member(dto, &self.options, &mut |name, member| {
            members.push(Written {
                name: name.into(),
                text: member.text.into(),
                is_default: member.is_default,
                is_empty_list: member.is_empty_list,
            });
        })
        .map_err(RouteError::Write)?;
        Ok(members)
    }
}

/// A member that is not null, as it stands in a URL before it is encoded.
struct Written {
    name: String,
    text: String,
    is_default: bool,
    is_empty_list: bool,
}

fn member<'m>(members: &'m [Written], variable: &str) -> Option<&'m Written> {
    members
        .iter()
        .find(|member| member.name.eq_ignore_ascii_case(variable))
}

/// Whether the requests of operations by a method, in capitals, have their members in the URL rather
/// than in a body: GET, DELETE, HEAD and OPTIONS.
///
/// ```
/// use jsv::query::sends_members_in_url;
///
/// assert!(sends_members_in_url("DELETE") && !sends_members_in_url("POST"));
/// ```
pub fn sends_members_in_url(method: &str) -> bool {
    matches!(method, "GET" | "DELETE" | "HEAD" | "OPTIONS")
}

/// The template of the route that fits best.
fn chosen(
    routes: &'static [Route],
    members: &[Written],
    method: &str,
) -> Result<Template<'static>, RouteError> {
    let mut best: Option<(Template<'static>, i32)> = None;
    let mut is_ambiguous = false;
    for route in routes {
        if !route.verbs.is_empty() && !route.verbs.contains(&method) {
            continue;
        }
        let template = Template::parse(route.path).map_err(RouteError::Template)?;
        let has_values = template.segments().iter().all(|segment| match segment {
            Segment::Variable(name) => member(members, name).is_some(),
            Segment::Literal(_) | Segment::Wildcard(_) => true,
        });
        if !has_values {
            continue;
        }
        let Some((known, priority)) = &best else {
            best = Some((template, route.priority));
            continue;
        };
        let (count, known_count) = (template.variables().count(), known.variables().count());
        if count < known_count {
            continue;
        }
        if count > known_count {
            is_ambiguous = false;
        } else if !have_same_names(&template, known) {
            is_ambiguous = true;
            continue;
        } else if route.path.len() >= known.as_str().len() || route.priority < *priority {
            continue;
        }
        best = Some((template, route.priority));
    }
    match best {
        Some(_) if is_ambiguous => Err(RouteError::Ambiguous),
        Some((template, _)) => Ok(template),
        None => Err(RouteError::NoneFits),
    }
}

/// Whether two templates with equally many variables have the same, in any order.
fn have_same_names(a: &Template<'_>, b: &Template<'_>) -> bool {
    a.variables()
        .all(|name| b.variables().any(|other| other.eq_ignore_ascii_case(name)))
}

/// The path that a template makes of the values of its variables.
fn filled(template: &Template<'_>, members: &[Written]) -> String {
    let mut path = String::with_capacity(template.as_str().len() + 32);
    for segment in template.segments() {
        path.push('/');
        let value = segment
            .variable()
            .and_then(|name| member(members, name))
            .filter(|member| !member.is_empty_list)
            .map_or("", |member| &member.text);
        match segment {
            Segment::Literal(text) => path.push_str(text),
            Segment::Variable(_) => pairs::push_encoded(&mut path, value),
            Segment::Wildcard(_) => pairs::push_encoded_wildcard(&mut path, value),
        }
    }
    path
}

/// Adds the query, if the method has one.
fn with_query(
    mut url: String,
    members: &[Written],
    method: &str,
    is_in_path: impl Fn(&str) -> bool,
) -> String {
    if !sends_members_in_url(method) {
        return url;
    }
    let mut query = String::new();
    for member in members {
        if !member.is_default && !is_in_path(&member.name) {
            ser::push_pair(&mut query, &member.name, &member.text);
        }
    }
    if !query.is_empty() {
        url.push('?');
        url.push_str(&query);
    }
    url
}

/// Why a request has no URL.
#[derive(Debug)]
#[non_exhaustive]
pub enum RouteError {
    /// No route has the method and a value for each of its variables.
    NoneFits,
    /// Routes with equally many variables of different names fit.
    Ambiguous,
    /// A route's template is malformed.
    Template(TemplateError),
    /// The DTO cannot be written.
    Write(Error),
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoneFits => f.write_str("none of the routes fits the request"),
            Self::Ambiguous => f.write_str("several routes fit the request equally well"),
            Self::Template(error) => error.fmt(f),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for RouteError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::NoneFits | Self::Ambiguous => None,
            // Its text is that of the error within, so that its source is, too.
            Self::Template(error) => error.source(),
            Self::Write(error) => error.source(),
        }
    }
}
