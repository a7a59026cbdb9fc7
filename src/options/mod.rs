//! [`Options`]: one value that says how to read and how to write.

mod choices;
pub(crate) mod text_case;

pub use self::{choices::*, text_case::TextCase};
#[cfg(feature = "dotnet")]
use crate::kinds::LocalZone;

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
/// | [`defaults`](Self::defaults) | `Write` | writing |
/// | `guid` (feature `dotnet`) | `N` | writing |
/// | `date_format` (feature `dotnet`) | `Wcf` | both |
/// | `local_zone` (feature `dotnet`) | `Utc` | both |
/// | `include_nulls` (feature `json`) | `false` | writing JSON |
/// | `include_null_entries` (feature `json`) | `false` | writing JSON |
/// | `null_is_missing` (feature `json`) | `false` | reading JSON |
/// | `non_finite` (feature `json`) | `Error` | writing JSON |
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
    pub(crate) defaults: Defaults,
    #[cfg(feature = "dotnet")]
    pub(crate) guid: GuidFormat,
    #[cfg(feature = "dotnet")]
    pub(crate) date_format: DateFormat,
    #[cfg(feature = "dotnet")]
    pub(crate) local_zone: LocalZone,
    #[cfg(feature = "json")]
    pub(crate) include_nulls: bool,
    #[cfg(feature = "json")]
    pub(crate) include_null_entries: bool,
    #[cfg(feature = "json")]
    pub(crate) null_is_missing: bool,
    #[cfg(feature = "json")]
    pub(crate) non_finite: NonFinite,
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
            defaults: Defaults::Write,
            #[cfg(feature = "dotnet")]
            guid: GuidFormat::N,
            #[cfg(feature = "dotnet")]
            date_format: DateFormat::Wcf,
            #[cfg(feature = "dotnet")]
            local_zone: LocalZone::Utc,
            #[cfg(feature = "json")]
            include_nulls: false,
            #[cfg(feature = "json")]
            include_null_entries: false,
            #[cfg(feature = "json")]
            null_is_missing: false,
            #[cfg(feature = "json")]
            non_finite: NonFinite::Error,
        }
    }

    /// What BokaMera's hosts write: names as declared, Guids with hyphens, and no member that is a
    /// `Guid` or `DateTime` with its default and cannot be null. Such members need serde's `default`
    /// to be read.
    ///
    /// ```
    /// use jsv::{Options, dotnet::Guid};
    /// use serde::Serialize;
    ///
    /// #[derive(Serialize)]
    /// #[serde(rename_all = "PascalCase")]
    /// struct AccessKey {
    ///     id: Guid,
    ///     value: &'static str,
    /// }
    ///
    /// const BOKAMERA: Options = Options::bokamera();
    /// let key = AccessKey { id: Guid::default(), value: "0815" };
    /// assert_eq!(BOKAMERA.to_string(&key)?, "{Value:0815}");
    /// # Ok::<(), jsv::Error>(())
    /// ```
    #[cfg(feature = "dotnet")]
    pub const fn bokamera() -> Self {
        Self::new()
            .guid(GuidFormat::D)
            .defaults(Defaults::OmitGuidAndDateTime)
    }

    /// What a ServiceStack host writes as it comes: names in camelCase, Guids without hyphens, and
    /// in JSON dates as `\/Date(…)\/`.
    ///
    /// ```
    /// use jsv::{Options, dotnet::Guid};
    /// use serde::Serialize;
    ///
    /// #[derive(Serialize)]
    /// #[serde(rename_all = "PascalCase")]
    /// struct AccessKey {
    ///     value: &'static str,
    ///     company_id: Option<Guid>,
    /// }
    ///
    /// const HOST: Options = Options::servicestack();
    /// let key = AccessKey { value: "0815", company_id: None };
    /// assert_eq!(HOST.to_string(&key)?, "{value:0815}");
    /// # Ok::<(), jsv::Error>(())
    /// ```
    #[cfg(feature = "dotnet")]
    pub const fn servicestack() -> Self {
        Self::new()
            .text_case(TextCase::Camel)
            .guid(GuidFormat::N)
            .date_format(DateFormat::Wcf)
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

    /// Sets what becomes of members that hold their type's default.
    #[must_use]
    pub const fn defaults(mut self, defaults: Defaults) -> Self {
        self.defaults = defaults;
        self
    }

    /// Sets how a `Guid` is printed, in JSV and in JSON.
    #[cfg(feature = "dotnet")]
    #[must_use]
    pub const fn guid(mut self, guid: GuidFormat) -> Self {
        self.guid = guid;
        self
    }

    /// Sets how dates are printed, and with a Unix form also that a number is read as a date.
    #[cfg(feature = "dotnet")]
    #[must_use]
    pub const fn date_format(mut self, date_format: DateFormat) -> Self {
        self.date_format = date_format;
        self
    }

    /// Sets the zone of a `DateTime` without a zone: the offset that is written for it, and what
    /// turns it into an instant, or `/Date(ms-0000)/` into a wall clock.
    #[cfg(feature = "dotnet")]
    #[must_use]
    pub const fn local_zone(mut self, local_zone: LocalZone) -> Self {
        self.local_zone = local_zone;
        self
    }

    /// Sets whether JSON has `null` for a member that is null, rather than leaving it out.
    #[cfg(feature = "json")]
    #[must_use]
    pub const fn include_nulls(mut self, include: bool) -> Self {
        self.include_nulls = include;
        self
    }

    /// Sets whether JSON has `null` for a map's entry that is null, rather than leaving it out.
    #[cfg(feature = "json")]
    #[must_use]
    pub const fn include_null_entries(mut self, include: bool) -> Self {
        self.include_null_entries = include;
        self
    }

    /// Sets whether a `null` of JSON for a member that cannot be null is as if the member were
    /// missing, so that serde's `default` applies, rather than an error.
    ///
    /// Which members can be null, a reader cannot know before it has read them, so all that are
    /// null are passed over: an `Option` is `None` unless it has a default of its own, and a
    /// `bool`, for which null is `false` otherwise, needs a default, too.
    #[cfg(feature = "json")]
    #[must_use]
    pub const fn null_is_missing(mut self, is_missing: bool) -> Self {
        self.null_is_missing = is_missing;
        self
    }

    /// Sets what JSON has for `NaN` and the infinities.
    #[cfg(feature = "json")]
    #[must_use]
    pub const fn non_finite(mut self, non_finite: NonFinite) -> Self {
        self.non_finite = non_finite;
        self
    }
}
