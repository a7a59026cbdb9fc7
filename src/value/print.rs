//! Printing a [`Value`], without recursion: its text, compact or pretty, and its `Debug` form.

use alloc::{string::String, vec::Vec};
use core::fmt;

use super::{Value, deep::Children};
use crate::syntax::{
    layout,
    quote::{is_date_with_time, write_root_text, write_text},
};

/// Compact JSV, or with `{:#}` the pretty layout. The latter takes room quadratic in the depth.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(self, f.alternate()))
    }
}

/// The text of a value.
pub(super) fn text_of(root: &Value, pretty: bool) -> String {
    let mut buffer = Vec::new();
    match root {
        Value::Text(text) if is_date_with_time(text) => buffer.extend_from_slice(text.as_bytes()),
        Value::Text(text) => write_root_text(&mut buffer, text),
        _ => {}
    }
    let mut levels = Vec::new();
    levels.extend(open(root, &mut buffer, pretty.then_some(0), false));
    while let Some(level) = levels.last_mut() {
        let pretty_depth = |depth| pretty.then_some(depth);
        let Some((key, child)) = level.next_written() else {
            let close = level.close;
            levels.pop();
            if pretty {
                layout::line(&mut buffer, levels.len());
            }
            buffer.push(close);
            continue;
        };
        if !core::mem::take(&mut level.is_first) {
            buffer.push(b',');
        }
        let depth = levels.len();
        if pretty {
            layout::line(&mut buffer, depth);
        }
        if let Some(key) = key {
            write_text(&mut buffer, key);
            buffer.extend_from_slice(if pretty { b": " } else { b":" });
        }
        match child {
            Value::Text(text) if is_date_with_time(text) => {
                buffer.extend_from_slice(text.as_bytes());
            }
            Value::Text(text) => write_text(&mut buffer, text),
            _ => levels.extend(open(child, &mut buffer, pretty_depth(depth), key.is_some())),
        }
    }
    // Only whole texts and ASCII were written, so that this is the text in any case.
    String::from_utf8(buffer).unwrap_or_default()
}

/// A list or map that is being written.
struct Level<'a> {
    children: Children<'a>,
    is_first: bool,
    close: u8,
}

impl<'a> Level<'a> {
    /// The next child; a null in a map is left out.
    fn next_written(&mut self) -> Option<(Option<&'a str>, &'a Value)> {
        self.children
            .find(|(key, child)| key.is_none() || !child.is_null())
    }
}

/// Writes the bracket of a list or map; both brackets if nothing will stand between them. With a
/// depth, in the pretty layout.
fn open<'a>(
    value: &'a Value,
    buffer: &mut Vec<u8>,
    pretty_depth: Option<usize>,
    after_name: bool,
) -> Option<Level<'a>> {
    let children = Children::of(value)?;
    let (is_empty, [open, close]) = match value {
        Value::Map(map) => (map.values().all(Value::is_null), *b"{}"),
        // All that can be written for a list of one null is the empty list.
        _ => (
            matches!(value.as_list().map(Vec::as_slice), Some([] | [Value::Null])),
            *b"[]",
        ),
    };
    if let Some(depth) = pretty_depth.filter(|_| after_name && !is_empty) {
        layout::line(buffer, depth);
    }
    buffer.push(open);
    if !is_empty {
        return Some(Level {
            children,
            is_first: true,
            close,
        });
    }
    if let Some(depth) = pretty_depth.filter(|_| !after_name) {
        layout::line(buffer, depth + 1);
        layout::line(buffer, depth);
    }
    buffer.push(close);
    None
}

/// `Null`, `Text("a")`, `List [..]` or `Map {..}`; with `{:#?}` a line for each child.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut levels = Vec::new();
        levels.extend(debug_open(self, f)?);
        while let Some(level) = levels.last_mut() {
            let Some((key, child)) = level.children.next() else {
                let (is_first, close) = (level.is_first, level.close);
                levels.pop();
                if !is_first {
                    debug_line(f, levels.len(), ",", "")?;
                }
                fmt::Write::write_char(f, char::from(close))?;
                continue;
            };
            let is_first = core::mem::take(&mut level.is_first);
            if is_first {
                debug_line(f, levels.len(), "", "")?;
            } else {
                debug_line(f, levels.len(), ",", ", ")?;
            }
            if let Some(key) = key {
                fmt::Debug::fmt(key, f)?;
                f.write_str(": ")?;
            }
            levels.extend(debug_open(child, f)?);
        }
        Ok(())
    }
}

/// A separator, and in the alternate form a line break and the indentation; the comma that ends
/// the last line stands in the alternate form only.
fn debug_line(
    f: &mut fmt::Formatter<'_>,
    depth: usize,
    alternate_separator: &str,
    separator: &str,
) -> fmt::Result {
    if !f.alternate() {
        return f.write_str(separator);
    }
    f.write_str(alternate_separator)?;
    f.write_str("\n")?;
    for _ in 0..depth {
        f.write_str("    ")?;
    }
    Ok(())
}

/// Prints a scalar, or the bracket of a list or map.
fn debug_open<'a>(
    value: &'a Value,
    f: &mut fmt::Formatter<'_>,
) -> Result<Option<Level<'a>>, fmt::Error> {
    let close = match value {
        Value::Null => {
            f.write_str("Null")?;
            0
        }
        Value::Text(text) => {
            f.write_str("Text(")?;
            fmt::Debug::fmt(text, f)?;
            f.write_str(")")?;
            0
        }
        Value::List(_) => {
            f.write_str("List [")?;
            b']'
        }
        Value::Map(_) => {
            f.write_str("Map {")?;
            b'}'
        }
    };
    Ok(Children::of(value).map(|children| Level {
        children,
        is_first: true,
        close,
    }))
}
