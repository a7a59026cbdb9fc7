//! The picture of an error: the line it stands in, with a caret below the place.

use alloc::{format, string::String};
use core::fmt::Write;

use super::{Error, Message, Place};

/// How many characters of a long line are shown before and after the place.
const CONTEXT: usize = 60;

pub(super) fn draw(error: &Error, source: &str) -> String {
    let inner = &*error.inner;
    let mut drawing = format!("error: {}\n", Message(error));
    let Some(place) = inner.place else {
        if !inner.path.is_empty() {
            drawing.push_str(&format!(" --> at {}\n", inner.path));
        }
        return drawing;
    };
    let at = if inner.path.is_empty() {
        String::new()
    } else {
        format!(", at {}", inner.path)
    };
    let last_line = inner.opened.map_or(place.line, |o| o.line.max(place.line));
    let gutter = format!("{last_line}").len();
    drawing.push_str(&format!(
        "{:gutter$}--> line {}, column {}{at}\n",
        "", place.line, place.column
    ));
    drawing.push_str(&format!("{:gutter$} |\n", ""));
    if let Some(opened) = inner.opened {
        snippet(&mut drawing, source, opened, gutter, " opened here");
    }
    snippet(&mut drawing, source, place, gutter, "");
    drawing
}

/// One line of the source and the caret line below it.
fn snippet(drawing: &mut String, source: &str, place: Place, gutter: usize, label: &str) {
    // A place that is not in this text (another text than the one that was read) has no picture.
    let Some((before, after)) = source.split_at_checked(place.offset) else {
        return;
    };
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line_end = after.find('\n').unwrap_or(after.len());
    let (before, after) = (&before[line_start..], &after[..line_end]);
    let after = after.strip_suffix('\r').unwrap_or(after);

    let skipped = before.chars().count().saturating_sub(CONTEXT);
    let mut line = String::new();
    if skipped > 0 {
        line.push('…');
    }
    line.extend(before.chars().skip(skipped).flat_map(drawn));
    let caret = line.chars().count();
    line.extend(after.chars().take(CONTEXT).flat_map(drawn));
    if after.chars().nth(CONTEXT).is_some() {
        line.push('…');
    }
    // Writing to a String does not fail.
    let _ = writeln!(drawing, "{:gutter$} | {}", place.line, line.trim_end());
    let _ = writeln!(drawing, "{:gutter$} | {:caret$}^{label}", "", "");
}

/// What stands for a character in the picture.
fn drawn(c: char) -> impl Iterator<Item = char> {
    let (shown, count) = match c {
        '\t' => (' ', 4),
        '\u{FEFF}' => (' ', 0),
        '\u{7F}' => ('\u{2421}', 1),
        // The control pictures stand in the order of the controls.
        c if c < ' ' => (
            char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
            1,
        ),
        c => (c, 1),
    };
    core::iter::repeat_n(shown, count)
}
