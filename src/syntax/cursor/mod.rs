//! The grammar: a place in a text, and the steps that may be taken from it (jsv.md, section 1).
//!
//! Typed reading, skipping and capturing all take these steps, so a text that one of them accepts
//! the others accept as well. The order of the steps is that of the text:
//!
//! ```text
//! value  = peek, then scalar | open-object members | open-list items
//! object = open, first_member?, ( name, value, next_member? )*
//! list   = open, first_item?, ( value, next_item? )*
//! ```
//!
//! Every byte is looked at a bounded number of times: no step looks ahead for the end of a nested
//! value.

mod name;
mod skip;

use alloc::{borrow::Cow, boxed::Box};

use nom::Err;

use super::{
    layout::Mode,
    quote::unquote,
    token::{self, Token, TokenFault, is_white, skip_white},
};
use crate::{
    error::{Fault, FaultKind},
    options::Layout,
};

/// What a step gives; the fault is boxed so that success fits into registers.
pub(crate) type Step<T> = Result<T, Box<Fault>>;

/// What the cursor stands in, which decides what ends a bare scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Root,
    Object,
    List,
}

/// A bracket that was opened, to be handed back to the steps inside of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opened {
    offset: usize,
    parent: Container,
}

/// A scalar's text.
#[derive(Debug)]
pub(crate) enum Scalar<'a> {
    /// Outside of quotes; empty is nothing at all.
    Bare(&'a str),
    /// From within quotes.
    Quoted(Cow<'a, str>),
}

/// A member's name or an entry's key.
pub(crate) type Name<'a> = Scalar<'a>;

/// A place in a text.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    mode: Mode,
    container: Container,
    depth: usize,
    max_depth: usize,
}

impl Opened {
    /// Where the bracket stands.
    pub(crate) fn offset(self) -> usize {
        self.offset
    }
}

impl<'a> Cursor<'a> {
    /// At the root value of the text; one leading byte-order mark is skipped.
    pub(crate) fn new(text: &'a str, layout: Layout, max_depth: usize) -> Self {
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Self {
            text,
            offset: text.len() - body.len(),
            mode: Mode::of(layout, body.as_bytes()),
            container: Container::Root,
            depth: 0,
            max_depth,
        }
    }

    /// The same cursor at another place of the same container.
    pub(crate) fn at(&self, offset: usize) -> Self {
        Self {
            offset,
            ..self.clone()
        }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    #[inline]
    fn rest(&self) -> &'a [u8] {
        // The offset never passes the end.
        &self.text.as_bytes()[self.offset..]
    }

    #[inline]
    fn go_to(&mut self, rest: &[u8]) {
        self.offset = self.text.len() - rest.len();
    }

    /// A part of the text. Every token begins and ends at the text's end or next to an ASCII
    /// character, so a slice never splits a character.
    #[inline]
    fn slice(&self, start: usize, end: usize) -> &'a str {
        &self.text[start..end]
    }

    #[cold]
    fn fault_here(&self, kind: FaultKind) -> Box<Fault> {
        Fault::new(kind, self.offset)
    }

    /// Takes one token, turning the leaf's fault into one with an offset.
    #[inline]
    fn take<T>(&mut self, leaf: impl FnOnce(&'a [u8]) -> Token<'a, T>) -> Result<T, TokenFault> {
        match leaf(self.rest()) {
            Ok((rest, token)) => {
                self.go_to(rest);
                Ok(token)
            }
            // The leaves work on whole texts and never ask for more input.
            Err(Err::Error(fault) | Err::Failure(fault)) => Err(fault),
            Err(Err::Incomplete(_)) => Err(TokenFault {
                kind: FaultKind::Trailing,
                left: 0,
            }),
        }
    }

    #[cold]
    fn located(&self, fault: TokenFault) -> Box<Fault> {
        let offset = self.text.len() - fault.left;
        match fault.kind {
            // It was met where the text ends; the cursor still stands at the opening quote.
            FaultKind::UnclosedQuote => {
                Fault::new(fault.kind, self.text.len()).opened_at(self.offset)
            }
            kind => Fault::new(kind, offset),
        }
    }

    // ---- values -------------------------------------------------------------------------------

    /// The first byte of the value that begins here, after the layout before it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        if self.mode != Mode::Compact {
            let rest = self.mode.before_value(self.rest());
            self.go_to(rest);
        }
        self.text.as_bytes().get(self.offset).copied()
    }

    /// Goes to the member's or item's value that begins here; the text must not end before it.
    #[inline]
    pub(crate) fn begin_value(&mut self, opened: Opened) -> Step<()> {
        match self.peek() {
            Some(_) => Ok(()),
            None => Err(self.unclosed(opened)),
        }
    }

    /// Whether nothing stands here; after [`peek`](Self::peek).
    #[inline]
    pub(crate) fn at_nothing(&self) -> bool {
        match (self.rest().first(), self.container) {
            (None | Some(b','), Container::Object | Container::List) | (None, Container::Root) => {
                true
            }
            (Some(b'}'), Container::Object) | (Some(b']'), Container::List) => true,
            // The layout before a closing bracket is nothing as well.
            (Some(b'\r' | b'\n'), _) if self.mode == Mode::Pretty => {
                self.clone().bare().is_ok_and(str::is_empty)
            }
            _ => false,
        }
    }

    /// Whether a scalar of white space alone stands here, or of nothing in quotes.
    #[inline]
    pub(crate) fn at_empty_scalar(&self) -> bool {
        match self.rest() {
            [b'"', b'"', rest @ ..] => rest.first() != Some(&b'"'),
            [b'"', byte, ..] | [byte, ..] if is_white(*byte) => self.at_white_space(),
            _ => false,
        }
    }

    #[cold]
    fn at_white_space(&self) -> bool {
        self.clone().scalar().is_ok_and(|scalar| match scalar {
            Scalar::Bare(text) => text.bytes().all(is_white),
            Scalar::Quoted(text) => text.bytes().all(is_white),
        })
    }

    /// The scalar that begins here; after [`peek`](Self::peek), which gave no bracket.
    #[inline]
    pub(crate) fn scalar(&mut self) -> Step<Scalar<'a>> {
        if self.text.as_bytes().get(self.offset) == Some(&b'"') {
            self.quoted().map(Scalar::Quoted)
        } else {
            self.bare().map(Scalar::Bare)
        }
    }

    #[inline]
    fn quoted(&mut self) -> Step<Cow<'a, str>> {
        let start = self.offset + 1;
        let quoted = self
            .take(token::quoted)
            .map_err(|fault| self.located(fault))?;
        let inner = self.slice(start, start + quoted.inner.len());
        Ok(unquote(inner, quoted.doubled))
    }

    #[inline]
    fn bare(&mut self) -> Step<&'a str> {
        let start = self.offset;
        match self.container {
            Container::Object => self.take(token::bare_member),
            Container::List => self.take(token::bare_item),
            Container::Root => {
                if let Some(fault) = self.space_before_bracket() {
                    return Err(fault);
                }
                self.offset = self.text.len();
                Ok(&[][..])
            }
        }
        .map_err(|fault| self.located(fault))?;
        let scalar = self.slice(start, self.offset);
        if self.mode == Mode::Compact {
            return Ok(scalar);
        }
        Ok(self.mode.trim_bare(scalar, self.rest()))
    }

    // ---- brackets -----------------------------------------------------------------------------

    /// Goes into the object or list whose bracket stands here.
    #[inline]
    pub(crate) fn open(&mut self) -> Step<Opened> {
        if self.depth >= self.max_depth {
            return Err(Fault::too_deep(self.offset, self.max_depth));
        }
        let opened = Opened {
            offset: self.offset,
            parent: self.container,
        };
        self.container = match self.rest().first() {
            Some(b'{') => Container::Object,
            _ => Container::List,
        };
        self.depth += 1;
        self.offset += 1;
        self.skip_separator_layout();
        Ok(opened)
    }

    #[inline]
    fn skip_separator_layout(&mut self) {
        if self.mode != Mode::Compact {
            let rest = self.mode.after_separator(self.rest(), self.depth);
            self.go_to(rest);
        }
    }

    /// Leaves the bracket whose closing one stands here.
    #[inline]
    fn close(&mut self, opened: Opened) {
        self.offset += 1;
        self.depth -= 1;
        self.container = opened.parent;
    }

    /// Whether the object just opened has a member; if not, it is left.
    #[inline]
    pub(crate) fn first_member(&mut self, opened: Opened) -> bool {
        // `{ }` is an empty object in every layout.
        let rest = self.rest();
        let closes = match rest.first() {
            Some(b'}') => true,
            Some(&byte) if is_white(byte) => {
                let rest = skip_white(rest);
                let closes = rest.first() == Some(&b'}');
                if closes {
                    self.go_to(rest);
                }
                closes
            }
            _ => false,
        };
        if closes {
            self.close(opened);
        }
        !closes
    }

    /// Whether another member follows the one just read; if not, the object is left.
    #[inline]
    pub(crate) fn next_member(&mut self, opened: Opened) -> Step<bool> {
        self.goes_on(b'}', opened)
    }

    /// Whether the list just opened has an item; if not, it is left.
    #[inline]
    pub(crate) fn first_item(&mut self, opened: Opened) -> bool {
        if self.mode != Mode::Compact {
            let rest = self.mode.before_separator(self.rest());
            self.go_to(rest);
        }
        let closes = self.rest().first() == Some(&b']');
        if closes {
            self.close(opened);
        }
        !closes
    }

    /// Whether another item follows the one just read; if not, the list is left. After a comma
    /// there always is one: `n` commas make `n + 1` items.
    #[inline]
    pub(crate) fn next_item(&mut self, opened: Opened) -> Step<bool> {
        self.goes_on(b']', opened)
    }

    /// Passes the comma, or the closing bracket, that stands here.
    #[inline]
    fn goes_on(&mut self, close: u8, opened: Opened) -> Step<bool> {
        let is_comma = self.separator(close, opened)? == b',';
        if is_comma {
            self.offset += 1;
            self.skip_separator_layout();
        } else {
            self.close(opened);
        }
        Ok(is_comma)
    }

    /// The comma or closing bracket that stands here, after the layout before it.
    #[inline]
    fn separator(&mut self, close: u8, opened: Opened) -> Step<u8> {
        let byte = match self.rest().first() {
            Some(&byte) if byte == b',' || byte == close => return Ok(byte),
            byte if self.mode == Mode::Compact => byte,
            _ => {
                let rest = self.mode.before_separator(self.rest());
                self.go_to(rest);
                rest.first()
            }
        };
        match byte {
            Some(&byte) if byte == b',' || byte == close => Ok(byte),
            Some(_) if !skip_white(self.rest()).is_empty() => Err(self.after_value(close)),
            _ => Err(self.unclosed(opened)),
        }
    }

    #[cold]
    fn unclosed(&self, opened: Opened) -> Box<Fault> {
        let bracket = char::from(self.text.as_bytes()[opened.offset]);
        Fault::new(FaultKind::UnclosedBracket(bracket), self.text.len()).opened_at(opened.offset)
    }

    /// Text after a quoted text or a bracket: a bare scalar would have run on.
    #[cold]
    fn after_value(&self, close: u8) -> Box<Fault> {
        let before = self.text[..self.offset].trim_end_matches([' ', '\t', '\r', '\n']);
        self.fault_here(if before.ends_with('"') {
            FaultKind::AfterQuote(char::from(close))
        } else {
            FaultKind::AfterBracket(char::from(close))
        })
    }

    // ---- the root ------------------------------------------------------------------------------

    /// Whether the white space here stands before a bracket: a fault unless the layout is loose.
    pub(crate) fn space_before_bracket(&self) -> Option<Box<Fault>> {
        let rest = skip_white(self.rest());
        match rest.first() {
            Some(&bracket @ (b'{' | b'[')) if rest.len() < self.rest().len() => {
                Some(self.fault_here(FaultKind::SpaceBefore(char::from(bracket))))
            }
            _ => None,
        }
    }

    /// Checks that only white space follows the root value.
    pub(crate) fn end(&mut self) -> Step<()> {
        let rest = skip_white(self.rest());
        if rest.is_empty() {
            return Ok(());
        }
        self.go_to(rest);
        Err(self.fault_here(FaultKind::Trailing))
    }
}
