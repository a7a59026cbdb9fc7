//! Text and numbers as .NET lays them out, for serde_json's writer. The structure is serde_json's
//! own, compact or indented by four spaces a level.

use alloc::{rc::Rc, string::String, vec::Vec};
use core::cell::Cell;
use std::io;

use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter};

use crate::{
    options::{TextCase, text_case::push_rest_cased},
    syntax::number,
};

/// How a string is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum StringForm {
    /// In quotes, escaped as JSON wants it.
    #[default]
    Text,
    /// As `Text`, and each slash as `\/`.
    EscapedSlashes,
    /// As `Text`, in this case, whose first `small` letters become small.
    Name { case: TextCase, small: usize },
}

/// The form of the next string: the adapter sets it, and the formatter heeds it and sets it back
/// to text.
pub(super) type NextString = Rc<Cell<StringForm>>;

/// Lays out what serde_json writes.
pub(super) struct DotnetFormatter {
    next: NextString,
    indented: Option<PrettyFormatter<'static>>,
    /// The number being made ready.
    number: Vec<u8>,
    /// The name, or a part of it, being made ready.
    name: String,
}

impl DotnetFormatter {
    pub(super) fn compact(next: NextString) -> Self {
        Self {
            next,
            indented: None,
            number: Vec::new(),
            name: String::new(),
        }
    }

    /// Four spaces a level (json.md, "Writing").
    pub(super) fn indented(next: NextString) -> Self {
        Self {
            indented: Some(PrettyFormatter::with_indent(b"    ")),
            ..Self::compact(next)
        }
    }

    /// A run of characters of a string that is no mere text.
    #[inline(never)]
    fn write_formed_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        match self.next.get() {
            StringForm::Text => write_run(writer, fragment),
            StringForm::EscapedSlashes => {
                for (index, piece) in fragment.split('/').enumerate() {
                    if index > 0 {
                        writer.write_all(b"\\/")?;
                    }
                    write_run(writer, piece)?;
                }
                Ok(())
            }
            StringForm::Name { case, small } => {
                // The letters that become small begin the name, and no letter is ever escaped.
                self.next.set(StringForm::Name { case, small: 0 });
                let (letters, rest) = fragment.split_at(small.min(fragment.len()));
                for letter in letters.bytes() {
                    writer.write_all(&[letter.to_ascii_lowercase()])?;
                }
                if case == TextCase::Camel {
                    return write_run(writer, rest);
                }
                self.name.clear();
                push_rest_cased(case, rest, |c| self.name.push(c));
                write_run(writer, &self.name)
            }
        }
    }
}

/// Leaves the structure to serde_json's formatters.
macro_rules! structure {
    ($($method:ident($($argument:ident: $type:ty)?))*) => {$(
        #[inline]
        fn $method<W: io::Write + ?Sized>(
            &mut self,
            writer: &mut W,
            $($argument: $type,)?
        ) -> io::Result<()> {
            match &mut self.indented {
                None => CompactFormatter.$method(writer, $($argument)?),
                Some(indented) => indented.$method(writer, $($argument)?),
            }
        }
    )*};
}

impl Formatter for DotnetFormatter {
    structure! {
        begin_array() end_array() begin_array_value(first: bool) end_array_value()
        begin_object() end_object() begin_object_key(first: bool) end_object_key()
        begin_object_value() end_object_value()
    }

    #[inline]
    fn write_f32<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        self.number.clear();
        number::write_f32_json(&mut self.number, value);
        writer.write_all(&self.number)
    }

    #[inline]
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        self.number.clear();
        number::write_f64(&mut self.number, value);
        writer.write_all(&self.number)
    }

    /// Bytes are JSON that is ready: the adapter gives no others to serde_json.
    #[inline]
    fn write_byte_array<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        value: &[u8],
    ) -> io::Result<()> {
        writer.write_all(value)
    }

    #[inline]
    fn end_string<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.next.set(StringForm::Text);
        writer.write_all(b"\"")
    }

    #[inline]
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if self.next.get() == StringForm::Text {
            return write_run(writer, fragment);
        }
        self.write_formed_fragment(writer, fragment)
    }

    #[inline]
    fn write_char_escape<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        match escape {
            CharEscape::AsciiControl(control) => writer.write_all(&unicode_escape(control)),
            short => CompactFormatter.write_char_escape(writer, short),
        }
    }
}

/// Writes characters that JSON does not escape; U+007F to U+009F are escaped here, too.
#[inline]
fn write_run<W: io::Write + ?Sized>(writer: &mut W, run: &str) -> io::Result<()> {
    let bytes = run.as_bytes();
    if !may_have_late_control(bytes) {
        return writer.write_all(bytes);
    }
    write_late_controls(writer, bytes)
}

/// Whether U+007F or a character beyond ASCII stands in the text; most texts have none. It is
/// looked at in words, the last of which overlaps the one before it.
#[inline]
fn may_have_late_control(bytes: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 255;
    // A byte from 0x7F on has its highest bit set, or has it when it is one more.
    let marks = |word: u64| word.wrapping_add(ONES) | word;
    let found = if let Some(last) = bytes.last_chunk() {
        let (words, _) = bytes.as_chunks();
        words
            .iter()
            .fold(marks(u64::from_ne_bytes(*last)), |found, word| {
                found | marks(u64::from_ne_bytes(*word))
            })
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_ne_bytes(*half)));
        marks(first << 32 | last)
    } else {
        return bytes.iter().any(|&byte| byte >= 0x7F);
    };
    found & ONES << 7 != 0
}

#[cold]
fn write_late_controls<W: io::Write + ?Sized>(writer: &mut W, bytes: &[u8]) -> io::Result<()> {
    let mut written = 0;
    for at in memchr::memchr2_iter(0x7F, 0xC2, bytes) {
        // U+0080 to U+009F are C2 80 to C2 9F in UTF-8.
        let (code, length) = match bytes[at..] {
            [0x7F, ..] => (0x7F, 1),
            [0xC2, code @ 0x80..=0x9F, ..] => (code, 2),
            _ => continue,
        };
        writer.write_all(&bytes[written..at])?;
        writer.write_all(&unicode_escape(code))?;
        written = at + length;
    }
    writer.write_all(&bytes[written..])
}

/// `\u00XX`, in capital hex.
fn unicode_escape(code: u8) -> [u8; 6] {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let [high, low] = [code >> 4, code & 0xF].map(|digit| HEX[usize::from(digit)]);
    [b'\\', b'u', b'0', b'0', high, low]
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use serde_core::Serializer as _;

    use super::*;

    /// Writes a string in a form, and then one that is text again.
    fn written_as(form: StringForm, text: &str) -> String {
        let next = NextString::default();
        let formatter = DotnetFormatter::compact(next.clone());
        let mut serializer = serde_json::Serializer::with_formatter(Vec::new(), formatter);
        next.set(form);
        serializer.serialize_str(text).unwrap();
        serializer.serialize_str("A/").unwrap();
        let written = String::from_utf8(serializer.into_inner()).unwrap();
        written.strip_suffix(r#""A/""#).unwrap().into()
    }

    fn written(text: &str) -> String {
        written_as(StringForm::Text, text)
    }

    #[test]
    fn text_is_escaped_as_the_reference_does() {
        let cases: &[(&str, &str)] = &[
            ("", r#""""#),
            ("a/b", r#""a/b""#),
            ("\"\\\u{8}\u{c}\n\r\t", r#""\"\\\b\f\n\r\t""#),
            ("\0\u{1}\u{b}\u{1f}", r#""\u0000\u0001\u000B\u001F""#),
            (
                "a\u{7f}b\u{80}\u{85}\u{9f}c",
                r#""a\u007Fb\u0080\u0085\u009Fc""#,
            ),
            ("~\u{a0}£©å€日😀", "\"~\u{a0}£©å€日😀\""),
            ("\u{2028}\u{2029}\u{feff}", "\"\u{2028}\u{2029}\u{feff}\""),
            ("<>&'+", r#""<>&'+""#),
        ];
        for (text, expected) in cases {
            assert_eq!(written(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn every_character_comes_back() {
        for c in '\0'..='\u{3000}' {
            let text = format!("a{c}b");
            let json = written(&text);
            let read: String = serde_json::from_str(&json).unwrap();
            assert_eq!(read, text, "{json}");
        }
    }

    #[test]
    fn late_controls_are_found_at_every_distance() {
        for length in 1..40 {
            for at in 0..length {
                let text: String = (0..length)
                    .map(|index| if index == at { '\u{7f}' } else { '~' })
                    .collect();
                let expected = format!("\"{}\"", text.replace('\u{7f}', "\\u007F"));
                assert_eq!(written(&text), expected);
            }
        }
    }

    #[test]
    fn a_form_concerns_one_string() {
        assert_eq!(
            written_as(StringForm::EscapedSlashes, "/Date(0)/"),
            r#""\/Date(0)\/""#
        );
        assert_eq!(written_as(StringForm::EscapedSlashes, ""), r#""""#);
    }

    #[test]
    fn a_name_is_cased_as_a_whole() {
        let cases = [
            ("MyID", 1, r#""myID""#, r#""my_i_d""#),
            ("AB\"CD", 1, r#""aB\"CD""#, r#""a_b\"_c_d""#),
            ("\"AB", 0, r#""\"AB""#, r#""\"_a_b""#),
            ("Å\u{7f}B", 0, "\"Å\\u007FB\"", "\"Å\\u007F_b\""),
        ];
        for (name, small, camel, snake) in cases {
            for (case, expected) in [(TextCase::Camel, camel), (TextCase::Snake, snake)] {
                let form = StringForm::Name { case, small };
                assert_eq!(written_as(form, name), expected, "{case:?} of {name:?}");
            }
        }
    }
}
