//! The choices that an option has. That of names has its algorithm beside it, in `text_case`.

#[cfg(feature = "dotnet")]
use crate::private::KEY_VALUE_PAIR;

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

/// What becomes of members that hold their type's default (jsv.md, section 11).
///
/// Only members of a struct are left out, and only those that cannot be null: a `Some` is always
/// written. Whoever reads a text without them needs serde's `default`.
///
/// ```
/// use jsv::{Defaults, Options};
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// struct Count {
///     id: i32,
///     found: Option<i32>,
/// }
///
/// let count = Count { id: 0, found: Some(0) };
/// let omit = Options::new().defaults(Defaults::Omit);
/// assert_eq!(omit.to_string(&count)?, "{found:0}");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Defaults {
    /// They are written.
    #[default]
    Write,
    /// Those of the types `Guid` and `DateTime` are left out, as BokaMera's hosts do.
    OmitGuidAndDateTime,
    /// Those of all value types but enums are left out, as ServiceStack.Text does under its
    /// setting `ExcludeDefaultValues`: bools, numbers, characters, the .NET scalars.
    Omit,
}

impl Defaults {
    /// What becomes of the members of a struct of this name that hold their default.
    pub(crate) fn in_struct(self, name: &str) -> Self {
        #[cfg(feature = "dotnet")]
        if name == KEY_VALUE_PAIR {
            return Self::Write;
        }
        let _ = name;
        self
    }
}

/// How a `Guid` is printed, in .NET's format letters. Either is read.
#[cfg(feature = "dotnet")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum GuidFormat {
    /// 32 digits: `7a1b2c3d4e5f60718293a4b5c6d7e8f9`.
    #[default]
    N,
    /// 32 digits with hyphens: `7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9`.
    D,
}

/// How dates are printed: ServiceStack's `DateHandler`. JSV heeds the two Unix forms alone; the
/// others concern JSON (json.md).
///
/// | value | `DateTime` in JSON | `DateTimeOffset` in JSON |
/// |---|---|---|
/// | `Wcf` | `"\/Date(ms)\/"` UTC, `"\/Date(ms-0000)\/"` no zone, `"\/Date(ms+hhmm)\/"` | the same |
/// | `Iso8601` | seven decimals, then the zone | the same |
/// | `Iso8601DateOnly` | `"yyyy-MM-dd"` | as `Wcf` |
/// | `Iso8601DateTime` | `"yyyy-MM-dd HH:mm:ss"` | as `Wcf` |
/// | `Rfc1123` | `"Tue, 02 Jan 2001 10:20:30 GMT"` | as `Wcf` |
/// | `UnixTime`, `UnixTimeMs` | seconds or milliseconds since 1970 | as `Wcf` |
/// | `SystemText` | as System.Text.Json: no trailing zeros | the same |
#[cfg(feature = "dotnet")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum DateFormat {
    /// `\/Date(…)\/`, the reference's `TimestampOffset`. Keeps milliseconds.
    #[default]
    Wcf,
    /// Keeps all of a value.
    Iso8601,
    /// The date alone.
    Iso8601DateOnly,
    /// Date and time to the second, without the zone.
    Iso8601DateTime,
    /// HTTP's dates, in UTC. Keeps seconds.
    Rfc1123,
    /// Seconds since 1970-01-01 UTC, toward zero.
    UnixTime,
    /// Milliseconds since 1970-01-01 UTC, toward zero.
    UnixTimeMs,
    /// What System.Text.Json writes. Keeps all of a value.
    SystemText,
}

/// What JSON has for `NaN` and the infinities, which are no JSON numbers.
#[cfg(feature = "json")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum NonFinite {
    /// An error with the path.
    #[default]
    Error,
    /// `null`.
    Null,
    /// `NaN`, `Infinity`, `-Infinity` as they are, as ServiceStack.Text writes them: its own reader
    /// takes them, a JSON parser does not.
    Bare,
}
