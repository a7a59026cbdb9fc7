//! The templates of routes: parsing them, and matching paths (http.md, section 6).

use alloc::{string::String, vec::Vec};
use core::fmt;

use super::pairs;

/// The template of a route: `/customers/{Id}`, `/docs/{Path*}`.
///
/// A segment in braces is a variable, which stands for one segment of a path; with a star, before
/// or after the name, it is a wildcard, which stands for all the segments that are left, be it
/// none. Any other segment is literal, in this case.
///
/// ```
/// use jsv::query::Template;
///
/// let template = Template::parse("/things/{Id}/{Name*}")?;
/// assert_eq!(template.variables().collect::<Vec<_>>(), ["Id", "Name"]);
///
/// let values = template.matches("/things/4/a%20b/c+d").unwrap();
/// assert_eq!(values[0], ("Id", "4".into()));
/// assert_eq!(values[1], ("Name", "a b/c+d".into()));
/// assert_eq!(template.matches("/other/4"), None);
/// # Ok::<(), jsv::query::TemplateError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template<'t> {
    text: &'t str,
    segments: Vec<Segment<'t>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Segment<'t> {
    Literal(&'t str),
    Variable(&'t str),
    /// Always the last.
    Wildcard(&'t str),
}

impl<'t> Template<'t> {
    /// Takes a template apart.
    ///
    /// # Errors
    ///
    /// A template that does not begin with a slash, a brace that is not the first or last character
    /// of its segment, a variable without a name, a name that stands twice (in any case), or a
    /// wildcard that is not the last segment.
    pub fn parse(text: &'t str) -> Result<Self, TemplateError> {
        let Some(path) = text.strip_prefix('/') else {
            return Err(TemplateError::NoSlash);
        };
        let mut template = Self {
            text,
            segments: Vec::new(),
        };
        for text in path.split('/') {
            let segment = Segment::parse(text)?;
            if let Some(Segment::Wildcard(_)) = template.segments.last() {
                return Err(TemplateError::WildcardNotLast);
            }
            if let Some(name) = segment.variable()
                && template
                    .variables()
                    .any(|known| known.eq_ignore_ascii_case(name))
            {
                return Err(TemplateError::VariableTwice);
            }
            template.segments.push(segment);
        }
        Ok(template)
    }

    /// The text that it was parsed from.
    pub fn as_str(&self) -> &'t str {
        self.text
    }

    pub(super) fn segments(&self) -> &[Segment<'t>] {
        &self.segments
    }

    /// The names of the variables, in order.
    pub fn variables(&self) -> impl Iterator<Item = &'t str> {
        self.segments
            .iter()
            .filter_map(|segment| segment.variable())
    }

    /// The variables' values in a path that the template fits, each decoded once, segment by
    /// segment; `+` is a plus. A path has no query, and is not decoded yet.
    ///
    /// The values are what [`Binder::path`](super::Binder::path) takes.
    pub fn matches(&self, path: &str) -> Option<Vec<(&'t str, String)>> {
        let mut rest = Some(path.strip_prefix('/')?);
        let mut values = Vec::new();
        for segment in &self.segments {
            if let Segment::Wildcard(name) = segment {
                values.push((*name, decoded_segments(rest.unwrap_or_default())));
                return Some(values);
            }
            let (text, after) = match rest?.split_once('/') {
                Some((text, after)) => (text, Some(after)),
                None => (rest?, None),
            };
            rest = after;
            let text = pairs::decode(text);
            match segment {
                Segment::Literal(literal) if *literal != text => return None,
                Segment::Variable(_) if text.is_empty() => return None,
                Segment::Variable(name) => values.push((*name, text.into_owned())),
                _ => {}
            }
        }
        match rest {
            None => Some(values),
            Some(_) => None,
        }
    }
}

/// A path with each of its segments decoded.
fn decoded_segments(path: &str) -> String {
    let mut decoded = String::with_capacity(path.len());
    for (index, segment) in path.split('/').map(pairs::decode).enumerate() {
        if index > 0 {
            decoded.push('/');
        }
        decoded.push_str(&segment);
    }
    decoded
}

impl<'t> Segment<'t> {
    fn parse(text: &'t str) -> Result<Self, TemplateError> {
        let variable = text
            .strip_prefix('{')
            .and_then(|text| text.strip_suffix('}'));
        let Some(variable) = variable else {
            return match text.contains(['{', '}']) {
                true => Err(TemplateError::Braces),
                false => Ok(Self::Literal(text)),
            };
        };
        let name = variable.strip_suffix('*').or(variable.strip_prefix('*'));
        let segment = name.map_or(Self::Variable(variable), Self::Wildcard);
        match segment.variable() {
            None | Some("") => Err(TemplateError::NoName),
            Some(name) if name.contains(['{', '}', '*']) => Err(TemplateError::Braces),
            Some(_) => Ok(segment),
        }
    }

    pub(super) fn variable(&self) -> Option<&'t str> {
        match self {
            Self::Literal(_) => None,
            Self::Variable(name) | Self::Wildcard(name) => Some(name),
        }
    }
}

impl fmt::Display for Template<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// Why a text is no template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TemplateError {
    /// It does not begin with a slash.
    NoSlash,
    /// A brace or star stands where none may.
    Braces,
    /// A variable has no name.
    NoName,
    /// Two variables have the same name.
    VariableTwice,
    /// Something follows a wildcard.
    WildcardNotLast,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSlash => "a route's template begins with a slash",
            Self::Braces => "a variable in a route's template is a whole segment, in braces",
            Self::NoName => "a variable in a route's template needs a name",
            Self::VariableTwice => "a variable stands twice in a route's template",
            Self::WildcardNotLast => "a wildcard is the last segment of a route's template",
        })
    }
}

impl core::error::Error for TemplateError {}
