//! [`Kind`]: which of .NET's scalars a newtype is, by its name. What one does with a text of each
//! kind is in `scalars`.

use crate::private::PREFIX;

/// Which .NET scalar a newtype is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Guid,
    DateTime,
    DateTimeOffset,
    TimeSpan,
    DateOnly,
    TimeOnly,
    #[cfg(feature = "decimal")]
    Decimal,
    Bytes,
}

impl Kind {
    /// The kind that a newtype's name says, if it is a .NET scalar.
    #[inline]
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name.strip_prefix(PREFIX)? {
            "Guid" => Some(Self::Guid),
            "DateTime" => Some(Self::DateTime),
            "DateTimeOffset" => Some(Self::DateTimeOffset),
            "TimeSpan" => Some(Self::TimeSpan),
            "DateOnly" => Some(Self::DateOnly),
            "TimeOnly" => Some(Self::TimeOnly),
            #[cfg(feature = "decimal")]
            "Decimal" => Some(Self::Decimal),
            "Bytes" => Some(Self::Bytes),
            _ => None,
        }
    }

    /// The newtype's name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Guid => "$jsv::private::Guid",
            Self::DateTime => "$jsv::private::DateTime",
            Self::DateTimeOffset => "$jsv::private::DateTimeOffset",
            Self::TimeSpan => "$jsv::private::TimeSpan",
            Self::DateOnly => "$jsv::private::DateOnly",
            Self::TimeOnly => "$jsv::private::TimeOnly",
            #[cfg(feature = "decimal")]
            Self::Decimal => "$jsv::private::Decimal",
            Self::Bytes => "$jsv::private::Bytes",
        }
    }

    /// What an error says was expected.
    pub(crate) const fn target(self) -> &'static str {
        match self {
            Self::Guid => "a Guid",
            Self::DateTime => "a DateTime",
            Self::DateTimeOffset => "a DateTimeOffset",
            Self::TimeSpan => "a TimeSpan",
            Self::DateOnly => "a DateOnly",
            Self::TimeOnly => "a TimeOnly",
            #[cfg(feature = "decimal")]
            Self::Decimal => "a decimal",
            Self::Bytes => "bytes in base64",
        }
    }
}
