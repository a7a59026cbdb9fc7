//! [`Options`]: one value that says how to read and how to write.

use alloc::string::String;

use crate::syntax::case;

/// How the names of struct fields are written.
///
/// Only names of struct fields are changed, never the keys of a map, and only ASCII letters.
/// The algorithm is .NET's (jsv.md, section 7): Camel makes the first letter small and each
/// further capital of the leading run whose next character is a capital or the end; Snake is
/// Camel with each remaining capital as `_` and its small letter.
///
/// ```
/// use jsv::TextCase;
///
/// assert_eq!(TextCase::Camel.apply("IPAddress"), "ipAddress");
/// assert_eq!(TextCase::Snake.apply("MyID"), "my_i_d");
/// assert_eq!(TextCase::AsDeclared.apply("MyID"), "MyID");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TextCase {
    /// The serde name, unchanged.
    #[default]
    AsDeclared,
    /// `MyName` becomes `myName`.
    Camel,
    /// `MyName` becomes `my_name`.
    Snake,
}

impl TextCase {
    /// The name in this case.
    pub fn apply(self, name: &str) -> String {
        let mut cased = String::with_capacity(name.len() + 4);
        case::push_cased(self, name, |c| cased.push(c));
        cased
    }
}

/// Which white space outside of quotes is layout when reading (jsv.md, section 6).
///
/// ```
/// use jsv::{Layout, Options, Value};
///
/// let loose = Options::new().layout(Layout::Loose);
/// let value: Value = loose.from_str("{ Name: Acme , Tags: [ a, b ] }")?;
/// assert_eq!(value.to_string(), "{Name:Acme,Tags:[a,b]}");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Layout {
    /// A text that begins with a bracket and a line break is in the reference's pretty layout,
    /// which is undone; every other text is compact.
    #[default]
    Auto,
    /// White space is data, also in a text that looks pretty.
    Compact,
    /// White space around every token is layout: for text that was re-flowed or typed by hand.
    Loose,
}

/// What a scalar becomes when the target does not say which type it wants
/// (`deserialize_any`: a [`Value`](crate::Value), `serde_json::Value`, an untagged enum).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Untyped {
    /// Text, always: JSV has no types on the wire.
    #[default]
    Text,
    /// A bool or a number where printing it again gives the same text, otherwise text.
    /// A quoted scalar stays text.
    Infer,
}

/// What to do about a name that stands twice in an object, or a key twice in a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Duplicates {
    /// An error.
    #[default]
    Error,
    /// The last one counts, as in ServiceStack.Text.
    Last,
    /// The first one counts.
    First,
}

/// What to do about a name that the target struct does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Unknown {
    /// Skip it with its value.
    #[default]
    Ignore,
    /// An error.
    Error,
}

/// The depth that is allowed unless [`Options::max_depth`] says otherwise.
pub(crate) const DEFAULT_MAX_DEPTH: usize = 128;

/// How to read and how to write; every function of the crate's root exists as a method, too.
///
/// An `Options` is made in a `const` or on the fly and is cheap to clone.
///
/// | option | default | concerns |
/// |---|---|---|
/// | [`text_case`](Self::text_case) | `AsDeclared` | writing; reading ignores `_` and `-` with `Snake` |
/// | [`layout`](Self::layout) | `Auto` | reading |
/// | [`untyped`](Self::untyped) | `Text` | reading |
/// | [`duplicates`](Self::duplicates) | `Error` | reading |
/// | [`unknown`](Self::unknown) | `Ignore` | reading |
/// | [`max_depth`](Self::max_depth) | 128 levels | both |
///
/// ```
/// use jsv::{Options, TextCase};
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct CancelLicense {
///     id: i32,
/// }
///
/// const HOST: Options = Options::new().text_case(TextCase::Camel);
/// assert_eq!(HOST.to_string(&CancelLicense { id: 7 })?, "{id:7}");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Options {
    pub(crate) text_case: TextCase,
    pub(crate) layout: Layout,
    pub(crate) untyped: Untyped,
    pub(crate) duplicates: Duplicates,
    pub(crate) unknown: Unknown,
    pub(crate) max_depth: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Options {
    /// The defaults, as the functions at the crate's root have them.
    pub const fn new() -> Self {
        Self {
            text_case: TextCase::AsDeclared,
            layout: Layout::Auto,
            untyped: Untyped::Text,
            duplicates: Duplicates::Error,
            unknown: Unknown::Ignore,
            max_depth: DEFAULT_MAX_DEPTH,
        }
    }

    /// Sets the case in which struct field names are written. When reading, names match ignoring
    /// ASCII case anyway; with [`TextCase::Snake`] they match ignoring `_` and `-` as well.
    #[must_use]
    pub const fn text_case(mut self, text_case: TextCase) -> Self {
        self.text_case = text_case;
        self
    }

    /// Sets which white space is layout when reading.
    #[must_use]
    pub const fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Sets what a scalar without a known type is read as.
    #[must_use]
    pub const fn untyped(mut self, untyped: Untyped) -> Self {
        self.untyped = untyped;
        self
    }

    /// Sets what a name or key that stands twice does.
    ///
    /// Names of a struct are the same if they match the same field, keys of a map if their texts
    /// are equal. Names that the struct does not have are not compared.
    #[must_use]
    pub const fn duplicates(mut self, duplicates: Duplicates) -> Self {
        self.duplicates = duplicates;
        self
    }

    /// Sets what a name that the struct does not have does.
    #[must_use]
    pub const fn unknown(mut self, unknown: Unknown) -> Self {
        self.unknown = unknown;
        self
    }

    /// Sets how many levels of objects, maps and lists may be nested, reading, skipping or
    /// writing. Deeper is an [`Error`](crate::Error) of category
    /// [`Limit`](crate::error::Category::Limit).
    ///
    /// Reading and writing a typed value takes some stack for each level, so whoever raises the
    /// limit by much provides the stack.
    #[must_use]
    pub const fn max_depth(mut self, levels: usize) -> Self {
        self.max_depth = levels;
        self
    }
}
