//! A place in a JSON text, and the steps that may be taken from it.
//!
//! The text is JSON already: serde_json has said so before a cursor is made (see
//! [`check`](super::check)). So the steps only look for where things end. One that is taken out
//! of turn, by a target that asks for a value twice or goes on after an error, is an error, too.

use alloc::{borrow::Cow, boxed::Box};

use super::{check, token};
use crate::error::{Error, Fault, FaultKind, Result};

/// A structure that was opened, to be handed back to the steps inside of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opened {
    offset: usize,
    close: u8,
    /// The depth inside of it.
    depth: usize,
}

impl Opened {
    /// Where its bracket stands.
    pub(super) fn offset(self) -> usize {
        self.offset
    }
}

/// A place in a text.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'de> {
    /// All that there is.
    input: &'de str,
    /// The part of it up to the end of the value that serde_json has checked.
    text: &'de str,
    offset: usize,
    depth: usize,
    max_depth: usize,
}

impl<'de> Cursor<'de> {
    /// At the start of a text, of which nothing is checked yet; one leading byte-order mark is
    /// skipped.
    pub(super) fn new(input: &'de str, max_depth: usize) -> Self {
        let body = input.strip_prefix('\u{FEFF}').unwrap_or(input);
        Self {
            input,
            text: "",
            offset: input.len() - body.len(),
            depth: 0,
            max_depth,
        }
    }

    /// Has serde_json check the value that begins here.
    pub(super) fn check(&mut self) -> Result<()> {
        let end = check::value_end(self.input, self.offset, self.max_depth)?;
        self.text = &self.input[..end];
        Ok(())
    }

    /// Checks that only white space follows.
    pub(super) fn end(&mut self) -> Result<()> {
        self.text = self.input;
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.fault(Fault::new(FaultKind::Trailing, self.offset))),
        }
    }

    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    pub(super) fn go_to(&mut self, offset: usize) {
        self.offset = offset;
    }

    /// The text up to the end of the value that is read.
    pub(super) fn text(&self) -> &'de str {
        self.text
    }

    #[cold]
    fn fault(&self, fault: Box<Fault>) -> Error {
        Error::syntax(fault, self.input.as_bytes())
    }

    /// Gives an error a place if it has none yet.
    #[cold]
    pub(super) fn located(&self, error: Error, offset: usize) -> Error {
        error.at(offset, self.input.as_bytes())
    }

    #[cold]
    fn out_of_turn(&self) -> Error {
        self.located(
            Error::data("the value before this was not read to its end"),
            self.offset,
        )
    }

    // ---- values -------------------------------------------------------------------------------

    /// The first byte of what comes next, white space aside.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.offset) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.offset += 1,
                byte => return byte.copied(),
            }
        }
    }

    /// The string that begins here.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Cow<'de, str>> {
        let start = self.offset;
        let string = token::string(self.text.as_bytes(), start);
        self.offset = string.end;
        if string.has_escapes {
            return self.unescape(start);
        }
        Ok(Cow::Borrowed(&self.text[start + 1..string.inner_end]))
    }

    /// The date `"\/Date(…)\/"`, if it begins here, with its escapes: whoever reads a date knows them
    /// (jsv.md, section 5), so that no text has to be made without.
    #[cfg(feature = "dotnet")]
    #[inline]
    pub(super) fn wcf_date(&mut self) -> Option<&'de str> {
        const CLOSING: &[u8] = b")\\/\"";
        self.peek();
        let rest = &self.text.as_bytes()[self.offset..];
        let count = rest.strip_prefix(b"\"\\/Date(")?;
        let length = count
            .iter()
            .take_while(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-'))
            .count();
        if !count[length..].starts_with(CLOSING) {
            return None;
        }
        let end = rest.len() - count.len() + length + CLOSING.len();
        let date = &self.text[self.offset + 1..self.offset + end - 1];
        self.offset += end;
        Some(date)
    }

    /// The string between `start` and here. Half a surrogate pair is found only now.
    #[cold]
    fn unescape(&self, start: usize) -> Result<Cow<'de, str>> {
        match serde_json::from_str(&self.text[start..self.offset]) {
            Ok(text) => Ok(Cow::Owned(text)),
            Err(error) => Err(check::error(&error, self.input, start, self.offset)),
        }
    }

    /// Whether a string of nothing but white space begins here.
    #[inline]
    pub(super) fn at_empty_string(&self) -> bool {
        match self.text.as_bytes().get(self.offset + 1) {
            Some(b'"') => true,
            Some(b' ' | b'\\') => self
                .clone()
                .string()
                .is_ok_and(|text| crate::syntax::scalar::trim(&text).is_empty()),
            _ => false,
        }
    }

    /// The number, bool or null that begins here.
    #[inline]
    pub(super) fn bare(&mut self) -> Result<&'de str> {
        let start = self.offset;
        self.offset = token::bare_end(self.text.as_bytes(), start);
        if start == self.offset {
            return Err(self.out_of_turn());
        }
        Ok(&self.text[start..self.offset])
    }

    /// Skips the value that begins here, without recursion.
    pub(super) fn skip(&mut self) -> Result<()> {
        match self.peek() {
            Some(b'"') => {
                self.offset = token::string(self.text.as_bytes(), self.offset).end;
                Ok(())
            }
            Some(b'{' | b'[') => self.skip_structure(),
            _ => self.bare().map(drop),
        }
    }

    fn skip_structure(&mut self) -> Result<()> {
        let mut depth = self.depth;
        for (at, byte) in token::structure(self.text, self.offset) {
            match byte {
                b'{' | b'[' if depth >= self.max_depth => return Err(self.too_deep(at)),
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            if depth == self.depth {
                self.offset = at + 1;
                return Ok(());
            }
        }
        Err(self.out_of_turn())
    }

    // ---- brackets -----------------------------------------------------------------------------

    #[cold]
    fn too_deep(&self, offset: usize) -> Error {
        self.fault(Fault::too_deep(offset, self.max_depth))
    }

    /// Goes into the structure whose bracket stands here.
    #[inline]
    pub(super) fn open(&mut self) -> Result<Opened> {
        if self.depth >= self.max_depth {
            return Err(self.too_deep(self.offset));
        }
        let opened = Opened {
            offset: self.offset,
            // The closing brackets stand two behind the opening ones.
            close: self.text.as_bytes()[self.offset] + 2,
            depth: self.depth + 1,
        };
        self.depth = opened.depth;
        self.offset += 1;
        Ok(opened)
    }

    /// Goes to the first member or item of the structure just opened; if it has none, leaves it.
    #[inline]
    pub(super) fn first(&mut self, opened: Opened) -> Result<bool> {
        match self.peek() {
            Some(byte) if byte == opened.close => self.close(opened),
            Some(_) => Ok(true),
            None => Err(self.out_of_turn()),
        }
    }

    /// Goes to the member or item after the one just read; if there is none, leaves the structure.
    #[inline]
    pub(super) fn next(&mut self, opened: Opened) -> Result<bool> {
        match self.peek() {
            // Within a structure that a target has left in the middle, this is another's comma.
            Some(b',') if self.depth == opened.depth => {
                self.offset += 1;
                self.peek();
                Ok(true)
            }
            Some(byte) if byte == opened.close => self.close(opened),
            _ => Err(self.out_of_turn()),
        }
    }

    /// Leaves a structure; nothing more comes in it.
    #[inline]
    fn close(&mut self, opened: Opened) -> Result<bool> {
        if self.depth != opened.depth {
            return Err(self.out_of_turn());
        }
        self.offset += 1;
        self.depth -= 1;
        Ok(false)
    }

    /// The name or key that stands here, and its colon.
    #[inline]
    pub(super) fn name(&mut self) -> Result<Cow<'de, str>> {
        if self.peek() != Some(b'"') {
            return Err(self.out_of_turn());
        }
        let name = self.string()?;
        if self.peek() != Some(b':') {
            return Err(self.out_of_turn());
        }
        self.offset += 1;
        Ok(name)
    }
}
