//! What is read: every recorded text gives the recorded value, or an error with its place.

#![expect(
    clippy::panic,
    reason = "a line that cannot be understood is a failure of the test"
)]

use jsv::{Duplicates, Options};
use jsv_tests_common::{
    format::Format,
    lines::{Failures, Line, check_file},
    mirror::Mirror,
    registry::{Check, check_type},
};

#[test]
fn jsv_texts_give_the_recorded_value_or_an_error() {
    check_file("read.jsonl", |line, failures| {
        read(line, Format::Jsv, "jsv", failures)
    });
}

#[test]
fn json_texts_give_the_recorded_value_or_an_error() {
    check_file("json-read.jsonl", |line, failures| {
        read(line, Format::Json, "json", failures)
    });
}

/// Checks what is read from the text that a line has under a name.
fn read(line: &Line, format: Format, name: &str, failures: &mut Failures) -> bool {
    let check = Read {
        line,
        format,
        text: line.required(name),
        failures,
    };
    check_type(line.type_name(), check)
}

struct Read<'a> {
    line: &'a Line,
    format: Format,
    text: &'a str,
    failures: &'a mut Failures,
}

impl Check for Read<'_> {
    fn check<T: Mirror>(self) {
        let text = self.text;
        let read = self.format.read::<T>(&options_of(self.line), text);
        let what = format!("reading {text:?}");
        match (self.line.required("expect"), read) {
            ("value", read) => self.failures.compare(
                &what,
                &Ok(T::from_recorded(self.line.value())),
                &read.map_err(|error| error.to_string()),
            ),
            ("error", Ok(value)) => {
                self.failures
                    .add(&what, "an error", format_args!("{value:?}"));
            }
            ("error", Err(error)) => {
                self.failures.expect_place(&what, &error);
            }
            // Of no account but that there is no panic.
            ("free", _) => {}
            (other, _) => panic!("expect: {other}"),
        }
    }
}

/// The options that a line asks for.
fn options_of(line: &Line) -> Options {
    line.options()
        .fold(Options::new(), |options, choice| match choice {
            ("duplicates", "Last") => options.duplicates(Duplicates::Last),
            other => panic!("option {other:?}"),
        })
}
