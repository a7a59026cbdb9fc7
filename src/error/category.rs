//! [`Category`]: what kind of thing went wrong.

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Category {
    /// Reading from or writing to the underlying stream failed.
    Io,
    /// The text is not JSV, or not JSON where that is read.
    Syntax,
    /// The text is well-formed, but not what the target type takes; or the value cannot be written.
    Data,
    /// The text ended inside a value.
    Eof,
    /// Nested deeper than [`Options::max_depth`](crate::Options::max_depth).
    Limit,
}
