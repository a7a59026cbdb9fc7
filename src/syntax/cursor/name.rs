//! Names and keys, and the colon behind them.

use alloc::boxed::Box;

use super::{Cursor, Mode, Name, Opened, Scalar, Step, TokenFault, is_white, skip_white, token};
use crate::error::{Fault, FaultKind};

impl<'a> Cursor<'a> {
    /// Takes the bare name here with its colon if it is exactly this one.
    #[inline]
    pub(crate) fn take_name(&mut self, name: &str) -> bool {
        let Some(rest) = self.rest().strip_prefix(name.as_bytes()) else {
            return false;
        };
        // A name with one of the nine characters stands in quotes, where this finds no match but
        // for a name that begins with a quote; its closing quote then precedes the colon.
        let [b':', rest @ ..] = rest else {
            return false;
        };
        // JSV: an empty bare name is an error.
        if name.is_empty() {
            return false;
        }
        self.go_to(rest);
        self.skip_colon_layout();
        true
    }

    #[inline]
    fn skip_colon_layout(&mut self) {
        if self.mode != Mode::Compact {
            let rest = self.mode.after_colon(self.rest());
            self.go_to(rest);
        }
    }

    /// The name or key that stands here, and its colon. White space in a bare one is kept, but for
    /// that around it in a loose text.
    #[inline]
    pub(crate) fn name(&mut self, opened: Opened) -> Step<Name<'a>> {
        let name = if self.rest().first() == Some(&b'"') {
            let name = self.quoted()?;
            if self.mode == Mode::Loose {
                self.go_to(skip_white(self.rest()));
            }
            match self.rest().first() {
                Some(b':') => self.offset += 1,
                Some(_) => return Err(self.no_colon()),
                None => return Err(self.unclosed(opened)),
            }
            Scalar::Quoted(name)
        } else {
            Scalar::Bare(self.bare_name(opened)?)
        };
        self.skip_colon_layout();
        Ok(name)
    }

    #[inline]
    fn bare_name(&mut self, opened: Opened) -> Step<&'a str> {
        let start = self.offset;
        let name_end = match self.take(token::bare_name) {
            Ok(_) => self.offset - 1,
            Err(fault) => self
                .line_break_before_colon(fault)
                .ok_or_else(|| self.name_fault(fault, opened))?,
        };
        let name = self.slice(start, name_end);
        Ok(if self.mode == Mode::Loose {
            name.trim_end_matches([' ', '\t'])
        } else {
            name
        })
    }

    /// In a loose text line breaks between a name and its colon are layout: passes them, and gives
    /// where the name ends.
    #[cold]
    fn line_break_before_colon(&mut self, fault: TokenFault) -> Option<usize> {
        let name_end = self.text.len() - fault.left;
        let rest = skip_white(&self.text.as_bytes()[name_end..]);
        if self.mode != Mode::Loose || rest.len() == fault.left || name_end == self.offset {
            return None;
        }
        self.go_to(rest.strip_prefix(b":")?);
        Some(name_end)
    }

    #[cold]
    fn name_fault(&self, fault: TokenFault, opened: Opened) -> Box<Fault> {
        let before = self.text[..self.offset].trim_end_matches([' ', '\t', '\r', '\n']);
        match fault.kind {
            FaultKind::UnclosedBracket(_) => self.unclosed(opened),
            // Nothing but white space between a comma and the end of the object or another comma.
            FaultKind::NameWithoutColon('}' | ',')
                if before.ends_with(',')
                    && self
                        .slice(self.offset, self.text.len() - fault.left)
                        .bytes()
                        .all(is_white) =>
            {
                Fault::new(FaultKind::TrailingComma, self.text.len() - fault.left)
            }
            FaultKind::NameWithoutColon(found) if self.text.len() - fault.left == self.offset => {
                self.fault_here(FaultKind::NoName(found))
            }
            _ => self.located(fault),
        }
    }

    #[cold]
    fn no_colon(&self) -> Box<Fault> {
        let found = self.text[self.offset..].chars().next().unwrap_or(' ');
        self.fault_here(FaultKind::NameWithoutColon(found))
    }
}
