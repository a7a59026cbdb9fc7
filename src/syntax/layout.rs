//! Layouts: the white space that the pretty printer makes, and that reading undoes
//! (jsv.md, section 6).

use alloc::vec::Vec;

use super::token::{is_white, line_break, skip_white};
use crate::options::Layout;

/// Writes a line break and `depth` tabs: how each line of the pretty layout begins.
pub(crate) fn line(buffer: &mut Vec<u8>, depth: usize) {
    buffer.push(b'\n');
    buffer.resize(buffer.len() + depth, b'\t');
}

/// Which white space outside of quotes is layout in the text being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// None.
    Compact,
    /// What the pretty printer makes.
    Pretty,
    /// All around each token.
    Loose,
}

impl Mode {
    /// The mode for a text: `Auto` takes one whose first character is a bracket, followed at once
    /// by a line break, for pretty.
    pub(super) fn of(layout: Layout, text: &[u8]) -> Self {
        match (layout, text) {
            (Layout::Loose, _) => Self::Loose,
            (Layout::Auto, [b'{' | b'[', rest @ ..]) if line_break(rest).is_some() => Self::Pretty,
            _ => Self::Compact,
        }
    }

    /// After a bracket or a comma. Pretty: a line break with at most as many tabs as the depth.
    pub(super) fn after_separator(self, input: &[u8], depth: usize) -> &[u8] {
        match self {
            Self::Compact => input,
            Self::Loose => skip_white(input),
            Self::Pretty => match line_break(input) {
                None => input,
                Some(rest) => {
                    let tabs = rest.iter().take(depth).take_while(|&&b| b == b'\t').count();
                    &rest[tabs..]
                }
            },
        }
    }

    /// After the colon of a name or key. Pretty: one space.
    pub(super) fn after_colon(self, input: &[u8]) -> &[u8] {
        match self {
            Self::Compact => input,
            Self::Loose => skip_white(input),
            Self::Pretty => input.strip_prefix(b" ").unwrap_or(input),
        }
    }

    /// Before a value. Pretty: any run of line breaks and tabs, if a bracket follows it.
    pub(super) fn before_value(self, input: &[u8]) -> &[u8] {
        match self {
            Self::Compact => input,
            Self::Loose => skip_white(input),
            Self::Pretty => {
                let run = input
                    .iter()
                    .take_while(|&&b| is_white(b) && b != b' ')
                    .count();
                match input.get(run) {
                    Some(b'{' | b'[') => &input[run..],
                    _ => input,
                }
            }
        }
    }

    /// Before a separator that follows a quoted text or a bracket. Pretty: a line break and the
    /// tabs after it, if a closing bracket follows them.
    pub(super) fn before_separator(self, input: &[u8]) -> &[u8] {
        match self {
            Self::Compact => input,
            Self::Loose => skip_white(input),
            Self::Pretty => {
                let Some(rest) = line_break(input) else {
                    return input;
                };
                let tabs = rest.iter().take_while(|&&b| b == b'\t').count();
                match rest.get(tabs) {
                    Some(b'}' | b']') => &rest[tabs..],
                    _ => input,
                }
            }
        }
    }

    /// A bare scalar without the layout at its end; `rest` begins with what ended it.
    pub(super) fn trim_bare<'a>(self, scalar: &'a str, rest: &[u8]) -> &'a str {
        match self {
            Self::Compact => scalar,
            Self::Loose => scalar.trim_end_matches([' ', '\t', '\r', '\n']),
            Self::Pretty if matches!(rest, [b'}' | b']', ..]) => {
                let line = scalar.trim_end_matches('\t');
                match line.strip_suffix('\n') {
                    Some(line) => line.strip_suffix('\r').unwrap_or(line),
                    None => scalar,
                }
            }
            Self::Pretty => scalar,
        }
    }
}
