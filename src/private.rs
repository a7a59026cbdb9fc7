//! The newtype names by which values tell this crate's serializers and deserializers what they
//! are. To any other serde format such a newtype is the value inside of it.

/// What all of them begin with.
pub(crate) const PREFIX: &str = "$jsv::private::";

/// A text of a [`Value`](crate::Value) in the form of a date with a time, which stands without
/// quotes though it has colons (jsv.md, section 5).
pub(crate) const DATE: &str = "$jsv::private::Date";

/// A [`Value`](crate::Value) being read, for which scalars keep their text.
pub(crate) const VALUE: &str = "$jsv::private::Value";

/// An enum of .NET that is written as its number: a value type whose default is never left out.
#[cfg(feature = "dotnet")]
pub(crate) const FLAGS: &str = "$jsv::private::Flags";

/// A pair of .NET, whose parts are written though they hold their default. The name of a struct.
#[cfg(feature = "dotnet")]
pub(crate) const KEY_VALUE_PAIR: &str = "$jsv::private::KeyValuePair";

/// A number of JSON whose digits stay as they are: a newtype around its text. A transcoder asks
/// for whatever comes by this name, and gets numbers so.
#[cfg(feature = "json")]
pub(crate) const NUMBER: &str = "$jsv::private::Number";

/// The text of a Uri, which in a query is written as JSV where a string is not.
#[cfg(feature = "query")]
pub(crate) const URI: &str = "$jsv::private::Uri";
