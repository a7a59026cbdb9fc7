//! [`Error`]: what went wrong, where in the text, and on the way to which member.

mod category;
mod fault;
mod path;
mod report;

use alloc::{
    boxed::Box,
    string::{String, ToString},
};
use core::fmt;

pub use category::Category;
pub(crate) use fault::{Fault, FaultKind};
pub use path::{Path, Segment};

/// A `Result` whose error is this crate's [`Error`].
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// An error of reading or writing, one pointer wide.
///
/// Displayed, it is one line with place and path and without the offending value, which may be a
/// secret. [`report`](Error::report) draws the place in the text.
///
/// ```
/// use serde::Deserialize;
///
/// #[derive(Debug, Deserialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer {
///     id: i32,
/// }
///
/// let error = jsv::from_str::<Vec<Customer>>("[{Id:1},{Id:x}]").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "not a valid integer (i32) at line 1, column 13, at [1].Id"
/// );
/// assert_eq!(error.category(), jsv::error::Category::Data);
/// assert_eq!(error.path().to_string(), "[1].Id");
/// assert_eq!(error.offset(), Some(12));
/// ```
pub struct Error {
    inner: Box<Inner>,
}

#[derive(Debug)]
struct Inner {
    code: Code,
    /// Where it was found.
    place: Option<Place>,
    /// Where the bracket or quote that is never closed was opened.
    opened: Option<Place>,
    path: Path,
    loose_would_do: bool,
}

/// A place in a text: byte offset, and line and column counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    offset: usize,
    line: usize,
    column: usize,
}

impl Place {
    /// Counts lines and columns up to `offset`. Only errors pay for this.
    fn of(offset: usize, input: &[u8]) -> Self {
        let before = &input[..offset.min(input.len())];
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        let line = &before[line_start..];
        // A byte-order mark takes no column.
        let line = line.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(line);
        // A column is a character: a byte that does not continue a UTF-8 sequence.
        let is_character = |byte: &&u8| **byte & 0xC0 != 0x80;
        Self {
            offset,
            line: 1 + memchr::memchr_iter(b'\n', before).count(),
            column: 1 + line.iter().filter(is_character).count(),
        }
    }
}

#[derive(Debug)]
enum Code {
    /// Not JSV, or deeper than allowed.
    Syntax(Box<Fault>),
    /// Not JSON, in serde_json's words; `is_eof` if the text ended too early.
    #[cfg(feature = "json")]
    Json {
        message: Box<str>,
        is_eof: bool,
    },
    /// Not what the target takes.
    Expected {
        target: &'static str,
        found: &'static str,
    },
    Nothing(&'static str),
    InvalidScalar(&'static str),
    OutOfRange(&'static str),
    UnknownName(String),
    Duplicate(String),
    KeyNotScalar,
    Data(&'static str),
    Custom(String),
    #[cfg(feature = "std")]
    Io(std::io::Error),
}

impl Error {
    #[cold]
    fn new(code: Code) -> Self {
        Self {
            inner: Box::new(Inner {
                code,
                place: None,
                opened: None,
                path: Path::default(),
                loose_would_do: false,
            }),
        }
    }

    /// The text is not JSV at the fault's place.
    #[cold]
    pub(crate) fn syntax(fault: Box<Fault>, input: &[u8]) -> Self {
        let opened = fault.opened.map(|offset| Place::of(offset, input));
        let offset = fault.offset;
        let mut error = Self::new(Code::Syntax(fault)).at(offset, input);
        error.inner.opened = opened;
        error
    }

    /// The text is not JSON.
    #[cfg(feature = "json")]
    #[cold]
    pub(crate) fn json(message: &str, is_eof: bool) -> Self {
        Self::new(Code::Json {
            message: message.into(),
            is_eof,
        })
    }

    /// A value of the wrong shape.
    #[cold]
    pub(crate) fn expected(target: &'static str, found: &'static str) -> Self {
        Self::new(Code::Expected { target, found })
    }

    /// Nothing at all where a value was expected.
    #[cold]
    pub(crate) fn nothing(target: &'static str) -> Self {
        Self::new(Code::Nothing(target))
    }

    /// A scalar whose text the target, named with its article, does not accept.
    #[cold]
    pub(crate) fn invalid_scalar(target: &'static str) -> Self {
        Self::new(Code::InvalidScalar(target))
    }

    /// A number that the target cannot hold.
    #[cold]
    pub(crate) fn out_of_range(target: &'static str) -> Self {
        Self::new(Code::OutOfRange(target))
    }

    /// A name that the struct does not have.
    #[cold]
    pub(crate) fn unknown_name(name: &str) -> Self {
        Self::new(Code::UnknownName(name.to_string()))
    }

    /// A name or key that stands twice.
    #[cold]
    pub(crate) fn duplicate(name: &str) -> Self {
        Self::new(Code::Duplicate(name.to_string()))
    }

    /// A map key that is no scalar.
    #[cold]
    pub(crate) fn key_not_scalar() -> Self {
        Self::new(Code::KeyNotScalar)
    }

    /// Deeper than `max_depth`, where no text is at hand.
    #[cold]
    pub(crate) fn depth(max_depth: usize) -> Self {
        Self::new(Code::Syntax(Fault::too_deep(0, max_depth)))
    }

    /// Anything else about the data.
    #[cold]
    pub(crate) fn data(message: &'static str) -> Self {
        Self::new(Code::Data(message))
    }

    #[cfg(feature = "std")]
    #[cold]
    pub(crate) fn io(error: std::io::Error) -> Self {
        Self::new(Code::Io(error))
    }

    /// Gives the error a place if it has none yet.
    #[cold]
    pub(crate) fn at(mut self, offset: usize, input: &[u8]) -> Self {
        self.inner
            .place
            .get_or_insert_with(|| Place::of(offset, input));
        self
    }

    /// Moves the place back by one, for a text that was read with a bracket put before it.
    #[cfg(feature = "query")]
    #[cold]
    pub(crate) fn without_first_bracket(mut self) -> Self {
        let back = |place: &mut Place| {
            place.offset = place.offset.saturating_sub(1);
            if place.line == 1 {
                place.column = place.column.saturating_sub(1).max(1);
            }
        };
        self.inner.place.as_mut().map(back);
        self.inner.opened.as_mut().map(back);
        self
    }

    /// Adds the name of the member that the error was met in, while unwinding.
    #[cold]
    pub(crate) fn in_member(mut self, name: &str) -> Self {
        self.inner
            .path
            .push_outer(Segment::Member(name.to_string()));
        self
    }

    /// Adds the index of the item that the error was met in, while unwinding.
    #[cold]
    pub(crate) fn in_item(mut self, index: usize) -> Self {
        self.inner.path.push_outer(Segment::Item(index));
        self
    }

    /// Notes that `Layout::Loose` could read the text.
    #[cold]
    pub(crate) fn suggest_loose(mut self) -> Self {
        self.inner.loose_would_do = true;
        self
    }

    /// What kind of thing went wrong.
    pub fn category(&self) -> Category {
        match &self.inner.code {
            Code::Syntax(fault) => fault.category(),
            #[cfg(feature = "json")]
            Code::Json { is_eof: true, .. } => Category::Eof,
            #[cfg(feature = "json")]
            Code::Json { .. } => Category::Syntax,
            #[cfg(feature = "std")]
            Code::Io(_) => Category::Io,
            _ => Category::Data,
        }
    }

    /// The place in bytes from the start of the text, if reading a text failed.
    pub fn offset(&self) -> Option<usize> {
        self.inner.place.map(|place| place.offset)
    }

    /// The line, from 1; 0 without a place.
    pub fn line(&self) -> usize {
        self.inner.place.map_or(0, |place| place.line)
    }

    /// The column in characters, from 1; 0 without a place.
    pub fn column(&self) -> usize {
        self.inner.place.map_or(0, |place| place.column)
    }

    /// The members and items on the way to the error; displayed like
    /// `Customers[3].Accounts[0].CreatedDate`.
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Draws the error's place in the text that was read:
    ///
    /// ```
    /// let source = "{\n\tBillingInformation: \n\t{\n\t\tName: \"Acme\"x\n\t}\n}";
    /// let error = jsv::from_str::<jsv::Value>(source).unwrap_err();
    /// assert_eq!(
    ///     error.report(source),
    ///     r#"error: expected `,` or `}` after a closing quote
    ///  --> line 4, column 15, at BillingInformation.Name
    ///   |
    /// 4 |         Name: "Acme"x
    ///   |                     ^
    /// "#
    /// );
    /// ```
    ///
    /// A tab is drawn as four spaces, another control character as its picture (`␍`), and of a
    /// long line the part around the place. `source` must be the text that was read: a place
    /// outside of it draws no picture.
    pub fn report(&self, source: &str) -> String {
        report::draw(self, source)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(fault) => fault.fmt(f),
            #[cfg(feature = "json")]
            Self::Json { message, .. } => f.write_str(message),
            Self::Expected { target, found } => write!(f, "expected {target}, found {found}"),
            Self::Nothing(target) => write!(f, "expected {target}, found nothing"),
            Self::InvalidScalar(target) => {
                let noun = ["a ", "an "].iter().find_map(|a| target.strip_prefix(a));
                match noun {
                    Some(noun) => write!(f, "not a valid {noun}"),
                    None => write!(f, "not valid {target}"),
                }
            }
            Self::OutOfRange(target) => write!(f, "out of range for {target}"),
            Self::UnknownName(name) => write!(f, "unknown name `{name}`"),
            Self::Duplicate(name) => write!(f, "`{name}` stands twice"),
            Self::KeyNotScalar => f.write_str("a map key must be a scalar"),
            Self::Data(message) => f.write_str(message),
            Self::Custom(message) => f.write_str(message),
            #[cfg(feature = "std")]
            Self::Io(error) => error.fmt(f),
        }
    }
}

/// The message alone, without place and path.
struct Message<'a>(&'a Error);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.inner.code.fmt(f)?;
        if self.0.inner.loose_would_do {
            f.write_str(" (Layout::Loose could read this text)")?;
        }
        Ok(())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message(self).fmt(f)?;
        if let Some(place) = &self.inner.place {
            write!(f, " at line {}, column {}", place.line, place.column)?;
        }
        if let Some(opened) = &self.inner.opened {
            write!(
                f,
                ", opened at line {}, column {}",
                opened.line, opened.column
            )?;
        }
        if !self.inner.path.is_empty() {
            write!(f, ", at {}", self.inner.path)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?})", self.to_string())
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.inner.code {
            #[cfg(feature = "std")]
            Code::Io(error) => Some(error),
            _ => None,
        }
    }
}

/// For functions that read and write: that of a writer or reader is given as it is, a text that
/// ended too early is [`UnexpectedEof`](std::io::ErrorKind::UnexpectedEof), any other is
/// [`InvalidData`](std::io::ErrorKind::InvalidData), as with serde_json.
#[cfg(feature = "std")]
impl From<Error> for std::io::Error {
    fn from(error: Error) -> Self {
        let kind = match error.category() {
            Category::Eof => std::io::ErrorKind::UnexpectedEof,
            _ => std::io::ErrorKind::InvalidData,
        };
        match error.inner.code {
            Code::Io(error) => error,
            _ => Self::new(kind, error),
        }
    }
}

impl serde_core::ser::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Code::Custom(message.to_string()))
    }
}

/// What serde found, without the value itself.
fn kind_of(unexpected: &serde_core::de::Unexpected<'_>) -> &'static str {
    use serde_core::de::Unexpected::*;
    match unexpected {
        Bool(_) => "a bool",
        Unsigned(_) | Signed(_) => "an integer",
        Float(_) => "a number",
        Char(_) => "a character",
        // What this crate's visitors say in place of a text that may be a secret.
        Str(_) | Other("text") => "text",
        Bytes(_) => "bytes",
        Unit => "nothing",
        Option => "an optional value",
        NewtypeStruct => "a newtype",
        Seq => "a list",
        Map => "an object",
        Enum | UnitVariant | NewtypeVariant | TupleVariant | StructVariant => "a variant",
        Other(_) => "something else",
    }
}

impl serde_core::de::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Code::Custom(message.to_string()))
    }

    #[cold]
    fn invalid_type(
        unexpected: serde_core::de::Unexpected<'_>,
        expected: &dyn serde_core::de::Expected,
    ) -> Self {
        Self::custom(format_args!(
            "expected {expected}, found {}",
            kind_of(&unexpected)
        ))
    }

    #[cold]
    fn invalid_value(
        unexpected: serde_core::de::Unexpected<'_>,
        expected: &dyn serde_core::de::Expected,
    ) -> Self {
        Self::custom(format_args!(
            "{} that is not {expected}",
            kind_of(&unexpected)
        ))
    }

    #[cold]
    fn unknown_variant(_variant: &str, expected: &'static [&'static str]) -> Self {
        let mut message = String::from("not a variant of the enum, expected ");
        if expected.is_empty() {
            message.push_str("none: it has no variants");
        }
        for (index, name) in expected.iter().enumerate() {
            let separator = match index {
                0 => "",
                _ if index + 1 == expected.len() => " or ",
                _ => ", ",
            };
            message.push_str(separator);
            message.push('`');
            message.push_str(name);
            message.push('`');
        }
        Self::new(Code::Custom(message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_one_pointer_wide() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
        assert_eq!(size_of::<Result<()>>(), size_of::<usize>());
    }

    #[test]
    fn a_scalar_that_is_not_accepted_is_named_with_its_article_or_without() {
        let cases = [
            ("an integer (i32)", "not a valid integer (i32)"),
            ("a Guid", "not a valid Guid"),
            ("bytes in base64", "not valid bytes in base64"),
        ];
        for (target, message) in cases {
            assert_eq!(Error::invalid_scalar(target).to_string(), message);
        }
    }

    #[test]
    fn lines_and_columns_count_characters() {
        let cases: &[(&str, usize, (usize, usize))] = &[
            ("", 0, (1, 1)),
            ("abc", 2, (1, 3)),
            ("a\nbc", 3, (2, 2)),
            ("a\r\nb", 3, (2, 1)),
            ("åäö", 4, (1, 3)),
            ("abc", 9, (1, 4)),
            ("\u{FEFF}abc", 4, (1, 2)),
        ];
        for (text, offset, expected) in cases {
            let place = Place::of(*offset, text.as_bytes());
            assert_eq!(
                (place.line, place.column),
                *expected,
                "offset {offset} of {text:?}"
            );
        }
    }
}
