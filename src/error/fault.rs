//! The ways in which a text fails to be JSV (jsv.md, section 8).

use alloc::boxed::Box;
use core::fmt;

use super::category::Category;

/// A fault of the text and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// Where it was met, in bytes.
    pub(crate) offset: usize,
    /// Where the bracket or quote that is never closed was opened, in bytes.
    pub(crate) opened: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// Text between a closing quote and the next `,` or this closing bracket.
    AfterQuote(char),
    /// Text between a closing bracket and the next `,` or this closing bracket.
    AfterBracket(char),
    /// The text ends inside this bracket.
    UnclosedBracket(char),
    /// The text ends inside a quoted text.
    UnclosedQuote,
    /// A colon without a name before it.
    EmptyName,
    /// A comma without a name after it.
    TrailingComma,
    /// This character where a name must begin.
    NoName(char),
    /// This character in or after a name, where only a colon may follow.
    NameWithoutColon(char),
    /// A closing brace in a bare item.
    BraceInList,
    /// Something after the root value.
    Trailing,
    /// White space before this bracket.
    SpaceBefore(char),
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// More levels than this, which is `max_depth`.
    TooDeep(usize),
}

impl Fault {
    #[cold]
    pub(crate) fn new(kind: FaultKind, offset: usize) -> Box<Self> {
        Box::new(Self {
            kind,
            offset,
            opened: None,
        })
    }

    #[cold]
    pub(crate) fn too_deep(offset: usize, max_depth: usize) -> Box<Self> {
        Self::new(FaultKind::TooDeep(max_depth), offset)
    }

    pub(crate) fn opened_at(mut self: Box<Self>, opened: usize) -> Box<Self> {
        self.opened = Some(opened);
        self
    }

    pub(crate) fn category(self) -> Category {
        match self.kind {
            FaultKind::UnclosedBracket(_) | FaultKind::UnclosedQuote => Category::Eof,
            FaultKind::TooDeep(_) => Category::Limit,
            _ => Category::Syntax,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            FaultKind::AfterQuote(close) => {
                write!(f, "expected `,` or `{close}` after a closing quote")
            }
            FaultKind::AfterBracket(close) => {
                write!(f, "expected `,` or `{close}` after a closing bracket")
            }
            FaultKind::UnclosedBracket(open) => write!(f, "a `{open}` is never closed"),
            FaultKind::UnclosedQuote => f.write_str("a quote is never closed"),
            FaultKind::EmptyName => f.write_str("expected a name before `:`"),
            FaultKind::TrailingComma => f.write_str("expected a name after `,`"),
            FaultKind::NoName('\r' | '\n') => f.write_str("expected a name, found a line break"),
            FaultKind::NoName(found) => write!(f, "expected a name, found `{found}`"),
            FaultKind::NameWithoutColon('\r' | '\n') => {
                f.write_str("expected `:` after a name, found a line break")
            }
            FaultKind::NameWithoutColon(found) => {
                write!(f, "expected `:` after a name, found `{found}`")
            }
            FaultKind::BraceInList => f.write_str("expected `,` or `]` in a list, found `}`"),
            FaultKind::Trailing => f.write_str("expected the end of the text after the value"),
            FaultKind::SpaceBefore(open) => write!(f, "white space before `{open}`"),
            FaultKind::NotUtf8 => f.write_str("not UTF-8"),
            FaultKind::TooDeep(levels) => write!(f, "nested deeper than {levels} levels"),
        }
    }
}
