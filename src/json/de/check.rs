//! Whether a text is JSON: that is for serde_json to say. Its errors get the path here.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use serde_core::de::IgnoredAny;
use serde_json::error::Category;

use super::token;
use crate::error::{Error, Result};

/// Where the value ends that begins at `start`, white space aside.
pub(super) fn value_end(input: &str, start: usize, max_depth: usize) -> Result<usize> {
    let rest = &input[start..];
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
    match values.next() {
        Some(Ok(_)) => Ok(start + values.byte_offset()),
        Some(Err(fault)) => {
            let error = error(&fault, input, start, input.len());
            Err(with_path(error, input, start, max_depth))
        }
        None => {
            Err(Error::json("EOF while parsing a value", true).at(input.len(), input.as_bytes()))
        }
    }
}

/// The error that serde_json gave for the part of the input from `start` to `end`.
#[cold]
pub(super) fn error(fault: &serde_json::Error, input: &str, start: usize, end: usize) -> Error {
    let message = fault.to_string();
    let place = format!(" at line {} column {}", fault.line(), fault.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    let is_eof = fault.classify() == Category::Eof;
    let offset = match is_eof {
        true => end,
        false => offset_of(fault, input, start),
    };
    // serde_json names it where it reads a value, but not where it only looks for the end of one.
    let message = match message {
        "expected value" | "key must be a string" if closes_after_comma(input, offset) => {
            "trailing comma"
        }
        message => message,
    };
    Error::json(message, is_eof).at(offset, input.as_bytes())
}

fn closes_after_comma(input: &str, offset: usize) -> bool {
    let (before, after) = input.split_at(offset);
    after.starts_with(['}', ']']) && before.trim_ascii_end().ends_with(',')
}

/// serde_json's column counts the bytes of the line up to the one at fault, and that one.
fn offset_of(fault: &serde_json::Error, input: &str, start: usize) -> usize {
    let bytes = &input.as_bytes()[start..];
    let lines_before = fault.line().saturating_sub(1);
    let line_start = match lines_before.checked_sub(1) {
        Some(last) => memchr::memchr_iter(b'\n', bytes)
            .nth(last)
            .map_or(0, |at| at + 1),
        None => 0,
    };
    let mut offset = (start + line_start + fault.column()).saturating_sub(1);
    // Of a control character in a string that it skips, it names the place before.
    if input
        .as_bytes()
        .get(offset + 1)
        .is_some_and(|&byte| byte < b' ')
        && is_control(fault)
    {
        offset += 1;
    }
    while !input.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn is_control(fault: &serde_json::Error) -> bool {
    fault.to_string().starts_with("control character")
}

/// A structure that a text stands in.
enum Level<'a> {
    /// In a list, at this item.
    Item(usize),
    /// In an object, at the member of this name as it stands in the text, quotes included.
    Member(&'a str),
}

/// Adds the path of an error's place. Before that place the text is JSON; a level too deep in it
/// is the error then, as it is where a text is read.
#[cold]
fn with_path(error: Error, input: &str, start: usize, max_depth: usize) -> Error {
    let end = error.offset().unwrap_or(input.len());
    let before = &input[..end];
    let mut levels = Vec::new();
    // The string just passed, which is a name if a colon follows.
    let mut string = "";
    let mut error = error;
    for (at, byte) in token::structure(before, start) {
        match byte {
            b'{' | b'[' if levels.len() >= max_depth => {
                error = Error::depth(max_depth).at(at, input.as_bytes());
                break;
            }
            b'[' => levels.push(Level::Item(0)),
            b'{' => levels.push(Level::Member("")),
            b']' | b'}' => drop(levels.pop()),
            b'"' => string = &before[at..token::string(before.as_bytes(), at).end],
            b':' => {
                if let Some(Level::Member(name)) = levels.last_mut() {
                    *name = string;
                }
            }
            _ => match levels.last_mut() {
                Some(Level::Item(index)) => *index += 1,
                Some(Level::Member(name)) => *name = "",
                None => {}
            },
        }
    }
    for level in levels.iter().rev() {
        error = match level {
            Level::Item(index) => error.in_item(*index),
            // At a name or before one.
            Level::Member("") => error,
            Level::Member(name) => match serde_json::from_str::<String>(name) {
                Ok(name) => error.in_member(&name),
                Err(_) => error.in_member(name.trim_matches('"')),
            },
        };
    }
    error
}
